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
# # House prices with dense layers
#
# **120 minutes · 20 points**
#
# You will build a network that estimates house values from a table of census figures, and show that it is clearly better than a straight-line model. At the end the same road leads to a yes-or-no question: is a tumour malignant?
#
# After this chapter you can
#
# - prepare a table for a network: fill blanks, turn words into numbers, split, and scale without leakage,
# - build the same network with the Sequential and the Functional API, and count its parameters by hand,
# - choose loss, optimizer and metrics for regression, and read every argument of `fit`,
# - recognise overfitting on a curve, and act against it with early stopping and dropout,
# - judge a regression by its RMSE beside fair baselines,
# - turn the network into a binary classifier, and choose its threshold by precision and recall,
# - save and load models.
#
# **Before you start:** Python functions, NumPy arrays and pandas tables; from chapter 00 layers, activation functions, gradient descent, and the parts that data is split into.

# %% [markdown] lang="ko"
# # 밀집층으로 집값 예측하기
#
# **120분 · 20점**
#
# 이 장에서는 인구 조사 통계표를 보고 집값을 추정하는 신경망을 만들고, 직선으로 맞추는 모델보다 확실히 낫다는 것을 보입니다. 마지막에는 같은 길을 따라 '예/아니요' 문제로 갑니다. 종양이 악성인지 가려내는 문제입니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 표를 신경망에 맞게 준비합니다. 빈칸을 채우고, 단어를 수로 바꾸고, 데이터를 나누고, 누수 없이 스케일링합니다.
# - 같은 신경망을 Sequential API와 함수형 API로 만들고, 파라미터 개수를 손으로 계산합니다.
# - 회귀에 맞는 손실, 옵티마이저, 지표를 고르고, `fit`의 인수를 하나하나 설명합니다.
# - 학습 곡선에서 과대적합을 알아보고 조기 종료와 드롭아웃으로 줄입니다.
# - 공정한 기준 모델과 견주어 RMSE로 회귀 모델을 평가합니다.
# - 신경망을 이진 분류 모델로 바꾸고, 정밀도와 재현율을 보고 임곗값을 고릅니다.
# - 모델을 저장하고 다시 불러옵니다.
#
# **미리 알아 둘 것:** 파이썬 함수, NumPy 배열, pandas 표, 그리고 0장에서 배운 층, 활성화 함수, 경사 하강법, 데이터 나누기입니다.

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %% [markdown] lang="en"
# The libraries first. pandas holds the table, scikit-learn splits, scales and measures, Keras builds the networks. The seed fixes the random numbers, so that you see nearly the same results each time.

# %% [markdown] lang="ko"
# 먼저 라이브러리를 불러옵니다. 표는 pandas에 담고, 나누기와 스케일링과 측정은 scikit-learn으로 하고, 신경망은 Keras로 만듭니다. 시드를 정해 두면 난수가 고정되어 실행할 때마다 거의 같은 결과를 얻습니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from sklearn import metrics
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, STYLE
from hiddenlayers.pictures.network import show_network

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# Every chapter takes the same road: frame the problem → look at the data → prepare it → build → compile → train → evaluate → predict → improve → save. Framing means four questions.
#
# - **What goes in?** What the census of 1990 says about one *district* of California, a few hundred households: where it lies, how old its houses are, how many rooms, people and households it has, what people earn, and where the ocean is.
# - **What comes out?** A number: the median value of a house there, in dollars. A problem that asks for a number is a *regression*; one that asks for a class is a classification.
# - **Who knows the right answer?** The owners stated it in the census. This column is the *target*, all others are *features*.
# - **When is it good?** When its error on districts that it has not learned from is small, and smaller than that of a simple model.
#
# Without a network connection a generated table with the same columns takes its place; the output says which one you have. Its districts are made up by a known rule, so your numbers then differ from those in the text.
#
# > **Note.** Older courses use house prices of Boston. scikit-learn withdrew that table, because one of its columns rests on a racist assumption.
#
# *Data: R. K. Pace and R. Barry, Sparse Spatial Autoregressions (1997), in the form of A. Géron's housing.csv.*

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 모든 장은 같은 순서를 따릅니다. 문제 정의하기 → 데이터 살펴보기 → 준비하기 → 모델 만들기 → 컴파일하기 → 훈련하기 → 평가하기 → 예측하기 → 개선하기 → 저장하기입니다. 문제를 정의할 때는 네 가지를 묻습니다.
#
# - **무엇이 들어옵니까?** 1990년 인구 조사에 나온 캘리포니아의 *구역*(district) 하나에 관한 통계입니다. 구역 하나는 수백 가구로 이루어집니다. 위치, 집의 나이, 방과 사람과 가구의 수, 소득, 바다까지의 거리가 들어 있습니다.
# - **무엇이 나갑니까?** 그 구역 집값의 중앙값(median), 곧 달러로 나타낸 수 하나입니다. 이렇게 수를 묻는 문제가 *회귀*(regression)이고, 클래스를 묻는 문제가 분류입니다.
# - **정답은 누가 압니까?** 집주인이 인구 조사에서 답했습니다. 이 열이 *타깃*(target)이고 나머지 열이 *특성*(feature)입니다.
# - **어떤 모델이 좋은 모델입니까?** 학습에 쓰지 않은 구역에서 오차가 작고, 단순한 모델보다도 오차가 작은 모델입니다.
#
# 네트워크에 연결되어 있지 않으면 열이 같은 가상의 표를 대신 씁니다. 어느 쪽을 쓰는지는 출력에 나옵니다. 가상의 표는 정해진 규칙으로 만든 것이므로 본문의 수치와 결과가 다릅니다.
#
# > **참고.** 예전 강의는 보스턴 집값을 썼습니다. scikit-learn은 그 표의 한 열이 인종 차별적인 가정을 담고 있어서 표를 없앴습니다.
#
# *데이터: R. K. Pace, R. Barry, Sparse Spatial Autoregressions (1997). 파일 형식은 A. Géron의 housing.csv.*

# %%
table = datasets.housing.load_data()
table.head()

# %% [markdown] lang="en"
# On a map every dot is a district, the more yellow the dearer. Values are high along the coast and around the large cities, low inland. Longitude and latitude matter, but not along a straight line: keep this in mind.

# %% [markdown] lang="ko"
# 지도에서 점 하나가 구역 하나이고, 노란색에 가까울수록 비쌉니다. 해안과 대도시 주변은 비싸고 내륙은 쌉니다. 경도와 위도가 중요하지만 그 관계는 직선이 아닙니다. 이 점을 기억해 두십시오.

# %% alt.en="Map of districts as dots by longitude and latitude, coloured by value: the dearest lie along the coast and around two cities." alt.ko="구역을 경도와 위도에 따라 점으로 찍고 집값으로 색칠한 지도. 해안과 두 도시 주변이 가장 비쌉니다."
plt.figure(figsize=(6, 4.4))
plt.scatter(table["longitude"], table["latitude"], c=table["median_house_value"] / 1000, s=3, cmap="viridis")
plt.colorbar(label="median house value, $1,000")
plt.xlabel("longitude")
plt.ylabel("latitude")
plt.show()

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# What type does each column have, how many values are missing, and which range do they cover? Three things stand out. `ocean_proximity` holds words. `total_bedrooms` has blanks, 207 in the real table. And `median_income` is given in tens of thousands of dollars, so numbers of very different size stand side by side.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 열마다 자료형은 무엇이고, 결측값(missing value)은 몇 개이며, 값의 범위는 어떻습니까? 세 가지가 눈에 띕니다. `ocean_proximity`에는 단어가 들어 있습니다. `total_bedrooms`에는 빈칸이 있습니다. 실제 표에서는 207개입니다. 그리고 `median_income`의 단위는 만 달러라서 크기가 아주 다른 수들이 나란히 있습니다.

# %%
overview = pd.DataFrame({"type": table.dtypes.astype(str), "missing": table.isna().sum()})
overview.join(table.describe().T[["min", "50%", "max"]])

# %% [markdown] lang="en"
# The target has a wall on the right: the census wrote 500,001 for everything above half a million, 965 times. Whatever such a house was really worth, no model can learn it from this table.
#
# The other picture shows a feature that is *skewed*: most districts have a few hundred households, a few have thousands. On its right the logarithm of the same numbers, which spreads them evenly.

# %% [markdown] lang="ko"
# 타깃은 오른쪽 끝이 벽처럼 솟아 있습니다. 50만 달러가 넘는 값을 모두 500,001로 적었기 때문이며, 그런 구역이 965개입니다. 그 집들이 실제로 얼마였는지는 어떤 모델도 이 표에서 배울 수 없습니다.
#
# 가운데 그림은 한쪽으로 *치우친*(skewed) 특성입니다. 대부분의 구역에는 가구가 수백이지만 몇몇 구역에는 수천입니다. 오른쪽은 같은 값의 로그이며, 훨씬 고르게 퍼져 있습니다.

# %% alt.en="Three histograms. Left: house values, most between 100 and 250 thousand dollars, with a spike at the upper end. Middle: households, squeezed to the left with a long tail. Right: their logarithm, shaped like a bell." alt.ko="히스토그램 세 개. 왼쪽은 집값으로 대부분 10만~25만 달러이고 위쪽 끝에서 솟아 있습니다. 가운데는 가구 수로 왼쪽에 몰려 있고 꼬리가 깁니다. 오른쪽은 그 로그로 종 모양입니다."
_, (left, middle, right) = plt.subplots(1, 3, figsize=(9, 2.5))
left.hist(table["median_house_value"] / 1000, bins=50, color=ORANGE)
left.set(xlabel="house value, $1,000", ylabel="districts")
middle.hist(table["households"], bins=50, color=BLUE)
middle.set(xlabel="households")
right.hist(np.log(table["households"]), bins=50, color=BLUE)
right.set(xlabel="logarithm of households")
plt.show()

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# ### Features from columns
#
# The total number of rooms mostly says how large a district is. Rooms *per household* say how large its homes are. Making such columns is called *feature engineering*; a network could find ratios by itself, but why let it search? Then the skewed columns are replaced by their logarithms.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# ### 열에서 특성으로
#
# 방의 총수는 주로 구역이 얼마나 큰지를 말해 줍니다. *가구당* 방의 수는 집이 얼마나 큰지를 말해 줍니다. 이런 열을 만드는 일을 *특성 공학*(feature engineering)이라고 합니다. 신경망이 스스로 비율을 찾아낼 수도 있지만 굳이 찾게 할 까닭이 없습니다. 그다음 치우친 열을 로그로 바꿉니다.

# %%
features = table.drop(columns="median_house_value")
features["rooms_per_household"] = table["total_rooms"] / table["households"]
features["people_per_household"] = table["population"] / table["households"]
skewed = ["total_rooms", "total_bedrooms", "population", "households"]
skewed += ["rooms_per_household", "people_per_household"]
features[skewed] = np.log(features[skewed])

# %% [markdown] lang="en"
# Words become numbers by *one-hot encoding*: one column for each word, 1 where it applies, 0 elsewhere. Numbering the words 0, 1, 2 would claim that one is twice another. Five districts lie on islands; that is too few to learn anything from, and after scaling, a column with almost no 1 in it would hold one enormous number. So we count them among those near the ocean.
#
# The target becomes a small number too: we count in units of 100,000 dollars.

# %% [markdown] lang="ko"
# 단어는 *원-핫 인코딩*(one-hot encoding)으로 수로 바꿉니다. 단어마다 열을 하나씩 만들어 해당하면 1, 아니면 0을 넣습니다. 단어에 0, 1, 2로 번호를 매기면 하나가 다른 하나의 두 배라고 말하는 셈이 됩니다. 섬에 있는 구역은 다섯 개뿐입니다. 너무 적어서 배울 것이 없고, 1이 거의 없는 열을 스케일링하면 엄청나게 큰 수가 생깁니다. 그래서 바다 가까이에 있는 구역으로 셉니다.
#
# 타깃도 작은 수로 만듭니다. 10만 달러를 1로 셉니다.

# %%
features["ocean_proximity"] = features["ocean_proximity"].replace("ISLAND", "NEAR OCEAN")
features = pd.get_dummies(features, columns=["ocean_proximity"], dtype=float)
values = table["median_house_value"].to_numpy() / 100_000
print(len(features.columns), "features:", ", ".join(features.columns))

# %% [markdown] lang="en"
# ### Split before you calculate
#
# Six parts for training, two for validation, two for the test. The rows of this table are sorted by place, so they must be shuffled first; `train_test_split` does that. The *training set* is for learning, the *validation set* for choosing, the *test set* is put away until everything is chosen.

# %% [markdown] lang="ko"
# ### 계산하기 전에 나누기
#
# 훈련에 여섯, 검증에 둘, 테스트에 둘의 비율로 나눕니다. 이 표의 행은 지역 순서로 정렬되어 있으므로 먼저 섞어야 합니다. `train_test_split`이 섞어서 나누어 줍니다. *훈련 세트*(training set)로는 배우고, *검증 세트*(validation set)로는 고르며, *테스트 세트*(test set)는 모든 것을 고를 때까지 넣어 둡니다.

# %%
rest, table_test, values_rest, y_test = train_test_split(features, values, test_size=0.2, random_state=1)
table_fit, table_val, y_fit, y_val = train_test_split(rest, values_rest, test_size=0.25, random_state=1)
print(len(table_fit), "to learn from,", len(table_val), "to validate,", len(table_test), "to test")

# %% [markdown] lang="en"
# Only now may we calculate with the numbers, and only with those of the training set. Blanks are filled with its median. Then every column is *standardised*: subtract the mean, divide by the standard deviation, so that the training set has mean 0 and standard deviation 1 in each column. Validation and test set are treated with **the same** numbers; theirs come out near 0 and 1, not exactly.
#
# > **Common mistake.** A scaler that is fitted before the split has seen the test set: its mean and its standard deviation have leaked into the training. The result looks a little better than it is.

# %% [markdown] lang="ko"
# 이제야 값으로 계산할 수 있고, 그것도 훈련 세트의 값만 씁니다. 빈칸은 훈련 세트의 중앙값으로 채웁니다. 그다음 열마다 *표준화*(standardization)합니다. 평균을 빼고 표준 편차(standard deviation)로 나누면 훈련 세트의 각 열은 평균이 0, 표준 편차가 1이 됩니다. 검증 세트와 테스트 세트에는 **똑같은** 수를 씁니다. 그래서 그 평균과 표준 편차는 0과 1에 가깝지만 꼭 같지는 않습니다.
#
# > **흔한 실수.** 데이터를 나누기 전에 스케일러를 맞추는 것입니다. 스케일러가 테스트 세트를 보았으므로 그 평균과 표준 편차가 훈련에 새어 들어갑니다. 이를 데이터 누수(data leakage)라고 하며, 결과가 실제보다 조금 좋아 보입니다.

# %%
typical = table_fit.median()
scaler = StandardScaler().fit(table_fit.fillna(typical))
x_fit, x_val, x_test = (
    scaler.transform(part.fillna(typical)).astype("float32") for part in (table_fit, table_val, table_test)
)
print("longitude, training:   mean", x_fit[:, 0].mean().round(3), "std", x_fit[:, 0].std().round(3))
print("longitude, validation: mean", x_val[:, 0].mean().round(3), "std", x_val[:, 0].std().round(3))

# %% alt.en="Box plots of five features. Left, before scaling: longitude far to the left, the others elsewhere, some squeezed flat. Right, after scaling: all centred on 0 with similar width." alt.ko="특성 다섯 개의 상자 그림. 왼쪽은 스케일링 전으로, 경도는 왼쪽 멀리 있고 몇몇은 납작하게 눌려 있습니다. 오른쪽은 스케일링 후로, 모두 0을 중심으로 너비가 비슷합니다."
shown = ["longitude", "latitude", "housing_median_age", "total_rooms", "median_income"]
_, (left, right) = plt.subplots(1, 2, figsize=(9, 2.4), sharey=True)
for axis, part in ((left, table_fit), (right, pd.DataFrame(x_fit, columns=features.columns))):
    axis.boxplot([part[name] for name in shown], orientation="horizontal", widths=0.6, flierprops={"ms": 2})
left.set(yticks=range(1, 6), yticklabels=shown, title="before scaling")
right.set(title="after scaling")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 1 · Split and scale (3 points)
#
# scikit-learn did both for us. Do it once with your own hands: write `split_and_scale(x, y, num_test, seed)`.
#
# - `x` is a float array of shape `(n, features)`, `y` an array of shape `(n,)`. No column of `x` is constant. Both stay as they were.
# - `num_test` rows, drawn at random with `seed`, are the test set; all the others are the training set. The order of the rows within each is yours to choose, but a row of `x` and its value of `y` stay together. The same seed gives the same result again, another seed another split.
# - `mean` and `std` are the mean and the standard deviation of each column over the **training rows**, arrays of shape `(features,)`. The standard deviation divides by the number of rows, as `np.std` does.
# - Subtract `mean` from both parts of `x` and divide by `std`. `y` is not scaled.
# - Return the six arrays in a tuple: `x_train, x_test, y_train, y_test, mean, std`. A list of the six is fine too.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 나누고 스케일링하기(3점)
#
# 본문에서는 두 가지를 scikit-learn에 맡겼습니다. 한 번은 직접 해 봅시다. 함수 `split_and_scale(x, y, num_test, seed)`를 작성하십시오.
#
# - `x`는 형상이 `(n, features)`인 실수 배열, `y`는 형상이 `(n,)`인 배열입니다. `x`에는 값이 모두 같은 열이 없습니다. 두 배열의 내용은 바꾸지 않습니다.
# - `seed`로 무작위로 뽑은 `num_test`개의 행이 테스트 세트이고, 나머지가 모두 훈련 세트입니다. 각 세트 안에서 행의 순서는 자유이지만 `x`의 행과 그에 해당하는 `y`의 값은 짝이 맞아야 합니다. 시드가 같으면 결과도 같고, 시드가 다르면 다르게 나뉘어야 합니다.
# - `mean`과 `std`는 **훈련 행**으로 구한 각 열의 평균과 표준 편차이며, 형상이 `(features,)`인 배열입니다. 표준 편차는 `np.std`처럼 행의 개수로 나누어 구합니다.
# - `x`의 두 부분에서 모두 `mean`을 빼고 `std`로 나눕니다. `y`는 스케일링하지 않습니다.
# - 배열 여섯 개를 `x_train, x_test, y_train, y_test, mean, std` 순서의 튜플로 반환합니다. 여섯 개를 담은 리스트도 괜찮습니다.


# %% nbgrader={"grade": false, "grade_id": "split-and-scale", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_and_scale(x, y, num_test, seed):
    """Split rows at random, and standardise the inputs by the training rows.

    Args:
        x: float array of shape (n, features). It is left unchanged.
        y: array of shape (n,). It is left unchanged.
        num_test: int, the number of test rows.
        seed: int, fixes which rows are drawn.

    Returns:
        A tuple x_train, x_test, y_train, y_test, mean, std; mean and std have shape (features,).
    """
    ### BEGIN SOLUTION
    order = np.random.default_rng(seed).permutation(len(x))
    test_rows, train_rows = order[:num_test], order[num_test:]
    mean, std = x[train_rows].mean(axis=0), x[train_rows].std(axis=0)
    scaled = (x - mean) / std
    return scaled[train_rows], scaled[test_rows], y[train_rows], y[test_rows], mean, std
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "split-and-scale-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

house_rows = np.random.default_rng(4).normal([30.0, 5.0, 0.2], [10.0, 2.0, 0.1], size=(40, 3))
row_names = np.arange(40.0)  # y names the rows, so that each can be found again
with check.unchanged(x=house_rows, y=row_names):
    six = split_and_scale(house_rows, row_names, 10, 7)
what = "split_and_scale(x, y, 10, 7)"
check.that(
    type(six) in (tuple, list) and len(six) == 6,
    f"{what}: expected a tuple of six arrays, found {check.describe_value(six)}.",
    f"{what}: 배열 여섯 개의 튜플을 반환해야 합니다. 나온 값은 {check.describe_value(six)}.",
)
for array, label, wanted in zip(
    six,
    ("x_train", "x_test", "y_train", "y_test", "mean", "std"),
    ((30, 3), (10, 3), (30,), (10,), (3,), (3,)),
    strict=True,
):
    check.array(
        array,
        label,
        shape=wanted,
        en="mean and std hold one number for each column (axis=0); x has rows, y has one value a row.",
        ko="mean과 std에는 열마다 수가 하나씩 있습니다(axis=0). x에는 행이, y에는 행마다 값이 하나씩 있습니다.",
    )
train_names, test_names = (np.asarray(part).astype(int) for part in six[2:4])
check.equal(
    np.sort(np.concatenate([train_names, test_names])),
    np.arange(40),
    "sorted(y_train and y_test)",
    en="Every row belongs to exactly one of the two sets, and y is not scaled.",
    ko="모든 행은 두 세트 가운데 꼭 한 곳에만 들어가며, y는 스케일링하지 않습니다.",
)
check.that(
    set(test_names.tolist()) not in (set(range(10)), set(range(30, 40))),
    f"{what}: the test rows are the first or the last ones; draw them at random.",
    f"{what}: 테스트 행이 맨 앞이나 맨 뒤의 행입니다. 무작위로 뽑으십시오.",
)
check.close(
    six[4],
    house_rows[train_names].mean(axis=0),
    "mean",
    rtol=1e-4,
    en="The mean of each column (axis=0) over the training rows alone: the test rows must not leak into it.",
    ko="훈련 행만으로 구한 각 열(axis=0)의 평균이어야 합니다. 테스트 행이 섞여 들어가면 안 됩니다.",
)
check.close(
    six[5],
    house_rows[train_names].std(axis=0),
    "std",
    rtol=1e-3,
    en="The standard deviation of each column over the training rows alone, divided by their number (ddof=0).",
    ko="훈련 행만으로 구한 각 열의 표준 편차이며, 행의 개수로 나눕니다(ddof=0).",
)
for part, names, label in ((six[0], train_names, "x_train"), (six[1], test_names, "x_test")):
    check.close(
        part,
        (house_rows[names] - house_rows[train_names].mean(axis=0)) / house_rows[train_names].std(axis=0),
        label,
        rtol=1e-3,
        atol=1e-3,
        en="Scale both parts with the mean and std of the training rows, and keep each row with its y.",
        ko="두 부분을 모두 훈련 행의 mean과 std로 스케일링하고, 각 행과 y의 짝을 유지하십시오.",
    )
check.equal(
    split_and_scale(house_rows, row_names, 10, 7)[3],
    test_names.astype(float),
    "y_test, once more with seed 7",
    en="The same seed has to give the same split.",
    ko="시드가 같으면 똑같이 나뉘어야 합니다.",
)
check.passed("six arrays", "rows kept together", "scaled by the training rows", "repeatable")

# %% nbgrader={"grade": true, "grade_id": "split-and-scale-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("split-and-scale")
splits = []
for _ in range(2):
    n, columns = int(rng.integers(50, 80)), int(rng.integers(2, 6))
    held_out, seed = int(rng.integers(12, 25)), int(rng.integers(10_000))
    spread = rng.uniform(0.5, 20, size=columns)
    drawn = rng.normal(spread * rng.uniform(-4, 4, size=columns), spread, size=(n, columns))
    identity = rng.permutation(n).astype(float)
    row_of = np.argsort(identity)
    with check.unchanged(x=drawn, y=identity):
        parts = split_and_scale(drawn, identity, held_out, seed)
        again = split_and_scale(drawn, identity, held_out, seed)
        other = split_and_scale(drawn, identity, held_out, seed + 1)
    call = f"split_and_scale(x, y, {held_out}, {seed}), x.shape = {(n, columns)}"
    check.that(
        type(parts) in (tuple, list) and len(parts) == 6,
        f"{call}: expected a tuple of six arrays.",
        f"{call}: 배열 여섯 개의 튜플을 반환해야 합니다.",
    )
    shapes = ((n - held_out, columns), (held_out, columns), (n - held_out,), (held_out,))
    for part, shape in zip(parts, (*shapes, (columns,), (columns,)), strict=True):
        check.array(part, call, shape=shape)
    found = [np.asarray(part).astype(int) for part in parts[2:4]]
    check.equal(
        np.sort(np.concatenate(found)),
        np.arange(n),
        f"{call}: sorted(y_train and y_test)",
        en="Every row belongs to exactly one of the two sets.",
        ko="모든 행은 두 세트 가운데 꼭 한 곳에만 들어가야 합니다.",
    )
    chosen, left_out = row_of[found[0]], row_of[found[1]]
    average, deviation = drawn[chosen].mean(axis=0), drawn[chosen].std(axis=0)
    check.close(
        (np.asarray(parts[4]) - average) / deviation,
        np.zeros(columns),
        f"{call}: (mean - expected) / std",
        atol=1e-3,
        en="The mean comes from the training rows alone.",
        ko="평균은 훈련 행만으로 구해야 합니다.",
    )
    check.close(
        parts[5],
        deviation,
        f"{call}: std",
        rtol=1e-3,
        en="The standard deviation comes from the training rows alone, ddof=0.",
        ko="표준 편차는 훈련 행만으로, ddof=0으로 구해야 합니다.",
    )
    for part, rows in zip(parts[:2], (chosen, left_out), strict=True):
        check.close(
            part,
            (drawn[rows] - average) / deviation,
            f"{call}: scaled rows",
            rtol=1e-3,
            atol=1e-3,
            en="Both parts are scaled by the training rows; x and y stay in step.",
            ko="두 부분을 모두 훈련 행의 수로 스케일링하고, x와 y의 짝을 맞추어야 합니다.",
        )
    check.equal(again[3], np.asarray(parts[3]), f"{call}, called again: y_test")
    check.that(
        not np.array_equal(np.sort(np.asarray(other[3])), np.sort(np.asarray(parts[3]))),
        f"{call}: another seed has to give another split.",
        f"{call}: 시드가 다르면 다르게 나뉘어야 합니다.",
    )
check.passed("2 drawn tables", "several seeds")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### Sequential: one layer after the other
#
# A `Dense` layer has a number of *units*. Each takes all inputs, multiplies them by its weights, adds its bias, and passes the sum through an activation function. Two hidden layers of 64 units with ReLU can bend: they add up many straight pieces. The output layer has **one** unit and **no** activation, because a value may be any number.
#
# `clear_session` forgets the models that were built before, so that names and memory start afresh when you run the cell again. `summary` lists layers, output shapes and parameters; `None` stands for any number of rows.
#
# > **Common mistake.** Older code writes `Dense(64, input_dim=14)` or `input_shape=(14,)`. Keras 3 warns about it: begin with `keras.Input`.

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### Sequential: 층을 차례로 쌓기
#
# `Dense` 층에는 *유닛*(unit)이 여러 개 있습니다. 유닛마다 모든 입력에 가중치를 곱해 더하고 편향을 더한 다음 활성화 함수에 통과시킵니다. 유닛이 64개이고 활성화 함수가 ReLU인 은닉층 두 개를 쌓으면 꺾인 모양을 나타낼 수 있습니다. 곧은 조각을 많이 이어 붙이기 때문입니다. 출력층은 유닛이 **하나**이고 활성화 함수가 **없습니다**. 값은 어떤 수든 될 수 있기 때문입니다.
#
# `clear_session`은 이전에 만든 모델을 잊게 합니다. 셀을 다시 실행해도 층의 이름과 메모리가 처음 상태에서 시작합니다. `summary`는 층과 출력 형상과 파라미터를 보여 줍니다. `None`은 행이 몇 개든 된다는 뜻입니다.
#
# > **흔한 실수.** 예전 코드는 `Dense(64, input_dim=14)`나 `input_shape=(14,)`로 씁니다. Keras 3에서는 경고가 나오므로 `keras.Input`으로 시작합니다.

# %%
keras.utils.clear_session()
keras.utils.set_random_seed(1)
num_features = x_fit.shape[1]
network = keras.Sequential(
    [
        keras.Input(shape=(num_features,)),
        keras.layers.Dense(64, activation="relu", name="hidden_1"),
        keras.layers.Dense(64, activation="relu", name="hidden_2"),
        keras.layers.Dense(1, name="value"),
    ]
)
network.summary()

# %% [markdown] lang="en"
# ### Counting by hand
#
# A unit has one weight for each of its inputs and one bias. `get_layer` fetches a layer by its name, and `get_weights` its numbers: a matrix with a row for each input and a column for each unit, and the vector of biases.

# %% [markdown] lang="ko"
# ### 손으로 세기
#
# 유닛에는 입력마다 가중치 하나와 편향 하나가 있습니다. `get_layer`로 이름을 대고 층을 꺼내고, `get_weights`로 그 층의 수를 꺼냅니다. 행이 입력, 열이 유닛인 행렬 하나와 편향 벡터 하나입니다.

# %%
weights, biases = network.get_layer("hidden_1").get_weights()
print("hidden_1: weights", weights.shape, "biases", biases.shape)
by_hand = [14 * 64 + 64, 64 * 64 + 64, 64 * 1 + 1]
print(by_hand, "make", sum(by_hand), "parameters; Keras counts", network.count_params())

# %% [markdown] lang="en"
# ### Functional: layers as functions
#
# The *Functional API* calls each layer on the output of another, as a function is called on a value, and at the end names where the model begins and ends. Here it builds the same network. The starting weights are random; with the same weights both give the same answers.

# %% [markdown] lang="ko"
# ### 함수형: 층을 함수처럼
#
# *함수형 API*(Functional API)에서는 함수를 값에 적용하듯이 층을 다른 층의 출력에 적용하고, 마지막에 모델이 어디에서 시작하고 끝나는지 정합니다. 아래에서는 같은 신경망을 만듭니다. 처음 가중치는 무작위이지만, 가중치를 같게 하면 두 신경망은 같은 답을 냅니다.

# %%
inputs = keras.Input(shape=(num_features,), name="features")
first = keras.layers.Dense(64, activation="relu", name="hidden_1")(inputs)
second = keras.layers.Dense(64, activation="relu", name="hidden_2")(first)
outputs = keras.layers.Dense(1, name="value")(second)
twin = keras.Model(inputs, outputs, name="twin")

twin.set_weights(network.get_weights())
print("largest difference", float(np.abs(network(x_val[:100]) - twin(x_val[:100])).max()))

# %% [markdown] lang="en"
# `keras.utils.plot_model(twin, show_shapes=True)` draws a model, if the package pydot and the program Graphviz are installed. Our `show_network` asks it first, and otherwise draws the layers itself.

# %% [markdown] lang="ko"
# pydot 패키지와 Graphviz 프로그램이 설치되어 있으면 `keras.utils.plot_model(twin, show_shapes=True)`로 모델을 그릴 수 있습니다. 이 강의의 `show_network`는 먼저 `plot_model`을 쓰고, 안 되면 직접 그립니다.

# %% alt.en="Four boxes from top to bottom joined by arrows: the input with 14 features, two dense layers of 64 units, and a dense layer of one unit, each with its output shape." alt.ko="네 개의 상자가 위에서 아래로 화살표로 이어져 있습니다. 특성 14개인 입력, 유닛 64개인 밀집층 둘, 유닛 하나인 밀집층이며, 각각 출력 형상이 적혀 있습니다."
show_network(twin)

# %% [markdown] lang="en"
# ### Exercise 2 · Build a regressor (2 points)
#
# Write `build_regressor(num_features, hidden_units, learning_rate)`, a function that builds and compiles networks like the one in the text.
#
# - The input is a batch of rows with `num_features` numbers each. Begin with `keras.Input`.
# - `hidden_units` is a list of one or more whole numbers: for each, in that order, a `Dense` layer with that many units and ReLU.
# - The last layer has one unit and no activation (a linear output).
# - Compile the model with the Adam optimizer at this `learning_rate`, the loss mean squared error and the metric mean absolute error. Take Keras's own, by name or as objects.
# - Sequential or Functional API, as you like. Return the model.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 회귀 모델 만들기(2점)
#
# 본문과 같은 신경망을 만들고 컴파일하는 함수 `build_regressor(num_features, hidden_units, learning_rate)`를 작성하십시오.
#
# - 입력은 행마다 수가 `num_features`개인 배치입니다. `keras.Input`으로 시작합니다.
# - `hidden_units`는 하나 이상의 정수로 이루어진 리스트입니다. 수마다 차례로, 유닛이 그 수만큼 있고 활성화 함수가 ReLU인 `Dense` 층을 하나씩 놓습니다.
# - 마지막 층은 유닛이 하나이고 활성화 함수가 없습니다(선형 출력).
# - 옵티마이저는 학습률이 `learning_rate`인 Adam, 손실은 평균 제곱 오차, 지표는 평균 절대 오차로 컴파일합니다. 모두 Keras에 있는 것을 이름이나 객체로 줍니다.
# - Sequential API와 함수형 API 가운데 어느 쪽이든 좋습니다. 모델을 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "build-regressor", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_regressor(num_features, hidden_units, learning_rate):
    """Build and compile a network that estimates one number.

    Args:
        num_features: int, the number of inputs.
        hidden_units: list of one or more int, the units of each hidden layer, in order.
        learning_rate: float, the learning rate of Adam.

    Returns:
        A compiled Keras model: rows of shape (batch, num_features) in, numbers (batch, 1) out.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile(keras.optimizers.Adam(learning_rate), loss="mse", metrics=["mae"])
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-regressor-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

what = "build_regressor(7, [24, 10], 0.002)"
check.seed(3)
regressor = check.model(build_regressor(7, [24, 10], 0.002), what)
facts = check.describe(regressor)
check.equal(
    facts.input_shape,
    (None, 7),
    "model.input_shape",
    en="keras.Input(shape=(num_features,))",
    ko="keras.Input(shape=(num_features,))",
)
check.equal(
    facts.output_shape,
    (None, 1),
    "model.output_shape",
    en="The last layer has one unit.",
    ko="마지막 층의 유닛은 하나입니다.",
)
check.equal(
    facts.parameters,
    (7 * 24 + 24) + (24 * 10 + 10) + (10 + 1),
    "model.count_params()",
    en="Dense layers of 24, 10 and 1 units, in that order, with biases.",
    ko="유닛이 24, 10, 1개인 Dense 층을 순서대로 놓습니다. 편향도 있어야 합니다.",
)
rows = np.random.default_rng(0).normal(scale=3, size=(200, 7)).astype("float32")
w1, b1, w2, b2, w3, b3 = check.weights(regressor)
check.close(
    check.predict(regressor, rows),
    np.maximum(np.maximum(rows @ w1 + b1, 0) @ w2 + b2, 0) @ w3 + b3,
    "model(rows)",
    rtol=1e-3,
    atol=1e-4,
    en="ReLU in the hidden layers, no activation in the last layer.",
    ko="은닉층에는 ReLU를 쓰고, 마지막 층에는 활성화 함수를 두지 않습니다.",
)
check.equal(
    facts.loss,
    "mean_squared_error",
    f"{what}: loss",
    en='Compile with loss="mse", Keras\'s own.',
    ko='Keras의 loss="mse"로 컴파일하십시오.',
)
check.equal(facts.optimizer, "adam", f"{what}: optimizer", en="Use Adam.", ko="Adam을 쓰십시오.")
check.close(
    facts.learning_rate or 0.0,
    0.002,
    f"{what}: learning rate",
    rtol=1e-4,
    en="keras.optimizers.Adam(learning_rate)",
    ko="keras.optimizers.Adam(learning_rate)",
)
check.that(
    "mean_absolute_error" in facts.metrics,
    f'{what}: the metric mean absolute error is missing, found {list(facts.metrics)}. Add metrics=["mae"].',
    f'{what}: 평균 절대 오차 지표가 없습니다(나온 값: {list(facts.metrics)}). metrics=["mae"]를 추가하십시오.',
)
check.passed("shapes", f"{facts.parameters} parameters", "linear output", "mse, mae, adam 0.002")

# %% nbgrader={"grade": true, "grade_id": "build-regressor-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import itertools

import numpy as np
from hiddenlayers import check

rng = check.rng("build-regressor")
for depth in (1, 3):
    inputs_drawn = int(rng.integers(5, 12))
    units = [int(number) for number in rng.choice(np.arange(12, 30), size=depth, replace=False)]
    rate = float(np.round(rng.uniform(0.003, 0.05), 4))
    call = f"build_regressor({inputs_drawn}, {units}, {rate})"
    check.seed(int(rng.integers(1000)))
    made = check.model(build_regressor(inputs_drawn, list(units), rate), call)
    found = check.describe(made)
    sizes = [inputs_drawn, *units, 1]
    check.equal(found.input_shape, (None, inputs_drawn), f"{call}.input_shape")
    check.equal(found.output_shape, (None, 1), f"{call}.output_shape")
    check.equal(
        found.parameters,
        sum((before + 1) * after for before, after in itertools.pairwise(sizes)),
        f"{call}.count_params()",
        en="One Dense layer for each entry of hidden_units, and one of a single unit.",
        ko="hidden_units의 항목마다 Dense 층이 하나씩 있고, 유닛이 하나인 층이 하나 더 있어야 합니다.",
    )
    batch = rng.normal(scale=3, size=(200, inputs_drawn)).astype("float32")
    values_inside = batch
    arrays = check.weights(made)
    for matrix, bias in zip(arrays[:-2:2], arrays[1:-2:2], strict=True):
        values_inside = np.maximum(values_inside @ matrix + bias, 0)
    check.close(
        check.predict(made, batch),
        values_inside @ arrays[-2] + arrays[-1],
        f"{call}(rows)",
        rtol=1e-3,
        atol=1e-4,
        en="ReLU in every hidden layer, none at the end.",
        ko="모든 은닉층에 ReLU를 쓰고, 끝에는 활성화 함수를 두지 않습니다.",
    )
    check.equal(found.loss, "mean_squared_error", f"{call}: loss")
    check.equal(found.optimizer, "adam", f"{call}: optimizer")
    check.close(
        found.learning_rate or 0.0,
        rate,
        f"{call}: learning rate",
        rtol=1e-4,
        en="Adam takes the learning rate that the argument gives.",
        ko="Adam의 학습률은 인수로 받은 값이어야 합니다.",
    )
    check.that(
        "mean_absolute_error" in found.metrics,
        f"{call}: the metric mean absolute error is missing.",
        f"{call}: 평균 절대 오차 지표가 없습니다.",
    )
check.passed("2 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 3 · Parameters of each layer (2 points)
#
# `summary` shows the parameters layer by layer. Write `layer_parameters(num_features, units)`, which calculates that column without Keras.
#
# - `num_features` is the number of inputs; `units` is a list of one or more whole numbers, the units of each `Dense` layer in order, the output layer included.
# - Return a list of `int`: the number of weights and biases of each layer, in the same order. A tuple or an integer array is fine too.
#
# For 3 inputs and units `[2]` it is `[8]`.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 층마다 파라미터 세기(2점)
#
# `summary`는 파라미터의 개수를 층마다 보여 줍니다. 이 열을 Keras 없이 계산하는 함수 `layer_parameters(num_features, units)`를 작성하십시오.
#
# - `num_features`는 입력의 개수입니다. `units`는 하나 이상의 정수로 이루어진 리스트로, 출력층까지 포함해 각 `Dense` 층의 유닛 개수를 순서대로 담고 있습니다.
# - 각 층의 가중치와 편향이 모두 몇 개인지 같은 순서로 담은 `int`의 리스트를 반환합니다. 튜플이나 정수 배열도 괜찮습니다.
#
# 입력이 3개이고 유닛이 `[2]`이면 `[8]`입니다.


# %% nbgrader={"grade": false, "grade_id": "layer-parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def layer_parameters(num_features, units):
    """Count the weights and biases of each layer of a dense network.

    Args:
        num_features: int, the number of inputs.
        units: list of one or more int, the units of each Dense layer, in order.

    Returns:
        List of int, the number of parameters of each layer.
    """
    ### BEGIN SOLUTION
    counts = []
    incoming = num_features
    for outgoing in units:
        counts.append(incoming * outgoing + outgoing)
        incoming = outgoing
    return counts
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "layer-parameters-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

check.equal(
    layer_parameters(3, [2]),
    [8],
    "layer_parameters(3, [2])",
    en="A list with one number: 3 · 2 weights and 2 biases.",
    ko="수가 하나인 리스트입니다. 가중치 3 · 2개와 편향 2개입니다.",
)
check.equal(
    layer_parameters(15, [64, 64, 1]),
    [1024, 4160, 65],
    "layer_parameters(15, [64, 64, 1])",
    en="The inputs of a layer are the units of the layer before it; every unit has one bias.",
    ko="어떤 층의 입력은 바로 앞 층의 유닛입니다. 유닛마다 편향이 하나씩 있습니다.",
)
check.passed("[8]", "[1024, 4160, 65]")

# %% nbgrader={"grade": true, "grade_id": "layer-parameters-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("layer-parameters")
for length in (1, 3, 5):
    first_size, *drawn = (int(size) for size in rng.choice(np.arange(2, 400), length + 1, replace=False))
    before = np.array([first_size, *drawn[:-1]])
    check.equal(
        layer_parameters(first_size, list(drawn)),
        ((before + 1) * np.array(drawn)).tolist(),
        f"layer_parameters({first_size}, {drawn})",
        en="A weight for each pair of an incoming value and a unit, and a bias for each unit, layer by layer.",
        ko="층마다, 들어오는 값과 유닛의 쌍마다 가중치가 하나, 유닛마다 편향이 하나 있습니다.",
    )
check.passed("3 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 4 · A shortcut, with the Functional API (2 points)
#
# Some of what decides a price is simple. The Functional API can give the output layer the inputs themselves beside what the hidden layers make of them; `keras.Sequential` can't do that.
# Write `build_with_shortcut(num_features, hidden_units)`:
#
# - The input is a batch of rows with `num_features` numbers each.
# - `hidden_units` is a list of one or more whole numbers: for each, in that order, a `Dense` layer with that many units and ReLU, as in exercise 2.
# - Join the output of the **last** hidden layer and the inputs to one row, in this order, with `keras.layers.Concatenate()`, which is called on a list: `Concatenate()([a, b])`.
# - On it follows the output layer, one unit without activation.
# - Return the model. It need not be compiled.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 함수형 API로 지름길 놓기(2점)
#
# 값을 정하는 것 가운데 일부는 단순합니다. 함수형 API를 쓰면 은닉층이 만든 값과 함께 입력 자체를 출력층에 전달할 수 있습니다. `keras.Sequential`로는 할 수 없는 일입니다.
# 함수 `build_with_shortcut(num_features, hidden_units)`를 작성하십시오.
#
# - 입력은 행마다 수가 `num_features`개인 배치입니다.
# - `hidden_units`는 하나 이상의 정수로 이루어진 리스트입니다. 연습문제 2에서처럼 수마다 차례로, 유닛이 그 수만큼 있고 활성화 함수가 ReLU인 `Dense` 층을 하나씩 놓습니다.
# - **마지막** 은닉층의 출력과 입력을 이 순서로 한 행으로 이어 붙입니다. `keras.layers.Concatenate()`를 쓰며, `Concatenate()([a, b])`처럼 리스트에 적용합니다.
# - 그 뒤에 유닛이 하나이고 활성화 함수가 없는 출력층이 옵니다.
# - 모델을 반환합니다. 컴파일하지 않아도 됩니다.


# %% nbgrader={"grade": false, "grade_id": "build-with-shortcut", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_with_shortcut(num_features, hidden_units):
    """Build a regression network whose output layer also sees the inputs.

    Args:
        num_features: int, the number of inputs.
        hidden_units: list of one or more int, the units of each hidden layer, in order.

    Returns:
        A Keras model: rows of shape (batch, num_features) in, numbers (batch, 1) out.
    """
    ### BEGIN SOLUTION
    rows_in = keras.Input(shape=(num_features,))
    deep = rows_in
    for units in hidden_units:
        deep = keras.layers.Dense(units, activation="relu")(deep)
    joined = keras.layers.Concatenate()([deep, rows_in])
    return keras.Model(rows_in, keras.layers.Dense(1)(joined))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-with-shortcut-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

check.seed(3)
shortcut_model = check.model(build_with_shortcut(6, [20]), "build_with_shortcut(6, [20])")
facts = check.describe(shortcut_model)
check.equal(
    facts.input_shape,
    (None, 6),
    "model.input_shape",
    en="keras.Input(shape=(6,))",
    ko="keras.Input(shape=(6,))",
)
check.equal(
    facts.output_shape,
    (None, 1),
    "model.output_shape",
    en="The last layer has one unit.",
    ko="마지막 층의 유닛은 하나입니다.",
)
check.equal(
    facts.parameters,
    (6 * 20 + 20) + (20 + 6 + 1),
    "model.count_params()",
    en="The output layer has a weight for each of the 20 hidden units and each of the 6 inputs: Concatenate()([hidden, inputs]).",
    ko="출력층에는 은닉 유닛 20개와 입력 6개에 대한 가중치가 하나씩 있어야 합니다. Concatenate()([은닉층 출력, 입력])을 쓰십시오.",
)
rows = np.random.default_rng(0).normal(scale=3, size=(100, 6)).astype("float32")
w1, b1, w2, b2 = check.weights(shortcut_model)
check.close(
    check.predict(shortcut_model, rows),
    np.hstack([np.maximum(rows @ w1 + b1, 0), rows]) @ w2 + b2,
    "model(rows)",
    rtol=1e-3,
    atol=1e-4,
    en="First the output of the last hidden layer (ReLU), then the inputs; no activation at the end.",
    ko="마지막 은닉층의 출력(ReLU)이 먼저, 입력이 그다음입니다. 끝에는 활성화 함수를 두지 않습니다.",
)
check.passed("shapes", f"{facts.parameters} parameters", "shortcut")

# %% nbgrader={"grade": true, "grade_id": "build-with-shortcut-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("build-with-shortcut")
for depth in (2, 3):
    size_in = int(rng.integers(4, 11))
    units = [int(number) for number in rng.choice(np.arange(12, 30), size=depth, replace=False)]
    call = f"build_with_shortcut({size_in}, {units})"
    check.seed(int(rng.integers(1000)))
    made = check.model(build_with_shortcut(size_in, list(units)), call)
    found = check.describe(made)
    check.equal(found.input_shape, (None, size_in), f"{call}.input_shape")
    check.equal(found.output_shape, (None, 1), f"{call}.output_shape")
    between = np.array([size_in, *units[:-1]])
    check.equal(
        found.parameters,
        int(((between + 1) * np.array(units)).sum()) + units[-1] + size_in + 1,
        f"{call}.count_params()",
        en="Only the output layer gets the inputs a second time; each hidden layer follows on the one before.",
        ko="입력을 다시 받는 것은 출력층뿐입니다. 은닉층은 저마다 바로 앞 층을 잇습니다.",
    )
    batch = rng.normal(scale=3, size=(100, size_in)).astype("float32")
    deep_values = batch
    arrays = check.weights(made)
    for matrix, bias in zip(arrays[:-2:2], arrays[1:-2:2], strict=True):
        deep_values = np.maximum(deep_values @ matrix + bias, 0)
    check.close(
        check.predict(made, batch),
        np.hstack([deep_values, batch]) @ arrays[-2] + arrays[-1],
        f"{call}(rows)",
        rtol=1e-3,
        atol=1e-4,
        en="Join the last hidden layer's output and the inputs, in this order; linear output.",
        ko="마지막 은닉층의 출력과 입력을 이 순서로 이어 붙이고, 출력은 선형이어야 합니다.",
    )
check.passed("2 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# `compile` settles three things.
#
# - The **loss** is what training makes small. For regression it is usually the *mean squared error*, MSE: square every error, take the mean. Squares punish one large error more than several small ones. The *mean absolute error*, MAE, treats them alike.
# - The **optimizer** makes the steps. Adam with a *learning rate* of 0.001 to 0.003 is a good beginning. (The 0.1 that some notes give is far too large for Adam.)
# - **Metrics** are only reported.
#
# $$\text{MSE} = \frac{1}{n}\sum_{i=1}^{n}(\hat{y}_i - y_i)^2 \qquad \text{MAE} = \frac{1}{n}\sum_{i=1}^{n}|\hat{y}_i - y_i| \qquad \text{RMSE} = \sqrt{\text{MSE}}$$
#
# The root of the MSE, RMSE, is in the unit of the target again. Ours counts in 100,000 dollars, so an RMSE of 0.5 means 50,000 dollars.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# `compile`에서는 세 가지를 정합니다.
#
# - **손실**은 훈련으로 줄이려는 값입니다. 회귀에서는 흔히 *평균 제곱 오차*(mean squared error, MSE)를 씁니다. 오차를 모두 제곱해 평균을 낸 값입니다. 제곱하면 작은 오차 여럿보다 큰 오차 하나를 더 무겁게 봅니다. *평균 절대 오차*(mean absolute error, MAE)는 둘을 똑같이 봅니다.
# - **옵티마이저**는 한 단계씩 가중치를 바꿉니다. 학습률이 0.001~0.003인 Adam으로 시작하면 무난합니다. (Adam의 학습률로 0.1을 적어 둔 글도 있지만 지나치게 큽니다.)
# - **지표**는 보여 주기만 합니다.
#
# $$\text{MSE} = \frac{1}{n}\sum_{i=1}^{n}(\hat{y}_i - y_i)^2 \qquad \text{MAE} = \frac{1}{n}\sum_{i=1}^{n}|\hat{y}_i - y_i| \qquad \text{RMSE} = \sqrt{\text{MSE}}$$
#
# MSE의 제곱근인 *평균 제곱근 오차*(root mean squared error, RMSE)는 다시 타깃과 단위가 같습니다. 여기서는 10만 달러를 1로 세므로 RMSE가 0.5이면 5만 달러라는 뜻입니다.

# %% alt.en="Squared error, a parabola, and absolute error, a V, against the error from -2 to 2; they cross at -1 and 1." alt.ko="-2에서 2까지의 오차에 대한 제곱 오차의 포물선과 절대 오차의 V자 그래프. -1과 1에서 만납니다."
errors = np.linspace(-2, 2, 200)
plt.figure(figsize=(5, 2.6))
plt.plot(errors, errors**2, color=BLUE, label="squared error")
plt.plot(errors, np.abs(errors), "--", color=ORANGE, label="absolute error")
plt.xlabel("error: prediction − truth, in $100,000")
plt.ylabel("cost")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# Before any training the network knows nothing of prices. Whoever always answers with the mean of the training values has an RMSE of about 1.15 on the real table. The untrained network should be worse; if it isn't, something is wrong.

# %% [markdown] lang="ko"
# 훈련하기 전의 신경망은 집값을 전혀 모릅니다. 언제나 훈련 타깃의 평균이라고만 답하면 실제 표에서 RMSE가 1.15쯤입니다. 훈련하지 않은 신경망은 이보다 나빠야 정상입니다. 그렇지 않다면 어딘가 잘못된 것입니다.

# %%
network.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse", metrics=["mae"])
untrained_mse, untrained_mae = network.evaluate(x_val, y_val, verbose=0)
print(f"untrained network: RMSE {np.sqrt(untrained_mse):.2f}, MAE {untrained_mae:.2f}")
print(f"always the mean:   RMSE {np.sqrt(np.mean((y_val - y_fit.mean()) ** 2)):.2f}")

# %% [markdown] lang="en"
# ## 6 · Train
#
# ### The arguments of fit
#
# - `batch_size`: after so many rows the optimizer takes a step (32 unless you say otherwise). 12,384 rows in batches of 128 make 97 steps an epoch.
# - `epochs`: how many times all rows are gone through. `hiddenlayers.epochs(150)` is 150 for you, and 1 while a submission is graded.
# - `shuffle`: whether the training rows are mixed anew before each epoch. It is on by itself.
# - `validation_data`: rows on which loss and metrics are measured after each epoch, and nothing is learned. `validation_split=0.2` takes the last fifth of the rows you pass for it, *before* any shuffling.
# - `verbose`: 0 is silent, 1 a progress bar, 2 one line an epoch.
# - `callbacks`: helpers that are asked after every epoch; two of them follow soon.
#
# ### Overfitting, seen on a curve
#
# First an experiment: the same network, with new random weights, learns from only 300 districts. Their loss falls and falls, but what counts is how it does on districts that it does not know.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# ### fit의 인수
#
# - `batch_size`: 행을 이만큼 처리할 때마다 옵티마이저가 한 단계 진행합니다. 따로 정하지 않으면 32입니다. 12,384행을 128행씩 묶으면 한 에포크가 97단계입니다.
# - `epochs`: 모든 행을 몇 번 되풀이해 볼지 정합니다. `hiddenlayers.epochs(150)`은 여러분이 실행하면 150이고, 제출물을 채점할 때는 1입니다.
# - `shuffle`: 에포크마다 훈련 행을 새로 섞을지 정합니다. 따로 끄지 않으면 섞습니다.
# - `validation_data`: 에포크가 끝날 때마다 손실과 지표를 재는 행입니다. 이 행에서는 아무것도 배우지 않습니다. `validation_split=0.2`로 쓰면 넘겨준 행을 섞기 *전에* 마지막 5분의 1을 떼어 이렇게 씁니다.
# - `verbose`: 0이면 아무것도 출력하지 않고, 1이면 진행 막대, 2이면 에포크마다 한 줄을 보여 줍니다.
# - `callbacks`: 에포크가 끝날 때마다 불려 나와 일을 돕습니다. 곧 두 가지를 씁니다.
#
# ### 곡선에서 보는 과대적합
#
# 먼저 실험을 하나 합니다. 같은 신경망이 새로운 무작위 가중치에서 시작해 구역 300개만 보고 배웁니다. 훈련 손실은 계속 내려갑니다. 하지만 중요한 것은 모르는 구역에서 얼마나 잘하느냐입니다.

# %%
keras.utils.set_random_seed(2)
small = keras.models.clone_model(network)
small.compile(optimizer=keras.optimizers.Adam(0.001), loss="mse")
small_history = small.fit(
    x_fit[:300],
    y_fit[:300],
    batch_size=32,
    epochs=hiddenlayers.epochs(150),
    validation_data=(x_val[:600], y_val[:600]),
    verbose=0,
)

# %% [markdown] lang="en"
# Read the curve from left to right. While both losses fall, the network *underfits*: there is more to learn. Where the validation loss is lowest it is best. From there on it learns its 300 districts by heart, noise included: the training loss keeps falling, the validation loss turns up. This is *overfitting*, and the gap between the curves is its measure.

# %% [markdown] lang="ko"
# 곡선을 왼쪽에서 오른쪽으로 읽어 봅시다. 두 손실이 함께 내려가는 동안은 아직 배울 것이 남은 *과소적합*(underfitting) 상태입니다. 검증 손실이 가장 낮은 곳에서 신경망이 가장 좋습니다. 그 뒤로는 300개 구역을 잡음까지 통째로 외웁니다. 훈련 손실은 계속 내려가는데 검증 손실은 올라갑니다. 이것이 *과대적합*(overfitting)이며, 두 곡선의 간격이 그 정도를 보여 줍니다.

# %% alt.en="Loss against the epoch on a logarithmic scale. The training loss falls nearly all the way; the validation loss falls, reaches its lowest point, marked by a grey line, and slowly rises again." alt.ko="에포크에 따른 손실을 로그 눈금으로 그린 그래프. 훈련 손실은 거의 끝까지 내려가고, 검증 손실은 내려가다가 회색 선으로 표시된 최저점을 지나 서서히 다시 올라갑니다."
small_curves = pd.DataFrame(small_history.history)
small_curves.index = pd.RangeIndex(1, len(small_curves) + 1, name="epoch")
best_of_small = small_curves["val_loss"].idxmin()
axis = small_curves[["loss", "val_loss"]].plot(
    logy=True, figsize=(6, 2.8), color=[BLUE, ORANGE], style=["-", "--"], ylabel="mean squared error"
)
axis.axvline(best_of_small, color="0.6", linewidth=1)
plt.show()
print("lowest validation loss in epoch", best_of_small)

# %% [markdown] lang="en"
# ### Early stopping and checkpoints
#
# Two callbacks draw the consequence.
#
# - `EarlyStopping` watches a number, `monitor`. An epoch counts as an improvement if the number falls by more than `min_delta`. After `patience` epochs in a row without one, training stops. With `restore_best_weights=True` the model then gets the weights of its best epoch back; otherwise it keeps the last, worse ones.
# - `ModelCheckpoint` writes the model to a file whenever it is the best so far, so that a crash costs nothing.
#
# Both must watch the *validation* loss. The training loss would hardly ever stop, and the test set must not decide anything.
#
# > **Common mistake.** Checkpoints called `best.hdf5`, as in older code. Keras 3 wants `best.keras` for the whole model, or `best.weights.h5` with `save_weights_only=True`.

# %% [markdown] lang="ko"
# ### 조기 종료와 체크포인트
#
# 여기서 두 가지 콜백(callback)을 씁니다.
#
# - `EarlyStopping`은 `monitor`로 정한 값을 지켜보는 *조기 종료*(early stopping) 콜백입니다. 값이 `min_delta`보다 많이 내려간 에포크를 나아진 것으로 봅니다. 나아진 적 없이 `patience`번의 에포크가 이어지면 훈련을 멈춥니다. `restore_best_weights=True`이면 가장 좋았던 에포크의 가중치로 되돌리고, 그렇지 않으면 더 나쁜 마지막 가중치가 남습니다.
# - `ModelCheckpoint`는 지금까지 가장 좋은 모델이 나올 때마다 파일로 저장합니다. 이 파일이 *체크포인트*(checkpoint)이며, 훈련이 도중에 끊겨도 잃는 것이 없습니다.
#
# 둘 다 *검증* 손실을 지켜보아야 합니다. 훈련 손실로는 좀처럼 멈추지 않고, 테스트 세트로는 아무것도 정해서는 안 됩니다.
#
# > **흔한 실수.** 예전 코드처럼 체크포인트 이름을 `best.hdf5`로 짓는 것입니다. Keras 3에서 모델 전체는 `best.keras`로, `save_weights_only=True`로 가중치만 저장할 때는 `best.weights.h5`로 짓습니다.

# %%
checkpoint_folder = tempfile.TemporaryDirectory()
best_file = Path(checkpoint_folder.name) / "best.keras"
stop_early = keras.callbacks.EarlyStopping(
    monitor="val_loss", min_delta=0.0001, patience=10, restore_best_weights=True
)
keep_best = keras.callbacks.ModelCheckpoint(best_file, monitor="val_loss", save_best_only=True)

# %% [markdown] lang="en"
# Now all training districts. At most 60 epochs, half a minute or so; the callbacks may end it sooner.

# %% [markdown] lang="ko"
# 이제 훈련 세트의 모든 구역으로 훈련합니다. 많아야 60 에포크이고 30초쯤 걸립니다. 콜백이 더 일찍 끝낼 수도 있습니다.

# %%
history = network.fit(
    x_fit,
    y_fit,
    batch_size=128,
    epochs=hiddenlayers.epochs(60),
    validation_data=(x_val, y_val),
    callbacks=[stop_early, keep_best],
    verbose=0,
)
curves = pd.DataFrame(history.history, index=pd.RangeIndex(1, len(history.epoch) + 1, name="epoch"))
print(f"{len(curves)} epochs; best was epoch {curves['val_loss'].idxmin()}")
curves.tail(3).round(4)

# %% alt.en="Two plots against the epoch, RMSE and MAE: training and validation fall steeply, then slowly; validation lies a little higher and jitters. A grey line marks the best epoch." alt.ko="에포크에 따른 RMSE와 MAE 그래프. 훈련과 검증 모두 가파르게, 그다음 천천히 내려가고, 검증은 조금 위에서 오르내립니다. 회색 선이 가장 좋은 에포크입니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.8))
for axis, name in ((left, "loss"), (right, "mae")):
    pair = curves[[name, f"val_{name}"]]
    pair = np.sqrt(pair) if name == "loss" else pair
    pair.set_axis(["training", "validation"], axis=1).plot(ax=axis, color=[BLUE, ORANGE], style=["-", "--"])
    axis.axvline(curves["val_loss"].idxmin(), color="0.6", linewidth=1)
    axis.set(ylabel="RMSE, $100,000" if name == "loss" else "MAE, $100,000")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ### Exercise 5 · Train with patience (3 points)
#
# Write `train_with_patience(model, x, y, epochs, patience)`.
#
# - `model` is compiled already. Leave it so, and train this very model on `x` and `y` in one call of `fit`, for at most `epochs` epochs, in batches of 32 rows, `fit`'s own size.
# - The **last 20%** of the rows are for validation only.
# - Stop as soon as `patience` epochs in a row have brought no validation loss lower than the lowest so far. Any drop counts, however small.
# - Afterwards the model has the weights of the epoch with the **lowest validation loss**, also when it was not stopped early.
# - Return the `History` object.
#
# The checks bring a model with a single weight and 160 rows with a straight line through them. The last fifth follows another, flatter line: the validation loss falls for a few epochs and then rises. The checks know in which epoch it is lowest.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 참을성 있게 훈련하기(3점)
#
# 함수 `train_with_patience(model, x, y, epochs, patience)`를 작성하십시오.
#
# - `model`은 이미 컴파일한 모델입니다. 다시 컴파일하지 말고, `fit`을 한 번 호출해 바로 이 모델을 `x`와 `y`로 많아야 `epochs`번의 에포크 동안 훈련합니다. 배치 크기는 `fit`의 기본값인 32입니다.
# - **마지막 20%의 행**은 검증에만 씁니다.
# - 검증 손실이 그때까지의 최솟값보다 낮아지지 않은 에포크가 `patience`번 이어지면 곧바로 멈춥니다. 아무리 조금이라도 낮아지면 낮아진 것으로 봅니다.
# - 훈련이 끝나면 모델은 **검증 손실이 가장 낮았던** 에포크의 가중치를 갖습니다. 일찍 멈추지 않고 끝까지 훈련했을 때도 마찬가지입니다.
# - `History` 객체를 반환합니다.
#
# 검사에서는 가중치가 하나뿐인 모델과, 한 직선을 따르는 160행을 씁니다. 마지막 5분의 1은 기울기가 더 완만한 다른 직선을 따릅니다. 그래서 검증 손실은 몇 에포크 동안 내려가다가 올라갑니다. 어느 에포크에서 가장 낮은지 검사는 알고 있습니다.


# %% nbgrader={"grade": false, "grade_id": "train-with-patience", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_with_patience(model, x, y, epochs, patience):
    """Train a compiled model until its validation loss no longer falls, and keep its best weights.

    Args:
        model: a compiled Keras model. It is trained in place.
        x: array of inputs, one row an example; the last 20% are for validation only.
        y: array of targets, one a row of x.
        epochs: int, the largest number of epochs.
        patience: int, how many epochs without a lower validation loss end the training.

    Returns:
        The History of the training.
    """
    ### BEGIN SOLUTION
    stopper = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(x, y, epochs=epochs, validation_split=0.2, callbacks=[stopper], verbose=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-with-patience-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

# The training rows follow y = 3x, the validation rows y = 1.2x. The weight w starts at 0 and takes 4 steps an epoch
# towards 3: 0.45, 0.84, 1.17, 1.44 after epochs 1 to 4. So epoch 3 is best, and epoch 6 the third without a gain.
signs = np.random.default_rng(8).choice([-1.0, 1.0], size=(160, 1)).astype("float32")
lines = np.where(np.arange(160)[:, None] < 128, 3.0 * signs, 1.2 * signs)
weight_model = keras.Sequential(
    [keras.Input(shape=(1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")]
)
weight_model.compile(keras.optimizers.SGD(0.02), "mse", run_eagerly=True)
check.seed(8)
returned = train_with_patience(weight_model, signs, lines, 12, 3)
call = "train_with_patience(model, x, y, epochs=12, patience=3)"
check.history(
    returned,
    6,
    call,
    en="Epoch 3 has the lowest validation loss, so patience 3 ends the training after epoch 6. Return what fit returns; "
    "watch val_loss on the last 20% of the rows, in batches of 32, with EarlyStopping.",
    ko="검증 손실은 세 번째 에포크에서 가장 낮으므로 patience가 3이면 여섯 번째 에포크 뒤에 멈춥니다. fit이 반환한 객체를 그대로 반환하십시오. "
    "EarlyStopping으로 마지막 20% 행의 val_loss를 지켜보고, 배치 크기는 32로 두십시오.",
)
check.close(
    check.predict(weight_model, np.ones((1, 1), "float32")),
    [[1.17]],
    f"weight of the model after {call}",
    rtol=0,
    atol=0.1,
    en="The model should have the weights of its best epoch, here 1.17: restore_best_weights=True. "
    "It is the model that was given, not a copy and not compiled anew, and it learns from the first 80% only.",
    ko="모델은 가장 좋았던 에포크의 가중치, 여기서는 1.17을 가져야 합니다. restore_best_weights=True를 쓰십시오. "
    "복사하거나 다시 컴파일하지 않은, 주어진 모델이 앞쪽 80%의 행에서만 배워야 합니다.",
)
check.passed("stopped after 6 epochs", "weights of the best epoch")

# %% nbgrader={"grade": true, "grade_id": "train-with-patience-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train-with-patience")
best_epochs = rng.choice([2, 3, 4, 5], size=2, replace=False)
for best, waits, stops in zip(
    best_epochs.tolist(), rng.permutation([2, 4]).tolist(), (True, False), strict=True
):
    slope = float(rng.choice([-1, 1]) * rng.uniform(2, 5))
    path = slope * (1 - 0.96 ** (4 * np.arange(20)))  # the weight after each epoch
    val_slope = path[best] + 0.2 * (path[best + 1] - path[best])
    one_or_minus_one = rng.choice([-1.0, 1.0], size=(160, 1)).astype("float32")
    answers = np.where(np.arange(160)[:, None] < 128, slope, val_slope) * one_or_minus_one
    learner = keras.Sequential(
        [keras.Input(shape=(1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")]
    )
    learner.compile(keras.optimizers.SGD(0.02), "mse", run_eagerly=True)
    most = best + waits + 4 if stops else best + 1
    check.seed(int(rng.integers(1000)))
    trained = train_with_patience(learner, one_or_minus_one, answers, most, waits)
    call = f"train_with_patience(model, x, y, {most}, {waits}), best epoch {best}"
    check.history(
        trained,
        min(most, best + waits),
        call,
        en="Stop after `patience` epochs in a row without a lower validation loss, and never train longer than `epochs`.",
        ko="검증 손실이 낮아지지 않은 에포크가 patience번 이어지면 멈추고, epochs보다 오래 훈련하지 마십시오.",
    )
    check.close(
        check.predict(learner, np.ones((1, 1), "float32")),
        [[path[best]]],
        f"{call}: weight of the model",
        rtol=0,
        atol=float(0.3 * abs(path[best + 1] - path[best])),
        en="Afterwards the model has the weights of its best epoch, stopped early or not.",
        ko="일찍 멈추었든 아니든, 끝나면 모델이 가장 좋았던 에포크의 가중치를 가져야 합니다.",
    )
check.passed("2 drawn problems")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# `evaluate` returns the loss and the metrics in the order of `compile`. A number alone says little, so two *baselines* stand beside it: always the mean, and *linear regression*, the best that a weighted sum of the features can do. It gets exactly the same prepared features, or the comparison would be unfair.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# `evaluate`는 손실과 지표를 `compile`에서 정한 순서로 반환합니다. 값 하나만으로는 알 수 있는 것이 적으므로 *기준선*(baseline) 두 개를 나란히 놓습니다. 하나는 언제나 평균이라고 답하는 것이고, 다른 하나는 특성에 가중치를 곱해 더하기만 하는 모델 가운데 가장 좋은 *선형 회귀*(linear regression)입니다. 공정하게 비교하도록 선형 회귀에도 똑같이 준비한 특성을 줍니다.

# %%
from sklearn.linear_model import LinearRegression

test_mse, test_mae = network.evaluate(x_test, y_test, verbose=0)
linear = LinearRegression().fit(x_fit, y_fit)
rmse = {
    "always the mean": metrics.root_mean_squared_error(y_test, np.full(len(y_test), y_fit.mean())),
    "linear regression": metrics.root_mean_squared_error(y_test, linear.predict(x_test)),
    "network": np.sqrt(test_mse),
}
print(f"network: RMSE {rmse['network']:.3f}, MAE {test_mae:.3f} (in 100,000 dollars)")
print(f"RMSE is {1 - rmse['network'] / rmse['linear regression']:.0%} lower than linear regression's")

# %% alt.en="Horizontal bars of the RMSE in thousand dollars: always the mean is longest, linear regression much shorter, the network shortest." alt.ko="RMSE를 천 달러 단위로 나타낸 가로 막대그래프. 언제나 평균이라고 답할 때가 가장 길고, 선형 회귀는 훨씬 짧으며, 신경망이 가장 짧습니다."
bars = (100 * pd.Series(rmse)).iloc[::-1].plot.barh(figsize=(7, 1.9), color=[ORANGE, BLUE, "0.7"])
bars.bar_label(bars.containers[0], fmt="%.0f", padding=3)
bars.set_xlabel("RMSE on the test set, $1,000")
plt.show()

# %% [markdown] lang="en"
# On the real table linear regression is off by 67,000 dollars, the network by about 54,000: a fifth less. The network bends where a straight line can't: along the coast, around the cities. (In the generated table every value carries noise of 30,000 dollars; no model gets clearly below that there.)
#
# ### Exercise 6 · RMSE and a baseline (2 points)
#
# Write `compare_with_mean(y_train, y_true, y_pred)`: how much better is a model than always answering with the mean?
#
# - `y_train` are the targets of the training rows, an array of shape `(m,)`; `y_true` those of the test rows, shape `(n,)`.
# - `y_pred` are the model's predictions for the test rows, of shape `(n,)` or, as `predict` returns them, `(n, 1)`.
# - Return a tuple of three numbers `(model_rmse, baseline_rmse, improvement)`: the RMSE of the model on the test rows; the RMSE on the test rows of a baseline that always answers with the mean of `y_train`; and `improvement`, the share by which the model's RMSE is lower, $1 - \text{model} / \text{baseline}$. It is negative for a model that is worse than the baseline.

# %% [markdown] lang="ko"
# 실제 표에서 선형 회귀의 RMSE는 6만 7천 달러이고 신경망의 RMSE는 5만 4천 달러쯤입니다. 5분의 1이 줄었습니다. 해안과 도시 주변처럼 직선으로 맞출 수 없는 곳에서 신경망은 구부러질 수 있습니다. (가상의 표에서는 모든 값에 3만 달러의 잡음이 있으므로 어떤 모델의 RMSE도 3만 달러보다 뚜렷이 낮아지지 못합니다.)
#
# ### 연습문제 6 · RMSE와 기준선(2점)
#
# 모델이 언제나 평균이라고 답하는 것보다 얼마나 나은지 계산하는 함수 `compare_with_mean(y_train, y_true, y_pred)`를 작성하십시오.
#
# - `y_train`은 훈련 행의 타깃이며 형상이 `(m,)`인 배열입니다. `y_true`는 테스트 행의 타깃이며 형상은 `(n,)`입니다.
# - `y_pred`는 테스트 행에 대한 모델의 예측입니다. 형상은 `(n,)`이거나, `predict`가 반환하는 대로 `(n, 1)`입니다.
# - 수 세 개의 튜플 `(model_rmse, baseline_rmse, improvement)`를 반환합니다. 차례로 테스트 행에서 구한 모델의 RMSE, 언제나 `y_train`의 평균이라고 답하는 기준선을 테스트 행에서 구한 RMSE, 그리고 모델의 RMSE가 줄어든 비율 $1 - \text{모델} / \text{기준선}$입니다. 모델이 기준선보다 나쁘면 이 비율은 음수입니다.


# %% nbgrader={"grade": false, "grade_id": "compare-with-mean", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compare_with_mean(y_train, y_true, y_pred):
    """Compare a model's RMSE with that of always answering with the mean.

    Args:
        y_train: float array of shape (m,), the targets of the training rows.
        y_true: float array of shape (n,), the targets of the test rows.
        y_pred: float array of shape (n,) or (n, 1), the predictions for the test rows.

    Returns:
        A tuple of three numbers: the model's RMSE, the baseline's RMSE, and the share by which the first is lower.
    """
    ### BEGIN SOLUTION
    model_rmse = np.sqrt(np.mean((np.ravel(y_pred) - y_true) ** 2))
    baseline_rmse = np.sqrt(np.mean((np.mean(y_train) - y_true) ** 2))
    return float(model_rmse), float(baseline_rmse), float(1 - model_rmse / baseline_rmse)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "compare-with-mean-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

targets_before = np.array([1.0, 2.0, 6.0])  # mean 3
targets_now = np.array([1.0, 3.0, 5.0, 7.0])
column = np.array([[2.0], [3.0], [6.0], [5.0]])  # errors 1, 0, 1, -2
what = "compare_with_mean([1, 2, 6], [1, 3, 5, 7], [[2], [3], [6], [5]])"
check.close(
    compare_with_mean(targets_before, targets_now, column),
    [1.5**0.5, 6**0.5, 0.5],
    what,
    rtol=1e-3,
    en="Square, mean, root. A column (n, 1) minus a row (n,) makes a table (n, n): bring y_pred to shape (n,) first. "
    "The baseline answers with the mean of y_train and is judged on y_true; improvement is 1 - model / baseline.",
    ko="제곱하고, 평균을 내고, 제곱근을 구합니다. (n, 1)인 열에서 (n,)을 빼면 (n, n)인 표가 되므로 먼저 y_pred를 (n,)으로 바꾸십시오. "
    "기준선은 y_train의 평균으로 답하고 y_true로 평가합니다. 줄어든 비율은 1 - 모델 / 기준선입니다.",
)
check.passed("model 1.225", "baseline 2.449", "improvement 0.5")

# %% nbgrader={"grade": true, "grade_id": "compare-with-mean-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("compare-with-mean")
for as_column, noise in ((False, 0.5), (True, 0.3), (False, 9.0)):
    known = rng.normal(4.0, 2.0, size=int(rng.integers(20, 40)))
    asked = rng.normal(5.0, 2.0, size=int(rng.integers(10, 30)))
    wrong_by = rng.normal(0.5, noise, size=len(asked))
    guesses = asked + wrong_by
    own, base = np.sqrt((wrong_by**2).mean()), np.sqrt(((asked - known.mean()) ** 2).mean())
    check.close(
        compare_with_mean(known, asked, guesses[:, None] if as_column else guesses),
        [own, base, (base - own) / base],
        f"compare_with_mean(y_train, y_true, y_pred), y_pred.shape = {(len(asked), 1)[: 1 + as_column]}",
        rtol=1e-3,
        atol=1e-4,
        en="Both shapes of y_pred have to work, and a model worse than the baseline, whose improvement is negative.",
        ko="y_pred의 두 형상을 모두 처리해야 합니다. 모델이 기준선보다 나쁘면 비율은 음수입니다.",
    )
check.passed("3 drawn sets of predictions")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 8 · Predict
#
# `predict` returns one row for each district, here of a single number, so its shape is `(n, 1)`. `[:, 0]` makes a vector of it.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# `predict`는 구역마다 한 행을 반환합니다. 여기서는 행에 수가 하나뿐이므로 형상이 `(n, 1)`입니다. `[:, 0]`을 붙이면 벡터가 됩니다.

# %%
predicted_column = network.predict(x_test, verbose=0)
y_pred = predicted_column[:, 0]
print(predicted_column.shape, "becomes", y_pred.shape)
pd.DataFrame({"predicted": y_pred[:5], "true": y_test[:5], "error": y_pred[:5] - y_test[:5]}).round(2)

# %% [markdown] lang="en"
# A *true-versus-predicted plot* shows more than one number. On the diagonal the network is right; below it the network says too little, above too much. At the right edge of the real table stands the wall of 500,001: some of those houses would surely have cost more than the network is allowed to see. The histogram shows the errors; they should lie around 0, without a lean to one side.

# %% [markdown] lang="ko"
# *정답과 예측을 견준 그림*은 수 하나보다 많은 것을 보여 줍니다. 대각선에 놓인 점은 맞힌 것이고, 대각선보다 아래에 있으면 너무 낮게, 위에 있으면 너무 높게 예측한 것입니다. 실제 표에서는 오른쪽 끝에 500,001의 벽이 있습니다. 그 집들 가운데 일부는 틀림없이 더 비쌌을 텐데 신경망은 그 값을 볼 수 없습니다. 히스토그램은 오차를 보여 줍니다. 오차는 한쪽으로 기울지 않고 0을 중심으로 모여 있어야 합니다.

# %% alt.en="Left: predicted against true value, a cloud along the diagonal, wider at the top. Right: histogram of the errors, a bell around 0." alt.ko="왼쪽: 정답에 대한 예측의 산점도. 점들이 대각선을 따라 모여 있고 위로 갈수록 퍼집니다. 오른쪽: 0을 중심으로 종 모양인 오차의 히스토그램."
_, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4), width_ratios=[1, 1.3])
left.scatter(y_test, y_pred, s=3, alpha=0.4, color=BLUE)
left.plot([0, 5], [0, 5], color=ORANGE)
left.set(xlabel="true value, $100,000", ylabel="predicted value, $100,000", xlim=(-0.2, 6), ylim=(-0.2, 6))
left.set_aspect("equal")
right.hist(y_pred - y_test, bins=60, color=BLUE)
right.axvline(0, color=ORANGE)
right.set(xlabel="error: predicted − true, $100,000", ylabel="districts")
plt.show()

# %% [markdown] lang="en"
# Is the network equally good everywhere? A single RMSE can hide a group that fares badly. Look at the column `districts` too: the fewer a group has, the less its number proves.

# %% [markdown] lang="ko"
# 신경망이 어디에서나 똑같이 잘합니까? RMSE 하나만 보면 결과가 나쁜 집단이 가려질 수 있습니다. `districts` 열도 함께 보십시오. 구역이 적은 집단일수록 그 수를 믿기 어렵습니다.

# %%
groups = table.loc[table_test.index, "ocean_proximity"]
squared = pd.DataFrame({"network": (y_pred - y_test) ** 2, "linear": (linear.predict(x_test) - y_test) ** 2})
by_place = np.sqrt(squared.groupby(groups.to_numpy()).mean())
by_place.assign(districts=groups.value_counts()).round(3)

# %% [markdown] lang="en"
# ### Exercise 7 · Why not ReLU at the end? (2 points, marked by a person)
#
# A colleague says: "A house is never worth less than nothing. So I put `activation="relu"` on the output layer of the regression network. Then it can't make nonsense predictions."
#
# Training sometimes works and sometimes ends with a network that answers 0 for **every** district, however long it goes on. Explain how that can happen: what does the gradient do there? Name also one regression task, or one way of preparing the target, for which a ReLU output would be wrong even if training went well. Then say what you would do. Five sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 왜 끝에 ReLU를 두지 않는가(2점, 사람이 채점)
#
# 동료가 말합니다. "집값은 0보다 작을 수 없어. 그래서 회귀 신경망의 출력층에 `activation="relu"`를 넣었어. 그러면 말이 안 되는 예측은 못 하겠지."
#
# 그런데 훈련이 잘될 때도 있지만, 아무리 오래 훈련해도 **모든** 구역에 0이라고만 답하는 신경망이 될 때도 있습니다. 어떻게 그런 일이 생기는지, 그때 그레이디언트가 어떻게 되는지 설명하십시오. 또 훈련이 잘되더라도 ReLU 출력을 쓰면 안 되는 회귀 문제나 타깃 준비 방법을 한 가지 드십시오. 그리고 여러분이라면 어떻게 할지 쓰십시오. 다섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "relu-output", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** ReLU gives 0 for every negative sum, and its slope there is 0. If the output unit's weighted sum is negative for all rows, by unlucky starting weights or after one step that was too large, the output is 0 everywhere and the gradient of the loss with respect to every weight is 0 as well, because each passes through that slope. No step changes anything any more: the unit is dead, although the loss is large. Even one row with a negative sum is not corrected by its own error.
# Besides, ReLU can't give negative numbers: a target that was standardised to mean 0, a change of price, a temperature or a profit lies below 0 half of the time. So the output stays linear. Who must have values above 0 trains on the logarithm of the target, or takes softplus or exp at the end, or cuts negative predictions off *after* training.
#
# *Rubric.* 1 point: output 0 goes with slope 0, so all gradients vanish and the unit can't recover (half a point for "dying ReLU" or "negative becomes 0" without the vanishing gradient). 1 point: a valid case with negative targets **and** a sensible remedy, linear output at least (half a point for one of the two).
#
# **모범 답안.** ReLU는 합이 음수이면 언제나 0을 내놓고, 그곳에서는 기울기도 0입니다. 처음 가중치가 나빴거나 한 단계가 너무 커서 출력 유닛의 합이 모든 행에서 음수가 되면 출력은 어디서나 0입니다. 모든 가중치의 그레이디언트는 이 기울기를 거쳐 계산되므로 역시 모두 0이 됩니다. 손실이 큰데도 어떤 단계에서도 아무것도 바뀌지 않습니다. 유닛이 죽은 것입니다. 합이 음수인 행이 하나뿐이더라도 그 행의 오차로는 고쳐지지 않습니다.
# 게다가 ReLU는 음수를 내놓을 수 없습니다. 평균이 0이 되도록 표준화한 타깃, 값의 변화량, 기온, 손익은 절반쯤이 0보다 작습니다. 그러므로 출력은 선형으로 둡니다. 꼭 양수가 나와야 한다면 타깃의 로그로 훈련하거나, 끝에 softplus나 exp를 쓰거나, 훈련이 끝난 *뒤에* 음수인 예측을 0으로 자릅니다.
#
# *채점 기준.* 1점: 출력이 0인 곳에서 기울기도 0이라 그레이디언트가 모두 사라지고 유닛이 되살아나지 못함을 설명함(그레이디언트가 사라진다는 설명 없이 "ReLU가 죽는다"거나 "음수가 0이 된다"고만 쓰면 0.5점). 1점: 타깃이 음수가 되는 알맞은 예를 들고 **또** 알맞은 해결책(적어도 선형 출력)을 씀(둘 중 하나만 쓰면 0.5점).

# %% [markdown] lang="en"
# ## 9 · Improve
#
# What we choose ourselves is a *hyperparameter*: units, layers, learning rate, batch size, dropout. `Dropout(0.1)` sets a random tenth of its inputs to 0 in every training step, so that no unit can rely on one other; when the network predicts, it does nothing. It is a means against overfitting, at the price of slower learning: too much of it, and the network underfits.
#
# Three more networks, judged by the **validation** set. The test set stays out of it, or the choice would flatter itself. Together they take a minute or so.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# 우리가 정하는 값을 *하이퍼파라미터*(hyperparameter)라고 합니다. 유닛과 층의 수, 학습률, 배치 크기, 드롭아웃이 그렇습니다. `Dropout(0.1)`은 훈련 단계마다 입력의 10분의 1을 무작위로 골라 0으로 만듭니다. 이것이 *드롭아웃*(dropout)이며, 유닛이 다른 유닛 하나에만 기댈 수 없게 합니다. 예측할 때는 아무 일도 하지 않습니다. 과대적합을 줄이는 대신 학습이 느려집니다. 지나치게 쓰면 과소적합이 됩니다.
#
# 신경망 세 개를 더 만들어 **검증** 세트로 견줍니다. 테스트 세트는 쓰지 않습니다. 테스트 세트를 보고 고르면 결과가 실제보다 좋아 보이기 때문입니다. 모두 1분쯤 걸립니다.


# %%
def try_out(units, rate):
    """Train a network with two hidden layers of so many units and this dropout rate, stopped early."""
    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.Input(shape=(num_features,))])
    for name in ("hidden_1", "hidden_2"):
        model.add(keras.layers.Dense(units, activation="relu", name=name))
        model.add(keras.layers.Dropout(rate))
    model.add(keras.layers.Dense(1, name="value"))
    model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse", metrics=["mae"])
    stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
    data = {"validation_data": (x_val, y_val), "epochs": hiddenlayers.epochs(60), "batch_size": 128}
    fitted = model.fit(x_fit, y_fit, callbacks=[stop], verbose=0, **data)
    return model, np.sqrt(min(fitted.history["val_loss"]))


# %%
candidates = {"64 units": (network, np.sqrt(curves["val_loss"].min()))}
candidates["64 units, dropout 0.1"] = try_out(64, 0.1)
candidates["128 units, dropout 0.1"] = try_out(128, 0.1)
candidates["128 units, dropout 0.5"] = try_out(128, 0.5)
validation_rmse = pd.Series({name: found for name, (_, found) in candidates.items()})
validation_rmse.round(4)

# %% alt.en="Horizontal bars of the validation RMSE of four networks; they differ by a few thousand dollars." alt.ko="신경망 네 개의 검증 RMSE를 나타낸 가로 막대그래프. 서로 몇천 달러 차이입니다."
bars = (100 * validation_rmse).iloc[::-1].plot.barh(figsize=(7, 1.9), color=BLUE)
bars.bar_label(bars.containers[0], fmt="%.1f", padding=3)
bars.set_xlabel("RMSE on the validation set, $1,000")
plt.show()

# %% [markdown] lang="en"
# On the real table a dropout of 0.1 helps; 0.5 is too much, and the network underfits. The winner on the validation set is our model, and only now does the test set judge it.
#
# > **Caution.** Differences of a few hundred dollars are chance: another seed may turn them round. Train each candidate with several seeds before you believe in a small gain.

# %% [markdown] lang="ko"
# 실제 표에서는 드롭아웃 0.1이 도움이 되고, 0.5는 지나쳐서 과소적합이 됩니다. 검증 세트에서 가장 좋은 것을 우리의 모델로 정하고, 테스트 세트로는 이제야 평가합니다.
#
# > **주의.** 몇백 달러의 차이는 우연입니다. 시드를 바꾸면 순서가 뒤바뀔 수 있습니다. 작은 차이를 믿으려면 후보마다 시드를 여러 번 바꾸어 훈련해 보아야 합니다.

# %%
chosen_name = validation_rmse.idxmin()
chosen = candidates[chosen_name][0]
chosen_rmse = np.sqrt(chosen.evaluate(x_test, y_test, verbose=0)[0])
print(f"chosen: {chosen_name}; test RMSE {chosen_rmse:.3f}, before {rmse['network']:.3f}")
print(f"RMSE is {1 - chosen_rmse / rmse['linear regression']:.0%} lower than linear regression's")

# %% [markdown] lang="en"
# ## 10 · Save
#
# - `save("house.keras")` writes the whole model, layers, weights, loss and optimizer, and `load_model` brings it back.
# - `save_weights("house.weights.h5")` writes the numbers only. `load_weights` needs a model of the same structure to put them in.
#
# Early stopping's twin, the checkpoint, is such a file too: it holds the best epoch of section 6.
#
# A model is of no use without its preparation: to use it on new rows you need the same `typical` values and the same `scaler`.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# - `save("house.keras")`는 층, 가중치, 손실, 옵티마이저까지 모델 전체를 저장하고, `load_model`로 다시 불러옵니다.
# - `save_weights("house.weights.h5")`는 가중치만 저장합니다. `load_weights`로 불러오려면 구조가 같은 모델이 있어야 합니다.
#
# 6절에서 만든 체크포인트도 이런 파일이며, 가장 좋았던 에포크의 모델이 들어 있습니다.
#
# 준비 과정이 없으면 모델은 쓸모가 없습니다. 새로운 행에 쓰려면 같은 `typical` 값과 같은 `scaler`가 필요합니다.

# %%
with tempfile.TemporaryDirectory() as folder:
    chosen.save(Path(folder) / "house.keras")
    chosen.save_weights(Path(folder) / "house.weights.h5")
    restored = keras.models.load_model(Path(folder) / "house.keras")
    empty = keras.models.clone_model(chosen)
    empty.load_weights(Path(folder) / "house.weights.h5")
for name, model in (("whole model", restored), ("weights only", empty)):
    print(f"{name}: same answers", np.allclose(model(x_test[:100]), chosen(x_test[:100])))
from_checkpoint = keras.models.load_model(best_file)
print(
    "checkpoint: same answers as the network of section 6:",
    np.allclose(from_checkpoint(x_test), network(x_test)),
)
checkpoint_folder.cleanup()

# %% alt.en="The layers of the loaded network as boxes from top to bottom, dropout layers among them." alt.ko="불러온 신경망의 층을 위에서 아래로 그린 상자. 드롭아웃 층도 있습니다."
show_network(restored)

# %% [markdown] lang="en"
# ## 11 · The same road: yes or no?
#
# ### Frame, look, prepare
#
# A tumour in the breast is benign or malignant. The table holds 569 of them, with 30 measurements of cell nuclei under the microscope. This is *binary classification*: two classes, and the network gives one number, the probability of one of them.
#
# Which one? The class that we look for is called *positive*, the other one *negative*. scikit-learn numbers malignant 0 and benign 1; we look for malignant, so we turn it round. Split and scaling go as before; `stratify` keeps the share of both classes equal in all parts.
#
# *Data: Breast Cancer Wisconsin (Diagnostic), W. Wolberg, O. Mangasarian, N. Street, W. Street, UCI, CC BY 4.0; it ships with scikit-learn. A teaching example, no tool for diagnosis.*

# %% [markdown] lang="ko"
# ## 11 · 같은 길: 예 또는 아니요
#
# ### 정의하고, 살펴보고, 준비하기
#
# 유방의 종양은 양성 종양(良性, benign)이거나 악성 종양(惡性, malignant)입니다. 이 표에는 종양 569개와, 현미경으로 본 세포핵을 측정한 값 30가지가 들어 있습니다. 클래스가 둘인 이런 문제가 *이진 분류*(binary classification)입니다. 신경망은 수 하나, 곧 둘 가운데 한 클래스의 확률을 내놓습니다.
#
# 어느 클래스의 확률입니까? 우리가 찾는 클래스를 *양성*(陽性, positive), 나머지를 *음성*(陰性, negative)이라고 부릅니다. 양성 종양의 '양성'과는 다른 말이며, 여기서는 악성 종양이 양성 클래스입니다. scikit-learn에서는 악성이 0, 양성 종양이 1인데, 우리는 악성을 찾으므로 뒤집습니다. 나누기와 스케일링은 앞에서와 같습니다. `stratify`를 쓰면 두 클래스의 비율이 모든 부분에서 같게 유지됩니다.
#
# *데이터: Breast Cancer Wisconsin (Diagnostic), W. Wolberg, O. Mangasarian, N. Street, W. Street, UCI, CC BY 4.0. scikit-learn에 들어 있습니다. 학습용 예제이며 진단 도구가 아닙니다.*

# %%
cancer = load_breast_cancer()
malignant = 1 - cancer.target
c_rest, c_test, m_rest, m_test = train_test_split(
    cancer.data, malignant, test_size=0.2, stratify=malignant, random_state=1
)
c_fit, c_val, m_fit, m_val = train_test_split(c_rest, m_rest, test_size=0.25, stratify=m_rest, random_state=1)
cell_scaler = StandardScaler().fit(c_fit)
c_fit, c_val, c_test = (cell_scaler.transform(part).astype("float32") for part in (c_fit, c_val, c_test))
print(
    f"breast cancer: {len(malignant)} tumours that ship with scikit-learn, {malignant.mean():.0%} malignant"
)
print(len(c_fit), "to learn from,", len(c_val), "to validate,", len(c_test), "to test")

# %% [markdown] lang="en"
# ### Sigmoid and binary cross-entropy
#
# The output layer has one unit again, but with the *sigmoid* function, which presses any score $z$ into the range from 0 to 1, a probability $p$. The loss is *binary cross-entropy*: with $y = 1$ for positive and $y = 0$ for negative,
#
# $$p = \frac{1}{1 + e^{-z}} \qquad L = -\,y \ln p - (1 - y)\ln(1 - p)$$
#
# Only one of the two terms counts, the one of the true class. Sure and wrong is expensive. Sure and right is free.

# %% [markdown] lang="ko"
# ### 시그모이드와 이진 교차 엔트로피
#
# 출력층의 유닛은 이번에도 하나이지만 *시그모이드*(sigmoid) 함수를 씁니다. 시그모이드는 어떤 점수 $z$든 0과 1 사이의 확률 $p$로 바꿉니다. 손실은 *이진 교차 엔트로피*(binary cross-entropy)입니다. 양성이면 $y = 1$, 음성이면 $y = 0$이라고 할 때 다음과 같습니다.
#
# $$p = \frac{1}{1 + e^{-z}} \qquad L = -\,y \ln p - (1 - y)\ln(1 - p)$$
#
# 두 항 가운데 정답인 클래스의 항만 남습니다. 확신하고 틀리면 손실이 크고, 확신하고 맞히면 손실이 거의 없습니다.

# %% alt.en="Left: the sigmoid, an S from 0 to 1 through one half at score 0. Right: the loss against the probability: for positive rows it falls from above 4 to 0, for negative rows it rises from 0 to above 4." alt.ko="왼쪽: 점수 0에서 2분의 1을 지나는 S자 모양의 시그모이드. 오른쪽: 확률에 대한 손실. 양성인 행에서는 4가 넘는 값에서 0으로 내려가고 음성인 행에서는 0에서 올라갑니다."
z = np.linspace(-6, 6, 200)
p = np.linspace(0.01, 0.99, 200)
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.5))
left.plot(z, 1 / (1 + np.exp(-z)), color=BLUE)
left.set(xlabel="score z", ylabel="probability p", title="sigmoid")
right.plot(p, -np.log(p), color=ORANGE, label="y = 1 (positive)")
right.plot(p, -np.log(1 - p), "--", color=GREEN, label="y = 0 (negative)")
right.set(xlabel="probability p", title="binary cross-entropy")
right.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Build, compile, train, evaluate
#
# *Accuracy* is the share of right answers, where a probability of at least 0.5 counts as a yes. Who always says "benign" is right in 63 of 100 cases: that is the baseline here.
#
# With only 341 tumours to learn from, one hidden layer of 16 units and a good deal of dropout are enough.

# %% [markdown] lang="ko"
# ### 만들고, 컴파일하고, 훈련하고, 평가하기
#
# *정확도*(accuracy)는 맞힌 비율이며, 확률이 0.5 이상이면 '예'로 봅니다. 언제나 '양성 종양'이라고만 답해도 100번에 63번은 맞습니다. 이것이 여기서의 기준선입니다.
#
# 배울 종양이 341개뿐이므로 유닛 16개인 은닉층 하나와 넉넉한 드롭아웃이면 충분합니다.

# %%
keras.utils.set_random_seed(1)
detector = keras.Sequential(
    [
        keras.Input(shape=(30,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
detector.compile(optimizer=keras.optimizers.Adam(0.003), loss="binary_crossentropy", metrics=["accuracy"])
detector_history = detector.fit(
    c_fit, m_fit, epochs=hiddenlayers.epochs(40), validation_data=(c_val, m_val), verbose=0
)
detector_loss, detector_accuracy = detector.evaluate(c_test, m_test, verbose=0)
print(f"test accuracy {detector_accuracy:.3f}, always benign {1 - m_test.mean():.3f}")

# %% [markdown] lang="en"
# About 97 of 100. But the test set has only 114 tumours, so each single one is almost a whole percent: another split gives anything from 94 to 98.
#
# ### Not all mistakes are equal
#
# The *confusion matrix* counts: rows are the true classes, columns the predicted ones. A malignant tumour called benign, a *false negative*, may cost a life; a benign one called malignant, a *false positive*, costs a night's sleep and another examination. Two numbers keep them apart. *Precision*: when it says malignant, how often is it right? *Recall*: of all malignant tumours, how many did it find? The *F1 score* is high only if both are. In the formulas $TP$ counts the true positives, $FP$ the false positives and $FN$ the false negatives.
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN} \qquad F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$

# %% [markdown] lang="ko"
# 100개 가운데 97개쯤 맞힙니다. 하지만 테스트 세트에는 종양이 114개뿐이어서 하나하나가 거의 1퍼센트포인트입니다. 데이터를 다르게 나누면 94에서 98까지 나올 수 있습니다.
#
# ### 실수라고 다 같지는 않다
#
# *혼동 행렬*(confusion matrix)의 행은 정답인 클래스, 열은 예측한 클래스입니다. 악성을 양성 종양이라고 하는 *거짓 음성*(false negative)은 목숨을 앗아 갈 수 있습니다. 양성 종양을 악성이라고 하는 *거짓 양성*(false positive)은 잠 못 드는 밤과 한 번 더 받는 검사로 끝납니다. 두 가지 수로 이를 구별합니다. *정밀도*(precision)는 "악성이라고 했을 때 얼마나 맞는가?", *재현율*(recall)은 "모든 악성 종양 가운데 얼마나 찾아냈는가?"입니다. *F1 점수*는 둘 다 높을 때만 높습니다. 아래에서 $TP$는 *진짜 양성*(true positive), $FP$는 거짓 양성, $FN$은 거짓 음성의 개수입니다.
#
# $$\text{정밀도} = \frac{TP}{TP + FP} \qquad \text{재현율} = \frac{TP}{TP + FN} \qquad F_1 = \frac{2 \cdot \text{정밀도} \cdot \text{재현율}}{\text{정밀도} + \text{재현율}}$$

# %% alt.en="Two by two table of counts: true benign and malignant in rows, predicted in columns; nearly all counts stand on the diagonal." alt.ko="2×2 표. 행은 정답, 열은 예측이며 각각 양성 종양과 악성입니다. 거의 모든 수가 대각선에 있습니다."
chances = np.asarray(detector(c_test))[:, 0]
table_of_counts = metrics.confusion_matrix(m_test, chances >= 0.5)
names = ["benign", "malignant"]
plt.figure(figsize=(3.4, 2.6))
sns.heatmap(
    table_of_counts, annot=True, fmt="d", cmap="Blues", cbar=False, xticklabels=names, yticklabels=names
)
plt.xlabel("predicted")
plt.ylabel("true")
plt.show()

# %% [markdown] lang="en"
# ### Turn the threshold
#
# The network gives probabilities; where yes begins is our decision. A lower *threshold* finds more malignant tumours and raises more false alarms: recall goes up, precision usually down. It is chosen on the validation set, like everything else. With 114 tumours there the curves are jagged.

# %% [markdown] lang="ko"
# ### 임곗값 바꾸기
#
# 신경망은 확률을 내놓을 뿐이고, 어디서부터 '예'로 볼지는 우리가 정합니다. *임곗값*(threshold)을 낮추면 악성 종양을 더 많이 찾아내지만 거짓 경보도 늘어납니다. 재현율은 올라가고 정밀도는 대개 내려갑니다. 다른 모든 것처럼 임곗값도 검증 세트로 고릅니다. 검증 세트의 종양도 114개뿐이라 곡선이 들쭉날쭉합니다.

# %% alt.en="Precision and recall on the validation set against the threshold from 0 to 1: precision rises in steps, recall falls." alt.ko="0에서 1까지의 임곗값에 따른 검증 세트의 정밀도와 재현율. 정밀도는 계단처럼 올라가고 재현율은 내려갑니다."
val_chances = np.asarray(detector(c_val))[:, 0]
precisions, recalls, thresholds = metrics.precision_recall_curve(m_val, val_chances)
plt.figure(figsize=(5.5, 2.6))
plt.plot(thresholds, precisions[:-1], color=BLUE, label="precision")
plt.plot(thresholds, recalls[:-1], "--", color=ORANGE, label="recall")
plt.axvline(0.5, color="0.7", linewidth=1)
plt.xlabel("threshold")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 8 · Build a binary classifier (2 points)
#
# Write `build_classifier(num_features, hidden_units, rate)`.
#
# - The input is a batch of rows with `num_features` numbers each. Begin with `keras.Input`.
# - `hidden_units` is a list of whole numbers, which may be empty: for each, in that order, a `Dense` layer with that many units and ReLU, then a `Dropout` layer of its own with this `rate`.
# - The last layer has **one** unit with sigmoid. No dropout follows it.
# - Compile the model with the Adam optimizer, the loss binary cross-entropy and the accuracy metric. Take Keras's own, by name or as objects.
# - Sequential or Functional API, as you like. Return the model.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 이진 분류 모델 만들기(2점)
#
# 함수 `build_classifier(num_features, hidden_units, rate)`를 작성하십시오.
#
# - 입력은 행마다 수가 `num_features`개인 배치입니다. `keras.Input`으로 시작합니다.
# - `hidden_units`는 정수로 이루어진 리스트이며 빈 리스트일 수도 있습니다. 수마다 차례로, 유닛이 그 수만큼 있고 활성화 함수가 ReLU인 `Dense` 층 하나와 비율이 `rate`인 `Dropout` 층 하나를 놓습니다.
# - 마지막 층은 유닛이 **하나**이고 활성화 함수는 시그모이드입니다. 그 뒤에는 드롭아웃이 없습니다.
# - 옵티마이저는 Adam, 손실은 이진 교차 엔트로피, 지표는 정확도로 컴파일합니다. 모두 Keras에 있는 것을 이름이나 객체로 줍니다.
# - Sequential API와 함수형 API 가운데 어느 쪽이든 좋습니다. 모델을 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "build-classifier", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_classifier(num_features, hidden_units, rate):
    """Build and compile a network that gives the probability of the positive class.

    Args:
        num_features: int, the number of inputs.
        hidden_units: list of int, the units of each hidden layer, in order; may be empty.
        rate: float, the rate of the Dropout layer after each hidden layer.

    Returns:
        A compiled Keras model: rows of shape (batch, num_features) in, probabilities (batch, 1) out.
    """
    ### BEGIN SOLUTION
    classifier = keras.Sequential([keras.Input(shape=(num_features,))])
    for units in hidden_units:
        classifier.add(keras.layers.Dense(units, activation="relu"))
        classifier.add(keras.layers.Dropout(rate))
    classifier.add(keras.layers.Dense(1, activation="sigmoid"))
    classifier.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return classifier
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-classifier-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

what = "build_classifier(9, [14, 6], 0.25)"
check.seed(3)
yes_or_no = check.model(build_classifier(9, [14, 6], 0.25), what)
facts = check.describe(yes_or_no)
check.equal(
    facts.input_shape,
    (None, 9),
    "model.input_shape",
    en="keras.Input(shape=(num_features,))",
    ko="keras.Input(shape=(num_features,))",
)
check.equal(
    facts.output_shape,
    (None, 1),
    "model.output_shape",
    en="One unit is enough for two classes: it gives the probability of the positive one.",
    ko="클래스가 둘이면 유닛 하나로 충분합니다. 그 유닛이 양성일 확률을 내놓습니다.",
)
check.equal(
    facts.parameters,
    (9 * 14 + 14) + (14 * 6 + 6) + (6 + 1),
    "model.count_params()",
    en="Dense layers of 14, 6 and 1 units, in that order, with biases.",
    ko="유닛이 14, 6, 1개인 Dense 층을 순서대로 놓습니다. 편향도 있어야 합니다.",
)
dropouts = facts.of_kind("Dropout")
check.equal(
    [layer.output_shape for layer in dropouts],
    [(None, 14), (None, 6)],
    "Dropout.output.shape",
    en="One Dropout layer comes after each hidden layer, and none after the last layer.",
    ko="Dropout 층은 각 은닉층의 뒤에 하나씩 놓고, 마지막 층 뒤에는 놓지 않습니다.",
)
check.close([layer.config["rate"] for layer in dropouts], [0.25, 0.25], "Dropout.rate")
rows = np.random.default_rng(0).normal(scale=2, size=(60, 9)).astype("float32")
w1, b1, w2, b2, w3, b3 = check.weights(yes_or_no)
scores = np.maximum(np.maximum(rows @ w1 + b1, 0) @ w2 + b2, 0) @ w3 + b3
check.close(
    check.predict(yes_or_no, rows),
    1 / (1 + np.exp(-scores)),
    "model(rows)",
    rtol=1e-3,
    atol=1e-4,
    en="ReLU in the hidden layers, sigmoid in the last one. Softmax over a single unit would always give 1.",
    ko="은닉층에는 ReLU, 마지막 층에는 시그모이드를 씁니다. 유닛 하나에 소프트맥스를 쓰면 늘 1이 나옵니다.",
)
check.equal(
    facts.loss,
    "binary_crossentropy",
    f"{what}: loss",
    en='Compile with loss="binary_crossentropy", Keras\'s own.',
    ko='Keras의 loss="binary_crossentropy"로 컴파일하십시오.',
)
check.that(
    not facts.loss_config.get("from_logits", False),
    f"{what}: the loss has from_logits=True, but sigmoid already gives a probability: leave it False.",
    f"{what}: 손실이 from_logits=True로 되어 있습니다. 시그모이드의 출력은 이미 확률이므로 False로 두어야 합니다.",
)
check.equal(facts.optimizer, "adam", f"{what}: optimizer", en="Use Adam.", ko="Adam을 쓰십시오.")
check.that(
    any(metric in ("accuracy", "binary_accuracy") for metric in facts.metrics),
    f'{what}: the accuracy metric is missing, found {list(facts.metrics)}. Add metrics=["accuracy"].',
    f'{what}: 정확도 지표가 없습니다(나온 값: {list(facts.metrics)}). metrics=["accuracy"]를 추가하십시오.',
)
check.passed("shapes", f"{facts.parameters} parameters", "Dropout 0.25", "sigmoid", "binary_crossentropy")

# %% nbgrader={"grade": true, "grade_id": "build-classifier-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import itertools

import numpy as np
from hiddenlayers import check

rng = check.rng("build-classifier")
for depth in (0, 1, 3):
    wide = int(rng.integers(5, 12))
    units = [int(number) for number in rng.choice(np.arange(8, 24), size=depth, replace=False)]
    dropped = float(np.round(rng.uniform(0.1, 0.6), 2))
    call = f"build_classifier({wide}, {units}, {dropped})"
    check.seed(int(rng.integers(1000)))
    made = check.model(build_classifier(wide, list(units), dropped), call)
    found = check.describe(made)
    sizes = [wide, *units, 1]
    check.equal(found.input_shape, (None, wide), f"{call}.input_shape")
    check.equal(found.output_shape, (None, 1), f"{call}.output_shape")
    check.equal(
        found.parameters,
        sum((before + 1) * after for before, after in itertools.pairwise(sizes)),
        f"{call}.count_params()",
        en="One Dense layer for each entry of hidden_units, none if it is empty, and one of a single unit.",
        ko="hidden_units의 항목마다 Dense 층이 하나씩 있고(빈 리스트이면 없음) 유닛이 하나인 층이 하나 더 있어야 합니다.",
    )
    layers_found = found.of_kind("Dropout")
    check.equal(
        [layer.output_shape for layer in layers_found],
        [(None, number) for number in units],
        f"{call}: Dropout.output.shape",
        en="A Dropout layer follows each hidden layer, and only those.",
        ko="Dropout 층은 각 은닉층 뒤에만 하나씩 있어야 합니다.",
    )
    check.close(
        [layer.config["rate"] for layer in layers_found],
        [dropped] * depth,
        f"{call}: Dropout.rate",
        en="The rate is the argument's.",
        ko="비율은 인수로 받은 값이어야 합니다.",
    )
    batch = rng.normal(scale=2, size=(60, wide)).astype("float32")
    inside = batch
    arrays = check.weights(made)
    for matrix, bias in zip(arrays[:-2:2], arrays[1:-2:2], strict=True):
        inside = np.maximum(inside @ matrix + bias, 0)
    check.close(
        check.predict(made, batch),
        1 / (1 + np.exp(-(inside @ arrays[-2] + arrays[-1]))),
        f"{call}(rows)",
        rtol=1e-3,
        atol=1e-4,
        en="ReLU in the hidden layers, sigmoid in the last one.",
        ko="은닉층에는 ReLU, 마지막 층에는 시그모이드를 씁니다.",
    )
    check.equal(found.loss, "binary_crossentropy", f"{call}: loss")
    check.that(
        not found.loss_config.get("from_logits", False),
        f"{call}: from_logits has to be False after sigmoid.",
        f"{call}: 시그모이드 뒤에서는 from_logits가 False여야 합니다.",
    )
    check.equal(found.optimizer, "adam", f"{call}: optimizer")
    check.that(
        any(metric in ("accuracy", "binary_accuracy") for metric in found.metrics),
        f"{call}: the accuracy metric is missing.",
        f"{call}: 정확도 지표가 없습니다.",
    )
check.passed("3 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 9 · Report at a threshold (2 points)
#
# Write `report_at(y_true, probabilities, threshold)`: how good is a binary classifier if yes begins at this threshold? Count yourself, with NumPy or plain Python; scikit-learn is allowed too.
#
# - `y_true` is an integer array of shape `(n,)`, 1 for positive and 0 for negative.
# - `probabilities` are the probabilities of the positive class as `predict` returns them, a float array of shape `(n, 1)`.
# - A row counts as predicted positive if its probability is `threshold` **or more**.
# - Return a dict with exactly the keys `"accuracy"`, `"precision"`, `"recall"` and `"f1"`; the values are `float` or NumPy floats from 0 to 1.
# - `y_true` always has positives. If no row is predicted positive, or none of those rightly, then precision, recall and F1 are all 0.0, without a warning or an error.

# %% [markdown] lang="ko"
# ### 연습문제 9 · 임곗값에 따른 성적표(2점)
#
# '예'가 주어진 임곗값에서 시작할 때 이진 분류 모델이 얼마나 좋은지 알려 주는 함수 `report_at(y_true, probabilities, threshold)`를 작성하십시오. NumPy나 파이썬만으로 직접 세어 보십시오. scikit-learn을 써도 됩니다.
#
# - `y_true`는 형상이 `(n,)`인 정수 배열이며, 양성이면 1, 음성이면 0입니다.
# - `probabilities`는 `predict`가 반환하는 대로의 양성일 확률이며, 형상이 `(n, 1)`인 실수 배열입니다.
# - 확률이 `threshold` **이상**인 행을 양성으로 예측한 것으로 봅니다.
# - 키가 정확히 `"accuracy"`, `"precision"`, `"recall"`, `"f1"`인 dict를 반환합니다. 값은 0에서 1까지의 `float`이나 NumPy 실수입니다.
# - `y_true`에는 양성이 늘 있습니다. 양성으로 예측한 행이 없거나 그 가운데 맞은 것이 하나도 없으면 정밀도, 재현율, F1 점수는 모두 0.0이며, 경고나 오류가 나지 않아야 합니다.


# %% nbgrader={"grade": false, "grade_id": "report-at", "locked": false, "schema_version": 3, "solution": true, "task": false}
def report_at(y_true, probabilities, threshold):
    """Judge a binary classifier whose yes begins at a threshold.

    Args:
        y_true: int array of shape (n,), 1 for positive and 0 for negative.
        probabilities: float array of shape (n, 1), the probability of the positive class.
        threshold: float, from which probability on a row is predicted positive.

    Returns:
        A dict of float with the keys accuracy, precision, recall and f1.
    """
    ### BEGIN SOLUTION
    positive = probabilities[:, 0] >= threshold
    hits = np.sum(positive & (y_true == 1))
    accuracy = np.mean(positive == (y_true == 1))
    precision = hits / max(np.sum(positive), 1)
    recall = hits / np.sum(y_true == 1)
    f1 = 2 * hits / (np.sum(positive) + np.sum(y_true == 1))
    return {"accuracy": accuracy, "precision": precision, "recall": recall, "f1": f1}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "report-at-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

illness = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
suspicion = np.array([0.9, 0.8, 0.5, 0.3, 0.7, 0.2, 0.2, 0.1, 0.1, 0.1])[:, None]
report = report_at(illness, suspicion, 0.5)
check.that(
    type(report) in (dict,) and set(report) == {"accuracy", "precision", "recall", "f1"},
    f'report_at(…): expected a dict with the keys "accuracy", "precision", "recall", "f1", found {check.describe_value(report)}.',
    f'report_at(…): 키가 "accuracy", "precision", "recall", "f1"인 dict를 반환해야 합니다. 나온 값은 {check.describe_value(report)}.',
)
hints = {
    "accuracy": ("The share of right answers.", "맞힌 비율입니다."),
    "precision": (
        "Of the rows predicted positive, how many are.",
        "양성으로 예측한 행 가운데 정말 양성인 비율입니다.",
    ),
    "recall": ("Of the positive rows, how many are found.", "양성인 행 가운데 찾아낸 비율입니다."),
    "f1": (
        "2 · precision · recall / (precision + recall).",
        "2 · 정밀도 · 재현율 / (정밀도 + 재현율)입니다.",
    ),
}
for key, wanted in (("accuracy", 0.8), ("precision", 0.75), ("recall", 0.75), ("f1", 0.75)):
    check.close(
        report[key],
        wanted,
        f'report["{key}"]',
        rtol=1e-4,
        en=f"{hints[key][0]} A probability of exactly 0.5 is positive here; probabilities has shape (n, 1): take its column.",
        ko=f"{hints[key][1]} 확률이 꼭 0.5인 행은 여기서 양성입니다. probabilities의 형상은 (n, 1)이므로 그 열을 꺼내십시오.",
    )
check.passed("accuracy 0.8", "precision 0.75", "recall 0.75", "f1 0.75")

# %% nbgrader={"grade": true, "grade_id": "report-at-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("report-at")
for limit, found, alarms in ((0.25, None, None), (0.75, None, None), (0.5, 0, 3), (0.875, 0, 0)):
    sick, well = int(rng.integers(8, 20)), int(rng.integers(25, 40))
    found = int(rng.integers(2, sick - 2)) if found is None else found
    alarms = found + int(rng.integers(1, 5)) if alarms is None else alarms
    truth = np.repeat([1, 1, 0, 0], [found, sick - found, alarms, well - alarms])
    yes = np.repeat([True, False, True, False], [found, sick - found, alarms, well - alarms])
    chance = np.where(
        yes, rng.uniform(limit + 0.01, 0.99, len(yes)), rng.uniform(0.01, limit - 0.01, len(yes))
    )
    chance[np.flatnonzero(yes)[:1]] = limit  # exactly at the threshold
    mixed = rng.permutation(len(truth))
    good = found + well - alarms
    answer = report_at(truth[mixed], chance[mixed, None], limit)
    call = f"report_at(y_true, probabilities, {limit}), {found} of {sick} found, {alarms} false alarms"
    check.that(
        type(answer) in (dict,) and set(answer) == {"accuracy", "precision", "recall", "f1"},
        f"{call}: expected a dict with four keys.",
        f"{call}: 키가 네 개인 dict를 반환해야 합니다.",
    )
    expected_values = (
        ("accuracy", good / len(truth)),
        ("precision", found / (found + alarms) if found else 0.0),
        ("recall", found / sick),
        ("f1", 2 * found / (found + alarms + sick)),
    )
    for key, wanted in expected_values:
        check.close(
            answer[key],
            wanted,
            f"{call}: {key}",
            rtol=1e-4,
            en="Any threshold has to work; where nothing is found, precision, recall and F1 are 0.",
            ko="어떤 임곗값이든 처리해야 합니다. 찾아낸 것이 없으면 정밀도, 재현율, F1 점수는 0입니다.",
        )
check.passed("4 drawn cases")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **Scaling before splitting.** The scaler then knows the test rows. Split first, fit on the training rows, apply to all.
# - **The test set as `validation_data`** of `EarlyStopping` or `ModelCheckpoint`. It has then chosen the model, and is no test any more.
# - **"`validation_split` makes a test set."** It makes a validation set, from the *last* rows, unshuffled. The rows of the housing table are sorted by place: its last fifth is another part of California.
# - **`input_dim=` or `input_shape=` on the first layer.** Begin with `keras.Input`.
# - **ReLU on the output of a regression.** Exercise 7 is about it.
# - **Adam with a learning rate of 0.1.** Its usual value is 0.001; the loss jumps about with 0.1.
# - **`verbose=2` to see more.** It shows less than 1: one line an epoch, no bar.
# - **`y_pred - y_true` with shapes `(n, 1)` and `(n,)`.** NumPy makes a table of `(n, n)` of it, without an error. Look at the shape before you subtract.
# - **Saving to a folder.** `model.save("./folder")` raises an error in Keras 3: the name ends in `.keras`, for weights alone in `.weights.h5`. Checkpoints in `.hdf5` raise too.
# - **"`predict` gives classes."** It gives probabilities. The threshold is yours.
# - **Accuracy alone, with unequal classes.** Where 1 in 100 is ill, "all are healthy" is right 99 times.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **나누기 전에 스케일링하기.** 스케일러가 테스트 행을 알게 됩니다. 먼저 나누고, 훈련 행에 맞춘 다음, 모두에 적용합니다.
# - **테스트 세트를 `EarlyStopping`이나 `ModelCheckpoint`의 `validation_data`로 쓰기.** 테스트 세트로 모델을 고른 셈이므로 더는 테스트가 아닙니다.
# - **"`validation_split`이 테스트 세트를 만든다."** 만드는 것은 검증 세트이며, 섞지 않고 *마지막* 행을 떼어 냅니다. 집값 표의 행은 지역 순서로 정렬되어 있어서 마지막 5분의 1은 캘리포니아의 다른 지역입니다.
# - **첫 층에 `input_dim=`이나 `input_shape=` 쓰기.** `keras.Input`으로 시작합니다.
# - **회귀의 출력층에 ReLU 쓰기.** 연습문제 7에서 다룹니다.
# - **학습률이 0.1인 Adam.** 흔히 쓰는 값은 0.001입니다. 0.1이면 손실이 이리저리 튑니다.
# - **더 많이 보려고 `verbose=2` 쓰기.** 1보다 적게 보여 줍니다. 진행 막대 없이 에포크마다 한 줄뿐입니다.
# - **형상이 `(n, 1)`과 `(n,)`인 채로 `y_pred - y_true` 계산하기.** NumPy는 오류도 없이 `(n, n)`인 표를 만듭니다. 빼기 전에 형상을 확인합니다.
# - **폴더에 저장하기.** Keras 3에서는 `model.save("./folder")`가 오류를 냅니다. 이름은 `.keras`로, 가중치만이면 `.weights.h5`로 끝나야 합니다. 체크포인트를 `.hdf5`로 저장해도 오류가 납니다.
# - **"`predict`가 클래스를 준다."** 확률을 줍니다. 임곗값은 여러분이 정합니다.
# - **클래스의 크기가 다른데 정확도만 보기.** 100명에 1명이 아프다면 "모두 건강하다"는 답도 99번 맞습니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - prepared a table: blanks, words, logarithms, a split, and scaling without leakage,
# - built the same network with both APIs, and counted its 5,185 parameters by hand,
# - chose loss, optimizer and metrics, and met the arguments of `fit`,
# - saw overfitting on a curve, and stopped it with early stopping and dropout,
# - judged the network by RMSE beside two baselines,
# - built a classifier out of it, and saw what its threshold decides,
# - saved models, weights and checkpoints, and loaded them again.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. Which numbers does a scaler take from the test set?
# 2. A network has 10 inputs and layers of 20, 5 and 1 units. How many parameters does it have?
# 3. The training loss falls, the validation loss has been rising for five epochs. What is happening, and what do you do?
# 4. Errors of 1, 1 and 4: what are MAE and RMSE (to one decimal), and why is RMSE larger?
# 5. You lower the threshold of a classifier. What happens to recall, and what usually to precision?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 표를 준비했습니다. 빈칸, 단어, 로그, 나누기, 누수 없는 스케일링을 다루었습니다.
# - 같은 신경망을 두 가지 API로 만들고 파라미터 5,185개를 손으로 세었습니다.
# - 손실, 옵티마이저, 지표를 고르고 `fit`의 인수를 알아보았습니다.
# - 곡선에서 과대적합을 보고 조기 종료와 드롭아웃으로 막았습니다.
# - 기준선 두 개와 나란히 놓고 RMSE로 신경망을 평가했습니다.
# - 신경망으로 분류 모델을 만들고 임곗값이 무엇을 정하는지 보았습니다.
# - 모델, 가중치, 체크포인트를 저장하고 다시 불러왔습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 스케일러는 테스트 세트에서 어떤 수를 가져옵니까?
# 2. 입력이 10개이고 층의 유닛이 20, 5, 1개인 신경망의 파라미터는 몇 개입니까?
# 3. 훈련 손실은 내려가는데 검증 손실은 다섯 에포크째 올라가고 있습니다. 무슨 일이 일어나고 있으며 어떻게 하겠습니까?
# 4. 오차가 1, 1, 4일 때 MAE와 RMSE는 얼마이며(소수 첫째 자리까지) RMSE가 더 큰 이유는 무엇입니까?
# 5. 분류 모델의 임곗값을 낮추면 재현율은 어떻게 되고, 정밀도는 보통 어떻게 됩니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - R. K. Pace, R. Barry (1997): Sparse Spatial Autoregressions. Statistics and Probability Letters 33, 291–297. Where the housing table comes from.
# - A. Géron (2022): Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow, third edition, chapter 2, the same table worked through at length.
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org), chapters 5 to 7, on generalization, dense networks and early stopping.
# - Keras: [The Functional API](https://keras.io/guides/functional_api/) and [EarlyStopping](https://keras.io/api/callbacks/early_stopping/).
# - scikit-learn: [Common pitfalls](https://scikit-learn.org/stable/common_pitfalls.html), on data leakage.
#
# ## Recall answers
#
# 1. None. It takes the mean and standard deviation of the training rows, and applies them to the test rows.
# 2. $10 \cdot 20 + 20 = 220$, $20 \cdot 5 + 5 = 105$, $5 \cdot 1 + 1 = 6$: 331 in all.
# 3. It overfits. Stop, and go back to the weights with the lowest validation loss; more data, dropout or a smaller network help too.
# 4. MAE is 2.0, RMSE $\sqrt{18/3} = 2.4$. Squaring gives the one large error more weight.
# 5. Recall rises or stays the same. Precision usually falls, because false alarms come in.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - R. K. Pace, R. Barry (1997): Sparse Spatial Autoregressions. Statistics and Probability Letters 33, 291–297. 집값 표가 나온 논문입니다.
# - A. Géron (2022): Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow 3판 2장. 같은 표를 처음부터 끝까지 다룹니다.
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org) 5~7장. 일반화, 밀집 신경망, 조기 종료를 다룹니다.
# - Keras: [The Functional API](https://keras.io/guides/functional_api/)와 [EarlyStopping](https://keras.io/api/callbacks/early_stopping/).
# - scikit-learn: [Common pitfalls](https://scikit-learn.org/stable/common_pitfalls.html). 데이터 누수를 설명합니다.
#
# ## 질문의 답
#
# 1. 아무것도 가져오지 않습니다. 훈련 행의 평균과 표준 편차를 구해 테스트 행에 적용합니다.
# 2. $10 \cdot 20 + 20 = 220$, $20 \cdot 5 + 5 = 105$, $5 \cdot 1 + 1 = 6$을 더해 331개입니다.
# 3. 과대적합입니다. 훈련을 멈추고 검증 손실이 가장 낮았던 가중치로 되돌립니다. 데이터를 늘리거나, 드롭아웃을 쓰거나, 신경망을 작게 하는 것도 도움이 됩니다.
# 4. MAE는 2.0, RMSE는 $\sqrt{18/3} = 2.4$입니다. 제곱하면 큰 오차 하나의 비중이 커집니다.
# 5. 재현율은 올라가거나 그대로입니다. 정밀도는 거짓 경보가 늘어 보통 내려갑니다.
