# Finds the numbers with a regular expression.
# passes: both
import re


def unfreeze_last_block(backbone):
    numbers = {}
    for layer in backbone.layers:
        found = re.match(r"block_(\d+)_", layer.name)
        numbers[layer.name] = int(found.group(1)) if found else -1
    last = max(numbers.values())
    backbone.trainable = True
    for layer in backbone.layers:
        normalizes = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = numbers[layer.name] == last and not normalizes
    return backbone
