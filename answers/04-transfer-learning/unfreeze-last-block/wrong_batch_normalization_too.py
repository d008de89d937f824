# Thaws batch normalization as well.
# passes: none
def unfreeze_last_block(backbone):
    backbone.trainable = True
    last = max(int(layer.name.split("_")[1]) for layer in backbone.layers if layer.name.startswith("block_"))
    for layer in backbone.layers:
        layer.trainable = layer.name.startswith(f"block_{last}_")
    return backbone
