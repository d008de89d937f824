"""The warm process: imports once, then forks. Run in bubblewrap as `python -m hiddenlayers.grading.sandbox.warm FD FD`.

It imports and does nothing else: a TensorFlow operation, even building a graph, starts threads, which a fork loses.
It never holds a check or the course's seed, because a fork copies memory: those go to the judge by a socket of its own.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from hiddenlayers.grading.sandbox import syscalls
from hiddenlayers.grading.sandbox.bounds import Bounds
from hiddenlayers.grading.sandbox.inner import fork_into_namespaces, seal_off
from hiddenlayers.grading.training import tune_for_short_trainings

MESSAGE_BYTES = 1 << 16
ALWAYS = (
    "hiddenlayers.check",
    "hiddenlayers.grading.judge.service",
    "hiddenlayers.grading.judge.kernel_side",
    "hiddenlayers.grading.sandbox.kernel",
)
# Packages that are known to start no threads when they are imported, and take long
KNOWN = {
    "tensorflow",
    "keras",
    "tensorflow_hub",
    "numpy",
    "scipy",
    "pandas",
    "matplotlib",
    "seaborn",
    "sklearn",
    "yfinance",
}


def main() -> None:
    control, listener = (socket.socket(fileno=int(number)) for number in sys.argv[1:])
    for name in ALWAYS:
        importlib.import_module(name)
    control.send(b"here")
    _serve(control, listener)
    os._exit(0)  # ending TensorFlow in good order takes its time


def _serve(control: socket.socket, listener: socket.socket | None) -> None:
    """Import, and fork kernels and judges, as `control` says; and a branch for everybody who asks `listener`."""
    asked = [each for each in (control, listener) if each]
    while True:
        ready, _, _ = select.select(asked, [], [])
        if listener in ready:
            _branch(control, listener)
        if control in ready:
            try:
                message, descriptors, _, _ = socket.recv_fds(control, MESSAGE_BYTES, 4)
            except ConnectionError:
                return
            if not message:
                return
            request = json.loads(message)
            if "import" in request:
                control.send(json.dumps(_import(request["import"])).encode())
            elif os.fork() == 0:
                for each in asked:
                    each.close()
                _become(request["fork"], descriptors)
            for descriptor in descriptors:
                os.close(descriptor)
        with contextlib.suppress(ChildProcessError):  # whatever has ended meanwhile
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _import(names: Sequence[str]) -> dict:
    missing = []
    gc.disable()  # nothing that importing makes is garbage
    for name in names:
        try:
            if name.split(".")[0] not in KNOWN and _starts_threads(name):
                raise ImportError(f"{name} starts threads, which no fork would have")
            importlib.import_module(name)
        # No such module, one that fails, ends the process or has to wait: left to the notebook
        except BaseException:
            missing.append(name)
    tune_for_short_trainings()
    gc.freeze()  # a collection in a fork would walk through all of it, and so copy it
    gc.enable()
    return {"missing": missing, "threads": _threads()}


def _starts_threads(name: str) -> bool:
    """Whether importing a module does, found out in a process of its own."""
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            importlib.import_module(name)
        os._exit(_threads() > 1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0


def _threads() -> int:
    return len(os.listdir("/proc/self/task"))


def _branch(control: socket.socket, listener: socket.socket) -> None:
    """A copy of this process for another one of the grader's; it ends, with all its forks, when that one does."""
    theirs, _ = listener.accept()
    with theirs:
        if os.fork() == 0:
            control.close()
            listener.close()
            syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)  # so that its forks are its children
            try:
                _serve(theirs, None)
            finally:
                _end_children()
                os._exit(0)


def _end_children() -> None:
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    while pids := children.read_text().split():
        for pid in pids:
            os.kill(int(pid), signal.SIGKILL)
        for pid in pids:
            os.waitpid(int(pid), 0)


def _become(request: dict, descriptors: Sequence[int]) -> None:
    """Turn this fork into what the request asks for: a learner's kernel or a judge. Never returns."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in range(
        3
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
