"""Executed notebooks for readers: run once for both languages, and again only when code changes."""

import nbformat
import pytest

from hiddenlayers.authoring import weave as weaving
from hiddenlayers.authoring.weave import weave
from hiddenlayers.errors import HiddenLayersError

from .conftest import NAME, make_small

PLOT = "plt.plot(samples, 3 * samples)"


@pytest.fixture(scope="module")
def woven(tmp_path_factory):
    """The small chapter after weaving, how often it was executed, and the progress that was reported."""
    small, executed, progress = make_small(tmp_path_factory.mktemp("woven")), [], []
    execute = weaving._execute

    def count(*arguments):
        executed.append(arguments)
        return execute(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weaving, "_execute", count)
        assert weave(small.course, NAME, lambda *report: progress.append(report))
    return small, len(executed), progress


@pytest.fixture
def chapter(woven, tmp_path, small):
    """A copy of the woven chapter, to change; executing it is an error."""
    for language in ("en", "ko"):
        path = small.course.executed(NAME, language)
        path.parent.mkdir(parents=True)
        path.write_bytes(woven[0].course.executed(NAME, language).read_bytes())
    return small


@pytest.fixture
def not_executed(monkeypatch):
    def execute(*_):
        raise AssertionError("executed")

    monkeypatch.setattr(weaving, "_execute", execute)


def notebook(small, language):
    return nbformat.read(small.course.executed(NAME, language), as_version=4)


def plot(small, language):
    return next(cell for cell in notebook(small, language).cells if PLOT in cell.source)


def test_a_chapter_is_executed_once_for_both_languages(woven):
    small, executions, progress = woven
    assert executions == 1
    assert progress == [(number, len(progress)) for number in range(1, len(progress) + 1)]
    english, korean = (
        [cell for cell in notebook(small, language).cells if cell.cell_type == "code"]
        for language in ("en", "ko")
    )
    assert len(english) == len(korean) == len(progress)
    assert [cell.execution_count for cell in korean] == [cell.execution_count for cell in english]
    assert all(cell.execution_count for cell in english)


@pytest.mark.parametrize(
    ("language", "title", "alt"),
    [
        ("en", "# Small numbers", "Five points on a rising line."),
        ("ko", "# 작은 수", "오른쪽으로 올라가는 직선 위의 점 다섯 개."),
    ],
)
def test_each_language_has_its_prose_and_the_pictures_with_its_description(woven, language, title, alt):
    read = notebook(woven[0], language)
    nbformat.validate(read)
    assert read.cells[0].source.startswith(title)
    (picture,) = [output for output in plot(woven[0], language).outputs if "image/png" in output.data]
    assert picture.metadata["image/png"]["alt"] == alt


def test_a_widget_leaves_its_picture_to_readers(chapter):
    bundle = (
        """{"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "image/png": "iVBORw0KGgo="}"""
    )
    chapter.replace("plt.show()", f"from IPython.display import display\ndisplay({bundle}, raw=True)")
    weave(chapter.course, NAME)
    shown = [set(output.data) for output in plot(chapter, "ko").outputs if "data" in output]
    assert {"image/png"} in shown
    assert not any("widget" in kind for kinds in shown for kind in kinds)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_solutions_are_shown_without_marks_and_hidden_checks_are_not(woven, language):
    text = woven[0].course.executed(NAME, language).read_text(encoding="utf-8")
    assert "values * 2.5 - 1" in text
    assert "SOLUTION" not in text
    assert "HIDDEN" not in text
    assert "drawn" not in text
    assert "nbgrader" not in text


def test_an_unchanged_chapter_changes_no_file(chapter, not_executed):
    paths = [chapter.course.executed(NAME, language) for language in ("en", "ko")]
    before = [path.read_bytes() for path in paths]
    assert not weave(chapter.course, NAME)
    assert [path.read_bytes() for path in paths] == before


def test_changed_prose_is_woven_in_without_running(chapter, not_executed):
    outputs = plot(chapter, "ko").outputs
    chapter.replace("소리 내어", "큰 소리로")
    chapter.replace('alt.ko="오른쪽으로', 'alt.ko="곧게 오른쪽으로')
    assert not weave(chapter.course, NAME)
    assert "큰 소리로" in notebook(chapter, "ko").cells[0].source
    (picture,) = plot(chapter, "ko").outputs
    assert picture.metadata["image/png"]["alt"].startswith("곧게")
    assert picture.data == outputs[0].data


def test_a_changed_hidden_check_runs_nothing(chapter, not_executed):
    chapter.replace("2 + check.rng", "3 + check.rng")
    assert not weave(chapter.course, NAME)


def test_a_notebook_that_is_missing_in_one_language_is_made_of_the_other(chapter, not_executed):
    chapter.course.executed(NAME, "ko").unlink()
    assert not weave(chapter.course, NAME)
    assert plot(chapter, "ko").outputs


def test_changed_code_is_executed_again(chapter):
    chapter.replace("plt.show()", 'plt.show()\nprint("again")')
    assert weave(chapter.course, NAME)
    for language in ("en", "ko"):
        assert plot(chapter, language).outputs[-1].text == "again\n"
    assert not weave(chapter.course, NAME)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ('raise ValueError("boom\\nand more")', r"\(ValueError: boom\)"),
        ("import os\nos._exit(1)", "(?i)kernel died"),
    ],
    ids=["raises", "ends the kernel"],
)
def test_a_chapter_that_fails_is_named_with_cell_and_exception_and_leaves_the_last_notebooks(
    chapter, code, says
):
    paths = [chapter.course.executed(NAME, language) for language in ("en", "ko")]
    before = [path.read_bytes() for path in paths]
    chapter.replace("plt.show()", f"# Show it\nplt.show()\n\n# %%\n# The next one\n{code}")
    with pytest.raises(HiddenLayersError, match=says) as error:
        weave(chapter.course, NAME)
    assert f"{chapter.chapter}: the cell '# The next one' fails while executing" in str(error.value)
    assert "\n" not in str(error.value)
    assert [path.read_bytes() for path in paths] == before


def test_a_damaged_executed_notebook_is_made_again(chapter, monkeypatch):
    chapter.course.executed(NAME, "en").write_text("{", encoding="utf-8")
    assert weave(chapter.course, NAME)
    assert plot(chapter, "en").outputs
