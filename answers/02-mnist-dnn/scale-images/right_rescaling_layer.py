# A Keras Rescaling layer. It returns a tensor, an accepted type beside the array.
# passes: both


def scale_images(images):
    rescale = keras.layers.Rescaling(scale=1 / 127.5, offset=-1.0)
    return rescale(images)
