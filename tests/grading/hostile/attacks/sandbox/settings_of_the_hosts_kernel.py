# They can't be opened for writing.

# %% scale
for path in (
    "/proc/sys/kernel/core_pattern",
    "/proc/sys/kernel/hostname",
    "/proc/sysrq-trigger",
    "/proc/1/oom_score_adj",
    "/proc/self/uid_map",
    "/sys/kernel/uevent_helper",
    "/proc/sys/vm/drop_caches",
    "/proc/self/attr/current",
):
    try:
        open(path, "r+b").close()
        win(path)
    except OSError:
        pass
