# Keras' Dropout, which enlarges what it keeps.
# passes: none


def blank_pixels(images, share, seed):
    return keras.layers.Dropout(share, seed=seed)(images, training=True)
