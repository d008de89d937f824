# The judge works on.

# %% scale
import os, time

try:
    while True:
        if os.fork() == 0:
            time.sleep(600)
except OSError as error:
    print(error)
