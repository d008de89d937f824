# Returns the History alone.
# passes: none


def train_scaled(model, x, y, epochs):
    inputs = (x - x.min()) / (x.max() - x.min())
    targets = (y - y.min()) / (y.max() - y.min())
    return model.fit(inputs, targets, batch_size=16, epochs=epochs, verbose=0)
