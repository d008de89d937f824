"""Whether the two languages of a chapter say the same in the same shape."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from nbformat import NotebookNode

from hiddenlayers.authoring.exercises import grade_id, is_narrative
from hiddenlayers.authoring.rules.subject import Chapter, Finding

HANGUL = re.compile(r"[가-힣ㄱ-ㆎ]")
LATIN = re.compile(r"[A-Za-z]")
# The boxes of a chapter: a quotation that opens with one of these words in bold
ADMONITIONS = {
    "Tip": "팁",
    "Note": "참고",
    "Caution": "주의",
    "Warning": "경고",
    "Common mistake": "흔한 실수",
}
FENCE = re.compile(r"^(```+|~~~+).*?^\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


def prose_is_paired(chapter: Chapter) -> Iterator[Finding]:
    """Each English prose cell is followed at once by its Korean one."""
    previous = None
    for cell in [*chapter.cells, None]:
        language = _prose_language(cell)
        if _prose_language(previous) == "en" and language not in ("ko", ""):
            yield chapter.finding(
                previous, "English prose without Korean after it", 'write the lang="ko" cell directly below'
            )
        if language == "ko" and _prose_language(previous) not in ("en", ""):
            yield chapter.finding(
                cell, "Korean prose without English before it", 'write the lang="en" cell directly above'
            )
        if language == "":
            yield chapter.finding(cell, "prose without a language", 'tag the cell lang="en" or lang="ko"')
        previous = cell


def languages_are_where_they_belong(chapter: Chapter) -> Iterator[Finding]:
    """Only prose and the start cells have a language: all other code, and all that is graded, is for both."""
    for cell in chapter.cells:
        if "lang" not in cell.metadata:
            continue
        if grade_id(cell) is not None:
            yield chapter.finding(
                cell, "a graded cell has a language", "drop lang: it is the same in both releases"
            )
        elif is_narrative(cell) and not re.search(r"\bstart\(", cell.source):
            yield chapter.finding(
                cell, "a code cell has a language", "drop lang: code is the same in both releases"
            )
        elif cell.metadata.lang not in ("en", "ko"):
            yield chapter.finding(cell, f'lang="{cell.metadata.lang}"', "write en or ko")


def prose_is_in_its_language(chapter: Chapter) -> Iterator[Finding]:
    """Korean cells are written in Korean, English ones in English; code, links and formulas apart."""
    for cell in chapter.prose:
        words = _words(cell.source)
        if cell.metadata.get("lang") == "en" and HANGUL.search(words):
            yield chapter.finding(
                cell, "Hangul in English prose", "write it in English, an example in Korean as `code`"
            )
        if cell.metadata.get("lang") == "ko" and LATIN.search(words) and not HANGUL.search(words):
            yield chapter.finding(cell, "no Hangul in Korean prose", "write it in Korean")


def prose_is_parallel(chapter: Chapter) -> Iterator[Finding]:
    """The two cells of a pair have the same headings, links, images, formulas, boxes and code."""
    for english, korean in _pairs(chapter):
        for what, (extract, in_order) in SHAPE.items():
            ours, theirs = extract(english.source), extract(korean.source)
            if ours != theirs if in_order else Counter(ours) != Counter(theirs):
                yield chapter.finding(
                    korean,
                    f"{what} differ from the English cell above: {_difference(ours, theirs)}",
                    f"give both languages the same {what}",
                )


def boxes_are_known(chapter: Chapter) -> Iterator[Finding]:
    """A box is of a kind that readers know from the other chapters."""
    for cell in chapter.prose:
        known = ADMONITIONS.values() if cell.metadata.get("lang") == "ko" else ADMONITIONS
        for kind in _boxes(cell.source):
            if kind not in known:
                yield chapter.finding(cell, f"a box {kind!r}", f"use one of {', '.join(known)}")


def headings(text: str) -> list[str]:
    """The levels of a text's headings, as "#", "##", … in order."""
    return re.findall(r"^(#{1,6})(?=\s)", FENCE.sub("", text), flags=re.MULTILINE)


def links(text: str) -> list[str]:
    """Where a text's links lead, a language's name in a target left open, a place in the same page too."""
    text = _without_code(text)
    targets = re.findall(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(<?([^)>\s]+)", text)
    targets += re.findall(r"<(https?://[^>]+)>", text) + re.findall(r'href="([^"]+)"', text)
    targets += re.findall(r"^\[[^\]]+\]:\s*(\S+)", text, flags=re.MULTILINE)
    return [_any_language(target) for target in targets]


def images(text: str) -> list[str]:
    """Where a text's images come from."""
    text = _without_code(text)
    found = re.findall(r"!\[[^\]]*\]\(<?([^)>\s]+)", text) + re.findall(r'src="([^"]+)"', text)
    return [_any_language(target) for target in found]


def formulas(text: str) -> list[str]:
    """A text's formulas without white space, the words in them left open."""
    text = _without_code(text)
    found = [match.group(1) or match.group(2) for match in FORMULA.finditer(text)]
    return [re.sub(r"\s+", "", re.sub(r"\\text\{[^{}]*\}", r"\\text{}", formula)) for formula in found]


FORMULA = re.compile(
    r"(?<!\\)\$\$(.+?)\$\$|(?<![\\$])\$(?![\s$])((?:[^$\n]|\n(?!\s*\n))+?)(?<![\s\\])\$(?!\d)", re.DOTALL
)


def admonitions(text: str) -> list[str]:
    """The kinds of a text's boxes, in English, in order."""
    english = {korean: kind for kind, korean in ADMONITIONS.items()}
    return [english.get(kind, kind if kind in ADMONITIONS else "other") for kind in _boxes(text)]


def fenced_code(text: str) -> list[str]:
    """A text's fenced blocks of code, fences and all."""
    return [match.group() for match in FENCE.finditer(text)]


# what -> how it is found, and whether its order is the same in both languages
SHAPE: dict[str, tuple[Callable[[str], list[str]], bool]] = {
    "headings": (headings, True),
    "links": (links, False),
    "images": (images, True),
    "formulas": (formulas, False),
    "boxes": (admonitions, True),
    "code blocks": (fenced_code, True),
}


def _pairs(chapter: Chapter) -> Iterator[tuple[NotebookNode, NotebookNode]]:
    for first, second in zip(chapter.cells, chapter.cells[1:], strict=False):
        if (_prose_language(first), _prose_language(second)) == ("en", "ko"):
            yield first, second


def _prose_language(cell: NotebookNode | None) -> str | None:
    """A prose cell's language, "" where it has none; None for any other cell."""
    if cell is None or cell.cell_type != "markdown" or grade_id(cell) is not None:
        return None
    return cell.metadata.get("lang", "")


def _without_code(text: str) -> str:
    return INLINE_CODE.sub("", FENCE.sub("", text))


def _words(text: str) -> str:
    """A text's own words: no code, formulas, link targets or tags."""
    text = FORMULA.sub("", _without_code(text))
    return re.sub(r"\]\([^)]*\)|<[^>]*>|https?://\S+", "", text)


def _boxes(text: str) -> list[str]:
    """The bold words with which quotations open."""
    return re.findall(r"(?:\A|^(?!>).*\n)>\s*\*\*([^*]+?)[.:]?\*\*", FENCE.sub("", text), flags=re.MULTILINE)


def _any_language(target: str) -> str:
    if target.startswith("#"):
        return "#"
    return re.sub(r"(?<![A-Za-z])(en|ko)(?![A-Za-z])", "*", target)


def _difference(ours: list[str], theirs: list[str]) -> str:
    """The first thing that only one language has, or the two orders."""
    only_english, only_korean = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    if only_english:
        return f"only English has {next(iter(only_english))}"
    if only_korean:
        return f"only Korean has {next(iter(only_korean))}"
    return "the order is another"
