# What a name holds is read as data.
# uses: equal

# %% scale
scale = Equal()

# %% count
count = {"a": 2, "b": 2}
