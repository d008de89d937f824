# keras.ops in place of the layers ReLU and Concatenate; a subclass around it.
# passes: both


class Shortcut(keras.Model):
    def __init__(self, num_features, hidden_units):
        inputs = keras.Input((num_features,))
        x = inputs
        for units in hidden_units:
            x = keras.ops.relu(keras.layers.Dense(units)(x))
        joined = keras.ops.concatenate([x, inputs], axis=1)
        super().__init__(inputs=inputs, outputs=keras.layers.Dense(1)(joined))


def build_with_shortcut(num_features, hidden_units):
    return Shortcut(num_features, hidden_units)
