# It arrives as an odd type.
# uses: equal

# %% scale
scale = lambda values: Equal()

# %% count
count = lambda text: Equal()
