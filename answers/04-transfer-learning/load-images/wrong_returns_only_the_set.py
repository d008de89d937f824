# Forgets the names.
# passes: none
def load_images(folder, size, batch_size):
    return keras.utils.image_dataset_from_directory(
        folder, image_size=(size, size), batch_size=batch_size, crop_to_aspect_ratio=True, verbose=False
    )
