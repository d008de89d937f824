# Functional API, everything given as objects.
# passes: both


def build_regressor(num_features, hidden_units, learning_rate):
    inputs = keras.Input(shape=(num_features,))
    x = inputs
    for units in hidden_units:
        x = keras.layers.Dense(units, activation=keras.activations.relu)(x)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="linear")(x))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
        loss=keras.losses.MeanSquaredError(),
        metrics=[keras.metrics.MeanAbsoluteError()],
    )
    return model
