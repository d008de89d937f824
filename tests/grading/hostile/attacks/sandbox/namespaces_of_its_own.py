# No new ones, no mounts, no other root, no way up.
# uses: call

# %% scale
import subprocess

for what, result in {
    "unshare": libc.unshare(0x10000000),
    "mount": libc.mount(b"none", b"/submission", b"tmpfs", 0, None),
    "umount": libc.umount2(b"/run/grader", 2),
    "chroot": libc.chroot(b"/"),
    "setuid": libc.setuid(0),
    "setns": call((308, 268), 0, 0),
    "bpf": call((321, 280), 0, 0, 0),
    "io_uring": call((425, 425), 8, 0),
    "userfaultfd": call((323, 282), 0),
    "perf": call((298, 241), 0, 0, -1, -1, 0),
    "vmsplice": call((278, 75), 1, 0, 0, 0),
    "memfd": call((319, 279), b"x", 0),
    "open_by_handle_at": call((304, 265), 0, 0, 0),
    "capset": call((126, 91), (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)),
}.items():
    if result >= 0 and what != "setuid":
        win(what)
if os.getuid() == 0:
    win("root")
for line in (
    ["bwrap", "--unshare-user", "--bind", "/", "/", "true"],
    ["unshare", "-Ur", "true"],
    ["mount", "-t", "tmpfs", "x", "/submission"],
    ["nsenter", "-t", "1", "-m", "true"],
):
    try:
        if subprocess.run(line, capture_output=True).returncode == 0:
            win(line[0])
    except OSError:
        pass
