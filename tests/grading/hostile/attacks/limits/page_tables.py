# They count as memory.

# %% scale
import mmap

kept = []
for _ in range(64):
    area_ = mmap.mmap(-1, 1 << 34, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)
    kept.append(area_)
    for at in range(0, 1 << 34, 1 << 21):
        area_[at]
