# Thaws the last block and does not freeze the others.
# passes: none
def unfreeze_last_block(backbone):
    last = max(int(layer.name.split("_")[1]) for layer in backbone.layers if layer.name.startswith("block_"))
    for layer in backbone.layers:
        if layer.name.startswith(f"block_{last}_"):
            layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)
    return backbone
