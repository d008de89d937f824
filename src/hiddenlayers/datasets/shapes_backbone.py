"""A small MobileNet-style backbone that has learned drawn shapes: what chapter 04 transfers where MobileNetV2 is not
to be had, and a SavedModel such as TensorFlow Hub hands out.

`scripts/train_shapes_backbone.py` trains it.
"""

from pathlib import Path
from typing import Any

from hiddenlayers.datasets import store

SIZE = 128
# Output channels and stride of each block
BLOCKS = ((24, 1), (48, 2), (48, 1), (96, 2), (96, 1), (128, 2), (128, 1))


def keras_file() -> Path:
    """The backbone as a `.keras` file: images `(n, 128, 128, 3)` in [-1, 1] in, maps `(n, 8, 8, 128)` out."""
    return store.SAMPLES / "shapes_backbone.keras"


def saved_model() -> Path:
    """The same weights in the form of a Hub module: images in [0, 1] in, features `(n, 128)` out.

    Its endpoint `serving_default` returns a dict of one array.
    """
    return store.SAMPLES / "shapes_backbone"


def untrained() -> Any:
    """The backbone with weights drawn at random: blocks of a depthwise and a 1 × 1 convolution, as in MobileNet."""
    import keras

    layers = keras.layers
    inputs = keras.Input((SIZE, SIZE, 3))
    x = layers.Conv2D(16, 3, strides=2, padding="same", use_bias=False, name="Conv1")(inputs)
    x = layers.BatchNormalization(name="bn_Conv1")(x)
    x = layers.ReLU(6.0, name="Conv1_relu")(x)
    for number, (channels, strides) in enumerate(BLOCKS, start=1):
        name = f"block_{number}"
        x = layers.DepthwiseConv2D(3, strides, padding="same", use_bias=False, name=f"{name}_depthwise")(x)
        x = layers.BatchNormalization(name=f"{name}_depthwise_BN")(x)
        x = layers.ReLU(6.0, name=f"{name}_depthwise_relu")(x)
        x = layers.Conv2D(channels, 1, use_bias=False, name=f"{name}_pointwise")(x)
        x = layers.BatchNormalization(name=f"{name}_pointwise_BN")(x)
        x = layers.ReLU(6.0, name=f"{name}_pointwise_relu")(x)
    return keras.Model(inputs, x, name="shapes_backbone")
