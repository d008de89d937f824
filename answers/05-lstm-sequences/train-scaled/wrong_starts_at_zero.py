# Divides by the highest value and takes 0 for the lowest.
# passes: none


def train_scaled(model, x, y, epochs):
    history = model.fit(x / x.max(), y / y.max(), batch_size=16, epochs=epochs, verbose=0)
    return history, (0.0, x.max()), (0.0, y.max())
