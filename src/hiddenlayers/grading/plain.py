"""An ordinary Jupyter kernel in a temporary folder, and a judge beside it: for hosts that can't run the sandbox."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbformat import NotebookNode

from hiddenlayers.grading.kernel import Kernel, connect
from hiddenlayers.grading.limits import Limits
from hiddenlayers.grading.reasons import Reason, Ungradable

STARTUP_SECONDS = 60


@contextlib.contextmanager
def plain_kernel(
    notebook: NotebookNode, limits: Limits, files: Mapping[str, bytes], environment: Mapping[str, str]
) -> Iterator[Kernel]:
    """A kernel in a temporary folder: bounded in time and output, isolated from nothing.

    Raises:
        Ungradable: it is not installed or does not start.
    """
    with tempfile.TemporaryDirectory(prefix="hiddenlayers-", ignore_cleanup_errors=True) as folder:
        work = Path(folder, "work")
        work.mkdir()
        for name, data in files.items():
            path = work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        manager = KernelManager(
            kernel_name=_kernel_name(notebook),
            connection_file=str(Path(folder, "kernel.json")),
            # Two kernels that start at the same moment can pick the same TCP ports.
            transport="ipc" if os.name == "posix" else "tcp",
        )
        client = None
        try:
            arguments = ["--HistoryManager.hist_file=:memory:"] if manager.ipykernel else []
            manager.start_kernel(
                cwd=str(work),
                env={**os.environ, **environment},
                extra_arguments=arguments,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            client = manager.client()
            connect(client, STARTUP_SECONDS)
        except Exception as error:
            _stop(manager, client)
            raise Ungradable(Reason("kernel-start", {"detail": str(error)[:200]})) from error
        try:
            yield PlainKernel(PlainProcess(manager), client, limits.memory_mb, Path(folder, "border"))
        finally:
            _stop(manager, client)


class PlainProcess:
    """The process of an ordinary kernel. Its memory is measured and not bounded."""

    def __init__(self, manager: KernelManager):
        self._manager = manager

    def alive(self) -> bool:
        return self._manager.is_alive()

    def interrupt(self) -> None:
        self._manager.interrupt_kernel()

    def kill(self) -> None:
        self._manager.shutdown_kernel(now=True)

    def memory_mb(self) -> int | None:
        return None


def _stop(manager: KernelManager, client) -> None:
    if client is not None:
        client.stop_channels()
    if manager.has_kernel:
        manager.shutdown_kernel(now=True)
    manager.cleanup_resources()


def _kernel_name(notebook: NotebookNode) -> str:
    """The kernel to run: the notebook's, or this environment's Python for a notebook from another one."""
    spec = notebook.metadata.get("kernelspec", {})
    name = str(spec.get("name") or "python3")
    try:
        KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        if str(spec.get("language") or "python") != "python":
            raise Ungradable(Reason("no-kernel", {"name": name})) from None
        return "python3"
    return name
