# The next cell waits for it, in its own time.

# %% scale
import threading, time


def scale(values):
    time.sleep(1)
    return True


scale.__code__ = scale.__code__.replace(co_name="area")
