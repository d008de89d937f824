# Pads images that are not square instead of cutting.
# passes: visible
def load_images(folder, size, batch_size):
    dataset = keras.utils.image_dataset_from_directory(
        folder, image_size=(size, size), batch_size=batch_size, pad_to_aspect_ratio=True, verbose=False
    )
    return dataset, dataset.class_names
