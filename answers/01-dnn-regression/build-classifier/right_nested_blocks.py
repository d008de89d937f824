# One small Sequential model for each hidden layer; more metrics than asked for.
# passes: both


def block(units, rate):
    return keras.Sequential([keras.layers.Dense(units, activation="relu"), keras.layers.Dropout(rate)])


def build_classifier(num_features, hidden_units, rate):
    model = keras.Sequential(
        [
            keras.Input(shape=(num_features,)),
            *[block(units, rate) for units in hidden_units],
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    measures = ["accuracy", keras.metrics.Precision(), keras.metrics.Recall()]
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=measures)
    return model
