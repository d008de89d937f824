"""What a submission is held against: the graded, answer and locked cells of the instructor's notebook."""

import ast
import builtins
import copy
import json
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, v4
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, SaveCells
from traitlets.config import Config

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.imports import modules_of
from hiddenlayers.names import defined_names, names_read


@dataclass(frozen=True)
class ReferenceCell:
    """One cell that nbgrader knows. `released` is its text without hidden checks and marking schemes."""

    grade_id: str
    cell_type: str
    source: str
    released: str
    nbgrader: dict
    exercise: str
    withheld: bool = False  # a hidden check of which a release holds the cell but not the body

    @property
    def locked(self) -> bool:
        return utils.is_locked(NotebookNode(metadata={"nbgrader": self.nbgrader}))

    @property
    def graded(self) -> bool:
        return bool(self.nbgrader.get("grade") or self.nbgrader.get("task"))

    @property
    def points(self) -> float:
        return float(self.nbgrader.get("points", 0)) if self.graded else 0.0

    @property
    def hidden(self) -> bool:
        """Whether students never see a part of this cell."""
        return self.source != self.released

    def notebook_cell(self) -> NotebookNode:
        """A fresh cell as the course has it."""
        cell = getattr(v4, f"new_{self.cell_type}_cell")(self.source)
        cell.metadata = nbformat.from_dict({"nbgrader": dict(self.nbgrader), "deletable": False})
        if self.locked:
            cell.metadata.editable = False
        return cell


@dataclass(frozen=True)
class Reference:
    """The cells of one notebook that nbgrader knows, in order. Plain data: it travels to other processes."""

    name: str
    kernelspec: dict
    cells: tuple[ReferenceCell, ...]
    narrative: frozenset[str] = frozenset()  # the texts of the code cells that nbgrader does not know
    imports: frozenset[str] = frozenset()  # the modules that its code cells import

    @classmethod
    def of(cls, notebook: NotebookNode, name: str, config: Config | None = None) -> "Reference":
        """The reference in a notebook with nbgrader metadata; hidden checks still in it stay in it."""
        strippers = [
            ClearHiddenTests(config=config, enforce_metadata=False),
            ClearMarkScheme(config=config, enforce_metadata=False),
        ]
        cells = []
        exercise = ""
        for cell in notebook.cells:
            if not (is_graded(cell) or utils.is_solution(cell) or utils.is_locked(cell)):
                continue
            grade_id = cell.metadata.nbgrader["grade_id"]
            if utils.is_solution(cell) or utils.is_task(cell):
                exercise = grade_id
            released = NotebookNode(cell_type=cell.cell_type, source=cell.source, metadata=cell.metadata)
            for stripper in strippers:
                released, _ = stripper.preprocess_cell(released, {}, 0)
            cells.append(
                ReferenceCell(
                    grade_id=grade_id,
                    cell_type=cell.cell_type,
                    source=cell.source,
                    released=released.source,
                    nbgrader=json.loads(json.dumps(cell.metadata.nbgrader)),
                    exercise=exercise or grade_id,
                )
            )
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        return cls(
            name=name,
            kernelspec=dict(notebook.metadata.get("kernelspec", {})),
            cells=tuple(cells),
            narrative=frozenset(cell.source for cell in code if "nbgrader" not in cell.metadata),
            imports=_imports_of(notebook),
        )

    @classmethod
    def of_release(cls, notebook: NotebookNode, name: str) -> "Reference":
        """The reference in a notebook that a learner holds: its visible checks, as they stand in it."""
        cells = {}
        for cell in MetadataValidator().upgrade_notebook_metadata(copy.deepcopy(notebook)).cells:
            try:
                MetadataValidator().validate_cell(cell)
            except Exception:  # metadata that nbgrader does not know is no check of ours
                continue
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id:
                cells[grade_id] = cell
        own = cls.of(v4.new_notebook(cells=list(cells.values()), metadata=notebook.metadata), name)
        checked = [replace(cell, withheld=cell.locked and _is_blank(cell)) for cell in own.cells]
        kernel = {} if own.kernelspec.get("language", "python") == "python" else own.kernelspec
        return replace(
            own, kernelspec=kernel, cells=tuple(checked), narrative=frozenset(), imports=_imports_of(notebook)
        )

    def unfit_for_judge(self) -> str:
        """What in the checks would give other marks outside the learner's kernel; "" where nothing does."""
        code = [cell for cell in self.cells if cell.cell_type == "code"]
        answers = [cell for cell in code if cell.nbgrader.get("solution")]
        stubs = frozenset().union(
            *(defined_names(cell.released) for cell in answers if _parsed(cell.released))
        )
        for cell in code:
            if not cell.nbgrader.get("grade") or cell.nbgrader.get("solution"):
                continue
            if (tree := _parsed(cell.source)) is None:
                return f"the check {cell.grade_id} is not plain Python"
            last = tree.body[-1] if tree.body else None
            if isinstance(last, ast.Expr) and _may_be_a_score(last.value):
                return f"the check {cell.grade_id} gives part of its points by its last value"
            shadowed = sorted(names_read(cell.source) & stubs & set(dir(builtins)))
            if shadowed:
                return f"the check {cell.grade_id} reads {shadowed[0]}, which Python has too"
        return ""

    def __getitem__(self, grade_id: str) -> ReferenceCell:
        return next(cell for cell in self.cells if cell.grade_id == grade_id)

    @property
    def hidden_lines(self) -> frozenset[str]:
        """Lines of more than 20 characters that stand only in hidden blocks; no student may see them."""
        shown = {line.strip() for cell in self.cells for line in cell.released.splitlines()}
        lines = {line.strip() for cell in self.cells if cell.hidden for line in cell.source.splitlines()}
        return frozenset(line for line in lines - shown if len(line) > 20)


def is_graded(cell: NotebookNode) -> bool:
    """Whether the cell carries points: a check, an answer that a person marks, or a task."""
    return utils.is_grade(cell) or utils.is_task(cell)


def read_source(path: Path, config: Config | None = None, assignment: str = "") -> NotebookNode:
    """An instructor's notebook as `nbgrader generate_assignment` records it: stubs in place, checks complete.

    Runs the preprocessors that the course configures, up to the one that writes to the gradebook.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises many kinds
        raise HiddenLayersError(f"{path} is no notebook ({type(error).__name__}): build it again.") from None
    notebook = MetadataValidator().upgrade_notebook_metadata(notebook)
    steps = takewhile(lambda step: not _is_save_cells(step), GenerateAssignment(config=config).preprocessors)
    try:
        return _run(list(steps), notebook, path.stem, assignment, config)
    except Exception as error:  # a preprocessor of the course's own may raise anything
        raise HiddenLayersError(f"{path} cannot be used for grading: {error}") from error


def is_assignment(folder: CourseFolder, gradebook: Gradebook, chapter: str) -> bool:
    """Whether source/ or the gradebook knows it."""
    return any(folder.source(chapter).glob("*.ipynb")) or any(
        assignment.name == chapter and assignment.notebooks for assignment in gradebook.assignments
    )


def load_references(folder: CourseFolder, gradebook: Gradebook, chapter: str) -> dict[str, Reference]:
    """The references of a chapter's notebooks, by name; the gradebook is brought up to date with source/.

    Where source/ holds no notebook, the gradebook's own record is used, as nbgrader does.

    Raises HiddenLayersError where neither knows the chapter, and where cells came or went after submissions
    were graded.
    """
    with utils.chdir(str(folder.root)):  # nbgrader's configuration may name files from there
        paths = sorted(folder.source(chapter).glob("*.ipynb"))
        notebooks = {path.stem: read_source(path, folder.config, chapter) for path in paths}
        if notebooks:
            gradebook.update_or_create_assignment(chapter)
        for name, notebook in notebooks.items():
            recorded = _recorded(gradebook, chapter, name)
            if recorded is None or _essence(recorded) != _essence(notebook):
                try:
                    _run([SaveCells], notebook, name, chapter, folder.config, folder.db_url)
                except RuntimeError:
                    raise HiddenLayersError(
                        f"{chapter}: cells of {name} came or went after submissions had been graded; restore "
                        f"them, or start over with `nbgrader db assignment remove {chapter} --force`."
                    ) from None
        gradebook.db.expire_all()
        try:
            names = [notebook.name for notebook in gradebook.find_assignment(chapter).notebooks]
        except MissingEntry:
            names = []
    if not names:
        raise HiddenLayersError(
            f"Nothing to grade {chapter} by: put its notebook into {folder.source(chapter)}."
        )
    for name in names:
        if name not in notebooks:
            notebooks[name] = _recorded(gradebook, chapter, name)
    return {name: Reference.of(notebooks[name], name, folder.config) for name in sorted(names)}


def register_assignment(course: Course, chapter: str) -> dict[str, Reference]:
    """Enter a chapter in the course's gradebook, as `nbgrader generate_assignment` does."""
    folder = CourseFolder.load(course.root)
    with folder.gradebook() as gradebook:
        return load_references(folder, gradebook, chapter)


def _imports_of(notebook: NotebookNode) -> frozenset[str]:
    return modules_of(cell.source for cell in notebook.cells if cell.cell_type == "code")


def _is_blank(cell: ReferenceCell) -> bool:
    """Whether a code cell holds no statement, at most comments."""
    tree = _parsed(cell.source) if cell.cell_type == "code" else None
    return tree is not None and not tree.body


def _may_be_a_score(value: ast.expr) -> bool:
    """Whether a cell's last value may be a number, which nbgrader takes for points; calls are not looked into."""
    text = isinstance(value, ast.Constant) and isinstance(value.value, str | None)
    return not text and not isinstance(value, ast.Call)


def _parsed(code: str) -> ast.Module | None:
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError):
        return None


def _is_save_cells(step: type | str) -> bool:
    return (step if isinstance(step, str) else step.__name__).endswith("SaveCells")


def _run(
    steps: list, notebook: NotebookNode, name: str, assignment: str, config: Config | None, db_url: str = ""
) -> NotebookNode:
    exporter = NotebookExporter(config=config, default_preprocessors=[])
    for step in steps:
        exporter.register_preprocessor(step)
    nbgrader = {"notebook": name, "assignment": assignment, "student": ".", "db_url": db_url}
    text, _ = exporter.from_notebook_node(notebook, {"unique_key": name, "nbgrader": nbgrader})
    return nbformat.reads(text, as_version=4)


def _recorded(gradebook: Gradebook, assignment: str, name: str) -> NotebookNode | None:
    """A notebook made of the cells that the gradebook holds, or None where it does not know the notebook."""
    try:
        entry = gradebook.find_notebook(name, assignment)
    except MissingEntry:
        return None
    points = {cell.name: cell.max_score for cell in (*entry.grade_cells, *entry.task_cells)}
    grades = {cell.name for cell in entry.grade_cells}
    solutions = {cell.name for cell in entry.solution_cells}
    tasks = {cell.name for cell in entry.task_cells}
    notebook = v4.new_notebook(metadata={"kernelspec": json.loads(entry.kernelspec or "{}") or {}})
    for row in entry.source_cells:
        cell = getattr(v4, f"new_{row.cell_type}_cell")(row.source)
        cell.metadata.nbgrader = NotebookNode(
            schema_version=3,
            grade_id=row.name,
            grade=row.name in grades,
            solution=row.name in solutions,
            task=row.name in tasks,
            locked=row.locked,
            checksum=row.checksum,
            cell_type=row.cell_type,
        )
        if row.name in points:
            cell.metadata.nbgrader["points"] = points[row.name]
        notebook.cells.append(cell)
    return notebook


def _essence(notebook: NotebookNode) -> dict[str, tuple]:
    """What makes two records of a notebook the same: each cell's kind, text and points."""
    return {
        cell.metadata.nbgrader["grade_id"]: (
            cell.cell_type,
            cell.source,
            bool(utils.is_grade(cell)),
            bool(utils.is_solution(cell)),
            float(cell.metadata.nbgrader["points"]) if is_graded(cell) else None,
        )
        for cell in notebook.cells
        if is_graded(cell) or utils.is_solution(cell) or utils.is_locked(cell)
    }
