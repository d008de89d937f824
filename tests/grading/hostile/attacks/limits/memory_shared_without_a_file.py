# There is none that is not counted.

# %% scale
import mmap

with open("/dev/zero", "r+b") as zero:
    shared = mmap.mmap(zero.fileno(), 1 << 30)
win("shared memory")
