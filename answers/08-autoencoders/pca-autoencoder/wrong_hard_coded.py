# Three columns and two components, as in the example.
# passes: visible


def pca_autoencoder(x, code_size):
    mean = x.mean(axis=0)
    v = np.linalg.svd(x - mean)[2][:2].T
    model = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(2), keras.layers.Dense(3)])
    model.set_weights([v, -mean @ v, v.T, mean])
    return model
