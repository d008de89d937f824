# Takes "sparse" for the loss of one-hot rows, because these are mostly zeros.
# passes: none


def compile_for_labels(model, labels):
    loss = "sparse_categorical_crossentropy" if labels.ndim == 2 else "categorical_crossentropy"
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
