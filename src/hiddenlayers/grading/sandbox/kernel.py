"""The learner's kernel: ipykernel, begun inside a fork that has everything imported."""

import os
import socket
import sys
import types
from collections.abc import Callable

from hiddenlayers.grading.judge import kernel_side
from hiddenlayers.grading.sandbox.fork import KERNEL_PORTS
from hiddenlayers.grading.sandbox.inner import KERNEL_FOLDER

# The debugger costs 50 ms to import in every kernel, and nobody debugs a submission
_debugger = types.ModuleType("ipykernel.debugger")
_debugger.Debugger = None
_debugger._is_debugpy_available = False
sys.modules.setdefault("ipykernel.debugger", _debugger)

import IPython.core.completer  # noqa: E402, F401  (what a kernel's start would import)
import matplotlib_inline.backend_inline  # noqa: E402, F401
from ipykernel import ipkernel, kernelapp, zmqshell  # noqa: E402, F401


class ForkedKernelApp(kernelapp.IPKernelApp):
    """ipykernel's application without what a fork has no use for: a connection file, a heartbeat, a poller."""

    def init_connection_file(self) -> None:
        pass

    def write_connection_file(self, **_) -> None:
        pass

    def log_connection_info(self) -> None:
        pass

    def init_heartbeat(self) -> None:
        pass

    def init_poller(self) -> None:
        pass

    def init_crash_handler(self) -> None:
        pass

    def init_path(self) -> None:
        """Not here: an import before the sandbox is sealed would find what the learner handed in."""


def run_kernel(key: str, channel: socket.socket, ready: Callable[[], None]) -> None:
    """Serve a Jupyter kernel on the sockets KERNEL_FOLDER/k-1 … k-5 until the process is killed.

    Args:
        key: signs the messages.
        channel: to the judge.
        ready: called when the sockets are bound; seals the sandbox.
    """
    kernel_side.border = channel
    os.environ.pop("JPY_PARENT_PID", None)
    app = ForkedKernelApp.instance(transport="ipc", ip=f"{KERNEL_FOLDER}/k", **KERNEL_PORTS)
    app.initialize(
        [
            f"--Session.key={key}",
            "--HistoryManager.enabled=False",
            "--IPKernelApp.log_level=50",
            "--InteractiveShell.colors=nocolor",
        ]
    )
    ready()
    kernelapp.IPKernelApp.init_path(app)
    app.start()
