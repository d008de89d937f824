"""A training in the grader leaves out what costs a short one much, and learns what it learns elsewhere."""

import ast
import os
import subprocess
import sys

import pytest

from hiddenlayers.authoring.trial import trial_processes
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.limits import Isolation
from hiddenlayers.grading.workplace import probe
from tests.grading.test_execute import run, text

# Prints how often the layer was called to trace a training step, and what was learned.
TRAIN = """
import keras, numpy as np, tensorflow as tf

calls = []

class Counted(keras.layers.Dense):
    def call(self, inputs):
        calls.append(inputs)
        return super().call(inputs)

class OwnStep(keras.Sequential):
    def train_step(self, data):
        return super().train_step(data)

def train(kind):
    keras.utils.set_random_seed(1)
    model = kind([keras.Input((3,)), keras.layers.Dropout(0.2), Counted(4, activation="relu"), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.1), "mse", jit_compile=False)
    calls.clear()
    model.fit(np.eye(4)[:, :3], np.arange(4.0), batch_size=2, epochs=3, verbose=0)
    return len(calls), [float(value) for weight in model.get_weights() for value in np.ravel(weight)]

found = [train(keras.Sequential), train(OwnStep), tf.config.optimizer.get_experimental_options()]
"""


def trained(code: str) -> list:
    names: dict = {}
    exec(code, names)
    return names["found"]


@pytest.fixture(scope="module")
def elsewhere():
    """In a process without the grader."""
    done = subprocess.run(
        [sys.executable, "-c", f"{TRAIN}\nprint(found)"], capture_output=True, text=True, check=True
    )
    return ast.literal_eval(done.stdout.splitlines()[-1])


def same(mine, theirs):
    (mine_once, mine_own, mine_options), (once, own, options) = mine, theirs
    assert mine_options.pop("disable_meta_optimizer")
    assert not options.pop("disable_meta_optimizer", False)
    assert mine_options == options
    assert mine_once[0] == 1 < once[0]
    assert mine_own[0] == own[0], "a step of the learner's own is as Keras has it"
    assert mine_once[1] == pytest.approx(once[1], rel=1e-4, abs=1e-6)
    assert mine_own[1] == pytest.approx(own[1], rel=1e-4, abs=1e-6)


def test_in_a_kernel(elsewhere):
    try:
        isolation = Isolation(sandbox="require", imports=("keras",))
        probe(isolation)
    except HiddenLayersError as reason:
        pytest.skip(str(reason))
    cells, _ = run(f"{TRAIN}\nprint(found)", limits=None, isolation=isolation)
    same(ast.literal_eval(text(cells[0]).splitlines()[-1]), elsewhere)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that are not forked load TensorFlow later")
def test_in_a_trial(elsewhere):
    with trial_processes(1) as executor:
        same(executor.submit(trained, TRAIN).result(), elsewhere)
