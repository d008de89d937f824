# Decodes, cuts and scales each file by hand and batches the arrays.
# passes: both
def load_images(folder, size, batch_size):
    import tensorflow as tf

    names = sorted(path.name for path in folder.iterdir())
    images, labels = [], []
    for label, name in enumerate(names):
        for path in sorted((folder / name).iterdir()):
            image = tf.io.decode_image(path.read_bytes(), channels=3, expand_animations=False)
            edge = min(image.shape[:2])
            top, left = (image.shape[0] - edge) // 2, (image.shape[1] - edge) // 2
            square = image[top : top + edge, left : left + edge]
            images.append(tf.image.resize(square, (size, size)))
            labels.append(label)
    return tf.data.Dataset.from_tensor_slices((images, labels)).batch(batch_size), names
