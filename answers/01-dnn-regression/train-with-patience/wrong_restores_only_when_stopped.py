# Puts the best weights back only where the training ended early.
# passes: visible


def train_with_patience(model, x, y, epochs, patience):
    best = {"loss": float("inf")}

    def keep(epoch, logs):
        if logs["val_loss"] < best["loss"]:
            best.update(loss=logs["val_loss"], weights=model.get_weights())

    callbacks = [
        keras.callbacks.EarlyStopping(patience=patience),
        keras.callbacks.LambdaCallback(on_epoch_end=keep),
    ]
    history = model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=callbacks, verbose=0)
    if len(history.epoch) < epochs:
        model.set_weights(best["weights"])
    return history
