# Shuffles all rows with the seed, then lets fit take the last fifth.
# passes: both


def train_with_own_split(model, x, y, epochs, seed):
    order = np.random.RandomState(seed).permutation(len(x))
    history = model.fit(x[order], y[order], epochs=epochs, validation_split=0.2, verbose=0)
    return history, order[-(len(x) // 5) :]
