import os
import subprocess
import sys
import textwrap

import nbformat
import pytest
from nbclient import NotebookClient

import hiddenlayers
from hiddenlayers import session
from hiddenlayers.errors import HiddenLayersError


@pytest.fixture(autouse=True)
def no_session(monkeypatch):
    monkeypatch.setattr(session, "_language", None)
    for name in ("HIDDENLAYERS_LANG", "HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)


def run(*cells):
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(textwrap.dedent(cell).strip()) for cell in cells]
    )
    NotebookClient(notebook, allow_errors=True, timeout=120, kernel_name="python3").execute()
    return [cell.outputs for cell in notebook.cells]


def test_importing_the_package_loads_neither_tensorflow_nor_nbgrader():
    code = "import hiddenlayers, hiddenlayers.check, sys; print({'tensorflow', 'keras', 'nbgrader'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


def test_the_language_is_what_start_was_given():
    hiddenlayers.start("ko")
    assert session.language() == "ko"
    assert session.say("yes", "예") == "예"


def test_without_start_the_environment_gives_the_language(monkeypatch):
    assert session.language() == "en"
    monkeypatch.setenv("HIDDENLAYERS_LANG", "ko")
    assert session.language() == "ko"


def test_an_unknown_language_is_refused():
    with pytest.raises(HiddenLayersError, match="'fr'"):
        hiddenlayers.start("fr")


def test_a_learner_trains_for_all_epochs_and_a_grader_for_one(monkeypatch):
    assert hiddenlayers.epochs(10) == 10
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert hiddenlayers.epochs(10) == 1
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "learner")
    assert hiddenlayers.epochs(10) == 10


def test_nothing_in_a_started_kernel_reaches_standard_error(monkeypatch):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # in which ipykernel does not watch file descriptors
    outputs = run(
        'import hiddenlayers\nhiddenlayers.start("en")',
        """
        import logging, os, sys, warnings
        warnings.warn("a warning")
        logging.getLogger("anything").error("a log line")
        print("printed", file=sys.stderr)
        os.write(2, b"from C++")
        """,
    )[1]
    streams = [output for output in outputs if output.output_type == "stream"]
    assert {stream.name for stream in streams} == {"stdout"}
    text = "".join(stream.text for stream in streams)
    assert all(part in text for part in ("a warning", "a log line", "printed"))


def test_an_exception_says_where_in_the_answer_it_arose():
    outputs = run(
        'import hiddenlayers\nhiddenlayers.start("en")',
        """
        def scale(images):
            largest = 0
            return images / largest
        """,
        "scale(255)",
    )[2]
    (error,) = [output for output in outputs if output.output_type == "error"]
    assert error.ename == "ZeroDivisionError"
    assert error.evalue == "division by zero (in scale, line 3: return images / largest)"


def test_an_untouched_stub_says_so_in_the_learners_language():
    outputs = run(
        'import hiddenlayers\nhiddenlayers.start("ko")',
        "def answer():\n    raise NotImplementedError()",
        "answer()",
    )[2]
    assert outputs[-1].evalue.startswith("아직 답을 쓰지 않았습니다(answer의 2번째 줄")


def test_a_failed_check_shows_its_message_and_not_its_code():
    outputs = run(
        'import hiddenlayers\nhiddenlayers.start("en")',
        'from hiddenlayers import check\ncheck.equal(2, 3, "answer()", en="Count again.", ko="다시 세십시오.")',
    )[1]
    (error,) = outputs
    assert error.ename == "CheckFailed"
    assert error.evalue == "answer(): expected int 3, found int 2. Count again."
    assert error.traceback == ["✗ answer(): expected int 3, found int 2. Count again."]


def test_an_exception_whose_text_fails_is_still_explained():
    class RudeError(Exception):
        def __str__(self):
            raise SystemExit

    assert session.explain(RudeError(), None, {}) == "(no text)"


def test_a_long_message_is_cut():
    namespace = {}
    exec("def answer():\n    raise ValueError('x' * 500)", namespace)
    try:
        namespace["answer"]()
    except ValueError as error:
        text = session.explain(error, error.__traceback__, namespace)
    assert text.startswith("x" * 119 + "… (in answer, line 2")


def test_the_environment_is_left_alone_in_a_script():
    before = sys.stderr
    hiddenlayers.start("en")
    assert sys.stderr is before
    assert os.environ["TF_CPP_MIN_LOG_LEVEL"]
