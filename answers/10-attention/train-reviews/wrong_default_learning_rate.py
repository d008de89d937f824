# Leaves the learning rate at 0.001.
# passes: none

import keras


def train_reviews(model, reviews, labels, epochs):
    rows = keras.utils.pad_sequences(reviews, maxlen=model.input_shape[1], padding="post", truncating="post")
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model.fit(rows, labels, batch_size=32, epochs=epochs, verbose=0)
