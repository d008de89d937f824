# Gives the total number where the frozen ones are asked for.
# passes: none
def freeze_first(model, count):
    for layer in model.layers[:count]:
        layer.trainable = False
    for layer in model.layers[count:]:
        layer.trainable = True
    return model


def count_weights(model):
    trainable = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    return {"trainable": trainable, "frozen": model.count_params()}
