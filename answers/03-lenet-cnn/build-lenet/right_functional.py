# The Functional API, with activations as layers of their own.
# passes: both


def build_lenet(input_shape, num_classes):
    layers = keras.layers
    image = keras.Input(input_shape)
    x = image
    for filters, padding in [(6, "same"), (16, "valid")]:
        x = layers.Conv2D(filters, (5, 5), padding=padding)(x)
        x = layers.Activation("relu")(x)
        x = layers.MaxPool2D((2, 2), strides=(2, 2))(x)
    x = layers.Flatten()(x)
    for units in (120, 84):
        x = layers.ReLU()(layers.Dense(units)(x))
    return keras.Model(image, layers.Softmax()(layers.Dense(num_classes)(x)))
