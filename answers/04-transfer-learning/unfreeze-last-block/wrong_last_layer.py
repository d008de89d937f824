# Takes the last layer for the last block.
# passes: none
def unfreeze_last_block(backbone):
    backbone.trainable = True
    for layer in backbone.layers[:-1]:
        layer.trainable = False
    backbone.layers[-1].trainable = True
    return backbone
