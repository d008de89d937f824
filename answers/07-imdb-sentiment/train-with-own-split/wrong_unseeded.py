# Draws without the seed: every call draws other rows.
# passes: none


def train_with_own_split(model, x, y, epochs, seed):
    order = np.random.default_rng().permutation(len(x))
    rows, others = order[: len(x) // 5], order[len(x) // 5 :]
    history = model.fit(x[others], y[others], epochs=epochs, validation_data=(x[rows], y[rows]), verbose=0)
    return history, rows
