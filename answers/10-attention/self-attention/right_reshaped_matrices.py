# Kernels as plain matrices, split into heads afterwards, with keras.ops.dot_product_attention.
# passes: both

import keras
import numpy as np


def self_attention(x, weights):
    (batch, n, width), (_, heads, depth) = x.shape, weights[0].shape
    parts = []
    for kernel, bias in zip(weights[:6:2], weights[1:6:2], strict=False):
        flat = x @ kernel.reshape(width, heads * depth) + bias.reshape(-1)
        parts.append(flat.reshape(batch, n, heads, depth))
    found = np.asarray(keras.ops.dot_product_attention(*parts))
    return found.reshape(batch, n, heads * depth) @ weights[6].reshape(heads * depth, -1) + weights[7]
