# Takes every weight of a trainable layer for trainable, the running averages too.
# passes: none
def freeze_first(model, count):
    for layer in model.layers[:count]:
        layer.trainable = False
    for layer in model.layers[count:]:
        layer.trainable = True
    return model


def count_weights(model):
    counts = {"trainable": 0, "frozen": 0}
    for layer in model.layers:
        counts["trainable" if layer.trainable else "frozen"] += layer.count_params()
    return counts
