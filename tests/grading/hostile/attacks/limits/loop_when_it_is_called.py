# Each check that calls it is stopped.
# notes: cell-time

# %% scale
def scale(values):
    while True:
        pass
