# The cell ends, and the threads with the kernel.

# %% scale
import threading


def spin():
    while True:
        pass


for _ in range(20):
    threading.Thread(target=spin, daemon=False).start()
