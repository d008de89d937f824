"""Messages over a connected stream socket."""

import contextlib
import socket
import struct

from hiddenlayers.grading.judge.wire import MAX_RAW, MAX_STRUCTURE, Message, WireError

HEADER = struct.Struct("<4sIIQ")  # magic, the request's number, bytes of structure, bytes of arrays
MAGIC = b"HLJ1"
CHUNK = 1 << 24  # memory is taken as bytes arrive, never because a header promises them


class Channel:
    """One end of the border. After a failure, or an exception that cut a message in two, it is closed for good."""

    def __init__(self, connection: socket.socket):
        self.open = True
        self._socket = connection

    def send(self, number: int, message: Message) -> None:
        """Send a message.

        Raises:
            WireError: the other side is gone.
        """
        with self._whole_message():
            header = HEADER.pack(MAGIC, number, len(message.structure), message.raw_size)
            self._socket.sendall(header + message.structure)
            for part in message.raw:
                self._socket.sendall(part)

    def receive(self) -> tuple[int, bytes, bytearray]:
        """The number, structure and arrays of the next message.

        Raises:
            WireError: the other side is gone, or what it sent is no message.
        """
        with self._whole_message():
            magic, number, structure, raw = HEADER.unpack(self._read(HEADER.size))
            if magic != MAGIC or structure > MAX_STRUCTURE or raw > MAX_RAW:
                raise WireError("no message")
            return number, bytes(self._read(structure)), self._read(raw)

    def _read(self, size: int) -> bytearray:
        data = bytearray(min(size, CHUNK))
        filled = 0
        while filled < size:
            if filled == len(data):
                data.extend(bytes(min(size - filled, len(data))))
            with memoryview(data) as view:
                arrived = self._socket.recv_into(view[filled:])
            if not arrived:
                raise WireError("the other side is gone")
            filled += arrived
        return data

    @contextlib.contextmanager
    def _whole_message(self):
        if not self.open:
            raise WireError("the other side is gone")
        self.open = False
        try:
            yield
        except OSError as error:
            raise WireError("the other side is gone") from error
        self.open = True
