import datetime
import logging
import os
import threading
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from hiddenlayers.datasets import prices, store

RESPONSE = Path(__file__).with_name(
    "yfinance_response.csv"
)  # as yfinance 1.x returns it; the numbers are made up
DAYS = ["2015-01-02", "2015-01-05", "2022-04-20", "2022-04-21"]


@pytest.fixture
def response():
    return pd.read_csv(RESPONSE, header=[0, 1], index_col=0, parse_dates=[0])


@pytest.fixture
def yahoo(course, monkeypatch):
    """A stand-in for `yfinance.download`: set `answer`, read `asked`."""
    import yfinance

    class Yahoo:
        asked = ()
        answer = staticmethod(lambda: pd.DataFrame())

    yahoo = Yahoo()

    def download(*args, **kwargs):
        yahoo.asked += ((args, kwargs),)
        return yahoo.answer()

    monkeypatch.setattr(yfinance, "download", download)
    monkeypatch.setattr(prices, "_given_up", [])
    return yahoo


def days(table):
    return table.index.strftime("%Y-%m-%d").tolist()


# --- parsing ---------------------------------------------------------------------------------------------------


def test_a_response_of_yfinance_becomes_a_plain_table(response):
    assert response.columns.nlevels == 2
    table = prices.parse(response)
    assert list(table.columns) == prices.COLUMNS
    assert table.columns.name is None
    assert table.index.name == "Date"
    assert table.loc["2015-01-05"].tolist() == [27.0, 27.0, 26.25, 26.5, 23.75, 257142000]
    assert [str(kind) for kind in table.dtypes] == 5 * ["float64"] + ["int64"]


def test_the_last_day_is_in_the_days_around_and_empty_rows_are_out(response):
    assert days(prices.parse(response)) == DAYS


def test_the_response_itself_stays_as_it_was(response):
    before = response.copy()
    prices.parse(response)
    pd.testing.assert_frame_equal(response, before)


@pytest.mark.parametrize("order", [("Ticker", "Price"), ("Price", "Ticker"), ("Price",)])
def test_the_ticker_may_be_either_level_of_the_columns_or_none(response, order):
    if len(order) == 1:
        response.columns = response.columns.droplevel("Ticker")
    else:
        response.columns = response.columns.reorder_levels(order)
    assert prices.parse(response)["Close"].tolist() == [27.25, 26.5, 167.25, 166.5]


def test_days_with_a_time_zone_keep_their_date(response):
    response.index = response.index.tz_localize("America/New_York")
    assert days(prices.parse(response)) == DAYS


def test_an_adjusted_response_without_adj_close_is_refused(response):
    with pytest.raises(prices.NoPrices, match="no column Adj Close"):
        prices.parse(response.drop(columns="Adj Close", level="Price"))


def test_a_response_of_other_days_is_refused(response):
    with pytest.raises(prices.NoPrices, match="no prices of these days"):
        prices.parse(response.loc[:"2014-12-31"])


# --- the way from Yahoo ----------------------------------------------------------------------------------------


def test_a_download_asks_for_the_day_after_the_last_and_is_kept_with_its_date(yahoo, response, capsys):
    yahoo.answer = lambda: response
    ticker, table = prices.load_data()
    ((args, kwargs),) = yahoo.asked
    assert (args, kwargs["start"], kwargs["end"]) == (("AAPL",), "2015-01-01", "2022-04-22")
    assert kwargs["auto_adjust"] is False
    assert (ticker, days(table)) == ("AAPL", DAYS)
    today = datetime.date.today().isoformat()
    assert capsys.readouterr().out == (
        f"AAPL: 4 trading days, 2015-01-02 to 2022-04-21, from Yahoo Finance (downloaded {today})\n"
    )
    assert (
        Path("data/aapl/AAPL.csv").read_text().startswith(f"# Yahoo Finance, downloaded {today}\nDate,Open,")
    )
    assert os.listdir("data/aapl") == ["AAPL.csv"]

    _, again = prices.load_data()
    assert len(yahoo.asked) == 1
    pd.testing.assert_frame_equal(again, table, check_index_type=False)
    assert f"from data/aapl/AAPL.csv (downloaded {today})" in capsys.readouterr().out


def test_a_file_as_pandas_writes_yfinances_answer_is_read(yahoo, put, capsys):
    put(Path("data/aapl/AAPL.csv"), RESPONSE.read_bytes())
    ticker, table = prices.load_data()
    assert (ticker, days(table), yahoo.asked) == ("AAPL", DAYS, ())
    assert capsys.readouterr().out.endswith("from data/aapl/AAPL.csv\n")


def test_where_nothing_can_be_written_the_download_is_used_all_the_same(yahoo, response):
    yahoo.answer = lambda: response
    for place in store.own_places():
        place.folder.parent.mkdir(parents=True, exist_ok=True)
        place.folder.touch()
    assert prices.load_data()[0] == "AAPL"


def refuse(message):
    """An answer as yfinance gives it when Yahoo refuses: a logged error and an empty table."""

    def answer():
        logging.getLogger("yfinance").error("\n1 Failed download:")
        logging.getLogger("yfinance").error(f"['AAPL']: {message}")
        return pd.DataFrame()

    return answer


@pytest.mark.parametrize(
    ("message", "en", "ko"),
    [
        (
            "YFRateLimitError('Too Many Requests. Rate limited. Try after a while.')",
            "takes no more requests for a while",
            "요청 제한",
        ),
        (
            "DNSError('Could not resolve host: query2.finance.yahoo.com')",
            "cannot be reached",
            "연결할 수 없음",
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_refusal_is_answered_by_the_sample_and_one_line(
    yahoo, capfd, monkeypatch, message, en, ko, language
):
    monkeypatch.setenv("HIDDENLAYERS_LANG", language)
    yahoo.answer = refuse(message)
    for _ in range(2):
        ticker, table = prices.load_data()
        assert (ticker, len(table)) == ("GOOG", 1047)
    assert len(yahoo.asked) == 1
    output = capfd.readouterr()
    assert output.err == ""
    why, first, second = output.out.splitlines()
    assert {"en": en, "ko": ko}[language] in why
    assert first == second
    assert first.startswith("GOOG: 1,047 trading days, 2004-08-19 to 2008-10-14")


def test_an_error_that_yfinance_lets_through_is_answered_alike(yahoo, capsys):
    def fail():
        raise ConnectionResetError("reset by peer")

    yahoo.answer = fail
    assert prices.load_data()[0] == "GOOG"
    assert "Yahoo Finance cannot be reached" in capsys.readouterr().out


def test_silence_is_not_waited_for(yahoo, response, capsys, monkeypatch):
    released = threading.Event()

    def hang():
        released.wait(30)
        return response

    yahoo.answer = hang
    monkeypatch.setattr(prices, "PATIENCE", 0.2)
    assert prices.load_data()[0] == "GOOG"
    released.set()
    assert "no answer from Yahoo Finance" in capsys.readouterr().out


def test_yfinances_own_log_speaks_again_afterwards(yahoo, caplog):
    yahoo.answer = refuse("DNSError")
    logger = logging.getLogger("yfinance")
    prices.load_data()
    with caplog.at_level(logging.ERROR, "yfinance"):
        logger.error("a word of its own")
    assert "a word of its own" in caplog.messages


@pytest.mark.parametrize("content", [b"", b"<html>Please log in</html>", b"Date,Close\n2015-01-02,27.3\n"])
def test_a_file_that_holds_no_prices_is_named_and_passed_over(yahoo, response, put, capsys, content):
    put(Path("data/aapl/AAPL.csv"), content)
    yahoo.answer = lambda: response
    assert prices.load_data()[0] == "AAPL"
    assert capsys.readouterr().out.startswith("data/aapl/AAPL.csv is not used: ")
    assert len(yahoo.asked) == 1


def test_while_grading_the_sample_is_used_at_once(yahoo, put, capsys, monkeypatch):
    put(Path("data/aapl/AAPL.csv"), RESPONSE.read_bytes())
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert prices.load_data()[0] == "GOOG"
    assert yahoo.asked == ()
    assert len(capsys.readouterr().out.splitlines()) == 1


# --- the data themselves ---------------------------------------------------------------------------------------


def test_the_sample_is_a_table_like_the_other(response):
    sample = prices.offline_sample()
    parsed = prices.parse(response)
    assert list(sample.columns) == list(parsed.columns)
    assert sample.dtypes.tolist() == parsed.dtypes.tolist()
    assert sample.index.name == "Date"
    assert sample.index.is_monotonic_increasing
    assert not sample.isna().any(axis=None)
    assert np.all((sample["Low"] <= sample["Close"]) & (sample["Close"] <= sample["High"]))


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
def test_real_apple_prices_cover_the_days_of_the_course(monkeypatch, capsys):
    for profile in ("HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(profile, raising=False)
    ticker, table = prices.load_data()
    assert (ticker, len(table)) == ("AAPL", 1839)
    assert (days(table)[0], days(table)[-1]) == ("2015-01-02", "2022-04-21")
    assert table["Close"].iloc[-100:].max() > 1.1 * table["Close"].iloc[:-100].max()
    assert np.all(table["Adj Close"] <= table["Close"])
    assert capsys.readouterr().out.endswith("from $HIDDENLAYERS_DATA/aapl/AAPL.csv\n")


@pytest.mark.filterwarnings("ignore:The inplace keyword")  # yfinance's own use of pandas
def test_the_installed_yfinance_makes_a_response_of_this_shape(course, response, monkeypatch):
    """Through yfinance itself, with what Yahoo's chart service sends put in the place of the network."""
    import yfinance

    recorded = response.dropna()
    day_seconds = [int(day.timestamp()) + 14 * 3600 + 1800 for day in recorded.index]  # 9:30 in New York
    fields = {"open": "Open", "high": "High", "low": "Low", "close": "Close", "volume": "Volume"}
    meta = {
        "currency": "USD",
        "symbol": "AAPL",
        "instrumentType": "EQUITY",
        "exchangeTimezoneName": "America/New_York",
        "gmtoffset": -18000,
        "priceHint": 2,
        "regularMarketTime": day_seconds[-1],
        "validRanges": ["1mo", "max"],
    }
    result = {
        "meta": meta,
        "timestamp": day_seconds,
        "indicators": {
            "quote": [{key: recorded[name, "AAPL"].tolist() for key, name in fields.items()}],
            "adjclose": [{"adjclose": recorded["Adj Close", "AAPL"].tolist()}],
        },
    }

    class Sent:
        status_code, text = 200, ""

        def json(self):
            return {"chart": {"result": [result], "error": None}}

    for method in ("get", "cache_get"):
        monkeypatch.setattr(yfinance.data.YfData, method, lambda *args, **kwargs: Sent())
    downloaded = yfinance.download(
        "AAPL", start="2014-12-31", end="2022-04-23", auto_adjust=False, progress=False, threads=False
    )
    assert downloaded.columns.tolist() == response.columns.tolist()
    assert downloaded.columns.names == response.columns.names
    pd.testing.assert_frame_equal(prices.parse(downloaded), prices.parse(response), check_index_type=False)
