"""What a submission may use, how it is isolated, and what its run came to."""

from dataclasses import dataclass
from typing import Literal

from hiddenlayers.grading.reasons import Reason


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Seconds are wall time. Memory, disk, files and processes are bounded in the sandbox only: memory of all its
    processes beyond what the imports took, and the size and number of files in its folder. `threads` None leaves
    their number to the libraries.
    """

    cell_seconds: float = 60
    submission_seconds: float = 600
    output_bytes: int = 1_000_000  # per cell
    memory_mb: int = 2048
    disk_mb: int = 256
    files: int = 10_000
    processes: int = 64
    threads: int | None = None


@dataclass(frozen=True)
class Isolation:
    """Where submissions run and who judges them.

    Attributes:
        sandbox: "auto" uses the sandbox where the host allows it, "require" refuses to do without, "off" does not try.
        judge: "outside" runs check cells in a process of their own, "inside" in the learner's kernel as nbgrader
            does, "auto" outside for notebooks of this course, whose checks are written for it, and inside for others.
        all_cells: run narrative cells too that no answer needs.
        imports: packages that the warm process has imported before it forks.
        proved: the sandbox was tried where they run and works, so nothing that can run in it runs without it.
    """

    sandbox: Literal["auto", "require", "off"] = "auto"
    judge: Literal["auto", "outside", "inside"] = "auto"
    all_cells: bool = False
    imports: tuple[str, ...] = ()
    proved: bool = False


@dataclass(frozen=True)
class Facts:
    """How a run went.

    `memory_mb` is its peak, None where it cannot be known.
    """

    seconds: float
    memory_mb: int | None
    cells_run: int
    kernel_died: bool
    reasons: tuple[Reason, ...] = ()
