# keras.metrics.Accuracy compares labels with outputs for equality; probabilities are never equal to labels.
# passes: none


def compile_for_labels(model, labels):
    loss = "sparse_categorical_crossentropy" if labels.ndim == 1 else "categorical_crossentropy"
    model.compile(optimizer="adam", loss=loss, metrics=[keras.metrics.Accuracy()])
    return model
