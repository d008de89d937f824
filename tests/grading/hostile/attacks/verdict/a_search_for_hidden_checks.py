# They never were in this process.
# uses: search

# %% scale
import numpy as np


def scale(values):
    search()
    return values * 0


# %% count
search()
loot.append([line for line in In if WANTED.search(line.encode())])

# %% after
search()
