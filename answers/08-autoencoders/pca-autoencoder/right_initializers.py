# The weights come in as constant initializers; encoder and decoder are models.
# passes: both


def pca_autoencoder(x, code_size):
    mean = x.mean(axis=0)
    _, _, rows = np.linalg.svd(x - mean)
    v = rows[:code_size].T

    def dense(kernel, bias):
        return keras.layers.Dense(
            kernel.shape[1],
            kernel_initializer=lambda shape, dtype=None: keras.ops.convert_to_tensor(kernel, dtype),
            bias_initializer=lambda shape, dtype=None: keras.ops.convert_to_tensor(bias, dtype),
        )

    encode = keras.Sequential([keras.Input(shape=(x.shape[1],)), dense(v, -mean @ v)])
    decode = keras.Sequential([keras.Input(shape=(code_size,)), dense(v.T, mean)])
    row = keras.Input(shape=(x.shape[1],))
    return keras.Model(row, decode(encode(row)))
