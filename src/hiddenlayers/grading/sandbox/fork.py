"""One sandboxed process, as the grader sees it."""

import contextlib
import os
import select
import signal
import socket
from pathlib import Path

END_SECONDS = 60
# What its kernel's sockets are called, after the address and a hyphen
KERNEL_PORTS = {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}


class Fork:
    """One sandboxed process: pid 1 of its namespaces, so that killing it ends everything in them."""

    def __init__(self, pidfd: int, channel: socket.socket, address: str):
        self._pidfd = pidfd
        self.channel = channel
        self.address = address  # of its kernel's sockets, without the number
        self.pid = _pid_of(pidfd)

    def alive(self) -> bool:
        return not select.select([self._pidfd], [], [], 0)[0] if self._pidfd >= 0 else False

    def interrupt(self) -> None:
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """End the process and everything it started; return when it is gone."""
        if self._pidfd >= 0:
            self._signal(signal.SIGKILL)
            select.select([self._pidfd], [], [], END_SECONDS)
            os.close(self._pidfd)
            self._pidfd = -1

    def _signal(self, number: int) -> None:
        with contextlib.suppress(OSError):
            signal.pidfd_send_signal(self._pidfd, number)

    def memory_mb(self) -> int:
        """Memory of all processes in the namespace, in MB, their page tables included and files left out."""
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
        return total // 1024


def _pid_of(pidfd: int) -> int:
    text = Path(f"/proc/self/fdinfo/{pidfd}").read_text()
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pid:")))
