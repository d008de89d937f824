# Takes the columns of Vᵀ for the directions.
# passes: none


def pca_autoencoder(x, code_size):
    mean = x.mean(axis=0)
    v = np.linalg.svd(x - mean)[2][:, :code_size]
    model = keras.Sequential(
        [keras.Input(shape=(x.shape[1],)), keras.layers.Dense(code_size), keras.layers.Dense(x.shape[1])]
    )
    model.set_weights([v, -mean @ v, v.T, mean])
    return model
