# A subclass of keras.Model that builds its graph in __init__; the root of the MSE as a second metric.
# passes: both


class Regressor(keras.Model):
    def __init__(self, num_features, hidden_units):
        row = keras.Input(shape=(num_features,), name="row")
        x = row
        for number, units in enumerate(hidden_units):
            x = keras.layers.Dense(units, "relu", name=f"hidden_{number}")(x)
        super().__init__(inputs=row, outputs=keras.layers.Dense(1, name="number")(x))


def build_regressor(num_features, hidden_units, learning_rate):
    model = Regressor(num_features, hidden_units)
    optimizer = keras.optimizers.Adam(learning_rate)
    model.compile(optimizer, loss=keras.losses.mean_squared_error, metrics=["mae", "root_mean_squared_error"])
    return model
