"""Search in Korean: words are looked up by pieces of two syllables, so that particles hide nothing.

회귀는 is indexed as 회귀, 귀는 and 회; a search for 회귀 finds it. Other words are indexed whole.
"""

import re
from collections.abc import Iterator

from sphinx.search import SearchLanguage

PIECES = re.compile(r"[가-힣]+|[^\W가-힣]+")


class SearchKorean(SearchLanguage):
    """Splits text alike while the index is made, in Python, and while somebody searches, in the browser."""

    lang = "ko"
    language_name = "Korean"
    js_splitter_code = """
var splitQuery = (query) =>
  (query.match(/[가-힣]+|(?:(?![가-힣])[\\p{L}\\p{N}_])+/gu) || []).flatMap((run) =>
    /^[가-힣]{2,}$/.test(run)
      ? Array.from({ length: run.length - 1 }, (_, start) => run.slice(start, start + 2))
      : [run]
  );
"""

    def split(self, input: str) -> list[str]:
        return [piece for run in PIECES.findall(input) for piece in _pieces(run)]


def _pieces(run: str) -> Iterator[str]:
    """Of a run of Korean syllables all pairs and the first one; any other run as it is."""
    if "가" <= run[0] <= "힣":
        yield run[0]
        yield from (run[start : start + 2] for start in range(len(run) - 1))
    else:
        yield run
