# Shuffles before splitting, so the last rows are learned from.
# passes: none


def train_with_patience(model, x, y, epochs, patience):
    x_fit, x_val, y_fit, y_val = train_test_split(x, y, test_size=0.2, random_state=0)
    stop = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x_fit, y_fit, epochs=epochs, validation_data=(x_val, y_val), callbacks=[stop], verbose=0)
