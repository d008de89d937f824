"""Runs a notebook: bytes in, bytes with outputs and the facts of the run out.

`execute` is the seam of the grader: pure, its arguments travel to any process or machine. Here it starts an
ordinary Jupyter kernel in a private temporary folder.
"""

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL

import zmq
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbformat import NotebookNode, v4

from hiddenlayers.grading.intake import from_bytes, language_of, to_bytes
from hiddenlayers.grading.reasons import Reason, Ungradable

POLL_SECONDS = 0.25
GRACE_SECONDS = 3  # how long an interrupted cell may take to stop
IDLE_SECONDS = 4  # how long to wait for outputs once the kernel has replied; a message can get lost
STARTUP_SECONDS = 60
MAX_ERRORS = 20
MAX_MESSAGE = 2_000  # characters of an exception's text
MAX_TRACEBACK = 20_000


@dataclass(frozen=True)
class Limits:
    """What one submission may use. Seconds are wall time; `threads` None leaves that to the libraries."""

    cell_seconds: float = 60
    submission_seconds: float = 600
    output_bytes: int = 1_000_000  # per cell
    threads: int | None = None


@dataclass(frozen=True)
class Facts:
    """How a run went. `memory_mb` is the kernel's peak resident memory, None where it cannot be known."""

    seconds: float
    memory_mb: int | None
    cells_run: int
    kernel_died: bool
    reasons: tuple[Reason, ...] = ()


def execute(
    notebook: bytes,
    limits: Limits | None = None,
    files: Mapping[str, bytes] | None = None,
    seed: int | None = None,
) -> tuple[bytes, Facts]:
    """Run the code cells of a notebook in order, each going on after the errors of those before it.

    Args:
        notebook: nbformat 4 as bytes, without outputs.
        limits: defaults to `Limits()`.
        files: what lies beside the notebook, by relative path.
        seed: the course's seed for the checks; None leaves HIDDENLAYERS_SEED as it is.

    Returns:
        The notebook with outputs, and facts. A cell that did not run has no execution count and an error
        output that says why, in the notebook's language.

    Raises:
        Ungradable: its kernel is not installed or does not start.
    """
    limits = limits or Limits()
    nb = from_bytes(notebook)
    language = language_of(nb)
    started = time.monotonic()
    deadline = started + limits.submission_seconds
    cells_run = 0
    died = False
    reasons: list[Reason] = []
    stopped: Reason | None = None
    displays: dict[str, list[NotebookNode]] = {}
    with _kernel(nb, _environment(language, limits, seed), files or {}) as kernel:
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            cell.execution_count, cell.outputs = None, []
            outputs = Outputs(cell, displays, limits.output_bytes, language)
            if stopped is None and time.monotonic() >= deadline:
                stopped = Reason("total-time", {"seconds": limits.submission_seconds})
                reasons.append(stopped)
            if stopped is None and not kernel.alive():  # an earlier cell's exit() takes effect after it
                died = True
                stopped = Reason("not-run")
                reasons.append(Reason("kernel-died"))
            if stopped is not None:
                outputs.add_error(stopped)
                continue
            cell_deadline = time.monotonic() + limits.cell_seconds
            kernel.run(outputs, min(cell_deadline, deadline))
            cells_run += 1
            if outputs.cut:
                reasons.append(outputs.cut)
            if outputs.timed_out:
                total = deadline < cell_deadline
                reason = (
                    Reason("total-time", {"seconds": limits.submission_seconds})
                    if total
                    else Reason("cell-time", {"seconds": limits.cell_seconds})
                )
                outputs.replace_interrupt(reason)
                reasons.append(reason)
                stopped = reason if total else None
            elif kernel.dead:
                outputs.add_error(Reason("kernel-died"))
                reasons.append(Reason("kernel-died"))
            if kernel.dead:
                died = True
                stopped = stopped or Reason("not-run")
            cell.execution_count = cells_run
        memory = kernel.peak_memory_mb
    facts = Facts(time.monotonic() - started, memory, cells_run, died, tuple(dict.fromkeys(reasons)))
    return to_bytes(nb), facts


@dataclass
class Outputs:
    """Collects what one cell puts out, up to a number of bytes. Errors are always kept, cut to a length."""

    cell: NotebookNode
    displays: dict[str, list[NotebookNode]]  # of the whole notebook: display id to the outputs that show it
    limit: int
    language: str
    size: int = 0
    cut: Reason | None = None
    timed_out: bool = False
    clear_next: bool = False
    errors: int = field(default=0)

    def add(self, kind: str, content: dict) -> None:
        """Take one message of the kernel's."""
        if kind == "clear_output":
            self.clear_next = bool(content.get("wait"))
            if not self.clear_next:
                self.cell.outputs = []
        elif kind == "update_display_data":
            self._update(content)
        elif kind in ("stream", "display_data", "execute_result", "error"):
            if self.clear_next:
                self.cell.outputs, self.clear_next = [], False
            getattr(self, f"_{kind}")(content)

    def add_error(self, reason: Reason) -> None:
        text = reason.text(self.language)
        self.cell.outputs.append(
            v4.new_output("error", ename="GradingError", evalue=text, traceback=[f"\x1b[0;31m{text}\x1b[0m"])
        )

    def replace_interrupt(self, reason: Reason) -> None:
        """Say which limit struck, in place of the KeyboardInterrupt by which it struck."""
        self.cell.outputs = [
            output for output in self.cell.outputs if output.get("ename") != "KeyboardInterrupt"
        ]
        self.add_error(reason)

    def complete_error(self, reply: dict) -> None:
        """Add a reply's error that no output shows: a cell can switch off tracebacks, not its failure."""
        if not any(output.get("ename") == reply.get("ename") for output in self.cell.outputs):
            self.errors = 0
            self._error(reply)

    def _fits(self, size: int) -> bool:
        if self.cut is None and self.size + size <= self.limit:
            self.size += size
            return True
        if self.cut is None:
            self.cut = Reason("output-cut", {"kilobytes": self.limit / 1000})
            self._append_text("stdout", f"\n[{self.cut.text(self.language)}]\n")
        return False

    def _append_text(self, name: str, text: str) -> None:
        last = self.cell.outputs[-1] if self.cell.outputs else None
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        else:
            self.cell.outputs.append(v4.new_output("stream", name=name, text=text))

    def _stream(self, content: dict) -> None:
        text, name = str(content["text"]), "stderr" if content["name"] == "stderr" else "stdout"
        room = max(self.limit - self.size, 0)
        if self.cut is None and len(text) > room:
            self._append_text(name, text[:room])
            self.size = self.limit
        if self._fits(len(text)):
            self._append_text(name, text)

    def _display_data(self, content: dict) -> None:
        output = v4.new_output("display_data", data=content["data"], metadata=content.get("metadata", {}))
        if self._fits(len(json.dumps(content["data"]))):
            self.cell.outputs.append(output)
            self._remember(content, output)

    def _execute_result(self, content: dict) -> None:
        data = content["data"]
        if not self._fits(len(json.dumps(data))):
            # A check's result can be its score, so its beginning stays.
            data = {"text/plain": str(data.get("text/plain", ""))[:100]}
        output = v4.new_output(
            "execute_result",
            data=data,
            metadata=content.get("metadata", {}),
            execution_count=content.get("execution_count"),
        )
        self.cell.outputs.append(output)
        self._remember(content, output)

    def _error(self, content: dict) -> None:
        self.errors += 1
        if self.errors > MAX_ERRORS:
            return
        traceback = "\n".join(map(str, content.get("traceback") or []))
        self.cell.outputs.append(
            v4.new_output(
                "error",
                ename=str(content.get("ename") or "Error")[:200],
                evalue=str(content.get("evalue") or "")[:MAX_MESSAGE],
                traceback=traceback[-MAX_TRACEBACK:].split("\n"),
            )
        )

    def _remember(self, content: dict, output: NotebookNode) -> None:
        if display_id := (content.get("transient") or {}).get("display_id"):
            self.displays.setdefault(display_id, []).append(output)

    def _update(self, content: dict) -> None:
        data = content["data"]
        shown = self.displays.get((content.get("transient") or {}).get("display_id"), [])
        if shown and self._fits(len(json.dumps(data))):
            for output in shown:
                output["data"], output["metadata"] = NotebookNode(data), content.get("metadata", {})


class Kernel:
    """A running kernel and the client that talks to it."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient):
        self.manager = manager
        self.client = client
        self.dead = False
        self.peak_memory_mb: int | None = None
        self._poller = zmq.Poller()
        for channel in (client.iopub_channel, client.shell_channel):
            self._poller.register(channel.socket, zmq.POLLIN)

    def run(self, outputs: Outputs, deadline: float) -> None:
        """Run one cell until it is done, its time is up, or the kernel is dead.

        When time is up the cell is interrupted; a cell that does not stop then is killed with its kernel.
        """
        message_id = self.client.execute(outputs.cell.source, allow_stdin=False, stop_on_error=False)
        reply: dict | None = None
        reply_at = kill_at = None
        idle = False
        while not (reply and idle):
            ready = {socket for socket, _ in self._poller.poll(POLL_SECONDS * 1000)}
            if self.client.iopub_channel.socket in ready:
                idle |= self._take_output(message_id, outputs)
            if self.client.shell_channel.socket in ready and reply is None:
                reply = self._take_reply(message_id)
                reply_at = time.monotonic()
            now = time.monotonic()
            if not ready and not self.alive():
                self.dead = True
                return
            if reply:
                if now > reply_at + IDLE_SECONDS:
                    break
            elif kill_at and now > kill_at:
                self.kill()
                return
            elif not kill_at and now > deadline:
                outputs.timed_out = True
                kill_at = now + GRACE_SECONDS
                self.manager.interrupt_kernel()
        if reply["status"] != "ok":
            outputs.complete_error(reply)
        self._measure_memory()

    def alive(self) -> bool:
        return self.manager.is_alive()

    def kill(self) -> None:
        self.dead = True
        self.manager.shutdown_kernel(now=True)

    def _take_output(self, message_id: str, outputs: Outputs) -> bool:
        """Take one message from the output channel; True when it says that the cell is done."""
        # The learner's process writes these messages and may write them wrong: such a one is left out.
        with contextlib.suppress(Exception):
            message = self.client.get_iopub_msg(timeout=0)
            if message["parent_header"].get("msg_id") == message_id:
                kind, content = message["msg_type"], message["content"]
                if kind == "status":
                    return content["execution_state"] == "idle"
                outputs.add(kind, content)
        return False

    def _take_reply(self, message_id: str) -> dict | None:
        with contextlib.suppress(Exception):
            message = self.client.get_shell_msg(timeout=0)
            if message["parent_header"].get("msg_id") == message_id and "status" in message["content"]:
                return message["content"]
        return None

    def _measure_memory(self) -> None:
        with contextlib.suppress(OSError, AttributeError, ValueError):
            status = Path(f"/proc/{self.manager.provisioner.pid}/status").read_text()
            peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
            self.peak_memory_mb = max(self.peak_memory_mb or 0, int(peak.split()[1]) // 1024)


@contextlib.contextmanager
def _kernel(nb: NotebookNode, environment: dict[str, str], files: Mapping[str, bytes]) -> Iterator[Kernel]:
    with tempfile.TemporaryDirectory(prefix="hiddenlayers-", ignore_cleanup_errors=True) as folder:
        work = Path(folder, "work")
        work.mkdir()
        for name, data in files.items():
            path = work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        manager = KernelManager(
            kernel_name=_kernel_name(nb),
            connection_file=str(Path(folder, "kernel.json")),
            # Two kernels that start at the same moment can pick the same TCP ports.
            transport="ipc" if os.name == "posix" else "tcp",
        )
        client = None
        try:
            arguments = ["--HistoryManager.hist_file=:memory:"] if manager.ipykernel else []
            manager.start_kernel(
                cwd=str(work), env=environment, extra_arguments=arguments, stdout=DEVNULL, stderr=DEVNULL
            )
            client = manager.client()
            client.start_channels()
            client.wait_for_ready(timeout=STARTUP_SECONDS)
        except Exception as error:
            _stop(manager, client)
            raise Ungradable(Reason("kernel-start", {"detail": str(error)[:200]})) from error
        try:
            yield Kernel(manager, client)
        finally:
            _stop(manager, client)


def _stop(manager: KernelManager, client: BlockingKernelClient | None) -> None:
    if client is not None:
        client.stop_channels()
    if manager.has_kernel:
        manager.shutdown_kernel(now=True)
    manager.cleanup_resources()


def _kernel_name(nb: NotebookNode) -> str:
    """The kernel to run: the notebook's, or this environment's Python for a notebook from another one."""
    spec = nb.metadata.get("kernelspec", {})
    name = str(spec.get("name") or "python3")
    try:
        KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        if str(spec.get("language") or "python") != "python":
            raise Ungradable(Reason("no-kernel", {"name": name})) from None
        return "python3"
    return name


def _environment(language: str, limits: Limits, seed: int | None) -> dict[str, str]:
    environment = dict(os.environ)
    environment |= {
        "HIDDENLAYERS_PROFILE": "grading",
        "HIDDENLAYERS_LANG": language,
        "NBGRADER_EXECUTION": "autograde",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    if seed is not None:
        environment["HIDDENLAYERS_SEED"] = str(seed)
    if limits.threads:
        names = ("OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
        environment |= dict.fromkeys(names, str(limits.threads))
    return environment
