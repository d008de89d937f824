# The number of processes is bounded, and all are gone afterwards.
# state: look

# %% scale
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
