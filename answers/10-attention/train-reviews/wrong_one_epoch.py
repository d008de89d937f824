# Trains for one epoch.
# passes: none

import keras


def train_reviews(model, reviews, labels, epochs):
    rows = keras.utils.pad_sequences(reviews, maxlen=model.input_shape[1], padding="post", truncating="post")
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    return model.fit(rows, labels, batch_size=32, epochs=1, verbose=0)
