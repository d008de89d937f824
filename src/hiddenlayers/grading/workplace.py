"""Where one submission runs: a learner's kernel and a judge, in the sandbox or, where the host has none, plainly."""

import contextlib
import os
import secrets
import select
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.util import Finalize
from pathlib import Path

from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbformat import NotebookNode

from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.judge import kernel_side
from hiddenlayers.grading.kernel import Kernel, Process, connect
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.reasons import Reason, Ungradable
from hiddenlayers.grading.sandbox.bounds import Bounds
from hiddenlayers.grading.sandbox.fork import KERNEL_PORTS
from hiddenlayers.grading.sandbox.host import SandboxUnavailable
from hiddenlayers.grading.sandbox.process import JUDGE, Branch, Forks, WarmProcess

STARTUP_SECONDS = 60
ENVIRONMENT = {
    "HIDDENLAYERS_PROFILE": "grading",
    "NBGRADER_EXECUTION": "autograde",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
}


@dataclass
class JudgeProcess:
    """A running judge and the grader's end of its channel."""

    process: Process
    channel: socket.socket


@dataclass
class Workplace:
    """A submission's kernel, and judges as they are needed.

    Attributes:
        kernel: the learner's.
        border: by which the kernel is lent connections to the judge; None where it can't be.
        sandboxed: whether they run in the sandbox.
    """

    kernel: Kernel
    border: socket.socket | None
    sandboxed: bool
    _new_judge: Callable[[], AbstractContextManager[JudgeProcess]]
    _stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    _judge: JudgeProcess | None = None

    def judge(self) -> JudgeProcess:
        """The judge; a new one where there is none, or it has ended."""
        if self._judge is None or not self._judge.process.alive():
            self._judge = self._stack.enter_context(self._new_judge())
        return self._judge

    def close(self) -> None:
        self._stack.close()


@contextlib.contextmanager
def open_workplace(
    notebook: NotebookNode,
    limits: Limits,
    isolation: Isolation,
    files: Mapping[str, bytes],
    language: str,
    seed: int | None,
) -> Iterator[Workplace]:
    """Start a kernel for a notebook.

    Args:
        notebook: says which kernel.
        limits: what it may use.
        isolation: where it runs.
        files: what lies in its folder, by relative path.
        language: the learner's.
        seed: what HIDDENLAYERS_SEED is in the kernel; None leaves it out.

    Raises:
        Ungradable: it does not start.
        HiddenLayersError: the sandbox is required and this host can't run it.
    """
    environment = {"HIDDENLAYERS_LANG": language}
    if seed is not None:
        environment["HIDDENLAYERS_SEED"] = str(seed)
    kernel_name = _kernel_name(notebook)
    warm = None
    if isolation.sandbox == "require" and kernel_name != "python3":
        detail = f"the sandbox is required, and {kernel_name} can't run in it"
        raise Ungradable(Reason("kernel-start", {"detail": detail}))
    if isolation.sandbox != "off" and kernel_name == "python3":
        try:
            warm = warm_process(isolation.imports, limits.threads or 1)
        except SandboxUnavailable as reason:
            if isolation.sandbox == "require" or isolation.proved:
                raise HiddenLayersError(str(reason)) from reason
    opened = _sandboxed(warm, limits, files, environment) if warm else None
    opened = opened or _plain(kernel_name, limits, files, environment)
    with opened as workplace:
        try:
            yield workplace
        finally:
            workplace.close()


def probe(isolation: Isolation, warm: WarmProcess | None = None) -> str | None:
    """Try the whole sequence of the sandbox once. None if it works or is not wanted, else why it does not.

    Args:
        isolation: says what is wanted.
        warm: tried, if it is there; by default one is started for it.

    Raises:
        HiddenLayersError: it does not work and is required.
    """
    if isolation.sandbox == "off":
        return None
    try:
        if warm:
            warm.tried()
        else:
            WarmProcess().ready().close()
    except SandboxUnavailable as reason:
        if isolation.sandbox == "require":
            raise HiddenLayersError(f"No sandbox: {reason}") from None
        return str(reason)
    return None


_starting = threading.Lock()  # an executor may run submissions in threads of one process
_processes: dict[tuple, Forks | SandboxUnavailable] = {}  # of this process, by imports and threads
_shared: dict[tuple, str] = {}  # addresses of another process's


def warm_process(imports: tuple[str, ...], threads: int) -> Forks:
    """What forks kernels with these imports; started when it is first asked for, and kept.

    Raises:
        SandboxUnavailable: this host can't run it; asked again, it says so at once.
    """
    key = imports, threads
    with _starting:
        found = _processes.get(key)
        if isinstance(found, SandboxUnavailable):
            raise found
        if found is None or not found.alive():
            try:
                found = _branch(key) or WarmProcess(imports, threads).ready()
            except SandboxUnavailable as reason:
                _processes[key] = reason
                raise
            _processes[key] = found
            Finalize(None, found.close, exitpriority=10)
        return found


def _branch(key: tuple) -> Branch | None:
    with contextlib.suppress(SandboxUnavailable):
        return Branch(_shared[key]) if key in _shared else None


@contextlib.contextmanager
def shared_warm_process(
    isolation: Isolation, limits: Limits, warm: WarmProcess | None = None
) -> Iterator[Callable[[], None] | None]:
    """A warm process for several grading processes: what each has to call first, None where there is no sandbox.

    Args:
        isolation: says whether one is wanted, and what it imports.
        limits: say how many threads it has.
        warm: used, and left open; by default one is started.

    Raises:
        HiddenLayersError: the sandbox is required and this host can't run it.
    """
    if isolation.sandbox == "off":
        yield None
        return
    threads = limits.threads or 1
    with contextlib.ExitStack() as stack:
        prepare = None
        try:
            if warm is None:
                warm = WarmProcess(isolation.imports, threads)
                stack.callback(warm.close)
            address = warm.ready(isolation.imports).address
            prepare = partial(_borrow, address, isolation.imports, threads)
        except SandboxUnavailable as reason:
            if isolation.sandbox == "require":
                raise HiddenLayersError(f"No sandbox: {reason}") from None
        yield prepare


def _borrow(address: str, imports: tuple[str, ...], threads: int) -> None:
    _shared[imports, threads] = address


@contextlib.contextmanager
def _sandboxed(
    warm: Forks, limits: Limits, files: Mapping[str, bytes], environment: Mapping[str, str]
) -> Iterator[Workplace]:
    bounds = Bounds(limits.memory_mb, limits.disk_mb, limits.files, limits.processes)
    key = secrets.token_hex(16)
    with contextlib.ExitStack() as stack:
        try:
            fork = stack.enter_context(warm.fork(bounds, environment, key=key, files=files))
            client = BlockingKernelClient(transport="ipc", ip=fork.address, **KERNEL_PORTS)
            client.session.key = key.encode()
            stack.callback(client.stop_channels)
            connect(client, STARTUP_SECONDS)
        except (SandboxUnavailable, TimeoutError) as error:
            raise _not_started(error) from error
        yield Workplace(
            kernel=Kernel(fork, client, limits.memory_mb),
            border=fork.channel,
            sandboxed=True,
            _new_judge=lambda: _sandboxed_judge(warm, bounds),
        )


@contextlib.contextmanager
def _sandboxed_judge(warm: Forks, bounds: Bounds) -> Iterator[JudgeProcess]:
    with contextlib.ExitStack() as stack:
        try:
            fork = stack.enter_context(warm.fork(bounds, {}, run=JUDGE))
        except SandboxUnavailable as error:
            raise _not_started(error) from error
        yield JudgeProcess(fork, fork.channel)


@contextlib.contextmanager
def _plain(
    kernel_name: str, limits: Limits, files: Mapping[str, bytes], environment: Mapping[str, str]
) -> Iterator[Workplace]:
    """An ordinary kernel in a temporary folder: bounded in time and output, isolated from nothing."""
    environment = {**os.environ, **ENVIRONMENT, **environment}
    if limits.threads:
        names = ("OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
        environment |= dict.fromkeys(names, str(limits.threads))
    with tempfile.TemporaryDirectory(prefix="hiddenlayers-", ignore_cleanup_errors=True) as folder:
        work = Path(folder, "work")
        work.mkdir()
        for name, data in files.items():
            path = work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        manager = KernelManager(
            kernel_name=kernel_name,
            connection_file=str(Path(folder, "kernel.json")),
            # Two kernels that start at the same moment can pick the same TCP ports.
            transport="ipc" if os.name == "posix" else "tcp",
        )
        client = border = None
        try:
            arguments = ["--HistoryManager.hist_file=:memory:"] if manager.ipykernel else []
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            manager.start_kernel(cwd=str(work), env=environment, extra_arguments=arguments, **quiet)
            client = manager.client()
            connect(client, STARTUP_SECONDS)
            if manager.ipykernel and hasattr(socket, "AF_UNIX"):
                border = _connect_border(client, Path(folder, "border"))
        except Exception as error:
            _stop(manager, client)
            raise _not_started(error) from error
        try:
            kernel = Kernel(PlainProcess(manager), client, limits.memory_mb)
            yield Workplace(kernel, border, sandboxed=False, _new_judge=lambda: _plain_judge(environment))
        finally:
            if border:
                border.close()
            _stop(manager, client)


def _connect_border(client: BlockingKernelClient, path: Path) -> socket.socket:
    """A connection to the kernel's process, by which it can be lent others."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen(1)
        listener.settimeout(STARTUP_SECONDS)
        client.execute(
            f"__import__({kernel_side.__name__!r}, fromlist=['connect_border']).connect_border({str(path)!r})",
            silent=True,
            store_history=False,
        )
        border, _ = listener.accept()
    client.get_shell_msg(timeout=STARTUP_SECONDS)
    return border


@contextlib.contextmanager
def _plain_judge(environment: Mapping[str, str]) -> Iterator[JudgeProcess]:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            process = subprocess.Popen(
                [sys.executable, "-m", "hiddenlayers.grading.judge.service", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        try:
            with process.stdout:
                waited, _, _ = select.select([process.stdout], [], [], STARTUP_SECONDS)
                if not waited or not os.read(process.stdout.fileno(), 1):
                    raise Ungradable(Reason("kernel-start", {"detail": "the judge did not start"}))
            yield JudgeProcess(PlainChild(process), ours)
        finally:
            process.kill()
            process.wait()


class PlainProcess:
    """The process of an ordinary kernel. Its memory is not bounded."""

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


class PlainChild:
    """The process of a judge that is an ordinary child of this one."""

    def __init__(self, process: subprocess.Popen):
        self._process = process

    def alive(self) -> bool:
        return self._process.poll() is None

    def interrupt(self) -> None:
        self._process.send_signal(2)

    def kill(self) -> None:
        self._process.kill()

    def memory_mb(self) -> int | None:
        return None


def _not_started(error: Exception) -> Ungradable:
    return Ungradable(Reason("kernel-start", {"detail": str(error)[:200]}))


def _stop(manager: KernelManager, client: BlockingKernelClient | None) -> None:
    if client is not None:
        client.stop_channels()
    if manager.has_kernel:
        manager.shutdown_kernel(now=True)
    manager.cleanup_resources()


def _kernel_name(notebook: NotebookNode) -> str:
    """The kernel to run: the notebook's, or this environment's Python for a notebook from another one.

    Raises:
        Ungradable: it asks for another language's kernel, which is not installed.
    """
    spec = notebook.metadata.get("kernelspec", {})
    name = str(spec.get("name") or "python3").lower()  # as Jupyter looks for it
    try:
        KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        if str(spec.get("language") or "python") != "python":
            raise Ungradable(Reason("no-kernel", {"name": name})) from None
        return "python3"
    return name
