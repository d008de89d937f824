"""The grader's side of the sandbox: the warm process, its branches, and the forks that they make."""

import contextlib
import itertools
import json
import os
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from hiddenlayers.grading.sandbox import bubblewrap
from hiddenlayers.grading.sandbox.bounds import Bounds
from hiddenlayers.grading.sandbox.fork import Fork
from hiddenlayers.grading.sandbox.host import SandboxUnavailable, diagnosis, why_not

MESSAGE_BYTES = 1 << 16
IMPORT_SECONDS = 300  # a cold disk can take minutes to read TensorFlow
FORK_SECONDS = 60
CLOSE_SECONDS = 5
TRIAL = Bounds(memory_mb=256, disk_mb=1, files=100, processes=16)
JUDGE = "hiddenlayers.grading.judge.service.judge_cells"


class Forks:
    """Makes sandboxed processes: what a warm process and its branches have in common."""

    def __init__(self, control: socket.socket, work: Path):
        self._control = control
        self.work = work
        # Several grading processes may share the folder
        self._names = (f"{os.getpid()}-{number}" for number in itertools.count(1))

    def alive(self) -> bool:
        """Whether the process at the other end is there."""
        try:
            return self._control.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def close(self) -> None:
        """End the process and all its forks."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # it ends by itself then
        self._control.close()

    @contextlib.contextmanager
    def fork(
        self,
        bounds: Bounds,
        environment: Mapping[str, str],
        *,
        key: str = "",
        files: Mapping[str, bytes] | None = None,
        run: str = "",
    ) -> Iterator[Fork]:
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
        name = next(self._names)
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
            try:
                with their_status, their_channel:
                    descriptors = [their_status.fileno(), their_channel.fileno()]
                    socket.send_fds(self._control, [json.dumps({"fork": request}).encode()], descriptors)
                status.settimeout(FORK_SECONDS)
                _, descriptors, _, _ = socket.recv_fds(status, 16, 1)
                if not descriptors:
                    raise SandboxUnavailable("A fork of the warm process could not enter its namespaces.")
                fork = Fork(descriptors[0], channel, str(folder / "sockets" / "k"))
                if not status.recv(16):
                    raise SandboxUnavailable("A fork of the warm process ended before it was ready.")
            except OSError as error:
                raise SandboxUnavailable(f"The warm process does not answer ({error}).") from error
            yield fork
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


class WarmProcess(Forks):
    """A sandboxed process that imports, and then forks kernels and judges on request.

    Other processes of the same user may have branches of it (see `Branch`), which share what it has imported. It
    starts in the background: `ready` waits for it.
    """

    def __init__(self, imports: Sequence[str] = (), threads: int = 1):
        """Begin to start it.

        Args:
            imports: modules; those that can't be imported are left out.
            threads: for the numeric libraries.

        Raises:
            SandboxUnavailable: this host can't run it, as can be told without trying.
        """
        if unsupported := why_not():
            raise SandboxUnavailable(unsupported)
        from hiddenlayers.grading.sandbox.folder import PrivateFolder  # only Unix has what it needs

        self.missing_imports: list[str] = []
        self.threads_after_import = 0
        self._imported: set[str] = set()
        self._folder = PrivateFolder()
        self.address = str(self._folder.path / "branches")
        (self._folder.path / "work").mkdir()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        super().__init__(ours, self._folder.path / "work")
        bubblewrap.own(self.work)
        with theirs, socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(self.address)
            listener.listen()
            arguments = [sys.executable, "-m", "hiddenlayers.grading.sandbox.warm"]
            # By this thread, not the one below: the sandbox dies with the thread that started it
            self._process = bubblewrap.start(self.work, (theirs, listener), arguments, threads)
        background = ThreadPoolExecutor(1, thread_name_prefix="warm")
        self._trial = background.submit(self._try)
        self._imports = background.submit(self._import, tuple(imports))
        background.shutdown(wait=False)

    def _try(self) -> None:
        """The whole sequence once."""
        if not self._receive():
            raise SandboxUnavailable(diagnosis(self._complaint()))
        with self.fork(TRIAL, {}, run=JUDGE):
            pass

    def tried(self) -> None:
        """Wait until it is known that this host can run it.

        Raises:
            SandboxUnavailable: it can't.
        """
        self._trial.result()

    def ready(self, imports: Sequence[str] = ()) -> "WarmProcess":
        """Wait until it can fork, with these modules imported too.

        Raises:
            SandboxUnavailable: this host can't run it; it is closed then.
        """
        try:
            self._imports.result()
            self._import(imports)
        except SandboxUnavailable:
            self.close()
            raise
        return self

    def _import(self, imports: Sequence[str]) -> None:
        self._trial.result()
        new = [name for name in imports if name not in self._imported]
        self._imported.update(new)
        with contextlib.suppress(OSError):
            self._control.send(json.dumps({"import": new}).encode())
        reply = self._receive()
        if not reply:
            raise SandboxUnavailable(diagnosis(self._complaint()))
        facts = json.loads(reply)
        self.threads_after_import = facts["threads"]
        self.missing_imports += facts["missing"]

    def _receive(self) -> bytes:
        ready, _, _ = select.select([self._control], [], [], IMPORT_SECONDS)
        if not ready:
            return b""
        try:
            return self._control.recv(MESSAGE_BYTES)
        except OSError:
            return b""

    def _complaint(self) -> str:
        """The last line that the sandbox wrote before it ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(CLOSE_SECONDS)
        self._process.kill()
        text = self._process.communicate()[1].decode(errors="replace")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return lines[-1] if lines else "it ended without a word"

    def close(self) -> None:
        super().close()
        if not self._imports.done():  # it would not hear of it before they are
            self._process.kill()
        try:
            self._process.wait(CLOSE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.remove()


class Branch(Forks):
    """A copy of another process's warm process, which has imported all that it had, and ends with this process."""

    def __init__(self, address: str):
        """Ask for one.

        Args:
            address: the warm process's.

        Raises:
            SandboxUnavailable: it is not there any more.
        """
        control = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        super().__init__(control, Path(address).with_name("work"))
        try:
            control.connect(address)
        except OSError as error:
            control.close()
            raise SandboxUnavailable(f"The warm process is gone ({error}).") from error
