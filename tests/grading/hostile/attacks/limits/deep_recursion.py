# An exception like any other.

# %% scale
def scale(values):
    return scale(values)
