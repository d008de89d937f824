# Without keras.Input the model has no weights yet.
# passes: none


def build_regressor(num_features, hidden_units, learning_rate):
    model = keras.Sequential([keras.layers.Dense(units, activation="relu") for units in hidden_units])
    model.add(keras.layers.Dense(1))
    model.compile(keras.optimizers.Adam(learning_rate), loss="mse", metrics=["mae"])
    return model
