# Names first, then a pipeline that reads and cuts in a map; a list in place of the tuple.
# passes: both
def load_images(folder, size, batch_size):
    names = sorted(path.name for path in folder.iterdir())
    dataset = keras.utils.image_dataset_from_directory(
        str(folder),
        class_names=names,
        image_size=(size, size),
        batch_size=None,
        shuffle=False,
        crop_to_aspect_ratio=True,
        verbose=False,
    )
    return [dataset.batch(batch_size), names]
