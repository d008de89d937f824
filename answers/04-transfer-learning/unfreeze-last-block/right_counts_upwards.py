# Counts upwards until no block of the number is there.
# passes: both
def unfreeze_last_block(backbone):
    backbone.trainable = True
    names = [layer.name for layer in backbone.layers]
    last = 0
    for number in range(200):
        if any(name.startswith(f"block_{number}_") for name in names):
            last = number
    for layer in backbone.layers:
        layer.trainable = layer.name.startswith(f"block_{last}_")
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False
    return backbone
