# Squashes images that are not square.
# passes: visible
def load_images(folder, size, batch_size):
    dataset = keras.utils.image_dataset_from_directory(
        folder, image_size=(size, size), batch_size=batch_size, verbose=False
    )
    return dataset, dataset.class_names
