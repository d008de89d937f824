# Names the last rows as validation data, but trains on all rows.
# passes: none


def train(model, x, y, epochs):
    cut = int(0.8 * len(x))
    validation = (x[cut:], y[cut:])
    return model.fit(x, y, batch_size=32, epochs=epochs, validation_data=validation, verbose=0)
