"""Whether what is made of a chapter is up to date, graded alike in both languages, and leaks nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from hiddenlayers.authoring.build import differing, stale
from hiddenlayers.authoring.exercises import grade_id
from hiddenlayers.authoring.leaks import Fragments, leaks, secrets
from hiddenlayers.authoring.rules.subject import Chapter, Finding
from hiddenlayers.authoring.weave import executed_code, woven
from hiddenlayers.course import LANGUAGES
from hiddenlayers.errors import HiddenLayersError


def files_are_up_to_date(chapter: Chapter) -> Iterator[Finding]:
    """`source/` and `release/` are what `build` makes of the chapter."""
    yield from _not_built(chapter, stale(chapter.course, [chapter.name]))


def executed_notebooks_are_up_to_date(chapter: Chapter) -> Iterator[Finding]:
    """A notebook for readers ran the code that the chapter has now, and says what the chapter says."""
    there = _executed(chapter)
    if not there:
        return
    executed = executed_code(chapter.course, chapter.name, chapter.source)
    if executed is None:
        problem = "it was made by other code than the chapter's, or is damaged"
        yield Finding(chapter.relative(there[0]), "", problem, "run make notebooks")
        return
    files = woven(chapter.course, chapter.name, chapter.source, executed)
    yield from _not_built(chapter, differing(files))


def _not_built(chapter: Chapter, paths: list[Path]) -> Iterator[Finding]:
    for path in paths:
        problem = "not what the chapter gives" if path.exists() else "missing"
        yield Finding(chapter.relative(path), "", problem, "run hiddenlayers build")


def releases_agree(chapter: Chapter) -> Iterator[Finding]:
    """A graded cell is the same to the byte in every release, so that language never changes a mark."""
    graded = {
        language: {
            grade_id(cell): json.dumps(cell, sort_keys=True)
            for cell in _read(path).cells
            if grade_id(cell) is not None
        }
        for language in LANGUAGES
        if (path := chapter.course.release(chapter.name, language)).exists()
    }
    if len(graded) == len(LANGUAGES):
        english, korean = (graded[language] for language in LANGUAGES)
        path = chapter.relative(chapter.course.release(chapter.name, "ko"))
        for name in english.keys() | korean.keys():
            if english.get(name) != korean.get(name):
                yield Finding(
                    path,
                    name,
                    "not the same as in the English release",
                    "drop what depends on the language from the cell, its metadata too",
                )


def releases_leak_nothing(chapter: Chapter) -> Iterator[Finding]:
    """A release holds neither a hidden check nor a solution."""
    found = secrets(chapter.source)
    for language in LANGUAGES:
        path = chapter.course.release(chapter.name, language)
        if path.exists():
            yield from _leaks(chapter, path, found.hidden | found.solution)


def executed_notebooks_leak_nothing(chapter: Chapter) -> Iterator[Finding]:
    """A notebook for readers holds no hidden check, its outputs included."""
    for path in _executed(chapter):
        yield from _leaks(chapter, path, secrets(chapter.source).hidden)


def _leaks(chapter: Chapter, path, secret: Fragments) -> Iterator[Finding]:
    for leak in leaks(_read(path), secret):
        yield Finding(
            chapter.relative(path),
            leak.place,
            f"it shows what should be hidden: {leak.fragment[:80]}",
            "build again; if it stays, take it out of the cell that shows it",
        )


def _executed(chapter: Chapter) -> list[Path]:
    """The notebooks for readers that are there."""
    paths = [chapter.course.executed(chapter.name, language) for language in LANGUAGES]
    return [path for path in paths if path.exists()]


def _read(path) -> NotebookNode:
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        reason = str(error).split("\n")[0][:120]
        raise HiddenLayersError(
            f"{path}: can't be read ({reason}): build it again (make notebooks for an executed one)."
        ) from error
