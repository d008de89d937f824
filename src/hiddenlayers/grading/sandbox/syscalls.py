"""The few Linux calls that Python's os module lacks, by ctypes."""

import ctypes
import fcntl
import os
import platform
import socket
import struct

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND = 1, 2, 4, 8, 32, 4096
MS_REC, MS_PRIVATE = 16384, 1 << 18
MNT_DETACH = 2

PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 24, 36, 38
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC = 1, 1

# (machine) -> capset, keyctl, seccomp
NUMBERS = {"x86_64": (126, 250, 317), "aarch64": (91, 219, 277)}

_libc = ctypes.CDLL(None, use_errno=True)


def _call(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    _call(_libc.unshare(ctypes.c_int(flags)), "unshare")


def mount(source: str, target: str, kind: str = "", flags: int = 0, data: str = "") -> None:
    result = _libc.mount(
        source.encode(), target.encode(), kind.encode() or None, ctypes.c_ulong(flags), data.encode() or None
    )
    _call(result, f"mount {target}")


def umount(target: str) -> None:
    _call(_libc.umount2(target.encode(), MNT_DETACH), f"unmount {target}")


def prctl(option: int, *arguments: int) -> None:
    padded = [ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:4]]
    _call(_libc.prctl(option, *padded), f"prctl {option}")


def new_session_keyring() -> None:
    """Leave the keyring that the process inherited for a fresh one; nothing where the kernel has no keyrings."""
    keyctl = NUMBERS[platform.machine()][1]
    _libc.syscall(ctypes.c_long(keyctl), ctypes.c_ulong(1), None)  # KEYCTL_JOIN_SESSION_KEYRING


def drop_capabilities() -> None:
    """Give up every capability, for good."""
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    with open("/proc/sys/kernel/cap_last_cap") as file:
        last = int(file.read())
    for capability in range(last + 1):
        prctl(PR_CAPBSET_DROP, capability)
    header = struct.pack("II", 0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    capset = NUMBERS[platform.machine()][0]
    _call(_libc.syscall(ctypes.c_long(capset), header, bytes(24)), "capset")


def set_seccomp_filter(program: bytes) -> None:
    """Apply a filter of 8-byte BPF instructions to every thread of this process and to its children."""
    buffer = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: unsigned short, padding, pointer
    fprog = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    holder = ctypes.create_string_buffer(fprog, len(fprog))
    number = ctypes.c_long(NUMBERS[platform.machine()][2])
    mode, flag = ctypes.c_uint(SECCOMP_SET_MODE_FILTER), ctypes.c_uint(SECCOMP_FILTER_FLAG_TSYNC)
    _call(_libc.syscall(number, mode, flag, ctypes.byref(holder)), "seccomp")


def loopback_up() -> None:
    """Switch on the loopback interface of this network namespace; ipykernel's own streams need it after a fork."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sH14x", b"lo", 0x1 | 0x40)  # IFF_UP | IFF_RUNNING
        fcntl.ioctl(control, 0x8914, request)  # SIOCSIFFLAGS
