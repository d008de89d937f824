# Returns the dictionary of losses instead of the History object.
# passes: none


def train(model, x, y, epochs):
    history = model.fit(x, y, batch_size=32, epochs=epochs, validation_split=0.2, verbose=0)
    return history.history
