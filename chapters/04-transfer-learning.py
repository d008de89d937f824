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
# # Transfer learning
#
# **110 minutes · 20 points**
#
# You will tell five kinds of flowers apart in photos, with a network whose largest part somebody else has trained. On the real photos it is right on more than 84 of 100 that it has never seen, after less than a minute of training. Trained from scratch on few photos, the very same network hardly learns anything.
#
# After this chapter you can
#
# - read images from folders, one folder a class, and let the folders give the labels,
# - load a pretrained backbone from `keras.applications` or from TensorFlow Hub, and feed it numbers in the range that it expects,
# - freeze a backbone, put a head of your own on it, and count what is trained and what is not,
# - extract features once and train a head on them in seconds,
# - fine-tune the upper layers, and choose a strategy by the amount of data.
#
# **Before you start:** Python functions and NumPy arrays; from chapters 02 and 03 softmax and cross-entropy, validation and test sets, convolution, pooling, feature maps, batch normalization, and `EarlyStopping` from chapter 01.

# %% [markdown] lang="ko"
# # 전이 학습
#
# **110분 · 20점**
#
# 이 장에서는 사진 속의 꽃 다섯 종류를 구별합니다. 신경망의 가장 큰 부분은 다른 사람이 이미 훈련해 둔 것을 가져다 씁니다. 실제 사진으로 1분도 안 되는 시간 동안 훈련하면 처음 보는 사진 100장 가운데 84장 넘게 맞힙니다. 똑같은 신경망을 적은 사진으로 처음부터 훈련하면 거의 배우지 못합니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 클래스마다 폴더가 하나씩 있는 이미지를 읽고, 폴더 이름에서 레이블을 얻습니다.
# - 사전 훈련된 백본을 `keras.applications`나 TensorFlow Hub에서 불러오고, 그 백본이 기대하는 범위의 값을 넣어 줍니다.
# - 백본을 동결하고 새 헤드를 붙이며, 훈련되는 가중치와 그렇지 않은 가중치를 셉니다.
# - 특성을 한 번만 추출해 두고 헤드를 몇 초 만에 훈련합니다.
# - 위쪽 층을 미세 조정하고, 데이터의 양에 맞는 전략을 고릅니다.
#
# **미리 알아 둘 것:** 파이썬 함수와 NumPy 배열, 2장과 3장에서 배운 소프트맥스와 교차 엔트로피, 검증 세트와 테스트 세트, 합성곱, 풀링, 특성 맵, 배치 정규화, 그리고 1장에서 배운 `EarlyStopping`입니다.

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
# Next come the libraries. New is `tensorflow_hub`, which fetches trained networks from a collection on the web.

# %% [markdown] lang="ko"
# 이어서 라이브러리를 불러옵니다. 새로 나온 `tensorflow_hub`는 훈련된 신경망을 웹의 모음에서 가져오는 라이브러리입니다.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
import tensorflow_hub as hub

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK, STYLE
from hiddenlayers.pictures.transfer import draw_strategies, draw_transfer, show_photos

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# - **What goes in?** A colour photo, 128×128 pixels with three values each.
# - **What comes out?** One of five classes: daisy, dandelion, roses, sunflowers, tulips.
# - **Who knows the right answer?** People have sorted the photos into five folders. A photo's folder is its label.
# - **When is it good?** When its accuracy is high on photos that it has not learned from. Guessing gives about one in five.
#
# MNIST has 60,000 images of ten tidy digits. Here we have a few thousand photos, and flowers stand anywhere in them, near and far, from every side, in sun and shade. For the convolutional networks of chapter 03 that is too little to learn from.
#
# But most of what a network needs in order to see is not about flowers. The lower layers of a convolutional network answer to edges, colours and textures, higher ones to parts such as petals, wheels or eyes. Such *features* are useful for nearly any photo, and others have spent weeks of computing on learning them. *Transfer learning* takes over what was learned in one task, and uses it in another.
#
# - The **backbone** is the part that turns an image into features: all layers but the last few.
# - The **head** is the small part at the end that turns features into an answer. It belongs to the task: five flowers need another head than a thousand things.
#
# The backbone that we borrow has learned from *ImageNet*: 1,281,167 photos of 1,000 classes, from tench to toilet tissue. Training of this kind, ahead of the task, is called *pre-training*, and what comes out of it is a *pretrained* model.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# - **무엇이 들어옵니까?** 128×128 픽셀에 값이 세 개씩 있는 컬러 사진입니다.
# - **무엇이 나갑니까?** 다섯 클래스 가운데 하나입니다. 데이지(daisy), 민들레(dandelion), 장미(roses), 해바라기(sunflowers), 튤립(tulips)입니다.
# - **정답은 누가 압니까?** 사람이 사진을 다섯 폴더에 나누어 담아 두었습니다. 사진이 든 폴더가 곧 레이블입니다.
# - **어떤 모델이 좋은 모델입니까?** 학습에 쓰지 않은 사진에서 정확도가 높은 모델입니다. 찍으면 다섯에 하나쯤 맞습니다.
#
# MNIST에는 단정하게 적힌 숫자 이미지가 6만 장 있습니다. 여기서 쓸 사진은 몇천 장뿐이고, 꽃은 사진 어디에나 있습니다. 가까이 있기도 하고 멀리 있기도 하며, 보이는 방향도 빛도 저마다 다릅니다. 3장의 합성곱 신경망이 배우기에는 너무 적습니다.
#
# 그런데 신경망이 사물을 보는 데 필요한 것은 대부분 꽃과 상관이 없습니다. 합성곱 신경망의 아래쪽 층은 경계, 색, 질감에 반응하고, 위쪽 층은 꽃잎, 바퀴, 눈 같은 부분에 반응합니다. 이런 *특성*(feature)은 거의 모든 사진에 쓸모가 있고, 다른 사람들이 이미 몇 주씩 계산해 학습해 두었습니다. *전이 학습*(transfer learning)은 한 과제에서 배운 것을 가져와 다른 과제에 쓰는 방법입니다.
#
# - **백본**(backbone)은 이미지를 특성으로 바꾸는 부분으로, 마지막 몇 층을 뺀 나머지 전부입니다.
# - **헤드**(head)는 특성을 답으로 바꾸는, 끝의 작은 부분입니다. 헤드는 과제에 딸려 있습니다. 꽃 다섯 종류를 가릴 때와 사물 천 가지를 가릴 때 필요한 헤드가 다릅니다.
#
# 우리가 빌릴 백본은 *ImageNet*으로 학습했습니다. 1,000개 클래스로 나뉜 사진 1,281,167장입니다. 이렇게 미리 훈련하는 일을 *사전 훈련*(pre-training)이라고 하고, 그 결과를 *사전 훈련된 모델*(pretrained model)이라고 합니다.

# %% alt.en="Diagram. Above, ImageNet's photos go through a backbone of five boxes and a head to 1,000 classes. An arrow copies the backbone's weights into the same boxes below, shaded as frozen; there a few photos go through them and a new head to 5 classes." alt.ko="도식. 위에서는 ImageNet 사진이 상자 다섯 개로 된 백본과 헤드를 지나 1,000개 클래스가 됩니다. 화살표를 따라 백본의 가중치가 아래의 같은 상자로 복사되고, 색을 칠해 동결을 나타냈습니다. 아래에서는 적은 수의 사진이 그 백본과 새 헤드를 지나 5개 클래스가 됩니다."
draw_transfer()

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# The flower photos lie in a folder that holds one folder for each class. Nothing else says what a photo shows. Without a network connection, flowers that a program draws take their place, and the output says so. With them your results differ from what the text says about the photos, and the network that we borrow is a small one that has learned drawn shapes.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 꽃 사진은 폴더 하나에 들어 있고, 그 안에 클래스마다 폴더가 하나씩 있습니다. 사진에 무엇이 찍혔는지를 알려 주는 것은 폴더 이름뿐입니다. 네트워크에 연결되어 있지 않으면 프로그램이 그린 꽃을 대신 쓰며, 어느 쪽을 쓰는지는 출력에 나옵니다. 그린 꽃을 쓰면 본문의 수치와 결과가 다르고, 빌려 쓰는 신경망도 그려진 도형으로 학습한 작은 신경망입니다.

# %%
folder = datasets.flowers.load_folder()
class_folders = sorted(path for path in folder.iterdir() if path.is_dir())
photo_files = {path.name: sorted(path.glob("*.jpg")) for path in class_folders}
photo_counts = pd.Series({name: len(files) for name, files in photo_files.items()})
print(photo_counts.to_string())

# %% [markdown] lang="en"
# The classes are of similar size, so accuracy is a fair measure here. Had one class a share of 90%, a network that always names it would be "90% right".
#
# Here are two photos of each class. Most are not square, and their sizes differ. The photographers let everyone use their photos (licence CC BY), on condition that they are named; so below every photo of this chapter stands the line about its origin.

# %% [markdown] lang="ko"
# 클래스마다 사진 수가 비슷하므로 여기서는 정확도가 공정한 지표입니다. 어떤 클래스가 90%를 차지한다면 늘 그 클래스라고만 답하는 신경망도 "90% 정확"할 것입니다.
#
# 클래스마다 두 장씩 그려 봅시다. 대부분 정사각형이 아니고 크기도 서로 다릅니다. 사진가들은 이름을 밝히는 조건으로 누구나 사진을 쓸 수 있게 했습니다(라이선스 CC BY). 그래서 이 장에서는 사진을 보일 때마다 그 아래에 출처를 적은 줄을 함께 보입니다.

# %% alt.en="Ten flower pictures in two rows, two of each class, with the class and the size above them; most are not square." alt.ko="꽃 이미지 열 장이 두 줄로 놓여 있습니다. 클래스마다 두 장이며, 위에 클래스와 크기가 적혀 있습니다. 대부분 정사각형이 아닙니다."
examples = [files[i] for i in (3, 9) for files in photo_files.values()]
shown = [keras.utils.img_to_array(keras.utils.load_img(path)) for path in examples]
show_photos(
    shown,
    [
        f"{path.parent.name}, {photo.shape[0]}×{photo.shape[1]}"
        for path, photo in zip(examples, shown, strict=True)
    ],
)
print(*map(datasets.flowers.credit, examples), sep="\n")

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# ### Labels from folders
#
# Thousands of photos, decoded into numbers, may not fit into memory. `image_dataset_from_directory` makes a `tf.data.Dataset` that reads them from disk batch by batch, while the network works on the batch before. It numbers the classes in alphabetical order of their folders.
#
# A network wants all images in one size. Squashing a wide photo into a square makes round flowers oval. `crop_to_aspect_ratio=True` cuts out the largest square in the middle instead, and then scales that.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# ### 폴더에서 레이블 얻기
#
# 사진 수천 장을 수로 풀어 놓으면 메모리에 다 들어가지 않을 수도 있습니다. `image_dataset_from_directory`는 사진을 디스크에서 배치 단위로 읽는 `tf.data.Dataset`을 만듭니다. 신경망이 한 배치를 처리하는 동안 다음 배치를 미리 읽어 둡니다. 클래스 번호는 폴더 이름의 알파벳순으로 붙습니다.
#
# 신경망에 넣을 이미지는 크기가 모두 같아야 합니다. 옆으로 긴 사진을 정사각형으로 눌러 넣으면 둥근 꽃이 찌그러집니다. `crop_to_aspect_ratio=True`를 주면 가운데에서 가장 큰 정사각형을 잘라 낸 다음 크기를 바꿉니다.

# %% alt.en="The same flower three times: as it is, squashed into a square, and cut to a square in which its shape is right." alt.ko="같은 꽃 이미지 세 장. 원본, 정사각형으로 눌러 찌그러진 것, 가운데를 정사각형으로 잘라 모양이 그대로인 것입니다."
wide = max(photo_files["sunflowers"][:40], key=lambda path: np.divide(*keras.utils.load_img(path).size))
versions = [
    keras.utils.load_img(wide),
    keras.utils.load_img(wide, target_size=(128, 128)),
    keras.utils.load_img(wide, target_size=(128, 128), keep_aspect_ratio=True),
]
show_photos([np.array(version) for version in versions], ["original", "squashed", "cropped"], columns=3)
print(datasets.flowers.credit(wide))

# %% [markdown] lang="en"
# The data set has no test set of its own, so we make one. 60% of the photos are for learning. The rest is divided again: one half validates, the other half is the test set, which stays put away until the end. `seed` makes the division the same each time.

# %% [markdown] lang="ko"
# 이 데이터에는 테스트 세트가 따로 없으므로 직접 나눕니다. 사진의 60%는 학습에 씁니다. 나머지는 다시 반으로 나누어 하나는 검증 세트로, 다른 하나는 마지막까지 건드리지 않을 테스트 세트로 둡니다. `seed`를 주면 나눌 때마다 결과가 같습니다.

# %%
train_set, held_out = keras.utils.image_dataset_from_directory(
    folder,
    validation_split=0.4,
    subset="both",
    seed=1,
    image_size=(128, 128),
    batch_size=32,
    crop_to_aspect_ratio=True,
)
class_names = train_set.class_names
val_set, test_set = held_out.take(len(held_out) // 2), held_out.skip(len(held_out) // 2)
print(class_names, len(train_set), len(val_set), len(test_set), "batches")

# %% [markdown] lang="en"
# A data set is a recipe, not an array. Each pass over it reads the files anew, and the training set *shuffles* anew each time. So never go through it once for the images and once more for the labels: they would not belong together. The held-out part keeps its order, so that `take` and `skip` share no photo.

# %% [markdown] lang="ko"
# 데이터셋은 배열이 아니라 만드는 방법을 적은 조리법에 가깝습니다. 한 번 훑을 때마다 파일을 새로 읽고, 훈련 세트는 그때마다 순서를 *새로 섞습니다*. 그러므로 이미지를 얻으려고 한 번, 레이블을 얻으려고 또 한 번 훑어서는 안 됩니다. 서로 짝이 맞지 않게 됩니다. 떼어 둔 부분은 순서가 바뀌지 않으므로 `take`와 `skip`으로 나누어도 겹치는 사진이 없습니다.

# %%
photos, labels = next(iter(train_set))
print("photos", photos.shape, photos.dtype.name, f"from {np.min(photos):.0f} to {np.max(photos):.0f}")
print("labels", labels.shape, labels.dtype.name, labels.numpy()[:10])

# %% [markdown] lang="en"
# > **Common mistake.** `ImageDataGenerator` with `flow_from_directory`, as in older tutorials. It is deprecated and slow: `image_dataset_from_directory` takes its place, and preprocessing layers take the place of its options.

# %% [markdown] lang="ko"
# > **흔한 실수.** 예전 자료에 나오는 `ImageDataGenerator`와 `flow_from_directory`를 쓰는 것입니다. 이제 쓰지 말라고 권하는 기능이고 느립니다. 그 자리는 `image_dataset_from_directory`가, 여러 옵션의 자리는 전처리 층이 대신합니다.

# %% [markdown] lang="en"
# ### Exercise 1 · Read images from folders (3 points)
#
# Write `load_images(folder, size, batch_size)`:
#
# - `folder` is a `pathlib.Path`. In it lies one folder of PNG or JPEG files for each class, and nothing else.
# - Return a tuple `(dataset, names)`.
# - `names` is the list of the folders' names in alphabetical order.
# - `dataset` is a `tf.data.Dataset` that goes through **all** images once, in any order, in batches of `batch_size`; the last batch may be smaller. Each batch is a pair `(images, labels)`.
# - `images` is a floating-point tensor of shape `(n, size, size, 3)` with values from 0 to 255, not scaled to any other range.
# - `labels` is an integer tensor of shape `(n,)`: the positions of the classes in `names`.
# - Images that are not square are not squashed: the largest square in the middle is cut out, and scaled to `size`.
#
# The checks write a few small PNG files of plain colours, in two to four classes.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 폴더에서 이미지 읽기(3점)
#
# 함수 `load_images(folder, size, batch_size)`를 작성하십시오.
#
# - `folder`는 `pathlib.Path`입니다. 그 안에는 클래스마다 PNG나 JPEG 파일이 든 폴더가 하나씩 있고, 다른 것은 없습니다.
# - 튜플 `(dataset, names)`를 반환합니다.
# - `names`는 폴더 이름을 알파벳순으로 늘어놓은 리스트입니다.
# - `dataset`은 **모든** 이미지를 한 번씩, 순서에 상관없이, `batch_size`장씩 묶어 내놓는 `tf.data.Dataset`입니다. 마지막 배치는 더 작아도 됩니다. 배치마다 `(images, labels)` 쌍입니다.
# - `images`는 형상이 `(n, size, size, 3)`인 실수 텐서이고, 값은 0에서 255까지입니다. 다른 범위로 바꾸지 않습니다.
# - `labels`는 형상이 `(n,)`인 정수 텐서이고, 값은 `names`에서 그 클래스가 놓인 위치입니다.
# - 정사각형이 아닌 이미지를 눌러서 맞추지 않습니다. 가운데에서 가장 큰 정사각형을 잘라 낸 다음 `size`에 맞게 크기를 바꿉니다.
#
# 검사에서는 단색으로 칠한 작은 PNG 파일 몇 개를 클래스 두 개에서 네 개로 나누어 만듭니다.


# %% nbgrader={"grade": false, "grade_id": "load-images", "locked": false, "schema_version": 3, "solution": true, "task": false}
def load_images(folder, size, batch_size):
    """Read the images of a folder tree, one folder a class.

    Args:
        folder: pathlib.Path of the folder that holds one folder for each class.
        size: int, height and width of the images in the data set.
        batch_size: int, the number of images in a batch.

    Returns:
        A tuple (dataset, names): a tf.data.Dataset of batches (images, labels), and the classes' names.
    """
    ### BEGIN SOLUTION
    dataset = keras.utils.image_dataset_from_directory(
        folder, image_size=(size, size), batch_size=batch_size, crop_to_aspect_ratio=True, verbose=False
    )
    return dataset, dataset.class_names
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "load-images-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from hiddenlayers import check

what = "load_images(folder, 16, 4)"
colors = {"rose": [(200, 0, 40), (220, 0, 50), (240, 0, 60)], "aster": [(90, 80, 200), (100, 80, 220)]}
with tempfile.TemporaryDirectory() as made:
    for kind, plain in colors.items():
        Path(made, kind).mkdir()
        for number, color in enumerate(plain):
            pixels = np.tile(np.array(color, dtype="float32"), (20, 20, 1))
            keras.utils.save_img(Path(made, kind, f"{number}.png"), pixels, scale=False)
    returned = load_images(Path(made), 16, 4)
    check.that(
        type(returned) in (tuple, list) and len(returned) == 2,
        f"{what}: expected a tuple (dataset, names), found {check.describe_value(returned)}.",
        f"{what}: 튜플 (dataset, names)를 반환해야 합니다. 나온 값은 {check.describe_value(returned)}.",
    )
    images_read, names_read = returned
    check.equal(
        names_read,
        ["aster", "rose"],
        "names",
        en="The names of the folders in alphabetical order; dataset.class_names has them.",
        ko="폴더 이름을 알파벳순으로 늘어놓은 리스트여야 합니다. dataset.class_names에 있습니다.",
    )
    check.that(
        isinstance(images_read, tf.data.Dataset),
        f"{what}[0]: expected a tf.data.Dataset, found {check.describe_value(images_read)}.",
        f"{what}[0]: tf.data.Dataset이어야 합니다. 나온 값은 {check.describe_value(images_read)}.",
    )
    batches = list(images_read)
check.that(
    all(isinstance(batch, tuple) and len(batch) == 2 for batch in batches),
    "Each batch of the data set has to be a pair (images, labels).",
    "데이터셋의 배치마다 (images, labels) 쌍이어야 합니다.",
)
check.equal(
    sorted(len(batch[0]) for batch in batches),
    [1, 4],
    "len(images), batch by batch",
    en="5 images in batches of 4: one full batch and one of the image that is left.",
    ko="이미지 5장을 4장씩 묶으면 꽉 찬 배치 하나와 남은 한 장의 배치 하나입니다.",
)
found_colors = []
for read, numbers in batches:
    read = check.array(read, "images", shape=(None, 16, 16, 3), dtype="float")
    numbers = check.array(numbers, "labels", shape=(None,), dtype="int")
    found_colors += [
        (int(label), *np.round(image.mean(axis=(0, 1)))) for image, label in zip(read, numbers, strict=True)
    ]
check.close(
    sorted(found_colors),
    sorted((label, *color) for label, kind in enumerate(("aster", "rose")) for color in colors[kind]),
    "(label, red, green, blue) of the images, sorted",
    rtol=0,
    atol=1,
    en="Labels are positions in the alphabetical list of names, and the values stay between 0 and 255.",
    ko="레이블은 알파벳순 이름 리스트에서의 위치이고, 값은 0에서 255까지 그대로 두어야 합니다.",
)
check.passed("names", "5 images in batches of 4", "labels", "values 0 to 255")

# %% nbgrader={"grade": true, "grade_id": "load-images-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from hiddenlayers import check

rng = check.rng("load-images")
for classes in (2, 4):
    kinds = [f"{letter}{rng.integers(10, 100)}" for letter in rng.permutation(list("abcdefgh"))[:classes]]
    edge, per_batch = int(rng.integers(10, 24)), int(rng.integers(3, 6))
    call = f"load_images(folder, {edge}, {per_batch})"
    wanted = []
    with tempfile.TemporaryDirectory() as made:
        for kind in kinds:
            Path(made, kind).mkdir()
            for number in range(int(rng.integers(3, 7))):
                color = [30 * number + int(rng.integers(10)), *rng.integers(0, 255, size=2)]
                canvas = np.full((24, 48, 3), 255 - np.array(color), dtype="float32")
                canvas[:, 12:36] = color  # the middle square; what lies beside it has to be cut off
                tall = number % 2 == 1
                keras.utils.save_img(
                    Path(made, kind, f"{number}.png"),
                    canvas.transpose(1, 0, 2) if tall else canvas,
                    scale=False,
                )
                wanted.append((sorted(kinds).index(kind), *map(int, color)))
        dataset, names = load_images(Path(made), edge, per_batch)
        check.equal(names, sorted(kinds), f"{call}: names")
        check.that(
            isinstance(dataset, tf.data.Dataset),
            f"{call}: the first of the two has to be a tf.data.Dataset.",
            f"{call}: 둘 가운데 첫 번째는 tf.data.Dataset이어야 합니다.",
        )
        batches = [(np.asarray(images), np.asarray(numbers)) for images, numbers in dataset]
    sizes = sorted((len(images) for images, _ in batches), reverse=True)
    full, rest = divmod(len(wanted), per_batch)
    check.equal(sizes, [per_batch] * full + [rest] * (rest > 0), f"{call}: len(images), batch by batch")
    seen = []
    for images, numbers in batches:
        check.array(images, f"{call}: images", shape=(None, edge, edge, 3), dtype="float")
        check.array(numbers, f"{call}: labels", shape=(None,), dtype="int")
        check.that(
            np.ptp(images, axis=(1, 2)).max() <= 2,
            f"{call}: there is more than one colour in an image. Each middle square is of one colour; what lies beside "
            "it has to be cut off, not squashed in: crop_to_aspect_ratio=True.",
            f"{call}: 이미지 하나에 색이 둘 이상입니다. 가운데 정사각형은 단색입니다. 그 바깥은 눌러 넣지 말고 잘라 내야 합니다: "
            "crop_to_aspect_ratio=True.",
        )
        seen += [(int(label), *image.mean(axis=(0, 1))) for image, label in zip(images, numbers, strict=True)]
    check.close(
        sorted((label, *np.round(color)) for label, *color in seen),
        sorted(wanted),
        f"{call}: (label, red, green, blue), sorted",
        rtol=0,
        atol=1,
        en="Every image once, with the label of its folder and values from 0 to 255.",
        ko="모든 이미지가 한 번씩, 폴더에 맞는 레이블과 0에서 255까지의 값으로 나와야 합니다.",
    )
check.passed("2 drawn folder trees", "wide and tall images")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Preprocessing belongs inside the model
#
# A pretrained network has learned from pixels in a certain range, and only makes sense of that range:
#
# | backbone | range |
# |---|---|
# | MobileNet and MobileNetV2 of `keras.applications` | $[-1, 1]$ |
# | MobileNets from TensorFlow Hub | $[0, 1]$ |
# | EfficientNet of `keras.applications` | $[0, 255]$: it scales by itself |
#
# Nothing stops you if you feed in another range. The network answers, only worse; section 7 measures it. So look it up in the documentation, and make the scaling a layer of the model: whoever uses the model later hands over plain photos and can't forget it. `Rescaling` calculates `x * scale + offset`.

# %% [markdown] lang="ko"
# ### 전처리는 모델 안에 둔다
#
# 사전 훈련된 신경망은 정해진 범위의 픽셀 값으로 학습했고, 그 범위의 값만 제대로 다룹니다.
#
# | 백본 | 범위 |
# |---|---|
# | `keras.applications`의 MobileNet과 MobileNetV2 | $[-1, 1]$ |
# | TensorFlow Hub의 MobileNet | $[0, 1]$ |
# | `keras.applications`의 EfficientNet | $[0, 255]$, 스스로 스케일링함 |
#
# 다른 범위의 값을 넣어도 오류는 나지 않습니다. 답은 나오지만 더 나쁠 뿐입니다. 얼마나 나쁜지는 7절에서 재어 봅니다. 그러므로 문서에서 범위를 확인하고, 스케일링을 모델의 층으로 넣어 두십시오. 그러면 나중에 누가 쓰더라도 사진을 그대로 넣으면 되고 잊을 일이 없습니다. `Rescaling` 층은 `x * scale + offset`을 계산합니다.

# %%
to_minus_one_one = keras.layers.Rescaling(1 / 127.5, offset=-1)

# %% alt.en="Three histograms of the same pixels: from 0 to 255 as they are, from 0 to 1, and from -1 to 1. The shape is the same, only the axis differs." alt.ko="같은 픽셀의 히스토그램 세 개. 원래 값은 0에서 255, 나머지는 0에서 1과 -1에서 1입니다. 모양은 같고 축만 다릅니다."
ranges = {
    "as they are": photos,
    "[0, 1]": keras.layers.Rescaling(1 / 255)(photos),
    "[-1, 1]": to_minus_one_one(photos),
}
_, axes = plt.subplots(1, 3, figsize=(8.5, 2), sharey=True)
for axis, (name, values) in zip(axes, ranges.items(), strict=True):
    axis.hist(np.ravel(values), bins=40, color=BLUE)
    axis.set(title=name, xlabel="value", yticks=[])
plt.show()

# %% [markdown] lang="en"
# ### Exercise 2 · A model that scales by itself (2 points)
#
# Write `with_range(backbone, low, high)`:
#
# - `backbone` is a Keras model that takes images `(n, height, width, 3)` with values from `low` to `high`, any two numbers with `low < high`.
# - Return a Keras model that takes the same images with values from **0 to 255**, scales them so that 0 becomes `low`, 255 becomes `high` and all between follows in proportion, and gives what `backbone` makes of that.
# - It uses the very weights of `backbone`; it makes no new ones.
# - It knows its input's shape from the start: begin with `keras.Input`, whose shape is `backbone.input_shape` without the batch. It need not be compiled.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 스스로 스케일링하는 모델(2점)
#
# 함수 `with_range(backbone, low, high)`를 작성하십시오.
#
# - `backbone`은 값이 `low`에서 `high`까지인 이미지 `(n, height, width, 3)`을 받는 Keras 모델입니다. 두 수는 `low < high`이기만 하면 무엇이든 될 수 있습니다.
# - 값이 **0에서 255까지**인 같은 형상의 이미지를 받아, 0은 `low`로, 255는 `high`로, 그 사이의 값은 같은 비율로 바꾼 다음 `backbone`에 넣어 그 출력을 내놓는 Keras 모델을 반환합니다.
# - 가중치는 `backbone`의 것을 그대로 쓰고 새로 만들지 않습니다.
# - 입력 형상이 처음부터 정해져 있어야 합니다. `keras.Input`으로 시작하고, 그 형상은 `backbone.input_shape`에서 배치를 뺀 것입니다. 컴파일하지 않아도 됩니다.


# %% nbgrader={"grade": false, "grade_id": "with-range", "locked": false, "schema_version": 3, "solution": true, "task": false}
def with_range(backbone, low, high):
    """Put the scaling that a backbone expects in front of it.

    Args:
        backbone: a Keras model of images (n, height, width, 3) with values from low to high.
        low: number, what the backbone expects for black.
        high: number, what it expects for full brightness.

    Returns:
        A Keras model of images of the same shape with values from 0 to 255.
    """
    ### BEGIN SOLUTION
    inputs = keras.Input(backbone.input_shape[1:])
    scaled = keras.layers.Rescaling((high - low) / 255, offset=low)(inputs)
    return keras.Model(inputs, backbone(scaled))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "with-range-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

draws = np.random.default_rng(3)
bytes_in = draws.uniform(0, 255, size=(5, 6, 6, 3)).astype("float32")
small_photo = keras.Input((6, 6, 3))
small_map = keras.layers.Conv2D(4, 3, activation="tanh")(small_photo)
tiny_backbone = keras.Model(small_photo, keras.layers.GlobalAveragePooling2D()(small_map))
tiny_backbone.set_weights(
    [draws.normal(scale=0.2, size=array.shape) for array in check.weights(tiny_backbone)]
)
for low, high in [(-1, 1), (0, 1)]:
    call = f"with_range(backbone, {low}, {high})"
    scaling = check.model(with_range(tiny_backbone, low, high), call)
    check.close(
        check.predict(scaling, bytes_in),
        check.predict(tiny_backbone, bytes_in / 255 * (high - low) + low),
        f"{call}(images)",
        rtol=1e-3,
        atol=1e-4,
        en="0 has to become low and 255 high before the backbone sees them. Rescaling multiplies first, then adds.",
        ko="백본에 들어가기 전에 0은 low가, 255는 high가 되어야 합니다. Rescaling은 먼저 곱하고 나서 더합니다.",
    )
    check.equal(
        check.describe(scaling).parameters,
        4 * (9 * 3 + 1),
        f"{call}.count_params()",
        en="The model has the backbone's weights and no others.",
        ko="모델의 가중치는 백본의 가중치뿐이어야 합니다.",
    )
check.passed("[-1, 1]", "[0, 1]", "no new weights")

# %% nbgrader={"grade": true, "grade_id": "with-range-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("with-range")
for low in (round(float(rng.uniform(-4, -2)), 2), round(float(rng.uniform(0.5, 2)), 2), -128):
    high = 127 if low == -128 else round(low + float(rng.uniform(1.5, 3)), 2)
    shape, filters = (int(rng.integers(5, 9)), int(rng.integers(9, 13)), 3), int(rng.integers(2, 6))
    image = keras.Input(shape)
    in_proportion = keras.layers.Rescaling(1 / (high - low))(image)
    drawn_backbone = keras.Model(image, keras.layers.Conv2D(filters, 3, activation="tanh")(in_proportion))
    drawn_backbone.set_weights(
        [rng.normal(scale=0.2, size=array.shape) for array in check.weights(drawn_backbone)]
    )
    call = f"with_range(backbone, {low}, {high})"
    drawn = rng.uniform(0, 255, size=(3, *shape)).astype("float32")
    expected = check.predict(drawn_backbone, drawn / 255 * (high - low) + low)
    result = check.model(with_range(drawn_backbone, low, high), call)
    check.close(
        check.predict(result, drawn),
        expected,
        f"{call}(images), backbone.input_shape = {(None, *shape)}",
        rtol=1e-3,
        atol=1e-4,
        en="Any range has to work, and any height and width.",
        ko="어떤 범위이든, 높이와 너비가 얼마이든 동작해야 합니다.",
    )
    check.equal(check.describe(result).parameters, filters * 28, f"{call}.count_params()")
check.passed("3 drawn ranges")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### MobileNet: convolution at a ninth of the price
#
# MobileNets are convolutional networks made for phones. An ordinary 3×3 convolution looks at neighbouring pixels and mixes the channels in a single step, and needs a kernel of its own for every pair of input and output channel. A MobileNet takes two cheap steps (a *depthwise separable convolution*):
#
# 1. *depthwise*: one 3×3 kernel for each channel looks at the neighbours, in this channel only;
# 2. *pointwise*: a 1×1 convolution mixes the channels, at each place by itself.
#
# For $C$ channels in and out the weights are
#
# $$9 \cdot C \cdot C \qquad \text{against} \qquad 9 \cdot C + C \cdot C$$

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### MobileNet: 비용이 9분의 1인 합성곱
#
# MobileNet은 휴대 전화에서 쓰려고 만든 합성곱 신경망입니다. 보통의 3×3 합성곱은 이웃한 픽셀을 보는 일과 채널을 섞는 일을 한꺼번에 하므로, 입력 채널과 출력 채널의 쌍마다 커널이 하나씩 필요합니다. MobileNet은 이 일을 비용이 적은 두 단계로 나눕니다. 이것을 *깊이별 분리 합성곱*(depthwise separable convolution)이라고 합니다.
#
# 1. *깊이별*(depthwise) 단계: 채널마다 3×3 커널 하나가 그 채널 안에서만 이웃을 봅니다.
# 2. *점별*(pointwise) 단계: 1×1 합성곱이 위치마다 따로 채널을 섞습니다.
#
# 입력과 출력의 채널이 $C$개일 때 가중치의 개수는 다음과 같습니다.
#
# $$9 \cdot C \cdot C \qquad \text{와} \qquad 9 \cdot C + C \cdot C$$

# %% alt.en="Two curves of the number of weights against the number of channels, both axes logarithmic; the separable convolution runs far below the ordinary one, nearly nine times lower at the right." alt.ko="채널 수에 따른 가중치 개수의 곡선 두 개. 두 축 모두 로그 눈금입니다. 분리 합성곱이 보통 합성곱보다 훨씬 아래에 있고, 오른쪽에서는 거의 9분의 1입니다."
channels = np.array([16, 32, 64, 128, 256, 512])
costs = pd.DataFrame(
    {"ordinary 3×3": 9 * channels**2, "depthwise + pointwise": 9 * channels + channels**2}, index=channels
)
costs.plot(style=["o-", "s--"], color=[BLUE, ORANGE], figsize=(6, 2.6), xlabel="channels", ylabel="weights")
plt.xscale("log", base=2)
plt.yscale("log")
plt.xticks(channels, channels)
plt.show()

# %% [markdown] lang="en"
# ### Load a backbone
#
# `keras.applications` has more than a dozen families of networks with weights from ImageNet. We take MobileNetV2 in a small size: `alpha=0.35` means 35% of the usual number of channels. `include_top=False` leaves out the head for 1,000 classes.
#
# With `weights="imagenet"` Keras fetches the weights itself. The course passes a file whose checksum it knows; its weights were learned from photos of 224×224 pixels, and since a convolution doesn't care how large an image is, they work at 128×128 too. Without this file `load_model` reads a small network of the same kind from the course's package: it has learned to tell apart the outlines, textures and colours of drawn shapes, and has never seen a flower.
#
# > **Caution.** 224, not 244. The size is often miswritten, and few backbones complain.

# %% [markdown] lang="ko"
# ### 백본 불러오기
#
# `keras.applications`에는 ImageNet으로 학습한 가중치가 딸린 신경망이 열 계열 넘게 있습니다. 여기서는 작은 크기의 MobileNetV2를 씁니다. `alpha=0.35`는 채널 수를 보통의 35%로 줄였다는 뜻입니다. `include_top=False`를 주면 1,000개 클래스용 헤드가 빠집니다.
#
# `weights="imagenet"`이라고 쓰면 Keras가 가중치를 직접 내려받습니다. 강의에서는 체크섬을 확인한 파일을 넘겨줍니다. 이 가중치는 224×224픽셀 사진으로 학습한 것이지만, 합성곱은 이미지의 크기를 따지지 않으므로 128×128에서도 동작합니다. 이 파일이 없으면 `load_model`로 강의 패키지에 들어 있는 같은 종류의 작은 신경망을 읽습니다. 그려진 도형의 윤곽, 질감, 색을 구별하도록 학습했고 꽃은 본 적이 없습니다.
#
# > **주의.** 244가 아니라 224입니다. 자주 잘못 적는 크기인데, 틀려도 대부분의 백본은 오류를 내지 않습니다.

# %%
weights_file = datasets.mobilenet.v2_weights()
if weights_file:
    backbone = keras.applications.MobileNetV2(
        input_shape=(128, 128, 3), alpha=0.35, include_top=False, weights=weights_file
    )
else:
    backbone = keras.models.load_model(datasets.shapes_backbone.keras_file())
print(backbone.name, f"{len(backbone.layers)} layers, {backbone.count_params():,} weights")
print("in", backbone.input_shape, "out", backbone.output_shape)

# %% [markdown] lang="en"
# ### What a backbone sees
#
# After its last layer the backbone gives a small grid of places with many channels: for each place, how strongly each feature is present. Here are one photo and eight of the channels in an early layer, where the places are still fine: some answer to edges, some to colour.

# %% [markdown] lang="ko"
# ### 백본은 무엇을 보는가
#
# 백본의 마지막 층에서는 채널이 많은 작은 격자가 나옵니다. 격자의 위치마다 각 특성이 얼마나 강하게 나타나는지를 담고 있습니다. 아래는 사진 한 장과, 격자가 아직 촘촘한 앞쪽 층의 채널 여덟 개입니다. 어떤 채널은 경계에, 어떤 채널은 색에 반응합니다.

# %% alt.en="A flower and eight grey maps of it; some show outlines, some light or dark areas of the flower." alt.ko="꽃 이미지 한 장과 회색조 특성 맵 여덟 장. 윤곽이 보이는 것도 있고 꽃의 밝거나 어두운 부분이 보이는 것도 있습니다."
early = keras.Model(backbone.input, next(layer for layer in backbone.layers if "relu" in layer.name).output)
photo = keras.utils.img_to_array(keras.utils.load_img(wide, target_size=(128, 128), keep_aspect_ratio=True))
maps = np.asarray(early(to_minus_one_one(photo[None])))[0]
strongest = np.argsort(-maps.std(axis=(0, 1)))[:8]
_, axes = plt.subplots(1, 9, figsize=(9, 1.2))
axes[0].imshow(photo.astype("uint8"))
for axis, channel in zip(axes[1:], strongest, strict=True):
    axis.imshow(maps[..., channel], cmap="gray")
for axis in axes:
    axis.axis("off")
plt.show()
print(datasets.flowers.credit(wide))

# %% [markdown] lang="en"
# ### What the original head would have said
#
# A classifier with its ImageNet head can be asked at once. MobileNet of 2017 (`alpha=0.25`) gives 1,000 probabilities; `keras.applications.mobilenet.decode_predictions` would turn them into names, and we read the same list of names from the course's data. ImageNet has a class for daisies, and none for tulips: a head only knows the words that it was taught. Shown tulips, it finds no word that fits, and none of its probabilities is large. (Only with the real weights; the offline sample has no such head.)

# %% [markdown] lang="ko"
# ### 원래 헤드라면 무엇이라고 답했을까
#
# ImageNet 헤드가 달린 분류 모델에는 바로 물어볼 수 있습니다. 2017년에 나온 MobileNet(`alpha=0.25`)은 확률을 1,000개 내놓습니다. `keras.applications.mobilenet.decode_predictions`가 이것을 이름으로 바꾸어 주는데, 여기서는 같은 이름 목록을 강의 데이터에서 읽습니다. ImageNet에는 데이지 클래스가 있지만 튤립은 없습니다. 헤드는 배운 낱말만 압니다. 튤립을 보여 주면 맞는 낱말이 없어 어느 확률도 크지 않습니다. (실제 가중치가 있을 때만 실행됩니다. 오프라인 표본에는 이런 헤드가 없습니다.)

# %% alt.en="With the real weights: a daisy and a tulip, above each what MobileNet takes it for; the daisy is right, the tulip gets another name." alt.ko="실제 가중치가 있을 때: 데이지와 튤립이 한 장씩 있고 위에 MobileNet의 답이 적혀 있습니다. 데이지는 맞고 튤립은 다른 이름으로 불립니다."
classifier_file = datasets.mobilenet.classifier_weights()
if classifier_file:
    imagenet_names = datasets.mobilenet.class_names()
    mobilenet = keras.applications.MobileNet(alpha=0.25, weights=classifier_file)
    asked = [photo_files["daisy"][5], photo_files["tulips"][7]]
    seen = [keras.utils.load_img(path, target_size=(224, 224), keep_aspect_ratio=True) for path in asked]
    opinions = np.asarray(mobilenet(to_minus_one_one(np.array(seen, dtype="float32"))))
    best = [[f"{imagenet_names[i]} {p[i]:.2f}" for i in np.argsort(-p)[:3]] for p in opinions]
    show_photos([np.array(image) for image in seen], ["\n".join(lines) for lines in best], columns=2)
    print(*map(datasets.flowers.credit, asked), sep="\n")
else:
    print("no ImageNet head here")

# %% [markdown] lang="en"
# ### Freeze
#
# The new head starts from random numbers. Its first errors are large, and they would flow back into the backbone and spoil what it has learned. So the backbone is *frozen*: with `trainable = False` no optimizer touches its weights. This also switches its batch normalization to *inference mode*: it uses the averages that it learned on ImageNet, and leaves them as they are.
#
# Count the arrays of weights before and after. Even in a backbone that may be trained not all of them are trained: the running averages of batch normalization are kept along the way, not learned.

# %% [markdown] lang="ko"
# ### 동결하기
#
# 새 헤드는 난수에서 출발합니다. 처음에는 오차가 커서, 그대로 두면 그 오차가 백본으로 흘러들어 이미 배운 것을 망가뜨립니다. 그래서 백본을 *동결*(freeze)합니다. `trainable = False`로 두면 옵티마이저가 그 가중치를 건드리지 않습니다. 이때 백본의 배치 정규화도 *추론 모드*로 바뀝니다. ImageNet에서 배운 평균을 그대로 쓰고 더는 바꾸지 않습니다.
#
# 동결하기 전과 후에 가중치 배열을 세어 봅시다. 훈련할 수 있는 백본이라고 해도 모두 훈련되지는 않습니다. 배치 정규화의 이동 평균은 훈련으로 배우는 것이 아니라 데이터를 따라 계산해 두는 값입니다.

# %%
print("before:", len(backbone.trainable_weights), "of", len(backbone.weights), "arrays are trainable")
backbone.trainable = False
print("frozen:", len(backbone.trainable_weights), "of", len(backbone.weights), "arrays are trainable")

# %% [markdown] lang="en"
# ### Exercise 3 · Freeze and count (2 points)
#
# Write two functions.
#
# `freeze_first(model, count)` freezes the first `count` layers of `model.layers` (each entry of that list is one layer, whatever it is) and makes **all others trainable**, whatever they were before. `count` may be 0, or the number of all layers. Return the very model that was given.
#
# `count_weights(model)` returns a dictionary `{"trainable": a, "frozen": b}` of two whole numbers (`int`): how many single numbers in the model's weights training may change, and how many it may not. The running averages of batch normalization belong to the frozen ones. It changes nothing.
#
# The checks use small models with dense layers and batch normalization, one of them with another model as a layer. The flag of the model itself is `True`; leave it so, and set the flag of each layer. `model.trainable = True` would reach the layers only if the model's own flag had been `False` before; where it is `True` already, this line does nothing.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 동결하고 세기(2점)
#
# 함수 두 개를 작성하십시오.
#
# `freeze_first(model, count)`는 `model.layers`의 처음 `count`개 층을 동결하고(이 리스트의 항목 하나가 층 하나입니다), **나머지는 모두** 전에 어땠든 훈련할 수 있게 합니다. `count`는 0일 수도 있고 층 전체의 개수일 수도 있습니다. 받은 바로 그 모델을 반환합니다.
#
# `count_weights(model)`는 정수(`int`) 두 개가 든 딕셔너리 `{"trainable": a, "frozen": b}`를 반환합니다. 모델의 가중치를 이루는 수 가운데 훈련으로 바뀔 수 있는 것과 바뀌지 않는 것의 개수입니다. 배치 정규화의 이동 평균은 바뀌지 않는 쪽에 듭니다. 모델은 바꾸지 않습니다.
#
# 검사에서는 밀집층과 배치 정규화로 된 작은 모델을 쓰며, 그 가운데 하나는 다른 모델을 층으로 담고 있습니다. 모델 자체의 값은 `True`입니다. 그대로 두고 층마다 값을 정하십시오. `model.trainable = True`는 모델의 값이 `False`였을 때만 층까지 바꾸고, 이미 `True`였다면 아무것도 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "freeze-and-count", "locked": false, "schema_version": 3, "solution": true, "task": false}
def freeze_first(model, count):
    """Freeze the first layers of a model and make all others trainable.

    Args:
        model: a Keras model.
        count: int, how many of model.layers to freeze.

    Returns:
        The model.
    """
    ### BEGIN SOLUTION
    for number, layer in enumerate(model.layers):
        layer.trainable = number >= count
    return model
    ### END SOLUTION


def count_weights(model):
    """Count the numbers in a model's weights.

    Args:
        model: a Keras model.

    Returns:
        A dict of two int: "trainable", what training may change, and "frozen", the rest.
    """
    ### BEGIN SOLUTION
    trainable = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    return {"trainable": trainable, "frozen": model.count_params() - trainable}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "freeze-and-count-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
from hiddenlayers import check

layered = keras.Sequential(
    [
        keras.Input((3,)),
        keras.layers.Dense(4),
        keras.layers.BatchNormalization(),
        keras.layers.Dense(5),
        keras.layers.Dense(2),
    ]
)
check.equal(
    count_weights(layered),
    {"trainable": 16 + 8 + 25 + 12, "frozen": 8},
    "count_weights(model), nothing frozen",
    en="Count single numbers, not arrays: the sum of the sizes. Of the 4 vectors of BatchNormalization two are running averages.",
    ko="배열의 개수가 아니라 그 안에 든 수의 개수를 모두 더하십시오. BatchNormalization의 벡터 4개 가운데 둘은 이동 평균입니다.",
)
partly = check.model(
    freeze_first(layered, 2), "freeze_first(model, 2)", en="Return the model.", ko="모델을 반환하십시오."
)
check.equal(
    [layer.trainable for layer in check.describe(partly).layers],
    [False, False, True, True],
    "layer.trainable after freeze_first(model, 2)",
    en="The first two of model.layers are frozen, the others are not.",
    ko="model.layers의 처음 두 층은 동결하고 나머지는 동결하지 않습니다.",
)
check.equal(
    check.describe(partly).trainable_parameters,
    25 + 12,
    "trainable weights after freeze_first(model, 2)",
    en="While model.trainable is False, nothing in the model is trained, whatever its layers say: set layers only.",
    ko="model.trainable이 False이면 층을 어떻게 설정하든 모델 안의 아무것도 훈련되지 않습니다. 층만 설정하십시오.",
)
check.equal(count_weights(partly), {"trainable": 37, "frozen": 32}, "count_weights(model), 2 layers frozen")
check.passed("61 trainable, 8 frozen", "2 layers frozen: 37 trainable, 32 frozen")

# %% nbgrader={"grade": true, "grade_id": "freeze-and-count-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
from hiddenlayers import check

rng = check.rng("freeze-and-count")
inner_units, a, b, c = (int(units) for units in rng.choice(range(3, 15), size=4, replace=False))
inner = keras.Sequential([keras.Input((a,)), keras.layers.Dense(inner_units), keras.layers.Dense(b)])
stacked = keras.Sequential(
    [
        keras.Input((5,)),
        keras.layers.Dense(a),
        inner,
        keras.layers.BatchNormalization(),
        keras.layers.Dense(c, use_bias=False),
    ]
)
sizes = [6 * a, (a + 1) * inner_units + (inner_units + 1) * b, 2 * b, b * c]
averages = 2 * b
for count in (3, 1, 0, 4, int(rng.integers(1, 3))):  # what was frozen before has to be trainable again
    call = f"freeze_first(model, {count})"
    frozen = check.model(freeze_first(stacked, count), call)
    facts = check.describe(frozen)
    check.equal(
        facts.trainable_parameters,
        sum(sizes[count:]),
        f"trainable weights after {call}",
        en="The layers from number count on are trainable, even if they were frozen before: set the flag of each layer. "
        "A model inside is one layer.",
        ko="count번째부터의 층은 전에 동결되어 있었더라도 훈련할 수 있어야 합니다. 층마다 값을 정하십시오. "
        "안에 든 모델은 층 하나로 셉니다.",
    )
    check.equal(
        count_weights(frozen),
        {"trainable": sum(sizes[count:]), "frozen": sum(sizes[:count]) + averages},
        f"count_weights(model) after {call}",
        en="Count all weights of the model, those of a model inside too, and the running averages as frozen.",
        ko="안에 든 모델까지 모든 가중치를 세고, 이동 평균은 frozen으로 세십시오.",
    )
check.passed("5 times frozen, thawed and counted")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### A new head
#
# `GlobalAveragePooling2D` averages each channel over all places: how strongly is this feature present in the whole photo? Then a single dense layer with softmax weighs the features. *L2 regularization* adds the squares of its weights, times a small factor, to the loss; with a thousand features and few photos this keeps the head from relying on any of them too much.
#
# With the Functional API the backbone is called like a layer. `training=False` says that it always runs in inference mode. As long as it is frozen that changes nothing; section 9 shows what it is good for.

# %% [markdown] lang="ko"
# ### 새 헤드
#
# `GlobalAveragePooling2D`는 채널마다 모든 위치의 평균을 냅니다. 사진 전체에서 그 특성이 얼마나 강하게 나타나는지를 나타내는 값입니다. 그다음 소프트맥스를 쓰는 밀집층 하나가 특성에 가중치를 매깁니다. *L2 규제*(L2 regularization)는 가중치의 제곱에 작은 수를 곱해 손실에 더합니다. 특성이 천 개나 되고 사진이 적을 때 헤드가 어느 한 특성에 지나치게 기대지 않게 해 줍니다.
#
# 함수형 API에서는 백본을 층처럼 호출합니다. `training=False`는 백본을 늘 추론 모드로 실행하라는 뜻입니다. 동결되어 있는 동안에는 있으나 없으나 같습니다. 어디에 쓸모가 있는지는 9절에서 봅니다.

# %%
keras.utils.set_random_seed(1)
photo_input = keras.Input(shape=(128, 128, 3))
grid = backbone(to_minus_one_one(photo_input), training=False)
pooled = keras.layers.GlobalAveragePooling2D()(grid)
head_layer = keras.layers.Dense(5, activation="softmax", kernel_regularizer=keras.regularizers.L2(0.02))
network = keras.Model(photo_input, head_layer(pooled))
network.summary()

# %% [markdown] lang="en"
# ### Exercise 4 · Put a head on a backbone (3 points)
#
# The text's head is one layer. Write `build_classifier(backbone, units, num_classes)`, with a larger head:
#
# - `backbone` is a Keras model. It turns images `(n, height, width, 3)`, in whatever range they come, into feature maps `(n, h, w, channels)`. Don't scale the images.
# - Freeze the whole backbone.
# - On its output come, in this order: global average pooling, a `Dense` layer with `units` units and ReLU, a `Dropout` layer with rate 0.3, a `Dense` layer with `num_classes` units and softmax.
# - Build the model with the Sequential or the Functional API, beginning with `keras.Input`, and return it. It takes the images that the backbone takes. It need not be compiled.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 백본에 헤드 붙이기(3점)
#
# 본문의 헤드는 층 하나입니다. 이번에는 더 큰 헤드를 붙이는 함수 `build_classifier(backbone, units, num_classes)`를 작성하십시오.
#
# - `backbone`은 이미지 `(n, height, width, 3)`을 주어진 범위 그대로 받아 특성 맵 `(n, h, w, channels)`로 바꾸는 Keras 모델입니다. 이미지를 스케일링하지 마십시오.
# - 백본 전체를 동결합니다.
# - 백본의 출력에 차례로 전역 평균 풀링(global average pooling), 유닛이 `units`개이고 활성화 함수가 ReLU인 `Dense` 층, 비율이 0.3인 `Dropout` 층, 유닛이 `num_classes`개이고 활성화 함수가 소프트맥스인 `Dense` 층을 놓습니다.
# - `keras.Input`으로 시작해 Sequential API나 함수형 API로 모델을 만들어 반환합니다. 입력은 백본이 받는 이미지와 같습니다. 컴파일하지 않아도 됩니다.


# %% nbgrader={"grade": false, "grade_id": "build-classifier", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_classifier(backbone, units, num_classes):
    """Put a head with one hidden layer on a frozen backbone.

    Args:
        backbone: a Keras model: images (n, height, width, 3) in, feature maps (n, h, w, channels) out.
        units: int, the units of the hidden layer.
        num_classes: int, the number of classes.

    Returns:
        A Keras model: images in, probabilities (n, num_classes) out; only its head is trainable.
    """
    ### BEGIN SOLUTION
    backbone.trainable = False
    return keras.Sequential(
        [
            keras.Input(backbone.input_shape[1:]),
            backbone,
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-classifier-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

draws = np.random.default_rng(4)
small_image = keras.Input((8, 8, 3))
small_grid = keras.layers.Conv2D(6, 3, activation="relu")(small_image)
small_backbone = keras.Model(small_image, keras.layers.BatchNormalization()(small_grid))
small_backbone.set_weights(
    [array + draws.uniform(0.1, 0.3, size=array.shape) for array in check.weights(small_backbone)]
)
what = "build_classifier(backbone, 30, 4)"
drawn_images = draws.normal(scale=2, size=(16, 8, 8, 3)).astype("float32")
channel_means = check.predict(small_backbone, drawn_images).mean(axis=(1, 2))
check.seed(4)
headed = check.model(build_classifier(small_backbone, 30, 4), what)
facts = check.describe(headed)
check.equal(
    facts.output_shape,
    (None, 4),
    f"{what}.output_shape",
    en="Pool the feature maps first; the last layer has num_classes units.",
    ko="먼저 특성 맵을 풀링하십시오. 마지막 층의 유닛은 num_classes개입니다.",
)
check.equal(
    facts.parameters,
    6 * 28 + 4 * 6 + 7 * 30 + 31 * 4,
    f"{what}.count_params()",
    en="The backbone, Dense layers of 30 and 4 units, and nothing else that has weights. "
    "Global average pooling leaves one number for each of the 6 channels.",
    ko="가중치가 있는 것은 백본과, 유닛이 30개와 4개인 Dense 층뿐입니다. "
    "전역 평균 풀링을 거치면 채널 6개마다 수가 하나씩 남습니다.",
)
check.equal(
    facts.trainable_parameters,
    7 * 30 + 31 * 4,
    f"{what}: number of trainable weights",
    en="All of the backbone is frozen and all of the head is trainable.",
    ko="백본은 모두 동결하고 헤드는 모두 훈련할 수 있어야 합니다.",
)
check.close(
    [layer.config["rate"] for layer in facts.of_kind("Dropout")],
    [0.3],
    f"{what}: Dropout.rate",
    en="One Dropout layer with rate 0.3.",
    ko="비율이 0.3인 Dropout 층이 하나 있어야 합니다.",
)
w1, b1, w2, b2 = check.weights(headed)[-4:]
raised = np.exp(np.maximum(channel_means @ w1 + b1, 0) @ w2 + b2)
check.close(
    check.predict(headed, drawn_images),
    raised / raised.sum(axis=1, keepdims=True),
    f"{what}(images)",
    rtol=1e-3,
    atol=1e-4,
    en="The backbone's output as it is, then average pooling, ReLU in the hidden layer, softmax at the end.",
    ko="백본의 출력을 그대로 받아 평균 풀링을 하고, 은닉층에는 ReLU, 끝에는 소프트맥스를 씁니다.",
)
check.passed("shapes", f"{facts.trainable_parameters} of {facts.parameters} weights trainable", "output")

# %% nbgrader={"grade": true, "grade_id": "build-classifier-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("build-classifier")
for _ in range(2):
    height, width = (int(length) for length in rng.integers(6, 12, size=2))
    filters, classes = (int(size) for size in rng.choice(range(5, 13), size=2, replace=False))
    units = int(rng.integers(25, 40))
    image = keras.Input((height, width, 3))
    normed = keras.layers.BatchNormalization()(keras.layers.Conv2D(filters, 3)(image))
    source = keras.Model(image, keras.layers.ReLU()(normed))
    source.set_weights([array + rng.uniform(0.1, 0.3, size=array.shape) for array in check.weights(source)])
    call = f"build_classifier(backbone, {units}, {classes})"
    drawn = rng.normal(loc=1, scale=2, size=(16, height, width, 3)).astype("float32")
    means = check.predict(source, drawn).mean(axis=(1, 2))
    check.seed(int(rng.integers(1000)))
    result = check.model(build_classifier(source, units, classes), call)
    found = check.describe(result)
    head = (filters + 1) * units + (units + 1) * classes
    check.equal(found.input_shape, (None, height, width, 3), f"{call}.input_shape")
    check.equal(found.output_shape, (None, classes), f"{call}.output_shape")
    check.equal(found.parameters, 28 * filters + 4 * filters + head, f"{call}.count_params()")
    check.equal(
        found.trainable_parameters,
        head,
        f"{call}: number of trainable weights",
        en="Batch normalization in the backbone is frozen too.",
        ko="백본의 배치 정규화도 동결해야 합니다.",
    )
    drops = found.of_kind("Dropout")
    check.equal(
        [layer.output_shape for layer in drops],
        [(None, units)],
        f"{call}: Dropout.output.shape",
        en="One Dropout layer, after the hidden layer of the head.",
        ko="Dropout 층은 헤드의 은닉층 뒤에 하나만 있어야 합니다.",
    )
    check.close(drops[0].config["rate"], 0.3, f"{call}: Dropout.rate")
    w1, b1, w2, b2 = check.weights(result)[-4:]
    logits = np.maximum(means @ w1 + b1, 0) @ w2 + b2
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    check.close(
        check.predict(result, drawn),
        powers / powers.sum(axis=1, keepdims=True),
        f"{call}(images)",
        rtol=2e-3,
        atol=2e-4,
        en="Images go to the backbone as they come. Average pooling, not maximum; ReLU; softmax.",
        ko="이미지는 들어온 그대로 백본에 넣습니다. 최대가 아니라 평균 풀링이고, ReLU와 소프트맥스를 씁니다.",
    )
check.passed("2 drawn backbones")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### The same from TensorFlow Hub
#
# TensorFlow Hub (today part of Kaggle Models) is a collection of trained networks as *SavedModels*: folders that hold a computation and its weights, ready for use without the Python code of the layers. A *handle*, usually a web address, names one. `hub.resolve(handle)` fetches it and returns the folder; `TFSMLayer` makes a Keras layer of it. The endpoint `serving_default` is the SavedModel's entrance for everyone; it answers with a dictionary.
#
# Our handle is a folder that comes with the course, with the small network of drawn shapes in the form of a Hub module. As Hub's MobileNets do, it takes $[0, 1]$. (The course tries this path on its own module only, for its tests have no network. With a network, a handle from <https://www.kaggle.com/models/google/mobilenet-v2> should go through the same two lines.)

# %% [markdown] lang="ko"
# ### 같은 일을 TensorFlow Hub로
#
# TensorFlow Hub(지금은 Kaggle Models의 일부)는 훈련된 신경망을 *SavedModel* 형식으로 모아 둔 곳입니다. SavedModel은 계산 과정과 가중치를 담은 폴더로, 층을 정의한 파이썬 코드 없이도 쓸 수 있습니다. 모델은 *핸들*(handle)로 가리키며 보통 웹 주소입니다. `hub.resolve(handle)`은 모델을 내려받아 그 폴더를 알려 주고, `TFSMLayer`는 그 폴더로 Keras 층을 만듭니다. 엔드포인트 `serving_default`는 누구나 쓰는 SavedModel의 입구이며, 딕셔너리로 답합니다.
#
# 여기서 쓸 핸들은 강의에 딸린 폴더입니다. 그려진 도형으로 학습한 작은 신경망이 Hub 모듈의 형태로 들어 있습니다. Hub의 MobileNet처럼 $[0, 1]$ 범위를 받습니다. (강의의 테스트는 네트워크 없이 실행되므로 이 경로는 강의의 모듈로만 시험했습니다. 네트워크가 있으면 <https://www.kaggle.com/models/google/mobilenet-v2>의 핸들도 똑같은 두 줄로 쓸 수 있을 것입니다.)

# %%
handle = str(datasets.shapes_backbone.saved_model())
hub_layer = keras.layers.TFSMLayer(hub.resolve(handle), call_endpoint="serving_default")
answer = hub_layer(photos / 255)
print({name: values.shape for name, values in answer.items()})

# %% [markdown] lang="en"
# In a model, `Rescaling` again comes first, this time to $[0, 1]$. The features are those of the `.keras` file with the same weights, which wants $[-1, 1]$: other range, same answer. The weights of a `TFSMLayer` can be trained only all together, because Keras sees no layers inside it that could be thawed one by one. For fine-tuning take a network from `keras.applications` or a `.keras` file.

# %% [markdown] lang="ko"
# 모델에서는 이번에도 `Rescaling`이 먼저 오고, 범위는 $[0, 1]$입니다. 가중치가 같고 $[-1, 1]$을 받는 `.keras` 파일의 특성과 견주어 봅시다. 범위는 달라도 답은 같습니다. `TFSMLayer`의 가중치는 한꺼번에만 훈련할 수 있습니다. Keras에는 그 안의 층이 보이지 않아 동결을 하나씩 풀 수 없기 때문입니다. 미세 조정을 하려면 `keras.applications`의 신경망이나 `.keras` 파일을 쓰십시오.

# %%
hub_input = keras.Input(shape=(128, 128, 3))
(hub_features,) = hub_layer(keras.layers.Rescaling(1 / 255)(hub_input)).values()
hub_model = keras.Model(hub_input, hub_features)
shapes = keras.models.load_model(datasets.shapes_backbone.keras_file())
same_features = np.mean(shapes(to_minus_one_one(photos)), axis=(1, 2))
print("same features:", np.allclose(hub_model(photos), same_features, atol=1e-3))

# %% [markdown] lang="en"
# > **Common mistake.** `hub.KerasLayer(handle)` in a Keras model, as tutorials up to 2023 have it. It was made for Keras 2, and Keras 3 does not take it for a layer:

# %% [markdown] lang="ko"
# > **흔한 실수.** 2023년까지의 자료처럼 `hub.KerasLayer(handle)`을 Keras 모델에 넣는 것입니다. Keras 2에 맞추어 만든 것이라 Keras 3에서는 층으로 인정하지 않습니다.

# %%
try:
    keras.Sequential([hub.KerasLayer(handle, signature="serving_default", output_key="output_0")])
except ValueError as error:
    print(type(error).__name__, str(error)[:60], "…")

# %% [markdown] lang="en"
# > **Common mistake.** One class off. Hub's ImageNet classifiers give 1,001 numbers, with "background" in front; `keras.applications` gives 1,000, and so `decode_predictions` wants 1,000: leave the first out, `probabilities[:, 1:]`.

# %% [markdown] lang="ko"
# > **흔한 실수.** 클래스가 하나씩 밀리는 것입니다. Hub의 ImageNet 분류 모델은 맨 앞에 "background"를 두어 수를 1,001개 내놓습니다. `keras.applications`는 1,000개를 내놓고 `decode_predictions`도 1,000개를 받으므로, 첫 번째를 빼고 `probabilities[:, 1:]`을 넘겨야 합니다.

# %% [markdown] lang="en"
# ## 5 · Compile
#
# Labels are whole numbers, so the loss is sparse categorical cross-entropy, as in chapter 02. Only the head learns, and it starts from random numbers: Adam's usual learning rate of 0.001 is right for it.
#
# Compile **after** freezing. A model notes what is trainable when it takes its first training step; whoever changes `trainable` later has to compile again.
#
# A head that has learned nothing should guess. With five classes that costs $-\ln 0.2 = 1.61$, to which L2 adds a little; with large features the untrained head is sure and wrong at times, and the loss is higher.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 레이블이 정수이므로 2장에서처럼 희소 범주형 교차 엔트로피를 손실로 씁니다. 헤드만 학습하고 난수에서 출발하므로 Adam이 흔히 쓰는 학습률 0.001이 알맞습니다.
#
# 컴파일은 **동결한 뒤에** 합니다. 모델은 첫 훈련 단계에서 무엇을 훈련할지를 정해 둡니다. 나중에 `trainable`을 바꾸면 다시 컴파일해야 합니다.
#
# 아무것도 배우지 않은 헤드는 찍는 것과 같습니다. 클래스가 다섯이면 손실은 $-\ln 0.2 = 1.61$이고, 여기에 L2가 조금 더해집니다. 특성의 값이 크면 훈련 전의 헤드가 확신하고 틀리기도 해서 손실이 더 높습니다.

# %%
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
untrained_loss, untrained_accuracy = network.evaluate(val_set, verbose=0)
print(f"loss {untrained_loss:.2f}, accuracy {untrained_accuracy:.2f}")

# %% [markdown] lang="en"
# ## 6 · Train
#
# ### Extract features once
#
# We could call `fit` now. But in every epoch each photo would go through the whole backbone, and the frozen backbone gives the same features for the same photo each time. So let it work once, and keep what it gives: the photos go in a single time, and training the head on the *cached* features takes seconds. (Random augmentation of the photos and caching exclude each other: an augmented photo is a new one in every epoch.)
#
# Features and labels are collected in **one** pass, because the training set shuffles on each.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# ### 특성을 한 번만 추출하기
#
# 이제 `fit`을 호출해도 됩니다. 하지만 그러면 에포크마다 모든 사진이 백본 전체를 다시 지나갑니다. 동결된 백본은 같은 사진에 늘 같은 특성을 내놓는데도 말입니다. 그래서 백본을 한 번만 돌리고 그 결과를 간직합니다. 사진은 한 번만 지나가고, 이렇게 *캐시*(cache)해 둔 특성으로 헤드를 훈련하는 데는 몇 초면 됩니다. (사진을 무작위로 증강하는 일과 캐시는 함께 쓸 수 없습니다. 증강한 사진은 에포크마다 새로운 사진이기 때문입니다.)
#
# 훈련 세트는 훑을 때마다 순서가 섞이므로 특성과 레이블을 **한 번에** 함께 모읍니다.

# %%
to_features = keras.Model(photo_input, pooled)


def features_of(dataset):
    """The features and labels of all photos of a data set."""
    parts = [(to_features(photos), labels) for photos, labels in dataset]
    return [np.concatenate(arrays) for arrays in zip(*parts, strict=True)]


train_features, train_labels = features_of(train_set)
val_features, val_labels = features_of(val_set)
print("features", train_features.shape, val_features.shape)

# %% [markdown] lang="en"
# Are the features any good? Principal component analysis (chapter 08 explains it) lays images out in two dimensions, similar ones close together. On the left it saw the pixels, on the right the features. Nobody has told the backbone about flowers, and yet some classes already stand together.

# %% [markdown] lang="ko"
# 이 특성은 쓸 만합니까? 주성분 분석(principal component analysis, 8장에서 설명합니다)은 비슷한 이미지가 가까이 놓이도록 이미지를 평면에 펼쳐 놓습니다. 왼쪽은 픽셀로, 오른쪽은 특성으로 분석한 것입니다. 백본에 꽃을 가르친 사람은 없는데도 벌써 몇몇 클래스가 모여 있습니다.

# %% alt.en="Two scatter plots of the validation images in five colours. On the left, by pixels, the colours are mixed; on the right, by features, some colours form groups." alt.ko="검증 이미지를 다섯 색으로 나타낸 산점도 두 개. 픽셀로 그린 왼쪽에서는 색이 뒤섞여 있고, 특성으로 그린 오른쪽에서는 몇몇 색이 무리를 이룹니다."
val_pixels = np.concatenate([batch[:, ::4, ::4].numpy().reshape(len(batch), -1) for batch, _ in val_set])
_, axes = plt.subplots(1, 2, figsize=(9, 3.2))
for axis, title, rows in zip(axes, ["pixels", "features"], [val_pixels, val_features], strict=True):
    centred = rows - rows.mean(axis=0)
    flat = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    for label, color in enumerate([BLUE, ORANGE, GREEN, PINK, "0.3"]):
        axis.scatter(*flat[val_labels == label].T, s=8, color=color, label=class_names[label])
    axis.set(title=title, xticks=[], yticks=[])
plt.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 5 · Extract features (3 points)
#
# The text keeps the average of each channel. The largest value says something else: that a feature is present *somewhere*. Write `extract_features(backbone, dataset)`, which keeps both:
#
# - `backbone` is a Keras model: images in, feature maps `(n, h, w, channels)` out. It may contain batch normalization and dropout; run it in inference mode.
# - `dataset` is a `tf.data.Dataset` of batches `(images, labels)`. Go through it only once. The last batch may be smaller than the others.
# - Return a tuple `(features, labels)` of two NumPy arrays, the images in the order of the data set.
# - `features` has shape `(n, 2 * channels)` and floating-point numbers: in each row first the averages over all places, one for each channel, then the largest values over all places, one for each channel.
# - `labels` has shape `(n,)` and holds integers.
# - Don't change the backbone.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 특성 추출하기(3점)
#
# 본문에서는 채널마다 평균을 남겼습니다. 최댓값은 또 다른 것, 곧 어떤 특성이 *어딘가에* 나타난다는 것을 알려 줍니다. 둘 다 남기는 함수 `extract_features(backbone, dataset)`를 작성하십시오.
#
# - `backbone`은 이미지를 받아 특성 맵 `(n, h, w, channels)`를 내놓는 Keras 모델입니다. 배치 정규화와 드롭아웃이 들어 있을 수 있으므로 추론 모드로 실행합니다.
# - `dataset`은 배치 `(images, labels)`를 내놓는 `tf.data.Dataset`입니다. 한 번만 훑으십시오. 마지막 배치는 다른 배치보다 작을 수 있습니다.
# - NumPy 배열 두 개로 된 튜플 `(features, labels)`를 반환합니다. 이미지의 순서는 데이터셋에서 나온 순서입니다.
# - `features`는 형상이 `(n, 2 * channels)`인 실수 배열입니다. 행마다 먼저 채널별로 모든 위치의 평균이, 이어서 채널별로 모든 위치의 최댓값이 놓입니다.
# - `labels`는 형상이 `(n,)`인 정수 배열입니다.
# - 백본은 바꾸지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "extract-features", "locked": false, "schema_version": 3, "solution": true, "task": false}
def extract_features(backbone, dataset):
    """Run every image of a data set through a backbone once; keep mean and maximum of each channel.

    Args:
        backbone: a Keras model: images in, feature maps (n, h, w, channels) out.
        dataset: tf.data.Dataset of batches (images, labels).

    Returns:
        A tuple of two arrays: features (n, 2 * channels), means first, and labels (n,).
    """
    ### BEGIN SOLUTION
    rows, answers = [], []
    for images, targets in dataset:
        grid = np.asarray(backbone(images, training=False))
        rows.append(np.concatenate([grid.mean(axis=(1, 2)), grid.max(axis=(1, 2))], axis=1))
        answers.append(np.asarray(targets))
    return np.concatenate(rows), np.concatenate(answers)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "extract-features-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
import tensorflow as tf
from hiddenlayers import check

what = "extract_features(backbone, dataset)"
check.seed(5)
image = keras.Input((7, 7, 3))
strengths = keras.layers.Conv2D(4, 3, bias_initializer=keras.initializers.Constant(9))(image)
normed = keras.layers.BatchNormalization()(strengths)
mapper = keras.Model(image, keras.layers.Dropout(0.5)(normed))
draws = np.random.default_rng(5)
eight_images = draws.normal(size=(8, 7, 7, 3)).astype("float32")
eight_labels = np.array([3, 0, 1, 1, 2, 0, 3, 2])
feature_maps = check.predict(mapper, eight_images)
pair = extract_features(mapper, tf.data.Dataset.from_tensor_slices((eight_images, eight_labels)).batch(4))
check.that(
    type(pair) in (tuple, list) and len(pair) == 2,
    f"{what}: expected a tuple (features, labels), found {check.describe_value(pair)}.",
    f"{what}: 튜플 (features, labels)를 반환해야 합니다. 나온 값은 {check.describe_value(pair)}.",
)
check.array(
    pair[0],
    f"{what}: features",
    shape=(8, 8),
    dtype="float",
    en="One row for each image of all batches, and for each of the 4 channels a mean and a maximum.",
    ko="모든 배치의 이미지마다 행 하나, 채널 4개마다 평균과 최댓값이 하나씩 있어야 합니다.",
)
check.close(
    pair[0],
    np.concatenate([feature_maps.mean(axis=(1, 2)), feature_maps.max(axis=(1, 2))], axis=1),
    f"{what}: features",
    rtol=1e-3,
    atol=1e-4,
    en="All means first, then all maxima, over height and width. The backbone runs with training=False.",
    ko="높이와 너비에 걸친 평균이 모두 먼저 오고 최댓값이 뒤에 옵니다. 백본은 training=False로 실행합니다.",
)
check.array(pair[1], f"{what}: labels", shape=(8,), dtype="int")
check.equal(
    pair[1],
    eight_labels,
    f"{what}: labels",
    en="Collect the labels in the same pass as the images.",
    ko="레이블은 이미지와 같은 순서로 한 번에 모으십시오.",
)
check.passed("8 images", "means and maxima", "labels")

# %% nbgrader={"grade": true, "grade_id": "extract-features-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
import tensorflow as tf
from hiddenlayers import check

rng = check.rng("extract-features")
for batch, batches in ((int(rng.integers(4, 7)), 2), (int(rng.integers(7, 10)), 0)):
    count = batch * batches + int(rng.integers(1, batch - 1))  # the last batch is not full
    height, width, channels = (int(size) for size in rng.choice(range(4, 10), size=3, replace=False))
    check.seed(int(rng.integers(1000)))
    image = keras.Input((height, width, 3))
    negative = keras.initializers.Constant(-15)  # surely, in each channel
    normed = keras.layers.BatchNormalization()(
        keras.layers.Conv2D(channels, 2, bias_initializer=negative)(image)
    )
    drawn_mapper = keras.Model(image, keras.layers.Dropout(0.4)(normed))
    drawn = rng.normal(loc=-1, scale=2, size=(count, height, width, 3)).astype("float32")
    truth = rng.integers(0, 6, size=count)
    grid = check.predict(drawn_mapper, drawn).astype("float64")
    call = f"extract_features(backbone, dataset), {count} images in batches of {batch}"
    features, found = extract_features(
        drawn_mapper, tf.data.Dataset.from_tensor_slices((drawn, truth)).batch(batch)
    )
    check.array(
        features,
        f"{call}: features",
        shape=(count, 2 * channels),
        dtype="float",
        en="The last batch counts too, even if it is not full.",
        ko="꽉 차지 않은 마지막 배치도 빠뜨리지 마십시오.",
    )
    check.close(
        features,
        np.hstack([grid.mean(axis=(1, 2)), grid.max(axis=(1, 2))]),
        f"{call}: features",
        rtol=1e-3,
        atol=1e-4,
        en="Means first, then maxima; maxima may be negative. training=False, so that nothing is dropped.",
        ko="평균이 먼저, 최댓값이 나중입니다. 최댓값은 음수일 수도 있습니다. training=False로 두어 드롭아웃이 없게 하십시오.",
    )
    check.array(found, f"{call}: labels", shape=(count,), dtype="int")
    check.equal(found, truth, f"{call}: labels")
check.passed("2 drawn data sets")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Train the head
#
# The head of the network is a layer of its own. On cached features it is trained as a model of one layer: `head_layer` in a `Sequential`. What it learns is at once in `network`, for it is the same layer.
#
# Early stopping watches the validation loss. When it has not fallen for ten epochs, training ends and the best weights come back.

# %% [markdown] lang="ko"
# ### 헤드 훈련하기
#
# 신경망의 헤드는 독립된 층입니다. 그래서 캐시해 둔 특성으로는 층이 하나뿐인 모델로서 훈련할 수 있습니다. `head_layer`를 `Sequential`에 넣으면 됩니다. 같은 층이므로 여기서 배운 것은 곧바로 `network`에도 들어 있습니다.
#
# 조기 종료는 검증 손실을 지켜봅니다. 열 에포크 동안 내려가지 않으면 훈련을 마치고 가장 좋았던 가중치로 돌아갑니다.

# %%
head = keras.Sequential([keras.Input(shape=train_features.shape[1:]), head_layer])
head.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = head.fit(
    train_features,
    train_labels,
    validation_data=(val_features, val_labels),
    epochs=hiddenlayers.epochs(60),
    callbacks=[keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)],
    verbose=0,
)
curves = pd.DataFrame(history.history).rename_axis("epoch")
print(f"{len(curves)} epochs, best validation accuracy {curves['val_accuracy'].max():.3f}")

# %% alt.en="Two plots against the epoch: training and validation loss fall, quickly at first; both accuracies rise, training above validation." alt.ko="에포크에 따른 그래프 두 개. 훈련 손실과 검증 손실이 처음에 빠르게 내려가고, 두 정확도가 올라가며 훈련이 검증보다 높습니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.6))
curves[["loss", "val_loss"]].plot(ax=left, style=["-", "--"], color=[BLUE, ORANGE])
curves[["accuracy", "val_accuracy"]].plot(ax=right, style=["-", "--"], color=[BLUE, ORANGE])
plt.show()

# %% [markdown] lang="en"
# ### Exercise 6 · Train a head on features (3 points)
#
# Write `train_head(features, labels, epochs)`:
#
# - `features` is a float array of shape `(n, d)`, `labels` an integer array of shape `(n,)`. Each class from 0 to the largest label occurs.
# - Build a model of exactly one `Dense` layer with softmax, with as many units as there are classes. Begin with `keras.Input`.
# - Train it for `epochs` epochs on **all** rows, with Adam at a learning rate of 0.01 and in batches of 32. The rows come sorted by class, as files in folders do: hold none of them back.
# - Return the trained model (not the History). For rows of features it gives probabilities of shape `(n, classes)`.
#
# The checks bring clouds of points, 60 for each of three to seven classes, and 10 epochs. The trained model has to name the class of at least 90% of the new points of each cloud; a right answer is close to 100%.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 특성으로 헤드 훈련하기(3점)
#
# 함수 `train_head(features, labels, epochs)`를 작성하십시오.
#
# - `features`는 형상이 `(n, d)`인 실수 배열이고 `labels`는 형상이 `(n,)`인 정수 배열입니다. 0부터 가장 큰 레이블까지 모든 클래스가 나옵니다.
# - 소프트맥스를 쓰는 `Dense` 층 하나로만 된 모델을 만듭니다. 유닛은 클래스의 개수만큼입니다. `keras.Input`으로 시작합니다.
# - **모든** 행으로 `epochs`번의 에포크 동안 훈련합니다. 옵티마이저는 학습률이 0.01인 Adam, 배치 크기는 32입니다. 폴더에 든 파일처럼 행이 클래스 순서로 정렬되어 있으므로 따로 떼어 두지 마십시오.
# - 훈련한 모델을 반환합니다(History가 아닙니다). 모델은 특성의 행마다 확률을 내놓으며, 그 형상은 `(n, classes)`입니다.
#
# 검사에서는 클래스 세 개에서 일곱 개, 클래스마다 점 60개로 이루어진 무리를 쓰고 10 에포크 동안 훈련합니다. 훈련한 모델은 무리마다 새로운 점의 90% 이상에서 클래스를 맞혀야 합니다. 맞는 답이라면 거의 100%가 나옵니다.


# %% nbgrader={"grade": false, "grade_id": "train-head", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_head(features, labels, epochs):
    """Train one dense softmax layer on features.

    Args:
        features: float array of shape (n, d).
        labels: int array of shape (n,), sorted.
        epochs: int, the number of epochs.

    Returns:
        The trained Keras model: features (n, d) in, probabilities (n, classes) out.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [keras.Input((features.shape[1],)), keras.layers.Dense(int(labels.max()) + 1, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(features, labels, batch_size=32, epochs=epochs, verbose=0)
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-head-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

what = "train_head(features, labels, 10)"
draws = np.random.default_rng(6)
middles = 3 * np.linalg.qr(draws.normal(size=(8, 8)))[0][:5]
sorted_labels = np.repeat(np.arange(5), 60)
cloud_points = (middles[sorted_labels] + draws.normal(scale=0.4, size=(300, 8))).astype("float32")
check.seed(6)
trained_head = check.model(
    train_head(cloud_points, sorted_labels, 10),
    what,
    en="Return the model, not what fit returns.",
    ko="fit이 반환하는 것이 아니라 모델을 반환하십시오.",
)
facts = check.describe(trained_head)
check.equal(
    facts.output_shape,
    (None, 5),
    f"{what}.output_shape",
    en="One unit a class.",
    ko="클래스마다 유닛 하나입니다.",
)
check.equal(
    facts.parameters,
    9 * 5,
    f"{what}.count_params()",
    en="One Dense layer with biases, and no other layer with weights.",
    ko="편향이 있는 Dense 층 하나뿐이고, 가중치가 있는 다른 층은 없어야 합니다.",
)
fresh_points = (middles[sorted_labels] + draws.normal(scale=0.4, size=(300, 8))).astype("float32")
opinions_of_head = check.predict(trained_head, fresh_points)
check.close(
    opinions_of_head.sum(axis=1),
    np.ones(300),
    f"{what}(new).sum(axis=1)",
    rtol=1e-3,
    en="Softmax gives probabilities, which add up to 1.",
    ko="소프트맥스는 합이 1인 확률을 내놓습니다.",
)
check.at_least(
    np.mean(opinions_of_head.argmax(axis=1) == sorted_labels),
    0.9,
    f"{what}: accuracy on new points",
    en="Learn from all rows: validation_split takes the last ones, and with them the last class. "
    "Adam(0.01) takes steps that are large enough, epochs of them.",
    ko="모든 행에서 배워야 합니다. validation_split은 마지막 행들을, 따라서 마지막 클래스를 떼어 냅니다. "
    "학습률이 0.01인 Adam으로 epochs번 훈련하면 단계가 충분히 큽니다.",
)
check.passed("5 classes", "45 weights", "accuracy on new points at least 0.9")

# %% nbgrader={"grade": true, "grade_id": "train-head-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("train-head")
classes, width = int(rng.integers(6, 8)), int(rng.integers(9, 14))
axes = 3 * np.linalg.qr(rng.normal(size=(width, width)))[0][:classes]
truth = np.repeat(np.arange(classes), 60)
known, new = (
    (axes[truth] + rng.normal(scale=0.4, size=(60 * classes, width))).astype("float32") for _ in range(2)
)
call = f"train_head(features, labels, 10), features.shape = {known.shape}, {classes} classes"
check.seed(int(rng.integers(1000)))
with check.unchanged(features=known, labels=truth):
    taught = check.model(train_head(known, truth, 10), call)
check.equal(
    check.describe(taught).output_shape,
    (None, classes),
    f"{call}: output_shape",
    en="The number of classes comes from the labels.",
    ko="클래스의 개수는 레이블에서 얻어야 합니다.",
)
check.equal(check.describe(taught).parameters, (width + 1) * classes, f"{call}: count_params()")
chances = check.predict(taught, new)
check.close(chances.sum(axis=1), np.ones(len(new)), f"{call}: sum of the probabilities", rtol=1e-3)
for kind in range(classes):
    check.at_least(
        np.mean(chances[truth == kind].argmax(axis=1) == kind),
        0.9,
        f"{call}: share of new points of class {kind} that are named rightly",
        en="Every class has to be learned, the last one too.",
        ko="마지막 클래스까지 모든 클래스를 배워야 합니다.",
    )
check.passed(f"{classes} classes", "accuracy on new points")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# Scaling, backbone and trained head are one network: it takes the test photos as they are. Its accuracy stands beside two baselines that cost nothing. (That of the untrained head was measured on the validation photos.)

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 스케일링, 백본, 훈련한 헤드가 합쳐져 신경망 하나가 되었습니다. 테스트 사진을 있는 그대로 넣으면 됩니다. 공짜로 얻는 두 기준선 옆에 정확도를 놓아 봅시다. (훈련하지 않은 헤드의 정확도는 검증 사진에서 잰 것입니다.)

# %%
test_loss, test_accuracy = network.evaluate(test_set, verbose=0)
test_features, test_labels = features_of(test_set)
print(f"always the same class {np.bincount(test_labels).max() / len(test_labels):.3f}")
print(f"untrained head        {untrained_accuracy:.3f}")
print(f"trained head          {test_accuracy:.3f} of {len(test_labels)} test photos right")

# %% [markdown] lang="en"
# ### What the wrong range costs
#
# Here are the same backbone and the same trained head once more, behind a layer that scales to $[0, 1]$ instead of $[-1, 1]$. There is no error and no warning, only a lower accuracy.

# %% [markdown] lang="ko"
# ### 범위가 틀리면 무엇을 잃는가
#
# 같은 백본과 훈련한 같은 헤드를 다시 쓰되, $[-1, 1]$이 아니라 $[0, 1]$로 스케일링하는 층 뒤에 놓습니다. 오류도 경고도 없고 정확도만 떨어집니다.

# %%
to_zero_one = keras.layers.Rescaling(1 / 255)
parts = [to_zero_one, backbone, keras.layers.GlobalAveragePooling2D(), head_layer]
wrong_range = keras.Sequential([keras.Input(shape=(128, 128, 3)), *parts])
wrong_range.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
range_accuracy = wrong_range.evaluate(test_set, verbose=0)[1]
print(f"[-1, 1] {test_accuracy:.3f}, [0, 1] {range_accuracy:.3f}")

# %% [markdown] lang="en"
# ### Few photos: borrowed or from scratch?
#
# Was it worth borrowing? Let us give both ways only 128 photos, about 25 a class: as many as you may collect in an afternoon. Another 128 validate.

# %% [markdown] lang="ko"
# ### 적은 사진: 빌려 쓰기와 처음부터 훈련하기
#
# 빌려 쓴 보람이 있었습니까? 두 방법에 사진을 128장만 주어 봅시다. 클래스마다 25장쯤이며, 반나절이면 모을 만한 양입니다. 다른 128장으로 검증합니다.

# %%
few_photos, few_labels = (np.concatenate(arrays) for arrays in zip(*train_set.take(4), strict=True))
some_photos, some_labels = (np.concatenate(arrays) for arrays in zip(*val_set.take(4), strict=True))
few_features, some_features = (np.asarray(to_features(images)) for images in (few_photos, some_photos))
print("to learn from", few_photos.shape, "images of each class:", np.bincount(few_labels))

# %% [markdown] lang="en"
# One way is a new head on the frozen features, as before. The other is the very same network from random weights: `clone_model` copies the backbone's layers and draws new weights, and all of them are trained.
#
# One setting has to differ, or training from scratch would have no chance. MobileNetV2 averages its batch statistics over about a thousand steps (`momentum=0.999`). Here an epoch has eight, and in evaluation the network would still calculate with the averages that it started from. `momentum=0.9` keeps up.

# %% [markdown] lang="ko"
# 한 가지 방법은 앞에서처럼 동결한 특성 위에 새 헤드를 놓는 것입니다. 다른 방법은 똑같은 신경망을 난수 가중치에서 시작하는 것입니다. `clone_model`은 백본의 층을 복사하고 가중치를 새로 뽑으며, 그 가중치를 모두 훈련합니다.
#
# 설정 하나는 바꾸어야 합니다. 그러지 않으면 처음부터 훈련하는 쪽에 승산이 없습니다. MobileNetV2는 배치의 통계를 약 천 단계에 걸쳐 평균합니다(`momentum=0.999`). 여기서는 한 에포크가 여덟 단계뿐이라, 평가할 때까지도 처음의 평균값으로 계산하게 됩니다. `momentum=0.9`로 두면 뒤처지지 않습니다.


# %%
def small_head():
    """A new head on features."""
    layer = keras.layers.Dense(5, activation="softmax", kernel_regularizer=keras.regularizers.L2(0.02))
    return keras.Sequential([keras.Input(shape=few_features.shape[1:]), layer])


def whole_network():
    """Backbone and head with random weights, all of them trainable."""
    fresh = keras.models.clone_model(backbone)
    for layer in fresh.layers:
        layer.trainable = True
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = 0.9
    parts = [to_minus_one_one, fresh, keras.layers.GlobalAveragePooling2D(), small_head()]
    return keras.Sequential([keras.Input(shape=(128, 128, 3)), *parts])


# %% [markdown] lang="en"
# Both get up to 20 epochs and are stopped when the validation accuracy has not risen for ten; the best weights come back.

# %% [markdown] lang="ko"
# 둘 다 에포크는 20번까지입니다. 검증 정확도가 열 에포크 동안 오르지 않으면 멈추고 가장 좋았던 가중치로 돌아갑니다.


# %%
def learn(build, rate, seed, known, unknown):
    """Train a new model on the few images; return it and its best validation accuracy."""
    keras.utils.set_random_seed(seed)
    model = build()
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping("val_accuracy", patience=10, mode="max", restore_best_weights=True)
    past = model.fit(
        known,
        few_labels,
        batch_size=16,
        epochs=hiddenlayers.epochs(20),
        validation_data=(unknown, some_labels),
        callbacks=[stop],
        verbose=0,
    )
    return model, max(past.history["val_accuracy"])


# %% [markdown] lang="en"
# A network that starts from random weights wants another learning rate than a head. So each way tries three, and its validation accuracy chooses. (`num_tries` is 3 for you. While a submission is graded it is 1, and only the head is trained.)

# %% [markdown] lang="ko"
# 난수 가중치에서 시작하는 신경망과 헤드는 알맞은 학습률이 다릅니다. 그래서 방법마다 세 가지 학습률을 써 보고 검증 정확도로 고릅니다. (`num_tries`는 여러분이 실행하면 3입니다. 제출물을 채점할 때는 1이고, 헤드만 훈련합니다.)

# %%
ways = {
    "frozen features": (small_head, few_features, some_features),
    "from scratch": (whole_network, few_photos, some_photos),
}
num_tries = hiddenlayers.epochs(3)
tried, best_rates = {}, {}
rates = [0.01, 0.003, 0.001][:num_tries]
for way in list(ways)[:num_tries]:
    build, known, unknown = ways[way]
    tried[way] = {rate: learn(build, rate, 1, known, unknown) for rate in rates}
    best_rates[way] = max(rates, key=lambda rate: tried[way][rate][1])
    print(way, "validation", {rate: round(score, 2) for rate, (_, score) in tried[way].items()})

# %% [markdown] lang="en"
# A single training may be lucky. With its chosen rate each way learns twice more, with other seeds, and all three networks of each way name the test photos.

# %% [markdown] lang="ko"
# 한 번의 훈련은 운이 좋았을 수도 있습니다. 방법마다 고른 학습률로, 시드를 바꾸어 두 번 더 훈련합니다. 그리고 방법마다 신경망 세 개로 테스트 사진을 맞혀 봅니다.

# %%
test_data = {"frozen features": (test_features, test_labels), "from scratch": (test_set,)}
few_accuracy = {}
for way in tried:
    build, known, unknown = ways[way]
    seeds = range(2, num_tries + 1)
    models = [learn(build, best_rates[way], seed, known, unknown)[0] for seed in seeds]
    models = [tried[way][best_rates[way]][0], *models]
    few_accuracy[way] = [model.evaluate(*test_data[way], verbose=0)[1] for model in models]
    print(way, np.round(few_accuracy[way], 3))

# %% alt.en="Two rows of dots on an axis of test accuracy from 0 to 1: the dots of the frozen features stand together far to the right of those from scratch; a dotted line marks guessing." alt.ko="테스트 정확도 축(0에서 1) 위에 점이 두 줄로 찍혀 있습니다. 동결한 특성의 점들은 처음부터 훈련한 점들보다 훨씬 오른쪽에 모여 있고, 점선이 찍었을 때의 정확도를 나타냅니다."
_, axis = plt.subplots(figsize=(7, 1.7))
for row, scores in enumerate(few_accuracy.values()):
    axis.plot(scores, [row] * len(scores), "o", color=[BLUE, ORANGE][row], alpha=0.7, markersize=9)
axis.axvline(0.2, color="0.5", linestyle=":")
axis.text(0.19, 0.5, "guessing", ha="right", va="center", color="0.4")
axis.set(xlim=(0, 1), ylim=(1.6, -0.6), xlabel="test accuracy after 128 images, three seeds each")
axis.set_yticks(range(len(few_accuracy)), few_accuracy)
plt.show()

# %% [markdown] lang="en"
# The borrowed features win by far. From scratch, more than 400,000 weights have 128 photos to learn from: enough to learn these photos by heart, not enough to find out what makes a daisy. The head has 6,405 weights to learn, and builds on features that took 1,281,167 photos to make. (With drawn flowers the distance is smaller. Their outlines are simple, and a small network learns them from few.)

# %% [markdown] lang="ko"
# 빌린 특성이 크게 앞섭니다. 처음부터 훈련하면 40만 개가 넘는 가중치가 사진 128장에서 배워야 합니다. 이 사진들을 외우기에는 넉넉하지만 무엇이 데이지를 데이지답게 하는지 알아내기에는 부족합니다. 헤드는 가중치 6,405개만 배우면 되고, 사진 1,281,167장으로 만든 특성 위에 서 있습니다. (그린 꽃에서는 차이가 더 작습니다. 윤곽이 단순해서 작은 신경망이 적은 이미지로도 배울 수 있기 때문입니다.)

# %% [markdown] lang="en"
# ## 8 · Predict
#
# The whole network takes photos as they are: scaling, backbone and head are inside. The confusion matrix shows which flowers it mixes up: rows are true, columns are predicted. On the real photos it most often takes tulips for roses and daisies for dandelions.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# 신경망 전체는 사진을 있는 그대로 받습니다. 스케일링과 백본과 헤드가 모두 안에 있습니다. 혼동 행렬을 보면 어떤 꽃끼리 헷갈리는지 알 수 있습니다. 행은 정답, 열은 예측입니다. 실제 사진에서는 튤립을 장미로, 데이지를 민들레로 잘못 아는 일이 가장 많습니다.

# %% alt.en="Heat map of five by five counts, true classes in rows and predicted classes in columns; the diagonal is large." alt.ko="5×5 히트맵. 행은 정답 클래스, 열은 예측 클래스이고 대각선의 수가 큽니다."
probabilities = network.predict(test_set, verbose=0)
predicted = np.argsort(probabilities, axis=1)[:, -1]
counts = pd.DataFrame(0, index=class_names, columns=class_names)
for true_label, guess in zip(test_labels, predicted, strict=True):
    counts.iloc[true_label, guess] += 1
plt.figure(figsize=(4.8, 3.4))
sns.heatmap(counts, annot=True, fmt="d", cmap="Blues", cbar=False)
plt.xlabel("predicted")
plt.ylabel("true")
plt.show()

# %% [markdown] lang="en"
# These are the test photos on which the network was most sure, and wrong (true → predicted). Some hardly show a flower, and with others you can only guess what misled it. Doubt the true classes too: among the photos on which a network is sure and "wrong" you find those that somebody has put into the wrong folder.

# %% [markdown] lang="ko"
# 아래는 신경망이 가장 크게 확신하고도 틀린 테스트 사진입니다(정답 → 예측). 꽃이 거의 보이지 않는 사진도 있고, 무엇에 속았는지 짐작만 할 수 있는 사진도 있습니다. 정답도 의심해 보십시오. 신경망이 확신하고 "틀린" 사진 가운데에는 사람이 엉뚱한 폴더에 넣은 사진도 있습니다.

# %% alt.en="Up to five wrongly named flowers in a row, above each the true and the predicted class." alt.ko="잘못 맞힌 꽃 이미지가 다섯 장까지 한 줄로 놓여 있고 위에 정답과 예측이 적혀 있습니다."
test_files = held_out.file_paths[-len(test_labels) :]
wrong = np.flatnonzero(predicted != test_labels)
surest = wrong[np.argsort(-probabilities[wrong, predicted[wrong]])][:5]
mistaken = [
    keras.utils.load_img(test_files[i], target_size=(128, 128), keep_aspect_ratio=True) for i in surest
]
titles = [f"{class_names[test_labels[i]]}\n→ {class_names[predicted[i]]}" for i in surest]
show_photos([np.array(image) for image in mistaken], titles)
print(*(datasets.flowers.credit(test_files[i]) for i in surest), sep="\n")

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### Fine-tuning
#
# The head now knows what it wants, and its errors are small. So the upper part of the backbone may be thawed and learn along: its features were made for ImageNet's classes, and flowers need partly others. This is *fine-tuning*, and it has three rules.
#
# 1. **Head first.** Only when the head has learned, thaw.
# 2. **A small learning rate,** a tenth to a hundredth of the usual one. We want to adjust the weights and not to replace them.
# 3. **Batch normalization stays in inference mode.** In training mode it would calculate with the mean of each small batch and overwrite the averages learned from a million photos. This is what `training=False` in section 4 is for: it holds even when `trainable` is `True`.
#
# The lower layers stay frozen. Edges and colours are the same for flowers as for everything else, and fewer trainable weights mean less overfitting.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 미세 조정
#
# 이제 헤드는 무엇을 찾아야 하는지 알고 있고 오차도 작습니다. 그러니 백본의 위쪽을 풀어 함께 배우게 할 수 있습니다. 백본의 특성은 ImageNet의 클래스에 맞추어 만들어졌는데, 꽃에는 조금 다른 특성이 필요하기 때문입니다. 이것을 *미세 조정*(fine-tuning)이라고 하며, 지켜야 할 것이 세 가지 있습니다.
#
# 1. **헤드가 먼저입니다.** 헤드가 배운 다음에 동결을 풉니다.
# 2. **학습률을 작게 합니다.** 평소의 10분의 1에서 100분의 1 정도입니다. 가중치를 갈아 치우는 것이 아니라 다듬으려는 것입니다.
# 3. **배치 정규화는 추론 모드로 둡니다.** 훈련 모드에서는 작은 배치의 평균으로 계산하고, 백만 장의 사진에서 배운 평균을 덮어써 버립니다. 4절에서 쓴 `training=False`가 바로 이것을 막습니다. `trainable`이 `True`가 되어도 효력이 있습니다.
#
# 아래쪽 층은 동결해 둡니다. 경계와 색은 꽃이라고 해서 다르지 않고, 훈련하는 가중치가 적을수록 과대적합도 덜합니다.

# %%
weights_before = network.get_weights()
backbone.trainable = True
for layer in backbone.layers[: 2 * len(backbone.layers) // 3]:
    layer.trainable = False
network.compile(keras.optimizers.Adam(3e-5), "sparse_categorical_crossentropy", metrics=["accuracy"])
before = network.evaluate(val_set, verbose=0)
tuning = network.fit(
    train_set,
    shuffle=False,  # the data set shuffles by itself
    epochs=hiddenlayers.epochs(5),
    validation_data=val_set,
    verbose=0,
)
val_losses = [before[0], *tuning.history["val_loss"]]
val_accuracies = [before[1], *tuning.history["val_accuracy"]]

# %% [markdown] lang="en"
# The validation loss decides whether we keep the result. With few images it may well say no. In our run it did so on the real photos, if only just: the loss rose, came back, and ended where it had begun, while the accuracy gained two photos of 736. So the old weights return.

# %% [markdown] lang="ko"
# 결과를 쓸지는 검증 손실을 보고 결정합니다. 이미지가 적으면 쓰지 않는 편이 나을 수도 있습니다. 실제 사진으로 실행해 보니 근소하게 그랬습니다. 손실은 올랐다가 내려와 처음 값에서 끝났고, 정확도는 736장 가운데 두 장만큼 올랐을 뿐입니다. 그래서 예전 가중치로 되돌립니다.

# %% alt.en="Two plots against the epoch of fine-tuning, beginning with the frozen network at epoch 0: the validation loss on the left, the validation accuracy on the right." alt.ko="미세 조정 에포크에 따른 그래프 두 개. 왼쪽은 검증 손실, 오른쪽은 검증 정확도이고, 0번째 에포크는 동결된 신경망입니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.4))
left.plot(val_losses, "o-", color=ORANGE)
left.set(xlabel="epoch of fine-tuning", ylabel="validation loss")
right.plot(val_accuracies, "o-", color=ORANGE)
right.set(xlabel="epoch of fine-tuning", ylabel="validation accuracy")
plt.tight_layout()
plt.show()

# %%
if val_losses[-1] >= val_losses[0]:
    network.set_weights(weights_before)
final_accuracy = network.evaluate(test_set, verbose=0)[1]
print(f"validation loss {val_losses[0]:.3f} before, {val_losses[-1]:.3f} after")
print(f"test accuracy {test_accuracy:.3f} before, {final_accuracy:.3f} of the network that we keep")

# %% [markdown] lang="en"
# ### Exercise 7 · Thaw the last block only (2 points)
#
# The layers of a MobileNet are named after their blocks: `block_12_expand`, `block_12_expand_BN`, … Write `unfreeze_last_block(backbone)`:
#
# - `backbone` is a Keras model. The names of some of its layers begin with `block_`, a whole number, and another `_`; others have other names. Which layers are trainable at first can be anything, and so can `backbone.trainable`; while that is `False`, nothing inside is trained, whatever the layers say.
# - The *last block* is the one with the largest number, compared as a number: `block_10_…` is later than `block_9_…`.
# - Afterwards the layers of the last block are trainable, apart from its batch normalization (`keras.layers.BatchNormalization`), and **all other layers** are frozen, those after the last block too.
# - Return the very backbone that was given. Weights stay as they are.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 마지막 블록만 동결 풀기(2점)
#
# MobileNet의 층에는 `block_12_expand`, `block_12_expand_BN`처럼 블록의 이름이 붙어 있습니다. 함수 `unfreeze_last_block(backbone)`을 작성하십시오.
#
# - `backbone`은 Keras 모델입니다. 몇몇 층의 이름은 `block_`, 정수, `_`로 시작하고, 나머지 층의 이름은 다릅니다. 처음에 어떤 층이 훈련 가능한지는 정해져 있지 않고, `backbone.trainable`도 마찬가지입니다. 이 값이 `False`인 동안에는 층을 어떻게 설정하든 그 안의 아무것도 훈련되지 않습니다.
# - *마지막 블록*은 번호가 가장 큰 블록입니다. 번호는 수로 비교합니다. `block_10_…`이 `block_9_…`보다 뒤입니다.
# - 실행한 뒤에는 마지막 블록의 층이 훈련 가능해야 합니다. 다만 그 안의 배치 정규화(`keras.layers.BatchNormalization`)는 동결합니다. 마지막 블록 뒤에 오는 층까지 포함해 **다른 모든 층**도 동결합니다.
# - 받은 바로 그 백본을 반환합니다. 가중치의 값은 그대로 둡니다.


# %% nbgrader={"grade": false, "grade_id": "unfreeze-last-block", "locked": false, "schema_version": 3, "solution": true, "task": false}
def unfreeze_last_block(backbone):
    """Make the last block of a backbone trainable, without its batch normalization, and freeze all else.

    Args:
        backbone: a Keras model whose layers are named block_<number>_..., and some otherwise.

    Returns:
        The backbone.
    """
    ### BEGIN SOLUTION
    numbers = [int(layer.name.split("_")[1]) for layer in backbone.layers if layer.name.startswith("block_")]
    backbone.trainable = True  # or the flags of its layers would count for nothing
    for layer in backbone.layers:
        in_last = layer.name.startswith(f"block_{max(numbers)}_")
        layer.trainable = in_last and not isinstance(layer, keras.layers.BatchNormalization)
    return backbone
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "unfreeze-last-block-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

image = keras.Input((6, 6, 3))
x = keras.layers.Conv2D(4, 3, name="stem")(image)
for number in (1, 2, 3):
    x = keras.layers.Conv2D(4, 1, name=f"block_{number}_conv")(x)
    x = keras.layers.BatchNormalization(name=f"block_{number}_norm")(x)
    x = keras.layers.Conv2D(4, 1, name=f"block_{number}_project")(x)
blocks = keras.Model(image, keras.layers.Conv2D(5, 1, name="top")(x))
blocks.trainable = False
what = "unfreeze_last_block(backbone), blocks 1 to 3"
thawed = check.model(unfreeze_last_block(blocks), what, en="Return the backbone.", ko="백본을 반환하십시오.")
facts = check.describe(thawed)
check.equal(
    sorted(layer.name for layer in facts.layers if layer.trainable and layer.parameters),
    ["block_3_conv", "block_3_project"],
    f"{what}: names of the trainable layers",
    en="The layers of block 3 without its BatchNormalization, and none before or after it.",
    ko="BatchNormalization을 뺀 3번 블록의 층만이어야 합니다. 그 앞이나 뒤의 층은 아닙니다.",
)
check.equal(
    facts.trainable_parameters,
    2 * (4 * 4 + 4),
    f"{what}: number of trainable weights",
    en="While backbone.trainable is False, its layers' flags count for nothing: make it True first, then set the layers.",
    ko="backbone.trainable이 False이면 층의 설정은 효력이 없습니다. 먼저 True로 만든 다음 층을 설정하십시오.",
)
check.passed("block 3 of 3", "BatchNormalization frozen", "40 trainable weights")

# %% nbgrader={"grade": true, "grade_id": "unfreeze-last-block-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("unfreeze-last-block")
for last, mixed in ((int(rng.integers(10, 13)), False), (int(rng.integers(4, 8)), True)):
    width = int(rng.integers(3, 7))
    image = keras.Input((4, 4, 3))
    x = keras.layers.Conv2D(width, 1, name="Conv1")(image)
    for number in range(last - 3, last + 1):
        x = keras.layers.DepthwiseConv2D(3, padding="same", name=f"block_{number}_depthwise")(x)
        x = keras.layers.BatchNormalization(name=f"block_{number}_depthwise_BN")(x)
        x = keras.layers.ReLU(name=f"block_{number}_relu")(x)
        x = keras.layers.Conv2D(width, 1, use_bias=False, name=f"block_{number}_project")(x)
    x = keras.layers.BatchNormalization(name="Conv_1_bn")(keras.layers.Conv2D(2 * width, 1, name="Conv_1")(x))
    parts = keras.Model(image, x)
    if mixed:  # some layers are frozen already, others are not
        for layer in parts.layers:
            layer.trainable = layer.name in ("Conv1", "Conv_1", f"block_{last - 1}_project")
    else:
        parts.trainable = False
    call = f"unfreeze_last_block(backbone), blocks {last - 3} to {last}"
    weights_given = [array.copy() for array in check.weights(parts)]
    result = check.model(unfreeze_last_block(parts), call)
    facts = check.describe(result)
    check.equal(
        sorted(layer.name for layer in facts.layers if layer.trainable and layer.parameters),
        [f"block_{last}_depthwise", f"block_{last}_project"],
        f"{call}: names of the trainable layers",
        en="Block numbers are compared as numbers; every other layer is frozen, whatever it was before.",
        ko="블록 번호는 수로 비교합니다. 다른 층은 전에 어땠든 모두 동결해야 합니다.",
    )
    check.equal(
        facts.trainable_parameters,
        width * 9 + width + width * width,
        f"{call}: number of trainable weights",
        en="The model itself must not be frozen, or its layers' flags count for nothing.",
        ko="모델 자체가 동결되어 있으면 층의 설정이 효력을 잃습니다.",
    )
    check.that(
        all(map(np.array_equal, check.weights(result), weights_given)),
        f"{call}: the weights have changed.",
        f"{call}: 가중치의 값이 바뀌었습니다.",
    )
check.passed("2 drawn backbones")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Which strategy?
#
# How much to thaw depends on two questions. How many images do you have? And how much do they look like those that the backbone has learned from? With few images only few weights can be trained well. And the higher a layer, the more its features belong to the old task: where the new images look quite different (X-rays, radar, drawings), features of an earlier block may serve better than those of the last.
#
# In any case begin with frozen features: it takes minutes, and it is the baseline that everything else has to beat, on the validation set.

# %% [markdown] lang="ko"
# ### 어떤 전략을 쓸까
#
# 어디까지 동결을 풀지는 두 가지 질문에 달려 있습니다. 이미지가 얼마나 있습니까? 그 이미지는 백본이 학습한 이미지와 얼마나 닮았습니까? 이미지가 적으면 가중치도 조금만 훈련할 수 있습니다. 그리고 위쪽 층일수록 그 특성은 원래 과제에 매여 있습니다. 새 이미지가 아주 다르게 생겼다면(엑스선, 레이더, 그림) 마지막 블록보다 앞쪽 블록의 특성이 나을 수 있습니다.
#
# 어느 경우든 동결한 특성으로 시작하십시오. 몇 분이면 되고, 다른 모든 방법이 검증 세트에서 넘어야 할 기준선이 됩니다.

# %% alt.en="Table of four boxes. Few images that look alike: freeze the backbone, train a head. Many that look alike: head first, then fine-tune the upper blocks. Few that look different: freeze, but try features of an earlier block. Many that look different: fine-tune everything, or train from scratch." alt.ko="상자 네 개로 된 표. 이미지가 적고 비슷하면 백본을 동결하고 헤드를 훈련합니다. 많고 비슷하면 헤드를 먼저 훈련하고 위쪽 블록을 미세 조정합니다. 적고 다르면 동결하되 앞쪽 블록의 특성을 써 봅니다. 많고 다르면 전체를 미세 조정하거나 처음부터 훈련합니다."
draw_strategies()

# %% [markdown] lang="en"
# ### Exercise 8 · Advice for two projects (2 points, marked by a person)
#
# Two friends ask you for advice. Both want to use a MobileNet that has learned from ImageNet.
#
# - Anna has 250 photos of five kinds of mushrooms from the woods around her village. She has thawed the whole backbone and trained it together with a new head from the start, with Adam's usual learning rate. The training accuracy is 1.0, the validation accuracy is no better than guessing.
# - Ben has 150,000 satellite radar images of sea ice, in four classes. Their grey values look like nothing in ImageNet.
#
# Say for each which strategy you advise and why, and explain what went wrong with Anna's network (two causes). Six to eight sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 두 과제에 대한 조언(2점, 사람이 채점)
#
# 친구 두 명이 조언을 구합니다. 둘 다 ImageNet으로 학습한 MobileNet을 쓰려고 합니다.
#
# - 안나는 마을 주변 숲에서 찍은 버섯 다섯 종류의 사진 250장이 있습니다. 백본 전체의 동결을 풀고, 처음부터 새 헤드와 함께 Adam의 보통 학습률로 훈련했습니다. 훈련 정확도는 1.0인데 검증 정확도는 찍는 것과 다름없습니다.
# - 벤은 바다 얼음을 찍은 위성 레이더 이미지 150,000장을 네 클래스로 나누어 가지고 있습니다. 회색 값의 모습이 ImageNet의 어떤 사진과도 닮지 않았습니다.
#
# 두 사람에게 각각 어떤 전략을 권하겠습니까? 그 이유와 함께, 안나의 신경망이 왜 잘못되었는지(원인 두 가지) 설명하십시오. 여섯에서 여덟 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "strategies", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** Anna has few images, and they look like ImageNet's photos. She should freeze the backbone, extract its features once and train a small, regularized head; only then, if the validation loss allows it, she may fine-tune the upper block with a learning rate ten to a hundred times smaller. Two things went wrong: the large errors of the random head, at a large learning rate, flowed into the backbone and destroyed its features; and with hundreds of thousands of trainable weights and 250 photos the network learned the training photos by heart. (Batch normalization in training mode, whose averages were overwritten by small batches, counts as a cause too.)
# Ben has many images, and they look different. The upper features will not fit, so he should fine-tune all of the backbone (after the head, with a small learning rate) or train from scratch, and compare the two on validation data; frozen features are a quick baseline.
#
# *Rubric.* 1 point: Anna: frozen backbone and head, with the reason (few, alike), and two causes named (half a point if one is missing). 1 point: Ben: much of the network or all of it is trained, with both reasons (many, different), and a comparison on validation data is suggested (half a point if a reason or the comparison is missing).
#
# **모범 답안.** 안나는 이미지가 적고, 그 이미지는 ImageNet의 사진과 닮았습니다. 백본을 동결하고 특성을 한 번만 추출해 규제를 준 작은 헤드를 훈련해야 합니다. 그다음에 검증 손실이 낮아진다면 위쪽 블록을 10분의 1에서 100분의 1의 학습률로 미세 조정할 수 있습니다. 잘못된 원인은 두 가지입니다. 난수에서 출발한 헤드의 큰 오차가 큰 학습률로 백본에 흘러들어 특성을 망가뜨렸고, 훈련 가능한 가중치는 수십만 개인데 사진은 250장뿐이라 신경망이 훈련 사진을 외워 버렸습니다. (배치 정규화가 훈련 모드에 있어 작은 배치의 값이 이동 평균을 덮어쓴 것도 원인으로 인정합니다.)
# 벤은 이미지가 많고, ImageNet과 다르게 생겼습니다. 위쪽 특성이 맞지 않을 것이므로 (헤드를 먼저 훈련한 뒤 작은 학습률로) 백본 전체를 미세 조정하거나 처음부터 훈련하고, 둘을 검증 데이터로 비교해야 합니다. 동결한 특성은 빠르게 얻을 수 있는 기준선입니다.
#
# *채점 기준.* 1점: 안나에게 백본 동결과 헤드 훈련을 그 이유(적음, 닮음)와 함께 권하고 원인 두 가지를 듦(하나가 빠지면 0.5점). 1점: 벤에게 신경망의 많은 부분이나 전체를 훈련하도록 두 가지 이유(많음, 다름)와 함께 권하고, 검증 데이터로 비교하라고 함(이유 하나나 비교가 빠지면 0.5점).

# %% [markdown] lang="en"
# ### Other things to borrow
#
# Pretrained networks do more than classify. *Super-resolution* networks have learned from pairs of small and large photos to invent the missing detail of an image. *Style transfer* gives a photo the manner of a painting: the features of one backbone measure what is to stay, the content, and what is to change, the style. And the large language models of chapter 10 are transfer learning too: pre-trained on text once, adapted many times.
#
# ## 10 · Save
#
# One `.keras` file holds scaling, backbone and head. Whoever loads it hands over a photo with values from 0 to 255, and needs to know neither the range nor the backbone.

# %% [markdown] lang="ko"
# ### 그 밖에 빌려 쓸 수 있는 것
#
# 사전 훈련된 신경망은 분류만 하지 않습니다. *초해상도*(super-resolution) 신경망은 작은 사진과 큰 사진의 쌍에서 배워, 이미지에 없는 세부를 만들어 넣습니다. *스타일 전이*(style transfer)는 사진을 어떤 그림의 화풍으로 바꿉니다. 한 백본의 특성으로, 남아야 할 것(내용)과 바뀌어야 할 것(화풍)을 잽니다. 10장의 대규모 언어 모델도 전이 학습입니다. 글로 한 번 사전 훈련해 두고 여러 과제에 맞추어 씁니다.
#
# ## 10 · 저장하기
#
# `.keras` 파일 하나에 스케일링과 백본과 헤드가 모두 들어갑니다. 이 파일을 불러온 사람은 값이 0에서 255까지인 사진을 넣기만 하면 되고, 범위나 백본을 알 필요가 없습니다.

# %%
with tempfile.TemporaryDirectory() as temporary:
    path = Path(temporary) / "flowers.keras"
    network.save(path)
    print(path.name, f"{path.stat().st_size / 1e6:.1f} MB")
    restored = keras.models.load_model(path)

# %% [markdown] lang="en"
# Here is what it says of the first test photo of each class.

# %% [markdown] lang="ko"
# 클래스마다 첫 번째 테스트 사진에 무엇이라고 답하는지 봅시다.

# %% alt.en="Five flowers in a row, one of each class, above each its class, what the loaded network names it and how sure it is." alt.ko="클래스마다 한 장씩 꽃 이미지 다섯 장이 한 줄로 놓여 있고, 위에 클래스와 다시 불러온 신경망의 답, 확률이 적혀 있습니다."
chosen = [int(np.flatnonzero(test_labels == label)[0]) for label in np.unique(test_labels)]
new_files = [test_files[i] for i in chosen]
new_photos = [
    keras.utils.load_img(file, target_size=(128, 128), keep_aspect_ratio=True) for file in new_files
]
chances = np.asarray(restored(np.array(new_photos, dtype="float32")))
titles = [
    f"{class_names[test_labels[i]]}\n→ {class_names[np.argsort(p)[-1]]} {p.max():.2f}"
    for i, p in zip(chosen, chances, strict=True)
]
show_photos(np.array(new_photos), titles)
print(*map(datasets.flowers.credit, new_files), sep="\n")

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **`hub.KerasLayer` in a Keras 3 model** raises a `ValueError`. Write `keras.layers.TFSMLayer(hub.resolve(handle), call_endpoint="serving_default")`, or take the network from `keras.applications`.
# - **`ImageDataGenerator`** is deprecated: `image_dataset_from_directory` and preprocessing layers.
# - **The range of another backbone.** $[-1, 1]$ for `keras.applications.MobileNet`, $[0, 1]$ for Hub's, 0 to 255 for EfficientNet; no error tells you.
# - **244 for 224.** The photos were 224×224 when the weights were learned.
# - **1,001 for 1,000.** Hub's ImageNet classifiers count a "background" in front.
# - **Accuracy on a batch of training photos.** As in many tutorials: predict one training batch, compare with its labels, and call that the accuracy. The network has learned those photos; only held-out ones count.
# - **Thawing everything at once, at the usual learning rate.** Head first; then the upper layers, with a small rate.
# - **`trainable` changed after `compile`.** Compile again, or nothing changes.
# - **`model.trainable = False`, then single layers `True`.** Inside a frozen model nothing is trained. Thaw the model first, then freeze layers.
# - **`model.trainable = True` to thaw single layers.** It reaches the layers only if the model itself was frozen. Where its flag is `True` already, nothing happens: set `trainable` layer by layer.
# - **Batch normalization in training mode while fine-tuning.** Call the backbone with `training=False`.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **Keras 3 모델에 `hub.KerasLayer` 쓰기.** `ValueError`가 납니다. `keras.layers.TFSMLayer(hub.resolve(handle), call_endpoint="serving_default")`로 쓰거나 `keras.applications`의 신경망을 씁니다.
# - **`ImageDataGenerator`** 대신 `image_dataset_from_directory`와 전처리 층을 씁니다.
# - **다른 백본의 범위.** `keras.applications.MobileNet`은 $[-1, 1]$, Hub의 MobileNet은 $[0, 1]$, EfficientNet은 0에서 255까지입니다. 틀려도 오류가 나지 않습니다.
# - **224를 244로 쓰기.** 가중치를 학습할 때 쓴 사진은 224×224였습니다.
# - **1,000을 1,001로 알기.** Hub의 ImageNet 분류 모델은 맨 앞에 "background"를 하나 더 셉니다.
# - **훈련 배치에서 잰 정확도.** 훈련 배치 하나를 예측해 레이블과 비교하고 그것을 정확도라고 부르는 자료가 많습니다. 신경망이 이미 배운 사진입니다. 떼어 둔 사진에서 잰 것만 의미가 있습니다.
# - **처음부터 모두 풀고 보통 학습률로 훈련하기.** 헤드를 먼저 훈련하고, 그다음에 위쪽 층을 작은 학습률로 훈련합니다.
# - **`compile`한 뒤에 `trainable` 바꾸기.** 다시 컴파일하지 않으면 아무것도 달라지지 않습니다.
# - **`model.trainable = False`로 두고 층 몇 개만 `True`로 바꾸기.** 동결된 모델 안에서는 아무것도 훈련되지 않습니다. 먼저 모델을 풀고 나서 층을 동결합니다.
# - **동결해 둔 층 몇 개를 `model.trainable = True`로 풀려고 하기.** 모델 자체가 동결되어 있을 때만 층까지 바뀝니다. 모델의 값이 이미 `True`이면 아무 일도 일어나지 않으므로 층마다 `trainable`을 정합니다.
# - **미세 조정할 때 배치 정규화를 훈련 모드로 두기.** 백본을 `training=False`로 호출합니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - read photos from folders, and got the labels from the folders' names,
# - loaded pretrained backbones from `keras.applications` and in the form of TensorFlow Hub, and put the range that each expects inside the model,
# - froze a backbone, gave it a head of your own, and counted what is trained,
# - extracted features once, trained a head in seconds, and compared it with training from scratch,
# - fine-tuned the upper layers, and chose a strategy by the amount of data.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. What is the backbone, what is the head, and which of the two belongs to the task?
# 2. A backbone from `keras.applications.MobileNetV2` gets pixels divided by 255. What happens, and what should the layer in front of it be?
# 3. Why can features be extracted once before a head is trained, and why not before fine-tuning?
# 4. Why does the new head learn before the backbone is thawed, and why is the learning rate small afterwards?
# 5. How many weights has a depthwise separable 3×3 convolution from 64 to 64 channels (without biases), and how many an ordinary one?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 폴더에서 사진을 읽고 폴더 이름에서 레이블을 얻었습니다.
# - 사전 훈련된 백본을 `keras.applications`에서, 또 TensorFlow Hub의 형태로 불러오고, 저마다 기대하는 범위를 모델 안에 넣었습니다.
# - 백본을 동결하고 새 헤드를 붙였으며, 훈련되는 것을 세었습니다.
# - 특성을 한 번만 추출해 몇 초 만에 헤드를 훈련하고, 처음부터 훈련한 것과 비교했습니다.
# - 위쪽 층을 미세 조정하고, 데이터의 양에 맞는 전략을 골랐습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 백본은 무엇이고 헤드는 무엇입니까? 둘 가운데 과제에 딸린 것은 어느 쪽입니까?
# 2. `keras.applications.MobileNetV2`의 백본에 255로 나눈 픽셀을 넣으면 어떻게 됩니까? 그 앞에는 어떤 층이 있어야 합니까?
# 3. 헤드를 훈련하기 전에는 특성을 한 번만 추출해 두어도 되는데, 미세 조정하기 전에는 왜 안 됩니까?
# 4. 왜 백본의 동결을 풀기 전에 새 헤드부터 훈련합니까? 그 뒤에는 왜 학습률이 작아야 합니까?
# 5. 채널이 64개에서 64개로 가는 3×3 깊이별 분리 합성곱의 가중치는 (편향을 빼고) 몇 개입니까? 보통의 합성곱은 몇 개입니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - A. G. Howard and others (2017): [MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications](https://arxiv.org/abs/1704.04861).
# - M. Sandler and others (2018): [MobileNetV2: Inverted Residuals and Linear Bottlenecks](https://arxiv.org/abs/1801.04381). The backbone of this chapter.
# - J. Yosinski, J. Clune, Y. Bengio, H. Lipson (2014): [How transferable are features in deep neural networks?](https://arxiv.org/abs/1411.1792) Which layers are general, which belong to the task.
# - S. Kornblith, J. Shlens, Q. V. Le (2019): [Do Better ImageNet Models Transfer Better?](https://arxiv.org/abs/1805.08974)
# - Keras: [Transfer learning & fine-tuning](https://keras.io/guides/transfer_learning/) and [Keras Applications](https://keras.io/api/applications/).
# - L. A. Gatys, A. S. Ecker, M. Bethge (2015): [A Neural Algorithm of Artistic Style](https://arxiv.org/abs/1508.06576).
#
# ## Recall answers
#
# 1. The backbone turns an image into features, the head turns features into an answer. The head belongs to the task.
# 2. No error, but worse features: it expects $[-1, 1]$ and gets $[0, 1]$. In front of it belongs `Rescaling(1 / 127.5, offset=-1)`.
# 3. A frozen backbone gives the same features for a photo each time. When it is fine-tuned, they change with every step.
# 4. The errors of a random head are large and would spoil the pretrained weights. Afterwards the weights are to be adjusted only, not replaced.
# 5. $9 \cdot 64 + 64 \cdot 64 = 4{,}672$ against $9 \cdot 64 \cdot 64 = 36{,}864$.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - A. G. Howard 외 (2017): [MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications](https://arxiv.org/abs/1704.04861).
# - M. Sandler 외 (2018): [MobileNetV2: Inverted Residuals and Linear Bottlenecks](https://arxiv.org/abs/1801.04381). 이 장에서 쓴 백본입니다.
# - J. Yosinski, J. Clune, Y. Bengio, H. Lipson (2014): [How transferable are features in deep neural networks?](https://arxiv.org/abs/1411.1792) 어떤 층이 일반적이고 어떤 층이 과제에 매여 있는지 다룹니다.
# - S. Kornblith, J. Shlens, Q. V. Le (2019): [Do Better ImageNet Models Transfer Better?](https://arxiv.org/abs/1805.08974)
# - Keras: [Transfer learning & fine-tuning](https://keras.io/guides/transfer_learning/)과 [Keras Applications](https://keras.io/api/applications/).
# - L. A. Gatys, A. S. Ecker, M. Bethge (2015): [A Neural Algorithm of Artistic Style](https://arxiv.org/abs/1508.06576).
#
# ## 질문의 답
#
# 1. 백본은 이미지를 특성으로, 헤드는 특성을 답으로 바꿉니다. 과제에 딸린 것은 헤드입니다.
# 2. 오류는 나지 않지만 특성이 나빠집니다. $[-1, 1]$을 기대하는데 $[0, 1]$이 들어가기 때문입니다. 앞에 `Rescaling(1 / 127.5, offset=-1)`이 있어야 합니다.
# 3. 동결된 백본은 같은 사진에 늘 같은 특성을 내놓습니다. 미세 조정하면 특성이 단계마다 바뀝니다.
# 4. 난수에서 출발한 헤드의 오차는 커서 사전 훈련된 가중치를 망가뜨립니다. 그 뒤에는 가중치를 갈아 치우는 것이 아니라 다듬기만 해야 하기 때문입니다.
# 5. $9 \cdot 64 + 64 \cdot 64 = 4{,}672$개입니다. 보통의 합성곱은 $9 \cdot 64 \cdot 64 = 36{,}864$개입니다.
