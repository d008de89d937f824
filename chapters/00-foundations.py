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
# # Foundations: neurons, losses, gradient descent
#
# **150 minutes · 20 points**
#
# You will build a neural network out of nothing but NumPy, down to the last derivative, and TensorFlow will confirm your gradients to five decimal places. On the way you clean a table that many hands have typed.
#
# After this chapter you can
#
# - say what deep learning adds to machine learning, and what it costs,
# - turn an untidy table into numbers with pandas, split it 6:2:2 and scale it without leakage,
# - calculate a neuron, a layer and a whole network as matrices, and choose the activation functions and the loss,
# - explain gradient descent, the learning rate and what the common optimizers add to it,
# - train a network by forward pass, loss, backpropagation and update, and count epochs, batches and iterations,
# - tell underfitting from overfitting, and choose hyperparameters by validation data.
#
# **Before you start:** Python functions, NumPy arrays, and what the slope of a curve is. Two sittings are better than one: section 5 is a good place for a break.

# %% [markdown] lang="ko"
# # 기초: 뉴런, 손실, 경사 하강법
#
# **150분 · 20점**
#
# 이 장에서는 NumPy만으로 신경망을 만듭니다. 미분까지 하나도 빠짐없이 직접 계산하고, 그 그레이디언트가 소수점 아래 다섯 자리까지 맞는지 TensorFlow로 확인합니다. 그 전에 여러 사람이 제각각 입력한 표를 정리하는 법도 배웁니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 딥러닝이 머신러닝에 무엇을 더해 주고 그 대가가 무엇인지 설명합니다.
# - 지저분한 표를 pandas로 정리해 수로 바꾸고, 6:2:2로 나누고, 누수 없이 스케일링합니다.
# - 뉴런 하나, 층 하나, 신경망 전체를 행렬로 계산하고, 알맞은 활성화 함수와 손실을 고릅니다.
# - 경사 하강법과 학습률을 설명하고, 여러 옵티마이저가 무엇을 더했는지 설명합니다.
# - 순전파, 손실, 역전파, 업데이트로 신경망을 훈련하고, 에포크와 배치와 반복의 횟수를 셉니다.
# - 과소적합과 과대적합을 구별하고, 검증 데이터로 하이퍼파라미터를 고릅니다.
#
# **미리 알아 둘 것:** 파이썬 함수와 NumPy 배열, 그리고 곡선의 기울기가 무엇인지 알면 됩니다. 한 번에 다 하기보다 두 번에 나누어 하기를 권합니다. 5절 앞에서 쉬어 가면 좋습니다.

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %% [markdown] lang="en"
# Next come the libraries. pandas holds tables, NumPy calculates, scikit-learn splits and scales, and TensorFlow with Keras checks our results. The longer drawings come from the course's own package.

# %% [markdown] lang="ko"
# 이어서 라이브러리를 불러옵니다. pandas에 표를 담고, NumPy로 계산하고, scikit-learn으로 데이터를 나누고 스케일링하며, TensorFlow와 Keras로 결과를 확인합니다. 코드가 긴 그림은 이 강의의 패키지에서 가져옵니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
import tensorflow as tf
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, STYLE

# %%
from hiddenlayers.pictures.activations import plot_activations, show_activations
from hiddenlayers.pictures.descent import (
    plot_learning_rates,
    plot_loss_surfaces,
    show_learning_rate,
    show_race,
)
from hiddenlayers.pictures.flow import draw_flow
from hiddenlayers.pictures.neurons import draw_network, draw_perceptron

plt.rcParams.update({**STYLE, "figure.dpi": 75})

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# Every chapter takes the same road: frame the problem → look at the data → prepare it → build → compile → train → evaluate → predict → improve → save.
#
# - **What goes in?** What a ferry knows about a passenger: age, cabin, travelling alone or not, port, delay, fare.
# - **What comes out?** Whether this passenger ever booked again: yes or no. This is *binary classification*. (Predicting a number, such as a price, would be *regression*.)
# - **Who knows the right answer?** For past passengers the ferry's books do. Learning from examples with known answers is called *supervised learning*.
# - **When is it good?** When it is right about passengers whom it has not learned from, more often than simple rules are.
#
# The ferry does not exist, and no row of the table is a person: a script of the course made the data up. So we can tell afterwards what there was to find.
#
# ### Machine learning and deep learning
#
# A program of *machine learning* gets no rules; it finds numbers, the *weights*, with which its answers fit the examples. In classical machine learning a person first decides which *features* matter: this takes knowledge and time, and what the person does not think of is lost.
#
# *Deep learning* is the part of machine learning that uses neural networks with layers in between. These layers learn features by themselves, from nearly raw data. That is why it is so good at images, sound and language, where nobody can write down the right features.
#
# It has its price. A linear model has one weight for each feature, and you can read it. A network has thousands or millions of weights, and none of them means anything by itself. And whoever lets the data decide everything depends on the data: wrong labels and missing groups are learned as faithfully as everything else. Section 8 measures both.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 모든 장은 같은 순서를 따릅니다. 문제 정의하기 → 데이터 살펴보기 → 준비하기 → 모델 만들기 → 컴파일하기 → 훈련하기 → 평가하기 → 예측하기 → 개선하기 → 저장하기입니다.
#
# - **무엇이 들어옵니까?** 어느 여객선이 승객에 대해 아는 것들, 곧 나이, 선실 등급, 일행, 출발 항구, 지연 시간, 요금입니다.
# - **무엇이 나갑니까?** 그 승객이 배를 다시 예약했는지, 예 또는 아니요입니다. 이런 문제를 *이진 분류*(binary classification)라고 합니다. (가격 같은 수를 예측한다면 *회귀*(regression)입니다.)
# - **정답은 누가 압니까?** 지난 승객에 대해서는 여객선의 장부가 압니다. 이렇게 정답이 있는 예에서 배우는 것을 *지도 학습*(supervised learning)이라고 합니다.
# - **어떤 모델이 좋은 모델입니까?** 학습에 쓰지 않은 승객에 대해서도, 단순한 규칙보다 더 자주 맞히는 모델입니다.
#
# 이 여객선은 세상에 없고, 표의 어느 행도 실제 사람이 아닙니다. 이 강의의 스크립트가 지어낸 데이터입니다. 그래서 찾아야 할 것이 무엇이었는지 나중에 확인할 수 있습니다.
#
# ### 머신러닝과 딥러닝
#
# *머신러닝*(machine learning) 프로그램에는 규칙을 넣지 않습니다. 프로그램은 자기 답이 주어진 예와 맞게 되는 수, 곧 *가중치*(weight)를 찾아냅니다. 전통적인 머신러닝에서는 어떤 *특성*(feature)이 중요한지 먼저 사람이 정합니다. 그러려면 지식과 시간이 필요하고, 사람이 미처 생각하지 못한 특성은 쓰이지 못합니다.
#
# *딥러닝*(deep learning)은 머신러닝의 한 갈래로, 중간에 여러 층이 있는 신경망을 씁니다. 이 층들은 거의 가공하지 않은 데이터에서 특성을 스스로 배웁니다. 그래서 알맞은 특성을 아무도 글로 적을 수 없는 이미지, 소리, 언어에서 특히 뛰어납니다.
#
# 대가도 있습니다. 선형 모델은 특성마다 가중치가 하나여서 사람이 읽을 수 있습니다. 신경망에는 가중치가 수천, 수백만 개나 되고 하나하나에는 뜻이 없습니다. 또 모든 것을 데이터에 맡기면 결과도 데이터에 좌우됩니다. 잘못된 레이블이나 빠진 집단도 고스란히 배우기 때문입니다. 8절에서 두 가지를 모두 재어 봅니다.

# %% alt.en="Two rows of boxes. Classical machine learning: raw data, a person makes features, the model learns weights, answer. Deep learning: raw data, hidden layers learn features, the last layer learns weights, answer." alt.ko="상자 두 줄. 전통적인 머신러닝은 원본 데이터, 사람이 만드는 특성, 모델이 배우는 가중치, 답의 순서입니다. 딥러닝은 원본 데이터, 은닉층이 배우는 특성, 마지막 층이 배우는 가중치, 답의 순서입니다."
by_hand = ["raw data", "a person makes\nfeatures", "the model\nlearns weights", "answer"]
by_layers = ["raw data", "hidden layers\nlearn features", "the last layer\nlearns weights", "answer"]
draw_flow({"classical machine learning": by_hand, "deep learning": by_layers}, learned="learn")

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# A CSV file is a table as text: one row a line, commas between the columns. `pd.read_csv` turns it into a `DataFrame`. (Another separator is `sep=";"` or `sep="\t"`.) `head()` shows the first rows.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# CSV 파일은 표를 글자로 적은 것으로, 한 줄이 한 행이고 열 사이에 쉼표가 있습니다. `pd.read_csv`는 이 파일을 읽어 `DataFrame`으로 만듭니다. (구분 기호가 다르면 `sep=";"`이나 `sep="\t"`처럼 알려 줍니다.) `head()`는 처음 몇 행을 보여 줍니다.

# %%
passengers = pd.read_csv(datasets.passengers.csv_file())
print(passengers.shape)
passengers.head()

# %% [markdown] lang="en"
# `NaN` ("not a number") is a hole in the table, a *missing value*. There are other troubles too. How many words are there for the three cabins? To a computer `first`, `FIRST` and ` first` with a blank in front are three different words.

# %% [markdown] lang="ko"
# `NaN`("not a number")은 표에 난 구멍, 곧 *결측값*(missing value)입니다. 문제는 또 있습니다. 선실은 세 등급인데 표에 적힌 낱말은 몇 가지입니까? 컴퓨터에게 `first`와 `FIRST`, 그리고 앞에 공백이 붙은 ` first`는 서로 다른 세 낱말입니다.

# %% alt.en="Left: bars of the share of missing values; remark is almost empty, age, cabin and port have a few gaps. Right: bars of how often each spelling of the three cabins occurs, fifteen spellings in all." alt.ko="왼쪽: 결측값 비율의 막대그래프. remark 열은 거의 비어 있고 age, cabin, port 열에는 빈칸이 조금 있습니다. 오른쪽: 세 선실 등급의 표기가 각각 몇 번 나오는지 나타낸 막대그래프로, 표기가 모두 열다섯 가지입니다."
_, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
passengers.isna().mean().plot.barh(ax=left, color=BLUE, title="share of missing values")
spellings = passengers["cabin"].value_counts()
right.bar([f"'{word}'" for word in spellings.index], spellings, color=ORANGE)
right.set_title(f"{len(spellings)} spellings of three cabins")
right.tick_params(axis="x", rotation=90)
plt.show()

# %% [markdown] lang="en"
# ### Tensors, ranks, shapes
#
# A network calculates with numbers only, in blocks called *tensors*. The number of axes is the tensor's *rank*; its *shape* is the length of each axis. NumPy calls the same thing an array, with `ndim` and `shape`.
#
# | rank | name | example in this course |
# |---|---|---|
# | 0 | scalar | one loss |
# | 1 | vector | the features of one passenger |
# | 2 | matrix | a table of passengers, one a row |
# | 3 | | a batch of grey images: image, row, column |
# | 4 | | a batch of colour images: image, row, column, channel |
#
# By convention the first axis counts the examples.

# %% [markdown] lang="ko"
# ### 텐서, 랭크, 형상
#
# 신경망은 수만 계산하며, 수는 *텐서*(tensor)라는 덩어리에 담습니다. 축(axis)의 개수를 텐서의 *랭크*(rank), 축마다 길이를 적은 것을 *형상*(shape)이라고 합니다. NumPy에서는 같은 것을 배열이라고 부르며 `ndim`과 `shape`로 알아봅니다.
#
# | 랭크 | 이름 | 이 강의의 예 |
# |---|---|---|
# | 0 | 스칼라(scalar) | 손실 하나 |
# | 1 | 벡터(vector) | 승객 한 명의 특성 |
# | 2 | 행렬(matrix) | 한 행이 한 명인 승객 표 |
# | 3 | | 회색조 이미지의 배치: 이미지, 행, 열 |
# | 4 | | 컬러 이미지의 배치: 이미지, 행, 열, 채널 |
#
# 첫 번째 축은 샘플을 세는 데 쓰는 것이 관례입니다.

# %%
numbers = passengers[["age", "delay", "fare"]].to_numpy()
for tensor in [numbers[0, 2], numbers[0], numbers, np.zeros((60, 28, 28)), np.zeros((60, 28, 28, 3))]:
    tensor = tf.constant(tensor)
    print("rank", tensor.ndim, " shape", tensor.shape, " numbers", int(tf.size(tensor)))

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# ### Columns and rows that don't help
#
# `ticket` is a different text in every row, so nothing general can be learned from it. `remark` is nearly always empty. Both columns go. Then `dropna` removes every row that still has a hole.
#
# > **Common mistake.** `dropna` first. It would throw away every row without a remark: look at the first number. Drop useless columns before rows.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# ### 도움이 되지 않는 열과 행
#
# `ticket`은 행마다 다른 글자라서 일반적인 규칙을 배울 수 없습니다. `remark`는 거의 늘 비어 있습니다. 두 열을 모두 버립니다. 그런 다음 `dropna`로 아직 빈칸이 있는 행을 버립니다.
#
# > **흔한 실수.** `dropna`부터 하는 것입니다. 그러면 비고(remark)가 없는 행이 모두 사라집니다. 아래 첫 번째 수를 보십시오. 쓸모없는 열을 먼저 버리고 그다음에 행을 버립니다.

# %%
print("rows left by dropna alone:", len(passengers.dropna()))
table = passengers.drop(columns=["ticket", "remark"])
table = table.dropna()
print("rows left when the columns go first:", len(table))

# %% [markdown] lang="en"
# ### Words in one spelling
#
# `.str` reaches the text methods of a whole column: `strip` removes blanks at both ends, `lower` turns everything into small letters. Fifteen spellings become three words.

# %% [markdown] lang="ko"
# ### 낱말의 표기 통일하기
#
# 열에 `.str`을 붙이면 열 전체에 문자열 메서드를 쓸 수 있습니다. `strip`은 양쪽 끝의 공백을 지우고 `lower`는 모두 소문자로 바꿉니다. 열다섯 가지 표기가 세 낱말로 줄어듭니다.

# %%
word_columns = ["cabin", "group", "port", "returned"]
table = table.assign(**{name: table[name].str.strip().str.lower() for name in word_columns})
table["cabin"].value_counts()

# %% [markdown] lang="en"
# ### Words into numbers: an order that is there
#
# The cabins have an order, and yes or no has two values. `map` looks each word up in a dictionary. A word that is not in it becomes `NaN`, so check that none is missing.
#
# > **Common mistake.** Writing numbers into a column of words, cell by cell: `for i in df.index: df.loc[i, "sex"] = 1`. In pandas 3 this raises a `TypeError`, because a column of strings holds strings. `replace({"yes": 1, "no": 0})` runs, but the column stays of type `object`, which networks don't take. `map` gives `int64`.

# %% [markdown] lang="ko"
# ### 낱말을 수로: 순서가 있을 때
#
# 선실 등급에는 순서가 있고, 예와 아니요는 두 값뿐입니다. `map`은 낱말마다 딕셔너리에서 값을 찾습니다. 딕셔너리에 없는 낱말은 `NaN`이 되므로 빠진 낱말이 없는지 확인합니다.
#
# > **흔한 실수.** `for i in df.index: df.loc[i, "sex"] = 1`처럼 문자열 열에 수를 한 칸씩 써 넣는 것입니다. 문자열 열에는 문자열만 들어가므로 pandas 3에서는 `TypeError`가 발생합니다. `replace({"yes": 1, "no": 0})`은 실행되지만 열의 자료형이 `object`로 남아 신경망에 넣을 수 없습니다. `map`을 쓰면 `int64`가 됩니다.

# %%
table = table.assign(
    cabin=table["cabin"].map({"first": 1, "second": 2, "third": 3}),
    returned=table["returned"].map({"yes": 1, "no": 0}),
)
print(table["cabin"].dtype, table["returned"].dtype, "missing:", int(table.isna().sum().sum()))

# %% [markdown] lang="en"
# ### Words into numbers: no order
#
# Is Mokpo more than Incheon? If ports became 0, 1, 2, a model would have to believe so. *One-hot encoding* gives each word a column of its own, with a 1 where it applies and 0 elsewhere. Three tools do it:
#
# - `pd.get_dummies` for a table: quick, but it only knows the words that are in this table;
# - scikit-learn's `OneHotEncoder`, which remembers its words and treats later tables in the same way;
# - `keras.utils.to_categorical` for labels that are whole numbers already.

# %% [markdown] lang="ko"
# ### 낱말을 수로: 순서가 없을 때
#
# 목포가 인천보다 큽니까? 항구를 0, 1, 2로 바꾸면 모델은 그렇게 믿을 수밖에 없습니다. *원-핫 인코딩*(one-hot encoding)은 낱말마다 열을 하나씩 만들어 해당하면 1, 아니면 0을 씁니다. 도구는 세 가지입니다.
#
# - `pd.get_dummies`는 표에 씁니다. 간편하지만 지금 이 표에 있는 낱말만 압니다.
# - scikit-learn의 `OneHotEncoder`는 낱말을 기억해 두었다가 다음 표도 같은 방식으로 바꿉니다.
# - `keras.utils.to_categorical`은 이미 정수로 된 레이블에 씁니다.

# %%
by_pandas = pd.get_dummies(table, columns=["group"], dtype=int)
encoder = OneHotEncoder(sparse_output=False)
ports = encoder.fit_transform(by_pandas[["port"]])
print("encoder:", encoder.get_feature_names_out(), ports[0])
print("keras:  ", keras.utils.to_categorical([2, 0], num_classes=3).tolist())

# %%
ports = pd.DataFrame(ports, columns=encoder.get_feature_names_out(), index=by_pandas.index)
table = by_pandas.drop(columns="port").join(ports)
table.head(3)

# %% [markdown] lang="en"
# Now that everything is a number, look again. How often do passengers of different ages come back? The answer is no straight line: the young and the old return, those in between don't. Keep this picture in mind.

# %% [markdown] lang="ko"
# 이제 모두 수가 되었으니 다시 살펴봅시다. 나이에 따라 승객이 얼마나 자주 돌아옵니까? 답은 직선이 아닙니다. 젊은 승객과 나이 든 승객은 돌아오고, 그 사이의 승객은 잘 돌아오지 않습니다. 이 그림을 기억해 두십시오.

# %% alt.en="Bar chart of the share of passengers who returned, by age in bands of ten years: high for children, low around 45, high again for the old." alt.ko="나이를 10년 단위로 묶어 돌아온 승객의 비율을 그린 막대그래프. 어린 나이에서 높고 45세 무렵에 낮으며 나이가 많으면 다시 높습니다."
bands = pd.cut(table["age"], range(5, 86, 10), include_lowest=True)
by_age = table.groupby(bands, observed=True)["returned"].mean()
plt.figure(figsize=(6, 2.4))
plt.bar(range(10, 81, 10), by_age, width=8, color=BLUE)
plt.xlabel("age")
plt.ylabel("share who returned")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 1 · Clean a table (3 points)
#
# The ferry's owner runs a guest house too, and its table is no tidier. Write `clean_guests(table)`.
#
# - `table` is a `DataFrame` with the columns `booking`, `nights`, `breakfast` and `city`, in any order.
# - `booking` is of no use: drop the column. A value that is missing only there costs no row.
# - `breakfast` and `city` hold words with stray blanks at either end and any mix of capital and small letters. Remove those blanks and write everything small.
# - Drop each row in which `nights`, `breakfast` or `city` is missing (`NaN` or `None`). No word consists of blanks only.
# - In `breakfast`, `yes` becomes 1 and `no` becomes 0, as whole numbers. Other words don't occur.
# - In place of `city` there is one column for each city **in the rows that stay**, called `city_` and the city in small letters, such as `city_busan`. It holds 1 in the rows of that city and 0 in the others, whole numbers again.
# - Return a new `DataFrame` with the rows in their old order. The order of its columns does not matter, nor does its index. `table` itself stays as it was.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 표 정리하기(3점)
#
# 이 여객선의 주인은 게스트하우스도 운영하는데, 그곳의 표도 지저분합니다. 함수 `clean_guests(table)`를 작성하십시오.
#
# - `table`은 `booking`, `nights`, `breakfast`, `city` 열이 있는 `DataFrame`이며 열의 순서는 정해져 있지 않습니다.
# - `booking`은 쓸모가 없으므로 그 열을 버립니다. 값이 이 열에만 없다면 그 행은 버리지 않습니다.
# - `breakfast`와 `city`에는 낱말이 들어 있는데, 양쪽 끝에 공백이 붙어 있기도 하고 대문자와 소문자가 섞여 있기도 합니다. 양쪽 끝의 공백을 지우고 모두 소문자로 바꿉니다.
# - `nights`, `breakfast`, `city` 가운데 하나라도 결측값(`NaN`이나 `None`)인 행은 버립니다. 공백으로만 된 낱말은 없습니다.
# - `breakfast`의 `yes`는 1, `no`는 0으로 바꾸며 자료형은 정수여야 합니다. 다른 낱말은 나오지 않습니다.
# - `city` 열 대신 **남은 행에 나오는** 도시마다 열을 하나씩 둡니다. 이름은 `city_busan`처럼 `city_` 뒤에 소문자로 된 도시 이름을 붙인 것이고, 값은 그 도시의 행에서 1, 다른 행에서 0이며 역시 정수입니다.
# - 행의 순서를 그대로 둔 새 `DataFrame`을 반환합니다. 열의 순서와 인덱스는 어떻든 괜찮습니다. `table`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "clean-guests", "locked": false, "schema_version": 3, "solution": true, "task": false}
def clean_guests(table):
    """Clean the table of a guest house.

    Args:
        table: DataFrame with the columns booking, nights, breakfast and city. It is left unchanged.

    Returns:
        DataFrame with nights, breakfast (1 or 0) and a column of 0 and 1 for each city, without missing values.
    """
    ### BEGIN SOLUTION
    guests = table.drop(columns="booking")
    for column in ["breakfast", "city"]:
        guests[column] = guests[column].str.strip().str.lower()
    guests = guests.dropna()
    guests = guests.assign(breakfast=guests["breakfast"].map({"yes": 1, "no": 0}))
    return pd.get_dummies(guests, columns=["city"], dtype=int)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "clean-guests-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import pandas as pd
from hiddenlayers import check

guest_book = pd.DataFrame(
    {
        "booking": ["G1", None, "G3", "G4", "G5", "G6"],
        "nights": [2, 1, np.nan, 5, 3, 4],
        "breakfast": [" yes", "NO", "no", "Yes ", None, "no"],
        "city": ["Busan", " jeju", "Seoul", "BUSAN ", "jeju", None],
    }
)
with check.unchanged(table=guest_book):
    cleaned = clean_guests(guest_book)
check.that(
    isinstance(cleaned, pd.DataFrame),
    f"clean_guests(table): expected a DataFrame, found {check.describe_value(cleaned)}.",
    f"clean_guests(table): 기대한 값은 DataFrame, 나온 값은 {check.describe_value(cleaned)}.",
)
found_columns = sorted(map(str, cleaned.columns))
check.that(
    found_columns == ["breakfast", "city_busan", "city_jeju", "nights"],
    f"clean_guests(table).columns: expected breakfast, city_busan, city_jeju, nights, found {', '.join(found_columns)}. "
    "Drop booking; make the spelling the same before you make columns of it, and drop rows before that too.",
    f"clean_guests(table).columns: 기대한 값은 breakfast, city_busan, city_jeju, nights, 나온 값은 {', '.join(found_columns)}. "
    "booking 열을 버리고, 낱말의 표기를 통일하고 행을 버린 다음에 도시별 열을 만드십시오.",
)
check.that(
    len(cleaned) == 3,
    f"clean_guests(table): 3 of the 6 rows are complete, found {len(cleaned)}. A missing booking costs no row.",
    f"clean_guests(table): 6행 가운데 3행이 온전한데 {len(cleaned)}행이 나왔습니다. booking 열에만 값이 없는 행은 버리지 않습니다.",
)
check.close(cleaned["nights"].tolist(), [2, 1, 5], 'clean_guests(table)["nights"]')
for name, wanted in {"breakfast": [1, 0, 1], "city_busan": [1, 0, 1], "city_jeju": [0, 1, 0]}.items():
    check.equal(
        cleaned[name].tolist(),
        wanted,
        f'clean_guests(table)["{name}"]',
        en="Whole numbers 1 and 0, neither True and False nor 1.0 and 0.0: drop rows before you map, "
        "and give get_dummies dtype=int.",
        ko="True/False나 1.0/0.0이 아니라 정수 1과 0이어야 합니다. map을 쓰기 전에 행을 버리고, "
        "get_dummies에는 dtype=int를 주십시오.",
    )
check.passed("4 columns", "3 rows", "whole numbers", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "clean-guests-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
import pandas as pd
from hiddenlayers import check

rng = check.rng("clean-guests")
town_names = ["andong", "busan", "daegu", "gunsan", "jeju", "pohang", "seoul", "ulsan", "yeosu"]
for count in (12, int(rng.integers(20, 40))):
    lost, *kept = (str(town) for town in rng.choice(town_names, size=4, replace=False))
    city = [lost, *kept, *(str(town) for town in rng.choice(kept, size=count - 4))]
    meal = rng.integers(0, 2, size=count)
    nights = rng.integers(1, 15, size=count).astype(float)
    gaps = [0, *(int(row) for row in 4 + rng.permutation(count - 4)[:3])]
    stay = [row for row in range(count) if row not in gaps]

    def untidy(word):
        way = int(rng.integers(5))
        return [word, word.upper(), f"  {word}", f"{word.capitalize()} ", f" {word.title()}  "][way]

    written = {
        "city": [untidy(town) for town in city],
        "nights": nights.copy(),
        "booking": [None if row % 3 else f"G{row}" for row in range(count)],
        "breakfast": [untidy("yes" if answer else "no") for answer in meal],
    }
    written["nights"][gaps[0]] = np.nan
    written["city"][gaps[1]] = None
    written["breakfast"][gaps[2]] = None
    written["nights"][gaps[3]] = np.nan
    drawn = pd.DataFrame(written)[[str(name) for name in rng.permutation(list(written))]]
    with check.unchanged(table=drawn):
        tidy = clean_guests(drawn)
    call = f"clean_guests(table), {count} rows"
    check.that(
        isinstance(tidy, pd.DataFrame),
        f"{call}: expected a DataFrame, found {check.describe_value(tidy)}.",
        f"{call}: 기대한 값은 DataFrame, 나온 값은 {check.describe_value(tidy)}.",
    )
    shown = sorted(map(str, tidy.columns))
    check.that(
        shown == sorted(["breakfast", "nights", *(f"city_{town}" for town in kept)]),
        f"{call}: the columns are {', '.join(shown)}. Expected breakfast, nights and one for each city of the rows that stay.",
        f"{call}: 열이 {', '.join(shown)}입니다. breakfast, nights, 그리고 남은 행에 나오는 도시마다 하나씩이어야 합니다.",
    )
    check.that(
        len(tidy) == len(stay),
        f"{call}: expected {len(stay)} rows, found {len(tidy)}.",
        f"{call}: 기대한 행의 수는 {len(stay)}, 나온 값은 {len(tidy)}.",
    )
    check.close(tidy["nights"].tolist(), nights[stay], f'{call}: "nights"')
    check.equal(
        tidy["breakfast"].tolist(),
        [int(meal[row]) for row in stay],
        f'{call}: "breakfast"',
        en="yes is 1, no is 0, whole numbers, rows in their old order.",
        ko="yes는 1, no는 0인 정수이며 행의 순서는 그대로여야 합니다.",
    )
    for town in kept:
        check.equal(
            tidy[f"city_{town}"].tolist(),
            [int(city[row] == town) for row in stay],
            f'{call}: "city_{town}"',
            en="1 in the rows of the city, 0 elsewhere, whole numbers.",
            ko="그 도시의 행은 1, 다른 행은 0인 정수여야 합니다.",
        )
check.passed("2 drawn tables")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Three parts: 6 : 2 : 2
#
# Whoever learns the answers by heart is no good on new questions. So the rows are dealt out before anything is learned: 60% are the *training set*, 20% the *validation set*, by which we choose, and 20% the *test set*, which is asked once, at the end. Cut off a fifth for testing, then a quarter of the rest for validation: $0.25 \cdot 0.8 = 0.2$. `stratify` keeps the share of returning passengers the same in all three.

# %% [markdown] lang="ko"
# ### 세 부분으로 나누기: 6 : 2 : 2
#
# 답을 외우기만 하면 새 문제를 풀지 못합니다. 그래서 무엇을 배우기 전에 행부터 나눕니다. 60%는 *훈련 세트*(training set), 20%는 무언가를 고를 때 쓰는 *검증 세트*(validation set), 20%는 마지막에 한 번 쓰는 *테스트 세트*(test set)입니다. 먼저 5분의 1을 테스트용으로 떼고, 나머지의 4분의 1을 검증용으로 뗍니다. $0.25 \cdot 0.8 = 0.2$이기 때문입니다. `stratify`를 주면 돌아온 승객의 비율이 세 부분에서 같아집니다.

# %%
x, y = table.drop(columns="returned"), table[["returned"]].to_numpy()
x_rest, x_test, y_rest, y_test = train_test_split(x, y, test_size=0.2, stratify=y, random_state=10)
x_fit, x_val, y_fit, y_val = train_test_split(
    x_rest, y_rest, test_size=0.25, stratify=y_rest, random_state=10
)
print(
    len(x_fit), len(x_val), len(x_test), "share who returned:", y_fit.mean().round(3), y_test.mean().round(3)
)

# %% [markdown] lang="en"
# ### Min–max scaling
#
# Ages run to 85, fares to 100, one-hot columns to 1. Gradient descent moves all weights with one learning rate, so columns of similar size make its work much easier. *Min–max scaling* maps the smallest value of a column to 0 and its largest to 1:
#
# $$x' = \frac{x - x_{\min}}{x_{\max} - x_{\min}}$$
#
# The minimum and maximum come from the **training set alone**, and the same two numbers scale all three parts. A test value may then lie a little outside $[0, 1]$, and that is right: tomorrow's passenger may be older than anyone seen so far.
#
# > **Common mistake.** Fitting the scaler before the split, on all rows. Then the training data contain something about the test set (its extremes), and the test is no longer about unseen data. This is called *data leakage*.

# %% [markdown] lang="ko"
# ### 최소-최대 스케일링
#
# 나이는 85까지, 요금은 100 안팎까지, 원-핫 열은 1까지의 값을 가집니다. 경사 하강법은 모든 가중치를 하나의 학습률로 움직이므로 열의 크기가 서로 비슷해야 훨씬 수월합니다. *최소-최대 스케일링*(min–max scaling)은 열의 가장 작은 값을 0으로, 가장 큰 값을 1로 옮깁니다.
#
# $$x' = \frac{x - x_{\min}}{x_{\max} - x_{\min}}$$
#
# 최솟값과 최댓값은 **훈련 세트에서만** 구하고, 그 두 값으로 세 부분을 모두 스케일링합니다. 그러면 테스트 값이 $[0, 1]$을 조금 벗어나기도 하는데, 그것이 맞습니다. 내일 올 승객은 지금까지 본 누구보다 나이가 많을 수도 있기 때문입니다.
#
# > **흔한 실수.** 나누기 전에 전체 행으로 스케일러를 맞추는 것입니다. 그러면 훈련 데이터에 테스트 세트의 정보(최솟값과 최댓값)가 섞여 들어가므로, 더는 처음 보는 데이터로 테스트하는 것이 아닙니다. 이를 *데이터 누수*(data leakage)라고 합니다.

# %%
scaler = MinMaxScaler().fit(x_fit)
x_fit_scaled, x_val_scaled, x_test_scaled = (scaler.transform(part) for part in (x_fit, x_val, x_test))
print("training from", x_fit_scaled.min(), "to", x_fit_scaled.max())
print(f"test     from {x_test_scaled.min():.3f} to {x_test_scaled.max():.3f}")

# %% alt.en="Two box plots of the columns. Before scaling age, delay and fare reach far and the other columns are flat lines near 0; after scaling all lie between 0 and 1." alt.ko="열마다 그린 상자그림 두 개. 스케일링 전에는 age, delay, fare의 값만 넓게 퍼져 있고 나머지 열은 0 근처에 붙어 있습니다. 스케일링 뒤에는 모두 0과 1 사이에 있습니다."
_, axes = plt.subplots(1, 2, figsize=(9, 3), layout="constrained")
for axis, values, title in zip(axes, [x_fit, x_fit_scaled], ["before", "after scaling"], strict=True):
    sns.boxplot(pd.DataFrame(np.asarray(values), columns=x.columns), ax=axis, color=BLUE, fliersize=2)
    axis.set_title(title)
    axis.tick_params(axis="x", rotation=90)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 2 · Min–max scaling without leakage (3 points)
#
# Write `scale_min_max(x_train, x_new)`, which scales two arrays as the text describes.
#
# - `x_train` is a float array of shape `(n, d)`, `x_new` one of shape `(m, d)`; `m` may be 1. In every column of `x_train` there are at least two different values.
# - In each column by itself, the smallest value of `x_train` becomes 0 and its largest 1, and all others follow in proportion.
# - `x_new` is scaled by the **same** minimum and maximum of `x_train`. Results below 0 or above 1 stay as they are.
# - Return a tuple `(train_scaled, new_scaled)` of two float arrays with the shapes of the arguments. The arguments stay as they were.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 누수 없는 최소-최대 스케일링(3점)
#
# 본문에서 설명한 대로 배열 두 개를 스케일링하는 함수 `scale_min_max(x_train, x_new)`를 작성하십시오.
#
# - `x_train`은 형상이 `(n, d)`인 실수 배열이고 `x_new`는 형상이 `(m, d)`인 실수 배열입니다. `m`은 1일 수도 있습니다. `x_train`의 열마다 서로 다른 값이 둘 이상 있습니다.
# - 열마다 따로, `x_train`의 가장 작은 값은 0이, 가장 큰 값은 1이 되고, 나머지는 같은 비율로(선형으로) 옮깁니다.
# - `x_new`도 **바로 그** `x_train`의 최솟값과 최댓값으로 스케일링합니다. 결과가 0보다 작거나 1보다 커도 그대로 둡니다.
# - 실수 배열 두 개의 튜플 `(train_scaled, new_scaled)`를 반환합니다. 형상은 인수와 같습니다. 인수의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "scale-min-max", "locked": false, "schema_version": 3, "solution": true, "task": false}
def scale_min_max(x_train, x_new):
    """Scale two arrays, column by column, by the minimum and maximum of the first.

    Args:
        x_train: float array of shape (n, d). It is left unchanged.
        x_new: float array of shape (m, d). It is left unchanged.

    Returns:
        A tuple of two float arrays of shapes (n, d) and (m, d); the first runs from 0 to 1 in each column.
    """
    ### BEGIN SOLUTION
    low, high = x_train.min(axis=0), x_train.max(axis=0)
    return (x_train - low) / (high - low), (x_new - low) / (high - low)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "scale-min-max-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

known_rows = np.array([[20.0, 300.0], [40.0, 100.0], [60.0, 200.0]])
new_rows = np.array([[50.0, 150.0], [70.0, 50.0]])
with check.unchanged(x_train=known_rows, x_new=new_rows):
    both_scaled = scale_min_max(known_rows, new_rows)
check.that(
    isinstance(both_scaled, (tuple, list)) and len(both_scaled) == 2,
    f"scale_min_max(x_train, x_new): expected a tuple of two arrays, found {check.describe_value(both_scaled)}.",
    f"scale_min_max(x_train, x_new): 기대한 값은 배열 두 개의 튜플, 나온 값은 {check.describe_value(both_scaled)}.",
)
for part, size, position in zip(both_scaled, (3, 2), (0, 1), strict=True):
    check.array(part, f"scale_min_max(x_train, x_new)[{position}]", shape=(size, 2), dtype="float")
check.close(
    both_scaled[0],
    [[0, 1], [0.5, 0], [1, 0.5]],
    "scale_min_max(x_train, x_new)[0]",
    rtol=1e-4,
    atol=1e-5,
    en="Each column of x_train by itself runs from 0 to 1: axis=0.",
    ko="x_train의 열마다 따로 0에서 1까지가 되어야 합니다(axis=0).",
)
check.close(
    both_scaled[1],
    [[0.75, 0.25], [1.25, -0.25]],
    "scale_min_max(x_train, x_new)[1]",
    rtol=1e-4,
    atol=1e-5,
    en="x_new is scaled by the minimum and maximum of x_train, not by its own; 70 lies above 60 and becomes 1.25.",
    ko="x_new는 자기 자신이 아니라 x_train의 최솟값과 최댓값으로 스케일링합니다. 70은 60보다 크므로 1.25가 됩니다.",
)
check.passed("two arrays", "x_train in [0, 1]", "x_new by the same scale", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "scale-min-max-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("scale-min-max")
for rows, new, width in [(int(rng.integers(5, 12)), 4, 3), (30, 1, int(rng.integers(4, 7))), (2, 6, 1)]:
    low = rng.uniform(-50, 50, size=width)
    reach = rng.uniform(5, 80, size=width)
    within = rng.uniform(0.05, 0.95, size=(rows, width))
    within[rng.permutation(rows)[0]] = 0
    within[within[:, 0].argmax()] = 1
    beyond = rng.uniform(-0.6, 1.7, size=(new, width))
    x_known, x_more = low + reach * within, low + reach * beyond
    with check.unchanged(x_train=x_known, x_new=x_more):
        result = scale_min_max(x_known, x_more)
    call = f"scale_min_max(x_train, x_new), shapes ({rows}, {width}) and ({new}, {width})"
    check.that(
        isinstance(result, (tuple, list)) and len(result) == 2,
        f"{call}: expected a tuple of two arrays, found {check.describe_value(result)}.",
        f"{call}: 기대한 값은 배열 두 개의 튜플, 나온 값은 {check.describe_value(result)}.",
    )
    for found, wanted, place in zip(result, (within, beyond), (0, 1), strict=True):
        check.array(found, f"{call}[{place}]", shape=wanted.shape, dtype="float")
        check.close(
            found,
            wanted,
            f"{call}[{place}]",
            rtol=1e-3,
            atol=1e-4,
            en="Column by column, both arrays by the minimum and maximum of x_train, nothing cut off.",
            ko="열마다, 두 배열 모두 x_train의 최솟값과 최댓값으로 스케일링하고 범위를 벗어난 값도 그대로 두어야 합니다.",
        )
check.passed("3 drawn pairs of arrays")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### One neuron
#
# An artificial neuron, the *perceptron*, does two things. A *linear step* multiplies each input by a weight, adds the products and a *bias*; an *activation function* $f$ then decides what to make of the sum.
#
# $$z = x_1 w_1 + x_2 w_2 + x_3 w_3 + b, \qquad a = f(z)$$
#
# The weights say how much each input counts, and in which direction. The bias shifts the point at which the neuron becomes active.

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 뉴런 하나
#
# 인공 뉴런인 *퍼셉트론*(perceptron)은 두 가지 일을 합니다. 먼저 *선형 단계*에서 입력마다 가중치를 곱해 모두 더하고 *편향*(bias)을 더합니다. 그 합을 어떻게 할지는 *활성화 함수*(activation function) $f$가 정합니다.
#
# $$z = x_1 w_1 + x_2 w_2 + x_3 w_3 + b, \qquad a = f(z)$$
#
# 가중치는 각 입력을 얼마나, 어느 방향으로 중요하게 볼지를 나타냅니다. 편향은 뉴런이 활성화되기 시작하는 지점을 옮깁니다.

# %% alt.en="A perceptron: three inputs with arrows to a circle with a sum sign, the weights on the arrows; from there an arrow to a circle f, the activation, and out." alt.ko="퍼셉트론 그림. 입력 세 개에서 나온 화살표가 합 기호가 있는 원으로 모이고 화살표 위에 가중치가 적혀 있습니다. 거기서 활성화를 뜻하는 원 f를 거쳐 출력으로 나갑니다."
draw_perceptron()

# %%
inputs = np.array([0.8, 0.2, 1.0])  # three features of one passenger
neuron_weights, bias = np.array([1.5, -2.0, 0.5]), -0.4
z = inputs @ neuron_weights + bias  # the dot product: 0.8·1.5 - 0.2·2.0 + 1.0·0.5, and the bias
print(f"linear step {z:.2f}, step function {int(z > 0)}, sigmoid {1 / (1 + np.exp(-z)):.3f}")

# %% [markdown] lang="en"
# ### A layer is a matrix
#
# Several neurons that look at the same inputs form a *layer*. Put the weights of each neuron into a column, and the whole layer becomes one matrix product. Put several passengers into the rows of $X$, and the layer answers for all of them at once:
#
# $$A = f(XW + b)$$
#
# The shapes tell whether it fits: $(n, 3)$ times $(3, 4)$ gives $(n, 4)$. This is what Keras calls a `Dense` layer of 4 *units*.

# %% [markdown] lang="ko"
# ### 층은 행렬이다
#
# 같은 입력을 보는 뉴런 여러 개가 모여 *층*(layer)을 이룹니다. 뉴런마다 가중치를 열 하나에 적으면 층 전체가 행렬 곱 하나가 됩니다. 승객 여러 명을 $X$의 행에 적으면 층은 모두에 대해 한꺼번에 답합니다.
#
# $$A = f(XW + b)$$
#
# 형상을 보면 맞는지 알 수 있습니다. $(n, 3)$에 $(3, 4)$를 곱하면 $(n, 4)$입니다. Keras에서는 이것을 *유닛*(unit)이 4개인 `Dense` 층이라고 합니다.

# %%
rng = np.random.default_rng(0)
X = rng.random((5, 3))  # five passengers, three features
W, b = rng.normal(size=(3, 4)), np.zeros(4)  # four neurons
A = np.maximum(0, X @ W + b)
print(X.shape, "@", W.shape, "+", b.shape, "->", A.shape)

# %% [markdown] lang="en"
# ### A network is a few matrices
#
# Layer after layer, the output of one is the input of the next. Those between input and output are called *hidden layers*; they make the features. With two or more of them one speaks of a *deep* network.
#
# $$H = f(XW_1 + b_1), \qquad P = g(HW_2 + b_2)$$
#
# Why the activation in between? Without it, $(XW_1)W_2 = X(W_1W_2)$: two linear layers are one linear layer, however many you stack. The bend in $f$ makes the difference.

# %% [markdown] lang="ko"
# ### 신경망은 행렬 몇 개다
#
# 층을 차례로 이으면 한 층의 출력이 다음 층의 입력이 됩니다. 입력과 출력 사이에 있는 층을 *은닉층*(hidden layer)이라고 하며, 특성을 만드는 곳이 바로 여기입니다. 은닉층이 둘 이상이면 *심층* 신경망이라고 합니다.
#
# $$H = f(XW_1 + b_1), \qquad P = g(HW_2 + b_2)$$
#
# 중간에 왜 활성화 함수가 필요합니까? 없으면 $(XW_1)W_2 = X(W_1W_2)$가 되어, 선형 층은 아무리 쌓아도 선형 층 하나와 같습니다. $f$가 꺾이거나 굽어 있어서 차이가 생깁니다.

# %% alt.en="A network as circles: ten inputs, sixteen hidden units and one output, every circle joined to every circle of the next column." alt.ko="신경망을 원으로 그린 그림. 입력 열 개, 은닉 유닛 열여섯 개, 출력 하나가 있고 각 원은 다음 열의 모든 원과 이어져 있습니다."
draw_network(
    [10, 16, 1], ["inputs\n10 features", "hidden layer\n16 units, ReLU", "output layer\n1 unit, sigmoid"]
)
W1, W2 = rng.normal(size=(3, 4)), rng.normal(size=(4, 2))
print("two linear layers = one:", np.allclose((X @ W1) @ W2, X @ (W1 @ W2)))

# %% [markdown] lang="en"
# ### Activation functions
#
# | function | values | where it belongs |
# |---|---|---|
# | step | 0 or 1 | history: the first perceptrons. Its slope is 0, so nothing can be learned through it |
# | sigmoid | (0, 1) | output of binary classification; the gates of chapter 05 |
# | tanh | (−1, 1) | recurrent networks |
# | ReLU, $\max(0, z)$ | [0, ∞) | hidden layers: the usual choice |
# | leaky ReLU | (−∞, ∞) | hidden layers in which ReLU units die (always 0, slope 0) |
# | ELU | (−α, ∞) | hidden layers; like ReLU, but smooth and with a mean nearer to 0 |
# | softmax | probabilities | output of multi-class classification |
# | none (linear) | (−∞, ∞) | output of regression |
#
# Solid: the function. Dashed: its slope, which learning needs.
#
# > **Common mistake.** "ReLU is not differentiated." It is: its slope is 0 on the left, 1 on the right, and undefined only at the single point 0, where programs take 0. "tanh runs from 0 to 1." It runs from −1 to 1. "The step function is logistic regression." That is the sigmoid; the step cuts a decision without any probability.

# %% [markdown] lang="ko"
# ### 활성화 함수
#
# | 함수 | 값의 범위 | 쓰는 곳 |
# |---|---|---|
# | 계단 함수(step) | 0 또는 1 | 초기의 퍼셉트론. 기울기가 0이라 이 함수를 거쳐서는 아무것도 배울 수 없습니다 |
# | 시그모이드(sigmoid) | (0, 1) | 이진 분류의 출력, 5장의 게이트 |
# | 하이퍼볼릭 탄젠트(tanh) | (−1, 1) | 순환 신경망 |
# | ReLU, $\max(0, z)$ | [0, ∞) | 은닉층에서 가장 흔히 씁니다 |
# | leaky ReLU | (−∞, ∞) | ReLU 유닛이 죽어 버리는(늘 0이고 기울기도 0인) 은닉층 |
# | ELU | (−α, ∞) | 은닉층. ReLU와 비슷하지만 매끄럽고 평균이 0에 더 가깝습니다 |
# | 소프트맥스(softmax) | 확률 | 다중 분류의 출력 |
# | 없음(선형) | (−∞, ∞) | 회귀의 출력 |
#
# 실선은 함수이고 점선은 학습에 필요한 기울기입니다.
#
# > **흔한 실수.** "ReLU는 미분하지 않는다." 미분합니다. 기울기는 왼쪽에서 0, 오른쪽에서 1이고, 정의되지 않는 곳은 0 한 점뿐이며 프로그램은 이 점의 기울기를 0으로 봅니다. "tanh의 범위는 0에서 1까지다." −1에서 1까지입니다. "계단 함수가 로지스틱 회귀다." 로지스틱 회귀에 쓰이는 것은 시그모이드입니다. 계단 함수는 확률 없이 둘 중 하나로 자를 뿐입니다.

# %% alt.en="Six panels with value and slope of step, sigmoid, tanh, ReLU, leaky ReLU and ELU. The slopes of sigmoid and tanh are small except near 0; ReLU has slope 0 on the left and 1 on the right." alt.ko="계단 함수, 시그모이드, tanh, ReLU, leaky ReLU, ELU의 값과 기울기를 그린 칸 여섯 개. 시그모이드와 tanh의 기울기는 0 근처에서만 크고, ReLU의 기울기는 왼쪽에서 0, 오른쪽에서 1입니다."
plot_activations()

# %% [markdown] lang="en"
# Run the next cell to walk along a curve yourself: choose a function, move the point, and watch the tangent. Where does the sigmoid's slope vanish? How large can it get? (Where no kernel runs you see one position.)

# %% [markdown] lang="ko"
# 다음 셀을 실행해 곡선 위를 직접 움직여 보십시오. 함수를 고르고 점을 옮기면서 접선을 봅니다. 시그모이드의 기울기는 어디에서 사라집니까? 가장 클 때는 얼마입니까? (커널이 실행되지 않는 곳에서는 한 위치만 보입니다.)

# %% alt.en="The sigmoid curve with a point at z = 2 and its tangent; the title gives the value 0.881 and the slope 0.105." alt.ko="시그모이드 곡선과 z = 2인 점, 그 점의 접선. 제목에 값 0.881과 기울기 0.105가 적혀 있습니다."
show_activations()

# %% [markdown] lang="en"
# ### Softmax
#
# For more than two classes, the last layer gives one *score* (logit) for each class, and softmax turns the scores into probabilities that add up to 1:
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# Adding the same number to all scores changes nothing, for it cancels out. Doubling them makes the favourite clearer.

# %% [markdown] lang="ko"
# ### 소프트맥스
#
# 클래스가 셋 이상이면 마지막 층은 클래스마다 *점수*(로짓, logit)를 하나씩 내놓고, 소프트맥스는 이 점수를 모두 더해 1이 되는 확률로 바꿉니다.
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# 모든 점수에 같은 수를 더해도 약분되므로 결과는 달라지지 않습니다. 점수를 두 배로 하면 1위가 더 뚜렷해집니다.

# %% alt.en="Three bar charts of softmax probabilities of four classes. Scores and scores plus 100 give the same bars; doubled scores give the favourite nearly everything." alt.ko="클래스 네 개의 소프트맥스 확률을 그린 막대그래프 세 개. 점수 그대로인 것과 100을 더한 것은 같고, 두 배로 한 것은 1위의 확률이 훨씬 큽니다."
scores = np.array([[2.0, 1.0, 0.0, -1.0]])
_, axes = plt.subplots(1, 3, figsize=(8.5, 2.2), sharey=True, layout="constrained")
for axis, title, logits in zip(
    axes, ["scores 2, 1, 0, −1", "plus 100", "doubled"], [scores, scores + 100, 2 * scores], strict=True
):
    axis.bar(range(4), np.asarray(keras.activations.softmax(keras.ops.array(logits)))[0], color=BLUE)
    axis.set(title=title, xlabel="class", xticks=range(4), ylim=(0, 1))
plt.show()

# %% [markdown] lang="en"
# ### Exercise 3 · Activation functions (3 points)
#
# Write three functions. Each takes a float array `z`, leaves it as it was, and returns a float array of the same shape.
#
# - `leaky_relu(z, slope)`: $z$ where $z > 0$, and $\text{slope} \cdot z$ elsewhere; `slope` lies between 0 and 1. `z` may have any shape.
# - `elu(z, alpha)`: $z$ where $z > 0$, and $\text{alpha} \cdot (e^z - 1)$ elsewhere; `alpha` is greater than 0. `z` may have any shape.
# - `softmax(z)`: `z` has shape `(n, num_classes)`, one row an example; softmax goes along each row. It has to survive scores as large as 1000 or as small as −1000: no `nan`, and rows that add up to 1. (Remember which change of the scores leaves the probabilities alone.)

# %% [markdown] lang="ko"
# ### 연습문제 3 · 활성화 함수(3점)
#
# 함수 세 개를 작성하십시오. 모두 실수 배열 `z`를 받아 그 내용을 바꾸지 않고, 같은 형상의 실수 배열을 반환합니다.
#
# - `leaky_relu(z, slope)`: $z > 0$이면 $z$, 아니면 $\text{slope} \cdot z$입니다. `slope`는 0과 1 사이의 값입니다. `z`의 형상은 무엇이든 될 수 있습니다.
# - `elu(z, alpha)`: $z > 0$이면 $z$, 아니면 $\text{alpha} \cdot (e^z - 1)$입니다. `alpha`는 0보다 큽니다. `z`의 형상은 무엇이든 될 수 있습니다.
# - `softmax(z)`: `z`의 형상은 `(n, num_classes)`이고 한 행이 샘플 하나입니다. 행마다 소프트맥스를 계산합니다. 점수가 1000처럼 크거나 −1000처럼 작아도 `nan`이 나오지 않고 각 행의 합이 1이어야 합니다. (점수를 어떻게 바꾸어도 확률이 그대로였는지 떠올려 보십시오.)


# %% nbgrader={"grade": false, "grade_id": "activations", "locked": false, "schema_version": 3, "solution": true, "task": false}
def leaky_relu(z, slope):
    """z where it is positive, slope · z elsewhere.

    Args:
        z: float array of any shape. It is left unchanged.
        slope: float between 0 and 1.

    Returns:
        float array of the shape of z.
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, z, slope * z)
    ### END SOLUTION


def elu(z, alpha):
    """z where it is positive, alpha · (exp(z) - 1) elsewhere.

    Args:
        z: float array of any shape. It is left unchanged.
        alpha: float greater than 0.

    Returns:
        float array of the shape of z.
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))
    ### END SOLUTION


def softmax(z):
    """Turn scores into probabilities, row by row.

    Args:
        z: float array of shape (n, num_classes), the scores, between -1000 and 1000. It is left unchanged.

    Returns:
        float array of the same shape; each row adds up to 1.
    """
    ### BEGIN SOLUTION
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "activations-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

some_z = np.array([[-2.0, -0.5], [0.5, 3.0]])
some_scores = np.array([[2.0, 1.0, 0.0], [1000.0, 998.0, -1000.0]])
with check.unchanged(z=some_z):
    leaky, exponential = leaky_relu(some_z, 0.2), elu(some_z, 1.5)
with check.unchanged(z=some_scores):
    shares_of_one = softmax(some_scores)
check.array(leaky, "leaky_relu(z, 0.2)", shape=(2, 2), dtype="float")
check.close(
    leaky,
    [[-0.4, -0.1], [0.5, 3.0]],
    "leaky_relu(z, 0.2)",
    rtol=1e-4,
    en="Left of 0 the value is slope · z, which is negative; right of 0 it is z itself.",
    ko="0의 왼쪽에서는 slope · z(음수), 오른쪽에서는 z 그대로입니다.",
)
check.array(exponential, "elu(z, 1.5)", shape=(2, 2), dtype="float")
check.close(
    exponential,
    [[-1.2969971, -0.5902040], [0.5, 3.0]],
    "elu(z, 1.5)",
    rtol=1e-4,
    en="Left of 0 the value is alpha · (exp(z) - 1); right of 0 it is z itself.",
    ko="0의 왼쪽에서는 alpha · (exp(z) - 1), 오른쪽에서는 z 그대로입니다.",
)
check.array(shares_of_one, "softmax(z)", shape=(2, 3), dtype="float")
check.that(
    not np.isnan(shares_of_one).any(),
    "softmax(z): nan for scores of 1000. exp(1000) is too large for any float: "
    "subtract the largest score of each row before exp.",
    "softmax(z): 점수 1000에서 nan이 나옵니다. exp(1000)은 실수 자료형에 담기에 너무 큽니다. "
    "exp를 계산하기 전에 각 행에서 가장 큰 점수를 빼십시오.",
)
check.close(
    shares_of_one,
    [[0.6652410, 0.2447285, 0.0900306], [0.8807971, 0.1192029, 0]],
    "softmax(z)",
    rtol=1e-3,
    atol=1e-5,
    en="Each row by itself adds up to 1: axis=1, keepdims=True.",
    ko="행마다 따로 합이 1이 되어야 합니다(axis=1, keepdims=True).",
)
check.passed("leaky_relu", "elu", "softmax", "scores of 1000", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "activations-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("activations")
for shape in [(int(rng.integers(4, 30)),), (3, int(rng.integers(2, 6))), (2, 3, 4)]:
    drawn = rng.uniform(0.1, 4, size=shape) * rng.choice([-1, 1], size=shape)
    negative_slope, alpha = float(rng.uniform(0.05, 0.6)), float(rng.uniform(0.3, 2.5))
    positive = np.maximum(drawn, 0)
    below = positive - drawn  # how far below 0
    with check.unchanged(z=drawn):
        bent, curved = leaky_relu(drawn, negative_slope), elu(drawn, alpha)
    for found, wanted, call in [
        (bent, positive - negative_slope * below, f"leaky_relu(z, {negative_slope:.2f}), z.shape = {shape}"),
        (curved, positive + alpha * np.expm1(-below), f"elu(z, {alpha:.2f}), z.shape = {shape}"),
    ]:
        check.array(found, call, shape=shape, dtype="float")
        check.close(
            found,
            wanted,
            call,
            rtol=1e-3,
            atol=1e-5,
            en="Any shape, slope and alpha have to work.",
            ko="형상, slope, alpha가 무엇이든 동작해야 합니다.",
        )
for rows, classes, size in [(4, int(rng.integers(3, 7)), 2), (3, 5, 900), (1, int(rng.integers(2, 9)), 4)]:
    logits = rng.uniform(-size, size, size=(rows, classes))
    logits[:, 0] = logits.max(axis=1) + rng.uniform(0.5, 2, size=rows)
    logits = rng.permuted(logits, axis=1)
    logits[-1] -= 1000 - size * (size == 900)  # every score far below 0, where exp gives 0
    logits = np.maximum(logits, -1000)
    differences = logits[:, :, None] - logits[:, None, :]
    expected = 1 / np.exp(-np.maximum(differences, -700)).sum(axis=2)
    with check.unchanged(z=logits):
        probabilities = softmax(logits)
    call = f"softmax(z), z.shape = ({rows}, {classes}), scores from {logits.min():.0f} to {logits.max():.0f}"
    check.array(probabilities, call, shape=(rows, classes), dtype="float")
    check.close(
        probabilities,
        expected,
        call,
        rtol=1e-3,
        atol=1e-5,
        en="Row by row, large and small scores alike: subtract each row's own largest score first.",
        ko="행마다 계산하고, 점수가 아주 크거나 작아도 동작해야 합니다. 먼저 각 행에서 그 행의 가장 큰 점수를 빼십시오.",
    )
check.passed("3 drawn shapes", "3 drawn sets of scores")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Vanishing gradients
#
# Learning runs backwards through the network, and on its way each layer multiplies the signal by the slope of its activation. The sigmoid's slope is at most 0.25. Ten layers of it leave at most $0.25^{10}$, less than a millionth: the first layers hear nothing and learn nothing. This is the *vanishing gradient*. tanh does better near 0, where its slope is 1, and ReLU's slope is exactly 1 wherever the unit is active.
#
# The experiment sends a signal backwards through twelve random layers of 100 units and measures its mean size.

# %% [markdown] lang="ko"
# ### 그레이디언트 소실
#
# 학습은 신경망을 거꾸로 거슬러 갑니다. 이때 층마다 신호에 활성화 함수의 기울기가 곱해집니다. 시그모이드의 기울기는 아무리 커도 0.25입니다. 열 층을 지나면 많아야 $0.25^{10}$, 곧 백만분의 1도 남지 않습니다. 그러면 앞쪽의 층에는 신호가 닿지 않아 아무것도 배우지 못합니다. 이것이 *그레이디언트 소실*(vanishing gradient)입니다. tanh는 기울기가 1인 0 근처에서는 낫고, ReLU의 기울기는 활성화된 곳이면 어디서나 정확히 1입니다.
#
# 아래 실험에서는 유닛이 100개인 무작위 층 열두 개에 신호를 거꾸로 흘려보내면서 평균 크기를 잽니다.

# %%
curves = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "ReLU": lambda z: np.maximum(0, z)}
slopes = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a**2, "ReLU": lambda a: 1.0 * (a > 0)}


def signal_sizes(name, depth=12, units=100):
    """The mean size of the signal that reaches each layer from behind, the first layer first."""
    rng = np.random.default_rng(0)
    matrices = rng.normal(scale=np.sqrt(2 / units), size=(depth, units, units))
    outputs = [rng.normal(size=units)]
    for matrix in matrices:
        outputs.append(curves[name](outputs[-1] @ matrix))
    signals = [np.ones(units)]
    for matrix, output in zip(matrices[::-1], outputs[:0:-1], strict=True):
        signals.append(matrix @ (signals[-1] * slopes[name](output)))
    return [np.abs(signal).mean() for signal in signals[:0:-1]]


# %% alt.en="Size of the signal in each of twelve layers on a logarithmic scale. With ReLU and tanh it changes little; with sigmoid it falls by several powers of ten towards the first layer." alt.ko="층 열두 개에서 신호의 크기를 로그 눈금으로 그린 그래프. ReLU와 tanh에서는 별로 변하지 않고, 시그모이드에서는 첫 층으로 갈수록 10의 여러 거듭제곱만큼 작아집니다."
plt.figure(figsize=(6, 2.6))
for name, color, marker in [("ReLU", GREEN, "o"), ("tanh", BLUE, "s"), ("sigmoid", ORANGE, "^")]:
    plt.semilogy(range(1, 13), signal_sizes(name), marker + "-", color=color, label=name, markersize=4)
plt.xlabel("layer (the loss is on the right)")
plt.ylabel("size of the signal")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ## 5 · Compile: what to minimize, and how
#
# Before training, two things have to be chosen: a *loss*, one number that says how wrong the answers are, and an *optimizer*, the way to make it smaller. Keras takes both in `compile`.
#
# ### Losses
#
# - **Mean squared error** for regression: $L = \frac{1}{n}\sum_i (y_i - \hat y_i)^2$. An error twice as large costs four times as much.
# - **Binary cross-entropy** for yes or no. With $y = 1$ for yes and the predicted probability $p$ of yes: $L = -\frac{1}{n}\sum_i \left[ y_i \ln p_i + (1 - y_i)\ln(1 - p_i) \right]$. Only one of the two terms is left for each example: minus the logarithm of the probability given to what really happened.
# - **Categorical cross-entropy** for several classes, with one-hot labels: $L = -\frac{1}{n}\sum_i \sum_k y_{ik} \ln p_{ik}$. Again, minus the logarithm of the probability of the true class.
#
# To be sure and wrong is very expensive. And all of them are smooth: a small change of a weight gives a small change of the loss, with a slope that tells where to go. Accuracy has no such slope.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기: 무엇을 어떻게 줄일 것인가
#
# 훈련하기 전에 두 가지를 정해야 합니다. 하나는 답이 얼마나 틀렸는지를 수 하나로 나타내는 *손실*(loss)이고, 다른 하나는 손실을 줄이는 방법인 *옵티마이저*(optimizer)입니다. Keras에서는 둘을 `compile`에 줍니다.
#
# ### 손실
#
# - **평균 제곱 오차**(mean squared error)는 회귀에 씁니다. $L = \frac{1}{n}\sum_i (y_i - \hat y_i)^2$입니다. 오차가 두 배이면 손실은 네 배입니다.
# - **이진 교차 엔트로피**(binary cross-entropy)는 예와 아니요를 가릴 때 씁니다. 예이면 $y = 1$이고 예일 확률의 예측이 $p$일 때 $L = -\frac{1}{n}\sum_i \left[ y_i \ln p_i + (1 - y_i)\ln(1 - p_i) \right]$입니다. 샘플마다 두 항 가운데 하나만 남습니다. 곧 실제로 일어난 일에 준 확률의 로그에 음의 부호를 붙인 값입니다.
# - **범주형 교차 엔트로피**(categorical cross-entropy)는 클래스가 여럿이고 레이블이 원-핫일 때 씁니다. $L = -\frac{1}{n}\sum_i \sum_k y_{ik} \ln p_{ik}$입니다. 역시 정답 클래스에 준 확률의 로그에 음의 부호를 붙인 값입니다.
#
# 확신하고 틀리면 손실이 아주 큽니다. 그리고 모두 매끄러운 함수입니다. 가중치를 조금 바꾸면 손실도 조금 바뀌고, 기울기가 어느 쪽으로 가야 할지 알려 줍니다. 정확도에는 이런 기울기가 없습니다.

# %% alt.en="Left: squared error against the error, a parabola. Right: two curves of the cross-entropy against the predicted probability; for yes it falls to 0 at 1, for no it rises steeply towards 1." alt.ko="왼쪽: 오차에 따른 제곱 오차, 포물선입니다. 오른쪽: 예측한 확률에 따른 교차 엔트로피 곡선 두 개. 정답이 예이면 1에서 0으로 내려가고, 아니요이면 1에 가까워질수록 가파르게 올라갑니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8.5, 2.6), layout="constrained")
error = np.linspace(-3, 3, 100)
left.plot(error, error**2, color=BLUE)
left.set(xlabel="error", ylabel="loss", title="squared error")
p = np.linspace(0.01, 0.99, 200)
right.plot(p, -np.log(p), color=BLUE, label="the answer is yes")
right.plot(p, -np.log(1 - p), "--", color=ORANGE, label="the answer is no")
right.set(xlabel="predicted probability of yes", title="binary cross-entropy")
right.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# Labels of several classes come in two forms: *one-hot* rows or *integers*. Softmax with categorical cross-entropy is the same either way. Keras only wants to be told: `categorical_crossentropy` for one-hot rows, `sparse_categorical_crossentropy` for integers.

# %% [markdown] lang="ko"
# 클래스가 여럿일 때 레이블은 *원-핫* 행이나 *정수*의 두 형태로 나옵니다. 소프트맥스와 범주형 교차 엔트로피는 어느 쪽이든 같습니다. Keras에는 형태만 알려 주면 됩니다. 원-핫 행이면 `categorical_crossentropy`, 정수이면 `sparse_categorical_crossentropy`입니다.

# %%
guesses = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
as_integers = np.array([0, 1])
as_one_hot = keras.utils.to_categorical(as_integers, num_classes=3)
print("one-hot ", np.asarray(keras.losses.categorical_crossentropy(as_one_hot, guesses)).round(4))
print("integers", np.asarray(keras.losses.sparse_categorical_crossentropy(as_integers, guesses)).round(4))

# %% [markdown] lang="en"
# ### Exercise 4 · Losses from scratch (3 points)
#
# Write three losses; NumPy is all it takes. Each returns **one number**, the mean over the $n$ examples, and agrees with Keras.
#
# - `mean_squared_error(y_true, y_pred)`: two float arrays of shape `(n,)`.
# - `binary_crossentropy(y_true, p)`: `y_true` of shape `(n,)` holds 0 and 1, `p` of shape `(n,)` the predicted probabilities of 1.
# - `categorical_crossentropy(y_true, p)`: `y_true` of shape `(n, k)` has one-hot rows, `p` of shape `(n, k)` the predicted probabilities, whose rows add up to 1.
#
# All arguments are float arrays. Logarithms are natural ones. A probability may be exactly 0 or 1; like Keras, first limit all probabilities to the range from $10^{-7}$ to $1 - 10^{-7}$, so that the loss never becomes infinite.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 손실 직접 계산하기(3점)
#
# 손실 함수 세 개를 작성하십시오. NumPy만 있으면 됩니다. 모두 샘플 $n$개에 대한 평균인 **수 하나**를 반환하며, Keras의 값과 같아야 합니다.
#
# - `mean_squared_error(y_true, y_pred)`: 둘 다 형상이 `(n,)`인 실수 배열입니다.
# - `binary_crossentropy(y_true, p)`: 형상이 `(n,)`인 `y_true`에는 0과 1이, 형상이 `(n,)`인 `p`에는 1일 확률의 예측이 들어 있습니다.
# - `categorical_crossentropy(y_true, p)`: 형상이 `(n, k)`인 `y_true`의 행은 원-핫이고, 형상이 `(n, k)`인 `p`에는 예측한 확률이 들어 있으며 각 행의 합은 1입니다.
#
# 인수는 모두 실수 배열이고, 로그는 자연로그입니다. 확률이 정확히 0이나 1일 수도 있습니다. 손실이 무한대가 되지 않도록, Keras처럼 먼저 모든 확률을 $10^{-7}$에서 $1 - 10^{-7}$까지의 범위로 제한합니다.


# %% nbgrader={"grade": false, "grade_id": "losses", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mean_squared_error(y_true, y_pred):
    """The mean squared error of predictions, both arrays of shape (n,): one float."""
    ### BEGIN SOLUTION
    return np.mean((y_true - y_pred) ** 2)
    ### END SOLUTION


def binary_crossentropy(y_true, p):
    """The mean binary cross-entropy.

    Args:
        y_true: float array of shape (n,), 0 and 1.
        p: float array of shape (n,), the predicted probabilities of 1; limited to 1e-7 … 1 - 1e-7 first.

    Returns:
        One float.
    """
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
    ### END SOLUTION


def categorical_crossentropy(y_true, p):
    """The mean categorical cross-entropy.

    Args:
        y_true: float array of shape (n, k), one-hot rows.
        p: float array of shape (n, k), the predicted probabilities; limited to 1e-7 … 1 - 1e-7 first.

    Returns:
        One float.
    """
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(np.sum(y_true * np.log(p), axis=1))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "losses-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

mean_hint_en = "Return one number, the mean over the examples: neither the sum nor an array."
mean_hint_ko = "합이나 배열이 아니라 샘플에 대한 평균인 수 하나를 반환해야 합니다."
check.close(
    mean_squared_error(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 0.0])),
    13 / 3,
    "mean_squared_error([1, 2, 3], [1, 4, 0])",
    rtol=1e-4,
    en=mean_hint_en,
    ko=mean_hint_ko,
)
yes_no, sure = np.array([1.0, 0.0, 1.0, 0.0]), np.array([0.9, 0.2, 0.3, 0.6])
check.close(
    binary_crossentropy(yes_no, sure),
    float(keras.losses.binary_crossentropy(yes_no, sure)),
    "binary_crossentropy([1, 0, 1, 0], [0.9, 0.2, 0.3, 0.6])",
    rtol=1e-3,
    en="Minus the natural logarithm of p where y is 1, and of 1 - p where y is 0. " + mean_hint_en,
    ko="y가 1이면 p, 0이면 1 - p의 자연로그에 음의 부호를 붙입니다. " + mean_hint_ko,
)
check.close(
    binary_crossentropy(np.array([1.0, 0.0]), np.array([1.0, 1.0])),
    -np.log(1e-7) / 2,
    "binary_crossentropy([1, 0], [1, 1])",
    rtol=0.02,
    en="The logarithm of 0 is infinite: limit p to 1e-7 … 1 - 1e-7 first, with np.clip.",
    ko="0의 로그는 무한대입니다. np.clip으로 p를 먼저 1e-7에서 1 - 1e-7까지로 제한하십시오.",
)
classes, chances = np.eye(3)[[0, 2]], np.array([[0.5, 0.3, 0.2], [0.1, 0.1, 0.8]])
check.close(
    categorical_crossentropy(classes, chances),
    float(np.mean(keras.losses.categorical_crossentropy(classes, chances))),
    "categorical_crossentropy([[1, 0, 0], [0, 0, 1]], [[0.5, 0.3, 0.2], [0.1, 0.1, 0.8]])",
    rtol=1e-3,
    en="Add up along the classes, then take the mean over the 2 examples, not over all 6 numbers.",
    ko="클래스 방향으로 더한 다음, 수 6개가 아니라 샘플 2개에 대해 평균을 구하십시오.",
)
check.passed("mean squared error", "binary cross-entropy", "categorical cross-entropy", "equal to Keras")

# %% nbgrader={"grade": true, "grade_id": "losses-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("losses")
for size in (int(rng.integers(3, 9)), int(rng.integers(20, 60)), 1):
    errors = rng.uniform(0.5, 4, size=size) * rng.choice([-1, 1], size=size)
    truth = rng.uniform(-20, 20, size=size)
    check.close(
        mean_squared_error(truth, truth - errors),
        (errors @ errors) / size,
        f"mean_squared_error(y_true, y_pred), {size} examples",
        rtol=1e-3,
    )
    answers = (np.arange(size) % 3 == 0).astype(float)
    given = rng.uniform(0.02, 0.98, size=size)  # to what really happened
    check.close(
        binary_crossentropy(answers, np.where(answers == 1, given, 1 - given)),
        -np.log(given).sum() / size,
        f"binary_crossentropy(y_true, p), {size} examples",
        rtol=1e-3,
    )
    count = int(rng.integers(3, 8))
    right_class = rng.integers(0, count, size=size)
    others = rng.dirichlet(np.ones(count - 1), size=size) * (1 - given[:, None])
    spread = np.array([np.insert(row, k, g) for row, k, g in zip(others, right_class, given, strict=True)])
    check.close(
        categorical_crossentropy(np.eye(count)[right_class], spread),
        -np.log(given).sum() / size,
        f"categorical_crossentropy(y_true, p), {size} examples of {count} classes",
        rtol=1e-3,
        en="Only the probability of the true class counts; the mean goes over the examples.",
        ko="정답 클래스의 확률만 쓰이며, 평균은 샘플에 대해 구합니다.",
    )
wrong, total = int(rng.integers(1, 4)), int(rng.integers(5, 9))
missed = np.array([1.0] * wrong + [0.0] * (total - wrong))
check.close(
    binary_crossentropy(missed, np.zeros(total)),
    -np.log(1e-7) * wrong / total,
    "binary_crossentropy(y_true, p), p = 0",
    rtol=0.02,
    en="Limit p to 1e-7 … 1 - 1e-7 before the logarithm.",
    ko="로그를 구하기 전에 p를 1e-7에서 1 - 1e-7까지로 제한하십시오.",
)
certain = np.eye(total)[rng.permutation(total)]
swapped = certain.copy()
swapped[:2] = certain[1::-1]
check.close(
    categorical_crossentropy(certain, swapped),
    -np.log(1e-7) * 2 / total,
    "categorical_crossentropy(y_true, p), p = 0 and 1",
    rtol=0.02,
    en="Limit p to 1e-7 … 1 - 1e-7 before the logarithm.",
    ko="로그를 구하기 전에 p를 1e-7에서 1 - 1e-7까지로 제한하십시오.",
)
check.passed("3 drawn sets of each", "probabilities 0 and 1")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Gradient descent
#
# Take the simplest loss there is: one weight, $L(w) = (w - 7)^2$. Where is it smallest, if all we can see is the slope under our feet? The slope, or *gradient*, tells how the loss changes when the weight grows a little. Nudge the weight and measure: at $w = 10$ it is 6. Calculus says the same: $\frac{dL}{dw} = 2(w - 7)$.
#
# A positive slope means: further right it goes up, so step to the left. *Gradient descent* repeats
#
# $$w \leftarrow w - \eta \, \frac{dL}{dw}$$
#
# where $\eta$, the *learning rate*, sets the size of the steps.

# %% [markdown] lang="ko"
# ### 경사 하강법
#
# 가장 단순한 손실을 봅시다. 가중치가 하나인 $L(w) = (w - 7)^2$입니다. 발밑의 기울기만 알 수 있다면 손실이 가장 작은 곳을 어떻게 찾겠습니까? 기울기, 곧 *그레이디언트*(gradient)는 가중치가 조금 커질 때 손실이 어떻게 변하는지 알려 줍니다. 가중치를 살짝 움직여 재어 보면 $w = 10$에서 6입니다. 미분해도 같습니다. $\frac{dL}{dw} = 2(w - 7)$입니다.
#
# 기울기가 양수이면 오른쪽으로 갈수록 올라간다는 뜻이므로 왼쪽으로 가야 합니다. *경사 하강법*(gradient descent)은 다음을 되풀이합니다.
#
# $$w \leftarrow w - \eta \, \frac{dL}{dw}$$
#
# 여기서 $\eta$는 한 단계의 크기를 정하는 *학습률*(learning rate)입니다.


# %%
def loss_at(w):
    return (w - 7) ** 2


nudge = 1e-4
for w in (10, 8, 7, 5):
    print(w, "slope", round((loss_at(w + nudge) - loss_at(w - nudge)) / (2 * nudge), 4))

# %% [markdown] lang="en"
# How large a step? With a rate of 1, the step from $w = 10$ is $1 \cdot 6$: to 4, where the slope is −6, and back to 10, for ever. A rate of 0.1 arrives. A rate of 0.01 gets there too, but crawls.
#
# > **Common mistake.** Keeping the slope of the first step: "the gradient is 6, so each step subtracts $0.1 \cdot 6$". The slope changes with $w$: 6 at first, then 4.8, then 3.84. Steps become shorter by themselves as the bottom comes near.

# %% [markdown] lang="ko"
# 한 단계는 얼마나 커야 합니까? 학습률이 1이면 $w = 10$에서 $1 \cdot 6$만큼 움직여 4로 갑니다. 그곳의 기울기는 −6이라 다시 10으로 돌아가고, 끝없이 오갑니다. 학습률이 0.1이면 도착합니다. 0.01이어도 가기는 하지만 아주 느립니다.
#
# > **흔한 실수.** 첫 단계의 기울기를 계속 쓰는 것입니다. "그레이디언트가 6이니까 단계마다 $0.1 \cdot 6$을 뺀다." 기울기는 $w$에 따라 변합니다. 처음에는 6, 다음에는 4.8, 그다음에는 3.84입니다. 그래서 바닥에 가까워질수록 한 단계에 움직이는 거리가 저절로 짧아집니다.

# %% alt.en="Three parabolas with the steps of gradient descent from w = 10. Rate 1 jumps between 10 and 4, rate 0.1 comes down to 7, rate 0.01 has moved only a little after 20 steps." alt.ko="w = 10에서 출발한 경사 하강법의 단계를 그린 포물선 세 개. 학습률 1은 10과 4 사이를 오가고, 0.1은 7까지 내려가며, 0.01은 20단계 뒤에도 조금밖에 움직이지 못했습니다."
plot_learning_rates([1, 0.1, 0.01], steps=20)

# %% [markdown] lang="en"
# Move the sliders. Which rate arrives in a single step? From which rate on does the loss grow instead of falling?

# %% [markdown] lang="ko"
# 슬라이더를 움직여 보십시오. 어떤 학습률에서 한 단계 만에 도착합니까? 어떤 학습률부터 손실이 줄지 않고 오히려 커집니까?

# %% alt.en="Left: steps on the parabola with rate 0.8, which jump across the bottom and close in on it. Right: the loss after each of eight steps, falling to nearly 0." alt.ko="왼쪽: 학습률 0.8의 단계들이 바닥을 사이에 두고 오가며 가까워집니다. 오른쪽: 여덟 단계 동안의 손실로, 거의 0까지 내려갑니다."
show_learning_rate()

# %% [markdown] lang="en"
# ### Exercise 5 · One step of gradient descent (2 points)
#
# Write `gradient_step(w, target, rate)`: one step of gradient descent on the loss $L(w) = (w - \text{target})^2$.
#
# - `w`, `target` and `rate` are numbers (`int` or `float`); `rate` is greater than 0.
# - Return the new weight, a `float`.
#
# For `gradient_step(10.0, 7.0, 0.1)` it is 9.4.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 경사 하강법 한 단계(2점)
#
# 손실 $L(w) = (w - \text{target})^2$에서 경사 하강법을 한 단계 진행하는 함수 `gradient_step(w, target, rate)`를 작성하십시오.
#
# - `w`, `target`, `rate`는 수(`int` 또는 `float`)이고 `rate`는 0보다 큽니다.
# - 새 가중치를 `float`로 반환합니다.
#
# `gradient_step(10.0, 7.0, 0.1)`의 값은 9.4입니다.


# %% nbgrader={"grade": false, "grade_id": "gradient-step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_step(w, target, rate):
    """One step of gradient descent on (w - target)².

    Args:
        w: the weight, a number.
        target: where the loss is 0, a number.
        rate: the learning rate, greater than 0.

    Returns:
        The new weight, a float.
    """
    ### BEGIN SOLUTION
    slope = 2 * (w - target)
    return float(w - rate * slope)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "gradient-step-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

for start, middle, step_size, arrived in [(10.0, 7.0, 0.1, 9.4), (10, 7, 1, 4.0), (4.0, 7.0, 1.0, 10.0)]:
    check.close(
        gradient_step(start, middle, step_size),
        arrived,
        f"gradient_step({start}, {middle}, {step_size})",
        en="The slope at w is 2 · (w - target); the step goes against it: w - rate · slope.",
        ko="w에서의 기울기는 2 · (w - target)이고, 그 반대 방향으로 움직입니다: w - rate · slope.",
    )
check.passed("rate 0.1: 10 → 9.4", "rate 1: 10 → 4 → 10")

# %% nbgrader={"grade": true, "grade_id": "gradient-step-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from hiddenlayers import check

rng = check.rng("gradient-step")
for size in (0.05, 0.4, 1.2):
    goal = float(rng.uniform(-30, 30))
    away = float(rng.uniform(2, 20) * rng.choice([-1, 1]))
    rate = float(size * rng.uniform(0.8, 1.2))
    check.close(
        gradient_step(goal + away, goal, rate),
        goal + away - 2 * rate * away,
        f"gradient_step({goal + away:.3f}, {goal:.3f}, {rate:.3f})",
        rtol=1e-4,
        atol=1e-4,
        en="Any target, on either side of it, and any rate have to work.",
        ko="target이 무엇이든, w가 그 어느 쪽에 있든, 어떤 학습률이든 동작해야 합니다.",
    )
check.passed("3 drawn steps")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Local minima and saddle points
#
# With many weights, the loss is a landscape, and the gradient is a vector: one slope for each weight. The mean squared error of a straight line is a bowl with one lowest point. The loss of a network is not. There may be *local minima*, hollows that are not the lowest, and *saddle points*, where it goes down on two sides only and the gradient is 0 although nothing is reached. In networks with very many weights saddle points are by far the more frequent.
#
# The green point is the lowest; the pink ones are traps.

# %% [markdown] lang="ko"
# ### 지역 최솟값과 안장점
#
# 가중치가 많으면 손실은 하나의 지형이 되고, 그레이디언트는 가중치마다 기울기가 하나씩 있는 벡터가 됩니다. 직선의 평균 제곱 오차는 가장 낮은 곳이 하나뿐인 그릇 모양입니다. 신경망의 손실은 그렇지 않습니다. 가장 낮지 않은데도 움푹한 *지역 최솟값*(local minimum)이 있고, 두 방향으로만 내려가며 아직 도착하지 않았는데도 그레이디언트가 0인 *안장점*(saddle point)이 있습니다. 가중치가 아주 많은 신경망에는 안장점이 훨씬 더 많습니다.
#
# 초록색 점이 가장 낮은 곳이고 분홍색 점은 함정입니다.

# %% alt.en="Three loss surfaces: a bowl with its lowest point; a surface with a deep and a shallow valley, both bottoms marked; a saddle with the point in its middle marked." alt.ko="손실 지형 세 개. 가장 낮은 점이 있는 그릇, 깊은 골짜기와 얕은 골짜기의 바닥이 표시된 지형, 가운데 점이 표시된 안장 모양의 지형입니다."
plot_loss_surfaces()

# %% [markdown] lang="en"
# ### Optimizers
#
# All of them follow the gradient; they differ in what they make of it.
#
# | optimizer | idea | in Keras |
# |---|---|---|
# | GD, gradient descent | one step from the gradient over **all** rows | `SGD`, batch of all rows |
# | SGD, stochastic GD | a step from a random small batch: noisy, but many more steps | `SGD` |
# | momentum | a ball that keeps rolling: adds up past gradients, runs through flat places and small hollows | `SGD(momentum=0.9)` |
# | NAG, Nesterov | momentum that looks ahead before it steps, so it brakes in time | `SGD(momentum=0.9, nesterov=True)` |
# | Adagrad | each weight has a rate of its own, the smaller the more it has moved; may come to a halt | `Adagrad` |
# | RMSprop | like Adagrad, but forgets the distant past | `RMSprop` |
# | Adam | momentum and RMSprop together; the usual first choice | `Adam` |
#
# The race: a narrow valley that falls steeply from both sides and gently along its floor. GD zigzags between the walls, momentum swings far, the last three correct the difference between the two directions. This is one valley with rates chosen to fit the picture; on another, another one wins.
#
# > **Common mistake.** A learning rate of 0.1 for Adam. In networks 0.001, the default, is a good start; 0.1 suits plain SGD.

# %% [markdown] lang="ko"
# ### 옵티마이저
#
# 모두 그레이디언트를 따라가지만 그것을 쓰는 방식이 다릅니다.
#
# | 옵티마이저 | 생각 | Keras에서 |
# |---|---|---|
# | GD, 경사 하강법 | **모든** 행의 그레이디언트로 한 단계 | 모든 행을 배치 하나로 한 `SGD` |
# | SGD, 확률적 경사 하강법 | 무작위로 뽑은 작은 배치로 한 단계. 잡음이 있지만 단계 수가 훨씬 많습니다 | `SGD` |
# | 모멘텀(momentum) | 계속 구르는 공. 지난 그레이디언트를 더해 가므로 평평한 곳과 작은 구덩이를 지나갑니다 | `SGD(momentum=0.9)` |
# | NAG, 네스테로프 | 움직이기 전에 앞을 내다보는 모멘텀이라 제때 속도를 줄입니다 | `SGD(momentum=0.9, nesterov=True)` |
# | Adagrad | 가중치마다 학습률이 따로 있고, 많이 움직인 가중치일수록 작아집니다. 멈춰 버릴 수도 있습니다 | `Adagrad` |
# | RMSprop | Adagrad와 비슷하지만 먼 과거는 잊습니다 | `RMSprop` |
# | Adam | 모멘텀과 RMSprop을 합친 것. 보통 가장 먼저 써 봅니다 | `Adam` |
#
# 경주를 봅시다. 양쪽 벽은 가파르고 바닥은 완만하게 내려가는 좁은 골짜기입니다. GD는 벽 사이를 지그재그로 오가고, 모멘텀은 크게 흔들리며, 마지막 셋은 두 방향의 차이를 바로잡습니다. 이 경주는 골짜기 하나에서, 그림에 맞게 고른 학습률로 한 것입니다. 다른 골짜기에서는 다른 옵티마이저가 이깁니다.
#
# > **흔한 실수.** Adam의 학습률을 0.1로 두는 것입니다. 신경망에서는 기본값인 0.001로 시작하는 것이 좋습니다. 0.1은 단순한 SGD에 어울립니다.

# %% alt.en="Animation of seven optimizers on their way down a narrow valley, and their loss after each step. GD and SGD zigzag between the walls, momentum swings past the floor, Adagrad, RMSprop and Adam take smoother ways." alt.ko="옵티마이저 일곱 개가 좁은 골짜기를 내려가는 애니메이션과 단계마다의 손실. GD와 SGD는 벽 사이를 지그재그로 오가고, 모멘텀은 바닥을 지나쳐 흔들리며, Adagrad, RMSprop, Adam은 더 매끄러운 길로 갑니다."
show_race()

# %% [markdown] lang="en"
# ## 6 · Train
#
# Now everything comes together. Training repeats four things: *forward pass*, *loss*, *backpropagation*, *update*.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# 이제 모든 것이 모입니다. 훈련은 네 가지를 되풀이합니다. *순전파*(forward pass), *손실*, *역전파*(backpropagation), *업데이트*입니다.

# %% alt.en="Four boxes in a circle: forward pass, loss, backpropagation, update, and an arrow back to the start." alt.ko="순전파, 손실, 역전파, 업데이트의 상자 네 개가 화살표로 이어지고 마지막에서 처음으로 돌아갑니다."
four = ["forward pass:\npredict", "loss:\nhow wrong?", "backpropagation:\ngradients", "update:\nnew weights"]
draw_flow({"one step of training": four}, loop=True)

# %% [markdown] lang="en"
# ### Forward pass and loss
#
# Our network has ten inputs, sixteen hidden units with ReLU, and one output with a sigmoid. The weights begin as small random numbers (with zeros everywhere, all hidden units would stay alike for ever), the biases as 0. An untrained network should be about as good as guessing: $-\ln 0.5 = 0.69$, give or take.

# %% [markdown] lang="ko"
# ### 순전파와 손실
#
# 우리의 신경망은 입력이 열 개, ReLU를 쓰는 은닉 유닛이 열여섯 개, 시그모이드를 쓰는 출력이 하나입니다. 가중치는 작은 난수에서, 편향은 0에서 시작합니다(가중치가 모두 0이면 은닉 유닛이 언제까지나 똑같습니다). 훈련하지 않은 신경망은 찍는 것과 비슷해야 합니다. 손실은 대략 $-\ln 0.5 = 0.69$ 안팎입니다.


# %%
def new_weights(units, seed=1):
    rng = np.random.default_rng(seed)
    hidden = rng.normal(scale=np.sqrt(2 / 10), size=(10, units))
    output = rng.normal(scale=np.sqrt(1 / units), size=(units, 1))
    return [hidden, np.zeros(units), output, np.zeros(1)]


def forward(x, weights):
    W1, b1, W2, b2 = weights
    hidden = np.maximum(0, x @ W1 + b1)
    return hidden, 1 / (1 + np.exp(-(hidden @ W2 + b2)))


# %%
def loss_of(x, y, weights):
    _, p = forward(x, weights)
    return -np.mean(np.log(np.where(y == 1, p, 1 - p)))


network = new_weights(16)
print("shapes", [w.shape for w in network], "numbers", sum(w.size for w in network))
print(f"loss before training {loss_of(x_fit_scaled, y_fit, network):.3f}")

# %% [markdown] lang="en"
# ### Backpropagation
#
# How does the loss change with each of the 193 numbers? Nudging them one by one would take two forward passes each. *Backpropagation* gets all gradients at once, by the chain rule, from the loss backwards:
#
# 1. At the output, sigmoid and cross-entropy together give a beautifully simple slope: prediction minus truth, $\delta_2 = \frac{1}{n}(p - y)$.
# 2. The gradient of $W_2$ is what came in times what comes back: $H^\top \delta_2$. That of $b_2$ is the sum of $\delta_2$ over the rows.
# 3. The signal goes back through $W_2$ and through the slope of ReLU: $\delta_1 = (\delta_2 W_2^\top) \cdot [H > 0]$.
# 4. For $W_1$ and $b_1$ as in 2: $X^\top \delta_1$, and the sum of $\delta_1$.

# %% [markdown] lang="ko"
# ### 역전파
#
# 193개의 수 하나하나가 변할 때 손실은 어떻게 변합니까? 하나씩 살짝 움직여 재려면 순전파를 두 번씩 해야 합니다. *역전파*는 연쇄 법칙(chain rule)을 써서 손실에서 거꾸로 거슬러 가며 모든 그레이디언트를 한꺼번에 구합니다.
#
# 1. 출력에서는 시그모이드와 교차 엔트로피가 합쳐져 기울기가 아주 간단해집니다. 예측에서 정답을 뺀 $\delta_2 = \frac{1}{n}(p - y)$입니다.
# 2. $W_2$의 그레이디언트는 들어온 것과 되돌아온 것의 곱 $H^\top \delta_2$입니다. $b_2$의 그레이디언트는 $\delta_2$를 행 방향으로 더한 것입니다.
# 3. 신호는 $W_2$를 거슬러, 그리고 ReLU의 기울기를 거쳐 되돌아갑니다. $\delta_1 = (\delta_2 W_2^\top) \cdot [H > 0]$입니다.
# 4. $W_1$과 $b_1$은 2와 마찬가지로 $X^\top \delta_1$, 그리고 $\delta_1$의 합입니다.


# %%
def backpropagate(x, y, weights):
    _, _, W2, _ = weights
    hidden, p = forward(x, weights)
    delta2 = (p - y) / len(x)
    delta1 = (delta2 @ W2.T) * (hidden > 0)
    return [x.T @ delta1, delta1.sum(axis=0), hidden.T @ delta2, delta2.sum(axis=0)]


print([gradient.shape for gradient in backpropagate(x_fit_scaled, y_fit, network)])

# %% [markdown] lang="en"
# ### Is it right? Ask TensorFlow
#
# TensorFlow finds gradients by itself: a `GradientTape` records a calculation and plays it backwards. We give a Keras model our weights and compare. If all points lie on the diagonal and the largest difference is below $10^{-5}$, our derivatives are right, every one of them.

# %% [markdown] lang="ko"
# ### 맞게 계산했습니까? TensorFlow에 물어보기
#
# TensorFlow는 그레이디언트를 스스로 구합니다. `GradientTape`가 계산을 기록해 두었다가 거꾸로 되짚습니다. Keras 모델에 우리 가중치를 넣고 비교합니다. 모든 점이 대각선 위에 있고 가장 큰 차이가 $10^{-5}$보다 작으면, 우리가 구한 미분은 하나도 빠짐없이 맞습니다.

# %%
twin = keras.Sequential(
    [
        keras.Input(shape=(10,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
twin.set_weights(network)
with tf.GradientTape() as tape:
    predicted = twin(x_fit_scaled.astype("float32"))
    twin_loss = tf.reduce_mean(keras.losses.binary_crossentropy(y_fit, predicted))
by_tensorflow = tape.gradient(twin_loss, twin.trainable_variables)

# %% alt.en="Scatter plot of the gradients by TensorFlow against those by NumPy: all points lie on the diagonal." alt.ko="NumPy로 구한 그레이디언트와 TensorFlow로 구한 그레이디언트의 산점도. 모든 점이 대각선 위에 있습니다."
ours = np.concatenate([g.ravel() for g in backpropagate(x_fit_scaled, y_fit, network)])
theirs = np.concatenate([np.ravel(g) for g in by_tensorflow])
largest_difference = np.abs(ours - theirs).max()
plt.figure(figsize=(3.4, 3))
plt.axline((0, 0), slope=1, color="0.7")
plt.plot(ours, theirs, "o", color=BLUE, markersize=4)
plt.xlabel("gradient by NumPy")
plt.ylabel("gradient by TensorFlow")
plt.show()
print(f"{len(ours)} gradients, largest difference {largest_difference:.1e}")

# %% [markdown] lang="en"
# ### Epoch, batch, iteration
#
# One *epoch* is over when every training row has had its turn. The rows come in *batches*; each batch makes one update, an *iteration*. With 2,000 rows and a batch size of 500, an epoch has 4 iterations. If it doesn't divide evenly, the last batch is smaller, but it is a batch: 1,050 rows in batches of 100 make 11 iterations.
#
# > **Common mistake.** "500 batches." `batch_size=500` means 500 rows in a batch; 2,000 rows make 4 batches, not 500.
#
# Smaller batches make more, and noisier, steps in the same epoch. The rows are shuffled anew in each.

# %% [markdown] lang="ko"
# ### 에포크, 배치, 반복
#
# 훈련 세트의 모든 행이 한 번씩 쓰이면 한 *에포크*(epoch)가 끝납니다. 행은 *배치*(batch)로 묶어 처리하고, 배치마다 가중치를 한 번 업데이트합니다. 이것이 *반복*(iteration)입니다. 행이 2,000개이고 배치 크기가 500이면 한 에포크는 4번의 반복입니다. 나누어떨어지지 않으면 마지막 배치가 작아질 뿐, 그것도 배치입니다. 1,050개의 행을 100개씩 묶으면 반복은 11번입니다.
#
# > **흔한 실수.** "500개의 배치." `batch_size=500`은 배치 하나에 행이 500개라는 뜻입니다. 행이 2,000개이면 배치는 500개가 아니라 4개입니다.
#
# 배치가 작으면 같은 에포크 동안 단계 수가 많아지고 잡음도 커집니다. 행의 순서는 에포크마다 새로 섞습니다.


# %%
def fit_network(weights, x, y, rate, batch_size, epochs):
    """Train by stochastic gradient descent; returns the weights and both losses after each epoch."""
    rng = np.random.default_rng(0)
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            gradients = backpropagate(x[rows], y[rows], weights)
            weights = [w - rate * g for w, g in zip(weights, gradients, strict=True)]
        losses.append((loss_of(x, y, weights), loss_of(x_val_scaled, y_val, weights)))
    index = pd.RangeIndex(1, epochs + 1, name="epoch")
    return weights, pd.DataFrame(losses, columns=["loss", "val_loss"], index=index)


# %% alt.en="Training loss against the epoch for three batch sizes. All rows at once: slow and smooth. Batches of 32: faster. Single rows: fastest at first, but restless." alt.ko="배치 크기 세 가지의 에포크별 훈련 손실. 모든 행을 한꺼번에 쓰면 느리고 매끄럽고, 32개씩 쓰면 더 빠르며, 한 행씩 쓰면 처음에 가장 빠르지만 들쭉날쭉합니다."
plt.figure(figsize=(6, 2.6))
for size, color in [(len(x_fit), BLUE), (32, GREEN), (1, ORANGE)]:
    _, history = fit_network(network, x_fit_scaled, y_fit, 0.1, size, hiddenlayers.epochs(30))
    plt.plot(history["loss"], color=color, label=f"batches of {size}")
plt.xlabel("epoch")
plt.ylabel("training loss")
plt.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 6 · Count the iterations (2 points)
#
# Write `count_iterations(num_samples, batch_size, epochs)`: how many updates a training makes in all.
#
# - All three are whole numbers greater than 0.
# - Every epoch goes through all samples once. If the last batch of an epoch is smaller, it still makes one update; a batch never reaches into the next epoch.
# - Return a whole number (`int`). For `count_iterations(2000, 500, 1)` it is 4.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 반복 횟수 세기(2점)
#
# 훈련하는 동안 업데이트를 모두 몇 번 하는지 세는 함수 `count_iterations(num_samples, batch_size, epochs)`를 작성하십시오.
#
# - 세 인수는 모두 0보다 큰 정수입니다.
# - 에포크마다 모든 샘플을 한 번씩 씁니다. 에포크의 마지막 배치가 더 작더라도 업데이트를 한 번 합니다. 배치가 다음 에포크까지 걸치는 일은 없습니다.
# - 정수(`int`)를 반환합니다. `count_iterations(2000, 500, 1)`의 값은 4입니다.


# %% nbgrader={"grade": false, "grade_id": "count-iterations", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_iterations(num_samples, batch_size, epochs):
    """Count the updates of a training.

    Args:
        num_samples: int, the number of samples.
        batch_size: int, the number of samples in a batch.
        epochs: int, the number of epochs.

    Returns:
        The number of updates, an int.
    """
    ### BEGIN SOLUTION
    per_epoch = -(-num_samples // batch_size)
    return per_epoch * epochs
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "count-iterations-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

for rows, size, rounds, updates in [
    (2000, 500, 1, 4),
    (1000, 100, 5, 50),
    (1050, 100, 1, 11),
    (30, 32, 1, 1),
]:
    check.equal(
        count_iterations(rows, size, rounds),
        updates,
        f"count_iterations({rows}, {size}, {rounds})",
        en="Batches in an epoch, a smaller last one among them, times epochs; a whole number (int).",
        ko="한 에포크의 배치 수(더 작은 마지막 배치도 포함)에 에포크 수를 곱한 정수(int)입니다.",
    )
check.passed("2000 / 500: 4", "1050 / 100: 11", "30 / 32: 1")

# %% nbgrader={"grade": true, "grade_id": "count-iterations-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from hiddenlayers import check

rng = check.rng("count-iterations")
for whole in (False, True, False):
    batch = int(rng.integers(16, 130))
    full = int(rng.integers(3, 40))
    remainder = 0 if whole else int(rng.integers(1, batch // 3))
    epochs = int(rng.integers(4, 20))
    check.equal(
        count_iterations(full * batch + remainder, batch, epochs),
        (full + (remainder > 0)) * epochs,
        f"count_iterations({full * batch + remainder}, {batch}, {epochs})",
        en="Each epoch has its own smaller last batch, unless the samples divide evenly.",
        ko="나누어떨어지지 않으면 에포크마다 더 작은 마지막 배치가 따로 있습니다.",
    )
check.passed("3 drawn trainings")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Two hundred epochs
#
# Now train for good: learning rate 0.1, batches of 32. The *learning curves* show both losses after each epoch. As long as both fall, the network learns something general.

# %% [markdown] lang="ko"
# ### 에포크 이백 번
#
# 이제 제대로 훈련합니다. 학습률은 0.1, 배치 크기는 32입니다. *학습 곡선*(learning curve)은 에포크마다 두 손실을 보여 줍니다. 둘 다 내려가는 동안에는 신경망이 일반적인 것을 배우고 있습니다.

# %%
num_epochs = hiddenlayers.epochs(200)
trained, history = fit_network(network, x_fit_scaled, y_fit, 0.1, 32, num_epochs)
num_iterations = num_epochs * int(np.ceil(len(x_fit) / 32))
print(f"{num_iterations:,} iterations, validation loss {history['val_loss'].iloc[-1]:.3f}")

# %% alt.en="Training and validation loss over 200 epochs: both fall from about 0.7 to about 0.4, slowly at first, then faster; the validation loss stays a little higher." alt.ko="200 에포크 동안의 훈련 손실과 검증 손실. 둘 다 0.7쯤에서 0.4쯤으로, 처음에는 천천히, 나중에는 더 빠르게 내려가며 검증 손실이 조금 더 높습니다."
history.plot(color=[BLUE, ORANGE], figsize=(6, 2.6), ylabel="loss")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 7 · Linear regression by gradient descent (2 points)
#
# The same recipe fits a line, or with several features a plane. Write `fit_linear(x, y, rate, steps)`.
#
# - `x` is a float array of shape `(n, d)`, `y` a float array of shape `(n,)`. The model is $\hat y = xw + b$ with weights $w$ of shape `(d,)` and a bias $b$; the loss is the mean squared error.
# - Begin with $w = 0$ and $b = 0$. Make exactly `steps` steps of gradient descent with the learning rate `rate`, each with the gradient over **all** rows, and in each step calculate the gradients of $w$ and $b$ from the same predictions, before either changes. `steps` may be 0.
# - Return a tuple `(w, b)`: a float array of shape `(d,)` and a `float`. The arguments stay as they were.
#
# Mind the constant factor in the derivative of the square, and that the loss is a mean. The checks compare $w$ and $b$ after a few steps and after many.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 경사 하강법으로 선형 회귀하기(2점)
#
# 같은 방법으로 직선을, 특성이 여럿이면 평면을 맞출 수 있습니다. 함수 `fit_linear(x, y, rate, steps)`를 작성하십시오.
#
# - `x`는 형상이 `(n, d)`인 실수 배열, `y`는 형상이 `(n,)`인 실수 배열입니다. 모델은 $\hat y = xw + b$이고 가중치 $w$의 형상은 `(d,)`, 편향은 $b$이며 손실은 평균 제곱 오차입니다.
# - $w = 0$과 $b = 0$에서 시작해 학습률 `rate`로 경사 하강법을 정확히 `steps`단계 진행합니다. 단계마다 **모든** 행의 그레이디언트를 쓰며, $w$와 $b$의 그레이디언트는 둘 중 어느 것도 바꾸기 전의 같은 예측에서 구합니다. `steps`는 0일 수도 있습니다.
# - 튜플 `(w, b)`, 곧 형상이 `(d,)`인 실수 배열과 `float`를 반환합니다. 인수의 내용은 바꾸지 않습니다.
#
# 제곱을 미분할 때 나오는 상수와, 손실이 평균이라는 점에 주의하십시오. 검사에서는 몇 단계 뒤와 많은 단계 뒤의 $w$와 $b$를 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "fit-linear", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit_linear(x, y, rate, steps):
    """Fit y = x @ w + b by gradient descent on the mean squared error.

    Args:
        x: float array of shape (n, d). It is left unchanged.
        y: float array of shape (n,). It is left unchanged.
        rate: float, the learning rate.
        steps: int, the number of steps; may be 0.

    Returns:
        A tuple (w, b): float array of shape (d,), and a float. Both begin at 0.
    """
    ### BEGIN SOLUTION
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = x @ w + b - y
        w = w - rate * 2 * (x.T @ error) / len(x)
        b = b - rate * 2 * error.mean()
    return w, float(b)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "fit-linear-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

three_points, heights = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 3.0, 5.0])
for num_steps, slope, offset, near in [
    (0, 0, 0, 1e-6),
    (1, 0.8666667, 0.6, 1e-4),
    (2, 1.3244444, 0.9066667, 1e-4),
    (400, 2, 1, 1e-2),
]:
    with check.unchanged(x=three_points, y=heights):
        line = fit_linear(three_points, heights, 0.1, num_steps)
    call = f"fit_linear([[0], [1], [2]], [1, 3, 5], 0.1, {num_steps})"
    check.that(
        isinstance(line, (tuple, list)) and len(line) == 2,
        f"{call}: expected a tuple (w, b), found {check.describe_value(line)}.",
        f"{call}: 기대한 값은 튜플 (w, b), 나온 값은 {check.describe_value(line)}.",
    )
    check.array(line[0], f"{call}[0]", shape=(1,), dtype="float")
    check.close(
        [line[0][0], line[1]],
        [slope, offset],
        f"{call}: [w, b]",
        rtol=0,
        atol=near,
        en="The gradient of w is 2/n · xᵀ·error, that of b 2/n · sum(error), with error = x @ w + b - y; "
        "calculate both before you change either.",
        ko="error = x @ w + b - y일 때 w의 그레이디언트는 2/n · xᵀ·error, b의 그레이디언트는 2/n · sum(error)입니다. "
        "둘 다 구한 다음에 w와 b를 바꾸십시오.",
    )
check.passed("0, 1, 2 steps", "400 steps: y = 2x + 1", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "fit-linear-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("fit-linear")
for rows, width, num_steps in [(int(rng.integers(8, 20)), 3, 7), (40, int(rng.integers(2, 5)), 1500)]:
    points = rng.uniform(-1, 1, size=(rows, width)) + rng.normal(scale=0.2, size=width)
    true_weights, true_bias = (
        rng.uniform(1, 4, size=width) * rng.choice([-1, 1], size=width),
        rng.uniform(2, 6),
    )
    values = points @ true_weights + true_bias + rng.normal(scale=0.1, size=rows)
    with_ones = np.column_stack([points, np.ones(rows)])
    rate = 0.12
    best = np.linalg.lstsq(with_ones, values, rcond=None)[0]
    shrink = np.eye(width + 1) - 2 * rate / rows * with_ones.T @ with_ones
    wanted = best - np.linalg.matrix_power(shrink, num_steps) @ best
    with check.unchanged(x=points, y=values):
        fitted = fit_linear(points, values, rate, num_steps)
    call = f"fit_linear(x, y, {rate}, {num_steps}), x.shape = ({rows}, {width})"
    check.that(
        isinstance(fitted, (tuple, list)) and len(fitted) == 2,
        f"{call}: expected a tuple (w, b), found {check.describe_value(fitted)}.",
        f"{call}: 기대한 값은 튜플 (w, b), 나온 값은 {check.describe_value(fitted)}.",
    )
    check.array(fitted[0], f"{call}[0]", shape=(width,), dtype="float")
    check.close(
        [*fitted[0], fitted[1]],
        wanted,
        f"{call}: [*w, b]",
        rtol=1e-3,
        atol=1e-3,
        en="Any number of rows and features has to work; the mean is taken over the rows.",
        ko="행과 특성이 몇 개이든 동작해야 하며, 평균은 행에 대해 구합니다.",
    )
check.passed("2 drawn problems")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# The test set speaks. A number means little by itself, so we put others beside it:
#
# - always the more frequent answer,
# - a single sigmoid neuron on the ten columns, without a hidden layer: this is *logistic regression*, the classical linear model,
# - the same neuron with one *hand-made feature* more: how far the age is from 45. Whoever has seen the picture in section 3 can think of it,
# - our network, to which nobody has told anything about ages.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 테스트 세트를 쓸 차례입니다. 값 하나만으로는 알 수 있는 것이 적으므로 다른 값과 견주어 봅니다.
#
# - 늘 더 흔한 쪽으로 답하기
# - 은닉층 없이 열 개의 열을 그대로 쓰는 시그모이드 뉴런 하나. 이것이 전통적인 선형 모델인 *로지스틱 회귀*(logistic regression)입니다.
# - 같은 뉴런에 *사람이 만든 특성*을 하나 더한 것. 나이가 45세에서 얼마나 떨어져 있는지입니다. 3절의 그림을 본 사람이라면 떠올릴 수 있습니다.
# - 나이에 대해 아무것도 알려 주지 않은 우리의 신경망


# %%
def with_distance(scaled):
    """The columns and one more: the distance of the scaled age from its middle, 45 years."""
    return np.column_stack([scaled, np.abs(scaled[:, 0] - 0.5)])


linear = LogisticRegression(C=100).fit(x_fit_scaled, y_fit.ravel())
hand_made = LogisticRegression(C=100).fit(with_distance(x_fit_scaled), y_fit.ravel())
test_accuracy = np.mean((forward(x_test_scaled, trained)[1] > 0.5) == y_test)
print(f"the network is right about {test_accuracy:.3f} of {len(y_test)} test passengers")

# %% alt.en="Bars of test accuracy: the more frequent answer a little above 0.5, the linear model about 0.6, the linear model with the hand-made feature and the network both above 0.8." alt.ko="테스트 정확도의 막대그래프. 더 흔한 답은 0.5를 조금 넘고 선형 모델은 0.6쯤, 사람이 만든 특성을 더한 선형 모델과 신경망은 모두 0.8이 넘습니다."
accuracies = pd.Series(
    {
        "the network": test_accuracy,
        "one neuron, hand-made feature": hand_made.score(with_distance(x_test_scaled), y_test.ravel()),
        "one neuron": linear.score(x_test_scaled, y_test.ravel()),
        "always the same": max(y_test.mean(), 1 - y_test.mean()),
    }
)
bars = accuracies.plot.barh(figsize=(7, 2), color=[ORANGE, GREEN, BLUE, "0.7"], xlim=(0, 1))
bars.bar_label(bars.containers[0], fmt="%.2f", padding=3)
plt.show()

# %% [markdown] lang="en"
# That is deep learning in one picture. The linear model cannot see that both ends of the age scale return. A person who knows the trade can tell it. The network found out by itself.

# %% [markdown] lang="ko"
# 딥러닝을 그림 하나로 나타내면 이렇습니다. 선형 모델은 나이의 양쪽 끝에 있는 승객이 돌아온다는 것을 볼 수 없습니다. 잘 아는 사람이 알려 줄 수는 있습니다. 신경망은 그것을 스스로 알아냈습니다.

# %% [markdown] lang="en"
# ## 8 · Predict
#
# A new passenger: 70 years old, second cabin, on time, travelling with friends. The row has to go through **the same preparation** as the training data: same columns in the same order, same scaler.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# 새 승객이 왔습니다. 70세이고, 이등실을 탔고, 배는 제시간에 왔으며, 친구들과 함께입니다. 이 행도 훈련 데이터와 **똑같은 준비**를 거쳐야 합니다. 열과 그 순서가 같아야 하고 스케일러도 같아야 합니다.

# %%
newcomer = pd.DataFrame(
    [{"age": 70, "cabin": 2, "delay": 0, "fare": 60, "group_friends": 1, "port_busan": 1}]
)
newcomer = newcomer.reindex(columns=x.columns, fill_value=0)
_, chance = forward(scaler.transform(newcomer), trained)
print(f"probability of coming back: {chance.item():.2f}")

# %% [markdown] lang="en"
# ### What the network has learned
#
# Let one passenger grow older and leave everything else as it is: what does each model say? The one neuron draws a slope and can do nothing else. The network has bent its curve at a place that nobody told it.
#
# Can you read that off its weights? The neuron has ten, printed here, and each says in which direction its column pulls. The network has 193 numbers, and none of them means "age". That is the price in *interpretability*: we learn about a network by asking it, as here, and not by reading it.

# %% [markdown] lang="ko"
# ### 신경망은 무엇을 배웠는가
#
# 승객 한 명의 나이만 바꾸고 나머지는 그대로 두면 모델은 저마다 무엇이라고 답합니까? 뉴런 하나는 한쪽으로 기운 선밖에 그리지 못합니다. 신경망은 아무도 알려 주지 않은 곳에서 곡선을 꺾었습니다.
#
# 가중치에서 이것을 읽을 수 있습니까? 뉴런에는 아래에 출력한 가중치 열 개뿐이고, 저마다 그 열이 어느 쪽으로 당기는지 말해 줍니다. 신경망에는 수가 193개 있고 그 가운데 어느 것도 "나이"를 뜻하지 않습니다. *해석 가능성*(interpretability)을 대가로 치른 것입니다. 신경망이 무엇을 배웠는지는 가중치를 읽어서가 아니라, 여기서처럼 물어보아서 알게 됩니다.

# %%
print(pd.Series(linear.coef_[0], index=x.columns).round(2).to_string())

# %% alt.en="Probability of coming back against the age. The single neuron gives a nearly straight line, the network a valley with its bottom around 45; the bars of the data show the same valley." alt.ko="나이에 따른 재예약 확률. 뉴런 하나는 거의 직선을, 신경망은 45세 무렵에 바닥이 있는 골짜기를 그립니다. 데이터의 막대도 같은 골짜기 모양입니다."
ages = np.arange(5, 86)
same_person = newcomer.loc[newcomer.index.repeat(len(ages))].assign(age=ages, delay=25)
rows = scaler.transform(same_person)
plt.figure(figsize=(6, 2.8))
plt.bar(range(10, 81, 10), by_age, width=8, color="0.9", label="share in the data")
plt.plot(ages, linear.predict_proba(rows)[:, 1], "--", color=BLUE, label="one neuron")
plt.plot(ages, forward(rows, trained)[1], color=ORANGE, label="the network")
plt.xlabel("age")
plt.ylabel("probability")
plt.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
plt.show()

# %% [markdown] lang="en"
# ### What wrong labels do
#
# A network believes what it is told. Turn a share of the **training** labels around, as careless hands would, and train again. The test labels stay right. The larger the share, the less is left to learn.

# %% [markdown] lang="ko"
# ### 레이블이 틀리면
#
# 신경망은 들은 대로 믿습니다. 부주의하게 적은 것처럼 **훈련** 레이블의 일부를 뒤집고 다시 훈련해 봅시다. 테스트 레이블은 그대로 맞습니다. 뒤집은 비율이 클수록 배울 것이 적어집니다.

# %% alt.en="Test accuracy against the share of wrong training labels: it falls from about 0.8 with none to about 0.6 with 40 percent." alt.ko="틀린 훈련 레이블의 비율에 따른 테스트 정확도. 틀린 것이 없을 때 0.8쯤에서 40퍼센트일 때 0.6쯤으로 내려갑니다."
wrong_shares, scores = [0, 0.1, 0.2, 0.3, 0.4], []
flips = np.random.default_rng(3).random((5, *y_fit.shape))
for share in wrong_shares:
    told = [np.where(turn < share, 1 - y_fit, y_fit) for turn in flips]
    tries = [fit_network(network, x_fit_scaled, labels, 0.3, 32, num_epochs)[0] for labels in told]
    scores.append(np.mean([(forward(x_test_scaled, one)[1] > 0.5) == y_test for one in tries]))
plt.figure(figsize=(5, 2.4))
plt.plot(wrong_shares, scores, "o-", color=BLUE)
plt.xlabel("share of wrong training labels")
plt.ylabel("test accuracy")
plt.show()

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### Underfitting and overfitting
#
# A model that is too weak, or was trained too briefly, misses what is there: it *underfits*, and both losses stay high. A model that is strong in comparison with its data learns the single rows by heart, accidents and all: it *overfits*. Its training loss goes on falling while its validation loss turns upwards. More data, a smaller network, or stopping in time help; chapter 01 adds dropout and early stopping.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 과소적합과 과대적합
#
# 모델이 너무 약하거나 훈련을 너무 짧게 하면 있는 것도 놓칩니다. 이것이 *과소적합*(underfitting)이며 두 손실이 모두 높은 채로 남습니다. 데이터에 비해 모델이 강하면 우연까지 포함해 행 하나하나를 외웁니다. 이것이 *과대적합*(overfitting)이며, 훈련 손실은 계속 내려가는데 검증 손실은 다시 올라갑니다. 데이터를 늘리거나, 신경망을 줄이거나, 제때 멈추면 나아집니다. 1장에서 드롭아웃과 조기 종료를 더 배웁니다.

# %% alt.en="Three plots of training and validation loss. One hidden unit: both stay high. Sixteen units on all rows: both fall. Sixty-four units on only sixty rows: training goes on falling, validation rises." alt.ko="훈련 손실과 검증 손실 그래프 세 개. 은닉 유닛 1개에서는 둘 다 높은 채로 있고, 모든 행으로 훈련한 16개에서는 둘 다 내려가며, 행 60개만으로 훈련한 64개에서는 훈련 손실은 계속 내려가고 검증 손실은 올라갑니다."
_, axes = plt.subplots(1, 3, figsize=(9, 2.6), sharey=True, layout="constrained")
cases = [("underfits: 1 unit", 1, 558), ("fits: 16 units", 16, 558), ("overfits: 64 units, 60 rows", 64, 60)]
for axis, (title, units, count) in zip(axes, cases, strict=True):
    few_x, few_y = x_fit_scaled[:count], y_fit[:count]
    _, curve = fit_network(new_weights(units), few_x, few_y, 0.3, 32, hiddenlayers.epochs(300))
    curve.plot(ax=axis, color=[BLUE, ORANGE], title=title, ylim=(0, 1.5), legend=count == 60)
axes[0].set_ylabel("loss")
plt.show()

# %% [markdown] lang="en"
# ### Hyperparameters and grid search
#
# Training finds the weights. What we choose ourselves are *hyperparameters*: learning rate, batch size, epochs, number of layers and units, activation, optimizer, momentum. There is no formula for them. One takes over what worked for a similar problem, tries, and lets the **validation** set decide.
#
# *Grid search* tries every combination of a few values. The cost multiplies: here $4 \cdot 4 = 16$ trainings. Values are tried in equal *ratios*: 0.03, 0.1, 0.3, 1. With large rates the validation loss jumps up and down, so each cell shows its mean over the last ten epochs.

# %% [markdown] lang="ko"
# ### 하이퍼파라미터와 그리드 서치
#
# 가중치는 훈련이 찾습니다. 우리가 정해야 하는 것이 *하이퍼파라미터*(hyperparameter)입니다. 학습률, 배치 크기, 에포크 수, 층과 유닛의 개수, 활성화 함수, 옵티마이저, 모멘텀이 그렇습니다. 정해진 공식은 없습니다. 비슷한 문제에서 잘된 값을 가져오고, 시험해 보고, **검증** 세트로 판단합니다.
#
# *그리드 서치*(grid search)는 값을 몇 개씩 정해 모든 조합을 시험합니다. 비용은 곱으로 늘어납니다. 여기서는 $4 \cdot 4 = 16$번 훈련합니다. 값은 0.03, 0.1, 0.3, 1처럼 일정한 *비율*로 벌려서 시험합니다. 학습률이 크면 검증 손실이 오르내리므로, 칸마다 마지막 열 에포크의 평균을 적었습니다.

# %%
rates, unit_counts = [0.03, 0.1, 0.3, 1.0], [2, 4, 16, 64]
grid = pd.DataFrame(index=unit_counts, columns=rates, dtype=float)
for units in unit_counts:
    for rate in rates:
        _, curve = fit_network(new_weights(units), x_fit_scaled, y_fit, rate, 32, num_epochs)
        grid.loc[units, rate] = curve["val_loss"].tail(10).mean()

# %% alt.en="Heat map of the validation loss for four numbers of units and four learning rates; small learning rates are worst, and the best cells lie at larger rates." alt.ko="유닛 개수 네 가지와 학습률 네 가지에 대한 검증 손실의 히트맵. 학습률이 작은 쪽이 가장 나쁘고, 가장 좋은 칸은 학습률이 큰 쪽에 있습니다."
plt.figure(figsize=(5, 2.8))
sns.heatmap(grid, annot=True, fmt=".2f", cmap="Blues_r", cbar=False)
plt.xlabel("learning rate")
plt.ylabel("hidden units")
plt.yticks(rotation=0)
plt.show()

# %% [markdown] lang="en"
# The validation loss chooses; only then is the test set asked again, for the one that is kept. With 187 test passengers, a difference of a few hundredths is chance.

# %% [markdown] lang="ko"
# 검증 손실로 고르고, 남긴 것 하나에 대해서만 테스트 세트를 다시 씁니다. 테스트 승객이 187명이므로 몇백분의 1의 차이는 우연입니다.

# %%
best_units, best_rate = grid.stack().idxmin()
final, _ = fit_network(new_weights(best_units), x_fit_scaled, y_fit, best_rate, 32, hiddenlayers.epochs(100))
final_accuracy = np.mean((forward(x_test_scaled, final)[1] > 0.5) == y_test)
print(f"{best_units} units, rate {best_rate}: validation loss {grid.min().min():.3f}")
print(f"test accuracy {test_accuracy:.3f} before, {final_accuracy:.3f} of the network that we keep")

# %% [markdown] lang="en"
# ### Exercise 8 · Why validation data? (2 points, marked by a person)
#
# A friend splits a table into training and test rows only. She trains thirty networks with different hyperparameters, keeps the one with the best accuracy on the **test** rows, 0.91, and reports 0.91 as what the network will reach on new data.
#
# What is wrong with that number, and which way does it probably err? How would validation data have helped, and what is each of the three parts then used for? Five sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 검증 데이터는 왜 필요한가(2점, 사람이 채점)
#
# 한 친구가 표를 훈련 행과 테스트 행으로만 나누었습니다. 하이퍼파라미터를 바꾸어 가며 신경망 서른 개를 훈련하고, **테스트** 행에서 정확도가 가장 높은 0.91인 것을 남긴 다음, 새 데이터에서도 0.91이 나올 것이라고 보고했습니다.
#
# 이 값은 무엇이 문제이며, 실제보다 어느 쪽으로 어긋나 있겠습니까? 검증 데이터가 있었다면 어떻게 도움이 되었겠습니까? 그때 세 부분은 각각 무엇에 씁니까? 다섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "validation-data", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** The test rows were used to choose, so they are no longer unseen: of thirty networks the one was kept that happens to suit these very rows best. Part of its lead is luck, and luck does not repeat itself; on new data it will probably do worse than 0.91, so the number is too optimistic. With validation data the thirty networks would have been compared on the validation rows, and the test rows would have been asked once, about the chosen network alone; their answer would be an honest estimate. Training data are for learning the weights, validation data for choosing hyperparameters and the moment to stop, test data for a single final judgement.
#
# *Rubric.* 1 point: says that choosing by the test rows makes the result too good (too optimistic) **and** why (selection, the best of many partly by chance, the test set influenced the model); half a point for only one of the two. 1 point: gives each of the three parts its use, above all choosing by validation and testing once at the end (half a point if one use is missing or two are mixed up).
#
# **모범 답안.** 테스트 행을 보고 골랐으므로 그 행은 더는 처음 보는 데이터가 아닙니다. 신경망 서른 개 가운데 마침 이 행들에 가장 잘 맞는 것을 남긴 것입니다. 그 차이에는 운이 섞여 있고, 운은 되풀이되지 않습니다. 새 데이터에서는 0.91보다 낮게 나올 가능성이 크므로 이 값은 지나치게 낙관적입니다. 검증 데이터가 있었다면 서른 개를 검증 행에서 비교하고, 고른 신경망 하나에 대해서만 테스트 행을 한 번 썼을 것입니다. 그 결과는 믿을 만한 추정값이 됩니다. 훈련 데이터는 가중치를 배우는 데, 검증 데이터는 하이퍼파라미터와 멈출 때를 고르는 데, 테스트 데이터는 마지막에 한 번 평가하는 데 씁니다.
#
# *채점 기준.* 1점: 테스트 행으로 골랐기 때문에 값이 실제보다 좋게(낙관적으로) 나온다는 것**과** 그 이유(여럿 가운데 고르기, 운이 섞임, 테스트 세트가 모델에 영향을 줌)를 말함. 둘 중 하나만 말하면 0.5점. 1점: 세 부분의 쓰임을 각각 말하고, 특히 검증 데이터로 고르고 테스트는 마지막에 한 번만 한다고 말함(하나가 빠지거나 둘이 바뀌면 0.5점).

# %% [markdown] lang="en"
# ## 10 · Save
#
# A network is its numbers, and the scaler belongs to it: without the same minimum and maximum the weights are worthless. `np.savez` writes several arrays into one file. (We use a temporary folder here; choose a place of your own to keep it.) From chapter 01 on, Keras saves whole models.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 신경망은 결국 수이며, 스케일러도 그 일부입니다. 같은 최솟값과 최댓값이 없으면 가중치는 쓸모가 없기 때문입니다. `np.savez`는 배열 여러 개를 파일 하나에 씁니다. (여기서는 임시 폴더를 씁니다. 계속 두고 쓰려면 원하는 곳에 저장하십시오.) 1장부터는 Keras가 모델을 통째로 저장합니다.

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "network.npz"
    np.savez(path, *trained, low=scaler.data_min_, high=scaler.data_max_)
    print(path.name, f"{path.stat().st_size:,} bytes")
    with np.load(path) as saved:
        restored = [saved[f"arr_{i}"] for i in range(4)]
print("same answers:", np.allclose(forward(x_test_scaled, trained)[1], forward(x_test_scaled, restored)[1]))

# %% alt.en="Heat map of the ten by sixteen weights of the hidden layer, red and blue; the row of age has strong weights of both signs." alt.ko="은닉층의 가중치 10×16개를 빨강과 파랑으로 그린 히트맵. age 행에 양수와 음수의 강한 가중치가 있습니다."
plt.figure(figsize=(6, 2.8))
sns.heatmap(restored[0], cmap="RdBu", center=0, yticklabels=x.columns, cbar_kws={"label": "weight"})
plt.xlabel("hidden unit")
plt.show()

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **A step function in a network that should learn.** Its slope is 0 everywhere, so no gradient comes through. And it is no logistic regression: that is a sigmoid neuron.
# - **"ReLU needs no derivative."** Its derivative, 0 or 1, is exactly what keeps gradients alive. **"tanh gives values from 0 to 1."** From −1 to 1.
# - **Softmax without subtracting the largest score.** `exp(1000)` is `inf`, and `inf / inf` is `nan`.
# - **"Cross-entropy needs one-hot labels."** Its categorical form does; the sparse form takes integers.
# - **A constant gradient.** It changes with every step; look at $2(w - 7)$ again.
# - **0.1 as Adam's learning rate.** Begin with 0.001.
# - **Scaling before splitting.** The scaler must not see validation or test rows: `fit` on the training set, `transform` on all three.
# - **"500 batches"** for `batch_size=500`.
# - **Writing numbers into a column of words with `df.loc`** raises a `TypeError` in pandas 3. Use `map`; `replace` leaves the type `object`.
# - **Whole-number codes for words without an order.** 0, 1, 2 tell a model that the third port is twice the second. One-hot columns don't.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **배워야 하는 신경망에 계단 함수를 쓰기.** 기울기가 어디서나 0이라 그레이디언트가 지나가지 못합니다. 계단 함수는 로지스틱 회귀도 아닙니다. 로지스틱 회귀는 시그모이드 뉴런입니다.
# - **"ReLU는 미분이 필요 없다."** 0 아니면 1인 바로 그 미분 덕분에 그레이디언트가 살아남습니다. **"tanh의 값은 0에서 1까지다."** −1에서 1까지입니다.
# - **가장 큰 점수를 빼지 않은 소프트맥스.** `exp(1000)`은 `inf`이고 `inf / inf`는 `nan`입니다.
# - **"교차 엔트로피를 쓰려면 레이블이 원-핫이어야 한다."** 범주형 형태만 그렇습니다. 희소 형태는 정수를 받습니다.
# - **변하지 않는 그레이디언트.** 그레이디언트는 단계마다 달라집니다. $2(w - 7)$을 다시 보십시오.
# - **Adam의 학습률을 0.1로 두기.** 0.001로 시작하십시오.
# - **나누기 전에 스케일링하기.** 스케일러가 검증 행이나 테스트 행을 보아서는 안 됩니다. `fit`은 훈련 세트에만, `transform`은 셋 모두에 씁니다.
# - **`batch_size=500`을 두고 "500개의 배치"**라고 하기.
# - **문자열 열에 `df.loc`로 수를 써 넣기**는 pandas 3에서 `TypeError`입니다. `map`을 쓰십시오. `replace`는 자료형을 `object`로 남깁니다.
# - **순서가 없는 낱말을 정수로 바꾸기.** 0, 1, 2로 바꾸면 세 번째 항구가 두 번째의 두 배라고 모델에 알려 주는 셈입니다. 원-핫 열은 그렇지 않습니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - saw what a network finds by itself that a linear model needs to be told, and that its 193 numbers can't be read,
# - turned an untidy table into numbers, split it 6:2:2 and scaled it by the training set alone,
# - calculated neurons, layers and a network as matrices, and met seven activation functions and three losses,
# - watched gradient descent with learning rates too high and too low, and a race of seven optimizers,
# - wrote forward pass, loss, backpropagation and update, got TensorFlow's gradients, and counted iterations,
# - told underfitting from overfitting and searched a grid of hyperparameters by validation loss.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. On $L = (w - 7)^2$ you stand at $w = 9$. Where does a step with learning rate 0.25 lead?
# 2. 1,000 rows, batch size 64, 10 epochs: how many updates?
# 3. Why do two dense layers without activation achieve no more than one?
# 4. Which activation and which loss belong to the output for (a) a price, (b) yes or no, (c) one of five classes with integer labels?
# 5. Your training loss falls and your validation loss rises. What is happening, and name two remedies.

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 선형 모델에는 알려 주어야 하는 것을 신경망은 스스로 찾아낸다는 것과, 신경망의 수 193개는 읽을 수 없다는 것을 보았습니다.
# - 지저분한 표를 수로 바꾸고, 6:2:2로 나누고, 훈련 세트만으로 스케일링했습니다.
# - 뉴런, 층, 신경망을 행렬로 계산하고, 활성화 함수 일곱 가지와 손실 세 가지를 알아보았습니다.
# - 학습률이 너무 크거나 작을 때의 경사 하강법과 옵티마이저 일곱 개의 경주를 지켜보았습니다.
# - 순전파, 손실, 역전파, 업데이트를 작성해 TensorFlow와 같은 그레이디언트를 얻고, 반복 횟수를 세었습니다.
# - 과소적합과 과대적합을 구별하고, 검증 손실로 하이퍼파라미터의 그리드를 탐색했습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. $L = (w - 7)^2$에서 $w = 9$에 서 있습니다. 학습률 0.25로 한 단계 진행하면 어디로 갑니까?
# 2. 행이 1,000개, 배치 크기가 64, 에포크가 10번이면 업데이트는 몇 번입니까?
# 3. 활성화 함수가 없는 밀집층 두 개가 하나보다 나을 것이 없는 이유는 무엇입니까?
# 4. 출력이 (가) 가격, (나) 예 또는 아니요, (다) 레이블이 정수인 다섯 클래스 가운데 하나일 때, 활성화 함수와 손실은 각각 무엇이 알맞습니까?
# 5. 훈련 손실은 내려가는데 검증 손실은 올라갑니다. 무슨 일이 일어나고 있습니까? 대책을 두 가지 말해 보십시오.

# %% [markdown] lang="en"
# ## Further reading
#
# - D. Rumelhart, G. Hinton, R. Williams (1986): [Learning representations by back-propagating errors](https://www.nature.com/articles/323533a0). Four pages that started it.
# - X. Glorot, Y. Bengio (2010): [Understanding the difficulty of training deep feedforward neural networks](https://proceedings.mlr.press/v9/glorot10a.html). Vanishing gradients, measured.
# - D. Kingma, J. Ba (2014): [Adam: A Method for Stochastic Optimization](https://arxiv.org/abs/1412.6980).
# - Y. Dauphin and others (2014): [Identifying and attacking the saddle point problem](https://arxiv.org/abs/1406.2572).
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org), chapters 4, 6 and 8.
# - pandas: [Working with text data](https://pandas.pydata.org/docs/user_guide/text.html) and [Working with missing data](https://pandas.pydata.org/docs/user_guide/missing_data.html). scikit-learn: [Common pitfalls](https://scikit-learn.org/stable/common_pitfalls.html), on leakage.
#
# ## Recall answers
#
# 1. The slope is $2 \cdot 2 = 4$, so the step leads to $9 - 0.25 \cdot 4 = 8$.
# 2. 16 in each epoch (15 full batches and one of 40 rows), 160 in all.
# 3. The product of two matrices is a matrix: two linear steps are one linear step.
# 4. (a) none, mean squared error; (b) sigmoid, binary cross-entropy; (c) softmax, sparse categorical cross-entropy.
# 5. Overfitting. More data, a smaller network, stopping earlier, dropout: any two.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - D. Rumelhart, G. Hinton, R. Williams (1986): [Learning representations by back-propagating errors](https://www.nature.com/articles/323533a0). 모든 것의 출발점이 된 네 쪽짜리 논문입니다.
# - X. Glorot, Y. Bengio (2010): [Understanding the difficulty of training deep feedforward neural networks](https://proceedings.mlr.press/v9/glorot10a.html). 그레이디언트 소실을 재어 본 논문입니다.
# - D. Kingma, J. Ba (2014): [Adam: A Method for Stochastic Optimization](https://arxiv.org/abs/1412.6980).
# - Y. Dauphin 외 (2014): [Identifying and attacking the saddle point problem](https://arxiv.org/abs/1406.2572).
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org) 4장, 6장, 8장.
# - pandas: [Working with text data](https://pandas.pydata.org/docs/user_guide/text.html)와 [Working with missing data](https://pandas.pydata.org/docs/user_guide/missing_data.html). scikit-learn: [Common pitfalls](https://scikit-learn.org/stable/common_pitfalls.html). 데이터 누수를 다룹니다.
#
# ## 질문의 답
#
# 1. 기울기는 $2 \cdot 2 = 4$이므로 $9 - 0.25 \cdot 4 = 8$로 갑니다.
# 2. 한 에포크에 16번(가득 찬 배치 15개와 40행짜리 배치 1개), 모두 160번입니다.
# 3. 행렬 두 개의 곱은 행렬 하나입니다. 선형 단계 두 번은 선형 단계 한 번과 같습니다.
# 4. (가) 없음, 평균 제곱 오차. (나) 시그모이드, 이진 교차 엔트로피. (다) 소프트맥스, 희소 범주형 교차 엔트로피.
# 5. 과대적합입니다. 데이터 늘리기, 신경망 줄이기, 더 일찍 멈추기, 드롭아웃 가운데 두 가지면 됩니다.
