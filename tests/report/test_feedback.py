"""Feedback pages: marks, reasons and comments; no hidden check, nothing that runs, nothing fetched."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from html.parser import HTMLParser

import pytest
from nbformat import v4

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading import parallel, run
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.limits import Isolation
from hiddenlayers.report import rendering
from hiddenlayers.report.feedback import write_feedback
from tests.grading.small_course import CHAPTER, HIDDEN, answered, make_course, submit

HOSTILE = """
from IPython.display import HTML, Javascript, Image, SVG, Markdown, display
display(HTML('<script>steal()</script><style>body{display:none}</style><img src="https://evil.example/x.png" '
             'onerror="steal()"><a href="javascript:steal()">link</a><iframe src="https://evil.example"></iframe>'
             '<form action="https://evil.example"><input></form><b class="mark full">20 / 20</b>'))
display(Javascript('steal()'))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>'))
display(Markdown('![x](https://evil.example/y.png) <svg onload=steal()> [l](javascript:steal())'))
print('<script>steal()</script>')
"""
COMMENT = "Say *more* <script>steal()</script>"
SPY = (
    "import inspect\nprint('seen:', get_ipython().user_ns['In'])\nprint('\\x1b[31m '.join(In[-2].split(' ')))"
)


def hostile():
    notebook = answered(area="def area(w, h):\n    return 6")
    notebook.cells.insert(1, v4.new_code_cell(HOSTILE))
    notebook.cells.insert(
        1,
        v4.new_markdown_cell("<script>steal()</script> ![x](https://evil.example/z.png)\n\n$$\\frac{1}{2}$$"),
    )
    notebook.cells += [v4.new_code_cell(SPY)]
    return notebook


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    root = make_course(tmp_path_factory.mktemp("feedback") / "class")
    submit(root, "hostile", hostile())
    submit(root, "김 철수", answered("ko", double="def double(numbers):\n    return [0]"))
    submit(root, "broken", "{")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "worker_pool", ThreadPoolExecutor)
        run.grade_course(Course(root), jobs=1, isolation=Isolation(judge="outside"))
    with CourseFolder.load(root).gradebook() as gradebook:
        gradebook.find_grade("why", CHAPTER, CHAPTER, "hostile").manual_score = 1.5
        gradebook.find_comment("why", CHAPTER, CHAPTER, "hostile").manual_comment = COMMENT
        gradebook.db.commit()
    paths = write_feedback(Course(root))
    assert paths == [
        root / "feedback" / name / CHAPTER / f"{CHAPTER}.html" for name in ("broken", "hostile", "김 철수")
    ]
    return {path.parts[-3]: path.read_text(encoding="utf-8") for path in paths}


class Elements(HTMLParser):
    """The tags of a page, and the values of each attribute."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")


def table(page):
    """The cells of the exercise table's rows, as text."""
    body = re.search(r"<tbody>(.*?)</tbody>", page, re.DOTALL)[1]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in body.split("</tr>")[:-1]]
    return [[unescape(re.sub(r"<[^>]+>|\s+", " ", cell)).strip() for cell in row] for row in rows]


def test_the_exercise_table_says_what_was_earned_and_why_not_more(pages):
    assert table(pages["hostile"]) == [
        ["area", "visible check", "2 / 2", ""],
        ["hidden check", "0 / 2", "a float and an integer"],
        ["double", "visible check", "1 / 1", ""],
        ["hidden check", "3 / 3", ""],
        ["why", "your answer", "1.5 / 2", ""],
    ]
    assert "Total <strong>7.5</strong> / 10" in pages["hostile"]


def test_the_page_speaks_the_notebooks_language(pages):
    assert '<html lang="ko">' in pages["김 철수"]
    assert table(pages["김 철수"])[2] == ["double", "공개 검사", "0 / 1", "double([1, 2]) should be [2, 4]"]
    assert "2점은 아직 사람의 채점을 기다립니다." in pages["김 철수"]
    assert '<html lang="en">' in pages["hostile"]


def test_no_page_holds_the_text_of_a_hidden_check(pages):
    for page in pages.values():
        text = re.sub(r"<[^>]*>", "", unescape(page))
        assert HIDDEN not in text
        assert "assert area(7.5" not in text
        assert "assert double([]) ==" not in text


def test_a_hidden_checks_traceback_is_not_shown(pages):
    assert "Traceback (most recent" not in pages["hostile"]


def test_the_line_of_a_visible_check_that_failed_is_shown(pages):
    assert re.search(r"line \d+: assert double", unescape(re.sub(r"<[^>]*>", "", pages["김 철수"])))


def test_nothing_on_the_page_runs(pages):
    elements = Elements(pages["hostile"])
    banned = {"script", "iframe", "form", "input", "object", "embed", "svg", "math", "base", "link"}
    assert banned.isdisjoint(elements.tags)
    assert elements.tags.count("style") == 1
    assert not [name for name in elements.attributes if name.startswith("on")]
    assert all(url.startswith(("#", "https://", "http://")) for url in elements.attributes.get("href", []))
    assert "default-src 'none'" in pages["hostile"]


def test_nothing_on_the_page_is_fetched(pages):
    for page in pages.values():
        elements = Elements(page)
        assert all(url.startswith("data:image/") for url in elements.attributes.get("src", []))
        assert not {"srcset", "poster", "background", "action"} & elements.attributes.keys()
        style = re.search(r"<style>.*?</style>", page, re.DOTALL)[0]
        assert "url(" not in style + "".join(elements.attributes.get("style", []))
        assert "@import" not in style


def test_a_learners_html_cannot_look_like_a_mark(pages):
    assert '<b class="mark full">' not in pages["hostile"]
    assert "<b>20 / 20</b>" in pages["hostile"]


def test_formulas_are_pictures_with_their_text(pages):
    assert r"\frac{1}{2}" in Elements(pages["hostile"]).attributes["alt"]
    assert '<code class="tex">\\text{정밀도}</code>' in rendering.markdown_html("$\\text{정밀도}$")


def test_a_graders_comment_is_shown(pages):
    assert "<p>Say <em>more</em> </p>" in pages["hostile"]


def test_an_ungradable_submission_gets_a_page_with_the_reason(pages):
    assert "The file is not JSON" in pages["broken"]
    assert table(pages["broken"])[0][-2:] == ["0 / 2", ""]


def test_a_chapter_that_was_not_graded_is_misuse(tmp_path):
    with pytest.raises(HiddenLayersError):
        write_feedback(Course(make_course(tmp_path / "class")), ["01"])


def test_tags_that_are_never_closed_end_with_the_text():
    assert rendering.clean_html("a" + "<script " * 50_000) == "a"
    assert rendering.clean_html("a<script>b</script>c<style>d") == "ac"
