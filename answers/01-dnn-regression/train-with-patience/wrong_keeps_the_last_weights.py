# Stops in time but keeps the last weights.
# passes: none


def train_with_patience(model, x, y, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
    return model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=[stop], verbose=0)
