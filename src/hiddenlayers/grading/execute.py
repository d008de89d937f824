"""Runs a notebook: bytes in, bytes with outputs and the facts of the run out.

`execute` is the seam of the grader: pure, its arguments travel to any process or machine. The learner's cells run in
a kernel, check cells in a judge's process that calls the learner's functions across a border.
"""

import socket
import time
from collections.abc import Collection, Mapping

from nbformat import NotebookNode
from nbgrader import utils

from hiddenlayers.course import DEFAULT_SEED
from hiddenlayers.grading.checks import judge_cell
from hiddenlayers.grading.intake import from_bytes, language_of, to_bytes
from hiddenlayers.grading.judge.service import Order
from hiddenlayers.grading.limits import Facts, Isolation, Limits
from hiddenlayers.grading.narrative import not_needed
from hiddenlayers.grading.outputs import NotebookOutputs, Outputs
from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.workplace import Workplace, open_workplace
from hiddenlayers.names import free_names

HIDDEN = "BEGIN HIDDEN TESTS"


def execute(
    notebook: bytes,
    limits: Limits | None = None,
    files: Mapping[str, bytes] | None = None,
    seed: int | None = None,
    isolation: Isolation | None = None,
    handed_out: Collection[str] = (),
) -> tuple[bytes, Facts]:
    """Run the code cells of a notebook in order, each going on after the errors of those before it.

    Args:
        notebook: nbformat 4 as bytes, without outputs.
        limits: defaults to `Limits()`.
        files: what lies beside the notebook, by relative path.
        seed: the course's seed for the checks; None leaves it at the default.
        isolation: where it runs and who judges; defaults to `Isolation()`.
        handed_out: the texts of the narrative's code cells; those that no answer needs are not run.

    Returns:
        The notebook with outputs, and facts. A cell that did not run has no execution count and, unless no answer
        needed it, an error output that says why, in the notebook's language.

    Raises:
        Ungradable: its kernel is not installed or does not start.
        HiddenLayersError: the sandbox is required and this host can't run it.
    """
    limits, isolation = limits or Limits(), isolation or Isolation()
    nb = from_bytes(notebook)
    started = time.monotonic()
    judged = _judge_is_outside(nb, isolation)
    # The seed goes to the judge alone, except where the kernel has to run the checks
    kernel_seed = None if judged else seed
    with open_workplace(nb, limits, isolation, files or {}, language_of(nb), kernel_seed) as workplace:
        judged = judged and workplace.border is not None
        unprotected = isolation.sandbox != "off" and not workplace.sandboxed
        run = _Run(workplace, language_of(nb), limits, seed, judged)
        checks = {number for number, cell in enumerate(nb.cells) if judged and _is_check(cell)}
        left_out = set() if isolation.all_cells else not_needed(nb.cells, handed_out, checks)
        for number, cell in enumerate(nb.cells):
            if cell.cell_type == "code" and number not in left_out:
                run.cell(cell)
        facts = run.facts(time.monotonic() - started, (Reason("no-sandbox"),) if unprotected else ())
    return to_bytes(nb), facts


def _is_check(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell)


def _judge_is_outside(notebook: NotebookNode, isolation: Isolation) -> bool:
    if not hasattr(socket, "AF_UNIX"):  # Windows: no way to lend a connection
        return False
    if isolation.judge == "auto":
        return "hiddenlayers" in notebook.metadata
    return isolation.judge == "outside"


class _Run:
    """The cells of one notebook, one after the other, and what became of them."""

    def __init__(self, workplace: Workplace, language: str, limits: Limits, seed: int | None, judged: bool):
        self._workplace = workplace
        self._language = language
        self._limits = limits
        self._seed = DEFAULT_SEED if seed is None else seed
        self._judged = judged
        self._deadline = time.monotonic() + limits.submission_seconds
        self._outputs = NotebookOutputs(limits.output_bytes)
        self._cells_run = 0
        self._reasons: list[Reason] = []
        self._stopped: Reason | None = None

    def cell(self, cell: NotebookNode) -> None:
        """Run one cell, or say in it why it does not run."""
        cell.execution_count, cell.outputs = None, []
        outputs = Outputs(cell, self._outputs, self._limits.output_bytes, self._language)
        kernel = self._workplace.kernel
        if self._stopped is None and time.monotonic() >= self._deadline:
            self._stop(Reason("total-time", {"seconds": self._limits.submission_seconds}))
        if self._stopped is None and not kernel.alive():  # an earlier cell's exit() takes effect after it
            self._reasons.append(Reason("kernel-died"))
            self._stopped = Reason("not-run")
            kernel.dead = True
        if self._stopped is not None:
            outputs.add_error(self._stopped)
            return
        judged = self._judged and _is_check(cell)
        if judged:
            self._have_judge()
        cell_deadline = time.monotonic() + self._limits.cell_seconds
        if judged:
            judge_cell(self._workplace, outputs, self._order(cell), min(cell_deadline, self._deadline))
        else:
            kernel.run(outputs, min(cell_deadline, self._deadline))
        self._cells_run += 1
        self._note(outputs, total=self._deadline < cell_deadline)
        cell.execution_count = self._cells_run

    def _have_judge(self) -> None:
        """That it starts slowly takes nothing from the learner's time."""
        started = time.monotonic()
        self._workplace.judge()
        self._deadline += time.monotonic() - started

    def facts(self, seconds: float, reasons: tuple[Reason, ...]) -> Facts:
        workplace = self._workplace
        return Facts(
            seconds=seconds,
            memory_mb=workplace.kernel.peak_memory_mb,
            cells_run=self._cells_run,
            kernel_died=workplace.kernel.dead,
            reasons=(*dict.fromkeys(self._reasons), *reasons),
        )

    def _order(self, cell: NotebookNode) -> Order:
        return Order(
            source=cell.source,
            names=tuple(sorted(free_names(cell.source))),
            hidden=HIDDEN in cell.source,
            name=cell.metadata.nbgrader["grade_id"],
            language=self._language,
            seed=self._seed,
        )

    def _note(self, outputs: Outputs, total: bool) -> None:
        """Say in a cell's outputs, and in the facts, which limit struck in it."""
        if outputs.cut:
            self._reasons.append(outputs.cut)
        if outputs.timed_out:
            if total:
                reason = self._stopped = Reason("total-time", {"seconds": self._limits.submission_seconds})
            else:
                reason = Reason("cell-time", {"seconds": self._limits.cell_seconds})
            outputs.replace_interrupt(reason)
            self._reasons.append(reason)
        elif self._workplace.kernel.dead:
            reason = outputs.limit_hit or Reason("kernel-died")
            outputs.replace_interrupt(reason)
            self._reasons.append(reason)
        if self._workplace.kernel.dead:
            self._stopped = self._stopped or Reason("not-run")

    def _stop(self, reason: Reason) -> None:
        self._stopped = reason
        self._reasons.append(reason)
