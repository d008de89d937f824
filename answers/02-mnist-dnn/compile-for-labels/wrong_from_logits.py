# Sets from_logits=True although the model ends in softmax.
# passes: none


def compile_for_labels(model, labels):
    if labels.ndim == 1:
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    else:
        loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
