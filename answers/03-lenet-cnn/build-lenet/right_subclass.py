# A subclass of keras.Model that builds its graph in __init__.
# passes: both


class LeNet(keras.Model):
    def __init__(self, input_shape, num_classes):
        image = keras.Input(shape=input_shape, name="image")
        x = keras.layers.Conv2D(6, 5, padding="same", activation="relu", name="edges")(image)
        x = keras.layers.MaxPooling2D()(x)
        x = keras.layers.Conv2D(16, 5, activation="relu", name="shapes")(x)
        x = keras.layers.MaxPooling2D()(x)
        x = keras.layers.Flatten()(x)
        x = keras.layers.Dense(120, activation="relu")(x)
        x = keras.layers.Dense(84, activation="relu")(x)
        super().__init__(inputs=image, outputs=keras.layers.Dense(num_classes, activation="softmax")(x))


def build_lenet(input_shape, num_classes):
    return LeNet(input_shape, num_classes)
