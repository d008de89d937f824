# Returns what model.compile returns, which is None.
# passes: none


def compile_for_labels(model, labels):
    loss = "sparse_categorical_crossentropy" if labels.ndim == 1 else "categorical_crossentropy"
    return model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
