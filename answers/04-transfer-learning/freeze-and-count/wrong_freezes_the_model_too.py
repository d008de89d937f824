# Freezes the whole model first: then nothing in it is trained, whatever its layers' flags say.
# passes: none
def freeze_first(model, count):
    model.trainable = False
    for layer in model.layers[count:]:
        layer.trainable = True
    return model


def count_weights(model):
    trainable = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    frozen = sum(int(np.prod(weight.shape)) for weight in model.non_trainable_weights)
    return {"trainable": trainable, "frozen": frozen}
