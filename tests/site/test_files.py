"""What the built site holds, read as files."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest


class Targets(HTMLParser):
    """The ids of a page, and what it links to or shows."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.pictures = set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.ids |= {found.get("id"), found.get("name")} - {None}
        if tag == "a" and found.get("href"):
            self.links.add(found["href"])
        for name in ("src", "href"):
            if tag in ("img", "script", "link", "source") and found.get(name):
                self.links.add(found[name])
        if tag == "img":
            self.pictures.append(found)


@pytest.fixture(scope="session")
def pages(site):
    return {
        path: Targets(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts
    }


def test_both_languages_have_the_same_pages(site):
    english, korean = ({path.name for path in (site / language).glob("*.html")} for language in ("en", "ko"))
    assert english == korean
    assert {"index.html", "teach.html", "02-mnist-dnn.html", "search.html"} <= english


def test_no_link_or_picture_is_broken(site, pages):
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            known = pages[target].ids | {""} if target in pages else {parts.fragment}
            if not target.is_file() or unquote(parts.fragment) not in known:
                broken.append(f"{path.relative_to(site)}: {link}")
    assert not broken


def test_every_picture_is_described(site, pages):
    silent = [
        f"{path.relative_to(site)}: {picture.get('src')}"
        for path, page in pages.items()
        for picture in page.pictures
        if not picture.get("alt")
    ]
    assert not silent


def test_pages_ask_nobody_outside_for_anything(site):
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"<(?:script|img|link)[^>]+(?:src|href)=\"(?:https?:)?//[^\"]+\"", text), path


def test_a_page_says_its_language_and_how_its_words_break(site):
    assert '<html lang="ko"' in (site / "ko" / "index.html").read_text(encoding="utf-8")
    assert "keep-all" in (site / "ko" / "_static" / "course.css").read_text(encoding="utf-8")


def test_the_optimizer_race_plays(site, pages):
    from PIL import Image

    page = site / "en" / "00-foundations.html"
    frames = []
    for picture in pages[page].pictures:
        with Image.open(page.parent / picture["src"]) as opened:
            frames.append(getattr(opened, "n_frames", 1))
    assert max(frames) > 10
