# train_test_split draws positions.
# passes: both


from sklearn.model_selection import train_test_split


def train_with_own_split(model, x, y, epochs, seed):
    others, rows = train_test_split(np.arange(len(x)), test_size=len(x) // 5, random_state=seed)
    history = model.fit(x[others], y[others], epochs=epochs, validation_data=(x[rows], y[rows]), verbose=0)
    return history, rows
