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
# # Recurrent networks on number sequences
#
# **120 minutes · 20 points**
#
# You will build networks that read a sequence step by step and remember what they have read. One of them has to continue a row of numbers that any child can continue, and it fails. You will find out why, mend it, and know where it fails still.
#
# After this chapter you can
#
# - tell the kinds of sequence problems apart, and cut a series into windows of the shape that a recurrent layer takes,
# - calculate a step of a simple recurrent layer and of an LSTM by hand, and count the parameters of RNN, LSTM and GRU,
# - stack recurrent layers with the right shapes between them,
# - find out why a network does not learn, one suspicion at a time,
# - scale inputs and targets, turn predictions back into the data's units, and say what happens outside the range that was learned.
#
# **Before you start:** from chapters 00 and 01 layers, activation functions, gradient descent, Adam, min–max scaling, overfitting, `compile` and `fit`. This chapter needs no data set: we make the numbers ourselves.

# %% [markdown] lang="ko"
# # 순환 신경망으로 수열 다루기
#
# **120분 · 20점**
#
# 이 장에서는 시퀀스를 한 단계씩 읽으면서 읽은 것을 기억하는 신경망을 만듭니다. 그중 하나에게 어린아이도 이어 쓸 수 있는 수열을 맡기는데, 뜻밖에도 실패합니다. 왜 실패하는지 알아내어 고치고, 고친 뒤에도 어디에서 실패하는지 확인합니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 시퀀스 문제의 종류를 구별하고, 시계열을 순환층이 받는 형상의 윈도로 자릅니다.
# - 단순 순환층과 LSTM의 한 단계를 직접 계산하고, RNN, LSTM, GRU의 파라미터 개수를 셉니다.
# - 순환층 사이의 형상을 맞추어 여러 층을 쌓습니다.
# - 신경망이 배우지 못하는 까닭을 하나씩 의심하고 확인하며 찾아냅니다.
# - 입력과 타깃을 스케일링하고, 예측을 데이터의 원래 단위로 되돌리며, 배운 범위 밖에서 어떤 일이 일어나는지 설명합니다.
#
# **미리 알아 둘 것:** 0장과 1장에서 배운 층, 활성화 함수, 경사 하강법, Adam, 최소-최대 스케일링, 과대적합, `compile`과 `fit`입니다. 이 장에는 데이터셋이 필요 없습니다. 수를 직접 만들어 씁니다.

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK, STYLE, recurrence

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# A *sequence* is data whose order matters: words in a sentence, notes in a melody, prices day by day. A dense network takes each example whole, at a fixed size, and knows no order among its inputs. A *recurrent network* (RNN) reads one *time step* after the other and carries along a memory of what it has read.
#
# What goes in and what comes out may each be one thing or many. The picture shows the four kinds.
#
# - **1:N**, one thing in, a sequence out: a caption for an image, a melody from its first note.
# - **N:1**, a sequence in, one thing out: the mood of a review, a disease from a piece of DNA, tomorrow's value from the last days.
# - **N:M**, a sequence in, another of another length out: translation, speech to text. The network reads everything first and answers then.
# - **N:N**, an answer at each step: the part of speech of each word, what happens in each frame of a video.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# *시퀀스*(sequence)는 순서가 중요한 데이터입니다. 문장 속의 단어, 멜로디의 음, 날마다의 가격이 그렇습니다. 밀집 신경망은 크기가 정해진 샘플을 한꺼번에 받고, 입력 사이의 순서를 모릅니다. *순환 신경망*(recurrent neural network, RNN)은 *타임스텝*(time step)을 하나씩 차례로 읽으면서, 읽은 것에 대한 기억을 다음 단계로 넘깁니다.
#
# 들어오는 것과 나가는 것은 각각 하나일 수도 있고 여럿일 수도 있습니다. 그림은 네 가지 종류를 보여 줍니다.
#
# - **1:N**, 하나가 들어와 시퀀스가 나갑니다. 이미지의 설명문, 첫 음에서 이어 만든 멜로디가 그렇습니다.
# - **N:1**, 시퀀스가 들어와 하나가 나갑니다. 리뷰의 긍정과 부정, DNA 조각으로 알아내는 질병, 지난 며칠로 예측하는 내일의 값이 그렇습니다.
# - **N:M**, 시퀀스가 들어와 길이가 다른 시퀀스가 나갑니다. 번역과 음성 인식이 그렇습니다. 신경망은 먼저 끝까지 읽고 나서 답합니다.
# - **N:N**, 단계마다 답이 나갑니다. 단어마다의 품사, 동영상 장면마다의 동작이 그렇습니다.

# %% alt.en="Four diagrams of inputs, memory and outputs in a row of time steps: 1:N has one input and four outputs, N:1 four inputs and one output at the end, N:M three inputs and then three outputs, N:N an input and an output at every step." alt.ko="입력, 기억, 출력을 타임스텝 순서로 그린 그림 네 개. 1:N은 입력 하나에 출력 넷, N:1은 입력 넷에 마지막 출력 하나, N:M은 입력 셋을 다 읽은 뒤 출력 셋, N:N은 단계마다 입력 하나와 출력 하나입니다."
recurrence.draw_patterns()
plt.show()

# %% [markdown] lang="en"
# Our problem is of the kind N:1.
#
# - **What goes in?** Five consecutive whole numbers, such as 7, 8, 9, 10, 11.
# - **What comes out?** Twice the number that comes next, here 24. This is *regression*: the answer is a number.
# - **Who knows the right answer?** We do, exactly. So if the network fails, neither noise nor too little data is to blame.
# - **When is it good?** When the *mean absolute error* (MAE), the average distance between answer and truth, is below 1. The answers run from 10 to 208.
#
# Of course nobody needs a network for this. A problem with a known answer is a laboratory: whatever goes wrong here goes wrong with real series as well, only there you can't see it so clearly.

# %% [markdown] lang="ko"
# 이 장의 문제는 N:1입니다.
#
# - **무엇이 들어옵니까?** 7, 8, 9, 10, 11처럼 이어지는 정수 다섯 개입니다.
# - **무엇이 나갑니까?** 다음에 올 수의 두 배, 이 예에서는 24입니다. 답이 수이므로 *회귀*(regression)입니다.
# - **정답은 누가 압니까?** 우리가 정확히 압니다. 그러므로 신경망이 실패해도 잡음이나 데이터 부족을 탓할 수 없습니다.
# - **어떤 모델이 좋은 모델입니까?** 답과 정답의 거리를 평균한 *평균 절대 오차*(mean absolute error, MAE)가 1보다 작은 모델입니다. 정답의 범위는 10에서 208까지입니다.
#
# 물론 이 문제를 푸는 데 신경망은 필요 없습니다. 답을 아는 문제는 실험실과 같습니다. 여기서 잘못되는 일은 실제 시계열에서도 똑같이 잘못되는데, 실제 시계열에서는 이만큼 또렷이 보이지 않을 뿐입니다.

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# The series is 0, 1, 2, … 104. A *window* of five numbers slides along it, one step at a time, and the number behind the window gives the target. That makes 100 examples.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 시계열은 0, 1, 2, …, 104입니다. 수 다섯 개가 들어가는 *윈도*(window)를 한 칸씩 밀면서 자르고, 윈도 바로 뒤의 수로 타깃을 만듭니다. 그러면 샘플이 100개 생깁니다.

# %%
numbers = np.arange(105, dtype="float32")
inputs = np.lib.stride_tricks.sliding_window_view(numbers, 5)[:-1]
doubled = 2 * numbers[5:]
for row in (0, 1, 99):
    print(inputs[row].astype(int), "→", int(doubled[row]))

# %% alt.en="Four of the windows as five blue points each on a rising line, and for each an orange square twice as high one step later." alt.ko="오르막 직선 위에 파란 점 다섯 개씩으로 그린 윈도 네 개와, 한 단계 뒤에 두 배 높이로 찍힌 주황색 네모."
plt.figure(figsize=(7, 2.6))
for start in (0, 30, 60, 99):
    plt.plot(np.arange(start, start + 5), inputs[start], "o", color=BLUE, markersize=3)
    plt.plot(start + 5, doubled[start], "s", color=ORANGE, markersize=5)
plt.legend(["window of five inputs", "target"], frameon=False)
plt.xlabel("position in the series")
plt.ylabel("value")
plt.show()

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# A recurrent layer takes a batch with **three** axes: `(batch, time steps, features)`. Our series has one value at each time step, it is *univariate*; so the last axis has length 1, and it has to be there all the same. In the picture each sheet is one sequence of the batch.
#
# > **Common mistake.** An array of shape `(100, 5)` is rejected: "expected ndim=3, found ndim=2". Add the axis of the features with `[..., np.newaxis]`.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# 순환층은 축이 **세 개**인 배치를 받습니다. 형상은 `(배치, 타임스텝, 특성)`입니다. 이 시계열에는 타임스텝마다 값이 하나뿐이므로 *단변량*(univariate)이고 마지막 축의 길이는 1이지만, 그래도 축은 있어야 합니다. 그림에서 한 묶음이 배치에 든 시퀀스 하나입니다.
#
# > **흔한 실수.** 형상이 `(100, 5)`인 배열을 주면 "expected ndim=3, found ndim=2"라는 오류가 납니다. `[..., np.newaxis]`로 특성 축을 덧붙입니다.

# %%
x_raw, y_raw = inputs[..., np.newaxis], doubled
print("inputs ", x_raw.shape, "from", x_raw.min(), "to", x_raw.max())
print("targets", y_raw.shape, "from", y_raw.min(), "to", y_raw.max())

# %% alt.en="Three sheets side by side, each a column of five numbers, one a time step: 0 to 4, 1 to 5, 2 to 6." alt.ko="타임스텝마다 수가 하나씩 적힌 세로줄 세 개. 차례로 0~4, 1~5, 2~6입니다."
recurrence.draw_batch(x_raw[:3])
plt.show()

# %% [markdown] lang="en"
# With several values at each time step a series is *multivariate*: the temperature and the rain of each day, say. The windows are cut in the same way, along the time axis; each then has one column a feature.

# %% [markdown] lang="ko"
# 하루의 기온과 강수량처럼 타임스텝마다 값이 여럿이면 *다변량*(multivariate) 시계열입니다. 윈도는 똑같이 시간 축을 따라 자르며, 윈도마다 특성 수만큼 열이 생깁니다.

# %% alt.en="Two sheets of four time steps and two columns: temperature in blue, rain in orange. The second sheet begins two days later." alt.ko="타임스텝 넷, 열 둘로 된 묶음 두 개. 파란색은 기온, 주황색은 강수량이고 두 번째 묶음은 이틀 뒤에 시작합니다."
temperature = [19, 21, 22, 18, 17, 20]
rain = [0, 0, 5, 12, 3, 0]
weather = np.stack([temperature, rain], axis=1)
recurrence.draw_batch(np.stack([weather[:4], weather[2:]]))
plt.show()
print("shape of the series", weather.shape, "and of the batch", (2, 4, 2))

# %% [markdown] lang="en"
# ### Exercise 1 · Windows (2 points)
#
# Cut any series, with one feature or several, into windows, and take as the target a value that lies one or more steps ahead. Write `make_windows(series, length, ahead)`:
#
# - `series` is a float array of shape `(n, features)`, one row a time step. `length` and `ahead` are whole numbers, 1 or more, and `n` is at least `length + ahead`.
# - Return two `float32` arrays as a tuple `(x, y)`.
# - `x` has shape `(m, length, features)`: window `i` is the rows `i` to `i + length - 1` of the series. Begin with `i = 0`, go on in steps of 1, and make every window whose target still lies in the series.
# - `y` has shape `(m,)`: for each window the value of the **first** feature, `ahead` steps after the window's last row. With `ahead` = 1 that is the row directly behind the window.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 윈도 자르기(2점)
#
# 특성이 하나이든 여럿이든 시계열을 윈도로 자르고, 한 단계 이상 뒤의 값을 타깃으로 삼는 함수 `make_windows(series, length, ahead)`를 작성하십시오.
#
# - `series`는 형상이 `(n, features)`인 실수 배열이며, 행 하나가 타임스텝 하나입니다. `length`와 `ahead`는 1 이상의 정수이고, `n`은 `length + ahead` 이상입니다.
# - `float32` 배열 두 개를 튜플 `(x, y)`로 반환합니다.
# - `x`의 형상은 `(m, length, features)`입니다. `i`번 윈도는 시계열의 `i`행부터 `i + length - 1`행까지입니다. `i = 0`에서 시작해 1씩 늘려 가며, 타깃이 시계열 안에 있는 윈도를 빠짐없이 만듭니다.
# - `y`의 형상은 `(m,)`입니다. 윈도마다 마지막 행에서 `ahead` 단계 뒤에 있는 행의 **첫 번째** 특성 값이 들어갑니다. `ahead`가 1이면 윈도 바로 다음 행입니다.


# %% nbgrader={"grade": false, "grade_id": "make-windows", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_windows(series, length, ahead):
    """Cut a series into windows with a target for each.

    Args:
        series: float array of shape (n, features), one row a time step.
        length: int, the number of time steps in a window.
        ahead: int, how many steps after the window's last row the target lies; 1 is the next row.

    Returns:
        A tuple (x, y) of float32 arrays: windows of shape (m, length, features), and for each the first
        feature's value at its target, shape (m,).
    """
    ### BEGIN SOLUTION
    count = len(series) - length - ahead + 1
    x = np.stack([series[first : first + length] for first in range(count)])
    y = series[length + ahead - 1 :, 0]
    return x.astype("float32"), y.astype("float32")
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "make-windows-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

small_series = np.array([[0.0, 10], [1, 11], [2, 12], [3, 13], [4, 14], [5, 15]])
made = make_windows(small_series, 3, 1)
call = "make_windows(series, 3, 1), series.shape = (6, 2)"
check.that(
    type(made) in (tuple, list) and len(made) == 2,
    f"{call}: return two arrays, the windows and the targets: return x, y.",
    f"{call}: 윈도와 타깃, 두 배열을 반환해야 합니다: return x, y.",
)
check.array(
    made[0],
    f"{call}: x",
    shape=(3, 3, 2),
    en="The axes are windows, time steps, features. Three windows of the six rows have a row behind them.",
    ko="축은 차례로 윈도, 타임스텝, 특성입니다. 여섯 행에서 뒤에 행이 남는 윈도는 세 개입니다.",
)
check.array(made[1], f"{call}: y", shape=(3,), en="One number a window.", ko="윈도마다 수 하나입니다.")
check.array(made[0], f"{call}: x", dtype="float32")
check.array(made[1], f"{call}: y", dtype="float32")
check.close(
    made[0][1],
    [[1, 11], [2, 12], [3, 13]],
    f"{call}: x[1]",
    en="Window 1 begins with row 1, and keeps rows as time steps and columns as features.",
    ko="1번 윈도는 1행에서 시작합니다. 행은 타임스텝, 열은 특성 그대로 두십시오.",
)
check.close(
    made[1],
    [3, 4, 5],
    f"{call}: y",
    en="The first feature of the row directly behind each window.",
    ko="각 윈도 바로 다음 행의 첫 번째 특성입니다.",
)
check.passed("x (3, 3, 2)", "y (3,)", "float32", "targets aligned")

# %% nbgrader={"grade": true, "grade_id": "make-windows-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("make-windows")
for features, ahead, total in (
    (3, int(rng.integers(2, 5)), int(rng.integers(5, 12))),
    (1, 1, int(rng.integers(5, 12))),
    (2, int(rng.integers(2, 5)), 1),
):
    length = int(rng.integers(2, 7))
    drawn = rng.normal(size=(length + ahead + total - 1, features)) * 10
    call = f"make_windows(series, {length}, {ahead}), series.shape = {drawn.shape}"
    cut = make_windows(drawn, length, ahead)
    check.that(
        type(cut) in (tuple, list) and len(cut) == 2,
        f"{call}: return two arrays, x and y.",
        f"{call}: 두 배열 x와 y를 반환해야 합니다.",
    )
    check.array(
        cut[0],
        f"{call}: x",
        shape=(total, length, features),
        en="Count the windows whose target, ahead steps after their last row, still lies in the series.",
        ko="마지막 행에서 ahead 단계 뒤의 타깃이 시계열 안에 있는 윈도를 모두 세십시오.",
    )
    check.array(cut[1], f"{call}: y", shape=(total,))
    check.array(cut[0], f"{call}: x", dtype="float32")
    check.array(cut[1], f"{call}: y", dtype="float32")
    order = np.arange(total)[:, None] + np.arange(length)
    check.close(cut[0], drawn[order], f"{call}: x", rtol=1e-4, atol=1e-4)
    check.close(
        cut[1],
        drawn[order[:, -1] + ahead, 0],
        f"{call}: y",
        rtol=1e-4,
        atol=1e-4,
        en="The target lies ahead steps after the window's last row, in the first column.",
        ko="타깃은 윈도의 마지막 행에서 ahead 단계 뒤, 첫 번째 열에 있습니다.",
    )
check.passed("3 drawn series")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### A layer with a memory
#
# A recurrent layer has a *hidden state* $h$: a vector of numbers, one a unit, that sums up what the layer has read so far. At each time step it mixes the new input $x_t$ with the old state:
#
# $$h_t = \tanh(x_t W + h_{t-1} U + b), \qquad h_0 = 0$$
#
# $W$ is the *kernel*, for the input, $U$ the *recurrent kernel*, for the state, $b$ the bias. Drawn once for each time step, *unrolled*, the layer looks like a deep network. But all steps share **the same** $W$, $U$ and $b$: a longer sequence needs no more parameters. The state after the last step has seen everything; from it the output is made.
#
# > **Common mistake.** "An RNN is a CNN that remembers." Both use the same weights again and again, but a convolution slides them over places side by side and keeps no state; a recurrent layer hands its state on from step to step.

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 기억이 있는 층
#
# 순환층에는 *은닉 상태*(hidden state) $h$가 있습니다. 유닛마다 수가 하나씩 든 벡터로, 지금까지 읽은 것을 요약합니다. 타임스텝마다 새 입력 $x_t$와 이전 상태를 섞어 새 상태를 만듭니다.
#
# $$h_t = \tanh(x_t W + h_{t-1} U + b), \qquad h_0 = 0$$
#
# $W$는 입력에 곱하는 *커널*(kernel), $U$는 상태에 곱하는 *순환 커널*(recurrent kernel), $b$는 편향입니다. 타임스텝마다 층을 한 번씩 그려서 길게 *펼쳐 그리면*(unrolling) 깊은 신경망처럼 보입니다. 그러나 모든 단계가 **똑같은** $W$, $U$, $b$를 함께 씁니다. 그래서 시퀀스가 길어져도 파라미터는 늘지 않습니다. 마지막 단계의 상태는 시퀀스를 끝까지 본 상태이므로, 이 상태로 출력을 만듭니다.
#
# > **흔한 실수.** "RNN은 기억이 있는 CNN이다." 둘 다 같은 가중치를 되풀이해 쓰지만, 합성곱은 가중치를 나란히 있는 위치로 옮겨 가며 쓸 뿐 상태가 없습니다. 순환층은 상태를 다음 단계로 넘깁니다.

# %% alt.en="A recurrent layer unrolled over five time steps: each input leads up to a state by the weights W, each state on to the next by the weights U, the last state to the output." alt.ko="다섯 타임스텝으로 펼쳐 그린 순환층. 각 입력은 가중치 W를 거쳐 상태로 올라가고, 각 상태는 가중치 U를 거쳐 다음 상태로 이어지며, 마지막 상태가 출력으로 갑니다."
recurrence.draw_unrolled(steps=5)
plt.show()

# %% [markdown] lang="en"
# In Keras this is `SimpleRNN`. With three units and one feature it has nine weights in its recurrent kernel, three in its kernel, and three biases.

# %% [markdown] lang="ko"
# Keras에서는 `SimpleRNN`이 이 층입니다. 유닛이 세 개이고 특성이 하나이면 순환 커널에 가중치가 아홉 개, 커널에 세 개, 그리고 편향이 세 개 있습니다.

# %%
three_units = keras.layers.SimpleRNN(3)
print("state after the last step:", three_units(x_raw[:1] / 100).shape)
for weight in three_units.weights:
    print(f"{weight.name:17}", weight.shape)

# %% [markdown] lang="en"
# How long does it remember? Take a single unit with $W = 1$ and $b = 0$, and show it one pulse, at step 2. What comes back at each later step depends on $U$: the memory of a small $U$ fades fast, that of a larger one slowly. Well above 1 the unit never forgets, but then it hardly takes in anything new either.

# %% [markdown] lang="ko"
# 얼마나 오래 기억합니까? $W = 1$, $b = 0$인 유닛 하나에 2번 단계에서 신호를 한 번만 줍니다. 그 뒤의 상태는 $U$에 달려 있습니다. $U$가 작으면 기억이 빨리 사라지고, 크면 천천히 사라집니다. 1보다 꽤 크면 영영 잊지 않지만, 그러면 새로운 것도 거의 받아들이지 못합니다.

# %% alt.en="State of one unit over 25 steps after a pulse at step 2: with U = 0.3 it is gone after a few steps, with 0.9 it fades slowly, with 1.3 it stays high." alt.ko="2번 단계의 신호 뒤 25단계 동안 유닛 하나의 상태. U가 0.3이면 몇 단계 만에 사라지고, 0.9이면 천천히 줄고, 1.3이면 높은 값에 머뭅니다."
plt.figure(figsize=(6, 2.4))
for u, color in ((0.3, BLUE), (0.9, ORANGE), (1.3, GREEN)):
    memory = [0.0]
    for step in range(1, 25):
        memory.append(np.tanh((step == 2) + u * memory[-1]))
    plt.plot(memory, ".-", color=color, label=f"U = {u}")
plt.xlabel("time step")
plt.ylabel("state")
plt.legend(frameon=False, loc="center right")
plt.show()

# %% [markdown] lang="en"
# ### Backpropagation through time
#
# To train, the error goes back the way the states came, from the last step to the first: *backpropagation through time* (BPTT). It is the ordinary backpropagation on the unrolled network; since the weights are shared, the gradients of all steps are added up. That takes time and memory in proportion to the length of the sequence.
#
# On the way back the gradient is multiplied at every step by $U$ and by the slope of tanh, which is at most 1. After fifty such factors below 1 next to nothing is left: the *vanishing gradient*. What stood at the beginning of a long sequence then has no influence on learning.

# %% [markdown] lang="ko"
# ### 시간을 거슬러 가는 역전파
#
# 훈련할 때는 오차가 상태가 온 길을 되짚어 마지막 단계에서 첫 단계로 돌아갑니다. 이것이 *시간을 거슬러 가는 역전파*(backpropagation through time, BPTT)입니다. 길게 펼쳐 그린 신경망에 보통의 역전파를 적용한 것이며, 가중치를 함께 쓰므로 모든 단계의 그레이디언트를 더합니다. 그래서 시간과 메모리가 시퀀스의 길이에 비례해 듭니다.
#
# 되돌아가는 동안 그레이디언트에는 단계마다 $U$와 tanh의 기울기가 곱해지는데, 이 기울기는 아무리 커도 1입니다. 1보다 작은 수를 쉰 번쯤 곱하면 거의 아무것도 남지 않습니다. 이것이 *그레이디언트 소실*(vanishing gradient)입니다. 그러면 긴 시퀀스의 앞부분에 있던 것은 학습에 영향을 주지 못합니다.

# %% alt.en="The unrolled layer with all arrows turned round: from the output back to the last state, from state to state to the first, and down to the inputs." alt.ko="화살표가 모두 거꾸로 된 순환층. 출력에서 마지막 상태로, 상태에서 상태를 거쳐 첫 상태까지, 그리고 입력으로 내려갑니다."
recurrence.draw_unrolled(steps=5, backward=True)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 2 · A simple recurrent layer from scratch (3 points)
#
# Write `rnn_forward(x, kernel, recurrent_kernel, bias)`, which does what `SimpleRNN` does with a whole batch. NumPy is all it takes.
#
# - `x` has shape `(batch, steps, features)`, `kernel` `(features, units)`, `recurrent_kernel` `(units, units)`, `bias` `(units,)`. All are float arrays, with values near 0.
# - Every sequence of the batch begins with a state of zeros. At each step the new state is $\tanh(x_t W + h_{t-1} U + b)$, with matrix products.
# - Return the states of **all** steps, a float array of shape `(batch, steps, units)`.
# - Within $10^{-5}$ it has to agree with Keras.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 단순 순환층 직접 만들기(3점)
#
# 배치 하나에 대해 `SimpleRNN`과 똑같이 계산하는 함수 `rnn_forward(x, kernel, recurrent_kernel, bias)`를 작성하십시오. NumPy만 있으면 됩니다.
#
# - 형상은 `x`가 `(batch, steps, features)`, `kernel`이 `(features, units)`, `recurrent_kernel`이 `(units, units)`, `bias`가 `(units,)`입니다. 모두 0에 가까운 값이 든 실수 배열입니다.
# - 배치에 든 시퀀스는 저마다 0으로 채운 상태에서 시작합니다. 단계마다 새 상태는 $\tanh(x_t W + h_{t-1} U + b)$이며, 곱은 행렬 곱입니다.
# - **모든** 단계의 상태를 형상이 `(batch, steps, units)`인 실수 배열로 반환합니다.
# - Keras의 결과와 $10^{-5}$ 안에서 일치해야 합니다.


# %% nbgrader={"grade": false, "grade_id": "rnn-forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rnn_forward(x, kernel, recurrent_kernel, bias):
    """Run a simple recurrent layer over a batch of sequences.

    Args:
        x: float array of shape (batch, steps, features).
        kernel: float array of shape (features, units).
        recurrent_kernel: float array of shape (units, units).
        bias: float array of shape (units,).

    Returns:
        float array of shape (batch, steps, units): the state after each step. The first step starts from zeros.
    """
    ### BEGIN SOLUTION
    state = np.zeros((len(x), len(bias)))
    states = []
    for step in range(x.shape[1]):
        state = np.tanh(x[:, step] @ kernel + state @ recurrent_kernel + bias)
        states.append(state)
    return np.stack(states, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "rnn-forward-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(3)
rnn_inputs = generator.normal(size=(2, 4, 1)).astype("float32")
rnn_arrays = [generator.normal(scale=0.6, size=size).astype("float32") for size in ((1, 3), (3, 3), (3,))]
keras_rnn = keras.layers.SimpleRNN(3, return_sequences=True)
keras_rnn.build(rnn_inputs.shape)
keras_rnn.set_weights(rnn_arrays)
all_states = rnn_forward(rnn_inputs, *rnn_arrays)
call = "rnn_forward(x, kernel, recurrent_kernel, bias)"
check.array(
    all_states,
    call,
    shape=(2, 4, 3),
    en="The states of all steps, with axes sequence, step, unit.",
    ko="모든 단계의 상태가 필요합니다. 축은 차례로 시퀀스, 단계, 유닛입니다.",
)
check.array(all_states, call, dtype="float")
keras_states = np.asarray(keras_rnn(rnn_inputs))
check.close(
    all_states[:, 0],
    keras_states[:, 0],
    f"{call}[:, 0]",
    rtol=0,
    atol=1e-5,
    en="The first step: tanh(x_1 W + b), for every sequence from a state of zeros.",
    ko="첫 단계는 tanh(x_1 W + b)이고, 모든 시퀀스가 0으로 채운 상태에서 시작합니다.",
)
check.close(
    all_states,
    keras_states,
    call,
    rtol=0,
    atol=1e-5,
    en="From the second step on, the old state times the recurrent kernel (state @ recurrent_kernel) is added inside tanh.",
    ko="두 번째 단계부터는 이전 상태와 순환 커널의 곱(state @ recurrent_kernel)도 tanh 안에서 더해야 합니다.",
)
check.passed("states (2, 4, 3)", "first step", "all steps as in Keras")

# %% nbgrader={"grade": true, "grade_id": "rnn-forward-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("rnn-forward")
for _ in range(2):
    count, steps, features, units = (int(size) for size in rng.permutation([2, 3, 5, 7]))
    given = rng.normal(size=(count, steps, features)).astype("float32")
    shapes = ((features, units), (units, units), (units,))
    drawn = [rng.normal(scale=0.4, size=size).astype("float32") for size in shapes]
    layer = keras.layers.SimpleRNN(units, return_sequences=True)
    layer.build(given.shape)
    layer.set_weights(drawn)
    expected = np.asarray(layer(given))
    call = f"rnn_forward(x, kernel, recurrent_kernel, bias), x.shape = {given.shape}, {units} units"
    found = check.array(
        rnn_forward(given, *drawn),
        call,
        shape=expected.shape,
        en="Any number of sequences, steps, features and units has to work.",
        ko="시퀀스, 단계, 특성, 유닛이 몇 개이든 동작해야 합니다.",
    )
    check.array(found, call, dtype="float")
    check.close(found, expected, call, rtol=0, atol=1e-5)
check.passed("2 drawn layers")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### LSTM: gates guard the memory
#
# The state of a simple RNN is written over at every step. The *LSTM* (long short-term memory) adds a second one, the *cell state* $c$, and three *gates* that decide what happens to it. A gate is a vector of numbers between 0 (closed) and 1 (open), calculated from the input and the hidden state by a sigmoid $\sigma$.
#
# $$i = \sigma(x_t W_i + h_{t-1} U_i + b_i), \quad f = \sigma(x_t W_f + h_{t-1} U_f + b_f), \quad o = \sigma(x_t W_o + h_{t-1} U_o + b_o)$$
#
# $$g = \tanh(x_t W_g + h_{t-1} U_g + b_g), \qquad c_t = f \odot c_{t-1} + i \odot g, \qquad h_t = o \odot \tanh(c_t)$$
#
# The *forget gate* $f$ says how much of the old memory stays, the *input gate* $i$ how much of the new candidate $g$ is added, the *output gate* $o$ how much of the memory is shown as $h$. ($\odot$ multiplies number by number.) Along the upper line of the picture the memory meets one multiplication and one addition, no matrix and no tanh.

# %% [markdown] lang="ko"
# ### LSTM: 게이트가 기억을 지킨다
#
# 단순 RNN의 상태는 단계마다 새로 덮어쓰입니다. *LSTM*(long short-term memory)에는 상태가 하나 더 있습니다. *셀 상태*(cell state) $c$와, 이 상태를 어떻게 할지 정하는 *게이트*(gate) 세 개입니다. 게이트는 0(닫힘)과 1(열림) 사이의 수로 된 벡터이며, 입력과 은닉 상태에 시그모이드 $\sigma$를 적용해 계산합니다.
#
# $$i = \sigma(x_t W_i + h_{t-1} U_i + b_i), \quad f = \sigma(x_t W_f + h_{t-1} U_f + b_f), \quad o = \sigma(x_t W_o + h_{t-1} U_o + b_o)$$
#
# $$g = \tanh(x_t W_g + h_{t-1} U_g + b_g), \qquad c_t = f \odot c_{t-1} + i \odot g, \qquad h_t = o \odot \tanh(c_t)$$
#
# *삭제 게이트*(forget gate) $f$는 이전 기억을 얼마나 남길지, *입력 게이트*(input gate) $i$는 새 후보 $g$를 얼마나 더할지, *출력 게이트*(output gate) $o$는 기억을 얼마나 $h$로 내보일지 정합니다. ($\odot$는 같은 위치의 수끼리 곱한다는 뜻입니다.) 그림의 위쪽 선을 따라 기억이 지나가는 동안 곱셈 한 번과 덧셈 한 번만 만나고, 행렬이나 tanh는 거치지 않습니다.

# %% alt.en="One LSTM step: the cell state runs along the top through a multiplication by the forget gate and an addition of input gate times candidate; below, a tanh of it times the output gate gives the hidden state. All gates are fed by the input and the last hidden state." alt.ko="LSTM의 한 단계. 셀 상태가 위쪽 선을 따라 삭제 게이트와의 곱셈, 입력 게이트와 후보의 곱을 더하는 덧셈을 지나갑니다. 아래쪽에서는 그 tanh와 출력 게이트의 곱이 은닉 상태가 됩니다. 게이트는 모두 입력과 이전 은닉 상태를 받습니다."
recurrence.draw_lstm()
plt.show()

# %% [markdown] lang="en"
# Keras keeps the four parts side by side in one matrix, in the order $i$, $f$, $g$, $o$: with 16 units the kernel of one feature has shape `(1, 64)`. The biases begin at 0, but those of the forget gate at 1: $\sigma(1) = 0.73$, so an untrained LSTM remembers rather than forgets.

# %% [markdown] lang="ko"
# Keras는 네 부분을 행렬 하나에 $i$, $f$, $g$, $o$ 순서로 나란히 담습니다. 그래서 유닛이 16개이고 특성이 하나이면 커널의 형상이 `(1, 64)`입니다. 편향은 0에서 시작하지만 삭제 게이트의 편향만은 1에서 시작합니다. $\sigma(1) = 0.73$이므로 훈련하지 않은 LSTM은 잊기보다 기억하는 쪽입니다.

# %%
sixteen_units = keras.layers.LSTM(16)
sixteen_units.build((None, 5, 1))
kernel, recurrent_kernel, bias = sixteen_units.get_weights()
print("kernel", kernel.shape, " recurrent kernel", recurrent_kernel.shape, " bias", bias.shape)
for gate, biases in zip("ifgo", np.split(bias, 4), strict=True):
    print(f"{gate}: bias {biases.mean():.0f}")

# %% [markdown] lang="en"
# Does the gradient vanish in an LSTM too? We measure how strongly each of fifty inputs acts on the last state, by the gradient. In an **untrained** LSTM the influence fades no less than in a simple RNN: a forget gate of 0.73 keeps only $0.73^{10} = 0.04$ of the memory over ten steps. But the LSTM can *learn* to hold its gate open. With a bias of 4, $\sigma(4) = 0.98$, even the first input still counts. So an LSTM remembers for long where that pays, not by itself.

# %% [markdown] lang="ko"
# LSTM에서도 그레이디언트가 사라집니까? 입력 쉰 개가 저마다 마지막 상태에 얼마나 영향을 주는지 그레이디언트로 재어 봅시다. **훈련하지 않은** LSTM에서는 단순 RNN 못지않게 영향이 사라집니다. 삭제 게이트가 0.73이면 열 단계 뒤에 남는 기억이 $0.73^{10} = 0.04$뿐이기 때문입니다. 그러나 LSTM은 게이트를 열어 두는 법을 *배울 수* 있습니다. 편향이 4이면 $\sigma(4) = 0.98$이 되어 첫 입력도 여전히 영향을 줍니다. LSTM이 저절로 오래 기억하는 것이 아니라, 오래 기억하는 것이 유리할 때 그렇게 배울 수 있는 것입니다.

# %%
noise = tf.random.normal((64, 50, 1), seed=1)


def influence(layer):
    """Mean size of the gradient of the last state with respect to the input of each step."""
    with tf.GradientTape() as tape:
        tape.watch(noise)
        last_state = tf.reduce_sum(layer(noise))
    return np.abs(tape.gradient(last_state, noise)).mean(axis=(0, 2))


# %% alt.en="Influence of each input on the last state, on a logarithmic scale, against the number of steps that it lies back: it falls by several orders of magnitude for the simple RNN and the untrained LSTM, and stays high for the LSTM with an open forget gate." alt.ko="입력이 몇 단계 전인지에 따라 마지막 상태에 주는 영향을 로그 눈금으로 그린 그래프. 단순 RNN과 훈련하지 않은 LSTM에서는 몇 자릿수나 떨어지지만, 삭제 게이트를 열어 둔 LSTM에서는 높은 값에 머뭅니다."
bias[16:32] = 4
open_gate = keras.layers.LSTM(16)
open_gate.build((None, 50, 1))
open_gate.set_weights([kernel, recurrent_kernel, bias])
plt.figure(figsize=(6, 2.6))
plt.semilogy(influence(keras.layers.SimpleRNN(16))[::-1], color=BLUE, label="SimpleRNN, untrained")
plt.semilogy(influence(keras.layers.LSTM(16))[::-1], color=ORANGE, label="LSTM, untrained")
plt.semilogy(influence(open_gate)[::-1], color=GREEN, label="LSTM, forget gate open")
plt.xlabel("steps back from the last input")
plt.ylabel("influence")
plt.legend(frameon=False, fontsize=8)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 3 · One step of an LSTM from scratch (3 points)
#
# Write `lstm_step(x_t, h, c, kernel, recurrent_kernel, bias)` with the formulas above, for a batch.
#
# - `x_t` has shape `(batch, features)`, the old states `h` and `c` `(batch, units)`, `kernel` `(features, 4 * units)`, `recurrent_kernel` `(units, 4 * units)`, `bias` `(4 * units,)`. All are float arrays, with values near 0.
# - In the last axis of the weights the parts lie in Keras's order $i$, $f$, $g$, $o$, each `units` wide.
# - Return the new states as a tuple `(h, c)` of two float arrays of shape `(batch, units)`.
# - The arguments stay as they were. Within $10^{-5}$ it has to agree with Keras, over several steps too.

# %% [markdown] lang="ko"
# ### 연습문제 3 · LSTM의 한 단계 직접 만들기(3점)
#
# 위의 식에 따라 배치 하나의 한 단계를 계산하는 함수 `lstm_step(x_t, h, c, kernel, recurrent_kernel, bias)`를 작성하십시오.
#
# - 형상은 `x_t`가 `(batch, features)`, 이전 상태 `h`와 `c`가 `(batch, units)`, `kernel`이 `(features, 4 * units)`, `recurrent_kernel`이 `(units, 4 * units)`, `bias`가 `(4 * units,)`입니다. 모두 0에 가까운 값이 든 실수 배열입니다.
# - 가중치의 마지막 축에는 Keras와 같이 $i$, $f$, $g$, $o$ 순서로 네 부분이 `units`개씩 놓여 있습니다.
# - 새 상태를 튜플 `(h, c)`로 반환합니다. 둘 다 형상이 `(batch, units)`인 실수 배열입니다.
# - 인수의 내용은 바꾸지 않습니다. 여러 단계를 이어서 계산해도 Keras의 결과와 $10^{-5}$ 안에서 일치해야 합니다.


# %% nbgrader={"grade": false, "grade_id": "lstm-step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    """Calculate one step of an LSTM for a batch.

    Args:
        x_t: float array of shape (batch, features), the inputs of this step.
        h: float array of shape (batch, units), the hidden states before it.
        c: float array of shape (batch, units), the cell states before it.
        kernel: float array of shape (features, 4 * units); the parts lie in the order i, f, g, o.
        recurrent_kernel: float array of shape (units, 4 * units), in the same order.
        bias: float array of shape (4 * units,), in the same order.

    Returns:
        A tuple (h, c) of float arrays of shape (batch, units), the states after the step.
    """
    ### BEGIN SOLUTION
    i, f, g, o = np.split(x_t @ kernel + h @ recurrent_kernel + bias, 4, axis=1)
    i, f, o = (1 / (1 + np.exp(-part)) for part in (i, f, o))
    new_c = f * c + i * np.tanh(g)
    return o * np.tanh(new_c), new_c
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "lstm-step-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(4)
sizes = {
    "x_t": (2, 3),
    "h": (2, 3),
    "c": (2, 3),
    "kernel": (3, 12),
    "recurrent_kernel": (3, 12),
    "bias": (12,),
}
step_of = {name: generator.normal(scale=0.7, size=size).astype("float32") for name, size in sizes.items()}
keras_cell = keras.layers.LSTMCell(3)
keras_cell.build((2, 3))
keras_cell.set_weights([step_of["kernel"], step_of["recurrent_kernel"], step_of["bias"]])
_, (keras_h, keras_c) = keras_cell(step_of["x_t"], [step_of["h"], step_of["c"]])
call = "lstm_step(x_t, h, c, kernel, recurrent_kernel, bias)"
with check.unchanged(**step_of):
    stepped = lstm_step(*step_of.values())
check.that(
    type(stepped) in (tuple, list) and len(stepped) == 2,
    f"{call}: return both new states: return h, c.",
    f"{call}: 새 상태 두 개를 모두 반환해야 합니다: return h, c.",
)
for name, new_state in zip("hc", stepped, strict=True):
    check.array(new_state, f"{call}: {name}", shape=(2, 3))
    check.array(new_state, f"{call}: {name}", dtype="float")
check.close(
    stepped[1],
    np.asarray(keras_c),
    f"{call}: c",
    rtol=0,
    atol=1e-5,
    en="c = f * c + i * g, with sigmoid for the gates i and f, and tanh for the candidate g. The parts lie in the order i, f, g, o.",
    ko="c = f * c + i * g입니다. 게이트 i와 f에는 시그모이드, 후보 g에는 tanh를 씁니다. 네 부분의 순서는 i, f, g, o입니다.",
)
check.close(
    stepped[0],
    np.asarray(keras_h),
    f"{call}: h",
    rtol=0,
    atol=1e-5,
    en="h = o * tanh(c), with the new c.",
    ko="h = o * tanh(c)이며, 여기서 c는 새 셀 상태입니다.",
)
check.passed("c as in Keras", "h as in Keras", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "lstm-step-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("lstm-step")
count, steps, features, units = (int(size) for size in rng.permutation([2, 3, 4, 6]))
given = rng.normal(size=(count, steps, features)).astype("float32")
shapes = ((features, 4 * units), (units, 4 * units), (4 * units,))
drawn = [rng.normal(scale=0.5, size=size).astype("float32") for size in shapes]
layer = keras.layers.LSTM(units, return_sequences=True, return_state=True)
layer.build(given.shape)
layer.set_weights(drawn)
expected, _, last_c = (np.asarray(result) for result in layer(given))
h, c = np.zeros((2, count, units), dtype="float32")
for step in range(steps):
    call = f"lstm_step(...), batch {count}, {features} features, {units} units, step {step}"
    with check.unchanged(h=h, c=c):
        after = lstm_step(given[:, step], h, c, *drawn)
    check.that(
        type(after) in (tuple, list) and len(after) == 2,
        f"{call}: return h and c.",
        f"{call}: h와 c를 반환해야 합니다.",
    )
    h, c = (
        check.array(
            new,
            f"{call}: {name}",
            shape=(count, units),
            en="Any number of features and units has to work; the parts are units wide.",
            ko="특성과 유닛이 몇 개이든 동작해야 합니다. 각 부분의 너비는 units입니다.",
        )
        for name, new in zip("hc", after, strict=True)
    )
    check.array(h, f"{call}: h", dtype="float")
    check.close(h, expected[:, step], f"{call}: h", rtol=0, atol=1e-5)
check.close(c, last_c, "c after the last step", rtol=0, atol=1e-5)
check.passed("a drawn LSTM over several steps")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### GRU, and why Keras counts 912
#
# The *GRU* (gated recurrent unit) is a lighter relative: no cell state, and two gates. The *update gate* $z$ decides how much of the old state stays, the *reset gate* $r$ how much of it the candidate gets to see. Both are calculated like the gates of an LSTM.
#
# $$h_t = z \odot h_{t-1} + (1 - z) \odot \tilde h, \qquad \tilde h = \tanh(x_t W + b + r \odot (h_{t-1} U + b'))$$
#
# Each part of a recurrent layer, a gate or a candidate, has a weight for each feature, a weight for each unit of the old state, and a bias. SimpleRNN has one such part, GRU three, LSTM four:
#
# $$\text{parameters} = \text{parts} \cdot \text{units} \cdot (\text{features} + \text{units} + 1)$$
#
# For a GRU with 16 units and one feature that makes $3 \cdot 16 \cdot 18 = 864$, and that is what the textbook's GRU has. Keras counts 912. In the formula above the product $h_{t-1} U$ is formed first and *then* reset, `reset_after=True`, the way that runs fast on graphics cards; this form has a second bias $b'$ for the state. $3 \cdot 16 = 48$ more biases make 912.

# %% [markdown] lang="ko"
# ### GRU, 그리고 Keras가 912개로 세는 까닭
#
# *GRU*(gated recurrent unit)는 LSTM을 가볍게 만든 층입니다. 셀 상태가 없고 게이트는 두 개입니다. *업데이트 게이트*(update gate) $z$는 이전 상태를 얼마나 남길지, *리셋 게이트*(reset gate) $r$은 후보를 만들 때 이전 상태를 얼마나 볼지 정합니다. 두 게이트 모두 LSTM의 게이트와 같은 방법으로 계산합니다.
#
# $$h_t = z \odot h_{t-1} + (1 - z) \odot \tilde h, \qquad \tilde h = \tanh(x_t W + b + r \odot (h_{t-1} U + b'))$$
#
# 게이트이든 후보이든 순환층의 각 부분에는 유닛마다 특성 하나에 가중치 하나, 이전 상태의 유닛 하나에 가중치 하나, 그리고 편향 하나가 있습니다. 이런 부분이 SimpleRNN에는 하나, GRU에는 셋, LSTM에는 넷 있습니다.
#
# $$\text{파라미터} = \text{부분} \cdot \text{유닛} \cdot (\text{특성} + \text{유닛} + 1)$$
#
# 유닛이 16개이고 특성이 하나인 GRU라면 $3 \cdot 16 \cdot 18 = 864$개이며, 교과서의 GRU가 그렇습니다. 그런데 Keras는 912개로 셉니다. 위의 식에서는 $h_{t-1} U$를 먼저 곱하고 *그다음에* 리셋합니다. 이것이 `reset_after=True`로, 그래픽 카드에서 빠르게 계산할 수 있는 방식입니다. 이 방식에는 상태 쪽 편향 $b'$이 하나 더 있습니다. 편향이 $3 \cdot 16 = 48$개 더 있으므로 912개가 됩니다.

# %% alt.en="Horizontal bars of the parameter counts with 16 units and one feature: SimpleRNN 288, GRU of the textbook 864, GRU of Keras 912, LSTM 1,152." alt.ko="유닛 16개, 특성 하나일 때 파라미터 개수의 가로 막대그래프. SimpleRNN 288, 교과서의 GRU 864, Keras의 GRU 912, LSTM 1,152입니다."
layers = {
    "SimpleRNN": keras.layers.SimpleRNN(16),
    "GRU, textbook": keras.layers.GRU(16, reset_after=False),
    "GRU, Keras": keras.layers.GRU(16),
    "LSTM": keras.layers.LSTM(16),
}
for layer in layers.values():
    layer.build((None, 5, 1))
sizes = pd.Series({name: layer.count_params() for name, layer in layers.items()})
bars = sizes.plot.barh(figsize=(6, 1.9), color=[BLUE, "0.7", GREEN, ORANGE], xlabel="parameters")
bars.bar_label(bars.containers[0], fmt="{:,.0f}", padding=3)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 4 · Count the parameters (2 points)
#
# Write `count_recurrent(kind, features, units)`: how many parameters a stack of recurrent layers has in Keras.
#
# - `kind` is `"SimpleRNN"`, `"LSTM"` or `"GRU"`; all layers are of this kind. GRU means the GRU that Keras builds by default.
# - `features` is the number of features of the input.
# - `units` is a list of one or more whole numbers: the units of each layer, from the input upwards. The states of one layer are the input of the next.
# - Return an `int`. Calculate it from the numbers; no layer is needed.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 파라미터 개수 세기(2점)
#
# 순환층을 쌓았을 때 Keras에서 파라미터가 모두 몇 개인지 세는 함수 `count_recurrent(kind, features, units)`를 작성하십시오.
#
# - `kind`는 `"SimpleRNN"`, `"LSTM"`, `"GRU"` 가운데 하나이며 모든 층이 이 종류입니다. GRU는 Keras가 기본값으로 만드는 GRU입니다.
# - `features`는 입력의 특성 개수입니다.
# - `units`는 하나 이상의 정수로 된 리스트입니다. 입력에 가까운 층부터 각 층의 유닛 개수가 차례로 들어 있습니다. 한 층의 상태가 다음 층의 입력이 됩니다.
# - `int`를 반환합니다. 수만으로 계산할 수 있으므로 층을 만들 필요는 없습니다.


# %% nbgrader={"grade": false, "grade_id": "count-recurrent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_recurrent(kind, features, units):
    """Count the parameters of a stack of recurrent layers as Keras builds them.

    Args:
        kind: "SimpleRNN", "LSTM" or "GRU".
        features: int, the number of features of the input.
        units: list of one or more int, the units of each layer, from the input upwards.

    Returns:
        The number of parameters, an int.
    """
    ### BEGIN SOLUTION
    parts = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
    biases = 2 if kind == "GRU" else 1
    total = 0
    for size in units:
        total += parts * size * (features + size + biases)
        features = size
    return total
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "count-recurrent-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

for kind, expected in (("SimpleRNN", 288), ("LSTM", 1152), ("GRU", 912)):
    check.equal(
        count_recurrent(kind, 1, [16]),
        expected,
        f'count_recurrent("{kind}", 1, [16])',
        en="Parts (1, 4 or 3) times units times (features + units + 1); the GRU of Keras has a second bias in each part.",
        ko="부분의 수(1, 4, 3) × 유닛 × (특성 + 유닛 + 1)입니다. Keras의 GRU에는 부분마다 편향이 하나 더 있습니다.",
    )
check.equal(
    count_recurrent("SimpleRNN", 3, [4, 2]),
    46,
    'count_recurrent("SimpleRNN", 3, [4, 2])',
    en="The first layer has 3 features, the second has the 4 units of the first for its features.",
    ko="첫 층의 특성은 3개이고, 둘째 층의 특성은 첫 층의 유닛 4개입니다.",
)
check.passed("SimpleRNN 288", "LSTM 1,152", "GRU 912", "two layers")

# %% nbgrader={"grade": true, "grade_id": "count-recurrent-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("count-recurrent")
for kind, parts, extra in (("LSTM", 4, 0), ("GRU", 3, 1), ("SimpleRNN", 1, 0)):
    drawn = rng.choice(np.arange(2, 70), size=int(rng.integers(3, 5)), replace=False)
    features = int(rng.integers(2, 9))
    below = np.concatenate([[features], drawn[:-1]])
    expected = int(parts * np.sum(drawn * (below + drawn + 1 + extra)))
    sizes = [int(size) for size in drawn]
    check.equal(
        count_recurrent(kind, features, list(sizes)),
        expected,
        f'count_recurrent("{kind}", {features}, {sizes})',
        en="Add up all layers; each takes the units of the layer below as its features.",
        ko="모든 층을 더하십시오. 각 층의 특성 개수는 바로 아래층의 유닛 개수입니다.",
    )
check.passed("3 drawn stacks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Shapes: the last state, or all of them
#
# By default a recurrent layer gives only its last state, shape `(batch, units)`: right for N:1. With `return_sequences=True` it gives the state of every step, `(batch, steps, units)`: right for N:N, and for another recurrent layer above it, which needs a sequence to read. In a stack, therefore, every recurrent layer but the last returns sequences.
#
# > **Common mistake.** Without `return_sequences=True` the layer above finds a batch of two axes where it wants three, and Keras stops: "expected ndim=3, found ndim=2".

# %% [markdown] lang="ko"
# ### 형상: 마지막 상태만, 또는 모든 상태
#
# 순환층은 기본값으로 마지막 상태만 내놓습니다. 형상은 `(배치, 유닛)`이며 N:1에 알맞습니다. `return_sequences=True`로 하면 단계마다의 상태를 모두 내놓습니다. 형상은 `(배치, 타임스텝, 유닛)`이며 N:N에 알맞고, 그 위에 순환층을 하나 더 얹을 때도 필요합니다. 위층도 시퀀스를 읽어야 하기 때문입니다. 그래서 여러 층을 쌓을 때는 마지막 층을 뺀 모든 순환층이 시퀀스를 내놓게 합니다.
#
# > **흔한 실수.** `return_sequences=True`를 빠뜨리면 위층은 축이 세 개여야 할 자리에서 축이 두 개인 배치를 받고, Keras는 "expected ndim=3, found ndim=2"라는 오류를 내고 멈춥니다.

# %%
eight = x_raw[:8]
print("last state       ", keras.layers.LSTM(4)(eight).shape)
print("all states       ", keras.layers.LSTM(4, return_sequences=True)(eight).shape)
print("Dense on all     ", keras.layers.Dense(1)(keras.layers.LSTM(4, return_sequences=True)(eight)).shape)

# %% alt.en="Two recurrent layers unrolled over four time steps: every state of the lower layer leads up to the upper layer, whose last state leads to the output." alt.ko="네 타임스텝으로 펼쳐 그린 순환층 두 개. 아래층의 모든 상태가 위층으로 올라가고, 위층의 마지막 상태가 출력으로 갑니다."
recurrence.draw_unrolled(steps=4, layers=2)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 5 · Stack recurrent layers (3 points)
#
# Write `build_stacked(length, features, units, every_step)`.
#
# - The input is a batch of sequences of shape `(length, features)`. Begin with `keras.Input`.
# - `units` is a list of one or more whole numbers: for each, in this order, an `LSTM` layer with that many units, otherwise as Keras makes it.
# - Last comes one `Dense` unit without activation function.
# - `every_step` is a bool. If it is `False`, the model gives one number for each sequence, made from the last state: output shape `(None, 1)`. If it is `True`, it gives one for each time step: `(None, length, 1)`.
# - Build the model with the Sequential or the Functional API, and return it. It need not be compiled.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 순환층 쌓기(3점)
#
# 함수 `build_stacked(length, features, units, every_step)`을 작성하십시오.
#
# - 입력은 형상이 `(length, features)`인 시퀀스의 배치입니다. `keras.Input`으로 시작합니다.
# - `units`는 하나 이상의 정수로 된 리스트입니다. 수마다 차례로, 유닛이 그 수만큼 있는 `LSTM` 층을 하나씩 놓습니다. 그 밖의 설정은 Keras의 기본값 그대로입니다.
# - 마지막에는 활성화 함수가 없고 유닛이 하나인 `Dense` 층을 놓습니다.
# - `every_step`은 bool입니다. `False`이면 마지막 상태로 시퀀스마다 수 하나를 내놓습니다. 출력 형상은 `(None, 1)`입니다. `True`이면 타임스텝마다 하나씩 내놓습니다. 출력 형상은 `(None, length, 1)`입니다.
# - Sequential API나 함수형 API로 모델을 만들어 반환합니다. 컴파일하지 않아도 됩니다.


# %% nbgrader={"grade": false, "grade_id": "build-stacked", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_stacked(length, features, units, every_step):
    """Build a stack of LSTM layers with one linear output.

    Args:
        length: int, the number of time steps.
        features: int, the number of features.
        units: list of one or more int, the units of each LSTM layer, in order.
        every_step: bool, whether there is an output for every time step or one for the whole sequence.

    Returns:
        A Keras model: (batch, length, features) in, (batch, length, 1) or (batch, 1) out.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=(length, features))])
    for place, size in enumerate(units, start=1):
        model.add(keras.layers.LSTM(size, return_sequences=every_step or place < len(units)))
    model.add(keras.layers.Dense(1))
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-stacked-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

four_sequences = np.random.default_rng(0).normal(size=(4, 6, 2)).astype("float32")
for every_step, output_shape in ((False, (None, 1)), (True, (None, 6, 1))):
    call = f"build_stacked(6, 2, [5, 3], {every_step})"
    stacked = check.model(build_stacked(6, 2, [5, 3], every_step), call)
    facts = check.describe(stacked)
    check.that(
        facts.input_shape is not None,
        f"{call}: the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
        f"{call}: 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
    )
    check.equal(facts.input_shape, (None, 6, 2), f"{call}.input_shape")
    check.equal(
        facts.output_shape,
        output_shape,
        f"{call}.output_shape",
        en="The last LSTM returns sequences only if every_step is True; Dense has one unit.",
        ko="마지막 LSTM은 every_step이 True일 때만 시퀀스를 내놓습니다. Dense의 유닛은 하나입니다.",
    )
    check.equal(
        facts.parameters,
        4 * 5 * (2 + 5 + 1) + 4 * 3 * (5 + 3 + 1) + 3 + 1,
        f"{call}.count_params()",
        en="An LSTM of 5 units, one of 3 units, a Dense layer of 1 unit, in this order.",
        ko="유닛이 5개인 LSTM, 3개인 LSTM, 1개인 Dense를 이 순서로 놓습니다.",
    )
    values, arrays = four_sequences, check.weights(stacked)
    for size, first in ((5, 0), (3, 3)):
        states_of = keras.layers.RNN(keras.layers.LSTMCell(size), return_sequences=True)
        states_of.build(values.shape)
        states_of.set_weights(arrays[first : first + 3])
        values = np.asarray(states_of(values))
    values = values @ arrays[-2] + arrays[-1]
    check.close(
        check.predict(stacked, four_sequences),
        values if every_step else values[:, -1],
        f"{call}(x)",
        rtol=1e-3,
        atol=1e-4,
        en="LSTM layers with Keras's own settings, then Dense without activation function, on the last state or on all.",
        ko="LSTM은 Keras의 기본 설정 그대로, Dense는 활성화 함수 없이, 마지막 상태 또는 모든 상태에 적용합니다.",
    )
check.passed("shapes", f"{facts.parameters} parameters", "one output", "an output at every step")

# %% nbgrader={"grade": true, "grade_id": "build-stacked-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import itertools

import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("build-stacked")
for depth, every_step in ((1, False), (3, True), (3, False)):
    units = [int(number) for number in rng.choice(np.arange(3, 9), size=depth, replace=False)]
    length, features = int(rng.integers(4, 8)), int(rng.integers(2, 5))
    call = f"build_stacked({length}, {features}, {units}, {every_step})"
    built = check.model(build_stacked(length, features, list(units), every_step), call)
    found = check.describe(built)
    check.that(
        found.input_shape is not None,
        f"{call}: the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
        f"{call}: 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
    )
    check.equal(found.input_shape, (None, length, features), f"{call}.input_shape")
    check.equal(
        found.output_shape,
        (None, length, 1) if every_step else (None, 1),
        f"{call}.output_shape",
        en="However many layers there are: all but the last return sequences, the last only for every_step.",
        ko="층이 몇 개이든 마지막을 뺀 모든 LSTM은 시퀀스를 내놓고, 마지막 LSTM은 every_step일 때만 내놓습니다.",
    )
    sizes = list(itertools.pairwise([features, *units]))
    check.equal(
        found.parameters,
        sum(4 * size * (below + size + 1) for below, size in sizes) + units[-1] + 1,
        f"{call}.count_params()",
        en="One LSTM layer for each number in units, in that order, then one Dense unit.",
        ko="units의 수마다 LSTM 층을 하나씩 순서대로 놓고, 유닛이 하나인 Dense를 놓습니다.",
    )
    batch = rng.normal(size=(3, length, features)).astype("float32")
    signal, arrays = batch, check.weights(built)
    for number, (_, size) in enumerate(sizes):
        layer = keras.layers.LSTM(size, return_sequences=True)
        layer.build(signal.shape)
        layer.set_weights(arrays[3 * number : 3 * number + 3])
        signal = np.asarray(layer(signal))
    signal = signal @ arrays[-2] + arrays[-1]
    check.close(
        check.predict(built, batch),
        signal if every_step else signal[:, -1],
        f"{call}(x)",
        rtol=1e-3,
        atol=1e-4,
        en="LSTM layers as Keras makes them, Dense without activation function.",
        ko="LSTM은 Keras의 기본 설정 그대로, Dense는 활성화 함수 없이 씁니다.",
    )
check.passed("3 drawn stacks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### The network for our numbers
#
# One LSTM layer of 16 units, and one linear unit: the output may be any number. A function builds it, for we shall need it again, and again untrained.

# %% [markdown] lang="ko"
# ### 수열을 위한 신경망
#
# 유닛이 16개인 LSTM 층 하나와, 어떤 수든 내놓을 수 있도록 활성화 함수가 없는 유닛 하나입니다. 훈련하지 않은 상태로 여러 번 다시 만들어야 하므로 함수로 만듭니다.


# %%
def new_network(recurrent=keras.layers.LSTM):
    """An untrained network: five numbers in, one number out."""
    keras.utils.set_random_seed(1)
    return keras.Sequential([keras.Input(shape=(5, 1)), recurrent(16), keras.layers.Dense(1)])


network = new_network()
network.summary()

# %% [markdown] lang="en"
# ## 5 · Compile
#
# The loss is the MAE itself, in the unit of the targets; Adam with its usual learning rate of 0.001 does the steps.
#
# Before training, a *baseline*: what does somebody reach who looks at no input at all? For the MAE the best constant answer is the median. The first 80 windows are for learning, as the next section explains.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 손실은 타깃과 단위가 같은 MAE입니다. 옵티마이저는 Adam이고 학습률은 흔히 쓰는 0.001입니다.
#
# 훈련하기 전에 *기준선*(baseline)을 정합니다. 입력을 전혀 보지 않고 늘 같은 답만 하면 오차가 얼마입니까? MAE를 가장 작게 하는 상수는 중앙값입니다. 처음 윈도 80개로 학습하는데, 그 까닭은 다음 절에서 설명합니다.

# %%
network.compile(optimizer=keras.optimizers.Adam(0.001), loss="mae")
median = np.median(y_raw[:80])
baseline = np.abs(y_raw[:80] - median).mean()
print(f"always {median:.0f}: MAE {baseline:.1f}")

# %% alt.en="Distance of the constant answer 89 from each target: it falls from 79 to 0 in the middle and rises again; a dashed line shows the mean, 40." alt.ko="늘 89라고 답할 때 타깃마다의 오차. 79에서 가운데의 0까지 내려갔다가 다시 올라가며, 점선은 평균 40입니다."
plt.figure(figsize=(5, 2.2))
plt.plot(y_raw[:80], np.abs(y_raw[:80] - median), color=BLUE)
plt.axhline(baseline, color=ORANGE, linestyle="--")
plt.xlabel("target")
plt.ylabel("absolute error")
plt.show()

# %% [markdown] lang="en"
# ## 6 · Train, as the task was first written
#
# This is how the task stands in the lecture notes that this course grew out of: raw numbers, 500 epochs, `validation_split=0.2`, which keeps the last 20 of the 100 windows for validation. With batches of 32, 80 windows make three steps an epoch, 1,500 steps in all.
#
# While it trains we note one more number after each epoch, for section 7. Every hidden state $h$ of the LSTM lies between −1 and 1. So the output can be no further from 0 than the sizes of the last layer's weights and bias together: its *reach*. This training takes about a minute.
#
# $$|\text{output}| = |h \cdot w + b| \le \sum_j |w_j| + |b|$$

# %% [markdown] lang="ko"
# ## 6 · 처음 적힌 그대로 훈련하기
#
# 이 강의의 바탕이 된 강의 노트에는 이 과제가 다음과 같이 적혀 있습니다. 수를 그대로 쓰고, 500 에포크 동안 훈련하며, `validation_split=0.2`로 윈도 100개 가운데 마지막 20개를 검증에 씁니다. 배치 크기가 32이면 윈도 80개는 한 에포크에 세 단계, 모두 1,500단계입니다.
#
# 훈련하는 동안 에포크마다 수를 하나 더 적어 둡니다. 7절에서 쓸 것입니다. LSTM의 은닉 상태 $h$는 늘 −1과 1 사이에 있습니다. 그러므로 출력이 0에서 아무리 멀어져도 마지막 층의 가중치와 편향의 크기를 모두 더한 값을 넘을 수 없습니다. 이 값을 출력이 *닿는 범위*(reach)라고 부르겠습니다. 이 훈련은 1분쯤 걸립니다.
#
# $$|\text{출력}| = |h \cdot w + b| \le \sum_j |w_j| + |b|$$


# %%
def reach(model):
    """How far from 0 the output can get while every state lies between -1 and 1."""
    weights, bias = model.layers[-1].get_weights()
    return float(np.abs(weights).sum() + np.abs(bias).sum())


reaches = [reach(network)]
note = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: reaches.append(reach(network)))

# %%
history = network.fit(
    x_raw, y_raw, epochs=hiddenlayers.epochs(500), validation_split=0.2, callbacks=[note], verbose=0
)
first_loss, first_val_loss = history.history["loss"][-1], history.history["val_loss"][-1]
print(f"MAE {first_loss:.1f} in training, {first_val_loss:.1f} in validation; baseline {baseline:.1f}")

# %% [markdown] lang="en"
# Both errors fall in a straight line, as if there were a long way to go and a speed limit. After 500 epochs the network is worse than the constant answer.

# %% [markdown] lang="ko"
# 두 오차 모두 직선을 그리며 내려갑니다. 갈 길은 먼데 속도 제한에 걸린 것처럼 보입니다. 500 에포크 뒤에도 늘 같은 답만 하는 기준선보다 나쁩니다.

# %% alt.en="Training and validation error against the epoch: both fall slowly and almost straight, the validation error far above; the training error stays above the dashed baseline to the end." alt.ko="에포크에 따른 훈련 오차와 검증 오차. 둘 다 거의 직선으로 천천히 내려가고 검증 오차가 훨씬 위에 있습니다. 훈련 오차는 끝까지 점선인 기준선보다 위에 있습니다."
plt.figure(figsize=(6, 2.6))
plt.plot(history.history["loss"], color=BLUE, label="training")
plt.plot(history.history["val_loss"], color=ORANGE, label="validation")
plt.axhline(baseline, color="0.4", linestyle="--", label="always 89")
plt.xlabel("epoch")
plt.ylabel("MAE")
plt.ylim(bottom=0)
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ## 7 · Evaluate: find out why
#
# More epochs? More layers? Before turning knobs, look at what the network answers. It follows the truth up to about 30, and there it stops dead: every later window gets the same answer.

# %% [markdown] lang="ko"
# ## 7 · 평가하기: 왜 실패하는가
#
# 에포크를 늘려야 합니까, 층을 늘려야 합니까? 설정을 이것저것 바꾸기 전에 신경망이 실제로 어떤 답을 하는지 봅시다. 답은 30쯤까지 정답을 따라가다가 거기에서 딱 멈춥니다. 그 뒤의 윈도에는 모두 같은 답을 합니다.


# %%
def outputs(model, x):
    """A network's answers, one number a window."""
    return np.asarray(model(x))[:, 0]


def show_answers(answers, split=80):
    """Draw answers against the truth; a grey line where the validation windows begin."""
    plt.figure(figsize=(5, 2.6))
    plt.plot(y_raw, color="0.6", linewidth=4, label="truth")
    plt.plot(answers, color=BLUE, label="network")
    plt.axvline(split - 0.5, color="0.8")
    plt.xlabel("window (first number)")
    plt.ylabel("answer")
    plt.legend(frameon=False)
    plt.show()


# %% alt.en="The truth rises from 10 to 208; the network's answers follow it up to about 30 and run flat from there." alt.ko="정답은 10에서 208까지 올라갑니다. 신경망의 답은 30쯤까지 정답을 따라가다가 그 뒤로 평평합니다."
show_answers(outputs(network, x_raw))

# %% [markdown] lang="en"
# ### First suspicion: the targets are out of reach
#
# One step of Adam changes a weight by about the learning rate, however large the error is. Then 1,500 steps of 0.001 move a weight by about 1.5 at most. The sixteen weights of the last layer begin below 0.6, so in the end the reach is at most about $16 \cdot (0.6 + 1.5) + 1.5 \approx 35$. The targets go up to 168. Look at what we noted:

# %% [markdown] lang="ko"
# ### 첫 번째 의심: 타깃이 닿지 않는 곳에 있다
#
# Adam은 오차가 아무리 커도 한 단계에 가중치를 학습률만큼만 바꿉니다. 그러면 0.001씩 1,500단계를 가도 가중치는 기껏해야 1.5쯤 움직입니다. 마지막 층의 가중치 열여섯 개는 크기가 0.6보다 작은 값에서 시작하므로, 끝까지 가도 출력이 닿는 범위는 $16 \cdot (0.6 + 1.5) + 1.5 \approx 35$를 넘기 어렵습니다. 타깃은 168까지 있습니다. 적어 둔 값을 그려 봅시다.

# %% alt.en="The reach of the output rises in a straight line from about 5 to about 32 over 500 epochs, far below the dashed line of the largest training target, 168." alt.ko="500 에포크 동안 출력이 닿는 범위가 5쯤에서 32쯤까지 직선으로 올라갑니다. 가장 큰 훈련 타깃 168을 나타내는 점선보다 훨씬 아래입니다."
plt.figure(figsize=(5, 2.4))
plt.plot(reaches, color=PINK)
plt.axhline(y_raw[:80].max(), color="0.4", linestyle="--")
plt.text(0, y_raw[:80].max() - 6, "largest training target", va="top")
plt.xlabel("epoch")
plt.ylabel("reach of the output")
plt.ylim(0, 180)
plt.show()
print(f"reach {reaches[0]:.1f} before, {reaches[-1]:.1f} after")

# %% [markdown] lang="en"
# If that is the cause, there are two cures: larger steps, or a target that is small. Whoever suspects tests one thing at a time. Four trials, each with an untrained network and 150 epochs, 450 steps: the raw numbers once more; a learning rate of 0.05 in place of 0.001; the target scaled; the input scaled.
#
# For scaling we take the lowest and the highest value of the 80 training windows, one pair for all inputs, one for the targets. The validation windows have no say in it, or something of them would leak into training; so some of their values come out above 1.
#
# > **Common mistake.** Five scalers for the five columns of the windows. They are five views of one series: with a scaler each, 50 in the first column is another number than 50 in the last.

# %% [markdown] lang="ko"
# 이것이 원인이라면 고칠 길은 두 가지입니다. 한 단계를 크게 하거나, 타깃을 작게 하는 것입니다. 원인을 의심할 때는 한 번에 하나씩만 바꾸어 확인합니다. 훈련하지 않은 신경망으로 150 에포크, 곧 450단계씩 네 번 실험합니다. 수를 그대로 쓰기, 학습률을 0.001 대신 0.05로 하기, 타깃만 스케일링하기, 입력만 스케일링하기입니다.
#
# 스케일링에는 훈련용 윈도 80개의 최솟값과 최댓값을 씁니다. 입력 전체에 한 쌍, 타깃에 한 쌍입니다. 검증용 윈도의 값은 쓰지 않습니다. 쓰면 그 정보가 훈련에 새어 들어가기 때문입니다. 그래서 검증용 값 가운데에는 1보다 큰 것도 있습니다.
#
# > **흔한 실수.** 윈도의 열 다섯 개에 스케일러를 따로 쓰는 것입니다. 다섯 열은 모두 같은 시계열을 보는 다섯 자리일 뿐입니다. 스케일러가 따로이면 첫 열의 50과 마지막 열의 50이 서로 다른 수가 됩니다.

# %%
x_low, x_high = x_raw[:80].min(), x_raw[:80].max()
y_low, y_high = y_raw[:80].min(), y_raw[:80].max()
x_scaled = (x_raw - x_low) / (x_high - x_low)
y_scaled = (y_raw - y_low) / (y_high - y_low)
print(f"inputs {x_low:.0f} to {x_high:.0f}, targets {y_low:.0f} to {y_high:.0f}")
print(f"scaled, the last target is {y_scaled[-1]:.2f}")


# %%
def experiment(x, y, rows=slice(80), learning_rate=0.001, epochs=150, recurrent=keras.layers.LSTM):
    """Train an untrained network on some of the rows."""
    trained = new_network(recurrent)
    trained.compile(keras.optimizers.Adam(learning_rate), loss="mae")
    trained.fit(x[rows], y[rows], epochs=hiddenlayers.epochs(epochs), verbose=0)
    return trained


# %%
raw = experiment(x_raw, y_raw)
large_steps = experiment(x_raw, y_raw, learning_rate=0.05)
small_target = experiment(x_raw, y_scaled)
small_input = experiment(x_scaled, y_raw)

# %% [markdown] lang="en"
# A network that learned scaled targets answers in scaled units. To compare, its answers go back into the unit of the targets, by the inverse of the scaling.

# %% [markdown] lang="ko"
# 스케일링한 타깃으로 배운 신경망은 스케일링된 단위로 답합니다. 서로 견주려면 스케일링을 거꾸로 하여 답을 타깃의 원래 단위로 되돌려야 합니다.

# %%
answers = pd.DataFrame({"raw": outputs(raw, x_raw)})
answers["learning rate 0.05"] = outputs(large_steps, x_raw)
answers["target scaled"] = y_low + (y_high - y_low) * outputs(small_target, x_raw)
answers["input scaled"] = outputs(small_input, x_scaled)
train_errors = answers[:80].sub(y_raw[:80], axis=0).abs().mean()
train_errors.round(2)

# %% alt.en="Bars of the training error on a logarithmic scale: raw and input scaled near 75, above the dashed baseline of 40; learning rate 0.05 and target scaled at a few units." alt.ko="훈련 오차를 로그 눈금으로 그린 막대그래프. 그대로 쓴 것과 입력만 스케일링한 것은 75 근처로 점선인 기준선 40보다 높고, 학습률 0.05와 타깃 스케일링은 몇 정도로 낮습니다."
bars = train_errors.iloc[::-1].plot.barh(figsize=(6, 2), color=BLUE, logx=True, xlabel="training MAE")
bars.bar_label(bars.containers[0], fmt="%.1f", padding=3)
bars.axvline(baseline, color="0.4", linestyle="--")
bars.set_xlim(0.5, 200)
plt.show()

# %% [markdown] lang="en"
# That settles it. Larger steps help, a small target helps, and scaling the input **alone** changes nothing at all. It is the scale of the target against learning rate × number of steps. Scaling the target is the better cure of the two: with a learning rate of 0.05 the last steps are as coarse as the first.

# %% [markdown] lang="ko"
# 원인이 밝혀졌습니다. 한 단계를 크게 해도, 타깃을 작게 해도 배우지만, 입력**만** 스케일링해서는 달라지는 것이 없습니다. 학습률 × 단계 수에 견주어 타깃이 너무 컸던 것입니다. 둘 가운데서는 타깃을 스케일링하는 쪽이 낫습니다. 학습률이 0.05이면 마지막 단계도 처음 단계만큼 거칠기 때문입니다.

# %% [markdown] lang="en"
# ### Second suspicion: saturated gates
#
# Why scale the input at all, then? A sigmoid of a large number is 0 or 1, whatever the number exactly: it is *saturated*, and its slope is nearly 0. The picture shows the sixteen states that an **untrained** LSTM makes of each window. From the raw numbers, nearly all curves run flat beyond 50: these windows get almost the same states, they are hard to tell apart, and a gradient hardly gets through. From scaled numbers the states change evenly.
#
# So it comes second: the network with raw inputs did learn, though with a larger error than it need have.

# %% [markdown] lang="ko"
# ### 두 번째 의심: 포화된 게이트
#
# 그렇다면 입력은 왜 스케일링합니까? 큰 수의 시그모이드는 수가 정확히 얼마이든 0 아니면 1에 가깝습니다. 이를 *포화*(saturation)되었다고 하며, 이때 기울기는 거의 0입니다. 그림은 **훈련하지 않은** LSTM이 윈도마다 만드는 상태 열여섯 개를 보여 줍니다. 수를 그대로 넣으면 50을 넘어서는 거의 모든 곡선이 평평합니다. 이 윈도들은 상태가 거의 같아서 서로 구별하기 어렵고, 그레이디언트도 잘 지나가지 못합니다. 스케일링한 수를 넣으면 상태가 고르게 달라집니다.
#
# 그래도 이것은 둘째 원인입니다. 입력이 그대로여도 타깃을 스케일링한 신경망은 배우기는 했습니다. 다만 오차가 더 컸습니다.

# %% alt.en="Sixteen curves each of an untrained LSTM's states against the window. Left, raw inputs: steep at first, nearly all flat beyond 50. Right, scaled inputs: gentle, almost straight lines." alt.ko="훈련하지 않은 LSTM의 상태 열여섯 개를 윈도에 따라 그린 곡선. 왼쪽은 입력을 그대로 넣은 것으로 처음에는 가파르다가 50을 넘으면 거의 평평합니다. 오른쪽은 스케일링한 입력으로 완만하고 거의 곧은 선입니다."
untrained_layer = new_network().layers[0]
_, panels = plt.subplots(1, 2, figsize=(8, 2.4))
for panel, x, title in zip(panels, (x_raw, x_scaled), ("raw inputs", "scaled inputs"), strict=True):
    panel.plot(np.asarray(untrained_layer(x)), color=BLUE, linewidth=0.8)
    panel.set(title=title, xlabel="window (first number)")
panels[0].set_ylabel("states")
plt.show()

# %% [markdown] lang="en"
# So we scale both. In training the error falls below 1. But look at the right-hand end, behind the grey line.

# %% [markdown] lang="ko"
# 그래서 둘 다 스케일링합니다. 훈련 오차가 1보다 작아집니다. 그런데 회색 선 뒤의 오른쪽 끝을 보십시오.

# %%
both = experiment(x_scaled, y_scaled)
answers["both scaled"] = y_low + (y_high - y_low) * outputs(both, x_scaled)
errors = (answers["both scaled"] - y_raw).abs()
print(f"MAE {errors[:80].mean():.2f} in training, {errors[80:].mean():.2f} in validation")

# %% alt.en="Truth and answers lie on each other up to the grey line at window 80; behind it the answers bend below the truth." alt.ko="80번 윈도의 회색 선까지는 정답과 답이 겹치고, 그 뒤로는 답이 정답 아래로 휘어집니다."
show_answers(answers["both scaled"])

# %% [markdown] lang="en"
# ### Third suspicion: a validation set from elsewhere
#
# `validation_split` takes the **last** rows, unshuffled. In a rising series these are the largest: every one of their targets is above all that the network has learned from. Validation asked for *extrapolation*, for going on outside the known range, while we wanted to know whether it reads the numbers inside the range.
#
# Which split is right depends on the question. For a rule that is to hold on a known range, draw the validation windows at random, as below. For a forecast, where the future is always outside, the last rows are the honest choice: chapter 06 splits by time. (Windows drawn at random overlap with their neighbours, by four numbers of five. Where there is noise, even that is a leak.)

# %% [markdown] lang="ko"
# ### 세 번째 의심: 다른 곳에서 온 검증 세트
#
# `validation_split`은 섞지 않은 채 **마지막** 행들을 떼어 냅니다. 계속 커지는 수열에서는 가장 큰 값들입니다. 타깃이 하나같이 신경망이 배운 어떤 값보다도 큽니다. 우리는 아는 범위 안에서 수를 잘 읽는지 알고 싶었는데, 검증은 *외삽*(extrapolation), 곧 아는 범위 밖으로 이어 가는 일을 요구한 것입니다.
#
# 어떻게 나누어야 옳은지는 질문에 달려 있습니다. 알려진 범위에서 통하는 규칙을 찾는다면 아래처럼 검증용 윈도를 무작위로 뽑습니다. 미래가 늘 범위 밖에 있는 예측이라면 마지막 행으로 검증하는 것이 정직합니다. 6장에서는 시간순으로 나눕니다. (무작위로 뽑은 윈도는 이웃한 윈도와 수 다섯 개 가운데 네 개가 겹칩니다. 데이터에 잡음이 있다면 이것도 누수입니다.)

# %%
order = np.random.default_rng(1).permutation(100)
fit_rows, val_rows = np.sort(order[:80]), np.sort(order[80:])
print("validation windows begin with", *val_rows)

# %% alt.en="Two rows of ticks for the 100 windows, coloured by part. Above, as validation_split cuts: training on the left, validation all at the right end. Below, drawn at random: validation spread among training." alt.ko="윈도 100개를 두 줄로 늘어놓고 훈련과 검증을 색으로 구분한 그림. 위는 validation_split으로 나눈 것으로 검증이 모두 오른쪽 끝에 있고, 아래는 무작위로 뽑은 것으로 검증이 훈련 사이에 흩어져 있습니다."
plt.figure(figsize=(7, 1.3))
for height, (training, held_out) in enumerate(((fit_rows, val_rows), (np.arange(80), np.arange(80, 100)))):
    plt.plot(training, np.full(80, height), "|", color=BLUE, markersize=16)
    plt.plot(held_out, np.full(20, height), "|", color=ORANGE, markersize=16, markeredgewidth=2)
plt.yticks([0, 1], ["drawn at random", "validation_split"])
plt.ylim(-0.6, 1.6)
plt.xlabel("window (first number); orange: validation")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 6 · Scale and train (3 points)
#
# Write `train_scaled(model, x, y, epochs)`, which learns from raw numbers of any size.
#
# - `model` is compiled already and takes one feature. Leave it compiled as it is, and train this very model.
# - `x` is a float array of raw inputs, shape `(n, length, 1)`; `y` holds the raw targets, shape `(n,)`. All rows are for training. Both arrays stay as they were.
# - Scale the inputs to $[0, 1]$ by the lowest and the highest value in the **whole** of `x`, one pair for all time steps. Scale the targets to $[0, 1]$ by the lowest and the highest value of `y`. (In each array there are at least two different values.)
# - Train with the scaled numbers for exactly `epochs` epochs in one call of `fit`, with a batch size of 16 and without validation.
# - Return a tuple of three: the `History`, the pair `(low, high)` of the inputs, and the pair `(low, high)` of the targets, both in raw units.
#
# The checks bring a small problem of their own: 64 windows of four numbers between 300 and 800, a network of eight recurrent units, 20 to 30 epochs. With the two pairs they scale windows that your function has not seen, and turn the answers back. The mean absolute error has to be below a tenth of the targets' range; a right answer stays far below that.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 스케일링하고 훈련하기(3점)
#
# 크기가 어떻든 원래 단위의 수로 배우는 함수 `train_scaled(model, x, y, epochs)`를 작성하십시오.
#
# - `model`은 이미 컴파일했고 특성 하나를 받는 모델입니다. 다시 컴파일하지 말고 바로 이 모델을 훈련합니다.
# - `x`는 원래 단위의 입력이 든 실수 배열로 형상이 `(n, length, 1)`이고, `y`는 원래 단위의 타깃으로 형상이 `(n,)`입니다. 모든 행을 훈련에 씁니다. 두 배열의 내용은 바꾸지 않습니다.
# - 입력은 `x` **전체**의 최솟값과 최댓값 한 쌍을 모든 타임스텝에 똑같이 써서 $[0, 1]$ 범위로 스케일링합니다. 타깃은 `y`의 최솟값과 최댓값으로 $[0, 1]$ 범위로 스케일링합니다. (두 배열에는 저마다 서로 다른 값이 둘 이상 있습니다.)
# - 스케일링한 수로 `fit`을 한 번 호출해 정확히 `epochs`번의 에포크 동안 훈련합니다. 배치 크기는 16이고 검증은 하지 않습니다.
# - 세 가지를 튜플로 반환합니다. `History`, 입력의 쌍 `(최솟값, 최댓값)`, 타깃의 쌍 `(최솟값, 최댓값)`이며, 두 쌍은 원래 단위입니다.
#
# 검사는 작은 문제를 씁니다. 300과 800 사이의 수 네 개로 된 윈도 64개로, 유닛이 여덟 개인 순환 신경망을 20~30 에포크 동안 훈련합니다. 그리고 여러분의 함수가 보지 못한 윈도를 두 쌍의 값으로 스케일링해 넣고, 답을 원래 단위로 되돌립니다. 평균 절대 오차가 타깃 범위의 10분의 1보다 작아야 합니다. 바르게 작성했다면 이보다 훨씬 작습니다.


# %% nbgrader={"grade": false, "grade_id": "train-scaled", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_scaled(model, x, y, epochs):
    """Scale inputs and targets to [0, 1] and train a compiled model on them.

    Args:
        model: a compiled Keras model. It is trained in place.
        x: float array of shape (n, length, 1), raw inputs. It is left unchanged.
        y: float array of shape (n,), raw targets. It is left unchanged.
        epochs: int, the number of epochs.

    Returns:
        A tuple (history, x_range, y_range): the History, and the pairs (low, high) of inputs and targets.
    """
    ### BEGIN SOLUTION
    x_range = (float(x.min()), float(x.max()))
    y_range = (float(y.min()), float(y.max()))
    small_x = (x - x_range[0]) / (x_range[1] - x_range[0])
    small_y = (y - y_range[0]) / (y_range[1] - y_range[0])
    history = model.fit(small_x, small_y, batch_size=16, epochs=epochs, verbose=0)
    return history, x_range, y_range
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-scaled-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

first_numbers = 350 + 3 * np.random.default_rng(6).permutation(64)
windows = (first_numbers[:, None] + 3 * np.arange(4))[..., None].astype("float32")  # 350 to 548
next_numbers = 2 * (first_numbers + 12).astype("float32")  # 724 to 1102
check.seed(6)
eight_units = keras.Sequential([keras.Input((4, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
eight_units.compile(keras.optimizers.Adam(0.01), "mae", jit_compile=False)
with check.unchanged(x=windows, y=next_numbers):
    returned = train_scaled(eight_units, windows, next_numbers, 20)
call = "train_scaled(model, x, y, epochs=20)"
check.that(
    type(returned) in (tuple, list) and len(returned) == 3,
    f"{call}: return three things: the History, (low, high) of x, (low, high) of y.",
    f"{call}: History, x의 (최솟값, 최댓값), y의 (최솟값, 최댓값) 세 가지를 반환해야 합니다.",
)
check.history(
    returned[0],
    20,
    f"{call}[0]",
    en="Call model.fit once, with epochs=epochs, and return what it returns.",
    ko="model.fit을 epochs=epochs로 한 번 호출하고, 반환된 것을 그대로 반환하십시오.",
)
for place, name, expected in ((1, "x", (350, 548)), (2, "y", (724, 1102))):
    check.close(
        returned[place],
        expected,
        f"{call}[{place}]",
        en=f"The lowest and the highest value of {name}, in raw units.",
        ko=f"{name}의 최솟값과 최댓값을 원래 단위로 반환해야 합니다.",
    )
between = windows + 1
learned = 724 + 378 * check.predict(eight_units, (between - 350) / 198)[:, 0]
error = float(np.abs(learned - (next_numbers + 2)).mean())
check.that(
    error < 37.8,
    f"{call}: on windows between those of x the mean absolute error is {error:.1f}; it has to be below 37.8. "
    "Train the given model, as it is compiled, on scaled inputs and scaled targets, in batches of 16.",
    f"{call}: x의 윈도 사이에 있는 윈도에서 평균 절대 오차가 {error:.1f}입니다. 37.8보다 작아야 합니다. "
    "주어진 모델을 다시 컴파일하지 말고, 스케일링한 입력과 타깃으로 배치 크기 16으로 훈련하십시오.",
)
check.passed("History of 20 epochs", "ranges", f"MAE {error:.1f}")

# %% nbgrader={"grade": true, "grade_id": "train-scaled-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train-scaled")
epochs, gap = int(rng.integers(24, 31)), int(rng.integers(3, 6))
starts = int(rng.integers(310, 400)) + gap * rng.permutation(64)
given = (starts[:, None] + gap * np.arange(4))[..., None].astype("float32")
slope, offset = int(rng.integers(3, 6)), int(rng.integers(50, 400))
targets = (offset - slope * starts).astype("float32")  # it falls as the series rises, and lies below 0
low, high = float(given.min()), float(given.max())
bottom, top = float(targets.min()), float(targets.max())

check.seed(int(rng.integers(1000)))
learner = keras.Sequential([keras.Input((4, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
learner.compile(keras.optimizers.Adam(0.01), "mae", jit_compile=False)
with check.unchanged(x=given, y=targets):
    result = train_scaled(learner, given, targets, epochs)
call = f"train_scaled(model, x, y, epochs={epochs})"
check.that(
    type(result) in (tuple, list) and len(result) == 3,
    f"{call}: return the History and the two pairs (low, high).",
    f"{call}: History와 두 쌍의 (최솟값, 최댓값)을 반환해야 합니다.",
)
check.history(
    result[0],
    epochs,
    f"{call}[0]",
    en="Train for exactly as many epochs as the argument says, in one call of fit.",
    ko="fit을 한 번 호출해 인수로 받은 에포크 수만큼 정확히 훈련하십시오.",
)
check.close(
    result[1], (low, high), f"{call}[1]", en="Lowest and highest value of x.", ko="x의 최솟값과 최댓값입니다."
)
check.close(
    result[2],
    (bottom, top),
    f"{call}[2]",
    en="Lowest and highest value of y, which may lie below 0.",
    ko="y의 최솟값과 최댓값입니다. 0보다 작을 수도 있습니다.",
)
unseen = np.clip(given + gap / 2, low, high)
fitting = offset - slope * (starts + gap / 2)
scaled_answers = check.predict(learner, ((unseen - low) / (high - low)).astype("float32"))[:, 0]
error = float(np.abs(bottom + (top - bottom) * scaled_answers - fitting).mean())
check.that(
    error < 0.1 * (top - bottom),
    f"{call}: the mean absolute error on other windows is {error:.1f}, a tenth of the range is {0.1 * (top - bottom):.1f}. "
    "The given model has to learn from scaled inputs and scaled targets.",
    f"{call}: 다른 윈도에서 평균 절대 오차가 {error:.1f}이고, 타깃 범위의 10분의 1은 {0.1 * (top - bottom):.1f}입니다. "
    "주어진 모델이 스케일링한 입력과 타깃으로 배워야 합니다.",
)
check.passed(f"History of {epochs} epochs", "ranges", "model has learned")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 8 · Predict
#
# What comes after 50, 51, 52, 53, 54, doubled? A prediction takes three steps: scale the input with the numbers **from training**, ask the network, turn its answer back. Whoever forgets the last step gets an answer near 0.6 and wonders.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# 50, 51, 52, 53, 54 다음에 올 수의 두 배는 얼마입니까? 예측은 세 단계입니다. **훈련에서 쓴** 값으로 입력을 스케일링하고, 신경망에 넣고, 답을 원래 단위로 되돌립니다. 마지막 단계를 잊으면 0.6쯤 되는 이상한 답이 나옵니다.

# %%
question = np.arange(50, 55).reshape(1, 5, 1)
scaled_answer = float(both.predict(question / x_high, verbose=0)[0, 0])  # x_low is 0
print(f"scaled answer {scaled_answer:.3f}")
print(f"answer {y_low + scaled_answer * (y_high - y_low):.1f}, truth 110")

# %% [markdown] lang="en"
# Errors in scaled units look small. In the picture each training window's error is drawn in the unit of the targets, with its sign: the network is a little too low here, a little too high there, in a smooth curve. Such a pattern says that it bends a curve through the points and has not found "add 1 and double it".

# %% [markdown] lang="ko"
# 스케일링된 단위의 오차는 작아 보입니다. 그림은 훈련용 윈도마다의 오차를 부호와 함께 타깃의 단위로 그린 것입니다. 어디서는 조금 낮고 어디서는 조금 높은데, 매끄러운 곡선을 그립니다. 이런 무늬가 보이면 신경망이 "1을 더해 두 배 하기"를 찾아낸 것이 아니라 점들 사이로 곡선을 구부려 맞춘 것입니다.

# %% alt.en="Signed error against the window's first number: a smooth wave within about two units around 0." alt.ko="윈도의 첫 수에 따른 부호 있는 오차. 0을 중심으로 2쯤 안에서 매끄럽게 물결칩니다."
plt.figure(figsize=(5, 2.2))
plt.plot((answers["both scaled"] - y_raw)[:80], ".-", color=BLUE)
plt.axhline(0, color="0.6")
plt.xlabel("window (first number)")
plt.ylabel("answer − truth")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 7 · Predict in the data's own units (2 points)
#
# Write `predict_raw(model, x, x_range, y_range)`.
#
# - `model` was trained on inputs and targets that were scaled to $[0, 1]$ by the ranges `x_range` and `y_range`. Each is a pair `(low, high)` in raw units.
# - `x` is a float array of raw inputs, shape `(n, length, 1)`; `n` may be 1. Some of its values may lie outside `x_range`: scale them in just the same way, and cut nothing off. `x` stays as it was.
# - The model gives an array of shape `(n, 1)`. Return its answers in raw units, a float array of shape `(n,)`.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 원래 단위로 예측하기(2점)
#
# 함수 `predict_raw(model, x, x_range, y_range)`를 작성하십시오.
#
# - `model`은 `x_range`와 `y_range`로 $[0, 1]$ 범위로 스케일링한 입력과 타깃으로 훈련한 모델입니다. 두 범위는 각각 원래 단위의 쌍 `(최솟값, 최댓값)`입니다.
# - `x`는 원래 단위의 입력이 든 실수 배열이며 형상은 `(n, length, 1)`입니다. `n`은 1일 수도 있습니다. `x_range`를 벗어난 값이 있어도 똑같이 스케일링하고, 잘라 내지 않습니다. `x`의 내용은 바꾸지 않습니다.
# - 모델은 형상이 `(n, 1)`인 배열을 내놓습니다. 그 답을 원래 단위로 되돌려 형상이 `(n,)`인 실수 배열로 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "predict-raw", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_raw(model, x, x_range, y_range):
    """Predict in raw units with a model that was trained on scaled numbers.

    Args:
        model: a Keras model that takes scaled inputs and gives scaled answers of shape (n, 1).
        x: float array of shape (n, length, 1), raw inputs. It is left unchanged.
        x_range: pair (low, high) by which the inputs were scaled to [0, 1].
        y_range: pair (low, high) by which the targets were scaled to [0, 1].

    Returns:
        float array of shape (n,): the answers in raw units.
    """
    ### BEGIN SOLUTION
    low, high = x_range
    answers = model.predict((x - low) / (high - low), verbose=0)[:, 0]
    low, high = y_range
    return low + answers * (high - low)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "predict-raw-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

# This model answers with the last number that it is given.
last_number = keras.Sequential([keras.Input((3, 1)), keras.layers.Flatten(), keras.layers.Dense(1)])
last_number.compile(run_eagerly=True)
last_number.set_weights([np.array([[0.0], [0.0], [1.0]]), np.zeros(1)])
raw_windows = np.array([[10, 20, 30], [30, 40, 60], [80, 100, 120]], dtype="float32")[..., None]
call = "predict_raw(model, x, (0, 100), (0, 500))"
with check.unchanged(x=raw_windows):
    predicted = predict_raw(last_number, raw_windows, (0.0, 100.0), (0.0, 500.0))
check.array(
    predicted,
    call,
    shape=(3,),
    en="One number for each window: take column 0 of what the model gives.",
    ko="윈도마다 수 하나입니다. 모델이 내놓은 배열의 0번 열을 꺼내십시오.",
)
check.array(predicted, call, dtype="float")
check.close(
    predicted,
    [150, 300, 600],
    call,
    rtol=1e-3,
    en="Scale x by x_range, ask the model, and turn the answers back by y_range. Nothing is cut off outside the ranges.",
    ko="x를 x_range로 스케일링해 모델에 넣고, 답을 y_range로 되돌리십시오. 범위를 벗어나도 잘라 내지 않습니다.",
)
check.passed("shape (3,)", "raw units", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "predict-raw-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("predict-raw")
length = int(rng.integers(3, 7))
mixer = keras.Sequential([keras.Input((length, 1)), keras.layers.Flatten(), keras.layers.Dense(1)])
mixer.compile(run_eagerly=True)
shares, shift = rng.uniform(0.2, 1.0, size=(length, 1)), float(rng.uniform(-0.5, 0.5))
mixer.set_weights([shares, np.array([shift])])
for count in (1, int(rng.integers(4, 9))):
    x_low, y_low = (float(number) for number in rng.integers(-90, -20, size=2))
    x_high, y_high = float(rng.integers(40, 200)), float(rng.integers(300, 900))
    drawn = rng.uniform(x_low - 60, x_high + 60, size=(count, length, 1)).astype("float32")
    mixed = ((drawn[..., 0] - x_low) / (x_high - x_low)) @ shares[:, 0] + shift
    expected = y_low + (y_high - y_low) * mixed
    call = f"predict_raw(model, x, ({x_low:g}, {x_high:g}), ({y_low:g}, {y_high:g})), x.shape = {drawn.shape}"
    with check.unchanged(x=drawn):
        found = predict_raw(mixer, drawn, (x_low, x_high), (y_low, y_high))
    check.array(
        found, call, shape=(count,), en="One window works as well.", ko="윈도가 하나여도 동작해야 합니다."
    )
    check.array(found, call, dtype="float")
    check.close(
        found,
        expected,
        call,
        rtol=1e-3,
        atol=0.05,
        en="low may be any number: scaling takes (value - low) / (high - low), and going back low + answer * (high - low).",
        ko="최솟값은 어떤 수든 될 수 있습니다. 스케일링은 (값 - 최솟값) / (최댓값 - 최솟값), 되돌리기는 최솟값 + 답 * (최댓값 - 최솟값)입니다.",
    )
check.passed("one window", "drawn ranges")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 9 · Improve: the cure
#
# Now with everything mended: inputs and targets scaled by the training windows, validation windows drawn at random. First a short comparison of the three kinds of recurrent layers, 150 epochs each.

# %% [markdown] lang="ko"
# ## 9 · 개선하기: 제대로 훈련하기
#
# 이제 모두 고쳐서 훈련합니다. 입력과 타깃은 훈련용 윈도의 값으로 스케일링하고, 검증용 윈도는 무작위로 뽑습니다. 먼저 세 종류의 순환층을 150 에포크씩 훈련해 간단히 견주어 봅니다.

# %%
x_low, x_high = x_raw[fit_rows].min(), x_raw[fit_rows].max()
y_low, y_high = y_raw[fit_rows].min(), y_raw[fit_rows].max()
x_scaled = (x_raw - x_low) / (x_high - x_low)
y_scaled = (y_raw - y_low) / (y_high - y_low)
for recurrent in (keras.layers.SimpleRNN, keras.layers.GRU, keras.layers.LSTM):
    trained = experiment(x_scaled, y_scaled, rows=fit_rows, recurrent=recurrent)
    scaled_errors = np.abs(outputs(trained, x_scaled) - y_scaled)
    val_error = scaled_errors[val_rows].mean() * (y_high - y_low)
    print(f"{recurrent.__name__:10} validation MAE {val_error:.2f}")

# %% [markdown] lang="en"
# All three solve it, and another seed may put them in another order: for windows of five numbers nobody needs a long memory. We keep the LSTM and give it the 500 epochs of the first attempt. The same network, the same loss, optimizer and learning rate; only the scale of the numbers and the choice of the validation windows are new. With steps of constant size the error goes up and down at the end, so `EarlyStopping`, too patient to stop anything here, puts the weights of the best validation epoch back.

# %% [markdown] lang="ko"
# 셋 다 문제를 풀며, 시드가 바뀌면 순서도 바뀔 수 있습니다. 수 다섯 개짜리 윈도에는 긴 기억이 필요 없기 때문입니다. LSTM을 골라 처음과 똑같이 500 에포크 동안 훈련합니다. 신경망, 손실, 옵티마이저, 학습률은 모두 처음과 같습니다. 수의 크기와 검증용 윈도를 고르는 방법만 달라졌습니다. 단계의 크기가 늘 같으므로 끝에 가서는 오차가 오르내립니다. 그래서 `EarlyStopping`으로 검증 오차가 가장 작았던 에포크의 가중치를 되살립니다. 여기서는 기다리는 에포크 수를 크게 주어 훈련이 일찍 멈추지 않습니다.

# %%
cured = new_network()
cured.compile(keras.optimizers.Adam(0.001), loss="mae")
cured_history = cured.fit(
    x_scaled[fit_rows],
    y_scaled[fit_rows],
    epochs=hiddenlayers.epochs(500),
    validation_data=(x_scaled[val_rows], y_scaled[val_rows]),
    callbacks=[keras.callbacks.EarlyStopping(patience=500, restore_best_weights=True)],
    verbose=0,
)
curves = pd.DataFrame(cured_history.history) * (y_high - y_low)
best = curves["val_loss"].idxmin()
print(f"best weights in epoch {best + 1}")
print(curves.loc[best].round(2).to_string())

# %% alt.en="Training and validation MAE in the unit of the targets on a logarithmic scale: both drop below 1 within a hundred epochs or so and stay together; dashed, far above, where the first attempt ended." alt.ko="타깃의 단위로 나타낸 훈련 MAE와 검증 MAE의 로그 눈금 그래프. 둘 다 100 에포크 안팎에서 1 아래로 내려가 함께 머뭅니다. 훨씬 위의 점선은 처음 시도의 마지막 오차입니다."
plt.figure(figsize=(6, 2.6))
plt.semilogy(curves["val_loss"], color=ORANGE, label="validation")
plt.semilogy(curves["loss"], color=BLUE, label="training", linewidth=0.8)
plt.axhline(first_loss, color="0.4", linestyle="--", label="first attempt, training")
plt.xlabel("epoch")
plt.ylabel("MAE")
plt.legend(frameon=False, fontsize=8)
plt.show()

# %% [markdown] lang="en"
# For a *test* the network gets windows that it has never met, within the range: 0.5, 1.5, 2.5, … It was trained on whole numbers only, and yet the errors stay small.

# %% [markdown] lang="ko"
# *테스트*로는 범위 안에 있지만 한 번도 만난 적이 없는 윈도를 줍니다. 0.5, 1.5, 2.5, …로 이어지는 수열입니다. 정수로만 훈련했는데도 오차가 작습니다.

# %%
first = np.arange(x_low, x_high - 4) + 0.5
x_test = ((first[:, None] + np.arange(5) - x_low) / (x_high - x_low))[..., np.newaxis]
test_answers = y_low + (y_high - y_low) * outputs(cured, x_test)
test_mae = np.abs(test_answers - 2 * (first + 5)).mean()
print(f"test MAE {test_mae:.2f} inside the training range")

# %% [markdown] lang="en"
# ### Outside the range
#
# And beyond 104? For a while the curve simply runs on; then it bends away from the truth and comes to rest. They have to: the states of an LSTM lie between −1 and 1, so the output has its reach, however large the input. The reach leaves some room above the largest target, but each larger number moves the states a little less. Scaling doesn't change this, and neither do more epochs or more layers: the network has learned a curve through the known range, no rule.

# %% [markdown] lang="ko"
# ### 범위 밖에서는
#
# 그러면 104를 넘으면 어떻습니까? 한동안은 곡선이 그대로 이어지지만, 이내 정답에서 휘어져 나가다가 멈춥니다. 그럴 수밖에 없습니다. LSTM의 상태는 −1과 1 사이에 있으므로 입력이 아무리 커도 출력이 닿는 범위에는 끝이 있습니다. 가장 큰 타깃 위로 얼마쯤 남아 있기는 하지만, 수가 커질수록 상태는 점점 덜 움직입니다. 스케일링을 해도, 에포크나 층을 늘려도 이것은 달라지지 않습니다. 신경망이 배운 것은 규칙이 아니라 아는 범위를 지나는 곡선입니다.

# %% alt.en="Truth and answer for windows from 0 to 600: they lie on each other inside the shaded training range; beyond it the truth goes on rising while the answer bends and levels off." alt.ko="첫 수가 0부터 600까지인 윈도의 정답과 답. 색칠한 훈련 범위 안에서는 겹치지만, 그 밖에서 정답은 계속 올라가고 답은 휘어져 평평해집니다."
first = np.arange(0, 601)
windows_beyond = ((first[:, None] + np.arange(5) - x_low) / (x_high - x_low))[..., np.newaxis]
answers_beyond = y_low + (y_high - y_low) * outputs(cured, windows_beyond)
plt.figure(figsize=(6, 2.8))
plt.axvspan(0, 99, color=GREEN, alpha=0.12, label="training range")
plt.plot(first, 2 * (first + 5), color="0.6", linewidth=4, label="truth")
plt.plot(first, answers_beyond, color=BLUE, label="network")
plt.xlabel("window (first number)")
plt.ylabel("answer")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 8 · A growing series (2 points, marked by a person)
#
# A shop's daily sales have grown steadily over six years, from 100 to 900. A colleague trains an LSTM on windows of 30 days to predict the next day. He scales by the lowest and highest value of his training days, keeps random days for validation, and finds an MAE of 12. In the following years the sales grow on to 2,000; the predictions fall behind and come to rest near 1,200.
#
# (a) Why do neither more epochs nor another learning rate help? Which way of choosing the validation days would have warned him? (b) Propose another input and target, so that an LSTM can follow the growth, and say how a prediction in sales is made from its answer. Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 계속 자라는 시계열(2점, 사람이 채점)
#
# 어느 가게의 하루 매출이 6년 동안 100에서 900까지 꾸준히 늘었습니다. 한 동료가 30일짜리 윈도로 다음 날의 매출을 예측하도록 LSTM을 훈련했습니다. 훈련에 쓴 날의 최솟값과 최댓값으로 스케일링하고, 무작위로 뽑은 날로 검증해 MAE 12를 얻었습니다. 그 뒤 몇 해 동안 매출은 2,000까지 계속 늘었는데, 예측은 점점 뒤처지다가 1,200 근처에서 멈추었습니다.
#
# (a) 에포크를 늘리거나 학습률을 바꾸어도 소용없는 까닭은 무엇입니까? 검증에 쓸 날을 어떻게 골랐다면 미리 알 수 있었겠습니까? (b) LSTM이 성장을 따라갈 수 있도록 입력과 타깃을 다르게 정해 보고, 그 답으로 매출 예측을 어떻게 만드는지 쓰십시오. 여섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "growing-series", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** (a) The network has never seen a value above 900. The states of an LSTM lie between −1 and 1, so beyond the range that it was fitted to the output levels off; training longer or in other steps only fits that range better. Random validation days lie between training days, inside the range, so they ask only for filling gaps. Had he kept the last months for validation, as the real use demands, the error would have shown. (b) Let the network read and predict *changes*: the difference of each day to the day before (or to the window's last value, or the ratio). Differences stay in the same range while the sales grow, so nothing has to be extrapolated. The prediction is the last known value plus the predicted difference (or times the predicted ratio), after undoing the scaling.
#
# *Rubric.* 1 point: bounded states or a range never seen as the cause, **and** a split by time (half a point for one of the two). 1 point: a quantity that stays in range, such as differences, ratios, or values relative to the window's last one, **and** how to get back to sales (half a point if the way back is missing). No points for "more data", "more layers" or "scale to a larger maximum" without such an idea.
#
# **모범 답안.** (a) 신경망은 900이 넘는 값을 본 적이 없습니다. LSTM의 상태는 −1과 1 사이에 있으므로 출력은 배운 범위를 벗어나면 평평해집니다. 더 오래 훈련하거나 단계의 크기를 바꾸어도 그 범위에 더 잘 맞을 뿐입니다. 무작위로 뽑은 검증용 날은 훈련에 쓴 날들 사이, 곧 범위 안에 있으므로 빈칸 채우기만 물은 셈입니다. 실제로 쓸 때처럼 마지막 몇 달을 검증에 썼다면 오차가 드러났을 것입니다. (b) 값이 아니라 *변화량*을 읽고 예측하게 합니다. 전날과의 차이(또는 윈도의 마지막 값과의 차이나 비율)를 입력과 타깃으로 씁니다. 매출이 늘어도 차이는 같은 범위에 머물므로 외삽할 것이 없습니다. 스케일링을 되돌린 뒤, 마지막으로 아는 값에 예측한 차이를 더하면(비율이면 곱하면) 매출 예측이 됩니다.
#
# *채점 기준.* 1점: 원인으로 상태의 범위가 제한되어 있음 또는 본 적 없는 범위임을 들고, **또한** 시간순으로 나누어야 함을 말함(둘 중 하나만 있으면 0.5점). 1점: 차이, 비율, 윈도의 마지막 값에 대한 상대값처럼 범위가 유지되는 양을 제안하고, **또한** 매출로 되돌리는 방법을 말함(되돌리는 방법이 없으면 0.5점). 이런 생각 없이 "데이터를 늘린다", "층을 늘린다", "최댓값을 더 크게 잡아 스케일링한다"고만 쓰면 점수가 없습니다.

# %% [markdown] lang="en"
# ## 10 · Save
#
# A `.keras` file keeps the network, but not the four numbers of the scaling, and without them its answers mean nothing. So put the scaling **into** the model. `Rescaling` multiplies by a factor and adds an offset: one such layer before the network, one behind it. The whole takes raw numbers and gives raw answers, and so does every copy of the file.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# `.keras` 파일에는 신경망이 들어가지만 스케일링에 쓴 수 네 개는 들어가지 않습니다. 그 수가 없으면 신경망의 답은 아무 뜻이 없습니다. 그래서 스케일링을 모델 **안에** 넣습니다. `Rescaling` 층은 값을 곱하고 더해 줍니다. 신경망 앞에 하나, 뒤에 하나를 둡니다. 이렇게 하면 모델이 원래 단위의 수를 받아 원래 단위로 답하며, 파일을 어디로 옮겨도 그렇습니다.

# %%
width = float(x_high - x_low)
whole = keras.Sequential(
    [
        keras.Input(shape=(5, 1)),
        keras.layers.Rescaling(1 / width, offset=-float(x_low) / width),
        cured,
        keras.layers.Rescaling(float(y_high - y_low), offset=float(y_low)),
    ]
)

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "doubled.keras"
    whole.save(path)
    restored = keras.models.load_model(path)
restored_answers = outputs(restored, x_raw)
print("same answers:", np.allclose(restored_answers, outputs(whole, x_raw)))
print(f"MAE {np.abs(restored_answers - y_raw).mean():.2f} from raw numbers to raw answers")

# %% alt.en="Answers of the loaded model on the 100 raw windows, on top of the truth." alt.ko="다시 불러온 모델이 원래 단위의 윈도 100개에 답한 값이 정답과 겹칩니다."
show_answers(restored_answers, split=100)

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **Raw numbers as targets.** Steps of 0.001 can't carry an output to 200 in a few hundred epochs. Scale targets as well as inputs.
# - **Reading the MAE in scaled units.** 0.005 sounds splendid; times a range of 200 it is 1.
# - **A scaler fitted before the split,** or another one at prediction. Take low and high from the training windows, keep them, and use them from then on.
# - **One scaler a column of the windows.** All columns are the same series: one scaler for one series.
# - **`validation_split` on a series that rises.** It takes the last rows, unshuffled: that asks for extrapolation. And it makes no test set.
# - **`input_shape=(5, 1)` in the first `LSTM`,** as older code has it. Keras 3 warns: begin with `keras.Input`.
# - **`epoch=500` or `metircs=`.** A misspelt argument is no small matter: Keras stops with "unexpected keyword argument". They are `epochs` and `metrics`.
# - **A window that holds its own target.** Check one window by hand: the target lies behind it.
# - **"LSTM is always the best."** For short windows a SimpleRNN or a GRU is as good, and smaller. And a series that follows a plain rule needs no network.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **원래 단위의 수를 그대로 타깃으로 쓰기.** 0.001씩 움직여서는 몇백 에포크 안에 출력이 200에 닿지 못합니다. 입력뿐 아니라 타깃도 스케일링합니다.
# - **스케일링된 단위의 MAE를 그대로 읽기.** 0.005라면 훌륭해 보이지만 범위 200을 곱하면 1입니다.
# - **나누기 전에 스케일러를 맞추거나** 예측할 때 다른 스케일러를 쓰기. 훈련용 윈도에서 최솟값과 최댓값을 구해 두고 그 뒤로는 늘 그 값을 씁니다.
# - **윈도의 열마다 스케일러를 따로 쓰기.** 모든 열이 같은 시계열입니다. 시계열 하나에 스케일러 하나입니다.
# - **계속 커지는 시계열에 `validation_split` 쓰기.** 섞지 않고 마지막 행들을 떼어 내므로 외삽을 요구하게 됩니다. 테스트 세트를 만들어 주는 것도 아닙니다.
# - **첫 `LSTM`에 `input_shape=(5, 1)`을 주기.** 예전 코드의 방식입니다. Keras 3에서는 경고가 나오므로 `keras.Input`으로 시작합니다.
# - **`epoch=500`이나 `metircs=`.** 인수 이름을 잘못 쓰면 Keras가 "unexpected keyword argument"라는 오류를 내고 멈춥니다. 바른 이름은 `epochs`와 `metrics`입니다.
# - **타깃이 들어 있는 윈도.** 윈도 하나를 손으로 확인해 보십시오. 타깃은 윈도 뒤에 있어야 합니다.
# - **"LSTM이 언제나 가장 좋다."** 짧은 윈도에는 SimpleRNN이나 GRU도 그만큼 잘하고 더 작습니다. 간단한 규칙을 따르는 수열이라면 신경망 자체가 필요 없습니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - told 1:N, N:1, N:M and N:N apart, and cut series into windows of shape (batch, time steps, features),
# - calculated SimpleRNN and LSTM by hand, equal to Keras, and counted 288, 912 and 1,152 parameters,
# - stacked LSTM layers, with `return_sequences` where a sequence has to go on,
# - found out why a network did not learn: first the scale of the targets, then saturation, then a validation set from elsewhere,
# - scaled, trained, turned predictions back, and saw where the network fails: outside the range that it has learned.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. You have 200 sequences of 30 days with 4 measurements each. Which shape does the batch have, and what does `LSTM(16)` make of it, with and without `return_sequences=True`?
# 2. How many parameters has `LSTM(32)` on 3 features?
# 3. A recurrent layer reads 5 time steps, then 50. Why does it need no more parameters?
# 4. Which gates must be open or closed, so that an LSTM keeps its cell state as it is?
# 5. Targets from 10 to 210 were scaled to $[0, 1]$, and the MAE on them is 0.003. How large is it in the unit of the targets?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 1:N, N:1, N:M, N:N을 구별하고, 시계열을 (배치, 타임스텝, 특성) 형상의 윈도로 잘랐습니다.
# - SimpleRNN과 LSTM을 Keras와 똑같이 직접 계산하고, 파라미터 288개, 912개, 1,152개를 세었습니다.
# - 시퀀스가 이어져야 하는 곳에 `return_sequences`를 써서 LSTM 층을 쌓았습니다.
# - 신경망이 배우지 못하는 까닭을 찾았습니다. 첫째는 타깃의 크기, 둘째는 포화, 셋째는 다른 곳에서 온 검증 세트였습니다.
# - 스케일링하고 훈련하여 예측을 원래 단위로 되돌렸고, 신경망이 배운 범위 밖에서 실패하는 것을 보았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 날마다 네 가지를 잰 30일짜리 시퀀스가 200개 있습니다. 배치의 형상은 무엇이며, `LSTM(16)`은 이것으로 어떤 형상의 출력을 만듭니까? `return_sequences=True`일 때와 아닐 때를 모두 답하십시오.
# 2. 특성이 3개일 때 `LSTM(32)`의 파라미터는 몇 개입니까?
# 3. 순환층이 5단계를 읽다가 50단계를 읽게 되어도 파라미터가 늘지 않는 까닭은 무엇입니까?
# 4. LSTM이 셀 상태를 그대로 지키려면 어떤 게이트가 열리고 어떤 게이트가 닫혀야 합니까?
# 5. 10에서 210까지인 타깃을 $[0, 1]$ 범위로 스케일링했고 그 MAE가 0.003입니다. 타깃의 원래 단위로는 얼마입니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - S. Hochreiter, J. Schmidhuber (1997): [Long Short-Term Memory](https://doi.org/10.1162/neco.1997.9.8.1735). The first LSTM; the forget gate came later.
# - F. Gers, J. Schmidhuber, F. Cummins (2000): [Learning to Forget: Continual Prediction with LSTM](https://doi.org/10.1162/089976600300015015). Where the forget gate comes from.
# - K. Cho and others (2014): [Learning Phrase Representations using RNN Encoder–Decoder](https://arxiv.org/abs/1406.1078). The GRU, and N:M for translation.
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org), chapter 10, on recurrent networks.
# - C. Olah (2015): [Understanding LSTM Networks](https://colah.github.io/posts/2015-08-Understanding-LSTMs/), with fine pictures.
# - Keras: [Working with RNNs](https://keras.io/guides/working_with_rnns/).
#
# ## Recall answers
#
# 1. `(200, 30, 4)`. Without it `(200, 16)`, the last states; with it `(200, 30, 16)`, the states of all days.
# 2. $4 \cdot 32 \cdot (3 + 32 + 1) = 4608$.
# 3. All time steps share the same kernel, recurrent kernel and bias.
# 4. The forget gate open ($f = 1$), the input gate closed ($i = 0$). The output gate may be either.
# 5. $0.003 \cdot 200 = 0.6$.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - S. Hochreiter, J. Schmidhuber (1997): [Long Short-Term Memory](https://doi.org/10.1162/neco.1997.9.8.1735). LSTM이 처음 나온 논문이며, 삭제 게이트는 나중에 더해졌습니다.
# - F. Gers, J. Schmidhuber, F. Cummins (2000): [Learning to Forget: Continual Prediction with LSTM](https://doi.org/10.1162/089976600300015015). 삭제 게이트가 나온 논문입니다.
# - K. Cho 외 (2014): [Learning Phrase Representations using RNN Encoder–Decoder](https://arxiv.org/abs/1406.1078). GRU, 그리고 번역에 쓰는 N:M 구조를 다룹니다.
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org) 10장. 순환 신경망을 다룹니다.
# - C. Olah (2015): [Understanding LSTM Networks](https://colah.github.io/posts/2015-08-Understanding-LSTMs/). 그림이 훌륭합니다.
# - Keras: [Working with RNNs](https://keras.io/guides/working_with_rnns/).
#
# ## 질문의 답
#
# 1. 배치의 형상은 `(200, 30, 4)`입니다. `return_sequences=True`가 아니면 마지막 상태만 나와 `(200, 16)`, 맞으면 모든 날의 상태가 나와 `(200, 30, 16)`입니다.
# 2. $4 \cdot 32 \cdot (3 + 32 + 1) = 4608$개입니다.
# 3. 모든 타임스텝이 같은 커널, 순환 커널, 편향을 함께 쓰기 때문입니다.
# 4. 삭제 게이트가 열리고($f = 1$) 입력 게이트가 닫혀야 합니다($i = 0$). 출력 게이트는 어느 쪽이든 괜찮습니다.
# 5. $0.003 \cdot 200 = 0.6$입니다.
