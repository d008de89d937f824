import numpy as np
from PIL import Image

from hiddenlayers.datasets import drawn_flowers, flowers


def test_a_drawing_is_the_same_each_time_and_no_two_are_alike():
    images = [drawn_flowers.draw(name, index) for name in drawn_flowers.NAMES for index in range(6)]
    again = drawn_flowers.draw("roses", 3)
    assert any(np.array_equal(again, image) for image in images)
    assert len({image.tobytes() for image in images}) == len(images)


def test_drawings_have_the_sizes_of_photos_whose_shorter_side_is_128():
    images = [drawn_flowers.draw("tulips", index) for index in range(12)]
    assert {image.dtype for image in images} == {np.dtype(np.uint8)}
    assert {image.shape for image in images} == {(128, 128, 3), (128, 160, 3), (160, 128, 3)}


def test_a_drawing_uses_the_range_of_bytes_and_is_no_plain_colour():
    for name in drawn_flowers.NAMES:
        image = drawn_flowers.draw(name, 0)
        assert image.max() > 150
        assert image.std(axis=(0, 1)).max() > 20


def test_the_shipped_flowers_are_the_first_of_the_drawings(tmp_path):
    shipped = flowers.grading_sample()
    assert sorted(path.name for path in shipped.iterdir()) == sorted(drawn_flowers.NAMES)
    for name in drawn_flowers.NAMES:
        files = sorted((shipped / name).iterdir())
        assert len(files) == 20
        with Image.open(files[7]) as image:
            difference = np.abs(np.asarray(image).astype(int) - drawn_flowers.draw(name, 7))
        assert difference.mean() < 6  # JPEG loses a little


def test_the_folders_are_written_for_image_dataset_from_directory(tmp_path):
    import keras

    drawn_flowers.write_folders(tmp_path, 2)
    dataset = keras.utils.image_dataset_from_directory(tmp_path, image_size=(32, 32), verbose=False)
    assert dataset.class_names == list(drawn_flowers.NAMES)
    images, labels = next(iter(dataset))
    assert images.shape == (10, 32, 32, 3)
    assert sorted(labels.numpy()) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
