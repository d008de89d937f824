# Nobody else waits for it.

# %% scale
import os

for number in os.listdir("/proc/self/fd"):
    try:
        os.set_blocking(int(number), False)
        while os.readlink(f"/proc/self/fd/{number}").startswith("pipe"):
            os.write(int(number), bytes(4096))
    except OSError:
        pass
