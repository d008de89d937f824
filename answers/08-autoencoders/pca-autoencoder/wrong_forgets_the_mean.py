# The biases stay 0.
# passes: none


def pca_autoencoder(x, code_size):
    v = np.linalg.svd(x - x.mean(axis=0))[2][:code_size].T
    model = keras.Sequential(
        [keras.Input(shape=(x.shape[1],)), keras.layers.Dense(code_size), keras.layers.Dense(x.shape[1])]
    )
    model.set_weights([v, np.zeros(code_size), v.T, np.zeros(x.shape[1])])
    return model
