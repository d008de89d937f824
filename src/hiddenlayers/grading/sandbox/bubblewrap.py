"""The outer sandbox, seen from the grader's side: a process in bubblewrap that sees the environment and one folder."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import hiddenlayers

WORK = "/run/grader"  # where the sandbox sees the folder that it shares with the grader
OWN = "/submission"  # where what a submission may write is mounted
HOME, TEMPORARY = f"{OWN}/work", f"{OWN}/tmp"
ORDINARY_USER = 61_000  # who runs the sandbox where the grader itself was started by root
ETC = ("ld.so.cache", "localtime", "fonts", "nsswitch.conf", "alternatives")
EXCHANGE = "/usr/local/share/nbgrader"  # where nbgrader puts all students' work, unless it is told otherwise
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def read_only_folders() -> list[str]:
    """The folders that the environment lives in: Python, its packages, and this package."""
    package = Path(hiddenlayers.__file__).parent
    found = {
        sys.prefix,
        sys.base_prefix,
        sysconfig.get_paths()["purelib"],
        sysconfig.get_paths()["platlib"],
        str(package),
    }
    found |= {str(Path(folder).resolve()) for folder in found}
    outside = sorted(folder for folder in found if not folder.startswith("/usr/") and folder != "/usr")
    # a folder inside another one comes with it
    return [f for f in outside if not any(f != other and f.startswith(other + "/") for other in outside)]


def shows(folder: Path) -> bool:
    """Whether submissions could read what is in `folder`."""
    return any(folder.resolve().is_relative_to(shown) for shown in ("/usr", *read_only_folders()))


def command(
    work: Path, folders: Sequence[tuple[str, str]], arguments: Sequence[str], environment: dict
) -> list[str]:
    """The bubblewrap command line that runs `arguments` with nothing but `folders` (outside, inside) and `work`."""
    line = ["bwrap", "--unshare-all", "--unshare-user", "--new-session", "--die-with-parent", "--clearenv"]
    line += ["--ro-bind", "/usr", "/usr"]
    if os.path.isdir(EXCHANGE):
        line += ["--tmpfs", EXCHANGE]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        path = Path("/", name)
        if path.is_symlink():
            line += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            line += ["--ro-bind", str(path), str(path)]
    for name in ETC:
        line += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    for outside, inside in folders:
        line += ["--ro-bind", outside, inside]
    line += ["--proc", "/proc", "--dev", "/dev", "--dir", "/dev/shm", "--dir", "/tmp"]
    # Reads as zeros too, but can't be mapped: a shared mapping of /dev/zero is memory that no limit counts
    line += ["--dev-bind", "/dev/full", "/dev/zero"]
    line += ["--tmpfs", OWN, "--dir", TEMPORARY, "--dir", "/run/kernel", "--bind", str(work), WORK]
    for name, value in environment.items():
        line += ["--setenv", name, value]
    return [*line, "--chdir", "/", "--remount-ro", "/dev", "--remount-ro", "/", "--", *arguments]


def environment(threads: int) -> dict[str, str]:
    """All that a sandboxed process finds in its environment."""
    return {
        "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
        "HOME": HOME,
        "TMPDIR": TEMPORARY,
        "IPYTHONDIR": TEMPORARY,
        "XDG_CACHE_HOME": f"{WORK}/cache",
        "LANG": "C.UTF-8",
        "PYTHONNOUSERSITE": "1",
        "PYTHONPATH": str(Path(hiddenlayers.__file__).parents[1]),  # it need not be installed
        "PYTHONHASHSEED": "0",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": f"{WORK}/matplotlib",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_NUM_INTRAOP_THREADS": str(threads),
        "TF_NUM_INTEROP_THREADS": str(threads),
        "HIDDENLAYERS_PROFILE": "grading",
        "NBGRADER_EXECUTION": "autograde",
        **dict.fromkeys(THREADS, str(threads)),
    }


def start(
    work: Path, sockets: Sequence[socket.socket], arguments: Sequence[str], threads: int = 1
) -> subprocess.Popen:
    """Start a sandboxed process that inherits `sockets`.

    Args:
        work: the folder that both sides see; it has to belong to the sandbox's user (see `own`).
        sockets: their numbers are appended to `arguments`.
        arguments: the command to run in the sandbox.
        threads: for the numeric libraries.
    """
    folders = read_only_folders()
    inherited = [each.fileno() for each in sockets]
    arguments = [*arguments, *map(str, inherited)]
    if os.geteuid() == 0:
        # As root, a sandboxed process would still be root to the kernel: drop to an ordinary user first
        plan = {"user": ORDINARY_USER, "folders": folders}
        holders = [(f"/run/{number}", folder) for number, folder in enumerate(folders)]
        line = command(Path("/run/work"), holders, arguments, environment(threads))
        plan |= {"work": str(work), "command": [shutil.which("bwrap") or "bwrap", *line[1:]]}
        line = [sys.executable, "-I", str(Path(__file__).with_name("drop_root.py")), json.dumps(plan)]
    else:
        line = command(work, [(folder, folder) for folder in folders], arguments, environment(threads))
    return subprocess.Popen(
        line,
        pass_fds=inherited,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def own(folder: Path) -> None:
    """Give a folder of the grader's to the user who runs the sandbox."""
    folder.chmod(0o700)
    if os.geteuid() == 0:
        with contextlib.suppress(PermissionError):
            os.chown(folder, ORDINARY_USER, ORDINARY_USER)
