# Divides by 127.5 whatever the range is.
# passes: none
def with_range(backbone, low, high):
    scaling = keras.layers.Rescaling(1 / 127.5, offset=low)
    return keras.Sequential([keras.Input(backbone.input_shape[1:]), scaling, backbone])
