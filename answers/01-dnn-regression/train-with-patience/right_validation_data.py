# Splits the rows by hand and passes them as validation_data.
# passes: both


def train_with_patience(model, x, y, epochs, patience):
    first = int(0.8 * len(x))
    stop = keras.callbacks.EarlyStopping(
        monitor="val_loss", min_delta=0, patience=patience, mode="min", restore_best_weights=True
    )
    return model.fit(
        x[:first],
        y[:first],
        batch_size=32,
        epochs=epochs,
        validation_data=(x[first:], y[first:]),
        callbacks=[stop],
        verbose=2,
    )
