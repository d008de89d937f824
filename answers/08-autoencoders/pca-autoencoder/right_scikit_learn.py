# scikit-learn's PCA and the Functional API.
# passes: both


def pca_autoencoder(x, code_size):
    found = PCA(n_components=code_size).fit(x)
    row = keras.Input(shape=(x.shape[1],))
    to_code = keras.layers.Dense(code_size)
    to_row = keras.layers.Dense(x.shape[1])
    model = keras.Model(row, to_row(to_code(row)))
    to_code.set_weights([found.components_.T, -found.mean_ @ found.components_.T])
    to_row.set_weights([found.components_, found.mean_])
    return model
