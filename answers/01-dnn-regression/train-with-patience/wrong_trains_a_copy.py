# Trains a copy; the model that was given learns nothing.
# passes: none


def train_with_patience(model, x, y, epochs, patience):
    copy = keras.models.clone_model(model)
    copy.compile("adam", "mse")
    stop = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return copy.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=[stop], verbose=0)
