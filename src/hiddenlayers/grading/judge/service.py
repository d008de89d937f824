"""The judge as a process of its own: both ends of the channel between it and the grader."""

import contextlib
import json
import os
import socket
import struct
from dataclasses import asdict, dataclass

from hiddenlayers.grading.judge.judge import Judge, Verdict

SIZE = struct.Struct("<I")
MAX_VERDICT = (
    1 << 23
)  # bytes; the judge has read what the learner sent, so the grader doesn't take its word either


@dataclass(frozen=True)
class Order:
    """One check cell to judge. `names` are what it reads of the learner's."""

    source: str
    names: tuple[str, ...]
    hidden: bool
    name: str
    language: str
    seed: int


class JudgeGone(Exception):  # noqa: N818  (a state, not a fault)
    """The judge ended, or answered with something that is no verdict."""


def send_order(channel: socket.socket, order: Order, learner: socket.socket) -> None:
    """Give the judge a cell, and a connection to the learner's process for the time of that cell.

    Raises:
        JudgeGone: there is no judge any more.
    """
    body = json.dumps(asdict(order)).encode()
    try:
        socket.send_fds(channel, [SIZE.pack(len(body))], [learner.fileno()])
        channel.sendall(body)
    except OSError as error:
        raise JudgeGone from error


def receive_verdict(channel: socket.socket) -> Verdict:
    """What the judge found; call it when the channel is readable.

    Raises:
        JudgeGone: it ended, or sent something else.
    """
    try:
        (size,) = SIZE.unpack(_read(channel, SIZE.size))
        if size > MAX_VERDICT:
            raise ValueError("too large")
        verdict = json.loads(_read(channel, size))
        outputs = tuple(_output(output) for output in verdict["outputs"])
        if (verdict["passed"] is True) == any(output["output_type"] == "error" for output in outputs):
            raise ValueError("a verdict that contradicts its outputs")
        return Verdict(verdict["passed"], outputs)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise JudgeGone from error


def judge_cells(channel: socket.socket) -> None:
    """Judge one cell after the other until the grader hangs up. Meant to have its process to itself."""
    while True:
        head, descriptors, _, _ = socket.recv_fds(channel, SIZE.size, 1)
        if not descriptors:
            return
        order = Order(**json.loads(_read(channel, *SIZE.unpack(head))))
        with socket.socket(fileno=descriptors[0]) as learner:
            judge = Judge(learner, order.language, order.seed)
            verdict = judge.run(order.source, order.names, hidden=order.hidden, name=order.name)
        body = json.dumps(asdict(verdict)).encode()
        channel.sendall(SIZE.pack(len(body)) + body)


def _output(output: dict) -> dict:
    """An output made of nothing but the fields and types that it should have."""
    if output["output_type"] == "stream":
        return {"output_type": "stream", "name": "stdout", "text": str(output["text"])}
    lines = [str(line) for line in output["traceback"]]
    name, message = str(output["ename"]), str(output["evalue"])
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": lines}


def _read(channel: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = channel.recv(min(size - len(data), 1 << 20))
        if not part:
            raise OSError("the other side is gone")
        data += part
    return bytes(data)


def main() -> None:
    """Run as a process: the number of the channel's descriptor is the first argument. It says when it is ready."""
    import sys

    with contextlib.suppress(ImportError):  # now, rather than in the time of the first check that needs it
        import keras  # noqa: F401
    null = os.open(os.devnull, os.O_WRONLY)
    os.write(1, b"ready")
    os.dup2(null, 1)
    judge_cells(socket.socket(fileno=int(sys.argv[1])))
    os._exit(0)


if __name__ == "__main__":
    main()
