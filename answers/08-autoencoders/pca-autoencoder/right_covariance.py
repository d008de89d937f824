# Eigenvectors of the covariance matrix, in float64; the whole mean sits in the last bias.
# passes: both


def pca_autoencoder(x, code_size):
    data = x.astype("float64")
    mean = data.mean(axis=0)
    values, vectors = np.linalg.eigh(np.cov(data, rowvar=False))
    v = vectors[:, np.argsort(values)[::-1][:code_size]]
    model = keras.Sequential(
        [keras.Input(shape=mean.shape), keras.layers.Dense(code_size), keras.layers.Dense(len(mean))]
    )
    model.set_weights([v, np.zeros(code_size), v.T, mean - mean @ v @ v.T])
    return model
