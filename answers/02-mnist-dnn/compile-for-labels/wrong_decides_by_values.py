# Takes labels that are all 0 or 1 for one-hot rows; a vector of two classes has no others either.
# passes: visible


def compile_for_labels(model, labels):
    one_hot = set(np.unique(labels)) == {0, 1}
    loss = "categorical_crossentropy" if one_hot else "sparse_categorical_crossentropy"
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
