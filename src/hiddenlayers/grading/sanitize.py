"""Makes a submission fit to grade: the course's own check cells are back in it, whatever was done to them.

nbgrader's ClearOutput and CheckCellMetadata are used as they are. Its DeduplicateIds and OverwriteCells are
not: they stop at a retyped or regraded cell, at two missing cells in a row, at metadata without an id, and
they keep the last of two written answers even where it is the untouched stub.
"""

from nbformat import NotebookNode
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput

from hiddenlayers.grading.intake import from_bytes, to_bytes
from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.reference import Reference, ReferenceCell


def sanitize(notebook: bytes, reference: Reference) -> tuple[bytes, tuple[Reason, ...]]:
    """A submitted notebook with every check of the reference in it exactly once, and notes on what changed.

    Checks and other locked cells are as the course has them; answers are the learner's. A missing check comes
    back behind the cell that precedes it in the course, or, where its answer cell is missing too, at the end,
    so that it sees whatever the learner defined. The learner's own extra cells stay where they are.
    """
    nb = from_bytes(notebook)
    nb, _ = ClearOutput()(nb, {})
    nb.metadata.pop("kernelspec", None)  # never the learner's choice: not every kernel runs in the sandbox
    if reference.kernelspec:
        nb.metadata["kernelspec"] = dict(reference.kernelspec)
    found = _claim(nb, reference)
    missing_answers = [
        cell.grade_id for cell in reference.cells if not cell.locked and cell.grade_id not in found
    ]
    restored = _restore(nb, reference, found)
    _insert_missing(nb, reference, found, set(missing_answers))
    CheckCellMetadata()(nb, {})
    notes = []
    if restored:
        notes.append(Reason("restored", {"cells": ", ".join(restored)}))
    if missing_answers:
        notes.append(Reason("answer-missing", {"cells": ", ".join(missing_answers)}))
    return to_bytes(nb), tuple(notes)


def _claim(nb: NotebookNode, reference: Reference) -> dict[str, NotebookNode]:
    """For each known id the one cell that holds it; all other cells lose their nbgrader metadata.

    Of several cells with one id (copied, or split in two) the last counts that differs from the stub.
    """
    known = {cell.grade_id: cell for cell in reference.cells}
    claims: dict[str, list[NotebookNode]] = {}
    for cell in nb.cells:
        grade_id = cell.metadata.pop("nbgrader", {}).get("grade_id")
        if isinstance(grade_id, str) and grade_id in known:
            claims.setdefault(grade_id, []).append(cell)
    found = {}
    for grade_id, cells in claims.items():
        answered = [cell for cell in cells if cell.source.strip() != known[grade_id].source.strip()]
        found[grade_id] = (answered or cells)[-1]
    return found


def _restore(nb: NotebookNode, reference: Reference, found: dict[str, NotebookNode]) -> list[str]:
    """Give each claimed cell its type, metadata and, if locked, its text; return the checks that differed."""
    position = {id(cell): index for index, cell in enumerate(nb.cells)}
    restored = []
    for entry in reference.cells:
        cell = found.get(entry.grade_id)
        if cell is None:
            if entry.locked:
                restored.append(entry.grade_id)
            continue
        fresh = entry.notebook_cell()
        fresh.id = cell.id
        if entry.locked:
            if (cell.cell_type, cell.source) not in _untouched(entry):
                restored.append(entry.grade_id)
        else:
            fresh.source = cell.source
            if "attachments" in cell and entry.cell_type == "markdown":
                fresh.attachments = cell.attachments
        nb.cells[position[id(cell)]] = fresh
        found[entry.grade_id] = fresh
    return restored


def _untouched(entry: ReferenceCell) -> set[tuple[str, str]]:
    return {(entry.cell_type, entry.released), (entry.cell_type, entry.source)}


def _insert_missing(
    nb: NotebookNode, reference: Reference, found: dict[str, NotebookNode], missing_answers: set[str]
) -> None:
    """Put back what is missing, but no bare answer cell: its stub could undo an answer that lost its name."""
    previous = None
    for entry in reference.cells:
        cell = found.get(entry.grade_id)
        if cell is None:
            if not (entry.locked or entry.graded):
                continue
            cell = entry.notebook_cell()
            cell.id = f"restored-{entry.grade_id}"[:64]
            if entry.exercise in missing_answers:
                nb.cells.append(cell)
            else:
                nb.cells.insert(_index(nb, previous) + 1 if previous is not None else 0, cell)
        previous = cell


def _index(nb: NotebookNode, wanted: NotebookNode) -> int:
    return next(index for index, cell in enumerate(nb.cells) if cell is wanted)
