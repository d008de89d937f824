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
# # Handwritten digits with dense layers
#
# **90 minutes · 20 points**
#
# You will build a network that reads handwritten digits. Trained on MNIST, it is right on more than 97 of 100 digits that it has never seen, and you will know which ones it still gets wrong.
#
# After this chapter you can
#
# - turn images into arrays of numbers that a network can learn from,
# - build a classifier out of `Flatten`, `Dense` and `Dropout` layers with softmax at the end, and count its parameters by hand,
# - choose the loss that fits the labels, and train with a validation set,
# - judge a classifier by its confusion matrix, precision, recall and F1,
# - say what is lost when an image is flattened.
#
# **Before you start:** Python functions and NumPy arrays; from chapters 00 and 01 layers, activation functions, gradient descent, overfitting, `compile` and `fit`.

# %% [markdown] lang="ko"
# # 밀집층으로 손글씨 숫자 분류하기
#
# **90분 · 20점**
#
# 이 장에서는 손글씨 숫자를 읽는 신경망을 만듭니다. MNIST로 훈련한 이 신경망은 처음 보는 숫자 100개 가운데 97개 넘게 맞히고, 여러분은 이 신경망이 어떤 숫자를 틀리는지도 알게 됩니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 이미지를 신경망이 배울 수 있는 수의 배열로 바꿉니다.
# - `Flatten`, `Dense`, `Dropout` 층을 쌓고 끝에 소프트맥스를 두어 분류 모델을 만들고, 파라미터 개수를 손으로 계산합니다.
# - 레이블에 맞는 손실을 고르고, 검증 세트를 두어 훈련합니다.
# - 혼동 행렬, 정밀도, 재현율, F1 점수로 분류 모델을 평가합니다.
# - 이미지를 1차원으로 펼칠 때 무엇을 잃는지 설명합니다.
#
# **미리 알아 둘 것:** 파이썬 함수와 NumPy 배열, 그리고 0장과 1장에서 배운 층, 활성화 함수, 경사 하강법, 과대적합, `compile`과 `fit`입니다.

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
# Next come the libraries. Keras builds networks, NumPy and pandas hold numbers, the others draw and measure. The seed fixes the random numbers, so that you see nearly the same results each time.

# %% [markdown] lang="ko"
# 이어서 라이브러리를 불러옵니다. Keras로 신경망을 만들고, NumPy와 pandas에 수를 담고, 나머지로 그림을 그리고 평가합니다. 시드(seed)를 정해 두면 난수가 고정되어 실행할 때마다 거의 같은 결과를 얻습니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from sklearn import metrics

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, STYLE

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# Every chapter takes the same road: frame the problem → look at the data → prepare it → build → compile → train → evaluate → predict → improve → save.
#
# To frame a problem is to answer four questions before the first layer is built.
#
# - **What goes in?** A grey image of 28×28 pixels that shows one digit.
# - **What comes out?** One of ten classes, the digits 0 to 9. This is *multi-class classification*.
# - **Who knows the right answer?** People have written down beside each image which digit it shows. Such trusted answers are called *ground truth*, and each single one a *label*.
# - **When is it good?** When its *accuracy*, the share of right answers, is high on images that it has not learned from. Guessing gives about one in ten.
#
# The data set is MNIST, a classic of machine learning. Without a network connection a small sample of real handwriting in the same format takes its place; the output says which one you have. With the sample, your results differ from what the text says about MNIST.
#
# The images are split already. The *training set* is for learning. The *test set* is put away until a network is finished, and nothing is ever chosen by it.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 모든 장은 같은 순서를 따릅니다. 문제 정의하기 → 데이터 살펴보기 → 준비하기 → 모델 만들기 → 컴파일하기 → 훈련하기 → 평가하기 → 예측하기 → 개선하기 → 저장하기입니다.
#
# 문제를 정의한다는 것은 층을 하나라도 만들기 전에 네 가지 질문에 답하는 일입니다.
#
# - **무엇이 들어옵니까?** 숫자 하나가 그려진 28×28 픽셀(pixel)의 회색조(grayscale) 이미지입니다.
# - **무엇이 나갑니까?** 0에서 9까지 열 개의 클래스(class) 가운데 하나입니다. 이런 문제를 *다중 분류*(multi-class classification)라고 합니다.
# - **정답은 누가 압니까?** 이미지마다 어떤 숫자인지 사람이 적어 두었습니다. 이렇게 믿을 수 있는 답을 *정답 데이터*(ground truth)라고 하고, 그 하나하나를 *레이블*(label)이라고 합니다.
# - **어떤 모델이 좋은 모델입니까?** 학습에 쓰지 않은 이미지에서 *정확도*(accuracy), 곧 맞힌 비율이 높은 모델입니다. 찍으면 열에 하나쯤 맞습니다.
#
# 데이터로는 머신러닝의 고전인 MNIST를 씁니다. 네트워크에 연결되어 있지 않으면 같은 형식으로 된 작은 손글씨 표본을 대신 씁니다. 어느 쪽을 쓰는지는 출력에 나옵니다. 작은 표본을 쓰면 본문의 수치나 설명과 결과가 다를 수 있습니다.
#
# 이미지는 이미 둘로 나뉘어 있습니다. *훈련 세트*(training set)는 학습에 씁니다. *테스트 세트*(test set)는 신경망이 완성될 때까지 건드리지 않으며, 모델이나 설정을 고르는 데에도 쓰지 않습니다.

# %%
(x_train, y_train), (x_test, y_test) = datasets.mnist.load_data()
print("images", x_train.shape, x_train.dtype, "from", x_train.min(), "to", x_train.max())
print("labels", y_train.shape, y_train.dtype)

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# The images lie in one array with three axes: image, row, column. Its *shape* gives the length of each axis; its type `uint8` holds whole numbers from 0 to 255.
# A small function draws a few images in a row, here the first ten with their labels as titles. No two people write alike, and that is the whole difficulty.
#
# *Images: MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0. Offline sample: Optical Recognition of Handwritten Digits, by E. Alpaydin and C. Kaynak, UCI, CC BY 4.0.*

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 이미지는 축(axis)이 세 개인 배열 하나에 들어 있습니다. 축은 차례로 이미지, 행, 열이며, 축마다 길이를 적은 것이 배열의 *형상*(shape)입니다. 자료형(data type) `uint8`은 0에서 255까지의 정수를 담습니다.
# 이미지 몇 장을 한 줄로 그리는 작은 함수를 만들어, 처음 열 장을 레이블과 함께 그려 봅시다. 그림 속의 제목과 축 이름은 영어로 적습니다. 사람마다 글씨가 다르기 때문에 이 문제가 어렵습니다.
#
# *이미지: MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0. 오프라인 표본: Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, UCI, CC BY 4.0.*


# %%
def show_digits(images, titles):
    """Draw images in a row, dark ink on white, a title above each."""
    _, axis = plt.subplots(figsize=(0.8 * len(images), 1.1))
    axis.imshow(np.hstack(images), cmap="gray_r")
    axis.set_xticks(28 * np.arange(len(images)) + 14, titles, fontsize=9)
    axis.set_yticks([])
    axis.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    axis.set_frame_on(False)
    plt.show()


# %% alt.en="Ten handwritten digits in a row, each with its label above it." alt.ko="손글씨 숫자 열 개가 한 줄로 놓여 있고 위에 각각의 레이블이 적혀 있습니다."
show_digits(x_train[:10], y_train[:10])

# %% [markdown] lang="en"
# To the computer an image is a table of numbers. Look closely at a part of the first image: 0 is empty paper, 255 is full ink, and at the edges of a stroke there are values between.

# %% [markdown] lang="ko"
# 컴퓨터에게 이미지는 수로 채운 표입니다. 첫 번째 이미지의 일부를 확대해 봅시다. 0은 빈 종이, 255는 가장 진한 잉크이고, 획의 가장자리에는 그 사이의 값이 있습니다.

# %% alt.en="Part of a digit, enlarged: each pixel is a square that is darker the larger the number written in it." alt.ko="숫자 이미지의 일부를 확대한 그림. 픽셀마다 네모 안에 값이 적혀 있고 값이 클수록 진합니다."
plt.figure(figsize=(7, 3))
sns.heatmap(x_train[0, 5:14, 8:22], annot=True, fmt="d", cmap="Greys", cbar=False, annot_kws={"size": 8})
plt.axis("off")
plt.show()

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# Gradient descent works best when all inputs are small numbers of similar size. So we turn the pixels into floating-point numbers and divide by 255, the largest value that a byte can hold: now they run from 0 to 1.
#
# > **Common mistake.** "We divide by 255 because colours are (R, G, B)." These images are grey; they have one value a pixel and no colour. Division by 255 changes the range of the numbers, and nothing else.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# 경사 하강법(gradient descent)은 입력이 모두 작고 크기가 비슷한 수일 때 가장 잘 동작합니다. 그래서 픽셀 값을 실수로 바꾸고, 1바이트에 담을 수 있는 가장 큰 값인 255로 나눕니다. 그러면 값의 범위가 0에서 1까지가 됩니다. 이렇게 값의 범위를 바꾸는 일을 스케일링(scaling)이라고 합니다.
#
# > **흔한 실수.** "색이 (R, G, B)로 되어 있어서 255로 나눈다." 이 이미지는 회색조라 픽셀마다 값이 하나뿐이고 색이 없습니다. 255로 나누는 일은 값의 범위를 바꿀 뿐입니다.

# %%
x_train_scaled = x_train.astype("float32") / 255
x_test_scaled = x_test.astype("float32") / 255
print(x_train_scaled.dtype, "from", x_train_scaled.min(), "to", x_train_scaled.max())

# %% [markdown] lang="en"
# While we try things out, we need to measure on images that the network does not learn from, and yet leave the test set alone. So the last tenth of the **training** images becomes the *validation set*. They come in no particular order, so the last tenth is as good as any. The chart shows whether all three parts hold the ten digits in similar shares; in a part of few images they vary by chance. If one digit were rare, a network could ignore it and still have a high accuracy.
#
# > **Caution.** Whoever stops training or picks a model by its test accuracy has used the test set up: it no longer says how the model does on new images.

# %% [markdown] lang="ko"
# 이것저것 시험해 보는 동안에도 학습에 쓰지 않은 이미지로 측정해야 합니다. 그렇다고 테스트 세트를 쓸 수는 없습니다. 그래서 **훈련** 이미지의 마지막 10분의 1을 *검증 세트*(validation set)로 떼어 놓습니다. 이미지의 순서에는 아무 규칙이 없으므로 마지막 부분을 떼어도 괜찮습니다. 아래 그래프에서 세 부분에 열 개의 숫자가 비슷한 비율로 들어 있는지 확인합니다. 이미지가 적은 부분에서는 비율이 우연히 달라지기도 합니다. 어떤 숫자가 아주 드물다면 그 숫자를 무시해도 정확도가 높게 나올 수 있습니다.
#
# > **주의.** 테스트 정확도를 보고 훈련을 멈추거나 모델을 고르면 테스트 세트는 이미 써 버린 것입니다. 새로운 이미지에서 얼마나 잘할지를 더는 알려 주지 못합니다.

# %%
num_val = len(x_train) // 10
x_fit, y_fit = x_train_scaled[:-num_val], y_train[:-num_val]
x_val, y_val = x_train_scaled[-num_val:], y_train[-num_val:]
print(len(x_fit), "to learn from,", len(x_val), "to validate,", len(x_test), "to test")

# %% alt.en="Bar chart: the share of each digit in training, validation and test set; most are near a tenth." alt.ko="막대그래프. 훈련, 검증, 테스트 세트에서 각 숫자가 차지하는 비율로, 대부분 10분의 1에 가깝습니다."
parts = {"training": y_fit, "validation": y_val, "test": y_test}
shares = pd.DataFrame({name: np.bincount(part, minlength=10) / len(part) for name, part in parts.items()})
shares.plot.bar(
    figsize=(7, 2.4), rot=0, width=0.8, color=[BLUE, ORANGE, GREEN], xlabel="digit", ylabel="share"
)
plt.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 1 · Scale images (2 points)
#
# The text scales pixels to $[0, 1]$. Some networks want $[-1, 1]$ instead; the generator that you meet in chapter 09 is often trained that way.
# Write `scale_images(images)`:
#
# - `images` is a `uint8` array of any shape, with values from 0 to 255.
# - The result is a new `float32` array of the same shape, in which 0 has become −1, 255 has become 1, and the values between follow in proportion.
# - The range of pixels is always 0–255, whichever values happen to occur in `images`.
# - `images` itself stays as it was.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 이미지 스케일링(2점)
#
# 본문에서는 픽셀 값을 $[0, 1]$ 범위로 바꾸었습니다. $[-1, 1]$ 범위를 쓰는 신경망도 있습니다. 9장에서 만날 생성자(generator)도 흔히 이 범위의 이미지로 훈련합니다.
# 함수 `scale_images(images)`를 작성하십시오.
#
# - `images`는 0에서 255까지의 값이 든 `uint8` 배열이며, 어떤 형상이든 될 수 있습니다.
# - 같은 형상의 새 `float32` 배열을 반환합니다. 0은 −1이 되고 255는 1이 되며, 그 사이의 값도 같은 비율로(선형으로) 옮깁니다.
# - `images`에 어떤 값이 들어 있든 픽셀의 범위는 항상 0~255로 봅니다.
# - `images`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "scale-images", "locked": false, "schema_version": 3, "solution": true, "task": false}
def scale_images(images):
    """Scale pixel values from 0..255 to [-1, 1].

    Args:
        images: uint8 array of any shape, values 0 to 255. It is left unchanged.

    Returns:
        float32 array of the same shape: 0 has become -1, 255 has become 1.
    """
    ### BEGIN SOLUTION
    return images.astype("float32") / 127.5 - 1
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "scale-images-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

pixels = np.array([[0, 51, 102], [153, 204, 250]], dtype="uint8")
with check.unchanged(images=pixels):
    scaled = scale_images(pixels)
check.array(scaled, "scale_images(pixels)", shape=(2, 3))
check.array(
    scaled,
    "scale_images(pixels)",
    dtype="float32",
    en='Convert to floating point before you calculate: images.astype("float32").',
    ko='계산하기 전에 images.astype("float32")로 실수 자료형으로 바꾸십시오.',
)
check.close(
    scaled,
    [[-1, -0.6, -0.2], [0.2, 0.6, 0.9607843]],
    "scale_images(pixels)",
    rtol=0,
    atol=2e-3,
    en="Pixel value 0 has to become -1 and 255 has to become 1. Dividing by 255 alone gives [0, 1]; "
    "uint8 numbers wrap around below 0 and above 255; go by 255, not by the largest value in the array.",
    ko="픽셀 값 0은 -1이, 255는 1이 되어야 합니다. 255로 나누기만 하면 [0, 1] 범위가 됩니다. "
    "uint8끼리 계산하면 0 아래나 255 위의 값이 반대쪽 끝 값으로 넘어갑니다. "
    "배열의 최댓값이 아니라 늘 255를 기준으로 하십시오.",
)
check.passed("shape", "dtype float32", "range [-1, 1]", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "scale-images-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("scale-images")
for shape in [
    (int(rng.integers(2, 6)), 28, 28),
    (int(rng.integers(5, 20)),),
    (3, 4, int(rng.integers(2, 5))),
]:
    drawn = rng.integers(3, 240, size=shape, dtype="uint8")
    expected = (drawn.astype("float64") - 127.5) / 127.5
    with check.unchanged(images=drawn):
        result = scale_images(drawn)
    call = f"scale_images(images), images.shape = {shape}"
    check.array(result, call)
    check.array(
        result,
        call,
        shape=shape,
        en="Any shape has to work, not only one.",
        ko="어떤 형상이든 처리할 수 있어야 합니다.",
    )
    check.array(result, call, dtype="float32")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=2e-3,
        en="The scale runs from 0 to 255, whichever values occur in the array.",
        ko="배열에 어떤 값이 들어 있든 0~255를 기준으로 바꾸어야 합니다.",
    )
check.passed("3 drawn arrays")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### Flatten
#
# A dense layer takes a vector, a single row of numbers. The `Flatten` layer makes one out of an image: it writes the 28 rows one after another, $28 \cdot 28 = 784$ numbers in all. Counting from 0, the pixel in row $r$, column $c$ lands at position $28r + c$.
#
# Watch one pixel (orange) and its four neighbours (blue). No value is lost. But where do the neighbours above and below go?

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 1차원으로 펼치기
#
# 밀집층(dense layer)은 벡터, 곧 한 줄로 늘어선 수를 입력으로 받습니다. `Flatten` 층은 이미지를 이런 벡터로 펼칩니다. 28개의 행을 차례로 이어 쓰면 수는 모두 $28 \cdot 28 = 784$개입니다. 0부터 세면 $r$행 $c$열의 픽셀은 $28r + c$번 위치에 놓입니다.
#
# 픽셀 하나(주황색)와 이웃한 픽셀 네 개(파란색)를 따라가 봅시다. 값은 하나도 사라지지 않습니다. 그런데 위와 아래의 이웃은 어디로 갔습니까?

# %% alt.en="Left: the middle of a digit with one pixel marked and its four neighbours. Right: a part of the same image as a curve of 784 values; two neighbours stay beside the pixel, the other two lie 28 places away." alt.ko="왼쪽: 숫자 이미지의 가운데에 픽셀 하나와 이웃 네 개가 표시되어 있습니다. 오른쪽: 같은 이미지를 784개 값의 곡선으로 그린 것의 일부. 이웃 둘은 바로 옆에 있지만 다른 둘은 28칸 떨어져 있습니다."
rows, columns = np.array([14, 14, 14, 13, 15]), np.array([14, 13, 15, 14, 14])
colors = [ORANGE, BLUE, BLUE, BLUE, BLUE]
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.5), width_ratios=[1, 2.6])
left.imshow(x_fit[0], cmap="gray_r")
left.scatter(columns, rows, c=colors, s=40)
left.set(xlim=(6.5, 21.5), ylim=(21.5, 6.5))
left.axis("off")
right.plot(x_fit[0].reshape(784), ".-", color="0.7", linewidth=0.8)
right.vlines(28 * rows + columns, 0, 1, colors=colors, linewidth=1.5)
right.scatter(28 * rows + columns, x_fit[0, rows, columns], c=colors, s=40, zorder=3)
right.set(xlim=(374, 438), xlabel="position in the vector (an extract)", ylabel="value")
plt.show()

# %% [markdown] lang="en"
# ### From scores to probabilities
#
# The hidden layer multiplies the vector $x$ of 784 numbers by a matrix of weights, adds a bias for each unit, and cuts off everything below 0. This is the *activation function* ReLU:
#
# $$h = \max(0,\; xW_1 + b_1), \qquad z = hW_2 + b_2$$
#
# The output layer gives ten *scores* $z$, one a digit. *Softmax* turns them into probabilities: all positive, and together 1.
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# The largest score keeps the largest probability, and a lead of a few points becomes a clear favourite.

# %% [markdown] lang="ko"
# ### 점수에서 확률로
#
# 은닉층(hidden layer)은 784개의 수로 된 벡터 $x$에 가중치(weight) 행렬을 곱하고, 유닛(unit)마다 편향(bias)을 더한 다음, 0보다 작은 값을 0으로 만듭니다. 이 활성화 함수(activation function)가 ReLU입니다.
#
# $$h = \max(0,\; xW_1 + b_1), \qquad z = hW_2 + b_2$$
#
# 출력층(output layer)은 숫자마다 하나씩 모두 열 개의 *점수*(score) $z$를 내놓습니다. *소프트맥스*(softmax)는 점수를 확률로 바꿉니다. 확률은 모두 양수이고 더하면 1입니다.
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# 점수가 가장 높은 숫자가 확률도 가장 높고, 점수가 조금만 앞서도 확률에서는 크게 앞섭니다.

# %% alt.en="Two bar charts. Left: ten scores, some negative, digit 3 highest with 3. Right: the probabilities; digit 3 has the largest, 5 follows, the rest is small." alt.ko="막대그래프 두 개. 왼쪽은 음수도 섞인 점수 열 개로 숫자 3이 가장 높습니다. 오른쪽은 확률로, 3이 가장 크고 5가 그다음이며 나머지는 작습니다."
scores = np.array([1.0, -2.0, 0.5, 3.0, -1.0, 2.0, 0.0, -3.0, 1.5, 0.5])
powers = np.exp(scores)
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.2))
left.bar(range(10), scores, color=BLUE)
left.set(title="scores", xlabel="digit", xticks=range(10))
right.bar(range(10), powers / powers.sum(), color=ORANGE)
right.set(title="probabilities (softmax)", xlabel="digit", xticks=range(10))
plt.show()

# %% [markdown] lang="en"
# ### The network
#
# Four layers in a row. `Dropout(0.2)` is active in training only: at every step it sets a random fifth of the hidden layer's outputs to 0 and enlarges the others a little to make up for it. No unit can rely on any other being there, and so the network finds it harder to learn single images by heart. When the network predicts, dropout does nothing.
#
# > **Common mistake.** Older code gives the first layer `input_shape=` or `input_dim=`. Keras 3 warns about that: begin with `keras.Input`.

# %% [markdown] lang="ko"
# ### 신경망
#
# 층 네 개를 차례로 쌓습니다. `Dropout(0.2)`는 훈련할 때만 동작합니다. 단계마다 은닉층 출력의 5분의 1을 무작위로 골라 0으로 만들고, 그만큼 나머지를 조금 키웁니다. 이것이 드롭아웃(dropout)입니다. 어떤 유닛도 다른 유닛에만 기댈 수 없으므로 신경망이 이미지를 통째로 외우기 어려워집니다. 예측할 때는 드롭아웃이 아무 일도 하지 않습니다.
#
# > **흔한 실수.** 예전 코드는 첫 층에 `input_shape=`나 `input_dim=`을 줍니다. Keras 3에서는 경고가 나오므로 `keras.Input`으로 시작합니다.

# %%
keras.utils.set_random_seed(1)
network = keras.Sequential(
    [
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
network.summary()

# %% [markdown] lang="en"
# ### Where the parameters come from
#
# A *parameter* is a number that training may change. Each of the 128 hidden units has a weight for each of the 784 inputs and one bias; each of the 10 output units a weight for each of the 128 hidden units and one bias. `Flatten` and `Dropout` have nothing to learn.

# %% [markdown] lang="ko"
# ### 파라미터는 어디에서 오는가
#
# *파라미터*(parameter)는 훈련하는 동안 바뀔 수 있는 값입니다. 은닉층의 유닛 128개에는 저마다 입력 784개에 대한 가중치와 편향 하나가 있습니다. 출력층의 유닛 10개에는 저마다 은닉 유닛 128개에 대한 가중치와 편향 하나가 있습니다. `Flatten`과 `Dropout`에는 학습할 파라미터가 없습니다.

# %%
hidden_parameters = 784 * 128 + 128
output_parameters = 128 * 10 + 10
print(f"{hidden_parameters:,} + {output_parameters:,} = {hidden_parameters + output_parameters:,}")
print(f"Keras counts {network.count_params():,}")

# %% [markdown] lang="en"
# ### Exercise 2 · Build the network (3 points)
#
# The text built one network with one hidden layer. Write a function that builds any of its relatives: `build_network(hidden_units, num_classes)`.
#
# - `hidden_units` is a list of whole numbers such as `[256, 64]`. It may be empty.
# - The input is a *batch*: any number of 28×28 images at once. Begin with `keras.Input`, so that the weights exist from the start. Flatten the images first.
# - For each number in `hidden_units`, in that order: a `Dense` layer with that many units and ReLU, then a `Dropout` layer of its own with rate 0.3.
# - Last comes a layer of `num_classes` units with softmax. No dropout follows it.
# - Build the model with the Sequential or the Functional API, and return it. It need not be compiled.
#
# The checks build small networks of several sizes and calculate their output again from their weights.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 신경망 만들기(3점)
#
# 본문에서는 은닉층이 하나인 신경망을 만들었습니다. 이번에는 은닉층의 개수와 크기를 마음대로 정할 수 있는 함수 `build_network(hidden_units, num_classes)`를 작성하십시오.
#
# - `hidden_units`는 `[256, 64]`처럼 정수로 이루어진 리스트이며, 빈 리스트일 수도 있습니다.
# - 입력은 *배치*(batch), 곧 28×28 이미지를 몇 장이든 함께 묶은 것입니다. 가중치가 바로 만들어지도록 `keras.Input`으로 시작하고, 먼저 이미지를 1차원으로 펼칩니다.
# - `hidden_units`에 든 수마다 차례로, 유닛이 그 수만큼 있고 활성화 함수가 ReLU인 `Dense` 층 하나와 비율이 0.3인 `Dropout` 층 하나를 놓습니다.
# - 마지막 층은 유닛이 `num_classes`개이고 활성화 함수는 소프트맥스입니다. 그 뒤에는 드롭아웃이 없습니다.
# - Sequential API나 함수형 API(Functional API)로 모델을 만들어 반환합니다. 컴파일하지 않아도 됩니다.
#
# 검사에서는 이 함수로 여러 크기의 작은 신경망을 만들고, 그 가중치로 출력을 다시 계산해 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "build-network", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_network(hidden_units, num_classes):
    """Build a classifier of 28x28 images out of dense layers.

    Args:
        hidden_units: list of int, the number of units of each hidden layer, in order; may be empty.
        num_classes: int, the number of classes.

    Returns:
        A Keras model: images of shape (batch, 28, 28) in, probabilities (batch, num_classes) out.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=(28, 28)), keras.layers.Flatten()])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dropout(0.3))
    model.add(keras.layers.Dense(num_classes, activation="softmax"))
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-network-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

built = check.model(build_network([32, 16], 10), "build_network([32, 16], 10)")
facts = check.describe(built)
check.that(
    facts.input_shape is not None,
    "build_network([32, 16], 10): the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
    "build_network([32, 16], 10): 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
)
check.equal(
    facts.input_shape,
    (None, 28, 28),
    "model.input_shape",
    en="keras.Input(shape=(28, 28))",
    ko="keras.Input(shape=(28, 28))",
)
check.equal(
    facts.output_shape,
    (None, 10),
    "model.output_shape",
    en="Flatten the images first; the last layer has num_classes units.",
    ko="먼저 이미지를 펼치십시오. 마지막 층의 유닛은 num_classes개입니다.",
)
check.equal(
    facts.parameters,
    784 * 32 + 32 + 32 * 16 + 16 + 16 * 10 + 10,
    "model.count_params()",
    en="Flatten, then Dense layers of 32, 16 and 10 units, in that order, with biases.",
    ko="이미지를 펼친 뒤 유닛이 32, 16, 10개인 Dense 층을 순서대로 놓습니다. 편향도 있어야 합니다.",
)
dropouts = facts.of_kind("Dropout")
check.equal(
    [layer.output_shape for layer in dropouts],
    [(None, 32), (None, 16)],
    "Dropout.output.shape",
    en="One Dropout layer comes after each hidden layer, not before it and not after the last layer.",
    ko="Dropout 층은 각 은닉층의 뒤에 하나씩 놓습니다. 은닉층 앞이나 마지막 층 뒤가 아닙니다.",
)
check.close(
    [layer.config["rate"] for layer in dropouts],
    [0.3, 0.3],
    "Dropout.rate",
    en="The rate is the share that is dropped: 0.3.",
    ko="Dropout의 비율은 0으로 만드는 출력의 비율, 곧 0.3입니다.",
)
four_images = np.random.default_rng(0).random((4, 28, 28), dtype="float32")
outputs = check.predict(built, four_images)
check.close(
    outputs.sum(axis=1),
    np.ones(4),
    "model(images).sum(axis=1)",
    rtol=1e-4,
    en="Softmax turns the outputs into probabilities, which add up to 1.",
    ko="소프트맥스를 거친 출력은 확률이므로 합이 1이어야 합니다.",
)
w1, b1, w2, b2, w3, b3 = check.weights(built)
hidden = np.maximum(np.maximum(four_images.reshape(4, 784) @ w1 + b1, 0) @ w2 + b2, 0)
raised = np.exp(hidden @ w3 + b3)
check.close(
    outputs,
    raised / raised.sum(axis=1, keepdims=True),
    "model(images)",
    rtol=1e-3,
    atol=1e-5,
    en="Hidden layers use ReLU, the last layer softmax.",
    ko="은닉층의 활성화 함수는 ReLU, 마지막 층은 소프트맥스여야 합니다.",
)
check.passed("shapes", f"{facts.parameters:,} parameters", "Dropout 0.3", "ReLU and softmax")

# %% nbgrader={"grade": true, "grade_id": "build-network-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import itertools

import numpy as np
from hiddenlayers import check

rng = check.rng("build-network")
for depth in (0, 1, 3):
    units = [int(number) for number in rng.choice(np.arange(12, 40), size=depth, replace=False)]
    classes = int(rng.integers(3, 10))
    call = f"build_network({units}, {classes})"
    built = check.model(build_network(list(units), classes), call)
    found = check.describe(built)
    sizes = [784, *units, classes]
    check.that(
        found.input_shape is not None,
        f"{call}: the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
        f"{call}: 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
    )
    check.equal(found.input_shape, (None, 28, 28), f"{call}.input_shape")
    check.equal(found.output_shape, (None, classes), f"{call}.output_shape")
    check.equal(
        found.parameters,
        sum((before + 1) * after for before, after in itertools.pairwise(sizes)),
        f"{call}.count_params()",
        en="One Dense layer for each entry of hidden_units, in that order; an empty list means none.",
        ko="hidden_units의 항목마다 Dense 층이 순서대로 하나씩 있어야 합니다. 빈 리스트이면 은닉층이 없습니다.",
    )
    dropped = found.of_kind("Dropout")
    check.equal(
        [layer.output_shape for layer in dropped],
        [(None, number) for number in units],
        f"{call}: Dropout.output.shape",
        en="A Dropout layer follows each hidden layer, and only those.",
        ko="Dropout 층은 각 은닉층 뒤에만 하나씩 있어야 합니다.",
    )
    check.close([layer.config["rate"] for layer in dropped], [0.3] * depth, f"{call}: Dropout.rate")
    batch = rng.random((5, 28, 28)).astype("float32")
    values = batch.reshape(5, 784)
    arrays = check.weights(built)
    for matrix, bias in zip(arrays[:-2:2], arrays[1:-2:2], strict=True):
        values = np.maximum(values @ matrix + bias, 0)
    values = np.exp(values @ arrays[-2] + arrays[-1])
    check.close(
        check.predict(built, batch),
        values / values.sum(axis=1, keepdims=True),
        f"{call}(images)",
        rtol=1e-3,
        atol=1e-5,
        en="ReLU in every hidden layer, softmax in the last layer.",
        ko="모든 은닉층에 ReLU, 마지막 층에 소프트맥스를 씁니다.",
    )
check.passed("3 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 3 · Count parameters (2 points)
#
# Write `count_parameters(layer_sizes)`: how many weights and biases a dense network has.
#
# - `layer_sizes` is a list of two or more whole numbers: the number of inputs, then the units of each `Dense` layer in order.
# - Return a whole number (`int`). For `[784, 128, 10]` it is 101,770.
#
# Calculate it from the numbers; no model is needed.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 파라미터 개수 세기(2점)
#
# 밀집층으로만 이루어진 신경망의 가중치와 편향이 모두 몇 개인지 세는 함수 `count_parameters(layer_sizes)`를 작성하십시오.
#
# - `layer_sizes`는 두 개 이상의 정수로 이루어진 리스트입니다. 입력의 개수가 먼저 오고, 각 `Dense` 층의 유닛 개수가 순서대로 이어집니다.
# - 정수(`int`)를 반환합니다. `[784, 128, 10]`이면 101,770입니다.
#
# 수만으로 계산할 수 있으므로 모델을 만들 필요는 없습니다.


# %% nbgrader={"grade": false, "grade_id": "count-parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_parameters(layer_sizes):
    """Count the weights and biases of a dense network.

    Args:
        layer_sizes: list of two or more int, the number of inputs, then the units of each Dense layer.

    Returns:
        The number of parameters, an int.
    """
    ### BEGIN SOLUTION
    total = 0
    for i in range(1, len(layer_sizes)):
        inputs, units = layer_sizes[i - 1], layer_sizes[i]
        total += inputs * units + units
    return total
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "count-parameters-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

check.equal(
    count_parameters([3, 2]),
    8,
    "count_parameters([3, 2])",
    en="One layer with 3 inputs and 2 units: a weight for every pair of input and unit, and one bias for each unit.",
    ko="입력이 3개, 유닛이 2개인 층 하나입니다. 가중치는 입력과 유닛의 쌍마다 하나, 편향은 유닛마다 하나입니다.",
)
check.equal(
    count_parameters([784, 128, 10]),
    101_770,
    "count_parameters([784, 128, 10])",
    en="The inputs have no bias of their own; every Dense layer has one bias for each unit.",
    ko="입력에는 편향이 없습니다. Dense 층에는 유닛마다 편향이 하나씩 있습니다.",
)
check.passed("[3, 2]: 8", "[784, 128, 10]: 101,770")

# %% nbgrader={"grade": true, "grade_id": "count-parameters-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("count-parameters")
for length in (2, 3, 5):
    drawn = [int(size) for size in rng.integers(2, 900, size=length)]
    with_ones = np.array([*drawn[:-1]]) + 1
    check.equal(
        count_parameters(list(drawn)),
        int(with_ones @ np.array(drawn[1:])),
        f"count_parameters({drawn})",
        en="Add up weights and biases of every layer, however many there are.",
        ko="층이 몇 개이든 모든 층의 가중치와 편향을 더해야 합니다.",
    )
check.passed("3 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# ### The loss: how wrong is an answer?
#
# Accuracy only knows right and wrong; a tiny change of the weights doesn't change it, so it can't guide gradient descent. The *loss* can. *Cross-entropy* looks at the probability $p$ that the network gave to the true digit:
#
# $$L = -\ln p$$
#
# Sure and right costs nearly nothing. Guessing, $p = 0.1$, costs 2.30. Sure and wrong becomes very expensive.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# ### 손실: 답이 얼마나 틀렸는가
#
# 정확도는 답이 맞았는지 틀렸는지만 나타냅니다. 가중치를 아주 조금 바꾸어도 그대로이므로 경사 하강법의 길잡이가 될 수 없습니다. 그 역할은 *손실*(loss)이 합니다. 이 장에서 쓰는 손실은 *교차 엔트로피*(cross-entropy)이며, 신경망이 정답인 숫자에 준 확률 $p$로 계산합니다.
#
# $$L = -\ln p$$
#
# 확신하고 맞히면 손실이 거의 없습니다. 찍을 때처럼 $p = 0.1$이면 손실은 2.30입니다. 확신하고 틀리면 손실이 아주 커집니다.

# %% alt.en="Curve of the loss against the probability of the true digit: it falls from above 4 near 0 to 0 at 1. Three points are marked: 0.1 has loss 2.30, 0.5 has 0.69, 0.9 has 0.11." alt.ko="정답인 숫자의 확률에 대한 손실 곡선. 0 근처에서 4가 넘고 1에서 0이 됩니다. 확률 0.1에서 2.30, 0.5에서 0.69, 0.9에서 0.11인 세 점이 표시되어 있습니다."
p = np.linspace(0.01, 1, 200)
plt.figure(figsize=(5, 2.6))
plt.plot(p, -np.log(p), color=BLUE)
for marked in (0.1, 0.5, 0.9):
    plt.plot(marked, -np.log(marked), "o", color=ORANGE)
    plt.annotate(
        f"{-np.log(marked):.2f}", (marked, -np.log(marked)), xytext=(6, 6), textcoords="offset points"
    )
plt.xlabel("probability of the true digit")
plt.ylabel("loss")
plt.show()

# %% [markdown] lang="en"
# ### Two forms of the same loss
#
# A label can be written as a whole number, `3`, or *one-hot*, as a row of ten numbers: a single 1, and 0 otherwise. Keras has a cross-entropy for each: the *sparse* one takes whole numbers, the *categorical* one takes one-hot rows. The value is the same.

# %% [markdown] lang="ko"
# ### 같은 손실의 두 가지 형태
#
# 레이블은 정수 `3`으로 쓸 수도 있고, 열 개의 수 가운데 하나만 1이고 나머지는 0인 행으로 쓸 수도 있습니다. 뒤의 것을 *원-핫 인코딩*(one-hot encoding)이라고 합니다. Keras에는 형태마다 교차 엔트로피가 따로 있습니다. *희소*(sparse) 형태는 정수를, *범주형*(categorical) 형태는 원-핫 행을 받습니다. 값은 같습니다.

# %%
answer = np.full((1, 10), 0.05)
answer[0, 3] = 0.55  # the network thinks it is a 3
one_hot = keras.utils.to_categorical([3], num_classes=10)
print("one-hot    ", one_hot[0])
print("sparse     ", float(keras.losses.sparse_categorical_crossentropy(np.array([3]), answer)[0]))
print("categorical", float(keras.losses.categorical_crossentropy(one_hot, answer)[0]))

# %% [markdown] lang="en"
# Our labels are whole numbers, so we take the sparse loss. The *optimizer* is Adam, a kind of gradient descent; its *learning rate*, which sets the size of its steps, stays at the usual 0.001. A *metric* such as accuracy is only reported; training doesn't use it.
#
# A network that has not learned anything should do no better than guessing. A loss near 2.3 and an accuracy near 0.1 (on a small sample between 0.05 and 0.2, say) tell us that nothing is wrong so far.

# %% [markdown] lang="ko"
# 여기서 쓰는 레이블은 정수이므로 희소 형태의 손실을 씁니다. *옵티마이저*(optimizer)로는 경사 하강법의 하나인 Adam을 쓰고, 한 단계의 크기를 정하는 *학습률*(learning rate)은 흔히 쓰는 0.001로 둡니다. 정확도 같은 *지표*(metric)는 보여 주기만 할 뿐 훈련에는 쓰이지 않습니다.
#
# 아직 아무것도 배우지 않은 신경망은 찍는 것보다 나을 수 없습니다. 손실이 2.3 근처이고 정확도가 0.1 근처(작은 표본이라면 0.05에서 0.2 사이)이면 지금까지는 문제가 없다는 뜻입니다.

# %%
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
untrained_loss, untrained_accuracy = network.evaluate(x_val, y_val, verbose=0)
print(f"loss {untrained_loss:.2f}, accuracy {untrained_accuracy:.2f}")

# %% [markdown] lang="en"
# ### Exercise 4 · Compile for the labels (2 points)
#
# The same digits may come with labels of two kinds: whole numbers in a vector of shape `(n,)`, or one-hot rows in a matrix of shape `(n, num_classes)`.
# Write `compile_for_labels(model, labels)`:
#
# - `model` is a classifier, not compiled yet. Its last layer is softmax, so it gives probabilities, not raw scores.
# - Compile it with the Adam optimizer, the accuracy metric, and the cross-entropy loss that fits the *shape* of `labels`: sparse for a vector, categorical for a one-hot matrix. Both may hold integers, so the type of the numbers says nothing.
# - Take Keras's own optimizer, loss and metric, by name or as objects; don't wrap them in functions of your own.
# - Return the model.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 레이블에 맞게 컴파일하기(2점)
#
# 같은 숫자 이미지라도 레이블은 두 가지 형태로 주어질 수 있습니다. 형상이 `(n,)`인 정수 벡터이거나, 형상이 `(n, num_classes)`인 원-핫 행렬입니다.
# 함수 `compile_for_labels(model, labels)`를 작성하십시오.
#
# - `model`은 아직 컴파일하지 않은 분류 모델입니다. 마지막 층이 소프트맥스이므로 점수가 아니라 확률을 내놓습니다.
# - 옵티마이저는 Adam, 지표는 정확도로 하고, `labels`의 *형상*에 맞는 교차 엔트로피 손실로 컴파일합니다. 벡터이면 희소(sparse), 원-핫 행렬이면 범주형(categorical)입니다. 둘 다 정수로 채워져 있을 수 있으므로 자료형만 보아서는 알 수 없습니다.
# - 옵티마이저, 손실, 지표는 Keras에 있는 것을 이름이나 객체로 줍니다. 직접 만든 함수로 감싸지 않습니다.
# - 모델을 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "compile-for-labels", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compile_for_labels(model, labels):
    """Compile a classifier with the loss that fits its labels.

    Args:
        model: a Keras model with softmax output, not compiled.
        labels: array of shape (n,) with integers, or of shape (n, num_classes) with one-hot rows.

    Returns:
        The model, compiled with Adam, accuracy and sparse or categorical cross-entropy.
    """
    ### BEGIN SOLUTION
    loss = "sparse_categorical_crossentropy" if labels.ndim == 1 else "categorical_crossentropy"
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "compile-for-labels-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

integer_labels = np.array([3, 0, 2, 1, 3])
for labels, kind in [(integer_labels, "sparse_categorical"), (np.eye(4)[integer_labels], "categorical")]:
    softmax_model = keras.Sequential([keras.Input(shape=(6,)), keras.layers.Dense(4, activation="softmax")])
    call = f"compile_for_labels(model, labels), labels.shape = {labels.shape}"
    compiled = check.describe(check.model(compile_for_labels(softmax_model, labels), call))
    check.that(
        compiled.loss is not None,
        f"{call}: the model is not compiled with a loss of Keras's own.",
        f"{call}: 모델이 Keras의 손실로 컴파일되어 있지 않습니다.",
    )
    check.equal(
        compiled.loss,
        f"{kind}_crossentropy",
        f"{call}: loss",
        en="Labels in a vector need the sparse loss, one-hot rows the categorical one: look at labels.ndim. "
        "Take Keras's own loss, by name or as an object.",
        ko="벡터 레이블에는 희소 손실, 원-핫 행렬에는 범주형 손실이 필요합니다. labels.ndim을 보십시오. "
        "Keras의 손실을 이름이나 객체로 주십시오.",
    )
    check.that(
        not compiled.loss_config.get("from_logits", False),
        f"{call}: the loss has from_logits=True, but softmax already gives probabilities: leave it False.",
        f"{call}: 손실이 from_logits=True로 되어 있습니다. 소프트맥스의 출력은 이미 확률이므로 False로 두어야 합니다.",
    )
    check.equal(
        compiled.optimizer,
        "adam",
        f"{call}: optimizer",
        en='optimizer="adam"',
        ko="옵티마이저는 Adam이어야 합니다.",
    )
    check.that(
        any(metric in ("accuracy", f"{kind}_accuracy") for metric in compiled.metrics),
        f'{call}: the accuracy metric is missing, found {list(compiled.metrics)}. Add metrics=["accuracy"].',
        f'{call}: 정확도 지표가 없습니다(나온 값: {list(compiled.metrics)}). metrics=["accuracy"]를 추가하십시오.',
    )
check.passed(
    "vector: sparse_categorical_crossentropy", "one-hot: categorical_crossentropy", "adam", "accuracy"
)

# %% nbgrader={"grade": true, "grade_id": "compile-for-labels-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("compile-for-labels")
size = int(rng.integers(5, 9))
drawn = rng.integers(0, size, size=int(rng.integers(10, 20)))
cases = [
    (np.eye(size, dtype="int64")[drawn], "categorical"),
    (drawn.astype("uint8"), "sparse_categorical"),
    (np.eye(size, dtype="float32")[drawn], "categorical"),
    (np.arange(size) % 2, "sparse_categorical"),  # as long as a row, and only 0 and 1
]
for given, kind in cases:
    fresh = keras.Sequential([keras.Input(shape=(3,)), keras.layers.Dense(size, activation="softmax")])
    result = check.describe(
        check.model(compile_for_labels(fresh, given), "compile_for_labels(model, labels)")
    )
    about = f"labels.shape = {given.shape}, dtype {given.dtype}"
    check.that(
        result.loss is not None,
        f"{about}: the model is not compiled with a loss of Keras's own.",
        f"{about}: 모델이 Keras의 손실로 컴파일되어 있지 않습니다.",
    )
    check.equal(
        result.loss,
        f"{kind}_crossentropy",
        f"{about}: loss",
        en="Decide by the shape of the labels, not by the type or the values of their numbers; take Keras's own loss.",
        ko="레이블의 자료형이나 값이 아니라 형상으로 판단해야 합니다. 손실은 Keras에 있는 것을 씁니다.",
    )
    check.that(
        not result.loss_config.get("from_logits", False),
        f"{about}: from_logits has to be False after softmax.",
        f"{about}: 소프트맥스 뒤에서는 from_logits가 False여야 합니다.",
    )
    check.equal(result.optimizer, "adam", f"{about}: optimizer")
    check.that(
        any(metric in ("accuracy", f"{kind}_accuracy") for metric in result.metrics),
        f"{about}: the accuracy metric is missing or of the wrong kind.",
        f"{about}: 정확도 지표가 없거나 종류가 맞지 않습니다.",
    )
check.passed("4 sets of labels")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 6 · Train
#
# `fit` goes through the training images in *batches*. After each batch of 128 images it takes one step of gradient descent; when every image has had its turn, one *epoch* is over. On `validation_data` loss and metrics are only measured, after each epoch.
#
# Ten epochs on MNIST take a minute or so. `verbose=0` keeps `fit` quiet. If you would rather watch, write 1 for a progress bar, or 2 for one line an epoch: 2 shows less than 1, not more.
#
# `hiddenlayers.epochs(10)` is 10 when you run it, and 1 while a submission is graded. The functions that you write don't use it: they take their epochs from an argument.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# `fit`은 훈련 이미지를 *배치*로 나누어 처리합니다. 이미지 128장으로 된 배치 하나를 처리할 때마다 경사 하강법을 한 단계 진행하고, 모든 이미지가 한 번씩 쓰이면 한 *에포크*(epoch)가 끝납니다. `validation_data`로는 에포크가 끝날 때마다 손실과 지표를 재기만 합니다.
#
# MNIST에서 열 에포크는 1분 안팎 걸립니다. `verbose=0`이면 `fit`이 아무것도 출력하지 않습니다. 진행 상황을 보고 싶다면 진행 막대가 나오는 1이나 에포크마다 한 줄씩 나오는 2를 쓰십시오. 2는 1보다 더 많이 보여 주는 것이 아니라 더 적게 보여 줍니다.
#
# `hiddenlayers.epochs(10)`은 여러분이 실행하면 10이고, 제출물을 채점할 때는 1입니다. 여러분이 작성하는 함수에서는 쓰지 말고, 에포크 수를 인수(argument)로 받으십시오.

# %%
num_epochs = hiddenlayers.epochs(10)
untrained_kernel, _ = network.layers[1].get_weights()  # for section 8
history = network.fit(
    x_fit, y_fit, batch_size=128, epochs=num_epochs, validation_data=(x_val, y_val), verbose=0
)
curves = pd.DataFrame(history.history, index=pd.RangeIndex(1, num_epochs + 1, name="epoch"))
print(f"{int(np.ceil(len(x_fit) / 128))} steps in each epoch")
curves.round(4)

# %% [markdown] lang="en"
# `fit` returns a `History`, here as a table. As *learning curves* it is easier to read. Both losses should fall. While validation follows training, the network learns something that holds for new images as well; where validation turns up again, it begins to learn by heart: it *overfits*.
#
# > **Tip.** In the first epochs validation is often *better* than training. Training is measured with dropout switched on, and on average over an epoch in which the network was still improving.

# %% [markdown] lang="ko"
# `fit`은 `History` 객체를 반환합니다. 위에서는 표로 보았지만 *학습 곡선*(learning curve)으로 그리면 읽기 쉽습니다. 두 손실이 모두 내려가야 합니다. 검증 손실이 훈련 손실을 따라 내려가는 동안에는 새로운 이미지에도 통하는 것을 배우고 있습니다. 검증 손실이 다시 올라가면 훈련 이미지를 외우기 시작한 것입니다. 이것이 *과대적합*(overfitting)입니다.
#
# > **팁.** 처음 몇 에포크에서는 검증 결과가 훈련 결과보다 *더 좋을* 때가 많습니다. 훈련 결과는 드롭아웃을 켠 채로, 그것도 신경망이 나아지고 있던 한 에포크 동안의 평균으로 계산하기 때문입니다.

# %% alt.en="Two plots against the epoch. Left: training and validation loss fall together. Right: both accuracies rise, steeply at first." alt.ko="에포크에 따른 그래프 두 개. 왼쪽에서는 훈련 손실과 검증 손실이 함께 내려가고, 오른쪽에서는 두 정확도가 처음에는 가파르게, 나중에는 완만하게 올라갑니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.6))
curves[["loss", "val_loss"]].plot(ax=left, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4)
curves[["accuracy", "val_accuracy"]].plot(ax=right, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 5 · Train (3 points)
#
# Write `train(model, x, y, epochs)`, this time with the argument `validation_split` of `fit` in place of data split by hand. It takes a share of the rows for validation, off the *end*, before any are shuffled.
#
# - `model` is compiled already. Leave it so, and train this very model on `x` and `y` for exactly `epochs` epochs, in one call of `fit`.
# - Keep the **last 20%** of the rows for validation. The model must not learn from them.
# - The batch size of 32 that `fit` takes by itself is right here. In much larger batches the model would take too few steps to learn enough.
# - Return the `History` object.
#
# The checks bring a tiny problem of their own: 160 points in three clouds, a model of a single softmax layer, 3 to 6 epochs.
# In the last fifth of the rows the labels contradict all the others, so a model that learned from them is found out.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 훈련하기(3점)
#
# 본문에서는 검증 데이터를 직접 떼어 놓았습니다. 이번에는 `fit`의 인수 `validation_split`을 써서 함수 `train(model, x, y, epochs)`를 작성하십시오. 이 인수에 비율을 주면 행을 섞기 전에 *끝에서부터* 그만큼을 검증용으로 떼어 냅니다.
#
# - `model`은 이미 컴파일한 모델입니다. 다시 컴파일하지 말고, `fit`을 한 번 호출해 바로 이 모델을 `x`와 `y`로 정확히 `epochs`번의 에포크 동안 훈련합니다.
# - **마지막 20%의 행**은 검증용으로 남겨 둡니다. 모델이 이 행에서 배워서는 안 됩니다.
# - 배치 크기는 `fit`의 기본값인 32가 알맞습니다. 훨씬 크게 하면 단계 수가 너무 적어 모델이 충분히 배우지 못합니다.
# - `History` 객체를 반환합니다.
#
# 검사는 아주 작은 문제를 씁니다. 세 무리로 모인 점 160개로, 소프트맥스 층 하나로 된 모델을 3~6 에포크 동안 훈련합니다.
# 마지막 5분의 1에 속한 행의 레이블은 나머지와 어긋나게 붙여 두었으므로, 그 행으로 학습한 모델은 검사에서 드러납니다.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(model, x, y, epochs):
    """Train a compiled model; the last 20% of the rows are for validation only.

    Args:
        model: a compiled Keras model. It is trained in place.
        x: array of inputs, one row an example.
        y: array of labels, one a row of x.
        epochs: int, the number of epochs.

    Returns:
        The History of the training.
    """
    ### BEGIN SOLUTION
    return model.fit(x, y, epochs=epochs, validation_split=0.2, verbose=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

centres = np.array([[-3.0, 0.0], [3.0, 0.0], [0.0, 4.0]])
cloud = np.arange(160) % 2
cloud[116:] = 2  # cloud 2 comes last: 12 rows of the first 80%, labelled 1 ...
point_labels = np.where(cloud == 2, 1, cloud)
point_labels[128:] = 2  # ... and the last 20%, labelled 2
points = (centres[cloud] + np.random.default_rng(5).normal(scale=0.5, size=(160, 2))).astype("float32")

point_model = keras.Sequential(
    [keras.Input(shape=(2,)), keras.layers.Dense(3, activation="softmax", kernel_initializer="zeros")]
)
point_model.compile(keras.optimizers.SGD(0.5), "sparse_categorical_crossentropy", jit_compile=False)
check.seed(5)
returned = train(point_model, points, point_labels, 3)
check.history(
    returned,
    3,
    "train(model, x, y, epochs=3)",
    en="Call model.fit once, with epochs=epochs, and return what it returns, the History object itself.",
    ko="model.fit을 epochs=epochs로 한 번 호출하고, 반환된 History 객체를 그대로 반환하십시오.",
)
check.that(
    "val_loss" in returned.history,
    "train(model, x, y, epochs=3): the History has no val_loss. Validate on the last 20%: validation_split=0.2.",
    "train(model, x, y, epochs=3): History에 val_loss가 없습니다. 마지막 20%로 검증하십시오: validation_split=0.2.",
)
learned = check.predict(point_model, centres.astype("float32"))
for label in (0, 1):
    check.at_least(
        learned[label, label],
        0.8,
        f"model(middle of cloud {label})[{label}]",
        en="The probability of the right class is too low: the model that was given has not learned enough. "
        "Train it, not a copy, on x and y, as it is compiled and in batches of 32.",
        ko="정답 클래스의 확률이 너무 낮습니다. 주어진 모델이 충분히 학습되지 않았습니다. "
        "복사본이 아니라 바로 그 모델을, 다시 컴파일하지 말고, x와 y로 배치 크기 32로 훈련하십시오.",
    )
check.at_least(
    learned[2, 1],
    0.8,
    "model(middle of cloud 2)[1]",
    en="The model has to learn from all of the first 80% of the rows, and from none of the last 20%: validation_split=0.2. "
    "In batches much larger than 32 it learns too little.",
    ko="앞쪽 80%의 행에서는 모두 배우고, 마지막 20%의 행에서는 배우지 않아야 합니다. validation_split=0.2를 쓰십시오. "
    "배치 크기가 32보다 훨씬 크면 충분히 배우지 못합니다.",
)
check.passed("History of 3 epochs", "model has learned", "last 20% kept for validation")

# %% nbgrader={"grade": true, "grade_id": "train-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train")
epochs, features = int(rng.integers(4, 7)), int(rng.integers(3, 6))
middles = 4 * np.linalg.qr(rng.normal(size=(features, features)))[0][:3]
first, second, third = (int(label) for label in rng.permutation(3))
group = np.concatenate([rng.permutation(np.repeat([0, 1], 58)), np.repeat(2, 12 + 32)])
targets = np.array([first, second, second])[group]
targets[128:] = third
points = (middles[group] + rng.normal(scale=0.4, size=(160, features))).astype("float32")

learner = keras.Sequential(
    [keras.Input(shape=(features,)), keras.layers.Dense(3, activation="softmax", kernel_initializer="zeros")]
)
learner.compile(keras.optimizers.SGD(0.5), "sparse_categorical_crossentropy", jit_compile=False)
check.seed(int(rng.integers(1000)))
trained = train(learner, points, targets, epochs)
check.history(
    trained,
    epochs,
    f"train(model, x, y, epochs={epochs})",
    en="Train for exactly as many epochs as the argument says, in one call of fit.",
    ko="fit을 한 번 호출해 인수로 받은 에포크 수만큼 정확히 훈련하십시오.",
)
check.that(
    "val_loss" in trained.history,
    "The History has no val_loss: validate on the last 20% of the rows.",
    "History에 val_loss가 없습니다. 마지막 20%의 행으로 검증하십시오.",
)
after = check.predict(learner, middles.astype("float32"))
for row, label in enumerate((first, second)):
    check.at_least(
        after[row, label],
        0.8,
        f"model(middle of cloud {row})[{label}]",
        en="The given model itself has to learn from the first 80% of the rows, in batches of 32.",
        ko="주어진 모델 자체가 앞쪽 80%의 행에서 배워야 합니다. 배치 크기는 32가 알맞습니다.",
    )
check.at_least(
    after[2, second],
    0.8,
    f"model(middle of cloud 2)[{second}]",
    en="Learn from all of the first 80% of the rows, in batches of 32, and from none of the last 20%.",
    ko="앞쪽 80%의 행에서는 모두 배우고, 마지막 20%의 행에서는 배우지 않아야 합니다. 배치 크기는 32가 알맞습니다.",
)
check.passed(f"History of {epochs} epochs", "model has learned", "last 20% kept")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# Now the test set may speak. `evaluate` returns the loss and the metrics that we named in `compile`.
#
# A number means more beside others: the share of the most frequent digit (always the same answer), the untrained network, and the accuracies on the three parts of the data. Validation and test should lie close together.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 이제 테스트 세트를 쓸 차례입니다. `evaluate`는 손실과, `compile`에서 정한 지표를 반환합니다.
#
# 값 하나만으로는 좋은지 알기 어려우므로 다른 값과 견주어 봅니다. 가장 흔한 숫자의 비율(늘 같은 답만 하는 경우), 훈련하지 않은 신경망, 그리고 데이터 세 부분에서의 정확도를 함께 그립니다. 검증 정확도와 테스트 정확도는 서로 가까워야 합니다.

# %%
test_loss, test_accuracy = network.evaluate(x_test_scaled, y_test, verbose=0)
print(
    f"test accuracy {test_accuracy:.4f}, {round((1 - test_accuracy) * len(x_test))} of {len(x_test)} images wrong"
)

# %% alt.en="Horizontal bars of accuracy: always the same digit and untrained network about 0.1; training, validation and test above 0.9." alt.ko="정확도를 나타낸 가로 막대그래프. 늘 같은 답과 훈련 전 신경망은 0.1 근처, 훈련, 검증, 테스트는 0.9가 넘습니다."
accuracies = pd.Series(
    {
        "test": test_accuracy,
        "validation": curves["val_accuracy"].iloc[-1],
        "training": curves["accuracy"].iloc[-1],
        "untrained": untrained_accuracy,
        "always the same": shares["test"].max(),
    }
)
bars = accuracies.plot.barh(figsize=(7, 2.2), color=[ORANGE, BLUE, BLUE, "0.7", "0.7"], xlim=(0, 1.1))
bars.bar_label(bars.containers[0], fmt="%.3f", padding=3)
plt.show()

# %% [markdown] lang="en"
# ## 8 · Predict
#
# `predict` returns ten probabilities for each image, not a digit. Here is the test image of which the network is least sure: the one whose highest probability is lowest.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# `predict`는 이미지마다 답 하나가 아니라 확률 열 개를 반환합니다. 아래는 신경망이 가장 확신하지 못한 테스트 이미지, 곧 열 확률의 최댓값이 가장 작은 이미지입니다.

# %% alt.en="Left: an unclear digit. Right: bars of the ten probabilities; several digits share the probability." alt.ko="왼쪽은 알아보기 어려운 숫자입니다. 오른쪽은 확률 열 개의 막대그래프로, 여러 숫자가 확률을 나누어 가집니다."
probabilities = network.predict(x_test_scaled, verbose=0)
unsure = np.argmin(probabilities.max(axis=1))
_, (left, right) = plt.subplots(1, 2, figsize=(6, 1.9), width_ratios=[1, 3])
left.imshow(x_test[unsure], cmap="gray_r")
left.axis("off")
right.bar(range(10), probabilities[unsure], color=BLUE)
right.set(xlabel="digit", ylabel="probability", xticks=range(10))
plt.show()
print("first choice:", np.argmax(probabilities[unsure]), "label:", y_test[unsure])

# %% [markdown] lang="en"
# ### Exercise 6 · Predict labels (2 points)
#
# Write `predict_labels(model, images)`: the answer that a person wants, one digit an image.
#
# - `model` turns a batch of images into probabilities of shape `(n, num_classes)`; `images` has shape `(n, height, width)`.
# - Return whole numbers in an array of shape `(n,)`: for each image the class with the highest probability, even where that is below 0.5. A list of `int` is fine too.
# - It also works for a batch of one image.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 레이블 예측하기(2점)
#
# 사람이 원하는 답은 확률이 아니라 이미지마다 숫자 하나입니다. 함수 `predict_labels(model, images)`를 작성하십시오.
#
# - `model`은 이미지 배치를 받아 형상이 `(n, num_classes)`인 확률을 내놓습니다. `images`의 형상은 `(n, height, width)`입니다.
# - 이미지마다 확률이 가장 높은 클래스를 골라, 형상이 `(n,)`인 정수 배열로 반환합니다. 그 확률이 0.5보다 낮아도 마찬가지입니다. `int`의 리스트도 괜찮습니다.
# - 이미지가 한 장인 배치에서도 동작해야 합니다.


# %% nbgrader={"grade": false, "grade_id": "predict-labels", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_labels(model, images):
    """Predict the class of each image.

    Args:
        model: a Keras model that gives probabilities of shape (n, num_classes).
        images: float array of shape (n, height, width).

    Returns:
        int array of shape (n,): the most probable class of each image.
    """
    ### BEGIN SOLUTION
    return model.predict(images, verbose=0).argmax(axis=-1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "predict-labels-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

# This model calls an image of 3x3 pixels by its brightest row; a darkened image it takes for row 0.
brightest_row = keras.Sequential(
    [keras.Input(shape=(3, 3)), keras.layers.Flatten(), keras.layers.Dense(3, activation="softmax")]
)
brightest_row.compile(run_eagerly=True)
brightest_row.set_weights([np.repeat(np.eye(3), 3, axis=0), np.array([0.1, 0.0, 0.0])])
bright_rows = np.array([2, 0, 1, 1, 2])
bright_images = np.full((5, 3, 3), 0.2, dtype="float32")
bright_images[np.arange(5), bright_rows] = 0.3
check.equal(
    predict_labels(brightest_row, bright_images),
    bright_rows,
    "predict_labels(model, images)",
    en="One whole number for each image, the class whose probability is highest in its row: argmax along the class axis.",
    ko="이미지마다 정수 하나, 곧 그 행에서 확률이 가장 높은 클래스를 반환해야 합니다. 클래스 축을 따라 argmax를 구하십시오.",
)
check.passed("5 labels")

# %% nbgrader={"grade": true, "grade_id": "predict-labels-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("predict-labels")
count, width = int(rng.integers(6, 11)), int(rng.integers(3, 6))
order = rng.permutation(count)
judge_rows = keras.Sequential(
    [
        keras.Input(shape=(count, width)),
        keras.layers.Flatten(),
        keras.layers.Dense(count, activation="softmax"),
    ]
)
judge_rows.compile(run_eagerly=True)
judge_rows.set_weights([np.repeat(np.eye(count)[order], width, axis=0), 0.1 * (np.arange(count) == 0)])
for number in (int(rng.integers(12, 30)), 1):
    lit = rng.integers(0, count, size=number)
    drawn = rng.uniform(0.0, 0.1, size=(number, count, width)).astype("float32")
    drawn[np.arange(number), lit] += 0.3
    check.equal(
        predict_labels(judge_rows, drawn),
        order[lit],
        f"predict_labels(model, images), {number} × {count} × {width}",
        en="Any number of images and classes has to work, one image too, and a highest probability below 0.5.",
        ko="이미지와 클래스가 몇 개이든 동작해야 합니다. 이미지가 한 장이거나 최고 확률이 0.5보다 낮아도 마찬가지입니다.",
    )
check.passed("drawn images", "one image")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### First and second choice
#
# Sorting the digits by their probability, the lowest first, tells more than the winner: in the last column of the sorted table stands the first choice, in the one before it the second.
#
# The pictures are the ten mistakes of which the network was surest (true → predicted). Would you have known better each time?

# %% [markdown] lang="ko"
# ### 1순위와 2순위
#
# 숫자를 확률이 **낮은 것부터** 정렬하면 1순위만 볼 때보다 많은 것을 알 수 있습니다. 정렬한 표의 마지막 열이 1순위이고 그 앞의 열이 2순위입니다.
#
# 그림은 신경망이 가장 크게 확신하고도 틀린 열 가지입니다(정답 → 예측). 여러분이라면 모두 맞혔겠습니까?

# %%
ranking = np.argsort(probabilities, axis=1)
y_pred, second_choice = ranking[:, -1], ranking[:, -2]
print(f"first choice right:           {np.mean(y_pred == y_test):.4f}")
print(f"first or second choice right: {np.mean((y_pred == y_test) | (second_choice == y_test)):.4f}")

# %% alt.en="Ten wrongly read digits in a row, the true and the predicted digit above each." alt.ko="잘못 읽은 숫자 열 개가 한 줄로 놓여 있고 위에 정답과 예측이 적혀 있습니다."
wrong = np.flatnonzero(y_pred != y_test)
surest = wrong[np.argsort(-probabilities[wrong, y_pred[wrong]])][:10]
show_digits(x_test[surest], [f"{y_test[i]} → {y_pred[i]}" for i in surest])

# %% [markdown] lang="en"
# ### The confusion matrix
#
# Which digits does the network mix up? The *confusion matrix* counts: **rows are the true digits, columns the predicted ones.** Right answers stand on the diagonal. Here `crosstab` of pandas counts; the colours stop early, so that the few mistakes are not lost beside the large diagonal.
#
# > **Common mistake.** Swapped axes. Read one cell aloud to be sure: "row of the 4, column of the 9: so many fours were taken for nines."

# %% [markdown] lang="ko"
# ### 혼동 행렬
#
# 신경망은 어떤 숫자끼리 헷갈립니까? *혼동 행렬*(confusion matrix)에는 그 횟수가 적혀 있습니다. **행은 정답, 열은 예측입니다.** 맞힌 답은 대각선에 놓입니다. 여기서는 pandas의 `crosstab`으로 셉니다. 적은 실수가 대각선의 큰 수에 묻히지 않도록 작은 값부터 진하게 칠했습니다.
#
# > **흔한 실수.** 두 축을 바꾸어 읽는 것입니다. 칸 하나를 소리 내어 읽어 보면 확실합니다. "숫자 4의 행, 숫자 9의 열: 4를 9로 본 것이 이만큼."

# %% alt.en="Heat map of ten by ten counts, true digits in rows, predicted digits in columns; the diagonal is large, a few cells beside it stand out." alt.ko="10×10 히트맵. 행은 정답, 열은 예측입니다. 대각선의 수가 크고, 그 밖의 몇 칸이 눈에 띕니다."
counts = pd.crosstab(y_test, y_pred, rownames=["true"], colnames=["predicted"])
plt.figure(figsize=(5.6, 4.4))
sns.heatmap(
    counts,
    annot=True,
    fmt="d",
    cmap="Blues",
    vmax=10 + len(y_test) // 1000,
    cbar=False,
    annot_kws={"size": 8},
)
plt.yticks(rotation=0)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 7 · Confusion matrix from scratch (2 points)
#
# `crosstab` leaves out a class that never occurs. Write `confusion_matrix(y_true, y_pred, num_classes)`, so that the table always has its full size. NumPy is all it takes.
#
# - `y_true` and `y_pred` are integer arrays of the same length, with labels from 0 to `num_classes - 1`.
# - Return an integer array of shape `(num_classes, num_classes)`: in row `i`, column `j` the number of examples whose true label is `i` and whose predicted label is `j`.
# - Classes that never occur keep their row and column of zeros.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 혼동 행렬 직접 만들기(2점)
#
# `crosstab`은 한 번도 나오지 않은 클래스를 빼 버립니다. 표의 크기가 늘 일정하도록 함수 `confusion_matrix(y_true, y_pred, num_classes)`를 작성하십시오. NumPy만 있으면 됩니다.
#
# - `y_true`와 `y_pred`는 길이가 같은 정수 배열이며, 레이블은 0부터 `num_classes - 1`까지입니다.
# - 형상이 `(num_classes, num_classes)`인 정수 배열을 반환합니다. `i`행 `j`열은 정답이 `i`이고 예측이 `j`인 샘플의 개수입니다.
# - 한 번도 나오지 않은 클래스의 행과 열은 0으로 남습니다.


# %% nbgrader={"grade": false, "grade_id": "confusion-matrix", "locked": false, "schema_version": 3, "solution": true, "task": false}
def confusion_matrix(y_true, y_pred, num_classes):
    """Count how often each true class was predicted as each class.

    Args:
        y_true: int array of shape (n,), the true labels.
        y_pred: int array of shape (n,), the predicted labels.
        num_classes: int, the number of classes.

    Returns:
        int array of shape (num_classes, num_classes); rows are true, columns are predicted classes.
    """
    ### BEGIN SOLUTION
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    for true, predicted in zip(y_true, y_pred, strict=True):
        matrix[true, predicted] += 1
    return matrix
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "confusion-matrix-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

truth = np.array([0, 0, 0, 1, 1, 3, 3])
guessed = np.array([0, 1, 1, 1, 0, 3, 0])
table = confusion_matrix(truth, guessed, 4)
what = "confusion_matrix([0, 0, 0, 1, 1, 3, 3], [0, 1, 1, 1, 0, 3, 0], 4)"
check.that(
    not np.array_equal(table, [[1, 1, 0, 1], [2, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]]),
    f"{what}: rows and columns are swapped. Rows are the true labels, columns the predicted ones.",
    f"{what}: 행과 열이 바뀌었습니다. 행은 정답, 열은 예측입니다.",
)
check.equal(
    table,
    np.array([[1, 2, 0, 0], [1, 1, 0, 0], [0, 0, 0, 0], [1, 0, 0, 1]]),
    what,
    en="Row: true label, column: predicted label. Whole numbers, and classes that never occur (here 2) keep their zeros.",
    ko="행은 정답, 열은 예측입니다. 값은 정수이고, 나오지 않은 클래스(여기서는 2)의 행과 열은 0입니다.",
)
check.passed("7 predictions", "4 classes")

# %% nbgrader={"grade": true, "grade_id": "confusion-matrix-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("confusion-matrix")
for size in (2, int(rng.integers(5, 9)), int(rng.integers(9, 13))):
    planned = rng.integers(1, 6, size=(size, size)) + np.triu(rng.integers(1, 6, size=(size, size)), 1)
    if size > 2:
        planned[[int(rng.integers(size)), size - 1]] = 0
        planned[:, [int(rng.integers(size)), size - 1]] = 0
    else:
        planned[1, 1] = 300  # more than a uint8 can count
    cells = rng.permutation(np.repeat(np.arange(size * size), planned.ravel()))
    check.equal(
        confusion_matrix(cells // size, cells % size, size),
        planned,
        f"confusion_matrix(y_true, y_pred, {size})",
        en="Rows are true, columns predicted; the size is num_classes even where the last class never occurs. "
        "A count may be larger than 255.",
        ko="행은 정답, 열은 예측입니다. 마지막 클래스가 나오지 않더라도 크기는 num_classes입니다. "
        "개수는 255보다 클 수 있습니다.",
    )
check.passed("3 drawn sets of predictions")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 8 · The most confused pair (2 points)
#
# Which mistake does a network make most often? Write `most_confused_pair(matrix)`:
#
# - `matrix` is a confusion matrix, an `int64` array of shape `(num_classes, num_classes)` with true labels in rows and predicted labels in columns. At least one prediction is wrong.
# - Return the row and the column of the largest count **off** the diagonal as a tuple `(true, predicted)`. A list or an array is fine too. If two counts are equal, take the one that comes first in reading order: the upper row first, in a row the left one.
# - `matrix` itself stays as it was.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 가장 많이 혼동한 쌍(2점)
#
# 신경망이 가장 자주 하는 실수는 무엇입니까? 함수 `most_confused_pair(matrix)`를 작성하십시오.
#
# - `matrix`는 혼동 행렬입니다. 형상이 `(num_classes, num_classes)`인 `int64` 배열로, 행은 정답이고 열은 예측입니다. 틀린 예측이 적어도 하나 있습니다.
# - 대각선을 **제외하고** 가장 큰 수가 있는 위치를 튜플 `(정답, 예측)`으로 반환합니다. 리스트나 배열도 괜찮습니다. 가장 큰 수가 여럿이면 글을 읽는 순서로 먼저 나오는 위치를 고릅니다. 위쪽 행이 먼저이고, 한 행에서는 왼쪽이 먼저입니다.
# - `matrix`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "most-confused-pair", "locked": false, "schema_version": 3, "solution": true, "task": false}
def most_confused_pair(matrix):
    """Find the most frequent mistake in a confusion matrix.

    Args:
        matrix: int64 array of shape (num_classes, num_classes); rows are true, columns are predicted classes.
            It is left unchanged.

    Returns:
        A tuple (true, predicted) of two int: the place of the largest count off the diagonal.
    """
    ### BEGIN SOLUTION
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, 0)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true), int(predicted)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "most-confused-pair-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

mixed_up = np.array([[50, 0, 2], [1, 40, 7], [3, 7, 45]])
with check.unchanged(matrix=mixed_up):
    pair = most_confused_pair(mixed_up)
check.equal(
    pair,
    (1, 2),
    "most_confused_pair([[50, 0, 2], [1, 40, 7], [3, 7, 45]])",
    en="A tuple (true, predicted) with the place of the largest count off the diagonal, row first. "
    "Counts on the diagonal are right predictions; of two equal counts the upper one wins; "
    "argmax of a whole matrix is a single number, which np.unravel_index turns into row and column.",
    ko="대각선을 제외한 가장 큰 수의 위치를 튜플 (정답, 예측)으로, 행을 먼저 써서 반환해야 합니다. "
    "대각선에 있는 수는 맞힌 예측입니다. 수가 같으면 위쪽이 먼저입니다. "
    "행렬 전체의 argmax는 수 하나이며, np.unravel_index로 행과 열을 구할 수 있습니다.",
)
check.passed("pair (1, 2)", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "most-confused-pair-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("most-confused-pair")
for good in (100, 0, 20):  # counts on the diagonal: above, below and at the largest mistake
    size = int(rng.integers(4, 11))
    drawn = rng.integers(0, 10, size=(size, size))
    np.fill_diagonal(drawn, good)
    one, two, three = (int(label) for label in rng.choice(size, size=3, replace=False))
    drawn[one, two] = 20
    drawn[two, one] = 1
    drawn[two, three] = drawn[three, two] = 19  # more often confused both ways taken together
    with check.unchanged(matrix=drawn):
        found = most_confused_pair(drawn)
    check.equal(
        found,
        (one, two),
        f"most_confused_pair(matrix), matrix.shape = ({size}, {size})",
        en="Leave the diagonal out, and count each direction of a confusion by itself.",
        ko="대각선을 빼고, 혼동의 두 방향은 따로 세어야 합니다.",
    )
tied = np.full((5, 5), 2)
row = int(rng.integers(1, 4))
tied[row, [0, 4]] = 9
tied[4, row] = 9
check.equal(
    most_confused_pair(tied),
    (row, 0),
    "most_confused_pair(matrix)",
    en="Of equal counts, the first in reading order.",
    ko="수가 같으면 읽는 순서로 먼저 나오는 위치입니다.",
)
check.passed("3 drawn matrices", "equal counts")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Precision, recall, F1
#
# One accuracy for ten digits hides which ones are hard. For a single digit, say 8, there are three kinds of answers that matter: true positives $TP$ (an 8 taken for an 8), false positives $FP$ (something else taken for an 8) and false negatives $FN$ (an 8 taken for something else).
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN} \qquad F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$
#
# Precision asks: when it says 8, is it one? Recall asks: of all eights, how many did it find? $F_1$ is high only if both are.

# %% [markdown] lang="ko"
# ### 정밀도, 재현율, F1 점수
#
# 열 개의 숫자를 정확도 하나로 나타내면 어떤 숫자가 어려운지 알 수 없습니다. 8이라는 숫자 하나만 놓고 보면 중요한 답은 세 가지입니다. 8을 8로 본 진짜 양성(true positive) $TP$, 다른 숫자를 8로 본 거짓 양성(false positive) $FP$, 8을 다른 숫자로 본 거짓 음성(false negative) $FN$입니다.
#
# $$\text{정밀도} = \frac{TP}{TP + FP} \qquad \text{재현율} = \frac{TP}{TP + FN} \qquad F_1 = \frac{2 \cdot \text{정밀도} \cdot \text{재현율}}{\text{정밀도} + \text{재현율}}$$
#
# 정밀도(precision)는 "8이라고 답했을 때 정말 8인가?"를, 재현율(recall)은 "모든 8 가운데 몇 개를 찾아냈는가?"를 묻습니다. $F_1$ 점수는 둘 다 높을 때만 높습니다.

# %% alt.en="Precision (circles) and recall (triangles) of each digit; most lie above 0.9." alt.ko="숫자별 정밀도(동그라미)와 재현율(세모). 대부분 0.9보다 높습니다."
report = metrics.classification_report(y_test, y_pred, output_dict=True, zero_division=0)
per_digit = pd.DataFrame(report).T.iloc[:10, :3]
per_digit[["precision", "recall"]].plot(
    style=["o", "^"], color=[BLUE, ORANGE], figsize=(7, 2.4), xlabel="digit"
)
plt.xticks(range(10), range(10))
plt.show()
per_digit.T.round(3)

# %% [markdown] lang="en"
# ### What a hidden unit has learned
#
# A hidden unit has 784 weights, one a pixel, so we can lay them out as an image again. They began as random numbers; the picture shows what training has added, for the sixteen units that it has changed most. Where it is blue, ink now counts more in favour of the unit than before, where it is red, more against it.
#
# Towards the border the pictures turn white. Where no image has any ink, the inputs are always 0, and the weights stay as they were.

# %% [markdown] lang="ko"
# ### 은닉 유닛은 무엇을 배웠는가
#
# 은닉 유닛 하나에는 픽셀마다 하나씩 784개의 가중치가 있으므로 다시 이미지 모양으로 늘어놓을 수 있습니다. 가중치는 처음에 난수였습니다. 그림은 훈련으로 더해진 값을, 가장 많이 바뀐 유닛 열여섯 개에 대해 나타냅니다. 파란 곳의 잉크는 훈련 전보다 유닛의 출력을 더 키우고, 빨간 곳의 잉크는 더 줄입니다.
#
# 가장자리로 갈수록 그림이 하얗습니다. 어떤 이미지에도 잉크가 없는 곳에서는 입력이 늘 0이어서 가중치가 바뀌지 않습니다.

# %% alt.en="Sixteen small images of what training added to the weights: blotchy patterns in red and blue in the middle, white at the border." alt.ko="훈련으로 가중치에 더해진 값을 그린 작은 이미지 열여섯 개. 가운데에 빨강과 파랑의 얼룩무늬가 있고 가장자리는 하얗습니다."
kernel, _ = network.layers[1].get_weights()
learned_weights = kernel - untrained_kernel
most_changed = np.argsort(-np.linalg.norm(learned_weights, axis=0))[:16]
patterns = learned_weights[:, most_changed].T.reshape(2, 8, 28, 28)
rows_of_units = np.vstack([np.hstack(strip) for strip in np.pad(patterns, [(0, 0), (0, 0), (2, 2), (2, 2)])])
plt.figure(figsize=(8, 2.1))
plt.imshow(rows_of_units, cmap="RdBu", vmin=-4 * patterns.std(), vmax=4 * patterns.std())
plt.axis("off")
plt.colorbar(label="change of weight")
plt.show()

# %% [markdown] lang="en"
# ### The same digit, a little to the side
#
# Every weight belongs to one place. So what happens if all digits move a few pixels to the left or right? A person would hardly notice. A dense network has to learn a digit anew for each place; the convolutional networks of chapter 03 do better.
#
# Calling the network like a function, `network(images)`, gives the same probabilities as `predict`, and is quicker for a single batch.

# %% [markdown] lang="ko"
# ### 숫자를 옆으로 조금 옮기면
#
# 가중치는 저마다 한 위치에 묶여 있습니다. 그렇다면 숫자를 모두 왼쪽이나 오른쪽으로 몇 픽셀 옮기면 어떻게 되겠습니까? 사람이라면 거의 알아차리지 못할 것입니다. 밀집 신경망은 위치마다 숫자를 새로 배워야 합니다. 3장의 합성곱 신경망(convolutional neural network)은 이 점에서 낫습니다.
#
# 신경망을 함수처럼 `network(images)`로 호출하면 `predict`와 같은 확률이 나오며, 배치 하나일 때는 이쪽이 더 빠릅니다.

# %% alt.en="Accuracy against the shift in pixels: highest at 0, and falling steeply to both sides." alt.ko="이동한 픽셀 수에 따른 정확도. 0에서 가장 높고 양쪽으로 가파르게 떨어집니다."
shifts = range(-4, 5)
moved = [np.roll(x_test_scaled[:2000], shift, axis=2) for shift in shifts]
answers = [np.argsort(network(images), axis=1)[:, -1] for images in moved]
shifted_accuracy = [np.mean(digits == y_test[:2000]) for digits in answers]
plt.figure(figsize=(5, 2.4))
plt.plot(shifts, shifted_accuracy, "o-", color=BLUE)
plt.xlabel("shift to the right, in pixels")
plt.ylabel("accuracy")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 9 · What flattening throws away (2 points, marked by a person)
#
# Draw one random order of the 784 pixel positions, and rearrange the pixels of **every** image, of the training set and the test set alike, in this same order. To a person the images are noise now.
# Train the dense network of this chapter from scratch on them.
#
# Will it do clearly worse than before? Say why or why not, and what this shows about the thing that flattening throws away. Five sentences are enough. You may try it out.

# %% [markdown] lang="ko"
# ### 연습문제 9 · 펼치면 무엇을 잃는가(2점, 사람이 채점)
#
# 픽셀 위치 784개의 순서를 무작위로 한 번 정합니다. 훈련 세트와 테스트 세트의 **모든** 이미지에서 픽셀을 이 똑같은 순서로 재배열합니다. 이제 사람의 눈에는 잡음처럼 보입니다.
# 이 이미지로 이 장의 밀집 신경망을 처음부터 다시 훈련합니다.
#
# 결과가 이전보다 눈에 띄게 나빠지겠습니까? 그렇게 생각하는 이유를 쓰고, 이로부터 펼칠 때 무엇을 잃는지 설명하십시오. 다섯 문장이면 충분합니다. 직접 실험해 보아도 좋습니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "flattening", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** No, it reaches about the same accuracy. A dense layer has one weight for each input and adds up the products; the order of the inputs plays no part. Shuffle the pixels and the network finds the same weights in the shuffled order (from other random starting weights, hence small differences), because training and test images are shuffled alike.
# So what a flattened image keeps is every pixel value, and what it throws away is *where pixels lie in relation to each other*: which ones are neighbours. The dense network never used that knowledge, so it has nothing to lose. A person, and the convolutional network of chapter 03, rely on neighbourhood and would suffer.
#
# *Rubric.* 1 point: says that accuracy stays about the same **and** gives the reason, that a dense layer treats its inputs as an unordered set with a weight for each (half a point for the right answer without a reason). 1 point: names what is lost, the neighbourhood of pixels (locality, spatial structure), as something that the dense network could not use in the first place (half a point if the values themselves are said to be lost as well).
#
# **모범 답안.** 나빠지지 않습니다. 정확도는 거의 같습니다. 밀집층은 입력마다 가중치를 하나씩 두고 곱한 값을 더할 뿐이므로 입력의 순서는 아무 역할도 하지 않습니다. 픽셀을 섞으면 신경망은 섞인 순서에 맞는 같은 가중치를 찾아냅니다. 훈련 이미지와 테스트 이미지를 똑같이 섞었기 때문입니다(처음 가중치가 무작위이므로 작은 차이는 납니다).
# 그러므로 펼친 이미지에는 픽셀 값이 모두 남아 있고, 사라지는 것은 *픽셀이 서로 어떤 위치에 있는가*, 곧 어느 픽셀이 이웃인가입니다. 밀집 신경망은 그 지식을 쓴 적이 없으므로 잃을 것도 없습니다. 사람과 3장의 합성곱 신경망은 이웃 관계에 기대므로 어려움을 겪습니다.
#
# *채점 기준.* 1점: 정확도가 거의 같다고 답하고 **그 이유**, 곧 밀집층은 순서 없는 입력에 가중치를 하나씩 둔다는 점을 설명함(이유 없이 답만 맞으면 0.5점). 1점: 잃는 것이 픽셀의 이웃 관계(지역성, 공간 구조)이며 밀집 신경망은 처음부터 그것을 쓸 수 없었음을 말함(픽셀 값까지 사라진다고 쓰면 0.5점).

# %% [markdown] lang="en"
# ## 9 · Improve
#
# What we choose ourselves, and training doesn't change, is called a *hyperparameter*: the number of units, the dropout rate, the batch size, the learning rate. Turn one of them a little, and let the **validation** set say whether that was a good idea. The mistakes of section 8 must not guide us here: they come from the test set.
#
# We turn the learning rate. Large steps soon come near a good place, but then step over it again and again. So the network goes on for five epochs, with steps a tenth as large. If its validation loss is no lower afterwards, we put the old weights back.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# 훈련으로 바뀌지 않고 우리가 정하는 값을 *하이퍼파라미터*(hyperparameter)라고 합니다. 유닛의 개수, 드롭아웃 비율, 배치 크기, 학습률이 그렇습니다. 그중 하나를 조금 바꾸고, 좋은 생각이었는지는 **검증** 세트로 판단합니다. 8절에서 본 실수를 길잡이로 삼아서는 안 됩니다. 테스트 세트에서 나온 것이기 때문입니다.
#
# 이번에는 학습률을 바꿉니다. 단계가 크면 좋은 지점 가까이까지 빨리 가지만 그 지점을 자꾸 지나쳐 버립니다. 그래서 단계의 크기를 10분의 1로 줄여 다섯 에포크를 더 훈련합니다. 그 뒤에 검증 손실이 더 낮아지지 않았으면 이전 가중치로 되돌립니다.

# %%
weights_before = network.get_weights()
network.optimizer.learning_rate = 0.0001
more_epochs = hiddenlayers.epochs(5)
finer_history = network.fit(
    x_fit, y_fit, batch_size=128, epochs=more_epochs, validation_data=(x_val, y_val), verbose=0
)

# %% [markdown] lang="en"
# The scale of the losses is logarithmic, so that small differences show; the grey line marks where the learning rate changes. On MNIST the training loss drops at once, and the validation loss a little. On the small sample the network has taken only 110 steps so far and is still on its way; there, smaller steps merely slow it down, and the curves flatten.
#
# > **Tip.** Try another hyperparameter: build the network anew with 512 units and `Dropout(0.4)`, train it for ten epochs with the usual learning rate, and compare the validation losses.

# %% [markdown] lang="ko"
# 작은 차이도 보이도록 손실을 로그 눈금(log scale)으로 그립니다. 회색 선은 학습률을 바꾼 곳입니다. MNIST에서는 훈련 손실이 곧바로 떨어지고 검증 손실도 조금 내려갑니다. 작은 표본에서는 그때까지 110단계밖에 진행하지 않아 손실이 아직 내려가는 중입니다. 이럴 때 단계를 줄이면 더 느려지기만 해서 곡선이 완만해집니다.
#
# > **팁.** 다른 하이퍼파라미터도 바꾸어 보십시오. 유닛 512개와 `Dropout(0.4)`로 신경망을 새로 만들어 원래 학습률로 열 에포크 동안 훈련하고, 검증 손실을 비교합니다.

# %% alt.en="Training and validation loss against the epoch on a logarithmic scale; a grey line marks where the learning rate becomes smaller." alt.ko="에포크에 따른 훈련 손실과 검증 손실을 로그 눈금으로 그린 그래프. 학습률이 작아지는 곳에 회색 선이 있습니다."
epochs_after = pd.RangeIndex(num_epochs + 1, num_epochs + more_epochs + 1, name="epoch")
all_curves = pd.concat([curves, pd.DataFrame(finer_history.history, index=epochs_after)])
losses = all_curves[["loss", "val_loss"]]
axis = losses.plot(style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4, figsize=(6, 2.8), ylabel="loss")
axis.axvline(num_epochs + 0.5, color="0.7")
axis.set_yscale("log", subs=[2, 5])
axis.yaxis.set_major_formatter("{x:g}")
axis.yaxis.set_minor_formatter("{x:g}")
plt.show()

# %% [markdown] lang="en"
# The validation loss decides. Only then does the test set say how good the network is that we keep. A difference of a few images is chance. On MNIST a dense network of this size is close to its limit; the networks of chapter 03 go further.

# %% [markdown] lang="ko"
# 검증 손실을 보고 결정합니다. 남긴 신경망이 얼마나 좋은지는 그다음에 테스트 세트로 확인합니다. 이미지 몇 장의 차이는 우연입니다. MNIST에서 이만한 크기의 밀집 신경망은 거의 한계에 이르렀습니다. 3장의 신경망은 더 나아갑니다.

# %%
val_before, val_after = all_curves["val_loss"].loc[num_epochs], all_curves["val_loss"].iloc[-1]
print(f"validation loss {val_before:.4f} before, {val_after:.4f} after")
if val_after >= val_before:
    network.set_weights(weights_before)
final_accuracy = network.evaluate(x_test_scaled, y_test, verbose=0)[1]
print(f"test accuracy {test_accuracy:.4f} before, {final_accuracy:.4f} of the network that we keep")

# %% [markdown] lang="en"
# ## 10 · Save
#
# A `.keras` file holds everything: layers, weights, loss and optimizer. A model that is loaded again gives the same answers. (We use a temporary folder here; choose a place of your own to keep it.)

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# `.keras` 파일 하나에 층, 가중치, 손실, 옵티마이저가 모두 들어갑니다. 다시 불러온 모델은 같은 답을 내놓습니다. (여기서는 임시 폴더를 씁니다. 계속 두고 쓰려면 원하는 곳에 저장하십시오.)

# %% alt.en="Ten test digits in a row, above each the digit that the loaded network reads." alt.ko="테스트 숫자 열 개가 한 줄로 놓여 있고 위에 다시 불러온 신경망이 읽은 숫자가 적혀 있습니다."
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "digits.keras"
    network.save(path)
    print(path.name, f"{path.stat().st_size / 1e6:.1f} MB")
    restored = keras.models.load_model(path)
print("same answers:", np.allclose(network(x_test_scaled[:10]), restored(x_test_scaled[:10])))
show_digits(x_test[:10], np.argsort(restored(x_test_scaled[:10]), axis=1)[:, -1])

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **`model.predict_classes(x)`** is gone. `predict` gives probabilities, not classes; take the argmax along the class axis yourself.
# - **"Softmax needs one-hot labels."** Only the categorical form of the loss does. The sparse form takes whole numbers, and its accuracy is `sparse_categorical_accuracy`, which Keras picks for you when you write `"accuracy"`.
# - **`from_logits=True` after softmax.** It is for networks that end in raw scores. After softmax it would apply softmax twice.
# - **"`metrics` is the confusion matrix."** Metrics are numbers that are reported during training. The confusion matrix is a table that you count afterwards.
# - **The test set as `validation_data`.** Stop early or keep the best epoch by it, and it is no test any more.
# - **`validation_split=0.2` makes a validation set, no test set,** and it takes the *last* rows without shuffling. If your rows are sorted by class, shuffle them first.
# - **"500 batches".** `batch_size=500` is the number of images in a batch. With 2,000 images that makes 4 batches.
# - **"Dense networks can't do images."** You have seen that they can. But every weight belongs to one place, so they have to learn each place by itself.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **`model.predict_classes(x)`** 메서드는 없어졌습니다. `predict`는 클래스가 아니라 확률을 반환하므로, 클래스 축을 따라 argmax를 직접 구합니다.
# - **"소프트맥스를 쓰려면 레이블이 원-핫이어야 한다."** 손실이 범주형일 때만 그렇습니다. 희소 형태는 정수를 받습니다. 이때의 정확도는 `sparse_categorical_accuracy`이며, `"accuracy"`라고만 써도 Keras가 알아서 고릅니다.
# - **소프트맥스 뒤의 `from_logits=True`.** 이 설정은 소프트맥스를 거치지 않은 점수로 끝나는 신경망에 씁니다. 소프트맥스 뒤에 쓰면 소프트맥스를 두 번 적용하게 됩니다.
# - **"`metrics`가 혼동 행렬이다."** 지표는 훈련하는 동안 보여 주는 값입니다. 혼동 행렬은 훈련이 끝난 뒤에 따로 세어 만드는 표입니다.
# - **테스트 세트를 `validation_data`로 쓰기.** 그 결과를 보고 훈련을 일찍 멈추거나 가장 좋은 에포크를 고르면 더는 테스트가 아닙니다.
# - **`validation_split=0.2`가 만드는 것은 테스트 세트가 아니라 검증 세트이며,** 섞지 않고 *마지막* 행을 떼어 냅니다. 행이 클래스 순서로 정렬되어 있다면 먼저 섞어야 합니다.
# - **"500개의 배치."** `batch_size=500`은 배치 하나에 든 이미지의 수입니다. 이미지가 2,000장이면 배치는 4개입니다.
# - **"밀집 신경망으로는 이미지를 다룰 수 없다."** 다룰 수 있다는 것을 직접 보았습니다. 다만 가중치가 저마다 한 위치에 묶여 있어 위치마다 따로 배워야 합니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - turned images into arrays of numbers between 0 and 1, and set a validation set aside,
# - built a classifier out of `Flatten`, `Dense` and `Dropout` with softmax, and counted its 101,770 parameters,
# - chose the loss that fits the labels, trained, and read learning curves,
# - judged the network by its confusion matrix, precision, recall and F1,
# - saw what is lost when an image is flattened.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. A dense layer has 300 inputs and 50 units. How many parameters does it have?
# 2. Which loss fits labels like `[7, 2, 1]`, and what changes if they are one-hot?
# 3. Which loss do you expect from an untrained network with 10 classes, and why?
# 4. Why can the validation accuracy be higher than the training accuracy?
# 5. In a confusion matrix the row of the 4 and the column of the 9 meet at 12. What does that say, and which digit's recall suffers from it?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 이미지를 0과 1 사이의 수로 된 배열로 바꾸고 검증 세트를 따로 떼었습니다.
# - `Flatten`, `Dense`, `Dropout`과 소프트맥스로 분류 모델을 만들고 파라미터 101,770개를 세었습니다.
# - 레이블에 맞는 손실을 골라 훈련하고 학습 곡선을 읽었습니다.
# - 혼동 행렬, 정밀도, 재현율, F1 점수로 신경망을 평가했습니다.
# - 이미지를 펼칠 때 무엇을 잃는지 보았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 입력이 300개이고 유닛이 50개인 밀집층의 파라미터는 몇 개입니까?
# 2. `[7, 2, 1]`과 같은 레이블에는 어떤 손실이 맞습니까? 원-핫으로 바뀌면 무엇이 달라집니까?
# 3. 클래스가 10개일 때 훈련하지 않은 신경망의 손실은 얼마쯤이며, 왜 그렇습니까?
# 4. 검증 정확도가 훈련 정확도보다 높을 수 있는 이유는 무엇입니까?
# 5. 혼동 행렬에서 숫자 4의 행, 숫자 9의 열에 12가 있습니다. 무슨 뜻이며, 이 때문에 어떤 숫자의 재현율이 낮아집니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): [Gradient-Based Learning Applied to Document Recognition](http://yann.lecun.com/exdb/publis/pdf/lecun-01a.pdf). Where MNIST comes from, and what chapter 03 builds.
# - N. Srivastava and others (2014): [Dropout: A Simple Way to Prevent Neural Networks from Overfitting](https://jmlr.org/papers/v15/srivastava14a.html).
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org), chapter 6, on dense networks, softmax and cross-entropy.
# - Keras: [The Sequential model](https://keras.io/guides/sequential_model/) and [Probabilistic losses](https://keras.io/api/losses/probabilistic_losses/).
# - scikit-learn: [Metrics and scoring](https://scikit-learn.org/stable/modules/model_evaluation.html), on precision, recall and relatives.
#
# ## Recall answers
#
# 1. $300 \cdot 50$ weights and 50 biases: 15,050.
# 2. Sparse categorical cross-entropy. For one-hot rows, categorical cross-entropy.
# 3. About 2.30. It gives each class a probability near $0.1$, and $-\ln 0.1 = 2.30$.
# 4. Dropout is on while the training accuracy is measured, and that is an average over an epoch in which the network was still improving.
# 5. Twelve fours were taken for nines. The recall of 4 suffers (and the precision of 9).

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): [Gradient-Based Learning Applied to Document Recognition](http://yann.lecun.com/exdb/publis/pdf/lecun-01a.pdf). MNIST가 나온 논문이며, 3장에서 만들 신경망도 여기에 있습니다.
# - N. Srivastava 외 (2014): [Dropout: A Simple Way to Prevent Neural Networks from Overfitting](https://jmlr.org/papers/v15/srivastava14a.html).
# - I. Goodfellow, Y. Bengio, A. Courville (2016): [Deep Learning](https://www.deeplearningbook.org) 6장. 밀집 신경망, 소프트맥스, 교차 엔트로피를 다룹니다.
# - Keras: [The Sequential model](https://keras.io/guides/sequential_model/)과 [Probabilistic losses](https://keras.io/api/losses/probabilistic_losses/).
# - scikit-learn: [Metrics and scoring](https://scikit-learn.org/stable/modules/model_evaluation.html). 정밀도와 재현율 등 여러 지표를 설명합니다.
#
# ## 질문의 답
#
# 1. 가중치 $300 \cdot 50$개와 편향 50개를 더해 15,050개입니다.
# 2. 희소 범주형 교차 엔트로피입니다. 원-핫 행이면 범주형 교차 엔트로피를 씁니다.
# 3. 2.30쯤입니다. 클래스마다 $0.1$에 가까운 확률을 주고, $-\ln 0.1 = 2.30$이기 때문입니다.
# 4. 훈련 정확도는 드롭아웃을 켠 채로, 신경망이 나아지고 있던 한 에포크 동안의 평균으로 계산하기 때문입니다.
# 5. 4를 9로 본 것이 12개라는 뜻입니다. 4의 재현율이 낮아집니다(9의 정밀도도 낮아집니다).
