"""`build --check` finds nothing in a good chapter, and exactly the one thing that is broken."""

import nbformat
import pytest

from hiddenlayers.authoring import weave
from hiddenlayers.authoring.lint import lint
from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError

from .conftest import EXERCISES, NAME, REPOSITORY, exercise_text, header, pair


def test_a_good_chapter_passes(small):
    small.build()
    assert small.lint() == []


def test_a_finding_is_one_line_with_file_cell_problem_and_cure(small):
    small.replace('"points": 2', '"points": 3')
    small.build()
    small.replace("return values * 2.5 - 1", "return values * 2.5 - 1.0")
    lines = [str(finding) for finding in small.lint()]
    assert "chapters/01-small.py: 21 points in all: make them 20." in lines
    assert "source/01-small/01-small.ipynb: not what the chapter gives: run hiddenlayers build." in lines
    assert all("\n" not in line for line in lines)


def test_a_finding_names_the_cell_and_its_line_in_the_text(small):
    small.replace('schema_version": 3', 'schema_version": 2')
    line = small.text[: small.text.index('"schema_version": 2')].count("\n") + 1
    assert str(small.lint()[0]).startswith(f"chapters/01-small.py, scale-values (line {line}): ")


CHECK = 'check.passed("scale-values")'
HIDDEN = 'drawn = 2 + check.rng("scale-values").random(7)'
OPEN = "samples = np.arange(5)"

# what is broken: old text, new text, where the finding is, what it says
BROKEN = {
    "text not canonical": ("# %%\nimport mat", "\n# %%\nimport mat", "", "in the text's one form"),
    "magic": (OPEN, "%time samples = 3", "cell 5", "not Python in its line 4"),
    "metadata key missing": ('"locked": false, ', "", "scale-values", "locked"),
    "metadata of a cell that is nothing": (
        '"solution": true',
        '"solution": false',
        "scale-values",
        "fits no",
    ),
    "other schema": ('"schema_version": 3', '"schema_version": 2', "scale-values", "schema 2"),
    "no points": ('"points": 1, ', "", "scale-values-check", "points"),
    "points of no number": ('"points": 1', '"points": "1"', "scale-values-check", "points"),
    "unreadable id": ('"flattening"', '"cell-3f9a1c7d20"', "cell-3f9a1c7d20", "lower-case words"),
    "id in capitals": ('"flattening"', '"Flattening"', "Flattening", "lower-case words"),
    "id twice": ('"flattening"', '"sum-squares"', "sum-squares", "stands twice"),
    "solution mark alone": ("    ### END SOLUTION\n", "", "scale-values", "do not pair up"),
    "hidden marks in the narrative": (
        OPEN,
        f"### BEGIN HIDDEN TESTS\n{OPEN}\n### END HIDDEN TESTS",
        "cell 5",
        "no check",
    ),
    "prose without language": (
        '# %% [markdown] lang="en"\n# ## Written',
        "# %% [markdown]\n# ## Written",
        "",
        "",
    ),
    "heading of another level": ("# ## 서술형", "# ### 서술형", "cell 38", "headings differ"),
    "other link": ("example.org/ko/guide", "example.org/ko/book", "cell 2", "links differ"),
    "other formula": ("\\frac{1}{n} \\sum x$입", "\\frac{1}{m} \\sum x$입", "cell 2", "formulas differ"),
    "formula missing": ("평균은 $\\frac{1}{n} \\sum x$입니다", "평균입니다", "cell 2", "formulas differ"),
    "other box": ("**팁.**", "**주의.**", "cell 2", "boxes differ"),
    "image missing": ("# # Small numbers", "# # Small numbers\n#\n# ![p](p.png)", "cell 2", "images differ"),
    "code block missing": (
        "# # Small numbers",
        "# # Small numbers\n#\n# ```python\n# x\n# ```",
        "cell 2",
        "code blocks differ",
    ),
    "unknown box": ("**Tip.**", "**Hint.**", "**팁.**", "**힌트.**", "cell 1", "a box 'Hint'"),
    "Hangul in English": ("# # Small numbers", "# # Small 수", "cell 1", "Hangul in English"),
    "English in Korean": ("# ## 서술형", "# ## Written", "cell 38", "no Hangul"),
    "language on a graded cell": (
        '# %% nbgrader={"grade": false',
        '# %% lang="en" nbgrader={"grade": false',
        "scale-values",
        "has a language",
    ),
    "language on code": (
        "# %%\nimport matplotlib",
        '# %% lang="en"\nimport matplotlib',
        "cell 5",
        "a language",
    ),
    "start in the wrong language": ('start("ko")', 'start("en")', "cell 3", "first code cells"),
    "start does more in one language": ('start("ko")', 'start("ko")\n2 + 2', "cell 4", "differ in more"),
    "long cell": (OPEN, "\n".join([OPEN] + ["samples += 1"] * 14), "cell 5", "17 lines"),
    "picture not described": (
        ' alt.ko="오른쪽으로 올라가는 직선 위의 점 다섯 개."',
        "",
        "cell 6",
        "without a desc",
    ),
    "description in the wrong language": (
        "오른쪽으로 올라가는 직선 위의 점 다섯 개",
        "Points",
        "cell 6",
        "wrong lang",
    ),
    "description of nothing": (
        "plt.plot(samples, 3 * samples)\nplt.show()",
        "print(samples)",
        "cell 6",
        "without a picture",
    ),
    "prose is no task": (
        "# ## 과제: `scale_values(values)`\n\n\n",
        "# ## 과제: `scale_values(values)`\n\n# %%\n7 * 8\n\n\n",
        "scale-values",
        "no task above",
    ),
    "no solution marked": (
        "    ### BEGIN SOLUTION\n    return values * 2.5 - 1\n    ### END SOLUTION\n",
        "    return values * 2.5 - 1\n",
        "scale-values",
        "no lines between",
    ),
    "hidden worth less": (
        'scale-values-check", "locked": true, "points": 1',
        'scale-values-check", "locked": true, "points": 2',
        'scale-values-hidden", "locked": true, "points": 2',
        'scale-values-hidden", "locked": true, "points": 1',
        "scale-values-hidden",
        "2 points to be seen and 1 hidden",
    ),
    "other sum of points": ('"points": 2', '"points": 3', "", "21 points in all"),
    "check without exercise": ('"scale-values-check"', '"scale-value-check"', "", ""),
    "written in one language": ("# 아니요, 그대로입니다.", "# Yes.", "flattening", "one language"),
    "narrative reads an exercise's name": (OPEN, "samples = sum_squares", "cell 5", "it uses sum_squares"),
    "narrative takes an exercise's name": (
        OPEN,
        f"{OPEN}\nsum_squares = 5",
        "cell 5",
        "sum_squares, which the exercise sum-squares",
    ),
    "narrative imports an exercise's name": (
        OPEN,
        f"from math import hypot as sum_squares\n{OPEN}",
        "cell 5",
        "it uses sum_squares",
    ),
    "exercise uses another": (
        "return values * 2.5 - 1",
        "return sum_squares(values)",
        "scale-values",
        "it uses sum_",
    ),
    "check overwrites what the narrative reads": (
        CHECK,
        f"own = 3\n{CHECK}",
        '# %% [markdown] lang="en"\n# ## Written',
        '# %%\nprint(own)\n\n# %% [markdown] lang="en"\n# ## Written',
        "scale-values-check",
        "overwrites own",
    ),
    "narrative gives the answer away": (
        OPEN,
        f"def other(values):\n    return values * 2.5 - 1\n\n\n{OPEN}",
        "cell 5",
        "gives away the answer of scale-values",
    ),
    "narrative computes the answer": (
        OPEN,
        f"{OPEN}\nfor values in samples:\n    result = values * 2.5 - 1",
        "cell 5",
        "gives away the answer of scale-values",
    ),
    "check gives the answer away": (
        CHECK,
        f"values = np.zeros(2)\nwanted = values * 2.5 - 1\n{CHECK}",
        "scale-values-check",
        "gives away the answer of scale-values",
    ),
    "check reads the narrative": (
        CHECK,
        'check.passed(f"{samples}")',
        "scale-values-check",
        "it reads samples",
    ),
    "check reads what only a function's argument is called": (
        CHECK,
        f"def plus(samples):\n    return samples\n\n\nplus(samples)\n{CHECK}",
        "scale-values-check",
        "it reads samples",
    ),
    "check patches": (CHECK, f"from unittest import mock\n{CHECK}", "scale-values-check", "it uses mock"),
    "check redirects": (
        CHECK,
        f"from contextlib import redirect_stdout\n{CHECK}",
        "scale-values-check",
        "it uses redirect_stdout",
    ),
    "check inspects": (CHECK, f"import inspect\n{CHECK}", "scale-values-check", "it uses inspect"),
    "check reads the environment": (
        CHECK,
        f"import os\n\nos.environ.copy()\n{CHECK}",
        "scale-values-check",
        "it uses environ",
    ),
    "check trains": (CHECK, f"check.fit(1)\n{CHECK}", "scale-values-check", "it uses fit"),
    "check compares identity": (
        CHECK,
        f"result = scale_values(np.ones(2))\nprint(result is np)\n{CHECK}",
        "scale-values-check",
        "identity: result is np",
    ),
    "hidden check shows more": (
        "# Hidden checks · 숨은 검사",
        "# Hidden · 숨은 검사\nimport re",
        "",
        "outside",
    ),
    "hidden comment in one language": (
        "# Hidden checks · 숨은 검사",
        "# Hidden",
        "scale-values-hidden",
        "both lang",
    ),
    "hidden check draws nothing": (HIDDEN, "drawn = np.ones(7)", "scale-values-hidden", "not drawn"),
    "hidden check calls nothing": (
        "check.close(scale_values(drawn), (drawn - 0.4) * 2.5",
        "check.close(drawn, (drawn - 0.4) * 2.5",
        "scale-values-hidden",
        "calls no function",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_one_broken_thing_is_the_one_finding(small, broken):
    *changes, where, problem = BROKEN[broken]
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        small.replace(old, new)
    if broken not in UNBUILDABLE:
        small.build()
    findings = small.lint()
    assert len(findings) == SEVERAL.get(broken, 1), [str(finding) for finding in findings]
    assert any(problem in finding.problem and finding.cell.startswith(where) for finding in findings), (
        findings
    )


# nbgrader itself refuses these
UNBUILDABLE = {
    "metadata key missing",
    "metadata of a cell that is nothing",
    "other schema",
    "no points",
    "points of no number",
    "id twice",
    "solution mark alone",
    "hidden marks in the narrative",
}
# Broken in two places, or for two reasons
SEVERAL = {"unknown box": 2, "language on a graded cell": 2, "check without exercise": 2}


def only(findings):
    assert len(findings) == 1, [str(finding) for finding in findings]
    return findings[0]


def test_an_english_cell_needs_a_korean_one_below_it(small):
    small.replace(pair("## Written", "## 서술형"), pair("## Written", "## 서술형").split("\n\n")[0] + "\n")
    small.build()
    assert "English prose without Korean" in only(small.lint()).problem


def test_a_korean_cell_needs_an_english_one_above_it(small):
    small.replace(pair("## Written", "## 서술형"), pair("## Written", "## 서술형").split("\n\n")[1])
    small.build()
    assert "Korean prose without English" in only(small.lint()).problem


def test_no_two_exercises_define_one_name(small):
    small.replace("def sum_squares(values):", "def scale_values(): ...\n\n\ndef sum_squares(values):")
    small.build()
    assert "defines scale_values, as the exercise scale-values does" in only(small.lint()).problem


def test_a_chapter_has_one_written_question(small):
    again = header("again", "markdown", grade=True, solution=True, points=0)
    small.chapter.write_text(
        f"{small.text}\n{pair('## More', '## 하나 더')}\n{again}\n# Yes. 예.\n", encoding="utf-8"
    )
    small.build()
    assert "2 written questions" in only(small.lint()).problem


def test_a_chapter_has_six_exercises(small):
    name = "mean-distance"
    small.replace(f"\n{exercise_text(name, *EXERCISES[name])}", "")
    small.replace('"flattening", "locked": false, "points": 2', '"flattening", "locked": false, "points": 5')
    small.build()
    problems = {finding.problem for finding in small.lint()}
    assert problems == {"5 exercises with checks", "no exercise has this name"}


HONEST = {
    "links to each language's own page": (
        "as [the guide](https://example.org/en/guide)",
        "as [the guide](README.md#small) and [above](#Small-numbers)",
        "[안내서](https://example.org/ko/guide)",
        "[위](#작은-수)와 [안내서](README.md#small)",
    ),
    "an amount of money is no formula": (
        "Read aloud.",
        "It costs $5 or $6.",
        "소리 내어",
        "5달러나 6달러. 소리 내어",
    ),
    "words in a formula are translated": ("\\sum x$,", "\\text{sum}$,", "\\sum x$입", "\\text{합}$입"),
    "Korean as an example in English prose": ("Read aloud.", "Read `안녕하세요` aloud."),
    "a function that draws, defined but not called": (
        "samples = np.arange(5)",
        "\n\ndef look(x):\n    plt.plot(x)\n\n\nsamples = np.arange(5)",
    ),
    "settings draw nothing": (
        "samples = np.arange(5)",
        'plt.rcParams["font.size"] = 9\nsamples = np.arange(5)',
    ),
    "a table is no picture": (
        "samples = np.arange(5)",
        "\n\ndef show_table(x):\n    print(x)\n\n\nsamples = np.arange(5)\nshow_table(samples)",
    ),
    "the same numbers, another case": ("samples = np.arange(5)", "samples = np.arange(5) * 2.5 + 1"),
    "a parameter called as an exercise's variable": (
        "samples = np.arange(5)",
        "\n\ndef double(drawn):\n    return 2 * drawn\n\n\nsamples = double(np.arange(5))",
    ),
    "None and True are compared by identity": (
        'check.passed("scale-values")',
        'check.that(check is not None, "en", "ko")\ncheck.passed("scale-values")',
    ),
    "a check with a function of its own": (
        'check.passed("scale-values")',
        "\n\ndef near(x):\n    return [round(y) for y in x]\n\n\nnear([1.2])",
    ),
}


@pytest.mark.parametrize("honest", HONEST)
def test_an_honest_chapter_has_no_finding(small, honest):
    changes = HONEST[honest]
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        small.replace(old, new)
    small.build()
    assert [str(finding) for finding in small.lint()] == []


def test_a_picture_drawn_by_a_function_is_described(small):
    small.replace(
        "samples = np.arange(5)",
        "\n\ndef look(x):\n    plt.plot(x)\n\n\nsamples = np.arange(5)\nlook(samples)",
    )
    small.build()
    assert "a picture without a description" in only(small.lint()).problem


def test_prose_may_not_show_the_answer_as_code(small):
    block = "#\n# ```python\n# return values * 2.5 - 1\n# ```"
    small.replace("# > **Tip.** Read aloud.", f"# > **Tip.** Read aloud.\n{block}")
    small.replace("# > **팁.** 소리 내어 읽어 보십시오.", f"# > **팁.** 소리 내어 읽어 보십시오.\n{block}")
    small.build()
    assert {finding.problem for finding in small.lint()} == {"it gives away the answer of scale-values"}


def test_the_main_part_of_a_longer_answer_may_not_be_shown(small):
    small.replace(
        "    return values * 2.5 - 1\n",
        "    table = np.stack([values, values * 2.5 - 1, values], axis=1)\n    return table[:, 1]\n",
    )
    small.replace(
        "samples = np.arange(5)",
        "samples = values = np.arange(5)\nshown = np.stack([values, values * 2.5 - 1, values], axis=1)",
    )
    small.build()
    assert "gives away the answer of scale-values" in only(small.lint()).problem


def test_a_common_line_of_a_longer_answer_may_be_shown(small):
    small.replace(
        "    return values * 2.5 - 1\n",
        "    table = np.zeros((2, len(values)))\n"
        "    for place, value in enumerate(values):\n        table[:, place] = value * 2.5 - 1\n"
        "    return table[0]\n",
    )
    small.replace(
        "samples = np.arange(5)", "samples = values = np.arange(5)\ntable = np.zeros((2, len(values)))"
    )
    small.build()
    assert small.lint() == []


# --- what is made of a chapter ------------------------------------------------------------------------------


def test_a_missing_release_is_found(small):
    small.build()
    small.course.release(NAME, "ko").unlink()
    assert str(only(small.lint())) == "release/ko/01-small/01-small.ipynb: missing: run hiddenlayers build."


def test_a_hidden_check_in_a_release_is_found(small):
    small.build()
    path = small.course.release(NAME, "en")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source += '\n\n    check.close(sum_squares(drawn), drawn @ drawn, "sum_squares(drawn)")'
    nbformat.write(notebook, path)
    problems = [finding.problem for finding in small.lint()]
    assert problems[0] == "not what the chapter gives"
    assert problems[1].startswith("it shows what should be hidden: check.close(sum_squares(drawn)")


def test_graded_cells_that_differ_between_the_releases_are_found(small):
    small.build()
    path = small.course.release(NAME, "ko")
    path.write_text(path.read_text().replace('"points": 1', '"points": 7', 1))
    problems = [(finding.cell, finding.problem) for finding in small.lint()]
    assert ("scale-values-check", "not the same as in the English release") in problems


@pytest.fixture
def executed(small, monkeypatch):
    """The path of a chapter's notebook for readers: its code and solutions, without outputs."""
    small.build()
    monkeypatch.setattr(weave, "_execute", lambda course, name, notebook, on_progress: notebook)
    weave.weave(small.course, NAME)
    return small.course.executed(NAME, "en")


def test_an_executed_notebook_may_show_solutions(small, executed):
    assert small.lint() == []


def test_an_executed_notebook_of_other_code_is_found(small, executed):
    small.replace("3 * samples", "4 * samples")
    small.build()
    assert only(small.lint()).problem == "it was made by other code than the chapter's, or is damaged"


def test_an_executed_notebook_with_older_prose_is_found_in_its_language(small, executed):
    small.replace("Read aloud.", "Read it aloud.")
    small.build()
    finding = only(small.lint())
    assert (finding.file, finding.problem) == (f"notebooks/en/{executed.name}", "not what the chapter gives")
    weave.weave_prose(small.course, NAME)
    assert small.lint() == []


def test_code_changed_in_an_executed_notebook_is_found(small, executed):
    notebook = nbformat.read(executed, as_version=4)
    next(cell for cell in notebook.cells if cell.cell_type == "code").source += " "
    nbformat.write(notebook, executed)
    assert only(small.lint()).cure == "run make notebooks"


def test_a_damaged_cell_of_an_executed_notebook_is_found_and_mended(small, executed):
    whole = executed.read_text(encoding="utf-8")
    executed.write_text(whole.replace('"outputs": [],', "", 1), encoding="utf-8")
    assert only(small.lint()).cure == "run make notebooks"
    weave.weave(small.course, NAME)
    assert executed.read_text(encoding="utf-8") == whole


def test_the_korean_executed_notebook_has_the_outputs_of_the_english_one(small, executed):
    korean = small.course.executed(NAME, "ko")
    notebook = nbformat.read(korean, as_version=4)
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code")
    cell.outputs = [nbformat.v4.new_output("stream", text="other\n")]
    nbformat.write(notebook, korean)
    assert only(small.lint()).problem == "not what the chapter gives"
    korean.unlink()
    assert only(small.lint()).problem == "missing"
    korean.write_bytes(b"\xff")
    weave.weave_prose(small.course, NAME)
    assert small.lint() == []


def test_code_in_one_language_is_named_beside_executed_notebooks(small, executed):
    small.replace("# %%\nimport matplotlib", '# %% lang="ko"\n1 + 1\n\n# %%\nimport matplotlib')
    small.build()
    assert "a code cell has a language" in {finding.problem for finding in small.lint()}
    with pytest.raises(
        HiddenLayersError, match="a code cell in one language only: run hiddenlayers build --check"
    ):
        weave.weave(small.course, NAME)


def test_a_hidden_check_in_a_traceback_is_found(small, executed):
    notebook = nbformat.read(executed, as_version=4)
    secret = (
        '----> 5 check.close(sum_squares(drawn), drawn \x1b[38;5;241m@\x1b[39m drawn, "sum_squares(drawn)")'
    )
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code")
    cell.outputs = [nbformat.v4.new_output("error", ename="E", evalue="", traceback=["E", secret])]
    nbformat.write(notebook, executed)
    weave.weave_prose(small.course, NAME)
    finding, korean = small.lint()
    assert finding.cell == korean.cell == "output of cell 2"
    assert "check.close(sum_squares(drawn), drawn @ drawn" in finding.problem


# --- the answer bank ----------------------------------------------------------------------------------------


@pytest.fixture
def bank(small):
    small.build()
    return small.course.answers_folder / NAME


def test_too_few_answers_are_found(small, bank):
    (bank / "sum-squares" / "right_0.py").unlink()
    (bank / "sum-squares" / "wrong_1.py").unlink()
    problems = [finding.problem for finding in small.lint()]
    assert problems == ["2 right answers", "3 wrong answers"]


def test_a_folder_of_no_exercise_is_found(small, bank):
    (bank / "sum-squared").mkdir()
    assert only(small.lint()).problem == "no exercise has this name"


def test_a_file_that_is_no_answer_is_found(small, bank):
    (bank / "sum-squares" / "notes.txt").write_text("")
    assert only(small.lint()).problem == "not an answer's name"


@pytest.mark.parametrize(
    "header",
    ["", "# Wrong.\n", "# passes: none\n", "# Wrong.\n# passes: most\n", "#\n# passes: none\n"],
)
def test_an_answer_without_its_header_is_found(small, bank, header):
    (bank / "sum-squares" / "wrong_1.py").write_text(f"{header}def sum_squares(values): ...\n")
    assert "begin with a comment that says what the answer shows" in only(small.lint()).cure


@pytest.mark.parametrize(("name", "verdict"), [("right_0", "visible"), ("wrong_1", "both")])
def test_a_right_answer_passes_both_checks_and_no_other_does(small, bank, name, verdict):
    (bank / "sum-squares" / f"{name}.py").write_text(f"# Some answer.\n# passes: {verdict}\n")
    assert only(small.lint()).cure.startswith("right_*.py passes both checks and wrong_*.py does not")


# --- the course itself --------------------------------------------------------------------------------------


def test_every_chapter_of_the_course_keeps_every_rule():
    course = Course(REPOSITORY)
    assert [str(finding) for finding in lint(course, course.select())] == []


def test_a_damaged_executed_notebook_is_one_line_that_names_it(small, executed):
    small.course.executed(NAME, "en").write_text("{", encoding="utf-8")
    with pytest.raises(HiddenLayersError, match="build it again"):
        lint(small.course, [NAME])
