# A subclass of keras.Model that builds its graph in __init__, with keras.Input.
# passes: both


class DenseNetwork(keras.Model):
    def __init__(self, hidden_units, num_classes):
        image = keras.Input(shape=(28, 28), name="image")
        x = keras.layers.Flatten()(image)
        for number, units in enumerate(hidden_units, start=1):
            x = keras.layers.Dense(units, activation=keras.activations.relu, name=f"hidden_{number}")(x)
            x = keras.layers.Dropout(rate=0.3)(x)
        x = keras.layers.Dense(num_classes, activation=keras.activations.softmax, name="digit")(x)
        super().__init__(inputs=image, outputs=x)


def build_network(hidden_units, num_classes):
    return DenseNetwork(hidden_units, num_classes)
