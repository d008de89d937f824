# Shuffles x and forgets y, so the labels belong to other rows.
# passes: none


def train_with_own_split(model, x, y, epochs, seed):
    order = np.random.default_rng(seed).permutation(len(x))
    history = model.fit(x[order], y, epochs=epochs, validation_split=0.2, verbose=0)
    return history, order[-(len(x) // 5) :]
