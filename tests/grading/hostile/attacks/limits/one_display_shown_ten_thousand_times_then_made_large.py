# What an update adds counts for each place that shows it.
# notes: output-cut
# uses: send

# %% scale
transient = {"display_id": "x"}
for _ in range(4_000):
    send("display_data", {"data": {"text/plain": ""}, "metadata": {}, "transient": transient})
send("update_display_data", {"data": {"text/plain": "x" * 100_000}, "metadata": {}, "transient": transient})
