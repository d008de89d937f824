# Compiles the model again, with gradient descent in tiny steps in place of its own optimizer.
# passes: none

import keras


def train_scaled(model, x, y, epochs):
    model.compile(keras.optimizers.SGD(0.001), loss="mae")
    x_range, y_range = (x.min(), x.max()), (y.min(), y.max())
    inputs = (x - x_range[0]) / (x_range[1] - x_range[0])
    targets = (y - y_range[0]) / (y_range[1] - y_range[0])
    history = model.fit(inputs, targets, batch_size=16, epochs=epochs, verbose=0)
    return history, x_range, y_range
