# Validates on the rows drawn, but trains on all of them.
# passes: none


def train_with_own_split(model, x, y, epochs, seed):
    rows = np.random.default_rng(seed).permutation(len(x))[: len(x) // 5]
    history = model.fit(x, y, epochs=epochs, validation_data=(x[rows], y[rows]), verbose=0)
    return history, rows
