# Sets the flags of the layers in a model that is frozen itself: nothing in it is trained.
# passes: none
def unfreeze_last_block(backbone):
    last = max(int(layer.name.split("_")[1]) for layer in backbone.layers if layer.name.startswith("block_"))
    for layer in backbone.layers:
        in_last = layer.name.startswith(f"block_{last}_")
        layer.trainable = in_last and not isinstance(layer, keras.layers.BatchNormalization)
    return backbone
