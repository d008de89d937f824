# Scales the inputs only.
# passes: none


def train_scaled(model, x, y, epochs):
    low, high = x.min(), x.max()
    history = model.fit((x - low) / (high - low), y, batch_size=16, epochs=epochs, verbose=0)
    return history, (low, high), (y.min(), y.max())
