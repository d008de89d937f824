# if and else on the length of the shape, with loss, optimizer and metric as objects.
# passes: both


def compile_for_labels(model, labels):
    if len(labels.shape) == 1:
        loss = keras.losses.SparseCategoricalCrossentropy()
        metric = keras.metrics.SparseCategoricalAccuracy()
    else:
        loss = keras.losses.CategoricalCrossentropy()
        metric = keras.metrics.CategoricalAccuracy()
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001), loss=loss, metrics=[metric])
    return model
