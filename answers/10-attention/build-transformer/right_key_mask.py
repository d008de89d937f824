# The mask as key_mask, blocks with a Sequential inside, the mean by hand.
# passes: both

import keras
from keras import layers


def build_transformer(num_words, length, width, num_heads, hidden_units, num_classes):
    ids = keras.Input(shape=(length,), dtype="int32")
    words = layers.Embedding(num_words, width)(ids)
    places = keras.ops.zeros_like(ids) + keras.ops.arange(length, dtype="int32")
    mask = keras.ops.not_equal(ids, 0)
    x = words + layers.Embedding(length, width)(places)
    for units in hidden_units:
        layer = layers.MultiHeadAttention(num_heads=num_heads, key_dim=width // num_heads)
        x = layers.LayerNormalization()(x + layer(x, x, key_mask=mask))
        feed_forward = keras.Sequential([layers.Dense(units, activation="relu"), layers.Dense(width)])
        x = layers.LayerNormalization()(x + feed_forward(x))
    total = keras.ops.sum(x * keras.ops.cast(mask, "float32")[..., None], axis=1)
    mean = total / keras.ops.sum(keras.ops.cast(mask, "float32"), axis=1, keepdims=True)
    return keras.Model(ids, layers.Dense(num_classes, activation="softmax")(mean))
