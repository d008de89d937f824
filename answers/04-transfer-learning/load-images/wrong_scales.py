# Scales the values to [0, 1] although the range is the backbone's business.
# passes: none
def load_images(folder, size, batch_size):
    dataset = keras.utils.image_dataset_from_directory(
        folder, image_size=(size, size), batch_size=batch_size, crop_to_aspect_ratio=True, verbose=False
    )
    return dataset.map(lambda images, labels: (images / 255, labels)), dataset.class_names
