# Positions by counting up ones; the mean by GlobalAveragePooling1D.
# passes: both

import keras
from keras import layers, ops


def build_transformer(num_words, length, width, num_heads, hidden_units, num_classes):
    ids = keras.Input(shape=(length,), dtype="int32")
    mask = ops.not_equal(ids, 0)
    positions = ops.cumsum(ops.ones_like(ids), axis=1) - 1
    x = layers.Add()([layers.Embedding(num_words, width)(ids), layers.Embedding(length, width)(positions)])
    for units in hidden_units:
        attention = layers.MultiHeadAttention(num_heads, width // num_heads)
        heard = attention(x, x, attention_mask=mask[:, None, :])
        x = layers.LayerNormalization()(layers.Add()([x, heard]))
        inner = layers.Dense(units, activation="relu")(x)
        x = layers.LayerNormalization()(layers.Add()([x, layers.Dense(width)(inner)]))
    x = layers.GlobalAveragePooling1D()(x, mask=mask)
    return keras.Model(ids, layers.Dense(num_classes, activation="softmax")(x))
