# The cell is stopped and says so; the cells before and after it count.
# notes: cell-time

# %% scale
while True:
    pass
