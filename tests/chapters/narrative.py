"""Runs what a chapter tells, so that tests can hold its text to it."""

import os
from pathlib import Path

import pytest

from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.course import Course

COURSE = Course(Path(__file__).parents[2])
GIVEN = os.environ.get("HIDDENLAYERS_DATA")


def run_narrative(chapter: str, until: str) -> dict:
    """The names after the English narrative has run as far as the cell that binds `until`, without its drawings."""
    plt = pytest.importorskip("matplotlib.pyplot")
    names: dict = {}
    with plt.rc_context():
        for cell in read_chapter(COURSE.chapter(chapter)).cells:
            narrative = "nbgrader" not in cell.metadata and cell.metadata.get("lang", "en") == "en"
            if cell.cell_type == "code" and narrative and "alt.en" not in cell.metadata:
                exec(compile(cell.source, cell.id, "exec"), names)
            if until in names:
                return names
    raise AssertionError(f"no cell of the narrative binds {until}")


def needs(data_set: str) -> pytest.MarkDecorator:
    """Skips a test where the real data set is not to be had."""
    there = GIVEN and Path(GIVEN, data_set).is_dir()
    return pytest.mark.skipif(not there, reason=f"no {data_set} in HIDDENLAYERS_DATA")
