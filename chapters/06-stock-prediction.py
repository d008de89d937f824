# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] lang="en"
# # Predicting share prices, and judging the prediction honestly
#
# **100 minutes · 20 points**
#
# You will train a stack of LSTM layers to predict tomorrow's price of a share. Its picture will look convincing. Then you will compare it with the simplest forecast there is, "tomorrow = today", and learn why that is so hard to beat.
#
# After this chapter you can
#
# - load daily prices with yfinance, and say what its columns and dates mean,
# - cut a series into windows and targets, split it in time, and scale it without looking into the future,
# - stack LSTM layers so that their shapes fit,
# - turn predictions back into dollars, and judge them by RMSE and direction beside the persistence baseline,
# - test a forecast by walk-forward evaluation, and recognize claims that say nothing.
#
# **Before you start:** from chapter 01 regression, validation and early stopping; from chapter 05 windows, LSTM layers and extrapolation.

# %% [markdown] lang="ko"
# # 주가를 예측하고, 그 예측을 정직하게 평가하기
#
# **100분 · 20점**
#
# 이 장에서는 LSTM 층을 여러 개 쌓아 내일의 주가를 예측하도록 훈련합니다. 결과를 그래프로 그리면 그럴듯해 보입니다. 그다음에는 가장 단순한 예측인 "내일 값 = 오늘 값"과 비교하고, 이 예측을 이기기가 왜 그토록 어려운지 알아봅니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - yfinance로 일별 주가를 불러오고, 열과 날짜가 무엇을 뜻하는지 설명합니다.
# - 시계열을 윈도와 타깃으로 자르고, 시간순으로 나누고, 미래를 보지 않고 스케일링합니다.
# - 형상이 맞도록 LSTM 층을 쌓습니다.
# - 예측을 달러로 되돌리고, 지속성 기준선과 나란히 RMSE와 방향으로 평가합니다.
# - 전진 평가로 예측을 시험하고, 아무 의미 없는 주장을 알아봅니다.
#
# **미리 알아 둘 것:** 1장에서 배운 회귀, 검증, 조기 종료와 5장에서 배운 윈도, LSTM 층, 외삽입니다.

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %%
import json
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, STYLE
from hiddenlayers.pictures.time_series import draw_parts, draw_stack, draw_windows

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# - **What goes in?** The closing prices of the last ten trading days.
# - **What comes out?** One number, the closing price of the next trading day. This is *regression* on a *time series*, values in the order of time.
# - **Who knows the right answer?** The market, one day later. So every past day is an example with a known answer.
# - **When is it good?** When its typical error in dollars is smaller than that of the *persistence baseline*, which says that tomorrow's price will be today's. Whoever can't beat this forecast has learned nothing about tomorrow.
#
# We take the shares of Apple (ticker `AAPL`) from 2015 to April 2022. Where they are not to be had, Google's prices (`GOOG`, 2004 to 2008), which ship with matplotlib, stand in for them. The output says which you have; numbers in the text belong to Apple.
#
# > **Warning.** This chapter teaches how to judge forecasts. It is no trading advice, and its conclusion is no invitation to trade.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# - **무엇이 들어옵니까?** 최근 열 거래일의 종가(closing price)입니다.
# - **무엇이 나갑니까?** 다음 거래일의 종가, 곧 수 하나입니다. 시간 순서로 늘어선 값인 *시계열*(time series)에 대한 *회귀*(regression)입니다.
# - **정답은 누가 압니까?** 하루 뒤의 시장이 압니다. 그래서 지난날은 모두 정답이 있는 샘플이 됩니다.
# - **어떤 모델이 좋은 모델입니까?** 달러로 잰 오차가 *지속성 기준선*(persistence baseline)의 오차보다 대체로 작은 모델입니다. 지속성 기준선은 내일의 주가가 오늘과 같다고 말합니다. 이 예측을 이기지 못한다면 내일에 대해 아무것도 배우지 못한 것입니다.
#
# 데이터는 2015년부터 2022년 4월까지의 애플 주가(종목 기호 `AAPL`)입니다. 구할 수 없으면 matplotlib에 들어 있는 구글 주가(`GOOG`, 2004~2008년)를 대신 씁니다. 어느 쪽인지는 출력에 나옵니다. 본문의 수치는 애플 주가로 얻은 것입니다.
#
# > **경고.** 이 장에서는 예측을 평가하는 방법을 배웁니다. 투자 조언이 아니며, 결론도 투자를 권하는 것이 아닙니다.

# %%
ticker, prices = datasets.prices.load_data()
prices.tail(3).round(2)

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# ### What yfinance returns
#
# The loader asks Yahoo Finance through the library yfinance. Done by hand it looks like this:
#
# ```python
# import yfinance
#
# response = yfinance.download("AAPL", start="2015-01-01", end="2022-04-22", auto_adjust=False)
# ```
#
# Four things surprise people who follow older tutorials.
#
# - **`end` is exclusive.** To get April 21 you ask for April 22.
# - **The columns have two levels**, price and ticker, because several shares may be asked for at once. `response["Close"]` is therefore a table, not a column.
# - **Prices are adjusted by default.** With `auto_adjust=True`, yfinance 1.x's default, `Close` is what older versions called `Adj Close`, and that column is missing.
# - **Yahoo limits how often you may ask.** When it refuses, yfinance prints an error and returns an *empty* table. So fetch once, save the file, and read the file from then on. Our loader does that.
#
# The next cell gives our table the two levels of yfinance and takes them off again.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# ### yfinance가 돌려주는 것
#
# 데이터를 불러오는 함수는 yfinance 라이브러리로 야후 파이낸스에서 주가를 받습니다. 직접 받는다면 다음과 같습니다.
#
# ```python
# import yfinance
#
# response = yfinance.download("AAPL", start="2015-01-01", end="2022-04-22", auto_adjust=False)
# ```
#
# 예전 자료를 따라 하는 사람은 네 가지에서 당황합니다.
#
# - **`end` 날짜는 포함되지 않습니다.** 4월 21일까지 받으려면 4월 22일을 적어야 합니다.
# - **열 이름이 두 단계입니다.** 여러 종목을 한꺼번에 받을 수 있어서 가격의 종류와 종목으로 나뉩니다. 그래서 `response["Close"]`는 열 하나가 아니라 표입니다.
# - **기본값이 수정 주가입니다.** yfinance 1.x의 기본값인 `auto_adjust=True`에서는 `Close`가 예전의 `Adj Close`에 해당하고, `Adj Close` 열은 없습니다.
# - **야후는 요청 횟수를 제한합니다.** 거절당하면 yfinance는 오류 메시지를 출력하고 *빈* 표를 돌려줍니다. 그러니 한 번만 받아서 파일로 저장하고 그다음부터는 파일을 읽으십시오. 이 강의의 함수도 그렇게 합니다.
#
# 다음 셀에서는 이 표를 yfinance처럼 두 단계로 만들었다가 다시 한 단계로 되돌립니다.

# %%
response = pd.concat({ticker: prices.tail(2).round(2)}, axis=1, names=["Ticker", "Price"]).swaplevel(axis=1)
print("columns      ", response.columns.tolist()[:2], "…")
print("one level    ", type(response["Close"]).__name__, response["Close"].shape)
print("two levels   ", type(response["Close", ticker]).__name__, response["Close", ticker].shape)
response.droplevel("Ticker", axis=1)

# %% [markdown] lang="en"
# ### What the columns mean
#
# `Open` and `Close` are the first and last price of a day, `High` and `Low` its extremes, `Volume` is the number of shares traded. `Adj Close` is for another question: what would have become of money invested then? Yahoo lowers all prices before a dividend by the dividend's share, so the adjusted price of 2015 changes whenever a dividend is paid in 2025. Splits are taken out of both columns: an Apple share that cost 109 dollars in January 2015 appears as 27, because one share has become four since.
#
# We predict `Close`, what people paid. Apple pays dividends, so its two curves part towards the past; Google paid none in the sample's years, and there they are one. The scale is logarithmic, so equal distances are equal percentages.

# %% [markdown] lang="ko"
# ### 열의 의미
#
# `Open`과 `Close`는 하루의 첫 가격(시가)과 마지막 가격(종가), `High`와 `Low`는 가장 높은 가격과 가장 낮은 가격, `Volume`은 거래된 주식의 수입니다. `Adj Close`(수정 종가)는 다른 질문에 답합니다. 그때 투자한 돈은 지금 얼마가 되었겠습니까? 야후는 배당이 있을 때마다 그전의 모든 가격을 배당의 비율만큼 낮춥니다. 그래서 2015년의 수정 종가는 2025년에 배당이 있어도 바뀝니다. 주식 분할은 두 열 모두에 반영되어 있습니다. 2015년 1월에 109달러이던 애플 주식이 27달러로 나오는 것은 그 뒤에 한 주가 네 주로 나뉘었기 때문입니다.
#
# 여기서는 실제로 거래된 가격인 `Close`를 예측합니다. 애플은 배당을 하므로 두 곡선이 과거로 갈수록 벌어집니다. 표본에 든 기간에 구글은 배당을 하지 않아 두 곡선이 겹칩니다. 로그 눈금(log scale)으로 그렸으므로 간격이 같으면 비율이 같습니다.

# %% alt.en="The closing price over the years as a line on a logarithmic scale, and the adjusted closing price as a dashed line at or a little below it." alt.ko="로그 눈금으로 그린 여러 해의 종가 곡선과, 그와 같거나 조금 아래에 있는 수정 종가의 점선."
axis = prices[["Close", "Adj Close"]].plot(
    figsize=(8, 2.8), color=[BLUE, ORANGE], style=["-", "--"], linewidth=1.2, ylabel="US dollars"
)
axis.set_yscale("log", subs=[2, 5])
axis.yaxis.set_major_formatter("{x:g}")
axis.yaxis.set_minor_formatter("{x:g}")
plt.title(f"{ticker}, daily")
plt.show()

# %% [markdown] lang="en"
# ### Why tomorrow is hard
#
# Two pictures of the same days. On the left tomorrow's price stands against today's: nearly a straight line, so prices seem easy to predict. On the right tomorrow's *change* stands against today's: a cloud. To know the price is to know what was known yesterday; the news is in the change, and about that the past says next to nothing.
#
# The *correlation* puts a number on it: near 1 points lie on a line, near 0 there is no such tendency.

# %% [markdown] lang="ko"
# ### 내일을 맞히기 어려운 까닭
#
# 같은 날들을 두 가지로 그렸습니다. 왼쪽은 오늘의 주가에 대한 내일의 주가입니다. 거의 직선이므로 주가는 예측하기 쉬워 보입니다. 오른쪽은 오늘의 *변화*에 대한 내일의 변화이며, 점들이 구름처럼 흩어져 있습니다. 주가는 대부분 어제 이미 알던 값입니다. 새로운 소식은 변화에 들어 있는데, 과거는 그 변화에 대해 거의 아무것도 알려 주지 않습니다.
#
# 이것을 수로 나타낸 것이 *상관계수*(correlation coefficient)입니다. 1에 가까우면 점들이 직선 위에 놓이고, 0에 가까우면 그런 경향이 없습니다.

# %%
close = prices["Close"].to_numpy()
changes = 100 * (close[1:] - close[:-1]) / close[:-1]  # in percent
price_correlation = np.corrcoef(close[:-1], close[1:])[0, 1]
change_correlation = np.corrcoef(changes[:-1], changes[1:])[0, 1]
print(f"correlation of prices {price_correlation:.3f}, of changes {change_correlation:.3f}")

# %% alt.en="Two scatter plots. Left: tomorrow's price against today's, nearly a line. Right: tomorrow's change against today's, a round cloud." alt.ko="산점도 두 개. 왼쪽은 오늘과 내일의 주가로 거의 직선이고, 오른쪽은 오늘과 내일의 변화로 둥근 구름 모양입니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.plot(close[:-1], close[1:], ".", color=BLUE, markersize=3)
left.set(xlabel="price today", ylabel="price tomorrow")
right.plot(changes[:-1], changes[1:], ".", color=ORANGE, markersize=3)
right.set(xlabel="change today, %", ylabel="change tomorrow, %")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# ### Windows
#
# A network wants examples: an input and its target. A *window* slides along the series; what it shows is the input, the value that follows is the target. In the picture windows of four days move one day at a time. The last value of one target is the last value of the next window.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# ### 윈도
#
# 신경망에는 입력과 타깃이 짝을 이룬 샘플이 필요합니다. *윈도*(window)를 시계열을 따라 밀면서, 윈도에 보이는 값을 입력으로 삼고 바로 다음 값을 타깃으로 삼습니다. 그림에서는 네 날짜리 윈도가 하루씩 움직입니다. 한 윈도의 타깃이 다음 윈도의 마지막 값이 됩니다.

# %% alt.en="A short price curve; below it three rows of four blue numbers and one orange number, each row one day further to the right." alt.ko="짧은 주가 곡선과, 그 아래에 파란 수 네 개와 주황색 수 하나로 된 줄 세 개. 줄마다 하루씩 오른쪽으로 옮겨 갑니다."
draw_windows(close, window=4)

# %% [markdown] lang="en"
# NumPy's `sliding_window_view` shows every window of ten days without copying anything. The last window has no tomorrow, so it goes. The dates prove the alignment: a target always lies one day after its window ends.

# %% [markdown] lang="ko"
# NumPy의 `sliding_window_view`는 아무것도 복사하지 않고 열흘짜리 윈도를 모두 보여 줍니다. 마지막 윈도에는 내일이 없으므로 뺍니다. 날짜를 찍어 보면 제대로 맞추었는지 알 수 있습니다. 타깃은 언제나 윈도가 끝난 다음 거래일입니다.

# %%
window_length = 10
windows = np.lib.stride_tricks.sliding_window_view(close, window_length)[:-1]
target_prices = close[window_length:]
target_days = prices.index[window_length:]
print("windows", windows.shape, "targets", target_prices.shape)
print("last window ends", prices.index[-2].date(), "with", round(windows[-1, -1], 2))
print("its target is of ", target_days[-1].date(), "with", round(target_prices[-1], 2))

# %% [markdown] lang="en"
# ### Exercise 1 · Windows and targets (3 points)
#
# Tomorrow is not the only day one may ask about. Write `make_windows(series, window, horizon)`:
#
# - `series` is a float array of shape `(n,)`. `window` and `horizon` are whole numbers of at least 1, and `n` is at least `window + horizon`.
# - Return two NumPy arrays `(inputs, targets)`. There is one example for each window whose target still lies in the series, in the order of time.
# - `inputs` has shape `(count, window, 1)`, the axes that LSTM layers want: example, time step, feature. Each example holds `window` consecutive values.
# - `targets` has shape `(count,)`: for each window the value `horizon` steps after the window's **last** value. With `horizon=1` that is the very next value.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 윈도와 타깃(3점)
#
# 내일이 아니라 며칠 뒤를 물을 수도 있습니다. 함수 `make_windows(series, window, horizon)`을 작성하십시오.
#
# - `series`는 형상이 `(n,)`인 실수 배열입니다. `window`와 `horizon`은 1 이상의 정수이고, `n`은 `window + horizon` 이상입니다.
# - NumPy 배열 두 개를 `(inputs, targets)`로 반환합니다. 타깃이 시계열 안에 있는 윈도마다 샘플이 하나씩, 시간 순서대로 있습니다.
# - `inputs`의 형상은 `(count, window, 1)`입니다. LSTM 층이 받는 축의 순서, 곧 샘플, 타임스텝, 특성입니다. 샘플마다 연속된 값이 `window`개 들어 있습니다.
# - `targets`의 형상은 `(count,)`이고, 윈도마다 그 윈도의 **마지막** 값에서 `horizon`걸음 뒤에 있는 값입니다. `horizon=1`이면 바로 다음 값입니다.


# %% nbgrader={"grade": false, "grade_id": "make-windows", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_windows(series, window, horizon):
    """Cut a series into windows, each with the value some steps after it.

    Args:
        series: float array of shape (n,), the oldest value first.
        window: int, values in a window.
        horizon: int, how many steps after the window's last value its target lies.

    Returns:
        inputs of shape (count, window, 1) and targets of shape (count,), two arrays.
    """
    ### BEGIN SOLUTION
    count = len(series) - window - horizon + 1
    inputs = np.array([series[i : i + window] for i in range(count)])
    return inputs[:, :, np.newaxis], series[window + horizon - 1 :]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "make-windows-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

short_series = np.array([10.0, 13.0, 12.0, 15.0, 19.0, 18.0, 22.0])
call = "make_windows([10, 13, 12, 15, 19, 18, 22], window=3, horizon=2)"
pair = make_windows(short_series, 3, 2)
check.that(
    type(pair) in (tuple, list) and len(pair) == 2,
    f"{call}: expected two arrays, found {check.describe_value(pair)}: return inputs, targets",
    f"{call}: 기대한 값은 배열 두 개, 나온 값은 {check.describe_value(pair)}: return inputs, targets",
)
check.array(
    pair[0],
    f"{call}: inputs",
    shape=(3, 3, 1),
    en="Three windows have a target two steps after their end. LSTM layers want (example, time step, feature).",
    ko="끝에서 두 걸음 뒤에 타깃이 있는 윈도는 세 개입니다. LSTM 층은 (샘플, 타임스텝, 특성)의 형상을 받습니다.",
)
check.array(pair[1], f"{call}: targets", shape=(3,))
check.close(
    np.asarray(pair[0])[:, :, 0],
    [[10, 13, 12], [13, 12, 15], [12, 15, 19]],
    f"{call}: inputs[:, :, 0]",
    en="Each window holds consecutive values and begins one step after the one before.",
    ko="윈도마다 연속된 값이 들어 있고, 앞 윈도보다 한 걸음 뒤에서 시작합니다.",
)
check.close(
    pair[1],
    [19, 18, 22],
    f"{call}: targets",
    en="The first window ends with 12; two steps after it stands 19.",
    ko="첫 윈도는 12로 끝나고, 그 두 걸음 뒤의 값은 19입니다.",
)
check.passed("inputs (3, 3, 1)", "targets (3,)", "aligned")

# %% nbgrader={"grade": true, "grade_id": "make-windows-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("make-windows")
for width, ahead, spare in [
    (int(rng.integers(4, 9)), 1, int(rng.integers(5, 20))),
    (int(rng.integers(2, 6)), int(rng.integers(3, 7)), int(rng.integers(5, 20))),
    (int(rng.integers(3, 7)), int(rng.integers(2, 5)), 0),
    (1, int(rng.integers(2, 5)), int(rng.integers(3, 9))),
]:
    values = rng.normal(50, 10, size=width + ahead + spare)
    places = np.arange(spare + 1)
    wanted_inputs = values[np.add.outer(places, np.arange(width))]
    wanted_targets = np.array([values[place + width + ahead - 1] for place in places])
    call = f"make_windows(series, window={width}, horizon={ahead}), len(series) = {len(values)}"
    found = make_windows(values.copy(), width, ahead)
    check.that(
        type(found) in (tuple, list) and len(found) == 2,
        f"{call}: return two arrays, inputs and targets.",
        f"{call}: 배열 두 개 inputs와 targets를 반환해야 합니다.",
    )
    check.array(
        found[0],
        f"{call}: inputs",
        shape=(spare + 1, width, 1),
        en="One window for every target that still lies in the series, the last one too.",
        ko="타깃이 시계열 안에 있는 윈도는 마지막 것까지 모두 있어야 합니다.",
    )
    check.array(found[1], f"{call}: targets", shape=(spare + 1,))
    check.close(np.asarray(found[0])[:, :, 0], wanted_inputs, f"{call}: inputs[:, :, 0]")
    check.close(
        found[1],
        wanted_targets,
        f"{call}: targets",
        en="Count horizon steps from the window's last value.",
        ko="윈도의 마지막 값에서 horizon걸음을 세어야 합니다.",
    )
check.passed("4 drawn series")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Split in time, and don't shuffle
#
# Digits could be shuffled before they were split; days can't. Two neighbouring windows share nine of their ten days. If neighbours of a test window lie in the training set, the network has seen the answer: the target of one is a value in the window of another. And nobody who has to predict tomorrow may learn from the day after.
#
# So the past is for training, the hundred days after it are for validation, the last hundred for testing.
#
# > **Note.** Within the training set `fit` may shuffle. Each window carries its own order inside; in which order *windows* are shown does not matter.

# %% [markdown] lang="ko"
# ### 섞지 않고 시간순으로 나누기
#
# 숫자 이미지는 섞은 뒤에 나누어도 되었지만 날짜는 그렇지 않습니다. 이웃한 두 윈도는 열흘 가운데 아흐레가 같습니다. 테스트 윈도의 이웃이 훈련 세트에 있으면 신경망은 정답을 미리 본 셈입니다. 한 윈도의 타깃이 다른 윈도 안에 들어 있기 때문입니다. 게다가 내일을 예측해야 하는 사람은 모레의 일을 배울 수 없습니다.
#
# 그래서 과거를 훈련에 쓰고, 그 뒤의 100일을 검증에, 마지막 100일을 테스트에 씁니다. 이것이 *시간순 분할*(chronological split)입니다.
#
# > **참고.** 훈련 세트 안에서는 `fit`이 윈도를 섞어도 됩니다. 순서는 윈도 안에 들어 있으므로 *윈도*를 어떤 차례로 보여 주는지는 상관없습니다.

# %% alt.en="Two rows of 48 small squares. Shuffled: green and orange squares lie scattered among the blue ones. In time: blue first, then green, then orange." alt.ko="작은 네모 48개로 된 두 줄. 섞은 줄에서는 초록과 주황이 파랑 사이에 흩어져 있고, 시간순 줄에서는 파랑, 초록, 주황이 차례로 놓여 있습니다."
in_time = ["training"] * 36 + ["validation"] * 6 + ["test"] * 6
shuffled = np.random.default_rng(0).permutation(in_time).tolist()
draw_parts({"shuffled: leaks": shuffled, "in time": in_time})

# %%
val_start, test_start = target_days[-200], target_days[-100]
is_training, is_test = target_days < val_start, target_days >= test_start
is_validation = ~is_training & ~is_test
for name, chosen in [("training", is_training), ("validation", is_validation), ("test", is_test)]:
    span = target_days[chosen]
    print(f"{name:10} {chosen.sum():5} targets, {span[0].date()} to {span[-1].date()}")

# %% [markdown] lang="en"
# ### Exercise 2 · Split in time (2 points)
#
# The text splits by dates. Split by numbers of examples instead: write `split_in_time(inputs, targets, num_val, num_test)`.
#
# - `inputs` has shape `(n, window, 1)`, `targets` shape `(n,)`; both are in the order of time.
# - The **last** `num_test` examples are for testing, the `num_val` examples **before** them for validation, all the others for training. The order within each part stays.
# - Return three pairs: `(x_train, y_train), (x_val, y_val), (x_test, y_test)`.
# - `num_val` or `num_test` may be 0; that part then has arrays of length 0. Together they are smaller than `n`.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 시간순으로 나누기(2점)
#
# 본문에서는 날짜로 나누었습니다. 이번에는 샘플의 개수로 나누는 함수 `split_in_time(inputs, targets, num_val, num_test)`를 작성하십시오.
#
# - `inputs`의 형상은 `(n, window, 1)`, `targets`의 형상은 `(n,)`이며, 둘 다 시간 순서대로 놓여 있습니다.
# - **마지막** `num_test`개는 테스트에, **그 앞의** `num_val`개는 검증에, 나머지는 모두 훈련에 씁니다. 각 부분 안의 순서는 그대로 둡니다.
# - 세 쌍 `(x_train, y_train), (x_val, y_val), (x_test, y_test)`를 반환합니다.
# - `num_val`이나 `num_test`는 0일 수 있습니다. 그러면 그 부분은 길이가 0인 배열입니다. 둘의 합은 `n`보다 작습니다.


# %% nbgrader={"grade": false, "grade_id": "split-in-time", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_in_time(inputs, targets, num_val, num_test):
    """Split examples into training, validation and test set in the order of time.

    Args:
        inputs: float array of shape (n, window, 1), the oldest example first.
        targets: float array of shape (n,).
        num_val: int, number of examples for validation; may be 0.
        num_test: int, number of examples for testing; may be 0.

    Returns:
        Three pairs (x_train, y_train), (x_val, y_val), (x_test, y_test).
    """
    ### BEGIN SOLUTION
    test_begin = len(targets) - num_test
    val_begin = test_begin - num_val
    parts = slice(0, val_begin), slice(val_begin, test_begin), slice(test_begin, None)
    return tuple((inputs[part], targets[part]) for part in parts)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "split-in-time-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

ten_inputs = np.arange(30.0).reshape(10, 3, 1)
ten_targets = np.arange(100.0, 110.0)
call = "split_in_time(inputs, targets, num_val=2, num_test=3)"
three_pairs = split_in_time(ten_inputs, ten_targets, 2, 3)
check.that(
    type(three_pairs) in (tuple, list)
    and len(three_pairs) == 3
    and all(type(part) in (tuple, list) and len(part) == 2 for part in three_pairs),
    f"{call}: expected three pairs, found {check.describe_value(three_pairs)}: "
    "return (x_train, y_train), (x_val, y_val), (x_test, y_test)",
    f"{call}: 기대한 값은 세 쌍, 나온 값은 {check.describe_value(three_pairs)}: "
    "return (x_train, y_train), (x_val, y_val), (x_test, y_test)",
)
for (x_part, y_part), name, begin, end in zip(
    three_pairs, ("training", "validation", "test"), (0, 5, 7), (5, 7, 10), strict=True
):
    check.array(
        x_part,
        f"{call}: {name} inputs",
        shape=(end - begin, 3, 1),
        en="The last 3 examples are for testing, the 2 before them for validation, the rest for training.",
        ko="마지막 3개는 테스트, 그 앞의 2개는 검증, 나머지는 훈련에 씁니다.",
    )
    check.array(y_part, f"{call}: {name} targets", shape=(end - begin,))
    check.close(
        y_part,
        np.arange(100.0 + begin, 100.0 + end),
        f"{call}: {name} targets",
        en="Keep the order of time: training first, then validation, the newest for testing. Don't shuffle.",
        ko="시간 순서를 지키십시오. 훈련, 검증, 테스트 순이고 가장 최근이 테스트입니다. 섞지 마십시오.",
    )
    check.close(x_part, np.arange(3.0 * begin, 3.0 * end).reshape(-1, 3, 1), f"{call}: {name} inputs")
check.passed("5 training", "2 validation", "3 test", "in the order of time")

# %% nbgrader={"grade": true, "grade_id": "split-in-time-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("split-in-time")
for counts in (rng.integers(2, 9, size=3), [int(rng.integers(4, 9)), 3, 0], [5, 0, int(rng.integers(2, 6))]):
    borders = np.cumsum([0, *counts])
    drawn_inputs = rng.normal(size=(borders[-1], int(rng.integers(2, 5)), 1))
    drawn_targets = rng.normal(size=borders[-1])
    expected_parts = [
        (drawn_inputs[borders[k] : borders[k + 1]].copy(), drawn_targets[borders[k] : borders[k + 1]].copy())
        for k in range(3)
    ]
    call = f"split_in_time(inputs, targets, {counts[1]}, {counts[2]}), {borders[-1]} examples"
    found_parts = split_in_time(drawn_inputs, drawn_targets, int(counts[1]), int(counts[2]))
    check.that(
        type(found_parts) in (tuple, list)
        and len(found_parts) == 3
        and all(type(part) in (tuple, list) and len(part) == 2 for part in found_parts),
        f"{call}: return three pairs.",
        f"{call}: 세 쌍을 반환해야 합니다.",
    )
    for name, wanted, part in zip(
        ("training", "validation", "test"), expected_parts, found_parts, strict=True
    ):
        for kind, expected_array, array in zip(("inputs", "targets"), wanted, part, strict=True):
            check.array(
                array,
                f"{call}: {name} {kind}",
                shape=expected_array.shape,
                en="A part of 0 examples is empty: [-0:] takes everything, [:-0] nothing.",
                ko="샘플이 0개인 부분은 비어 있어야 합니다. [-0:]은 전부를, [:-0]은 빈 배열을 줍니다.",
            )
            check.close(array, expected_array, f"{call}: {name} {kind}")
check.passed("3 drawn splits")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Scale by the past
#
# As in chapter 05 the network needs small numbers. We stretch the prices so that the lowest one becomes 0 and the highest 1. But lowest and highest *of which days*? Only of those that training may know. Whoever takes them from the whole series tells the network how high the price will rise.
#
# Inputs and targets are the same series here, so they share one scale; a second one for the targets is needed where they are something else than the inputs.
#
# Therefore later prices may lie above 1 or below 0, and that is honest. Apple's test days reach 182 dollars; all the days before them never saw more than 162, and training no more than 145. Chapter 05 has shown what networks do where they have never been.

# %% [markdown] lang="ko"
# ### 과거만 보고 스케일링하기
#
# 5장에서처럼 신경망에는 작은 수가 필요합니다. 가장 낮은 가격이 0, 가장 높은 가격이 1이 되도록 바꿉니다. 그런데 *어느 날들* 가운데 가장 낮고 높은 가격입니까? 훈련할 때 알아도 되는 날들만 봅니다. 전체 시계열에서 구하면 앞으로 주가가 어디까지 오를지를 신경망에 알려 주는 셈입니다.
#
# 여기서는 입력과 타깃이 같은 시계열이므로 눈금도 하나를 함께 씁니다. 타깃이 입력과 다른 값이라면 타깃의 눈금이 따로 필요합니다.
#
# 그래서 나중 가격은 1보다 크거나 0보다 작을 수 있고, 그것이 정직한 결과입니다. 애플의 테스트 기간에는 주가가 182달러까지 오릅니다. 그전에는 162달러를 넘은 적이 없고, 훈련 기간에는 145달러가 가장 높습니다. 가 본 적 없는 곳에서 신경망이 어떻게 되는지는 5장에서 보았습니다.

# %%
known = close[prices.index < val_start]
low, high = known.min(), known.max()
x_all = (windows[:, :, np.newaxis] - low) / (high - low)
y_all = (target_prices - low) / (high - low)
for name, chosen in [("training", is_training), ("validation", is_validation), ("test", is_test)]:
    part = target_prices[chosen]
    print(
        f"{name:10} {part.min():7.2f} to {part.max():7.2f} dollars, scaled to at most {y_all[chosen].max():.2f}"
    )

# %% alt.en="The closing price in three colours for training, validation and test; two dashed lines mark the lowest and highest price of the training days." alt.ko="훈련, 검증, 테스트를 세 가지 색으로 나눈 종가 곡선. 점선 두 개가 훈련 기간의 최저가와 최고가를 나타냅니다."
plt.figure(figsize=(8, 2.8))
for name, chosen, color in [
    ("training", is_training, BLUE),
    ("validation", is_validation, GREEN),
    ("test", is_test, ORANGE),
]:
    plt.plot(target_days[chosen], target_prices[chosen], color=color, linewidth=1.2, label=name)
plt.axhline(low, color="0.6", linestyle="--")
plt.axhline(high, color="0.6", linestyle="--", label="lowest, highest in training")
plt.ylabel("US dollars")
plt.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=4, frameon=False)
plt.show()

# %% [markdown] lang="en"
# > **Common mistake.** A scaler fitted before the split, or fitted again on the test set. Both use what nobody could have known. Keep the two numbers of the past: they also turn predictions back into dollars.

# %% [markdown] lang="ko"
# > **흔한 실수.** 나누기 전에 스케일러를 맞추거나 테스트 세트에 다시 맞추는 것입니다. 둘 다 아무도 알 수 없었던 것을 씁니다. 과거에서 얻은 두 수를 그대로 쓰십시오. 예측을 달러로 되돌릴 때에도 필요합니다.

# %% [markdown] lang="en"
# ### Exercise 3 · Scale several columns by the past (3 points)
#
# With prices and volumes side by side, each column needs a scale of its own. Write `scale_columns(values, num_past)`:
#
# - `values` is a float array of shape `(n, features)`, one row a day, the oldest first. The first `num_past` rows are the past.
# - For each column take the lowest and the highest value **of the past**. They differ in every column.
# - Scale **all** rows with them, column by column: the lowest becomes 0, the highest 1. Later rows may lie outside [0, 1]; don't clip them.
# - Return `(scaled, lows, highs)`: an array of shape `(n, features)`, and two of shape `(features,)` in the units of `values`.
# - `values` itself stays as it was.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 과거만 보고 여러 열 스케일링하기(3점)
#
# 가격과 거래량을 나란히 쓰려면 열마다 눈금이 따로 있어야 합니다. 함수 `scale_columns(values, num_past)`를 작성하십시오.
#
# - `values`는 형상이 `(n, features)`인 실수 배열이며, 하루가 한 행이고 오래된 날이 먼저 옵니다. 처음 `num_past`개의 행이 과거입니다.
# - 열마다 **과거의** 최솟값과 최댓값을 구합니다. 어느 열에서나 둘은 서로 다릅니다.
# - 이 값으로 **모든** 행을 열마다 따로 스케일링합니다. 과거의 최솟값은 0, 최댓값은 1이 됩니다. 그 뒤의 행은 [0, 1]을 벗어날 수 있으며, 잘라 내지 않습니다.
# - `(scaled, lows, highs)`를 반환합니다. 형상이 `(n, features)`인 배열 하나와, `values`와 같은 단위로 된 형상 `(features,)`의 배열 두 개입니다.
# - `values`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "scale-columns", "locked": false, "schema_version": 3, "solution": true, "task": false}
def scale_columns(values, num_past):
    """Scale every column to [0, 1] by the lowest and highest value of its past.

    Args:
        values: float array of shape (n, features), the oldest row first. It is left unchanged.
        num_past: int, how many of the first rows are the past.

    Returns:
        scaled of shape (n, features), lows and highs of shape (features,).
    """
    ### BEGIN SOLUTION
    lows = values[:num_past].min(axis=0)
    highs = values[:num_past].max(axis=0)
    return (values - lows) / (highs - lows), lows, highs
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "scale-columns-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

two_columns = np.array([[10.0, 200.0], [20.0, 400.0], [15.0, 300.0], [25.0, 100.0], [30.0, 500.0]])
call = "scale_columns(values, num_past=3)"
with check.unchanged(values=two_columns):
    three = scale_columns(two_columns, 3)
check.that(
    type(three) in (tuple, list) and len(three) == 3,
    f"{call}: expected three arrays, found {check.describe_value(three)}: return scaled, lows, highs",
    f"{call}: 기대한 값은 배열 세 개, 나온 값은 {check.describe_value(three)}: return scaled, lows, highs",
)
check.array(three[0], f"{call}: scaled", shape=(5, 2))
check.array(
    three[1], f"{call}: lows", shape=(2,), en="One number for each column.", ko="열마다 수 하나입니다."
)
check.array(
    three[2], f"{call}: highs", shape=(2,), en="One number for each column.", ko="열마다 수 하나입니다."
)
check.close(
    three[1],
    [10, 200],
    f"{call}: lows",
    en="The lowest value of each column among the first 3 rows, the past. The future is not known yet.",
    ko="처음 3개의 행, 곧 과거에서 열마다 구한 최솟값입니다. 미래는 아직 알 수 없습니다.",
)
check.close(
    three[2],
    [20, 400],
    f"{call}: highs",
    en="The highest value of each column among the first 3 rows.",
    ko="처음 3개의 행에서 열마다 구한 최댓값입니다.",
)
check.close(
    three[0],
    [[0, 0], [1, 1], [0.5, 0.5], [1.5, -0.5], [2, 1.5]],
    f"{call}: scaled",
    rtol=1e-4,
    atol=1e-4,
    en="Scale all rows by the numbers of the past; later rows may lie outside [0, 1].",
    ko="과거의 수로 모든 행을 스케일링합니다. 나중 행은 [0, 1]을 벗어나도 됩니다.",
)
check.passed("scaled by the past", "lows and highs", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "scale-columns-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("scale-columns")
for columns in (1, int(rng.integers(3, 6))):
    past, future = int(rng.integers(6, 10)), int(rng.integers(10, 17))
    sizes = 10.0 ** rng.integers(0, 4, size=columns)
    table = rng.uniform(-3, 3, size=(past + future, columns)) * sizes
    table[past] = 5 * sizes  # the future leaves the past's range on both sides
    table[past + 1] = -5 * sizes
    least = np.sort(table[:past], axis=0)[0]
    most = np.sort(table[:past], axis=0)[-1]
    expected = np.stack([(row - least) / (most - least) for row in table])
    call = f"scale_columns(values, {past}), values.shape = {table.shape}"
    with check.unchanged(values=table):
        found = scale_columns(table, past)
    check.that(
        type(found) in (tuple, list) and len(found) == 3,
        f"{call}: return three arrays, scaled, lows and highs.",
        f"{call}: 배열 세 개 scaled, lows, highs를 반환해야 합니다.",
    )
    for name, wanted, array in zip(("scaled", "lows", "highs"), (expected, least, most), found, strict=True):
        check.array(array, f"{call}: {name}", shape=wanted.shape)
        check.close(
            array,
            wanted,
            f"{call}: {name}",
            rtol=1e-4,
            atol=1e-4,
            en="Take lows and highs of the first num_past rows of each column, and scale every row with them.",
            ko="열마다 처음 num_past개의 행에서 최솟값과 최댓값을 구하고, 그것으로 모든 행을 스케일링해야 합니다.",
        )
check.passed("2 drawn tables")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### Layers that hand on a sequence
#
# An LSTM layer reads its window day by day and, by itself, gives only what it holds at the end: one vector. The next LSTM layer needs a sequence again. With `return_sequences=True` a layer hands on what it held after *every* day. So all layers but the last one get it.

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 시퀀스를 넘겨주는 층
#
# LSTM 층은 윈도를 하루씩 읽고, 따로 정하지 않으면 맨 끝의 상태만 벡터 하나로 내놓습니다. 그런데 다음 LSTM 층도 시퀀스를 받아야 합니다. `return_sequences=True`로 두면 *날마다의* 상태를 시퀀스로 넘겨줍니다. 그래서 마지막 층을 뺀 모든 층에 이 설정을 씁니다.

# %% alt.en="Three rows of LSTM boxes over the days of a window. Arrows go up from layer to layer on every day and to the right from day to day; only the last box of the top row leads to the output." alt.ko="윈도의 날짜들 위로 LSTM 상자가 세 줄로 놓여 있습니다. 화살표가 날마다 위층으로, 또 다음 날로 이어지고, 맨 위 줄의 마지막 상자만 출력으로 이어집니다."
draw_stack(window_length, [64, 32, 16])

# %%
two_windows = x_all[:2]
print("input                 ", two_windows.shape)
print("return_sequences=True ", keras.layers.LSTM(64, return_sequences=True)(two_windows).shape)
print("return_sequences=False", keras.layers.LSTM(64)(two_windows).shape)

# %% [markdown] lang="en"
# ### The network
#
# Three LSTM layers of 64, 32 and 16 units, each followed by dropout, and one linear unit for the price. No activation at the end: a ReLU there could never go below 0, and a sigmoid never beyond what training has seen.
#
# An LSTM has four sets of weights, for its three gates and for the candidate of its cell state. Each set has, for each unit, weights for all inputs, weights for all units of the layer, and a bias: $4 \cdot (m(n + m) + m)$ parameters for $n$ inputs and $m$ units.

# %% [markdown] lang="ko"
# ### 신경망
#
# 유닛이 64, 32, 16개인 LSTM 층 세 개에 저마다 드롭아웃을 붙이고, 끝에 가격을 내놓는 선형 유닛 하나를 둡니다. 끝에는 활성화 함수가 없습니다. ReLU라면 0 아래로, 시그모이드라면 훈련에서 본 범위 밖으로 나갈 수 없기 때문입니다.
#
# LSTM에는 게이트 세 개와 셀 상태의 후보까지 모두 네 묶음이 있고, 묶음마다 유닛 하나에 모든 입력에 대한 가중치, 그 층의 모든 유닛에 대한 가중치, 편향이 있습니다. 입력이 $n$개, 유닛이 $m$개이면 파라미터는 $4 \cdot (m(n + m) + m)$개입니다.

# %%
keras.utils.set_random_seed(1)
network = keras.Sequential(
    [
        keras.Input(shape=(window_length, 1)),
        keras.layers.LSTM(64, return_sequences=True),
        keras.layers.Dropout(0.2),
        keras.layers.LSTM(32, return_sequences=True),
        keras.layers.Dropout(0.2),
        keras.layers.LSTM(16),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(1),
    ]
)
network.summary()

# %%
by_hand = [4 * (m * (n + m) + m) for n, m in [(1, 64), (64, 32), (32, 16)]]
print("LSTM layers", by_hand, "and 17 for the last unit:", f"{sum(by_hand) + 17:,}")
print("Keras counts", f"{network.count_params():,}")

# %% [markdown] lang="en"
# ### Exercise 4 · Stack LSTM layers (3 points)
#
# Write a function that builds any of this network's relatives: `build_stack(window, features, units)`.
#
# - `units` is a list of one or more whole numbers, such as `[64, 32, 16]`.
# - The input is a batch of windows, each of shape `(window, features)`. Begin with `keras.Input`.
# - For each number in `units`, in that order: an `LSTM` layer with that many units and Keras's usual settings, then a `Dropout` layer of its own with rate 0.1. Every `LSTM` layer but the last returns its whole sequence; the last returns only its last output.
# - Last comes a `Dense` layer of one unit, without activation.
# - Build the model with the Sequential or the Functional API, and return it. It need not be compiled.
#
# The checks build small networks of several sizes and calculate their output again from their weights.

# %% [markdown] lang="ko"
# ### 연습문제 4 · LSTM 층 쌓기(3점)
#
# 층의 개수와 크기를 마음대로 정할 수 있는 함수 `build_stack(window, features, units)`를 작성하십시오.
#
# - `units`는 `[64, 32, 16]`처럼 하나 이상의 정수로 이루어진 리스트입니다.
# - 입력은 윈도의 배치이며, 윈도 하나의 형상은 `(window, features)`입니다. `keras.Input`으로 시작합니다.
# - `units`에 든 수마다 차례로, 유닛이 그 수만큼 있고 나머지는 Keras 기본값인 `LSTM` 층 하나와 비율이 0.1인 `Dropout` 층 하나를 놓습니다. 마지막이 아닌 `LSTM` 층은 시퀀스 전체를 내놓고, 마지막 `LSTM` 층은 마지막 출력만 내놓습니다.
# - 끝에는 유닛이 하나이고 활성화 함수가 없는 `Dense` 층을 놓습니다.
# - Sequential API나 함수형 API로 모델을 만들어 반환합니다. 컴파일하지 않아도 됩니다.
#
# 검사에서는 여러 크기의 작은 신경망을 만들고, 그 가중치로 출력을 다시 계산해 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "build-stack", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_stack(window, features, units):
    """Build a stack of LSTM layers that predicts one number from a window.

    Args:
        window: int, time steps of a window.
        features: int, values in each time step.
        units: list of one or more int, the units of each LSTM layer, in order.

    Returns:
        A Keras model: windows of shape (batch, window, features) in, predictions (batch, 1) out.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=(window, features))])
    for position, width in enumerate(units, start=1):
        model.add(keras.layers.LSTM(width, return_sequences=position < len(units)))
        model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.Dense(1))
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-stack-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

call = "build_stack(5, 2, [6, 4])"
stack = check.model(build_stack(5, 2, [6, 4]), call)
facts = check.describe(stack)
check.that(
    facts.input_shape is not None,
    f"{call}: the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
    f"{call}: 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
)
check.equal(
    facts.input_shape,
    (None, 5, 2),
    f"{call}.input_shape",
    en="keras.Input(shape=(window, features))",
    ko="keras.Input(shape=(window, features))",
)
check.equal(
    [layer.output_shape for layer in facts.of_kind("LSTM")],
    [(None, 5, 6), (None, 4)],
    f"{call}: LSTM.output.shape",
    en="Every LSTM layer but the last needs return_sequences=True.",
    ko="마지막이 아닌 LSTM 층에는 모두 return_sequences=True가 필요합니다.",
)
check.equal(
    [layer.output_shape for layer in facts.of_kind("Dropout")],
    [(None, 5, 6), (None, 4)],
    f"{call}: Dropout.output.shape",
    en="A Dropout layer of its own follows each LSTM layer, the last one too.",
    ko="마지막 LSTM 층까지 포함해 LSTM 층마다 뒤에 Dropout 층이 하나씩 있어야 합니다.",
)
check.close([layer.config["rate"] for layer in facts.of_kind("Dropout")], [0.1, 0.1], f"{call}: Dropout.rate")
check.equal(
    facts.output_shape,
    (None, 1),
    f"{call}.output_shape",
    en="Last comes a Dense layer of one unit.",
    ko="끝에는 유닛이 하나인 Dense 층을 놓습니다.",
)
check.equal(
    facts.parameters,
    4 * (6 * (2 + 6) + 6) + 4 * (4 * (6 + 4) + 4) + 4 + 1,
    f"{call}.count_params()",
    en="LSTM layers of 6 and 4 units with biases, then one unit; nothing else has parameters.",
    ko="유닛이 6개, 4개인 LSTM 층과 유닛 하나입니다. 편향도 있고, 그 밖에 파라미터가 있는 층은 없습니다.",
)
# Many wide windows, so that some outputs are negative whatever the weights
sequence = np.random.default_rng(6).normal(scale=2, size=(64, 5, 2)).astype("float32")
stack_weights = check.weights(stack)
signal = sequence
for kernel, recurrent, bias in zip(
    stack_weights[0:-2:3], stack_weights[1:-2:3], stack_weights[2:-2:3], strict=True
):
    memory = state = np.zeros((len(sequence), len(recurrent)))
    states = []
    for step in range(5):
        i, f, c, o = np.split(signal[:, step] @ kernel + state @ recurrent + bias, 4, axis=1)
        memory = memory / (1 + np.exp(-f)) + np.tanh(c) / (1 + np.exp(-i))
        state = np.tanh(memory) / (1 + np.exp(-o))
        states.append(state)
    signal = np.stack(states, axis=1)
check.close(
    check.predict(stack, sequence),
    signal[:, -1] @ stack_weights[-2] + stack_weights[-1],
    f"{call}(windows)",
    rtol=1e-3,
    atol=1e-4,
    en="LSTM layers with Keras's usual settings, and no activation in the last layer.",
    ko="LSTM 층은 Keras 기본값 그대로 두고, 마지막 층에는 활성화 함수가 없어야 합니다.",
)
check.passed("shapes", f"{facts.parameters} parameters", "Dropout 0.1", "output")

# %% nbgrader={"grade": true, "grade_id": "build-stack-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import itertools

import numpy as np
from hiddenlayers import check


def run_lstm(inputs, input_weights, state_weights, offsets):
    """An LSTM layer in NumPy: its output after every step."""
    cell = hidden = np.zeros((len(inputs), len(state_weights)))
    outputs = []
    for moment in np.moveaxis(inputs, 1, 0):
        gates = moment @ input_weights + hidden @ state_weights + offsets
        enter, forget, candidate, leave = np.split(gates, 4, axis=1)
        enter, forget, leave = (1 / (1 + np.exp(-gate)) for gate in (enter, forget, leave))
        cell = forget * cell + enter * np.tanh(candidate)
        hidden = leave * np.tanh(cell)
        outputs.append(hidden)
    return np.stack(outputs, axis=1)


rng = check.rng("build-stack")
for depth in (1, 3):
    steps, inputs_a_step = int(rng.integers(3, 7)), int(rng.integers(1, 4))
    widths = [int(number) for number in rng.choice(np.arange(4, 12), size=depth, replace=False)]
    call = f"build_stack({steps}, {inputs_a_step}, {widths})"
    built = check.model(build_stack(steps, inputs_a_step, list(widths)), call)
    described = check.describe(built)
    check.that(
        described.input_shape is not None,
        f"{call}: the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
        f"{call}: 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
    )
    check.equal(described.input_shape, (None, steps, inputs_a_step), f"{call}.input_shape")
    shapes = [(None, steps, width) for width in widths[:-1]] + [(None, widths[-1])]
    for kind in ("LSTM", "Dropout"):
        check.equal(
            [layer.output_shape for layer in described.of_kind(kind)],
            shapes,
            f"{call}: {kind}.output.shape",
            en="One LSTM and one Dropout layer for each entry of units; all LSTM layers but the last return sequences.",
            ko="units의 항목마다 LSTM 층과 Dropout 층이 하나씩 있고, 마지막이 아닌 LSTM 층은 시퀀스를 내놓아야 합니다.",
        )
    check.close(
        [layer.config["rate"] for layer in described.of_kind("Dropout")],
        [0.1] * depth,
        f"{call}: Dropout.rate",
    )
    check.equal(described.output_shape, (None, 1), f"{call}.output_shape")
    check.equal(
        described.parameters,
        sum(
            4 * after * (before + after + 1) for before, after in itertools.pairwise([inputs_a_step, *widths])
        )
        + widths[-1]
        + 1,
        f"{call}.count_params()",
    )
    batch = rng.normal(scale=2, size=(64, steps, inputs_a_step)).astype("float32")
    *lstm_weights, last_kernel, last_bias = check.weights(built)
    flow = batch
    for position in range(depth):
        flow = run_lstm(flow, *lstm_weights[3 * position : 3 * position + 3])
    check.close(
        check.predict(built, batch),
        flow[:, -1] @ last_kernel + last_bias,
        f"{call}(windows)",
        rtol=1e-3,
        atol=1e-4,
        en="LSTM layers with Keras's usual settings, and no activation in the last layer.",
        ko="LSTM 층은 Keras 기본값 그대로 두고, 마지막 층에는 활성화 함수가 없어야 합니다.",
    )
check.passed("2 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# The loss is the *mean squared error*, MSE. Squaring makes one error of two dollars as bad as four errors of one dollar, so the network is punished above all for days on which it is far off.
#
# $$\text{MSE} = \frac{1}{n}\sum_i (\hat{y}_i - y_i)^2 \qquad \text{RMSE} = \sqrt{\text{MSE}}$$
#
# The root, RMSE, is in the same unit as the target. On scaled prices that is a share of `high - low`, so multiplying by it gives dollars.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 손실은 *평균 제곱 오차*(mean squared error, MSE)입니다. 제곱하면 2달러짜리 오차 하나가 1달러짜리 오차 네 개만큼 나쁩니다. 그래서 크게 빗나간 날에 가장 큰 벌을 받습니다.
#
# $$\text{MSE} = \frac{1}{n}\sum_i (\hat{y}_i - y_i)^2 \qquad \text{RMSE} = \sqrt{\text{MSE}}$$
#
# 제곱근을 취한 RMSE는 타깃과 단위가 같습니다. 스케일링한 가격에서는 `high - low`에 대한 비율이므로, 이 값을 곱하면 달러가 됩니다.

# %% alt.en="The squared error, a parabola, and the absolute error, a V, against the error; they cross at -1 and 1." alt.ko="오차에 따른 제곱 오차의 포물선과 절대 오차의 V자 곡선. 두 곡선은 -1과 1에서 만납니다."
errors = np.linspace(-3, 3, 121)
plt.figure(figsize=(5, 2.4))
plt.plot(errors, errors**2, color=BLUE, label="squared error")
plt.plot(errors, abs(errors), "--", color=ORANGE, label="absolute error")
plt.xlabel("error")
plt.legend(frameon=False)
plt.show()

# %%
network.compile(optimizer="adam", loss="mse")
untrained_loss = network.evaluate(x_all[is_validation], y_all[is_validation], verbose=0)
print(f"untrained: loss {untrained_loss:.3f}, or {(high - low) * untrained_loss**0.5:.0f} dollars of RMSE")

# %% [markdown] lang="en"
# ## 6 · Train
#
# Thirty epochs in batches of 16 take half a minute or so. The validation loss jumps about, because the validation days lie at the edge of what the network has learned, or beyond it. `EarlyStopping` with `restore_best_weights=True` gives the network the weights of its best epoch back; choosing them by the test set would spoil the test.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# 배치 크기 16으로 30에포크를 훈련하면 30초 안팎 걸립니다. 검증 손실은 오르내립니다. 검증 기간이 신경망이 배운 범위의 가장자리나 그 바깥에 있기 때문입니다. `EarlyStopping`에 `restore_best_weights=True`를 주면 가장 좋았던 에포크의 가중치로 되돌립니다. 이 에포크를 테스트 세트로 고르면 테스트를 망치게 됩니다.

# %%
keep_best = keras.callbacks.EarlyStopping(patience=30, restore_best_weights=True)
num_epochs = hiddenlayers.epochs(30)
history = network.fit(
    x_all[is_training],
    y_all[is_training],
    batch_size=16,
    epochs=num_epochs,
    validation_data=(x_all[is_validation], y_all[is_validation]),
    callbacks=[keep_best],
    verbose=0,
)
losses = pd.DataFrame(history.history, index=pd.RangeIndex(1, num_epochs + 1, name="epoch"))
print("best epoch:", losses["val_loss"].idxmin())

# %% alt.en="Training and validation loss against the epoch on a logarithmic scale: training falls, validation jumps up and down." alt.ko="에포크에 따른 훈련 손실과 검증 손실을 로그 눈금으로 그린 그래프. 훈련 손실은 내려가고 검증 손실은 오르내립니다."
losses.plot(
    logy=True, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4, figsize=(6, 2.6), ylabel="loss (MSE)"
)
plt.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
plt.show()

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# ### Back to dollars
#
# `predict` gives scaled prices in a column of shape `(n, 1)`. We flatten it and undo the scaling with the two numbers of the past.
#
# > **Caution.** Subtract an array of shape `(n,)` from one of shape `(n, 1)`, and NumPy gives a matrix of all pairs, `(n, n)`, without a word. An RMSE of it means nothing.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# ### 달러로 되돌리기
#
# `predict`는 스케일링된 가격을 형상 `(n, 1)`로 내놓습니다. 이를 한 줄로 펼치고, 과거에서 얻은 두 수로 스케일링을 되돌립니다.
#
# > **주의.** 형상이 `(n, 1)`인 배열에서 `(n,)`인 배열을 빼면 NumPy는 아무 말 없이 모든 쌍의 차이를 담은 `(n, n)` 행렬을 만듭니다. 그것으로 구한 RMSE는 아무 뜻이 없습니다.

# %%
outputs = network.predict(x_all, verbose=0)
predicted_prices = low + (high - low) * outputs.ravel()
print("outputs", outputs.shape, "predicted prices", predicted_prices.shape)
print("a subtraction gone wrong:", (outputs - y_all).shape)

# %% [markdown] lang="en"
# ### Exercise 5 · Back to dollars (2 points)
#
# Another network was trained on prices scaled to $[-1, 1]$: `low` became −1, `high` became 1. Write `to_dollars(scaled, low, high)`:
#
# - `scaled` is a float array of shape `(n, 1)` or `(n,)`, as a network gives it. `n` may be 1.
# - `low` and `high` are numbers in dollars, `low` < `high`.
# - Return a float array of shape `(n,)` with the prices in dollars. Values below −1 or above 1 are prices below `low` or above `high`; keep them so.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 달러로 되돌리기(2점)
#
# 가격을 $[-1, 1]$ 범위로 스케일링해 훈련한 다른 신경망이 있습니다. `low`가 −1, `high`가 1이 되었습니다. 함수 `to_dollars(scaled, low, high)`를 작성하십시오.
#
# - `scaled`는 신경망이 내놓은 실수 배열이며, 형상은 `(n, 1)` 또는 `(n,)`입니다. `n`은 1일 수도 있습니다.
# - `low`와 `high`는 달러로 나타낸 수이고 `low` < `high`입니다.
# - 달러로 나타낸 가격을 형상이 `(n,)`인 실수 배열로 반환합니다. −1보다 작거나 1보다 큰 값은 `low`보다 낮거나 `high`보다 높은 가격입니다. 잘라 내지 마십시오.


# %% nbgrader={"grade": false, "grade_id": "to-dollars", "locked": false, "schema_version": 3, "solution": true, "task": false}
def to_dollars(scaled, low, high):
    """Turn scaled predictions back into prices.

    Args:
        scaled: float array of shape (n, 1) or (n,); -1 stands for low, 1 for high.
        low: the price in dollars that was scaled to -1.
        high: the price in dollars that was scaled to 1.

    Returns:
        float array of shape (n,), prices in dollars.
    """
    ### BEGIN SOLUTION
    return low + (scaled.reshape(-1) + 1) / 2 * (high - low)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "to-dollars-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

column = np.array([[-1.0], [0.0], [1.0], [1.5], [-1.2]])
for given in (column, column[:, 0]):
    call = f"to_dollars(scaled, 50.0, 150.0), scaled.shape = {given.shape}"
    dollars = to_dollars(given.copy(), 50.0, 150.0)
    check.array(
        dollars,
        call,
        shape=(5,),
        dtype="float",
        en="Flatten the column that a network gives into shape (n,).",
        ko="신경망이 내놓은 열을 형상 (n,)으로 펼쳐야 합니다.",
    )
    check.close(
        dollars,
        [50, 100, 150, 175, 40],
        call,
        rtol=1e-4,
        en="-1 has to become low, 1 high, and 0 the middle between them; beyond that the line goes on.",
        ko="-1은 low, 1은 high, 0은 그 한가운데가 되어야 하고, 범위 밖에서도 같은 비율로 이어집니다.",
    )
check.passed("shape (n,)", "-1 is low, 1 is high", "nothing clipped")

# %% nbgrader={"grade": true, "grade_id": "to-dollars-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("to-dollars")
for shape in [(int(rng.integers(6, 12)), 1), (1, 1), (int(rng.integers(6, 12)),)]:
    bottom = float(rng.uniform(20, 60))
    top = bottom + float(rng.uniform(30, 90))
    drawn = rng.uniform(-1.6, 1.6, size=shape).astype("float32")
    middle, half = (top + bottom) / 2, (top - bottom) / 2
    wanted = np.array([middle + half * float(value) for value in drawn.flat])
    call = f"to_dollars(scaled, {bottom:.2f}, {top:.2f}), scaled.shape = {shape}"
    found = to_dollars(drawn, bottom, top)
    check.array(
        found,
        call,
        shape=wanted.shape,
        dtype="float",
        en="One prediction is an array of shape (1,), not a single number.",
        ko="예측이 하나여도 수 하나가 아니라 형상이 (1,)인 배열이어야 합니다.",
    )
    check.close(
        found,
        wanted,
        call,
        rtol=1e-4,
        en="Use the low and high that are given.",
        ko="인수로 받은 low와 high를 쓰십시오.",
    )
check.passed("3 drawn predictions")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Beside the baseline
#
# How good is an RMSE of so many dollars? That can't be said of a number alone. The persistence baseline needs no training: its prediction for tomorrow is the last value of the window. Both are judged on the same days.
#
# On Apple's prices the network's error is two to four times that of persistence on the validation days, and three to six times on the test days, where prices lie above all that it was trained on; how bad exactly depends on the random starting weights. On the sample, whose prices stay in the known range, it is about two thirds larger on the test days. A network that was trained for half a minute loses to a forecast that is written down in a second.

# %% [markdown] lang="ko"
# ### 기준선과 나란히 놓기
#
# RMSE가 몇 달러이면 좋은 것입니까? 값 하나만으로는 말할 수 없습니다. 지속성 기준선은 훈련이 필요 없습니다. 내일에 대한 예측은 윈도의 마지막 값입니다. 둘을 같은 날들로 평가합니다.
#
# 애플 주가에서 신경망의 오차는 검증 기간에는 지속성 기준선의 두 배에서 네 배, 훈련에서 보지 못한 높은 가격이 나오는 테스트 기간에는 세 배에서 여섯 배입니다. 정확히 얼마나 나쁜지는 무작위로 정해지는 처음 가중치에 따라 다릅니다. 가격이 아는 범위에 머무는 작은 표본에서도 테스트 기간의 오차가 3분의 2쯤 더 큽니다. 30초 동안 훈련한 신경망이 1초면 적을 수 있는 예측에 집니다.


# %%
def root_mean_square(errors):
    return float(np.sqrt(np.mean(np.square(errors))))


today = windows[:, -1]
scores = pd.DataFrame(
    {
        name: {
            "network": root_mean_square(predicted_prices[chosen] - target_prices[chosen]),
            "persistence": root_mean_square(today[chosen] - target_prices[chosen]),
        }
        for name, chosen in [("training", is_training), ("validation", is_validation), ("test", is_test)]
    }
).T
scores.round(2)

# %% alt.en="Pairs of bars for training, validation and test: in each the network's RMSE is larger than that of persistence." alt.ko="훈련, 검증, 테스트마다 막대가 두 개씩 있습니다. 어디서나 신경망의 RMSE가 지속성 기준선보다 큽니다."
bars = scores.plot.bar(figsize=(7, 2.6), rot=0, color=[BLUE, "0.7"], ylabel="RMSE, US dollars")
for container in bars.containers:
    bars.bar_label(container, fmt="%.1f", padding=2)
bars.margins(y=0.12)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 6 · Compare with persistence (3 points)
#
# Write `compare_rmse(closes, predicted)`, a fair comparison:
#
# - `closes` and `predicted` are float arrays of shape `(n,)`, `n` at least 3. `predicted[i]` is the network's prediction **for the day of** `closes[i]`, made the day before.
# - The persistence baseline predicts for each day the close of the day before. For the first day it has none, so that day is left out **for both**.
# - Return `(model_rmse, persistence_rmse)`: two numbers in the unit of `closes`, not rounded.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 지속성 기준선과 비교하기(3점)
#
# 공정하게 비교하는 함수 `compare_rmse(closes, predicted)`를 작성하십시오.
#
# - `closes`와 `predicted`는 형상이 `(n,)`인 실수 배열이고 `n`은 3 이상입니다. `predicted[i]`는 신경망이 `closes[i]`**의 날에 대해** 그 전날 내놓은 예측입니다.
# - 지속성 기준선은 날마다 전날의 종가를 예측으로 내놓습니다. 첫날에는 전날이 없으므로 **양쪽 모두** 첫날을 뺍니다.
# - `(model_rmse, persistence_rmse)`를 반환합니다. 단위가 `closes`와 같은 수 두 개이며, 반올림하지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "compare-rmse", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compare_rmse(closes, predicted):
    """Compare a model with the persistence baseline on the same days.

    Args:
        closes: float array of shape (n,), the closing prices in order.
        predicted: float array of shape (n,), the model's prediction for each of these days.

    Returns:
        A tuple (model_rmse, persistence_rmse), both over all days but the first.
    """
    ### BEGIN SOLUTION
    model_errors = predicted[1:] - closes[1:]
    persistence_errors = np.diff(closes)
    return np.sqrt(np.mean(model_errors**2)), np.sqrt(np.mean(persistence_errors**2))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "compare-rmse-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

few_closes = np.array([100.0, 104.0, 104.0, 101.0, 101.0])
few_guesses = np.array([80.0, 103.0, 105.0, 104.0, 102.0])
call = "compare_rmse([100, 104, 104, 101, 101], [80, 103, 105, 104, 102])"
both = compare_rmse(few_closes, few_guesses)
check.that(
    type(both) in (tuple, list, np.ndarray) and len(both) == 2,
    f"{call}: expected two numbers, found {check.describe_value(both)}: return model_rmse, persistence_rmse",
    f"{call}: 기대한 값은 수 두 개, 나온 값은 {check.describe_value(both)}: return model_rmse, persistence_rmse",
)
check.close(
    both[0],
    np.sqrt((1 + 1 + 9 + 1) / 4),
    f"{call}: model_rmse",
    rtol=1e-2,
    en="The errors of the last four days are -1, 1, 3, 1: square, take the mean, then the root. The first day is left out.",
    ko="마지막 나흘의 오차는 -1, 1, 3, 1입니다. 제곱하고 평균한 다음 제곱근을 취합니다. 첫날은 뺍니다.",
)
check.close(
    both[1],
    2.5,
    f"{call}: persistence_rmse",
    rtol=1e-2,
    en="Persistence predicts 100, 104, 104, 101 for the last four days; its errors are -4, 0, 3, 0.",
    ko="지속성 기준선은 마지막 나흘에 대해 100, 104, 104, 101을 예측하므로 오차는 -4, 0, 3, 0입니다.",
)
check.passed("model 1.73", "persistence 2.50")

# %% nbgrader={"grade": true, "grade_id": "compare-rmse-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import math

import numpy as np
from hiddenlayers import check

rng = check.rng("compare-rmse")
for days in (3, int(rng.integers(20, 40)), int(rng.integers(50, 80))):
    moves = rng.normal(0, 2, size=days)
    course = 100 + np.cumsum(moves)
    misses = rng.normal(0, 3, size=days)
    misses[0] = 30.0  # the first day does not count
    wanted = [math.sqrt(math.fsum(x * x for x in part[1:]) / (days - 1)) for part in (misses, moves)]
    call = f"compare_rmse(closes, predicted), {days} days"
    found = compare_rmse(course.copy(), course + misses)
    check.that(
        type(found) in (tuple, list, np.ndarray) and len(found) == 2,
        f"{call}: return two numbers.",
        f"{call}: 수 두 개를 반환해야 합니다.",
    )
    for name, number, value in zip(("model_rmse", "persistence_rmse"), wanted, found, strict=True):
        check.close(
            value,
            number,
            f"{call}: {name}",
            rtol=1e-4,
            en="Both over the same days, all but the first; root of the mean of the squares, not rounded.",
            ko="둘 다 첫날을 뺀 같은 날들로 구합니다. 제곱의 평균의 제곱근이며 반올림하지 않습니다.",
        )
check.passed("3 drawn series")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 8 · Predict
#
# ### The picture that convinces
#
# On the left all days: the predicted curve follows the true one through the years, and a reader nods. On the right the last forty days of the same numbers. The network runs behind: it repeats what the price did some days ago, smoothed. On Apple's prices it stays too low besides, for it has never been so high. Persistence, in grey, is behind as well, but by one day only.
#
# A curve that lies on another in a wide picture is no proof. Zoom in, and put the baseline beside it.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# ### 그럴듯해 보이는 그림
#
# 왼쪽은 모든 날을 그린 것입니다. 예측 곡선이 여러 해에 걸쳐 실제 곡선을 잘 따라가서 고개가 끄덕여집니다. 오른쪽은 같은 값에서 마지막 40일만 그린 것입니다. 신경망의 예측은 뒤늦게 따라갑니다. 며칠 전에 주가가 한 일을 매끄럽게 되풀이할 뿐입니다. 애플 주가에서는 그렇게 높은 곳에 가 본 적이 없어서 예측이 너무 낮기까지 합니다. 회색으로 그린 지속성 기준선도 늦지만, 딱 하루만 늦습니다.
#
# 넓게 그린 그림에서 두 곡선이 겹친다고 해서 증거가 되지는 않습니다. 확대해 보고, 기준선을 나란히 그려 보십시오.

# %% alt.en="Left: over all days the predicted curve lies almost on the true one. Right: in the last forty days the prediction is smooth and off; persistence stays close to the true price." alt.ko="왼쪽은 모든 날로, 예측 곡선이 실제 곡선에 거의 겹칩니다. 오른쪽은 마지막 40일로, 예측은 매끄럽고 실제와 어긋나 있으며 지속성 기준선은 실제 가격에 가깝습니다."
_, (left, right) = plt.subplots(1, 2, figsize=(9, 3), width_ratios=[1.2, 1])
left.plot(target_days, target_prices, color=BLUE, linewidth=1, label="true")
left.plot(target_days, predicted_prices, color=ORANGE, linewidth=1, label="network")
left.set_ylabel("US dollars")
left.legend(frameon=False)
recent = range(-39, 1)
right.plot(recent, target_prices[-40:], "o-", color=BLUE, markersize=3, label="true")
right.plot(recent, today[-40:], color="0.6", label="persistence")
right.plot(recent, predicted_prices[-40:], color=ORANGE, label="network")
right.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, columnspacing=1)
right.set_xlabel("trading days from the last one")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ### Percentages that convince
#
# "98% accurate" is said of forecasts whose mean error is 2% of the price. The coefficient of determination $R^2$, 1 at best, compares a forecast with predicting the *mean* of all days, which nobody would do with a price that wanders. Look at what the baseline gets, which has learned nothing.

# %% [markdown] lang="ko"
# ### 그럴듯해 보이는 비율
#
# 평균 오차가 가격의 2%이면 "정확도 98%"라고들 말합니다. 결정 계수 $R^2$는 가장 좋을 때 1이며, 모든 날의 *평균*을 예측으로 삼는 것과 비교한 값입니다. 이리저리 움직이는 주가에 그런 예측을 할 사람은 없습니다. 아무것도 배우지 않은 기준선이 얼마를 받는지 보십시오.

# %%
baseline_errors = (today - target_prices)[is_test]
mean_percent = 100 * np.mean(abs(baseline_errors) / target_prices[is_test])
r_squared = 1 - np.mean(baseline_errors**2) / target_prices[is_test].var()
print(f'persistence on the test days: "{100 - mean_percent:.1f}% accurate", R² {r_squared:.2f}')

# %% [markdown] lang="en"
# ### The direction
#
# Perhaps the network gets the size wrong, but knows whether the price will rise? *Directional accuracy* is the share of days on which the predicted change, counted **from today's price**, has the right sign.
#
# Tossing a coin gives 0.50 on average. On a hundred days chance alone moves that by five points either way, and now and then by ten: anything between 0.40 and 0.60 can't be told from a coin.
#
# On Apple's test days the network stays so low that it predicts a fall nearly every time. It is right whenever the price happens to fall.

# %% [markdown] lang="ko"
# ### 방향
#
# 크기는 틀려도 오를지 내릴지는 알지 않겠습니까? *방향 정확도*(directional accuracy)는 **오늘 가격을 기준으로** 예측한 변화의 부호가 맞은 날의 비율입니다.
#
# 동전을 던지면 평균 0.50이 나옵니다. 100일이면 우연만으로도 5퍼센트포인트쯤 위아래로 움직이고, 가끔은 10퍼센트포인트까지 움직입니다. 0.40에서 0.60 사이라면 동전 던지기와 구별할 수 없습니다.
#
# 애플의 테스트 기간에는 예측이 너무 낮아서 거의 매일 내린다고 합니다. 마침 주가가 내린 날에만 맞습니다.

# %%
true_move = (target_prices - today)[is_test]
predicted_move = (predicted_prices - today)[is_test]
direction_hits = int(np.sum((true_move > 0) == (predicted_move > 0)))
print(
    f"direction right on {direction_hits} of {is_test.sum()} test days; the price rose on {np.sum(true_move > 0)}"
)

# %% alt.en="Scatter plot of the true change against the predicted change on the test days: no tendency to the diagonal." alt.ko="테스트 기간에 예측한 변화와 실제 변화의 산점도. 대각선을 따르는 경향이 없습니다."
plt.figure(figsize=(5, 3))
plt.plot(predicted_move, true_move, "o", color=BLUE, markersize=4, alpha=0.7)
plt.axhline(0, color="0.6", linewidth=0.8)
plt.axvline(0, color="0.6", linewidth=0.8)
plt.xlabel("predicted change, US dollars")
plt.ylabel("true change")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 7 · Directional accuracy (2 points)
#
# Write `directional_accuracy(closes, predicted)`:
#
# - `closes` and `predicted` are float arrays of shape `(n,)` as in exercise 6: `predicted[i]` is the prediction for the day of `closes[i]`.
# - From the second day on, the true change is `closes[i] - closes[i - 1]` and the predicted change `predicted[i] - closes[i - 1]`: what was predicted, from the price of the day before.
# - Leave out days on which the price did not change. At least one day is left.
# - Of the days left, return the share on which both changes go the same way, up or down, as a number from 0 to 1. A predicted change of exactly 0 goes neither way, and counts as wrong.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 방향 정확도(2점)
#
# 함수 `directional_accuracy(closes, predicted)`를 작성하십시오.
#
# - `closes`와 `predicted`는 연습문제 6에서처럼 형상이 `(n,)`인 실수 배열입니다. `predicted[i]`는 `closes[i]`의 날에 대한 예측입니다.
# - 둘째 날부터, 실제 변화는 `closes[i] - closes[i - 1]`이고 예측한 변화는 `predicted[i] - closes[i - 1]`입니다. 예측한 변화도 전날의 실제 가격을 기준으로 합니다.
# - 가격이 변하지 않은 날은 뺍니다. 적어도 하루는 남습니다.
# - 남은 날 가운데 두 변화의 방향(오름, 내림)이 같은 날의 비율을 0에서 1까지의 수로 반환합니다. 예측한 변화가 정확히 0이면 어느 방향도 아니므로 틀린 것으로 셉니다.


# %% nbgrader={"grade": false, "grade_id": "directional-accuracy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def directional_accuracy(closes, predicted):
    """The share of days on which a model predicted the right direction.

    Args:
        closes: float array of shape (n,), the closing prices in order.
        predicted: float array of shape (n,), the model's prediction for each of these days.

    Returns:
        A number from 0 to 1, over the days from the second on whose price changed.
    """
    ### BEGIN SOLUTION
    actual = np.sign(closes[1:] - closes[:-1])
    expected = np.sign(predicted[1:] - closes[:-1])
    return np.mean((actual == expected)[actual != 0])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "directional-accuracy-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

six_closes = np.array([50.0, 52.0, 51.0, 51.0, 53.0, 50.0])
six_guesses = np.array([90.0, 51.0, 50.0, 52.0, 50.0, 51.0])
share = directional_accuracy(six_closes, six_guesses)
check.close(
    share,
    0.75,
    "directional_accuracy([50, 52, 51, 51, 53, 50], [90, 51, 50, 52, 50, 51])",
    rtol=1e-4,
    en="True changes: +2, -1, 0, +2, -3. Predicted, from the day before: +1, -2, +1, -1, -2. "
    "The day without a change is left out; three of the other four directions are right.",
    ko="실제 변화는 +2, -1, 0, +2, -3이고, 전날을 기준으로 예측한 변화는 +1, -2, +1, -1, -2입니다. "
    "변하지 않은 날을 빼면 나흘 가운데 사흘의 방향이 맞습니다.",
)
check.passed("3 of 4 days", "unchanged day left out")

# %% nbgrader={"grade": true, "grade_id": "directional-accuracy-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("directional-accuracy")
for hits, failures, still in [
    (int(rng.integers(20, 30)), int(rng.integers(5, 15)), int(rng.integers(4, 9))),
    (int(rng.integers(5, 9)), int(rng.integers(12, 20)), 0),
    (int(rng.integers(6, 12)), int(rng.integers(6, 12)), int(rng.integers(1, 4))),
]:
    kinds = rng.permutation(np.repeat([1, -1, 0], [hits, failures, still]))
    steps_up = rng.choice([-1.0, 1.0], size=len(kinds)) * rng.integers(1, 9, size=len(kinds)) / 4
    true_steps = np.where(kinds == 0, 0.0, steps_up)
    guessed_steps = np.where(
        kinds == 0, steps_up, kinds * np.sign(steps_up) * rng.integers(1, 9, size=len(kinds)) / 4
    )
    flat = np.flatnonzero((kinds == -1) & (steps_up < 0))[:2]
    guessed_steps[flat] = 0.0  # no change predicted, but the price fell
    course = 64.0 + np.concatenate([[0.0], np.cumsum(true_steps)])
    forecasts = np.concatenate([[0.0], course[:-1] + guessed_steps])
    check.close(
        directional_accuracy(course.copy(), forecasts),
        hits / (hits + failures),
        f"directional_accuracy(closes, predicted), {len(course)} days",
        rtol=1e-4,
        en="Measure the predicted change from the true price of the day before; leave out days without a change; "
        "a predicted change of 0 is wrong.",
        ko="예측한 변화는 전날의 실제 가격을 기준으로 잽니다. 변하지 않은 날은 빼고, 예측한 변화가 0이면 틀린 것입니다.",
    )
check.passed("3 drawn series")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 8 · A claim (2 points, marked by a person)
#
# A blog post says: "My LSTM predicts Apple's share price with 98.5% accuracy. I made windows of all days from 2015 to 2022, shuffled them, trained on 80% and tested on the other 20%. The mean error is 1.5% of the price, and in the plot of all seven years you can't tell the two curves apart."
#
# Explain two separate reasons why this shows nothing about predicting tomorrow's price, and say for each what the author should do or report instead. Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 어떤 주장(2점, 사람이 채점)
#
# 어떤 블로그에 다음과 같은 글이 있습니다. "제 LSTM은 애플 주가를 98.5%의 정확도로 예측합니다. 2015년부터 2022년까지 모든 날의 윈도를 만들어 섞은 뒤 80%로 훈련하고 나머지 20%로 테스트했습니다. 평균 오차는 가격의 1.5%이고, 7년 전체를 그린 그래프에서는 두 곡선을 구별할 수 없습니다."
#
# 이 결과가 내일의 주가를 예측한다는 증거가 되지 못하는 이유를 서로 다른 두 가지로 설명하고, 각각에 대해 글쓴이가 대신 무엇을 하거나 보고해야 하는지 쓰십시오. 여섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "judge-a-claim", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** (1) The figures have no baseline beside them. From one day to the next a share moves little, about one or two percent, so "tomorrow = today", which has learned nothing, has a mean error of that size too, and in a plot of seven years its curve can't be told from the true one either. The author should report the error of the persistence baseline on the same days (and directional accuracy), and claim something only if the network is clearly better. (2) The windows were shuffled before they were split. Neighbouring windows share almost all their days, so the answers to the test windows lie in windows of the training set, and days after the test day were learned from. The author should split in time, take the scaling from the training part alone, and test on days after all of those, best walk-forward over several periods.
#
# *Rubric.* 1 point: the missing baseline, with the reason that the price changes little from day to day (half a point for "compare with a baseline" without the reason or without naming a baseline such as persistence). 1 point: the leak through shuffling, with the reason (overlapping windows, or learning from the future), and a split in time as the cure (half a point if either is missing). Another sound reason with its cure, such as no test of direction or a single lucky period, may replace one of the two.
#
# **모범 답안.** (1) 견줄 기준선이 없습니다. 주가는 하루 사이에 1~2%쯤밖에 움직이지 않으므로, 아무것도 배우지 않은 "내일 값 = 오늘 값"의 평균 오차도 그 정도이고, 7년을 그린 그래프에서는 그 곡선도 실제와 구별되지 않습니다. 같은 날들에 대한 지속성 기준선의 오차(와 방향 정확도)를 함께 보고하고, 신경망이 분명히 더 나을 때만 주장해야 합니다. (2) 윈도를 섞은 뒤에 나누었습니다. 이웃한 윈도는 거의 모든 날이 같으므로 테스트 윈도의 정답이 훈련 세트의 윈도 안에 들어 있고, 테스트하는 날보다 나중의 날들로 학습했습니다. 시간순으로 나누고, 스케일링에는 훈련 부분만 쓰고, 그 뒤의 날들로 테스트해야 합니다. 여러 기간에 걸친 전진 평가가 가장 좋습니다.
#
# *채점 기준.* 1점: 기준선이 없다는 점과 그 이유, 곧 주가가 하루 사이에 조금만 움직인다는 점을 설명함(이유가 없거나 지속성 기준선 같은 구체적인 기준선을 들지 않고 "기준선과 비교해야 한다"고만 쓰면 0.5점). 1점: 섞어서 생긴 누수와 그 이유(겹치는 윈도 또는 미래로부터의 학습), 그리고 해결책인 시간순 분할을 말함(둘 중 하나가 빠지면 0.5점). 방향을 평가하지 않았다거나 운이 좋은 한 기간뿐이라는 등 타당한 다른 이유와 해결책은 둘 중 하나를 대신할 수 있음.

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### Predict the change
#
# Prices wander off to where no network has been. Changes don't: a day of +1% looks the same at 30 dollars and at 180. So the same network gets ten daily changes and predicts the eleventh, all divided by the standard deviation of the past's changes. Today's price times one plus the predicted change is a price again.
#
# Nothing else is different: `clone_model` builds the same layers with new weights.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 변화를 예측하기
#
# 주가는 신경망이 가 본 적 없는 곳으로 움직여 가지만, 변화는 그렇지 않습니다. 하루 +1%는 30달러일 때나 180달러일 때나 같은 모습입니다. 그래서 같은 신경망에 열흘의 변화를 주고 열하루째의 변화를 예측하게 합니다. 모두 과거 변화의 표준편차로 나눕니다. 오늘 가격에 1 더하기 예측한 변화를 곱하면 다시 가격이 됩니다.
#
# 그 밖에는 아무것도 바꾸지 않습니다. `clone_model`은 같은 층을 새 가중치로 만듭니다.

# %%
spread = changes[prices.index[1:] < val_start].std()
change_windows = np.lib.stride_tricks.sliding_window_view(changes / spread, window_length)[:-1, :, np.newaxis]
next_changes = changes[window_length:] / spread
change_days, price_before, price_after = (
    prices.index[window_length + 1 :],
    close[window_length:-1],
    close[window_length + 1 :],
)
learn, validate, test = (
    change_days < val_start,
    (change_days >= val_start) & (change_days < test_start),
    change_days >= test_start,
)
print(f"a typical day: {spread:.2f}%;", change_windows.shape, next_changes.shape)

# %%
keras.utils.set_random_seed(2)
change_network = keras.models.clone_model(network)
change_network.compile(optimizer="adam", loss="mse")
change_history = change_network.fit(
    change_windows[learn],
    next_changes[learn],
    batch_size=32,
    epochs=hiddenlayers.epochs(20),
    validation_data=(change_windows[validate], next_changes[validate]),
    callbacks=[keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)],
    verbose=0,
)
predicted_changes = spread * change_network.predict(change_windows, verbose=0).ravel()
change_prices = price_before * (1 + predicted_changes / 100)

# %% [markdown] lang="en"
# The error shrinks to that of persistence, and stays there. A look at the predicted changes says why: they are tiny beside the true ones. The network has found out that it can't tell, and predicts nearly no change. It has become the persistence baseline.
#
# That is no failure of training. In the squared error the best answer to an unpredictable question is the mean, and the mean daily change is close to 0.

# %% [markdown] lang="ko"
# 오차가 지속성 기준선만큼 줄어들고, 거기에서 멈춥니다. 예측한 변화를 보면 까닭을 알 수 있습니다. 실제 변화에 비해 아주 작습니다. 신경망은 알 수 없다는 것을 알아내고 거의 변하지 않는다고 예측합니다. 스스로 지속성 기준선이 된 것입니다.
#
# 훈련에 실패한 것이 아닙니다. 제곱 오차에서, 예측할 수 없는 질문에 대한 가장 좋은 답은 평균이며, 하루 변화의 평균은 0에 가깝습니다.

# %%
true_changes = spread * next_changes
change_rmse = root_mean_square(change_prices[test] - price_after[test])
persistence_rmse = root_mean_square(price_before[test] - price_after[test])
change_hits = np.sum((predicted_changes[test] > 0) == (true_changes[test] > 0))
print(
    f"RMSE {change_rmse:.3f}, persistence {persistence_rmse:.3f}: ratio {change_rmse / persistence_rmse:.3f}"
)
print(f"direction right on {change_hits} of {test.sum()}; always up: {np.sum(true_changes[test] > 0)}")
print(
    f"standard deviation of changes: true {true_changes[test].std():.2f}%, predicted {predicted_changes[test].std():.2f}%"
)

# %% alt.en="True daily changes on the test days swing up and down; the predicted ones are a nearly flat line at 0." alt.ko="테스트 기간의 실제 변화는 위아래로 크게 흔들리고, 예측한 변화는 0에 가까운 거의 평평한 선입니다."
plt.figure(figsize=(8, 2.4))
plt.plot(change_days[test], true_changes[test], color=BLUE, linewidth=1, label="true")
plt.plot(change_days[test], predicted_changes[test], color=ORANGE, label="predicted")
plt.ylabel("change in %")
plt.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Walk-forward evaluation
#
# A hundred test days are one stretch of weather. *Walk-forward evaluation* plays through what a forecaster would have lived: learn from all days so far, predict the next hundred, move on, learn from these as well. Six stretches say more than one, and no prediction ever knows its future. For a single batch, calling the network like a function is quicker than `predict`.

# %% [markdown] lang="ko"
# ### 전진 평가
#
# 테스트 기간 100일은 한 시기의 날씨일 뿐입니다. *전진 평가*(walk-forward evaluation)는 예측하는 사람이 실제로 겪었을 일을 그대로 따라갑니다. 그때까지의 모든 날로 배우고, 다음 100일을 예측하고, 앞으로 나아가 그 100일로도 배웁니다. 여섯 시기는 한 시기보다 많은 것을 말해 주고, 어떤 예측도 자기 미래를 알지 못합니다. 배치 하나일 때는 `predict`보다 신경망을 함수처럼 호출하는 쪽이 빠릅니다.

# %% alt.en="Six rows of squares: in each row the blue training days reach further, and the orange test days follow directly." alt.ko="네모로 된 줄 여섯 개. 줄마다 파란 훈련 기간이 더 길어지고 바로 뒤에 주황색 테스트 기간이 이어집니다."
draw_parts({f"step {k + 1}": ["training"] * (12 + 4 * k) + ["test"] * 4 for k in range(6)}, "time")

# %%
first = len(next_changes) - 600
past_spread = changes[: window_length + first].std()  # known before the first step
walk_inputs = change_windows * spread / past_spread
walk_targets = next_changes * spread / past_spread
keras.utils.set_random_seed(3)
walker = keras.models.clone_model(network)
walker.compile(optimizer="adam", loss="mse")
walked_changes = []
for start in range(first, first + 600, 100):
    walker.fit(
        walk_inputs[:start], walk_targets[:start], batch_size=32, epochs=hiddenlayers.epochs(4), verbose=0
    )
    walked_changes.append(np.ravel(walker(walk_inputs[start : start + 100])))

# %%
before, after = price_before[first:].reshape(6, 100), price_after[first:].reshape(6, 100)
walked_prices = before * (1 + past_spread * np.array(walked_changes) / 100)
walk = pd.DataFrame(
    {
        "network": [root_mean_square(errors) for errors in walked_prices - after],
        "persistence": [root_mean_square(errors) for errors in before - after],
    },
    index=pd.Index(change_days[first::100].strftime("%Y-%m"), name="from"),
)
walk["ratio"] = walk["network"] / walk["persistence"]
walk.round(3)

# %% alt.en="Six pairs of bars of nearly the same height, network and persistence, one pair for each step; the steps differ from each other." alt.ko="단계마다 신경망과 지속성 기준선의 막대가 거의 같은 높이로 짝을 이루고, 높이는 단계마다 다릅니다."
walk[["network", "persistence"]].plot.bar(
    figsize=(7, 2.4), rot=0, color=[BLUE, "0.7"], xlabel="100 days from", ylabel="RMSE, US dollars"
)
plt.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### The honest conclusion
#
# The bars of a pair are almost equally high, and a ratio that lies a hundredth or two off 1 is chance. No step shows a network that is clearly ahead. How large the errors are depends on the weather of the market, not on the network. From past closing prices alone a network of this kind learns nothing useful about tomorrow.
#
# That should not surprise. Many people look for such patterns, and whoever finds one trades on it until it is gone. And even a forecast that was right slightly more often than a coin would have to pay for every trade, and to bear the days on which it is wrong.
#
# > **Warning.** Nothing here is trading advice. What you can take with you is the method: a baseline, a split in time, walk-forward evaluation. It serves wherever something is forecast: demand, traffic, electricity, where there *are* patterns to learn.

# %% [markdown] lang="ko"
# ### 정직한 결론
#
# 짝을 이룬 막대의 높이는 거의 같습니다. 비율이 1에서 100분의 1이나 2쯤 벗어난 것은 우연입니다. 신경망이 분명히 앞서는 단계는 없습니다. 오차의 크기는 신경망이 아니라 시장의 날씨에 달려 있습니다. 이런 신경망이 과거의 종가만으로 내일에 대해 쓸모 있는 것을 배우지는 못합니다.
#
# 놀랄 일이 아닙니다. 많은 사람이 그런 패턴을 찾고 있고, 찾아낸 사람은 그 패턴이 사라질 때까지 그것으로 거래합니다. 동전보다 조금 더 자주 맞는 예측이 있다고 해도, 거래할 때마다 비용을 내고 틀린 날의 손실도 감당해야 합니다.
#
# > **경고.** 여기에 나온 어떤 내용도 투자 조언이 아닙니다. 여러분이 가져갈 것은 방법입니다. 기준선, 시간순 분할, 전진 평가는 무엇을 예측하든 쓸모가 있습니다. 수요, 교통량, 전력 사용량처럼 배울 패턴이 *있는* 곳에서도 마찬가지입니다.

# %% [markdown] lang="en"
# ## 10 · Save
#
# A network that predicts scaled numbers is worth nothing without its scale. So its numbers are saved beside the model, and used again after loading. (We use a temporary folder here; choose a place of your own to keep it.)

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 스케일링된 수를 예측하는 신경망은 그 눈금 없이는 쓸모가 없습니다. 그래서 눈금의 수를 모델 옆에 함께 저장하고, 다시 불러와 사용합니다. (여기서는 임시 폴더를 씁니다. 계속 두고 쓰려면 원하는 곳에 저장하십시오.)

# %%
with tempfile.TemporaryDirectory() as folder:
    change_network.save(Path(folder) / "change.keras")
    settings = {"window": window_length, "spread": float(spread)}
    (Path(folder) / "scale.json").write_text(json.dumps(settings))
    restored = keras.models.load_model(Path(folder) / "change.keras")
    scale = json.loads((Path(folder) / "scale.json").read_text())
latest = changes[-scale["window"] :].reshape(1, -1, 1) / scale["spread"]
next_change = scale["spread"] * float(restored(latest)[0, 0])
print(
    "same answers:", np.allclose(restored(change_windows[:5]), change_network(change_windows[:5]), atol=1e-5)
)
print(f"after the last day: {next_change:+.2f}%, give or take {scale['spread']:.2f}%")

# %% [markdown] lang="en"
# A forecast without its uncertainty is half a forecast. The bar spans one standard deviation of the daily change to either side; the predicted change itself is hardly to be seen.

# %% [markdown] lang="ko"
# 불확실성을 밝히지 않은 예측은 절반의 예측입니다. 세로 막대는 하루 변화의 표준편차만큼 위아래로 뻗어 있습니다. 예측한 변화 자체는 거의 눈에 띄지 않습니다.

# %% alt.en="The last twenty closing prices, and for the day after them a point with a long error bar." alt.ko="마지막 스무 날의 종가와, 그다음 날에 대한 긴 오차 막대가 달린 점."
plt.figure(figsize=(6, 2.4))
plt.plot(range(-19, 1), close[-20:], "o-", color=BLUE, markersize=4)
plt.errorbar(
    1,
    close[-1] * (1 + next_change / 100),
    yerr=close[-1] * scale["spread"] / 100,
    fmt="s",
    color=ORANGE,
    capsize=4,
)
plt.xticks(range(-20, 1, 5))
plt.xlabel("trading days from the last one")
plt.ylabel("US dollars")
plt.show()

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **A forecast without the persistence baseline.** An error in dollars or percent says nothing by itself.
# - **`response["Close"]` taken for a column.** yfinance 1.x returns two levels of columns: `response["Close", "AAPL"]`, or `multi_level_index=False` when you ask.
# - **`Adj Close` not found.** `auto_adjust=True` is the default now, and `Close` is adjusted. Ask for `auto_adjust=False` to get both.
# - **The last day is missing.** `end` is exclusive.
# - **A split by `train_test_split` as it comes.** It shuffles. For a time series the test days come after all others.
# - **A scaler fitted on the whole series.** It knows the highest price to come.
# - **One scaler for each lag and another for the target.** All are the same series. Scaled differently, equal prices become different numbers, and the window no longer is the curve it was.
# - **Directions by comparing predictions with each other.** `predicted[i] - predicted[i - 1]` is not what was predicted for the day: the change counts from the true price of the day before.
# - **`(n, 1)` minus `(n,)`** makes a matrix.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **지속성 기준선이 없는 예측.** 달러나 퍼센트로 나타낸 오차는 그것만으로는 아무 의미가 없습니다.
# - **`response["Close"]`를 열 하나로 여기기.** yfinance 1.x는 열 이름을 두 단계로 돌려줍니다. `response["Close", "AAPL"]`로 쓰거나, 요청할 때 `multi_level_index=False`를 줍니다.
# - **`Adj Close`를 찾을 수 없다는 오류.** 이제 `auto_adjust=True`가 기본값이고 `Close`가 수정 종가입니다. 둘 다 받으려면 `auto_adjust=False`로 요청합니다.
# - **마지막 날이 빠짐.** `end` 날짜는 포함되지 않습니다.
# - **`train_test_split`을 그대로 쓰기.** 이 함수는 섞습니다. 시계열에서는 테스트하는 날이 다른 모든 날보다 뒤에 와야 합니다.
# - **전체 시계열에 맞춘 스케일러.** 앞으로 나올 최고가를 이미 알고 있습니다.
# - **윈도의 열마다, 또 타깃에 따로 맞춘 스케일러.** 모두 같은 시계열입니다. 따로 스케일링하면 같은 가격이 다른 수가 되어 윈도가 원래의 곡선을 잃습니다.
# - **예측끼리 비교해 방향 정하기.** `predicted[i] - predicted[i - 1]`은 그날에 대해 예측한 변화가 아닙니다. 변화는 전날의 실제 가격을 기준으로 셉니다.
# - **`(n, 1)`에서 `(n,)`을 빼면** 행렬이 됩니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - loaded daily prices, and learned what yfinance's columns, adjusted prices and `end` mean,
# - cut a series into windows and targets, split it in time, and scaled it by the past alone,
# - stacked three LSTM layers, and counted their 32,465 parameters,
# - turned predictions back into dollars, and judged them by RMSE and direction beside the persistence baseline,
# - tested a forecast by walk-forward evaluation, and found out how claims that say nothing come about.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. A series has 500 values. How many windows of 20 have a next value?
# 2. Why may `fit` shuffle windows of the training set, while the split must not?
# 3. The lowest and highest price of the training days are 20 and 120 dollars. What does a test price of 150 become, and what is wrong with that?
# 4. Which LSTM layers of a stack need `return_sequences=True`, and why?
# 5. A network's RMSE is 3 dollars. What do you ask?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 일별 주가를 불러오고, yfinance의 열과 수정 주가와 `end`가 무엇을 뜻하는지 배웠습니다.
# - 시계열을 윈도와 타깃으로 자르고, 시간순으로 나누고, 과거만 보고 스케일링했습니다.
# - LSTM 층 세 개를 쌓고 파라미터 32,465개를 세었습니다.
# - 예측을 달러로 되돌리고, 지속성 기준선과 나란히 RMSE와 방향으로 평가했습니다.
# - 전진 평가로 예측을 시험하고, 아무 의미 없는 주장이 어떻게 생기는지 알아보았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 값이 500개인 시계열에서, 다음 값이 있는 길이 20의 윈도는 몇 개입니까?
# 2. `fit`은 훈련 세트의 윈도를 섞어도 되는데, 나눌 때는 섞으면 안 되는 이유는 무엇입니까?
# 3. 훈련 기간의 최저가와 최고가가 20달러와 120달러입니다. 테스트 기간의 150달러는 얼마가 됩니까? 잘못된 것입니까?
# 4. 쌓아 올린 LSTM 층 가운데 `return_sequences=True`가 필요한 것은 어느 층이며, 왜 그렇습니까?
# 5. 어떤 신경망의 RMSE가 3달러입니다. 무엇을 물어보겠습니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - R. J. Hyndman, G. Athanasopoulos (2021): [Forecasting: Principles and Practice](https://otexts.com/fpp3/), chapter 5, on simple benchmarks and on evaluation that moves forward in time.
# - S. Hochreiter, J. Schmidhuber (1997): [Long Short-Term Memory](https://doi.org/10.1162/neco.1997.9.8.1735). Where the LSTM comes from.
# - E. F. Fama (1970): [Efficient Capital Markets: A Review of Theory and Empirical Work](https://doi.org/10.2307/2325486). Why past prices tell so little.
# - F. Chollet: [Deep Learning with Python](https://deeplearningwithpython.io), the chapter on time series, with a baseline that is hard to beat.
# - yfinance: [documentation](https://ranaroussi.github.io/yfinance/).
#
# ## Recall answers
#
# 1. 480: windows may begin at values 0 to 479.
# 2. A window carries its order inside, so the order of windows does not matter. In a shuffled split the days of test windows and their answers lie in training windows too.
# 3. 1.3. Nothing is wrong: nobody knew the price of 150 in training. But the network has to extrapolate there.
# 4. All but the last: the next LSTM layer reads a sequence, and the last layer's output goes to a dense layer as one vector.
# 5. What persistence gets on the same days, whether these days come after all that was used in training, and how it was in other periods.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - R. J. Hyndman, G. Athanasopoulos (2021): [Forecasting: Principles and Practice](https://otexts.com/fpp3/) 5장. 단순한 기준 모델과, 시간을 따라 나아가는 평가를 다룹니다.
# - S. Hochreiter, J. Schmidhuber (1997): [Long Short-Term Memory](https://doi.org/10.1162/neco.1997.9.8.1735). LSTM이 나온 논문입니다.
# - E. F. Fama (1970): [Efficient Capital Markets: A Review of Theory and Empirical Work](https://doi.org/10.2307/2325486). 과거의 가격이 왜 그토록 적은 것만 알려 주는지 다룹니다.
# - F. Chollet: [Deep Learning with Python](https://deeplearningwithpython.io)의 시계열 장. 이기기 어려운 기준선이 나옵니다.
# - yfinance: [공식 문서](https://ranaroussi.github.io/yfinance/).
#
# ## 질문의 답
#
# 1. 480개입니다. 윈도는 0번부터 479번까지의 값에서 시작할 수 있습니다.
# 2. 순서는 윈도 안에 들어 있으므로 윈도끼리의 차례는 상관없습니다. 섞어서 나누면 테스트 윈도의 날들과 정답이 훈련 윈도에도 들어갑니다.
# 3. 1.3이 됩니다. 잘못된 것이 아닙니다. 훈련할 때는 아무도 150달러를 몰랐습니다. 다만 신경망은 거기에서 외삽해야 합니다.
# 4. 마지막을 뺀 모든 층입니다. 다음 LSTM 층은 시퀀스를 읽고, 마지막 층의 출력은 벡터 하나로 밀집층에 들어갑니다.
# 5. 같은 날들에서 지속성 기준선은 얼마인지, 그 날들이 훈련에 쓴 모든 날보다 뒤인지, 다른 시기에는 어땠는지 묻습니다.
