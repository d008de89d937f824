# Scales what the backbone gives instead of what it gets.
# passes: none
def with_range(backbone, low, high):
    scaling = keras.layers.Rescaling((high - low) / 255, offset=low)
    return keras.Sequential([keras.Input(backbone.input_shape[1:]), backbone, scaling])
