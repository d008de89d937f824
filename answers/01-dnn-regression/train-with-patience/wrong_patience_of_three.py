# Writes the patience of the visible check into the code.
# passes: visible


def train_with_patience(model, x, y, epochs, patience):
    stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
    return model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=[stop], verbose=0)
