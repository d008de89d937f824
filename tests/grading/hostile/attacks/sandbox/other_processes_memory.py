# No other process is seen.
# uses: call

# %% scale
mine = {int(thread) for thread in os.listdir("/proc/self/task")}
for pid in [os.getppid(), *range(2, 300)]:
    for name in ("mem", "environ", "maps", "root", "cwd", "fd"):
        if pid not in mine and os.path.exists(f"/proc/{pid}/{name}"):
            win(f"/proc/{pid}/{name}")
for pid in (os.getppid(), 1, 2, 3):
    if call((101, 117), 16, pid, 0, 0) == 0 and pid not in mine:
        win("ptrace")
buffer = ctypes.create_string_buffer(64)
if call((310, 270), os.getppid(), buffer, 1, buffer, 1, 0) > 0:
    win("process_vm_readv")
if call((438, 438), 0, 0, 0) >= 0:
    win("pidfd_getfd")
