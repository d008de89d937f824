"""What `build` writes: deterministic, the same as nbgrader's own release, and written back from JupyterLab."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from hiddenlayers.authoring.build import build_from_notebooks, derive, keep_answers, stale
from hiddenlayers.authoring.exercises import grade_id
from hiddenlayers.errors import HiddenLayersError

from .conftest import NAME


def test_build_writes_the_source_and_both_releases(small):
    written = [path.relative_to(small.course.root).as_posix() for path in small.build()]
    assert written == [f"source/{NAME}/{NAME}.ipynb"] + [
        f"release/{language}/{NAME}/{NAME}.ipynb" for language in ("en", "ko")
    ]


def test_building_again_changes_no_file(small):
    paths = small.build()
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}
    assert small.build() == []
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths} == before


def test_what_is_derived_is_the_same_to_the_byte_in_another_process(small):
    code = (
        "import sys; from pathlib import Path; from hiddenlayers.course import Course;"
        "from hiddenlayers.authoring.build import build;"
        f"build(Course(Path(sys.argv[1])), ['{NAME}'])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "HIDDENLAYERS_LANG": "ko"}
    expected = derive(small.course, [NAME])
    subprocess.run([sys.executable, "-c", code, small.course.root], env=environment, check=True)
    for path, text in expected.items():
        assert path.read_bytes() == text.encode(), path


def test_a_change_in_the_text_makes_all_that_is_derived_stale(small):
    small.build()
    assert stale(small.course, [NAME]) == []
    small.replace('check.passed("scale-values")', 'check.passed("scaled")')
    assert len(stale(small.course, [NAME])) == 3


def test_a_release_holds_stubs_and_neither_solutions_nor_hidden_checks(small):
    small.build()
    text = small.course.release(NAME, "ko").read_text(encoding="utf-8")
    cells = {grade_id(cell): cell.source for cell in nbformat.reads(text, as_version=4).cells}
    assert cells["scale-values"].endswith(
        "    # YOUR CODE HERE · 여기에 코드를 쓰십시오\n    raise NotImplementedError()"
    )
    assert cells["flattening"] == "YOUR ANSWER HERE · 여기에 답을 쓰십시오"
    assert cells["scale-values-hidden"] == "# Hidden checks · 숨은 검사"
    assert "SOLUTION" not in text
    assert "HIDDEN TESTS" not in text
    assert "values * 2.5 - 1" not in text


def test_graded_cells_are_the_same_to_the_byte_in_both_releases(small):
    small.build()
    english, korean = (
        [json.dumps(cell) for cell in nbformat.read(path, as_version=4).cells if grade_id(cell)]
        for path in (small.course.release(NAME, language) for language in ("en", "ko"))
    )
    assert english == korean
    assert len(english) == 19


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nbgrader_generates_the_same_release(small, language):
    small.build()
    path = small.course.release(NAME, language)
    ours = path.read_bytes()
    shutil.rmtree(path.parent)  # nbgrader leaves a released assignment alone
    programs = os.pathsep.join(
        [str(Path(sys.executable).parent), os.environ["PATH"]]
    )  # nbgrader calls alembic
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", NAME],
        cwd=small.course.root,
        env={**os.environ, "HIDDENLAYERS_LANG": language, "PATH": programs},
        check=True,
        capture_output=True,
    )
    assert path.read_bytes() == ours


def test_what_somebody_solved_in_a_release_is_kept(small):
    small.build()
    path = small.course.release(NAME, "ko")
    assert keep_answers(small.course, [NAME]) == []
    notebook = nbformat.read(path, as_version=4)
    cell = next(cell for cell in notebook.cells if grade_id(cell) == "scale-values")
    cell.source = cell.source.replace("raise NotImplementedError()", "return values")
    nbformat.write(notebook, path)
    solved = path.read_bytes()
    (copy,) = keep_answers(small.course, [NAME])
    assert keep_answers(small.course, [NAME]) == [], "once is enough"
    assert path.parent not in copy.parents, "what is handed out holds no answers"
    small.build()
    assert copy.read_bytes() == solved
    assert copy.name == path.name
    assert path.read_bytes() != solved
    path.write_text("no notebook")
    assert [copy.read_text() for copy in keep_answers(small.course, [NAME])] == ["no notebook"]


def test_an_author_who_edits_text_or_source_has_solved_nothing(small):
    small.build()
    small.replace('check.passed("scale-values")', 'check.passed("scaled")')
    assert keep_answers(small.course, [NAME]) == []
    small.build()
    small.course.source(NAME).write_text("<<<<<<< not JSON")
    assert keep_answers(small.course, [NAME]) == []


def test_an_edit_in_jupyterlab_goes_back_into_the_chapter_alone(small):
    small.build()
    before = small.text
    path = small.course.source(NAME)
    notebook = nbformat.read(path, as_version=4)
    cell = next(cell for cell in notebook.cells if cell.source.startswith("plt.plot"))
    cell.source = cell.source.replace("3 * samples", "5 * samples")
    cell.outputs = [nbformat.v4.new_output("stream", text="[…]")]
    nbformat.write(notebook, path)
    assert build_from_notebooks(small.course, [NAME]) == [small.chapter]
    assert small.text == before.replace("3 * samples", "5 * samples")


def test_notebooks_without_an_edit_change_no_chapter(small):
    small.build()
    assert build_from_notebooks(small.course, [NAME]) == []


def test_a_source_notebook_that_is_missing_or_broken_is_reported(small):
    with pytest.raises(HiddenLayersError, match="run hiddenlayers build first"):
        build_from_notebooks(small.course, [NAME])
    small.build()
    small.course.source(NAME).write_text("not JSON")
    before = small.text
    with pytest.raises(HiddenLayersError, match="can't be read"):
        build_from_notebooks(small.course, [NAME])
    assert small.text == before


def test_an_older_notebook_does_not_undo_an_edit_of_the_text(small):
    (source, *_) = small.build()
    small.replace('check.passed("scale-values")', 'check.passed("scaled")')
    edited = source.stat().st_mtime + 5
    os.utime(small.chapter, (edited, edited))
    before = small.text
    with pytest.raises(HiddenLayersError, match="the text was edited after the source notebook"):
        build_from_notebooks(small.course, [NAME])
    assert small.text == before
