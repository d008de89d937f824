# Many small outputs are cut like a large one.
# notes: output-cut
# uses: send

# %% scale
for _ in range(20_000):
    for name in ("stdout", "stderr"):
        send("stream", {"name": name, "text": "x"})
