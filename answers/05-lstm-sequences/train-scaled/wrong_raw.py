# Returns the ranges, but trains on the raw numbers.
# passes: none


def train_scaled(model, x, y, epochs):
    history = model.fit(x, y, batch_size=16, epochs=epochs, verbose=0)
    return history, (x.min(), x.max()), (y.min(), y.max())
