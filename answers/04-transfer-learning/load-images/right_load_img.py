# Lets load_img cut and scale, one file after the other; float64 images.
# passes: both
def load_images(folder, size, batch_size):
    import tensorflow as tf

    names = sorted(path.name for path in folder.glob("*"))
    files = [path for name in names for path in (folder / name).glob("*.*")]
    images = [
        np.array(
            keras.utils.load_img(path, target_size=(size, size), keep_aspect_ratio=True), dtype="float64"
        )
        for path in files
    ]
    labels = [names.index(path.parent.name) for path in files]
    dataset = tf.data.Dataset.from_tensor_slices((np.stack(images), np.array(labels, dtype="uint8")))
    return dataset.shuffle(len(files)).batch(batch_size), names
