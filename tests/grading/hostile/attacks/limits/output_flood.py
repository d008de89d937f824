# Its output is cut.
# notes: cell-time, output-cut

# %% scale
while True:
    print("x" * 50)
