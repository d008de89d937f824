# One output unit for each class, with softmax.
# passes: none


def build_classifier(num_features, hidden_units, rate):
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dropout(rate))
    model.add(keras.layers.Dense(2, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
