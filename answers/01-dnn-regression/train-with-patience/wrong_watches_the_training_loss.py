# Monitors the training loss, which goes on falling.
# passes: none


def train_with_patience(model, x, y, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="loss", patience=patience, restore_best_weights=True)
    return model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=[stop], verbose=0)
