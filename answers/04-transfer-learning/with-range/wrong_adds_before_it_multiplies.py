# Thinks that Rescaling adds the offset first.
# passes: none
def with_range(backbone, low, high):
    scaling = keras.layers.Rescaling((high - low) / 255, offset=low * 255 / (high - low))
    return keras.Sequential([keras.Input(backbone.input_shape[1:]), scaling, backbone])
