"""The progress of a class being graded."""

import io
from dataclasses import replace

from rich.console import Console

from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.score import Check
from hiddenlayers.report.live import show_progress

ADA = Result("ada [1]", "01", (Check("01", "a-check", "a", 4, 3.5),))
BOB = replace(ADA, student="bob", notes=(Reason("kernel-died"),))
EVE = replace(ADA, student="eve", skipped=True)


def shown(*results, terminal, quiet=False):
    console = Console(file=io.StringIO(), width=80, force_terminal=terminal, color_system=None)
    with show_progress(console, quiet) as show:
        for done, result in enumerate(results, start=1):
            show(result, done, len(results))
    return console.file.getvalue()


def test_without_a_terminal_there_is_a_line_for_each_submission_that_was_graded():
    lines = shown(ADA, EVE, BOB, terminal=False).split("\n")
    assert [line for line in lines if line] == ["01 ada [1]: 3.5 / 4 graded", "01 bob: 3.5 / 4 look"]


def test_a_terminal_shows_how_far_it_is_and_the_time_left_unchanged_submissions_aside():
    text = shown(EVE, EVE, ADA, BOB, terminal=True)
    last = [line for line in text.splitlines() if "Grading" in line][-1]
    assert " 2/2 " in last
    assert "left: 0:00:00" in last
    assert "01 bob: 3.5 / 4 look" in text


def test_quiet_shows_no_lines():
    assert shown(ADA, BOB, terminal=False, quiet=True).strip() == ""
    assert "bob" not in shown(ADA, BOB, terminal=True, quiet=True)
