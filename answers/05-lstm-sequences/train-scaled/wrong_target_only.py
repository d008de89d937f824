# Scales the targets only.
# passes: none


def train_scaled(model, x, y, epochs):
    low, high = y.min(), y.max()
    history = model.fit(x, (y - low) / (high - low), batch_size=16, epochs=epochs, verbose=0)
    return history, (x.min(), x.max()), (low, high)
