# Trains a copy; the model that was given learns nothing.
# passes: none


def train(model, x, y, epochs):
    copy = keras.models.clone_model(model)
    copy.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return copy.fit(x, y, batch_size=32, epochs=epochs, validation_split=0.2, verbose=0)
