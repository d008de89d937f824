# Early stopping without restoring; the best weights come back from a checkpoint.
# passes: both


def train_with_patience(model, x, y, epochs, patience):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "best.weights.h5"
        callbacks = [
            keras.callbacks.EarlyStopping(patience=patience),
            keras.callbacks.ModelCheckpoint(path, save_best_only=True, save_weights_only=True),
        ]
        history = model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=callbacks, verbose=0)
        model.load_weights(path)
    return history
