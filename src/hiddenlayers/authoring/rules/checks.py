"""Whether a check cell can run anywhere: beside the learner's code, in the judge, under plain nbgrader."""

import ast
from collections.abc import Iterator

from hiddenlayers.authoring.leaks import HIDDEN, parse, region
from hiddenlayers.authoring.rules.prose import HANGUL, LATIN
from hiddenlayers.authoring.rules.subject import Chapter, Finding
from hiddenlayers.names import free_names

# What can't cross to the learner's side, or would train there: a name or attribute -> what to do instead
FORBIDDEN = {
    "mock": "call the learner's function and judge what it returns",
    "patch": "call the learner's function and judge what it returns",
    "redirect_stdout": "judge what the function returns, not what it prints",
    "redirect_stderr": "judge what the function returns, not what it prints",
    "inspect": "call the function, and judge what it returns",
    "signature": "call the function with the arguments that the task names",
    "environ": "pass what the function needs as an argument",
    "getenv": "pass what the function needs as an argument",
    "get_ipython": "write plain Python",
    "fit": "let the learner's function train; a check calls, predicts and describes",
    "train_on_batch": "let the learner's function train; a check calls, predicts and describes",
}


def checks_stand_alone(chapter: Chapter) -> Iterator[Finding]:
    """A check cell reads only names that its exercise defines; it imports what it needs itself."""
    for exercise in chapter.exercises:
        for cell in exercise.checks:
            for name in sorted(free_names(cell.source) - exercise.names):
                yield chapter.finding(
                    cell,
                    f"it reads {name}, which the exercise does not define",
                    "import or make it in the check",
                )


def checks_stay_on_their_side(chapter: Chapter) -> Iterator[Finding]:
    """A check patches, redirects and inspects nothing, and trains nothing itself."""
    for cell in chapter.checks:
        words = {_word(node) for node in ast.walk(parse(cell.source))}
        for word in sorted(words & set(FORBIDDEN)):
            yield chapter.finding(cell, f"it uses {word}", FORBIDDEN[word])


def checks_compare_values(chapter: Chapter) -> Iterator[Finding]:
    """A check never asks for identity, which does not survive the way from one process to another."""
    for cell in chapter.checks:
        for node in ast.walk(parse(cell.source)):
            if isinstance(node, ast.Compare) and any(
                isinstance(kind, (ast.Is, ast.IsNot)) and not (_is_single(left) or _is_single(right))
                for left, kind, right in zip(
                    [node.left, *node.comparators], node.ops, node.comparators, strict=False
                )
            ):
                yield chapter.finding(
                    cell, f"it asks for identity: {ast.unparse(node)}", "compare what the values are"
                )


def hidden_checks_show_one_line(chapter: Chapter) -> Iterator[Finding]:
    """All of a hidden check but one bilingual comment is in its hidden block."""
    for exercise in chapter.exercises:
        inside, outside = region(exercise.hidden, HIDDEN)
        shown = [line for line in outside if line.strip()]
        comment = shown[0] if len(shown) == 1 and shown[0].startswith("#") else ""
        if not (HANGUL.search(comment) and LATIN.search(comment)):
            yield chapter.finding(
                exercise.hidden,
                "not exactly one comment in both languages outside the hidden block",
                "write one line like # Hidden checks · 숨은 검사 above it and nothing else",
            )
        if not parse("\n".join(inside)).body:
            yield chapter.finding(exercise.hidden, "nothing in its hidden block", "write the check there")


def hidden_checks_call_on_drawn_arguments(chapter: Chapter) -> Iterator[Finding]:
    """A hidden check calls a function of its exercise, on arguments drawn from the course's seed."""
    for exercise in chapter.exercises:
        calls = [
            ast.unparse(node.func)
            for node in ast.walk(parse("\n".join(region(exercise.hidden, HIDDEN)[0])))
            if isinstance(node, ast.Call)
        ]
        if not exercise.names & set(calls):
            yield chapter.finding(
                exercise.hidden,
                "it calls no function of its exercise",
                f"call {' or '.join(sorted(exercise.names))}",
            )
        if "check.rng" not in calls:
            yield chapter.finding(
                exercise.hidden,
                "its arguments are not drawn from the course's seed",
                f'draw them with check.rng("{exercise.name}")',
            )


def _word(node: ast.AST) -> str | None:
    """The name by which a node reaches something: a name, an attribute, an imported module or function."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.alias):
        return node.name.split(".")[-1]
    return None


def _is_single(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool))
