"""A class of made-up students in a course folder of its own, with the marks that its answers should earn."""

import json
import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import nbformat

from hiddenlayers.answers import Answer, read_bank, submission
from hiddenlayers.authoring.build import release
from hiddenlayers.authoring.chapter import notebook_text, read_chapter
from hiddenlayers.authoring.exercises import Exercise, find_exercises, grade_id, is_written
from hiddenlayers.course import DEFAULT_SEED, LANGUAGES, Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.record import read_result

# The kinds of student. A small class has the first of each; a larger one repeats the ordinary kinds.
KINDS = ("perfect", "partial", "mistaken", "blank", "crashing", "looping", "unreadable")
ORDINARY = ("perfect", "partial", "partial", "mistaken", "perfect", "partial")

CRASH = "import os\n    os._exit(1)  # ends the kernel"
LOOP = "while True:\n        pass"
STUB = "raise NotImplementedError()"

EXPECTED = "expected.json"
# What a demo class consists of, graded or not
CLASS = {
    EXPECTED,
    "nbgrader_config.py",
    ".course-seed",
    "source",
    "release",
    "submitted",
    "autograded",
    "feedback",
    "gradebook.db",
    "grades.csv",
    ".grading.lock",
    ".ipynb_checkpoints",
}


def make_class(course: Course, chapters: list[str], folder: Path, students: int, seed: int = 0) -> Course:
    """Make a course folder with `students` students' submissions to each chapter, replacing what stood there.

    Beside the submissions stands expected.json: for every student and chapter the points of each graded cell,
    null where a person has to grade, or null for a submission that can't be graded.

    Args:
        course: the course that the chapters and the answer bank are taken from.
        chapters: names of chapters.
        folder: where to make it; nothing but an earlier demo class may stand there.
        students: how many.
        seed: of the choice of answers.

    Raises:
        HiddenLayersError: where `folder` holds something else, or a chapter has no answer bank.
    """
    if folder.exists() and not (folder.is_dir() and _is_replaceable(folder)):
        raise HiddenLayersError(f"{folder} holds something that is no demo class: name an empty folder.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / EXPECTED).write_text("{}\n")  # so that a class left half made can be made again
    demo = Course(folder.resolve())
    shutil.copy(course.root / "nbgrader_config.py", folder)
    (folder / ".course-seed").write_text(f"{DEFAULT_SEED}\n")
    expected: dict[str, dict] = {}
    for name in chapters:
        source = read_chapter(course.chapter(name))
        bank = read_bank(course, name)
        exercises = find_exercises(source)
        missing = [
            each.name for each in exercises if {a.right for a in bank.get(each.name, ())} != {True, False}
        ]
        if missing:
            raise HiddenLayersError(
                f"{course.answers_folder / name}: {', '.join(missing)} has not both right and wrong answers: "
                "write what hiddenlayers build --check asks for."
            )
        demo.source(name).parent.mkdir(parents=True)
        demo.source(name).write_text(notebook_text(source), encoding="utf-8")
        releases = {language: release(source, course, language) for language in LANGUAGES}
        written = [grade_id(cell) for cell in source.cells if is_written(cell)]
        for language, notebook in releases.items():
            demo.release(name, language).parent.mkdir(parents=True)
            demo.release(name, language).write_text(notebook_text(notebook), encoding="utf-8")
        for number, kind in enumerate(_kinds(students), start=1):
            student = f"student-{number:02d}"
            draw = random.Random(f"{seed} {name} {student}")
            notebook = releases[LANGUAGES[number % 2 == 0]]
            text, points = _submission(notebook, kind, exercises, bank, written, draw)
            path = folder / "submitted" / student / name / f"{name}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
            expected.setdefault(student, {})[name] = points
    (folder / EXPECTED).write_text(json.dumps(expected, indent=1) + "\n")
    return demo


def _is_replaceable(folder: Path) -> bool:
    """Whether nothing stands there but what a demo class has."""
    held = {path.name for path in folder.iterdir()}
    return not held or (EXPECTED in held and held <= CLASS)


def _kinds(students: int) -> list[str]:
    kinds = list(KINDS[:students])
    return kinds + [ORDINARY[number % len(ORDINARY)] for number in range(students - len(kinds))]


def _submission(
    release: nbformat.NotebookNode,
    kind: str,
    exercises: list[Exercise],
    bank: Mapping[str, list[Answer]],
    written: list[str],
    draw: random.Random,
) -> tuple[str, dict[str, float | None] | None]:
    """One student's notebook as text, and the points of its graded cells."""
    stubs = {exercise.name: exercise.solution.source for exercise in find_exercises(release)}
    chosen = {exercise.name: _choose(kind, bank[exercise.name], draw) for exercise in exercises}
    answers = {name: answer.code for name, answer in chosen.items() if answer}
    points: dict[str, float | None] = {}
    for exercise in exercises:
        answer = chosen[exercise.name]
        passes = answer.passes if answer else (False, False)
        for cell, passed in zip(exercise.checks, passes, strict=True):
            points[grade_id(cell)] = float(cell.metadata.nbgrader.points) if passed else 0.0
    for name in written:
        points[name] = 0.0 if kind == "blank" else None
        if kind != "blank":
            answers[name] = "The order of the pixels is lost. · 픽셀의 배열 순서가 사라집니다."
    if kind in ("crashing", "looping"):
        at = draw.randrange(len(exercises) // 2, len(exercises))
        answers[exercises[at].name] = stubs[exercises[at].name].replace(
            STUB, CRASH if kind == "crashing" else LOOP
        )
        # a dead kernel takes the cells after it along, a loop only its own
        lost = exercises[at:] if kind == "crashing" else exercises[at : at + 1]
        points |= {grade_id(cell): 0.0 for exercise in lost for cell in exercise.checks}
    text = notebook_text(submission(release, answers))
    return (text[: len(text) // 2], None) if kind == "unreadable" else (text, points)


def _choose(kind: str, answers: list[Answer], draw: random.Random) -> Answer | None:
    """A student's answer to one exercise; None leaves the stub."""
    right = [answer for answer in answers if answer.right]
    wrong = [answer for answer in answers if not answer.right]
    if kind == "blank":
        return None
    if kind == "mistaken":
        return draw.choice(wrong)
    if kind == "partial":
        return draw.choice([draw.choice(right), draw.choice(right), draw.choice(wrong), None])
    return draw.choice(right)


def compare(folder: Path) -> list[str]:
    """Where the marks of a graded demo class are not what its answers should earn, one line each.

    Raises:
        HiddenLayersError: where `folder` holds no demo class.
    """
    path = folder / EXPECTED
    expected = json.loads(path.read_text()) if path.is_file() else {}
    if not expected:
        raise HiddenLayersError(f"{folder} holds no demo class: make one with hiddenlayers demo-class.")
    differences = []
    course_folder = CourseFolder.load(folder.resolve())
    with course_folder.gradebook() as gradebook:
        for student, chapters in expected.items():
            for chapter, points in chapters.items():
                result = read_result(course_folder, gradebook, student, chapter)
                found = "nothing"
                if result is not None:
                    marks = {check.grade_id: check.score for check in result.checks}
                    found = None if result.ungradable else marks
                if found != points:
                    differences.append(f"{student} {chapter}: expected {points}, graded {found}")
    return differences
