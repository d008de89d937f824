# They are left out, and the time runs out.

# %% scale
kernel = get_ipython().kernel
send = kernel.session.send


def garble(stream, kind, content=None, *rest, **more):
    if kind == "execute_reply":
        for content in (
            "status",
            ["status"],
            {"status": None},
            {},
            {"status": "error", "traceback": 5, "ename": [], "evalue": {}},
        ):
            send(stream, kind, content, *rest, **more)
        return
    return send(stream, kind, content, *rest, **more)


kernel.session.send = garble
