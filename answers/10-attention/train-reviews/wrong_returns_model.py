# Returns the model in place of the History.
# passes: none

import keras


def train_reviews(model, reviews, labels, epochs):
    rows = keras.utils.pad_sequences(reviews, maxlen=model.input_shape[1], padding="post", truncating="post")
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    model.fit(rows, labels, batch_size=32, epochs=epochs, verbose=0)
    return model
