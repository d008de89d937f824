# Has as many units as the largest label says, one too few.
# passes: none
def train_head(features, labels, epochs):
    model = keras.Sequential(
        [keras.Input((features.shape[1],)), keras.layers.Dense(int(labels.max()), activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(features, np.minimum(labels, labels.max() - 1), batch_size=32, epochs=epochs, verbose=0)
    return model
