"""What is hidden is found wherever it appears, and what stands in the open is not called hidden."""

import html

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.leaks import Leak, leaks, secrets

HIDDEN_LINE = 'check.close(sum_squares(drawn), drawn @ drawn, "sum_squares(drawn)")'
SOLUTION_LINE = "return values * 2.5 - 1"


@pytest.fixture
def secret(small):
    return secrets(read_chapter(small.chapter))


def fragments(document, secret):
    return {leak.fragment for leak in leaks(document, secret)}


def test_hidden_lines_and_statements_are_secret(secret):
    assert HIDDEN_LINE in secret.hidden.lines
    assert HIDDEN_LINE.replace('"', "'") in secret.hidden.statements


def test_solution_lines_and_statements_are_secret(secret):
    assert SOLUTION_LINE in secret.solution.lines
    assert SOLUTION_LINE in secret.solution.statements


def test_the_model_answer_of_the_written_question_is_secret(secret):
    assert "No, it stays the same." in secret.solution.lines


def test_imports_and_short_lines_are_no_secrets(secret):
    lines = secret.hidden.lines | secret.solution.lines
    assert not any(line.startswith(("import", "from")) for line in lines)
    assert min(map(len, lines)) > 20


def test_what_stands_in_the_open_too_is_no_secret(small):
    small.replace("samples = np.arange(5)", "samples = np.arange(5)\ndrawn = 2 + samples.mean() * 3")
    small.replace('drawn = 2 + check.rng("sum-squares").random(7)', "drawn = 2 + samples.mean() * 3")
    found = secrets(read_chapter(small.chapter))
    assert "drawn = 2 + samples.mean() * 3" not in found.hidden.lines | found.hidden.statements


def test_a_solutions_line_in_a_hidden_check_is_secret_as_a_solution_only(small):
    small.replace(
        "    return float((values**2).sum())", "    squares = (values**2).sum()\n    return squares"
    )
    small.replace(HIDDEN_LINE, f"values = drawn\nsquares = (values**2).sum()\n{HIDDEN_LINE}")
    found = secrets(read_chapter(small.chapter))
    assert "squares = (values**2).sum()" in found.solution.lines
    assert "squares = (values**2).sum()" not in found.hidden.lines | found.hidden.statements


def test_the_releases_hold_no_secret(small, secret):
    small.build()
    for language in ("en", "ko"):
        released = nbformat.read(small.course.release("01-small", language), as_version=4)
        assert leaks(released, secret.hidden | secret.solution) == []


def test_the_source_holds_every_secret(small, secret):
    found = fragments(read_chapter(small.chapter), secret.hidden | secret.solution)
    assert secret.hidden.lines | secret.solution.lines <= found


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        (new_code_cell(f"if True:\n    {HIDDEN_LINE}"), "cell 1"),
        (new_markdown_cell(f"See:\n\n```python\n{HIDDEN_LINE}\n```"), "cell 1"),
        (new_code_cell("", outputs=[new_output("stream", text=f"  12 {HIDDEN_LINE}\n")]), "output of cell 1"),
        (
            new_code_cell(
                "",
                outputs=[
                    new_output(
                        "error",
                        ename="CheckFailed",
                        evalue="",
                        traceback=["Traceback", HIDDEN_LINE.replace("(drawn)", "(\x1b[1;32mdrawn\x1b[0m)")],
                    )
                ],
            ),
            "output of cell 1",
        ),
        (
            new_code_cell("", outputs=[new_output("display_data", {"text/html": html.escape(HIDDEN_LINE)})]),
            "output of cell 1",
        ),
        (new_code_cell("", metadata={"source": HIDDEN_LINE}), "metadata of cell 1"),
    ],
    ids=["code", "prose", "stream", "traceback in colours", "HTML output", "metadata"],
)
def test_a_secret_is_found_wherever_a_notebook_keeps_it(secret, cell, place):
    assert leaks(new_notebook(cells=[cell]), secret.hidden) == [Leak(HIDDEN_LINE, place)]


def test_a_secret_is_found_in_other_quotes_spacing_and_line_breaks(secret):
    code = "check.close( sum_squares( drawn ),\n    drawn@drawn,\n    'sum_squares(drawn)')"
    assert fragments(new_notebook(cells=[new_code_cell(code)]), secret.hidden)
    assert fragments(f"<p>See</p><pre>{html.escape(code)}</pre>", secret.hidden)
    assert fragments(f"See:\n```python\n{code}\n```\n", secret.hidden)


def test_a_secret_is_found_in_a_page_that_highlights_its_code(secret):
    page = f"<html><body>{highlight(HIDDEN_LINE, PythonLexer(), HtmlFormatter())}</body></html>"
    assert HIDDEN_LINE not in page
    assert leaks(page, secret.hidden) == [Leak(HIDDEN_LINE, "text")]


def test_a_check_with_other_arguments_is_no_leak(secret):
    assert leaks('check.close(sum_squares(values), 21, "sum_squares(values)")', secret.hidden) == []


def test_encoded_pictures_are_not_read_as_text(secret):
    picture = new_output("display_data", {"image/png": HIDDEN_LINE})
    assert leaks(new_notebook(cells=[new_code_cell("", outputs=[picture])]), secret.hidden) == []
