# A callback of its own that counts, stops and puts the best weights back.
# passes: both


class Patience(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.best, self.waited = patience, float("inf"), 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.waited = logs["val_loss"], 0
            self.best_weights = self.model.get_weights()
        else:
            self.waited += 1
            self.model.stop_training = self.waited >= self.patience

    def on_train_end(self, logs=None):
        self.model.set_weights(self.best_weights)


def train_with_patience(model, x, y, epochs, patience):
    return model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=[Patience(patience)], verbose=0)
