"""Grading a whole class: everybody is in the table, the gradebook has every mark, nobody stops the others."""

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest
from nbformat import v4
from nbgrader.api import Gradebook

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading import parallel, record, run, submission
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.limits import Limits
from hiddenlayers.grading.reasons import Reason, Ungradable
from hiddenlayers.grading.record import RECORD
from hiddenlayers.grading.run import grade_course, grade_notebook
from tests.grading.small_course import (
    CHAPTER,
    CONFIG,
    HIDDEN,
    answered,
    at,
    make_course,
    release_notebook,
    source_notebook,
    submit,
    write,
)

LIMITS = Limits(cell_seconds=2, submission_seconds=60)
STDERR = (
    "import sys\ndef area(width, height):\n    print('warning', file=sys.stderr)\n    return width * height"
)
AREA = "def area(width, height):\n    return width * height"
LOOP = "def double(numbers):\n    while True: pass"


def without_metadata(notebook):
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def renamed(notebook, grade_id):
    at(notebook, grade_id).metadata.nbgrader.grade_id = "my-own-name"
    return notebook


def without(notebook, *grade_ids):
    notebook.cells = [
        cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") not in grade_ids
    ]
    return notebook


def cheated(notebook):
    """Checks retyped, edited, copied and worth more."""
    at(notebook, "area-check").source = "pass"
    at(notebook, "area-check").metadata.nbgrader.points = 1000
    copy = nbformat.from_dict(at(notebook, "area-hidden"))
    notebook.cells += [nbformat.from_dict({**copy, "source": "pass", "id": "copied"})]
    retyped = v4.new_markdown_cell("passed", metadata=at(notebook, "double-check").metadata)
    notebook.cells[notebook.cells.index(at(notebook, "double-check"))] = retyped
    at(notebook, "area").source = at(notebook, "double").source = "nothing = 0"
    return notebook


def version_3():
    return json.dumps(
        {
            "nbformat": 3,
            "nbformat_minor": 0,
            "metadata": {"name": ""},
            "worksheets": [
                {
                    "metadata": {},
                    "cells": [
                        {
                            "cell_type": "code",
                            "collapsed": False,
                            "language": "python",
                            "metadata": {},
                            "outputs": [],
                            "input": answered().cells[1].source,
                        }
                    ],
                }
            ],
        }
    )


# student: what was handed in, points and state that it must get
CLASS = {
    "perfect": (answered(), 8, "graded"),
    "김 철수": (answered("ko"), 8, "graded"),
    "O'Brien [1]": (answered(), 8, "graded"),
    "stderr": (answered(area=STDERR), 8, "graded"),
    "blank": (release_notebook(), 0, "graded"),
    "wrong": (answered(area="def area(w, h):\n    return 6"), 6, "graded"),
    "dead": (answered(double="import os\nos._exit(0)"), 4, "look"),
    "loop": (answered(double=LOOP), 4, "look"),
    "cheated": (cheated(answered()), 0, "graded"),
    "no-checks": (without(answered(), "area-check", "area-hidden", "double-check"), 8, "graded"),
    "no-answer": (without(answered(), "area"), 4, "look"),
    "renamed": (renamed(answered(), "area"), 8, "look"),
    "no-metadata": (without_metadata(answered()), 8, "look"),
    "version-3": (version_3(), 4, "look"),
    "not-json": ("def area(): pass", 0, "ungradable"),
    "not-a-notebook": ('{"answer": 42}', 0, "ungradable"),
    "no-cells": (v4.new_notebook(), 0, "ungradable"),
    "empty": (b"", 0, "ungradable"),
    "large": (b" " * 50_000_000, 0, "ungradable"),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The course after grading, the results by student, and the progress that was reported."""
    root = make_course(tmp_path_factory.mktemp("class") / "우리 반")
    for student, (content, _, _) in CLASS.items():
        submit(root, student, content)
    (root / "submitted" / "nothing" / CHAPTER).mkdir(parents=True)
    submit(root, "other-name", answered(), name="과제 (최종)")
    write(root / "submitted" / "README.md", "not a student")
    progress = []
    results = grade_course(
        Course(root), jobs=2, limits=LIMITS, on_progress=lambda *report: progress.append(report)
    )
    return root, {result.student: result for result in results}, progress


@pytest.mark.parametrize("student", CLASS)
def test_everybody_gets_the_marks_and_the_state_that_are_due(graded, student):
    _, points, state = CLASS[student]
    result = graded[1][student]
    assert (result.total, result.max, result.state) == (points, 10, state)
    assert result.reason or state == "graded"


def test_everybody_is_in_the_table_and_in_the_gradebook(graded):
    root, results, progress = graded
    assert set(results) == {*CLASS, "nothing", "other-name"}
    assert [done for _, done, _ in progress] == list(range(1, len(results) + 1))
    with Gradebook(f"sqlite:///{root}/gradebook.db", "small") as gradebook:
        stored = {each.student.id: each for each in gradebook.assignment_submissions(CHAPTER)}
        assert {name: each.score for name, each in stored.items()} == {
            name: result.total for name, result in results.items()
        }
        assert {each.max_score for each in stored.values()} == {10}
        assert stored["not-json"].needs_manual_grade
        assert not stored["nothing"].needs_manual_grade
        assert not stored["blank"].needs_manual_grade


def test_a_missing_notebook_and_another_name_are_said(graded):
    assert graded[1]["nothing"].state == "ungradable"
    assert graded[1]["nothing"].notes[0].code == "missing"
    assert graded[1]["other-name"].total == 8
    assert "과제 (최종).ipynb" in graded[1]["other-name"].reason


def test_written_answers_wait_for_a_person(graded):
    assert graded[1]["perfect"].waiting == 2
    assert graded[1]["blank"].waiting == 0
    assert graded[1]["not-json"].waiting == 0


def test_reasons_speak_the_learners_language(graded):
    assert graded[1]["김 철수"].checks[-1].reason == "사람의 채점을 기다립니다."
    assert "A cell took longer than 2 s" in graded[1]["loop"].reason


def test_no_reason_shows_a_hidden_check(graded):
    assert not any(HIDDEN in check.reason for result in graded[1].values() for check in result.checks)


def test_autograded_holds_a_readable_notebook_for_everybody_and_no_half_written_folder(graded):
    root, results, _ = graded
    for student in results:
        folder = root / "autograded" / student / CHAPTER
        nbformat.validate(nbformat.read(folder / f"{CHAPTER}.ipynb", as_version=4))
        assert sorted(path.name for path in folder.parent.iterdir()) == [CHAPTER]


def test_what_was_handed_in_is_left_alone(graded):
    root, _, _ = graded
    assert (root / "submitted" / "not-json" / CHAPTER / f"{CHAPTER}.ipynb").read_text() == CLASS["not-json"][
        0
    ]


@pytest.fixture
def course(graded, tmp_path):
    """A copy of the graded class, to change."""
    root = tmp_path / "class"
    shutil.copytree(graded[0], root)
    for student in os.listdir(root / "submitted"):
        if student not in ("perfect", "wrong", "not-json", "김 철수", "README.md"):
            shutil.rmtree(root / "submitted" / student)
    return root


@pytest.fixture
def in_threads(monkeypatch):
    """Grade in threads, which are there at once: any executor will do."""
    monkeypatch.setattr(parallel, "worker_pool", ThreadPoolExecutor)


def grade(root, **options):
    options = {"limits": LIMITS, **options}
    return {result.student: result for result in grade_course(Course(root), jobs=1, **options)}


def test_unchanged_submissions_are_not_graded_again(course):
    results = grade(course)
    assert all(result.skipped for result in results.values())
    assert {name: result.total for name, result in results.items()} == {
        "perfect": 8,
        "wrong": 6,
        "not-json": 0,
        "김 철수": 8,
    }


def test_unchanged_is_unchanged_in_every_process():
    code = (
        "from hiddenlayers.grading.run import _fingerprint, Reference, Submission\n"
        "reference = Reference('one', {}, (), frozenset('abcdefgh'), frozenset('ijklmnop'))\n"
        "print(_fingerprint(Submission('ada', 'one', {}, {'one': reference})))"
    )
    fingerprints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(fingerprints) == 1


def test_only_changed_submissions_are_graded_again_and_lost_ones_too(in_threads, course):
    submit(course, "not-json", answered())
    shutil.rmtree(course / "autograded" / "wrong")
    results = grade(course)
    assert [name for name, result in results.items() if not result.skipped] == ["not-json", "wrong"]
    assert results["not-json"].total == 8
    assert results["not-json"].state == "graded"


def test_force_grades_again(in_threads, course):
    assert not grade(course, students=["perfect"], force=True)["perfect"].skipped


def test_a_changed_check_grades_everybody_again(in_threads, course):
    notebook = source_notebook()
    at(notebook, "area-check").source = "assert area(2, 3) == 7"
    write(course / "source" / CHAPTER / f"{CHAPTER}.ipynb", notebook)
    results = grade(course, students=["perfect"])
    assert (results["perfect"].total, results["perfect"].skipped) == (6, False)


def test_checks_added_after_grading_are_refused_with_the_cure(course):
    notebook = source_notebook()
    notebook.cells.remove(at(notebook, "area-check"))
    write(course / "source" / CHAPTER / f"{CHAPTER}.ipynb", notebook)
    with pytest.raises(HiddenLayersError, match="nbgrader db assignment remove"):
        grade(course)


def test_marks_and_comments_given_by_hand_survive(in_threads, course):
    with Gradebook(f"sqlite:///{course}/gradebook.db", "small") as gradebook:
        gradebook.find_grade("why", CHAPTER, CHAPTER, "wrong").manual_score = 1.5
        gradebook.find_grade("area-hidden", CHAPTER, CHAPTER, "wrong").extra_credit = 0.5
        gradebook.find_comment("why", CHAPTER, CHAPTER, "wrong").manual_comment = "Nearly."
        gradebook.db.commit()
    result = grade(course, students=["wrong"])["wrong"]
    assert (result.skipped, result.total, result.waiting) == (True, 8, 0)
    submit(course, "wrong", answered())
    result = grade(course, students=["wrong"])["wrong"]
    assert (result.skipped, result.total, result.state) == (False, 10, "look")
    with Gradebook(f"sqlite:///{course}/gradebook.db", "small") as gradebook:
        grade_row = gradebook.find_grade("why", CHAPTER, CHAPTER, "wrong")
        assert (grade_row.manual_score, grade_row.needs_manual_grade) == (1.5, True)
        assert gradebook.find_comment("why", CHAPTER, CHAPTER, "wrong").comment == "Nearly."


def test_a_failure_while_recording_leaves_no_half_of_a_submission(in_threads, course, monkeypatch):
    submit(course, "perfect", answered(area="def area(w, h):\n    return 6"))
    submit(course, "new", answered())

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("hiddenlayers.grading.record._store_comments", fail)
    with pytest.raises(RuntimeError, match="the disk is full"):
        grade(course, students=["new", "perfect"])
    monkeypatch.undo()
    with Gradebook(f"sqlite:///{course}/gradebook.db", "small") as gradebook:
        assert gradebook.find_submission(CHAPTER, "perfect").score == 8
        assert "new" not in {student.id for student in gradebook.students}
    assert not (course / "autograded" / "new" / CHAPTER).exists()
    results = grade(course, students=["new", "perfect"])
    assert {name: result.total for name, result in results.items()} == {"new": 8, "perfect": 6}


def test_a_folder_left_half_moved_by_a_killed_run_is_cleared(course):
    place = course / "autograded" / "wrong"
    shutil.copytree(place / CHAPTER, place / f".{CHAPTER}.old")
    (place / f".{CHAPTER}.new").mkdir()
    grade(course)
    assert os.listdir(place) == [CHAPTER]


class KillsItsReader:
    """Ends the process that receives it."""

    def __reduce__(self):
        return os._exit, (1,)


def test_a_grading_process_that_dies_costs_only_its_own_submission(course, monkeypatch):
    read = run.read_submission

    def read_with_a_bomb(folder, student, *rest, **settings):
        submission = read(folder, student, *rest, **settings)
        if student == "wrong":
            submission.notebooks[CHAPTER] = KillsItsReader()
        return submission

    monkeypatch.setattr(run, "read_submission", read_with_a_bomb)
    results = grade(course, force=True)
    assert results["wrong"].state == "ungradable"
    assert results["wrong"].notes[0].code == "worker-died"
    assert (results["perfect"].total, results["김 철수"].total) == (8, 8)


def test_stopping_ends_the_workers(course):
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade(course, force=True, on_progress=stop)
    assert multiprocessing.active_children() == []


def test_files_beside_a_submission_are_there_and_the_courses_own_win(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    reads = "def area(w, h):\n    return int(open('data.csv').read()) * 0 + w * h + int(open('mine/own.txt').read())"
    folder = submit(root, "reader", answered(area=reads)).parent
    write(folder / "data.csv", "not a number")
    write(folder / "mine" / "own.txt", "0")
    write(root / "secret.txt", "a secret")
    (folder / "link.txt").symlink_to(root / "secret.txt")
    write(root / "source" / CHAPTER / "data.csv", "7")
    result = grade(root)["reader"]
    assert result.total == 8
    assert "link.txt" in result.reason
    place = root / "autograded" / "reader" / CHAPTER
    files = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
    assert files == [RECORD, f"{CHAPTER}.ipynb", "data.csv", "mine/own.txt"]
    assert (place / "data.csv").read_text() == "7"


def test_lateness_is_nbgraders(in_threads, tmp_path):
    root = make_course(tmp_path / "class", CONFIG + 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
    for student, timestamp in (("late", "2024-02-02 12:00:00 UTC"), ("undated", "no date")):
        write(submit(root, student, answered()).parent / "timestamp.txt", timestamp)
    with CourseFolder.load(root).gradebook() as gradebook:
        gradebook.update_or_create_assignment(CHAPTER, duedate="2024-02-01 12:00:00")
    results = grade(root)
    assert (results["late"].late_penalty, results["late"].total) == (8, 0)
    assert (results["undated"].late_penalty, results["undated"].total) == (0, 8)
    assert "timestamp.txt" in results["undated"].reason
    with CourseFolder.load(root).gradebook() as gradebook:
        assert gradebook.find_submission(CHAPTER, "late").total_seconds_late == 86400


def test_any_nbgrader_layout_and_several_notebooks_will_do(in_threads, tmp_path):
    config = """
c = get_config()
c.CourseDirectory.directory_structure = "{nbgrader_step}/by-student/{student_id}/{assignment_id}"
c.CourseDirectory.submitted_directory = "inbox"
c.CourseDirectory.autograded_directory = "marked"
c.CourseDirectory.db_url = "sqlite:///" + __file__.replace("nbgrader_config.py", "other.db")
"""
    root = tmp_path / "class"
    write(root / "nbgrader_config.py", config)
    for name in ("one", "two"):
        write(root / "source" / "by-student" / "ps1" / f"{name}.ipynb", source_notebook())
        write(root / "inbox" / "by-student" / "ada" / "ps1" / f"{name}.ipynb", answered())
    write(root / "inbox" / "by-student" / "bob" / "ps1" / "one.ipynb", answered())
    write(root / "inbox" / "by-student" / "bob" / "ps1" / "two.ipynb", "{")
    results = grade(root)
    assert (results["ada"].total, results["ada"].max, results["ada"].state) == (16, 20, "graded")
    assert (results["bob"].total, results["bob"].max, results["bob"].state) == (8, 20, "look")
    assert list(results["ada"].exercises()) == [
        f"{n}/{e}" for n in ("one", "two") for e in ("area", "double", "why")
    ]
    assert (root / "marked" / "by-student" / "ada" / "ps1" / "two.ipynb").is_file()
    assert (root / "other.db").is_file()


def test_without_source_the_gradebooks_own_record_is_used(in_threads, course):
    shutil.rmtree(course / "source")
    submit(course, "wrong", answered())
    assert grade(course, students=["wrong"])["wrong"].total == 8


@pytest.mark.parametrize(
    "options", [{"chapters": ["77"]}, {"students": ["nobody"]}], ids=["no such chapter", "no such student"]
)
def test_names_that_are_not_there_are_misuse(course, options):
    with pytest.raises(HiddenLayersError):
        grade(course, **options)


def test_a_chapter_can_be_called_by_its_number(in_threads, course):
    assert set(grade(course, chapters=["01"], students=["perfect"])) == {"perfect"}


def test_a_broken_configuration_is_one_line(tmp_path):
    root = make_course(tmp_path / "class", "c = get_config()\n1 / 0\n")
    with pytest.raises(HiddenLayersError, match=r"nbgrader_config\.py"):
        grade(root)


def test_one_notebook_is_graded_by_its_visible_checks(tmp_path):
    path = write(tmp_path / "mine.ipynb", answered(area="def area(w, h):\n    return 6"))
    result = grade_notebook(path)
    assert (result.total, result.max, result.waiting, result.state) == (3, 5, 2, "graded")
    assert [check.score for check in result.checks] == [2, None, 1, None, None]


def test_one_notebook_is_graded_by_the_courses_checks(tmp_path):
    root = make_course(tmp_path / "class")
    path = write(tmp_path / "mine.ipynb", cheated(answered()))
    result = grade_notebook(path, root / "source" / CHAPTER / f"{CHAPTER}.ipynb")
    assert (result.total, result.max) == (0, 10)


def test_one_broken_notebook_has_a_reason_and_a_missing_one_is_misuse(tmp_path):
    path = write(tmp_path / "mine.ipynb", "{")
    assert grade_notebook(path).state == "ungradable"
    with pytest.raises(HiddenLayersError, match="check the path"):
        grade_notebook(tmp_path / "none.ipynb")


def test_a_stray_folder_stands_in_the_table_and_stops_nobody(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    submit(root, "ada", answered())
    (root / "submitted" / "ada" / "__MACOSX").mkdir()
    results = {result.chapter: result for result in grade_course(Course(root), jobs=1, limits=LIMITS)}
    assert (results[CHAPTER].state, results[CHAPTER].total) == ("graded", 8)
    assert (results["__MACOSX"].state, results["__MACOSX"].notes[0].code) == ("ungradable", "no-chapter")


def test_what_went_wrong_with_the_machine_is_graded_again_by_the_next_run(in_threads, tmp_path, monkeypatch):
    root = make_course(tmp_path / "class")
    submit(root, "ada", answered())

    def fails(*_, **__):
        raise Ungradable(Reason("kernel-start", {"detail": "no memory"}))

    with monkeypatch.context() as patch:
        patch.setattr(submission, "execute", fails)
        assert grade(root)["ada"].state == "ungradable"
    (again,) = grade(root).values()
    assert (again.total, again.skipped) == (8, False)


def test_a_submission_that_a_limit_struck_is_graded_again_under_another_one(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    submit(root, "ada", answered(area="import time\ntime.sleep(3)\n" + AREA))
    submit(root, "bob", answered())
    assert grade(root, limits=Limits(cell_seconds=2))["ada"].total < 8
    assert all(result.skipped for result in grade(root, limits=Limits(cell_seconds=2)).values())
    again = grade(root, limits=Limits(cell_seconds=20))
    assert (again["ada"].total, again["ada"].skipped, again["bob"].skipped) == (8, False, True)
    assert grade(root, limits=Limits(cell_seconds=2))["ada"].skipped


def test_new_marks_never_stand_beside_an_old_record(in_threads, course, monkeypatch):
    def killed(*_):
        raise SystemExit

    submit(course, "perfect", answered(area=STDERR))
    with monkeypatch.context() as patch:
        patch.setattr(record, "_move_into_place", killed)
        with pytest.raises(SystemExit):
            grade(course, students=["perfect"])
    assert not grade(course)["perfect"].skipped


def test_a_record_that_is_handed_in_is_not_taken_for_ours(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    write(submit(root, "ada", answered()).with_name(RECORD), "{}")
    assert (grade(root)["ada"].total, grade(root)["ada"].skipped) == (8, True)


def test_files_beyond_what_fits_are_left_out_and_the_notebook_is_graded(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    folder = submit(root, "ada", answered()).parent
    for number in range(40):
        write(folder / "pictures" / f"{number:02d}.txt", "x")
    result = grade(root, limits=Limits(files=40))["ada"]
    assert result.total == 8
    assert "pictures/20.txt" in result.reason
    assert "… (+10)" in result.reason
    assert len(list((root / "autograded" / "ada" / CHAPTER / "pictures").iterdir())) == 20


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"fingerprint": 1', '{"notes": [1]}', '{"notes": [{"code": "other"}]}']
)
def test_a_damaged_record_is_made_anew(in_threads, course, text):
    path = course / "autograded" / "perfect" / CHAPTER / RECORD
    path.chmod(0o644)
    path.write_text(text)
    assert not grade(course)["perfect"].skipped


def test_in_another_course_every_cell_runs_that_an_answer_may_need(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    notebook = source_notebook()
    setup = [
        v4.new_code_cell(text, id=f"setup-{number}")
        for number, text in enumerate(["rows = [[]]", "for row in rows:\n    row.append(2)"])
    ]
    notebook.cells[:0] = setup
    write(root / "source" / CHAPTER / f"{CHAPTER}.ipynb", notebook)
    handed_in = answered(area="def area(width, height):\n    return width * height * rows[0][0] // 2")
    handed_in.cells[:0] = setup
    submit(root, "ada", handed_in)
    assert grade(root)["ada"].total == 8


def test_two_runs_on_one_course_do_not_meet(in_threads, tmp_path):
    root = make_course(tmp_path / "class")
    submit(root, "ada", answered())
    seen = []

    def another(*_):
        with pytest.raises(HiddenLayersError, match="is being graded by another run"):
            grade(root)
        seen.append(True)

    assert grade(root, on_progress=another)["ada"].total == 8
    assert seen


def test_a_course_inside_the_environment_is_refused(tmp_path, monkeypatch):
    root = make_course(tmp_path / "class")
    submit(root, "ada", answered())
    monkeypatch.setattr(run.bubblewrap, "read_only_folders", lambda: [str(tmp_path)])
    with pytest.raises(HiddenLayersError, match="lies in a folder that submissions may read"):
        grade(root)
