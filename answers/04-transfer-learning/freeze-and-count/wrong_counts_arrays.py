# Counts arrays of weights, not the numbers in them.
# passes: none
def freeze_first(model, count):
    for layer in model.layers[:count]:
        layer.trainable = False
    for layer in model.layers[count:]:
        layer.trainable = True
    return model


def count_weights(model):
    return {"trainable": len(model.trainable_weights), "frozen": len(model.non_trainable_weights)}
