# Freezes all, then walks back from the end to the last block.
# passes: both
def unfreeze_last_block(backbone):
    backbone.trainable = True
    blocks = [layer for layer in backbone.layers if layer.name.startswith("block_")]
    prefix = max((layer.name for layer in blocks), key=lambda name: int(name.split("_")[1])).split("_")[1]
    for layer in reversed(backbone.layers):
        layer.trainable = False
    for layer in blocks:
        if layer.name.split("_")[1] == prefix and type(layer).__name__ != "BatchNormalization":
            layer.trainable = True
    return backbone
