"""The same marks inside the learner's process and outside it, for whatever an honest learner may hand in.

Two hundred answers are drawn: one of the answer bank's, right or wrong, done in some manner of a learner's own.
"""

import dataclasses
import random

import pytest

from hiddenlayers.answers import read_bank
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.trial import make_trial, run_trials, trial_processes
from hiddenlayers.course import Course

from .test_equal_marks import CHAPTER, ROOT

ANSWERS = 200
# What a learner may do to what a function returns, where it is a value or an array
RESULTS = {
    "as it is": "result",
    "a list": "result.tolist() if hasattr(result, 'tolist') else result",
    "float32": "np.asarray(result, 'float32') if hasattr(result, 'shape') else result",
    "float64": "np.asarray(result, 'float64') if hasattr(result, 'shape') else result",
    "whole numbers of another size": "result.astype('int32') if hasattr(result, 'astype') else result",
    "a tensor": "tf.convert_to_tensor(result) if isinstance(result, np.ndarray) else result",
    "columns first": "np.asfortranarray(result) if isinstance(result, np.ndarray) else result",
    "a view": "np.repeat(result, 2, axis=0)[::2] if isinstance(result, np.ndarray) and result.ndim else result",
    "read-only": "[result.setflags(write=False), result][1] if isinstance(result, np.ndarray) else result",
    "a NumPy number": "np.int64(result) if type(result) is int else result",
    "nothing": "None",
    "in a tuple": "(result,)",
    "an exception": "[][0]",
}
# ... and where it is a model
MODELS = {
    "as it is": "result",
    "inside another Sequential": "keras.Sequential([keras.Input(result.input_shape[1:]), result])",
    "functional": "keras.Model(result.inputs, result.outputs)",
    "with a Lambda behind it": "keras.Model(result.inputs, keras.layers.Lambda(lambda x: x)(result.outputs[0]))",
    "subclassed": "Wrapped(result)",
    "its class": "type(result)",
    "nothing": "None",
}
# What a learner may do besides
HABITS = {
    "nothing else": ("", ""),
    "prints": ("", "print('called with', arguments)"),
    "writes to the error stream": ("import sys", "print('careful', file=sys.stderr)"),
    "warns": ("import warnings", "warnings.warn('careful')"),
    "names that the checks use": (
        "check = rng = result = expected = 3\nx = y = images = labels = 'mine'",
        "",
    ),
    "built-in names": ("list = [1, 2]\nsum = 0\nmax = min = len = None", ""),
    "packages by other names": (
        "import numpy as check\nfrom numpy import array as rng\nimport keras as np_",
        "",
    ),
    "seeds of its own": ("", "keras.utils.set_random_seed(99)"),
    "changes an array in place": (
        "",
        "[a.__setitem__(..., 0) for a in arguments if isinstance(a, np.ndarray) and a.flags.writeable]",
    ),
    "a counter": ("calls = 0", "global calls; calls += 1"),
}
WRAPPED = """
class Wrapped(keras.Model):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def call(self, x, training=False):
        return self.inner(x, training=training)
"""
FORMS = {
    "a function": """
def {name}(*arguments, **named):
    {habit}
    result = inner_(*arguments, **named)
    return {change}
""",
    "an object that can be called": """
class Answer_:
    def __call__(self, *arguments, **named):
        {habit}
        result = inner_(*arguments, **named)
        return {change}

{name} = Answer_()
""",
    "a method": """
class Answers_:
    @staticmethod
    def answer(*arguments, **named):
        {habit}
        result = inner_(*arguments, **named)
        return {change}

{name} = Answers_.answer
""",
}


def draw_answers():
    """Exercise, code, and in words what it is, of each."""
    course = Course(ROOT)
    source = read_chapter(course.chapter(CHAPTER))
    bank = read_bank(course, CHAPTER)
    trial = make_trial(source, {}, seed=3)
    draw = random.Random(4)
    drawn = []
    for number in range(ANSWERS):
        exercise = sorted(bank)[number % len(bank)]
        right = [answer for answer in bank[exercise] if answer.right]
        answer, (name,) = draw.choice(draw.choice([right, bank[exercise]])), trial.names[exercise]
        changes = RESULTS if exercise not in ("build-network", "compile-for-labels") else MODELS
        form, habit = draw.choice([*FORMS]), draw.choice([*HABITS])
        change = draw.choice(["as it is", draw.choice([*changes])])
        before, during = HABITS[habit]
        wrapper = FORMS[form].format(name=name, habit=during or "pass", change=changes[change])
        head = f"import numpy as np\nimport keras\nimport tensorflow as tf\n{WRAPPED}"
        code = f"{answer.code}\n{head}\ninner_ = {name}\n{wrapper}\n{before}\n"
        words = f"{exercise}/{answer.path.name}: {form}, {change}, {habit}"
        checks = tuple(check for check in trial.checks if check[1] == exercise)
        drawn.append((words, dataclasses.replace(trial, answers={exercise: code}, checks=checks)))
    return drawn


@pytest.mark.slow
def test_honest_answers_of_any_kind_earn_the_same_marks_on_both_sides(monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_LANG", "en")
    drawn = draw_answers()
    trials = [trial for _, trial in drawn]
    with trial_processes(2) as executor:
        inside, outside = (list(run_trials(trials, executor, way)) for way in (False, True))
    different = {
        words: (mine, theirs)
        for (words, _), mine, theirs in zip(drawn, inside, outside, strict=True)
        if {cell: each.passed for cell, each in mine.items()}
        != {cell: each.passed for cell, each in theirs.items()}
    }
    assert different == {}
    passed = [all(outcome.passed for outcome in outcomes.values()) for outcomes in inside]
    assert ANSWERS // 4 < sum(passed) < 3 * ANSWERS // 4  # both kinds are there
