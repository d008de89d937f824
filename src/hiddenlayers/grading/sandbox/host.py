"""Whether this host can run the sandbox, and where it can't, why and what would help."""

import contextlib
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

TEMPORARY_BYTES = 48  # a socket's path has 107 at most, and ours lie deep


class SandboxUnavailable(Exception):  # noqa: N818 (a state of the host)
    """This host can't run the sandbox. The message says why and names the cure."""


def why_not() -> str | None:
    """Why this host can't run the sandbox, as far as it can be told without trying."""
    if not sys.platform.startswith("linux"):
        return "The sandbox needs Linux (on Windows and macOS: a virtual machine, or a container of Linux)."
    if platform.machine() not in ("x86_64", "aarch64"):
        return f"The sandbox knows x86_64 and aarch64, not {platform.machine()}."
    if shutil.which("bwrap") is None:
        return "bubblewrap is not installed: apt install bubblewrap, dnf install bubblewrap, or the like."
    folder = tempfile.gettempdir()
    if len(os.fsencode(folder)) > TEMPORARY_BYTES:
        return f"{folder} is too long a path for the sockets in it: set TMPDIR to a shorter one, like /tmp."
    return None


def diagnosis(complaint: str) -> str:
    """A failed start in words, with the cure for the hosts we know."""
    cures = (
        (
            "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "sysctl kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("/proc/sys/kernel/unprivileged_userns_clone", "0", "sysctl kernel.unprivileged_userns_clone=1"),
        ("/proc/sys/user/max_user_namespaces", "0", "sysctl user.max_user_namespaces=10000"),
    )
    for path, value, cure in cures:
        with contextlib.suppress(OSError):
            if Path(path).read_text().strip() == value:
                return (
                    f"This host does not let ordinary users make namespaces ({complaint}): as root, {cure}."
                )
    if Path("/.dockerenv").exists() or Path("/run/.containerenv").exists():
        return (
            f"This container does not allow namespaces ({complaint}): start it with "
            "--security-opt seccomp=unconfined --security-opt systempaths=unconfined "
            "--security-opt apparmor=unconfined."
        )
    return f"The sandbox does not start here ({complaint})."
