"""The hostile class: nothing gets out, nobody gains a point, everybody else is graded."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.grading.hostile.conftest import ATTACKS, HONEST, VARIABLE, digests
from tests.grading.hostile.course import ENVIRONMENT, ESCAPED, HIDDEN, TOTAL

CANARIES = re.compile(r"canary.\d.5e1f")


@pytest.fixture(params=ATTACKS)
def student(request):
    return request.param


def texts(cell):
    """All that a cell's outputs say."""
    return repr(cell.get("outputs", []))


def test_there_are_enough_of_them():
    assert len(ATTACKS) >= 40


def test_no_point_is_gained_and_none_lost_that_was_earned(graded, student):
    result, attack = graded.results[student], ATTACKS[student]
    assert result.total == attack.points, [
        (check.grade_id, check.score, check.reason) for check in result.checks
    ]
    assert result.max == TOTAL


def test_what_happened_is_said(graded, student):
    result, attack = graded.results[student], ATTACKS[student]
    assert attack.notes <= {note.code for note in result.notes}
    assert attack.state in ("", result.state) or (attack.state, result.state) == ("look", "graded")
    assert result.state != "ungradable" or attack.state == "ungradable"
    assert "grader-failed" not in {note.code for note in result.notes} or attack.state == "ungradable"
    assert all(check.reason for check in result.checks if check.score == 0) or result.notes
    for note in result.notes:
        assert note.text("ko" if attack.language == "ko" else "en") in unescaped(graded.page(student))


def test_nothing_outside_is_seen(graded, student):
    for cell in graded.notebook(student).cells:
        assert not CANARIES.search(texts(cell))
        assert ESCAPED not in texts(cell)


def test_the_feedback_shows_no_hidden_check(graded, student):
    page = graded.page(student)
    assert HIDDEN not in page
    assert not CANARIES.search(page)
    assert "wanted = (drawn" not in page


def test_the_feedback_does_nothing(graded, student):
    page = Page()
    page.feed(graded.page(student))
    assert page.active == []
    assert graded.page(student).count("</html>") == 1


def test_nothing_outside_is_changed(graded):
    assert digests(graded.root) | digests(graded.outside) == graded.before


def test_nobody_gets_through_to_a_socket(graded):
    assert graded.connections == []


def test_everybody_else_has_their_marks(graded):
    assert set(graded.results) == {*ATTACKS, *HONEST}
    for student in HONEST:
        assert graded.results[student].total == TOTAL + (0.5 if student == "somebody else" else 0)
        assert graded.results[student].state == "graded"
    assert graded.marks("somebody else")["scale-hidden"] == (3, None, 0.5)


def test_nothing_goes_on_afterwards(graded):
    left = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                text = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            except OSError:
                continue
            if b"outlives-the-notebook" in text or f"{VARIABLE}={ENVIRONMENT}".encode() in text:
                left.append((process.name, text[:200]))
    assert left == []


def unescaped(page: str) -> str:
    return html.unescape(page)


BANNED = {
    *("script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "select", "link"),
    *("textarea", "base", "video", "audio", "source", "track", "svg", "math", "template", "portal"),
}


class Page(HTMLParser):
    """Collects whatever in a page could act, load something, or pass for the page's own marks."""

    def __init__(self):
        super().__init__()
        self.active = []
        self._styles = 0

    def handle_starttag(self, tag, attributes):
        if tag in BANNED:
            self.active.append(tag)
        if tag == "style":
            self._styles += 1
            if self._styles > 1:
                self.active.append("a second style")
        for name, value in attributes:
            value = value or ""
            url = re.sub(r"\s", "", value).lower()
            acts = (
                name.startswith("on")
                or (name == "href" and not re.match(r"https?://|mailto:|#", url))
                or (name in ("src", "srcset", "background", "poster") and not url.startswith("data:image/"))
                or (name == "style" and re.search(r"url|position|expression|content", url))
                or (name == "http-equiv" and value != "Content-Security-Policy")
                or (name == "id" and value == "taken")
            )
            if acts:
                self.active.append((tag, name, value[:80]))
