# Its kernel is killed.
# notes: cell-time

# %% scale
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    pass
