"""The grader's side of the sandbox: the warm process, and the forks that it makes."""

import contextlib
import itertools
import json
import os
import platform
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from hiddenlayers.grading.sandbox import bubblewrap
from hiddenlayers.grading.sandbox.inner import Bounds

MESSAGE_BYTES = 1 << 16
IMPORT_SECONDS = 300  # a cold disk can take minutes to read TensorFlow
FORK_SECONDS = 60
CLOSE_SECONDS = 5
IMPORTS = ("tensorflow", "keras", "pandas", "matplotlib.pyplot", "seaborn", "sklearn")


class SandboxUnavailable(Exception):  # noqa: N818 (a state of the host)
    """This host can't run the sandbox. The message says why and names the cure."""


class WarmProcess:
    """A sandboxed process that has imported TensorFlow and forks kernels and judges on request."""

    def __init__(self, imports: Sequence[str] = IMPORTS, threads: int = 1):
        """Start it and wait until its imports are done.

        Raises:
            SandboxUnavailable: where the host does not allow it.
        """
        unsupported = why_not()
        if unsupported:
            raise SandboxUnavailable(unsupported)
        self._folder = tempfile.TemporaryDirectory(prefix="hiddenlayers-", ignore_cleanup_errors=True)
        self.work = Path(self._folder.name)
        bubblewrap.own(self.work)
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            arguments = [sys.executable, "-m", "hiddenlayers.grading.sandbox.warm"]
            self._process = bubblewrap.start(self.work, theirs, arguments, threads)
        self._numbers = itertools.count(1)
        with contextlib.suppress(OSError):
            self._control.send(json.dumps({"imports": list(imports)}).encode())
        reply = self._receive(IMPORT_SECONDS)
        if not reply:
            self.close()
            raise SandboxUnavailable(diagnosis(self._complaint()))
        facts = json.loads(reply)
        self.threads_after_import: int = facts["threads"]
        self.missing_imports: list[str] = facts["missing"]

    def _receive(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._control], [], [], seconds)
        if not ready:
            return b""
        try:
            return self._control.recv(MESSAGE_BYTES)
        except OSError:
            return b""

    def _complaint(self) -> str:
        """The last line that the sandbox wrote before it ended."""
        text = self._process.communicate()[1].decode(errors="replace")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return lines[-1] if lines else "it ended without a word"

    def alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """End the process and all its forks."""
        self._control.close()  # it ends by itself then
        try:
            self._process.wait(CLOSE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    @contextlib.contextmanager
    def fork(
        self,
        bounds: Bounds,
        environment: Mapping[str, str],
        *,
        key: str = "",
        files: Mapping[str, bytes] | None = None,
        run: str = "",
    ) -> Iterator["Fork"]:
        """A fork in namespaces of its own: a learner's kernel, or with `run` a function of ours (a judge).

        Args:
            bounds: what it may use.
            environment: added to what the warm process has.
            key: signs the kernel's messages.
            files: what lies in its folder, by relative path.
            run: dotted name of the function that the fork calls with its channel.

        Raises:
            SandboxUnavailable: where it can't be made.
        """
        name = str(next(self._numbers))
        folder = self.work / name
        self._lay_out(folder, files or {})
        status, their_status = socket.socketpair()
        channel, their_channel = socket.socketpair()
        request = {
            "role": "judge" if run else "learner",
            "run": run,
            "folder": None if run else name,
            "key": key,
            "environment": dict(environment),
            "bounds": asdict(bounds),
        }
        fork = None
        try:
            with their_status, their_channel:
                descriptors = [their_status.fileno(), their_channel.fileno()]
                socket.send_fds(self._control, [json.dumps(request).encode()], descriptors)
            status.settimeout(FORK_SECONDS)
            _, descriptors, _, _ = socket.recv_fds(status, 16, 1)
            if not descriptors:
                raise SandboxUnavailable("A fork of the warm process could not enter its namespaces.")
            fork = Fork(descriptors[0], channel, str(folder / "sockets" / "k"))
            if not status.recv(16):
                raise SandboxUnavailable("A fork of the warm process ended before it was ready.")
            yield fork
        except OSError as error:
            raise SandboxUnavailable(f"The warm process does not answer ({error}).") from error
        finally:
            status.close()
            channel.close()
            if fork:
                fork.kill()
            shutil.rmtree(folder, ignore_errors=True)

    def _lay_out(self, folder: Path, files: Mapping[str, bytes]) -> None:
        for part in (folder, folder / "files", folder / "sockets"):
            part.mkdir()
            bubblewrap.own(part)
        for name, data in files.items():
            path = folder / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            for made in (path, *path.parents):
                if made == folder / "files":
                    break
                made.chmod(0o755 if made.is_dir() else 0o644)


class Fork:
    """One sandboxed process: pid 1 of its namespaces, so that killing it ends everything in them."""

    def __init__(self, pidfd: int, channel: socket.socket, address: str):
        self._pidfd = pidfd
        self.channel = channel
        self.address = address  # of its kernel's sockets, without the number
        self.pid = _pid_of(pidfd)
        self.peak_memory_mb = 0

    def alive(self) -> bool:
        return not select.select([self._pidfd], [], [], 0)[0] if self._pidfd >= 0 else False

    def interrupt(self) -> None:
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """End the process and everything it started; return when it is gone."""
        if self._pidfd >= 0:
            self._signal(signal.SIGKILL)
            select.select([self._pidfd], [], [], FORK_SECONDS)
            os.close(self._pidfd)
            self._pidfd = -1

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, OSError):
            signal.pidfd_send_signal(self._pidfd, number)

    def memory_mb(self) -> int:
        """Memory of all processes in the namespace, in MB, their page tables included and files left out.

        It is remembered if it is the highest so far.
        """
        total, waiting = 0, [self.pid]
        while waiting:
            pid = waiting.pop()
            with contextlib.suppress(OSError, ValueError):
                status = Path(f"/proc/{pid}/status").read_text()
                fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
                total += sum(
                    int(fields[name].split()[0])
                    for name in ("RssAnon", "RssShmem", "VmPTE")
                    if name in fields
                )
                for thread in os.listdir(f"/proc/{pid}/task"):
                    waiting += map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text().split())
        self.peak_memory_mb = max(self.peak_memory_mb, total // 1024)
        return total // 1024

    def cpu_seconds(self) -> float:
        """CPU time of the process so far, that of children it waited for included."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _pid_of(pidfd: int) -> int:
    text = Path(f"/proc/self/fdinfo/{pidfd}").read_text()
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pid:")))


def why_not() -> str | None:
    """Why this host can't run the sandbox, as far as it can be told without trying."""
    if not sys.platform.startswith("linux"):
        return "The sandbox needs Linux (on Windows and macOS: a virtual machine, or a container of Linux)."
    if platform.machine() not in ("x86_64", "aarch64"):
        return f"The sandbox knows x86_64 and aarch64, not {platform.machine()}."
    if shutil.which("bwrap") is None:
        return "bubblewrap is not installed: apt install bubblewrap, dnf install bubblewrap, or the like."
    return None


def diagnosis(complaint: str) -> str:
    """A failed start in words, with the cure for the hosts we know."""
    cures = (
        (
            "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "sysctl kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("/proc/sys/kernel/unprivileged_userns_clone", "0", "sysctl kernel.unprivileged_userns_clone=1"),
        ("/proc/sys/user/max_user_namespaces", "0", "sysctl user.max_user_namespaces=10000"),
    )
    for path, value, cure in cures:
        with contextlib.suppress(OSError):
            if Path(path).read_text().strip() == value:
                return (
                    f"This host does not let ordinary users make namespaces ({complaint}): as root, {cure}."
                )
    if Path("/.dockerenv").exists() or Path("/run/.containerenv").exists():
        return (
            f"This container does not allow namespaces ({complaint}): start it with "
            "--security-opt seccomp=unconfined --security-opt systempaths=unconfined."
        )
    return f"The sandbox does not start here ({complaint})."
