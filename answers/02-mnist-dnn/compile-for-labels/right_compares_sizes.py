# A vector has as many values as rows; the loss is given as a function.
# passes: both


def compile_for_labels(model, labels):
    is_vector = np.size(labels) == len(labels) and np.ndim(labels) == 1
    loss = keras.losses.categorical_crossentropy
    if is_vector:
        loss = keras.losses.sparse_categorical_crossentropy
    model.compile(optimizer=keras.optimizers.Adam(), loss=loss, metrics=["acc"])
    return model
