# The allocation fails.

# %% scale
kept = []
while True:
    kept.append(bytearray(b"x") * (50 << 20))
