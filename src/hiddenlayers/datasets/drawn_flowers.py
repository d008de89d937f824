"""Flowers that the computer draws, in the five classes of the flower photos: their offline sample.

Size, place, tilt, colours, background and light vary, so that a class is no single colour or outline.
"""

from pathlib import Path

import numpy as np

NAMES = ("daisy", "dandelion", "roses", "sunflowers", "tulips")
SIZES = ((128, 128), (128, 160), (160, 128))  # height and width: like photos they are not all square
JPEG_QUALITY = 80

Color = tuple[float, float, float]


def write_folders(folder: Path, number: int) -> None:
    """Write `number` JPEG files of each class into folders called after the classes; always the same images."""
    from PIL import Image

    for name in NAMES:
        (folder / name).mkdir(parents=True)
        for index in range(number):
            image = Image.fromarray(draw(name, index))
            image.save(folder / name / f"drawn_{index:03}.jpg", quality=JPEG_QUALITY)


def draw(name: str, index: int) -> np.ndarray:
    """Image number `index` of a class: uint8 of shape (height, width, 3), the shorter side 128."""
    rng = np.random.default_rng([NAMES.index(name), index])
    height, width = SIZES[rng.integers(len(SIZES))]
    down, across = np.mgrid[:height, :width] / 128
    image = _background(rng, down, across)
    places = rng.uniform(0.3, 0.7, size=(rng.integers(1, 4), 2)) * [height / 128, width / 128]
    for number, (y, x) in enumerate(places):
        last = number == len(places) - 1  # the one in front is large
        size = rng.uniform(0.2, 0.4) if last else rng.uniform(0.1, 0.2)
        image = DRAWINGS[name](rng, image, _Plane(rng, down - y, across - x, size))
    image = image * rng.uniform(0.75, 1.1) + rng.normal(scale=0.015, size=image.shape)
    return np.round(255 * np.clip(image, 0, 1)).astype(np.uint8)


class _Plane:
    """Coordinates around a flower's middle, with radius 1 at its rim; seen at a tilt."""

    def __init__(self, rng: np.random.Generator, down: np.ndarray, across: np.ndarray, size: float):
        self.blur = 0.012 / size
        self.down, self.across = down / size, across / size
        turn, squeeze = rng.uniform(0, 2 * np.pi), rng.uniform(0.65, 1)
        y = self.down * np.cos(turn) + self.across * np.sin(turn)
        x = (self.across * np.cos(turn) - self.down * np.sin(turn)) / squeeze
        self.radius = np.hypot(y, x)
        self.angle = np.arctan2(y, x) + rng.uniform(0, 2 * np.pi)

    def inside(self, distance: np.ndarray) -> np.ndarray:
        """1 where a distance to an outline is negative, 0 where it is positive, soft between."""
        return np.clip(0.5 - distance / (2 * self.blur), 0, 1)[..., None]

    def petals(self, number: int, depth: float, sharpness: float) -> np.ndarray:
        """Where petals are: `depth` is how far the gaps between them reach inwards."""
        wave = np.abs(np.cos(number * self.angle / 2)) ** sharpness
        return self.inside(self.radius - (1 - depth + depth * wave))


def _background(rng: np.random.Generator, down: np.ndarray, across: np.ndarray) -> np.ndarray:
    """Blurred leaves, earth or sky: a slow change of colour, blades of grass, soft spots."""
    colors = np.array(
        [(0.15, 0.35, 0.12), (0.3, 0.5, 0.2), (0.45, 0.6, 0.8), (0.4, 0.3, 0.2), (0.1, 0.15, 0.1)]
    )
    one, other = colors[rng.choice(len(colors), 2)] + rng.normal(scale=0.05, size=(2, 3))
    blend = 0.5 + 0.5 * np.sin(rng.uniform(1, 5) * down + rng.uniform(1, 5) * across + rng.uniform(0, 6))
    image = blend[..., None] * one + (1 - blend[..., None]) * other
    for _ in range(rng.integers(3, 9)):
        y, x, spread = rng.uniform(0, 1.2), rng.uniform(0, 1.2), rng.uniform(0.03, 0.2)
        spot = np.exp(-(((down - y) ** 2 + (across - x) ** 2) / spread**2))
        image += 0.7 * spot[..., None] * rng.normal(scale=0.2, size=3)
    for _ in range(rng.integers(0, 9)):
        slant = across - rng.uniform(0, 1.2) - rng.uniform(-0.5, 0.5) * down
        blade = np.clip(1 - np.abs(slant) / rng.uniform(0.01, 0.04), 0, 1)[..., None]
        image = _paint(image, 0.8 * blade, rng.uniform((0.1, 0.35, 0.05), (0.35, 0.6, 0.25)))
    return image


def _daisy(rng: np.random.Generator, image: np.ndarray, plane: _Plane) -> np.ndarray:
    white = rng.uniform((0.85, 0.8, 0.85), (1, 1, 1))
    color = white if rng.random() < 0.75 else rng.uniform((0.8, 0.5, 0.6), (0.95, 0.7, 0.9))
    light = 0.75 + 0.25 * plane.radius
    image = _paint(image, plane.petals(int(rng.integers(11, 20)), rng.uniform(0.5, 0.7), 0.6), color, light)
    heart = plane.inside(plane.radius - rng.uniform(0.22, 0.34))
    return _paint(image, heart, rng.uniform((0.85, 0.6, 0.05), (1, 0.8, 0.2)))


def _dandelion(rng: np.random.Generator, image: np.ndarray, plane: _Plane) -> np.ndarray:
    if rng.random() < 0.35:  # gone to seed: a ball of thin white hairs
        hairs = np.abs(np.cos(rng.integers(16, 26) * plane.angle)) ** 4
        ball = plane.inside(plane.radius - 0.95) * (0.25 + 0.6 * hairs * plane.radius)[..., None]
        image = _paint(image, ball, (0.92, 0.92, 0.95))
        return _paint(image, plane.inside(plane.radius - 0.14), (0.5, 0.45, 0.35))
    color = rng.uniform((0.9, 0.7, 0.0), (1, 0.85, 0.25))
    for size in (1, 0.75, 0.5, 0.28):  # rings of thin petals, one above the other, no heart
        ring = _Ring(plane, size, turn=rng.uniform(0, 1))
        petals = ring.petals(int(rng.integers(22, 34)), 0.3, 0.8)
        image = _paint(image, petals, np.array(color) * (1.12 - 0.3 * size), 0.7 + 0.3 * ring.radius)
    return image


def _rose(rng: np.random.Generator, image: np.ndarray, plane: _Plane) -> np.ndarray:
    colors = [(0.75, 0.05, 0.12), (0.95, 0.55, 0.65), (0.95, 0.9, 0.85), (0.95, 0.75, 0.3), (0.9, 0.4, 0.25)]
    color = np.array(colors[rng.integers(len(colors))]) + rng.normal(scale=0.05, size=3)
    windings, arms = rng.uniform(5, 8), int(rng.integers(2, 4))
    spiral = np.sin(2 * np.pi * windings * np.sqrt(plane.radius) / 1.7 + arms * plane.angle)
    light = np.clip(0.78 + 0.22 * spiral + 0.12 * np.sin(5 * plane.angle), 0.3, 1.15)
    rim = plane.inside(plane.radius - 0.92 - 0.08 * np.sin(5 * plane.angle + 2 * plane.radius))
    return _paint(image, rim, color, light)


def _sunflower(rng: np.random.Generator, image: np.ndarray, plane: _Plane) -> np.ndarray:
    color = rng.uniform((0.9, 0.6, 0.0), (1, 0.8, 0.15))
    number = int(rng.integers(14, 22))
    behind = _Ring(plane, 1.0, turn=np.pi / number)
    image = _paint(image, behind.petals(number, 0.5, 0.9), 0.8 * np.array(color))
    image = _paint(image, plane.petals(number, 0.5, 0.9), color, 0.8 + 0.2 * plane.radius)
    dark = rng.uniform((0.15, 0.08, 0.02), (0.4, 0.25, 0.1))
    seeds = 0.85 + 0.3 * np.sin(40 * plane.radius) * np.sin(20 * plane.angle)
    return _paint(image, plane.inside(plane.radius - rng.uniform(0.42, 0.58)), dark, seeds)


def _tulip(rng: np.random.Generator, image: np.ndarray, plane: _Plane) -> np.ndarray:
    """From the side: a cup of three petals on a stem."""
    colors = [(0.8, 0.1, 0.12), (0.95, 0.8, 0.15), (0.92, 0.5, 0.65), (0.5, 0.15, 0.5), (0.95, 0.9, 0.88)]
    color = np.array(colors[rng.integers(len(colors))]) + rng.normal(scale=0.05, size=3)
    lean = rng.uniform(-0.3, 0.3)
    y, x = plane.down, plane.across - lean * plane.down
    stem = plane.inside(np.maximum(np.abs(x) - 0.09, 0.6 - y))
    image = _paint(image, stem, rng.uniform((0.3, 0.5, 0.15), (0.45, 0.7, 0.3)))
    for side, light in ((-1, 0.8), (1, 0.85), (0, 1.0)):
        sideways = (x - 0.3 * side * (0.6 - 0.8 * y)) / 0.38
        petal = np.hypot(sideways, (y - 0.05 * abs(side)) / 0.95) + 0.35 * np.clip(-y, 0, 1) * np.abs(
            sideways
        )
        image = _paint(
            image, plane.inside(petal - 0.95), color, light * (0.85 + 0.15 * (1 - np.abs(sideways)))
        )
    return image


class _Ring(_Plane):
    """The plane of a smaller or turned ring of petals on the same flower."""

    def __init__(self, plane: _Plane, size: float, turn: float):
        self.blur = plane.blur / size
        self.radius, self.angle = plane.radius / size, plane.angle + turn


def _paint(image: np.ndarray, cover: np.ndarray, color: Color, light: np.ndarray | float = 1.0) -> np.ndarray:
    """The image with a colour, lighter or darker by place, laid over it where `cover` is 1."""
    return image * (1 - cover) + cover * np.asarray(color) * np.asarray(light)[..., None]


DRAWINGS = {
    "daisy": _daisy,
    "dandelion": _dandelion,
    "roses": _rose,
    "sunflowers": _sunflower,
    "tulips": _tulip,
}
