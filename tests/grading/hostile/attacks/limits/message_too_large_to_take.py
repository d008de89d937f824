# It is not taken, and grading goes on.
# uses: send

# %% scale
send("stream", {"name": "stdout", "text": "x" * (40 << 20)})

# %% count
1 / 0
