# Leaves the last 20 % out, but never validates on them.
# passes: none


def train(model, x, y, epochs):
    cut = int(0.8 * len(x))
    return model.fit(x[:cut], y[:cut], batch_size=32, epochs=epochs, verbose=0)
