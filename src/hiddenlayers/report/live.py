"""Shows a class being graded: a line for each submission once it is done, and below them how far it is."""

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from hiddenlayers.grading.result import Result
from hiddenlayers.report.table import STATE_STYLE


@contextlib.contextmanager
def show_progress(console: Console, quiet: bool = False) -> Iterator[Callable[[Result, int, int], None]]:
    """Gives the function to call after each submission with its result, how many are done and how many there are.

    Unchanged submissions have no line and count for nothing in the time left: they take none.

    Args:
        console: where to show it; without a terminal there are only the lines.
        quiet: show no lines.
    """
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()]
    columns += [TextColumn("left:"), TimeRemainingColumn(elapsed_when_finished=False)]
    progress = Progress(*columns, console=console, disable=not console.is_terminal)
    # Older rich ends even a disabled one with an empty line
    with contextlib.nullcontext() if progress.disable else progress:
        task = progress.add_task("Starting", total=None)
        unchanged = 0

        def show(result: Result, done: int, of: int) -> None:
            nonlocal unchanged
            unchanged += result.skipped
            progress.update(task, description="Grading", completed=done - unchanged, total=of - unchanged)
            if not quiet and not result.skipped:
                line = Text(f"{result.chapter} {result.student}: {result.total:g} / {result.max:g} ")
                console.print(line.append(result.state, STATE_STYLE[result.state]), soft_wrap=True)

        yield show
