# freeze_first forgets to return the model.
# passes: none
def freeze_first(model, count):
    for number, layer in enumerate(model.layers):
        layer.trainable = number >= count


def count_weights(model):
    trainable = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    frozen = sum(int(np.prod(weight.shape)) for weight in model.non_trainable_weights)
    return {"trainable": trainable, "frozen": frozen}
