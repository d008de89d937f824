# Copies the backbone's layers with new weights.
# passes: none
def with_range(backbone, low, high):
    scaling = keras.layers.Rescaling((high - low) / 255, offset=low)
    copy = keras.models.clone_model(backbone)
    return keras.Sequential([keras.Input(backbone.input_shape[1:]), scaling, copy])
