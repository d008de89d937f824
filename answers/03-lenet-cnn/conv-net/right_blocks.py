# A function for one block, and activations as layers of their own.
# passes: both


def block(x, number):
    x = keras.layers.Conv2D(number, kernel_size=3, strides=1, padding="valid")(x)
    x = keras.layers.Activation("relu")(x)
    return keras.layers.MaxPooling2D(pool_size=2, strides=2)(x)


def conv_net(input_shape, filters):
    image = keras.Input(shape=input_shape, name="image")
    x = image
    for number in filters:
        x = block(x, number)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dropout(rate=0.5)(x)
    x = keras.layers.Dense(10)(x)
    return keras.Model(inputs=image, outputs=keras.layers.Softmax()(x), name="conv_net")
