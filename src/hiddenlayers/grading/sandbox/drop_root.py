"""Run as a script by root: become an ordinary user, then bubblewrap.

The ordinary user may not be able to enter the folders of the environment (Python under /root), so they are bound
first where everybody can, in a mount namespace that nobody else sees. Runs with nothing but the standard library.
"""

import ctypes
import json
import os
import sys

CLONE_NEWNS, MS_BIND, MS_REC, MS_PRIVATE = 0x00020000, 4096, 16384, 1 << 18


def main() -> None:
    plan = json.loads(sys.argv[1])
    libc = ctypes.CDLL(None, use_errno=True)

    def call(name: str, *arguments) -> None:
        if getattr(libc, name)(*arguments):
            number = ctypes.get_errno()
            sys.exit(f"{name}: {os.strerror(number)}")

    call("unshare", CLONE_NEWNS)
    call("mount", b"none", b"/", None, MS_REC | MS_PRIVATE, None)
    call("mount", b"tmpfs", b"/run", b"tmpfs", 0, b"mode=755,size=64k")
    for name, folder in [*((str(n), f) for n, f in enumerate(plan["folders"])), ("work", plan["work"])]:
        os.mkdir(f"/run/{name}")
        call("mount", folder.encode(), f"/run/{name}".encode(), None, MS_BIND | MS_REC, None)
    os.setgroups([])
    os.setresgid(plan["user"], plan["user"], plan["user"])
    os.setresuid(plan["user"], plan["user"], plan["user"])
    os.execv(plan["command"][0], plan["command"])


main()
