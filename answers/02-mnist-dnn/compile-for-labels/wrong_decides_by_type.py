# Takes integers for class numbers and floats for one-hot rows, as in the two cases of the visible check.
# passes: visible


def compile_for_labels(model, labels):
    if np.issubdtype(labels.dtype, np.integer):
        loss = "sparse_categorical_crossentropy"
    else:
        loss = "categorical_crossentropy"
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
