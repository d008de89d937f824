# Each is refused, and costs its check.
# uses: frame

# %% scale
lies = iter(
    [
        (["array", "<f8", [3]], bytes(8)),
        (["array", "|O", [3]], bytes(24)),
        (["array", "<f8", [1 << 40]], b""),
        (["objects", [3], 1], b""),
        (["reference", ["list", "judge", 0]], b""),
        (["odd", "ndarray"], b""),
    ]
)


def scale(values):
    import sys

    caller = sys._getframe()
    while "number" not in caller.f_locals or "channel" not in caller.f_locals:
        caller = caller.f_back
    values_, raw = next(lies)
    caller.f_locals["channel"]._socket.sendall(frame(caller.f_locals["number"], values_, raw))
    return values * 0


# %% count
def count(text):
    return scale(text)
