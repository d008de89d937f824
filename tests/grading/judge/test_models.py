"""Models on both sides of the border: the learner's stay there, the judge's go over and come back as weights."""

import pytest

from .conftest import Court, failure

ANSWERS = '''
import keras
import numpy as np
from keras import layers

def sequential(units):
    return keras.Sequential([keras.Input((3,)), layers.Dense(units, activation="relu"), layers.Dropout(0.25)])

def functional(units):
    inputs = keras.Input((3,))
    x = layers.Dense(units, activation="relu")(inputs)
    return keras.Model(inputs, layers.Dropout(0.25)(x))

@keras.saving.register_keras_serializable()
class Own(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units, activation="relu")
        self.drop = layers.Dropout(0.25)

    def call(self, x, training=False):
        return self.drop(self.dense(x), training=training)

def subclassed(units):
    model = Own(units)
    model(np.zeros((1, 3)))
    return model

def subclassed_without_config(units):
    class Local(keras.Model):
        def __init__(self, size, secret):
            super().__init__()
            self.dense = layers.Dense(size, activation="relu")
            self.drop = layers.Dropout(0.25)
        def call(self, x):
            return self.drop(self.dense(x))
        def get_config(self):
            raise RuntimeError("not mine")
    model = Local(units, object())
    model(np.zeros((1, 3)))
    return model

def with_lambda(units):
    return keras.Sequential(
        [keras.Input((3,)), layers.Dense(units), layers.Lambda(lambda x: keras.ops.maximum(x, 0)), layers.Dropout(0.25)]
    )

def unbuilt(units):
    return keras.Sequential([layers.Dense(units)])

def autoencoder(code):
    encoder = keras.Sequential([keras.Input((4,)), layers.Dense(code)])
    decoder = keras.Sequential([keras.Input((code,)), layers.Dense(4)])
    return encoder, decoder, keras.Sequential([encoder, decoder])

def train(model, x, y, epochs):
    return model.fit(x, y, epochs=epochs, verbose=0)

def train_and_return(model, x, y):
    model.fit(x, y, verbose=0)
    return {"model": model, "again": [model]}

def compile_it(model):
    model.compile("adam", "mse", metrics=["mae"])
    return model

def freeze(model):
    for layer in model.layers[:-1]:
        layer.trainable = False
    return model

def head(backbone):
    return keras.Sequential([backbone, layers.Dense(1)])

def grow(model):
    model.add(layers.Dense(1))
    return model

def output(model, x):
    return model.predict(x, verbose=0)

def broken(x):
    class Broken(keras.Model):
        def call(self, x):
            return boom(x)
    model = Broken()
    model.built = True
    return model

def boom(x):
    raise ValueError("in the model")

class Faker(keras.Model):
    """Says that it is what was asked for; it does not know the sizes asked for."""
    def __init__(self):
        super().__init__()
        self.inner = layers.Dense(2)
    def call(self, x):
        return self.inner(x)
    def get_config(self):
        return {"units": 10**6, "__eq__": "yes"}
    def count_params(self):
        return Everything(5)

class Everything(int):
    def __eq__(self, other):
        return True
    __hash__ = int.__hash__

def fake(units):
    model = Faker()
    model.build((None, 3))
    return model

class Impostor:
    built = True
    layers = ()
    is_model = True
    type_name = "Sequential"

def impostor(units):
    return Impostor()

def forged_history(model, x, y, epochs):
    class History(keras.callbacks.History):
        pass
    history = History()
    history.history = {"loss": [0.0] * epochs}
    return history
'''
NAMES = (
    *(
        "sequential",
        "functional",
        "subclassed",
        "subclassed_without_config",
        "with_lambda",
        "unbuilt",
        "autoencoder",
    ),
    *(
        "train",
        "train_and_return",
        "compile_it",
        "freeze",
        "head",
        "grow",
        "output",
        "broken",
        "fake",
        "impostor",
    ),
    "forged_history",
)


@pytest.fixture(scope="module")
def opened(processes, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HIDDENLAYERS_SEED", "HIDDENLAYERS_LANG", "HIDDENLAYERS_PROFILE"):
            patch.setenv(name, "")
        court = Court(processes, ANSWERS, tmp_path_factory.mktemp("work"), "en")
        yield court
        court.close()


@pytest.fixture
def run(opened):
    return lambda code: opened.run("import keras\n" + code, *NAMES)


BUILT = """
for units in (4, 7):
    model = check.model({name}(units), "{name}(units)")
    x = np.random.default_rng(units).normal(size=(5, 3)).astype("float32")
    kernel, bias = check.weights(model)
    check.array(kernel, "kernel", shape=(3, units), dtype="float32")
    check.close(check.predict(model, x), np.maximum(x @ kernel + bias, 0), "output", rtol=1e-4)
    check.close(model.predict(x, verbose=0), np.maximum(x @ kernel + bias, 0), "predict", rtol=1e-4)
    facts = check.describe(model)
    check.equal(facts.parameters, 4 * units, "parameters")
    check.equal([layer.config["rate"] for layer in facts.of_kind("Dropout")], [0.25], "rate")
    check.equal(facts.layers[0].parameters, 4 * units, "parameters of the first layer")
    check.equal(facts.loss, None, "loss")
"""


@pytest.mark.parametrize(
    "name", ["sequential", "functional", "subclassed", "subclassed_without_config", "with_lambda"]
)
def test_any_right_model_is_judged_where_it_is(run, name):
    assert run(BUILT.format(name=name)).outputs == ()


def test_facts_are_those_of_the_model_itself(run):
    verdict = run("""
facts = check.describe(sequential(6))
check.equal(facts.input_shape, (None, 3), "in")
check.equal(facts.output_shape, (None, 6), "out")
check.equal([layer.kind for layer in facts.layers], ["Dense", "Dropout"], "kinds")
check.that(facts.layers[0].module.startswith("keras."), "module", "module")
check.equal(facts.layers[0].config["activation"], "relu", "activation")
compiled = check.describe(compile_it(sequential(6)))
check.equal((compiled.loss, compiled.optimizer), ("mean_squared_error", "adam"), "compiled")
check.equal(compiled.metrics, ("mean_absolute_error",), "metrics")
check.close(compiled.learning_rate, 0.001, "learning rate")
""")
    assert verdict.outputs == ()


def test_what_is_no_model_says_so_as_in_a_kernel(run):
    assert "expected a Keras model, found int 3" in failure(run("check.model(3, 'f()')"))
    assert "expected a Keras model, found an object of type Impostor" in failure(
        run("check.model(impostor(1), 'f()')")
    )
    assert "no input shape: begin with keras.Input" in failure(run("check.model(unbuilt(1), 'f()')"))


def test_models_that_share_layers_keep_sharing_them(run):
    verdict = run("""
encoder, decoder, whole = autoencoder(2)
x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
before = check.weights(encoder)
train(compile_it(whole), x, x, 2)
check.that(not np.array_equal(before[0], check.weights(encoder)[0]), "untrained", "untrained")
check.close(check.predict(decoder, check.predict(encoder, x)), check.predict(whole, x), "whole", rtol=1e-4, atol=1e-5)
""")
    assert verdict.outputs == ()


def test_a_view_is_the_same_view_each_time_it_comes_back(run):
    verdict = run("""
model = sequential(3)
found = train_and_return(compile_it(model), np.zeros((4, 3)), np.zeros((4, 3)))
check.that(found["model"] is model and found["again"][0] is model, "another", "another")
""")
    assert verdict.outputs == ()


OWN = """
own = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, name="first"), keras.layers.Dense(1)])
own.compile(keras.optimizers.SGD(0.1), "mse")
x = np.random.default_rng(0).normal(size=(64, 2)).astype("float32")
y = x @ np.array([[1.0], [2.0]], dtype="float32")
before = own.get_weights()
"""


def test_a_model_of_the_judges_learns_there_and_its_weights_come_back(run):
    verdict = run(
        OWN
        + """
check.seed(1)
history = train(own, x, y, 3)
check.history(history, 3, "train")
check.that(not np.array_equal(before[0], own.get_weights()[0]), "untrained", "untrained")
check.close(check.predict(own, x), output(own, x), "same model on both sides", rtol=1e-4, atol=1e-5)
first = history.history["loss"][0]
check.that(train(own, x, y, 2).history["loss"][0] < first, "it begins anew", "it begins anew")
"""
    )
    assert verdict.outputs == ()


def test_a_model_that_is_given_back_is_the_checks_own(run):
    verdict = run(OWN + "check.that(train_and_return(own, x, y)['again'][0] is own, 'another', 'another')")
    assert verdict.outputs == ()


def test_trainable_flags_come_back(run):
    verdict = run(
        OWN
        + """
check.that(freeze(own) is own, "another", "another")
check.equal([layer.trainable for layer in own.layers], [False, True], "trainable")
check.equal(check.describe(own).trainable_parameters, 4, "trainable parameters")
frozen = check.weights(own)
train(compile_it(own), x, y, 1)
check.equal(check.weights(own)[0], frozen[0], "frozen layer")
check.that(not np.array_equal(check.weights(own)[2], frozen[2]), "head", "head")
"""
    )
    assert verdict.outputs == ()


def test_how_a_model_of_the_judges_was_compiled_is_asked_there(run):
    verdict = run(
        OWN
        + """
check.equal(check.describe(own).optimizer, "sgd", "before")
facts = check.describe(compile_it(own))
check.equal((facts.optimizer, facts.loss), ("adam", "mean_squared_error"), "after")
check.equal(facts.metrics, ("mean_absolute_error",), "metrics")
"""
    )
    assert verdict.outputs == ()


def test_what_the_judge_changes_in_its_model_goes_over_with_the_next_call(run):
    verdict = run(
        OWN
        + """
output(own, x)
own.set_weights([np.zeros_like(weight) for weight in before])
check.equal(output(own, x), np.zeros((64, 1), "float32"), "zeros")
own.layers[0].trainable = False
train(compile_it(own), x, y, 1)
check.equal(check.weights(own)[0], np.zeros((2, 3), "float32"), "frozen here, frozen there")
"""
    )
    assert verdict.outputs == ()


def test_a_model_of_the_judges_inside_one_of_the_learners_is_followed(run):
    verdict = run(
        OWN
        + """
whole = compile_it(head(own))
train(whole, x, y, 1)
check.that(not np.array_equal(before[0], check.weights(own)[0]), "not followed", "not followed")
"""
    )
    assert verdict.outputs == ()


def test_adapted_layers_and_random_layers_go_over_whole(run):
    verdict = run("""
normal = keras.layers.Normalization()
normal.adapt(np.array([[1.0, 10.0], [3.0, 30.0]]))
words = keras.layers.StringLookup()
words.adapt(["a", "b", "b"])
own = keras.Sequential([keras.Input((2,)), normal])
check.close(output(own, np.array([[1.0, 10.0]])), [[-1, -1]], "normalized")
noise, twice = keras.layers.GaussianNoise(1.0, seed=3), keras.layers.Lambda(lambda x: 2 * x)
noisy = keras.Sequential([keras.Input((2,)), noise, twice])
check.close(output(noisy, np.ones((1, 2))), [[2, 2]], "lambda")
lookup = keras.Sequential([keras.Input((1,), dtype="string"), words])
check.equal(output(lookup, keras.ops.convert_to_tensor([["b"]])), np.array([[1]]), "word")
""")
    assert verdict.outputs == ()


def test_models_of_the_judges_that_share_layers_do_not_go_over(run):
    verdict = run(OWN + "whole = keras.Sequential([own])\noutput(own, x)\noutput(whole, x)")
    assert "can't leave its process (a model that shares layers with another argument)" in failure(verdict)


def test_a_given_model_that_comes_back_with_other_layers_fails_the_check(run):
    assert "Your code changes the layers of the model" in failure(run(OWN + "grow(own)"))


def test_an_error_in_a_learners_model_shows_where_it_arose(run):
    message = failure(run("check.predict(broken(1), np.zeros((1, 2)))"))
    assert "in the model" in message
    assert "(in boom, line " in message
    assert 'raise ValueError("in the model")' in message


def test_a_model_that_lies_about_its_numbers_is_no_plain_data(run):
    assert "no data that can be judged" in failure(
        run("check.equal(check.describe(fake(4)).parameters, 16, 'n')")
    )
    assert not run(
        "kernel, bias = check.weights(fake(4))\ncheck.array(kernel, 'kernel', shape=(3, 4))"
    ).passed


def test_a_forged_history_is_none(run):
    message = failure(run(OWN + "check.history(forged_history(own, x, y, 2), 2, 'train')"))
    assert "expected the History that fit returns, found an object of type History" in message


def test_views_of_an_earlier_check_are_gone(run):
    run("check.left = sequential(2)")
    assert "a model of an earlier check" in failure(run("output(check.left, np.zeros((1, 3)))"))
