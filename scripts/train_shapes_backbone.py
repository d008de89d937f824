"""Train the backbone of `hiddenlayers.datasets.shapes_backbone` on drawn shapes and write it into the package.

Run it in the course's environment: `python scripts/train_shapes_backbone.py`; about ten minutes on two cores. The
seed fixes the weights up to the rounding of another machine. The shapes are no flowers: the network learns to name
the outline, the texture and the colour of the shape in front.
"""

import json
import shutil
import zipfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from hiddenlayers.datasets import shapes_backbone

SIZE = shapes_backbone.SIZE
# Arguments of layers and initializers that Keras has got since 3.10, and their defaults
NEWER = {
    "input_axes": None,
    "output_axes": None,
    "renorm": False,
    "renorm_clipping": None,
    "renorm_momentum": 0.99,
}
OUTLINES = ("disk", "polygon", "star", "lobes")
TEXTURES = ("plain", "rings", "rays", "stripes")
COLORS = {
    "red": (0.8, 0.1, 0.1),
    "orange": (0.95, 0.5, 0.1),
    "yellow": (0.95, 0.85, 0.15),
    "green": (0.25, 0.6, 0.2),
    "blue": (0.2, 0.35, 0.8),
    "violet": (0.5, 0.15, 0.55),
    "pink": (0.95, 0.6, 0.75),
    "white": (0.93, 0.93, 0.93),
}
KINDS = (len(OUTLINES), len(TEXTURES), len(COLORS))
NUMBER, HELD_OUT = 10_000, 1_000
BATCH, EPOCHS = 64, 8


def main() -> None:
    tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(4)
    images, labels = draw_all(NUMBER + HELD_OUT)
    backbone = shapes_backbone.untrained()
    train(backbone, images, labels)
    write(backbone)


def draw_all(number: int) -> tuple[np.ndarray, np.ndarray]:
    """Images uint8 `(number, 128, 128, 3)`; labels `(number, 16)` with 1 for the outline, texture and colour."""
    labels = np.zeros((number, sum(KINDS)), dtype=np.float32)
    images = np.empty((number, SIZE, SIZE, 3), dtype=np.uint8)
    for i in range(number):
        rng = np.random.default_rng([4, i])
        outline, texture, color = (int(rng.integers(kinds)) for kinds in KINDS)
        labels[i, [outline, KINDS[0] + texture, KINDS[0] + KINDS[1] + color]] = 1
        images[i] = draw(rng, OUTLINES[outline], TEXTURES[texture], list(COLORS)[color])
    return images, labels


def draw(rng: np.random.Generator, outline: str, texture: str, color: str) -> np.ndarray:
    """One image, of which all else is chance."""
    down, across = np.mgrid[:SIZE, :SIZE].astype(np.float32) / SIZE
    image = background(rng, down, across)
    for small in [True] * rng.integers(0, 3) + [False]:  # a few small ones of the same kind may stand behind
        y, x = rng.uniform(0.25, 0.75, size=2)
        size = rng.uniform(0.08, 0.15) if small else rng.uniform(0.18, 0.42)
        turn, squeeze = rng.uniform(0, 2 * np.pi), rng.uniform(0.65, 1)
        v = (down - y) * np.cos(turn) + (across - x) * np.sin(turn)
        u = ((across - x) * np.cos(turn) - (down - y) * np.sin(turn)) / squeeze
        radius, angle = np.hypot(v, u) / size, np.arctan2(v, u)
        rim = OUTLINE[outline](rng, angle)
        cover = np.clip(0.5 + (rim - radius) * size / 0.02, 0, 1)[..., None]
        light = TEXTURE[texture](rng, radius, angle, u / size)[..., None]
        one, other = np.array(COLORS[color]) + rng.normal(scale=0.06, size=3), rng.uniform(0, 1, size=3)
        image = image * (1 - cover) + cover * (light * one + (1 - light) * other)
    image = image * rng.uniform(0.75, 1.1) + rng.normal(scale=0.03, size=image.shape)
    return np.round(255 * np.clip(image, 0, 1)).astype(np.uint8)


def background(rng: np.random.Generator, down: np.ndarray, across: np.ndarray) -> np.ndarray:
    """A change of colour, soft spots and thin lines."""
    one, other = rng.uniform(0, 0.8, size=(2, 3))
    blend = 0.5 + 0.5 * np.sin(rng.uniform(1, 6) * down + rng.uniform(1, 6) * across + rng.uniform(0, 6))
    image = blend[..., None] * one + (1 - blend[..., None]) * other
    for _ in range(rng.integers(2, 7)):
        y, x, spread = rng.uniform(0, 1), rng.uniform(0, 1), rng.uniform(0.03, 0.2)
        spot = np.exp(-(((down - y) ** 2 + (across - x) ** 2) / spread**2))
        image += 0.7 * spot[..., None] * rng.normal(scale=0.2, size=3)
    for _ in range(rng.integers(0, 7)):
        slant = across - rng.uniform(0, 1) - rng.uniform(-0.8, 0.8) * (down - 0.5)
        line = np.clip(1 - np.abs(slant) / rng.uniform(0.01, 0.04), 0, 1)[..., None]
        image = image * (1 - 0.8 * line) + 0.8 * line * rng.uniform(0, 0.8, size=3)
    return image


def polygon(rng: np.random.Generator, angle: np.ndarray) -> np.ndarray:
    corners = rng.integers(3, 6)
    return np.cos(np.pi / corners) / np.cos(angle % (2 * np.pi / corners) - np.pi / corners)


def star(rng: np.random.Generator, angle: np.ndarray) -> np.ndarray:
    points, depth = rng.integers(4, 26), rng.uniform(0.25, 0.6)
    return 1 - depth * np.abs((points * angle / np.pi) % 2 - 1)


def lobes(rng: np.random.Generator, angle: np.ndarray) -> np.ndarray:
    number, depth = rng.integers(3, 18), rng.uniform(0.3, 0.7)
    return 1 - depth + depth * np.sqrt(np.abs(np.cos(number * angle / 2)))


def rings(rng: np.random.Generator, radius: np.ndarray, angle: np.ndarray, u: np.ndarray) -> np.ndarray:
    if rng.random() < 0.5:  # a heart of another colour
        return (radius < rng.uniform(0.25, 0.6)).astype(float)
    return 0.5 + 0.5 * np.sin(rng.uniform(10, 25) * radius + rng.uniform(0, 6))


def rays(rng: np.random.Generator, radius: np.ndarray, angle: np.ndarray, u: np.ndarray) -> np.ndarray:
    return 0.5 + 0.5 * np.sin(rng.integers(3, 16) * angle + rng.uniform(0, 12) * radius)


def stripes(rng: np.random.Generator, radius: np.ndarray, angle: np.ndarray, u: np.ndarray) -> np.ndarray:
    return 0.5 + 0.5 * np.sin(rng.uniform(6, 20) * u + rng.uniform(0, 6))


OUTLINE = {
    "disk": lambda rng, angle: np.ones_like(angle),
    "polygon": polygon,
    "star": star,
    "lobes": lobes,
}
TEXTURE = {
    "plain": lambda rng, radius, angle, u: np.clip(rng.uniform(0.6, 1) * radius, 0, 1),
    "rings": rings,
    "rays": rays,
    "stripes": stripes,
}


def train(backbone: keras.Model, images: np.ndarray, labels: np.ndarray) -> None:
    """Train the backbone under a head that is thrown away, and print how it does on held-out shapes."""
    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((SIZE, SIZE, 3)),
            layers.Rescaling(1 / 127.5, offset=-1),
            backbone,
            layers.GlobalAveragePooling2D(),
            layers.Dropout(0.2),
            layers.Dense(sum(KINDS), activation="sigmoid"),
        ]
    )
    steps = EPOCHS * (NUMBER // BATCH + 1)
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(5e-3, steps))
    model.compile(optimizer, "binary_crossentropy", metrics=["binary_accuracy"])
    model.fit(images[:NUMBER], labels[:NUMBER], batch_size=BATCH, epochs=EPOCHS, verbose=2)
    scores, truth = model.predict(images[NUMBER:], verbose=0), labels[NUMBER:]
    for name, part in ("outline", slice(0, 4)), ("texture", slice(4, 8)), ("colour", slice(8, 16)):
        right = scores[:, part].argmax(axis=1) == truth[:, part].argmax(axis=1)
        print(f"{name} right on {right.mean():.3f} of held-out shapes")


def write(backbone: keras.Model) -> None:
    """Write the `.keras` file, and the SavedModel, which takes [0, 1] and pools, as a module on the Hub does."""
    layers = keras.layers
    backbone.save(shapes_backbone.keras_file())
    open_to_older_keras(shapes_backbone.keras_file())
    module = keras.Sequential(
        [
            keras.Input((SIZE, SIZE, 3), name="images"),
            layers.Rescaling(2.0, offset=-1),
            backbone,
            layers.GlobalAveragePooling2D(name="features"),
        ]
    )
    shutil.rmtree(shapes_backbone.saved_model(), ignore_errors=True)
    module.export(shapes_backbone.saved_model(), verbose=False)


def open_to_older_keras(path: Path) -> None:
    """Take out of a `.keras` file what Keras 3.10 does not know and what is left at its default."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            if part.filename == "config.json":
                content = json.dumps(json.loads(content, object_hook=_without_newer)).encode()
            archive.writestr(part, content)


def _without_newer(config: dict) -> dict:
    return {name: value for name, value in config.items() if name not in NEWER or value != NEWER[name]}


if __name__ == "__main__":
    main()
