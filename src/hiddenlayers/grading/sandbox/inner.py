"""What a fork of the warm process does before it runs anybody's code: namespaces, mounts, limits, no way back."""

import os
import resource
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

from hiddenlayers.grading.sandbox import seccomp, syscalls
from hiddenlayers.grading.sandbox.bounds import Bounds
from hiddenlayers.grading.sandbox.bubblewrap import HOME, OWN, TEMPORARY, WORK

KERNEL_FOLDER = "/run/kernel"
INSIDE_USER = 1000
MEGABYTE = 1 << 20
SHARED_MEMORY_MB = 8  # /dev/shm, for multiprocessing's semaphores


def fork_into_namespaces(
    status: socket.socket, run: Callable[[Callable[[], None]], None], binds_sockets: bool
) -> None:
    """Fork twice into fresh namespaces and call `run(sealed)` there as their pid 1. Never returns.

    Sends the pidfd of that process over `status`. `run` calls `sealed()` once the sockets that it serves are bound:
    their folder is read-only from then on, and the filter of system calls is in force in every thread.

    Args:
        status: to the grader.
        run: what to do in the namespaces; it has all capabilities there until it drops them.
        binds_sockets: whether there is such a folder.
    """
    os.setsid()
    user, group = os.getuid(), os.getgid()
    syscalls.unshare(
        syscalls.CLONE_NEWUSER
        | syscalls.CLONE_NEWNS
        | syscalls.CLONE_NEWPID
        | syscalls.CLONE_NEWIPC
        | syscalls.CLONE_NEWUTS
        | syscalls.CLONE_NEWNET
    )
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{INSIDE_USER} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{INSIDE_USER} {group} 1")
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid:
        theirs.close()
        socket.send_fds(status, [b"pid"], [os.pidfd_open(pid)])
        status.close()
        # The other process has no capabilities any more when its sockets are bound; this one shares its mounts
        if ours.recv(1):
            if binds_sockets:
                _read_only(KERNEL_FOLDER)
            ours.send(b"k")
        os._exit(0)
    ours.close()

    def sealed() -> None:
        theirs.send(b"b")
        if theirs.recv(1) != b"k":
            os._exit(1)
        theirs.close()
        syscalls.set_seccomp_filter(seccomp.program())

    try:
        run(sealed)
    finally:
        os._exit(1)


def seal_off(bounds: Bounds, sockets: str | None) -> None:
    """Make the world of this process small: its own /proc and folder, nobody else's; then drop all capabilities.

    Args:
        bounds: the limits.
        sockets: the folder below WORK that holds the submission's files and takes its sockets, or None.
    """
    syscalls.mount("none", "/", flags=syscalls.MS_REC | syscalls.MS_PRIVATE)
    private = syscalls.MS_NOSUID | syscalls.MS_NODEV
    syscalls.mount("proc", "/proc", "proc", private | syscalls.MS_NOEXEC | syscalls.MS_RDONLY)
    size = f"size={bounds.disk_mb * MEGABYTE},nr_inodes={bounds.files},mode=700"
    syscalls.mount("tmpfs", OWN, "tmpfs", private, size)
    os.mkdir(HOME)
    os.mkdir(TEMPORARY)
    syscalls.mount("tmpfs", "/dev/shm", "tmpfs", private, f"size={SHARED_MEMORY_MB * MEGABYTE},nr_inodes=100")
    if sockets:
        folder = f"{WORK}/{sockets}"
        shutil.copytree(f"{folder}/files", HOME, dirs_exist_ok=True)
        syscalls.mount(f"{folder}/sockets", KERNEL_FOLDER, flags=syscalls.MS_BIND)
    syscalls.mount("tmpfs", WORK, "tmpfs", private | syscalls.MS_RDONLY, "size=4k,mode=555")
    os.chdir(HOME)
    os.environ["MPLCONFIGDIR"] = os.environ["XDG_CACHE_HOME"] = TEMPORARY
    syscalls.loopback_up()
    syscalls.new_session_keyring()
    _limit(bounds)
    syscalls.drop_capabilities()
    syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)


def _read_only(folder: str) -> None:
    flags = syscalls.MS_REMOUNT | syscalls.MS_BIND | syscalls.MS_RDONLY
    syscalls.mount("none", folder, flags=flags | syscalls.MS_NOSUID | syscalls.MS_NODEV)


def _limit(bounds: Bounds) -> None:
    with open("/proc/self/status") as file:  # what the libraries hold already does not count as the learner's
        loaded = next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmData"))
    for limit, value in (
        (resource.RLIMIT_DATA, loaded + bounds.memory_mb * MEGABYTE),
        (resource.RLIMIT_FSIZE, bounds.disk_mb * MEGABYTE),
        (resource.RLIMIT_NPROC, bounds.processes),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
