# Ends in scores, and leaves softmax to the loss.
# passes: none
def train_head(features, labels, epochs):
    classes = int(labels.max()) + 1
    model = keras.Sequential([keras.Input((features.shape[1],)), keras.layers.Dense(classes)])
    model.compile(keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(features, labels, batch_size=32, epochs=epochs, verbose=0)
    return model
