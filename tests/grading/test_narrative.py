from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader import utils

from hiddenlayers.answers import read_bank, submission
from hiddenlayers.authoring.build import release
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.course import Course
from hiddenlayers.grading.narrative import not_needed

IMPORTS = "import numpy as np"


def answer(code):
    return new_code_cell(code, metadata={"nbgrader": {"grade_id": "answer"}})


def left_out(*cells, handed_out=None):
    """The texts of the cells that need not run, where every plain text is a cell that was handed out."""
    made = [new_code_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    texts = {cell for cell in cells if isinstance(cell, str)} if handed_out is None else handed_out
    return {made[position].source for position in not_needed(made, texts)}


def test_a_cell_that_no_answer_needs_is_left_out():
    train = "history = np.zeros(3)"
    assert left_out(IMPORTS, train, answer("def scale(x):\n    return np.array(x) / 255")) == {train}


def test_imports_and_functions_always_run():
    assert left_out(IMPORTS, "def helper():\n    return 1", "class Table:\n    pass") == set()


def test_a_cell_runs_for_an_answer_that_reads_what_it_binds():
    assert left_out("rate = 0.1", answer("def step(w):\n    return w - rate")) == set()


def test_dependence_is_followed_through_as_many_cells_as_it_takes():
    cells = ["a = 1", "b = a + 1", "unrelated = 3", "c = b + 1", answer("def f():\n    return c")]
    assert left_out(*cells) == {"unrelated = 3"}


@pytest.mark.parametrize(
    "change",
    [
        "table.append(4)",
        "table[0] = 4",
        "table += [4]",
        "shuffle(table)",
        "del table[0]",
        "table.size = 1",
        "f(x=[table])",
    ],
)
def test_a_cell_runs_that_may_change_what_an_answer_reads(change):
    assert left_out("table = [1, 2]", change, answer("def f():\n    return table")) == set()


def test_a_later_cell_changes_nothing_for_an_earlier_answer():
    assert left_out(answer("value = 1"), "value = 2") == {"value = 2"}


def test_calling_a_function_of_a_module_changes_no_module():
    assert left_out(IMPORTS, "np.random.seed(1)", answer("def f():\n    return np.ones(3)")) == {
        "np.random.seed(1)"
    }


def test_calling_a_builtin_function_changes_it_for_nobody():
    show = "print(len([1, 2]))"
    assert left_out(show, answer("def f(x):\n    print(x)\n    return len(x)")) == {show}


def test_a_builtin_function_that_the_narrative_replaces_is_a_name_like_any_other():
    assert left_out("len = max", "len([1, 2])", answer("def f(x):\n    return len(x)")) == set()


def test_a_check_that_runs_elsewhere_asks_for_nothing():
    cells = [
        new_code_cell("images = [1]"),
        answer("def f():\n    return 1"),
        answer("images = [f()]\nprint(images)"),
    ]
    assert not_needed(cells, {"images = [1]"}) == set()
    assert not_needed(cells, {"images = [1]"}, judged={2}) == {0}


def test_no_training_of_chapter_02_is_needed_by_right_answers():
    course = Course(Path(__file__).parents[2])
    source = read_chapter(course.chapter("02-mnist-dnn"))
    notebook = release(source, course, "en")
    bank = read_bank(course, "02-mnist-dnn")
    answers = {exercise: next(each.code for each in found if each.right) for exercise, found in bank.items()}
    handed_in = submission(notebook, answers)
    checks = {
        position
        for position, cell in enumerate(handed_in.cells)
        if cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell)
    }
    texts = {
        cell.source for cell in notebook.cells if cell.cell_type == "code" and "nbgrader" not in cell.metadata
    }
    needed = texts - {handed_in.cells[n].source for n in not_needed(handed_in.cells, texts, checks)}
    assert not [source for source in needed if ".fit(" in source]


def test_a_local_name_of_an_answer_asks_for_nothing():
    assert left_out("images = 1", answer("def f(x):\n    images = x\n    return images")) == {"images = 1"}


def test_a_cell_that_the_learner_changed_or_added_runs():
    assert left_out("a = 1", "b = 2", handed_out={"a = 1"}) == {"a = 1"}


@pytest.mark.parametrize(
    "code", ["x = globals()['a']", "eval('a')", "%run other.py", "get_ipython().run_cell('a')", "x ="]
)
def test_everything_runs_where_an_answer_may_reach_any_name(code):
    assert left_out("a = 1", answer(code)) == set()


def test_magics_in_the_narrative_run():
    assert left_out("%matplotlib inline", "a = 1") == {"a = 1"}


def test_prose_is_no_code():
    assert not_needed([new_markdown_cell("a = 1")], {"a = 1"}) == set()
