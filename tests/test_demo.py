"""The demo class: every kind of student, the same ones every time, and marks that grading agrees with."""

import json
import shutil
from collections import Counter

import nbformat
import pytest
from nbgrader.api import Gradebook

from hiddenlayers import demo
from hiddenlayers.answers import read_bank
from hiddenlayers.authoring.exercises import grade_id
from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.limits import Limits
from hiddenlayers.grading.run import grade_course
from tests.authoring.conftest import EXERCISES, NAME, make_small

EVERY_KIND = len(demo.KINDS)
LIMITS = Limits(cell_seconds=2)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small chapter's course, and a class with one student of each kind."""
    small = make_small(tmp_path_factory.mktemp("course"))
    folder = tmp_path_factory.mktemp("demo") / "우리 반"
    demo.make_class(small.course, [NAME], folder, EVERY_KIND)
    return small.course, folder


def submission(folder, kind):
    """What the first student of a kind handed in."""
    student = f"student-{demo.KINDS.index(kind) + 1:02d}"
    return folder / "submitted" / student / NAME / f"{NAME}.ipynb"


def answers(folder, kind):
    cells = nbformat.read(submission(folder, kind), as_version=4).cells
    return {grade_id(cell): cell.source for cell in cells if grade_id(cell) in EXERCISES}


def expected(folder):
    return json.loads((folder / demo.EXPECTED).read_text())


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_class_is_a_course_of_its_own_that_nbgrader_can_grade(made):
    course, folder = made
    assert Course.find(folder).root == folder
    assert (folder / "nbgrader_config.py").read_bytes() == (course.root / "nbgrader_config.py").read_bytes()
    for path in (f"source/{NAME}", f"release/en/{NAME}", f"release/ko/{NAME}"):
        assert (folder / path / f"{NAME}.ipynb").is_file()


@pytest.mark.parametrize(("kind", "right"), [("perfect", True), ("mistaken", False)])
def test_perfect_and_mistaken_students_answer_from_the_bank(made, kind, right):
    course, folder = made
    bank = read_bank(course, NAME)
    for exercise, code in answers(folder, kind).items():
        (answer,) = [answer for answer in bank[exercise] if answer.code.strip("\n") == code]
        assert answer.right == right


def test_a_blank_student_leaves_every_stub(made):
    assert all("raise NotImplementedError()" in code for code in answers(made[1], "blank").values())


@pytest.mark.parametrize(("kind", "sign"), [("crashing", "os._exit(1)"), ("looping", "while True:")])
def test_a_crashing_and_a_looping_student_have_one_such_answer(made, kind, sign):
    codes = answers(made[1], kind).values()
    assert [sign in code for code in codes].count(True) == 1
    for code in codes:
        compile(code, "answer", "exec")


def test_an_unreadable_submission_is_a_notebook_cut_off(made):
    with pytest.raises(ValueError, match=r"Unterminated|Expecting|delimiter"):
        json.loads(submission(made[1], "unreadable").read_text(encoding="utf-8"))
    assert expected(made[1])["student-07"] == {NAME: None}


def test_both_languages_are_handed_in(made):
    languages = {
        nbformat.read(submission(made[1], kind), as_version=4).metadata.hiddenlayers.language
        for kind in demo.KINDS[:-1]
    }
    assert languages == {"en", "ko"}


def test_a_class_of_thirty_has_each_odd_kind_once(small, tmp_path):
    demo.make_class(small.course, [NAME], tmp_path / "demo", 30)
    points = {student: chapters[NAME] for student, chapters in expected(tmp_path / "demo").items()}
    assert len(points) == 30
    assert [student for student, marks in points.items() if marks is None] == ["student-07"]
    full = [student for student, marks in points.items() if marks and sum(filter(None, marks.values())) == 18]
    assert "student-01" in full
    texts = Counter(path.read_text() for path in (tmp_path / "demo" / "submitted").rglob("*.ipynb"))
    assert len(texts) > 20, "students differ"


def test_the_same_seed_gives_the_same_class_and_another_another(small, tmp_path):
    for folder, seed in (("one", 0), ("same", 0), ("other", 1)):
        demo.make_class(small.course, [NAME], tmp_path / folder, 4, seed)
    assert files(tmp_path / "one") == files(tmp_path / "same")
    assert files(tmp_path / "one") != files(tmp_path / "other")


def test_an_earlier_class_is_replaced_whole(small, tmp_path):
    demo.make_class(small.course, [NAME], tmp_path / "demo", 3)
    demo.make_class(small.course, [NAME], tmp_path / "demo", 1)
    assert [path.name for path in (tmp_path / "demo" / "submitted").iterdir()] == ["student-01"]


@pytest.mark.parametrize("what", ["file", "folder", "folder with marks"])
def test_what_is_no_demo_class_is_left_alone(small, tmp_path, what):
    place = tmp_path / "mine"
    kept = place if what == "file" else place / "kept.txt"
    kept.parent.mkdir(exist_ok=True)
    if what == "folder with marks":
        (place / demo.EXPECTED).write_text("{}")
    kept.write_text("kept")
    with pytest.raises(HiddenLayersError, match="holds something that is no demo class"):
        demo.make_class(small.course, [NAME], place, 1)
    assert kept.read_text() == "kept"


def test_an_exercise_without_right_or_wrong_answers_is_named_and_the_class_can_be_made_later(small, tmp_path):
    lacking = small.course.answers_folder / NAME / "sum-squares"
    wrong = sorted(lacking.glob("wrong_*.py"))
    for path in wrong:
        path.rename(path.with_suffix(".txt"))
    with pytest.raises(HiddenLayersError, match="sum-squares has not both right and wrong answers"):
        demo.make_class(small.course, [NAME], tmp_path / "demo", 1)
    with pytest.raises(HiddenLayersError, match="holds no demo class"):
        demo.compare(tmp_path / "demo")
    for path in wrong:
        path.with_suffix(".txt").rename(path)
    demo.make_class(small.course, [NAME], tmp_path / "demo", 1)


@pytest.fixture(scope="module")
def graded(made):
    """The class, graded but for the last student."""
    _, folder = made
    students = [f"student-{number:02d}" for number in range(1, EVERY_KIND)]
    grade_course(Course(folder), students=students, jobs=2, limits=LIMITS)
    return folder


def test_a_submission_that_was_not_graded_is_reported(graded):
    assert demo.compare(graded) == [f"student-07 {NAME}: expected None, graded nothing"]


def test_a_class_graded_right_has_no_differences_and_a_changed_mark_is_one(graded, tmp_path):
    folder = shutil.copytree(graded, tmp_path / "demo")
    results = grade_course(Course(folder), jobs=1, limits=LIMITS)
    assert demo.compare(folder) == []
    assert [result.student for result in results if result.ungradable] == ["student-07"]
    with Gradebook(f"sqlite:///{folder}/gradebook.db", "hidden-layers") as gradebook:
        gradebook.find_grade("sum-squares-check", NAME, NAME, "student-01").manual_score = 0.5
        gradebook.db.commit()
    (difference,) = demo.compare(folder)
    assert difference.startswith(f"student-01 {NAME}: expected")
    assert "'sum-squares-check': 0.5" in difference


def test_a_folder_without_a_class_has_nothing_to_compare(tmp_path):
    with pytest.raises(
        HiddenLayersError, match=r"holds no demo class: make one with hiddenlayers demo-class"
    ):
        demo.compare(tmp_path)
