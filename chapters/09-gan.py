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
# # Generative adversarial networks
#
# **110 minutes · 20 points**
#
# You will train two networks against each other. One invents handwritten digits out of random numbers, the other tries to tell them from real ones. Neither is ever told which digit an image shows. In the end the first one writes digits of which most are legible, and that is not our opinion but the verdict of the network from chapter 03.
#
# After this chapter you can
#
# - say what a generative model learns and how that differs from a classifier,
# - build a generator and a discriminator, and name input, labels and loss of each one's training step,
# - write these steps so that each leaves the other network's weights alone,
# - write a `keras.Model` with a `train_step` of its own, and watch what it generates while it trains,
# - judge a generator by how legible and how varied its images are, and recognize mode collapse.
#
# **Before you start:** dense networks, binary cross-entropy, dropout (chapters 01 and 02), data pipelines with `tf.data` (chapter 03). Chapter 03's network is used as a judge, but you need not know how it works.

# %% [markdown] lang="ko"
# # 생성적 적대 신경망
#
# **110분 · 20점**
#
# 이 장에서는 두 신경망을 서로 겨루게 하면서 훈련합니다. 하나는 난수에서 손글씨 숫자를 지어내고, 다른 하나는 지어낸 숫자와 진짜 숫자를 가려내려 합니다. 이미지가 어떤 숫자인지는 둘 다 끝까지 듣지 못합니다. 훈련이 끝나면 첫 번째 신경망이 쓴 숫자는 대부분 알아볼 수 있게 됩니다. 이것은 우리 느낌이 아니라 3장에서 훈련한 신경망의 판정입니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 생성 모델이 무엇을 배우며 분류 모델과 어떻게 다른지 설명합니다.
# - 생성자와 판별자를 만들고, 각 훈련 단계의 입력과 레이블과 손실을 말합니다.
# - 한쪽을 훈련하는 동안 다른 쪽의 가중치가 바뀌지 않도록 훈련 단계를 작성합니다.
# - `train_step`을 직접 정의한 `keras.Model`을 작성하고, 훈련하는 동안 무엇을 생성하는지 지켜봅니다.
# - 생성한 이미지가 얼마나 알아볼 만하고 얼마나 다양한지로 생성자를 평가하고, 모드 붕괴를 알아봅니다.
#
# **미리 알아 둘 것:** 밀집 신경망, 이진 교차 엔트로피, 드롭아웃(1장과 2장), `tf.data`를 쓰는 데이터 파이프라인(3장)입니다. 3장의 신경망을 심판으로 쓰지만 어떻게 동작하는지는 몰라도 됩니다.

# %% lang="en"
try:
    import hiddenlayers
except ImportError:  # in Colab: install the wheel of the course kit, put into the Files panel before
    get_ipython().run_line_magic("pip", "install --quiet hiddenlayers-*.whl")
    import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
try:
    import hiddenlayers
except ImportError:  # Colab에서: 파일 패널에 올려 둔 강의 자료 묶음의 휠 파일을 설치합니다
    get_ipython().run_line_magic("pip", "install --quiet hiddenlayers-*.whl")
    import hiddenlayers

hiddenlayers.start("ko")

# %% [markdown] lang="en"
# Keras builds the networks, TensorFlow computes the gradients of our own training steps. The code of the longer drawings is in the course's package.

# %% [markdown] lang="ko"
# 신경망은 Keras로 만들고, 직접 작성하는 훈련 단계의 그레이디언트는 TensorFlow로 계산합니다. 그리는 코드가 긴 그림은 강의 패키지에 들어 있습니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.neighbors import NearestNeighbors

# %%
from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, ORANGE, STYLE
from hiddenlayers.pictures.adversaries import (
    draw_two_players,
    plot_tallies,
    plot_two_distributions,
    show_progress,
)

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# A classifier looks at an image $x$ and gives the probability of each label $y$: it learns $p(y \mid x)$, and for that it only has to know where one class ends and the next begins. Such a model is called *discriminative*. A *generative* model learns how the data itself is distributed, $p(x)$: which images occur at all, and how often. Whoever knows that can draw new images from the distribution, images that nobody has ever written but that might have been. A generative model that is told which label to draw learns $p(x \mid y)$; ours is not told, so it learns $p(x)$.
#
# A *generative adversarial network*, GAN for short, learns $p(x)$ without ever writing it down. It is a game for two networks.
#
# - The **generator** turns a vector of random numbers, the *noise*, into an image. It never sees a real image.
# - The **discriminator** looks at an image and answers with one number between 0 and 1: the probability that it is real.
#
# The discriminator learns to tell real images from generated ones; the generator learns to make images that the discriminator takes for real. Each gets better because the other does.
#
# - **What goes in?** 32 random numbers. **What comes out?** An image of 28 × 28 values from 0 to 1.
# - **Who knows the right answer?** Nobody labels anything. We know which images come from the data and which from the generator, and that is enough.
# - **When is it good?** When most images can be recognized as digits, *and* all ten digits occur. A loss says neither. So a judge does: the LeNet-5 of chapter 03.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 분류 모델은 이미지 $x$를 보고 각 레이블 $y$의 확률을 내놓습니다. 곧 $p(y \mid x)$를 배우며, 그러려면 한 클래스가 어디에서 끝나고 다음 클래스가 어디에서 시작하는지만 알면 됩니다. 이런 모델을 *판별 모델*(discriminative model)이라고 합니다. *생성 모델*(generative model)은 데이터 자체의 분포 $p(x)$, 곧 어떤 이미지가 얼마나 자주 나타나는지를 배웁니다. 분포를 알면 거기에서 새 이미지를 뽑을 수 있습니다. 아무도 쓴 적이 없지만 누군가 썼을 법한 이미지입니다. 어떤 레이블을 그릴지 알려 주는 생성 모델은 $p(x \mid y)$를 배웁니다. 이 장의 모델에는 알려 주지 않으므로 $p(x)$를 배웁니다.
#
# *생성적 적대 신경망*(generative adversarial network), 줄여서 GAN은 $p(x)$를 식으로 적지 않고도 배웁니다. 두 신경망이 벌이는 게임입니다.
#
# - **생성자**(generator)는 난수로 된 벡터, 곧 *노이즈*(noise)를 이미지로 바꿉니다. 진짜 이미지는 한 번도 보지 않습니다.
# - **판별자**(discriminator)는 이미지를 보고 0과 1 사이의 수 하나로 답합니다. 그 이미지가 진짜일 확률입니다.
#
# 판별자는 진짜 이미지와 생성된 이미지를 구별하는 법을 배우고, 생성자는 판별자가 진짜로 여길 이미지를 만드는 법을 배웁니다. 상대가 나아지기 때문에 자신도 나아집니다.
#
# - **무엇이 들어옵니까?** 난수 32개입니다. **무엇이 나갑니까?** 값이 0에서 1까지인 28 × 28 이미지입니다.
# - **정답은 누가 압니까?** 레이블을 붙이는 사람은 없습니다. 어느 이미지가 데이터에서 왔고 어느 이미지가 생성자에서 왔는지는 우리가 알고 있으며, 그것으로 충분합니다.
# - **어떤 모델이 좋은 모델입니까?** 이미지 대부분이 숫자로 보이고 *또한* 열 가지 숫자가 모두 나와야 합니다. 손실은 어느 쪽도 말해 주지 않습니다. 그래서 3장의 LeNet-5가 심판을 맡습니다.

# %% alt.en="Diagram: noise goes into the generator, which makes fake images; fake images and real images go into the discriminator, which answers real or fake. Dashed arrows lead from its answer back to both networks: each learns from it." alt.ko="그림: 노이즈가 생성자(generator)로 들어가 가짜 이미지(fake images)가 됩니다. 가짜 이미지와 진짜 이미지(real images)가 판별자(discriminator)로 들어가고, 판별자는 진짜인지 가짜인지 답합니다. 그 답에서 두 신경망으로 점선 화살표가 되돌아갑니다. 둘 다 여기에서 배웁니다."
draw_two_players()

# %% [markdown] lang="en"
# ### Bringing two distributions together
#
# Imagine that an image is just a single number. The real numbers follow the blue distribution, the generated ones the orange. Against a given generator the best possible discriminator answers at every point with the share of real numbers there,
#
# $$D(x) = \frac{p_\text{real}(x)}{p_\text{real}(x) + p_\text{fake}(x)}$$
#
# the dashed line. Where it rises the generator can learn which way to go: towards where it would be taken for real. On the left the two hardly overlap and the discriminator is sure nearly everywhere; in the middle they have come closer; on the right they are the same, the discriminator can only guess, and says 0.5 everywhere.

# %% [markdown] lang="ko"
# ### 두 분포를 가깝게 하기
#
# 이미지가 수 하나라고 상상해 봅시다. 진짜 수는 파란 분포를, 생성된 수는 주황 분포를 따릅니다. 생성자가 정해져 있을 때 가장 좋은 판별자는 점마다 그곳에 있는 수 가운데 진짜의 비율을 답합니다.
#
# $$D(x) = \frac{p_\text{real}(x)}{p_\text{real}(x) + p_\text{fake}(x)}$$
#
# 점선이 그것입니다. 점선이 올라가는 곳에서 생성자는 어느 쪽으로 가야 진짜로 여겨질지 배울 수 있습니다. 왼쪽에서는 두 분포가 거의 겹치지 않아 판별자가 거의 모든 곳에서 확신합니다. 가운데에서는 더 가까워졌습니다. 오른쪽에서는 두 분포가 같아져 판별자는 추측할 수밖에 없고 어디에서나 0.5라고 답합니다.

# %% alt.en="Three panels, each with a blue bell curve, real, an orange one, generated, and a dashed line, the best discriminator. Left the orange curve is far from the blue one and the dashed line a steep step; in the middle they overlap; right they coincide and the dashed line is flat at 0.5." alt.ko="그림 세 칸에 파란 종 모양 곡선(진짜), 주황 종 모양 곡선(생성), 가장 좋은 판별자를 나타내는 점선이 있습니다. 왼쪽에서는 두 곡선이 멀고 점선이 가파른 계단이며, 가운데에서는 겹치고, 오른쪽에서는 두 곡선이 같고 점선이 0.5로 평평합니다."
plot_two_distributions()

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# MNIST again: 60,000 handwritten digits for training. The labels stay in the box. Without a network connection the small sample of 1,437 digits takes its place; where it behaves differently, the text says so.
#
# *Images: MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges, from NIST's collections. Offline sample: Optical Recognition of Handwritten Digits, by E. Alpaydin and C. Kaynak, UCI, CC BY 4.0.*

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 다시 MNIST입니다. 훈련용 손글씨 숫자가 60,000장 있습니다. 레이블은 꺼내지 않습니다. 네트워크에 연결되어 있지 않으면 숫자 1,437장으로 된 작은 표본을 대신 씁니다. 결과가 다른 곳은 본문에서 알려 줍니다.
#
# *이미지: MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, NIST의 수집 자료로 만듦. 오프라인 표본: Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, UCI, CC BY 4.0.*

# %%
(x_train, _), (x_test, _) = datasets.mnist.load_data()
print("images", x_train.shape, x_train.dtype, "from", x_train.min(), "to", x_train.max())

# %% [markdown] lang="en"
# Every picture of 28 × 28 pixels is a point in a space of 784 dimensions. Almost none of these points looks like a digit: above, twelve points drawn at random from the whole space; below, twelve from the data. $p(x)$ is as good as 0 for the upper ones. We use the function `show_images` to the end of the chapter.

# %% [markdown] lang="ko"
# 28 × 28픽셀 그림은 모두 784차원 공간의 점입니다. 그 가운데 숫자로 보이는 점은 거의 없습니다. 위는 공간 전체에서 무작위로 뽑은 점 열두 개이고, 아래는 데이터에서 뽑은 열두 개입니다. 위쪽 이미지의 $p(x)$는 0이나 다름없습니다. 함수 `show_images`는 이 장이 끝날 때까지 씁니다.


# %% alt.en="Two rows of twelve images. The upper row is grey noise, the lower row handwritten digits." alt.ko="이미지 열두 장이 두 줄로 놓여 있습니다. 윗줄은 회색 잡음이고 아랫줄은 손글씨 숫자입니다."
def show_images(images, columns=12):
    """Draw images of shape (n, 28, 28) with values from 0 to 1 in a grid, dark on white."""
    grid = np.reshape(images, (-1, columns, 28, 28)).swapaxes(1, 2).reshape(-1, 28 * columns)
    figure = plt.figure(figsize=(grid.shape[1] / 50, grid.shape[0] / 50), dpi=100)  # a pixel is 2 x 2
    axis = figure.add_axes((0, 0, 1, 1))
    axis.imshow(grid, cmap="gray_r", vmin=0, vmax=1)
    axis.axis("off")
    plt.show()


anything = np.random.default_rng(2).uniform(size=(12, 28, 28))
show_images(np.concatenate([anything, x_train[:12] / 255]))

# %% [markdown] lang="en"
# ## 3 · Prepare it
#
# **The images.** The generator's last layer will be a sigmoid, so what it draws lies between 0 and 1. The real images must lie there too. If they did not, the discriminator would need to look at nothing but the range.
#
# **The batches.** Each update takes 128 real images. `repeat` before `batch` lets the images come round again for ever, shuffled, in batches that are all of the same size; how often we draw from it is up to us.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# **이미지.** 생성자의 마지막 층은 시그모이드이므로 그린 값이 0과 1 사이에 있습니다. 진짜 이미지도 그 범위에 있어야 합니다. 그렇지 않으면 판별자는 값의 범위 말고는 아무것도 볼 필요가 없습니다.
#
# **배치.** 업데이트할 때마다 진짜 이미지 128장을 씁니다. `batch` 앞에 `repeat`를 두면 이미지가 섞여서 끝없이 되풀이해 나오고 배치의 크기가 모두 같습니다. 거기에서 몇 번을 꺼낼지는 우리가 정합니다.

# %%
real_images = (x_train / 255).astype("float32")
shuffled = tf.data.Dataset.from_tensor_slices(real_images).shuffle(10_000, seed=1)
batches = shuffled.repeat().batch(128).prefetch(2)
print("one batch", next(iter(batches)).shape)

# %% [markdown] lang="en"
# **The noise.** Where does the variety come from, if a network always gives the same output for the same input? From its input. We draw 32 numbers from the standard normal distribution (mean 0, standard deviation 1) for every image. Each direction in this space of 32 dimensions is free for the generator to use: for the slant, for the thickness of the pen, for the difference between a 4 and a 9. It decides that by itself.
#
# We keep one batch of noise, to look at the same 24 points all the while the generator learns.

# %% [markdown] lang="ko"
# **노이즈.** 신경망은 입력이 같으면 늘 같은 출력을 내놓습니다. 그렇다면 다양함은 어디에서 옵니까? 입력에서 옵니다. 이미지마다 표준 정규 분포(평균 0, 표준 편차 1)에서 수 32개를 뽑습니다. 이 32차원 공간의 방향 하나하나를 생성자가 마음대로 쓸 수 있습니다. 글씨의 기울기에 쓸 수도 있고, 획의 굵기나 4와 9의 차이에 쓸 수도 있습니다. 무엇에 쓸지는 생성자가 스스로 정합니다.
#
# 노이즈 한 묶음은 남겨 두고, 생성자가 배우는 동안 늘 같은 점 24개를 지켜봅니다.

# %%
noise_size = 32
watched_noise = keras.random.normal((24, noise_size), seed=5)

# %% alt.en="Histogram of the 768 numbers of the noise: a bell around 0, nearly all between minus 3 and 3." alt.ko="노이즈를 이루는 수 768개의 히스토그램. 0을 중심으로 한 종 모양이며 거의 모두 -3과 3 사이에 있습니다."
plt.figure(figsize=(4, 2.2))
plt.hist(np.ravel(watched_noise), bins=30, color=BLUE)
plt.xlabel("value")
plt.ylabel("how often")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 1 · Noise that can be drawn again (2 points)
#
# To compare two generators one shows them the same noise. Write `make_noise(count, size, seed)`:
#
# - The result is an array (or a tensor) of shape `(count, size)` and dtype `float32`: `count` noise vectors of `size` numbers each.
# - All numbers are drawn independently from the normal distribution with mean 0 and standard deviation 1.
# - `seed` is a whole number. The same arguments give the same numbers, another seed gives others.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 다시 뽑을 수 있는 노이즈(2점)
#
# 두 생성자를 비교하려면 같은 노이즈를 보여 주어야 합니다. 함수 `make_noise(count, size, seed)`를 작성하십시오.
#
# - 형상이 `(count, size)`이고 자료형이 `float32`인 배열(또는 텐서)을 반환합니다. 수 `size`개로 된 노이즈 벡터가 `count`개 들어 있습니다.
# - 모든 수는 평균이 0이고 표준 편차가 1인 정규 분포에서 서로 독립으로 뽑습니다.
# - `seed`는 정수입니다. 인수가 같으면 같은 수가, 시드가 다르면 다른 수가 나옵니다.


# %% nbgrader={"grade": false, "grade_id": "make-noise", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_noise(count, size, seed):
    """Draw noise for a generator.

    Args:
        count: int, the number of noise vectors.
        size: int, how many numbers each has.
        seed: int, the same seed gives the same noise.

    Returns:
        float32 array of shape (count, size), standard normal.
    """
    ### BEGIN SOLUTION
    return np.random.default_rng(seed).standard_normal((count, size)).astype("float32")
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "make-noise-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

call = "make_noise(500, 8, 3)"
vectors = check.array(
    make_noise(500, 8, 3),
    call,
    shape=(500, 8),
    dtype="float32",
    en="One row for each noise vector; convert to float32.",
    ko="노이즈 벡터마다 한 행이며, float32로 바꾸십시오.",
)
check.close(
    [vectors.mean(), vectors.std()],
    [0.0, 1.0],
    f"{call}: mean and standard deviation",
    atol=0.1,
    en="Draw from the standard normal distribution.",
    ko="표준 정규 분포에서 뽑으십시오.",
)
check.close(
    [np.mean(np.abs(vectors) > 1), np.mean(np.abs(vectors) > 2)],
    [0.317, 0.0455],
    f"{call}: shares of numbers beyond 1 and 2",
    atol=0.04,
    en="These shares are not those of a normal distribution.",
    ko="정규 분포라면 이런 비율이 나오지 않습니다.",
)
check.equal(
    make_noise(500, 8, 3),
    vectors,
    f"{call}, called again",
    en="The same seed has to give the same numbers: use seed in every call.",
    ko="시드가 같으면 같은 수가 나와야 합니다. 호출할 때마다 seed를 쓰십시오.",
)
check.passed("shape (500, 8)", "float32", "standard normal", "same seed, same noise")

# %% nbgrader={"grade": true, "grade_id": "make-noise-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("make-noise")
how_many, long = int(rng.integers(2000, 2500)), int(rng.integers(10, 20))
first_seed, second_seed = (int(drawn) for drawn in rng.choice(10_000, size=2, replace=False))
call = f"make_noise({how_many}, {long}, {first_seed})"
drawn_rows = check.array(
    make_noise(how_many, long, first_seed), call, shape=(how_many, long), dtype="float32"
).astype("float64")
check.close(
    [drawn_rows.mean(), drawn_rows.std()], [0.0, 1.0], f"{call}: mean and standard deviation", atol=0.06
)
check.close(
    [np.mean(np.abs(drawn_rows) > 1), np.mean(np.abs(drawn_rows) > 2)],
    [0.317, 0.0455],
    f"{call}: shares of numbers beyond 1 and 2",
    atol=0.03,
)
row_spread = drawn_rows.mean(axis=1).std() * np.sqrt(long)
column_spread = drawn_rows.mean(axis=0).std() * np.sqrt(how_many)
check.that(
    bool(0.8 < row_spread < 1.2 and column_spread < 4),
    f"{call}: the numbers depend on each other; draw every number by itself.",
    f"{call}: 수들이 서로 독립이 아닙니다. 수마다 따로 뽑으십시오.",
)
between = np.corrcoef(drawn_rows, rowvar=False)[np.triu_indices(long, 1)]
check.that(
    bool(np.all(np.abs(between) < 0.15) and np.abs(np.corrcoef(drawn_rows[:2])[0, 1]) < 0.999),
    f"{call}: rows or columns repeat each other; draw every number by itself.",
    f"{call}: 행이나 열이 되풀이됩니다. 수마다 따로 뽑으십시오.",
)
check.equal(make_noise(how_many, long, first_seed), drawn_rows.astype("float32"), f"{call}, called again")
elsewhere = check.array(make_noise(how_many, long, second_seed), call, shape=(how_many, long))
check.that(
    not np.allclose(elsewhere, drawn_rows, atol=1e-3),
    f"seeds {first_seed} and {second_seed} give the same noise: use the argument seed.",
    f"시드 {first_seed}, {second_seed}에서 같은 노이즈가 나옵니다. 인수 seed를 쓰십시오.",
)
check.passed("drawn sizes", "independent numbers", "another seed, other noise")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build
#
# ### The generator
#
# It widens step by step: 32 random numbers, 256, 512, 784 pixels, put into the shape of an image. The hidden layers use *leaky ReLU*: for positive numbers the identity, for negative ones a small slope, here 0.2. Unlike ReLU it never lets the gradient vanish altogether, which matters here, because all that the generator ever learns has come through the discriminator as a gradient.
#
# The GAN of many a first course uses *SELU* instead, 1.0507 times a curve that is the identity for positive numbers and $1.6733\,(e^x - 1)$ for negative ones. You will build that one yourself.

# %% [markdown] lang="ko"
# ## 4 · 만들기
#
# ### 생성자
#
# 한 단계씩 넓어집니다. 난수 32개에서 256, 512를 거쳐 픽셀 784개가 되고, 이미지의 형상으로 바뀝니다. 은닉층에는 *leaky ReLU*를 씁니다. 양수는 그대로 두고 음수에는 작은 기울기(여기서는 0.2)를 곱하는 함수입니다. ReLU와 달리 그레이디언트가 완전히 사라지는 일이 없습니다. 생성자가 배우는 것은 모두 판별자를 거쳐 그레이디언트로 오기 때문에 이 점이 중요합니다.
#
# 입문 강의의 GAN에서는 *SELU*를 쓰는 일이 많습니다. 양수는 그대로 두고 음수는 $1.6733\,(e^x - 1)$로 바꾼 뒤 1.0507을 곱하는 함수입니다. 이쪽은 여러분이 직접 만들어 봅니다.

# %%
keras.utils.set_random_seed(1)
generator = keras.Sequential(
    [
        keras.Input(shape=(noise_size,)),
        keras.layers.Dense(256),
        keras.layers.LeakyReLU(negative_slope=0.2),
        keras.layers.Dense(512),
        keras.layers.LeakyReLU(negative_slope=0.2),
        keras.layers.Dense(784, activation="sigmoid"),
        keras.layers.Reshape((28, 28)),
    ]
)
print(f"generator: {generator.count_params():,} parameters, output {generator.output_shape}")

# %% [markdown] lang="en"
# What does it draw before it has learned anything? Grey: with random weights every pixel is a random mixture of the noise.

# %% [markdown] lang="ko"
# 아직 아무것도 배우지 않은 생성자는 무엇을 그립니까? 회색입니다. 가중치가 난수이므로 픽셀마다 노이즈를 아무렇게나 섞은 값이 됩니다.

# %% alt.en="Two rows of twelve images by the untrained generator: grey noise without any shape." alt.ko="훈련하지 않은 생성자가 그린 이미지 열두 장씩 두 줄. 아무 모양도 없는 회색 잡음입니다."
show_images(generator(watched_noise))

# %% [markdown] lang="en"
# ### Exercise 2 · A generator with SELU (2 points)
#
# Write `build_generator(noise_size, units, image_shape)`, which returns a Keras model:
#
# - Its inputs are noise vectors, shape `(batch, noise_size)`.
# - `units` is a list of whole numbers, at least one: for each, in this order, a `Dense` layer with that many units and the activation SELU.
# - Then a `Dense` layer with sigmoid, with one unit for each pixel.
# - Its outputs are images of shape `(batch, height, width)`, where `image_shape` is the tuple `(height, width)`. The units fill the image row by row, as `Reshape` does it.
#
# The model has no further weights.

# %% [markdown] lang="ko"
# ### 연습문제 2 · SELU를 쓰는 생성자(2점)
#
# Keras 모델을 반환하는 함수 `build_generator(noise_size, units, image_shape)`를 작성하십시오.
#
# - 입력은 형상이 `(batch, noise_size)`인 노이즈 벡터입니다.
# - `units`는 정수가 하나 이상 든 리스트입니다. 정수마다 그 순서대로, 그만큼의 유닛과 활성화 함수 SELU를 쓰는 `Dense` 층을 둡니다.
# - 그다음은 시그모이드를 쓰는 `Dense` 층이고, 유닛은 픽셀마다 하나씩입니다.
# - 출력은 형상이 `(batch, height, width)`인 이미지입니다. `image_shape`는 튜플 `(height, width)`입니다. `Reshape`가 하듯이 유닛이 이미지를 한 행씩 채웁니다.
#
# 이 밖의 가중치는 없습니다.


# %% nbgrader={"grade": false, "grade_id": "build-generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_generator(noise_size, units, image_shape):
    """Build a generator out of dense layers with SELU.

    Args:
        noise_size: int, how many numbers a noise vector has.
        units: list of int, the units of the hidden layers in order.
        image_shape: tuple (height, width).

    Returns:
        A Keras model from (batch, noise_size) to (batch, height, width), values from 0 to 1.
    """
    ### BEGIN SOLUTION
    stack = [keras.Input(shape=(noise_size,))]
    stack += [keras.layers.Dense(width, activation="selu") for width in units]
    stack.append(keras.layers.Dense(image_shape[0] * image_shape[1], activation="sigmoid"))
    stack.append(keras.layers.Reshape(image_shape))
    return keras.Sequential(stack)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-generator-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

call = "build_generator(6, [10, 12], (4, 4))"
check.seed(5)
artist = check.model(build_generator(6, [10, 12], (4, 4)), call)
check.equal(
    check.describe(artist).parameters,
    6 * 10 + 10 + 10 * 12 + 12 + 12 * 16 + 16,
    f"{call}.count_params()",
    en="Dense layers with 10, 12 and 4 * 4 = 16 units.",
    ko="유닛이 10개, 12개, 4 * 4 = 16개인 Dense 층입니다.",
)
inputs = (2 * np.random.default_rng(6).normal(size=(64, 6))).astype("float32")
images = check.array(
    check.predict(artist, inputs),
    f"{call}(noise), noise.shape = (64, 6)",
    shape=(64, 4, 4),
    en="End with Reshape.",
    ko="Reshape로 끝내십시오.",
)
flow, (*hidden_weights, kernel, bias) = inputs.astype("float64"), check.weights(artist)
for matrix, shift in zip(hidden_weights[::2], hidden_weights[1::2], strict=True):
    flow = flow @ matrix + shift
    flow = 1.05070098 * np.where(flow > 0, flow, 1.67326324 * np.expm1(np.minimum(flow, 0)))
check.close(
    images,
    (1 / (1 + np.exp(-flow @ kernel - bias))).reshape(64, 4, 4),
    f"{call}(noise)",
    rtol=1e-3,
    atol=1e-4,
    en="SELU in every hidden layer, sigmoid in the last one.",
    ko="은닉층마다 SELU, 마지막 층은 시그모이드입니다.",
)
check.passed("360 parameters", "shape (64, 4, 4)", "SELU", "sigmoid")

# %% nbgrader={"grade": true, "grade_id": "build-generator-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from itertools import pairwise

import numpy as np
from hiddenlayers import check

rng = check.rng("build-generator")
for depth in (1, 3):
    size, high = int(rng.integers(3, 9)), int(rng.integers(3, 6))
    wide = high + int(rng.integers(1, 4))
    chosen = [int(count) for count in rng.choice(np.arange(5, 20), size=depth, replace=False)]
    call = f"build_generator({size}, {chosen}, ({high}, {wide}))"
    check.seed(int(rng.integers(1000)))
    built = check.model(build_generator(size, chosen, (high, wide)), call)
    sizes = [size, *chosen, high * wide]
    check.equal(
        check.describe(built).parameters,
        sum((one + 1) * two for one, two in pairwise(sizes)),
        f"{call}.count_params()",
        en="units may have any length, in any order, and height and width may differ.",
        ko="units의 길이와 순서는 무엇이든 될 수 있고, 높이와 너비는 다를 수 있습니다.",
    )
    probe = (2 * rng.normal(size=(64, size))).astype("float32")
    made = check.array(check.predict(built, probe), f"{call}(noise)", shape=(64, high, wide))
    value, (*inner, last_kernel, last_bias) = probe.astype("float64"), check.weights(built)
    for matrix, shift in zip(inner[::2], inner[1::2], strict=True):
        value = value @ matrix + shift
        value = 1.05070098 * np.where(value > 0, value, 1.67326324 * np.expm1(np.minimum(value, 0)))
    wanted = 1 / (1 + np.exp(-value @ last_kernel - last_bias))
    check.close(
        made,
        wanted.reshape(64, high, wide),
        f"{call}(noise)",
        rtol=1e-3,
        atol=1e-4,
        en="SELU, then sigmoid; the units fill the image row by row.",
        ko="SELU 다음에 시그모이드이며, 유닛이 이미지를 한 행씩 채웁니다.",
    )
check.passed("drawn units", "height and width differ", "values equal NumPy's")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### The discriminator
#
# An ordinary binary classifier: image in, one sigmoid out, the probability of *real*. Two things are meant to keep it from getting too good. *Dropout* hides almost a third of the hidden values in each training step, so that it can't learn the training images by heart. And it is no larger than the generator.

# %% [markdown] lang="ko"
# ### 판별자
#
# 평범한 이진 분류 모델입니다. 이미지를 받아 시그모이드 하나, 곧 *진짜*일 확률을 내놓습니다. 판별자가 지나치게 뛰어나지 않도록 두 가지 장치를 둡니다. *드롭아웃*은 훈련 단계마다 은닉층 값의 3분의 1 가까이를 가려서 훈련 이미지를 외우지 못하게 합니다. 그리고 생성자보다 크게 만들지 않습니다.

# %%
discriminator = keras.Sequential(
    [
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(512),
        keras.layers.LeakyReLU(negative_slope=0.2),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(256),
        keras.layers.LeakyReLU(negative_slope=0.2),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
print(f"discriminator: {discriminator.count_params():,} parameters, output {discriminator.output_shape}")

# %% [markdown] lang="en"
# Untrained it knows nothing about either kind: its answers to real and to generated images lie somewhere around 0.5.

# %% [markdown] lang="ko"
# 훈련하지 않은 판별자는 어느 쪽도 모릅니다. 진짜 이미지와 생성된 이미지에 대한 답이 0.5 언저리에 있습니다.


# %% alt.en="Histogram of the untrained discriminator's answers: those to real images spread around 0.5, those to generated images lie close together near 0.5." alt.ko="훈련하지 않은 판별자의 답을 그린 히스토그램. 진짜 이미지에 대한 답은 0.5 언저리에 퍼져 있고, 생성된 이미지에 대한 답은 0.5 근처에 모여 있습니다."
def show_verdicts(generator, discriminator):
    """Draw how often the discriminator gives which answer to 500 real and 500 generated images."""
    fakes = generator(keras.random.normal((500, noise_size), seed=6))
    plt.figure(figsize=(5, 2.4))
    for name, images, color in (("real", real_images[:500], BLUE), ("generated", fakes, ORANGE)):
        answers = np.ravel(discriminator(images))
        plt.hist(answers, bins=np.linspace(0, 1, 41), color=color, alpha=0.6, label=name)
    plt.xlabel("discriminator's answer (1: real)")
    plt.ylabel("images")
    plt.legend(frameon=False)
    plt.show()


show_verdicts(generator, discriminator)

# %% [markdown] lang="en"
# ### Exercise 3 · A discriminator of any size (2 points)
#
# Write `build_discriminator(image_shape, units, slope, rate)`, which returns a Keras model:
#
# - Its inputs are images of shape `(batch, height, width)`, where `image_shape` is the tuple `(height, width)`; they are flattened.
# - `units` is a list of whole numbers, at least one: for each, in this order, a `Dense` layer with that many units, leaky ReLU with the slope `slope` for negative numbers, and a `Dropout` layer with the rate `rate`.
# - Last a `Dense` layer with one unit and sigmoid. The output has the shape `(batch, 1)`.
#
# The model need not be compiled.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 크기를 고를 수 있는 판별자(2점)
#
# Keras 모델을 반환하는 함수 `build_discriminator(image_shape, units, slope, rate)`를 작성하십시오.
#
# - 입력은 형상이 `(batch, height, width)`인 이미지이며 1차원으로 펼칩니다. `image_shape`는 튜플 `(height, width)`입니다.
# - `units`는 정수가 하나 이상 든 리스트입니다. 정수마다 그 순서대로, 그만큼의 유닛을 가진 `Dense` 층, 음수 쪽 기울기가 `slope`인 leaky ReLU, 비율이 `rate`인 `Dropout` 층을 둡니다.
# - 마지막은 유닛 하나와 시그모이드를 쓰는 `Dense` 층입니다. 출력의 형상은 `(batch, 1)`입니다.
#
# 모델을 컴파일할 필요는 없습니다.


# %% nbgrader={"grade": false, "grade_id": "build-discriminator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_discriminator(image_shape, units, slope, rate):
    """Build a discriminator out of dense layers with leaky ReLU and dropout.

    Args:
        image_shape: tuple (height, width).
        units: list of int, the units of the hidden layers in order.
        slope: float, leaky ReLU's slope for negative numbers.
        rate: float, the rate of each Dropout layer.

    Returns:
        A Keras model from (batch, height, width) to (batch, 1), the probability of real.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=image_shape), keras.layers.Flatten()])
    for width in units:
        model.add(keras.layers.Dense(width))
        model.add(keras.layers.LeakyReLU(negative_slope=slope))
        model.add(keras.layers.Dropout(rate))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-discriminator-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

call = "build_discriminator((4, 4), [12, 8], 0.2, 0.3)"
check.seed(7)
critic = check.model(build_discriminator((4, 4), [12, 8], 0.2, 0.3), call)
facts = check.describe(critic)
check.equal(
    facts.parameters,
    16 * 12 + 12 + 12 * 8 + 8 + 8 + 1,
    f"{call}.count_params()",
    en="Flatten, then Dense layers with 12, 8 and 1 units.",
    ko="Flatten 다음에 유닛이 12개, 8개, 1개인 Dense 층입니다.",
)
check.close(
    [layer.config["rate"] for layer in facts.of_kind("Dropout")],
    [0.3, 0.3],
    f"{call}: rates of the Dropout layers",
    en="One Dropout layer after each hidden layer, none after the output.",
    ko="은닉층마다 뒤에 Dropout 층을 하나씩 두고, 출력 뒤에는 두지 마십시오.",
)
pages = (2 * np.random.default_rng(8).normal(size=(64, 4, 4))).astype("float32")
answer = check.array(check.predict(critic, pages), f"{call}(images)", shape=(64, 1))
flow, (*hidden_weights, kernel, bias) = pages.reshape(64, 16).astype("float64"), check.weights(critic)
for matrix, shift in zip(hidden_weights[::2], hidden_weights[1::2], strict=True):
    flow = flow @ matrix + shift
    flow = np.where(flow > 0, flow, 0.2 * flow)
check.close(
    answer,
    1 / (1 + np.exp(-flow @ kernel - bias)),
    f"{call}(images)",
    rtol=1e-3,
    atol=1e-4,
    en="Leaky ReLU with negative_slope=slope in every hidden layer, sigmoid at the end.",
    ko="은닉층마다 negative_slope=slope인 leaky ReLU, 마지막은 시그모이드입니다.",
)
check.passed("317 parameters", "Dropout 0.3, 0.3", "leaky ReLU 0.2", "sigmoid")

# %% nbgrader={"grade": true, "grade_id": "build-discriminator-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from itertools import pairwise

import numpy as np
from hiddenlayers import check

rng = check.rng("build-discriminator")
for depth in (1, 3):
    high = int(rng.integers(3, 6))
    wide = high + int(rng.integers(1, 4))
    chosen = [int(count) for count in rng.choice(np.arange(6, 20), size=depth, replace=False)]
    leak, share = round(float(rng.uniform(0.03, 0.12)), 2), round(float(rng.uniform(0.4, 0.6)), 2)
    call = f"build_discriminator(({high}, {wide}), {chosen}, {leak}, {share})"
    check.seed(int(rng.integers(1000)))
    built = check.model(build_discriminator((high, wide), chosen, leak, share), call)
    told = check.describe(built)
    sizes = [high * wide, *chosen, 1]
    check.equal(
        told.parameters,
        sum((one + 1) * two for one, two in pairwise(sizes)),
        f"{call}.count_params()",
        en="units may have any length, in any order.",
        ko="units의 길이와 순서는 무엇이든 될 수 있습니다.",
    )
    check.close(
        [layer.config["rate"] for layer in told.of_kind("Dropout")],
        [share] * depth,
        f"{call}: rates of the Dropout layers",
        en="One Dropout layer with the rate of the argument after each hidden layer.",
        ko="은닉층마다 뒤에 비율이 rate인 Dropout 층을 하나씩 두십시오.",
    )
    probe = (2 * rng.normal(size=(64, high, wide))).astype("float32")
    said = check.array(check.predict(built, probe), f"{call}(images)", shape=(64, 1))
    value, (*inner, last_kernel, last_bias) = probe.reshape(64, -1).astype("float64"), check.weights(built)
    for matrix, shift in zip(inner[::2], inner[1::2], strict=True):
        value = value @ matrix + shift
        value = np.where(value > 0, value, leak * value)
    check.close(
        said,
        1 / (1 + np.exp(-value @ last_kernel - last_bias)),
        f"{call}(images)",
        rtol=1e-3,
        atol=1e-4,
        en="Leaky ReLU with the slope of the argument; no dropout outside training.",
        ko="기울기가 slope인 leaky ReLU이며, 훈련할 때가 아니면 드롭아웃이 없습니다.",
    )
    check.that(
        not np.allclose(check.predict(built, probe, training=True), said, atol=1e-4),
        f"{call}(images, training=True): dropout does nothing.",
        f"{call}(images, training=True): 드롭아웃이 동작하지 않습니다.",
    )
check.passed("drawn units, slopes and rates", "dropout in training only")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile: two steps, two losses
#
# Training alternates between two steps. Both use binary cross-entropy, the loss of chapter 01's binary classifier. What differs is who learns, from what, and which label it gets.
#
# | step | input | label | learns | stays as it is |
# |---|---|---|---|---|
# | 1 | a batch of real images and as many generated ones | real 1, generated 0 | the discriminator | the generator |
# | 2 | fresh noise, through the generator into the discriminator | 1, for all | the generator | the discriminator |
#
# The labels of step 2 are a lie, told on purpose. The generator's loss is small when the discriminator answers 1, so the gradient says how each *pixel* would have to change for that, and then, further back, how each of the generator's weights would.
#
# Why not ask in step 2 for the opposite of step 1, the largest possible loss of the discriminator? The curves show it. At the beginning the discriminator sees through every fake, its answer $D$ is close to 0. There $\ln(1 - D)$, whose value the generator would then make as small as it can, is nearly flat: no gradient to speak of. $-\ln D$ is steep just there.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기: 두 단계, 두 손실
#
# 훈련은 두 단계를 번갈아 합니다. 둘 다 1장의 이진 분류에서 쓴 이진 교차 엔트로피를 손실로 씁니다. 다른 것은 누가, 무엇에서 배우며, 어떤 레이블을 받느냐입니다.
#
# | 단계 | 입력 | 레이블 | 배우는 쪽 | 그대로인 쪽 |
# |---|---|---|---|---|
# | 1 | 진짜 이미지 한 배치와 같은 수의 생성된 이미지 | 진짜 1, 생성 0 | 판별자 | 생성자 |
# | 2 | 새 노이즈. 생성자를 거쳐 판별자로 들어감 | 모두 1 | 생성자 | 판별자 |
#
# 2단계의 레이블은 일부러 하는 거짓말입니다. 판별자가 1이라고 답하면 생성자의 손실이 작아집니다. 그래서 그레이디언트는 그렇게 되려면 *픽셀* 하나하나가 어떻게 바뀌어야 하는지, 더 거슬러 올라가 생성자의 가중치 하나하나가 어떻게 바뀌어야 하는지를 알려 줍니다.
#
# 2단계에서 1단계의 반대, 곧 판별자의 손실이 가장 커지는 쪽을 목표로 삼지 않는 까닭은 무엇입니까? 곡선이 보여 줍니다. 처음에는 판별자가 가짜를 모두 알아보므로 답 $D$가 0에 가깝습니다. 그때 생성자가 줄여야 할 값은 $\ln(1 - D)$인데 그곳에서는 곡선이 거의 평평해서 그레이디언트가 거의 없습니다. $-\ln D$는 바로 그곳에서 가파릅니다.

# %% alt.en="Two curves against the discriminator's answer to a fake. Minus log D falls steeply from near 0 on; log of 1 minus D is nearly flat near 0 and falls steeply only near 1." alt.ko="가짜에 대한 판별자의 답에 따른 두 곡선. -log D는 0 근처에서 가파르게 내려가고, log(1 - D)는 0 근처에서 거의 평평하다가 1 근처에서야 가파르게 내려갑니다."
answers = np.linspace(0.005, 0.995, 200)
plt.figure(figsize=(5, 2.6))
plt.plot(answers, -np.log(answers), color=BLUE, label=r"$-\ln D$ (label 1)")
plt.plot(answers, np.log(1 - answers), color=ORANGE, linestyle="--", label=r"$\ln(1 - D)$")
plt.xlabel("D: discriminator's answer to a fake")
plt.ylabel("generator's loss")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### The two-step loop with `train_on_batch`
#
# The shortest way to write the two steps puts the generator and the discriminator into one `Sequential` model, the *stack*. For each batch,
#
# 1. `discriminator.trainable = True`, then `discriminator.train_on_batch` with the mixed images and their labels,
# 2. `discriminator.trainable = False`, then `train_on_batch` of the stack with noise and the label 1. The gradient runs *through* the discriminator, but only the generator's weights move.
#
# You find this loop in many books and notebooks, and it hides a trap. In old versions of Keras it was `compile` that fixed what is trainable. In Keras 3.15 a compiled model fixes it at its *first step*, when TensorFlow traces that step into a graph. A flag that is changed afterwards has no effect on the model, and nobody is told:

# %% [markdown] lang="ko"
# ### `train_on_batch`로 쓰는 두 단계 반복
#
# 두 단계를 가장 짧게 쓰려면 생성자와 판별자를 이어 하나의 `Sequential` 모델로 만듭니다. 이 모델을 *이은 모델*이라고 부르겠습니다. 배치마다 다음과 같이 합니다.
#
# 1. `discriminator.trainable = True`로 두고, 섞은 이미지와 그 레이블로 `discriminator.train_on_batch`를 호출합니다.
# 2. `discriminator.trainable = False`로 두고, 노이즈와 레이블 1로 이은 모델의 `train_on_batch`를 호출합니다. 그레이디언트는 판별자를 *거쳐* 가지만 움직이는 것은 생성자의 가중치뿐입니다.
#
# 이 반복문은 여러 책과 노트북에 나오는데, 함정이 하나 있습니다. 옛 Keras에서는 무엇이 훈련 대상인지가 `compile`할 때 정해졌습니다. Keras 3.15에서는 컴파일한 모델의 *첫 단계*에서, 곧 TensorFlow가 그 단계를 그래프로 기록할 때 정해집니다. 그 뒤에 바꾼 설정은 그 모델에 아무 효과가 없으며, 아무런 알림도 없습니다.

# %%
coin = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(1, activation="sigmoid")])
coin.compile("sgd", "binary_crossentropy")
three, one = np.ones((4, 3)), np.ones((4, 1))
coin.train_on_batch(three, one)  # the first step: everything is trainable, and so it stays
coin.trainable = False
coin_before = coin.get_weights()[0]
coin.train_on_batch(three, one)
print("frozen, and changed all the same:", not np.array_equal(coin_before, coin.get_weights()[0]))

# %% [markdown] lang="en"
# The loop above is right, because both models take their first step with the right flag. It is wrong to set the flag once, before the loop: the discriminator's first step then finds it frozen, and it never learns anything.
#
# There is a way that needs no flags. `tf.GradientTape` records what is computed, `tape.gradient(loss, variables)` asks for the gradient with respect to *these* variables, and the optimizer changes these and no others. Whoever hands it one network's `trainable_variables` can't touch the other network. The rest of the chapter does it that way. In the exercises both ways are fine.

# %% [markdown] lang="ko"
# 위의 반복문은 옳습니다. 두 모델이 모두 알맞은 설정으로 첫 단계를 밟기 때문입니다. 반복문 앞에서 한 번만 설정하면 틀립니다. 판별자가 동결된 채 첫 단계를 밟으므로 끝내 아무것도 배우지 못합니다.
#
# 설정을 바꿀 필요가 없는 방법도 있습니다. `tf.GradientTape`는 계산 과정을 기록합니다. `tape.gradient(loss, variables)`는 *이 변수들*에 대한 그레이디언트를 구하고, 옵티마이저는 이 변수들만 바꿉니다. 한 신경망의 `trainable_variables`를 건네면 다른 신경망은 건드릴 수 없습니다. 이 장의 나머지에서는 이 방법을 씁니다. 연습문제에서는 어느 방법을 써도 됩니다.


# %%
def learn(network, optimizer, compute_loss):
    """Take one step of gradient descent with one network alone; return its loss."""
    with tf.GradientTape() as tape:
        loss = compute_loss()
    gradients = tape.gradient(loss, network.trainable_variables)
    optimizer.apply(gradients, network.trainable_variables)
    return loss


# %% [markdown] lang="en"
# The losses of the two steps, just as the table has them. `training=True` switches dropout on.

# %% [markdown] lang="ko"
# 두 단계의 손실을 표에 적은 그대로 씁니다. `training=True`는 드롭아웃을 켭니다.

# %%
cross_entropy = keras.losses.BinaryCrossentropy()


def discriminator_loss(generator, discriminator, real):
    count = tf.shape(real)[0]
    fakes = generator(tf.random.normal((count, noise_size)), training=True)
    answers = discriminator(tf.concat([real, fakes], axis=0), training=True)
    return cross_entropy(tf.concat([tf.ones((count, 1)), tf.zeros((count, 1))], axis=0), answers)


def generator_loss(generator, discriminator, count):
    fakes = generator(tf.random.normal((count, noise_size)), training=True)
    return cross_entropy(tf.ones((count, 1)), discriminator(fakes, training=True))


# %% [markdown] lang="en"
# One step of the discriminator, and we look at the weights of both.

# %% [markdown] lang="ko"
# 판별자를 한 단계 훈련하고 양쪽의 가중치를 살펴봅니다.

# %%
pair = {"generator": generator, "discriminator": discriminator}
before = {name: network.get_weights()[0] for name, network in pair.items()}
one_batch = next(iter(batches))
learn(
    discriminator, keras.optimizers.SGD(0.1), lambda: discriminator_loss(generator, discriminator, one_batch)
)
for name, network in pair.items():
    print(name, "changed:", not np.array_equal(before[name], network.get_weights()[0]))

# %% [markdown] lang="en"
# ### Exercise 4 · One step of the discriminator (3 points)
#
# Write `discriminator_step(generator, discriminator, real, noise)`, which trains the discriminator for exactly one update:
#
# - `generator` is a compiled Keras model from noise `(n, k)` to rows `(n, d)`, `discriminator` a compiled one from rows `(n, d)` to probabilities `(n, 1)`. Neither has been trained yet. Rows of `d` numbers stand for images here.
# - `real` is a `float32` array of shape `(n, d)`, `noise` one of shape `(n, k)`. They are left unchanged.
# - The update uses one batch of all `2n` rows: the real ones with the label 1, those that the generator makes of `noise` with the label 0. The loss is binary cross-entropy, the mean over all `2n` rows; the optimizer is the one that `discriminator` was compiled with, `discriminator.optimizer`. Its loss is binary cross-entropy, so `train_on_batch` will do.
# - The weights of the generator stay as they are. Afterwards all layers of both models are as trainable as before.
# - The function is called once for a pair of models. It returns `(generator, discriminator)`, the two models that it was given.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 판별자 한 단계(3점)
#
# 판별자를 꼭 한 번 업데이트하는 함수 `discriminator_step(generator, discriminator, real, noise)`를 작성하십시오.
#
# - `generator`는 노이즈 `(n, k)`를 행 `(n, d)`로 바꾸는 컴파일된 Keras 모델이고, `discriminator`는 행 `(n, d)`에 확률 `(n, 1)`을 매기는 컴파일된 모델입니다. 둘 다 아직 훈련한 적이 없습니다. 여기서는 수 `d`개로 된 행이 이미지를 대신합니다.
# - `real`은 형상이 `(n, d)`인 `float32` 배열이고, `noise`는 형상이 `(n, k)`인 `float32` 배열입니다. 둘 다 내용을 바꾸지 않습니다.
# - 행 `2n`개를 한 배치로 하여 업데이트합니다. 진짜 행의 레이블은 1이고, 생성자가 `noise`로 만든 행의 레이블은 0입니다. 손실은 행 `2n`개 전체에서 평균한 이진 교차 엔트로피이고, 옵티마이저는 `discriminator`를 컴파일할 때 준 것, 곧 `discriminator.optimizer`입니다. 컴파일할 때 준 손실도 이진 교차 엔트로피이므로 `train_on_batch`를 써도 됩니다.
# - 생성자의 가중치는 그대로입니다. 끝난 뒤에는 두 모델의 모든 층이 전과 똑같이 훈련 가능한 상태여야 합니다.
# - 한 쌍의 모델에 대해 한 번 호출합니다. 받은 두 모델을 `(generator, discriminator)`로 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "discriminator-step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def discriminator_step(generator, discriminator, real, noise):
    """Train the discriminator for one update and leave the generator alone.

    Args:
        generator: a compiled Keras model from (n, k) to (n, d).
        discriminator: a compiled Keras model from (n, d) to (n, 1), sigmoid.
        real: float32 array of shape (n, d), left unchanged.
        noise: float32 array of shape (n, k), left unchanged.

    Returns:
        A tuple (generator, discriminator) of the models given.
    """
    ### BEGIN SOLUTION
    forged = np.asarray(generator(noise))
    targets = np.repeat([[1.0], [0.0]], len(real), axis=0)
    discriminator.train_on_batch(np.concatenate([real, forged]), targets)
    return generator, discriminator
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "discriminator-step-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

chance = np.random.default_rng(41)
forger = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(5)])
expert = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Dense(1, activation="sigmoid")])
for player in (forger, expert):
    player.compile(keras.optimizers.SGD(0.5), "binary_crossentropy", jit_compile=False)
    player.set_weights([chance.normal(scale=0.6, size=weight.shape) for weight in check.weights(player)])
genuine = chance.normal(loc=1, size=(16, 5)).astype("float32")
seeds = chance.normal(size=(16, 3)).astype("float32")
forger_start, (matrix, shift) = check.weights(forger), check.weights(expert)
both = np.concatenate([genuine, seeds @ forger_start[0] + forger_start[1]]).astype("float64")
error = 1 / (1 + np.exp(-both @ matrix - shift)) - np.repeat([[1.0], [0.0]], 16, axis=0)
expected = [matrix - 0.5 * both.T @ error / 32, shift - 0.5 * error.mean(axis=0)]
call = "discriminator_step(generator, discriminator, real, noise), n = 16"
with check.unchanged(real=genuine, noise=seeds):
    pair_back = discriminator_step(forger, expert, genuine, seeds)
check.that(
    type(pair_back) in (tuple, list) and len(pair_back) == 2,
    f"{call}: expected a tuple (generator, discriminator), found {check.describe_value(pair_back)}.",
    f"{call}: 튜플 (generator, discriminator)을 기대했는데 나온 값은 {check.describe_value(pair_back)}.",
)
for player, name, start in zip(pair_back, ("generator", "discriminator"), (3, 5), strict=True):
    check.model(player, f"{name} of {call}")
    check.equal(check.describe(player).input_shape, (None, start), f"input_shape of the {name} returned")
check.that(
    all(np.array_equal(one, two) for one, two in zip(check.weights(forger), forger_start, strict=True)),
    f"{call}: the generator's weights have changed. Only the discriminator learns in this step.",
    f"{call}: 생성자의 가중치가 바뀌었습니다. 이 단계에서는 판별자만 배웁니다.",
)
for now, wanted, name in zip(check.weights(expert), expected, ("kernel", "bias"), strict=True):
    check.close(
        now,
        wanted,
        f"{call}: {name} of the discriminator's Dense layer",
        rtol=1e-3,
        atol=1e-4,
        en="One update with discriminator.optimizer on all 2n rows at once: real 1, generated 0, mean loss.",
        ko="discriminator.optimizer로, 2n개 행 전체를 한꺼번에 써서 한 번만 업데이트하십시오. 진짜 1, 생성 0, 평균 손실입니다.",
    )
check.equal(
    [check.describe(player).trainable_parameters for player in (forger, expert)],
    [20, 6],
    f"{call}: trainable parameters of generator and discriminator afterwards",
    en="Set trainable back before you return.",
    ko="반환하기 전에 trainable을 되돌려 놓으십시오.",
)
check.passed("discriminator: one update", "generator: unchanged")

# %% nbgrader={"grade": true, "grade_id": "discriminator-step-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("discriminator-step")
rows_in, noise_in, width = int(rng.integers(20, 40)), int(rng.integers(2, 5)), int(rng.integers(6, 9))
middle, rate = int(rng.integers(3, 6)), float(rng.uniform(0.2, 0.4))
maker = keras.Sequential([keras.Input(shape=(noise_in,)), keras.layers.Dense(width, activation="tanh")])
tester = keras.Sequential(
    [
        keras.Input(shape=(width,)),
        keras.layers.Dense(middle, activation="tanh"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
for player in (maker, tester):
    player.compile(keras.optimizers.SGD(rate), "binary_crossentropy", jit_compile=False)
    player.set_weights([rng.normal(scale=0.6, size=weight.shape) for weight in check.weights(player)])
true_rows = rng.normal(loc=0.5, size=(rows_in, width)).astype("float32")
drawn = rng.normal(size=(rows_in, noise_in)).astype("float32")
maker_start, (first, first_bias, last, last_bias) = check.weights(maker), check.weights(tester)
mixed = np.concatenate([true_rows, np.tanh(drawn @ maker_start[0] + maker_start[1])]).astype("float64")
inside = np.tanh(mixed @ first + first_bias)
error = 1 / (1 + np.exp(-inside @ last - last_bias)) - np.repeat([[1.0], [0.0]], rows_in, axis=0)
error /= 2 * rows_in
back = error @ last.T * (1 - inside**2)
steps = [mixed.T @ back, back.sum(axis=0), inside.T @ error, error.sum(axis=0)]
wanted_weights = [
    weight - rate * step for weight, step in zip((first, first_bias, last, last_bias), steps, strict=True)
]
call = f"discriminator_step(generator, discriminator, real, noise), n = {rows_in}"
with check.unchanged(real=true_rows, noise=drawn):
    discriminator_step(maker, tester, true_rows, drawn)
check.that(
    all(np.array_equal(one, two) for one, two in zip(check.weights(maker), maker_start, strict=True)),
    f"{call}: the generator's weights have changed. Only the discriminator learns in this step.",
    f"{call}: 생성자의 가중치가 바뀌었습니다. 이 단계에서는 판별자만 배웁니다.",
)
for place, (now, wanted) in enumerate(zip(check.weights(tester), wanted_weights, strict=True)):
    check.close(
        now,
        wanted,
        f"{call}, SGD({rate:.2f}): discriminator.get_weights()[{place}]",
        rtol=1e-3,
        atol=1e-4,
        en="Any n has to work, and the optimizer is the one that the discriminator was compiled with.",
        ko="n이 얼마이든 동작해야 하며, 옵티마이저는 판별자를 컴파일할 때 준 것을 씁니다.",
    )
check.equal(
    [check.describe(player).trainable_parameters for player in (maker, tester)],
    [(noise_in + 1) * width, (width + 1) * middle + middle + 1],
    f"{call}: trainable parameters of generator and discriminator afterwards",
)
check.passed("drawn models", "one update", "generator unchanged")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 5 · One step of the generator (3 points)
#
# Write `generator_step(generator, discriminator, noise)`, which trains the generator for exactly one update:
#
# - The models are as in exercise 4: compiled, not trained yet. `noise` is a `float32` array of shape `(n, k)`, left unchanged.
# - The loss is the binary cross-entropy between the label 1 for all `n` rows and the discriminator's answers to what the generator makes of `noise`, the mean over the rows. The optimizer is the one that `generator` was compiled with, `generator.optimizer`.
# - The weights of the discriminator stay as they are. Afterwards all layers of both models are as trainable as before.
# - The function is called once for a pair of models. It returns `(generator, discriminator)`, the two models that it was given.
#
# > **Tip.** A stack of both models needs to be compiled; `generator.optimizer` may be given to its `compile`. With `tf.GradientTape` no stack is needed.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 생성자 한 단계(3점)
#
# 생성자를 꼭 한 번 업데이트하는 함수 `generator_step(generator, discriminator, noise)`를 작성하십시오.
#
# - 모델은 연습문제 4와 같이 컴파일되어 있고 아직 훈련한 적이 없습니다. `noise`는 형상이 `(n, k)`인 `float32` 배열이며 내용을 바꾸지 않습니다.
# - 손실은 행 `n`개 모두의 레이블 1과, 생성자가 `noise`로 만든 행에 대한 판별자의 답 사이의 이진 교차 엔트로피를 행에 대해 평균한 값입니다. 옵티마이저는 `generator`를 컴파일할 때 준 것, 곧 `generator.optimizer`입니다.
# - 판별자의 가중치는 그대로입니다. 끝난 뒤에는 두 모델의 모든 층이 전과 똑같이 훈련 가능한 상태여야 합니다.
# - 한 쌍의 모델에 대해 한 번 호출합니다. 받은 두 모델을 `(generator, discriminator)`로 반환합니다.
#
# > **팁.** 두 모델을 이은 모델은 컴파일해야 하며, 그 `compile`에 `generator.optimizer`를 주어도 됩니다. `tf.GradientTape`를 쓰면 이을 필요가 없습니다.


# %% nbgrader={"grade": false, "grade_id": "generator-step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def generator_step(generator, discriminator, noise):
    """Train the generator for one update and leave the discriminator alone.

    Args:
        generator: a compiled Keras model from (n, k) to (n, d).
        discriminator: a compiled Keras model from (n, d) to (n, 1), sigmoid.
        noise: float32 array of shape (n, k), left unchanged.

    Returns:
        A tuple (generator, discriminator) of the models given.
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as tape:
        belief = discriminator(generator(noise))
        cost = keras.ops.mean(keras.losses.binary_crossentropy(np.ones(belief.shape), belief))
    slopes = tape.gradient(cost, generator.trainable_variables)
    generator.optimizer.apply(slopes, generator.trainable_variables)
    return generator, discriminator
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "generator-step-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

chance = np.random.default_rng(43)
forger = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(5)])
expert = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Dense(1, activation="sigmoid")])
for player, own_rate in ((forger, 0.5), (expert, 0.1)):
    player.compile(keras.optimizers.SGD(own_rate), "binary_crossentropy", jit_compile=False)
    player.set_weights([chance.normal(scale=0.6, size=weight.shape) for weight in check.weights(player)])
seeds = chance.normal(size=(16, 3)).astype("float32")
(paint, base), expert_start = check.weights(forger), check.weights(expert)
error = 1 / (1 + np.exp(-(seeds @ paint + base) @ expert_start[0] - expert_start[1])) - 1
towards = error @ expert_start[0].T / 16
expected = [paint - 0.5 * seeds.T @ towards, base - 0.5 * towards.sum(axis=0)]
call = "generator_step(generator, discriminator, noise), n = 16"
with check.unchanged(noise=seeds):
    pair_back = generator_step(forger, expert, seeds)
check.that(
    type(pair_back) in (tuple, list) and len(pair_back) == 2,
    f"{call}: expected a tuple (generator, discriminator), found {check.describe_value(pair_back)}.",
    f"{call}: 튜플 (generator, discriminator)을 기대했는데 나온 값은 {check.describe_value(pair_back)}.",
)
for player, name, start in zip(pair_back, ("generator", "discriminator"), (3, 5), strict=True):
    check.model(player, f"{name} of {call}")
    check.equal(check.describe(player).input_shape, (None, start), f"input_shape of the {name} returned")
check.that(
    all(np.array_equal(one, two) for one, two in zip(check.weights(expert), expert_start, strict=True)),
    f"{call}: the discriminator's weights have changed. Only the generator learns in this step.",
    f"{call}: 판별자의 가중치가 바뀌었습니다. 이 단계에서는 생성자만 배웁니다.",
)
for now, wanted, name in zip(check.weights(forger), expected, ("kernel", "bias"), strict=True):
    check.close(
        now,
        wanted,
        f"{call}: {name} of the generator's Dense layer",
        rtol=1e-3,
        atol=1e-4,
        en="One update with generator.optimizer; the label of every generated row is 1 in this step, the loss is a mean.",
        ko="generator.optimizer로 한 번만 업데이트하십시오. 이 단계에서는 생성된 모든 행의 레이블이 1이고, 손실은 평균입니다.",
    )
check.equal(
    [check.describe(player).trainable_parameters for player in (forger, expert)],
    [20, 6],
    f"{call}: trainable parameters of generator and discriminator afterwards",
    en="Set trainable back before you return.",
    ko="반환하기 전에 trainable을 되돌려 놓으십시오.",
)
check.passed("generator: one update", "discriminator: unchanged")

# %% nbgrader={"grade": true, "grade_id": "generator-step-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("generator-step")
rows_in, noise_in, width = int(rng.integers(20, 40)), int(rng.integers(2, 5)), int(rng.integers(6, 9))
middle, rate = int(rng.integers(3, 6)), float(rng.uniform(0.6, 0.9))
maker = keras.Sequential([keras.Input(shape=(noise_in,)), keras.layers.Dense(width, activation="tanh")])
tester = keras.Sequential(
    [
        keras.Input(shape=(width,)),
        keras.layers.Dense(middle, activation="tanh"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
for player, own_rate in ((maker, rate), (tester, 0.1)):
    player.compile(keras.optimizers.SGD(own_rate), "binary_crossentropy", jit_compile=False)
    player.set_weights([rng.normal(scale=0.6, size=weight.shape) for weight in check.weights(player)])
drawn = rng.normal(size=(rows_in, noise_in)).astype("float32")
(paint, base), tester_start = check.weights(maker), check.weights(tester)
first, first_bias, last, last_bias = tester_start
made = np.tanh(drawn.astype("float64") @ paint + base)
inside = np.tanh(made @ first + first_bias)
error = (1 / (1 + np.exp(-inside @ last - last_bias)) - 1) / rows_in
towards = (error @ last.T * (1 - inside**2)) @ first.T * (1 - made**2)
wanted_weights = [paint - rate * drawn.T @ towards, base - rate * towards.sum(axis=0)]
call = f"generator_step(generator, discriminator, noise), n = {rows_in}"
with check.unchanged(noise=drawn):
    generator_step(maker, tester, drawn)
check.that(
    all(np.array_equal(one, two) for one, two in zip(check.weights(tester), tester_start, strict=True)),
    f"{call}: the discriminator's weights have changed. Only the generator learns in this step.",
    f"{call}: 판별자의 가중치가 바뀌었습니다. 이 단계에서는 생성자만 배웁니다.",
)
for place, (now, wanted) in enumerate(zip(check.weights(maker), wanted_weights, strict=True)):
    check.close(
        now,
        wanted,
        f"{call}, SGD({rate:.2f}): generator.get_weights()[{place}]",
        rtol=1e-3,
        atol=1e-4,
        en="Any n has to work, and the optimizer is the one that the generator was compiled with.",
        ko="n이 얼마이든 동작해야 하며, 옵티마이저는 생성자를 컴파일할 때 준 것을 씁니다.",
    )
check.equal(
    [check.describe(player).trainable_parameters for player in (maker, tester)],
    [(noise_in + 1) * width, (width + 1) * middle + middle + 1],
    f"{call}: trainable parameters of generator and discriminator afterwards",
)
check.passed("drawn models", "one update", "discriminator unchanged")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 6 · Train
#
# `fit` can do the alternating for us. A subclass of `keras.Model` may say in its method `train_step` what happens with one batch; `fit` does the rest: epochs, batches, callbacks, history, and it runs the step as a compiled graph. What `train_step` returns goes into the history. `compile` is given no loss, because the step computes its own. The optimizers make their variables beforehand (`build`), because a step that has become a graph can't make new ones.
#
# Each player has an optimizer of its own, Adam with the learning rate 0.0004 and `beta_1=0.5`. The usual 0.9 averages the gradient over about ten steps, but here the opponent has changed by then.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# 번갈아 훈련하는 일은 `fit`에 맡길 수 있습니다. `keras.Model`의 하위 클래스에서 `train_step` 메서드에 배치 하나로 할 일을 적으면, 에포크, 배치, 콜백, 훈련 기록은 `fit`이 맡고 그 단계를 컴파일된 그래프로 실행합니다. `train_step`이 반환한 값은 기록에 남습니다. 손실은 이 단계 안에서 구하므로 `compile`에는 주지 않습니다. 옵티마이저의 변수는 미리 만들어 둡니다(`build`). 단계가 그래프가 된 뒤에는 변수를 새로 만들 수 없기 때문입니다.
#
# 두 신경망은 옵티마이저를 따로 씁니다. 둘 다 학습률이 0.0004이고 `beta_1=0.5`인 Adam입니다. 보통 쓰는 0.9는 그레이디언트를 열 단계쯤에 걸쳐 평균하는데, 여기서는 그사이에 상대가 달라져 버립니다.


# %%
class GAN(keras.Model):
    def __init__(self, generator, discriminator, g_optimizer, d_optimizer):
        super().__init__()
        self.generator, self.g_optimizer = generator, g_optimizer
        self.discriminator, self.d_optimizer = discriminator, d_optimizer
        self.g_optimizer.build(generator.trainable_variables)
        self.d_optimizer.build(discriminator.trainable_variables)

    def train_step(self, real):
        players = self.generator, self.discriminator
        d_loss = learn(self.discriminator, self.d_optimizer, lambda: discriminator_loss(*players, real))
        count = tf.shape(real)[0]
        g_loss = learn(self.generator, self.g_optimizer, lambda: generator_loss(*players, count))
        return {"discriminator": d_loss, "generator": g_loss}


# %% [markdown] lang="en"
# A callback looks over the generator's shoulder: after each round it draws the 24 watched images and keeps them.

# %% [markdown] lang="ko"
# 콜백이 생성자를 어깨너머로 지켜봅니다. 한 차례가 끝날 때마다 지켜보기로 한 이미지 24장을 그려 모아 둡니다.


# %%
class Album(keras.callbacks.Callback):
    """Keeps what the generator makes of the same noise after each round."""

    def __init__(self):
        super().__init__()
        self.pages = []

    def on_train_begin(self, logs=None):
        self.pages.append(np.asarray(self.model.generator(watched_noise)))

    def on_epoch_end(self, epoch, logs=None):
        self.pages.append(np.asarray(self.model.generator(watched_noise)))


# %% [markdown] lang="en"
# Epochs mean little here, so we count rounds of 50 updates: 280 rounds on MNIST, that is 30 times through all images, 60 rounds on the small sample. On MNIST this is the longest training of the course, five to eight minutes on two processor cores; on the sample about one minute.

# %% [markdown] lang="ko"
# 여기서는 에포크에 큰 뜻이 없으므로 업데이트 50번을 한 차례로 셉니다. MNIST에서는 280차례로, 이미지 전체를 30번 쓰는 셈입니다. 작은 표본에서는 60차례입니다. MNIST에서는 이 강의에서 가장 오래 걸리는 훈련이며 프로세서 코어 두 개로 5~8분, 표본에서는 1분쯤 걸립니다.

# %%
keras.utils.set_random_seed(1)
rounds = 280 if len(real_images) == 60_000 else 60
gan = GAN(generator, discriminator, *(keras.optimizers.Adam(4e-4, beta_1=0.5) for _ in range(2)))
gan.compile(jit_compile=False)
album = Album()
history = gan.fit(
    batches,
    steps_per_epoch=50,
    epochs=hiddenlayers.epochs(rounds),
    shuffle=False,  # the batches come shuffled
    callbacks=[album],
    verbose=0,
)

# %% [markdown] lang="en"
# The same twelve points of noise, before training and at four moments since. First comes a blot in the middle where digits have their ink, then strokes, then digits.

# %% [markdown] lang="ko"
# 같은 노이즈 점 열두 개를 훈련하기 전과 그 뒤 네 시점에서 본 것입니다. 먼저 숫자의 획이 지나는 가운데에 얼룩이 생기고, 다음에는 획이, 그다음에는 숫자가 나타납니다.

# %% alt.en="Five rows of twelve images. From top to bottom grey noise turns into blots, strokes, and at last digits." alt.ko="이미지 열두 장씩 다섯 줄. 위에서 아래로 가면서 회색 잡음이 얼룩과 획을 거쳐 숫자가 됩니다."
last = len(album.pages) - 1
moments = [0, *(max(1, int(last * part)) for part in (0.05, 0.2, 0.5, 1))]
show_images(np.concatenate([album.pages[moment][:12] for moment in moments]))
print("after", [50 * moment for moment in moments], "updates")

# %% [markdown] lang="en"
# The same as an animation. Watch how long a point of noise can't decide which digit it is going to be.

# %% [markdown] lang="ko"
# 같은 과정을 애니메이션으로 봅니다. 노이즈 점 하나가 어떤 숫자가 될지 오래도록 정하지 못하는 모습을 지켜보십시오.

# %% alt.en="Animation of 24 generated images while the generator trains: grey noise turns into strokes and then digits, some of which change into other digits." alt.ko="생성자가 훈련하는 동안 생성된 이미지 24장의 애니메이션. 회색 잡음이 획을 거쳐 숫자가 되며, 다른 숫자로 바뀌는 것도 있습니다."
show_progress(album.pages, updates=50)

# %% [markdown] lang="en"
# And the losses? They tell next to nothing about the images. Each player is measured against an opponent that changes: a loss that stays the same may mean that both have become better. One thing can be read off. If all the discriminator could do were to guess, its loss would be $\ln 2 \approx 0.69$; it stays below, so it still has the upper hand.

# %% [markdown] lang="ko"
# 손실은 어떻습니까? 이미지에 대해서는 거의 아무것도 말해 주지 않습니다. 둘 다 계속 바뀌는 상대를 기준으로 재기 때문에, 손실이 그대로라도 양쪽이 함께 나아졌을 수 있습니다. 읽어 낼 수 있는 것이 하나 있습니다. 판별자가 추측밖에 할 수 없다면 그 손실은 $\ln 2 \approx 0.69$입니다. 그보다 낮게 머무르므로 아직은 판별자가 우세합니다.

# %% alt.en="The two losses against updates. The discriminator's stays below the dashed line at 0.69; the generator's is higher, jumps at the beginning and then slowly falls." alt.ko="업데이트 횟수에 따른 두 손실. 판별자의 손실은 0.69를 나타내는 점선 아래에 머무르고, 생성자의 손실은 그보다 높으며 처음에 크게 뛰다가 나중에는 천천히 내려갑니다."
updates = 50 * (1 + np.arange(len(history.epoch)))
plt.figure(figsize=(5.5, 2.6))
plt.plot(updates, history.history["generator"], color=ORANGE, label="generator")
plt.plot(updates, history.history["discriminator"], color=BLUE, label="discriminator")
plt.axhline(np.log(2), color="0.5", linestyle="--")
plt.xlabel("updates")
plt.ylabel("loss")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 6 · The whole training (4 points)
#
# Write `train_gan(generator, discriminator, rows, steps, batch_size, seed)`, which trains a GAN by taking both steps, one after the other, `steps` times:
#
# - Call `keras.utils.set_random_seed(seed)` first, and draw whatever is random after that: the same models and arguments give the same result.
# - The models are as in exercise 4: compiled, not trained yet, the generator from noise `(n, k)` to rows `(n, d)`. $k$ is `generator.input_shape[1]`. `rows`, the real data, is a `float32` array of shape `(m, d)`, left unchanged; $m$ is at least `batch_size`.
# - Each time the discriminator comes first: one update on `batch_size` rows drawn at random from all of `rows` (with or without replacement) with the label 1, and as many generated ones with the label 0, in one batch. Then the generator: one update on `batch_size` fresh noise vectors with the label 1. Noise is standard normal. Losses and optimizers are those of exercises 4 and 5.
# - Neither step changes the weights of the other model. All of this happens within one call of the function. Afterwards both models are as trainable as before.
# - Return the losses as a dict `{"discriminator": [...], "generator": [...]}`, each a list of `steps` numbers (`float`), one for each time. If `steps` is 0 the lists are empty, and nothing is trained.
#
# For real data the checks bring points in 3 to 5 dimensions, most of them around some centre, with a generator of one `Dense` layer, `steps` of 100 and batches of 32. Afterwards the mean of the generated points must be less than two thirds as far from the mean of the data as before. Usually it is much nearer. Another check has `steps` of 1 with SGD, and compares the weights.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 훈련 전체(4점)
#
# 두 단계를 `steps`번 되풀이해 GAN을 훈련하는 함수 `train_gan(generator, discriminator, rows, steps, batch_size, seed)`를 작성하십시오.
#
# - 먼저 `keras.utils.set_random_seed(seed)`를 호출하고, 무작위로 뽑는 것은 모두 그다음에 뽑습니다. 모델과 인수가 같으면 결과도 같아야 합니다.
# - 모델은 연습문제 4와 같이 컴파일되어 있고 아직 훈련한 적이 없으며, 생성자는 노이즈 `(n, k)`를 행 `(n, d)`로 바꿉니다. $k$는 `generator.input_shape[1]`입니다. 진짜 데이터 `rows`는 형상이 `(m, d)`인 `float32` 배열이며 내용을 바꾸지 않습니다. $m$은 `batch_size` 이상입니다.
# - 되풀이할 때마다 판별자가 먼저입니다. `rows` 전체에서 무작위로(복원이든 비복원이든) 뽑은 행 `batch_size`개에는 레이블 1을, 같은 수의 생성된 행에는 레이블 0을 주어 한 배치로 한 번 업데이트합니다. 그다음은 생성자입니다. 새로 뽑은 노이즈 벡터 `batch_size`개에 레이블 1을 주어 한 번 업데이트합니다. 노이즈는 표준 정규 분포에서 뽑습니다. 손실과 옵티마이저는 연습문제 4, 5와 같습니다.
# - 어느 단계도 다른 쪽 모델의 가중치를 바꾸지 않습니다. 모든 되풀이는 함수를 한 번 호출하는 동안 이루어집니다. 끝난 뒤에는 두 모델이 전과 똑같이 훈련 가능한 상태여야 합니다.
# - 손실을 딕셔너리 `{"discriminator": [...], "generator": [...]}`로 반환합니다. 각각 수(`float`) `steps`개가 든 리스트이며, 한 번 되풀이할 때마다 하나입니다. `steps`가 0이면 빈 리스트이고 아무것도 훈련하지 않습니다.
#
# 검사에서는 대부분 어떤 중심 둘레에 모인 3~5차원의 점이 진짜 데이터이고, 생성자는 `Dense` 층 하나이며, 배치 크기는 32, `steps`는 100입니다. 훈련이 끝나면 생성된 점의 평균과 데이터의 평균 사이의 거리가 처음의 3분의 2보다 작아야 합니다. 대개는 훨씬 더 가까워집니다. `steps`를 1로 하고 SGD를 써서 가중치를 비교하는 검사도 있습니다.


# %% nbgrader={"grade": false, "grade_id": "train-gan", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_gan(generator, discriminator, rows, steps, batch_size, seed):
    """Train generator and discriminator in turns.

    Args:
        generator: a compiled Keras model from (n, k) to (n, d).
        discriminator: a compiled Keras model from (n, d) to (n, 1), sigmoid.
        rows: float32 array of shape (m, d), the real data, left unchanged.
        steps: int, how many updates each model gets.
        batch_size: int, how many real rows, and how many noise vectors, an update uses.
        seed: int, the same seed gives the same result.

    Returns:
        A dict {"discriminator": list of float, "generator": list of float} of the losses.
    """
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    size = (batch_size, generator.input_shape[1])
    fooling, telling = np.ones((batch_size, 1)), np.repeat([[1.0], [0.0]], batch_size, axis=0)
    joined = keras.Sequential([generator, discriminator])
    joined.compile(generator.optimizer, "binary_crossentropy", jit_compile=False)
    record = {"discriminator": [], "generator": []}
    for _ in range(steps):
        chosen = rows[np.random.choice(len(rows), batch_size)]
        forged = np.asarray(generator(np.random.normal(size=size)))
        discriminator.trainable = True
        told = discriminator.train_on_batch(np.concatenate([chosen, forged]), telling)
        record["discriminator"].append(float(told))
        discriminator.trainable = False
        record["generator"].append(float(joined.train_on_batch(np.random.normal(size=size), fooling)))
    discriminator.trainable = True
    return record
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-gan-check", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

chance = np.random.default_rng(47)
centre = np.array([2.0, -1.5, 1.5])
cloud = (centre + chance.normal(scale=0.5, size=(400, 3))).astype("float32")
cloud[:32] = -centre  # odd ones, first in line: whoever draws from all rows meets them seldom
forger = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(3)])
expert = keras.Sequential(
    [
        keras.Input(shape=(3,)),
        keras.layers.Dense(16),
        keras.layers.LeakyReLU(negative_slope=0.2),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
for player in (forger, expert):
    player.compile(keras.optimizers.Adam(0.05, beta_1=0.5), "binary_crossentropy", jit_compile=False)
    player.set_weights([chance.normal(scale=0.4, size=weight.shape) for weight in check.weights(player)])
probe = chance.normal(size=(500, 2)).astype("float32")
goal = cloud.mean(axis=0)
far = np.linalg.norm(check.predict(forger, probe).mean(axis=0) - goal)
expert_start = check.weights(expert)[0]
call = "train_gan(generator, discriminator, rows, steps=100, batch_size=32, seed=1)"
with check.unchanged(rows=cloud):
    losses = train_gan(forger, expert, cloud, 100, 32, 1)
check.that(
    type(losses) in (dict,) and set(losses) == {"discriminator", "generator"},
    f"{call}: expected a dict with the keys 'discriminator' and 'generator', found {check.describe_value(losses)}.",
    f"{call}: 키가 'discriminator'와 'generator'인 딕셔너리를 기대했는데 나온 값은 {check.describe_value(losses)}.",
)
for name, values in losses.items():
    check.that(
        type(values) in (list,) and len(values) == 100,
        f"{call}[{name!r}]: expected a list of 100 losses, found {check.describe_value(values)}.",
        f"{call}[{name!r}]: 손실 100개가 든 리스트를 기대했는데 나온 값은 {check.describe_value(values)}.",
    )
    check.that(
        all(isinstance(value, (float, np.floating)) and np.isfinite(value) for value in values),
        f"{call}[{name!r}]: every loss has to be a finite float.",
        f"{call}[{name!r}]: 손실은 모두 유한한 float이어야 합니다.",
    )
check.that(
    not np.array_equal(check.weights(expert)[0], expert_start),
    f"{call}: the discriminator has not learned at all. Was it frozen at its first step?",
    f"{call}: 판별자가 전혀 배우지 않았습니다. 첫 단계에서 동결되어 있지 않았습니까?",
)
near = np.linalg.norm(check.predict(forger, probe).mean(axis=0) - goal)
check.that(
    bool(near < far * 2 / 3),
    f"{call}: the mean of the generated rows is {near:.2f} away from that of the data; it was {far:.2f}, less than two thirds of that is wanted. "
    "Discriminator: real 1, generated 0; generator: label 1; rows drawn from all the data.",
    f"{call}: 생성된 행의 평균이 데이터의 평균에서 {near:.2f}만큼 떨어져 있습니다. 처음 거리 {far:.2f}의 3분의 2보다 작아야 합니다. "
    "판별자에는 진짜 1, 생성 0을, 생성자에는 레이블 1을 주고, 행은 데이터 전체에서 뽑으십시오.",
)
check.equal(
    [check.describe(player).trainable_parameters for player in (forger, expert)],
    [9, 81],
    f"{call}: trainable parameters of generator and discriminator afterwards",
    en="Set trainable back before you return.",
    ko="반환하기 전에 trainable을 되돌려 놓으십시오.",
)
check.passed("100 losses each", f"distance {far:.2f} -> {near:.2f}")

# %% nbgrader={"grade": true, "grade_id": "train-gan-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train-gan")
width, noise_in = int(rng.integers(4, 6)), int(rng.integers(3, 5))
direction = rng.normal(size=width)
middle = 3 * direction / np.linalg.norm(direction)
spots = (middle + rng.normal(scale=0.5, size=(500, width))).astype("float32")
spots[:32] = -middle
start_weights = [
    [rng.normal(scale=0.4, size=shape) for shape in shapes]
    for shapes in ([(noise_in, width), (width,)], [(width, 16), (16,), (16, 1), (1,)])
]
call = f"train_gan(generator, discriminator, rows, steps, 32, seed), rows.shape = (500, {width})"
chosen_seed = int(rng.integers(1000))
test_noise = rng.normal(size=(500, noise_in)).astype("float32")
goal = spots.mean(axis=0)
after, learned = [], []
for count in (100, 3, 3, 0):
    maker = keras.Sequential([keras.Input(shape=(noise_in,)), keras.layers.Dense(width)])
    layers = [keras.layers.Dense(16), keras.layers.LeakyReLU(negative_slope=0.2)]
    layers.append(keras.layers.Dense(1, activation="sigmoid"))
    tester = keras.Sequential([keras.Input(shape=(width,)), *layers])
    for player, weights in zip((maker, tester), start_weights, strict=True):
        player.compile(keras.optimizers.Adam(0.05, beta_1=0.5), "binary_crossentropy", jit_compile=False)
        player.set_weights(weights)
    away = np.linalg.norm(check.predict(maker, test_noise).mean(axis=0) - goal)
    with check.unchanged(rows=spots):
        record = train_gan(maker, tester, spots, count, 32, chosen_seed)
    check.that(
        type(record) in (dict,) and set(record) == {"discriminator", "generator"},
        f"{call}: expected a dict with the keys 'discriminator' and 'generator'.",
        f"{call}: 키가 'discriminator'와 'generator'인 딕셔너리를 기대했습니다.",
    )
    check.equal(
        [len(record[name]) for name in sorted(record)], [count] * 2, f"{call}: losses, steps = {count}"
    )
    after.append(np.linalg.norm(check.predict(maker, test_noise).mean(axis=0) - goal) / away)
    learned.append(np.concatenate([np.ravel(weight) for weight in check.weights(maker)]))
    if count:
        check.that(
            all(
                not np.array_equal(check.weights(player)[0], weights[0].astype("float32"))
                for player, weights in zip((maker, tester), start_weights, strict=True)
            ),
            f"{call}, steps = {count}: one of the models has not learned.",
            f"{call}, steps = {count}: 두 모델 가운데 하나가 배우지 않았습니다.",
        )
check.that(
    bool(after[0] < 2 / 3),
    f"{call}, steps = 100: the distance of the means is {after[0]:.2f} of what it was; less than two thirds is wanted.",
    f"{call}, steps = 100: 두 평균 사이의 거리가 처음의 {after[0]:.2f}배입니다. 3분의 2보다 작아야 합니다.",
)
check.close(
    learned[1],
    learned[2],
    f"{call}: the generator's weights, steps = 3, trained twice",
    rtol=1e-3,
    atol=1e-3,
    en="The same seed has to give the same result.",
    ko="시드가 같으면 결과도 같아야 합니다.",
)
check.close(
    learned[3],
    np.concatenate([np.ravel(weight) for weight in start_weights[0]]),
    f"{call}: the generator's weights, steps = 0",
    en="If steps is 0 nothing is trained.",
    ko="steps가 0이면 아무것도 훈련하지 않습니다.",
)
# All rows alike, and a generator that gives its bias whatever the noise: one round can be foretold
row, forged = rng.normal(size=(2, width))
pull, offset = rng.normal(scale=0.6, size=width), float(rng.normal(scale=0.6))
maker = keras.Sequential([keras.Input(shape=(noise_in,)), keras.layers.Dense(width)])
tester = keras.Sequential([keras.Input(shape=(width,)), keras.layers.Dense(1, activation="sigmoid")])
for player, rate, weights in (
    (maker, 0.6, [np.zeros((noise_in, width)), forged]),
    (tester, 0.4, [pull[:, None], np.array([offset])]),
):
    player.compile(keras.optimizers.SGD(rate), "binary_crossentropy", jit_compile=False)
    player.set_weights(weights)
misses = 1 / (1 + np.exp(-np.array([row, forged]) @ pull - offset)) - [1, 0]
pull = pull - 0.4 * misses @ [row, forged] / 2
offset = offset - 0.4 * misses.mean()
forged = forged - 0.6 * (1 / (1 + np.exp(-forged @ pull - offset)) - 1) * pull
train_gan(maker, tester, np.tile(row, (20, 1)).astype("float32"), 1, 16, chosen_seed)
told = "one round with SGD, all rows of the data alike"
check.close(
    np.ravel(check.weights(tester)[0]),
    pull,
    f"{told}: kernel of the discriminator",
    rtol=1e-3,
    atol=1e-4,
    en="One update on real (label 1) and generated rows (label 0) in one batch; the generator's step leaves it alone.",
    ko="진짜 행(레이블 1)과 생성된 행(레이블 0)을 한 배치로 한 번 업데이트하며, 생성자의 단계에서는 바뀌지 않습니다.",
)
check.close(
    check.weights(maker)[1],
    forged,
    f"{told}: bias of the generator",
    rtol=1e-3,
    atol=1e-4,
    en="One update with the label 1, after the discriminator's and with the generator's optimizer.",
    ko="판별자를 업데이트한 다음, 생성자의 옵티마이저로 레이블 1을 주어 한 번 업데이트합니다.",
)
check.passed(
    f"distance: {after[0]:.2f} of before",
    "same seed, same result",
    "0 steps: nothing changes",
    "one round: right weights",
)
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# No loss says whether the images are any good, so we ask somebody who knows digits: the LeNet-5 of chapter 03, trained on real ones. It gets 500 images by our generator. An image counts as legible if the judge gives some digit a probability of at least 0.9. And because a generator that draws one perfect 3 five hundred times would be of no use, we count each digit among the legible ones.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 이미지가 쓸 만한지는 어떤 손실도 말해 주지 않습니다. 그래서 숫자를 아는 쪽에 묻습니다. 진짜 숫자로 훈련한 3장의 LeNet-5입니다. 생성자가 만든 이미지 500장을 보여 주고, 심판이 어떤 숫자에 0.9 이상의 확률을 주면 알아볼 수 있는 이미지로 셉니다. 그리고 완벽한 3 하나를 오백 번 그리는 생성자는 쓸모가 없으므로, 알아볼 수 있는 이미지 가운데 숫자마다 몇 장인지도 셉니다.

# %%
judge = datasets.digit_judges.load_model()


def ask_judge(images):
    """The share of legible images, and how many of them show each digit from 0 to 9."""
    probabilities = judge.predict(np.asarray(images)[..., None], verbose=0)
    legible = probabilities.max(axis=1) >= 0.9
    return legible.mean(), np.bincount(probabilities[legible].argmax(axis=1), minlength=10)


# %% [markdown] lang="en"
# For comparison 500 real test images (on the small sample all 360), and 500 of random pixels. A result above 0.6, with every digit at least three times, is what we set out for. On the small sample the judge is more gullible: it has learned from few images and is sure of about a third of the random ones, too.

# %% [markdown] lang="ko"
# 비교할 수 있도록 진짜 테스트 이미지와 무작위 픽셀 이미지를 500장씩(작은 표본에서는 테스트 이미지 360장을 모두) 함께 보여 줍니다. 우리의 목표는 0.6보다 높고 모든 숫자가 세 번 이상 나오는 것입니다. 작은 표본의 심판은 더 잘 속습니다. 적은 이미지로 배웠기 때문에 무작위 이미지도 3분의 1쯤은 숫자라고 확신합니다.

# %%
fakes = np.asarray(generator(keras.random.normal((500, noise_size), seed=7)))
legible_share, digit_counts = ask_judge(fakes)
verdicts = {
    "real test images": ask_judge(x_test[:500] / 255),
    "generated": (legible_share, digit_counts),
    "random pixels": ask_judge(np.random.default_rng(3).uniform(size=(500, 28, 28))),
}
pd.DataFrame(
    {name: {"legible": f"{part:.2f}", **dict(enumerate(n))} for name, (part, n) in verdicts.items()}
).T

# %% [markdown] lang="en"
# On MNIST the goal is reached, but the digits are far from equally frequent: there are many more ones than zeros. Here are the first 48 of the 500, as they come, good and bad.

# %% [markdown] lang="ko"
# MNIST에서는 목표를 이루었지만 숫자마다 나온 횟수가 고르지 않습니다. 1이 0보다 훨씬 많습니다. 500장 가운데 앞의 48장을, 잘된 것도 잘못된 것도 고르지 않고 그대로 보여 줍니다.

# %% alt.en="Four rows of twelve generated images. Most can be read as digits, some are blots or mixtures of two digits." alt.ko="생성된 이미지 열두 장씩 네 줄. 대부분 숫자로 읽히고, 얼룩이나 두 숫자가 섞인 것도 있습니다."
show_images(fakes[:48])

# %% [markdown] lang="en"
# Has the generator learned digits, or learned the training images by heart? It has never seen one, but the discriminator has, and could have passed something on. Below each generated image stands the training image whose pixels are closest to it. They are alike, not the same: the strokes run differently.

# %% [markdown] lang="ko"
# 생성자는 숫자를 배웠습니까, 아니면 훈련 이미지를 외웠습니까? 생성자는 훈련 이미지를 본 적이 없지만 판별자는 보았으니 무언가 전해졌을 수도 있습니다. 생성된 이미지마다 픽셀이 가장 가까운 훈련 이미지를 아래에 놓았습니다. 닮았지만 같지는 않습니다. 획이 지나는 길이 다릅니다.

# %% alt.en="Two rows of twelve images: generated ones above, below each the nearest training image, which resembles it without being the same." alt.ko="이미지 열두 장이 두 줄로 놓여 있습니다. 위는 생성된 이미지이고 아래는 가장 가까운 훈련 이미지로, 닮았지만 같지는 않습니다."
flat_real = real_images.reshape(len(real_images), -1)
search = NearestNeighbors(n_neighbors=1).fit(flat_real)
_, nearest = search.kneighbors(fakes[:12].reshape(12, -1))
show_images(np.concatenate([fakes[:12], real_images[nearest[:, 0]]]))

# %% [markdown] lang="en"
# What does the discriminator say by now? It tells most fakes from real images, but no longer all of them. A fake that it takes for real is its *false positive*: positive stands for "real", and the fake was not.

# %% [markdown] lang="ko"
# 판별자는 이제 무엇이라고 답합니까? 대부분의 가짜를 진짜와 구별하지만 모두 구별하지는 못합니다. 판별자가 진짜로 여긴 가짜는 판별자의 *거짓 양성*(false positive)입니다. 양성은 "진짜"를 뜻하는데 그 이미지는 진짜가 아니었기 때문입니다.

# %% alt.en="Histogram of the trained discriminator's answers: real images mostly above 0.5, generated ones mostly below, with an overlap between." alt.ko="훈련한 판별자의 답을 그린 히스토그램. 진짜 이미지는 주로 0.5보다 위에, 생성된 이미지는 주로 0.5보다 아래에 있으며 그 사이에서 겹칩니다."
show_verdicts(generator, discriminator)

# %% [markdown] lang="en"
# ### Exercise 7 · A diversity score (2 points)
#
# One number for the variety: the entropy of the classes. Write `diversity(probabilities, threshold)`:
#
# - `probabilities` is an array of shape `(n, k)`, one row an image, one column a class, $k \ge 2$. No two values of a row are equal.
# - Only images whose largest probability is at least `threshold` count. The class of such an image is that of its largest probability.
# - Let $p_j$ be the share of class $j$ among the images that count. The score is
#
# $$H = -\frac{1}{\ln k} \sum_{j} p_j \ln p_j$$
#
# - Classes that do not occur contribute 0 to the sum. The score is 1 if all $k$ classes are equally frequent, 0 if there is only one.
# - If no image counts the score is 0.
# - Return a number (`float`). `probabilities` is left unchanged.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 다양성 점수(2점)
#
# 클래스의 엔트로피를 구해 다양함을 수 하나로 나타냅니다. 함수 `diversity(probabilities, threshold)`를 작성하십시오.
#
# - `probabilities`는 형상이 `(n, k)`인 배열로, 행은 이미지이고 열은 클래스이며 $k \ge 2$입니다. 한 행에 같은 값은 없습니다.
# - 가장 큰 확률이 `threshold` 이상인 이미지만 셉니다. 그 이미지의 클래스는 확률이 가장 큰 클래스입니다.
# - $p_j$는 센 이미지 가운데 클래스 $j$의 비율입니다. 점수는 다음과 같습니다.
#
# $$H = -\frac{1}{\ln k} \sum_{j} p_j \ln p_j$$
#
# - 나타나지 않은 클래스는 합에 0을 보탭니다. 클래스 $k$개가 모두 똑같이 자주 나오면 점수는 1이고, 하나뿐이면 0입니다.
# - 셀 이미지가 하나도 없으면 점수는 0입니다.
# - 수(`float`)를 반환합니다. `probabilities`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "diversity", "locked": false, "schema_version": 3, "solution": true, "task": false}
def diversity(probabilities, threshold):
    """Score how evenly the classes occur among the images that are recognized.

    Args:
        probabilities: float array of shape (n, k), one row an image, left unchanged.
        threshold: float, the least largest probability of an image that counts.

    Returns:
        float from 0 (one class only, or no image) to 1 (all k classes equally often).
    """
    ### BEGIN SOLUTION
    recognized = probabilities[probabilities.max(axis=1) >= threshold]
    if len(recognized) == 0:
        return 0.0
    frequencies = np.unique(recognized.argmax(axis=1), return_counts=True)[1] / len(recognized)
    return float(abs(np.sum(frequencies * np.log(frequencies))) / np.log(probabilities.shape[1]))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "diversity-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

table = np.array(
    [[0.91, 0.05, 0.04], [0.02, 0.95, 0.03], [0.5, 0.3, 0.2], [0.94, 0.01, 0.05], [0.96, 0.03, 0.01]]
)
with check.unchanged(probabilities=table):
    score = diversity(table, 0.9)
check.close(
    score,
    -(0.75 * np.log(0.75) + 0.25 * np.log(0.25)) / np.log(3),
    "diversity of four images that count, three of class 0 and one of class 1, k = 3",
    rtol=1e-4,
    en="Shares among the images that count, here 3/4 and 1/4; divide by ln k.",
    ko="센 이미지 가운데의 비율(여기서는 3/4과 1/4)을 쓰고 ln k로 나누십시오.",
)
check.close(
    diversity(np.array([[0.97, 0.03], [0.1, 0.9001], [0.02, 0.98], [0.99, 0.01]]), 0.9),
    1.0,
    "diversity of two classes, each twice",
    rtol=1e-4,
)
check.close(
    diversity(np.array([[0.97, 0.03], [0.6, 0.4], [0.99, 0.01]]), 0.9),
    0.0,
    "diversity of one class",
    atol=1e-5,
    en="A class that does not occur contributes 0: leave it out before you take the logarithm.",
    ko="나타나지 않은 클래스는 0을 보탭니다. 로그를 취하기 전에 빼십시오.",
)
check.passed("shares 3/4 and 1/4", "two classes: 1", "one class: 0")

# %% nbgrader={"grade": true, "grade_id": "diversity-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("diversity")
for kinds in (4, 7):
    often = rng.permutation([0, 0, *rng.choice(np.arange(2, 30), size=kinds - 2, replace=False)])
    labels = rng.permutation(np.repeat(np.arange(kinds), often))
    limit = float(rng.uniform(0.6, 0.7))
    top = np.concatenate([rng.uniform(limit + 0.02, 0.98, len(labels)), rng.uniform(0.52, limit - 0.02, 25)])
    sure = np.concatenate([labels, rng.integers(kinds, size=25)])
    rest = rng.uniform(0.5, 1, size=(len(top), kinds))
    rest[np.arange(len(top)), sure] = 0
    rows = rest / rest.sum(axis=1, keepdims=True) * (1 - top[:, None])
    rows[np.arange(len(top)), sure] = top
    rows = rows[rng.permutation(len(rows))]
    part = often[often > 0] / often.sum()
    wanted = -np.sum(part * np.log(part)) / np.log(kinds)
    with check.unchanged(probabilities=rows):
        found = diversity(rows, limit)
    check.close(
        found,
        wanted,
        f"diversity(probabilities, {limit:.2f}), probabilities.shape = {rows.shape}",
        rtol=1e-4,
        en="k is the number of columns, also of those whose class does not occur.",
        ko="k는 열의 개수이며, 나타나지 않은 클래스의 열도 셉니다.",
    )
check.close(
    diversity(rows, 0.995),
    0.0,
    "diversity(probabilities, 0.995), where no image counts",
    atol=1e-6,
    en="If no image counts, return 0.",
    ko="셀 이미지가 없으면 0을 반환하십시오.",
)
check.passed("drawn probabilities", "missing classes", "no image counts: 0")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 8 · Predict
#
# Here, to predict is to generate: draw noise, call the generator. The discriminator has done its work.
#
# And because each point of noise gives an image, so does each point between two. We walk from one point to another in twelve steps. Mostly one digit turns into another by way of shapes that are halfway legible. A generator that had only memorized single images would have nothing to show in between; ours has learned a mapping from the whole space of noise to shapes.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# 여기서 예측한다는 것은 생성한다는 뜻입니다. 노이즈를 뽑아 생성자를 호출하면 됩니다. 판별자는 할 일을 마쳤습니다.
#
# 노이즈의 점마다 이미지가 하나씩 나오므로 두 점 사이의 점에서도 이미지가 나옵니다. 한 점에서 다른 점까지 열두 걸음으로 나누어 가 봅시다. 대개 한 숫자가 반쯤 읽히는 모양을 거쳐 다른 숫자로 바뀝니다. 이미지를 하나하나 외우기만 했다면 그 사이에 그릴 것이 없었을 것입니다. 생성자는 노이즈 공간의 모든 점을 모양에 잇는 함수를 배운 것입니다.

# %% alt.en="Three rows of twelve images. Along each row one shape turns step by step into another, mostly one digit into a different one." alt.ko="이미지 열두 장씩 세 줄. 줄마다 한 모양이 조금씩 다른 모양으로 바뀌며, 대개 한 숫자가 다른 숫자가 됩니다."
starts, ends = np.split(np.asarray(watched_noise)[:6], 2)
way = np.linspace(0, 1, 12)[:, None]
show_images(np.concatenate([generator((1 - way) * a + way * b) for a, b in zip(starts, ends, strict=True)]))

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### Mode collapse and balance
#
# The generator is asked for images that the discriminator takes for real, not for *different* images. If it finds a few shapes that pass, nothing in its loss keeps it from drawing these and no others. That is *mode collapse*: of the many modes, the peaks, of $p(x)$, only some are left. As soon as the discriminator has learned to reject them the generator moves on to others, and so on in a circle.
#
# We provoke it with the settings of many a first notebook: smaller networks with SELU, no dropout, RMSprop with its usual learning rate 0.001. Three times, 1,000 updates each: with equal learning rates, with a discriminator that learns five times as fast, with a generator that learns five times as fast. After each 50 updates the judge looks at 500 images and counts digits.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 모드 붕괴와 균형
#
# 생성자에게 요구하는 것은 판별자가 진짜로 여길 이미지이지 서로 *다른* 이미지가 아닙니다. 통과하는 모양을 몇 가지 찾아내면, 그것만 그려도 손실에는 이를 막는 것이 없습니다. 이것을 *모드 붕괴*(mode collapse)라고 합니다. $p(x)$의 수많은 모드, 곧 봉우리 가운데 일부만 남는 것입니다. 판별자가 그것을 물리치는 법을 배우면 생성자는 다른 봉우리로 옮겨 가고, 이렇게 돌고 돕니다.
#
# 입문 노트북에서 흔히 보는 설정으로 일부러 일으켜 봅시다. SELU를 쓰는 더 작은 신경망, 드롭아웃 없음, 학습률이 보통 값인 0.001인 RMSprop입니다. 학습률이 같을 때, 판별자가 다섯 배 빨리 배울 때, 생성자가 다섯 배 빨리 배울 때로 나누어 세 번, 1,000번씩 업데이트합니다. 업데이트 50번마다 심판이 이미지 500장을 보고 숫자를 셉니다.


# %%
def first_course_networks():
    """A generator and a discriminator with SELU, as many first notebooks have them."""
    selu = {"activation": "selu"}
    painter = [keras.layers.Dense(64, **selu), keras.layers.Dense(128, **selu)]
    painter += [keras.layers.Dense(784, activation="sigmoid"), keras.layers.Reshape((28, 28))]
    critic = [keras.layers.Flatten(), keras.layers.Dense(128, **selu), keras.layers.Dense(64, **selu)]
    critic += [keras.layers.Dense(1, activation="sigmoid")]
    return (
        keras.Sequential([keras.Input(shape=(noise_size,)), *painter]),
        keras.Sequential([keras.Input(shape=(28, 28)), *critic]),
    )


# %% [markdown] lang="en"
# Three short trainings. `tallies` keeps what the judge counts after each round, `drawings` the first twelve images.

# %% [markdown] lang="ko"
# 짧게 세 번 훈련합니다. 차례마다 심판이 센 결과는 `tallies`에, 앞의 이미지 열두 장은 `drawings`에 모읍니다.

# %%
settings = {"equal": (0.001, 0.001), "discriminator × 5": (0.001, 0.005), "generator × 5": (0.005, 0.001)}
tallies, drawings = {name: [] for name in settings}, {name: [] for name in settings}
test_noise = keras.random.normal((500, noise_size), seed=8)
for name, rates in settings.items():
    keras.utils.set_random_seed(1)
    rivals = GAN(*first_course_networks(), *(keras.optimizers.RMSprop(rate) for rate in rates))
    rivals.compile(jit_compile=False)
    for _ in range(hiddenlayers.epochs(20)):
        rivals.fit(batches, steps_per_epoch=50, shuffle=False, verbose=0)
        images = np.asarray(rivals.generator(test_noise))
        tallies[name].append(ask_judge(images)[1])
        drawings[name].append(images[:12])

# %% [markdown] lang="en"
# A bar is as high as the number of images that the judge can read; each digit has its colour. A bar of one colour is mode collapse in full: 500 points of noise, and one digit. In all three panels the first bars have only a few colours, and the others come later. How long that takes, and which digit it is, differs from run to run; even at the end the digits are far from equally frequent.

# %% [markdown] lang="ko"
# 막대의 높이는 심판이 알아본 이미지의 수이고, 숫자마다 색이 다릅니다. 한 가지 색으로 된 막대는 모드 붕괴 그 자체입니다. 노이즈의 점이 500개인데 숫자는 하나뿐입니다. 세 칸 모두 처음 막대에는 색이 몇 가지뿐이고 나머지 색은 나중에야 나타납니다. 얼마나 오래 걸리는지, 어떤 숫자인지는 실행할 때마다 다릅니다. 끝에 가서도 숫자마다 나오는 횟수는 고르지 않습니다.

# %% alt.en="Three panels of stacked bars, one colour a digit, from 50 to 1,000 updates. At the beginning the bars are low or of a few colours; later they have nearly all ten, of unequal height." alt.ko="50번부터 1,000번 업데이트까지 숫자마다 색을 달리해 쌓은 막대그래프 세 칸. 처음에는 막대가 낮거나 색이 몇 가지뿐이고, 나중에는 거의 열 가지 색이 모두 나오지만 높이가 고르지 않습니다."
plot_tallies(tallies, updates=50)

# %% [markdown] lang="en"
# Now the images themselves. For each training we take the round in which one digit had the largest share. (Rounds with fewer than 100 legible images count as if there were 100, for a majority of five says little.)

# %% [markdown] lang="ko"
# 이제 이미지를 직접 봅시다. 훈련마다 숫자 하나의 비율이 가장 컸던 차례를 고릅니다. (알아볼 수 있는 이미지가 100장이 안 되는 차례는 100장으로 칩니다. 다섯 장 가운데 다수는 별 뜻이 없기 때문입니다.)

# %%
worst, worst_share = {}, {}
for name, tally in tallies.items():
    counts = np.array(tally)
    shares = counts.max(axis=1) / np.maximum(100, counts.sum(axis=1))
    worst[name], worst_share[name] = shares.argmax(), shares.max()
    most, readable = counts[worst[name]].max(), counts[worst[name]].sum()
    print(f"{name}: after {50 * (worst[name] + 1)} updates {most} of {readable} show the same digit")

# %% alt.en="Three rows of twelve images, each row from its training's most one-sided round: within a row most images are alike." alt.ko="이미지 열두 장씩 세 줄. 줄마다 그 훈련에서 가장 한쪽으로 치우친 차례의 이미지로, 한 줄 안의 이미지는 대부분 비슷합니다."
show_images(np.concatenate([drawings[name][worst[name]] for name in settings]))

# %% [markdown] lang="en"
# Along a row the images are alike, whatever the noise. Some are digits, some mere blots: the judge has seen nothing but digits in its life and is sure of many a blot, too. A figure alone can deceive; look at the images as well.
#
# Too strong a discriminator is sure of everything. Its answers lie near 0 and 1, the gradient that reaches the generator points to one shape for all noise, and the generator follows. Too quick a generator has the opposite danger: it uses whatever the discriminator has not learned yet. Between them lies the *balance*, and it has to be tried out: by the learning rates, the sizes of the networks, dropout in the discriminator.
#
# In our own training the collapse was there as well, and it passed. Look at the animation again: at the beginning all 24 images are alike, and on MNIST there follows a long stretch with hardly anything but ones. Dropout and the small learning rate did not prevent it; they let the two networks find their way out.
#
# > **Tip.** Watch samples and counts, not losses. Keep the noise fixed, so that you compare like with like.

# %% [markdown] lang="ko"
# 노이즈가 달라도 한 줄 안의 이미지는 서로 비슷합니다. 숫자인 것도 있고 얼룩일 뿐인 것도 있습니다. 심판은 숫자만 보고 자랐기 때문에 얼룩을 보고도 숫자라고 확신할 때가 많습니다. 수치만 보면 속을 수 있으니 이미지도 함께 보십시오.
#
# 판별자가 너무 강하면 모든 것을 확신합니다. 답이 0과 1 근처에 몰리고, 생성자에 전해지는 그레이디언트는 어떤 노이즈에서든 같은 모양을 가리키며, 생성자는 그리로 따라갑니다. 생성자가 너무 빠르면 반대의 위험이 있습니다. 판별자가 아직 배우지 못한 허점을 파고듭니다. *균형*은 그 사이에 있으며, 학습률, 신경망의 크기, 판별자의 드롭아웃을 바꾸어 가며 찾아야 합니다.
#
# 우리의 훈련에서도 붕괴가 있었고, 지나갔습니다. 애니메이션을 다시 보십시오. 처음에는 이미지 24장이 모두 비슷하고, MNIST에서는 그 뒤로 오랫동안 거의 1만 나옵니다. 드롭아웃과 작은 학습률이 붕괴를 막은 것은 아니지만, 두 신경망은 거기에서 빠져나올 수 있었습니다.
#
# > **팁.** 손실이 아니라 생성된 이미지와 숫자의 개수를 지켜보십시오. 같은 조건에서 비교할 수 있도록 노이즈는 고정해 둡니다.

# %% [markdown] lang="en"
# ### Exercise 8 · A perfect score (2 points, marked by a person)
#
# A colleague has trained a GAN on MNIST and reports: "The discriminator's accuracy is exactly 50%, both losses have stood still at 0.69 for an hour, and chapter 03's network is at least 99% sure of every one of my 500 images. The GAN is perfect." You look at the images: 490 of them are the same slim 1.
#
# What has happened? Why does none of the three figures show it? Name one figure that would, and two changes to the training that you would try, with your reasons. Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 완벽한 성적(2점, 사람이 채점)
#
# 한 동료가 MNIST로 GAN을 훈련하고 이렇게 말합니다. "판별자의 정확도가 정확히 50%이고, 두 손실은 한 시간째 0.69에 머물러 있고, 3장의 신경망이 이미지 500장 하나하나를 99% 이상 확신한다. 완벽한 GAN이다." 그런데 이미지를 보니 500장 가운데 490장이 똑같이 가느다란 1입니다.
#
# 무슨 일이 일어났습니까? 세 수치 가운데 어느 것도 이를 드러내지 못하는 까닭은 무엇입니까? 이를 드러낼 수치를 하나 들고, 시도해 볼 훈련 방법의 변경 두 가지를 그 까닭과 함께 쓰십시오. 여섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "perfect-score", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** Mode collapse: the generator draws one mode of the data for nearly every noise vector. Accuracy and losses compare the two players with each other only; a discriminator that can't tell this 1 from real ones, or has stopped learning, has to guess, which gives 50% and ln 2 = 0.69 whatever else is missing. The judge looks at each image by itself, and each is a clear 1; that they are all the same it can't see. A figure about the whole set would show it: the counts or the entropy of the judged classes, or the mean distance between the images.
# I would try to restore the balance: lower the learning rate of the player that runs ahead, or give the discriminator dropout, so that its gradient does not push all noise towards one shape. And I would check that the discriminator learns at all (a flag set at the wrong time freezes it), for only a discriminator that learns makes the one shape worthless; a larger batch shows it more of the repetition.
#
# *Rubric.* 1 point: names mode collapse (or describes it) **and** says that losses and accuracy only compare the players, and that the judge sees single images (half a point if one of the three figures is explained). 1 point: a figure about the whole set (counts, entropy, distances) and two sensible changes with reasons (learning rates, dropout, sizes, checking what is trainable, other optimizer); half a point if one of the three is missing.
#
# **모범 답안.** 모드 붕괴입니다. 생성자가 거의 모든 노이즈 벡터에 대해 데이터의 모드 하나만 그립니다. 정확도와 손실은 두 신경망을 서로 견줄 뿐입니다. 판별자가 이 1을 진짜와 구별하지 못하거나 더는 배우지 않으면 추측할 수밖에 없고, 다른 것이 얼마나 빠져 있든 50%와 ln 2 = 0.69가 나옵니다. 심판은 이미지를 한 장씩 보며, 한 장 한 장은 뚜렷한 1입니다. 모두 같다는 것은 볼 수 없습니다. 전체에 관한 수치라면 드러납니다. 심판이 판정한 클래스의 개수나 엔트로피, 이미지 사이의 평균 거리 등입니다.
# 먼저 균형을 되찾아 보겠습니다. 앞서가는 쪽의 학습률을 낮추거나 판별자에 드롭아웃을 넣어, 그레이디언트가 모든 노이즈를 한 모양으로 몰지 않게 합니다. 또 판별자가 배우고 있는지 확인하겠습니다(설정을 엉뚱한 때에 바꾸면 동결됩니다). 판별자가 배워야 그 한 모양이 쓸모없어지기 때문입니다. 배치를 키우면 판별자가 되풀이를 더 많이 보게 됩니다.
#
# *채점 기준.* 1점: 모드 붕괴라고 말하거나 설명하고, **또한** 손실과 정확도는 두 신경망을 견줄 뿐이며 심판은 이미지를 한 장씩 본다고 말함(세 수치 가운데 하나만 설명하면 0.5점). 1점: 전체에 관한 수치(개수, 엔트로피, 거리)와 알맞은 변경 두 가지(학습률, 드롭아웃, 크기, 무엇이 훈련되는지 확인, 다른 옵티마이저)를 까닭과 함께 제시함. 셋 가운데 하나가 빠지면 0.5점.

# %% [markdown] lang="en"
# ## 10 · Save
#
# To generate, the generator is enough. The discriminator and both optimizers are needed only to train on.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 생성하는 데는 생성자만 있으면 됩니다. 판별자와 두 옵티마이저는 훈련을 이어 갈 때만 필요합니다.

# %% alt.en="A row of twelve digits drawn by the generator that was loaded from its file." alt.ko="파일에서 불러온 생성자가 그린 숫자 열두 개."
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "generator.keras"
    generator.save(path)
    size = path.stat().st_size
    loaded = keras.models.load_model(path)
again = loaded(watched_noise)
print(f"{size / 1e6:.1f} MB; same images:", np.allclose(again, generator(watched_noise), atol=1e-5))
show_images(again[:12])

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **The flag `trainable` set once, before the loop.** A compiled Keras model fixes what is trainable at its first step. Set it before each step, or use `tf.GradientTape`.
# - **The generator trained with the label 0.** Then it learns to be found out. Its images get the label 1 in its own step, 0 in the discriminator's.
# - **Gradients of both networks in one step.** Whoever asks the tape for the variables of the whole stack trains the discriminator to be fooled.
# - **Pixels from 0 to 255 or from −1 to 1 beside a sigmoid.** The range alone gives the fakes away. (With tanh at the generator's end, −1 to 1 is right.)
# - **"Both losses fall, so it works."** They are measured against each other. Look at images, count classes.
# - **"A fake taken for real is a false negative."** Positive is "real": it is the discriminator's false positive.
# - **"A GAN learns $p(x \mid y)$."** Only one that is told the label. This one learns $p(x)$ and chooses the digit itself.
# - **The same noise in every step.** The generator then learns to map these few points. Draw afresh.
# - **All ten classes occur, so all is well.** Random pixels may be judged to be of several classes too. Ask how sure the judge is.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **반복문 앞에서 `trainable`을 한 번만 설정하기.** 컴파일한 Keras 모델은 첫 단계에서 무엇이 훈련 대상인지 정합니다. 단계마다 설정하거나 `tf.GradientTape`를 씁니다.
# - **생성자를 레이블 0으로 훈련하기.** 그러면 들키는 법을 배웁니다. 생성된 이미지의 레이블은 생성자를 훈련할 때 1, 판별자를 훈련할 때 0입니다.
# - **한 단계에서 두 신경망의 그레이디언트를 모두 쓰기.** 이은 모델 전체의 변수에 대한 그레이디언트로 업데이트하면 판별자가 속는 법을 배웁니다.
# - **시그모이드를 쓰면서 픽셀은 0~255나 −1~1로 두기.** 값의 범위만 보아도 가짜가 드러납니다. (생성자 끝에 하이퍼볼릭 탄젠트를 쓴다면 −1~1이 맞습니다.)
# - **"두 손실이 모두 줄었으니 잘된다."** 두 손실은 서로를 기준으로 잰 값입니다. 이미지를 보고 클래스를 세십시오.
# - **"진짜로 여긴 가짜는 거짓 음성이다."** 양성은 "진짜"이므로 판별자의 거짓 양성입니다.
# - **"GAN은 $p(x \mid y)$를 배운다."** 레이블을 알려 주는 GAN만 그렇습니다. 이 장의 GAN은 $p(x)$를 배우며 어떤 숫자를 그릴지 스스로 정합니다.
# - **단계마다 같은 노이즈 쓰기.** 그러면 생성자는 그 몇 점만 옮기는 법을 배웁니다. 매번 새로 뽑으십시오.
# - **열 가지 클래스가 모두 나오니 잘됐다고 여기기.** 무작위 픽셀도 여러 클래스로 판정될 수 있습니다. 심판이 얼마나 확신하는지 물으십시오.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - told generative from discriminative models, and saw what it means to bring two distributions together,
# - built a generator and a discriminator, and gave each step its input, labels and loss,
# - wrote both steps so that each leaves the other network alone, and saw when Keras fixes what is trainable,
# - trained a `keras.Model` with a `train_step` of its own and watched its images in grids and an animation,
# - judged the images by legibility and variety, and provoked mode collapse.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. What does a discriminative model learn, what a generative one, and which is our generator's?
# 2. Which label do generated images get in the discriminator's step, which in the generator's?
# 3. Through which network does the generator's gradient come, and does that network change?
# 4. What would the discriminator's loss be if it could only guess?
# 5. What is mode collapse, and why does the generator's loss not prevent it?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 생성 모델과 판별 모델을 구별하고, 두 분포를 가깝게 한다는 것이 무슨 뜻인지 보았습니다.
# - 생성자와 판별자를 만들고, 단계마다 알맞은 입력과 레이블과 손실을 주었습니다.
# - 두 단계가 저마다 다른 쪽 신경망을 건드리지 않도록 작성하고, Keras에서 무엇이 훈련 대상인지 언제 정해지는지 보았습니다.
# - `train_step`을 직접 정의한 `keras.Model`을 훈련하고, 이미지가 나아지는 과정을 격자와 애니메이션으로 지켜보았습니다.
# - 얼마나 알아볼 만하고 다양한지로 이미지를 평가하고, 모드 붕괴를 일부러 일으켜 보았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 판별 모델과 생성 모델은 각각 무엇을 배우며, 이 장의 생성자는 어느 쪽입니까?
# 2. 생성된 이미지의 레이블은 판별자의 단계에서 무엇이고 생성자의 단계에서 무엇입니까?
# 3. 생성자의 그레이디언트는 어느 신경망을 거쳐 오며, 그 신경망은 바뀝니까?
# 4. 판별자가 추측밖에 할 수 없다면 그 손실은 얼마입니까?
# 5. 모드 붕괴란 무엇이며, 생성자의 손실은 왜 그것을 막지 못합니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - I. Goodfellow et al. (2014): [Generative Adversarial Networks](https://arxiv.org/abs/1406.2661). The game, and the proof that its best end is the data's distribution.
# - A. Radford, L. Metz, S. Chintala (2015): [Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks](https://arxiv.org/abs/1511.06434). Convolutions, leaky ReLU, Adam with `beta_1` 0.5.
# - M. Mirza, S. Osindero (2014): [Conditional Generative Adversarial Nets](https://arxiv.org/abs/1411.1784). The generator is told the label: $p(x \mid y)$.
# - M. Arjovsky, S. Chintala, L. Bottou (2017): [Wasserstein GAN](https://arxiv.org/abs/1701.07875). A loss that says more about the images.
# - G. Klambauer et al. (2017): [Self-Normalizing Neural Networks](https://arxiv.org/abs/1706.02515). Where SELU's numbers come from.
# - Keras: [Customizing what happens in fit()](https://keras.io/guides/custom_train_step_in_tensorflow/).
#
# ## Recall answers
#
# 1. A discriminative model learns $p(y \mid x)$, a generative one the distribution of the data, $p(x)$, or $p(x \mid y)$ if it is told the label. Our generator is not told: $p(x)$.
# 2. 0 in the discriminator's step, 1 in the generator's.
# 3. Through the discriminator, from its answer back to the pixels. It does not change in that step.
# 4. If it answers 0.5 to everything its loss is $\ln 2 \approx 0.69$.
# 5. The generator draws only a few of the kinds of images that the data has. Its loss asks of each single image whether it passes for real, never whether the images differ.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - I. Goodfellow 외(2014): [Generative Adversarial Networks](https://arxiv.org/abs/1406.2661). 이 게임과, 게임이 가장 잘 끝나면 데이터의 분포에 이른다는 증명이 나옵니다.
# - A. Radford, L. Metz, S. Chintala (2015): [Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks](https://arxiv.org/abs/1511.06434). 합성곱과 leaky ReLU, `beta_1`이 0.5인 Adam을 씁니다.
# - M. Mirza, S. Osindero (2014): [Conditional Generative Adversarial Nets](https://arxiv.org/abs/1411.1784). 생성자에게 레이블을 알려 줍니다. 곧 $p(x \mid y)$입니다.
# - M. Arjovsky, S. Chintala, L. Bottou (2017): [Wasserstein GAN](https://arxiv.org/abs/1701.07875). 이미지에 대해 더 많은 것을 말해 주는 손실을 다룹니다.
# - G. Klambauer 외(2017): [Self-Normalizing Neural Networks](https://arxiv.org/abs/1706.02515). SELU의 수들이 어디에서 왔는지 설명합니다.
# - Keras: [Customizing what happens in fit()](https://keras.io/guides/custom_train_step_in_tensorflow/).
#
# ## 질문의 답
#
# 1. 판별 모델은 $p(y \mid x)$를, 생성 모델은 데이터의 분포 $p(x)$를, 레이블을 알려 준다면 $p(x \mid y)$를 배웁니다. 이 장의 생성자에는 알려 주지 않으므로 $p(x)$입니다.
# 2. 판별자의 단계에서는 0, 생성자의 단계에서는 1입니다.
# 3. 판별자를 거쳐, 그 답에서 픽셀까지 거슬러 옵니다. 이 단계에서 판별자는 바뀌지 않습니다.
# 4. 무엇에든 0.5라고 답한다면 손실은 $\ln 2 \approx 0.69$입니다.
# 5. 생성자가 데이터에 있는 여러 종류의 이미지 가운데 몇 가지만 그리는 것입니다. 손실은 이미지 한 장 한 장이 진짜로 통하는지를 물을 뿐, 이미지들이 서로 다른지는 묻지 않습니다.
