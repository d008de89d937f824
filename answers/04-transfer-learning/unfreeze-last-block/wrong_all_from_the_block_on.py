# Thaws the last block and all layers after it.
# passes: none
def unfreeze_last_block(backbone):
    backbone.trainable = True
    last = max(int(layer.name.split("_")[1]) for layer in backbone.layers if layer.name.startswith("block_"))
    reached = False
    for layer in backbone.layers:
        reached = reached or layer.name.startswith(f"block_{last}_")
        layer.trainable = reached and not isinstance(layer, keras.layers.BatchNormalization)
    return backbone
