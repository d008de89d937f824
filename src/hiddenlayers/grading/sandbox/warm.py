"""The warm process: imports once, then forks. Run in bubblewrap as `python -m hiddenlayers.grading.sandbox.warm FD`.

It imports and does nothing else: a TensorFlow operation, even building a graph, starts threads, which a fork loses.
It never holds a check or the course's seed, because a fork copies memory: those go to the judge by a socket of its own.
"""

import contextlib
import importlib
import json
import os
import socket
import sys
from collections.abc import Callable, Sequence
from functools import partial

from hiddenlayers.grading.sandbox.inner import Bounds, fork_into_namespaces, seal_off

MESSAGE_BYTES = 1 << 16
ALWAYS = (
    "hiddenlayers.check",
    "hiddenlayers.grading.judge.service",
    "hiddenlayers.grading.judge.kernel_side",
    "hiddenlayers.grading.sandbox.kernel",
)


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    request, _, _, _ = socket.recv_fds(control, MESSAGE_BYTES, 0)
    missing = []
    for name in (*ALWAYS, *json.loads(request)["imports"]):
        try:
            importlib.import_module(name)
        except Exception:  # no such module, or one of the course's own that fails: the notebook will say so
            missing.append(name)
    control.send(json.dumps({"missing": missing, "threads": len(os.listdir("/proc/self/task"))}).encode())
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, MESSAGE_BYTES, 4)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            _become(json.loads(message), descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        with contextlib.suppress(ChildProcessError):  # forks that are in their namespaces by now
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _become(request: dict, descriptors: Sequence[int]) -> None:
    """Turn this fork into what the request asks for: a learner's kernel or a judge. Never returns."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (
        0,
        1,
        2,
    ):  # nobody reads the sandbox's own error stream: once full, it would stop who writes to it
        os.dup2(null, stream)
    os.close(null)
    status, channel = (socket.socket(fileno=descriptor) for descriptor in descriptors)
    with contextlib.suppress(BaseException):
        fork_into_namespaces(status, partial(_run, request, status, channel), bool(request["folder"]))
    os._exit(1)


def _run(request: dict, status: socket.socket, channel: socket.socket, sealed: Callable[[], None]) -> None:
    seal_off(Bounds(**request["bounds"]), request.get("folder"))
    os.environ.update(request["environment"])
    if request["role"] == "learner":
        from hiddenlayers.grading.sandbox.kernel import run_kernel

        run_kernel(request["key"], channel, partial(_ready, status, sealed))
    else:
        _ready(status, sealed)
        module, function = request["run"].rsplit(".", 1)
        getattr(importlib.import_module(module), function)(channel)


def _ready(status: socket.socket, sealed: Callable[[], None]) -> None:
    sealed()
    status.send(b"ready")
    status.close()


if __name__ == "__main__":
    main()
