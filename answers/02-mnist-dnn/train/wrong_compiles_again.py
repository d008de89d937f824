# Compiles the model again, which puts Adam in the place of its own optimizer; so few epochs teach it nothing.
# passes: none


def train(model, x, y, epochs):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(x, y, batch_size=32, epochs=epochs, validation_split=0.2, verbose=0)
