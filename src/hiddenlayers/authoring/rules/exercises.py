"""Whether exercises are complete, worth their points, and independent of each other and the narrative."""

import ast
import symtable
from collections.abc import Iterator

from nbformat import NotebookNode

from hiddenlayers.authoring.exercises import (
    CHECK_SUFFIX,
    HIDDEN_SUFFIX,
    grade_id,
    is_written,
)
from hiddenlayers.authoring.leaks import SOLUTION, parse, region
from hiddenlayers.authoring.rules.prose import FENCE, HANGUL, LATIN
from hiddenlayers.authoring.rules.subject import Chapter, Finding
from hiddenlayers.names import defined_names, free_names

POINTS = 20
FEWEST_EXERCISES = 6
# An answer is given away by code that holds this share of it, counted in nodes of the syntax tree ...
TELLING_SHARE = 2 / 3
SMALLEST_ANSWER = 4  # ... if it has so many that it tells anything: `images / 2` has, `len(images)` has not


def exercises_have_their_cells(chapter: Chapter) -> Iterator[Finding]:
    """An exercise is a solution, a visible and a hidden check, in cells of their own and in this order."""
    tracked = [cell for cell in chapter.cells if grade_id(cell) and not is_written(cell)]
    names = [grade_id(cell) for cell in tracked]
    expected = set()
    for cell in chapter.solutions:
        name = grade_id(cell)
        wanted = [name, name + CHECK_SUFFIX, name + HIDDEN_SUFFIX]
        expected.update(wanted)
        start = names.index(name)
        if names[start : start + 3] != wanted:
            yield chapter.finding(
                cell,
                f"the exercise is not followed by {wanted[1]} and {wanted[2]}",
                "write solution, visible check and hidden check in this order, nothing graded between",
            )
    for cell in chapter.checks:
        if grade_id(cell) not in expected:
            yield chapter.finding(
                cell,
                "a check of no exercise",
                f"call it NAME{CHECK_SUFFIX} or NAME{HIDDEN_SUFFIX} after its solution cell",
            )


def exercises_have_a_task(chapter: Chapter) -> Iterator[Finding]:
    """The task's prose stands directly above the cell that answers it."""
    for cell in [*chapter.solutions, *chapter.written]:
        index = chapter.index(cell)
        above = chapter.cells[index - 1] if index else None
        if above is None or above.cell_type != "markdown" or grade_id(above) is not None:
            yield chapter.finding(cell, "no task above it", "write the task as prose directly above")


def solutions_are_marked(chapter: Chapter) -> Iterator[Finding]:
    """A solution cell says which of its lines are the solution, and there are some."""
    for cell in chapter.solutions:
        if not any(_is_code(line) for line in region(cell, SOLUTION)[0]):
            yield chapter.finding(
                cell,
                f"no lines between BEGIN {SOLUTION} and END {SOLUTION}",
                "put these marks around the reference answer",
            )


def exercises_have_points(chapter: Chapter) -> Iterator[Finding]:
    """Both checks are worth something, the hidden one no less than the visible one."""
    for exercise in chapter.exercises:
        visible, hidden = (check.metadata.nbgrader.points for check in exercise.checks)
        if visible <= 0 or hidden < visible:
            yield chapter.finding(
                exercise.hidden,
                f"{visible:g} points to be seen and {hidden:g} hidden",
                "give the visible check more than 0 and the hidden one at least as many",
            )


def chapter_has_its_points(chapter: Chapter) -> Iterator[Finding]:
    """A chapter is worth twenty points, in six or more exercises and exactly one written question."""
    graded = [*chapter.checks, *chapter.written]
    total = sum(cell.metadata.nbgrader.points for cell in graded)
    if total != POINTS:
        yield chapter.finding(None, f"{total:g} points in all", f"make them {POINTS}")
    if len(chapter.solutions) < FEWEST_EXERCISES:
        yield chapter.finding(
            None,
            f"{len(chapter.solutions)} exercises with checks",
            f"write at least {FEWEST_EXERCISES}",
        )
    if len(chapter.written) != 1:
        yield chapter.finding(None, f"{len(chapter.written)} written questions", "write exactly one")


def written_question_is_bilingual(chapter: Chapter) -> Iterator[Finding]:
    """The model answer and its rubric are in both languages: the cell is the same in both releases."""
    for cell in chapter.written:
        if not (HANGUL.search(cell.source) and LATIN.search(cell.source)):
            yield chapter.finding(
                cell, "the model answer is in one language only", "write it in English, then in Korean"
            )


def names_are_unique(chapter: Chapter) -> Iterator[Finding]:
    """No two exercises define the same name."""
    owner: dict[str, str] = {}
    for exercise in chapter.exercises:
        for name in sorted(exercise.names):
            if name in owner:
                yield chapter.finding(
                    exercise.solution,
                    f"it defines {name}, as the exercise {owner[name]} does",
                    "rename it in one of them",
                )
            owner.setdefault(name, exercise.name)


def exercises_are_independent(chapter: Chapter) -> Iterator[Finding]:
    """No narrative cell and no other exercise uses a name that an exercise defines."""
    own_names = {
        id(cell): exercise.names
        for exercise in chapter.exercises
        for cell in (exercise.solution, *exercise.checks)
    }
    for exercise in chapter.exercises:
        for cell in [*chapter.narrative, *chapter.solutions, *chapter.checks]:
            used = _names_touched(cell.source) if grade_id(cell) is None else free_names(cell.source)
            for name in sorted(exercise.names & used - own_names.get(id(cell), frozenset())):
                yield chapter.finding(
                    cell,
                    f"it uses {name}, which the exercise {exercise.name} defines",
                    "let it make its own under another name",
                )


def checks_leave_the_narrative_alone(chapter: Chapter) -> Iterator[Finding]:
    """The narrative reads nothing that a check above it binds: it would go on with the check's small data."""
    for check in chapter.checks:
        bound = set(defined_names(check.source))
        for cell in chapter.cells[chapter.index(check) + 1 :]:
            if any(cell is one for one in chapter.narrative):
                for name in sorted(bound & free_names(cell.source)):
                    yield chapter.finding(
                        check,
                        f"it overwrites {name}, which the narrative reads further down",
                        "use another name in the check",
                    )
                bound -= free_names(cell.source) | defined_names(cell.source)


def nothing_is_given_away(chapter: Chapter) -> Iterator[Finding]:
    """No open cell or code block in prose holds a reference answer's body, or most of it."""
    hidden = {id(exercise.hidden) for exercise in chapter.exercises}
    for exercise in chapter.exercises:
        bodies = _answers(exercise.solution)
        for cell in chapter.cells:
            if any(cell is one for one in chapter.solutions) or id(cell) in hidden or is_written(cell):
                continue
            if any(_holds(tree, body) for tree in _code(cell) for body in bodies):
                yield chapter.finding(
                    cell,
                    f"it gives away the answer of {exercise.name}",
                    "let it work another case than the exercise asks for",
                )


def _names_touched(code: str) -> set[str]:
    """The names that code binds, imports or reads at its top level, functions' own names apart."""
    cell = symtable.symtable(code, "cell", "exec")
    return {name.get_name() for name in cell.get_symbols()} | free_names(code)


def _answers(solution: NotebookNode) -> list[list[ast.stmt]]:
    """The reference answer's statements, docstrings left out: a list for each marked region."""
    lines = solution.source.split("\n")
    bounds = [number for number, line in enumerate(lines, 1) if f" {SOLUTION}" in line and "###" in line]
    answers = []
    for begin, end in zip(bounds[::2], bounds[1::2], strict=False):
        body = [
            node
            for block in _blocks(parse(solution.source))
            for node in block
            if begin < node.lineno and node.end_lineno < end
        ]
        nested = {id(child) for node in body for child in ast.walk(node) if child is not node}
        body = [node for node in body if id(node) not in nested]
        if len(body) == 1 and isinstance(body[0], (ast.FunctionDef, ast.ClassDef)):
            body = _without_docstring(body[0].body)
        answers.append(body)
    return answers


def _code(cell: NotebookNode) -> Iterator[ast.Module]:
    """The code that a cell shows: its own, or what stands in its code blocks."""
    if cell.cell_type == "code":
        yield parse(cell.source)
    else:
        for block in FENCE.finditer(cell.source):
            yield parse("\n".join(block.group().split("\n")[1:-1]))


def _holds(tree: ast.Module, answer: list[ast.stmt]) -> bool:
    """Whether one block of code holds so many of an answer's statements that it gives the answer away."""
    size = sum(map(_size, answer))
    for block in _blocks(tree):
        shown = {_computed(node) for node in _without_docstring(block)}
        share = sum(_size(node) for node in answer if _computed(node) in shown)
        if size >= SMALLEST_ANSWER and share >= TELLING_SHARE * size:
            return True
    return False


def _blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every list of statements in a tree."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def _without_docstring(block: list[ast.stmt]) -> list[ast.stmt]:
    first = block[0]
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return block[1:] if is_text and isinstance(first.value.value, str) else block


def _computed(node: ast.stmt) -> str:
    """A statement's syntax tree as text; of one that only returns or stores a value, the value's."""
    return ast.dump(_value(node) or node)


def _size(node: ast.stmt) -> int:
    return sum(not isinstance(child, ast.expr_context) for child in ast.walk(_value(node) or node))


def _value(node: ast.stmt) -> ast.expr | None:
    stores = isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name)
    return node.value if stores or isinstance(node, (ast.Return, ast.Expr)) else None


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")
