# Scales the caller's arrays in place.
# passes: none


def train_scaled(model, x, y, epochs):
    x_range, y_range = (x.min(), x.max()), (y.min(), y.max())
    x -= x_range[0]
    x /= x_range[1] - x_range[0]
    y -= y_range[0]
    y /= y_range[1] - y_range[0]
    history = model.fit(x, y, batch_size=16, epochs=epochs, verbose=0)
    return history, x_range, y_range
