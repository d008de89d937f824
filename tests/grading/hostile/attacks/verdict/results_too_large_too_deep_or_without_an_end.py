# They are refused.

# %% scale
import itertools, numpy as np


class Lazy:
    def __iter__(self):
        return itertools.count()

    def __len__(self):
        return 1 << 62


deep, cyclic = [], []
for _ in range(100_000):
    deep = [deep]
cyclic.append(cyclic)
results = iter([np.broadcast_to(np.float64(0), 10**10), deep, cyclic, itertools.count(), 10**40_000])
scale = lambda values: next(results)

# %% count
results_ = iter(["x" * (64 << 20), [0] * 10**6, {i: 0 for i in range(10**5)}, Lazy()])
count = lambda text: next(results_)
