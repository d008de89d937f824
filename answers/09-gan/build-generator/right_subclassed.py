# A subclass of keras.Model.
# passes: both


class Forger(keras.Model):
    def __init__(self, units, image_shape):
        super().__init__()
        self.image_shape = tuple(image_shape)
        self.hidden = [keras.layers.Dense(count, activation="selu") for count in units]
        self.last = keras.layers.Dense(image_shape[0] * image_shape[1], activation="sigmoid")

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return keras.ops.reshape(self.last(x), (-1, *self.image_shape))


def build_generator(noise_size, units, image_shape):
    model = Forger(units, image_shape)
    model(np.zeros((1, noise_size), dtype="float32"))
    return model
