"""The static check of `build --check`: what can be read off a chapter and what is made of it."""

from collections.abc import Callable, Iterator

from hiddenlayers.authoring.rules import bank, checks, derived, exercises, form, narrative, prose
from hiddenlayers.authoring.rules.subject import Chapter, Finding
from hiddenlayers.course import Course

__all__ = ["Finding", "lint"]

Rule = Callable[[Chapter], Iterator[Finding]]

# Where one of these is broken, the others are not asked: they read cells that have to be well formed
FORM: tuple[Rule, ...] = (
    form.code_is_python,
    form.metadata_is_complete,
    form.ids_are_readable,
    form.regions_are_marked,
)
RULES: tuple[Rule, ...] = (
    form.text_is_canonical,
    prose.prose_is_paired,
    prose.languages_are_where_they_belong,
    prose.prose_is_in_its_language,
    prose.prose_is_parallel,
    prose.boxes_are_known,
    narrative.chapter_starts,
    narrative.cells_are_short,
    narrative.pictures_are_described,
    exercises.exercises_have_their_cells,
    exercises.exercises_have_a_task,
    exercises.solutions_are_marked,
    exercises.exercises_have_points,
    exercises.chapter_has_its_points,
    exercises.written_question_is_bilingual,
    exercises.names_are_unique,
    exercises.exercises_are_independent,
    exercises.checks_leave_the_narrative_alone,
    exercises.nothing_is_given_away,
    checks.checks_stand_alone,
    checks.checks_stay_on_their_side,
    checks.checks_compare_values,
    checks.hidden_checks_show_one_line,
    checks.hidden_checks_call_on_drawn_arguments,
    derived.files_are_up_to_date,
    derived.executed_notebooks_are_up_to_date,
    derived.releases_agree,
    derived.releases_leak_nothing,
    derived.executed_notebooks_leak_nothing,
    bank.bank_is_complete,
    bank.bank_has_no_strangers,
    bank.answers_say_what_they_show,
)


def lint(course: Course, chapters: list[str]) -> list[Finding]:
    """What breaks a rule in the chapters called `chapters`, in order; nothing is run.

    Raises:
        HiddenLayersError: where a chapter's text can't be read at all.
    """
    findings = []
    for name in chapters:
        chapter = Chapter(course, name)
        findings += malformed(chapter) or [finding for rule in RULES for finding in rule(chapter)]
    return findings


def malformed(chapter: Chapter) -> list[Finding]:
    """What is wrong with a chapter's form, without which it can neither be judged nor run."""
    return [finding for rule in FORM for finding in rule(chapter)]
