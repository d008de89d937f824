# Drops the last batch where it is not full.
# passes: none
def load_images(folder, size, batch_size):
    dataset = keras.utils.image_dataset_from_directory(
        folder, image_size=(size, size), batch_size=None, crop_to_aspect_ratio=True, verbose=False
    )
    return dataset.batch(batch_size, drop_remainder=True), dataset.class_names
