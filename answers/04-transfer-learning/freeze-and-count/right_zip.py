# Pairs layers with flags; NumPy integers in the dictionary.
# passes: both
def freeze_first(model, count):
    flags = np.arange(len(model.layers)) >= count
    for layer, flag in zip(model.layers, flags, strict=True):
        layer.trainable = bool(flag)
    return model


def count_weights(model):
    counts = {"frozen": np.int64(0), "trainable": np.int64(0)}
    trained = {id(weight) for weight in model.trainable_weights}
    for weight in model.weights:
        counts["trainable" if id(weight) in trained else "frozen"] += np.asarray(weight).size
    return counts
