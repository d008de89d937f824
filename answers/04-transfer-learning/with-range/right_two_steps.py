# To [0, 1] first, then to the range, with operators on the input.
# passes: both
def with_range(backbone, low, high):
    photos = keras.Input(shape=backbone.input_shape[1:])
    unit = keras.layers.Rescaling(1 / 255)(photos)
    return keras.Model(inputs=photos, outputs=backbone(unit * (high - low) + low, training=False))
