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
# # Convolutional networks: LeNet-5
#
# **120 minutes · 20 points**
#
# Chapter 02 read digits with dense layers, which know nothing of what lies beside what. Now you build networks that do. LeNet-5, from 1998, has fewer parameters than chapter 02's network and still makes less than half as many mistakes: on MNIST it is right on about 99 of 100 digits.
#
# After this chapter you can
#
# - slide a kernel over an image by hand and in code, and say what locality and parameter sharing buy,
# - work out the sizes of feature maps and the parameters of convolutional layers, with stride, padding, channels and pooling,
# - build LeNet-5 and other convolutional networks with the Sequential and the Functional API, with batch normalization too,
# - feed a network from a `tf.data` pipeline, let its learning rate fall on a schedule, and vary its images while it learns,
# - look into a trained network, and explain what VGG, GoogLeNet and ResNet added.
#
# **Before you start:** chapter 02: images as arrays, `Dense`, softmax, cross-entropy, `compile`, `fit`, validation, overfitting.

# %% [markdown] lang="ko"
# # 합성곱 신경망과 LeNet-5
#
# **120분 · 20점**
#
# 2장에서는 밀집층으로 숫자를 읽었습니다. 밀집층은 어떤 픽셀이 어떤 픽셀 옆에 있는지 전혀 모릅니다. 이번에는 그것을 아는 신경망을 만듭니다. 1998년에 나온 LeNet-5는 2장의 신경망보다 파라미터가 적은데도 틀리는 숫자가 절반도 되지 않습니다. MNIST에서 숫자 100개 가운데 99개쯤을 맞힙니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 손으로도 코드로도 이미지 위로 커널을 밀고 가며 합성곱을 계산하고, 지역성과 파라미터 공유의 이점을 설명합니다.
# - 스트라이드, 패딩, 채널, 풀링에 따른 특성 맵의 크기와 합성곱층의 파라미터 개수를 구합니다.
# - Sequential API와 함수형 API로 LeNet-5와 여러 합성곱 신경망을 만들고, 배치 정규화도 씁니다.
# - `tf.data` 파이프라인으로 데이터를 공급하고, 학습률을 스케줄에 따라 낮추고, 훈련하는 동안 이미지를 변형합니다.
# - 훈련된 신경망의 안을 들여다보고, VGG, GoogLeNet, ResNet이 무엇을 더했는지 설명합니다.
#
# **미리 알아 둘 것:** 2장에서 배운 이미지 배열, `Dense` 층, 소프트맥스, 교차 엔트로피, `compile`과 `fit`, 검증, 과대적합입니다.

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %% [markdown] lang="en"
# The libraries are those of chapter 02, and TensorFlow for its data pipelines. The longer drawings of this chapter come from the course's own `pictures`.

# %% [markdown] lang="ko"
# 2장에서 쓴 라이브러리에, 데이터 파이프라인을 만들 TensorFlow를 더합니다. 코드가 긴 그림은 강의에서 제공하는 `pictures`로 그립니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.datasets import load_sample_image

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, STYLE

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %%
from hiddenlayers.pictures.blocks import draw_blocks
from hiddenlayers.pictures.convolution import KERNELS, draw_convolution, draw_places
from hiddenlayers.pictures.convolution import draw_receptive_field, show_kernel_explorer
from hiddenlayers.pictures.feature_maps import draw_feature_maps, draw_kernels, draw_layers

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# Input, output, ground truth and the measure are those of chapter 02: a grey image of 28×28 pixels goes in, one of ten digits comes out, people wrote the labels, and accuracy on unseen images counts. What is new is a demand: the network should read a digit **wherever it stands**.
#
# Without a network connection a small sample of real handwriting takes the place of MNIST; the output says which one you have. With the sample, your results differ from what the text says about MNIST.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 입력, 출력, 정답 데이터, 평가 기준은 2장과 같습니다. 28×28 픽셀의 회색조 이미지가 들어와 열 개의 숫자 가운데 하나가 나가고, 레이블은 사람이 붙였으며, 처음 보는 이미지에서의 정확도가 중요합니다. 여기에 요구를 하나 더합니다. 신경망은 숫자가 **어디에 있든** 읽을 수 있어야 합니다.
#
# 네트워크에 연결되어 있지 않으면 MNIST 대신 작은 손글씨 표본을 씁니다. 어느 쪽을 쓰는지는 출력에 나옵니다. 작은 표본을 쓰면 본문의 수치나 설명과 결과가 다를 수 있습니다.

# %%
(x_train, y_train), (x_test, y_test) = datasets.mnist.load_data()

# %% [markdown] lang="en"
# Why that is hard for a dense layer shows when a digit moves five pixels to the right. To you it is the same digit. But little of its ink lies where it lay before, and a dense layer has a weight of its own for each place: what it has learned for the old places is of little use for the new ones.
#
# *Images: MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0. Offline sample: Optical Recognition of Handwritten Digits, by E. Alpaydin and C. Kaynak, UCI, CC BY 4.0.*

# %% [markdown] lang="ko"
# 숫자를 오른쪽으로 다섯 픽셀 옮겨 보면 이것이 밀집층에게 왜 어려운지 드러납니다. 사람에게는 같은 숫자입니다. 그러나 잉크가 있는 픽셀은 전과 조금밖에 겹치지 않습니다. 밀집층은 위치마다 가중치가 따로 있으므로, 예전 위치에서 배운 것은 새 위치에서 별로 쓸모가 없습니다.
#
# *이미지: MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0. 오프라인 표본: Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, UCI, CC BY 4.0.*

# %% alt.en="Three images in a row: a digit, the same digit five pixels further right, and both above each other, which share few pixels." alt.ko="나란히 놓인 이미지 세 장. 숫자 하나, 다섯 픽셀 오른쪽으로 옮긴 같은 숫자, 둘을 겹친 그림으로, 겹치는 픽셀이 적습니다."
digit = x_train[1] / 255
moved_digit = np.roll(digit, 5, axis=1)
both = np.stack([1 - digit, 1 - (digit + moved_digit) / 2, 1 - moved_digit], axis=2)
_, axes = plt.subplots(1, 3, figsize=(6, 2))
for axis, picture, title in zip(
    axes, [digit, moved_digit, both], ["a digit", "5 pixels on", "both"], strict=True
):
    axis.imshow(picture, cmap="gray_r")
    axis.set_title(title, fontsize=10)
    axis.axis("off")
plt.show()
common = (np.minimum(digit, moved_digit) > 0.5).sum() / (digit > 0.5).sum()
print(f"{common:.0%} of the ink lies where it lay before")

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# A colour image has a third axis, its *channels*: red, green, blue, one grey image for each. The shape is (height, width, channels). A grey image has a single channel, and MNIST leaves this axis out.
# Several images together form a *batch*. Convolutional layers in Keras want four axes, in this order: **batch × height × width × channels**.
#
# *Photo: china.jpg, by danielbuechele (Flickr), CC BY 2.0; it comes with scikit-learn.*

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 컬러 이미지에는 세 번째 축인 *채널*(channel)이 있습니다. 빨강, 초록, 파랑마다 회색조 이미지가 한 장씩 있는 셈이며, 형상은 (높이, 너비, 채널 수)입니다. 회색조 이미지는 채널이 하나이고, MNIST에는 이 축이 아예 없습니다.
# 이미지 여러 장을 묶은 것이 *배치*(batch)입니다. Keras의 합성곱층에는 축이 네 개여야 하며 순서는 **배치 × 높이 × 너비 × 채널**입니다.
#
# *사진: china.jpg, danielbuechele(Flickr), CC BY 2.0. scikit-learn에 들어 있습니다.*

# %%
photo = load_sample_image("china.jpg")[::3, ::3] / 255  # every third pixel is enough here
print("one colour image", photo.shape)
print("one grey digit  ", x_train[0].shape)
print("all digits      ", x_train.shape)

# %% alt.en="A colour photo of a pagoda by a lake, and its red, green and blue channels as three grey images; the sky is brightest in the blue one." alt.ko="호숫가 누각의 컬러 사진과, 그 빨강, 초록, 파랑 채널을 각각 회색조로 나타낸 이미지 세 장. 하늘은 파랑 채널에서 가장 밝습니다."
pictures = {"photo": photo, "red": photo[..., 0], "green": photo[..., 1], "blue": photo[..., 2]}
_, axes = plt.subplots(1, 4, figsize=(8, 1.5))
for axis, (title, picture) in zip(axes, pictures.items(), strict=True):
    axis.imshow(picture, cmap="gray", vmin=0, vmax=1)
    axis.set_title(title, fontsize=10)
    axis.axis("off")
plt.show()

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# As before, pixels are scaled to $[0, 1]$ and the last tenth of the training images becomes the validation set. New is the axis of length 1 at the end: the channel.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# 전과 같이 픽셀 값을 $[0, 1]$ 범위로 바꾸고, 훈련 이미지의 마지막 10분의 1을 검증 세트로 떼어 놓습니다. 달라진 것은 끝에 붙은 길이 1의 축, 곧 채널입니다.

# %%
images = x_train[..., np.newaxis].astype("float32") / 255
x_test_scaled = x_test[..., np.newaxis].astype("float32") / 255
num_val = len(images) // 10
x_fit, y_fit = images[:-num_val], y_train[:-num_val]
x_val, y_val = images[-num_val:], y_train[-num_val:]
print("to learn from", x_fit.shape, "· to validate", x_val.shape, "· to test", x_test_scaled.shape)

# %% [markdown] lang="en"
# ### A pipeline that feeds the network
#
# `fit` takes arrays, and for MNIST that is enough. Data that does not fit into memory, or that has to be read and changed on the way, comes through a pipeline instead: a `tf.data.Dataset`. It says what happens to the data, step by step.
#
# - `shuffle` mixes the examples anew in every epoch. Its number says how many it holds ready to draw from: the whole set here. Only training data needs this.
# - `batch` puts them together, 64 at a time. It comes *after* `shuffle`, or whole batches would be shuffled.
# - `prefetch` prepares the next batches while the network still learns from this one.

# %% [markdown] lang="ko"
# ### 신경망에 데이터를 공급하는 파이프라인
#
# `fit`에는 배열을 그대로 넣을 수 있고 MNIST라면 그것으로 충분합니다. 메모리에 다 들어가지 않는 데이터나 읽으면서 바꾸어야 하는 데이터는 `tf.data.Dataset`이라는 파이프라인으로 공급합니다. 파이프라인에는 데이터를 어떻게 처리할지 단계별로 적습니다.
#
# - `shuffle`은 에포크마다 샘플을 새로 섞습니다. 괄호 안의 수는 그 안에서 골라 뽑을 샘플을 몇 개나 준비해 둘지를 정하며, 여기서는 전체입니다. 훈련 데이터에만 필요합니다.
# - `batch`는 샘플을 64개씩 묶습니다. `shuffle` *뒤에* 와야 합니다. 그렇지 않으면 배치의 순서만 섞입니다.
# - `prefetch`는 신경망이 지금의 배치로 학습하는 동안 다음 배치를 미리 준비합니다.

# %%
examples = tf.data.Dataset.from_tensor_slices((x_fit, y_fit))
train_batches = examples.shuffle(len(x_fit), seed=1).batch(64).prefetch(tf.data.AUTOTUNE)
val_batches = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(500)
print(len(train_batches), "batches in an epoch;", train_batches.element_spec[0])

# %% [markdown] lang="en"
# What `prefetch` gains is time, as long as preparing a batch costs any. In the sketch the processor prepares a batch in 1 unit of time, and the network takes 1.5 to learn from it.

# %% [markdown] lang="ko"
# 배치를 준비하는 데 시간이 든다면 `prefetch`로 시간을 아낄 수 있습니다. 아래 그림에서는 배치 하나를 준비하는 데 1만큼, 신경망이 그 배치로 학습하는 데 1.5만큼의 시간이 든다고 가정했습니다.

# %% alt.en="Two time lines of four batches. Without prefetch preparing and learning alternate and end at 10. With prefetch the next batch is prepared during learning, and all ends at 7." alt.ko="배치 네 개의 시간표 두 가지. prefetch가 없으면 준비와 학습이 번갈아 일어나 10에서 끝납니다. prefetch를 쓰면 학습하는 동안 다음 배치를 준비해 7에서 끝납니다."
_, axis = plt.subplots(figsize=(7, 1.9))
for batch in range(4):
    axis.broken_barh([(2.5 * batch, 1)], (3, 0.8), color=ORANGE, edgecolor="white")
    axis.broken_barh([(2.5 * batch + 1, 1.5)], (2, 0.8), color=BLUE, edgecolor="white")
    axis.broken_barh([(max(0, 1.5 * batch - 0.5), 1)], (1, 0.8), color=ORANGE, edgecolor="white")
    axis.broken_barh([(1.5 * batch + 1, 1.5)], (0, 0.8), color=BLUE, edgecolor="white")
axis.set_yticks([3.4, 2.4, 1.4, 0.4], ["prepare", "learn", "prepare (prefetch)", "learn (prefetch)"])
axis.set_xlabel("time")
plt.show()

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### A kernel on its way over an image
#
# A *kernel* is a small table of weights. It is laid on a patch of the image; each weight is multiplied by the pixel under it, and the products are added up, with a bias $b$:
#
# $$y_{ij} = b + \sum_{r}\sum_{c} k_{rc} \, x_{i+r,\,j+c}$$
#
# Then the kernel moves on. The sums, laid out as the kernel moved, form a new image, the *feature map*. This is *convolution*, and the two ideas behind it are what a dense layer lacks:
#
# - **Locality.** Each number depends on a small patch. What lies together is looked at together.
# - **Parameter sharing.** The *same* few weights serve at every place. What the kernel has learned at one place, it knows everywhere.
#
# Follow the sums: in the first patch, $0 + 0 - 2 + 2 \cdot 1 + 0 - 2 \cdot 4 + 0 + 0 - 5 = -13$.
#
# > **Note.** In mathematics the kernel is turned round before it slides; what we calculate is called cross-correlation there. A network learns its kernels, so it makes no difference, and everybody says convolution.

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 이미지 위를 움직이는 커널
#
# *커널*(kernel)은 가중치로 된 작은 표입니다. 커널을 이미지의 한 구역에 겹쳐 놓고, 가중치와 그 아래 픽셀을 하나씩 곱해 모두 더한 다음 편향 $b$를 더합니다.
#
# $$y_{ij} = b + \sum_{r}\sum_{c} k_{rc} \, x_{i+r,\,j+c}$$
#
# 그러고 나서 커널을 옆으로 옮깁니다. 이렇게 얻은 합을 커널이 움직인 순서대로 늘어놓으면 새로운 이미지가 되는데, 이것을 *특성 맵*(feature map)이라고 합니다. 이 계산이 *합성곱*(convolution)입니다. 여기에는 밀집층에 없는 두 가지 생각이 담겨 있습니다.
#
# - **지역성(locality).** 값 하나는 작은 구역만 보고 계산합니다. 가까이 있는 것을 함께 봅니다.
# - **파라미터 공유(parameter sharing).** 어느 위치에서나 *똑같은* 가중치 몇 개를 씁니다. 커널이 한 위치에서 배운 것은 모든 위치에서 통합니다.
#
# 합을 직접 따라가 봅시다. 첫 구역에서는 $0 + 0 - 2 + 2 \cdot 1 + 0 - 2 \cdot 4 + 0 + 0 - 5 = -13$입니다.
#
# > **참고.** 수학의 합성곱에서는 커널을 뒤집은 다음에 밀고 갑니다. 여기서 하는 계산은 수학에서 교차 상관(cross-correlation)이라고 합니다. 신경망은 커널을 스스로 배우므로 차이가 없고, 모두 합성곱이라고 부릅니다.

# %% alt.en="A 3×3 kernel, and a 5×5 image four times with an orange frame at the first, second, fifth and last place; below each, the 3×3 feature map as far as it is filled: -13, 7, 13, -15, 3 and so on." alt.ko="3×3 커널과 5×5 이미지 네 개. 첫째, 둘째, 다섯째, 마지막 위치에 주황색 테두리가 있고, 그 아래에 그때까지 채워진 3×3 특성 맵이 있습니다. 값은 -13, 7, 13, -15, 3으로 이어집니다."
toy_image = np.array([[0, 1, 2, 1, 0], [1, 3, 4, 0, 1], [0, 2, 5, 1, 0], [1, 0, 3, 2, 1], [0, 1, 1, 0, 2]])
toy_kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
draw_convolution(toy_image, toy_kernel, places=[0, 1, 4, 8])

# %% [markdown] lang="en"
# ### Exercise 1 · Convolution from scratch (3 points)
#
# Write `convolve(image, kernel, stride)`: slide a kernel over a grey image, as a convolutional layer does.
#
# - `image` is an array of floating-point numbers of shape `(height, width)`, `kernel` one of shape `(kernel_height, kernel_width)`, no larger than the image in either direction. Neither has to be square.
# - `stride` is a whole number, 1 or more: how many pixels the kernel moves from one place to the next, downwards and to the right alike.
# - The kernel starts in the upper left corner and always stays inside the image. Positions at which it would stick out are left out; nothing is padded.
# - At each place, multiply each number of the kernel by the pixel that it covers, and add up the products. The kernel is used as it is, not turned round.
# - Return a new array (a tensor is fine too) of floating-point numbers, one number for each place, in rows and columns as the kernel moves. `image` and `kernel` stay as they were.
#
# Calculate this one by hand first; the visible check asks for it too:
#
# $$\begin{pmatrix} 2 & 0 & 1 \\ 3 & 5 & 2 \\ 0 & 4 & 6 \end{pmatrix} \ast \begin{pmatrix} 1 & 0 & 2 \\ 0 & 3 & 1 \\ 2 & 1 & 2 \end{pmatrix} = \; ?$$

# %% [markdown] lang="ko"
# ### 연습문제 1 · 합성곱 직접 만들기(3점)
#
# 합성곱층이 하는 것처럼 회색조 이미지 위로 커널을 밀고 가며 계산하는 함수 `convolve(image, kernel, stride)`를 작성하십시오.
#
# - `image`는 형상이 `(height, width)`인 실수 배열이고, `kernel`은 형상이 `(kernel_height, kernel_width)`인 실수 배열입니다. 커널은 어느 방향으로도 이미지보다 크지 않습니다. 둘 다 정사각형이 아닐 수 있습니다.
# - `stride`는 1 이상의 정수로, 커널이 다음 위치로 갈 때 움직이는 픽셀 수입니다. 아래로 갈 때와 오른쪽으로 갈 때가 같습니다.
# - 커널은 왼쪽 위 모서리에서 출발하며 늘 이미지 안에 있습니다. 이미지 밖으로 나가는 위치는 계산하지 않고, 패딩도 하지 않습니다.
# - 위치마다 커널의 수와 그 아래에 놓인 픽셀을 하나씩 곱해 모두 더합니다. 커널은 뒤집지 않고 그대로 씁니다.
# - 위치마다 수가 하나씩 든 새 실수 배열을 반환합니다(텐서도 괜찮습니다). 행과 열의 순서는 커널이 움직이는 순서와 같습니다. `image`와 `kernel`의 내용은 바꾸지 않습니다.
#
# 먼저 아래 식을 손으로 계산해 보십시오. 공개된 검사에도 나옵니다.
#
# $$\begin{pmatrix} 2 & 0 & 1 \\ 3 & 5 & 2 \\ 0 & 4 & 6 \end{pmatrix} \ast \begin{pmatrix} 1 & 0 & 2 \\ 0 & 3 & 1 \\ 2 & 1 & 2 \end{pmatrix} = \; ?$$


# %% nbgrader={"grade": false, "grade_id": "convolve", "locked": false, "schema_version": 3, "solution": true, "task": false}
def convolve(image, kernel, stride):
    """Slide a kernel over a grey image without padding.

    Args:
        image: float array of shape (height, width). It is left unchanged.
        kernel: float array of shape (kernel_height, kernel_width), no larger than the image. It is left unchanged.
        stride: int, 1 or more, how many pixels the kernel moves each time.

    Returns:
        float array: the sum of the products of kernel and pixels for each place of the kernel.
    """
    ### BEGIN SOLUTION
    rows, columns = kernel.shape
    height = (image.shape[0] - rows) // stride + 1
    width = (image.shape[1] - columns) // stride + 1
    result = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            result[i, j] = np.sum(image[top : top + rows, left : left + columns] * kernel)
    return result
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "convolve-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

small_image = np.array([[2.0, 0.0, 1.0], [3.0, 5.0, 2.0], [0.0, 4.0, 6.0]])
small_kernel = np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0], [2.0, 1.0, 2.0]])
with check.unchanged(image=small_image, kernel=small_kernel):
    by_hand = convolve(small_image, small_kernel, 1)
by_hand = check.array(by_hand, "convolve(image, kernel, 1)", dtype="float")
check.array(
    by_hand,
    "convolve(image, kernel, 1)",
    shape=(1, 1),
    en="Image and kernel are both 3×3: there is one place for the kernel, so the result has one row and one column.",
    ko="이미지와 커널이 모두 3×3이므로 커널을 놓을 위치가 하나뿐이고, 결과도 1행 1열입니다.",
)
check.that(
    abs(float(by_hand[0, 0]) - 30) > 1e-3,
    "convolve(image, kernel, 1): expected 37, found 30. The kernel was turned round; use it as it is.",
    "convolve(image, kernel, 1): 기대한 값은 37, 나온 값은 30. 커널을 뒤집어 계산했습니다. 그대로 쓰십시오.",
)
check.close(
    by_hand,
    [[37]],
    "convolve(image, kernel, 1)",
    rtol=1e-4,
    en="Multiply place by place (not as matrices) and add up all nine products.",
    ko="행렬 곱이 아니라 같은 위치의 수끼리 곱해, 아홉 개의 곱을 모두 더하십시오.",
)
numbered_image = np.arange(25.0).reshape(5, 5)
pick_corners = np.array([[1.0, 0.0], [0.0, 2.0]])
for step, places in [
    (1, [[12, 15, 18, 21], [27, 30, 33, 36], [42, 45, 48, 51], [57, 60, 63, 66]]),
    (2, [[12, 18], [42, 48]]),
]:
    moved = check.array(
        convolve(numbered_image, pick_corners, step),
        f"convolve(image, kernel, {step})",
        shape=(len(places), len(places)),
        en="A 2×2 kernel on a 5×5 image, only where it lies inside the image, in steps of stride.",
        ko="5×5 이미지 위의 2×2 커널입니다. 이미지 안에 들어가는 위치에서만, stride만큼 움직이며 계산합니다.",
    )
    check.close(
        moved,
        places,
        f"convolve(image, kernel, {step})",
        rtol=1e-4,
        en="Row i, column j of the result belongs to the patch whose upper left pixel is image[i * stride, j * stride].",
        ko="결과의 i행 j열은 왼쪽 위 픽셀이 image[i * stride, j * stride]인 구역에서 계산합니다.",
    )
check.passed("37", "stride 1: 4×4", "stride 2: 2×2", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "convolve-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("convolve")
for step in (1, 2, 3):
    kernel_shape = (int(rng.integers(2, 4)), int(rng.integers(4, 6)))
    image_shape = tuple(size + step * int(rng.integers(3, 6)) + step - 1 for size in kernel_shape)
    drawn, weights = rng.normal(size=image_shape), rng.normal(size=kernel_shape)
    patches = np.lib.stride_tricks.sliding_window_view(drawn, kernel_shape)[::step, ::step]
    expected = np.einsum("ijkl,kl->ij", patches, weights)
    call = f"convolve(image, kernel, {step}), image.shape = {image_shape}, kernel.shape = {kernel_shape}"
    with check.unchanged(image=drawn, kernel=weights):
        result = convolve(drawn, weights, step)
    check.array(result, call, dtype="float")
    check.array(
        result,
        call,
        shape=expected.shape,
        en="Image and kernel need not be square; places where the kernel would stick out are left out.",
        ko="이미지와 커널은 정사각형이 아닐 수 있습니다. 커널이 밖으로 나가는 위치는 계산하지 않습니다.",
    )
    check.close(
        result,
        expected,
        call,
        rtol=1e-3,
        atol=1e-4,
        en="The sum of the products, at each place of the kernel.",
        ko="커널의 위치마다 곱을 모두 더한 값이어야 합니다.",
    )
check.passed("3 drawn images")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Kernels find features
#
# Which numbers stand in a kernel decides what it finds. Where left and right are alike, the kernel for vertical edges gives 0 (grey in the picture); where it gets brighter from left to right, something positive, and where it gets darker, something negative. For decades people thought such kernels up by hand. A network learns them.
#
# Where a kernel (of Python, this time) runs, you can choose a kernel and change its nine numbers below.

# %% [markdown] lang="ko"
# ### 커널은 특성을 찾는다
#
# 커널이 무엇을 찾는지는 커널에 든 수가 정합니다. 수직 경계를 찾는 커널은 왼쪽과 오른쪽이 같은 곳에서 0(그림에서 회색)을, 왼쪽에서 오른쪽으로 밝아지는 곳에서 양수를, 어두워지는 곳에서 음수를 내놓습니다. 수십 년 동안 사람들은 이런 커널을 직접 생각해 냈습니다. 신경망은 이것을 스스로 배웁니다.
#
# 노트북을 실행하고 있다면 아래에서 커널을 고르고 아홉 개의 수를 바꾸어 볼 수 있습니다.

# %% alt.en="The photo in grey under six kernels: unchanged, blurred, sharpened, and with its vertical, its horizontal and all its edges standing out." alt.ko="회색조 사진에 여섯 가지 커널을 적용한 그림. 그대로인 것, 흐린 것, 선명한 것, 그리고 수직 경계, 수평 경계, 모든 경계가 드러난 것입니다."
show_kernel_explorer(photo.mean(axis=2))

# %% [markdown] lang="en"
# In Keras a `Conv2D` layer holds such kernels. Here two are set by hand and slid over a digit. Its weights have the shape (kernel height, kernel width, input channels, filters).
#
# Mind the division of labour: **a convolution is linear**, a weighted sum and nothing more, and two convolutions in a row amount to a single larger one. What bends is the activation after it. ReLU keeps the edges where ink begins and drops those where it ends, for these are negative.

# %% [markdown] lang="ko"
# Keras에서는 `Conv2D` 층이 이런 커널을 담고 있습니다. 여기서는 커널 두 개를 직접 정해 숫자 위로 밀고 갑니다. 가중치의 형상은 (커널 높이, 커널 너비, 입력 채널 수, 필터 개수)입니다.
#
# 합성곱과 활성화 함수의 역할을 구분해야 합니다. **합성곱은 선형**입니다. 가중치를 곱해 더할 뿐이므로, 합성곱 두 개를 잇달아 해도 더 큰 합성곱 하나와 다를 것이 없습니다. 비선형인 것은 그 뒤의 활성화 함수입니다. ReLU는 잉크가 시작되는 경계만 남기고, 값이 음수인 잉크가 끝나는 경계는 버립니다.

# %% alt.en="Four images: a digit, its vertical edges in black and white on grey, the same after ReLU with only one side of each stroke left, and its horizontal edges after ReLU." alt.ko="이미지 네 장. 숫자, 회색 바탕에 흑백으로 나타난 수직 경계, ReLU를 거쳐 획의 한쪽만 남은 수직 경계, ReLU를 거친 수평 경계입니다."
vertical = np.array(KERNELS["vertical edges"])
edges = keras.layers.Conv2D(2, 3, use_bias=False)
edges.build((None, 28, 28, 1))
edges.set_weights([np.stack([vertical, vertical.T], axis=2)[:, :, np.newaxis]])
edge_maps = edges(x_fit[1:2]).numpy()[0]
pictures = [x_fit[1, ..., 0], edge_maps[..., 0], edge_maps[..., 0].clip(0), edge_maps[..., 1].clip(0)]
titles = ["digit", "vertical edges", "after ReLU", "horizontal, after ReLU"]
_, axes = plt.subplots(1, 4, figsize=(8, 2.2))
for axis, picture, title in zip(axes, pictures, titles, strict=True):
    axis.imshow(picture, cmap="gray_r", vmin=-4 if title == "vertical edges" else 0)
    axis.set_title(title, fontsize=10)
    axis.axis("off")
plt.show()

# %% [markdown] lang="en"
# ### Stride and padding
#
# The step from one place to the next is the *stride*. With a stride of 2 there are about half as many places in each direction, a quarter in all.
#
# *Padding* says what happens at the border. `"valid"`: the kernel stays inside, and the feature map is smaller than the image. `"same"`: zeros are put around the image, so that with stride 1 the feature map is as large as the image. For a side of $n$ pixels, a kernel of $k$ and a stride of $s$ the numbers of places are
#
# $$\text{valid: } \left\lfloor \frac{n-k}{s} \right\rfloor + 1 \qquad \text{same: } \left\lceil \frac{n}{s} \right\rceil$$
#
# where $\lfloor\;\rfloor$ rounds down and $\lceil\;\rceil$ rounds up. The picture has $n = 6$ and $k = 3$; padding is grey.

# %% [markdown] lang="ko"
# ### 스트라이드와 패딩
#
# 한 위치에서 다음 위치로 가는 걸음의 크기가 *스트라이드*(stride)입니다. 스트라이드가 2이면 위치의 수가 방향마다 절반쯤, 전체로는 4분의 1쯤이 됩니다.
#
# *패딩*(padding)은 가장자리에서 어떻게 할지를 정합니다. `"valid"`이면 커널이 이미지 안에만 있으므로 특성 맵이 이미지보다 작아집니다. `"same"`이면 이미지 둘레에 0을 둘러, 스트라이드가 1일 때 특성 맵이 이미지와 같은 크기가 되게 합니다. 변의 길이가 $n$픽셀, 커널 크기가 $k$, 스트라이드가 $s$일 때 위치의 수는 다음과 같습니다.
#
# $$\text{valid: } \left\lfloor \frac{n-k}{s} \right\rfloor + 1 \qquad \text{same: } \left\lceil \frac{n}{s} \right\rceil$$
#
# $\lfloor\;\rfloor$는 내림, $\lceil\;\rceil$는 올림입니다. 그림은 $n = 6$, $k = 3$인 경우이고, 회색이 패딩입니다.

# %% alt.en="Four 6×6 grids with a 3×3 frame and a dot at each place of the kernel. Valid: 4×4 places with stride 1, 2×2 with stride 2. Same, with grey padding: 6×6 and 3×3 places." alt.ko="3×3 테두리가 놓인 6×6 격자 네 개로, 커널이 놓이는 위치마다 점이 있습니다. valid에서는 스트라이드 1일 때 4×4, 2일 때 2×2개이고, 회색 패딩이 있는 same에서는 6×6, 3×3개입니다."
draw_places(6, 3, [(1, "valid"), (2, "valid"), (1, "same"), (2, "same")])

# %% [markdown] lang="en"
# ### Exercise 2 · Output sizes (2 points)
#
# Write `output_size(size, kernel_size, stride, padding)`: how many places there are for a kernel along one side of an image, and so how long this side of the feature map is.
#
# - `size` is the number of pixels along the side, `kernel_size` that of the kernel (at most `size`), `stride` the step. All are whole numbers, 1 or more.
# - `padding` is `"valid"` or `"same"`, with the meaning that it has in Keras and in the text. For any other text, raise `ValueError`.
# - Return a whole number (`int`).

# %% [markdown] lang="ko"
# ### 연습문제 2 · 출력 크기(2점)
#
# 이미지의 한 변을 따라 커널을 놓을 수 있는 위치가 몇 개인지, 곧 특성 맵의 그 변이 얼마나 긴지 구하는 함수 `output_size(size, kernel_size, stride, padding)`을 작성하십시오.
#
# - `size`는 변의 픽셀 수, `kernel_size`는 커널의 크기(`size` 이하), `stride`는 스트라이드입니다. 모두 1 이상의 정수입니다.
# - `padding`은 `"valid"`나 `"same"`이며, 뜻은 본문과 Keras에서와 같습니다. 다른 문자열이면 `ValueError`를 일으킵니다.
# - 정수(`int`)를 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "output-size", "locked": false, "schema_version": 3, "solution": true, "task": false}
def output_size(size, kernel_size, stride, padding):
    """Count the places of a kernel along one side of an image.

    Args:
        size: int, pixels along this side of the image.
        kernel_size: int, at most size.
        stride: int, 1 or more.
        padding: "valid" or "same".

    Returns:
        The length of this side of the feature map, an int.

    Raises:
        ValueError: for any other padding.
    """
    ### BEGIN SOLUTION
    if padding == "valid":
        return (size - kernel_size) // stride + 1
    if padding == "same":
        return (size + stride - 1) // stride
    raise ValueError(f"padding is {padding!r}, not 'valid' or 'same'")
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "output-size-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

for sizes, padding, places in [
    ((28, 5, 1), "valid", 24),
    ((28, 5, 1), "same", 28),
    ((28, 3, 2), "valid", 13),
    ((28, 3, 2), "same", 14),
]:
    check.equal(
        output_size(*sizes, padding),
        places,
        f"output_size{(*sizes, padding)}",
        en='"valid": how often the kernel can move by the stride before it would stick out, and the first place. '
        '"same": the size divided by the stride, rounded up. A whole number.',
        ko='"valid"는 커널이 밖으로 나가기 전까지 움직일 수 있는 횟수에 첫 위치를 더한 값입니다. '
        '"same"은 크기를 스트라이드로 나누어 올림한 값입니다. 정수를 반환하십시오.',
    )
with check.raises(
    ValueError,
    'output_size(28, 5, 1, "full")',
    en='Only "valid" and "same" are known: raise ValueError for anything else.',
    ko='"valid"와 "same"만 받습니다. 다른 문자열이면 raise ValueError로 예외를 일으키십시오.',
):
    output_size(28, 5, 1, "full")
check.passed("valid: 24 and 13", "same: 28 and 14", "ValueError")

# %% nbgrader={"grade": true, "grade_id": "output-size-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from hiddenlayers import check

rng = check.rng("output-size")
for stride in (1, 2, 3, 4):
    kernel_size = int(rng.integers(2, 8))
    # one size that the stride divides, one that it does not, and one with a single place
    for size in (
        stride * int(rng.integers(10, 60)),
        stride * int(rng.integers(10, 60)) + max(1, stride - 1),
        kernel_size,
    ):
        check.equal(
            output_size(size, kernel_size, stride, "valid"),
            len(range(0, size - kernel_size + 1, stride)),
            f'output_size({size}, {kernel_size}, {stride}, "valid")',
            en="Pixels that are left over at the end give no place of their own.",
            ko="끝에 남는 픽셀로는 위치가 더 생기지 않습니다.",
        )
        check.equal(
            output_size(size, kernel_size, stride, "same"),
            len(range(0, size, stride)),
            f'output_size({size}, {kernel_size}, {stride}, "same")',
            en="The size divided by the stride, rounded up, whatever the kernel's size.",
            ko="커널의 크기와 관계없이, 크기를 스트라이드로 나누어 올림한 값입니다.",
        )
other = str(rng.choice(["zeros", "reflect", "none", "half"]))
with check.raises(ValueError, f'output_size(9, 3, 1, "{other}")'):
    output_size(9, 3, 1, other)
check.passed("24 drawn sizes", "ValueError")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Channels and filters
#
# An image with several channels needs a kernel with as many: together they form a *filter*. The filter multiplies in all channels, **adds everything up**, and gives *one* feature map. A layer has several filters, and so its output has as many channels as there are filters, however many the input has.
#
# Here eight filters of 3×3 slide over the colour photo. Each has $3 \cdot 3 \cdot 3$ weights and one bias: $(27 + 1) \cdot 8 = 224$ parameters.
#
# > **Common mistake.** "A 3×3 convolution turns 28×28 into 26×26×1." The last number is the number of *filters*: 32 of them give 26×26×32.

# %% [markdown] lang="ko"
# ### 채널과 필터
#
# 채널이 여러 개인 이미지에는 커널도 채널 수만큼 필요합니다. 이 커널들을 묶은 것이 *필터*(filter)입니다. 필터는 모든 채널에서 곱한 값을 **전부 더해** 특성 맵 *하나*를 내놓습니다. 층에는 필터가 여러 개 있으므로, 입력의 채널이 몇 개이든 출력의 채널 수는 필터 개수와 같습니다.
#
# 여기서는 3×3 필터 여덟 개를 컬러 사진 위로 밀고 갑니다. 필터마다 가중치가 $3 \cdot 3 \cdot 3$개, 편향이 하나 있으므로 파라미터는 $(27 + 1) \cdot 8 = 224$개입니다.
#
# > **흔한 실수.** "3×3 합성곱을 하면 28×28이 26×26×1이 된다." 마지막 수는 *필터* 개수입니다. 필터가 32개이면 26×26×32가 됩니다.

# %%
eight_filters = keras.layers.Conv2D(8, 3)
photo_maps = eight_filters(photo[np.newaxis].astype("float32"))
print("photo", photo.shape, "→ feature maps", tuple(photo_maps.shape[1:]))
print("kernels", tuple(eight_filters.kernel.shape), "·", eight_filters.count_params(), "parameters")

# %% [markdown] lang="en"
# The size of the image plays no part in that number. That is what sharing buys. The first layer of LeNet-5 turns 28×28×1 into 28×28×6 numbers with six filters of 5×5. How many parameters would a dense layer need for the same?

# %% [markdown] lang="ko"
# 이 개수에는 이미지의 크기가 들어 있지 않습니다. 이것이 파라미터 공유의 이점입니다. LeNet-5의 첫 층은 5×5 필터 여섯 개로 28×28×1개의 수를 28×28×6개의 수로 바꿉니다. 밀집층으로 똑같이 하려면 파라미터가 몇 개 필요하겠습니까?

# %% alt.en="Two horizontal bars on a logarithmic scale: 156 parameters of a convolutional layer against 3,692,640 of a dense layer." alt.ko="로그 눈금으로 그린 가로 막대 두 개. 합성곱층의 파라미터는 156개, 밀집층은 3,692,640개입니다."
needed = pd.Series({"dense": 784 * 4704 + 4704, "convolution": 6 * (5 * 5 * 1 + 1)})
bars = needed.plot.barh(figsize=(7, 1.4), color=[ORANGE, BLUE], logx=True, xlim=(10, 1e9))
bars.bar_label(bars.containers[0], fmt="{:,.0f}", padding=4)
bars.set_xlabel("parameters (logarithmic scale)")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 3 · Count the parameters of a convolutional layer (2 points)
#
# Write `conv_parameters(kernel_size, channels, filters, use_bias)`.
#
# - `kernel_size` is a tuple `(height, width)`; it need not be square. `channels` is the number of channels of the layer's **input**, `filters` the number of its filters, both whole numbers.
# - `use_bias` is `True` or `False`: whether the layer has biases, as in the argument of `Conv2D` of this name.
# - Return the number of parameters, a whole number (`int`). For the convolutional layers of LeNet-5 it is 156 and 2,416.
#
# Calculate it from the numbers; no model is needed.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 합성곱층의 파라미터 개수(2점)
#
# 함수 `conv_parameters(kernel_size, channels, filters, use_bias)`를 작성하십시오.
#
# - `kernel_size`는 튜플 `(높이, 너비)`이며 정사각형이 아닐 수 있습니다. `channels`는 층에 들어오는 **입력**의 채널 수, `filters`는 층의 필터 개수이며 둘 다 정수입니다.
# - `use_bias`는 `True`나 `False`입니다. `Conv2D`의 같은 이름의 인수처럼 층에 편향이 있는지를 나타냅니다.
# - 파라미터의 개수를 정수(`int`)로 반환합니다. LeNet-5의 두 합성곱층에서는 156과 2,416입니다.
#
# 수만으로 계산할 수 있으므로 모델을 만들 필요는 없습니다.


# %% nbgrader={"grade": false, "grade_id": "conv-parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def conv_parameters(kernel_size, channels, filters, use_bias):
    """Count the weights and biases of a convolutional layer.

    Args:
        kernel_size: tuple (height, width) of two int.
        channels: int, channels of the layer's input.
        filters: int, the number of filters.
        use_bias: bool, whether the layer has biases.

    Returns:
        The number of parameters, an int.
    """
    ### BEGIN SOLUTION
    height, width = kernel_size
    parameters = height * width * channels * filters
    if use_bias:
        parameters += filters
    return parameters
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "conv-parameters-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

for arguments, parameters in [
    (((5, 5), 1, 6, True), 156),
    (((5, 5), 6, 16, True), 2416),
    (((3, 3), 3, 32, False), 864),
]:
    check.equal(
        conv_parameters(*arguments),
        parameters,
        f"conv_parameters{arguments}",
        en="Each filter has a weight for every place of its kernel in every channel of the input, and one bias "
        "if there are biases. The size of the image plays no part.",
        ko="필터마다 입력의 모든 채널에 대해 커널의 위치마다 가중치가 하나씩 있고, 편향을 쓰면 편향이 하나 더 있습니다. "
        "이미지의 크기와는 관계없습니다.",
    )
check.passed("156", "2,416", "864 without biases")

# %% nbgrader={"grade": true, "grade_id": "conv-parameters-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import math

from hiddenlayers import check

rng = check.rng("conv-parameters")
for use_bias in (True, False, True):
    tall, wide = (int(side) for side in rng.choice([1, 2, 3, 4, 5, 7], size=2, replace=False))
    channels, filters = int(rng.integers(2, 100)), int(rng.integers(2, 200))
    kernel_weights = math.prod((tall, wide, channels, filters))
    check.equal(
        conv_parameters((tall, wide), channels, filters, use_bias),
        kernel_weights + filters * int(use_bias),
        f"conv_parameters(({tall}, {wide}), {channels}, {filters}, {use_bias})",
        en="Height and width may differ; there is one bias for each filter, or none.",
        ko="높이와 너비는 다를 수 있습니다. 편향은 필터마다 하나씩 있거나 아예 없습니다.",
    )
check.passed("3 drawn layers")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Pooling
#
# A *pooling* layer makes feature maps smaller. It looks at windows of 2×2, say, that lie side by side, and keeps one number of each: the largest (*max pooling*) or the mean (*average pooling*). It does so in every channel for itself, and has nothing to learn.
#
# What it gains: a quarter of the numbers, so that all later layers have less to do; and some *positional invariance*. As long as a feature stays in its window, the output of max pooling doesn't change. What it costs is the exact place.
#
# > **Common mistake.** "Pooling loses no information." It throws three of four numbers away. That is its point. And "the kernel extracts features, pooling removes noise" is a handy simplification: max pooling keeps whatever is largest, noise too.

# %% [markdown] lang="ko"
# ### 풀링
#
# *풀링*(pooling) 층은 특성 맵을 줄입니다. 예를 들어 2×2 크기의 창을 겹치지 않게 나란히 놓고, 창마다 수를 하나만 남깁니다. 가장 큰 값을 남기면 *최대 풀링*(max pooling), 평균을 남기면 *평균 풀링*(average pooling)입니다. 채널마다 따로 계산하며, 학습할 파라미터는 없습니다.
#
# 얻는 것은 두 가지입니다. 수의 개수가 4분의 1이 되므로 뒤의 층이 할 일이 줄어듭니다. 그리고 *위치 불변성*(positional invariance)이 어느 정도 생깁니다. 특성이 같은 창 안에서 움직이는 한 최대 풀링의 출력은 바뀌지 않습니다. 그 대신 정확한 위치를 잃습니다.
#
# > **흔한 실수.** "풀링은 정보를 잃지 않는다." 네 개의 수 가운데 세 개를 버립니다. 바로 그것이 목적입니다. "커널은 특성을 추출하고 풀링은 잡음을 없앤다"는 말도 편리하게 단순화한 것입니다. 최대 풀링은 무엇이든 가장 큰 값을 남기므로 잡음도 남깁니다.

# %% alt.en="Four images: the edges of a digit at 26×26, after max pooling at 13×13 and still clear, after average pooling at 13×13 and fainter, after max pooling twice at 6×6." alt.ko="이미지 네 장. 26×26인 숫자의 경계, 13×13으로 줄었지만 여전히 뚜렷한 최대 풀링, 더 흐린 13×13의 평균 풀링, 최대 풀링을 두 번 거친 6×6입니다."
stack = edge_maps[np.newaxis].clip(0)
largest = keras.layers.MaxPooling2D(2)(stack)
mean = keras.layers.AveragePooling2D(2)(stack)
pictures = {
    "edges": stack,
    "max": largest,
    "average": mean,
    "max twice": keras.layers.MaxPooling2D(2)(largest),
}
_, axes = plt.subplots(1, 4, figsize=(8, 2.2))
for axis, (title, maps) in zip(axes, pictures.items(), strict=True):
    axis.imshow(maps[0, ..., 0], cmap="gray_r", vmin=0, vmax=4)
    axis.set_title(f"{title}: {maps.shape[1]}×{maps.shape[2]}", fontsize=10)
    axis.axis("off")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 4 · Max pooling from scratch (2 points)
#
# Write `max_pool(maps, size)`.
#
# - `maps` is an array of floating-point numbers of shape `(height, width, channels)`, one feature map a channel. Its values may be negative. `size` is a whole number, at most `height` and at most `width`.
# - Divide height and width into square windows of `size` × `size` that lie side by side, beginning in the upper left corner. Rows and columns at the lower and right edge that do not fill a window are left out.
# - Return a new array (a tensor is fine too) with the largest value of each window, each channel for itself: shape `(height // size, width // size, channels)`. `maps` stays as it was.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 최대 풀링 직접 만들기(2점)
#
# 함수 `max_pool(maps, size)`를 작성하십시오.
#
# - `maps`는 형상이 `(height, width, channels)`인 실수 배열로, 채널마다 특성 맵이 하나씩 들어 있습니다. 값은 음수일 수 있습니다. `size`는 `height`와 `width` 이하의 정수입니다.
# - 높이와 너비를 왼쪽 위 모서리에서부터 `size` × `size` 크기의 정사각형 창으로 겹치지 않게 나눕니다. 아래쪽과 오른쪽 끝에서 창을 다 채우지 못하는 행과 열은 버립니다.
# - 창마다 가장 큰 값을 채널별로 따로 구해 새 배열로 반환합니다(텐서도 괜찮습니다). 형상은 `(height // size, width // size, channels)`입니다. `maps`의 내용은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "max-pool", "locked": false, "schema_version": 3, "solution": true, "task": false}
def max_pool(maps, size):
    """Keep the largest value of each window of a stack of feature maps.

    Args:
        maps: float array of shape (height, width, channels). It is left unchanged.
        size: int, the side of a window and the step to the next.

    Returns:
        float array of shape (height // size, width // size, channels).
    """
    ### BEGIN SOLUTION
    height, width, channels = maps.shape
    result = np.zeros((height // size, width // size, channels), dtype=maps.dtype)
    for i in range(height // size):
        for j in range(width // size):
            window = maps[i * size : (i + 1) * size, j * size : (j + 1) * size]
            result[i, j] = window.max(axis=(0, 1))
    return result
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "max-pool-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

two_maps = np.zeros((4, 4, 2))
two_maps[:, :, 0] = [[1, 7, 2, 0], [3, 4, 5, 6], [9, 0, 1, 1], [2, 8, 3, 2]]
two_maps[:, :, 1] = [[0, 0, 9, 8], [0, 1, 7, 6], [5, 4, 2, 2], [3, 2, 2, 3]]
with check.unchanged(maps=two_maps):
    pooled = max_pool(two_maps, 2)
pooled = check.array(
    pooled,
    "max_pool(maps, 2)",
    shape=(2, 2, 2),
    en="4×4 maps have 2×2 windows of size 2, and both channels stay.",
    ko="4×4 특성 맵에는 크기가 2인 창이 2×2개 있고, 채널 두 개는 그대로 남습니다.",
)
for channel, largest in enumerate([[[7, 6], [9, 3]], [[1, 9], [5, 3]]]):
    check.close(
        pooled[:, :, channel],
        largest,
        f"max_pool(maps, 2)[:, :, {channel}]",
        en="The largest value of each window: windows lie side by side and do not overlap; each channel for itself.",
        ko="창마다 가장 큰 값이어야 합니다. 창은 겹치지 않고 나란히 놓이며, 채널마다 따로 구합니다.",
    )
check.passed("2 channels", "2×2 windows", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "max-pool-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("max-pool")
for side in (2, 3, 4):
    down, across = (int(count) for count in rng.choice([2, 3, 4, 5], size=2, replace=False))
    depth, rest = int(rng.integers(3, 6)), side - 1
    drawn = rng.normal(size=(down * side + rest, across * side + rest, depth)) - 2
    windows = drawn[: down * side, : across * side].reshape(down, side, across, side, depth)
    largest_values = windows.max(axis=(1, 3))
    call = f"max_pool(maps, {side}), maps.shape = {drawn.shape}"
    with check.unchanged(maps=drawn):
        result = max_pool(drawn, side)
    check.array(
        result,
        call,
        shape=(down, across, depth),
        en="What does not fill a window at the lower and right edge is left out.",
        ko="아래쪽과 오른쪽 끝에서 창을 다 채우지 못하는 부분은 버립니다.",
    )
    check.close(
        result,
        largest_values,
        call,
        en="The largest value of each window, even where all values are negative.",
        ko="값이 모두 음수인 창에서도 가장 큰 값이어야 합니다.",
    )
check.passed("3 drawn stacks of maps")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### The receptive field
#
# A number in a late layer depends on few numbers of the layer before it. These depend on more in the layer before that, and so on, down to the image. The part of the image that it depends on is its *receptive field*. Pooling and stride let it grow quickly.
#
# The picture follows one side of the image through the four layers of LeNet-5 that you meet next. A single number behind the second pooling sees 16 of 28 pixels: first layers see edges, later ones see parts of digits.

# %% [markdown] lang="ko"
# ### 수용장
#
# 뒤쪽 층의 값 하나는 바로 앞 층의 값 몇 개로 계산합니다. 그 값들은 또 그 앞 층의 더 많은 값으로 계산하므로, 거슬러 올라가면 이미지의 어떤 부분에 이릅니다. 이렇게 값 하나에 영향을 주는 이미지의 부분이 그 값의 *수용장*(receptive field)입니다. 풀링과 스트라이드는 수용장을 빠르게 넓힙니다.
#
# 그림은 곧 만나게 될 LeNet-5의 층 네 개를 이미지의 한 변을 따라 그린 것입니다. 두 번째 풀링 뒤의 값 하나는 28픽셀 가운데 16픽셀을 봅니다. 앞쪽 층은 경계를 보고, 뒤쪽 층은 숫자의 일부를 봅니다.

# %% alt.en="Five rows of squares, from the image below to the second pooling above. One orange square at the top depends on 2 of 10, 6 of 14, 12 of 28 squares further down, and on 16 of 28 pixels." alt.ko="맨 아래 이미지에서 맨 위 두 번째 풀링까지 다섯 줄로 놓인 네모들. 맨 위의 주황색 네모 하나에 영향을 주는 네모가 아래로 내려가며 10개 중 2개, 14개 중 6개, 28개 중 12개, 그리고 28픽셀 중 16픽셀로 늘어납니다."
lenet_side = [("convolution 5×5", 5, 1, "same"), ("pooling 2×2", 2, 2, "valid")]
lenet_side += [("convolution 5×5", 5, 1, "valid"), ("pooling 2×2", 2, 2, "valid")]
draw_receptive_field(28, lenet_side)

# %% [markdown] lang="en"
# ### LeNet-5, 1998
#
# Convolution, pooling, convolution, pooling: find small features, keep roughly where they are, find larger features made of them. Then `Flatten` and dense layers decide. Yann LeCun and his colleagues built LeNet-5 this way to read handwriting; banks read cheques with its relatives. Here it is with the activation and the pooling of its time, tanh and the mean. (In the original some details were more complicated; the sizes and the counts are these.)

# %% [markdown] lang="ko"
# ### 1998년의 LeNet-5
#
# 합성곱, 풀링, 합성곱, 풀링. 작은 특성을 찾고, 대강의 위치만 남기고, 그것들로 이루어진 더 큰 특성을 찾습니다. 그다음에 `Flatten`과 밀집층이 결정을 내립니다. 얀 르쿤과 동료들은 손글씨를 읽으려고 LeNet-5를 이렇게 만들었고, 은행은 비슷한 신경망으로 수표를 읽었습니다. 여기서는 그 시절의 활성화 함수와 풀링인 하이퍼볼릭 탄젠트(tanh)와 평균을 씁니다. (원래의 LeNet-5는 세부가 조금 더 복잡합니다. 크기와 개수는 아래와 같습니다.)

# %%
lenet_1998 = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        keras.layers.Conv2D(6, 5, padding="same", activation="tanh"),
        keras.layers.AveragePooling2D(2),
        keras.layers.Conv2D(16, 5, activation="tanh"),
        keras.layers.AveragePooling2D(2),
        keras.layers.Flatten(),
        keras.layers.Dense(120, activation="tanh"),
        keras.layers.Dense(84, activation="tanh"),
        keras.layers.Dense(10, activation="softmax"),
    ],
    name="lenet_1998",
)
lenet_1998.summary()

# %% [markdown] lang="en"
# Check the sizes with the formula: 28 → 28 (same), 14, then $14 - 5 + 1 = 10$ (valid), 5. So `Flatten` makes $5 \cdot 5 \cdot 16 = 400$ numbers (not 25: all channels count). And most parameters do not sit in the convolutions but in the first dense layer: $400 \cdot 120 + 120 = 48,120$.

# %% [markdown] lang="ko"
# 크기를 공식으로 확인해 봅시다. 28 → 28(same), 14, 이어서 $14 - 5 + 1 = 10$(valid), 5입니다. 그래서 `Flatten`을 지나면 $5 \cdot 5 \cdot 16 = 400$개의 수가 됩니다(25개가 아니라 모든 채널을 셉니다). 파라미터는 대부분 합성곱층이 아니라 첫 밀집층에 있습니다. $400 \cdot 120 + 120 = 48,120$개입니다.

# %% alt.en="The layers of LeNet-5 from left to right: one map of 28×28, six of 28×28, six of 14×14, sixteen of 10×10, sixteen of 5×5, then vectors of 400, 120, 84 and 10 numbers." alt.ko="왼쪽에서 오른쪽으로 놓인 LeNet-5의 층. 28×28 맵 한 장, 28×28 여섯 장, 14×14 여섯 장, 10×10 열여섯 장, 5×5 열여섯 장, 그리고 길이가 400, 120, 84, 10인 벡터입니다."
draw_layers(lenet_1998)

# %% [markdown] lang="en"
# ### Exercise 5 · LeNet-5 of today (3 points)
#
# The text built LeNet-5 as it was in 1998. Today it is built with ReLU and max pooling, and for images of other sizes too. Write `build_lenet(input_shape, num_classes)`.
#
# - `input_shape` is a tuple `(height, width, channels)`, such as `(28, 28, 1)`; height and width are 16 or more. Begin with `keras.Input`.
# - Convolution with 6 filters of 5×5, padding `"same"`, ReLU; then max pooling with windows of 2×2.
# - Convolution with 16 filters of 5×5, padding `"valid"`, ReLU; then max pooling with windows of 2×2.
# - Flatten, then dense layers of 120 and 84 units with ReLU, and last one of `num_classes` units with softmax.
# - All these layers have biases; every stride of a convolution is 1, and pooling windows do not overlap. Add no other layers that change the result.
# - Build it with the Sequential or the Functional API and return it. It need not be compiled.
#
# For `(28, 28, 1)` and 10 classes you should count 61,706 parameters. The checks calculate the output again from your model's weights.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 오늘날의 LeNet-5(3점)
#
# 본문에서는 1998년의 LeNet-5를 만들었습니다. 오늘날에는 ReLU와 최대 풀링을 쓰고, 다른 크기의 이미지에도 씁니다. 함수 `build_lenet(input_shape, num_classes)`를 작성하십시오.
#
# - `input_shape`는 `(28, 28, 1)`과 같은 튜플 `(높이, 너비, 채널 수)`이며, 높이와 너비는 16 이상입니다. `keras.Input`으로 시작합니다.
# - 5×5 필터 6개로 된 합성곱(패딩 `"same"`, ReLU), 이어서 2×2 창의 최대 풀링을 놓습니다.
# - 5×5 필터 16개로 된 합성곱(패딩 `"valid"`, ReLU), 이어서 2×2 창의 최대 풀링을 놓습니다.
# - 1차원으로 펼친 다음, 유닛이 120개와 84개이고 활성화 함수가 ReLU인 밀집층 두 개를 놓고, 마지막에 유닛이 `num_classes`개인 소프트맥스 밀집층을 놓습니다.
# - 이 층들에는 모두 편향이 있습니다. 합성곱의 스트라이드는 모두 1이고, 풀링 창은 서로 겹치지 않습니다. 결과를 바꾸는 다른 층은 넣지 않습니다.
# - Sequential API나 함수형 API로 만들어 반환합니다. 컴파일하지 않아도 됩니다.
#
# `(28, 28, 1)`과 클래스 10개이면 파라미터가 61,706개여야 합니다. 검사에서는 모델의 가중치로 출력을 다시 계산해 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "build-lenet", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_lenet(input_shape, num_classes):
    """Build LeNet-5 with ReLU and max pooling.

    Args:
        input_shape: tuple (height, width, channels); height and width 16 or more.
        num_classes: int, the number of classes.

    Returns:
        A Keras model: images of shape (batch, height, width, channels) in, probabilities (batch, num_classes) out.
    """
    ### BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input(shape=input_shape),
            keras.layers.Conv2D(6, 5, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 5, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-lenet-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

built = check.model(build_lenet((28, 28, 1), 10), "build_lenet((28, 28, 1), 10)")
facts = check.describe(built)
check.that(
    facts.input_shape is not None,
    "build_lenet((28, 28, 1), 10): the model knows no input shape. Begin with keras.Input; Sequential or Functional API.",
    "build_lenet((28, 28, 1), 10): 모델에 입력 형상이 없습니다. keras.Input으로 시작해 Sequential API나 함수형 API로 만드십시오.",
)
check.equal(facts.input_shape, (None, 28, 28, 1), "model.input_shape")
check.equal(facts.output_shape, (None, 10), "model.output_shape")
check.equal(
    [array.shape for array in check.weights(built)],
    [(5, 5, 1, 6), (6,), (5, 5, 6, 16), (16,), (400, 120), (120,), (120, 84), (84,), (84, 10), (10,)],
    "[weights.shape for weights in model.get_weights()]",
    en="Kernel and bias of two Conv2D and three Dense layers. 400 = 5·5·16 numbers reach the first Dense layer: "
    'the first convolution keeps 28×28 (padding "same"), the second does not, and each pooling halves.',
    ko="Conv2D 층 두 개와 Dense 층 세 개의 커널과 편향입니다. 첫 Dense 층에는 5·5·16 = 400개의 수가 들어옵니다. "
    '첫 합성곱은 28×28을 유지하고(padding "same"), 둘째는 유지하지 않으며, 풀링은 크기를 반으로 줄입니다.',
)
check.equal(facts.parameters, 61_706, "model.count_params()")
three_images = np.random.default_rng(0).random((3, 28, 28, 1), dtype="float32")
k1, b1, k2, b2, w3, b3, w4, b4, w5, b5 = check.weights(built)
maps = keras.ops.max_pool(keras.ops.relu(keras.ops.conv(three_images, k1, padding="same") + b1), 2)
maps = keras.ops.max_pool(keras.ops.relu(keras.ops.conv(maps, k2, padding="valid") + b2), 2)
values = keras.ops.relu(keras.ops.relu(np.reshape(maps, (3, 400)) @ w3 + b3) @ w4 + b4)
check.close(
    check.predict(built, three_images),
    keras.ops.softmax(values @ w5 + b5),
    "model(images)",
    rtol=1e-3,
    atol=1e-5,
    en="ReLU after each layer but the last, max pooling (not average), softmax at the end.",
    ko="마지막 층을 제외한 모든 층에 ReLU, 평균이 아닌 최대 풀링, 끝에는 소프트맥스를 써야 합니다.",
)
check.passed("shapes", "61,706 parameters", "ReLU, max pooling, softmax")

# %% nbgrader={"grade": true, "grade_id": "build-lenet-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("build-lenet")
for depth in (3, 1):
    side_one, side_two = (int(side) for side in rng.choice(np.arange(17, 36), size=2, replace=False))
    classes = int(rng.integers(3, 10))
    call = f"build_lenet(({side_one}, {side_two}, {depth}), {classes})"
    lenet = check.model(build_lenet((side_one, side_two, depth), classes), call)
    found = check.describe(lenet)
    check.equal(found.input_shape, (None, side_one, side_two, depth), f"{call}.input_shape")
    check.equal(found.output_shape, (None, classes), f"{call}.output_shape")
    flat = ((side_one // 2 - 4) // 2) * ((side_two // 2 - 4) // 2) * 16
    check.equal(
        found.parameters,
        (25 * depth + 1) * 6 + 2416 + (flat + 1) * 120 + 121 * 84 + 85 * classes,
        f"{call}.count_params()",
        en="The layers have to follow the input's shape and the number of classes.",
        ko="층이 입력의 형상과 클래스 개수를 따라야 합니다.",
    )
    batch = rng.random((2, side_one, side_two, depth)).astype("float32")
    arrays = check.weights(lenet)
    hidden = keras.ops.relu(keras.ops.conv(batch, arrays[0], padding="same") + arrays[1])
    hidden = keras.ops.conv(keras.ops.max_pool(hidden, 2), arrays[2], padding="valid") + arrays[3]
    hidden = np.reshape(keras.ops.max_pool(keras.ops.relu(hidden), 2), (2, flat))
    for matrix, bias in zip(arrays[4:8:2], arrays[5:8:2], strict=True):
        hidden = np.maximum(hidden @ matrix + bias, 0)
    check.close(
        check.predict(lenet, batch),
        keras.ops.softmax(hidden @ arrays[8] + arrays[9]),
        f"{call}(images)",
        rtol=1e-3,
        atol=1e-5,
        en="ReLU, max pooling and softmax where the task says so.",
        ko="문제에서 정한 대로 ReLU, 최대 풀링, 소프트맥스를 써야 합니다.",
    )
check.passed("2 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### From 1998 to today
#
# For our own runs we need the form of today. `clone_model` copies a network layer by layer, and a function may put another layer in the place of each: ReLU for tanh, the maximum for the mean. The sizes stay, and so does the number of parameters. The copies begin with the same random weights, so that only what we change next can make them differ.

# %% [markdown] lang="ko"
# ### 1998년에서 오늘로
#
# 직접 훈련할 때는 오늘날의 형태를 씁니다. `clone_model`은 신경망을 층마다 복사하며, 층마다 다른 층으로 바꾸는 함수를 줄 수 있습니다. 여기서는 하이퍼볼릭 탄젠트를 ReLU로, 평균을 최댓값으로 바꿉니다. 크기도 파라미터 개수도 그대로입니다. 복사본들이 똑같은 무작위 가중치로 시작하므로, 앞으로 바꾸는 것만이 차이를 만듭니다.


# %%
def modern(layer):
    """The layer of today in the place of one of 1998."""
    if isinstance(layer, keras.layers.AveragePooling2D):
        return keras.layers.MaxPooling2D(2)
    settings = layer.get_config()
    if settings.get("activation") == "tanh":
        settings["activation"] = "relu"
    return type(layer).from_config(settings)


# %%
keras.utils.set_random_seed(1)
steady = keras.models.clone_model(lenet_1998, clone_function=modern)
scheduled = keras.models.clone_model(steady)
scheduled.set_weights(steady.get_weights())
print([type(layer).__name__ for layer in scheduled.layers], f"{scheduled.count_params():,} parameters")

# %% [markdown] lang="en"
# ### The Functional API, and batch normalization
#
# `Sequential` is a row of layers. The Functional API calls layers like functions, on `keras.Input` or on what another layer returned, so a network may branch and join, and a piece of it that is used again and again becomes a Python function.
#
# Such a piece is the block of most networks since 2015: convolution, *batch normalization*, ReLU. Batch normalization takes each channel, subtracts its mean over the batch, divides by its standard deviation, and then multiplies by a learned number and adds another: four numbers a channel, two of them learned. So the values keep a healthy size however the layers before change, and larger learning rates do no harm. When the network predicts there is no batch to go by, so it uses running averages from training; `momentum` says how slowly they follow. The convolution needs no bias of its own, for the mean is subtracted anyway.

# %% [markdown] lang="ko"
# ### 함수형 API와 배치 정규화
#
# `Sequential`은 층을 한 줄로 늘어놓은 것입니다. 함수형 API에서는 `keras.Input`이나 다른 층의 출력에 대해 층을 함수처럼 호출합니다. 그래서 신경망이 갈라졌다가 합쳐질 수 있고, 되풀이해서 쓰는 부분은 파이썬 함수로 만들 수 있습니다.
#
# 2015년 이후 대부분의 신경망이 쓰는 블록이 그런 예입니다. 합성곱, *배치 정규화*(batch normalization), ReLU가 차례로 놓입니다. 배치 정규화는 채널마다 배치 전체의 평균을 빼고 표준 편차로 나눈 다음, 학습한 값을 곱하고 또 다른 학습한 값을 더합니다. 채널마다 수가 네 개 있고 그중 두 개를 학습합니다. 앞의 층이 어떻게 바뀌어도 값이 알맞은 크기를 유지하므로 학습률이 커도 괜찮습니다. 예측할 때는 기댈 배치가 없으므로 훈련하는 동안 구해 둔 이동 평균을 쓰며, `momentum`은 이 평균이 얼마나 천천히 따라가는지를 정합니다. 어차피 평균을 빼므로 합성곱에는 편향이 필요 없습니다.


# %%
def conv_block(x, filters):
    """Convolution, batch normalization, ReLU."""
    x = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization(momentum=0.9)(x)
    return keras.layers.Activation("relu")(x)


# %% [markdown] lang="en"
# `GlobalMaxPooling2D` takes the maximum over a *whole* feature map: one number a channel remains, "how strongly does this feature appear anywhere?". There is no `Flatten` and no large dense layer. Remember this network for section 9.

# %% [markdown] lang="ko"
# `GlobalMaxPooling2D`는 특성 맵 *전체*에서 최댓값을 구합니다. 채널마다 수가 하나만 남아, "이 특성이 어디에든 얼마나 강하게 나타나는가?"를 나타냅니다. `Flatten`도 큰 밀집층도 없습니다. 이 신경망은 9절에서 다시 씁니다.

# %%
grey_image = keras.Input(shape=(28, 28, 1))
half = keras.layers.MaxPooling2D(2)(conv_block(grey_image, 16))
quarter = keras.layers.MaxPooling2D(2)(conv_block(half, 32))
anywhere = keras.layers.GlobalMaxPooling2D()(conv_block(quarter, 64))
probabilities = keras.layers.Dense(10, activation="softmax")(anywhere)
everywhere = keras.Model(grey_image, probabilities, name="everywhere")
print(f"{everywhere.count_params():,} parameters; kernels of the first block: 3·3·1·16 = {3 * 3 * 16}")

# %% [markdown] lang="en"
# What batch normalization does shows in the values of three channels, before and after it, for a batch of 200 images: afterwards each channel has mean 0 and standard deviation 1. (What is learned begins with 1 and 0, so nothing is multiplied or added yet.)

# %% [markdown] lang="ko"
# 배치 정규화가 하는 일은 이미지 200장의 배치에서 채널 세 개의 값을 전과 후로 나누어 보면 드러납니다. 정규화한 뒤에는 채널마다 평균이 0, 표준 편차가 1입니다. (학습하는 값은 1과 0에서 시작하므로 아직은 아무것도 곱하거나 더하지 않습니다.)

# %% alt.en="Two histograms of the values of the channels. Before: three narrow curves of different widths, far from 1. After: all spread alike around 0." alt.ko="채널 값의 히스토그램 두 개. 정규화 전에는 폭이 서로 다른 좁은 곡선 세 개이고, 정규화 뒤에는 모두 0을 중심으로 비슷하게 퍼져 있습니다."
block_layers = [everywhere.layers[1], everywhere.layers[2]]
before = block_layers[0](x_fit[:200])
after = block_layers[1](before, training=True)
_, axes = plt.subplots(1, 2, figsize=(8, 2.3))
for axis, values, title in zip(axes, [before, after], ["before", "after batch normalization"], strict=True):
    for channel, color in enumerate([BLUE, ORANGE, GREEN]):
        drawn = values.numpy()[:, 4:24, 4:24, channel].ravel()  # the middle, where the ink is
        axis.hist(drawn, bins=np.linspace(-4, 4, 81), histtype="step", color=color, linewidth=1.5)
    axis.set(title=title, yscale="log", xlabel="value")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 6 · A convolutional network of any depth (2 points)
#
# Practise the Functional API. Write `conv_net(input_shape, filters)`.
#
# - `input_shape` is a tuple `(height, width, channels)`. `filters` is a list of one or more whole numbers. The images are large enough for all the layers.
# - For each number in `filters`, in that order: a convolution with that many filters of 3×3, padding `"valid"`, stride 1, with biases and ReLU; then max pooling with windows of 2×2 that do not overlap.
# - Then `Flatten`, a single `Dropout` layer of rate 0.5, and a dense layer of 10 units with softmax.
# - Begin with `keras.Input` and return the model; it need not be compiled. The checks can't see which API you used: a Sequential model gets the same marks.
#
# `conv_net((28, 28, 1), [32, 64])` has 34,826 parameters.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 원하는 깊이의 합성곱 신경망(2점)
#
# 함수형 API를 연습합니다. 함수 `conv_net(input_shape, filters)`를 작성하십시오.
#
# - `input_shape`는 튜플 `(높이, 너비, 채널 수)`이고, `filters`는 하나 이상의 정수로 이루어진 리스트입니다. 이미지는 모든 층을 지날 수 있을 만큼 큽니다.
# - `filters`에 든 수마다 차례로, 3×3 필터가 그 수만큼 있는 합성곱(패딩 `"valid"`, 스트라이드 1, 편향 있음, ReLU)을 놓고, 이어서 서로 겹치지 않는 2×2 창의 최대 풀링을 놓습니다.
# - 그다음에 `Flatten`, 비율이 0.5인 `Dropout` 층 하나, 유닛이 10개인 소프트맥스 밀집층을 차례로 놓습니다.
# - `keras.Input`으로 시작해 모델을 반환합니다. 컴파일하지 않아도 됩니다. 어느 API를 썼는지는 검사에서 알 수 없으므로 Sequential 모델이어도 점수는 같습니다.
#
# `conv_net((28, 28, 1), [32, 64])`의 파라미터는 34,826개입니다.


# %% nbgrader={"grade": false, "grade_id": "conv-net", "locked": false, "schema_version": 3, "solution": true, "task": false}
def conv_net(input_shape, filters):
    """Build a convolutional classifier of ten classes.

    Args:
        input_shape: tuple (height, width, channels).
        filters: list of one or more int, the number of filters of each convolution, in order.

    Returns:
        A Keras model: images of shape (batch, height, width, channels) in, probabilities (batch, 10) out.
    """
    ### BEGIN SOLUTION
    inputs = x = keras.Input(shape=input_shape)
    for number in filters:
        x = keras.layers.Conv2D(number, 3, activation="relu")(x)
        x = keras.layers.MaxPooling2D(2)(x)
    x = keras.layers.Dropout(0.5)(keras.layers.Flatten()(x))
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    return keras.Model(inputs, outputs)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "conv-net-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

built = check.model(conv_net((28, 28, 1), [32, 64]), "conv_net((28, 28, 1), [32, 64])")
facts = check.describe(built)
check.that(
    facts.input_shape is not None,
    "conv_net((28, 28, 1), [32, 64]): the model knows no input shape. Begin with keras.Input; Functional or Sequential API.",
    "conv_net((28, 28, 1), [32, 64]): 모델에 입력 형상이 없습니다. keras.Input으로 시작해 함수형 API나 Sequential API로 만드십시오.",
)
check.equal(facts.input_shape, (None, 28, 28, 1), "model.input_shape")
check.equal(facts.output_shape, (None, 10), "model.output_shape")
check.equal(
    [array.shape for array in check.weights(built)],
    [(3, 3, 1, 32), (32,), (3, 3, 32, 64), (64,), (1600, 10), (10,)],
    "[weights.shape for weights in model.get_weights()]",
    en="Kernel and bias of two Conv2D layers and of one Dense layer. The sides go 28 → 26 → 13 → 11 → 5, "
    "so 5·5·64 = 1,600 numbers reach the Dense layer.",
    ko="Conv2D 층 두 개와 Dense 층 하나의 커널과 편향입니다. 변의 길이가 28 → 26 → 13 → 11 → 5가 되므로 "
    "Dense 층에는 5·5·64 = 1,600개의 수가 들어옵니다.",
)
check.equal(facts.parameters, 34_826, "model.count_params()")
dropouts = facts.of_kind("Dropout")
check.equal(
    [layer.output_shape for layer in dropouts],
    [(None, 1600)],
    "Dropout.output.shape",
    en="One Dropout layer, between Flatten and the Dense layer.",
    ko="Dropout 층은 Flatten과 Dense 층 사이에 하나만 놓습니다.",
)
check.close(dropouts[0].config["rate"], 0.5, "Dropout.rate")
two_images = np.random.default_rng(0).random((2, 28, 28, 1), dtype="float32")
k1, b1, k2, b2, w3, b3 = check.weights(built)
maps = keras.ops.max_pool(keras.ops.relu(keras.ops.conv(two_images, k1, padding="valid") + b1), 2)
maps = keras.ops.max_pool(keras.ops.relu(keras.ops.conv(maps, k2, padding="valid") + b2), 2)
check.close(
    check.predict(built, two_images),
    keras.ops.softmax(np.reshape(maps, (2, 1600)) @ w3 + b3),
    "model(images)",
    rtol=1e-3,
    atol=1e-5,
    en="Convolution with ReLU, then max pooling, for each entry of filters; softmax at the end.",
    ko="filters의 항목마다 ReLU를 쓰는 합성곱과 최대 풀링을 차례로 놓고, 끝에는 소프트맥스를 써야 합니다.",
)
check.passed("shapes", "34,826 parameters", "Dropout 0.5", "ReLU, max pooling, softmax")

# %% nbgrader={"grade": true, "grade_id": "conv-net-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("conv-net")
for depth in (1, 3):
    numbers = [int(number) for number in rng.choice(np.arange(3, 13), size=depth, replace=False)]
    high, wide = (int(side) for side in rng.choice(np.arange(24, 40), size=2, replace=False))
    call = f"conv_net(({high}, {wide}, 2), {numbers})"
    network_of_yours = check.model(conv_net((high, wide, 2), list(numbers)), call)
    found = check.describe(network_of_yours)
    check.equal(found.input_shape, (None, high, wide, 2), f"{call}.input_shape")
    check.equal(found.output_shape, (None, 10), f"{call}.output_shape")
    sides, before, expected = (high, wide), 2, 0
    for number in numbers:
        expected += (9 * before + 1) * number
        sides, before = tuple((side - 2) // 2 for side in sides), number
    flattened = sides[0] * sides[1] * before
    check.equal(
        found.parameters,
        expected + (flattened + 1) * 10,
        f"{call}.count_params()",
        en="One convolution and one pooling for each entry of filters, in that order.",
        ko="filters의 항목마다 합성곱과 풀링이 순서대로 하나씩 있어야 합니다.",
    )
    dropped = found.of_kind("Dropout")
    check.equal(
        [layer.output_shape for layer in dropped], [(None, flattened)], f"{call}: Dropout.output.shape"
    )
    check.close(dropped[0].config["rate"], 0.5, f"{call}: Dropout.rate")
    stack = rng.random((2, high, wide, 2)).astype("float32")
    inputs, arrays = stack, check.weights(network_of_yours)
    for kernel, bias in zip(arrays[:-2:2], arrays[1:-2:2], strict=True):
        inputs = keras.ops.max_pool(keras.ops.relu(keras.ops.conv(inputs, kernel) + bias), 2)
    check.close(
        check.predict(network_of_yours, stack),
        keras.ops.softmax(np.reshape(inputs, (2, flattened)) @ arrays[-2] + arrays[-1]),
        f"{call}(images)",
        rtol=1e-3,
        atol=1e-5,
        en="ReLU and max pooling in every block, softmax in the last layer.",
        ko="모든 블록에 ReLU와 최대 풀링, 마지막 층에 소프트맥스를 씁니다.",
    )
check.passed("2 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# Loss and metric are those of chapter 02: sparse cross-entropy for whole-number labels, and accuracy. The optimizer is Adam. New is that the learning rate $\eta$ doesn't stay as it is. Large steps find a good region soon; in the end only small steps find the best place in it. A *schedule* does both. *Cosine decay* begins at $\eta_0$ and falls to 0 in $T$ steps along half a wave:
#
# $$\eta_t = \frac{\eta_0}{2} \left(1 + \cos \frac{\pi t}{T} \right)$$
#
# `steady` keeps Adam's usual 0.001. `scheduled` begins at twice that and falls. A schedule counts *steps*, not epochs, so it has to know how many batches there will be.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 손실과 지표는 2장과 같습니다. 정수 레이블에 맞는 희소 교차 엔트로피와 정확도를 쓰고, 옵티마이저는 Adam입니다. 달라진 것은 학습률 $\eta$가 변한다는 점입니다. 단계가 크면 좋은 지역을 빨리 찾습니다. 그 안에서 가장 좋은 지점을 찾으려면 마지막에는 단계가 작아야 합니다. *학습률 스케줄*(learning rate schedule)은 두 가지를 모두 합니다. *코사인 감쇠*(cosine decay)는 $\eta_0$에서 시작해 $T$단계에 걸쳐 반 주기의 물결을 따라 0까지 내려갑니다.
#
# $$\eta_t = \frac{\eta_0}{2} \left(1 + \cos \frac{\pi t}{T} \right)$$
#
# `steady`는 Adam의 기본값인 0.001을 끝까지 씁니다. `scheduled`는 그 두 배에서 시작해 내려갑니다. 스케줄은 에포크가 아니라 *단계*를 세므로 배치가 모두 몇 개인지 알려 주어야 합니다.

# %%
num_epochs = hiddenlayers.epochs(5)
total_steps = num_epochs * len(train_batches)
falling = keras.optimizers.schedules.CosineDecay(0.002, decay_steps=total_steps)
for network, rate in [(steady, 0.001), (scheduled, falling)]:
    optimizer = keras.optimizers.Adam(learning_rate=rate)
    network.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])

# %% alt.en="Learning rate against the step: one line falls along half a cosine wave from 0.002 to 0, the other stays at 0.001." alt.ko="단계에 따른 학습률. 한 선은 0.002에서 0까지 코사인 반 주기를 따라 내려가고, 다른 선은 0.001에 머뭅니다."
steps = np.linspace(0, total_steps, 100)
plt.figure(figsize=(5, 2.4))
plt.plot(steps, [float(falling(step)) for step in steps], color=BLUE, label="scheduled")
plt.plot(steps, np.full(100, 0.001), "--", color=ORANGE, label="steady")
plt.xlabel("step")
plt.ylabel("learning rate")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ## 6 · Train
#
# Both networks learn from the same batches for five epochs. On MNIST that takes about a minute each. `fit` takes the pipeline in the place of the arrays; batch size and shuffling are in it already, hence `shuffle=False`.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# 두 신경망이 같은 배치로 다섯 에포크 동안 학습합니다. MNIST에서는 하나에 1분쯤 걸립니다. `fit`에 배열 대신 파이프라인을 줍니다. 배치 크기와 섞기는 파이프라인에 이미 들어 있으므로 `shuffle=False`로 둡니다.

# %%
settings = {"epochs": num_epochs, "validation_data": val_batches, "shuffle": False, "verbose": 0}
histories = {"steady": steady.fit(train_batches, **settings).history}
histories["scheduled"] = scheduled.fit(train_batches, **settings).history
curves = pd.DataFrame({name: history["val_accuracy"] for name, history in histories.items()})
curves.index = pd.RangeIndex(1, num_epochs + 1, name="epoch")
curves.round(4)

# %% [markdown] lang="en"
# With the steady rate the network learns too, but its validation loss goes up and down. The falling rate lets the network settle; in the last epoch hardly anything moves any more.
#
# > **Tip.** A schedule is planned from the number of steps. If you want to train for longer, plan a longer one from the start; after its end the learning rate is 0.

# %% [markdown] lang="ko"
# 학습률이 일정해도 학습은 되지만 검증 손실이 오르내립니다. 학습률이 내려가면 신경망이 자리를 잡아, 마지막 에포크에서는 거의 움직이지 않습니다.
#
# > **팁.** 스케줄은 단계 수를 바탕으로 세웁니다. 더 오래 훈련하려면 처음부터 긴 스케줄을 세워야 합니다. 스케줄이 끝나면 학습률이 0이기 때문입니다.

# %% alt.en="Training and validation loss against the epoch for both networks; the scheduled one ends lower and flatter." alt.ko="두 신경망의 에포크에 따른 훈련 손실과 검증 손실. 스케줄을 쓴 쪽이 더 낮고 평평하게 끝납니다."
_, axes = plt.subplots(1, 2, figsize=(8, 2.5))
for axis, key, title in zip(axes, ["loss", "val_loss"], ["training loss", "validation loss"], strict=True):
    axis.plot(curves.index, histories["steady"][key], "s--", color=ORANGE, markersize=4, label="steady")
    axis.plot(curves.index, histories["scheduled"][key], "o-", color=BLUE, markersize=4, label="scheduled")
    axis.set(title=title, xlabel="epoch")
axes[0].legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# A dense network like chapter 02's, with its 101,770 parameters, trains for as many epochs on the same schedule, so that the comparison is fair.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 공정하게 비교하기 위해, 파라미터가 101,770개인 2장의 밀집 신경망도 같은 스케줄로 같은 에포크 동안 훈련합니다.

# %%
dense = keras.Sequential([keras.Input(shape=(28, 28, 1)), keras.layers.Flatten()])
dense.add(keras.layers.Dense(128, activation="relu"))
dense.add(keras.layers.Dropout(0.2))
dense.add(keras.layers.Dense(10, activation="softmax"))
dense.compile(keras.optimizers.Adam(falling), "sparse_categorical_crossentropy", metrics=["accuracy"])
dense.fit(train_batches, epochs=num_epochs, shuffle=False, verbose=0)
print(f"{dense.count_params():,} parameters")

# %%
rivals = {"dense": dense, "LeNet-5, steady": steady, "LeNet-5, scheduled": scheduled}
test_accuracy = {name: rival.evaluate(x_test_scaled, y_test, verbose=0)[1] for name, rival in rivals.items()}
for name, share in test_accuracy.items():
    print(f"{name:20} {share:.4f}")

# %% alt.en="Horizontal bars of the number of wrong test images: the dense network has by far the most on MNIST, LeNet-5 with a steady rate fewer, with a schedule fewest." alt.ko="틀린 테스트 이미지의 수를 나타낸 가로 막대. MNIST에서는 밀집 신경망이 가장 많고, 학습률이 일정한 LeNet-5가 그다음, 스케줄을 쓴 LeNet-5가 가장 적습니다."
mistakes = pd.Series({name: round((1 - share) * len(y_test)) for name, share in test_accuracy.items()})
bars = mistakes.plot.barh(figsize=(7, 1.7), color=["0.7", ORANGE, BLUE])
bars.bar_label(bars.containers[0], padding=4)
bars.set_xlabel(f"wrong of {len(y_test):,} test images")
plt.show()

# %% [markdown] lang="en"
# On MNIST LeNet-5 with the schedule gets about 99.1% right: 75 to 95 mistakes in 10,000, well under half of what the dense network makes, with three fifths of its parameters. Without the schedule there are some 30 to 40 mistakes more. On the small sample, where each network takes no more than 105 steps, the three lie close together.

# %% [markdown] lang="ko"
# MNIST에서 스케줄을 쓴 LeNet-5는 99.1%쯤을 맞힙니다. 10,000장에서 75장에서 95장쯤 틀리는 셈으로, 파라미터가 5분의 3밖에 안 되는데도 밀집 신경망이 틀리는 수의 절반에 훨씬 못 미칩니다. 스케줄이 없으면 30장에서 40장쯤 더 틀립니다. 작은 표본에서는 신경망마다 105단계밖에 진행하지 않으므로 셋이 비슷합니다.

# %% [markdown] lang="en"
# ## 8 · Predict
#
# Here are the mistakes of which the network was surest (true → predicted).

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# 신경망이 가장 크게 확신하고도 틀린 이미지들입니다(정답 → 예측).

# %% alt.en="Ten wrongly read digits in a row, the true and the predicted digit above each." alt.ko="잘못 읽은 숫자 열 개가 한 줄로 놓여 있고 위에 정답과 예측이 적혀 있습니다."
test_probabilities = scheduled.predict(x_test_scaled, verbose=0)
y_pred = np.argmax(test_probabilities, axis=1)
wrong = np.flatnonzero(y_pred != y_test)
surest = wrong[np.argsort(-test_probabilities[wrong, y_pred[wrong]])][:10]
_, axis = plt.subplots(figsize=(8, 1.1))
axis.imshow(np.hstack(x_test[surest]), cmap="gray_r")
axis.set_xticks(28 * np.arange(len(surest)) + 14, [f"{y_test[i]} → {y_pred[i]}" for i in surest], fontsize=9)
axis.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
axis.set_yticks([])
axis.set_frame_on(False)
plt.show()

# %% [markdown] lang="en"
# ### What the kernels have learned
#
# Nobody told the network to look for edges. Yet several of the six kernels of its first layer have become detectors of slanting edges or strokes: blue on one side, red on the other.

# %% [markdown] lang="ko"
# ### 커널은 무엇을 배웠는가
#
# 경계를 찾으라고 알려 준 사람은 없습니다. 그런데도 첫 층의 커널 여섯 개 가운데 몇 개는 비스듬한 경계나 획을 찾는 커널이 되었습니다. 한쪽은 파랗고 다른 쪽은 빨갛습니다.

# %% alt.en="Six tables of 5×5 coloured squares, the learned kernels; in several of them blue and red lie on opposite sides." alt.ko="5×5 색 네모로 나타낸 학습된 커널 여섯 개. 몇 개에서는 파란색과 빨간색이 서로 반대쪽에 있습니다."
first_kernels, _ = scheduled.layers[0].get_weights()
draw_kernels(first_kernels)

# %% [markdown] lang="en"
# ### Feature maps
#
# Follow one test image through the network. In the first maps you still recognise the digit, its left edges in one map, its horizontal strokes in another. Further on the maps become smaller and harder to read for us: "a bend here, a stroke's end there".

# %% [markdown] lang="ko"
# ### 특성 맵
#
# 테스트 이미지 한 장이 신경망을 지나는 과정을 따라가 봅시다. 첫 특성 맵에서는 아직 숫자를 알아볼 수 있습니다. 어떤 맵에는 왼쪽 경계가, 다른 맵에는 가로획이 남아 있습니다. 뒤로 갈수록 맵이 작아지고, "여기에 굽은 곳, 저기에 획의 끝"처럼 사람이 읽기 어려운 것이 됩니다.

# %% alt.en="A digit at the top, below it six feature maps of 28×28 and of 14×14 that still show it, then sixteen of 10×10 and of 5×5 with few dark spots." alt.ko="맨 위에 숫자 하나, 그 아래에 아직 숫자가 보이는 28×28과 14×14 특성 맵 여섯 장씩, 그다음에 어두운 점이 몇 개씩 있는 10×10과 5×5 특성 맵 열여섯 장씩이 있습니다."
draw_feature_maps(scheduled, x_test_scaled[0])

# %% [markdown] lang="en"
# ### Wherever it stands?
#
# Now the demand of section 1. All test digits move to the left or right by up to six pixels. The convolutional network holds out longer than the dense one: kernels find their features wherever they are, and pooling forgives a pixel or two. But it is not invariant. After `Flatten` come dense layers, and these have a weight for each place again.

# %% [markdown] lang="ko"
# ### 어디에 있든?
#
# 이제 1절의 요구를 확인할 차례입니다. 테스트 숫자를 모두 왼쪽이나 오른쪽으로 여섯 픽셀까지 옮깁니다. 합성곱 신경망은 밀집 신경망보다 오래 버팁니다. 커널은 특성이 어디에 있든 찾아내고, 풀링은 한두 픽셀쯤은 눈감아 줍니다. 그러나 위치에 전혀 영향을 받지 않는 것은 아닙니다. `Flatten` 뒤에 밀집층이 있고, 밀집층은 다시 위치마다 가중치가 따로 있기 때문입니다.


# %%
def accuracy_when_moved(network):
    """The accuracy on 2,000 test images moved by -6, -4, … 6 pixels."""
    accuracies = []
    for shift in range(-6, 7, 2):
        moved = np.roll(x_test_scaled[:2000], shift, axis=2)
        answers = np.argmax(network.predict(moved, batch_size=500, verbose=0), axis=1)
        accuracies.append(np.mean(answers == y_test[:2000]))
    return accuracies


# %%
moved_accuracy = pd.DataFrame(index=range(-6, 7, 2))
moved_accuracy["dense"] = accuracy_when_moved(dense)
moved_accuracy["LeNet-5"] = accuracy_when_moved(scheduled)

# %% alt.en="Accuracy against the shift in pixels for two networks: both are best at 0 and fall to both sides, the dense one much more steeply." alt.ko="두 신경망의 이동한 픽셀 수에 따른 정확도. 둘 다 0에서 가장 높고 양쪽으로 떨어지는데, 밀집 신경망이 훨씬 가파르게 떨어집니다."
moved_accuracy.plot(style=["s--", "o-"], color=["0.5", BLUE], figsize=(6, 2.6), ylim=(0, 1.02))
plt.xlabel("shift to the right, in pixels")
plt.ylabel("accuracy")
plt.show()

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### Vary the images
#
# If training shows digits in the middle only, the dense layers learn the middle only. So show them elsewhere too: *data augmentation* changes training images at random, in ways that don't change what they show. A shifted 7 is a 7. (A 7 upside down is none. What is permitted depends on the task.)
#
# In Keras, augmentation is done by layers, such as `RandomTranslation`, `RandomRotation`, `RandomZoom` or `RandomContrast`. They work while training, and let images pass unchanged when the network predicts. As part of the network they need no further code: here a layer that shifts sideways by up to a fifth of the width stands in front of LeNet-5.
#
# > **Common mistake.** Books from before 2022 use `ImageDataGenerator` for this. It is deprecated; these layers have taken its place.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 이미지 변형하기
#
# 훈련 이미지의 숫자가 늘 가운데에 있으면 밀집층은 가운데만 배웁니다. 그러니 다른 곳에 있는 숫자도 보여 줍니다. *데이터 증강*(data augmentation)은 보여 주는 내용이 달라지지 않는 범위에서 훈련 이미지를 무작위로 바꾸는 일입니다. 옆으로 옮긴 7은 여전히 7입니다. (거꾸로 뒤집은 7은 7이 아닙니다. 무엇이 허용되는지는 문제에 따라 다릅니다.)
#
# Keras에서는 `RandomTranslation`, `RandomRotation`, `RandomZoom`, `RandomContrast` 같은 층으로 데이터를 증강합니다. 이 층들은 훈련할 때만 이미지를 바꾸고 예측할 때는 그대로 통과시킵니다. 신경망의 일부로 넣으면 다른 코드가 필요 없습니다. 여기서는 옆으로 너비의 5분의 1까지 옮기는 층을 LeNet-5 앞에 놓습니다.
#
# > **흔한 실수.** 2022년 이전의 책에서는 `ImageDataGenerator`를 씁니다. 이제는 권장하지 않으며, 이 층들이 그 자리를 대신합니다.

# %%
keras.utils.set_random_seed(2)
sideways = keras.layers.RandomTranslation(0.0, 0.2, fill_mode="constant")

# %% alt.en="Two rows of eight digits. Above as they are in training: shifted sideways by different amounts. Below in prediction: all in the middle." alt.ko="여덟 개씩 두 줄로 놓인 숫자. 윗줄은 훈련할 때로 저마다 다르게 옆으로 옮겨져 있고, 아랫줄은 예측할 때로 모두 가운데에 있습니다."
eight = np.repeat(x_fit[1:2], 8, axis=0)
rows = [np.hstack(sideways(eight, training=mode).numpy()[..., 0]) for mode in (True, False)]
plt.figure(figsize=(8, 2))
plt.imshow(np.vstack(rows), cmap="gray_r")
plt.yticks([14, 42], ["training", "predicting"])
plt.xticks([])
plt.show()

# %% [markdown] lang="en"
# ### Exercise 7 · A model that varies images (2 points)
#
# Write `build_augmenter(size, max_shift, max_degrees)`: a Keras model out of preprocessing layers.
#
# - Its input is a batch of grey images of shape `(size, size, 1)` with values from 0 (background) to 1; its output has the same shape. Begin with `keras.Input`.
# - Called with `training=True`, it shifts each image up to `max_shift` **pixels** down or up and up to `max_shift` pixels right or left, and turns it about its middle by up to `max_degrees` **degrees** in either direction. Every amount within these bounds is equally likely, and every image of the batch has its own.
# - `max_shift` and `max_degrees` are numbers, 0 or more; `max_shift` is less than half of `size`, `max_degrees` at most 90. Shift first, then turn.
# - Where nothing of the image is left, it is filled with 0, the background.
# - Called with `training=False`, it returns the images as they are.
#
# The arguments of Keras's layers are *shares*: of the height or width in `RandomTranslation`, of a full turn in `RandomRotation`. Their default way to fill is another one, too: look for `fill_mode`.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 이미지를 변형하는 모델(2점)
#
# 전처리 층으로 Keras 모델을 만드는 함수 `build_augmenter(size, max_shift, max_degrees)`를 작성하십시오.
#
# - 입력은 형상이 `(size, size, 1)`인 회색조 이미지의 배치이며, 값은 0(배경)에서 1까지입니다. 출력의 형상도 같습니다. `keras.Input`으로 시작합니다.
# - `training=True`로 호출하면 이미지마다 아래위로 최대 `max_shift`**픽셀**, 좌우로 최대 `max_shift`**픽셀** 옮기고, 이미지의 가운데를 중심으로 어느 방향으로든 최대 `max_degrees`**도** 돌립니다. 이 범위 안의 값은 모두 같은 확률로 나오며, 배치 안의 이미지마다 값이 따로 정해집니다.
# - `max_shift`와 `max_degrees`는 0 이상의 수이고, `max_shift`는 `size`의 절반보다 작으며 `max_degrees`는 90 이하입니다. 먼저 옮기고 나서 돌립니다.
# - 옮기거나 돌린 뒤에 비는 자리는 배경인 0으로 채웁니다.
# - `training=False`로 호출하면 이미지를 그대로 반환합니다.
#
# Keras 층의 인수는 *비율*입니다. `RandomTranslation`에서는 높이나 너비에 대한 비율이고, `RandomRotation`에서는 한 바퀴에 대한 비율입니다. 빈 자리를 채우는 기본 방법도 다르므로 `fill_mode`를 찾아보십시오.


# %% nbgrader={"grade": false, "grade_id": "build-augmenter", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_augmenter(size, max_shift, max_degrees):
    """Build a model that shifts and turns images at random while training.

    Args:
        size: int, height and width of the images in pixels.
        max_shift: number, the largest shift in pixels, in each of the four directions.
        max_degrees: number, the largest turn in degrees, in both directions.

    Returns:
        A Keras model: images of shape (batch, size, size, 1) in and out.
    """
    ### BEGIN SOLUTION
    share = max_shift / size
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            keras.layers.RandomTranslation(share, share, fill_mode="constant"),
            keras.layers.RandomRotation(max_degrees / 360, fill_mode="constant"),
        ]
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-augmenter-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

grid = np.arange(28) - 13.5  # distances from the middle


def middle(images):
    """Where the ink of each image lies on average: (down, right) from the middle, in pixels."""
    ink = images[..., 0] / images.sum(axis=(1, 2, 3))[:, None, None]
    return (ink.sum(axis=2) * grid).sum(axis=1), (ink.sum(axis=1) * grid).sum(axis=1)


dot = np.exp(-(grid[:, None] ** 2 + (grid[None, :] - 7) ** 2) / 4)  # 7 pixels to the right of the middle
dots = np.repeat(dot[None, :, :, None], 100, axis=0).astype("float32")

shifter = check.model(build_augmenter(28, 4, 0), "build_augmenter(28, 4, 0)")
check.close(
    check.predict(shifter, dots[:3], training=False),
    dots[:3],
    "model(images, training=False)",
    en="Without training the images stay as they are.",
    ko="training=False이면 이미지가 그대로여야 합니다.",
)
check.seed(1)
shifted = check.array(
    check.predict(shifter, dots, training=True), "model(images, training=True)", shape=(100, 28, 28, 1)
)
down, right = middle(shifted)
for way, moved in [("down", down), ("right", right - 7)]:
    reach = float(np.abs(moved).max())
    check.that(
        2.5 < reach < 4.5 and moved.min() < -1 and moved.max() > 1,
        f"build_augmenter(28, 4, 0): 100 images move by {moved.min():.1f} to {moved.max():.1f} pixels ({way}), "
        "expected about -4 to 4, each by its own. RandomTranslation takes shares of the height and width, not pixels.",
        f"build_augmenter(28, 4, 0): 이미지 100장이 {moved.min():.1f}픽셀에서 {moved.max():.1f}픽셀까지 움직였습니다({way}). "
        "이미지마다 따로, -4에서 4 정도까지 움직여야 합니다. RandomTranslation은 픽셀 수가 아니라 높이와 너비에 대한 비율을 받습니다.",
    )
white = np.ones((20, 28, 28, 1), dtype="float32")
check.seed(2)
check.that(
    bool(check.predict(shifter, white, training=True).mean() < 0.98),
    'build_augmenter(28, 4, 0): no empty place is filled with 0 after a shift: fill_mode="constant".',
    'build_augmenter(28, 4, 0): 옮긴 뒤 빈 자리가 0으로 채워지지 않았습니다. fill_mode="constant"를 쓰십시오.',
)
turner = check.model(build_augmenter(28, 0, 30), "build_augmenter(28, 0, 30)")
check.seed(3)
down, right = middle(check.predict(turner, dots, training=True))
angles = np.degrees(np.arctan2(down, right))
check.that(
    20 < np.abs(angles).max() < 32 and angles.min() < -8 and angles.max() > 8,
    f"build_augmenter(28, 0, 30): 100 images turn by {angles.min():.0f} to {angles.max():.0f} degrees, expected "
    "about -30 to 30, each by its own. RandomRotation takes a share of a full turn, which has 360 degrees.",
    f"build_augmenter(28, 0, 30): 이미지 100장이 {angles.min():.0f}도에서 {angles.max():.0f}도까지 돌았습니다. "
    "이미지마다 따로, -30도에서 30도 정도까지 돌아야 합니다. RandomRotation은 한 바퀴(360도)에 대한 비율을 받습니다.",
)
check.passed("training=False: unchanged", "up to 4 pixels", "up to 30 degrees", "filled with 0")

# %% nbgrader={"grade": true, "grade_id": "build-augmenter-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("build-augmenter")
side, most = int(rng.integers(40, 48)), int(rng.integers(3, 6))
limit = int(rng.integers(40, 70))
offsets = np.arange(side) - (side - 1) / 2
blob = np.exp(-((offsets[:, None] - 5) ** 2 + offsets[None, :] ** 2) / 3)  # 5 pixels below the middle
blobs = np.repeat(blob[None, :, :, None], 150, axis=0).astype("float32")
for shift, degrees in [(most, 0), (0, limit)]:
    call = f"build_augmenter({side}, {shift}, {degrees})"
    varier = check.model(build_augmenter(side, shift, degrees), call)
    check.close(
        check.predict(varier, blobs[:2], training=False), blobs[:2], f"{call}(images, training=False)"
    )
    check.seed(int(rng.integers(1000)))
    varied = check.array(
        check.predict(varier, blobs, training=True), f"{call}(images, training=True)", shape=blobs.shape
    )
    total = varied.sum(axis=(1, 2, 3))
    lower = (varied[..., 0].sum(axis=2) @ offsets) / total
    across = (varied[..., 0].sum(axis=1) @ offsets) / total
    found = [lower - 5, across] if shift else [np.degrees(np.arctan2(across, lower))]
    bound, slack = (shift, 0.5) if shift else (degrees, 4)
    for amounts in found:
        check.that(
            bool(0.7 * bound < np.abs(amounts).max() < bound + slack)
            and bool(amounts.min() < -0.3 * bound and amounts.max() > 0.3 * bound)
            and bool(amounts.std() < 0.75 * bound),
            f"{call}: 150 images are shifted or turned by {amounts.min():.1f} to {amounts.max():.1f}, "
            f"expected about -{bound} to {bound}, each by its own amount.",
            f"{call}: 이미지 150장의 이동량이나 각도가 {amounts.min():.1f}에서 {amounts.max():.1f}까지입니다. "
            f"이미지마다 따로, -{bound}에서 {bound} 정도까지여야 합니다.",
        )
    full = np.ones((10, side, side, 1), dtype="float32")
    check.that(
        bool(check.predict(varier, full, training=True).mean() < 0.98),
        f"{call}: what is left empty has to be filled with 0.",
        f"{call}: 비는 자리는 0으로 채워야 합니다.",
    )
check.passed("drawn shift", "drawn turn")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 8 · Vary a data set, and leave its labels alone (2 points)
#
# Write `augment_dataset(dataset, augmenter)`.
#
# - `dataset` is a `tf.data.Dataset` of batches `(images, labels)`. `augmenter` is a Keras model that takes a batch of images and returns one of the same shape, and does its work only when called with `training=True`.
# - Return a `tf.data.Dataset` with the same batches in the same order, in which the images have passed through `augmenter(images, training=True)`, and the labels are as they were, in value and type.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 레이블은 그대로 두고 데이터셋 변형하기(2점)
#
# 함수 `augment_dataset(dataset, augmenter)`를 작성하십시오.
#
# - `dataset`은 `(이미지, 레이블)` 배치로 된 `tf.data.Dataset`입니다. `augmenter`는 이미지 배치를 받아 같은 형상의 배치를 반환하는 Keras 모델이며, `training=True`로 호출할 때만 이미지를 바꿉니다.
# - 같은 배치가 같은 순서로 든 `tf.data.Dataset`을 반환합니다. 이미지는 `augmenter(images, training=True)`를 거친 것이고, 레이블은 값도 자료형도 그대로입니다.


# %% nbgrader={"grade": false, "grade_id": "augment-dataset", "locked": false, "schema_version": 3, "solution": true, "task": false}
def augment_dataset(dataset, augmenter):
    """Pass the images of a data set through a model in training mode.

    Args:
        dataset: tf.data.Dataset of batches (images, labels).
        augmenter: Keras model, images in and out.

    Returns:
        A tf.data.Dataset with the same batches: images varied, labels as they were.
    """
    ### BEGIN SOLUTION
    return dataset.map(lambda images, labels: (augmenter(images, training=True), labels))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "augment-dataset-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
import tensorflow as tf
from hiddenlayers import check

# In training this model sets about half of the pixels to 0 and multiplies the others by 6, otherwise all by 3.
marker = keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Rescaling(3.0), keras.layers.Dropout(0.5)])
plain_images = np.arange(1, 161, dtype="float32").reshape(10, 4, 4, 1)
plain_labels = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 8])
batches = tf.data.Dataset.from_tensor_slices((plain_images, plain_labels)).batch(4)
check.seed(1)
varied = augment_dataset(batches, marker)
check.that(
    isinstance(varied, tf.data.Dataset),
    f"augment_dataset(dataset, augmenter): expected a tf.data.Dataset, found {check.describe_value(varied)}. "
    "dataset.map gives one.",
    f"augment_dataset(dataset, augmenter): 기대한 값은 tf.data.Dataset, 나온 값은 {check.describe_value(varied)}. "
    "dataset.map을 쓰십시오.",
)
pairs = list(varied.as_numpy_iterator())
check.that(
    all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs),
    "augment_dataset(dataset, augmenter): each element has to be a pair (images, labels).",
    "augment_dataset(dataset, augmenter): 원소마다 (이미지, 레이블) 쌍이어야 합니다.",
)
check.equal(
    [len(labels) for _, labels in pairs],
    [4, 4, 2],
    "[len(labels) for images, labels in dataset]",
    en="The batches stay as they are: as many as before, and as large.",
    ko="배치의 개수와 크기가 그대로여야 합니다.",
)
check.equal(
    np.concatenate([labels for _, labels in pairs]),
    plain_labels,
    "labels",
    en="Labels keep their values, their type and their order: do not shuffle, and do not pass them through the model.",
    ko="레이블의 값과 자료형, 순서가 그대로여야 합니다. 섞거나 모델에 넣지 마십시오.",
)
factors = np.concatenate([images for images, _ in pairs]) / plain_images
check.that(
    not np.allclose(factors, 3),
    "augment_dataset(dataset, augmenter): the model was called without training=True, so it did not vary anything.",
    "augment_dataset(dataset, augmenter): 모델을 training=True 없이 호출해 이미지가 변형되지 않았습니다.",
)
check.that(
    bool(np.all(np.isclose(factors, 0) | np.isclose(factors, 6)))
    and 0.2 < np.mean(np.isclose(factors, 0)) < 0.8,
    "augment_dataset(dataset, augmenter): the images are not those that augmenter(images, training=True) gives.",
    "augment_dataset(dataset, augmenter): 이미지가 augmenter(images, training=True)의 결과와 다릅니다.",
)
check.passed("3 batches", "labels unchanged", "training=True")

# %% nbgrader={"grade": true, "grade_id": "augment-dataset-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
import tensorflow as tf
from hiddenlayers import check

rng = check.rng("augment-dataset")
count, size, wide = int(rng.integers(45, 60)), int(rng.choice([3, 5, 6])), int(rng.integers(3, 6))
scale = float(rng.integers(2, 6))
dropper = keras.Sequential(
    [keras.Input((wide, 3, 2)), keras.layers.Rescaling(scale), keras.layers.Dropout(0.5)]
)
given = rng.uniform(0.1, 1.0, size=(count, wide, 3, 2)).astype("float32")
one_hot = np.eye(4, dtype="float32")[rng.integers(0, 4, size=count)]
check.seed(int(rng.integers(1000)))
changed = augment_dataset(tf.data.Dataset.from_tensor_slices((given, one_hot)).batch(size), dropper)
check.that(
    isinstance(changed, tf.data.Dataset),
    "augment_dataset(dataset, augmenter): expected a tf.data.Dataset.",
    "augment_dataset(dataset, augmenter): tf.data.Dataset을 반환해야 합니다.",
)
parts = list(changed.as_numpy_iterator())
check.equal(
    [len(part[1]) for part in parts],
    [min(size, count - start) for start in range(0, count, size)],
    "[len(labels) for images, labels in dataset]",
    en="The batches stay as large as they are, whatever their size.",
    ko="배치의 크기가 얼마이든 그대로여야 합니다.",
)
check.equal(
    np.concatenate([part[1] for part in parts]),
    one_hot,
    "labels",
    en="One-hot labels are labels too: they keep their shape, their type and their order.",
    ko="원-핫 레이블도 형상과 자료형, 순서가 그대로여야 합니다.",
)
ratios = np.concatenate([part[0] for part in parts]) / given
check.that(
    bool(np.all(np.isclose(ratios, 0) | np.isclose(ratios, 2 * scale)))
    and 0.2 < np.mean(np.isclose(ratios, 0)) < 0.8,
    "augment_dataset(dataset, augmenter): the images are not those that augmenter(images, training=True) gives.",
    "augment_dataset(dataset, augmenter): 이미지가 augmenter(images, training=True)의 결과와 다릅니다.",
)
check.passed("drawn data set")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# LeNet-5 goes on learning behind the layer `sideways` for three epochs (half a minute on MNIST), and we compare again.

# %% [markdown] lang="ko"
# LeNet-5가 `sideways` 층 뒤에서 세 에포크 더 학습합니다(MNIST에서 30초쯤 걸립니다). 그런 다음 다시 비교합니다.

# %%
more_epochs = hiddenlayers.epochs(3)
slower = keras.optimizers.schedules.CosineDecay(0.001, decay_steps=more_epochs * len(train_batches))
varied = keras.Sequential([keras.Input(shape=(28, 28, 1)), sideways, scheduled])
varied.compile(keras.optimizers.Adam(slower), "sparse_categorical_crossentropy", metrics=["accuracy"])
varied.fit(train_batches, epochs=more_epochs, shuffle=False, verbose=0)
moved_accuracy["LeNet-5, varied images"] = accuracy_when_moved(scheduled)

# %% [markdown] lang="en"
# ### Or build it in
#
# The other way is a network that can't but be invariant, or nearly so. In `everywhere` of section 4 no layer has a weight for a place. It trains for three epochs on the digits in the middle, without any shift.

# %% [markdown] lang="ko"
# ### 또는 구조에 담기
#
# 다른 방법은 애초에 위치에 거의 영향을 받지 않는 구조로 만드는 것입니다. 4절에서 만든 `everywhere`에는 위치마다 가중치가 따로 있는 층이 없습니다. 이 신경망을 옮기지 않은, 가운데에 있는 숫자만으로 세 에포크 동안 훈련합니다.

# %%
falling_again = keras.optimizers.schedules.CosineDecay(0.002, decay_steps=more_epochs * len(train_batches))
everywhere.compile(
    keras.optimizers.Adam(falling_again), "sparse_categorical_crossentropy", metrics=["accuracy"]
)
everywhere.fit(train_batches, epochs=more_epochs, shuffle=False, verbose=0)
moved_accuracy["everywhere"] = accuracy_when_moved(everywhere)

# %%
val_accuracy = {"scheduled": curves["scheduled"].iloc[-1]}
for name, rival in [("varied images", varied), ("everywhere", everywhere)]:
    val_accuracy[name] = rival.evaluate(val_batches, verbose=0)[1]
print({name: round(float(share), 4) for name, share in val_accuracy.items()})

# %% alt.en="Accuracy against the shift for four networks: dense falls steeply, LeNet-5 less so; on MNIST LeNet-5 with varied images and the network without Flatten stay high as far as six pixels." alt.ko="네 신경망의 이동한 픽셀 수에 따른 정확도. 밀집 신경망은 가파르게, LeNet-5는 덜 가파르게 떨어집니다. MNIST에서는 변형한 이미지로 훈련한 LeNet-5와 Flatten이 없는 신경망이 여섯 픽셀까지 높게 유지됩니다."
moved_accuracy.plot(
    style=["s--", "o-", "^-", "d-"], color=["0.5", BLUE, ORANGE, GREEN], figsize=(7, 2.8), ylim=(0, 1.02)
)
plt.xlabel("shift to the right, in pixels")
plt.ylabel("accuracy")
plt.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
plt.show()

# %% [markdown] lang="en"
# On MNIST both ways work, and hardly cost any accuracy in the middle (the line above shows the validation accuracies). The structure does better than the data: it needs no shifted images, and no more than 24,282 parameters. (On the small sample its curve may go up and down with the shift: four pixels fit the two poolings exactly, two do not.) The lesson is an old one. *What you know about a problem, build into the network; what you can't build in, show it.*

# %% [markdown] lang="ko"
# MNIST에서는 두 방법 모두 통하며, 가운데 있는 숫자의 정확도도 거의 잃지 않습니다(그림 위의 출력이 검증 정확도입니다). 구조를 바꾸는 쪽이 데이터를 바꾸는 쪽보다 낫습니다. 옮긴 이미지도 필요 없고 파라미터는 24,282개뿐입니다. (작은 표본에서는 이동한 픽셀 수에 따라 곡선이 오르내릴 수 있습니다. 네 픽셀은 두 번의 풀링에 꼭 들어맞지만 두 픽셀은 그렇지 않기 때문입니다.) 오래된 교훈입니다. *문제에 대해 아는 것은 구조에 담고, 담을 수 없는 것은 데이터로 보여 줍니다.*

# %% [markdown] lang="en"
# ### Deeper: VGG, GoogLeNet, ResNet
#
# Three networks of 2014 and 2015 showed how to go from five layers to more than a hundred. Each has a block of its own.
#
# - **VGG** stacks 3×3 convolutions. Two in a row have a receptive field of 5×5, three one of 7×7, with fewer weights than one large kernel ($3 \cdot 9 = 27$ against 49 for each pair of channels) and an activation after each.
# - **GoogLeNet** looks with kernels of several sizes at once and joins the results. To keep this affordable, *1×1 convolutions* first reduce the channels: at each pixel they mix channels, and nothing else. Two *auxiliary classifiers* half-way up give the early layers a gradient of their own in training.
# - **ResNet** adds a block's input to its output: a *skip connection*.

# %% [markdown] lang="ko"
# ### 더 깊게: VGG, GoogLeNet, ResNet
#
# 2014년과 2015년에 나온 세 신경망은 층 다섯 개에서 백 개가 넘는 층으로 가는 길을 보여 주었습니다. 저마다 고유한 블록이 있습니다.
#
# - **VGG**는 3×3 합성곱을 쌓습니다. 두 개를 이으면 수용장이 5×5, 세 개를 이으면 7×7이 됩니다. 큰 커널 하나보다 가중치가 적고(채널 쌍마다 49개가 아니라 $3 \cdot 9 = 27$개), 합성곱마다 활성화 함수가 하나씩 있습니다.
# - **GoogLeNet**은 여러 크기의 커널로 동시에 보고 결과를 이어 붙입니다. 계산을 감당할 수 있도록 먼저 *1×1 합성곱*으로 채널 수를 줄입니다. 1×1 합성곱은 픽셀마다 채널끼리 섞기만 합니다. 중간에 있는 *보조 분류기*(auxiliary classifier) 두 개는 훈련할 때 앞쪽 층에 그레이디언트를 직접 전합니다.
# - **ResNet**은 블록의 입력을 출력에 더합니다. 이것을 *스킵 연결*(skip connection)이라고 합니다.

# %% alt.en="Three block diagrams. VGG: two 3×3 convolutions and a pooling in a row. GoogLeNet: four branches with 1×1, 3×3 and 5×5 convolutions and pooling, joined. ResNet: two convolutions, and an orange arrow that leads the input past them to be added." alt.ko="블록 그림 세 개. VGG는 3×3 합성곱 두 개와 풀링이 한 줄로 놓여 있습니다. GoogLeNet은 1×1, 3×3, 5×5 합성곱과 풀링으로 된 네 갈래를 이어 붙입니다. ResNet은 합성곱 두 개와, 입력을 건너뛰어 더하는 주황색 화살표로 되어 있습니다."
draw_blocks()

# %% [markdown] lang="en"
# What a 1×1 convolution saves: from 256 channels to 128 by kernels of 5×5, directly, or by way of 32 channels (biases left out).

# %% [markdown] lang="ko"
# 1×1 합성곱으로 얼마나 아끼는지 봅시다. 5×5 커널로 256채널에서 128채널로 곧바로 갈 때와, 먼저 32채널로 줄인 뒤에 갈 때입니다(편향은 빼고 셉니다).

# %%
directly = 5 * 5 * 256 * 128
by_way_of_32 = 1 * 1 * 256 * 32 + 5 * 5 * 32 * 128
print(f"{directly:,} weights directly, {by_way_of_32:,} by way of 32 channels")

# %% [markdown] lang="en"
# ### A small residual block
#
# The block computes a *residual*: what has to be added to $x$. Where the number of channels changes, a 1×1 convolution makes the skip connection fit. This is what needs the Functional API; a `Sequential` model can't do it.

# %% [markdown] lang="ko"
# ### 작은 잔차 블록
#
# 이 블록은 *잔차*(residual), 곧 $x$에 더해야 할 값을 계산합니다. 채널 수가 달라지는 곳에서는 1×1 합성곱으로 스킵 연결의 형상을 맞춥니다. 이런 구조는 `Sequential`로는 만들 수 없으므로 함수형 API가 필요합니다.


# %%
def residual_block(x, filters):
    """Two convolutions, whose result is added to their input."""
    residual = conv_block(x, filters)
    residual = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(residual)
    residual = keras.layers.BatchNormalization(momentum=0.9)(residual)
    if x.shape[-1] != filters:
        x = keras.layers.Conv2D(filters, 1)(x)
    return keras.layers.Activation("relu")(keras.layers.Add()([x, residual]))


# %%
picture_in = keras.Input(shape=(28, 28, 1))
features = residual_block(residual_block(picture_in, 16), 32)
residual_net = keras.Model(picture_in, keras.layers.GlobalAveragePooling2D()(features))
print("out:", residual_net.output_shape, f"· {residual_net.count_params():,} parameters")

# %% [markdown] lang="en"
# ### What the skip connection is for
#
# Not for depth as such: it is for the gradient. On its way back through a plain stack the gradient is multiplied by the weights of every layer, and dwindles. Past each block there is now a straight way where nothing is multiplied. The picture shows, before any training, the gradient of the loss with respect to what each of 30 convolutions passes on. Without skip connections next to nothing reaches the first layers; with them it arrives, here even larger than it set out. (In ResNet batch normalization keeps that in check.)

# %% [markdown] lang="ko"
# ### 스킵 연결은 무엇을 위한 것인가
#
# 깊이 자체가 아니라 그레이디언트를 위한 것입니다. 층을 쌓기만 한 신경망에서는 그레이디언트가 거슬러 올라가는 동안 모든 층의 가중치와 곱해져 점점 사라집니다. 스킵 연결이 있으면 블록마다 아무것도 곱하지 않는 지름길이 생깁니다. 그림은 훈련을 시작하기 전, 합성곱 30개가 저마다 내놓은 값에 대한 손실의 그레이디언트를 나타낸 것입니다. 스킵 연결이 없으면 앞쪽 층에는 거의 아무것도 전해지지 않습니다. 있으면 제대로 전해지며, 여기서는 오히려 더 커집니다. (ResNet에서는 배치 정규화가 이를 억제합니다.)


# %%
def deep_network(skip):
    """Thirty convolutions in a row, with skip connections or without; all that they pass on is an output too."""
    inputs = keras.Input(shape=(28, 28, 1))
    passed_on = [keras.layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)]
    for _ in range(29):
        x = passed_on[-1]
        y = keras.layers.Conv2D(8, 3, padding="same", activation="relu")(x)
        passed_on.append(keras.layers.Add()([x, y]) if skip else y)
    pooled = keras.layers.GlobalAveragePooling2D()(passed_on[-1])
    return keras.Model(inputs, [*passed_on, keras.layers.Dense(10, activation="softmax")(pooled)])


# %%
def gradient_sizes(network):
    """The size of the gradient with respect to what each convolution passes on, for the first 32 digits."""
    with tf.GradientTape() as tape:
        *passed_on, probabilities = network(x_fit[:32])
        losses = keras.losses.sparse_categorical_crossentropy(y_fit[:32], probabilities)
    return [float(tf.norm(gradient)) for gradient in tape.gradient(losses, passed_on)]


# %% alt.en="Size of the gradient against the layer on a logarithmic scale. Without skip connections it falls by many powers of ten towards the first layer; with them it rises instead." alt.ko="층에 따른 그레이디언트의 크기를 로그 눈금으로 그린 그래프. 스킵 연결이 없으면 첫 층으로 갈수록 10의 여러 거듭제곱만큼 작아지고, 있으면 오히려 커집니다."
plt.figure(figsize=(6, 2.6))
for skip, color in [(False, ORANGE), (True, BLUE)]:
    keras.utils.set_random_seed(4)
    sizes = gradient_sizes(deep_network(skip))
    label = "with skip connections" if skip else "without"
    plt.semilogy(range(1, 31), sizes, "o-", markersize=3, color=color, label=label)
plt.xlabel("convolution, counted from the input")
plt.ylabel("size of the gradient")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 9 · A convolution over a table (2 points, marked by a person)
#
# A shop knows 64 numbers about each customer: age, distance to the shop, purchases in each month, postcode, number of children and so on. They stand in the columns of a table in no particular order. A colleague writes each customer's 64 numbers into an 8×8 grid, row by row, calls it an image, and trains LeNet-5 on it.
#
# Name the two assumptions that a convolutional layer makes about its input, and say for each whether it holds here and what follows. Then name one kind of data **other than images** for which both hold, and say why. Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 9 · 표에 적용한 합성곱(2점, 사람이 채점)
#
# 어떤 가게가 고객마다 64가지 수를 알고 있습니다. 나이, 가게까지의 거리, 달마다의 구매 횟수, 우편번호, 자녀 수 등이 표의 열에 아무 순서 없이 들어 있습니다. 한 동료가 고객마다 이 64개의 수를 8×8 격자에 한 행씩 차례로 채워 넣어 이미지라고 부르며 LeNet-5를 훈련합니다.
#
# 합성곱층이 입력에 대해 두는 가정 두 가지를 쓰고, 각 가정이 여기서 성립하는지, 그래서 어떤 일이 생기는지 설명하십시오. 그런 다음 두 가정이 모두 성립하는, **이미지가 아닌** 데이터의 종류를 하나 들고 그 이유를 쓰십시오. 여섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "table-as-image", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** *Locality:* what belongs together lies close together, so a small kernel sees something meaningful. In the grid, age may lie beside the postcode and far from the number of children; which numbers are neighbours is an accident of the order of the columns. The first layers can only combine such accidental neighbours; what really belongs together meets late, in the dense layers.
# *Parameter sharing:* a pattern means the same wherever it appears, so one kernel may serve for all places. "A large number above a small one" means something quite different for age and distance than for two months. The kernel must make one rule for all of them and can suit none. (Pooling makes it worse: it blurs which column a value came from.) A dense network, with a weight for each column, is the better choice.
# Both hold for sound: neighbouring moments belong together, and a syllable or a note is the same at whatever moment it is heard. (Other good examples: heartbeat curves and other measurements in time, DNA, text, video.)
#
# *Rubric.* 1 point: names locality **and** parameter sharing (in whatever words: neighbours belong together; the same pattern means the same everywhere) and says why each fails in the table; half a point for one of the two. 1 point: a fitting kind of data with the reason for both assumptions; half a point for an example without a reason, or with the reason for one only.
#
# **모범 답안.** *지역성:* 서로 관련된 것은 가까이 있다는 가정입니다. 그래야 작은 커널이 의미 있는 것을 볼 수 있습니다. 이 격자에서는 나이가 우편번호 옆에 있고 자녀 수와는 멀리 떨어져 있을 수 있으며, 어떤 수가 이웃이 되는지는 열의 순서에 따른 우연일 뿐입니다. 처음 층들은 이렇게 우연히 이웃한 수끼리만 묶을 수 있고, 정말 관련된 수들은 뒤쪽의 밀집층에 가서야 만납니다.
# *파라미터 공유:* 같은 패턴은 어디에 나타나든 뜻이 같다는 가정입니다. 그래야 커널 하나를 모든 위치에 쓸 수 있습니다. "큰 수 아래에 작은 수"라는 패턴의 뜻은 나이와 거리에서와 두 달의 구매 횟수에서가 전혀 다릅니다. 커널은 모두에 통하는 규칙 하나를 만들어야 하므로 어느 것에도 맞지 않습니다. (풀링은 값이 어느 열에서 왔는지까지 흐리므로 더 나쁩니다.) 열마다 가중치가 따로 있는 밀집 신경망이 더 알맞습니다.
# 소리에서는 두 가정이 모두 성립합니다. 이웃한 순간의 소리는 서로 관련되어 있고, 같은 음절이나 음은 언제 들리든 같기 때문입니다. (심전도처럼 시간에 따라 잰 값, DNA, 텍스트, 동영상도 좋은 예입니다.)
#
# *채점 기준.* 1점: 지역성과 파라미터 공유를 **모두** 들고(이웃은 서로 관련된다, 같은 패턴은 어디서나 뜻이 같다 등 표현은 자유) 표에서 각각 왜 성립하지 않는지 설명함. 둘 중 하나만 설명하면 0.5점. 1점: 알맞은 데이터의 예를 들고 두 가정이 성립하는 이유를 씀. 이유가 없거나 한 가정의 이유만 쓰면 0.5점.

# %% [markdown] lang="en"
# ## 10 · Save
#
# As before, one `.keras` file holds layers, weights, optimizer and loss. The loaded network gives the same answers.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 전과 같이 `.keras` 파일 하나에 층, 가중치, 옵티마이저, 손실이 모두 들어갑니다. 다시 불러온 신경망은 같은 답을 내놓습니다.

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "everywhere.keras"
    everywhere.save(path)
    print(path.name, f"{path.stat().st_size / 1e3:.0f} kB")
    restored = keras.models.load_model(path)
print("same answers:", np.allclose(everywhere(x_test_scaled[:10]), restored(x_test_scaled[:10]), atol=1e-6))

# %% [markdown] lang="en"
# The course brings a LeNet-5 that was trained and saved beforehand, one for MNIST and one for the small sample. In chapter 09 it will judge digits that another network has invented. As an examiner it should be sure where people are sure, and doubt where there is nothing to read. Mostly it does; now and then a network is surer than it should be.

# %% [markdown] lang="ko"
# 강의에는 미리 훈련해 저장해 둔 LeNet-5가 MNIST용과 작은 표본용으로 하나씩 들어 있습니다. 9장에서는 다른 신경망이 지어낸 숫자를 이 신경망이 심사합니다. 심사위원이라면 사람이 확신하는 것은 확신하고, 읽을 것이 없으면 의심해야 합니다. 대체로 그렇지만, 때로는 신경망이 지나치게 확신하기도 합니다.

# %% alt.en="Five test digits and five mixtures of two digits each, with the judge's answer and its probability above each; it is sure of the digits and less so of most mixtures." alt.ko="테스트 숫자 다섯 장과, 두 숫자를 섞은 이미지 다섯 장. 위에 심사위원의 답과 확률이 적혀 있습니다. 숫자는 확신하고 섞은 이미지는 대부분 덜 확신합니다."
judge = datasets.digit_judges.load_model()
shown = np.concatenate([x_test_scaled[:5], (x_test_scaled[:5] + x_test_scaled[5:10]) / 2])
opinions = judge(shown).numpy()
_, axis = plt.subplots(figsize=(8, 1.2))
axis.imshow(np.hstack(shown), cmap="gray_r")
titles = [f"{np.argmax(opinion)}: {opinion.max():.0%}" for opinion in opinions]
axis.set_xticks(28 * np.arange(10) + 14, titles, fontsize=9)
axis.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
axis.set_yticks([])
axis.set_frame_on(False)
plt.show()

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **Images without a channel axis.** `Conv2D` wants (batch, height, width, channels). Grey images need a last axis of length 1, and a single image a first one of length 1.
# - **"Three channels in, so three channels out."** A filter adds up over all input channels. The output has as many channels as the layer has filters.
# - **"26×26×1" and "flatten gives 25".** Both forget the channels: 32 filters give 26×26×32, and 64 maps of 5×5 make 1,600 numbers.
# - **"The kernel is a non-linear filter."** Convolution is linear. Without an activation in between, two layers are no more than one.
# - **"A convolutional network doesn't care where things are."** Kernels find features anywhere, pooling forgives a pixel or two, but `Flatten` and `Dense` care very much.
# - **The test set as `validation_data`,** with early stopping or the best epoch chosen by it. Then it is no test any more.
# - **"Softmax needs one-hot labels."** Only with the categorical loss. We used whole numbers throughout.
# - **Checkpoints called `.hdf5`.** `ModelCheckpoint` of Keras 3 raises an error for it. Use `.keras`, or `.weights.h5` for weights alone.
# - **Augmenting the validation or the test set.** Only training images are varied; the others measure.
# - **"A recurrent network is a kind of convolutional network."** It shares parameters too, but over time, and it has a memory. Chapter 05 builds one.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **채널 축이 없는 이미지.** `Conv2D`의 입력은 (배치, 높이, 너비, 채널 수)입니다. 회색조 이미지에는 길이 1인 마지막 축이, 이미지 한 장에는 길이 1인 첫 축이 필요합니다.
# - **"채널 세 개가 들어가면 세 개가 나온다."** 필터는 모든 입력 채널에서 곱한 값을 더합니다. 출력의 채널 수는 층의 필터 개수와 같습니다.
# - **"26×26×1"과 "펼치면 25개".** 채널을 빠뜨린 것입니다. 필터가 32개이면 26×26×32이고, 5×5 맵이 64장이면 1,600개의 수가 됩니다.
# - **"커널은 비선형 필터이다."** 합성곱은 선형입니다. 사이에 활성화 함수가 없으면 층 두 개가 하나와 다를 것이 없습니다.
# - **"합성곱 신경망은 위치에 상관하지 않는다."** 커널은 어디서나 특성을 찾고 풀링은 한두 픽셀을 눈감아 주지만, `Flatten`과 `Dense`는 위치에 크게 좌우됩니다.
# - **테스트 세트를 `validation_data`로 쓰기.** 그 결과로 조기 종료를 하거나 가장 좋은 에포크를 고르면 더는 테스트가 아닙니다.
# - **"소프트맥스를 쓰려면 레이블이 원-핫이어야 한다."** 범주형 손실에서만 그렇습니다. 이 장에서는 내내 정수 레이블을 썼습니다.
# - **`.hdf5`로 끝나는 체크포인트.** Keras 3의 `ModelCheckpoint`에서는 오류가 납니다. `.keras`를 쓰고, 가중치만 저장할 때는 `.weights.h5`를 씁니다.
# - **검증 세트나 테스트 세트까지 증강하기.** 훈련 이미지만 변형합니다. 나머지는 평가하는 데 씁니다.
# - **"순환 신경망은 합성곱 신경망의 하나이다."** 순환 신경망도 파라미터를 공유하지만 시간을 따라 공유하고, 기억이 있습니다. 5장에서 만듭니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - calculated convolutions by hand (37!) and in code, and saw what locality and parameter sharing buy: 156 parameters in the place of 3.7 million,
# - worked out sizes and parameters with stride, padding, channels and pooling,
# - built LeNet-5 (61,706 parameters) and networks of any depth (34,826), with the Functional API and batch normalization too,
# - fed a network from a `tf.data` pipeline, let its learning rate fall along a cosine, and varied its images,
# - looked at kernels and feature maps, and saw what VGG, GoogLeNet and ResNet added.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. A `Conv2D` layer with 20 filters of 3×3 gets images of 32×32×3, with padding `"valid"` and stride 1. What is the shape of its output, and how many parameters has it?
# 2. What do locality and parameter sharing mean?
# 3. What does max pooling gain, and what does it lose?
# 4. Why does a learning rate that falls reach a better result than a constant one?
# 5. What is a skip connection good for?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 손으로도(37!) 코드로도 합성곱을 계산하고, 지역성과 파라미터 공유의 이점을 보았습니다. 파라미터가 370만 개 대신 156개입니다.
# - 스트라이드, 패딩, 채널, 풀링에 따른 크기와 파라미터 개수를 구했습니다.
# - LeNet-5(파라미터 61,706개)와 원하는 깊이의 신경망(34,826개)을 만들고, 함수형 API와 배치 정규화도 썼습니다.
# - `tf.data` 파이프라인으로 데이터를 공급하고, 학습률을 코사인을 따라 낮추고, 이미지를 변형했습니다.
# - 커널과 특성 맵을 들여다보고, VGG, GoogLeNet, ResNet이 무엇을 더했는지 보았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 3×3 필터 20개로 된 `Conv2D` 층에 32×32×3 이미지가 들어옵니다. 패딩은 `"valid"`, 스트라이드는 1입니다. 출력의 형상은 무엇이며, 파라미터는 몇 개입니까?
# 2. 지역성과 파라미터 공유는 무엇을 뜻합니까?
# 3. 최대 풀링으로 얻는 것과 잃는 것은 무엇입니까?
# 4. 학습률을 낮추어 가면 일정하게 둘 때보다 결과가 좋아지는 이유는 무엇입니까?
# 5. 스킵 연결은 어디에 좋습니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): [Gradient-Based Learning Applied to Document Recognition](http://yann.lecun.com/exdb/publis/pdf/lecun-01a.pdf). LeNet-5 in the original.
# - V. Dumoulin, F. Visin (2016): [A guide to convolution arithmetic for deep learning](https://arxiv.org/abs/1603.07285). Stride and padding in many pictures.
# - S. Ioffe, C. Szegedy (2015): [Batch Normalization](https://arxiv.org/abs/1502.03167).
# - K. Simonyan, A. Zisserman (2014): [VGG](https://arxiv.org/abs/1409.1556). C. Szegedy and others (2014): [GoogLeNet](https://arxiv.org/abs/1409.4842). K. He and others (2015): [ResNet](https://arxiv.org/abs/1512.03385).
# - Keras: [The Functional API](https://keras.io/guides/functional_api/). TensorFlow: [tf.data](https://www.tensorflow.org/guide/data).
#
# ## Recall answers
#
# 1. 30×30×20, and $(3 \cdot 3 \cdot 3 + 1) \cdot 20 = 560$ parameters.
# 2. Each output depends on a small patch of the input only; and the same weights serve at every place.
# 3. It makes the maps smaller, and small shifts change little; it loses where exactly in a window the largest value was, and all the smaller values.
# 4. Large steps at first come far quickly; small ones at the end settle in the best place nearby instead of stepping over it.
# 5. The gradient reaches early layers past the blocks in between, without being multiplied away. So very deep networks can be trained.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998): [Gradient-Based Learning Applied to Document Recognition](http://yann.lecun.com/exdb/publis/pdf/lecun-01a.pdf). LeNet-5가 나온 논문입니다.
# - V. Dumoulin, F. Visin (2016): [A guide to convolution arithmetic for deep learning](https://arxiv.org/abs/1603.07285). 스트라이드와 패딩을 많은 그림으로 설명합니다.
# - S. Ioffe, C. Szegedy (2015): [Batch Normalization](https://arxiv.org/abs/1502.03167).
# - K. Simonyan, A. Zisserman (2014): [VGG](https://arxiv.org/abs/1409.1556). C. Szegedy 외 (2014): [GoogLeNet](https://arxiv.org/abs/1409.4842). K. He 외 (2015): [ResNet](https://arxiv.org/abs/1512.03385).
# - Keras: [The Functional API](https://keras.io/guides/functional_api/). TensorFlow: [tf.data](https://www.tensorflow.org/guide/data).
#
# ## 질문의 답
#
# 1. 출력은 30×30×20이고, 파라미터는 $(3 \cdot 3 \cdot 3 + 1) \cdot 20 = 560$개입니다.
# 2. 지역성은 출력 하나가 입력의 작은 구역에만 달려 있다는 뜻이고, 파라미터 공유는 모든 위치에서 같은 가중치를 쓴다는 뜻입니다.
# 3. 맵이 작아지고, 조금 움직여도 출력이 별로 달라지지 않습니다. 그 대신 가장 큰 값이 창 안의 어디에 있었는지와 그보다 작은 값들을 모두 잃습니다.
# 4. 처음에는 단계가 커서 멀리까지 빨리 가고, 마지막에는 단계가 작아 가까운 좋은 지점을 지나치지 않고 자리 잡기 때문입니다.
# 5. 그레이디언트가 중간의 블록을 건너 앞쪽 층까지 사라지지 않고 전해집니다. 그래서 아주 깊은 신경망도 훈련할 수 있습니다.
