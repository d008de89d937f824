# Forgets to return the backbone.
# passes: none
def unfreeze_last_block(backbone):
    backbone.trainable = True
    last = max(int(layer.name.split("_")[1]) for layer in backbone.layers if layer.name.startswith("block_"))
    for layer in backbone.layers:
        in_last = layer.name.startswith(f"block_{last}_")
        layer.trainable = in_last and not isinstance(layer, keras.layers.BatchNormalization)
