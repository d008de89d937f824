"""The data sets of the course as `manifest.toml` lists them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hiddenlayers.errors import HiddenLayersError


@dataclass(frozen=True)
class DataFile:
    """One accepted file; manifest.toml explains the fields."""

    part: str
    name: str
    size: int = 0
    sha256: str = ""
    url: str = ""
    keras: str = ""
    made: str = ""
    exempt: str = ""


@dataclass(frozen=True)
class DataSet:
    """A data set: what it is, where from, and its accepted files."""

    name: str
    title: str
    what: str
    source: str
    licence: str
    used: str
    sample: str
    files: tuple[DataFile, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """What a complete copy consists of, in the manifest's order."""
        return tuple(dict.fromkeys(file.part for file in self.files))

    def variants(self, part: str) -> list[DataFile]:
        """The files accepted as `part`; the first is the one that is fetched."""
        return [file for file in self.files if file.part == part]


@cache
def manifest() -> dict[str, DataSet]:
    """All data sets of the course by name."""
    text = resources.files(__package__).joinpath("manifest.toml").read_text(encoding="utf-8")
    return {
        name: DataSet(name=name, **{**entry, "files": tuple(DataFile(**file) for file in entry["files"])})
        for name, entry in tomllib.loads(text).items()
    }


def select(names: list[str] | None = None) -> list[DataSet]:
    """The data sets called `names`, all of them without names.

    Raises HiddenLayersError for an unknown name.
    """
    known = manifest()
    for name in names or ():
        if name not in known:
            raise HiddenLayersError(f"No data set {name}: there are {', '.join(known)}.")
    return [known[name] for name in names or known]
