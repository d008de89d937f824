# Compiles the model again, so that Adam takes steps of its small default size.
# passes: none


def train_scaled(model, x, y, epochs):
    model.compile(optimizer="adam", loss="mae")
    x_range, y_range = (x.min(), x.max()), (y.min(), y.max())
    inputs = (x - x_range[0]) / (x_range[1] - x_range[0])
    targets = (y - y_range[0]) / (y_range[1] - y_range[0])
    history = model.fit(inputs, targets, batch_size=16, epochs=epochs, verbose=0)
    return history, x_range, y_range
