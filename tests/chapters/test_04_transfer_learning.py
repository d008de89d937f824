"""What chapter 04 says of borrowed features, shown by the chapter's own cells."""

import numpy as np
import pytest

from hiddenlayers.datasets import drawn_flowers, flowers, mobilenet
from tests.chapters.narrative import needs, run_narrative

CHAPTER = "04-transfer-learning"


@pytest.mark.slow
def test_on_drawn_flowers_the_backbone_of_shapes_is_worth_borrowing(offline):
    names = run_narrative(CHAPTER, until="final_accuracy")
    assert names["backbone"].name == "shapes_backbone"
    assert names["class_names"] == list(drawn_flowers.NAMES)
    assert (len(names["train_labels"]), len(names["val_labels"]), len(names["test_labels"])) == (300, 96, 104)
    assert names["test_accuracy"] > 0.85
    assert np.mean(names["few_accuracy"]["frozen features"]) > 0.8
    assert np.mean(names["few_accuracy"]["from scratch"]) > 0.3  # it does learn
    assert names["final_accuracy"] > 0.85


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.long
@needs("flower_photos")
@needs("weights")
def test_on_the_photos_frozen_features_reach_84_of_100_and_beat_training_from_scratch():
    names = run_narrative(CHAPTER, until="final_accuracy")
    assert names["backbone"].count_params() == 410_208
    assert len(names["train_labels"]) == 2202
    assert names["test_accuracy"] >= 0.84
    assert names["range_accuracy"] < names["test_accuracy"] - 0.02
    borrowed, fresh = (names["few_accuracy"][way] for way in ("frozen features", "from scratch"))
    assert len(borrowed) == len(fresh) == 3
    assert min(borrowed) >= max(fresh) + 0.1
    assert names["final_accuracy"] >= 0.84


@pytest.mark.real_data
@needs("flower_photos")
@needs("weights")
def test_the_head_of_imagenet_calls_most_daisies_daisies():
    keras = pytest.importorskip("keras")
    files = sorted((flowers.load_folder() / "daisy").glob("*.jpg"))[:20]
    photos = [keras.utils.load_img(path, target_size=(224, 224), keep_aspect_ratio=True) for path in files]
    classifier = keras.applications.MobileNet(alpha=0.25, weights=mobilenet.classifier_weights())
    best = np.argmax(classifier(np.array(photos, dtype="float32") / 127.5 - 1), axis=1)
    assert sum(mobilenet.class_names()[number] == "daisy" for number in best) >= 12
