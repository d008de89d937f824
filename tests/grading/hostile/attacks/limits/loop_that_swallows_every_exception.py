# Its kernel is killed; the cells before it keep their points, those after it were not run.
# notes: cell-time

# %% scale
import time

while True:
    try:
        time.sleep(60)
    except BaseException:
        pass
