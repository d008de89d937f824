# Shuffles first and trains on float64 rows, starting from zeros.
# passes: both
def train_head(features, labels, epochs):
    order = np.random.permutation(len(labels))
    classes = len(set(labels.tolist()))
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input(features.shape[1:]), layer])
    model.compile(keras.optimizers.Adam(1e-2), "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(features.astype("float64")[order], labels[order], batch_size=32, epochs=epochs, verbose=0)
    return model
