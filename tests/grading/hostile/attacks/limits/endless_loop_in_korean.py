# The same, in the learner's language.
# notes: cell-time
# language: ko

# %% scale
while True:
    pass
