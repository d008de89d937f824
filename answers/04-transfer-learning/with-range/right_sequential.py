# Sequential, and the formula as factor and offset.
# passes: both
def with_range(backbone, low, high):
    factor = (high - low) / 255.0
    return keras.Sequential(
        [keras.Input(backbone.input_shape[1:]), keras.layers.Rescaling(factor, offset=low), backbone]
    )
