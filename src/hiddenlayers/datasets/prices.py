"""Daily prices of Apple shares from Yahoo Finance, or where they are not to be had Google's from matplotlib.

Yahoo's prices can't be proven by a checksum: every dividend and split changes the adjusted prices of the past. So a
download is kept in `aapl/AAPL.csv` with its date in the first line.
"""

import logging
import os
import tempfile
import threading
import warnings
from concurrent.futures import Future
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from hiddenlayers import session
from hiddenlayers.datasets import store
from hiddenlayers.datasets.manifest import select
from hiddenlayers.session import say

TICKER, FIRST, LAST = "AAPL", date(2015, 1, 1), date(2022, 4, 21)
COLUMNS = ["Open", "High", "Low", "Close", "Adj Close", "Volume"]
PATIENCE = 8.0  # seconds for all of Yahoo's answers together

_given_up: list[str] = []  # why Yahoo is not asked again in this process


class NoPrices(Exception):  # noqa: N818  (a reason rather than an error)
    """There are no prices; the text is the reason in the learner's language, to stand inside a sentence."""


def load_data() -> tuple[str, pd.DataFrame]:
    """Daily prices of a share, the oldest first; prints which share it is and where the prices came from.

    The search: the file AAPL.csv where `store` looks for files, Yahoo Finance, which is asked once in a process and
    has 8 s to answer, and last the offline sample, which grading always takes.

    Returns:
        `(ticker, prices)`: "AAPL" from 2015-01-02 to 2022-04-21, 1,839 trading days, or in the offline sample
        "GOOG" from 2004-08-19 to 2008-10-14, 1,047 days. The table has the columns Open, High, Low, Close and
        Adj Close (US dollars, float64) and Volume (shares traded, int64), and an index Date.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = None if session.grading() else _kept() or _downloaded()
    ticker = TICKER if found else "GOOG"
    prices, used = found or (offline_sample(), "the offline sample (matplotlib's)")
    first, last = prices.index[[0, -1]].strftime("%Y-%m-%d")
    print(f"{ticker}: {len(prices):,} trading days, {first} to {last}, from {used}")
    return ticker, prices


def offline_sample() -> pd.DataFrame:
    """The GOOG prices of 1,047 trading days that ship with matplotlib, as a table like that of `load_data`."""
    from matplotlib import cbook

    rows = cbook.get_sample_data("goog.npz")["price_data"]
    table = pd.DataFrame({name: rows[name.lower().replace(" ", "_")] for name in COLUMNS})
    return table.set_index(pd.DatetimeIndex(rows["date"], name="Date"))


def parse(response: pd.DataFrame) -> pd.DataFrame:
    """The prices of one share as `yfinance.download` returns them, as a table like that of `load_data`.

    Args:
        response: one column for each of `COLUMNS` in any order, under its own name or, as yfinance 1.x has it, under
            the name and the ticker in a MultiIndex; an index of days, with or without time zone.

    Raises:
        NoPrices: a column is missing, or there is no day from `FIRST` to `LAST`, both included.
    """
    table = response.copy()
    if isinstance(table.columns, pd.MultiIndex):
        level = next(i for i in range(table.columns.nlevels) if "Close" in table.columns.get_level_values(i))
        table.columns = table.columns.get_level_values(level)
    if missing := [name for name in COLUMNS if name not in table.columns]:
        raise NoPrices(say(f"no column {', '.join(missing)}", f"{', '.join(missing)} 열이 없음"))
    table.index = pd.DatetimeIndex(table.index, name="Date").tz_localize(None).normalize()
    table = table[COLUMNS].rename_axis(columns=None).dropna().sort_index().loc[str(FIRST) : str(LAST)]
    if table.empty:
        raise NoPrices(say("no prices of these days", "해당 기간의 주가가 없음"))
    return table.astype({name: "int64" if name == "Volume" else "float64" for name in COLUMNS})


def _kept() -> tuple[pd.DataFrame, str] | None:
    """The table of the first AAPL.csv on this machine and what it is called; tells why if the file is unusable."""
    (data_set,) = select(["aapl"])
    copy = store.find_good(data_set, "prices")
    if not copy:
        return None
    try:
        table, downloaded = _read(copy.path)
    except (OSError, ValueError, NoPrices) as error:
        why = str(error).splitlines()[0]
        store.tell(
            say(
                f"{copy.label} is not used: {why}. Delete it, and restart the kernel.",
                f"{copy.label} 파일을 쓰지 않습니다: {why}. 파일을 지우고 커널을 다시 시작하십시오.",
            )
        )
        return None
    return table, f"{copy.label}{f' (downloaded {downloaded})' if downloaded else ''}"


def _read(path: Path) -> tuple[pd.DataFrame, str]:
    """The table in a CSV file, one line of names or yfinance's three, and the date in its first line or ""."""
    with path.open(encoding="utf-8") as file:
        first = file.readline()
        downloaded = first.rpartition("downloaded")[2].strip() if first.startswith("#") else ""
        names = file.readline() if downloaded else first
    header = [0, 1] if names.startswith("Price,") else 0
    table = pd.read_csv(path, comment="#", header=header, index_col=0, parse_dates=[0])
    return parse(table), downloaded


def _downloaded() -> tuple[pd.DataFrame, str] | None:
    """Yahoo's table and what it is called, kept for the next time; tells why once if there is none."""
    today = date.today().isoformat()
    try:
        if _given_up:
            raise NoPrices(_given_up[0])
        table = parse(_answer_of_yahoo())
    except NoPrices as error:
        _given_up[:] = [str(error)]
        store.tell(
            say(
                f"{TICKER} prices are not here and cannot be downloaded ({error}), so Google's, which ship with "
                "matplotlib, stand in for them. To try again, restart the kernel.",
                f"{TICKER} 주가가 없고 내려받을 수도 없어({error}) matplotlib에 들어 있는 구글 주가를 대신 씁니다. "
                "다시 시도하려면 커널을 다시 시작하십시오.",
            )
        )
        return None
    for place in store.own_places():
        try:
            _write(table, place.folder / "aapl" / "AAPL.csv", f"# Yahoo Finance, downloaded {today}\n")
            break
        except OSError:
            continue  # nothing is lost but the time of another download
    return table, f"Yahoo Finance (downloaded {today})"


def _write(table: pd.DataFrame, path: Path, first_line: str) -> None:
    """Write a table so that no one ever meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", delete=False) as file:
        file.write(first_line + table.to_csv())
    os.replace(file.name, path)


def _answer_of_yahoo() -> pd.DataFrame:
    """What `yfinance.download` returns for the days that are wanted.

    Raises:
        NoPrices: no answer within `PATIENCE`, no network, a rate limit, an error of yfinance's own.
    """
    import yfinance

    answer: Future[pd.DataFrame] = Future()
    # In a thread of its own: yfinance sends several requests, and its timeout holds for each.
    threading.Thread(target=_ask_yahoo, args=(yfinance.download, answer), daemon=True).start()
    try:
        return answer.result(PATIENCE)
    except TimeoutError:
        raise NoPrices(say("no answer from Yahoo Finance", "Yahoo Finance에서 응답이 없음")) from None


def _ask_yahoo(download, answer: Future) -> None:
    """Download into `answer`; yfinance logs its errors and returns an empty table."""
    messages: list[str] = []
    logger = logging.getLogger("yfinance")

    def keep(record: logging.LogRecord) -> bool:
        if record.levelno >= logging.ERROR:
            messages.append(record.getMessage())
        return False

    logger.addFilter(keep)
    warnings.filterwarnings("ignore", module="yfinance")  # of its own use of pandas
    try:
        response = download(
            TICKER,
            start=str(FIRST),
            end=str(LAST + timedelta(days=1)),  # yfinance leaves the day `end` itself out
            auto_adjust=False,
            progress=False,
            threads=False,
            timeout=PATIENCE,
        )
    except Exception as error:
        messages.append(f"{type(error).__name__}: {error}")
        response = None
    finally:
        logger.removeFilter(keep)
    if response is None or response.empty:
        answer.set_exception(NoPrices(_reason(" ".join(messages))))
    else:
        answer.set_result(response)


def _reason(messages: str) -> str:
    """Why there is no answer, from what yfinance logged."""
    if "RateLimit" in messages or "Too Many Requests" in messages:
        return say("Yahoo Finance takes no more requests for a while", "Yahoo Finance의 요청 제한에 걸림")
    return say("Yahoo Finance cannot be reached", "Yahoo Finance에 연결할 수 없음")
