# Calls fit once an epoch on a data set that shuffles.
# passes: both
def train_head(features, labels, epochs):
    import tensorflow as tf

    classes = int(np.max(labels)) + 1
    model = keras.Sequential(
        [keras.Input((features.shape[1],)), keras.layers.Dense(classes), keras.layers.Softmax()]
    )
    model.compile(
        keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(), jit_compile=False
    )
    dataset = tf.data.Dataset.from_tensor_slices((features, labels)).shuffle(len(features)).batch(32)
    for _ in range(epochs):
        model.fit(dataset, verbose=0)
    return model
