"""A chapter's text and its source notebook hold the same, and small edits make small differences."""

import subprocess
import sys

import nbformat
import pytest

from hiddenlayers.authoring.chapter import notebook_text, read_chapter, write_chapter
from hiddenlayers.errors import HiddenLayersError

from .conftest import REPOSITORY


def test_a_text_comes_back_unchanged_from_its_notebook(small):
    assert write_chapter(read_chapter(small.chapter)) == small.text


def test_the_repositorys_chapters_come_back_unchanged():
    for path in sorted((REPOSITORY / "chapters").glob("*.py")):
        assert write_chapter(read_chapter(path)) == path.read_text(encoding="utf-8"), path.name


def test_a_text_comes_back_unchanged_by_way_of_a_file_that_jupyterlab_wrote(small, tmp_path):
    notebook = read_chapter(small.chapter)
    for number, cell in enumerate(notebook.cells):
        cell.metadata["collapsed"] = False
        if cell.cell_type == "code":
            cell.execution_count = number
            cell.outputs = [nbformat.v4.new_output("stream", text="3\n")]
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    nbformat.write(notebook, tmp_path / "edited.ipynb")
    assert write_chapter(nbformat.read(tmp_path / "edited.ipynb", as_version=4)) == small.text


def test_the_text_is_formatted_as_ruff_formats_it(small):
    small.replace(
        "samples = np.arange(5)", "\ndef half(x):\n    return x / 2\n\n\nclass Empty:\n    size = 0"
    )
    text = write_chapter(read_chapter(small.chapter))
    command = [sys.executable, "-m", "ruff", "format", "--line-length", "110", "-"]
    assert subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout == text


def test_reading_twice_gives_the_same_bytes(small):
    assert notebook_text(read_chapter(small.chapter)) == notebook_text(read_chapter(small.chapter))


def test_a_graded_cells_id_is_its_grade_id_and_no_id_stands_twice(small):
    cells = read_chapter(small.chapter).cells
    assert [cell.id for cell in cells if "nbgrader" in cell.metadata][:3] == [
        "scale-values",
        "scale-values-check",
        "scale-values-hidden",
    ]
    assert len({cell.id for cell in cells}) == len(cells)


def test_equal_cells_have_different_ids(small):
    small.replace("# %%\nimport", "# %%\n1 + 1\n\n# %%\n1 + 1\n\n# %%\nimport")
    cells = [cell for cell in read_chapter(small.chapter).cells if cell.source == "1 + 1"]
    assert cells[0].id != cells[1].id


def test_an_inserted_cell_leaves_the_other_ids_alone(small):
    before = [cell.id for cell in read_chapter(small.chapter).cells]
    small.replace("# %%\nimport", "# %%\n1 + 1\n\n# %%\nimport")
    after = [cell.id for cell in read_chapter(small.chapter).cells]
    assert len(after) == len(before) + 1
    assert [cell_id for cell_id in after if cell_id in before] == before


def test_an_alternative_text_is_readable_in_the_text(small):
    notebook = read_chapter(small.chapter)
    drawing = next(cell for cell in notebook.cells if "alt.ko" in cell.metadata)
    drawing.metadata["alt.ko"] = '"점" 세 개 → 직선 😀'
    text = write_chapter(notebook)
    assert "점" in text
    assert "😀" in text
    assert "\\u" not in text
    small.chapter.write_text(text, encoding="utf-8")
    cells = read_chapter(small.chapter).cells
    assert drawing.metadata["alt.ko"] in [cell.metadata.get("alt.ko") for cell in cells]


def test_a_text_that_is_no_text_is_reported_with_its_path(small):
    small.chapter.write_bytes(b"\xff\xfe# %%")
    with pytest.raises(HiddenLayersError, match=r"01-small\.py: can't be read"):
        read_chapter(small.chapter)


def test_a_missing_text_is_reported_with_its_path(small):
    small.chapter.unlink()
    with pytest.raises(HiddenLayersError, match=r"01-small\.py: can't be read"):
        read_chapter(small.chapter)
