# Keys are refused.
# uses: call

# %% scale
if call((248, 217), b"user", b"key", b"x", 1, -3) >= 0:
    win("key")
if call((250, 219), 0, -3, 0) >= 0:
    win("keyring")
