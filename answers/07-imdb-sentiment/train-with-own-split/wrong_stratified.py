# Draws with the labels in view: other labels, other rows.
# passes: none


from sklearn.model_selection import train_test_split


def train_with_own_split(model, x, y, epochs, seed):
    places = np.arange(len(x))
    others, rows = train_test_split(places, test_size=len(x) // 5, random_state=seed, stratify=y)
    history = model.fit(x[others], y[others], epochs=epochs, validation_data=(x[rows], y[rows]), verbose=0)
    return history, rows
