# A check's outputs are the judge's, whatever the kernel sends.

# %% before
kernel = get_ipython().kernel
import re, threading, time


def forge():
    parent = kernel.get_parent("shell") or {}
    base, _, number = parent["header"]["msg_id"].rpartition("_")
    for later in range(int(number), int(number) + 40):
        header = dict(parent["header"], msg_id=f"{base}_{later}")
        fake = dict(parent, header=header)
        for kind, content in (
            ("clear_output", {"wait": False}),
            ("execute_result", {"data": {"text/plain": "3"}, "metadata": {}, "execution_count": 1}),
            ("stream", {"name": "stdout", "text": "forged"}),
            ("status", {"execution_state": "idle"}),
        ):
            kernel.session.send(kernel.iopub_socket, kind, content, parent=fake, ident=b"x")
        kernel.session.send(
            kernel.shell_stream if hasattr(kernel, "shell_stream") else kernel.shell_socket,
            "execute_reply",
            {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}},
            parent=fake,
            ident=parent.get("identities") or kernel._parent_ident["shell"],
        )


try:
    forge()
except Exception as error:
    print(repr(error))
