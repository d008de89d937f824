# They are left out.
# uses: send

# %% scale
deep = []
for _ in range(400):
    deep = [deep]
transient = {"display_id": "x"}
send("display_data", {"data": {"text/plain": "x"}, "metadata": {}, "transient": transient})
for data in (
    5,
    "text",
    [],
    None,
    {"text/plain": 5},
    {"application/json": deep},
    {"text/html": {"a": 1}},
    [["text/html", 1]],
):
    for metadata in ({}, 5, "x", {"a": deep}):
        for kind in ("display_data", "update_display_data", "execute_result"):
            content = {"data": data, "metadata": metadata, "transient": transient, "execution_count": "x"}
            send(kind, content)
for content in ({}, {"name": 5, "text": []}, {"name": "stdout", "text": {"a": 1}}):
    send("stream", content)
for content in ({}, {"ename": 5, "evalue": [], "traceback": "text"}, {"traceback": {"a": 1}}):
    send("error", content)
for content in ({}, "busy", {"execution_state": []}):
    send("status", content)
send("clear_output", {"wait": []})
send(5, {})
