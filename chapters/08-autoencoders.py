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
# # Autoencoders
#
# **100 minutes · 20 points**
#
# You will build a network that learns without labels: it squeezes a picture of 784 numbers through 32, and draws it again. On Fashion-MNIST it does so better than PCA with as many numbers. Then you put it to work: to find similar pictures, to notice strange ones, and to clean noisy ones.
#
# After this chapter you can
#
# - say what encoder, code and decoder are, and why the bottleneck makes a network learn,
# - explain when an autoencoder is the same as PCA, and when it can do more,
# - build and train a stacked autoencoder, and judge it by its reconstruction error beside a baseline,
# - use codes: for similar-image search, anomaly scores and pictures of the latent space,
# - train a denoising autoencoder, and say what became of unsupervised pre-training.
#
# **Before you start:** dense networks, `compile` and `fit` (chapters 01 and 02). What a vector, a matrix and a standard deviation are. Chapter 03 is not needed.

# %% [markdown] lang="ko"
# # 오토인코더
#
# **100분 · 20점**
#
# 이 장에서는 레이블 없이 배우는 신경망을 만듭니다. 이 신경망은 수 784개로 된 그림을 수 32개로 줄였다가 다시 그려 냅니다. Fashion-MNIST에서는 같은 개수의 수를 쓰는 PCA보다 더 정확하게 되살립니다. 그다음에는 비슷한 그림을 찾고, 이상한 그림을 가려내고, 잡음 낀 그림을 닦아 내는 데 써 봅니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 인코더, 코드, 디코더가 무엇이며 병목이 있어야 신경망이 무언가를 배우는 까닭을 설명합니다.
# - 오토인코더가 언제 PCA와 같고 언제 PCA보다 더 많은 일을 하는지 설명합니다.
# - 적층 오토인코더를 만들어 훈련하고, 재구성 오차를 기준선과 견주어 평가합니다.
# - 코드를 활용해 비슷한 이미지를 찾고, 이상 점수를 매기고, 잠재 공간을 그림으로 그립니다.
# - 노이즈 제거 오토인코더를 훈련하고, 비지도 사전 훈련이 오늘날 무엇으로 바뀌었는지 설명합니다.
#
# **미리 알아 둘 것:** 밀집 신경망과 `compile`, `fit`(1장과 2장), 그리고 벡터, 행렬, 표준편차의 뜻입니다. 3장은 몰라도 됩니다.

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %% [markdown] lang="en"
# Keras builds the networks; scikit-learn brings PCA and the search for neighbours. The longer drawings of this chapter are in the course's package.

# %% [markdown] lang="ko"
# 신경망은 Keras로 만들고, PCA와 이웃 찾기는 scikit-learn을 씁니다. 그리는 코드가 긴 그림은 강의 패키지에 들어 있습니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import NearestNeighbors

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, ORANGE, STYLE
from hiddenlayers.pictures.latent import draw_hourglass, draw_latent_space, show_points

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# The networks so far learned from answers that people had written down. Most data has none. What can be learned from pictures alone?
#
# An *autoencoder* is asked to give back what it is given: its target is its input. That would be no art, if it did not have to pass through a *bottleneck*, a layer with far fewer values than the input. The *encoder* turns the picture into these few values, the *code*; the *decoder* draws the picture again from the code alone. Whoever has 32 numbers for 784 pixels can't keep everything. The network has to find out what is worth keeping, and so it learns a *representation* of the data.
#
# - **What goes in?** A picture as 784 numbers. **What comes out?** The same 784 numbers, as well as it can.
# - **Who knows the right answer?** The input itself. No labels are needed, so this is *unsupervised learning*.
# - **When is it good?** When the *reconstruction error*, the mean squared difference between output and input, is small on images that it has not learned from, and smaller than that of a baseline which may keep as many numbers.
#
# The picture shows the autoencoder of this chapter. A bar is a layer; its height stands for the number of values (on a logarithmic scale).

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 지금까지의 신경망은 사람이 적어 둔 정답에서 배웠습니다. 그러나 대부분의 데이터에는 정답이 없습니다. 그림만 가지고 무엇을 배울 수 있겠습니까?
#
# *오토인코더*(autoencoder)에게는 받은 것을 그대로 돌려 달라고 합니다. 입력이 곧 타깃입니다. 중간에 *병목*(bottleneck), 곧 입력보다 값의 개수가 훨씬 적은 층이 없다면 너무 쉬운 일입니다. *인코더*(encoder)는 그림을 이 적은 수의 값, 곧 *코드*(code)로 바꾸고, *디코더*(decoder)는 코드만 보고 그림을 다시 그립니다. 픽셀 784개를 수 32개로 나타내려면 모든 것을 담을 수는 없습니다. 신경망은 무엇을 남겨야 하는지 스스로 찾아야 하고, 그 과정에서 데이터의 *표현*(representation)을 배웁니다.
#
# - **무엇이 들어옵니까?** 수 784개로 된 그림입니다. **무엇이 나갑니까?** 되도록 그대로 되살린 같은 수 784개입니다.
# - **정답은 누가 압니까?** 입력 자신입니다. 레이블이 필요 없으므로 *비지도 학습*(unsupervised learning)입니다.
# - **어떤 모델이 좋은 모델입니까?** 출력과 입력의 차이를 제곱해 평균한 값을 *재구성 오차*(reconstruction error)라고 합니다. 학습에 쓰지 않은 이미지에서 이 오차가 작고, 같은 개수의 수를 쓰는 기준 모델보다 작아야 좋은 모델입니다.
#
# 그림은 이 장에서 만들 오토인코더입니다. 막대 하나가 층이고, 막대의 높이는 값의 개수를 로그 눈금으로 나타냅니다.

# %% alt.en="Seven bars like an hourglass: 784, 128, 64, then the code of 32 in orange, and 64, 128, 784 again. Left of the code stands encoder, right of it decoder." alt.ko="모래시계 모양으로 늘어선 막대 일곱 개. 784, 128, 64, 주황색 코드 32, 그리고 다시 64, 128, 784입니다. 코드 왼쪽은 인코더(encoder), 오른쪽은 디코더(decoder)입니다."
draw_hourglass([784, 128, 64, 32, 64, 128, 784])

# %% [markdown] lang="en"
# ### A small case first: three numbers through two
#
# Before pictures come points in space, which we can see. These 400 points lie on a bent band that is tilted in space, a little noise added. Each takes three numbers, x, y and z. But the band is nearly flat: two numbers, the position *on its plane*, would say almost everything. Who finds that plane?
#
# Every column is shifted so that its mean is 0. The colour follows the band, so that you can recognize points later.

# %% [markdown] lang="ko"
# ### 먼저 작은 문제: 수 세 개를 두 개로
#
# 그림을 다루기 전에 눈으로 볼 수 있는 공간의 점부터 봅시다. 점 400개가 공간에 기울어진 굽은 띠 위에 놓여 있고 잡음이 조금 섞여 있습니다. 점마다 x, y, z 세 수가 필요합니다. 그러나 띠는 거의 평평하므로 *그 평면 위의 위치*를 나타내는 두 수면 거의 모든 것을 말할 수 있습니다. 그 평면은 누가 찾아냅니까?
#
# 열마다 평균이 0이 되도록 옮겨 두었습니다. 나중에 점을 알아볼 수 있도록 띠를 따라 색을 칠합니다.

# %%
rng_points = np.random.default_rng(3)
angles = rng_points.uniform(0, 5, size=400)
band = np.stack([3 * np.cos(angles), 2 * np.sin(angles)], axis=1)
tilt = np.linalg.qr(rng_points.normal(size=(3, 3)))[0][:2]  # two directions in space, at right angles
points = band @ tilt + rng_points.normal(scale=0.2, size=(400, 3))
points = (points - points.mean(axis=0)).astype("float32")
print(points[:3].round(2))

# %% alt.en="The same points in space from two sides. Left: a bent band, open at one end. Right: the band seen along its plane, where it is a thin strip." alt.ko="같은 점들을 두 방향에서 본 그림. 왼쪽은 한쪽이 트인 굽은 띠이고, 오른쪽은 띠를 평면을 따라 옆에서 본 것으로 가는 줄처럼 보입니다."
show_points(points, angles)

# %% [markdown] lang="en"
# ### Exercise 1 · Points near a plane (2 points)
#
# To try out methods one needs data of which one knows the truth. Write `noisy_plane(count, slopes, noise, seed)`, which draws points near a plane in space:
#
# - The result is a floating-point array of shape `(count, 3)` with the columns x, y and z.
# - x and y are uniformly distributed between −1 and 1, independent of each other.
# - `slopes` is a tuple `(a, b)`; $z = a x + b y + \varepsilon$, where $\varepsilon$ is drawn for each point from the normal distribution with mean 0 and standard deviation `noise`. With `noise` 0 the points lie in the plane.
# - Last of all, the mean of each column is subtracted from it, so that all three columns have mean 0. Nothing else is scaled.
# - `seed` is a whole number. The same seed gives the same points, another seed gives others.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 평면 가까이에 있는 점(2점)
#
# 방법을 시험하려면 참값을 아는 데이터가 있어야 합니다. 공간의 평면 가까이에 있는 점을 뽑는 함수 `noisy_plane(count, slopes, noise, seed)`를 작성하십시오.
#
# - 형상이 `(count, 3)`인 실수 배열을 반환합니다. 열은 차례로 x, y, z입니다.
# - x와 y는 −1과 1 사이에 고르게(균등 분포로) 퍼져 있으며 서로 독립입니다.
# - `slopes`는 튜플 `(a, b)`이고 $z = a x + b y + \varepsilon$입니다. $\varepsilon$은 점마다 평균이 0이고 표준편차가 `noise`인 정규 분포에서 뽑습니다. `noise`가 0이면 점들은 평면에 놓입니다.
# - 맨 마지막에 열마다 그 열의 평균을 빼서 세 열의 평균이 모두 0이 되게 합니다. 그 밖의 스케일링은 하지 않습니다.
# - `seed`는 정수입니다. 시드가 같으면 같은 점이, 시드가 다르면 다른 점이 나옵니다.


# %% nbgrader={"grade": false, "grade_id": "noisy-plane", "locked": false, "schema_version": 3, "solution": true, "task": false}
def noisy_plane(count, slopes, noise, seed):
    """Draw points near a plane in space.

    Args:
        count: int, the number of points.
        slopes: tuple (a, b) of two float: z = a x + b y + noise.
        noise: float, the standard deviation of the noise in z; 0 gives none.
        seed: int, the same seed gives the same points.

    Returns:
        float array of shape (count, 3), columns x, y and z, each with mean 0.
    """
    ### BEGIN SOLUTION
    generator = np.random.default_rng(seed)
    x, y = generator.uniform(-1, 1, size=(2, count))
    z = slopes[0] * x + slopes[1] * y + generator.normal(scale=noise, size=count)
    cloud = np.stack([x, y, z], axis=1)
    return cloud - cloud.mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "noisy-plane-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

call = "noisy_plane(400, (0.5, -1.0), 0.0, 1)"
exact = noisy_plane(400, (0.5, -1.0), 0.0, 1)
check.array(
    exact,
    call,
    shape=(400, 3),
    dtype="float",
    en="One row for each point, with the columns x, y, z.",
    ko="점마다 한 행이고, 열은 x, y, z입니다.",
)
exact = np.asarray(exact, dtype="float64")
check.close(
    exact.mean(axis=0),
    np.zeros(3),
    f"{call}.mean(axis=0)",
    atol=1e-5,
    en="Subtract from each column its own mean, after z is computed.",
    ko="z를 계산한 뒤 열마다 그 열의 평균을 빼십시오.",
)
check.close(
    exact[:, 2],
    0.5 * exact[:, 0] - exact[:, 1],
    f"{call}[:, 2]",
    atol=1e-4,
    en="Without noise z is 0.5 x - 1.0 y. Only means are subtracted: don't divide by the standard deviation.",
    ko="잡음이 없으면 z는 0.5 x - 1.0 y입니다. 평균만 빼고 표준편차로 나누지는 마십시오.",
)
widths = np.ptp(exact[:, :2], axis=0)
check.that(
    bool(
        np.all((widths > 1.8) & (widths < 2.001)) and np.all(np.abs(exact[:, :2].std(axis=0) - 0.577) < 0.09)
    ),
    f"{call}: x and y are not uniformly distributed between -1 and 1: their ranges are {widths.round(2).tolist()} wide, "
    f"their standard deviations {exact[:, :2].std(axis=0).round(2).tolist()} instead of about 0.58.",
    f"{call}: x와 y가 -1과 1 사이에 고르게 퍼져 있지 않습니다. 범위의 너비는 {widths.round(2).tolist()}이고, "
    f"표준편차는 0.58쯤이어야 하는데 {exact[:, :2].std(axis=0).round(2).tolist()}입니다.",
)
rough = noisy_plane(400, (0.5, -1.0), 0.2, 1)
rough = check.array(rough, "noisy_plane(400, (0.5, -1.0), 0.2, 1)", shape=(400, 3)).astype("float64")
check.close(
    (rough[:, 2] - 0.5 * rough[:, 0] + rough[:, 1]).std(),
    0.2,
    "standard deviation of z - (0.5 x - 1.0 y)",
    rtol=0.2,
    en="The noise belongs to z alone and has the standard deviation 0.2, not the variance 0.2.",
    ko="잡음은 z에만 더하며, 0.2는 분산이 아니라 표준편차입니다.",
)
check.equal(
    noisy_plane(400, (0.5, -1.0), 0.2, 1),
    rough,
    "noisy_plane(400, (0.5, -1.0), 0.2, 1), called again",
    en="The same seed has to give the same points: make a new generator from seed in each call.",
    ko="시드가 같으면 같은 점이 나와야 합니다. 호출할 때마다 seed로 난수 생성기를 새로 만드십시오.",
)
check.passed("shape", "column means 0", "plane", "noise 0.2", "same seed, same points")

# %% nbgrader={"grade": true, "grade_id": "noisy-plane-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("noisy-plane")
number = int(rng.integers(2000, 3000))
incline = (float(rng.uniform(0.6, 1.5)), float(rng.uniform(-0.4, 0.3)))
spread = float(rng.uniform(0.3, 0.6))
one_seed, other_seed = (int(drawn) for drawn in rng.choice(1000, size=2, replace=False))
call = f"noisy_plane({number}, ({incline[0]:.2f}, {incline[1]:.2f}), {spread:.2f}, {one_seed})"
drawn = check.array(noisy_plane(number, incline, spread, one_seed), call, shape=(number, 3), dtype="float")
drawn = drawn.astype("float64")
check.close(drawn.mean(axis=0), np.zeros(3), f"{call}.mean(axis=0)", atol=1e-5)
x, y, z = drawn.T
off = z - incline[0] * x - incline[1] * y
check.close(
    off.std(),
    spread,
    f"{call}: standard deviation of z - (a x + b y)",
    rtol=0.12,
    en="slopes is (a, b), and noise is a standard deviation.",
    ko="slopes는 (a, b)이고, noise는 표준편차입니다.",
)
check.that(
    bool(0.025 < np.mean(np.abs(off) > 2 * off.std()) < 0.07),
    f"{call}: the noise in z is not normally distributed.",
    f"{call}: z의 잡음이 정규 분포를 따르지 않습니다.",
)
check.that(
    bool(np.all(np.abs(np.corrcoef([x, y, off])[np.triu_indices(3, 1)]) < 0.12)),
    f"{call}: x, y and the noise depend on each other; draw each by itself.",
    f"{call}: x, y, 잡음이 서로 독립이 아닙니다. 따로따로 뽑으십시오.",
)
check.close(
    [np.mean(np.abs(x) < 0.5), np.mean(np.abs(y) < 0.5)],
    [0.5, 0.5],
    f"{call}: shares of |x| < 0.5 and |y| < 0.5",
    atol=0.06,
    en="x and y are uniformly distributed between -1 and 1.",
    ko="x와 y는 -1과 1 사이에 고르게 퍼져 있어야 합니다.",
)
check.equal(noisy_plane(number, incline, spread, one_seed), drawn, f"{call}, called again")
elsewhere = check.array(noisy_plane(number, incline, spread, other_seed), call, shape=(number, 3))
check.that(
    not np.allclose(elsewhere, drawn, atol=1e-3),
    f"seeds {one_seed} and {other_seed} give the same points: use the argument seed.",
    f"시드 {one_seed}과 {other_seed}에서 같은 점이 나옵니다. 인수 seed를 쓰십시오.",
)
check.passed("drawn plane", "another seed, other points")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Two linear layers
#
# Our first autoencoder is as small as can be: one `Dense` layer from three values to two, one back to three, no activation function. `Sequential` takes models as layers, so encoder and decoder stay models of their own, which *share their weights* with the whole. Train the whole, and its parts are trained.
#
# Mind the call of `fit`: the points are input **and** target.

# %% [markdown] lang="ko"
# ### 선형 층 두 개
#
# 첫 오토인코더는 가장 작게 만듭니다. 값 세 개를 두 개로 줄이는 `Dense` 층 하나와 다시 세 개로 늘리는 층 하나이고, 활성화 함수는 없습니다. `Sequential`에는 모델을 층처럼 넣을 수 있으므로 인코더와 디코더는 저마다 하나의 모델이면서 전체와 *가중치를 공유*합니다. 전체를 훈련하면 두 부분도 함께 훈련됩니다.
#
# `fit`을 호출하는 방식을 눈여겨보십시오. 점들이 입력이면서 **동시에** 타깃입니다.

# %%
keras.utils.set_random_seed(1)
flatten_space = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(2)])
unfold_plane = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(3)])
linear = keras.Sequential([flatten_space, unfold_plane])
linear.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), loss="mse")
linear_history = linear.fit(points, points, batch_size=100, epochs=hiddenlayers.epochs(100), verbose=0)
print(
    f"loss {linear_history.history['loss'][0]:.4f} after the first epoch, {linear.evaluate(points, points, verbose=0):.4f} at the end"
)

# %% [markdown] lang="en"
# ### The same without training: PCA
#
# *Principal component analysis* (PCA) finds, by linear algebra instead of gradient descent, the plane through the middle of the points that keeps the most variance. The directions at right angles that span it are the *principal components*. No plane leaves a smaller squared error. So a linear autoencoder can't beat PCA, only reach it.
#
# And does it find *the same plane*? The rows of the decoder's weights span the plane on which all its outputs lie. Two planes through the origin are the same if both angles between them are 0.

# %% [markdown] lang="ko"
# ### 훈련하지 않고 같은 일을 하는 PCA
#
# *주성분 분석*(principal component analysis, PCA)은 경사 하강법이 아니라 선형대수로, 점들의 한가운데를 지나며 분산을 가장 많이 남기는 평면을 찾습니다. 그 평면을 이루는 서로 수직인 방향이 *주성분*(principal component)입니다. 제곱 오차를 이보다 작게 남기는 평면은 없습니다. 그러므로 선형 오토인코더는 PCA와 같아질 수는 있어도 PCA를 이길 수는 없습니다.
#
# 그렇다면 *같은 평면*을 찾았겠습니까? 디코더의 출력은 모두 디코더 가중치의 행들이 이루는 평면 위에 놓입니다. 원점을 지나는 두 평면 사이의 두 각이 모두 0이면 같은 평면입니다.

# %%
pca = PCA(n_components=2).fit(points)
pca_error = np.mean((pca.inverse_transform(pca.transform(points)) - points) ** 2)
linear_error = np.mean((linear.predict(points, verbose=0) - points) ** 2)
print(
    f"error: PCA {pca_error:.5f}, linear autoencoder {linear_error:.5f} ({linear_error / pca_error - 1:+.1%})"
)
directions, _ = np.linalg.qr(unfold_plane.get_weights()[0].T)  # at right angles, in the decoder's plane
cosines = np.linalg.svd(pca.components_ @ directions, compute_uv=False)
plane_angles = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
print("angles between the two planes:", plane_angles.round(2), "degrees")

# %% [markdown] lang="en"
# The same plane, then, and almost the same error. Yet the two codes are not equal: PCA puts its first axis where the points spread most, and keeps lengths and right angles. The autoencoder has no reason to. Any two directions that span the plane serve it equally well, so its code is PCA's, turned and stretched.
#
# > **Common mistake.** "An autoencoder is non-linear." Only its activation functions make it so. Without them it is a roundabout way to PCA.

# %% [markdown] lang="ko"
# 평면이 같고 오차도 거의 같습니다. 그런데 두 코드는 같지 않습니다. PCA는 점이 가장 넓게 퍼진 방향을 첫 축으로 삼고 길이와 직각을 그대로 둡니다. 오토인코더에는 그럴 까닭이 없습니다. 평면을 이루는 두 방향이면 무엇이든 똑같이 쓸모 있으므로, 그 코드는 PCA의 코드를 돌리고 늘인 것이 됩니다.
#
# > **흔한 실수.** "오토인코더는 비선형이다." 오토인코더를 비선형으로 만드는 것은 활성화 함수입니다. 활성화 함수가 없으면 PCA를 빙 돌아서 하는 것과 같습니다.

# %% alt.en="Two scatter plots of the same bent band, once in the code of PCA and once in that of the linear autoencoder: the second is turned and stretched." alt.ko="같은 굽은 띠를 그린 산점도 두 개. 하나는 PCA의 코드, 하나는 선형 오토인코더의 코드이며, 뒤의 것은 앞의 것을 돌리고 늘인 모양입니다."
both_codes = {"PCA": pca.transform(points), "linear autoencoder": flatten_space.predict(points, verbose=0)}
_, axes = plt.subplots(1, 2, figsize=(8, 3))
for axis, (name, code) in zip(axes, both_codes.items(), strict=True):
    axis.scatter(*code.T, c=angles, cmap="viridis", s=8)
    axis.set(title=f"code: {name}", xlabel="first number", ylabel="second number", aspect="equal")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ### Exercise 2 · PCA as an autoencoder (3 points)
#
# If PCA is the best linear autoencoder, then there must be weights with which the two layers *are* PCA, without a single step of training. Write `pca_autoencoder(x, code_size)`:
#
# - `x` is a `float32` array of shape `(n, d)`; its columns need not have mean 0. `code_size` is a whole number $k$ from 1 to $d - 1$. No two of the principal variances are equal.
# - Return a Keras model (Sequential or Functional API, begun with `keras.Input`) of exactly two `Dense` layers, both with biases and without activation: from $d$ values to $k$, and back to $d$.
# - Its weights are such that for every row $r$ it gives the PCA reconstruction from the first $k$ principal components of `x`:
#
# $$\hat r = m + (r - m)\,V V^\top$$
#
# - $m$ holds the means of the columns of `x`; the columns of $V$ are the $k$ directions of largest variance of `x − m`, of length 1 and at right angles. Columns are not scaled.
# - The model need not be compiled. It has to work for new rows too.
#
# You may use `sklearn.decomposition.PCA` or NumPy. A layer takes its weights by `layer.set_weights([kernel, bias])`.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 오토인코더로 나타낸 PCA(3점)
#
# PCA가 가장 좋은 선형 오토인코더라면, 훈련을 한 단계도 하지 않고 두 층을 그대로 PCA로 만드는 가중치가 있을 것입니다. 함수 `pca_autoencoder(x, code_size)`를 작성하십시오.
#
# - `x`는 형상이 `(n, d)`인 `float32` 배열이며, 열의 평균이 0이 아닐 수 있습니다. `code_size`는 1부터 $d - 1$까지의 정수 $k$입니다. 주성분의 분산은 서로 다릅니다.
# - `keras.Input`으로 시작하는 Keras 모델(Sequential API나 함수형 API)을 반환합니다. `Dense` 층은 정확히 두 개이고, 둘 다 편향이 있고 활성화 함수가 없으며, 값 $d$개를 $k$개로 줄였다가 다시 $d$개로 늘립니다.
# - 어떤 행 $r$을 넣어도, `x`의 처음 $k$개 주성분으로 되살린 PCA의 재구성이 나오도록 가중치를 정합니다.
#
# $$\hat r = m + (r - m)\,V V^\top$$
#
# - $m$은 `x`의 열별 평균이고, $V$의 열은 `x − m`의 분산이 가장 큰 $k$개의 방향입니다. 방향은 길이가 1이고 서로 수직입니다. 열의 스케일링은 하지 않습니다.
# - 모델은 컴파일하지 않아도 됩니다. 새로운 행에서도 동작해야 합니다.
#
# `sklearn.decomposition.PCA`를 써도 되고 NumPy로 계산해도 됩니다. 층의 가중치는 `layer.set_weights([kernel, bias])`로 정합니다.


# %% nbgrader={"grade": false, "grade_id": "pca-autoencoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pca_autoencoder(x, code_size):
    """Build a linear autoencoder whose weights come from PCA; nothing is trained.

    Args:
        x: float32 array of shape (n, d).
        code_size: int from 1 to d - 1, the number of principal components.

    Returns:
        A Keras model of two Dense layers, (batch, d) in, PCA reconstructions (batch, d) out.
    """
    ### BEGIN SOLUTION
    mean = x.mean(axis=0)
    components = np.linalg.svd(x - mean, full_matrices=False)[2][:code_size]
    squeeze, spread = keras.layers.Dense(code_size), keras.layers.Dense(x.shape[1])
    model = keras.Sequential([keras.Input(shape=(x.shape[1],)), squeeze, spread])
    squeeze.set_weights([components.T, -mean @ components.T])
    spread.set_weights([components, mean])
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "pca-autoencoder-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(8)
table = generator.normal(size=(60, 3)) * [2.0, 1.0, 0.3] @ np.linalg.qr(generator.normal(size=(3, 3)))[0]
table = (table + np.array([3.0, -2.0, 1.0])).astype("float32")
call = "pca_autoencoder(x, 2), x.shape = (60, 3)"
copied = check.model(pca_autoencoder(table.copy(), 2), call)
facts = check.describe(copied)
check.equal(
    [layer.output_shape for layer in facts.of_kind("Dense")],
    [(None, 2), (None, 3)],
    f"{call}: Dense.output.shape",
    en="Begin with keras.Input; then one Dense layer of code_size units and one of as many as x has columns.",
    ko="keras.Input으로 시작해 유닛이 code_size개인 Dense 층과 x의 열만큼 유닛이 있는 Dense 층을 하나씩 놓으십시오.",
)
check.equal(
    facts.parameters,
    3 * 2 + 2 + 2 * 3 + 3,
    f"{call}.count_params()",
    en="Two Dense layers with biases and nothing else that has weights.",
    ko="편향이 있는 Dense 층 두 개 말고는 가중치가 있는 층이 없어야 합니다.",
)
centre = table.mean(axis=0, dtype="float64")
principal = np.linalg.svd(table - centre, full_matrices=False)[2][:2]
fresh = generator.normal(scale=2.0, size=(5, 3)).astype("float32")
check.close(
    check.predict(copied, centre[None].astype("float32")),
    centre[None],
    f"{call}: model(m)",
    rtol=0,
    atol=2e-3,
    en="The mean itself has to come back unchanged: the biases have to take m away and put it back.",
    ko="평균 m을 넣으면 그대로 나와야 합니다. 두 편향이 m을 빼고 다시 더하는 일을 해야 합니다.",
)
check.close(
    check.predict(copied, fresh),
    centre + (fresh - centre) @ principal.T @ principal,
    f"{call}: model(r)",
    rtol=0,
    atol=5e-3,
    en="No activation; the first components, those of largest variance (eigh puts them last); directions of length 1.",
    ko="활성화 함수는 없습니다. 분산이 가장 큰 성분부터 쓰고(eigh는 그것을 맨 뒤에 둡니다), 방향의 길이는 1이어야 합니다.",
)
check.passed("2 Dense layers", f"{facts.parameters} parameters", "PCA reconstruction of new rows")

# %% nbgrader={"grade": true, "grade_id": "pca-autoencoder-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("pca-autoencoder")
for size, keep in [(int(rng.integers(4, 6)), 1), (int(rng.integers(6, 9)), 3), (4, 3)]:
    turned = np.linalg.qr(rng.normal(size=(size, size)))[0]
    rows = rng.normal(size=(80, size)) * 3.0 * 0.6 ** np.arange(size) @ turned
    rows = (rows + rng.uniform(1, 4, size=size)).astype("float32")
    centre = rows.mean(axis=0, dtype="float64")
    principal = np.linalg.svd(rows - centre, full_matrices=False)[2][:keep]
    unseen = rng.normal(scale=2.0, size=(6, size)).astype("float32")
    expected = centre + (unseen - centre) @ principal.T @ principal
    call = f"pca_autoencoder(x, {keep}), x.shape = (80, {size})"
    given = check.model(pca_autoencoder(rows, keep), call)
    about = check.describe(given)
    check.equal(
        [layer.output_shape for layer in about.of_kind("Dense")],
        [(None, keep), (None, size)],
        f"{call}: Dense.output.shape",
        en="Any number of columns and any code_size has to work.",
        ko="열의 개수와 code_size가 얼마이든 동작해야 합니다.",
    )
    check.equal(about.parameters, 2 * size * keep + keep + size, f"{call}.count_params()")
    check.close(
        check.predict(given, unseen),
        expected,
        f"{call}: model(r)",
        rtol=0,
        atol=1e-2,
        en="The reconstruction is m + (r - m) V Vᵀ.",
        ko="재구성은 m + (r - m) V Vᵀ입니다.",
    )
check.passed("3 drawn tables")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Where PCA ends
#
# PCA knows straight lines and flat planes only. Take points on an arc, and one number for each: the position along the arc would do. The best straight line misses most of them. An autoencoder with a hidden layer before and after the code can bend its line; here hidden layers of 16 units with tanh do it.

# %% [markdown] lang="ko"
# ### PCA가 할 수 없는 일
#
# PCA가 아는 것은 곧은 선과 평평한 면뿐입니다. 원호 위의 점을 수 하나로 나타낸다고 합시다. 원호를 따라 잰 위치면 충분합니다. 그러나 가장 좋은 직선도 점들을 대부분 비껴갑니다. 코드의 앞뒤에 은닉층이 있는 오토인코더는 선을 굽힐 수 있습니다. 여기서는 tanh를 쓰는 유닛 16개짜리 은닉층을 놓습니다.

# %%
rng_arc = np.random.default_rng(4)
places = rng_arc.uniform(-2, 2, size=300)
arc = np.stack([np.sin(places), np.cos(places)], axis=1)
arc = (arc + rng_arc.normal(scale=0.04, size=(300, 2))).astype("float32")
keras.utils.set_random_seed(2)
bent_layers = [keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(1)]
bent_layers += [keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(2)]
bent = keras.Sequential([keras.Input(shape=(2,)), *bent_layers])
bent.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
bent_history = bent.fit(arc, arc, batch_size=16, epochs=hiddenlayers.epochs(60), verbose=0)

# %% alt.en="Points on an arc. PCA's reconstructions lie on a straight line across it, those of the autoencoder follow the arc." alt.ko="원호 위의 점들. PCA의 재구성은 원호를 가로지르는 직선 위에 있고, 오토인코더의 재구성은 원호를 따라갑니다."
line = PCA(n_components=1).fit(arc)
straight = line.inverse_transform(line.transform(arc))
curved = bent.predict(arc, verbose=0)
plt.figure(figsize=(5, 3))
plt.scatter(*arc.T, color="0.75", s=12, label="points")
for name, color, found in (("PCA", ORANGE, straight), ("autoencoder", BLUE, curved)):
    error = np.mean((found - arc) ** 2)
    plt.scatter(*found.T, color=color, s=4, label=f"{name}, error {error:.4f}")
plt.axis("equal")
plt.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 3 · Train an autoencoder (3 points)
#
# Write `train_autoencoder(x, code_size, epochs, seed)`, which builds and trains an autoencoder and gives you all three parts of it.
#
# - `x` is a `float32` array of shape `(n, d)` with values of any sign.
# - Call `keras.utils.set_random_seed(seed)` before you build anything, so that the same seed gives the same result.
# - The encoder: a `Dense` layer of 64 units with ReLU, then one of `code_size` units **without** activation. The decoder: again 64 units with ReLU, then `d` units without activation.
# - The autoencoder is the encoder followed by the decoder, made of *the same layers*, so that training it trains both.
# - Train it on `x` for `epochs` epochs in batches of 8, with mean squared error and `keras.optimizers.Adam(0.01)`. With `epochs` 0 the models stay as they were built; `fit` can do that by itself.
# - Return a tuple (or list) of three Keras models: `(encoder, decoder, autoencoder)`.
#
# The checks train on 160 points of a closed, twisted curve or surface for 10 epochs, with a code of 2 or 3 numbers, and want the error on new points to be less than 0.7 times that of PCA with the same code size. As a rule it is far less.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 오토인코더 훈련하기(3점)
#
# 오토인코더를 만들어 훈련하고 세 부분을 모두 돌려주는 함수 `train_autoencoder(x, code_size, epochs, seed)`를 작성하십시오.
#
# - `x`는 형상이 `(n, d)`인 `float32` 배열이고, 값은 음수일 수도 있습니다.
# - 모델을 만들기 전에 `keras.utils.set_random_seed(seed)`를 호출해, 시드가 같으면 같은 결과가 나오게 합니다.
# - 인코더는 ReLU를 쓰는 유닛 64개짜리 `Dense` 층과, 활성화 함수가 **없는** 유닛 `code_size`개짜리 층으로 이루어집니다. 디코더는 다시 ReLU를 쓰는 유닛 64개짜리 층과, 활성화 함수가 없는 유닛 `d`개짜리 층으로 이루어집니다.
# - 오토인코더는 인코더에 디코더를 이어 붙인 것입니다. *같은 층*을 써서, 오토인코더를 훈련하면 둘도 함께 훈련되어야 합니다.
# - 손실은 평균 제곱 오차, 옵티마이저는 `keras.optimizers.Adam(0.01)`, 배치 크기는 8로 하여 `x`로 `epochs`번의 에포크 동안 훈련합니다. `epochs`가 0이면 모델은 만든 그대로입니다. `fit`에 그대로 주어도 됩니다.
# - Keras 모델 세 개를 튜플(또는 리스트) `(encoder, decoder, autoencoder)`로 반환합니다.
#
# 검사에서는 닫히고 뒤틀린 곡선이나 곡면 위의 점 160개로, 코드 크기를 2나 3으로 하여 10 에포크 동안 훈련합니다. 새로운 점에서의 오차가 코드 크기가 같은 PCA의 0.7배보다 작아야 합니다. 대개는 그보다 훨씬 작습니다.


# %% nbgrader={"grade": false, "grade_id": "train-autoencoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_autoencoder(x, code_size, epochs, seed):
    """Build and train an autoencoder with one hidden layer on each side of the code.

    Args:
        x: float32 array of shape (n, d).
        code_size: int, the number of values of the code.
        epochs: int, the number of epochs.
        seed: int, the same seed gives the same result.

    Returns:
        A tuple (encoder, decoder, autoencoder) of Keras models that share their weights.
    """
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    encode = keras.Sequential(
        [
            keras.Input(shape=(x.shape[1],)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(code_size),
        ]
    )
    decode = keras.Sequential(
        [
            keras.Input(shape=(code_size,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(x.shape[1]),
        ]
    )
    whole = keras.Sequential([encode, decode])
    whole.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    whole.fit(x, x, batch_size=8, epochs=epochs, verbose=0)
    return encode, decode, whole
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-autoencoder-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(21)
turns = generator.uniform(-3, 3, size=360)
loop = np.stack([np.sin(turns), np.cos(turns), np.sin(2 * turns), np.cos(2 * turns)], axis=1)
loop = (loop + generator.normal(scale=0.02, size=(360, 4))).astype("float32")
learn, held_out = loop[:160], loop[160:]
call = "train_autoencoder(x, 2, epochs=10, seed=4), x.shape = (160, 4)"
parts = train_autoencoder(learn.copy(), 2, 10, 4)
check.that(
    type(parts) in (tuple, list) and len(parts) == 3,
    f"{call}: expected a tuple (encoder, decoder, autoencoder), found {check.describe_value(parts)}.",
    f"{call}: 튜플 (encoder, decoder, autoencoder)을 기대했는데 나온 값은 {check.describe_value(parts)}.",
)
for part, name in zip(parts, ("encoder", "decoder", "autoencoder"), strict=True):
    check.model(part, f"{name} of {call}")
check.equal(
    [check.describe(part).parameters for part in parts],
    [4 * 64 + 64 + 64 * 2 + 2, 2 * 64 + 64 + 64 * 4 + 4, 450 + 452],
    "count_params() of encoder, decoder, autoencoder",
    en="Return them in this order. Encoder: Dense layers of 64 and 2 units; decoder: of 64 and 4 units; the autoencoder is made of both.",
    ko="이 순서로 반환하십시오. 인코더는 유닛 64개와 2개, 디코더는 유닛 64개와 4개인 Dense 층이고, 오토인코더는 이 둘로 이루어집니다.",
)
coded = check.predict(parts[0], held_out)
check.array(coded, "encoder(x)", shape=(200, 2))
restored_rows = check.predict(parts[2], held_out)
check.close(
    check.predict(parts[1], coded),
    restored_rows,
    "decoder(encoder(x))",
    rtol=1e-3,
    atol=1e-4,
    en="This has to equal autoencoder(x): build the autoencoder out of the encoder and the decoder themselves, so that they share their weights.",
    ko="이 값은 autoencoder(x)와 같아야 합니다. 가중치를 공유하도록 인코더와 디코더 자체를 이어 오토인코더를 만드십시오.",
)
middle = learn.mean(axis=0)
flat_basis = np.linalg.svd(learn - middle, full_matrices=False)[2][:2]
limit = 0.7 * np.mean((middle + (held_out - middle) @ flat_basis.T @ flat_basis - held_out) ** 2)
reached = np.mean((restored_rows - held_out) ** 2)
check.that(
    bool(reached < limit),
    f"{call}: the error on new points is {reached:.4f}; less than {limit:.4f}, 0.7 times PCA's, is wanted. "
    "Train on (x, x), batches of 8, Adam(0.01), mse; ReLU in the hidden layers, no activation on code and output.",
    f"{call}: 새로운 점에서의 오차가 {reached:.4f}입니다. PCA의 0.7배인 {limit:.4f}보다 작아야 합니다. "
    "(x, x)로, 배치 크기 8, Adam(0.01), mse로 훈련하십시오. 은닉층은 ReLU, 코드와 출력에는 활성화 함수가 없습니다.",
)
check.passed("3 models", "shared weights", f"error {reached:.4f} < {limit:.4f}")

# %% nbgrader={"grade": true, "grade_id": "train-autoencoder-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("train-autoencoder")
width, chosen_seed = int(rng.integers(6, 9)), int(rng.integers(1000))
turns, along = rng.uniform(-3, 3, size=360), rng.uniform(-1.2, 1.2, size=360)
surface = np.stack([np.sin(turns), np.cos(turns), np.sin(2 * turns), np.cos(2 * turns), along], axis=1)
surface = np.pad(surface, [(0, 0), (0, width - 5)]) @ np.linalg.qr(rng.normal(size=(width, width)))[0]
surface += rng.normal(scale=0.3, size=width) + rng.normal(scale=0.02, size=(360, width))
surface = surface.astype("float32")
seen, unseen = surface[:160], surface[160:]
centre = seen.mean(axis=0)
basis = np.linalg.svd(seen - centre, full_matrices=False)[2][:3]
bound = 0.7 * np.mean((centre + (unseen - centre) @ basis.T @ basis - unseen) ** 2)
call = f"train_autoencoder(x, 3, epochs=10, seed={chosen_seed}), x.shape = (160, {width})"
three = train_autoencoder(seen, 3, 10, chosen_seed)
check.that(
    type(three) in (tuple, list) and len(three) == 3,
    f"{call}: expected a tuple (encoder, decoder, autoencoder), found {check.describe_value(three)}.",
    f"{call}: 튜플 (encoder, decoder, autoencoder)을 기대했는데 나온 값은 {check.describe_value(three)}.",
)
for part, name in zip(three, ("encoder", "decoder", "autoencoder"), strict=True):
    check.model(part, f"{name} of {call}")
check.equal(
    [check.describe(part).parameters for part in three],
    [64 * width + 259, 65 * width + 256, 129 * width + 515],
    f"{call}: count_params() of encoder, decoder, autoencoder",
    en="Any number of columns and any code_size has to work.",
    ko="열의 개수와 code_size가 얼마이든 동작해야 합니다.",
)
code = check.predict(three[0], unseen)
output = check.predict(three[2], unseen)
check.close(
    check.predict(three[1], code),
    output,
    "decoder(encoder(x))",
    rtol=1e-3,
    atol=1e-4,
    en="This has to equal autoencoder(x): the three models share their weights.",
    ko="이 값은 autoencoder(x)와 같아야 합니다. 세 모델은 가중치를 공유합니다.",
)
error_left = np.mean((output - unseen) ** 2)
check.that(
    bool(error_left < bound),
    f"{call}: the error on new points is {error_left:.4f}; less than {bound:.4f}, 0.7 times PCA's, is wanted.",
    f"{call}: 새로운 점에서의 오차가 {error_left:.4f}입니다. PCA의 0.7배인 {bound:.4f}보다 작아야 합니다.",
)
begun, begun_again = (check.predict(train_autoencoder(seen, 3, 0, chosen_seed)[0], unseen) for _ in range(2))
check.close(
    begun_again,
    begun,
    f"train_autoencoder(x, 3, epochs=0, seed={chosen_seed}), encoder(x) of a second call",
    rtol=1e-3,
    atol=1e-4,
    en="The same seed has to give the same result: call keras.utils.set_random_seed(seed) before you build the layers.",
    ko="시드가 같으면 같은 결과가 나와야 합니다. 층을 만들기 전에 keras.utils.set_random_seed(seed)를 호출하십시오.",
)
check.passed("drawn surface", f"error {error_left:.4f} < {bound:.4f}", "same seed, same weights")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# Now to pictures. Fashion-MNIST has the shape of MNIST, 60,000 images for training and 10,000 for testing, but shows clothes in ten classes. It is harder: a shirt and a coat differ by little, and fabric has texture.
#
# Without a network connection the small sample of handwritten digits from chapter 02 takes its place. It has only 1,437 images for training; where it behaves differently, the text says so.
#
# *Images: Fashion-MNIST, by H. Xiao, K. Rasul and R. Vollgraf (Zalando Research), MIT licence. Offline sample: Optical Recognition of Handwritten Digits, by E. Alpaydin and C. Kaynak, UCI, CC BY 4.0.*

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 이제 그림으로 넘어갑니다. Fashion-MNIST는 MNIST처럼 훈련 이미지 60,000장과 테스트 이미지 10,000장으로 되어 있지만, 열 가지 옷과 신발, 가방을 보여 줍니다. 셔츠와 코트가 비슷하게 생겼고 옷감에 무늬가 있어 숫자보다 어렵습니다.
#
# 네트워크에 연결되어 있지 않으면 2장에서 본 작은 손글씨 숫자 표본을 대신 씁니다. 훈련 이미지가 1,437장뿐이며, 결과가 다른 곳은 본문에서 알려 줍니다.
#
# *이미지: Fashion-MNIST, H. Xiao, K. Rasul, R. Vollgraf (Zalando Research), MIT 라이선스. 오프라인 표본: Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, UCI, CC BY 4.0.*

# %%
(x_train, y_train), (x_test, y_test) = datasets.fashion_mnist.load_data()
names = datasets.fashion_mnist.class_names()
print("images", x_train.shape, x_train.dtype, "from", x_train.min(), "to", x_train.max())
print("classes:", ", ".join(names))

# %% [markdown] lang="en"
# A function that draws rows of images will serve us to the end. It takes flat images of 784 values from 0 to 1, and a name for each row.

# %% [markdown] lang="ko"
# 이미지를 여러 줄로 그리는 함수를 만들어 끝까지 씁니다. 값이 0에서 1까지인, 784개로 펼친 이미지와 각 줄의 이름을 받습니다.


# %%
def show_rows(rows, titles=()):
    """Draw flat images in rows, dark on white: `rows` gives each row's name and its images (n, 784)."""
    strips = [np.hstack(np.reshape(images, (-1, 28, 28))) for images in rows.values()]
    count = strips[0].shape[1] // 28
    _, axis = plt.subplots(figsize=(0.7 * count + 1, 0.7 * len(rows) + 0.3))
    axis.imshow(np.vstack(strips), cmap="gray_r", vmin=0, vmax=1, interpolation="nearest")
    axis.set_yticks(28 * np.arange(len(rows)) + 14, list(rows))
    axis.set_xticks(28 * np.arange(len(titles)) + 14, titles, fontsize=7)
    axis.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    axis.set_frame_on(False)
    plt.show()


# %% alt.en="Two rows of ten images, one of each class, the name of the class above." alt.ko="클래스마다 하나씩 이미지 열 개가 두 줄로 놓여 있고 위에 클래스 이름이 있습니다."
examples = {
    f"example {number + 1}": np.array([x_train[y_train == label][number] for label in range(10)]) / 255
    for number in range(2)
}
show_rows(examples, names)

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# As in chapter 02, pixels become floating-point numbers from 0 to 1, and each image a row of 784. The last tenth of the training images is the validation set.
#
# The labels are put away. Nothing in training will see them; later they colour pictures and tell us whether what was learned makes sense to people.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# 2장에서처럼 픽셀을 0에서 1까지의 실수로 바꾸고, 이미지를 784개짜리 행으로 펼칩니다. 훈련 이미지의 마지막 10분의 1은 검증 세트입니다.
#
# 레이블은 치워 둡니다. 훈련에는 전혀 쓰지 않습니다. 나중에 그림에 색을 칠할 때, 그리고 학습한 것이 사람에게도 뜻이 있는지 확인할 때만 씁니다.

# %%
flat_train = x_train.reshape(-1, 784).astype("float32") / 255
flat_test = x_test.reshape(-1, 784).astype("float32") / 255
num_val = len(flat_train) // 10
flat_fit, flat_val = flat_train[:-num_val], flat_train[-num_val:]
print(f"{len(flat_fit):,} to learn from, {len(flat_val):,} to validate, {len(flat_test):,} to test")

# %% [markdown] lang="en"
# ### A baseline
#
# An error means nothing by itself. The simplest answer keeps no number at all: always draw the mean image. The better one is PCA with as many numbers as our code will have, 32. The curve shows how the error falls with the number of components: steeply at first, then every further one adds little.

# %% [markdown] lang="ko"
# ### 기준선
#
# 오차 하나만 보아서는 좋은지 알 수 없습니다. 가장 단순한 답은 수를 하나도 쓰지 않고 늘 평균 이미지를 그리는 것입니다. 더 나은 답은 우리 코드와 같은 개수, 곧 수 32개를 쓰는 PCA입니다. 곡선은 성분의 개수에 따라 오차가 어떻게 줄어드는지 보여 줍니다. 처음에는 가파르게 줄지만 나중에는 하나를 더해도 조금밖에 줄지 않습니다.

# %%
image_pca = PCA(n_components=100, svd_solver="covariance_eigh").fit(flat_fit)
components = np.array([1, 2, 4, 8, 16, 32, 64, 100])
centred = flat_val - image_pca.mean_
projected = centred @ image_pca.components_.T
pca_errors = [np.mean((centred - projected[:, :k] @ image_pca.components_[:k]) ** 2) for k in components]
mean_error = np.mean(centred**2)
pca_32 = pca_errors[5]
print(f"validation error: mean image {mean_error:.4f}, PCA with 32 components {pca_32:.4f}")

# %% alt.en="Reconstruction error of PCA against the number of components, both on logarithmic scales: it falls all the way. The point at 32 is marked." alt.ko="성분 개수에 따른 PCA의 재구성 오차를 두 축 모두 로그 눈금으로 그린 그래프. 오차는 끝까지 줄어들며 32인 곳이 표시되어 있습니다."
plt.figure(figsize=(5, 2.6))
plt.loglog(components, pca_errors, "o-", color="0.5")
plt.loglog(32, pca_32, "o", color=ORANGE, markersize=9)
plt.annotate(f"32: {pca_32:.4f}", (32, pca_32), xytext=(6, 6), textcoords="offset points")
plt.xticks(components, components)
plt.yticks([0.005, 0.01, 0.02, 0.05], ["0.005", "0.01", "0.02", "0.05"])
plt.minorticks_off()
plt.xlabel("number of components")
plt.ylabel("error")
plt.show()

# %% [markdown] lang="en"
# ## 4 · Build
#
# A *stacked* autoencoder has several hidden layers: 784 → 128 → 64 → **32** → 64 → 128 → 784. Each step of the encoder has less room than the one before; the decoder is its mirror image.
#
# Two activations deserve a thought. The code has none: a ReLU there would cut off everything below 0, and a unit that is never positive would be lost for the code. The output has the sigmoid, because pixels lie between 0 and 1.
#
# > **Common mistake.** Older code writes `Dense(128, input_shape=(784,))`. Keras 3 warns about that: begin with `keras.Input`.

# %% [markdown] lang="ko"
# ## 4 · 모델 만들기
#
# *적층*(stacked) 오토인코더에는 은닉층이 여러 개 있습니다. 784 → 128 → 64 → **32** → 64 → 128 → 784입니다. 인코더는 층을 지날수록 자리가 좁아지고, 디코더는 인코더를 거울에 비춘 모양입니다.
#
# 활성화 함수 두 가지는 생각해 볼 만합니다. 코드에는 활성화 함수가 없습니다. 여기에 ReLU를 쓰면 0보다 작은 값이 모두 잘려 나가고, 한 번도 양수가 되지 않는 유닛은 코드에서 버려지는 셈입니다. 출력에는 시그모이드를 씁니다. 픽셀이 0과 1 사이에 있기 때문입니다.
#
# > **흔한 실수.** 예전 코드는 `Dense(128, input_shape=(784,))`라고 씁니다. Keras 3에서는 경고가 나오므로 `keras.Input`으로 시작합니다.


# %%
def build_stack(code_size):
    """Encoder, decoder and autoencoder 784-128-64-code-64-128-784, compiled with mean squared error."""
    keras.utils.set_random_seed(1)
    image, code = keras.Input(shape=(784,), name="image"), keras.Input(shape=(code_size,), name="code")
    x = keras.layers.Dense(128, activation="relu")(image)
    x = keras.layers.Dense(64, activation="relu")(x)
    to_code = keras.Model(image, keras.layers.Dense(code_size)(x), name="encoder")
    x = keras.layers.Dense(64, activation="relu")(code)
    x = keras.layers.Dense(128, activation="relu")(x)
    to_image = keras.Model(code, keras.layers.Dense(784, activation="sigmoid")(x), name="decoder")
    whole = keras.Model(image, to_image(to_code(image)), name="autoencoder")
    whole.compile(optimizer="adam", loss="mse")
    return to_code, to_image, whole


# %% [markdown] lang="en"
# The Functional API calls a model like a layer: `to_image(to_code(image))`. The three models share their weights, as before.

# %% [markdown] lang="ko"
# 함수형 API에서는 `to_image(to_code(image))`처럼 모델을 층과 같이 호출합니다. 앞에서와 마찬가지로 세 모델은 가중치를 공유합니다.

# %%
encoder, decoder, autoencoder = build_stack(32)
autoencoder.summary()
print(f"encoder {encoder.count_params():,} parameters, decoder {decoder.count_params():,}")

# %% [markdown] lang="en"
# Nearly all parameters sit at the two ends, where the image comes in and goes out. The narrow middle costs next to nothing; but everything has to go through it.

# %% [markdown] lang="ko"
# 파라미터는 거의 모두 양쪽 끝, 곧 이미지가 들어오고 나가는 곳에 있습니다. 좁은 가운데에는 파라미터가 거의 없지만 모든 것이 그곳을 지나가야 합니다.

# %% alt.en="Bars of the number of parameters of the six dense layers: about 100,000 in the first and the last, below 9,000 in the four between." alt.ko="밀집층 여섯 개의 파라미터 개수를 나타낸 막대그래프. 처음과 마지막 층은 100,000개쯤이고 그 사이의 네 층은 9,000개가 안 됩니다."
dense_layers = [*encoder.layers[1:], *decoder.layers[1:]]
labels = [f"{layer.input.shape[1]} → {layer.units}" for layer in dense_layers]
counts = pd.Series([layer.count_params() for layer in dense_layers], index=labels)
bars = counts.plot.bar(figsize=(7, 2.4), rot=0, color=[BLUE] * 2 + [ORANGE] + [BLUE] * 3, ylabel="parameters")
bars.bar_label(bars.containers[0], fmt="{:,.0f}", padding=2)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 4 · A stacked autoencoder (3 points)
#
# Write `stacked_autoencoder(layer_sizes)`, which builds any hourglass:
#
# - `layer_sizes` is a list of two or more whole numbers: the number of inputs, the units of the encoder's hidden layers in order (there may be none, and they need not become smaller), and last the size of the code. `[784, 128, 64, 32]` gives 784-128-64-32-64-128-784.
# - The input is a batch of flat rows; begin with `keras.Input`.
# - All hidden layers, in encoder and decoder, are `Dense` with ReLU. The decoder has the encoder's hidden layers in reverse order.
# - The code layer is `Dense` without activation. The last layer is `Dense` with sigmoid and as many units as there are inputs. All layers have biases.
# - Return the whole autoencoder as one Keras model, with the Sequential or the Functional API; it may contain other models. It need not be compiled.
#
# The checks calculate the output again from the weights.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 적층 오토인코더(3점)
#
# 어떤 모래시계든 만들 수 있는 함수 `stacked_autoencoder(layer_sizes)`를 작성하십시오.
#
# - `layer_sizes`는 두 개 이상의 정수로 이루어진 리스트입니다. 입력의 개수, 인코더에 있는 은닉층의 유닛 개수(차례대로이며, 없을 수도 있고 꼭 줄어들지 않을 수도 있습니다), 마지막으로 코드의 크기가 들어 있습니다. `[784, 128, 64, 32]`이면 784-128-64-32-64-128-784입니다.
# - 입력은 펼친 행의 배치이며, `keras.Input`으로 시작합니다.
# - 인코더와 디코더의 은닉층은 모두 ReLU를 쓰는 `Dense` 층입니다. 디코더에는 인코더의 은닉층이 거꾸로 놓입니다.
# - 코드 층은 활성화 함수가 없는 `Dense` 층입니다. 마지막 층은 시그모이드를 쓰는 `Dense` 층이고, 유닛은 입력만큼 있습니다. 모든 층에 편향이 있습니다.
# - 오토인코더 전체를 Keras 모델 하나로, Sequential API나 함수형 API로 만들어 반환합니다. 안에 다른 모델이 들어 있어도 됩니다. 컴파일하지 않아도 됩니다.
#
# 검사에서는 가중치로 출력을 다시 계산해 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "stacked-autoencoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def stacked_autoencoder(layer_sizes):
    """Build an autoencoder out of dense layers; the decoder mirrors the encoder.

    Args:
        layer_sizes: list of two or more int, the number of inputs, the encoder's hidden layers, the code.

    Returns:
        A Keras model: rows (batch, layer_sizes[0]) in, rows of the same shape with values from 0 to 1 out.
    """
    ### BEGIN SOLUTION
    features, *hidden, code_size = layer_sizes
    model = keras.Sequential([keras.Input(shape=(features,))])
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(code_size))
    for units in reversed(hidden):
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(features, activation="sigmoid"))
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "stacked-autoencoder-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import itertools

import numpy as np
from hiddenlayers import check

call = "stacked_autoencoder([20, 12, 8, 3])"
built = check.model(stacked_autoencoder([20, 12, 8, 3]), call)
facts = check.describe(built)
check.equal(
    [layer.output_shape for layer in facts.of_kind("Dense")],
    [(None, 12), (None, 8), (None, 3), (None, 8), (None, 12), (None, 20)],
    f"{call}: Dense.output.shape",
    en="Encoder 12, 8, code 3, then the hidden layers in reverse order, 8, 12, and last as many units as inputs. The code stands once.",
    ko="인코더 12, 8, 코드 3, 이어서 은닉층을 거꾸로 8, 12, 끝으로 입력만큼의 유닛입니다. 코드 층은 한 번만 나옵니다.",
)
sizes = [20, 12, 8, 3, 8, 12, 20]
check.equal(
    facts.parameters,
    sum((before + 1) * after for before, after in itertools.pairwise(sizes)),
    f"{call}.count_params()",
    en="Dense layers with biases, and nothing else that has weights.",
    ko="편향이 있는 Dense 층 말고는 가중치가 있는 층이 없어야 합니다.",
)
batch = np.random.default_rng(4).random((50, 20), dtype="float32")
values = batch
arrays = check.weights(built)
for place, (kernel_, bias_) in enumerate(zip(arrays[::2], arrays[1::2], strict=True), start=1):
    values = values @ kernel_ + bias_
    if place not in (3, 6):
        values = np.maximum(values, 0)
check.close(
    check.predict(built, batch),
    1 / (1 + np.exp(-values)),
    f"{call}(rows)",
    rtol=1e-3,
    atol=1e-5,
    en="ReLU in all hidden layers, no activation on the code, sigmoid at the end.",
    ko="은닉층에는 모두 ReLU를 쓰고, 코드에는 활성화 함수가 없고, 끝에는 시그모이드를 씁니다.",
)
check.passed("20-12-8-3-8-12-20", f"{facts.parameters:,} parameters", "activations")

# %% nbgrader={"grade": true, "grade_id": "stacked-autoencoder-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import itertools

import numpy as np
from hiddenlayers import check

rng = check.rng("stacked-autoencoder")
for depth in (0, 1, 3):
    inner = [int(number) for number in rng.choice(np.arange(8, 30), size=depth, replace=False)]
    if depth == 3:
        inner = [inner[1], max(inner) + 2, inner[2]]  # wider in the middle, so that sorting is found out
    narrow, wide = int(rng.integers(2, 6)), int(rng.integers(30, 45))
    chain = [wide, *inner, narrow, *inner[::-1], wide]
    call = f"stacked_autoencoder({[wide, *inner, narrow]})"
    made = check.model(stacked_autoencoder([wide, *inner, narrow]), call)
    about = check.describe(made)
    check.equal(
        [layer.output_shape for layer in about.of_kind("Dense")],
        [(None, number) for number in chain[1:]],
        f"{call}: Dense.output.shape",
        en="The decoder has the encoder's hidden layers in reverse order, whatever their sizes; there may be none.",
        ko="디코더에는 인코더의 은닉층이 크기와 상관없이 거꾸로 놓입니다. 은닉층이 없을 수도 있습니다.",
    )
    check.equal(
        about.parameters,
        sum((before + 1) * after for before, after in itertools.pairwise(chain)),
        f"{call}.count_params()",
    )
    rows = rng.normal(size=(40, wide)).astype("float32")
    hidden = rows
    arrays = check.weights(made)
    for place, (matrix, offset) in enumerate(zip(arrays[::2], arrays[1::2], strict=True), start=1):
        hidden = hidden @ matrix + offset
        if place not in (depth + 1, 2 * depth + 2):
            hidden = np.maximum(hidden, 0)
    check.close(
        check.predict(made, rows),
        1 / (1 + np.exp(-hidden)),
        f"{call}(rows)",
        rtol=1e-3,
        atol=1e-5,
        en="ReLU in all hidden layers, no activation on the code, sigmoid at the end.",
        ko="은닉층에는 모두 ReLU를 쓰고, 코드에는 활성화 함수가 없고, 끝에는 시그모이드를 씁니다.",
    )
check.passed("3 drawn autoencoders")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# The loss is the *reconstruction loss*. We take the mean squared error over all $n$ images and 784 pixels, which is what PCA minimizes too, so that the two can be compared:
#
# $$L = \frac{1}{784\,n} \sum_{i=1}^{n} \lVert \hat x_i - x_i \rVert^2$$
#
# Many texts take binary cross-entropy, as if each pixel were a yes or no. It works as well, since for every pixel value it is smallest where the output equals it. But for a grey pixel that smallest value isn't 0. So a cross-entropy of 0.25 does not tell how far from perfect the images are, and it can't be compared with PCA.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 이 장의 손실은 *재구성 손실*(reconstruction loss)입니다. 이미지 $n$장과 픽셀 784개 전체에 대한 평균 제곱 오차를 씁니다. PCA가 최소로 만드는 것도 이 값이므로 둘을 견줄 수 있습니다.
#
# $$L = \frac{1}{784\,n} \sum_{i=1}^{n} \lVert \hat x_i - x_i \rVert^2$$
#
# 픽셀을 '예'와 '아니요'처럼 보고 이진 교차 엔트로피를 쓰는 글도 많습니다. 픽셀 값이 얼마이든 출력이 그 값과 같을 때 가장 작아지므로 이것도 통합니다. 그러나 회색 픽셀에서는 그 최솟값이 0이 아닙니다. 그래서 교차 엔트로피가 0.25라고 해도 이미지가 완벽한 상태에서 얼마나 먼지 알 수 없고, PCA와 견줄 수도 없습니다.

# %% alt.en="Two curves against the output for a pixel of value 0.3: squared error touches 0 at 0.3, binary cross-entropy is smallest there too, but at 0.61." alt.ko="값이 0.3인 픽셀에서 출력에 따른 두 곡선. 제곱 오차는 0.3에서 0이 되고, 이진 교차 엔트로피도 그곳에서 가장 작지만 값은 0.61입니다."
output = np.linspace(0.01, 0.99, 99)
plt.figure(figsize=(5, 2.6))
plt.plot(output, (output - 0.3) ** 2, color=BLUE, label="squared error")
plt.plot(output, -0.3 * np.log(output) - 0.7 * np.log(1 - output), color=ORANGE, label="binary cross-entropy")
plt.axvline(0.3, color="0.7", linewidth=1)
plt.xlabel("output for a pixel of value 0.3")
plt.ylabel("loss")
plt.ylim(0, 2)
plt.legend(loc="upper center", edgecolor="none", framealpha=1)
plt.show()

# %% [markdown] lang="en"
# `build_stack` has compiled already. Before it has learned anything the network draws grey: outputs near 0.5 everywhere, an error above that of the mean image.

# %% [markdown] lang="ko"
# 컴파일은 `build_stack`에서 이미 했습니다. 아직 아무것도 배우지 않은 신경망은 회색을 그립니다. 출력이 어디서나 0.5에 가깝고, 오차는 평균 이미지보다 큽니다.

# %%
untrained_error = autoencoder.evaluate(flat_val, flat_val, verbose=0)
print(f"untrained {untrained_error:.4f}, mean image {mean_error:.4f}, PCA with 32 components {pca_32:.4f}")

# %% [markdown] lang="en"
# ## 6 · Train
#
# Input and target are the same array, for validation too. Twenty epochs on Fashion-MNIST take a minute or so. The small sample has eleven steps an epoch instead of 422; it gets 100 epochs to make up for some of that.
#
# > **Common mistake.** `validation_data=(x_test, x_test)`, as one often sees it. If you then choose the number of epochs by that curve, the test set is used up, here as in chapter 02.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# 입력과 타깃이 같은 배열입니다. 검증에서도 마찬가지입니다. Fashion-MNIST에서 20 에포크는 1분 안팎 걸립니다. 작은 표본은 한 에포크가 422단계가 아니라 11단계뿐이므로, 이를 어느 정도 메우도록 100 에포크를 훈련합니다.
#
# > **흔한 실수.** `validation_data=(x_test, x_test)`라고 쓴 코드를 자주 봅니다. 그 곡선을 보고 에포크 수를 고른다면, 2장에서와 마찬가지로 테스트 세트를 써 버린 것입니다.

# %%
num_epochs = hiddenlayers.epochs(20 if len(flat_fit) > 10_000 else 100)
history = autoencoder.fit(
    flat_fit, flat_fit, batch_size=128, epochs=num_epochs, validation_data=(flat_val, flat_val), verbose=0
)
curves = pd.DataFrame(history.history, index=pd.RangeIndex(1, num_epochs + 1, name="epoch"))
curves.iloc[:: max(1, num_epochs // 5)].round(4)

# %% [markdown] lang="en"
# On Fashion-MNIST the network starts worse than PCA, passes it after about five epochs, and is still improving at the end. On the small sample it doesn't get that far.

# %% [markdown] lang="ko"
# Fashion-MNIST에서는 처음에 PCA보다 못하지만 다섯 에포크쯤 지나면 앞지르고, 끝까지 계속 나아집니다. 작은 표본에서는 거기까지 가지 못합니다.

# %% alt.en="Training and validation error against the epoch fall steeply, then slowly; a dashed grey line marks the error of PCA with 32 components." alt.ko="에포크에 따른 훈련 오차와 검증 오차. 처음에는 가파르게, 나중에는 천천히 내려갑니다. 회색 점선은 성분이 32개인 PCA의 오차입니다."
axis = curves.plot(style=["-", "--"], color=[BLUE, ORANGE], figsize=(6, 2.8), ylabel="mean squared error")
axis.axhline(pca_32, color="0.5", linestyle=":", label="PCA, 32 components")
axis.set_yscale("log", subs=[2, 5])
axis.yaxis.set_major_formatter("{x:g}")
axis.yaxis.set_minor_formatter("{x:g}")
axis.xaxis.get_major_locator().set_params(integer=True)
axis.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# Now the test set. PCA, fitted to the same training images, gets the same 32 numbers for an image.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 이제 테스트 세트를 씁니다. 같은 훈련 이미지에 맞춘 PCA도 이미지 한 장에 똑같이 수 32개를 씁니다.

# %%
rebuilt = autoencoder.predict(flat_test, verbose=0)
image_errors = np.mean((rebuilt - flat_test) ** 2, axis=1)
best_32 = image_pca.components_[:32]
rebuilt_pca = image_pca.mean_ + (flat_test - image_pca.mean_) @ best_32.T @ best_32
test_error, test_pca = np.mean(image_errors), np.mean((rebuilt_pca - flat_test) ** 2)
print(f"test error: autoencoder {test_error:.4f}, PCA with 32 components {test_pca:.4f}")

# %% alt.en="Three rows of eight test images: the original, the autoencoder's and PCA's reconstruction. Both lose fine detail; PCA leaves grey shadows around the objects." alt.ko="테스트 이미지 여덟 장을 세 줄로 그린 그림. 원본, 오토인코더의 재구성, PCA의 재구성입니다. 둘 다 세밀한 부분을 잃고, PCA에는 물체 둘레에 회색 그림자가 남습니다."
show_rows(
    {"original": flat_test[:8], "autoencoder": rebuilt[:8], "PCA": rebuilt_pca[:8]},
    [names[label] for label in y_test[:8]],
)

# %% [markdown] lang="en"
# Sleeves, soles and handles are there; prints and seams are gone. What recurs in thousands of images is worth a place among 32 numbers, a print that only one shirt has is not.
#
# > **Note.** On the small sample PCA wins: 0.0024 against about 0.005 (and 0.0036 if one trains for 200 epochs). These digits come in 8×8 pixels and were enlarged, so 64 numbers hold nearly all there is, and 32 straight directions most of it. PCA finds them exactly, while the network has 222,384 parameters to learn from 1,294 images. A network is no better than PCA by nature; it needs data enough, and something bent in them that is worth following.

# %% [markdown] lang="ko"
# 소매, 신발 밑창, 손잡이는 남아 있지만 프린트와 재봉선은 사라졌습니다. 수천 장에 되풀이해 나오는 것은 수 32개 가운데 자리를 차지할 만하지만, 셔츠 한 장에만 있는 프린트는 그렇지 않습니다.
#
# > **참고.** 작은 표본에서는 PCA가 이깁니다. PCA의 오차는 0.0024이고 오토인코더는 0.005쯤입니다(200 에포크를 훈련하면 0.0036입니다). 이 숫자들은 원래 8×8 픽셀인 것을 키운 것이어서 수 64개에 거의 모든 것이 담기고, 곧은 방향 32개로도 대부분을 나타낼 수 있습니다. PCA는 그 방향을 정확히 찾아내지만 신경망은 이미지 1,294장으로 파라미터 222,384개를 배워야 합니다. 신경망이 본래 PCA보다 나은 것은 아닙니다. 데이터가 충분해야 하고, 그 안에 따라갈 만한 굽은 구조가 있어야 합니다.

# %% [markdown] lang="en"
# ## 8 · Predict
#
# ### Looking at codes
#
# What do the 32 numbers look like? Here every row is one test image's code, eight images from each of three classes. Images that look alike have codes that look alike, although no label has ever been shown: in Fashion-MNIST the trousers resemble each other most, the bags, which come in all shapes, least.
#
# > **Caution.** The order of the columns means nothing. Exchange two units and, with them, the weights on both sides, and nothing changes. So a single number of a code has no fixed meaning, and a code laid out as a little picture shows no picture.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# ### 코드 들여다보기
#
# 수 32개는 어떻게 생겼습니까? 아래 그림에서 행 하나가 테스트 이미지 한 장의 코드이며, 세 클래스에서 여덟 장씩 골랐습니다. 레이블을 보여 준 적이 없는데도 닮은 이미지는 코드도 닮았습니다. Fashion-MNIST에서는 바지끼리 가장 비슷하고, 모양이 갖가지인 가방끼리 가장 덜 비슷합니다.
#
# > **주의.** 열의 순서에는 뜻이 없습니다. 두 유닛을 양쪽 가중치와 함께 맞바꾸어도 아무것도 달라지지 않습니다. 그러므로 코드에 든 수 하나하나에는 정해진 뜻이 없고, 코드를 작은 그림처럼 늘어놓아도 그림이 되지 않습니다.

# %%
codes_fit = encoder.predict(flat_fit, verbose=0)
codes_test = encoder.predict(flat_test, verbose=0)
print("first test image:", codes_test[0].round(1))

# %% alt.en="A table of colours: 24 rows in three groups, 32 columns. In the first group above all, many columns have nearly the same colour from top to bottom." alt.ko="색으로 나타낸 표. 세 무리로 나뉜 24개의 행과 32개의 열이 있습니다. 특히 첫 번째 무리에는 위에서 아래까지 색이 거의 같은 열이 많습니다."
groups = [1, 5, 8]
picked = np.concatenate([np.flatnonzero(y_test == label)[:8] for label in groups])
shown = (codes_test[picked] - codes_fit.mean(axis=0)) / codes_fit.std(axis=0)
plt.figure(figsize=(7, 3.6))
plt.imshow(shown, cmap="RdBu", vmin=-3, vmax=3, aspect="auto")
plt.hlines([7.5, 15.5], -0.5, 31.5, color="white", linewidth=3)
plt.yticks([3.5, 11.5, 19.5], [names[label] for label in groups])
plt.xlabel("number of the code")
plt.colorbar(label="standard deviations from the mean")
plt.show()

# %% [markdown] lang="en"
# Codes can be mixed. Between two images lies, pixel by pixel, a double exposure. Between their *codes* lie other codes, and the decoder makes of each something that looks more like one object than like two laid over each other. Not everywhere, though: the decoder has learned nothing about regions where no code of a training image lies.

# %% [markdown] lang="ko"
# 코드는 섞을 수 있습니다. 두 이미지의 픽셀을 섞으면 이중으로 찍힌 사진이 됩니다. 두 *코드*의 사이에는 또 다른 코드가 있고, 디코더는 그것으로 두 물체를 겹친 모습보다는 한 물체에 가까운 모습을 그립니다. 늘 그렇지는 않습니다. 훈련 이미지의 코드가 없는 곳에 대해서는 디코더가 배운 것이 없습니다.

# %% alt.en="Two rows of nine images that change from one test image into another: mixed pixels show both at once, mixed codes change shape on the way." alt.ko="한 테스트 이미지에서 다른 테스트 이미지로 바뀌어 가는 이미지 아홉 장이 두 줄로 놓여 있습니다. 픽셀을 섞은 줄에서는 둘이 겹쳐 보이고, 코드를 섞은 줄에서는 모양이 바뀌어 갑니다."
first, last = np.flatnonzero(y_test == 0)[0], np.flatnonzero(y_test == 1)[0]
shares = np.linspace(0, 1, 9, dtype="float32")[:, None]
mixed_pixels = (1 - shares) * flat_test[first] + shares * flat_test[last]
mixed_codes = (1 - shares) * codes_test[first] + shares * codes_test[last]
show_rows({"mixed pixels": mixed_pixels, "mixed codes": decoder.predict(mixed_codes, verbose=0)})

# %% [markdown] lang="en"
# ### Searching for similar images
#
# "Show me more like this." Images whose codes lie close together look alike, and comparing 32 numbers is far less work than comparing 784. For three test images these are the four nearest among the training images, by the distance of their codes.
#
# Do people agree? We count how many of the five nearest show the same class as the query, by codes and by pixels. On Fashion-MNIST codes do as well as pixels, with a twenty-fifth of the numbers; on the small sample they come close.

# %% [markdown] lang="ko"
# ### 비슷한 이미지 찾기
#
# "이것과 비슷한 것을 더 보여 주십시오." 코드가 서로 가까운 이미지는 모습도 닮았고, 수 32개를 비교하는 일은 784개를 비교하는 것보다 훨씬 가볍습니다. 테스트 이미지 세 장에 대해, 코드의 거리가 가장 가까운 훈련 이미지를 네 장씩 찾아봅니다.
#
# 사람이 보기에도 그렇습니까? 가장 가까운 다섯 장 가운데 찾으려는 이미지와 클래스가 같은 것이 얼마나 되는지, 코드로 찾을 때와 픽셀로 찾을 때를 세어 봅니다. Fashion-MNIST에서는 25분의 1밖에 안 되는 수로도 코드가 픽셀만큼 잘 찾고, 작은 표본에서는 조금 못 미칩니다.

# %%
neighbours = {}
for name, (base, queries) in {"codes": (codes_fit, codes_test), "pixels": (flat_fit, flat_test)}.items():
    search = NearestNeighbors(n_neighbors=5).fit(base)
    neighbours[name] = search.kneighbors(queries[:500], return_distance=False)
    agree = np.mean(y_train[neighbours[name]] == y_test[:500, None])
    print(f"by {name}: {agree:.3f} of the five nearest show the same class")

# %% alt.en="Three rows of five images: first a test image, then the four training images nearest to it by code, which look like it." alt.ko="이미지 다섯 장씩 세 줄. 맨 앞이 테스트 이미지이고, 이어서 코드가 가장 가까운 훈련 이미지 네 장입니다. 서로 닮았습니다."
wanted = [0, 1, 4]
found_rows = {
    f"query {row + 1}": np.vstack([flat_test[i][None], flat_fit[neighbours["codes"][i, :4]]])
    for row, i in enumerate(wanted)
}
show_rows(found_rows, ["query", "nearest", "2nd", "3rd", "4th"])

# %% [markdown] lang="en"
# ### Exercise 5 · The nearest images (2 points)
#
# Write `nearest_images(encoder, images, query, count)`, a search of your own:
#
# - `encoder` is a Keras model that turns a batch of flat images of shape `(n, d)` into codes of shape `(n, k)`.
# - `images` is a `float32` array of shape `(n, d)`, `query` one image of shape `(d,)`, which is not among them.
# - Return the positions (row numbers) in `images` of the `count` images whose codes have the smallest Euclidean distance to the code of `query`, the nearest first, as an integer array of shape `(count,)`. A list of `int` is fine too. No two distances are equal.
#
# $$\text{distance} = \lVert c - c_\text{query} \rVert = \sqrt{\textstyle\sum_j (c_j - c_{\text{query},j})^2}$$

# %% [markdown] lang="ko"
# ### 연습문제 5 · 가장 가까운 이미지(2점)
#
# 검색 함수 `nearest_images(encoder, images, query, count)`를 직접 작성하십시오.
#
# - `encoder`는 형상이 `(n, d)`인, 펼친 이미지의 배치를 형상이 `(n, k)`인 코드로 바꾸는 Keras 모델입니다.
# - `images`는 형상이 `(n, d)`인 `float32` 배열이고, `query`는 형상이 `(d,)`인 이미지 한 장이며 `images`에는 들어 있지 않습니다.
# - `query`의 코드와 유클리드 거리가 가장 가까운 코드를 가진 이미지 `count`장이 `images`에서 차지하는 위치(행 번호)를 반환합니다. 가까운 것이 먼저 오며, 형상이 `(count,)`인 정수 배열입니다. `int`의 리스트도 괜찮습니다. 거리가 같은 이미지는 없습니다.
#
# $$\text{거리} = \lVert c - c_\text{query} \rVert = \sqrt{\textstyle\sum_j (c_j - c_{\text{query},j})^2}$$


# %% nbgrader={"grade": false, "grade_id": "nearest-images", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nearest_images(encoder, images, query, count):
    """Find the images whose codes are nearest to that of a query.

    Args:
        encoder: a Keras model, images (n, d) in, codes (n, k) out.
        images: float32 array of shape (n, d).
        query: float32 array of shape (d,).
        count: int, how many images to find.

    Returns:
        int array of shape (count,): positions in images, the nearest first.
    """
    ### BEGIN SOLUTION
    base = encoder.predict(images, verbose=0)
    own = encoder.predict(query[None], verbose=0)
    return np.argsort(np.linalg.norm(base - own, axis=1))[:count]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "nearest-images-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

# This encoder sees the first two of four pixels only.
first_two = keras.Sequential([keras.Input(shape=(4,)), keras.layers.Dense(2)])
first_two.compile(run_eagerly=True)
first_two.set_weights([np.eye(4)[:, :2], np.zeros(2)])
gallery = np.array(
    [
        [0.1, 0.1, 0.5, 0.5],
        [0.5, 0.4, 0.0, 1.0],
        [0.8, 0.5, 0.5, 0.5],
        [0.5, 0.7, 1.0, 0.1],
        [0.32, 0.45, 0.5, 0.5],
    ],
    dtype="float32",
)
looked_for = np.array([0.5, 0.45, 0.5, 0.5], dtype="float32")
with check.unchanged(images=gallery, query=looked_for):
    nearest_found = nearest_images(first_two, gallery, looked_for, 3)
check.equal(
    nearest_found,
    np.array([1, 4, 3]),
    "nearest_images(encoder, images, query, 3)",
    en="Row numbers of the three images with the nearest codes, the nearest first. Measure distances between codes, not pixels; "
    "a single query becomes a batch by query[None].",
    ko="코드가 가장 가까운 이미지 세 장의 행 번호이고, 가까운 것이 먼저입니다. 픽셀이 아니라 코드 사이의 거리를 재십시오. "
    "query 한 장은 query[None]으로 배치가 됩니다.",
)
check.passed("3 nearest of 5", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "nearest-images-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("nearest-images")
for amount in (1, int(rng.integers(4, 8))):
    width, size, total = int(rng.integers(8, 12)), int(rng.integers(3, 6)), int(rng.integers(15, 25))
    turned = np.linalg.qr(rng.normal(size=(width, width)))[0]
    coder = keras.Sequential([keras.Input(shape=(width,)), keras.layers.Dense(size)])
    coder.compile(run_eagerly=True)
    coder.set_weights([turned[:, :size], rng.normal(size=size)])
    # Distances of the codes 1, 1.2, 1.4 ... in random order, by turns along a diagonal, where the sum of absolute
    # differences is larger, and along an axis; what the encoder does not see is large
    ranks = rng.permutation(total)
    corners = rng.choice([-1.0, 1.0], size=(total, size)) / np.sqrt(size)
    sides = np.eye(size)[rng.integers(size, size=total)] * rng.choice([-1.0, 1.0], size=(total, 1))
    away = np.where(ranks[:, None] % 2 == 0, corners, sides) * (1 + 0.2 * ranks)[:, None]
    unseen = rng.normal(scale=3.0, size=(total, width - size))
    query = rng.normal(size=width)
    pictures = (query + away @ turned[:, :size].T + unseen @ turned[:, size:].T).astype("float32")
    check.equal(
        nearest_images(coder, pictures, query.astype("float32"), amount),
        np.argsort(ranks)[:amount],
        f"nearest_images(encoder, images, query, {amount}), images.shape = ({total}, {width}), {size} values a code",
        en="Euclidean distance over all values of the code, the smallest first; the query is not among the images.",
        ko="코드의 모든 값에 대한 유클리드 거리이고, 작은 것이 먼저입니다. query는 images에 들어 있지 않습니다.",
    )
check.passed("2 drawn galleries")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Anomaly scores
#
# An autoencoder reconstructs well what it knows. What it reconstructs badly may be something it has never met. So the reconstruction error of an image serves as an *anomaly score*, and no example of an anomaly is needed for training.
#
# The threshold comes from the validation set: the score that only 5 in 100 normal images exceed. As anomalies we take test images that were turned by a quarter.

# %% [markdown] lang="ko"
# ### 이상 점수
#
# 오토인코더는 아는 것은 잘 되살립니다. 잘 되살리지 못하는 것은 본 적이 없는 것일 수 있습니다. 그래서 이미지의 재구성 오차를 *이상 점수*(anomaly score)로 쓰며, 이렇게 이상한 것을 가려내는 일을 이상 탐지(anomaly detection)라고 합니다. 훈련할 때 이상한 예가 하나도 없어도 됩니다.
#
# 임곗값은 검증 세트에서 정합니다. 정상 이미지 100장 가운데 5장만 넘는 점수입니다. 이상한 예로는 테스트 이미지를 90도 돌린 것을 씁니다.

# %%
val_scores = np.mean((autoencoder.predict(flat_val, verbose=0) - flat_val) ** 2, axis=1)
threshold = np.quantile(val_scores, 0.95)
turned_images = np.rot90(x_test, axes=(1, 2)).reshape(-1, 784).astype("float32") / 255
turned_scores = np.mean((autoencoder.predict(turned_images, verbose=0) - turned_images) ** 2, axis=1)
print(f"above the threshold {threshold:.4f}: {np.mean(image_errors > threshold):.3f} of the test images,")
print(f"{np.mean(turned_scores > threshold):.3f} of the turned ones")
caught = pd.Series(turned_scores > threshold).groupby(y_test).mean()
print(
    f"found most often: {names[caught.idxmax()]}, {caught.max():.2f}; least often: {names[caught.idxmin()]}, {caught.min():.2f}"
)

# %% alt.en="Histogram of scores: those of the test images are small, those of the turned images larger and more spread out, with some overlap. A vertical line marks the threshold." alt.ko="점수의 히스토그램. 테스트 이미지의 점수는 작고, 돌린 이미지의 점수는 더 크고 넓게 퍼져 있으며 일부가 겹칩니다. 세로선이 임곗값입니다."
bins = np.linspace(0, np.quantile(turned_scores, 0.99), 50)
plt.figure(figsize=(6, 2.6))
plt.hist(image_errors, bins, density=True, color=BLUE, alpha=0.7, label="test images")
plt.hist(turned_scores, bins, density=True, color=ORANGE, alpha=0.6, label="turned by a quarter")
plt.axvline(threshold, color="0.3", linestyle="--", label="threshold")
plt.xlabel("anomaly score (reconstruction error)")
plt.ylabel("density")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# The method is useful, and not to be trusted blindly. On Fashion-MNIST it finds about half of the turned images, ankle boots far more often than dresses. (The digits of the small sample are easier.) And these test images, all perfectly normal, have the highest scores. They are rare or rich in detail, stripes above all, and hard to draw for that reason. A high score means "hard to reconstruct", no more.

# %% [markdown] lang="ko"
# 쓸모 있는 방법이지만 무턱대고 믿어서는 안 됩니다. Fashion-MNIST에서는 돌린 이미지의 절반쯤을 찾아내는데, 앵클부츠는 드레스보다 훨씬 잘 찾아냅니다. (작은 표본의 숫자는 더 쉽습니다.) 그리고 아래는 테스트 이미지 가운데 점수가 가장 높은 것들인데 모두 정상입니다. 드물거나, 줄무늬처럼 무늬가 복잡해서 그리기 어려울 뿐입니다. 점수가 높다는 것은 "되살리기 어렵다"라는 뜻일 뿐입니다.

# %% alt.en="Eight normal test images with the highest scores and, below, their reconstructions, which miss patterns or shapes." alt.ko="점수가 가장 높은 정상 테스트 이미지 여덟 장과 그 아래의 재구성. 무늬나 모양을 제대로 되살리지 못했습니다."
strangest = np.argsort(-image_errors)[:8]
show_rows(
    {"original": flat_test[strangest], "autoencoder": rebuilt[strangest]},
    [names[label] for label in y_test[strangest]],
)

# %% [markdown] lang="en"
# ### A picture of the latent space
#
# The space in which codes live is called *latent space*. With two numbers for a code it can be drawn. So we train one more autoencoder, with a code of 2, and a larger error, of course.
#
# On the left each point is the code of a test image; colours show the labels, which the network hasn't seen. On the right stand images that the decoder draws when it walks over the same region in even steps. Kinds that look alike are neighbours and overlap; others keep apart.
#
# > **Note.** An autoencoder is no generator. Nothing in its training asks that *every* point of the latent space be a sensible image, and between the groups many aren't. Chapter 09 trains a network for exactly that.

# %% [markdown] lang="ko"
# ### 잠재 공간의 그림
#
# 코드가 놓이는 공간을 *잠재 공간*(latent space)이라고 합니다. 코드가 수 두 개이면 그림으로 그릴 수 있습니다. 그래서 코드 크기가 2인 오토인코더를 하나 더 훈련합니다. 물론 오차는 더 큽니다.
#
# 왼쪽에서 점 하나는 테스트 이미지 한 장의 코드이고, 색은 신경망이 본 적 없는 레이블을 나타냅니다. 오른쪽에는 디코더가 같은 영역을 고른 간격으로 훑으며 그린 이미지가 있습니다. 모습이 닮은 종류는 서로 이웃하거나 겹치고, 그렇지 않은 종류는 떨어져 있습니다.
#
# > **참고.** 오토인코더는 생성자가 아닙니다. 잠재 공간의 *모든* 점이 그럴듯한 이미지가 되도록 훈련한 적이 없고, 무리와 무리 사이에는 그렇지 않은 점이 많습니다. 바로 그 일을 하는 신경망은 9장에서 훈련합니다.

# %%
encoder_2, decoder_2, autoencoder_2 = build_stack(2)
autoencoder_2.fit(flat_fit, flat_fit, batch_size=128, epochs=num_epochs, verbose=0)
error_2 = autoencoder_2.evaluate(flat_test, flat_test, verbose=0)
print(
    f"test error: code of 2 {error_2:.4f}, code of 32 {test_error:.4f}; PCA with 2 components (validation) {pca_errors[1]:.4f}"
)

# %% alt.en="Left: points in ten colours, some groups apart, some mixed. Right: a grid of small images that change gradually from one kind to another." alt.ko="왼쪽: 열 가지 색의 점. 떨어져 있는 무리도 있고 섞인 무리도 있습니다. 오른쪽: 한 종류에서 다른 종류로 서서히 바뀌는 작은 이미지의 격자."
draw_latent_space(decoder_2, encoder_2.predict(flat_test[:2000], verbose=0), y_test[:2000], names)

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### Denoising
#
# A small change makes the task harder and the network more useful. Put noise on the input, and ask for the **clean** image as target. Now copying doesn't help, however wide the code is. The network has to know what images look like to tell them from noise. This is a *denoising* autoencoder.
#
# Here the noise is drawn from a normal distribution with standard deviation 0.3; values below 0 or above 1 are cut off.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 노이즈 제거
#
# 조금만 바꾸면 과제는 더 어려워지고 신경망은 더 쓸모 있어집니다. 입력에 잡음(noise)을 섞고 **깨끗한** 이미지를 타깃으로 주는 것입니다. 이제 코드가 아무리 넓어도 그대로 베껴서는 소용이 없습니다. 이미지가 어떻게 생겼는지 알아야 잡음과 구별할 수 있습니다. 이것이 *노이즈 제거*(denoising) 오토인코더입니다.
#
# 여기서는 표준편차가 0.3인 정규 분포에서 잡음을 뽑고, 0보다 작거나 1보다 큰 값은 잘라 냅니다.

# %%
noise_source = np.random.default_rng(5)


def soil(images):
    """Images with Gaussian noise of standard deviation 0.3, cut off at 0 and 1."""
    noisy = images + 0.3 * noise_source.standard_normal(images.shape, dtype="float32")
    return np.clip(noisy, 0, 1)


soiled_fit, soiled_val, soiled_test = soil(flat_fit), soil(flat_val), soil(flat_test)

# %% [markdown] lang="en"
# ### Exercise 6 · Blank out pixels (2 points)
#
# Noise has other forms; the best known denoising autoencoders lose whole pixels. Write `blank_pixels(images, share, seed)`:
#
# - `images` is a `float32` array of any shape with at least two axes, the first of which counts the images.
# - Return a new `float32` array of the same shape in which each value has become 0 with probability `share`, and otherwise is **exactly** what it was. Every value of every image is decided by itself, so the blanks lie elsewhere in each image.
# - `share` is a number from 0 (nothing is blanked) to 1 (everything is).
# - `seed` is a whole number: the same seed blanks the same places, another seed others.
# - `images` itself stays as it was.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 픽셀 지우기(2점)
#
# 잡음에는 다른 종류도 있습니다. 널리 알려진 노이즈 제거 오토인코더는 픽셀을 통째로 잃은 이미지를 씁니다. 함수 `blank_pixels(images, share, seed)`를 작성하십시오.
#
# - `images`는 축이 두 개 이상인 `float32` 배열이며, 형상은 정해져 있지 않습니다. 첫 번째 축은 이미지의 번호입니다.
# - 형상이 같은 새 `float32` 배열을 반환합니다. 값마다 확률 `share`로 0이 되고, 0이 되지 않은 값은 **정확히** 그대로입니다. 모든 이미지의 모든 값을 따로따로 정하므로 지워지는 곳은 이미지마다 다릅니다.
# - `share`는 0(아무것도 지우지 않음)부터 1(모두 지움)까지의 수입니다.
# - `seed`는 정수입니다. 시드가 같으면 같은 곳이, 시드가 다르면 다른 곳이 지워집니다.
# - `images`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "blank-pixels", "locked": false, "schema_version": 3, "solution": true, "task": false}
def blank_pixels(images, share, seed):
    """Set a random share of the values to 0.

    Args:
        images: float32 array of two or more axes. It is left unchanged.
        share: float from 0 to 1, the probability with which each value is blanked.
        seed: int, the same seed blanks the same places.

    Returns:
        float32 array of the same shape.
    """
    ### BEGIN SOLUTION
    kept = np.random.default_rng(seed).random(images.shape) >= share
    return np.where(kept, images, np.float32(0))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "blank-pixels-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

sheets = np.random.default_rng(6).uniform(0.2, 1.0, size=(6, 28, 28)).astype("float32")
call = "blank_pixels(images, 0.3, 1), images.shape = (6, 28, 28)"
with check.unchanged(images=sheets):
    blanked = blank_pixels(sheets, 0.3, 1)
blanked = check.array(blanked, call, shape=(6, 28, 28))
check.array(
    blanked,
    call,
    dtype="float32",
    en='Convert the result: astype("float32").',
    ko='결과를 astype("float32")로 바꾸십시오.',
)
gone = blanked == 0
check.that(
    bool(np.all(gone | (blanked == sheets))),
    f"{call}: every value has to be 0 or exactly what it was. (Keras' Dropout layer enlarges what it keeps.)",
    f"{call}: 모든 값은 0이거나 원래 값 그대로여야 합니다. (Keras의 Dropout 층은 남은 값을 키웁니다.)",
)
check.close(
    gone.mean(),
    0.3,
    f"{call}: share of zeros",
    rtol=0,
    atol=0.05,
    en="share is the probability of being blanked, not of being kept.",
    ko="share는 남을 확률이 아니라 지워질 확률입니다.",
)
check.that(
    not any(np.array_equal(gone[0], other) for other in gone[1:])
    and not np.array_equal(gone[0, 0], gone[0, 1]),
    f"{call}: the same places are blanked again and again. Draw a random number for every value: its shape is images.shape.",
    f"{call}: 같은 곳만 되풀이해서 지워집니다. 값마다 난수를 하나씩, 곧 images.shape 형상으로 뽑으십시오.",
)
check.equal(
    blank_pixels(sheets, 0.3, 1),
    blanked,
    f"{call}, called again",
    en="The same seed has to blank the same places: make a new generator from seed in each call.",
    ko="시드가 같으면 같은 곳이 지워져야 합니다. 호출할 때마다 seed로 난수 생성기를 새로 만드십시오.",
)
check.passed("dtype float32", "share of zeros", "same seed, same places", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "blank-pixels-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("blank-pixels")
one_seed, other_seed = (int(drawn) for drawn in rng.choice(1000, size=2, replace=False))
for shape, portion in [
    ((int(rng.integers(9, 14)), 784), 0.6),
    ((4, 20, 20, 3), float(rng.uniform(0.15, 0.4))),
]:
    drawn = rng.uniform(0.2, 1.0, size=shape).astype("float32")
    call = f"blank_pixels(images, {portion:.2f}, {one_seed}), images.shape = {shape}"
    with check.unchanged(images=drawn):
        result = blank_pixels(drawn, portion, one_seed)
    result = check.array(result, call, shape=shape, dtype="float32")
    zeros = result == 0
    check.that(
        bool(np.all(zeros | (result == drawn))),
        f"{call}: every value has to be 0 or exactly what it was.",
        f"{call}: 모든 값은 0이거나 원래 값 그대로여야 합니다.",
    )
    check.close(zeros.mean(), portion, f"{call}: share of zeros", rtol=0, atol=0.05)
    for axis_number in (0, 1, len(shape) - 1):
        check.close(
            np.mean(np.diff(zeros.astype(int), axis=axis_number) == 0),
            portion**2 + (1 - portion) ** 2,
            f"{call}: share of neighbours along axis {axis_number} that are both blanked or both kept",
            rtol=0,
            atol=0.1,
            en="Decide every value by itself: neither the same places in every image, nor whole images, rows or columns.",
            ko="값마다 따로 정해야 합니다. 이미지마다 같은 곳이나 이미지, 행, 열을 통째로 지우면 안 됩니다.",
        )
    check.equal(blank_pixels(drawn, portion, one_seed), result, f"{call}, called again")
    check.that(
        not np.array_equal(blank_pixels(drawn, portion, other_seed), result),
        f"seeds {one_seed} and {other_seed} blank the same places: use the argument seed.",
        f"시드 {one_seed}과 {other_seed}에서 같은 곳이 지워집니다. 인수 seed를 쓰십시오.",
    )
check.equal(blank_pixels(drawn, 0.0, one_seed), drawn, "blank_pixels(images, 0.0, seed)")
check.equal(blank_pixels(drawn, 1.0, one_seed), np.zeros_like(drawn), "blank_pixels(images, 1.0, seed)")
check.passed("2 drawn batches", "share 0 and 1", "another seed, other places")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Training the denoiser
#
# The same layers, from scratch; only the data in `fit` differs: soiled images in, clean images as target. For comparison, the first autoencoder, which knows no noise, tries its hand on the soiled test images too.

# %% [markdown] lang="ko"
# ### 노이즈 제거 훈련하기
#
# 같은 층을 처음부터 다시 훈련합니다. 달라지는 것은 `fit`에 주는 데이터뿐입니다. 잡음을 섞은 이미지가 입력이고, 깨끗한 이미지가 타깃입니다. 비교하기 위해, 잡음을 모르는 첫 오토인코더에도 잡음을 섞은 테스트 이미지를 넣어 봅니다.

# %%
_, _, denoiser = build_stack(32)
denoiser.fit(
    soiled_fit, flat_fit, batch_size=128, epochs=num_epochs, validation_data=(soiled_val, flat_val), verbose=0
)
cleaned = denoiser.predict(soiled_test, verbose=0)
without_practice = autoencoder.predict(soiled_test, verbose=0)
for name, images in (("soiled", soiled_test), ("first autoencoder", without_practice), ("denoiser", cleaned)):
    print(f"{name:>18}: error {np.mean((images - flat_test) ** 2):.4f}")

# %% alt.en="Three rows of eight test images: with noise, cleaned by the denoiser, and the originals. The cleaned images show the shapes without the noise, a little blurred." alt.ko="테스트 이미지 여덟 장을 세 줄로 그린 그림. 잡음이 섞인 것, 노이즈를 제거한 것, 원본입니다. 노이즈를 제거한 이미지는 조금 흐릿하지만 잡음 없이 모양이 보입니다."
show_rows(
    {"soiled": soiled_test[:8], "cleaned": cleaned[:8], "original": flat_test[:8]},
    [names[label] for label in y_test[:8]],
)

# %% [markdown] lang="en"
# ### Exercise 7 · Train a denoiser (3 points)
#
# Write `train_denoiser(model, clean, strength, epochs)`:
#
# - `model` is a compiled Keras model, rows of $d$ values in, rows of $d$ values out. Train this very model, and leave it compiled as it is.
# - `clean` is a `float32` array of shape `(n, d)`. It stays as it was.
# - Make a noisy copy of `clean`: add to every value a number of its own, drawn from the normal distribution with mean 0 and standard deviation `strength`. Nothing is cut off. Draw the noise once, before training.
# - Train the model to turn the noisy rows into the clean ones: one call of `fit`, `epochs` epochs, batches of 16, no validation.
# - Return the `History` object.
#
# The checks bring a linear model of one layer that begins as the identity: it passes on what it gets. Afterwards, on noisy rows that it hasn't seen, it has to be rid of more than half of the squared noise.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 노이즈 제거 훈련하기(3점)
#
# 함수 `train_denoiser(model, clean, strength, epochs)`를 작성하십시오.
#
# - `model`은 이미 컴파일한 Keras 모델입니다. 값 $d$개짜리 행을 받아 값 $d$개짜리 행을 내놓습니다. 다시 컴파일하지 말고 바로 이 모델을 훈련합니다.
# - `clean`은 형상이 `(n, d)`인 `float32` 배열입니다. 그 내용은 바꾸지 않습니다.
# - `clean`에 잡음을 더한 사본을 만듭니다. 값마다 평균이 0이고 표준편차가 `strength`인 정규 분포에서 따로 뽑은 수를 더합니다. 값을 잘라 내지는 않습니다. 잡음은 훈련하기 전에 한 번만 뽑습니다.
# - 잡음이 섞인 행을 깨끗한 행으로 바꾸도록 모델을 훈련합니다. `fit`을 한 번 호출하고, 에포크는 `epochs`번, 배치 크기는 16이며 검증은 하지 않습니다.
# - `History` 객체를 반환합니다.
#
# 검사에서는 층이 하나인 선형 모델을 씁니다. 이 모델은 처음에 항등 함수여서 받은 것을 그대로 내보냅니다. 훈련한 뒤에는 처음 보는 잡음 섞인 행에서, 제곱한 잡음의 절반보다 많은 양을 없애야 합니다.


# %% nbgrader={"grade": false, "grade_id": "train-denoiser", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_denoiser(model, clean, strength, epochs):
    """Train a model to take Gaussian noise away.

    Args:
        model: a compiled Keras model, rows (batch, d) in and out. It is trained in place.
        clean: float32 array of shape (n, d). It is left unchanged.
        strength: float, the standard deviation of the noise.
        epochs: int, the number of epochs.

    Returns:
        The History of the training.
    """
    ### BEGIN SOLUTION
    noisy = clean + np.random.normal(scale=strength, size=clean.shape)
    return model.fit(noisy, clean, batch_size=16, epochs=epochs, verbose=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-denoiser-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(11)
pattern = np.linalg.qr(generator.normal(size=(12, 2)))[0].T
tidy = (generator.uniform(-2, 2, size=(428, 2)) @ pattern).astype("float32")
train_rows, new_rows = tidy[:128], tidy[128:]
grit = generator.normal(scale=0.5, size=new_rows.shape).astype("float32")
passer = keras.Sequential([keras.Input(shape=(12,)), keras.layers.Dense(12, kernel_initializer="identity")])
passer.compile(keras.optimizers.SGD(2.0), "mse", jit_compile=False)
check.seed(7)
with check.unchanged(clean=train_rows):
    returned = train_denoiser(passer, train_rows, 0.5, 8)
check.history(
    returned,
    8,
    "train_denoiser(model, clean, 0.5, epochs=8)",
    en="Call model.fit once, with epochs=epochs, and return what it returns.",
    ko="model.fit을 epochs=epochs로 한 번 호출하고, 반환된 것을 그대로 반환하십시오.",
)
left_over = np.mean((check.predict(passer, new_rows + grit) - new_rows) ** 2) / np.mean(grit**2)
check.that(
    bool(left_over < 0.5),
    f"train_denoiser(model, clean, 0.5, epochs=8): {left_over:.2f} of the squared noise is left, less than 0.5 is wanted. "
    "The noisy rows are the input, the clean rows the target; batches of 16; train the given model as it is compiled.",
    f"train_denoiser(model, clean, 0.5, epochs=8): 제곱한 잡음의 {left_over:.2f}배가 남았습니다. 0.5배보다 적어야 합니다. "
    "잡음이 섞인 행이 입력이고 깨끗한 행이 타깃입니다. 배치 크기는 16이며, 주어진 모델을 다시 컴파일하지 말고 훈련하십시오.",
)
check.passed("History of 8 epochs", f"{left_over:.2f} of the noise left", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "train-denoiser-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train-denoiser")
width, rounds, level = int(rng.integers(14, 19)), int(rng.integers(9, 13)), float(rng.uniform(0.42, 0.5))
modes = np.linalg.qr(rng.normal(size=(width, 3)))[0].T
sound = (rng.uniform(-2, 2, size=(496, 3)) @ modes).astype("float32")
rows, fresh = sound[:196], sound[196:]
dust = rng.normal(scale=level, size=fresh.shape).astype("float32")
linear_layer = keras.layers.Dense(width, kernel_initializer="identity")
cleaner = keras.Sequential([keras.Input(shape=(width,)), linear_layer])
cleaner.compile(keras.optimizers.SGD(1.0), "mse", jit_compile=False)
check.seed(int(rng.integers(1000)))
with check.unchanged(clean=rows):
    trained = train_denoiser(cleaner, rows, level, rounds)
call = f"train_denoiser(model, clean, {level:.2f}, epochs={rounds})"
check.history(
    trained,
    rounds,
    call,
    en="Train for exactly as many epochs as the argument says, in one call of fit.",
    ko="fit을 한 번 호출해 인수로 받은 에포크 수만큼 정확히 훈련하십시오.",
)
remaining = np.mean((check.predict(cleaner, fresh + dust) - fresh) ** 2) / np.mean(dust**2)
check.that(
    bool(remaining < 0.5),
    f"{call}: {remaining:.2f} of the squared noise is left, less than 0.5 is wanted. Is the noise as strong as strength says?",
    f"{call}: 제곱한 잡음의 {remaining:.2f}배가 남았습니다. 0.5배보다 적어야 합니다. 잡음의 표준편차가 strength입니까?",
)
check.passed(f"History of {rounds} epochs", f"{remaining:.2f} of the noise left")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Unsupervised pre-training, and what replaced it
#
# Around 2006 deep networks could hardly be trained, and autoencoders were the way out: train them layer by layer on unlabelled images, then put a classifier on the code and train on with the few labels at hand. Better initial weights, ReLU, batch normalization and larger labelled data sets have made this unnecessary.
#
# The idea lives on in other forms. *Transfer learning* (chapter 04) starts from a network trained on other labelled images. *Self-supervised* learning hides a part of the data and lets the network fill it in. That is denoising with blanked-out words or image patches, and it is how language models learn (chapter 10).
#
# Was it worth it here? We give a simple classifier only a few labels, and either the pixels or our codes. Each figure is a mean over five draws.

# %% [markdown] lang="ko"
# ### 비지도 사전 훈련, 그리고 그 자리를 이어받은 것
#
# 2006년 무렵에는 깊은 신경망을 훈련하기가 매우 어려웠고, 오토인코더가 그 길을 열었습니다. 레이블 없는 이미지로 한 층씩 훈련한 다음, 코드 위에 분류 층을 얹고 얼마 안 되는 레이블로 이어서 훈련했습니다. 이것이 비지도 사전 훈련(unsupervised pre-training)입니다. 더 나은 가중치 초기화, ReLU, 배치 정규화, 레이블이 있는 큰 데이터셋이 나오면서 더는 필요하지 않게 되었습니다.
#
# 그 생각은 다른 모습으로 살아 있습니다. *전이 학습*(transfer learning, 4장)은 레이블이 있는 다른 이미지로 훈련한 신경망에서 시작합니다. *자기 지도* 학습(self-supervised learning)은 데이터의 일부를 가리고 신경망이 채우게 합니다. 지워진 단어나 이미지 조각을 되살리는 노이즈 제거라고 할 수 있으며, 언어 모델이 바로 이렇게 배웁니다(10장).
#
# 여기서도 효과가 있었습니까? 간단한 분류 모델에 레이블을 조금만 주고, 픽셀로 배우게도 하고 코드로 배우게도 합니다. 값은 다섯 번 뽑아 평균한 것입니다.

# %%
accuracies = pd.DataFrame(
    0.0, index=pd.Index([20, 100, 500, 1000], name="labels"), columns=["pixels", "codes"]
)
inputs = {
    "pixels": (flat_fit, flat_test),
    "codes": (codes_fit / codes_fit.std(), codes_test / codes_fit.std()),
}
for draw in range(5):
    order = np.random.default_rng(draw).permutation(len(flat_fit))
    for labels in accuracies.index:
        few = order[:labels]
        for name, (learn_from, test_on) in inputs.items():
            model = LogisticRegression(max_iter=500).fit(learn_from[few], y_train[few])
            accuracies.loc[labels, name] += model.score(test_on[:2000], y_test[:2000]) / 5
accuracies.round(3)

# %% alt.en="Test accuracy against the number of labels, for pixels and for codes: both rise; the two curves lie close together." alt.ko="레이블 개수에 따른 테스트 정확도를 픽셀과 코드에 대해 그린 그래프. 둘 다 올라가며 서로 가깝습니다."
axis = accuracies.plot(
    style=["s--", "o-"], color=["0.5", BLUE], logx=True, figsize=(5, 2.6), ylabel="test accuracy"
)
axis.set_xticks(accuracies.index, accuracies.index)
axis.minorticks_off()
plt.show()

# %% [markdown] lang="en"
# Hardly. On Fashion-MNIST codes and pixels do about equally well, on the small sample the pixels do better. The encoder has kept what it takes to *redraw* an image, and that is not the same as what tells classes apart. The codes have one advantage, that they are 25 times smaller.

# %% [markdown] lang="ko"
# 효과는 거의 없었습니다. Fashion-MNIST에서는 코드와 픽셀이 비슷하고, 작은 표본에서는 픽셀이 더 낫습니다. 인코더가 남긴 것은 이미지를 *다시 그리는 데* 필요한 것이며, 클래스를 구별하는 데 필요한 것과 같지 않습니다. 코드의 장점이라면 크기가 25분의 1이라는 점입니다.

# %% [markdown] lang="en"
# ### Exercise 8 · A code as wide as the image (2 points, marked by a person)
#
# A colleague builds the autoencoder 784-1000-784, with a code of 1,000 numbers, linear layers and no noise. After a long training its reconstruction error is almost 0, on test images too. "A perfect autoencoder," says the colleague, "let us use it for similar-image search and to find anomalies."
#
# What has the network learned? How good will it be at these two tasks? Name two changes to the network or its training with which it would have to learn something useful, and say why. Six sentences are enough. You may try it out.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 이미지보다 넓은 코드(2점, 사람이 채점)
#
# 한 동료가 오토인코더 784-1000-784를 만들었습니다. 코드는 수 1,000개이고, 층은 선형이며 잡음은 섞지 않습니다. 오래 훈련하자 테스트 이미지에서도 재구성 오차가 거의 0이 되었습니다. 동료는 "완벽한 오토인코더다. 비슷한 이미지 찾기와 이상 탐지에 쓰자."라고 말합니다.
#
# 이 신경망은 무엇을 배웠습니까? 두 가지 일을 얼마나 잘하겠습니까? 쓸모 있는 것을 배울 수밖에 없도록 신경망이나 훈련 방법을 바꾸는 방법을 두 가지 들고 그 까닭을 쓰십시오. 여섯 문장이면 충분합니다. 직접 실험해 보아도 좋습니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "wide-code", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** It has learned to copy: with 1,000 numbers for 784 pixels nothing has to be left out, and two linear layers can pass every image on unchanged. So it had no reason to find out what images of clothes have in common, and a small error is no sign that it has.
# For similar-image search its codes are no better than the pixels, of which they are only a linear transformation. As an anomaly score its error is useless: it copies any image, strange ones included, so that all scores are near 0.
# Useful changes take the easy way out away from it: a code much smaller than the image (it has to choose what is worth keeping); noise or blanked-out pixels on the input with the clean image as target (copying brings the noise along); a penalty that lets few code values differ from 0, a sparse code. Non-linear hidden layers alone are no remedy as long as the code is that wide.
#
# *Rubric.* 1 point: says that the network has learned to copy its input (the identity), because nothing is squeezed, **and** concludes that anomaly scores are useless or that codes are no better than pixels (half a point for the identity without a conclusion). 1 point: two suitable changes (bottleneck, noise on the input, sparse or otherwise constrained code), each with its reason; half a point for one, or for two without reasons.
#
# **모범 답안.** 베끼는 법을 배웠습니다. 픽셀 784개에 수 1,000개를 쓰므로 아무것도 버릴 필요가 없고, 선형 층 두 개로 어떤 이미지든 그대로 통과시킬 수 있습니다. 옷 이미지에 공통된 것이 무엇인지 찾아낼 까닭이 없었으며, 오차가 작다고 해서 찾아냈다는 뜻은 아닙니다.
# 비슷한 이미지를 찾을 때 그 코드는 픽셀보다 나을 것이 없습니다. 픽셀을 선형으로 바꾼 것일 뿐이기 때문입니다. 이상 점수로는 쓸모가 없습니다. 이상한 이미지도 그대로 베끼므로 점수가 모두 0에 가깝습니다.
# 쉬운 길을 막아야 쓸모 있는 것을 배웁니다. 코드를 이미지보다 훨씬 작게 하거나(무엇을 남길지 골라야 합니다), 입력에 잡음을 섞거나 픽셀을 지우고 깨끗한 이미지를 타깃으로 주거나(베끼면 잡음까지 따라옵니다), 코드 값 가운데 0이 아닌 것이 적도록 벌점을 주어 희소한 코드를 만듭니다. 코드가 그대로 넓다면 비선형 은닉층을 더하는 것만으로는 해결되지 않습니다.
#
# *채점 기준.* 1점: 아무것도 줄이지 않으므로 신경망이 입력을 베끼는 법(항등 함수)을 배웠다고 말하고, **그 결과로** 이상 점수가 쓸모없거나 코드가 픽셀보다 나을 것이 없다고 결론지음(결론 없이 항등 함수만 말하면 0.5점). 1점: 알맞은 변경 두 가지(병목, 입력의 잡음, 희소하거나 다른 제약이 있는 코드)를 저마다 까닭과 함께 제시함. 하나만 들거나 까닭 없이 둘을 들면 0.5점.

# %% [markdown] lang="en"
# ## 10 · Save
#
# Encoder and decoder have separate uses, so we save them separately. A service for image search needs the encoder only; whoever keeps codes instead of images needs the decoder to see them again. A code of 32 `float32` numbers takes 128 bytes, the image 784.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 인코더와 디코더는 쓰임이 다르므로 따로 저장합니다. 이미지 검색 서비스에는 인코더만 있으면 됩니다. 이미지 대신 코드를 보관한다면 다시 보기 위해 디코더가 필요합니다. `float32` 수 32개로 된 코드는 128바이트이고 이미지는 784바이트입니다.

# %% alt.en="Two rows of eight images: those that encoder and decoder, loaded from their files, make of the test images, and the originals." alt.ko="이미지 여덟 장이 두 줄로 놓여 있습니다. 파일에서 불러온 인코더와 디코더로 되살린 테스트 이미지와 원본입니다."
with tempfile.TemporaryDirectory() as folder:
    for name, model in (("encoder", encoder), ("decoder", decoder)):
        model.save(Path(folder) / f"{name}.keras")
    loaded = {path.stem: keras.models.load_model(path) for path in Path(folder).glob("*.keras")}
again = loaded["decoder"].predict(loaded["encoder"].predict(flat_test[:8], verbose=0), verbose=0)
print("same images:", np.allclose(again, rebuilt[:8], atol=1e-5))
show_rows({"loaded": again, "original": flat_test[:8]}, [names[label] for label in y_test[:8]])

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **"An autoencoder is non-linear, PCA is linear."** Without activation functions an autoencoder finds PCA's subspace and can't do better.
# - **"A smaller error is a better autoencoder."** Not if the code is wide enough to copy. Compare at the same code size, with a baseline, on images that were not trained on.
# - **The test set as `validation_data`.** Choose the number of epochs by it, and it is no test any more.
# - **Binary cross-entropy read like an error.** On grey pixels its smallest value isn't 0. Report the mean squared error beside it.
# - **A ReLU on the code.** It cuts off half of the code space, and units that never become positive are lost.
# - **A code drawn as an 8 × 4 picture, and shapes seen in it.** The order of the code's numbers is arbitrary.
# - **Encoder and decoder built a second time after training.** New layers have new random weights. Keep the models that were trained, or build the whole out of them.
# - **Noise on the target as well.** `fit(noisy, noisy)` asks for the noise back. Input noisy, target clean.
# - **"A high anomaly score is an anomaly."** It means hard to reconstruct. The threshold decides how many normal images raise an alarm.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **"오토인코더는 비선형이고 PCA는 선형이다."** 활성화 함수가 없는 오토인코더는 PCA와 같은 부분 공간을 찾으며 그보다 나을 수 없습니다.
# - **"오차가 작을수록 좋은 오토인코더다."** 코드가 그대로 베낄 만큼 넓다면 그렇지 않습니다. 같은 코드 크기에서, 기준선과 함께, 훈련에 쓰지 않은 이미지로 비교합니다.
# - **테스트 세트를 `validation_data`로 쓰기.** 그 결과를 보고 에포크 수를 고르면 더는 테스트가 아닙니다.
# - **이진 교차 엔트로피를 오차처럼 읽기.** 회색 픽셀에서는 최솟값이 0이 아닙니다. 평균 제곱 오차를 함께 보고합니다.
# - **코드에 ReLU 쓰기.** 코드 공간의 절반이 잘려 나가고, 한 번도 양수가 되지 않는 유닛은 버려집니다.
# - **코드를 8×4 그림으로 그리고 거기서 모양을 읽기.** 코드에 든 수의 순서에는 뜻이 없습니다.
# - **훈련한 뒤에 인코더와 디코더를 다시 만들기.** 새로 만든 층의 가중치는 새로운 난수입니다. 훈련한 모델을 그대로 쓰거나, 처음부터 두 모델을 이어 전체를 만듭니다.
# - **타깃에도 잡음 섞기.** `fit(noisy, noisy)`는 잡음까지 되살리라는 뜻입니다. 입력에만 잡음을 섞고 타깃은 깨끗하게 둡니다.
# - **"이상 점수가 높으면 이상한 것이다."** 되살리기 어렵다는 뜻일 뿐입니다. 정상 이미지 가운데 얼마나 많은 것이 경보를 울릴지는 임곗값이 정합니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - named the parts of an autoencoder, and saw that the bottleneck makes it learn,
# - found that a linear autoencoder is PCA, and that hidden layers let it follow what is bent,
# - built the stacked autoencoder 784-128-64-32-64-128-784 and compared its error with that of PCA,
# - used codes to find similar images, scored anomalies, and drew a latent space,
# - trained a denoising autoencoder, and saw what became of unsupervised pre-training.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. What are input and target of an autoencoder, and what are they for a denoising one?
# 2. Why does a linear autoencoder find the same plane as PCA, but not the same code?
# 3. How many parameters does the linear autoencoder 3-2-3 have, biases included?
# 4. Where does the threshold of an anomaly score come from, if no anomaly is known?
# 5. Why has the encoder's last layer no ReLU, and why has the decoder's last layer a sigmoid?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 오토인코더를 이루는 부분을 알아보고, 병목이 있어야 무언가를 배운다는 것을 보았습니다.
# - 선형 오토인코더가 PCA와 같으며, 은닉층이 있으면 굽은 것도 따라갈 수 있음을 확인했습니다.
# - 적층 오토인코더 784-128-64-32-64-128-784를 만들고 그 오차를 PCA와 견주었습니다.
# - 코드로 비슷한 이미지를 찾고, 이상 점수를 매기고, 잠재 공간을 그렸습니다.
# - 노이즈 제거 오토인코더를 훈련하고, 비지도 사전 훈련이 무엇으로 이어졌는지 보았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 오토인코더의 입력과 타깃은 무엇이며, 노이즈 제거 오토인코더에서는 무엇입니까?
# 2. 선형 오토인코더는 왜 PCA와 같은 평면을 찾으면서도 코드는 같지 않습니까?
# 3. 선형 오토인코더 3-2-3의 파라미터는 편향까지 모두 몇 개입니까?
# 4. 이상한 예를 하나도 모를 때 이상 점수의 임곗값은 어디에서 정합니까?
# 5. 인코더의 마지막 층에 ReLU를 쓰지 않는 까닭과 디코더의 마지막 층에 시그모이드를 쓰는 까닭은 무엇입니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - G. E. Hinton, R. R. Salakhutdinov (2006): [Reducing the Dimensionality of Data with Neural Networks](https://www.science.org/doi/10.1126/science.1127647). Deep autoencoders, trained layer by layer.
# - P. Vincent, H. Larochelle, Y. Bengio, P.-A. Manzagol (2008): [Extracting and Composing Robust Features with Denoising Autoencoders](https://dl.acm.org/doi/10.1145/1390156.1390294).
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org), chapter 14, on autoencoders.
# - D. P. Kingma, M. Welling (2013): [Auto-Encoding Variational Bayes](https://arxiv.org/abs/1312.6114). An autoencoder that is a generator too.
# - H. Xiao, K. Rasul, R. Vollgraf (2017): [Fashion-MNIST](https://arxiv.org/abs/1708.07747).
# - scikit-learn: [Decomposing signals in components](https://scikit-learn.org/stable/modules/decomposition.html), on PCA and relatives.
#
# ## Recall answers
#
# 1. Both are the same image. Of a denoising autoencoder the input is the noisy image, the target the clean one.
# 2. The plane with the smallest squared error is one and the same for both. But any two directions that span it serve the network equally well, so its code is PCA's, turned and stretched.
# 3. $3 \cdot 2 + 2$ in the encoder and $2 \cdot 3 + 3$ in the decoder: 17.
# 4. From the scores of normal images that were not trained on: a value that only a chosen share of them exceeds.
# 5. A code may need negative values, which ReLU would cut off. The pixels lie between 0 and 1, as does the sigmoid's output.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - G. E. Hinton, R. R. Salakhutdinov (2006): [Reducing the Dimensionality of Data with Neural Networks](https://www.science.org/doi/10.1126/science.1127647). 한 층씩 훈련한 깊은 오토인코더를 다룹니다.
# - P. Vincent, H. Larochelle, Y. Bengio, P.-A. Manzagol (2008): [Extracting and Composing Robust Features with Denoising Autoencoders](https://dl.acm.org/doi/10.1145/1390156.1390294).
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org) 14장. 오토인코더를 다룹니다.
# - D. P. Kingma, M. Welling (2013): [Auto-Encoding Variational Bayes](https://arxiv.org/abs/1312.6114). 생성자이기도 한 오토인코더입니다.
# - H. Xiao, K. Rasul, R. Vollgraf (2017): [Fashion-MNIST](https://arxiv.org/abs/1708.07747).
# - scikit-learn: [Decomposing signals in components](https://scikit-learn.org/stable/modules/decomposition.html). PCA와 그 친척들을 설명합니다.
#
# ## 질문의 답
#
# 1. 둘 다 같은 이미지입니다. 노이즈 제거 오토인코더에서는 잡음이 섞인 이미지가 입력이고 깨끗한 이미지가 타깃입니다.
# 2. 제곱 오차가 가장 작은 평면은 둘에게 똑같이 하나뿐입니다. 그러나 그 평면을 이루는 두 방향이면 무엇이든 신경망에는 똑같이 쓸모 있으므로, 코드는 PCA의 코드를 돌리고 늘인 것이 됩니다.
# 3. 인코더에 $3 \cdot 2 + 2$개, 디코더에 $2 \cdot 3 + 3$개이므로 17개입니다.
# 4. 훈련에 쓰지 않은 정상 이미지의 점수에서 정합니다. 정한 비율의 이미지만 넘는 값을 고릅니다.
# 5. 코드에는 음수가 필요할 수 있는데 ReLU는 음수를 잘라 냅니다. 픽셀은 0과 1 사이에 있고 시그모이드의 출력도 그렇습니다.
