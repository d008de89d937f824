"""What the operating system holds one sandboxed process to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """What the kernel enforces on one fork: memory of a process, its folder's size and number of files, processes."""

    memory_mb: int
    disk_mb: int
    files: int
    processes: int
