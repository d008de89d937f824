"""Whatever is handed in: a notebook comes out of it, or the reason why not."""

import json
import os

import nbformat
import pytest
from nbformat import v3, v4

from hiddenlayers.grading.intake import find_notebooks, from_bytes, language_of, parse, read_file
from hiddenlayers.grading.reasons import Reason, Ungradable
from tests.grading.small_course import answered, at, write


def refusal(action) -> str:
    with pytest.raises(Ungradable) as caught:
        action()
    for language in ("en", "ko"):
        assert caught.value.reason.text(language)
    return caught.value.reason.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "not-json"),
        (b"print('hello')", "not-json"),
        (b"\x89PNG\r\n\x1a\n", "not-json"),
        (b"[" * 100_000, "not-json"),
        (b"[1, 2]", "not-a-notebook"),
        (b'{"name": "data"}', "not-a-notebook"),
        (b'{"nbformat": 4, "cells": {}}', "not-a-notebook"),
        (b'{"nbformat": 9, "cells": [1]}', "not-a-notebook"),
        (b'{"nbformat": 3, "worksheets": 7}', "not-a-notebook"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}', "no-cells"),
        (b'{"nbformat": 4, "cells": [' + b"{}, " * 6_000 + b"{}]}", "not-a-notebook"),
        (b'{"nbformat": 4, "cells": [{"outputs": [' + b"{}, " * 300_000 + b"{}]}]}", "too-many"),
    ],
)
def test_what_is_no_notebook_is_refused_with_a_reason(data, code):
    assert refusal(lambda: parse(data)) == code


def test_an_empty_file_is_refused(tmp_path):
    assert refusal(lambda: read_file(write(tmp_path / "a.ipynb", b""))) == "empty"


def test_a_file_over_the_limit_is_refused_unread_and_the_limit_can_be_set(tmp_path):
    path = tmp_path / "large.ipynb"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert refusal(lambda: read_file(path)) == "too-large"
    assert len(read_file(path, max_megabytes=50)) == 50_000_000


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="no list of open files")
def test_a_folder_in_a_notebooks_place_is_refused_and_not_left_open(tmp_path):
    (tmp_path / "folder.ipynb").mkdir()
    before = len(os.listdir("/proc/self/fd"))
    assert refusal(lambda: read_file(tmp_path / "folder.ipynb")) == "unreadable"
    assert len(os.listdir("/proc/self/fd")) == before


def test_links_and_pipes_are_not_followed(tmp_path):
    secret = write(tmp_path / "secret.ipynb", answered())
    (tmp_path / "link.ipynb").symlink_to(secret)
    assert refusal(lambda: read_file(tmp_path / "link.ipynb")) == "unreadable"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.ipynb")
        assert refusal(lambda: read_file(tmp_path / "pipe.ipynb")) == "unreadable"


def test_a_version_3_notebook_becomes_version_4():
    old = v3.new_notebook(
        worksheets=[v3.new_worksheet(cells=[v3.new_code_cell("x = 1"), v3.new_heading_cell("Title")])]
    )
    notebook = from_bytes(parse(json.dumps(old).encode()))
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells] == ["x = 1", "# Title"]


def test_a_version_4_0_notebook_gets_cell_ids():
    old = answered()
    old.nbformat_minor = 0
    for cell in old.cells:
        del cell["id"]
    notebook = from_bytes(parse(json.dumps(old).encode()))
    nbformat.validate(notebook)
    assert at(notebook, "area").source == at(old, "area").source


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_of_json_are_read(encoding):
    assert from_bytes(parse(nbformat.writes(answered("ko")).encode(encoding))).cells


def test_damaged_cells_outputs_and_metadata_are_mended():
    content = json.loads(nbformat.writes(answered()))
    content["metadata"]["kernelspec"] = "python"
    content["cells"][1]["outputs"] = [{"output_type": "nonsense"}, 7]
    content["cells"][1]["id"] = content["cells"][2]["id"] = "spaces are wrong"
    content["cells"][2]["metadata"] = ["not", "a", "dict"]
    content["cells"] += [
        5,
        {"cell_type": "unknown", "source": 3},
        {"cell_type": "code", "source": ["a", "b"]},
    ]
    notebook = from_bytes(parse(json.dumps(content).encode()))
    nbformat.validate(notebook)
    assert notebook.cells[1].outputs == []
    assert notebook.cells[-1].source == "ab"


def test_outputs_are_left_behind():
    notebook = v4.new_notebook(
        cells=[v4.new_code_cell("1", outputs=[v4.new_output("stream", text="a\nb\n")])]
    )
    assert from_bytes(parse(nbformat.writes(notebook).encode())).cells[0].outputs == []


def test_half_a_surrogate_pair_does_no_harm():
    data = json.dumps(answered(why="half \ud83d")).encode()
    assert at(from_bytes(parse(data)), "why").source == "half ?"


@pytest.mark.parametrize(
    ("hiddenlayers", "language"),
    [({"language": "ko"}, "ko"), ({"language": []}, "en"), ({}, "en"), (1, "en"), (None, "en")],
)
def test_the_language_is_the_releases_or_english(hiddenlayers, language):
    assert language_of(v4.new_notebook(metadata={"hiddenlayers": hiddenlayers})) == language


@pytest.mark.parametrize("name", ["과제 2 (최종).ipynb", "my homework.ipynb", "01-shapes-Copy1.ipynb"])
def test_the_only_notebook_is_taken_whatever_its_name(tmp_path, name):
    path = write(tmp_path / name, b"x")
    found, notes = find_notebooks(tmp_path, ["01-shapes"])
    assert found == {"01-shapes": path}
    assert notes == [Reason("other-name", {"found": name, "name": "01-shapes"})]


def test_no_notebook_and_several_other_ones_are_told_apart(tmp_path):
    found, _ = find_notebooks(tmp_path, ["01-shapes"])
    assert found["01-shapes"].code == "missing"
    write(tmp_path / "a.ipynb", b"x")
    write(tmp_path / "b.ipynb", b"x")
    found, _ = find_notebooks(tmp_path, ["01-shapes"])
    assert found["01-shapes"].code == "ambiguous"
