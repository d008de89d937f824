"""Whether a chapter is well formed: what every other rule counts on."""

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest

from hiddenlayers.authoring.chapter import write_chapter
from hiddenlayers.authoring.exercises import grade_id
from hiddenlayers.authoring.leaks import HIDDEN, SOLUTION
from hiddenlayers.authoring.rules.subject import Chapter, Finding

SCHEMA = 3
# cell type, grade, solution, locked -> what such a cell is
KINDS = {
    ("code", False, True, False): "solution",
    ("code", True, False, True): "check",
    ("markdown", True, True, False): "written question",
}
HOMES = {SOLUTION: "solution", HIDDEN: "check"}


def text_is_canonical(chapter: Chapter) -> Iterator[Finding]:
    """The text is as `write_chapter` writes it, so that an edit in JupyterLab changes nothing else."""
    for number, (ours, written) in enumerate(
        zip_longest(chapter.text.splitlines(), write_chapter(chapter.source).splitlines()), start=1
    ):
        if ours != written:
            yield chapter.finding(
                None,
                f"line {number} is {_shown(ours)}, in the text's one form it is {_shown(written)}",
                "run hiddenlayers build, then hiddenlayers build --from-notebooks",
            )
            return


def code_is_python(chapter: Chapter) -> Iterator[Finding]:
    """Code cells hold Python alone: neither the judge nor a syntax tree knows magics."""
    for cell in chapter.cells:
        if cell.cell_type == "code":
            try:
                ast.parse(cell.source)
            except (SyntaxError, ValueError) as error:
                line = getattr(error, "lineno", None)
                where = f" in its line {line}" if line else ""
                yield chapter.finding(cell, f"not Python{where}", "mend it; write magics as plain Python")


def metadata_is_complete(chapter: Chapter) -> Iterator[Finding]:
    """An nbgrader cell is a solution, a check or a written question, by complete metadata of schema 3."""
    for cell in chapter.cells:
        settings = cell.metadata.get("nbgrader")
        if settings is None:
            continue
        wanted = {"grade": bool, "grade_id": str, "locked": bool, "schema_version": int, "solution": bool}
        wanted |= {"task": bool, **({"points": (int, float)} if settings.get("grade") else {})}
        faulty = [key for key, kind in wanted.items() if not isinstance(settings.get(key), kind)]
        faulty += [key for key in settings if key not in wanted]
        if faulty:
            yield chapter.finding(
                cell,
                f"nbgrader metadata: {', '.join(faulty)} missing, of the wrong type or not wanted",
                f"give exactly {', '.join(sorted(wanted))}",
            )
        elif settings.schema_version != SCHEMA:
            yield chapter.finding(
                cell, f"nbgrader metadata of schema {settings.schema_version}", f"write schema {SCHEMA}"
            )
        elif settings.task or _kind(cell) not in KINDS:
            yield chapter.finding(
                cell,
                "nbgrader metadata fits no solution, no check and no written question",
                "solution: code, solution true; check: code, grade and locked true; "
                "written: markdown, grade and solution true",
            )


def ids_are_readable(chapter: Chapter) -> Iterator[Finding]:
    """Grade ids are unique words that a person can say."""
    seen = set()
    for cell in chapter.cells:
        name = grade_id(cell)
        if not isinstance(name, str):
            continue
        if name in seen:
            yield chapter.finding(cell, f"the grade_id {name} stands twice", "rename one of them")
        seen.add(name)
        words = name.split("-")
        readable = re.fullmatch(r"[a-z]\w*", words[0]) and all(
            re.fullmatch(r"[a-z0-9]+", word) and not (len(word) > 6 and re.search(r"\d", word))
            for word in words
        )
        if not readable:
            yield chapter.finding(
                cell,
                f"the grade_id {name} is not made of lower-case words and hyphens",
                "name it for what the exercise asks, like scale-images",
            )


def regions_are_marked(chapter: Chapter) -> Iterator[Finding]:
    """BEGIN and END marks come in pairs, in cells of the kind that nbgrader clears of them."""
    for cell in chapter.cells:
        kind = KINDS.get(_kind(cell), "unknown" if "nbgrader" in cell.metadata else "open")
        for mark, home in HOMES.items():
            marks = re.findall(rf"(BEGIN|END) {mark}", cell.source)
            if marks and kind not in (home, "written question", "unknown"):
                yield chapter.finding(
                    cell,
                    f"{marks[0]} {mark} in a cell that is no {home}",
                    f"move it into the {home} cell or drop the mark",
                )
            elif marks != ["BEGIN", "END"] * (len(marks) // 2):
                yield chapter.finding(
                    cell,
                    f"the marks of {mark} do not pair up",
                    f"write ### BEGIN {mark} and ### END {mark} in turn",
                )


def _kind(cell) -> tuple:
    settings = cell.metadata.get("nbgrader", {})
    return (cell.cell_type, *(settings.get(key) for key in ("grade", "solution", "locked")))


def _shown(line: str | None) -> str:
    if line is None:
        return "missing"
    return repr(line if len(line) <= 60 else line[:59] + "…")
