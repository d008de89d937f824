"""The system call filter of a sandboxed process: what namespaces and limits leave open, and no notebook needs."""

import platform
import struct

# Numbers from the kernel's unistd.h: name -> (x86_64, aarch64); None where the architecture has no such call
DENIED = {
    # more namespaces, mounts, other roots
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # other processes' memory
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    # keyrings, memory that no limit counts, and doors into the kernel
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "userfaultfd": (323, 282),
    "vmsplice": (278, 75),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "syslog": (103, 116),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "fanotify_init": (300, 262),
    "lookup_dcookie": (212, 18),
    "nfsservctl": (180, 42),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
}
SOCKET, SOCKETPAIR, MMAP, CLONE, CLONE3 = (41, 198), (53, 199), (9, 222), (56, 220), (435, 435)
SETSOCKOPT = (54, 208)

AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
SO_SNDBUF, SO_RCVBUF = 7, 8
MAP_SHARED_ANONYMOUS = 0x21
NAMESPACES = 0x7E020000 | 0x80  # every CLONE_NEW flag, the time namespace's included
X32_BIT = 0x40000000

ALLOW, KILL = 0x7FFF0000, 0x80000000
EPERM, ENOSYS, EACCES = 0x00050001, 0x00050026, 0x0005000D

_LOAD, _EQUAL, _AT_LEAST, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_NUMBER, _ARCH = 0, 4  # offsets in struct seccomp_data
_ARGUMENT = 16  # the low half of the first argument; both machines are little-endian


def program(machine: str = platform.machine()) -> bytes:
    """The filter as BPF instructions.

    Denied calls fail with EPERM (`clone3` with ENOSYS, so that the C library falls back to `clone`, whose flags
    can be read); the rest is allowed.

    Raises:
        KeyError: for a machine other than x86_64 and aarch64.
    """
    column = {"x86_64": 0, "aarch64": 1}[machine]
    code = [
        _op(_LOAD, _ARCH),
        _jump(_EQUAL, AUDIT_ARCH[machine], 1, 0),
        _op(_RETURN, KILL),
        _op(_LOAD, _NUMBER),
    ]
    if machine == "x86_64":  # the same calls under other numbers
        code += [_jump(_AT_LEAST, X32_BIT, 0, 1), _op(_RETURN, EPERM)]
    for numbers in DENIED.values():
        if numbers[column] is not None:
            code += [_jump(_EQUAL, numbers[column], 0, 1), _op(_RETURN, EPERM)]
    code += [_jump(_EQUAL, CLONE3[column], 0, 1), _op(_RETURN, ENOSYS)]
    families = [
        _op(_LOAD, _ARGUMENT),
        _jump(_EQUAL, AF_UNIX, 3, 0),
        _jump(_EQUAL, AF_INET, 2, 0),
        _jump(_EQUAL, AF_INET6, 1, 0),
        _op(_RETURN, EACCES),
        _op(_RETURN, ALLOW),
    ]
    for number in (SOCKET[column], SOCKETPAIR[column]):
        code += [_jump(_EQUAL, number, 0, len(families)), *families]
    buffers = [  # memory that no limit counts: it stays at the host's default size
        _op(_LOAD, _ARGUMENT + 8 * 2),
        _jump(_EQUAL, SO_SNDBUF, 1, 0),
        _jump(_EQUAL, SO_RCVBUF, 0, 1),
        _op(_RETURN, EPERM),
        _op(_RETURN, ALLOW),
    ]
    code += [_jump(_EQUAL, SETSOCKOPT[column], 0, len(buffers)), *buffers]
    code += _when(MMAP[column], 3, MAP_SHARED_ANONYMOUS, MAP_SHARED_ANONYMOUS)
    code += _when(CLONE[column], 0, NAMESPACES, None)
    code += [_op(_RETURN, ALLOW)]
    return b"".join(code)


def _when(number: int, argument: int, mask: int, value: int | None) -> list[bytes]:
    """Deny a call whose argument has the bits of `mask` set: exactly all of them (`value`), or any of them."""
    test = [_jump(_EQUAL, value, 0, 1)] if value is not None else [_jump(_EQUAL, 0, 1, 0)]
    body = [
        _op(_LOAD, _ARGUMENT + 8 * argument),
        _op(_AND, mask),
        *test,
        _op(_RETURN, EPERM),
        _op(_RETURN, ALLOW),
    ]
    return [_jump(_EQUAL, number, 0, len(body)), *body]


def _op(code: int, value: int) -> bytes:
    return struct.pack("HBBI", code, 0, 0, value)


def _jump(code: int, value: int, if_true: int, if_false: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
