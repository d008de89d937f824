# Fits a range for each time step.
# passes: none


def train_scaled(model, x, y, epochs):
    low, high = x.min(axis=0), x.max(axis=0)
    inputs = (x - low) / (high - low)
    targets = (y - y.min()) / (y.max() - y.min())
    history = model.fit(inputs, targets, batch_size=16, epochs=epochs, verbose=0)
    return history, (low[:, 0], high[:, 0]), (y.min(), y.max())
