# Makes the layer, sets its weights and calls it.
# passes: both

import keras


def self_attention(x, weights):
    _width, heads, depth = weights[0].shape
    layer = keras.layers.MultiHeadAttention(num_heads=heads, key_dim=depth)
    layer.build(x.shape, x.shape)
    layer.set_weights(weights)
    return layer(x, x)
