import random
import socket
import tracemalloc

import numpy as np
import pytest

from hiddenlayers.grading.judge.channel import HEADER, MAGIC, Channel
from hiddenlayers.grading.judge.wire import WireError, decode, encode


@pytest.fixture
def ends():
    here, there = socket.socketpair()
    yield here, there
    here.close()
    there.close()


def test_a_message_arrives_with_its_number(ends):
    here, there = map(Channel, ends)
    here.send(3, encode(["a", np.arange(5)]))
    number, structure, raw = there.receive()
    assert number == 3
    assert decode(structure, raw)[1].tolist() == [0, 1, 2, 3, 4]


def test_messages_follow_each_other(ends):
    here, there = map(Channel, ends)
    for number in range(3):
        here.send(number, encode([number]))
    assert [decode(*there.receive()[1:]) for _ in range(3)] == [[0], [1], [2]]


def test_a_lost_other_side_is_a_clean_error(ends):
    here, there = ends
    there.close()
    channel = Channel(here)
    with pytest.raises(WireError, match="gone"):
        channel.receive()
    assert not channel.open
    with pytest.raises(WireError, match="gone"):
        channel.send(1, encode([1]))


def test_a_message_that_breaks_off_is_a_clean_error(ends):
    here, there = ends
    there.sendall(HEADER.pack(MAGIC, 1, 100, 0) + b"[")
    there.close()
    with pytest.raises(WireError, match="gone"):
        Channel(here).receive()


def test_memory_is_taken_as_bytes_arrive_not_as_they_are_promised(ends):
    here, there = ends
    there.sendall(HEADER.pack(MAGIC, 1, 2, 500 << 20) + b"[]" + bytes(1000))
    there.close()
    tracemalloc.start()
    with pytest.raises(WireError):
        Channel(here).receive()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 << 20


@pytest.mark.parametrize("header", [(b"HTTP", 1, 2, 0), (MAGIC, 1, 2**32 - 1, 0), (MAGIC, 1, 2, 2**63)])
def test_a_header_that_promises_nonsense_is_refused_unread(ends, header):
    here, there = ends
    there.sendall(HEADER.pack(*header))
    with pytest.raises(WireError, match="no message"):
        Channel(here).receive()


def test_random_bytes_are_a_clean_error():
    draw = random.Random(1)
    for _ in range(200):
        here, there = socket.socketpair()
        there.sendall(draw.randbytes(draw.randrange(60)))
        there.close()
        with here, pytest.raises(WireError):
            Channel(here).receive()


def test_an_interrupted_message_closes_the_channel():
    class Interrupted:
        def recv_into(self, view):
            raise KeyboardInterrupt

    channel = Channel(Interrupted())
    with pytest.raises(KeyboardInterrupt):
        channel.receive()
    assert not channel.open
