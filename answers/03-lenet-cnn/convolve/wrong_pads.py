# Pads with zeros, so that the result is as large as the image.
# passes: none


def convolve(image, kernel, stride):
    batch = image[None, :, :, None].astype("float32")
    weights = kernel[:, :, None, None].astype("float32")
    return keras.ops.conv(batch, weights, strides=stride, padding="same")[0, :, :, 0]
