"""What a warm process is told to import before anything is known of the class."""

import json
import subprocess
import sys

from hiddenlayers.grading.imports import likely_imports, to_have_ready


def notebook(*sources):
    cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)} for source in sources]
    return json.dumps({"cells": [*cells, {"cell_type": "markdown", "source": ["import os"]}]})


def test_it_is_what_the_chapters_that_were_handed_in_import(tmp_path):
    for chapter, text in {
        "one": notebook("import json\nx = 1", "%magic"),
        "two": notebook("import wave"),
    }.items():
        (tmp_path / "source" / chapter).mkdir(parents=True)
        (tmp_path / "source" / chapter / f"{chapter}.ipynb").write_text(text)
    (tmp_path / "submitted" / "kim" / "one").mkdir(parents=True)
    assert likely_imports(tmp_path) == ("json",)


def test_what_can_not_be_read_is_left_out(tmp_path):
    (tmp_path / "submitted" / "kim" / "one").mkdir(parents=True)
    (tmp_path / "source" / "one").mkdir(parents=True)
    for number, text in enumerate(["", "[]", '{"cells": 1}', '{"cells": [{}]}']):
        (tmp_path / "source" / "one" / f"{number}.ipynb").write_text(text)
    assert likely_imports(tmp_path) == ()
    assert likely_imports(tmp_path / "nowhere") == ()


def test_what_a_package_imports_only_when_it_is_used_comes_with_it():
    assert "sklearn.model_selection" in to_have_ready(["sklearn.metrics"])
    assert to_have_ready(["json"]) == ("json",)


def run_python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_a_graders_process_builds_no_grammar_of_addresses():
    done = run_python(
        "import hiddenlayers.grading.run, sys; print('rfc3987_syntax' in sys.modules, 'jsonschema' in sys.modules)"
    )
    assert done.stdout.split() == ["False", "True"], done.stderr


def test_where_unix_is_missing_there_is_no_sandbox_and_that_is_said():
    done = run_python(
        "import sys, fcntl, resource, IPython; sys.modules.update(fcntl=None, resource=None)\n"
        "from hiddenlayers.grading.limits import Isolation\n"
        "from hiddenlayers.grading.workplace import probe\n"
        "import hiddenlayers.grading.run\n"
        "sys.platform = 'win32'; print(probe(Isolation()))"
    )
    assert "needs Linux" in done.stdout, done.stderr
