import struct

import pytest

from hiddenlayers.grading.sandbox import seccomp

ALLOWED, DENIED = seccomp.ALLOW, seccomp.EPERM
X86 = seccomp.AUDIT_ARCH["x86_64"]


def decide(number, *arguments, arch=X86, machine="x86_64"):
    """What the filter answers to a system call: a small interpreter of the instructions that it uses."""
    data = struct.pack("<IIQ6Q", number, arch, 0, *(*arguments, 0, 0, 0, 0, 0, 0)[:6])
    code = [
        struct.unpack("HBBI", seccomp.program(machine)[at : at + 8])
        for at in range(0, len(seccomp.program(machine)), 8)
    ]
    accumulator = position = 0
    while True:
        operation, if_true, if_false, value = code[position]
        position += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif operation == 0x15:
            position += if_true if accumulator == value else if_false
        elif operation == 0x35:
            position += if_true if accumulator >= value else if_false
        elif operation == 0x54:
            accumulator &= value
        else:
            assert operation == 0x06
            return value


def test_ordinary_calls_pass():
    for number in (0, 1, 2, 39, 57, 59, 202):  # read, write, open, getpid, fork, execve, futex
        assert decide(number) == ALLOWED


@pytest.mark.parametrize("name", sorted(seccomp.DENIED))
def test_denied_calls_are_denied_on_both_machines(name):
    for machine, number in zip(("x86_64", "aarch64"), seccomp.DENIED[name], strict=True):
        if number is not None:
            assert decide(number, arch=seccomp.AUDIT_ARCH[machine], machine=machine) == DENIED


def test_only_local_families_of_sockets_pass():
    for call in (41, 53):
        assert [decide(call, family) for family in (1, 2, 10)] == [ALLOWED] * 3
        assert {decide(call, family) for family in (16, 17, 38, 40)} == {seccomp.EACCES}


def test_memory_shared_without_a_file_is_denied():
    assert decide(9, 0, 4096, 3, 0x21) == DENIED
    assert decide(9, 0, 4096, 3, 0x4021) == DENIED
    assert decide(9, 0, 4096, 3, 0x22) == ALLOWED  # private
    assert decide(9, 0, 4096, 3, 0x01) == ALLOWED  # of a file


def test_the_sizes_of_socket_buffers_cannot_be_set():
    assert [decide(54, 3, 1, name) for name in (7, 8)] == [DENIED] * 2
    assert [decide(54, 3, 1, name) for name in (2, 9, 20)] == [ALLOWED] * 3


def test_new_namespaces_are_denied_and_threads_allowed():
    assert decide(56, 0x10000000) == DENIED
    assert decide(56, 0x00020000 | 17) == DENIED
    assert decide(56, 0x003D0F00) == ALLOWED  # what pthread_create asks for
    assert decide(435) == seccomp.ENOSYS


def test_another_architecture_is_killed_and_its_numbers_refused():
    assert decide(0, arch=0x40000003) == seccomp.KILL
    assert decide(0x40000000) == DENIED
