# Trains the new head at a learning rate for fine-tuning.
# passes: none
def train_head(features, labels, epochs):
    classes = int(labels.max()) + 1
    model = keras.Sequential(
        [keras.Input((features.shape[1],)), keras.layers.Dense(classes, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
    model.fit(features, labels, batch_size=32, epochs=epochs, verbose=0)
    return model
