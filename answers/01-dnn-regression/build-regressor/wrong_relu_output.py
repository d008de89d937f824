# Puts ReLU on the output too, because prices are never negative.
# passes: none


def build_regressor(num_features, hidden_units, learning_rate):
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in [*hidden_units, 1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.compile(keras.optimizers.Adam(learning_rate), loss="mse", metrics=["mae"])
    return model
