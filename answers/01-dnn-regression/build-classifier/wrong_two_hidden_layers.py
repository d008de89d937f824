# Hard-codes two hidden layers, as the visible check has them.
# passes: visible


def build_classifier(num_features, hidden_units, rate):
    model = keras.Sequential(
        [
            keras.Input(shape=(num_features,)),
            keras.layers.Dense(hidden_units[0], activation="relu"),
            keras.layers.Dropout(rate),
            keras.layers.Dense(hidden_units[1], activation="relu"),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
