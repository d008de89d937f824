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

# %%

# %% [markdown] lang="en"
# # Convolution

# %% [markdown] lang="ko"
# # 합성곱

# %% lang="en"
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
import hiddenlayers

hiddenlayers.start("ko")

# %%
import keras
import numpy as np

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
    blocks = drawn[: down * side, : across * side].reshape(down, side, across, side, depth)
    largest_values = blocks.max(axis=(1, 3))
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
for blocks in (1, 3):
    numbers = [int(number) for number in rng.choice(np.arange(3, 13), size=blocks, replace=False)]
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
    check.equal([layer.output_shape for layer in dropped], [(None, flattened)], f"{call}: Dropout.output.shape")
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
    en="Without training the images stay as they are. Do not fix training=True inside the model.",
    ko="training=False이면 이미지가 그대로여야 합니다. 모델 안에서 training=True로 고정하지 마십시오.",
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
    check.close(check.predict(varier, blobs[:2], training=False), blobs[:2], f"{call}(images, training=False)")
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
    all(type(pair) is tuple and len(pair) == 2 for pair in pairs),
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
    bool(np.all(np.isclose(factors, 0) | np.isclose(factors, 6))) and 0.2 < np.mean(np.isclose(factors, 0)) < 0.8,
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
count, size, wide = int(rng.integers(11, 20)), int(rng.integers(5, 8)), int(rng.integers(3, 6))
scale = float(rng.integers(2, 6))
dropper = keras.Sequential([keras.Input((wide, 3, 2)), keras.layers.Rescaling(scale), keras.layers.Dropout(0.5)])
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
