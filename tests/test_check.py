import numpy as np
import pandas as pd
import pytest

from hiddenlayers import check, session
from hiddenlayers.check import CheckFailed


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setattr(session, "_language", "en")


@pytest.fixture(scope="module")
def keras():
    return pytest.importorskip("keras")


class Liar:
    """Claims to equal everything, and to be an int."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __repr__(self):  # names the test: the same in every process
        return "Liar()"

    __class__ = int


def failure(function, *arguments, **settings):
    with pytest.raises(CheckFailed) as caught:
        function(*arguments, **settings)
    return str(caught.value)


# --- equal


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (3, 3),
        (np.int64(3), 3),
        (np.float32(0.5), 0.5),
        (True, True),
        (np.bool_(True), True),
        ("a", "a"),
        (None, None),
        ([3, 5], (3, 5)),
        ((np.int64(3), 5), (3, 5)),
        (np.array([3, 5]), (3, 5)),
        ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])),
        (np.array([[1, 2]], dtype="int32"), np.array([[1, 2]])),
        ({"a": 1}, {"a": 1}),
        ([], []),
    ],
)
def test_equal_takes_the_same_value_in_any_usual_holder(actual, expected):
    check.equal(actual, expected, "answer()")


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (3.0, 3),
        (True, 1),
        (1, True),
        ("3", 3),
        (None, 0),
        (float("nan"), float("nan")),
        ([3, 5, 7], (3, 5)),
        ({3, 5}, (3, 5)),
        ((3, 4), (3, 5)),
        (3, (3, 5)),
        (np.array([3.0, 5.0]), np.array([3, 5])),
        (np.array([[3, 5]]), np.array([3, 5])),
        ({"a": 1, "b": 2}, {"a": 1}),
        ([("a", 1)], {"a": 1}),
        (Liar(), 3),
        (Liar(), (3, 5)),
        (Liar(), np.array([3])),
        ([Liar()], [3]),
    ],
)
def test_equal_refuses_another_value_or_type(actual, expected):
    assert failure(check.equal, actual, expected, "answer()").startswith("answer()")


def test_equal_names_the_first_item_that_differs():
    assert failure(check.equal, [1, 9, 3], [1, 2, 3], "answer()").startswith(
        "answer()[1]: expected int 2, found int 9."
    )
    message = failure(check.equal, np.array([[1, 2], [3, 9]]), np.array([[1, 2], [3, 4]]), "matrix")
    assert message == "matrix[1, 1]: expected 4, found 9. 1 of 4 values differ."


def test_the_hint_follows_in_the_learners_language(monkeypatch):
    assert failure(check.equal, 2, 3, "f()", en="Count.", ko="세십시오.").endswith("found int 2. Count.")
    monkeypatch.setattr(session, "_language", "ko")
    assert failure(check.equal, 2, 3, "f()", en="Count.", ko="세십시오.") == (
        "f(): 기대한 값은 int 3, 나온 값은 int 2. 세십시오."
    )


def test_a_missing_return_is_recognised():
    assert "is a return missing?" in failure(check.equal, None, 3, "f()")


# --- close


@pytest.mark.parametrize("actual", [0.1 + 0.2, np.float32(0.3), np.array(0.3)])
def test_close_forgives_rounding(actual):
    check.close(actual, 0.3, "f()")


def test_close_takes_lists_arrays_and_tensors(keras):
    for actual in (
        [[1, 2], [3, 4]],
        np.array([[1, 2], [3, 4]]),
        keras.ops.convert_to_tensor([[1.0, 2], [3, 4]]),
    ):
        check.close(actual, [[1, 2], [3, 4]], "f()")
    check.close(keras.Variable([1.0, 2.0]), [1, 2], "f()")


@pytest.mark.parametrize(
    "actual",
    [
        [1, 2, 3.1],
        [[1, 2, 3]],
        [1, 2],
        "123",
        None,
        [1, "2", 3],
        [1, [2], 3],
        Liar(),
        [np.nan, 2, 3],
        [True] * 3,
    ],
)
def test_close_refuses_what_is_no_such_numbers(actual):
    failure(check.close, actual, [1, 2, 3], "f()")


def test_close_never_takes_nan_for_a_number():
    failure(check.close, [np.nan], [np.nan], "f()")


# --- array


def test_array_returns_the_array_of_a_tensor(keras):
    found = check.array(keras.ops.ones((2, 3)), "f()", shape=(2, None), dtype="float32")
    assert type(found) is np.ndarray


def test_array_looks_at_type_then_shape_then_dtype():
    settings = {"shape": (2,), "dtype": "float32"}
    assert "expected a NumPy array, found list (2 items)" in failure(check.array, [1, 2], "f()", **settings)
    assert "expected shape (2,), found shape (3,)" in failure(check.array, np.zeros(3), "f()", **settings)
    assert "expected dtype float32, found dtype float64" in failure(
        check.array, np.zeros(2), "f()", **settings
    )


def test_array_knows_kinds_of_dtype():
    check.array(np.zeros(2, dtype="uint8"), "f()", dtype="int")
    message = failure(check.array, np.zeros(2), "f()", dtype="int")
    assert message == "f(): expected integer dtype, found dtype float64."
    message = failure(check.equal, np.zeros(2), np.zeros(2, dtype=int), "f()")
    assert message == "f(): expected integer dtype, found dtype float64."


def test_messages_in_korean_are_korean(monkeypatch):
    monkeypatch.setattr(session, "_language", "ko")
    assert failure(check.array, np.zeros(2), "f()", dtype="int") == (
        "f(): 기대한 값은 정수 자료형, 나온 값은 dtype float64."
    )
    assert failure(check.equal, [1], (1, 2), "f()") == "f(): 기대한 값은 길이 2, 나온 값은 길이 1."
    assert failure(check.array, [1, 2], "f()") == "f(): 기대한 값은 NumPy 배열, 나온 값은 항목이 2개인 list."
    assert "None(return이 빠지지 않았습니까?)" in failure(check.equal, None, 3, "f()")


def test_an_array_of_a_class_of_the_learners_own_is_refused():
    class Array(np.ndarray):
        pass

    failure(check.array, np.zeros(2).view(Array), "f()")


# --- the rest


def test_at_least_wants_one_number_that_is_large_enough():
    check.at_least(0.9, 0.8, "accuracy")
    for wrong in (0.7, np.nan, [0.9], "0.9", None):
        failure(check.at_least, wrong, 0.8, "accuracy")


def test_that_takes_nothing_but_true():
    check.that(np.bool_(True), "en", "ko")
    for wrong in (False, 1, Liar(), "yes"):
        assert failure(check.that, wrong, "en", "ko") == "en"


def test_raises_wants_the_exception_that_the_task_names():
    with check.raises(ValueError, "f(-1)"):
        raise ValueError("negative")
    with (
        pytest.raises(CheckFailed, match="expected ValueError, found no exception"),
        check.raises(ValueError, "f(-1)"),
    ):
        pass
    with (
        pytest.raises(CheckFailed, match="expected ValueError, found KeyError"),
        check.raises(ValueError, "f(-1)"),
    ):
        raise KeyError


def test_raises_does_not_take_the_stub_for_an_answer():
    with pytest.raises(NotImplementedError), check.raises(RuntimeError, "f(-1)"):
        raise NotImplementedError


def test_unchanged_names_the_argument_that_changed():
    values = np.array([1.0, 2.0])
    with check.unchanged(values=values):
        values * 2
    with pytest.raises(CheckFailed, match="changes its argument values"), check.unchanged(values=values):
        values *= 2


def test_unchanged_knows_tables_with_missing_values():
    table = pd.DataFrame({"port": [" Busan", None], "age": [31.0, np.nan]})
    with check.unchanged(table=table):
        table.dropna()
    with pytest.raises(CheckFailed, match="changes its argument table"), check.unchanged(table=table):
        table.loc[0, "age"] = 32
    with pytest.raises(CheckFailed, match="changes its argument table"), check.unchanged(table=table):
        table["port"] = table["port"].str.strip()


def test_a_passed_check_prints_one_line(capsys):
    check.passed("shape", "dtype float32")
    assert capsys.readouterr().out == "✓ shape ✓ dtype float32\n"


def test_a_generator_depends_on_the_seed_and_the_name(monkeypatch):
    def draw(name):
        return check.rng(name).random()

    monkeypatch.setenv("HIDDENLAYERS_SEED", "1")
    first = draw("scale-images")
    assert draw("scale-images") == first
    assert draw("train") != first
    monkeypatch.setenv("HIDDENLAYERS_SEED", "2")
    assert draw("scale-images") != first


# --- Keras


def networks(keras):
    """The same network written in four ways."""

    def layers():
        return [keras.layers.Dense(4, activation="relu"), keras.layers.Dropout(0.3), keras.layers.Dense(2)]

    sequential = keras.Sequential([keras.Input((3,)), *layers()])
    inputs = keras.Input((3,))
    outputs = inputs
    for layer in layers():
        outputs = layer(outputs)
    nested = keras.Sequential([keras.Input((3,)), keras.Sequential(layers()[:2]), layers()[2]])

    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.steps = layers()

        def call(self, values, training=False):
            for step in self.steps:
                values = step(values, training=training) if step.name.startswith("dropout") else step(values)
            return values

    subclassed = Own()
    subclassed(np.zeros((1, 3)))
    return sequential, keras.Model(inputs, outputs), nested, subclassed


def test_describe_says_the_same_of_a_network_however_it_is_written(keras):
    for network in networks(keras):
        facts = check.describe(check.model(network, "f()"))
        assert facts.parameters == facts.trainable_parameters == 26
        assert [layer.kind for layer in facts.layers] == ["Dense", "Dropout", "Dense"]
        assert [layer.config["rate"] for layer in facts.of_kind("Dropout")] == [0.3]


def test_describe_reads_how_a_model_is_compiled(keras):
    network = networks(keras)[0]
    assert check.describe(network).loss is None
    network.compile(
        keras.optimizers.SGD(0.5),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["acc"],
    )
    facts = check.describe(network)
    assert (facts.optimizer, facts.learning_rate, facts.loss) == (
        "sgd",
        0.5,
        "sparse_categorical_crossentropy",
    )
    assert facts.loss_config["from_logits"] is True
    assert facts.metrics == ("accuracy",)
    network.compile("adam", "mse", metrics=["mae"])
    facts = check.describe(network)
    assert (facts.optimizer, facts.loss, facts.metrics) == (
        "adam",
        "mean_squared_error",
        ("mean_absolute_error",),
    )


@pytest.mark.parametrize(
    "settings",
    [
        {"loss": ["categorical_crossentropy"], "metrics": [["accuracy"]]},
        {"loss": {"out": "categorical_crossentropy"}, "metrics": {"out": ["acc"]}},
        {"loss": "categorical_crossentropy", "weighted_metrics": ["accuracy"]},
    ],
)
def test_describe_reads_loss_and_metrics_in_every_form_that_compile_takes(keras, settings):
    network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="out")])
    network.compile("adam", **settings)
    facts = check.describe(network)
    assert (facts.loss, facts.metrics) == ("categorical_crossentropy", ("accuracy",))


def test_describe_takes_nothing_else_for_accuracy(keras):
    def accuracy(truth, guess):
        return truth

    network = networks(keras)[0]
    network.compile("adam", "mse", metrics=[accuracy, keras.metrics.Accuracy(), "Accuracy"])
    assert check.describe(network).metrics == (
        "function accuracy",
        "keras.metrics.Accuracy",
        "keras.metrics.Accuracy",
    )


def test_a_model_without_weights_is_refused_with_the_cure(keras):
    message = failure(check.model, keras.Sequential([keras.layers.Dense(2)]), "f()")
    assert message == (
        "f(): the model has no weights yet, for it knows no input shape: begin with keras.Input."
    )
    assert "a Keras model" in failure(check.model, keras.layers.Dense(2), "f()")


def test_history_counts_epochs(keras):
    network = networks(keras)[0]
    network.compile("sgd", "mse")
    found = network.fit(np.zeros((4, 3)), np.zeros((4, 2)), epochs=2, verbose=0)
    check.history(found, 2, "f()")
    assert "expected 3 epochs, found 2" in failure(check.history, found, 3, "f()")
    assert "the History that fit returns" in failure(check.history, found.history, 2, "f()")


def test_predict_and_weights_of_a_network(keras):
    network = networks(keras)[0]
    values = np.ones((5, 3), dtype="float32")
    w1, b1, w2, b2 = check.weights(network)
    expected = np.maximum(values @ w1 + b1, 0) @ w2 + b2
    np.testing.assert_allclose(check.predict(network, values), expected, rtol=1e-5, atol=1e-6)


def test_a_single_number_in_an_array_is_no_list():
    with pytest.raises(check.CheckFailed, match=r"length 2.*shape \(\)"):
        check.equal(np.array(3), [[3, 4], [5]], "pair")


@pytest.mark.parametrize(
    ("found", "expected", "says"),
    [
        (np.array(["a", "b"]), np.array(["a", "c"]), "c"),
        (np.array([True, False]), np.array([True, True]), "True"),
    ],
)
def test_arrays_of_other_than_numbers_are_shown_as_they_are(found, expected, says):
    with pytest.raises(check.CheckFailed, match=rf"(?s)\[1\].*{says}"):
        check.equal(found, expected, "words")


def test_missing_values_and_ragged_lists_count_as_unchanged():
    values, rows = np.array([1.0, np.nan]), [np.array([1, 2]), [3]]
    with check.unchanged(values=values, rows=rows):
        pass
    with pytest.raises(check.CheckFailed, match="rows"), check.unchanged(rows=rows):
        rows[1].append(4)
