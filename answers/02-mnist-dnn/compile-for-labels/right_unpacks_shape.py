# Tries to read two lengths from the shape, which a vector refuses; the metric is named in full.
# passes: both


def compile_for_labels(model, labels):
    try:
        _rows, _classes = labels.shape
        kind = "categorical"
    except ValueError:
        kind = "sparse_categorical"
    model.compile("adam", f"{kind}_crossentropy", metrics=[f"{kind}_accuracy"])
    return model
