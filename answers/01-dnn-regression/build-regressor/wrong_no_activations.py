# Leaves ReLU out, so the whole network is one straight line.
# passes: none


def build_regressor(num_features, hidden_units, learning_rate):
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units))
    model.add(keras.layers.Dense(1))
    model.compile(keras.optimizers.Adam(learning_rate), loss="mse", metrics=["mae"])
    return model
