import numpy as np
import pytest

from hiddenlayers.datasets import shapes_backbone


@pytest.fixture(scope="module")
def backbone():
    keras = pytest.importorskip("keras")
    return keras.models.load_model(shapes_backbone.keras_file())


@pytest.fixture(scope="module")
def images():
    return np.random.default_rng(1).uniform(0, 1, size=(3, 128, 128, 3)).astype("float32")


def test_the_trained_backbone_has_the_architecture_of_the_untrained_one(backbone):
    fresh = shapes_backbone.untrained()
    assert backbone.output_shape == fresh.output_shape == (None, 8, 8, 128)
    assert [type(layer) for layer in backbone.layers] == [type(layer) for layer in fresh.layers]
    assert any(
        not np.allclose(one, other)
        for one, other in zip(backbone.get_weights(), fresh.get_weights(), strict=True)
    )


def test_the_hub_module_gives_the_pooled_features_of_the_same_weights_for_another_range(backbone, images):
    import keras
    import tensorflow_hub as hub

    handle = hub.resolve(str(shapes_backbone.saved_model()))
    (features,) = keras.layers.TFSMLayer(handle, call_endpoint="serving_default")(images).values()
    maps = np.asarray(backbone(2 * images - 1, training=False))
    np.testing.assert_allclose(features, maps.mean(axis=(1, 2)), rtol=1e-3, atol=1e-4)
    assert features.shape == (3, 128)
    assert np.std(features) > 0.01


def test_the_range_of_the_backbone_matters(backbone, images):
    right, wrong = (np.asarray(backbone(values, training=False)) for values in (2 * images - 1, images))
    assert np.abs(right - wrong).mean() > 0.01


def test_both_forms_together_stay_below_five_megabytes():
    files = [shapes_backbone.keras_file(), *shapes_backbone.saved_model().rglob("*")]
    assert sum(path.stat().st_size for path in files if path.is_file()) <= 5e6
