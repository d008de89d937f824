# Sequential from one list, ReLU as a layer of its own; names in full.
# passes: both


def build_regressor(num_features, hidden_units, learning_rate):
    layers = [keras.Input((num_features,))]
    for units in hidden_units:
        layers += [keras.layers.Dense(units), keras.layers.ReLU()]
    model = keras.Sequential([*layers, keras.layers.Dense(1)])
    model.compile("adam", "mean_squared_error", metrics=["mean_absolute_error"])
    model.optimizer.learning_rate = learning_rate
    return model
