# Takes the mean absolute error for the loss and the squared error for the metric.
# passes: none


def build_regressor(num_features, hidden_units, learning_rate):
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile(keras.optimizers.Adam(learning_rate), loss="mae", metrics=["mse"])
    return model
