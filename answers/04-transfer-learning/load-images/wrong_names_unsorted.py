# Numbers the classes in reverse order of their names.
# passes: none
def load_images(folder, size, batch_size):
    names = sorted((path.name for path in folder.iterdir()), reverse=True)
    dataset = keras.utils.image_dataset_from_directory(
        folder,
        class_names=names,
        image_size=(size, size),
        batch_size=batch_size,
        crop_to_aspect_ratio=True,
        verbose=False,
    )
    return dataset, names
