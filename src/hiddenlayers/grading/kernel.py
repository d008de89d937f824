"""Running single cells in a kernel, under limits of time and memory."""

import contextlib
import os
import time
from pathlib import Path
from typing import Protocol

import zmq
from jupyter_client import BlockingKernelClient

from hiddenlayers.grading.outputs import Outputs
from hiddenlayers.grading.reasons import Reason

POLL_SECONDS = 0.25
GRACE_SECONDS = 3  # how long an interrupted cell may take to stop
IDLE_SECONDS = 4  # how long to wait for outputs once the kernel has replied; a message can get lost
MAX_MESSAGE_BYTES = 1 << 25  # a larger one is not read


class Process(Protocol):
    """The process behind a kernel or a judge."""

    def alive(self) -> bool: ...

    def interrupt(self) -> None: ...

    def kill(self) -> None: ...

    def memory_mb(self) -> int | None:
        """Memory in use now, by its children too; None where that can't be known."""


class Kernel:
    """A running kernel, and the client that talks to it."""

    def __init__(self, process: Process, client: BlockingKernelClient, memory_mb: int):
        self.process = process
        self.client = client
        self.dead = False
        self.peak_memory_mb: int | None = None
        self.memory_reason = Reason("memory", {"megabytes": memory_mb})
        self._memory_limit = memory_mb
        self._looked_at = 0.0
        self._memory_at_start = process.memory_mb() or 0
        self._own_memory_at_start = _own_memory_mb()
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
                reply = self.take_reply(message_id)
                reply_at = time.monotonic()
            now = time.monotonic()
            if not ready and not self.alive():
                self.dead = True
                return
            if self.too_much_memory(now):
                outputs.limit_hit = self.memory_reason
                self.kill()
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
                self.process.interrupt()
        if reply["status"] != "ok":
            outputs.complete_error(reply)

    def alive(self) -> bool:
        return self.process.alive()

    def kill(self) -> None:
        self.dead = True
        self.process.kill()

    def too_much_memory(self, now: float) -> bool:
        """Whether the kernel and its children hold more than they may; looks a few times a second.

        What they have sent and this process holds counts too: one message can have any number of parts.
        """
        if now < self._looked_at + POLL_SECONDS:
            return False
        self._looked_at = now
        sent = _own_memory_mb() - self._own_memory_at_start
        held = self.process.memory_mb()
        if held is None:
            return sent > self._memory_limit
        self.peak_memory_mb = max(self.peak_memory_mb or 0, held)
        return held - self._memory_at_start + max(sent, 0) > self._memory_limit

    def take_reply(self, message_id: str) -> dict | None:
        """The reply to a message, if the next one on the shell channel is it."""
        # The learner's process writes these messages and may write them wrong: such a one is left out.
        with contextlib.suppress(Exception):
            message = self._receive(self.client.shell_channel.socket)
            content = message["content"]
            if message["parent_header"].get("msg_id") == message_id and isinstance(content["status"], str):
                return content
        return None

    def _receive(self, channel: zmq.Socket) -> dict:
        """The message that waits on a channel; raises anything at all where it is none, `_TooLarge` among others."""
        frames = channel.recv_multipart(zmq.NOBLOCK)
        if sum(map(len, frames)) > MAX_MESSAGE_BYTES:
            raise _TooLarge
        return self.client.session.deserialize(self.client.session.feed_identities(frames)[1])

    def _take_output(self, message_id: str, outputs: Outputs) -> bool:
        """Take one message from the output channel; True when it says that the cell is done."""
        with contextlib.suppress(Exception):
            try:
                message = self._receive(self.client.iopub_channel.socket)
            except _TooLarge:
                outputs.leave_out()
                return False
            if message["parent_header"].get("msg_id") == message_id:
                kind, content = message["msg_type"], message["content"]
                if kind == "status":
                    return content["execution_state"] == "idle"
                outputs.add(kind, content)
        return False


class _TooLarge(Exception):  # noqa: N818 (a property of the message)
    """A message that is not worth the memory that reading it would take."""


def connect(client: BlockingKernelClient, seconds: float) -> None:
    """Open the channels and wait until outputs arrive.

    Raises:
        TimeoutError: no answer.
    """
    client.start_channels(stdin=False, hb=False)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        client.kernel_info()  # a message before the subscription has arrived can get lost, so ask until one is heard
        if client.iopub_channel.socket.poll(100):
            return
    raise TimeoutError(f"no answer in {seconds:g} s")


def _own_memory_mb() -> int:
    """Memory that this process holds; 0 where that can't be known."""
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") >> 20
    return 0
