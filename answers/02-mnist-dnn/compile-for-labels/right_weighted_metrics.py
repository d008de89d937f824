# The accuracy among the weighted metrics: without weights it is the same accuracy.
# passes: both


def compile_for_labels(model, labels):
    sparse = labels.ndim == 1
    loss = "sparse_categorical_crossentropy" if sparse else "categorical_crossentropy"
    model.compile(optimizer=keras.optimizers.Adam(), loss=loss, weighted_metrics=["accuracy"])
    return model
