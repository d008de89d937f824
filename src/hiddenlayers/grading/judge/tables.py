"""How pandas' Series, DataFrame and Index cross the border. pandas is loaded where this is imported."""

import re
from typing import Any

import numpy as np
import pandas as pd

from hiddenlayers.grading.judge.wire import MAX_RAW, Decoder, Encoder, WireError, is_key

INDEXES = (pd.Index, pd.RangeIndex, pd.DatetimeIndex, pd.TimedeltaIndex, pd.CategoricalIndex, pd.MultiIndex)
MASKED = {
    dtype.name: dtype
    for dtype in (
        *(pd.Int8Dtype(), pd.Int16Dtype(), pd.Int32Dtype(), pd.Int64Dtype()),
        *(pd.UInt8Dtype(), pd.UInt16Dtype(), pd.UInt32Dtype(), pd.UInt64Dtype()),
        *(pd.Float32Dtype(), pd.Float64Dtype(), pd.BooleanDtype()),
    )
}
UNITS = ("s", "ms", "us", "ns")
ZONE = re.compile(
    r"UTC[+-]\d\d:\d\d|[A-Z][\w+-]{1,30}(?:/[A-Z][\w+-]{1,30}){0,2}", re.ASCII
)  # never a file's path


def encode(encoder: Encoder, value: Any, level: int) -> list | None:
    """The node of a table, its index or one of pandas' scalars; None for anything else."""
    kind = type(value)
    if value is pd.NA or value is pd.NaT:
        return ["pandas", "missing", "NA" if value is pd.NA else "NaT"]
    if kind is pd.Timestamp:
        zone = None if value.tz is None else str(value.tz)
        return ["pandas", "timestamp", value.asm8.view("i8").item(), value.unit, zone]
    if kind is pd.Series:
        index = encode(encoder, value.index, level + 1)
        values = _encode_values(encoder, value, level + 1)
        name = _name(encoder, value.name, level)
        return ["pandas", "series", index, values, name] if index and values else None
    if kind is pd.DataFrame:
        index, columns = (encode(encoder, axis, level + 1) for axis in (value.index, value.columns))
        values = [_encode_values(encoder, value.iloc[:, i], level + 1) for i in range(value.shape[1])]
        return ["pandas", "frame", index, columns, *values] if index and columns and all(values) else None
    if kind in INDEXES:
        return _encode_index(encoder, value, level)
    return None


def decode(decoder: Decoder, parts: list, level: int) -> Any:
    """The reverse of `encode`, for the node's parts after its tag."""
    kind, *parts = parts
    return KINDS[kind](decoder, parts, level)


def _encode_index(encoder: Encoder, index: pd.Index, level: int) -> list | None:
    if type(index) is pd.MultiIndex:
        parts = [encode(encoder, index.get_level_values(i), level + 1) for i in range(index.nlevels)]
        return ["pandas", "multi", *parts] if all(parts) else None
    name = _name(encoder, index.name, level)
    if type(index) is pd.RangeIndex:
        return ["pandas", "range", index.start, index.stop, index.step, name]
    values = _encode_values(encoder, index, level + 1)
    return ["pandas", "index", values, name] if values else None


def _name(encoder: Encoder, name: Any, level: int) -> Any:
    return encoder.node(name if is_key(name) else None, level + 1)


def _encode_values(encoder: Encoder, values: pd.Series | pd.Index, level: int) -> list | None:
    """The node of a column; None for a dtype that does not cross."""
    dtype = values.dtype
    if isinstance(dtype, np.dtype):
        return ["numpy", encoder.node(values.to_numpy(), level + 1)]
    if type(dtype) is pd.StringDtype:
        missing = values.isna().to_numpy() if isinstance(values, pd.Series) else values.isna()
        items = [None if gone else item for item, gone in zip(values, missing, strict=True)]
        return ["text", dtype.storage, dtype.na_value is pd.NA, encoder.node(items, level + 1)]
    if type(dtype) is pd.CategoricalDtype:
        codes = values.cat.codes if isinstance(values, pd.Series) else pd.Series(values.codes)
        parts = encode(encoder, dtype.categories, level + 1), encoder.node(codes.to_numpy(), level + 1)
        return ["categories", *parts, bool(dtype.ordered)] if all(parts) else None
    if dtype.name in MASKED:
        data = values.to_numpy(dtype.numpy_dtype, na_value=dtype.numpy_dtype.type(0))
        parts = (encoder.node(part, level + 1) for part in (data, np.asarray(values.isna())))
        return ["masked", dtype.name, *parts]
    if type(dtype) is pd.DatetimeTZDtype:
        utc = values.dt.tz_convert(None) if isinstance(values, pd.Series) else values.tz_convert(None)
        return ["zone", str(dtype.tz), encoder.node(utc.to_numpy(), level + 1)]
    return None


def _values(decoder: Decoder, node: Any, level: int) -> pd.Series:
    """A column, as a Series with an index of numbers."""
    kind, *parts = node
    if kind == "numpy":
        (array,) = parts
        values = decoder.array_of(array, "biufcmMO", level)
        if values.ndim != 1:
            raise WireError("no column")
        return pd.Series(values, dtype=values.dtype)
    if kind == "text":
        storage, nullable, items = parts
        texts = decoder.value(items, level)
        if type(texts) is not list or not all(item is None or type(item) is str for item in texts):
            raise WireError("no column of text")
        missing = {} if nullable is True else {"na_value": np.nan}  # which pandas before 2.3 does not know
        return pd.Series(texts, dtype=pd.StringDtype(storage, **missing))
    if kind == "categories":
        categories, codes, ordered = parts
        names = _index_of(decoder, categories, level)
        found = pd.Categorical.from_codes(decoder.array_of(codes, "i", level), names, ordered=ordered is True)
        return pd.Series(found)
    if kind == "masked":
        name, data, mask = parts
        numbers = decoder.array_of(data, MASKED[name].numpy_dtype.kind, level)
        found = pd.Series(numbers, dtype=MASKED[name])
        return found.mask(decoder.array_of(mask, "b", level))
    if kind == "zone":
        zone, times = parts
        return pd.Series(decoder.array_of(times, "M", level)).dt.tz_localize("UTC").dt.tz_convert(_zone(zone))
    raise WireError("no column")


def _index_of(decoder: Decoder, node: Any, level: int) -> pd.Index:
    index = decoder.value(node, level)
    if type(index) not in INDEXES:
        raise WireError("no index")
    return index


def _checked_name(decoder: Decoder, node: Any, level: int) -> Any:
    name = decoder.value(node, level)
    if not is_key(name):
        raise WireError("no name")
    return name


def _series(decoder: Decoder, parts: list, level: int) -> pd.Series:
    index, values, name = parts
    labels = _index_of(decoder, index, level)
    series = _values(decoder, values, level)
    series.index = labels
    series.name = _checked_name(decoder, name, level)
    return series


def _frame(decoder: Decoder, parts: list, level: int) -> pd.DataFrame:
    rows, names = (_index_of(decoder, part, level) for part in parts[:2])
    columns = [_values(decoder, part, level) for part in parts[2:]]
    if len(columns) != len(names) or not all(len(column) == len(rows) for column in columns):
        raise WireError("no table")
    frame = pd.DataFrame(dict(enumerate(columns))) if columns else pd.DataFrame(index=rows)
    frame.index, frame.columns = rows, names
    return frame


def _index(decoder: Decoder, parts: list, level: int) -> pd.Index:
    values, name = parts
    column = _values(decoder, values, level)
    return pd.Index(column, dtype=column.dtype, name=_checked_name(decoder, name, level))


def _range(decoder: Decoder, parts: list, level: int) -> pd.RangeIndex:
    start, stop, step, name = parts
    if (
        not all(type(number) is int for number in (start, stop, step))
        or len(range(start, stop, step)) > MAX_RAW
    ):
        raise WireError("no range")
    return pd.RangeIndex(start, stop, step, name=_checked_name(decoder, name, level))


def _multi(decoder: Decoder, parts: list, level: int) -> pd.MultiIndex:
    levels = [_index_of(decoder, part, level) for part in parts]
    return pd.MultiIndex.from_arrays(levels, names=[index.name for index in levels])


def _timestamp(decoder: Decoder, parts: list, level: int) -> pd.Timestamp:
    number, unit, zone = parts
    if type(number) is not int or unit not in UNITS:
        raise WireError("no timestamp")
    stamp = pd.Timestamp(np.datetime64(number, unit))
    return stamp if zone is None else stamp.tz_localize("UTC").tz_convert(_zone(zone))


def _zone(name: Any) -> str:
    if type(name) is not str or not ZONE.fullmatch(name):
        raise WireError("no time zone")
    return name


KINDS = {
    "missing": lambda decoder, parts, level: {"NA": pd.NA, "NaT": pd.NaT}[parts[0]],
    "timestamp": _timestamp,
    "series": _series,
    "frame": _frame,
    "index": _index,
    "range": _range,
    "multi": _multi,
}
