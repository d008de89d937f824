# Passes all rows for training and for validation: nothing is held back.
# passes: none


def train_with_patience(model, x, y, epochs, patience):
    stop = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x, y, epochs=epochs, validation_data=(x, y), callbacks=[stop], verbose=0)
