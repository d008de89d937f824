"""Plain data as bytes and back: all that crosses between the learner's process and the judge's.

A message is a list of values. Its structure is JSON, where None, bool, int, finite float and str stand for
themselves and anything else is a list that begins with a tag. The bytes of arrays follow beside it, in the order
in which the structure names them, each as long as shape and dtype say. Nothing is ever unpickled or evaluated:
whatever bytes arrive, decoding gives plain data or one WireError.

Only exact types cross as what they are. An object of any other type crosses as its type's name.
"""

import json
import math
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from hiddenlayers.check import Elsewhere

MAX_STRUCTURE = 4 << 20  # bytes of JSON
MAX_RAW = 512 << 20  # bytes of arrays
MAX_LEVELS = 60
MAX_NODES = 500_000
MAX_KEYS = (
    20_000  # of one dict or set, or fewer in each of several: keys made to collide cost their number squared
)
MAX_INT_BITS = 16_384
MAX_NAME = 80
ALIGNMENT = 16  # arrays begin at a multiple of this, so that NumPy may use them where they lie

KEY_TYPES = frozenset({type(None), bool, int, float, complex, str, bytes})
SCALAR_TYPES = frozenset(np.sctypeDict.values()) - {np.void, np.object_}
DTYPE = re.compile(
    r"[<>|](?:b1|[iu][1248]|f(?:2|4|8|16)|c(?:8|16|32)|[US][1-9]\d{0,5}"
    r"|[mM]8(?:\[\d{0,4}(?:Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?)"
)


class WireError(Exception):
    """Bytes that are no message, or the loss of the other side. No subclass of what a task may ask for."""


class RefusedError(Exception):
    """A value that does not cross: `code` is "deep", "large" or "type", `detail` the type that is meant."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(code, detail)
        self.code, self.detail = code, detail


@dataclass
class Message:
    """An encoded message: JSON, and the arrays' bytes in the order of the structure."""

    structure: bytes
    raw: list[memoryview] = field(default_factory=list)

    @property
    def raw_size(self) -> int:
        return sum(map(len, self.raw))


def encode(values: list, refer: Callable[[Any], Any] | None = None, *, strict: bool = False) -> Message:
    """Values as a message.

    Args:
        values: what to send; arrays are not copied, so send the message before they change.
        refer: turns an object that does not cross itself (a model) into plain data that says which one it is;
            None for an object that it does not know.
        strict: refuse objects of other types instead of sending their type's name.

    Raises:
        RefusedError: too deep, too large, or with `strict` of a type that does not cross.
    """
    encoder = Encoder(refer, strict)
    return encoder.message([encoder.node(value) for value in values])


def decode(structure: bytes, raw: bytearray, resolve: Callable[[Any], Any] | None = None) -> list:
    """The values of a message; arrays are views of `raw`. The reverse of `encode`.

    Raises:
        WireError: for anything that `encode` would not have written.
    """
    decoder = Decoder(structure, raw, resolve)
    values = [decoder.next() for _ in decoder.nodes]
    decoder.finish()
    return values


def type_name(value: Any) -> str:
    """The name of a value's type, short enough to show, whatever the type says of itself."""
    name = type.__dict__["__name__"].__get__(type(value))
    return "".join(letter if letter.isprintable() else "?" for letter in name[:MAX_NAME])


class Encoder:
    """Turns values into the nodes of one message's structure, and collects the arrays' bytes."""

    def __init__(self, refer: Callable[[Any], Any] | None = None, strict: bool = False):
        self.raw: list[memoryview] = []
        self._refer = refer
        self._strict = strict
        self._nodes = self._letters = self._raw_size = self._collisions = 0

    def message(self, nodes: list) -> Message:
        structure = json.dumps(nodes, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        if len(structure) > MAX_STRUCTURE:
            raise RefusedError("large")
        return Message(structure, self.raw)

    def node(self, value: Any, level: int = 0) -> Any:
        """The node of one value, `level` levels down."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise RefusedError("large")
        if level > MAX_LEVELS:
            raise RefusedError("deep")
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            self._count_letters(len(value))
            return value
        if kind is int:
            return self._int(value)
        if kind is float:
            return value if math.isfinite(value) else ["float", repr(value)]
        if kind is np.ndarray:
            return self.array(value, level)
        if kind in SCALAR_TYPES:
            return self._scalar(value)
        if kind is list or kind is tuple:
            return [kind.__name__, *(self.node(item, level + 1) for item in value)]
        if kind in (dict, set, frozenset):
            self._collisions += len(value) ** 2
            if self._collisions > MAX_KEYS**2:
                raise RefusedError("large")
        if kind is dict:
            if not all(map(is_key, value)):
                raise RefusedError("type", "dict")
            return ["dict", *(self.node(part, level + 1) for item in value.items() for part in item)]
        if kind is set or kind is frozenset:
            if not all(map(is_key, value)):
                raise RefusedError("type", "set")
            # Sorted, so that equal sets give equal messages
            return [kind.__name__, *(self.node(item, level + 1) for item in sorted(value, key=repr))]
        if kind is bytes:
            self.add_raw(np.frombuffer(value, np.uint8))
            return ["bytes", len(value)]
        if kind is complex:
            return ["complex", *(self.node(part, level + 1) for part in (value.real, value.imag))]
        if self._refer is not None and (reference := self._refer(value)) is not None:
            return ["reference", self.node(reference, level + 1)]
        return self._from_library(value, level) or self.odd(value)

    def array(self, value: np.ndarray, level: int) -> Any:
        """The node of an array: its bytes beside the structure, or its items one by one for dtype object."""
        if value.dtype == object:
            if value.size > MAX_NODES:
                raise RefusedError("large")
            return [
                "objects",
                list(value.shape),
                *(self.node(item, level + 1) for item in value.ravel().tolist()),
            ]
        if not DTYPE.fullmatch(value.dtype.str):
            return self.odd(value, f"ndarray of dtype {value.dtype}")
        if value.nbytes > MAX_RAW:  # before a broadcast array is laid out in memory
            raise RefusedError("large")
        self.add_raw(np.ascontiguousarray(value).reshape(-1).view(np.uint8))
        return ["array", value.dtype.str, list(value.shape)]

    def add_raw(self, data: np.ndarray) -> None:
        """Append bytes, filled up to ALIGNMENT."""
        padding = -data.size % ALIGNMENT
        self._raw_size += data.size + padding
        if self._raw_size > MAX_RAW:
            raise RefusedError("large")
        if data.size:
            self.raw.append(memoryview(data))
        if padding:
            self.raw.append(memoryview(bytes(padding)))

    def odd(self, value: Any, name: str = "") -> list:
        """The node of an object that does not cross."""
        if self._strict:
            raise RefusedError("type", name or type_name(value))
        return ["odd", name[:MAX_NAME] or type_name(value)]

    def _int(self, value: int) -> Any:
        if -(2**63) <= value < 2**63:
            return value
        if value.bit_length() > MAX_INT_BITS:
            raise RefusedError("large")
        return ["int", hex(value)]

    def _scalar(self, value: np.generic) -> list:
        array = np.asarray(value)
        if not array.dtype.itemsize:  # an empty string
            array = array.astype(f"{array.dtype.kind}1")
        if not DTYPE.fullmatch(array.dtype.str):
            return self.odd(value)
        self._count_letters(2 * array.nbytes)
        return ["scalar", array.dtype.str, array.tobytes().hex()]

    def _count_letters(self, number: int) -> None:
        self._letters += number
        if self._letters > MAX_STRUCTURE:
            raise RefusedError("large")

    def _from_library(self, value: Any, level: int) -> list | None:
        """The node of a value of pandas, TensorFlow or Keras. What is not imported can't be here."""
        if "pandas" in sys.modules:
            from hiddenlayers.grading.judge import tables

            if node := tables.encode(self, value, level):
                return node
        if "keras" in sys.modules:
            from hiddenlayers.grading.judge import tensors

            return tensors.encode(self, value, level)
        return None


class Decoder:
    """Reads the values of one message, in order."""

    def __init__(
        self,
        structure: bytes,
        raw: bytearray,
        resolve: Callable[[Any], Any] | None = None,
        *,
        copy: bool = False,
    ):
        """Begin with the first value.

        Args:
            structure: the message's JSON.
            raw: the arrays' bytes.
            resolve: the reverse of `encode`'s `refer`; without it no references are accepted.
            copy: give each array memory of its own.

        Raises:
            WireError: where the structure is no JSON list.
        """
        with clean_errors():
            if len(structure) > MAX_STRUCTURE:
                raise WireError("the structure is too large")
            self.nodes = json.loads(structure.decode("utf-8", "surrogatepass"), parse_constant=_no_constant)
            if type(self.nodes) is not list:
                raise WireError("the structure is no list")
        self.offset = 0
        self._raw = memoryview(raw)
        self._resolve = resolve
        self._copy = copy
        self._position = self._count = self._collisions = 0

    def next(self) -> Any:
        """The next value.

        Raises:
            WireError: where it is malformed, or there is none.
        """
        with clean_errors():
            node = self.nodes[self._position]
            self._position += 1
            return self.value(node)

    def finish(self) -> None:
        """Require that nothing is left over."""
        if self._position != len(self.nodes) or self.offset != len(self._raw):
            raise WireError("the message is longer than its values")

    def value(self, node: Any, level: int = 0) -> Any:
        """The value of a node. Raises anything at all where it is malformed: call it inside `clean_errors`."""
        self._count += 1
        if level > MAX_LEVELS or self._count > MAX_NODES:
            raise WireError("too deep or too many values")
        kind = type(node)
        if node is None or kind in (bool, int, str):
            return node
        if kind is float:
            if not math.isfinite(node):
                raise WireError("a number that is not finite")
            return node
        tag, *parts = node
        return KINDS[tag](self, parts, level + 1)

    def array(self, parts: list, level: int) -> np.ndarray:
        code, lengths = parts
        dtype, shape = _dtype(code), _shape(lengths)
        size = math.prod(shape) * dtype.itemsize
        if math.prod(max(length, 1) for length in shape) * dtype.itemsize > MAX_RAW:
            raise WireError("an array is too large")
        array = np.frombuffer(self._take(size), dtype).reshape(shape)
        _check_content(array)
        return array.copy() if self._copy else array

    def objects(self, parts: list, level: int) -> np.ndarray:
        shape, items = _shape(parts[0]), parts[1:]
        if math.prod(shape) != len(items):
            raise WireError("an array of objects does not have as many items as its shape says")
        if math.prod(max(length, 1) for length in shape) > MAX_RAW:
            raise WireError("an array is too large")
        array = np.empty(len(items), dtype=object)
        for index, item in enumerate(items):
            array[index] = self.value(item, level)
        return array.reshape(shape)

    def array_of(self, node: Any, kinds: str, level: int) -> np.ndarray:
        """The value of a node that has to be an array of one of these kinds of dtype."""
        array = self.value(node, level)
        if type(array) is not np.ndarray or array.dtype.kind not in kinds:
            raise WireError(f"no array of kind {kinds}")
        return array

    def _take(self, size: int) -> memoryview:
        start, self.offset = self.offset, self.offset + size + -size % ALIGNMENT
        if self.offset > len(self._raw):
            raise WireError("an array is longer than its bytes")
        return self._raw[start : start + size]

    def _count_keys(self, number: int) -> None:
        self._collisions += number**2
        if self._collisions > MAX_KEYS**2:
            raise WireError("too many keys")

    def _items(self, parts: list, level: int) -> Iterator[Any]:
        return (self.value(part, level) for part in parts)

    def _set(self, parts: list, level: int) -> set:
        self._count_keys(len(parts))
        found = {_checked_key(item) for item in self._items(parts, level)}
        if len(found) != len(parts):
            raise WireError("the same item twice in a set")
        return found

    def _dict(self, parts: list, level: int) -> dict:
        self._count_keys(len(parts) // 2)
        items = self._items(parts, level)
        found = {_checked_key(key): value for key, value in zip(items, items, strict=True)}
        if 2 * len(found) != len(parts):
            raise WireError("the same key twice in a dict")
        return found

    def _int(self, parts: list, level: int) -> int:
        (digits,) = parts
        if len(digits) > MAX_INT_BITS // 4 + 4:
            raise WireError("a number is too long")
        return int(digits, 16)

    def _scalar(self, parts: list, level: int) -> np.generic:
        code, digits = parts
        (value,) = found = np.frombuffer(bytes.fromhex(digits), _dtype(code))
        _check_content(found)
        return value

    def _float(self, parts: list, level: int) -> float:
        (name,) = parts
        return {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[name]

    def _complex(self, parts: list, level: int) -> complex:
        real, imaginary = self._items(parts, level)
        if type(real) is not float or type(imaginary) is not float:
            raise WireError("no complex number")
        return complex(real, imaginary)

    def _bytes(self, parts: list, level: int) -> bytes:
        (size,) = _shape(parts)
        return bytes(self._take(size))

    def _odd(self, parts: list, level: int) -> Elsewhere:
        (name,) = parts
        if type(name) is not str or len(name) > MAX_NAME:
            raise WireError("no type's name")
        return Elsewhere(name)

    def _reference(self, parts: list, level: int) -> Any:
        (reference,) = self._items(parts, level)
        if self._resolve is None:
            raise WireError("a reference where none is known")
        return self._resolve(reference)

    def _from_pandas(self, parts: list, level: int) -> Any:
        if "pandas" not in sys.modules:  # nobody on the other side has this process import anything
            raise WireError("a table where there are none")
        from hiddenlayers.grading.judge import tables

        return tables.decode(self, parts, level)

    def _from_tensorflow(self, parts: list, level: int) -> Any:
        if "keras" not in sys.modules:
            raise WireError("a tensor where there are none")
        from hiddenlayers.grading.judge import tensors

        return tensors.decode(self, parts, level)


KINDS: dict[str, Callable[[Decoder, list, int], Any]] = {
    "array": Decoder.array,
    "objects": Decoder.objects,
    "scalar": Decoder._scalar,
    "list": lambda decoder, parts, level: list(decoder._items(parts, level)),
    "tuple": lambda decoder, parts, level: tuple(decoder._items(parts, level)),
    "dict": Decoder._dict,
    "set": Decoder._set,
    "frozenset": lambda decoder, parts, level: frozenset(decoder._set(parts, level)),
    "bytes": Decoder._bytes,
    "int": Decoder._int,
    "float": Decoder._float,
    "complex": Decoder._complex,
    "odd": Decoder._odd,
    "reference": Decoder._reference,
    "pandas": Decoder._from_pandas,
    "tensorflow": Decoder._from_tensorflow,
}


class clean_errors:  # noqa: N801 (used as a with statement)
    """Turns whatever malformed bytes raise in the libraries into a WireError."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type | None, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Exception) and not isinstance(error, WireError):
            raise WireError(f"malformed ({kind.__name__})") from None


def is_key(value: Any) -> bool:
    """Whether a value may be a key of a dict or an item of a set: a plain scalar or a tuple of these."""
    kind = type(value)
    return kind in KEY_TYPES or kind in SCALAR_TYPES or (kind is tuple and all(map(is_key, value)))


def _checked_key(value: Any) -> Any:
    if not is_key(value):
        raise WireError("no key")
    return value


def _dtype(code: Any) -> np.dtype:
    if type(code) is not str or not DTYPE.fullmatch(code):
        raise WireError("no dtype")
    return np.dtype(code)


def _shape(lengths: Any) -> tuple[int, ...]:
    if type(lengths) is not list or len(lengths) > 32:
        raise WireError("no shape")
    if not all(type(length) is int and 0 <= length <= MAX_RAW for length in lengths):
        raise WireError("no shape")
    return tuple(lengths)


def _check_content(array: np.ndarray) -> None:
    """Require bytes that are values of their dtype: NumPy takes them as they are."""
    if array.dtype.kind == "b" and array.size and array.view(np.uint8).max() > 1:
        raise WireError("no bool")
    if array.dtype.kind == "U" and array.size:
        letters = np.ascontiguousarray(array).reshape(-1).view(array.dtype.str[0] + "u4")
        if letters.max() > sys.maxunicode:
            raise WireError("no text")


def _no_constant(name: str) -> None:
    raise WireError(f"a bare {name}")
