# Thaws each layer, then freezes by index; counts the arrays' items.
# passes: both
def freeze_first(model, count):
    for layer in model.layers:
        layer.trainable = True
    for index in range(count):
        model.layers[index].trainable = False
    return model


def count_weights(model):
    total = sum(array.size for array in model.get_weights())
    trainable = sum(variable.numpy().size for variable in model.trainable_variables)
    return {"trainable": trainable, "frozen": total - trainable}
