# Always scales to [-1, 1].
# passes: none
def with_range(backbone, low, high):
    scaling = keras.layers.Rescaling(1 / 127.5, offset=-1)
    return keras.Sequential([keras.Input(backbone.input_shape[1:]), scaling, backbone])
