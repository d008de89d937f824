"""The command: what each verb does, its exit codes, and that a user's mistake is one line."""

import contextlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest
from nbgrader.api import Gradebook
from packaging.version import Version
from rich.console import Console

from hiddenlayers import cli
from hiddenlayers.authoring import verify as verifying
from hiddenlayers.authoring.lint import Finding
from tests.authoring.conftest import NAME, REPOSITORY
from tests.grading.small_course import CHAPTER, HIDDEN, answered, make_course, release_notebook, submit, write

VERBS = ("build", "verify", "release", "demo-class", "grade", "feedback", "data")
WRONG = "def area(width, height):\n    return 6"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def run(*arguments: object, columns: int = 400) -> Ran:
    """Run the command in this process, as `hiddenlayers` does in a terminal of so many columns."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setattr(sys, "argv", ["hiddenlayers", *map(str, arguments)])
        patch.setenv("COLUMNS", str(columns))
        patch.setattr(cli, "console", Console())
        with pytest.raises(SystemExit) as end:
            cli.main()
    return Ran(end.value.code or 0, out.getvalue(), err.getvalue())


def refused(ran: Ran) -> str:
    """The one line that says what was wrong."""
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert "Traceback" not in ran.out
    return line.removeprefix("hiddenlayers: ")


@pytest.fixture
def course(small, monkeypatch):
    """The small course, as the current folder."""
    monkeypatch.chdir(small.course.root)
    return small


# --- the command -----------------------------------------------------------------------------------------------


def test_the_command_lists_its_verbs_and_each_has_help():
    text = run("--help").out
    assert all(f" {verb} " in text for verb in VERBS)
    for verb in VERBS:
        ran = run(verb, "--help")
        assert ran.code == 0
        assert "Usage: hiddenlayers" in ran.out


@pytest.mark.parametrize("arguments", [["bake"], ["build", "--fast"], ["grade", "--jobs", "0"]])
def test_an_unknown_verb_option_or_value_is_misuse(arguments):
    ran = run(*arguments)
    assert ran.code == 2
    assert "Usage: hiddenlayers" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("verb", ["build", "verify", "release", "grade", "feedback"])
def test_without_a_course_a_verb_says_where_it_looked_and_what_to_do(tmp_path, verb):
    line = refused(run(verb, "--course-dir", tmp_path))
    assert line.startswith(f"No course in {tmp_path} or above it")
    assert "--course-dir" in line


@pytest.mark.parametrize("arguments", [["build"], ["verify"], ["release"], ["demo-class", "demo"]])
def test_an_unknown_chapter_is_named_with_those_there_are(course, arguments):
    line = refused(run(*arguments, "09"))
    assert line == f"No chapter 09 in {course.course.chapters_folder}: there are {NAME}."


def test_the_installed_command_shows_a_mistake_without_a_traceback(tmp_path):
    command = [Path(sys.executable).parent / "hiddenlayers", "build", "--course-dir", tmp_path]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("hiddenlayers: No course in ")
    assert ran.stderr.count("\n") == 1


# --- build -----------------------------------------------------------------------------------------------------


def test_build_writes_source_and_releases_and_says_so(course):
    ran = run("build")
    paths = [f"source/{NAME}/{NAME}.ipynb", *(f"release/{each}/{NAME}/{NAME}.ipynb" for each in ("en", "ko"))]
    assert ran.out.splitlines() == [f"Built: {path}" for path in paths]
    assert all((course.course.root / path).is_file() for path in paths)
    assert run("build", "01").out == "The notebooks are up to date.\n"


def test_build_check_writes_nothing_and_ends_with_1_for_findings(course):
    ran = run("build", "--check")
    assert ran.code == 1
    assert f"source/{NAME}/{NAME}.ipynb: missing: run hiddenlayers build." in ran.out.splitlines()
    assert ran.out.endswith("3 found.\n")
    assert not (course.course.root / "source").exists()
    run("build")
    assert run("build", "--check")[:2] == (0, f"Every rule kept: {NAME}.\n")


def test_a_finding_stands_on_one_line_however_long_it_is(course):
    run("build")
    course.replace('"sum_squares(values)")', f'"sum_squares(values)", en="{"far " * 300}")')
    ran = run("build", "--check", columns=40)
    lines = ran.out.splitlines()
    assert ran.code == 1
    assert lines[-1] == f"{len(lines) - 1} found."
    assert all(line.startswith(("chapters/", "source/", "release/")) for line in lines[:-1])


def test_build_takes_edits_in_jupyterlab_back_into_the_chapter(course):
    run("build")
    path = course.course.source(NAME)
    path.write_text(path.read_text(encoding="utf-8").replace("3 * samples", "5 * samples"), encoding="utf-8")
    ran = run("build", "--from-notebooks")
    assert ran.out.splitlines()[0] == f"Written back: chapters/{NAME}.py"
    assert "5 * samples" in course.text
    assert "5 * samples" in course.course.release(NAME, "ko").read_text(encoding="utf-8")


def test_build_from_notebooks_without_a_notebook_is_misuse(course):
    assert "run hiddenlayers build first" in refused(run("build", "--from-notebooks"))


def test_a_chapter_that_nbgrader_refuses_is_one_line_that_names_the_check(course):
    course.replace("    ### END SOLUTION\n", "")
    assert "run hiddenlayers build --check" in refused(run("build"))


def test_build_execute_weaves_once(course):
    assert f"notebooks/: {NAME} executed" in run("build", "--execute").out
    assert f"notebooks/: {NAME} is up to date" in run("build", "--execute").out


# --- verify ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("findings", "code", "says"),
    [
        ((), 0, "Every check judges right."),
        (
            (Finding("x.py", "a-check", "it passed", "mend it"),),
            1,
            "x.py, a-check: it passed: mend it.\n1 found",
        ),
    ],
)
def test_verify_shows_findings_and_what_a_chapter_costs(course, monkeypatch, findings, code, says):
    result = verifying.Verified(NAME, findings, answers=42, check_seconds=0.25, notebook_seconds=2.0)
    monkeypatch.setattr(verifying, "verify", lambda *_: [result])
    ran = run("verify", "01")
    assert ran.code == code
    assert (
        f"{NAME}: 42 answers graded; exercises and checks take 0.2 s of CPU, the whole notebook 2.0 s"
        in ran.out
    )
    assert says in ran.out


# --- release ---------------------------------------------------------------------------------------------------


def test_release_draws_the_seed_once_and_enters_the_assignment(course):
    assert run("release").code == 0
    seed = (course.course.root / ".course-seed").read_text()
    assert seed.strip().isdigit()
    assert run("release").code == 0
    assert (course.course.root / ".course-seed").read_text() == seed
    with Gradebook(f"sqlite:///{course.course.gradebook}", "hidden-layers") as gradebook:
        assert gradebook.find_assignment(NAME).max_score == 20


@pytest.fixture
def repository(course):
    """The small course in a folder that is also the package's."""
    root = course.course.root
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, root)
    for name in ("src", "docs"):
        shutil.copytree(
            REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__")
        )
    return root


@pytest.mark.skipif(
    Version(version("setuptools")) < Version("77"), reason="pyproject.toml asks for setuptools>=77"
)
def test_a_kit_holds_releases_pages_and_a_wheel_of_the_package_alone(repository):
    gone = repository / "build" / "lib" / "hiddenlayers" / "gone.py"  # from an earlier build
    write(gone, "")
    ran = run("release", "--kit")
    assert ran.err == ""
    assert ran.out.endswith("Kit: build/hidden-layers-kit.zip\n")
    with zipfile.ZipFile(repository / "build" / "hidden-layers-kit.zip") as kit:
        names = set(kit.namelist())
        (wheel,) = [name for name in names if name.endswith(".whl")]
        assert names == {wheel, "STUDENTS.md", "STUDENTS.ko.md"} | {
            f"{language}/{NAME}/{NAME}.ipynb" for language in ("en", "ko")
        }
        released = (repository / "release" / "ko" / NAME / f"{NAME}.ipynb").read_bytes()
        assert kit.read(f"ko/{NAME}/{NAME}.ipynb") == released
        with zipfile.ZipFile(io.BytesIO(kit.read(wheel))) as package:
            packed = {name for name in package.namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(repository / "src").as_posix()
        for path in (repository / "src" / "hiddenlayers").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == there


def test_a_kit_of_a_course_without_the_package_is_refused_with_the_reason(course):
    line = refused(run("release", "--kit"))
    assert line.startswith("The package's wheel can't be built (ERROR: Directory")


# --- demo-class ------------------------------------------------------------------------------------------------


def test_a_demo_class_is_made_where_nothing_else_stands(course):
    ran = run("demo-class", "demo", "--students", 2)
    assert ran.out == f"2 students handed in {NAME} in demo\n"
    assert sorted(path.name for path in Path("demo/submitted").iterdir()) == ["student-01", "student-02"]
    assert "holds something that is no demo class" in refused(run("demo-class", "answers"))


def test_comparing_finds_what_was_not_graded_and_refuses_a_folder_without_a_class(course):
    run("demo-class", "demo", "--students", 1)
    ran = run("demo-class", "demo", "--compare")
    assert ran.code == 1
    assert "graded nothing" in ran.out
    assert "holds no demo class" in refused(run("demo-class", "answers", "--compare"))


# --- grade and feedback ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A graded class of three, and what grading it printed."""
    root = make_course(tmp_path_factory.mktemp("class") / "course")
    submit(root, "ada", answered())
    submit(root, "김 철수", answered("ko", area=WRONG))
    submit(root, "broken [b]", "{")
    return root, run("grade", "--course-dir", root, "--jobs", 2)


def test_grade_shows_the_marks_of_everybody_and_ends_with_1_for_an_ungradable_one(graded):
    _, ran = graded
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert f"{CHAPTER} ada: 8 / 10 graded" in lines
    assert f"{CHAPTER} broken [b]: 0 / 10 ungradable" in lines
    table = [line for line in lines if "│" in line]
    assert any("ada" in line and "8 / 10" in line and "graded" in line for line in table)
    assert any("김 철수" in line and "6 / 10" in line for line in table)
    assert any("broken [b]" in line and "ungradable: " in line for line in table)
    assert lines[-1].startswith(
        "3 submissions: 2 graded, 1 ungradable; 2 with an answer that waits for a person."
    )
    assert ran.err == ""


def test_grade_of_one_student_leaves_the_others_out_and_ends_with_0(graded):
    root, _ = graded
    ran = run("grade", "01", "--student", "ada", "--course-dir", root)
    assert ran.code == 0
    assert "1 submission: 1 graded (1 unchanged)" in ran.out
    assert "8 / 10" in ran.out
    assert "broken" not in ran.out


def test_grade_as_json_prints_nothing_but_json(graded):
    root, _ = graded
    ran = run("grade", "--json", "--course-dir", root)
    results = {result["student"]: result for result in json.loads(ran.out)}
    assert ran.code == 1
    assert {name: (result["total"], result["state"]) for name, result in results.items()} == {
        "ada": (8, "graded"),
        "broken [b]": (0, "ungradable"),
        "김 철수": (6, "graded"),
    }
    assert all(result["skipped"] for result in results.values()), "nothing has changed since"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["09"], "Nothing for 09 in"),
        (["--student", "eve"], "Nothing from eve in"),
        (["nowhere.ipynb"], "No notebook nowhere.ipynb: check the path."),
        (["one.ipynb", "two.ipynb"], "2 targets: grade one notebook"),
        (["--sandbox", "maybe"], "--sandbox maybe: choose auto, require, off."),
        (["--judge", "maybe"], "--judge maybe: choose auto, outside, inside."),
        (["01", "one.ipynb"], "2 targets: grade one notebook, or a class with its chapters."),
        (["one.ipynb", "--scheduler", "tcp://127.0.0.1:1"], "--scheduler is for a class"),
    ],
)
def test_grade_refuses_what_is_not_there_in_one_line(graded, arguments, says):
    assert refused(run("grade", *arguments, "--course-dir", graded[0])).startswith(says)


def test_grade_says_that_nothing_was_handed_in(tmp_path):
    ran = run("grade", "--course-dir", make_course(tmp_path / "course"))
    assert ran.code == 0
    assert "Nothing was handed in" in ran.out


def test_a_notebook_without_a_course_is_graded_by_its_visible_checks_and_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    notebook = write(tmp_path / "mine.ipynb", answered(area=WRONG))
    before = notebook.read_bytes()
    ran = run("grade", notebook)
    assert "3 / 5" in ran.out
    assert ran.out.count("A hidden check: only the course's own notebook holds it.") == 2
    assert HIDDEN not in ran.out
    assert notebook.read_bytes() == before
    assert list(tmp_path.iterdir()) == [notebook]


@pytest.mark.parametrize("place", ["in the course", "named", "from the course"])
def test_a_notebook_of_a_course_is_graded_by_all_its_checks(graded, tmp_path, monkeypatch, place):
    root, _ = graded
    folder = root / "release" / "en" if place == "in the course" else tmp_path
    notebook = write(folder / f"{CHAPTER}.ipynb", answered(area=WRONG))
    monkeypatch.chdir(root if place == "from the course" else tmp_path)
    options = ["--course-dir", root] if place == "named" else []
    ran = run("grade", notebook, "--json", *options)
    (result,) = json.loads(ran.out)
    assert ran.code == 0
    assert (result["total"], result["max"], result["waiting"]) == (6, 10, 2)
    assert HIDDEN not in ran.out


def test_a_course_that_is_not_there_is_not_passed_over(tmp_path):
    notebook = write(tmp_path / f"{CHAPTER}.ipynb", release_notebook())
    assert refused(run("grade", notebook, "--course-dir", tmp_path)).startswith("No course in")


def test_feedback_writes_a_page_for_every_graded_submission(graded):
    root, _ = graded
    assert run("feedback", "--course-dir", root).out == f"3 pages in {root / 'feedback'}\n"
    page = (root / "feedback" / "김 철수" / CHAPTER / f"{CHAPTER}.html").read_text(encoding="utf-8")
    assert "채점 결과" in page
    assert run("feedback", "01", "--student", "ada", "--course-dir", root).out.startswith("1 pages")
    assert refused(run("feedback", "--student", "eve", "--course-dir", root)).startswith("Nothing from eve")
    assert refused(run("feedback", "09", "--course-dir", root)).startswith(
        f"Nothing for 09 in {root / 'autograded'}"
    )


def test_feedback_says_where_the_courses_own_settings_put_it(graded, tmp_path):
    root = shutil.copytree(graded[0], tmp_path / "course")
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write('\nc.CourseDirectory.feedback_directory = "returned"\n')
    assert run("feedback", "--course-dir", root).out == f"3 pages in {root / 'returned'}\n"
    assert (root / "returned" / "ada" / CHAPTER / f"{CHAPTER}.html").is_file()


# --- data ------------------------------------------------------------------------------------------------------


def test_data_list_shows_every_data_set(tmp_path, monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_DATA", str(tmp_path))
    ran = run("data", "list")
    assert ran.code == 0
    assert "mnist" in ran.out
    assert str(tmp_path) in ran.out


def test_an_unknown_data_set_is_one_line():
    assert "nowhere" in refused(run("data", "verify", "nowhere"))


def test_what_is_not_installed_is_named_with_the_cure(monkeypatch, capsys):
    def missing(**_):
        raise ModuleNotFoundError("No module named 'nbgrader'", name="nbgrader")

    monkeypatch.setattr(cli, "app", missing)
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 2
    assert "this needs nbgrader: pip install 'hiddenlayers[grade]'" in capsys.readouterr().err
