# A model and a block as classes, built by one call.
# passes: both

import keras
from keras import layers, ops


class Block(layers.Layer):
    def __init__(self, width, num_heads, units):
        super().__init__()
        self.attention = layers.MultiHeadAttention(num_heads, width // num_heads)
        self.first, self.second = layers.LayerNormalization(), layers.LayerNormalization()
        self.hidden, self.back = layers.Dense(units, activation="relu"), layers.Dense(width)

    def call(self, x, mask):
        x = self.first(x + self.attention(x, x, attention_mask=mask[:, None, :]))
        return self.second(x + self.back(self.hidden(x)))


class Transformer(keras.Model):
    def __init__(self, num_words, length, width, num_heads, hidden_units, num_classes):
        super().__init__()
        self.words, self.places = layers.Embedding(num_words, width), layers.Embedding(length, width)
        self.blocks = [Block(width, num_heads, units) for units in hidden_units]
        self.pool = layers.GlobalAveragePooling1D()
        self.classify = layers.Dense(num_classes, activation="softmax")
        self.length = length

    def call(self, ids):
        mask = ops.not_equal(ids, 0)
        x = self.words(ids) + self.places(ops.arange(self.length))
        for block in self.blocks:
            x = block(x, mask)
        return self.classify(self.pool(x, mask=mask))


def build_transformer(num_words, length, width, num_heads, hidden_units, num_classes):
    model = Transformer(num_words, length, width, num_heads, hidden_units, num_classes)
    model(ops.ones((1, length), dtype="int32"))
    return model
