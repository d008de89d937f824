# One is enough.
# notes: output-cut
# uses: send

# %% scale
for _ in range(3_000):
    send("execute_result", {"data": {"text/plain": "x" * 1000}, "metadata": {}, "execution_count": 1})
