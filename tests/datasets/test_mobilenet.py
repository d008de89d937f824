import json

import pytest

from hiddenlayers.datasets import mobilenet, store
from tests.chapters.narrative import needs


def test_without_the_files_there_are_no_weights(monkeypatch):
    monkeypatch.setattr(store, "find", lambda *_: None)
    assert mobilenet.v2_weights() is None
    assert mobilenet.classifier_weights() is None
    with pytest.raises(FileNotFoundError):
        mobilenet.class_names()


def test_while_grading_there_are_no_weights_even_where_the_files_are(monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")
    assert mobilenet.v2_weights() is None
    assert mobilenet.classifier_weights() is None


def test_class_names_are_in_the_order_of_their_numbers(monkeypatch, tmp_path):
    path = tmp_path / "imagenet_class_index.json"
    numbers = {
        "10": "brambling",
        "2": "great_white_shark",
        **{str(n): f"c{n}" for n in (0, 1, *range(3, 10))},
    }
    path.write_text(json.dumps({number: ["n0", name] for number, name in numbers.items()}))
    monkeypatch.setattr(store, "find", lambda *_: (store.Copy("class names", path, "here", ""),))
    assert mobilenet.class_names()[2] == "great white shark"
    assert mobilenet.class_names()[10] == "brambling"


@pytest.mark.real_data
@needs("weights")
def test_the_real_weights_fit_keras_applications(monkeypatch):
    keras = pytest.importorskip("keras")
    for profile in ("HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(profile, raising=False)
    names = mobilenet.class_names()
    assert (len(names), names[985]) == (1000, "daisy")
    classifier = keras.applications.MobileNet(alpha=0.25, weights=mobilenet.classifier_weights())
    assert classifier.count_params() == 475_544
    backbone = keras.applications.MobileNetV2(
        input_shape=(128, 128, 3), alpha=0.35, include_top=False, weights=mobilenet.v2_weights()
    )
    assert backbone.count_params() == 410_208
