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
# # Attention, and where to go next
#
# **150 minutes · 20 points**
#
# You will build a small Transformer that reads a film review all at once. It is about as good as the bidirectional LSTM of chapter 07 and needs less time per epoch. And you will have a map of what grew out of this one idea: language models, and their neighbours.
#
# After this chapter you can
#
# - say why a single state is a bottleneck, and what attention puts in its place,
# - calculate scaled dot-product attention from scratch, with several heads and with masks, and get what Keras gets,
# - give a network the order of words by positions,
# - build and train a Transformer classifier, and look at what it attends to,
# - place pre-training, fine-tuning, LLM, GPT, reinforcement learning, super-resolution and style transfer on a map.
#
# **Before you start:** from chapter 02 softmax; from chapter 05 the LSTM and its states; from chapter 07 embeddings, padding, masking and IMDB. Skip connections are in chapter 03.

# %% [markdown] lang="ko"
# # 어텐션, 그리고 그다음
#
# **150분 · 20점**
#
# 이 장에서는 영화평을 한꺼번에 읽는 작은 트랜스포머(Transformer)를 만듭니다. 성능은 7장의 양방향 LSTM과 비슷하고 에포크당 시간은 더 짧습니다. 그리고 이 아이디어 하나에서 자라난 언어 모델과 그 이웃 분야를 한 장의 지도로 정리합니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 상태 하나가 왜 병목이 되는지, 어텐션이 그 자리에 무엇을 놓는지 설명합니다.
# - 스케일드 점곱 어텐션을 여러 헤드와 마스크까지 직접 계산해 Keras와 같은 결과를 얻습니다.
# - 위치를 더해 신경망에 단어의 순서를 알려 줍니다.
# - 트랜스포머 분류 모델을 만들어 훈련하고, 모델이 어디에 주의를 두는지 살펴봅니다.
# - 사전 훈련, 미세 조정, LLM, GPT, 강화 학습, 초해상도, 스타일 전이가 지도의 어디에 있는지 말합니다.
#
# **미리 알아 둘 것:** 2장의 소프트맥스, 5장의 LSTM과 상태, 7장의 임베딩, 패딩, 마스킹과 IMDB입니다. 스킵 연결은 3장에 있습니다.

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

# %%
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.datasets import load_digits

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK, STYLE, attention

plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# How does a network translate a sentence? In 2014 it took two recurrent networks: an *encoder* reads the sentence word by word into a state, and a *decoder* writes the translation word by word out of that state. It works for short sentences. For long ones the state is a *bottleneck*: a few hundred numbers have to hold everything, and what was read first is overwritten most.
#
# *Attention*, proposed in the same year, removes the bottleneck. The encoder keeps the states of **all** words, and the decoder looks, for each word that it writes, at those that matter now: much at one, little at the others.

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 신경망은 문장을 어떻게 번역합니까? 2014년에는 순환 신경망 두 개를 썼습니다. *인코더*(encoder)가 문장을 단어마다 읽어 상태에 담고, *디코더*(decoder)가 그 상태에서 번역문을 단어마다 써 나갑니다. 짧은 문장에서는 잘됩니다. 긴 문장에서는 상태가 *병목*(bottleneck)이 됩니다. 수백 개의 수에 모든 것을 담아야 하고, 먼저 읽은 내용일수록 여러 번 덮어쓰게 됩니다.
#
# 같은 해에 나온 *어텐션*(attention)은 이 병목을 없앱니다. 인코더는 **모든** 단어의 상태를 남겨 두고, 디코더는 단어를 쓸 때마다 지금 필요한 상태를 봅니다. 어떤 것은 많이, 나머지는 조금씩 봅니다.

# %% alt.en="Two drawings of a translation of four words into three. Left, a single thick arrow leads from the last word read to the first word written. Right, the second word written receives an arrow from each word read, one of them thick." alt.ko="단어 네 개를 세 개로 번역하는 그림 두 개. 왼쪽은 마지막으로 읽은 단어에서 처음 쓰는 단어로 굵은 화살표 하나가 이어집니다. 오른쪽은 두 번째로 쓰는 단어가 읽은 단어마다 화살표를 받고, 그중 하나가 굵습니다."
attention.draw_bottleneck(["the", "film", "was", "good"], ["der", "Film", "…"])
plt.show()

# %% [markdown] lang="en"
# In 2017 came the next step: if every word can look at every other, the recurrence is not needed any more. A network that consists of attention and dense layers is a *Transformer*. We take the task of chapter 07 again, so that we can compare.
#
# - **What goes in?** A film review as a row of word numbers. **What comes out?** The probability that it is positive.
# - **Who knows the right answer?** The writers' stars.
# - **When is it good?** When its accuracy is no more than 0.01 below that of the bidirectional LSTM of chapter 07 (0.862 to 0.879 on the test reviews in several trials) and it needs less time per epoch.
#
# Without a network connection our own small corpus takes IMDB's place, and your results differ from what the text says about IMDB.

# %% [markdown] lang="ko"
# 2017년에 다음 걸음이 나왔습니다. 모든 단어가 다른 모든 단어를 볼 수 있다면 순환은 더 필요하지 않습니다. 어텐션과 밀집층으로 이루어진 신경망이 *트랜스포머*입니다. 비교할 수 있도록 7장의 과제를 다시 풉니다.
#
# - **무엇이 들어옵니까?** 단어 번호로 쓴 영화평입니다. **무엇이 나갑니까?** 긍정적인 영화평일 확률입니다.
# - **정답은 누가 압니까?** 글쓴이가 별점을 남겼습니다.
# - **어떤 모델이 좋은 모델입니까?** 7장의 양방향 LSTM은 여러 번의 시도에서 테스트 정확도가 0.862에서 0.879 사이였습니다. 정확도가 이보다 0.01 넘게 낮지 않으면서 에포크당 시간이 더 짧으면 좋은 모델입니다.
#
# 네트워크에 연결되어 있지 않으면 직접 만든 작은 말뭉치가 IMDB를 대신합니다. 그때는 결과가 본문에 적힌 IMDB의 결과와 다릅니다.

# %%
num_words = 20_000
(x_train, y_train), (x_test, y_test) = datasets.imdb.load_data(num_words)
word_index = datasets.imdb.get_word_index()
print(f"share of positive reviews: {y_train.mean():.2f} training, {y_test.mean():.2f} test")

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# What does a recurrent network find hard about a review? Distance. A word at the beginning reaches the last state of an LSTM only through every step after it. In attention any two words are one step apart. The price: with $n$ words there are $n^2$ pairs to be scored.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 순환 신경망에게 영화평은 무엇이 어렵습니까? 거리입니다. 첫머리의 단어가 LSTM의 마지막 상태에 닿으려면 그 뒤의 모든 단계를 거쳐야 합니다. 어텐션에서는 어떤 두 단어든 한 걸음 거리입니다. 그 대가로 단어가 $n$개이면 점수를 매길 쌍이 $n^2$개입니다.

# %% alt.en="Left: histogram of the words in a review. Right, on a logarithmic axis: the pairs of words for attention rise with the square of the length, the steps for an LSTM in proportion." alt.ko="왼쪽: 영화평의 단어 수 히스토그램. 오른쪽: 로그 축에서 어텐션의 단어 쌍은 길이의 제곱에 따라, LSTM의 단계 수는 길이에 비례해 늘어납니다."
lengths = np.array([len(review) for review in x_train])
n = np.arange(10, 1001, 10)
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.5), layout="constrained")
left.hist(lengths, bins=40, color=BLUE)
left.set(xlabel="words in a review", ylabel="reviews")
right.semilogy(n, n**2, color=PINK, label="pairs to score (attention)")
right.semilogy(n, n, "--", color=BLUE, label="steps one after another (LSTM)")
right.set(xlabel="words")
right.legend(frameon=False)
plt.show()
print(f"median {np.median(lengths):.0f} words, longest {lengths.max()}")

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# One length for all: 200 words in IMDB and 48 in the small corpus. (Chapter 07 took 300 in IMDB. For attention that would be 90,000 pairs instead of 40,000.) A review that is longer keeps its last words. This time the zeros go **behind** the words: then every review, however short, begins at position 0. The last fifth of the training reviews is for validation.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# 길이를 하나로 맞춥니다. IMDB는 200단어, 작은 말뭉치는 48단어입니다. (7장에서 IMDB는 300단어였습니다. 그러면 어텐션의 쌍이 40,000개가 아니라 90,000개가 됩니다.) 더 긴 영화평은 뒤쪽의 단어를 남깁니다. 이번에는 0을 단어 **뒤에** 채웁니다. 그러면 아무리 짧은 영화평이라도 0번 위치에서 시작합니다. 훈련 영화평의 마지막 5분의 1을 검증에 씁니다.

# %%
max_length = 200 if len(x_train) > 10_000 else 48
padded = [
    keras.utils.pad_sequences(reviews, maxlen=max_length, padding="post") for reviews in (x_train, x_test)
]
num_val = len(x_train) // 5
x_fit, y_fit = padded[0][:-num_val], y_train[:-num_val]
x_val, y_val = padded[0][-num_val:], y_train[-num_val:]
x_test_padded = padded[1]
print(len(x_fit), "to learn from,", len(x_val), "to validate,", len(x_test_padded), "to test")

# %% [markdown] lang="en"
# Zeros are no words, and nothing may be learned from them. A *mask* says where the words are: dark in the picture, one row a review.

# %% [markdown] lang="ko"
# 0은 단어가 아니므로 0에서 무언가를 배워서는 안 됩니다. 단어가 어디에 있는지는 *마스크*(mask)가 알려 줍니다. 그림에서 진한 곳이 단어이며, 한 행이 영화평 하나입니다.

# %% alt.en="Thirty rows, each dark from the left as far as its review has words, and light behind." alt.ko="서른 개의 행. 행마다 왼쪽에서부터 단어가 있는 데까지 진하고 그 뒤는 연합니다."
plt.figure(figsize=(7, 2.2))
plt.imshow(x_fit[:30] != 0, cmap="Blues", aspect="auto", vmax=1.4, interpolation="nearest")
plt.xlabel("position")
plt.ylabel("review")
plt.show()

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### Query, key, value
#
# Attention is a look-up in a dictionary, but a soft one. In a dictionary of Python a key fits or it doesn't. Here a *query* is compared with every *key*, and the answer is a mixture of all *values*, each with the weight that its key deserves.
#
# Query and keys are vectors. Their *dot product* is large where they point the same way: that is the *score*. Softmax turns the scores into weights. Four words with keys of two numbers each, and a query that looks for an opinion (the second number):

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 쿼리, 키, 값
#
# 어텐션은 사전에서 찾는 일과 비슷하지만, 부드럽게 찾습니다. 파이썬의 딕셔너리에서는 키가 맞거나 안 맞거나 둘 중 하나입니다. 여기서는 *쿼리*(query)를 모든 *키*(key)와 견주어 보고, 모든 *값*(value)을 키에 알맞은 가중치로 섞은 것이 답입니다.
#
# 쿼리와 키는 벡터입니다. 둘의 *점곱*(dot product)은 같은 방향을 가리킬수록 크고, 이것이 *점수*입니다. 소프트맥스는 점수를 가중치로 바꿉니다. 단어 네 개에 저마다 수 두 개로 된 키가 있고, 쿼리는 의견(두 번째 수)을 찾는다고 합시다.

# %%
four_words = ["the", "film", "was", "dull"]
four_keys = np.array([[0.1, 0.0], [2.0, 0.2], [0.3, 0.4], [0.5, 3.0]])
four_values = np.array([[0.0, 0.0], [1.0, 0.1], [0.1, 0.0], [0.2, -2.0]])
one_query = np.array([0.0, 1.5])
word_scores = four_keys @ one_query
word_weights = np.exp(word_scores / np.sqrt(2))
word_weights /= word_weights.sum()
print("the answer:", (word_weights @ four_values).round(2))

# %% alt.en="Two bar charts over the words the, film, was, dull. Left the scores: dull far highest. Right the weights: dull has most, and the others share the rest." alt.ko="the, film, was, dull에 대한 막대그래프 두 개. 왼쪽은 점수로 dull이 가장 높습니다. 오른쪽은 가중치로 dull이 대부분이고 나머지가 남은 몫을 나눕니다."
_, (left, right) = plt.subplots(1, 2, figsize=(7, 2), layout="constrained")
left.bar(four_words, word_scores, color=BLUE)
left.set(title="scores")
right.bar(four_words, word_weights, color=ORANGE)
right.set(title="weights (softmax)", ylim=(0, 1))
plt.show()

# %% [markdown] lang="en"
# The answer is close to the value of *dull*. In one formula, with the queries in the rows of $Q$, keys in $K$, values in $V$, and $d$ the number of numbers in a key:
#
# $$\mathrm{attention}(Q, K, V) = \mathrm{softmax}\left(\frac{Q K^\top}{\sqrt{d}}\right) V$$
#
# Why divide by $\sqrt{d}$? A dot product of $d$ random pairs grows like $\sqrt{d}$. Softmax of large scores is nearly one-hot, and there it is so flat that no gradient comes through. The division keeps the scores the same size for every $d$. (The code above has divided already, by $\sqrt{2}$; from here on a *score* is the dot product after the division.) The picture shows the largest of ten weights, for random vectors.

# %% [markdown] lang="ko"
# 답은 *dull*의 값에 가깝습니다. 쿼리를 행렬 $Q$의 행에, 키를 $K$에, 값을 $V$에 놓고, 키 하나에 든 수의 개수를 $d$라 하면 한 식으로 쓸 수 있습니다.
#
# $$\mathrm{attention}(Q, K, V) = \mathrm{softmax}\left(\frac{Q K^\top}{\sqrt{d}}\right) V$$
#
# 왜 $\sqrt{d}$로 나눕니까? 무작위 수 $d$쌍의 점곱은 $\sqrt{d}$에 비례해 커집니다. 점수가 크면 소프트맥스는 거의 원-핫이 되고, 그런 곳에서는 값이 거의 움직이지 않아 그레이디언트가 전해지지 않습니다. 나누어 주면 $d$가 얼마이든 점수의 크기가 비슷합니다. (위의 코드도 이미 $\sqrt{2}$로 나누었습니다. 이제부터 *점수*는 나눈 뒤의 점곱을 뜻합니다.) 그림은 무작위 벡터에서 열 개의 가중치 가운데 가장 큰 것을 보여 줍니다.

# %% alt.en="Largest of ten weights against the depth d on a logarithmic axis: without division it rises towards 1, with division by the root of d it stays near 0.3." alt.ko="로그 축의 깊이 d에 따른, 열 개의 가중치 가운데 가장 큰 값. 나누지 않으면 1에 가까워지고, d의 제곱근으로 나누면 0.3 근처에 머뭅니다."
random = np.random.default_rng(1)
depths = 2 ** np.arange(1, 10)
dots = [
    np.einsum("id,ijd->ij", random.normal(size=(200, d)), random.normal(size=(200, 10, d))) for d in depths
]
for name, divisors, style in (("dot product", np.ones(9), "o-"), ("divided by √d", np.sqrt(depths), "s--")):
    largest = [
        keras.ops.softmax(dot / divisor).numpy().max(axis=1).mean()
        for dot, divisor in zip(dots, divisors, strict=True)
    ]
    plt.semilogx(depths, largest, style, base=2, label=name, color=BLUE if style == "o-" else ORANGE)
plt.gcf().set_size_inches(5, 2.4)
plt.xlabel("depth d")
plt.ylabel("largest weight")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# > **Common mistake.** The layer `keras.layers.Attention` does **not** divide by $\sqrt{d}$. `keras.ops.dot_product_attention` and `keras.layers.MultiHeadAttention` do.

# %% [markdown] lang="ko"
# > **흔한 실수.** `keras.layers.Attention` 층은 $\sqrt{d}$로 나누지 **않습니다**. `keras.ops.dot_product_attention`과 `keras.layers.MultiHeadAttention`은 나눕니다.

# %% [markdown] lang="en"
# ### Exercise 1 · Scores and weights (2 points)
#
# The cells above had one query. Write `attention_weights(queries, keys)` for many queries, in a batch of sequences:
#
# - `queries` is a float array of shape `(batch, num_queries, depth)`, `keys` one of shape `(batch, num_keys, depth)`. Sequence number `b` of the queries belongs to sequence number `b` of the keys. Both stay as they were.
# - The score of a query and a key is their dot product divided by $\sqrt{d}$, where $d$ is `depth`.
# - For each query, softmax **over the keys** turns its scores into weights.
# - Return a float array of shape `(batch, num_queries, num_keys)`.
# - Scores may lie in the hundreds or thousands; the weights must be right then too, and never NaN.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 점수와 가중치(2점)
#
# 위의 셀에서는 쿼리가 하나였습니다. 시퀀스의 배치에서 쿼리 여러 개를 한꺼번에 처리하는 함수 `attention_weights(queries, keys)`를 작성하십시오.
#
# - `queries`는 형상이 `(batch, num_queries, depth)`인 실수 배열이고 `keys`는 형상이 `(batch, num_keys, depth)`인 실수 배열입니다. 쿼리의 `b`번 시퀀스는 키의 `b`번 시퀀스와 짝을 이룹니다. 두 배열의 내용은 바꾸지 않습니다.
# - 쿼리와 키의 점수는 둘의 점곱을 $\sqrt{d}$로 나눈 값이며, $d$는 `depth`입니다.
# - 쿼리마다 점수를 **키에 대한** 소프트맥스로 가중치로 바꿉니다.
# - 형상이 `(batch, num_queries, num_keys)`인 실수 배열을 반환합니다.
# - 점수가 수백, 수천이어도 가중치가 올바르게 나와야 하며 NaN이 있으면 안 됩니다.


# %% nbgrader={"grade": false, "grade_id": "attention-weights", "locked": false, "schema_version": 3, "solution": true, "task": false}
def attention_weights(queries, keys):
    """Calculate how much weight each query gives to each key.

    Args:
        queries: float array of shape (batch, num_queries, depth). It is left unchanged.
        keys: float array of shape (batch, num_keys, depth). It is left unchanged.

    Returns:
        float array of shape (batch, num_queries, num_keys); over the keys the weights add up to 1.
    """
    ### BEGIN SOLUTION
    found = queries @ np.swapaxes(keys, 1, 2) / np.sqrt(queries.shape[-1])
    raised = np.exp(found - found.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "attention-weights-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

asking = np.array([[[2.0, 0, 0, 0], [0, 2, 0, 2]]])
asked = np.array([[[1.0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 3]]])
call = "attention_weights(queries, keys)"
with check.unchanged(queries=asking, keys=asked):
    shares = attention_weights(asking, asked)
check.array(
    shares,
    call,
    shape=(1, 2, 3),
    en="One row for each query, one column for each key.",
    ko="쿼리마다 행 하나, 키마다 열 하나입니다.",
)
check.array(shares, call, dtype="float")
check.close(
    np.asarray(shares).sum(axis=2),
    np.ones((1, 2)),
    f"{call}.sum(axis=2)",
    en="Softmax goes over the keys, the last axis: the weights of each query add up to 1.",
    ko="소프트맥스는 마지막 축인 키에 대해 계산합니다. 쿼리마다 가중치의 합이 1이어야 합니다.",
)
check.close(
    shares,
    [[[0.57611688, 0.21194156, 0.21194156], [0.04201007, 0.1141952, 0.84379473]]],
    call,
    rtol=0,
    atol=1e-5,
    en="Divide the dot products by the square root of depth, here 2, before softmax.",
    ko="소프트맥스를 적용하기 전에 점곱을 depth의 제곱근, 여기서는 2로 나누십시오.",
)
check.passed("shape", "rows add up to 1", "weights", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "attention-weights-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("attention-weights")
for size in (1, 60):  # 60: scores in the thousands
    batch, num_queries, num_keys, depth = (int(number) for number in rng.permutation([3, 5, 6, 7]))
    drawn_queries = (size * rng.normal(size=(batch, num_queries, depth))).astype("float32")
    drawn_keys = (size * rng.normal(size=(batch, num_keys, depth))).astype("float32")
    scores = np.einsum("bqd,bkd->bqk", drawn_queries.astype(float), drawn_keys.astype(float)) / depth**0.5
    powers = np.exp(scores - scores.max(axis=2, keepdims=True))
    expected = powers / powers.sum(axis=2, keepdims=True)
    call = f"attention_weights(queries {drawn_queries.shape}, keys {drawn_keys.shape})"
    with check.unchanged(queries=drawn_queries, keys=drawn_keys):
        result = attention_weights(drawn_queries, drawn_keys)
    check.array(result, call, shape=expected.shape)
    check.array(result, call, dtype="float")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=1e-5 if size == 1 else 1e-2,
        en="Large scores must not overflow: subtract the largest score of each query before you take exp.",
        ko="점수가 커도 넘치지 않아야 합니다. exp를 계산하기 전에 쿼리마다 가장 큰 점수를 빼십시오.",
    )
check.passed("2 drawn batches")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Self-attention
#
# In translation the queries come from the decoder, keys and values from the encoder. In *self-attention* all three come from the same text: every word asks all words (itself included) and gets a mixture of their values. So each word's vector takes in what stands around it, *not* for example.
#
# `keras.ops.dot_product_attention` does it. It wants four axes: batch, words, heads, depth. Our query from above gives the same answer; and then all four words ask at once.

# %% [markdown] lang="ko"
# ### 셀프 어텐션
#
# 번역에서는 쿼리가 디코더에서, 키와 값이 인코더에서 나옵니다. *셀프 어텐션*(self-attention)에서는 셋 다 같은 글에서 나옵니다. 단어마다 (자신을 포함한) 모든 단어에게 묻고, 그 값들을 섞은 것을 얻습니다. 그래서 단어의 벡터에 주변의 내용, 이를테면 *not*이 스며듭니다.
#
# `keras.ops.dot_product_attention`이 이 계산을 합니다. 이 함수는 배치, 단어, 헤드, 깊이의 네 축을 받습니다. 위의 쿼리를 넣으면 같은 답이 나옵니다. 그다음에는 네 단어가 한꺼번에 묻습니다.

# %%
keys_4d, values_4d = four_keys[None, :, None, :], four_values[None, :, None, :]
by_ops = keras.ops.dot_product_attention(one_query[None, None, None, :], keys_4d, values_4d)
print(
    "difference from the answer by hand:",
    float(abs(by_ops[0, 0, 0] - word_weights @ four_values).numpy().max()),
)
all_ask = keras.ops.dot_product_attention(keys_4d, keys_4d, values_4d)
print("every word asks with its own key:", all_ask.shape)

# %% alt.en="Two heat maps of four words and two numbers each: the values before attention, and what each word has after it: the, film and was have taken in something of the others, dull keeps nearly its own." alt.ko="단어 네 개와 수 두 개로 된 히트맵 두 개. 왼쪽은 어텐션 전의 값이고 오른쪽은 어텐션 뒤의 값입니다. the, film, was의 행에는 다른 단어의 값이 섞여 있고 dull은 거의 그대로입니다."
_, panels = plt.subplots(1, 2, figsize=(6, 2.2), layout="constrained", sharey=True)
for panel, block, title in zip(
    panels, (four_values, all_ask[0, :, 0]), ("values", "after self-attention"), strict=True
):
    image = panel.imshow(block, cmap="RdBu", vmin=-2, vmax=2, aspect="auto")
    panel.set(title=title, xticks=[0, 1], yticks=range(4), yticklabels=four_words)
plt.colorbar(image, ax=panels)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 2 · Scaled dot-product attention (3 points)
#
# Now the whole of it, for several *heads* at once: each head attends for itself, and never sees the others. (What heads are for comes below; here they are one axis more.) Write `attend(queries, keys, values)`:
#
# - `queries` is a float array of shape `(batch, num_queries, heads, depth)`; `keys` and `values` have the shape `(batch, num_keys, heads, depth)`. Mind the order of the axes: the heads come **after** the words. All stay as they were.
# - Within each sequence and each head: scores are dot products of queries and keys divided by $\sqrt{d}$ with $d$ = `depth`; softmax over the keys makes weights of them; the result for a query is the sum of the values, each times its weight.
# - Return a float array of shape `(batch, num_queries, heads, depth)`. The scores stay small here.
#
# The result is to agree with `keras.ops.dot_product_attention` to $10^{-5}$. You learn most if you don't call it.

# %% [markdown] lang="ko"
# ### 연습문제 2 · 스케일드 점곱 어텐션(3점)
#
# 이번에는 어텐션 전체를 여러 *헤드*(head)에 대해 한꺼번에 계산합니다. 헤드는 저마다 따로 어텐션을 계산하며 다른 헤드를 보지 않습니다. (헤드가 왜 여럿인지는 뒤에서 설명합니다. 여기서는 축이 하나 늘어난 것으로 보면 됩니다.) 함수 `attend(queries, keys, values)`를 작성하십시오.
#
# - `queries`는 형상이 `(batch, num_queries, heads, depth)`인 실수 배열이고, `keys`와 `values`의 형상은 `(batch, num_keys, heads, depth)`입니다. 축의 순서에 주의하십시오. 헤드가 단어 **뒤에** 옵니다. 세 배열의 내용은 바꾸지 않습니다.
# - 각 시퀀스, 각 헤드 안에서 계산합니다. 점수는 쿼리와 키의 점곱을 $\sqrt{d}$로 나눈 값이고($d$는 `depth`), 키에 대한 소프트맥스로 점수를 가중치로 바꿉니다. 쿼리의 결과는 값마다 가중치를 곱해 더한 것입니다.
# - 형상이 `(batch, num_queries, heads, depth)`인 실수 배열을 반환합니다. 이 연습문제에서는 점수가 크지 않습니다.
#
# 결과는 `keras.ops.dot_product_attention`과 $10^{-5}$ 이내로 일치해야 합니다. 이 함수를 호출하지 않고 직접 계산해 보아야 가장 많이 배웁니다.


# %% nbgrader={"grade": false, "grade_id": "attend", "locked": false, "schema_version": 3, "solution": true, "task": false}
def attend(queries, keys, values):
    """Scaled dot-product attention, each head for itself.

    Args:
        queries: float array of shape (batch, num_queries, heads, depth). It is left unchanged.
        keys: float array of shape (batch, num_keys, heads, depth). It is left unchanged.
        values: float array of shape (batch, num_keys, heads, depth). It is left unchanged.

    Returns:
        float array of shape (batch, num_queries, heads, depth).
    """
    ### BEGIN SOLUTION
    found = np.einsum("bqhd,bkhd->bhqk", queries, keys) / queries.shape[-1] ** 0.5
    raised = np.exp(found)
    shares = raised / raised.sum(axis=-1, keepdims=True)
    return np.einsum("bhqk,bkhd->bqhd", shares, values)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "attend-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(10)
three = {
    "queries": generator.normal(size=(2, 3, 2, 4)).astype("float32"),
    "keys": generator.normal(size=(2, 5, 2, 4)).astype("float32"),
    "values": generator.normal(size=(2, 5, 2, 4)).astype("float32"),
}
by_keras = np.asarray(keras.ops.dot_product_attention(*three.values()))
call = "attend(queries, keys, values)"
with check.unchanged(**three):
    attended = attend(*three.values())
check.array(
    attended,
    call,
    shape=(2, 3, 2, 4),
    en="The axes stay in the order batch, words, heads, depth.",
    ko="축의 순서는 그대로 배치, 단어, 헤드, 깊이입니다.",
)
check.array(attended, call, dtype="float")
check.close(
    attended,
    by_keras,
    call,
    rtol=0,
    atol=1e-5,
    en="Scores over sqrt(depth), softmax over the keys, weighted sum of the values; heads are never mixed.",
    ko="점수를 sqrt(depth)로 나누고, 키에 대해 소프트맥스를 적용하고, 값을 가중치로 더합니다. 헤드끼리 섞이면 안 됩니다.",
)
check.passed("shape", "as keras.ops.dot_product_attention", "arguments unchanged")

# %% nbgrader={"grade": true, "grade_id": "attend-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("attend")
for _ in range(3):
    batch, num_queries, num_keys, heads, depth = (int(number) for number in rng.permutation([2, 3, 5, 6, 7]))
    drawn_queries = rng.normal(size=(batch, num_queries, heads, depth)).astype("float32")
    drawn_keys, drawn_values = rng.normal(size=(2, batch, num_keys, heads, depth)).astype("float32")
    expected = np.asarray(keras.ops.dot_product_attention(drawn_queries, drawn_keys, drawn_values))
    call = f"attend(queries {drawn_queries.shape}, keys and values {drawn_keys.shape})"
    with check.unchanged(queries=drawn_queries, keys=drawn_keys, values=drawn_values):
        result = attend(drawn_queries, drawn_keys, drawn_values)
    check.array(result, call, shape=expected.shape)
    check.array(result, call, dtype="float")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=1e-5,
        en="Any number of queries, keys and heads has to work, and depth decides the scale.",
        ko="쿼리, 키, 헤드의 개수가 얼마이든 동작해야 하며, 나누는 수는 depth로 정합니다.",
    )
check.passed("3 drawn batches")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Masks
#
# Two kinds of words must not be looked at. *Padding* is none at all. And a network that writes a text must not look at words that it has yet to write: its mask is *causal*, and each word sees itself and what stands before it. A review that is given as a whole needs the first mask only.
#
# A hidden key must get the weight 0. Setting its score to 0 doesn't do that, for softmax turns a score of 0 into a weight as good as any; and if weights are only set to 0 afterwards, the others no longer add up to 1.

# %% [markdown] lang="ko"
# ### 마스크
#
# 보면 안 되는 단어가 두 가지 있습니다. *패딩*(padding)은 애초에 단어가 아닙니다. 그리고 글을 쓰는 신경망은 아직 쓰지 않은 단어를 보아서는 안 됩니다. 이때의 마스크를 *인과적*(causal) 마스크라고 하며, 단어마다 자신과 그 앞의 단어만 봅니다. 처음부터 전체가 주어지는 영화평에는 첫 번째 마스크만 필요합니다.
#
# 가린 키의 가중치는 0이어야 합니다. 점수를 0으로 두는 것으로는 되지 않습니다. 소프트맥스는 점수 0에도 가중치를 주기 때문입니다. 나중에 가중치를 0으로 바꾸면 나머지의 합이 1보다 작아집니다.

# %% alt.en="Four squares of six by six cells, queries in rows, keys in columns, dark where a query may look: everywhere; the first four columns; the diagonal and the triangle below it; the same without the last two columns." alt.ko="6×6칸의 정사각형 네 개. 행은 쿼리, 열은 키이며 볼 수 있는 칸이 진합니다. 차례로 전체, 처음 네 열, 대각선과 그 아래의 삼각형, 여기에서 마지막 두 열을 뺀 것입니다."
attention.draw_masks(length=6, words=4)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 3 · Masked weights (3 points)
#
# Write `masked_weights(scores, lengths, causal)`, softmax with both masks:
#
# - `scores` is a float array of shape `(batch, n, n)`: row `i`, column `j` holds the score of query `i` and key `j`, already scaled. It stays as it was. Scores may be negative, and lie between −50 and 50.
# - `lengths` is an integer array of shape `(batch,)`: how many words sequence `b` has, from 1 to `n`. The keys at positions `lengths[b]` and beyond are padding.
# - `causal` is `True` or `False`. If it is `True`, query `i` looks at keys 0 to `i` only, itself included.
# - A key that a query may not look at gets the weight 0. The other weights of each query are positive and add up to 1: softmax over the keys that are allowed. This holds for all `n` queries, those at padding too.
# - Return a float array of shape `(batch, n, n)`.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 마스크를 씌운 가중치(3점)
#
# 두 가지 마스크를 모두 다루는 소프트맥스 함수 `masked_weights(scores, lengths, causal)`를 작성하십시오.
#
# - `scores`는 형상이 `(batch, n, n)`인 실수 배열입니다. `i`행 `j`열에는 쿼리 `i`와 키 `j`의 점수가 들어 있으며, 이미 스케일링되어 있습니다. 내용은 바꾸지 않습니다. 점수는 음수일 수 있고 −50과 50 사이입니다.
# - `lengths`는 형상이 `(batch,)`인 정수 배열로, 시퀀스 `b`의 단어 수입니다(1부터 `n`까지). `lengths[b]`번 위치부터 그 뒤의 키는 패딩입니다.
# - `causal`은 `True` 또는 `False`입니다. `True`이면 쿼리 `i`는 자신을 포함해 0번부터 `i`번까지의 키만 봅니다.
# - 쿼리가 볼 수 없는 키의 가중치는 0입니다. 나머지 가중치는 양수이고 쿼리마다 합이 1입니다. 곧 볼 수 있는 키에 대해서만 소프트맥스를 적용합니다. 패딩 위치의 쿼리까지 포함해 `n`개의 쿼리 모두에 해당합니다.
# - 형상이 `(batch, n, n)`인 실수 배열을 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "masked-weights", "locked": false, "schema_version": 3, "solution": true, "task": false}
def masked_weights(scores, lengths, causal):
    """Turn scores into weights; padding, and with causal the words to come, get none.

    Args:
        scores: float array of shape (batch, n, n), queries in rows, keys in columns. It is left unchanged.
        lengths: int array of shape (batch,), the number of words of each sequence, 1 to n.
        causal: bool, whether a query sees only itself and what stands before it.

    Returns:
        float array of shape (batch, n, n); over the keys the weights add up to 1.
    """
    ### BEGIN SOLUTION
    n = scores.shape[-1]
    allowed = np.arange(n) < np.asarray(lengths)[:, None, None]
    if causal:
        allowed = allowed & np.tri(n, dtype=bool)
    raised = np.exp(
        np.where(allowed, scores, -1e9) - scores.max(axis=-1, keepdims=True, where=allowed, initial=-100)
    )
    return raised / raised.sum(axis=-1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "masked-weights-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

even = np.zeros((2, 3, 3))
for causal, expected in (
    (False, [[[1 / 2, 1 / 2, 0]] * 3, [[1 / 3, 1 / 3, 1 / 3]] * 3]),
    (True, [[[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 2, 1 / 2, 0]], [[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3] * 3]]),
):
    call = f"masked_weights(zeros, [2, 3], {causal})"
    with check.unchanged(scores=even):
        shares = masked_weights(even, np.array([2, 3]), causal)
    check.array(shares, call, shape=(2, 3, 3))
    check.array(shares, call, dtype="float")
    check.close(
        shares,
        expected,
        call,
        rtol=0,
        atol=1e-5,
        en="Keys (columns) from lengths[b] on get no weight; with causal, row i has none beyond column i. "
        "What is left adds up to 1.",
        ko="lengths[b]번부터의 키(열)는 가중치가 0입니다. causal이면 i행에서 i열 뒤는 0입니다. 나머지의 합은 1입니다.",
    )
check.passed("padding", "padding and causal", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "masked-weights-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("masked-weights")
for causal in (False, True):
    batch, n = int(rng.integers(3, 5)), int(rng.integers(5, 8))
    shift = -20 if causal else 20  # scores far from 0: a weight must not depend on keys that are hidden
    drawn = (shift + 3 * rng.normal(size=(batch, n, n))).astype("float32")
    words = np.concatenate([[1, n], rng.integers(2, n, size=batch - 2)])
    expected = np.zeros((batch, n, n))
    for b in range(batch):
        for i in range(n):
            seen = [j for j in range(words[b]) if j <= i or not causal]
            powers = np.exp(drawn[b, i, seen].astype(float))
            expected[b, i, seen] = powers / powers.sum()
    call = f"masked_weights(scores {drawn.shape}, lengths {words.tolist()}, {causal})"
    with check.unchanged(scores=drawn, lengths=words):
        result = masked_weights(drawn, words, causal)
    check.array(result, call, shape=(batch, n, n))
    check.array(result, call, dtype="float")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=1e-5,
        en="Hide keys before softmax, with a score far below all others: a score of 0 would still count.",
        ko="소프트맥스를 적용하기 전에, 다른 모든 점수보다 훨씬 낮은 점수를 주어 키를 가리십시오. 점수 0은 여전히 가중치를 받습니다.",
    )
check.passed("padding", "padding and causal")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Several heads
#
# A word may want to know several things at once: what am I about, is there a *not* in front of me, does a *but* follow? One set of weights can answer one question. So attention is given several *heads*. Each makes queries, keys and values of its own out of the words' vectors, by a matrix and a bias each, and a last matrix mixes what the heads have found. All of these are learned.
#
# The layer is `MultiHeadAttention(num_heads, key_dim)`, where `key_dim` is the depth $d$ of a head. For words of 8 numbers and 2 heads of depth 4 it has eight arrays.

# %% [markdown] lang="ko"
# ### 여러 개의 헤드
#
# 단어 하나가 여러 가지를 한꺼번에 알고 싶을 수 있습니다. 나는 무엇에 관한 말인가, 앞에 *not*이 있는가, 뒤에 *but*이 오는가? 가중치 한 벌로는 질문 하나에만 답할 수 있습니다. 그래서 *헤드*를 여러 개 둡니다. 이것이 멀티 헤드(multi-head) 어텐션입니다. 헤드마다 단어의 벡터에 행렬을 곱하고 편향을 더해 자기만의 쿼리, 키, 값을 만들고, 마지막 행렬이 헤드들이 찾은 것을 섞습니다. 모두 학습되는 값입니다.
#
# 층의 이름은 `MultiHeadAttention(num_heads, key_dim)`이고, `key_dim`은 헤드의 깊이 $d$입니다. 단어마다 수 8개, 깊이가 4인 헤드 2개라면 배열이 여덟 개 있습니다.

# %%
keras.utils.set_random_seed(1)
two_headed = keras.layers.MultiHeadAttention(num_heads=2, key_dim=4)
five_words = np.random.default_rng(1).normal(size=(1, 5, 8)).astype("float32")
mixed, head_weights = two_headed(five_words, five_words, return_attention_scores=True)
for variable in two_headed.weights:
    print(f"{variable.path.split('/', 1)[1]:25} {tuple(variable.shape)}")
print("result", mixed.shape, "weights", head_weights.shape)

# %% [markdown] lang="en"
# `return_attention_scores=True` gives the weights as well (in spite of its name, after softmax). Let us follow the first word in the first head by hand, and then see the weights of both heads. The layer is untrained: its biases are still 0, so the kernels are enough. Yet the heads already differ, for each began with random numbers of its own.

# %% [markdown] lang="ko"
# `return_attention_scores=True`로 호출하면 가중치도 함께 나옵니다(이름과 달리 소프트맥스를 거친 뒤의 값입니다). 첫 번째 헤드에서 첫 단어가 하는 계산을 직접 따라가 보고, 두 헤드의 가중치를 그려 봅시다. 훈련하지 않은 층이라 편향이 아직 0이므로 커널만 있으면 됩니다. 그런데도 헤드가 서로 다른 것은 헤드마다 다른 난수로 시작했기 때문입니다.

# %% alt.en="Two heat maps of five queries and five keys, one a head, with different patterns." alt.ko="쿼리 다섯 개와 키 다섯 개의 히트맵이 헤드마다 하나씩 있으며 무늬가 서로 다릅니다."
query_kernel, _, key_kernel, *_ = two_headed.get_weights()
first_word = five_words[0, 0] @ query_kernel[:, 0]
first_scores = five_words[0] @ key_kernel[:, 0] @ first_word / 4**0.5
by_hand = keras.ops.softmax(first_scores)
print("difference from the layer:", float(abs(by_hand - head_weights[0, 0, 0]).numpy().max()))
attention.draw_weights([f"word {number}" for number in range(5)], head_weights[0].numpy())
plt.show()

# %% [markdown] lang="en"
# ### Exercise 4 · Multi-head self-attention from its weights (3 points)
#
# Write `self_attention(x, weights)`, which gives what the layer `MultiHeadAttention` gives for `layer(x, x)` without a mask:
#
# - `x` is a float array of shape `(batch, n, width)`. It stays as it was.
# - `weights` is a list of eight float arrays in the order of `layer.get_weights()`: query kernel, query bias, key kernel, key bias, value kernel, value bias, output kernel, output bias. The first three kernels have the shape `(width, heads, depth)` and their biases `(heads, depth)`; the output kernel has the shape `(heads, depth, width)` and its bias `(width,)`. `heads` times `depth` need not be `width`.
# - Queries, keys and values are $x$ times the kernel, plus the bias. Each head attends as in exercise 2, scaled by $\sqrt{d}$ with $d$ = `depth`. The result is the sum over heads and depth of what they found times the output kernel, plus the output bias.
# - Return a float array of shape `(batch, n, width)`, equal to the layer's to $10^{-5}$. The scores stay small.

# %% [markdown] lang="ko"
# ### 연습문제 4 · 가중치로 계산하는 멀티 헤드 셀프 어텐션(3점)
#
# `MultiHeadAttention` 층이 마스크 없이 `layer(x, x)`로 내놓는 것과 같은 결과를 계산하는 함수 `self_attention(x, weights)`를 작성하십시오.
#
# - `x`는 형상이 `(batch, n, width)`인 실수 배열입니다. 내용은 바꾸지 않습니다.
# - `weights`는 `layer.get_weights()`의 순서로 실수 배열 여덟 개를 담은 리스트입니다. 쿼리 커널, 쿼리 편향, 키 커널, 키 편향, 값 커널, 값 편향, 출력 커널, 출력 편향의 순서입니다. 앞의 세 커널은 형상이 `(width, heads, depth)`이고 그 편향은 `(heads, depth)`입니다. 출력 커널은 형상이 `(heads, depth, width)`이고 그 편향은 `(width,)`입니다. `heads`와 `depth`의 곱이 `width`와 다를 수도 있습니다.
# - 쿼리, 키, 값은 $x$에 커널을 곱하고 편향을 더한 것입니다. 헤드마다 연습문제 2처럼 어텐션을 계산하며 $\sqrt{d}$로 나눕니다($d$는 `depth`). 헤드들이 찾은 것에 출력 커널을 곱해 헤드와 깊이에 대해 모두 더하고 출력 편향을 더하면 결과입니다.
# - 형상이 `(batch, n, width)`인 실수 배열을 반환합니다. 층의 결과와 $10^{-5}$ 이내로 같아야 합니다. 점수는 크지 않습니다.


# %% nbgrader={"grade": false, "grade_id": "self-attention", "locked": false, "schema_version": 3, "solution": true, "task": false}
def self_attention(x, weights):
    """Multi-head self-attention, as keras.layers.MultiHeadAttention calculates it.

    Args:
        x: float array of shape (batch, n, width). It is left unchanged.
        weights: list of eight float arrays: kernel and bias for query, key, value and output, in this order.

    Returns:
        float array of shape (batch, n, width).
    """
    ### BEGIN SOLUTION
    q, k, v = (
        np.einsum("bnw,whd->bhnd", x, kernel) + bias[:, None]
        for kernel, bias in zip(weights[0:6:2], weights[1:6:2], strict=True)
    )
    raised = np.exp(q @ np.swapaxes(k, 2, 3) / q.shape[-1] ** 0.5)
    heard = raised / raised.sum(axis=-1, keepdims=True) @ v
    return np.einsum("bhnd,hdw->bnw", heard, weights[6]) + weights[7]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "self-attention-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

check.seed(10)
two_heads = keras.layers.MultiHeadAttention(num_heads=2, key_dim=3)
given = np.random.default_rng(10).normal(size=(2, 4, 6)).astype("float32")
by_keras = np.asarray(two_heads(given, given))
call = "self_attention(x, layer.get_weights())"
with check.unchanged(x=given):
    found = self_attention(given, two_heads.get_weights())
check.array(
    found,
    call,
    shape=(2, 4, 6),
    en="The output kernel brings heads and depth back to width.",
    ko="출력 커널이 헤드와 깊이를 다시 width로 되돌립니다.",
)
check.array(found, call, dtype="float")
check.close(
    found,
    by_keras,
    call,
    rtol=0,
    atol=1e-5,
    en="Kernels and biases come in the order query, key, value, output. Softmax goes over the keys; divide by sqrt(depth), "
    "the last axis of the kernels.",
    ko="커널과 편향은 쿼리, 키, 값, 출력의 순서입니다. 소프트맥스는 키에 대해 계산하고, 커널의 마지막 축인 depth의 제곱근으로 나눕니다.",
)
check.passed("shape", "as keras.layers.MultiHeadAttention", "argument unchanged")

# %% nbgrader={"grade": true, "grade_id": "self-attention-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("self-attention")
for _ in range(2):
    batch, n, width, heads, depth = (int(number) for number in rng.permutation([2, 4, 5, 6, 7]))
    layer = keras.layers.MultiHeadAttention(num_heads=heads, key_dim=depth)
    drawn_x = rng.normal(size=(batch, n, width)).astype("float32")
    layer.build(drawn_x.shape, drawn_x.shape)
    arrays = [rng.normal(scale=0.4, size=array.shape).astype("float32") for array in layer.get_weights()]
    layer.set_weights(arrays)  # biases that are not 0
    expected = np.asarray(layer(drawn_x, drawn_x))
    call = f"self_attention(x {drawn_x.shape}, {heads} heads, depth {depth})"
    with check.unchanged(x=drawn_x):
        result = self_attention(drawn_x, arrays)
    check.array(result, call, shape=expected.shape)
    check.array(result, call, dtype="float")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=2e-5,
        en="All four biases count, and the heads find their results separately before the output kernel adds them up.",
        ko="편향 네 개를 모두 더해야 하며, 헤드마다 따로 결과를 구한 다음에 출력 커널로 합칩니다.",
    )
check.passed("2 drawn layers")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Positions
#
# Something is missing. A weighted sum has no order: reverse the words, and each word's result is the same as before, in reversed order. After a mean over all words nothing is left of the order at all.

# %% [markdown] lang="ko"
# ### 위치
#
# 빠진 것이 있습니다. 가중합에는 순서가 없습니다. 단어를 거꾸로 늘어놓으면 결과도 거꾸로 놓일 뿐, 단어마다의 결과는 그대로입니다. 모든 단어의 평균을 내면 순서는 흔적도 남지 않습니다.

# %%
backwards = five_words[:, ::-1]
turned = two_headed(backwards, backwards)
print("results turned round as well:", np.allclose(turned[:, ::-1], mixed, atol=1e-6))
print(
    "the same mean:               ",
    np.allclose(turned[0].numpy().mean(axis=0), mixed[0].numpy().mean(axis=0), atol=1e-6),
)

# %% [markdown] lang="en"
# The cure is to add to each word's vector another one that says where it stands. There are two ways. The first is like the hands of a clock: the second hand tells neighbouring moments apart, the hour hand those far apart, and together they name every moment of the day. Waves of different speed do the same for positions; no two columns of the picture are alike.

# %% [markdown] lang="ko"
# 그래서 단어의 벡터에 그 단어가 몇 번째인지를 나타내는 벡터를 더합니다. 방법은 두 가지입니다. 첫째는 시곗바늘과 같습니다. 초침은 이웃한 순간을, 시침은 멀리 떨어진 순간을 구별해 주고, 둘을 함께 보면 하루의 모든 순간을 가려낼 수 있습니다. 속도가 다른 사인파도 위치에 대해 같은 일을 합니다. 이것을 위치 인코딩(positional encoding)이라고 합니다. 그림에서 서로 같은 열은 없습니다.

# %% alt.en="Heat map of six waves, from fast above to slow below, over 60 positions; each column of six colours is different." alt.ko="위는 빠르고 아래는 느린 사인파 여섯 개를 위치 60개에 걸쳐 그린 히트맵. 여섯 색으로 된 열이 저마다 다릅니다."
periods = np.array([[4], [8], [16], [32], [64], [128]])
waves = np.sin(2 * np.pi * np.arange(60) / periods)
plt.figure(figsize=(7, 1.8))
plt.imshow(waves, cmap="RdBu", aspect="auto")
plt.xlabel("position")
plt.yticks(range(6), [f"period {period}" for period in periods[:, 0]])
plt.show()

# %% [markdown] lang="en"
# ### Exercise 5 · Positional encoding (2 points)
#
# The first Transformer did not learn its positions. It took the hands of many clocks, each slower than the one before. Write `position_table(length, width)`:
#
# - `length` and `width` are positive whole numbers; `width` is even.
# - Row $p$ belongs to position $p$, counted from 0. For $i = 0, 1, 2, \dots$ the columns $2i$ and $2i + 1$ hold
#
# $$\sin\left(\frac{p}{10000^{2i/w}}\right) \qquad \text{and} \qquad \cos\left(\frac{p}{10000^{2i/w}}\right)$$
#
# where $w$ is `width`. Sine and cosine take turns from column to column.
# - Return a float array of shape `(length, width)`.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 위치 인코딩(2점)
#
# 최초의 트랜스포머는 위치를 학습하지 않았습니다. 갈수록 느려지는 시곗바늘 여러 개로 위치를 나타냈습니다. 함수 `position_table(length, width)`를 작성하십시오.
#
# - `length`와 `width`는 양의 정수이며 `width`는 짝수입니다.
# - $p$번 행은 0부터 센 위치 $p$를 나타냅니다. $i = 0, 1, 2, \dots$에 대해 $2i$번 열과 $2i + 1$번 열의 값은 차례로
#
# $$\sin\left(\frac{p}{10000^{2i/w}}\right) \qquad \text{그리고} \qquad \cos\left(\frac{p}{10000^{2i/w}}\right)$$
#
# 입니다. 여기서 $w$는 `width`입니다. 사인과 코사인이 열마다 번갈아 나옵니다.
# - 형상이 `(length, width)`인 실수 배열을 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "position-table", "locked": false, "schema_version": 3, "solution": true, "task": false}
def position_table(length, width):
    """Make the table of sines and cosines that tells positions apart.

    Args:
        length: int, the number of positions.
        width: int, even, how many numbers describe a position.

    Returns:
        float array of shape (length, width): sine in even columns, cosine in odd ones.
    """
    ### BEGIN SOLUTION
    table = np.zeros((length, width))
    for pair in range(width // 2):
        angle = np.arange(length) / 10000 ** (2 * pair / width)
        table[:, 2 * pair] = np.sin(angle)
        table[:, 2 * pair + 1] = np.cos(angle)
    return table
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "position-table-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

hands = position_table(3, 4)
check.array(hands, "position_table(3, 4)", shape=(3, 4))
check.array(hands, "position_table(3, 4)", dtype="float")
check.close(
    hands[0],
    [0, 1, 0, 1],
    "position_table(3, 4)[0]",
    atol=1e-6,
    en="At position 0 every sine is 0 and every cosine 1; sine and cosine take turns.",
    ko="0번 위치에서 사인은 모두 0, 코사인은 모두 1입니다. 사인과 코사인이 번갈아 나옵니다.",
)
check.close(
    hands,
    [[0, 1, 0, 1], [0.841471, 0.540302, 0.00999983, 0.99995], [0.909297, -0.416147, 0.0199987, 0.9998]],
    "position_table(3, 4)",
    rtol=0,
    atol=1e-5,
    en="The angles are in radians: p in columns 0 and 1, p / 100 in columns 2 and 3.",
    ko="각도의 단위는 라디안입니다. 0번과 1번 열에서는 p, 2번과 3번 열에서는 p / 100입니다.",
)
check.passed("shape", "position 0", "3 positions of 4 numbers")

# %% nbgrader={"grade": true, "grade_id": "position-table-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("position-table")
drawn_sizes = [(int(rng.integers(10, 60)), 2 * int(rng.integers(3, 12))) for _ in range(2)]
for length, width in [(1, 2), *drawn_sizes]:
    column = np.arange(width)
    angles = np.arange(length)[:, None] * 10000.0 ** (-2 * (column // 2) / width)
    expected = np.where(column % 2 == 0, np.sin(angles), np.cos(angles))
    call = f"position_table({length}, {width})"
    result = position_table(length, width)
    check.array(result, call, shape=(length, width))
    check.array(result, call, dtype="float")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=1e-4,
        en="Sine and cosine of a pair of columns share one angle; the exponent is 2i / width.",
        ko="짝을 이루는 두 열의 사인과 코사인은 각도가 같고, 지수는 2i / width입니다.",
    )
check.passed("2 drawn tables", "one position")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Learned positions, and a trap
#
# The second way is simpler: a second embedding, with a row for each position instead of each word, learned like any other. Its input is the row 0, 1, 2, …: `keras.ops.arange(n)`.
#
# > **Common mistake.** In a functional model, `Embedding(n, width)(keras.ops.arange(n))` looks right and is not. `arange` is an array of plain numbers; the layer is called on it at once and gives plain numbers back. It is no part of the model, so it is never trained and never saved. Add zeros of the shape of the input: then the positions depend on the input, and the layer belongs to the model. (In the `call` of a layer or model class of your own, `arange` alone is right.)

# %% [markdown] lang="ko"
# ### 학습되는 위치, 그리고 함정
#
# 둘째 방법은 더 간단합니다. 단어 대신 위치마다 행이 하나씩 있는 임베딩을 하나 더 두고, 다른 임베딩처럼 학습합니다. 그 입력은 0, 1, 2, …, 곧 `keras.ops.arange(n)`입니다.
#
# > **흔한 실수.** 함수형 API로 만든 모델에서 `Embedding(n, width)(keras.ops.arange(n))`은 맞아 보이지만 틀립니다. `arange`는 그냥 수로 된 배열이어서, 층이 그 자리에서 호출되어 그냥 수를 돌려줍니다. 이 층은 모델의 일부가 아니므로 훈련되지도 저장되지도 않습니다. 입력과 형상이 같은 0을 더하십시오. 그러면 위치가 입력에서 나오게 되고 층이 모델에 들어갑니다. (직접 만든 층이나 모델 클래스의 `call` 안에서는 `arange`만으로 됩니다.)

# %%
ids = keras.Input(shape=(6,), dtype="int32")
row = keras.ops.arange(6, dtype="int32")
outside = keras.layers.Embedding(6, 4)(row)
inside = keras.layers.Embedding(6, 4)(row + keras.ops.zeros_like(ids))
for name, positions in {"arange alone": outside, "arange + zeros_like": inside}.items():
    tried = keras.Model(ids, keras.layers.Embedding(50, 4)(ids) + positions)
    print(f"{name:20} {tried.count_params()} parameters")

# %% [markdown] lang="en"
# ### One block
#
# A Transformer's *block* has two halves. In the first the words exchange what they know, by attention. In the second each word thinks it over for itself, in two dense layers. A skip connection leads around each half, as in ResNet: what came in is added to what comes out. *Layer normalization* then brings the numbers of each word to mean 0 and standard deviation 1 (and multiplies by learned numbers and adds others), so that blocks can be stacked.

# %% [markdown] lang="ko"
# ### 블록 하나
#
# 트랜스포머의 *블록*(block)은 두 부분으로 되어 있습니다. 앞부분에서는 단어들이 어텐션으로 아는 것을 주고받습니다. 뒷부분에서는 밀집층 두 개로 단어마다 따로 생각합니다. 두 부분 모두 ResNet처럼 스킵 연결이 감싸고 있어서, 들어온 것을 나온 것에 더합니다. 그다음 *층 정규화*(layer normalization)가 단어마다 수들의 평균을 0, 표준 편차를 1로 맞춥니다(그리고 학습되는 수를 곱하고 더합니다). 그래서 블록을 여러 개 쌓을 수 있습니다.

# %% alt.en="Seven boxes from left to right: words plus positions, multi-head attention, add and normalize, two dense layers, add and normalize, mean over words, sigmoid. Two arrows lead around attention and around the dense layers; a dashed frame marks one block." alt.ko="왼쪽에서 오른쪽으로 상자 일곱 개. 단어와 위치, 멀티 헤드 어텐션, 더하고 정규화, 밀집층 두 개, 더하고 정규화, 단어에 대한 평균, 시그모이드. 화살표 두 개가 어텐션과 밀집층을 돌아가며, 점선 테두리가 블록 하나를 나타냅니다."
attention.draw_block()
plt.show()

# %% [markdown] lang="en"
# First come the words and their positions, 32 numbers each, and dropout as in chapter 07. As in the first Transformer the vectors of the words are multiplied by $\sqrt{32}$. A new embedding is small, and rare words hardly change theirs in training: without the factor, normalization would make of them little more than their positions, and the network would do worse on reviews it has not seen. Then the block, with two heads of depth 16. `attention_mask` has the shape (batch, queries, keys); one row of keys for all queries is enough.

# %% [markdown] lang="ko"
# 먼저 단어와 위치를 수 32개씩으로 나타내고 7장처럼 드롭아웃을 둡니다. 최초의 트랜스포머처럼 단어의 벡터에는 $\sqrt{32}$를 곱합니다. 갓 만든 임베딩은 값이 작고 드문 단어의 벡터는 훈련해도 거의 그대로입니다. 곱하지 않으면 이런 단어는 정규화를 거치며 위치만 남다시피 하고, 처음 보는 영화평에서 성능이 떨어집니다. 그다음이 블록이며 깊이가 16인 헤드가 둘 있습니다. `attention_mask`의 형상은 (배치, 쿼리, 키)입니다. 모든 쿼리에 대해 키의 행 하나면 됩니다.

# %%
keras.utils.set_random_seed(1)
review_input = keras.Input(shape=(max_length,), dtype="int32")
is_word = keras.ops.not_equal(review_input, 0)
position_input = keras.ops.arange(max_length, dtype="int32") + keras.ops.zeros_like(review_input)
word_vectors = keras.layers.Embedding(num_words, 32)(review_input) * 32**0.5
word_states = word_vectors + keras.layers.Embedding(max_length, 32)(position_input)
word_states = keras.layers.SpatialDropout1D(0.3)(word_states)

# %%
attention_layer = keras.layers.MultiHeadAttention(num_heads=2, key_dim=16)
exchanged = attention_layer(word_states, word_states, attention_mask=is_word[:, None, :])
first_half = keras.layers.LayerNormalization()(keras.layers.Add()([word_states, exchanged]))
thought_over = keras.layers.Dense(64, activation="relu")(first_half)
thought_over = keras.layers.Dense(32)(thought_over)
second_half = keras.layers.LayerNormalization()(keras.layers.Add()([first_half, thought_over]))

# %% [markdown] lang="en"
# At the end come the mean over all words, padding left out, then dropout and one sigmoid unit.

# %% [markdown] lang="ko"
# 끝에는 패딩을 뺀 모든 단어의 평균, 드롭아웃, 시그모이드 유닛 하나가 옵니다.

# %%
mean_state = keras.layers.GlobalAveragePooling1D()(second_half, mask=is_word)
dropped = keras.layers.Dropout(0.5)(mean_state)
network = keras.Model(review_input, keras.layers.Dense(1, activation="sigmoid")(dropped))
attention_parameters = 4 * (32 * 32 + 32)
dense_parameters = 32 * 64 + 64 + 64 * 32 + 32
rest = (num_words + max_length) * 32 + 2 * 2 * 32 + 33
print(
    f"attention {attention_parameters:,}, dense layers {dense_parameters:,}, embeddings and the rest {rest:,}"
)
print(f"together {attention_parameters + dense_parameters + rest:,}; Keras counts {network.count_params():,}")

# %% [markdown] lang="en"
# ### Exercise 6 · Build a Transformer (3 points)
#
# The network above has one block and tells two answers apart. Write a function that stacks blocks, for any number of classes: `build_transformer(num_words, length, width, num_heads, hidden_units, num_classes)`.
#
# - The input is a batch of sequences of exactly `length` word numbers from 0 to `num_words - 1`; a functional model begins with `keras.Input(shape=(length,), dtype="int32")`. 0 is padding, and each sequence holds at least one word. Padding may stand anywhere in it.
# - An embedding of `num_words` words and a learned embedding of the `length` positions, each with `width` numbers, are added as they are, without the factor of the network above.
# - `hidden_units` is a list of one or more whole numbers. For each, in that order, one block: `MultiHeadAttention` with `num_heads` heads and `key_dim=width // num_heads` (no remainder), in which all words look at all words but nobody looks at padding; its result is added to what came in, then `LayerNormalization`; then a `Dense` layer with that many units and ReLU, and one with `width` units and no activation, whose result is added to what came out of the first normalization; then `LayerNormalization` again.
# - The mean over the positions that hold a word; padding does not count. Last, `Dense(num_classes)` with softmax.
# - There is no dropout, and all settings not named here stay as Keras has them. Return the model, Functional or subclassed, with its weights built. It need not be compiled.
#
# The checks build small models, count their parameters, and calculate their output again from their weights.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 트랜스포머 만들기(3점)
#
# 위의 신경망은 블록 하나로 두 가지 답을 구분했습니다. 이번에는 블록을 여러 개 쌓고 클래스의 개수도 정할 수 있는 함수 `build_transformer(num_words, length, width, num_heads, hidden_units, num_classes)`를 작성하십시오.
#
# - 입력은 정확히 `length`개의 단어 번호로 된 시퀀스의 배치입니다. 번호는 0부터 `num_words - 1`까지입니다. 함수형 API라면 `keras.Input(shape=(length,), dtype="int32")`로 시작합니다. 0은 패딩이고, 시퀀스마다 단어가 하나 이상 있습니다. 패딩은 시퀀스의 어디에나 있을 수 있습니다.
# - 단어 `num_words`개의 임베딩과 위치 `length`개의 학습되는 임베딩을 더합니다. 둘 다 크기는 `width`입니다. 위의 신경망과 달리 단어의 벡터에 아무것도 곱하지 않고 그대로 더합니다.
# - `hidden_units`는 하나 이상의 정수로 된 리스트입니다. 수마다 차례로 블록을 하나씩 놓습니다. 먼저 `MultiHeadAttention`을 헤드 `num_heads`개, `key_dim=width // num_heads`(나누어떨어집니다)로 놓습니다. 모든 단어가 모든 단어를 보지만 패딩은 아무도 보지 않습니다. 그 결과를 블록에 들어온 것에 더하고 `LayerNormalization`을 적용합니다. 그다음 유닛이 그 수만큼 있고 활성화 함수가 ReLU인 `Dense` 층과, 유닛이 `width`개이고 활성화 함수가 없는 `Dense` 층을 놓고, 그 결과를 첫 번째 정규화에서 나온 것에 더한 뒤 다시 `LayerNormalization`을 적용합니다.
# - 단어가 있는 위치에 대해서만 평균을 구합니다. 패딩은 세지 않습니다. 마지막은 소프트맥스를 쓰는 `Dense(num_classes)`입니다.
# - 드롭아웃은 없으며, 여기에 적지 않은 설정은 Keras의 기본값 그대로 둡니다. 함수형 API나 서브클래스로 만들고 가중치까지 생성된 모델을 반환합니다. 컴파일하지 않아도 됩니다.
#
# 검사에서는 작은 모델을 만들어 파라미터를 세고, 모델의 출력을 그 가중치로 다시 계산해 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "build-transformer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_transformer(num_words, length, width, num_heads, hidden_units, num_classes):
    """Build a Transformer that sorts sequences of words into classes.

    Args:
        num_words: int, word numbers run from 0 (padding) to num_words - 1.
        length: int, the number of positions.
        width: int, how many numbers describe a word; num_heads divides it.
        num_heads: int, the number of heads in each block.
        hidden_units: list of one or more int, the units of each block's hidden Dense layer.
        num_classes: int, the number of classes.

    Returns:
        A Keras model: word numbers (batch, length) in, probabilities (batch, num_classes) out.
    """
    ### BEGIN SOLUTION
    words = keras.Input(shape=(length,), dtype="int32")
    is_word = keras.ops.not_equal(words, 0)
    places = keras.ops.zeros_like(words) + keras.ops.arange(length, dtype="int32")
    state = keras.layers.Embedding(num_words, width)(words) + keras.layers.Embedding(length, width)(places)
    for units in hidden_units:
        layer = keras.layers.MultiHeadAttention(num_heads, width // num_heads)
        heard = layer(state, state, attention_mask=keras.ops.expand_dims(is_word, 1))
        state = keras.layers.LayerNormalization()(state + heard)
        thought = keras.layers.Dense(width)(keras.layers.Dense(units, activation="relu")(state))
        state = keras.layers.LayerNormalization()(state + thought)
    summary = keras.layers.GlobalAveragePooling1D()(state, mask=is_word)
    return keras.Model(words, keras.layers.Dense(num_classes, activation="softmax")(summary))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-transformer-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check

call = "build_transformer(30, 9, 8, 2, [12, 16], 3)"
check.seed(10)
small = check.model(build_transformer(30, 9, 8, 2, [12, 16], 3), call)
heads_part, norms_part = 4 * (8 * 8 + 8), 2 * 16
blocks = [heads_part + norms_part + 8 * units + units + units * 8 + 8 for units in (12, 16)]
check.equal(
    check.describe(small).parameters,
    30 * 8 + 9 * 8 + sum(blocks) + 8 * 3 + 3,
    f"{call}.count_params()",
    en="72 too few: the position embedding was called on plain numbers and is no part of the model; make its input "
    "depend on the model's input. Otherwise: two blocks, each with attention, two Dense layers and two normalizations.",
    ko="72개가 모자라면 위치 임베딩을 그냥 수에 대해 호출해서 모델의 일부가 되지 못한 것입니다. 그 입력이 모델의 입력에서 나오게 하십시오. "
    "그렇지 않으면 블록이 두 개인지, 블록마다 어텐션, Dense 층 두 개, 정규화 두 개가 있는지 확인하십시오.",
)
forwards = np.random.default_rng(10).integers(1, 30, size=(64, 9))
chances = check.predict(small, np.concatenate([forwards, forwards[:, ::-1]]))
check.array(chances, f"{call}(words)", shape=(128, 3))
check.close(
    chances.sum(axis=1),
    np.ones(128),
    f"{call}(words).sum(axis=1)",
    rtol=1e-4,
    en="The last layer is softmax.",
    ko="마지막 층은 소프트맥스입니다.",
)
check.that(
    float(np.abs(chances[:64] - chances[64:]).max()) > 1e-5,
    f"{call}: words in reversed order give the same answer. Add the position embedding to the words.",
    f"{call}: 단어를 거꾸로 늘어놓아도 답이 같습니다. 단어 임베딩에 위치 임베딩을 더하십시오.",
)
check.passed("2 blocks", "softmax", "order matters")

# %% nbgrader={"grade": true, "grade_id": "build-transformer-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("build-transformer")
heads, depth = int(rng.integers(2, 4)), int(rng.integers(3, 5))
width, classes = heads * depth, int(rng.integers(3, 6))
vocabulary, length = int(rng.integers(30, 40)), int(rng.integers(6, 9))
length += length == width  # every kernel has a shape of its own
drawn_units = [int(number) for number in rng.choice(np.arange(15, 30), size=3, replace=False)]


def normalized(rows):
    """Layer normalization with the weights that it begins with."""
    centred = rows - rows.mean(axis=-1, keepdims=True)
    return centred / np.sqrt(rows.var(axis=-1, keepdims=True) + 1e-3)


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


for units in (drawn_units[:1], drawn_units[1:]):
    call = f"build_transformer({vocabulary}, {length}, {width}, {heads}, {units}, {classes})"
    check.seed(int(rng.integers(1000)))
    built = check.model(build_transformer(vocabulary, length, width, heads, list(units), classes), call)
    parameters = (vocabulary + length) * width + (width + 1) * classes
    parameters += sum(4 * (width**2 + width) + 5 * width + (2 * width + 1) * number for number in units)
    check.equal(
        check.describe(built).parameters,
        parameters,
        f"{call}.count_params()",
        en="One block with layers of its own for each entry of hidden_units.",
        ko="hidden_units의 항목마다 자기 층을 가진 블록이 하나씩 있어야 합니다.",
    )
    arrays = check.weights(built)  # before training biases are 0 and normalizations 1: the kernels are enough
    shapes = {
        "words": (vocabulary, width),
        "positions": (length, width),
        "query, key, value": (width, heads, depth),
        "output": (heads, depth, width),
        **{f"hidden {number}": (width, number) for number in units},
        **{f"back {number}": (number, width) for number in units},
        "classes": (width, classes),
    }
    parts = {name: [array for array in arrays if array.shape == shape] for name, shape in shapes.items()}
    check.equal(
        {name: len(found) for name, found in parts.items()},
        {name: {"query, key, value": 3, "output": 1}.get(name, 0) * len(units) or 1 for name in parts},
        f"{call}: weights",
        en="Take keras.layers.MultiHeadAttention with num_heads heads of width // num_heads numbers.",
        ko="keras.layers.MultiHeadAttention에 헤드 num_heads개, 크기 width // num_heads를 쓰십시오.",
    )
    ids = rng.integers(1, vocabulary, size=(64, length))
    for row in range(4, 64):
        ids[row, rng.permutation(length)[: int(rng.integers(1, length))]] = 0
    real = ids != 0
    rows = parts["words"][0][ids] + parts["positions"][0]
    for block, number in enumerate(units):
        kernels = parts["query, key, value"][3 * block : 3 * block + 3]
        query, key, value = (np.einsum("bnw,whd->bhnd", rows, kernel) for kernel in kernels)
        scores = np.where(real[:, None, None], query @ np.swapaxes(key, 2, 3) / depth**0.5, -1e9)
        heard = softmax(scores) @ value
        rows = normalized(rows + np.einsum("bhnd,hdw->bnw", heard, parts["output"][block]))
        thought = np.maximum(rows @ parts[f"hidden {number}"][0], 0) @ parts[f"back {number}"][0]
        rows = normalized(rows + thought)
    mean = (rows * real[..., None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
    check.close(
        check.predict(built, ids),
        softmax(mean @ parts["classes"][0]),
        f"{call}(words)",
        rtol=0,
        atol=1e-4,
        en="Words and positions are added without a factor; nobody looks at padding, and the mean leaves it out; "
        "each half of a block adds to what came in and normalizes afterwards.",
        ko="단어와 위치는 아무것도 곱하지 않고 더합니다. 패딩은 아무도 보지 않고 평균에서도 빠집니다. "
        "블록의 앞뒤 절반은 저마다 들어온 것에 결과를 더한 다음 정규화합니다.",
    )
check.passed("1 block from its weights", "2 blocks from theirs")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# All is as in chapter 07: two answers, so binary cross-entropy, whose value for an undecided network is $\ln 2 = 0.69$; Adam; accuracy. The untrained network's answers lie close together, not far from 0.5.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 모두 7장과 같습니다. 답이 둘이므로 이진 교차 엔트로피를 쓰고(결정하지 못한 신경망의 손실은 $\ln 2 = 0.69$입니다), 옵티마이저는 Adam, 지표는 정확도입니다. 훈련하지 않은 신경망의 답은 0.5에서 멀지 않은 곳에 모여 있습니다.

# %%
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])

# %% alt.en="Histogram of the untrained network's probabilities: all of them close together, not far from 0.5." alt.ko="훈련하지 않은 신경망이 내놓은 확률의 히스토그램. 모두 0.5에서 멀지 않은 곳에 모여 있습니다."
untrained_answers = network(x_val[:400]).numpy()[:, 0]
untrained_loss = keras.losses.binary_crossentropy(y_val[:400], untrained_answers)
print(f"loss {float(untrained_loss):.2f}")
plt.figure(figsize=(5, 1.8))
plt.hist(untrained_answers, bins=np.linspace(0, 1, 41), color="0.6")
plt.xlabel("probability of positive")
plt.ylabel("reviews")
plt.show()

# %% [markdown] lang="en"
# ## 6 · Train
#
# `EarlyStopping` watches the validation loss, waits two epochs (six on the small corpus, where the network needs a while before it begins to learn), and puts the best weights back. On IMDB this takes a few minutes at most, and the best epoch comes early, here the first: from then on the network learns the training reviews by heart, and validation gains no more.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# `EarlyStopping`이 검증 손실을 지켜보다가 두 에포크(작은 말뭉치에서는 신경망이 배우기 시작할 때까지 시간이 걸리므로 여섯 에포크)를 기다리고, 가장 좋았던 가중치를 되돌려 놓습니다. IMDB에서는 길어야 몇 분이 걸리고, 가장 좋은 에포크가 일찍 옵니다. 여기서는 첫 에포크입니다. 그 뒤로는 신경망이 훈련 영화평을 외울 뿐 검증 결과는 더 나아지지 않습니다.

# %%
batch_size = 128 if len(x_fit) > 10_000 else 32
patience = 2 if len(x_fit) > 10_000 else 6
stopping = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
history = network.fit(
    x_fit,
    y_fit,
    batch_size=batch_size,
    epochs=hiddenlayers.epochs(30),
    validation_data=(x_val, y_val),
    callbacks=[stopping],
    verbose=0,
)
curves = pd.DataFrame(history.history, index=pd.RangeIndex(1, len(history.epoch) + 1, name="epoch"))
print(f"{len(curves)} epochs, best validation accuracy {curves['val_accuracy'].max():.3f}")

# %% alt.en="Two plots against the epoch. Left: the training loss falls all the way, the validation loss rises in the end. Right: the training accuracy rises above the validation accuracy, which gains no more." alt.ko="에포크에 따른 그래프 두 개. 왼쪽에서는 훈련 손실이 계속 내려가고 검증 손실은 끝에서 올라갑니다. 오른쪽에서는 훈련 정확도가 검증 정확도보다 높아지고 검증 정확도는 더 오르지 않습니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.5), layout="constrained")
curves[["loss", "val_loss"]].plot(
    ax=left, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4, xticks=curves.index
)
curves[["accuracy", "val_accuracy"]].plot(
    ax=right, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4, xticks=curves.index
)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 7 · Train on reviews of any length (2 points)
#
# Reviews come as lists of different lengths, but a model takes rows of one length. Write `train_reviews(model, reviews, labels, epochs)`, which does everything from preparing them to training:
#
# - `model` is not compiled. It takes word numbers of shape `(batch, length)`, where `length` is `model.input_shape[1]`, and it ends in one sigmoid unit. It learns its positions.
# - `reviews` is a list of lists of whole numbers from 1 on; each has at least one. `labels` is an integer array of zeros and ones, shape `(number of reviews,)`.
# - Bring every review to `length` numbers: a longer one keeps its **first** `length` words, a shorter one gets zeros **behind** its words.
# - Compile the model with Adam at a learning rate of 0.01, binary cross-entropy, and the accuracy metric (`"accuracy"`), all of them Keras's own.
# - Train this very model for exactly `epochs` epochs in one call of `fit`, with a batch size of 32, the reviews shuffled (as `fit` does by itself), without validation and callbacks. Return the `History`.
#
# The checks bring small problems: 192 reviews whose first word decides, 10 positions, a small attention network, 8 to 10 epochs. On new reviews the accuracy has to be at least 0.9; a right answer is close to 1.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 길이가 제각각인 영화평으로 훈련하기(2점)
#
# 영화평은 길이가 제각각인 리스트이지만 모델은 길이가 같은 행을 받습니다. 준비부터 훈련까지 모두 하는 함수 `train_reviews(model, reviews, labels, epochs)`를 작성하십시오.
#
# - `model`은 아직 컴파일하지 않은 모델입니다. 형상이 `(batch, length)`인 단어 번호를 받으며 `length`는 `model.input_shape[1]`에 있습니다. 마지막은 시그모이드 유닛 하나입니다. 이 모델은 위치를 학습합니다.
# - `reviews`는 1 이상의 정수로 된 리스트의 리스트입니다. 영화평마다 수가 하나 이상 있습니다. `labels`는 0과 1로 된 정수 배열이며 형상은 `(영화평의 개수,)`입니다.
# - 모든 영화평을 `length`개의 수로 맞춥니다. 더 길면 **앞의** `length`개 단어를 남기고, 더 짧으면 단어 **뒤에** 0을 채웁니다.
# - 학습률이 0.01인 Adam, 이진 교차 엔트로피, 정확도 지표(`"accuracy"`)로 모델을 컴파일합니다. 모두 Keras의 것을 씁니다.
# - 바로 이 모델을 `fit` 한 번으로 정확히 `epochs`번의 에포크 동안 훈련합니다. 배치 크기는 32이고, (`fit`이 원래 하는 대로) 영화평을 섞으며, 검증과 콜백은 없습니다. `History`를 반환합니다.
#
# 검사는 작은 문제를 씁니다. 첫 단어로 답이 정해지는 영화평 192개를 위치가 10개인 작은 어텐션 신경망으로 8~10 에포크 동안 훈련합니다. 새 영화평에서 정확도가 0.9 이상이어야 합니다. 바르게 작성했다면 1에 가깝습니다.


# %% nbgrader={"grade": false, "grade_id": "train-reviews", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_reviews(model, reviews, labels, epochs):
    """Bring reviews to one length, compile a model and train it.

    Args:
        model: a Keras model, not compiled, of input shape (batch, length), with one sigmoid unit at the end.
        reviews: list of lists of int from 1 on, the word numbers.
        labels: int array of shape (number of reviews,), zeros and ones.
        epochs: int, the number of epochs.

    Returns:
        The History of the training.
    """
    ### BEGIN SOLUTION
    rows = keras.utils.pad_sequences(reviews, maxlen=model.input_shape[1], padding="post", truncating="post")
    model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
    return model.fit(rows, labels, batch_size=32, epochs=epochs, verbose=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-reviews-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

generator = np.random.default_rng(10)
opinions = generator.permutation(np.tile([0, 1], 200))
texts = [
    [
        int(2 + 3 * opinion + generator.integers(3)),
        *generator.integers(2, 20, generator.integers(2, 7)).tolist(),
    ]
    for opinion in opinions
]
check.seed(10)
numbers = keras.Input((10,), dtype="int32")
places = keras.ops.zeros_like(numbers) + keras.ops.arange(10, dtype="int32")
state = keras.layers.LayerNormalization()(
    keras.layers.Embedding(20, 8)(numbers) + keras.layers.Embedding(10, 8)(places)
)
state = keras.layers.Add()([state, keras.layers.MultiHeadAttention(2, 4)(state, state)])
reader = keras.Model(numbers, keras.layers.Dense(1, activation="sigmoid")(keras.layers.Flatten()(state)))
call = "train_reviews(model, reviews, labels, epochs=8)"
record = train_reviews(reader, texts[:192], opinions[:192], 8)
check.history(
    record,
    8,
    call,
    en="Call model.fit once, with epochs=epochs, and return what it returns.",
    ko="model.fit을 epochs=epochs로 한 번 호출하고, 반환된 것을 그대로 반환하십시오.",
)
facts = check.describe(reader)
check.equal(facts.optimizer, "adam", f"{call}: optimizer")
check.close(
    facts.learning_rate or 0, 0.01, f"{call}: learning rate", rtol=1e-4, en="Adam(0.01)", ko="Adam(0.01)"
)
check.equal(facts.loss, "binary_crossentropy", f"{call}: loss")
unseen = np.array([text + [0] * (10 - len(text)) for text in texts[192:]])
accuracy = float(((check.predict(reader, unseen)[:, 0] > 0.5) == opinions[192:]).mean())
check.at_least(
    accuracy,
    0.9,
    f"{call}: accuracy on new reviews",
    en="Put the zeros behind the words: the model has learned its positions from your rows.",
    ko="0은 단어 뒤에 채우십시오. 모델은 여러분이 만든 행에서 위치를 배웁니다.",
)
check.passed("History of 8 epochs", "Adam 0.01", f"accuracy {accuracy:.2f}")

# %% nbgrader={"grade": true, "grade_id": "train-reviews-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train-reviews")
drawn_labels = rng.permutation(np.tile([0, 1], 200))
extra, epochs = int(rng.integers(1, 5)), int(rng.integers(8, 11))
drawn = [
    [int(2 + 3 * label + rng.integers(3)), *rng.integers(2, 20, 9 + extra + rng.integers(6)).tolist()]
    for label in drawn_labels
]  # all longer than 10: whoever keeps the last words loses the first
check.seed(int(rng.integers(1000)))
numbers = keras.Input((10,), dtype="int32")
places = keras.ops.zeros_like(numbers) + keras.ops.arange(10, dtype="int32")
state = keras.layers.LayerNormalization()(
    keras.layers.Embedding(20, 8)(numbers) + keras.layers.Embedding(10, 8)(places)
)
state = keras.layers.Add()([state, keras.layers.MultiHeadAttention(2, 4)(state, state)])
reader = keras.Model(numbers, keras.layers.Dense(1, activation="sigmoid")(keras.layers.Flatten()(state)))
call = f"train_reviews(model, reviews, labels, epochs={epochs})"
result = train_reviews(reader, [list(text) for text in drawn[:192]], drawn_labels[:192], epochs)
check.history(result, epochs, call)
found = check.describe(reader)
check.equal(
    (found.optimizer, found.loss, found.metrics),
    ("adam", "binary_crossentropy", ("accuracy",)),
    f"{call}: compile",
)
check.close(
    found.learning_rate or 0, 0.01, f"{call}: learning rate", rtol=1e-4, en="Adam(0.01)", ko="Adam(0.01)"
)
first_ten = np.array([text[:10] for text in drawn[192:]])
check.at_least(
    float(((check.predict(reader, first_ten)[:, 0] > 0.5) == drawn_labels[192:]).mean()),
    0.9,
    f"{call}: accuracy on new reviews",
    en="A review that is too long keeps its first words, not its last.",
    ko="너무 긴 영화평은 마지막이 아니라 앞의 단어를 남겨야 합니다.",
)
check.passed(f"History of {epochs} epochs", "model has learned")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# How often is it right on the test reviews, and what does an epoch cost beside the bidirectional LSTM of chapter 07? We build that network again and give it rows of 300 words, as it had them there. Each network gets five batches three times; the fastest time counts, multiplied up to one epoch. (The first is slow, for it builds the graph as well.)

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 테스트 영화평을 얼마나 맞히고, 7장의 양방향 LSTM과 비교하면 에포크당 시간은 얼마나 걸립니까? 그 신경망을 다시 만들고, 7장에서처럼 300단어짜리 행을 줍니다. 두 신경망을 각각 배치 다섯 개로 세 번씩 훈련해, 가장 짧은 시간을 한 에포크로 환산합니다. (처음에는 그래프도 만들어야 하므로 느립니다.)

# %%
test_loss, test_accuracy = network.evaluate(x_test_padded, y_test, batch_size=500, verbose=0)
print(f"test accuracy {test_accuracy:.4f}")
lstm_network = keras.Sequential(
    [
        keras.Input(shape=(None,)),
        keras.layers.Embedding(num_words, 32, mask_zero=True),
        keras.layers.SpatialDropout1D(0.3),
        keras.layers.Bidirectional(keras.layers.LSTM(32)),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)


# %%
def seconds_per_epoch(model, rows):
    """Train on a few rows three times, and multiply the fastest time up to all training reviews."""
    model.compile(optimizer="adam", loss="binary_crossentropy")
    times = []
    for _ in range(3):
        start = time.perf_counter()
        model.fit(rows, y_fit[: len(rows)], batch_size=batch_size, verbose=0)
        times.append(time.perf_counter() - start)
    return min(times) * len(x_fit) / len(rows)


# %% alt.en="Two horizontal bars of seconds per epoch: the Transformer's is shorter than the bidirectional LSTM's." alt.ko="에포크당 시간(초)을 나타낸 가로 막대 두 개. 트랜스포머의 막대가 양방향 LSTM의 막대보다 짧습니다."
num_rows = 5 * batch_size
lstm_rows = keras.utils.pad_sequences(x_train[:num_rows], maxlen=300 if max_length == 200 else 48)
seconds = pd.Series(
    {
        "bidirectional LSTM": seconds_per_epoch(lstm_network, lstm_rows),
        "Transformer": seconds_per_epoch(keras.models.clone_model(network), x_fit[:num_rows]),
    }
)
bars = seconds.plot.barh(figsize=(6, 1.6), color=[BLUE, ORANGE], xlim=(0, 1.2 * seconds.max()))
bars.bar_label(bars.containers[0], fmt="%.1f", padding=3)
bars.set_xlabel("seconds per epoch")
plt.show()

# %% [markdown] lang="en"
# On IMDB the accuracy is within 0.01 of chapter 07's, although the network reads only the last 200 words, and an epoch takes less time on an ordinary processor. An LSTM has to finish each word before it begins the next; attention deals with all words in a few large matrix products. On a graphics card the difference is usually larger still. But the $n^2$ pairs eat it up as texts grow longer: with 300 words this Transformer, too, has more than twice as many pairs to weigh.
#
# > **Note.** It is not *better* than the LSTM, nor than the bag of words of chapter 07. With 20,000 reviews to learn from, it can't be expected to. Transformers shine when there is a great deal of text; see "What comes next".

# %% [markdown] lang="ko"
# IMDB에서는 마지막 200단어만 읽고도 정확도가 7장과 0.01 이내로 비슷하고, 평범한 프로세서에서 에포크당 시간은 더 짧습니다. LSTM은 한 단어를 끝내야 다음 단어를 시작하지만, 어텐션은 큰 행렬 곱 몇 번으로 모든 단어를 처리합니다. 그래픽 카드에서는 차이가 대개 더 커집니다. 그러나 글이 길어질수록 $n^2$개의 쌍이 이 이득을 잡아먹습니다. 300단어라면 이 트랜스포머가 다룰 쌍도 두 배가 넘습니다.
#
# > **참고.** LSTM이나 7장의 BoW보다 *더 나은* 것은 아닙니다. 영화평 20,000개로 배워서는 그러기를 기대하기 어렵습니다. 트랜스포머는 글이 아주 많을 때 빛납니다. "다음에 오는 것"에서 다룹니다.

# %% [markdown] lang="en"
# ## 8 · Predict, and look inside
#
# We write a review of our own, number its words as IMDB does (rank + 3, with 1 at the start), and ask the network.

# %% [markdown] lang="ko"
# ## 8 · 예측하고 들여다보기
#
# 영화평을 직접 써서 IMDB의 방식대로 번호를 매기고(순위 + 3, 처음은 1) 신경망에 물어봅니다.

# %%
my_text = "the music is wonderful but the story is dull and the ending is boring"
my_review = my_text.split()
my_ranks = [word_index.get(word, num_words) + 3 for word in my_review]
my_numbers = [1, *(number if number < num_words else 2 for number in my_ranks)]
my_row = keras.utils.pad_sequences([my_numbers], maxlen=max_length, padding="post")
print(f"positive: {float(network(my_row)[0, 0]):.2f}")

# %% [markdown] lang="en"
# Where did it look? We fetch what the block received, the words with their positions, by a model that ends there, and call the trained attention layer on it once more, this time for its weights. Nothing is trained again: the layers are shared.

# %% [markdown] lang="ko"
# 신경망은 어디를 보았습니까? 블록에 들어간 것, 곧 위치를 더한 단어 벡터를 거기에서 끝나는 모델로 꺼내고, 훈련된 어텐션 층을 그 값에 대해 한 번 더 호출해 이번에는 가중치를 받습니다. 다시 훈련하는 것은 없습니다. 층을 함께 쓸 뿐입니다.

# %% alt.en="Two heat maps, one a head: queries in rows and keys in columns over the words of the review. Most rows are nearly even; the rows of the words of opinion are not." alt.ko="헤드마다 하나씩 히트맵 두 개. 영화평의 단어에 대해 행은 쿼리, 열은 키입니다. 대부분의 행은 거의 고르고, 의견을 나타내는 단어의 행은 그렇지 않습니다."
states_model = keras.Model(review_input, word_states)
my_states, my_mask = states_model(my_row), (my_row != 0)[:, None, :]
_, my_weights = attention_layer(my_states, my_states, attention_mask=my_mask, return_attention_scores=True)
num_shown = len(my_numbers)
shown_weights = my_weights[0, :, :num_shown, :num_shown].numpy()
attention.draw_weights(["(start)", *my_review], shown_weights)
plt.show()

# %% [markdown] lang="en"
# Each row adds up to 1, so with 15 words (the start counts too) an even share is 0.07. On IMDB most rows are close to that: such a word takes in the mean of all words, and no order matters to a mean. What stands out are the rows of the opinions: *wonderful* looks at *dull* and *boring*, and these two look at *wonderful*. How much attention does each word receive, in the mean over all queries and both heads?

# %% [markdown] lang="ko"
# 행마다 합이 1이므로, 단어가 시작까지 15개일 때 고르게 나눈 몫은 0.07입니다. IMDB에서는 대부분의 행이 이 값에 가깝습니다. 그런 단어는 모든 단어의 평균을 받아들이며, 평균에는 순서가 없습니다. 두드러지는 것은 의견을 나타내는 단어의 행입니다. *wonderful*은 *dull*과 *boring*을 보고, 이 두 단어는 *wonderful*을 봅니다. 단어마다 어텐션을 얼마나 받는지, 모든 쿼리와 두 헤드에 대해 평균을 내 봅시다.

# %% alt.en="Bars over the words of the review: the mean attention that each one receives, with a dashed line at equal shares. After IMDB all bars end near the line." alt.ko="영화평의 단어마다 받는 평균 어텐션을 나타낸 막대그래프. 점선은 똑같이 나눌 때의 몫이며, IMDB로 훈련하면 모든 막대가 점선 가까이에서 끝납니다."
received = shown_weights.mean(axis=(0, 1))
plt.figure(figsize=(8, 2.2))
plt.bar(range(num_shown), received, color=PINK)
plt.axhline(1 / num_shown, linestyle="--", color="0.5")
plt.xticks(range(num_shown), ["(start)", *my_review], rotation=45, ha="right")
plt.ylabel("mean weight")
plt.show()

# %% [markdown] lang="en"
# > **Caution.** Attention weights show where a layer looked, not why the network decided. Values may cancel each other, the skip connection carries every word past the attention, and the dense layers do their part.

# %% [markdown] lang="ko"
# > **주의.** 어텐션 가중치는 층이 어디를 보았는지를 나타낼 뿐, 신경망이 왜 그렇게 판단했는지를 나타내지는 않습니다. 값끼리 서로 지워 버릴 수 있고, 스킵 연결은 모든 단어를 어텐션 옆으로 지나가게 하며, 밀집층도 제 몫을 합니다.

# %% [markdown] lang="en"
# To learn what a word does to the answer, take it out and ask again. Near 0 and 1 a probability hardly moves, so we compare the *logit*, the number that goes into the sigmoid. On IMDB all words receive about the same attention, and yet only a few move the answer.

# %% [markdown] lang="ko"
# 어떤 단어가 답에 미치는 영향을 알려면 그 단어를 빼고 다시 물어보십시오. 0이나 1 가까이에서는 확률이 거의 움직이지 않으므로, 시그모이드에 들어가는 수인 *로짓*(logit)을 비교합니다. IMDB에서는 모든 단어가 어텐션을 비슷하게 받는데도, 답을 움직이는 단어는 몇 개뿐입니다.

# %% alt.en="Bars over the words of the review: how much the logit of positive changes when the word is taken out. After IMDB, without dull or boring it rises far, without wonderful it falls, and the other words hardly matter." alt.ko="영화평의 단어마다 그 단어를 뺐을 때 긍정의 로짓이 얼마나 달라지는지를 나타낸 막대그래프. IMDB로 훈련하면 dull이나 boring을 뺄 때 크게 오르고 wonderful을 뺄 때 내리며, 나머지 단어는 거의 영향이 없습니다."
without = [my_numbers[:place] + my_numbers[place + 1 :] for place in range(1, num_shown)]
without_rows = keras.utils.pad_sequences(without, maxlen=max_length, padding="post")
answers_without = network(np.concatenate([my_row, without_rows]))[:, 0].numpy().astype(float)
logits = np.log(answers_without / (1 - answers_without))
effect = logits[1:] - logits[0]
plt.figure(figsize=(8, 2.2))
plt.bar(range(len(my_review)), effect, color=np.where(effect > 0, BLUE, ORANGE))
plt.xticks(range(len(my_review)), my_review, rotation=45, ha="right")
plt.ylabel("change of the logit")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 8 · Without positions (2 points, marked by a person)
#
# A classmate leaves the position embedding out of this chapter's network: fewer parameters, and on IMDB the accuracy stays nearly the same. Take the two reviews "it is not good, it is bad" and "it is not bad, it is good".
#
# Can the classmate's network tell them apart? Go through it part by part (embedding, attention, normalization and dense layers, mean) and say what swapping two words does to each. Why does a bidirectional LSTM need no position embedding? And why can the accuracy stay nearly the same even so? Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 위치가 없다면(2점, 사람이 채점)
#
# 한 친구가 이 장의 신경망에서 위치 임베딩을 뺐습니다. 파라미터가 줄었고 IMDB의 정확도는 거의 그대로입니다. 두 영화평 "it is not good, it is bad"와 "it is not bad, it is good"을 생각해 봅시다.
#
# 친구의 신경망은 이 둘을 구별할 수 있습니까? 신경망을 부분별로(임베딩, 어텐션, 정규화와 밀집층, 평균) 따라가며 두 단어의 자리를 바꾸면 각 부분에서 어떤 일이 일어나는지 쓰십시오. 양방향 LSTM에는 왜 위치 임베딩이 필요 없습니까? 그런데도 정확도가 거의 그대로일 수 있는 까닭은 무엇입니까? 여섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "without-positions", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** No, it gives both reviews exactly the same probability. The embedding gives a word the same row wherever it stands. In the attention each word's result is a sum over all words, weighted by scores that depend on the words alone, and a sum has no order: swap two words, and their results swap along with them. Normalization and the dense layers treat each position for itself, so they swap too, and the mean over all positions doesn't notice. An LSTM reads one word after the other into a state that is changed each time, so the order is built into its calculation. The accuracy can stay, because a long review contains so many words of praise or blame that their collection nearly always decides, as the bag of words of chapter 07 showed; only short or twisted sentences need the order.
#
# *Rubric.* 1 point: says that the two reviews get the same answer **and** gives the reason, that attention without positions (a weighted sum) only rearranges its results with the words and the mean removes the arrangement (half a point for the right answer with a reason that covers only one of attention and mean). Half a point: an LSTM has the order in its step-by-step calculation. Half a point: in long reviews the words themselves decide nearly always, so order rarely matters for accuracy.
#
# **모범 답안.** 구별하지 못합니다. 두 영화평에 똑같은 확률을 줍니다. 임베딩은 단어가 어디에 있든 같은 행을 줍니다. 어텐션에서 단어의 결과는 모든 단어에 대한 가중합이고 그 가중치는 단어들에만 달려 있습니다. 합에는 순서가 없으므로 두 단어의 자리를 바꾸면 결과도 자리만 바뀝니다. 정규화와 밀집층은 위치마다 따로 계산하므로 역시 자리만 바뀌고, 모든 위치의 평균은 달라지지 않습니다. LSTM은 단어를 하나씩 읽어 상태를 차례로 바꾸므로 순서가 계산 자체에 들어 있습니다. 그런데도 정확도가 유지될 수 있는 것은, 긴 영화평에는 칭찬이나 비난의 단어가 아주 많아서 어떤 단어들이 모였는지만으로 거의 언제나 답이 정해지기 때문입니다(7장의 BoW가 보여 주었습니다). 순서가 꼭 필요한 것은 짧거나 꼬인 문장뿐입니다.
#
# *채점 기준.* 1점: 두 영화평의 답이 같다고 쓰고 **그 이유**, 곧 위치가 없는 어텐션(가중합)은 단어와 함께 결과의 자리만 바꾸고 평균이 그 자리를 없앤다는 점을 설명함(답은 맞고 이유가 어텐션과 평균 가운데 하나만 다루면 0.5점). 0.5점: LSTM은 차례로 계산하므로 순서가 계산에 들어 있음. 0.5점: 긴 영화평에서는 거의 언제나 단어만으로 답이 정해져 순서가 정확도에 잘 드러나지 않음.

# %% [markdown] lang="en"
# ## 9 · Improve: what comes next
#
# ### Pre-training and fine-tuning
#
# Our network learned English from 20,000 reviews and one bit each. No wonder that it is no better than a bag of words. What if it had read a library first? Text needs no labels for that: hide a word and let the network guess it. This is *pre-training*, and it is *self-supervised*: the text is its own label. Afterwards a *pretrained language model* (PLM) needs only a little *fine-tuning* on the task, as MobileNet did in chapter 04. BERT, pretrained in this way in 2018, comes to about 0.94 on IMDB after fine-tuning.

# %% [markdown] lang="ko"
# ## 9 · 개선하기: 다음에 오는 것
#
# ### 사전 훈련과 미세 조정
#
# 이 장의 신경망은 영화평 20,000개와 1비트짜리 정답만으로 영어를 배웠습니다. BoW보다 낫지 않은 것도 당연합니다. 먼저 도서관을 통째로 읽었다면 어떻겠습니까? 그러는 데에는 레이블이 필요 없습니다. 단어를 가리고 신경망이 알아맞히게 하면 됩니다. 이것이 *사전 훈련*(pre-training)이며, 글 자체가 정답이 되므로 *자기 지도 학습*(self-supervised learning)입니다. 그렇게 얻은 *사전 훈련된 언어 모델*(pretrained language model, PLM)은 4장의 MobileNet처럼 과제에 맞춘 *미세 조정*(fine-tuning)을 조금만 하면 됩니다. 2018년에 이렇게 사전 훈련한 BERT는 미세 조정을 거쳐 IMDB에서 0.94쯤에 이릅니다.

# %% alt.en="Five boxes joined by arrows: random weights, pre-training on huge amounts of text, fine-tuning on a few thousand examples, reinforcement learning with people's preferences as rewards, assistant." alt.ko="화살표로 이어진 상자 다섯 개. 무작위 가중치, 아주 많은 글로 하는 사전 훈련, 예시 수천 개로 하는 미세 조정, 사람의 선호를 보상으로 하는 강화 학습, 비서 순입니다."
attention.draw_training_stages()
plt.show()

# %% [markdown] lang="en"
# ### LLM and GPT
#
# A *language model* gives every word a probability of coming next. The simplest one counts: which word follows which? Here it is, made from our own small corpus. It looks back one word only, and that shows in what it writes.

# %% [markdown] lang="ko"
# ### LLM과 GPT
#
# *언어 모델*(language model)은 단어마다 다음에 올 확률을 줍니다. 가장 간단한 언어 모델은 어떤 단어 뒤에 어떤 단어가 오는지 셉니다. 우리의 작은 말뭉치로 그런 모델을 만들어 봅시다. 이 모델은 바로 앞 단어 하나만 보며, 쓴 글에서도 그것이 드러납니다.

# %%
followers = {}
for text in datasets.reviews.load_data("en")["text"]:
    for word, after in pairwise([".", *text.lower().replace(".", " . ").split()]):
        followers.setdefault(word, Counter())[after] += 1
dice = np.random.default_rng(3)
written = ["."]
for _ in range(30):
    choices = followers[written[-1]]
    chances = np.array(list(choices.values())) / choices.total()
    written.append(str(dice.choice(list(choices), p=chances)))
print(" ".join(written[1:]))

# %% alt.en="Horizontal bars: the eight most probable words after the word was, in the counted language model." alt.ko="단어를 세어 만든 언어 모델에서 was 다음에 올 확률이 가장 높은 단어 여덟 개의 가로 막대그래프."
after_was = pd.Series(followers["was"]).nlargest(8)[::-1] / followers["was"].total()
after_was.plot.barh(figsize=(5, 2.2), color=GREEN)
plt.xlabel("probability after “was”")
plt.show()

# %% [markdown] lang="en"
# *GPT* (generative pre-trained transformer) is such a model, a stack of the blocks that you know, with the causal mask of section 4, which looks back over thousands of tokens. Writing is the same loop: predict, draw, append, again. With billions of parameters, trained on hundreds of billions of words or more, it is called a *large language model* (LLM). A chat assistant is an LLM that was fine-tuned on conversations, and then with rewards.
#
# > **Caution.** A language model writes what is probable, and that need not be true.

# %% [markdown] lang="ko"
# *GPT*(generative pre-trained transformer)도 이런 모델입니다. 여러분이 아는 블록을 4절의 인과적 마스크와 함께 여러 개 쌓은 것으로, 수천 개의 토큰을 돌아봅니다. 글을 쓰는 방법도 똑같은 되풀이입니다. 예측하고, 하나를 뽑고, 뒤에 붙이고, 다시 예측합니다. 파라미터가 수십억 개 이상이고 수천억 단어가 넘는 글로 훈련한 것을 *대규모 언어 모델*(large language model, LLM)이라고 합니다. 대화형 비서는 LLM을 대화로, 그다음에는 보상으로 미세 조정한 것입니다.
#
# > **주의.** 언어 모델은 그럴듯한 글을 씁니다. 그럴듯한 것이 사실은 아닐 수 있습니다.

# %% [markdown] lang="en"
# ### Reinforcement learning in five words
#
# Rewards belong to the third kind of learning, beside supervised and unsupervised. An *agent* (a player, a robot, a chat assistant) finds itself in a *state* (the board, the camera's picture, the conversation so far). It chooses an *action* (a move, a turn, an answer). The *environment* (the game, the world, the user) answers with a new state and a *reward*. Nobody says which action was right; the agent tries, and learns to act so that the rewards add up to as much as possible.

# %% [markdown] lang="ko"
# ### 다섯 단어로 보는 강화 학습
#
# 보상은 지도 학습, 비지도 학습에 이은 세 번째 학습 방식인 강화 학습(reinforcement learning)의 용어입니다. *에이전트*(agent: 게임 플레이어, 로봇, 대화형 비서)가 어떤 *상태*(state: 판의 모양, 카메라 화면, 지금까지의 대화)에 있습니다. 에이전트는 *행동*(action: 수, 방향 전환, 대답)을 고릅니다. *환경*(environment: 게임, 세계, 사용자)은 새로운 상태와 *보상*(reward)으로 답합니다. 어떤 행동이 정답인지는 아무도 알려 주지 않습니다. 에이전트는 시도하면서 보상의 합이 되도록 커지게 행동하는 법을 배웁니다.

# %% alt.en="Two boxes, agent and environment. An arrow named action leads from the agent to the environment, one named state and reward leads back." alt.ko="에이전트와 환경이라는 상자 두 개. 행동이라는 화살표가 에이전트에서 환경으로, 상태와 보상이라는 화살표가 환경에서 에이전트로 이어집니다."
attention.draw_agent()
plt.show()

# %% [markdown] lang="en"
# ### Super-resolution and style transfer, revisited
#
# Two tasks that chapter 04 pointed at. *Super-resolution* makes a large picture out of a small one. The labels cost nothing here too: take a picture, make it small, and let the network guess the original. Enlarging alone only repeats or blurs pixels; a network adds what is probable there, and like a language model it may be wrong.

# %% [markdown] lang="ko"
# ### 초해상도와 스타일 전이 다시 보기
#
# 4장에서 가리켜 둔 두 과제입니다. *초해상도*(super-resolution)는 작은 그림에서 큰 그림을 만듭니다. 여기서도 레이블이 공짜입니다. 그림을 줄인 다음 신경망이 원래 그림을 알아맞히게 하면 됩니다. 그냥 확대하면 픽셀이 되풀이되거나 흐려질 뿐이지만, 신경망은 거기에 있을 법한 것을 채워 넣습니다. 언어 모델처럼 틀릴 수도 있습니다.

# %% alt.en="Three pictures of a handwritten digit: 4×4 pixels, the same enlarged to 8×8 by bilinear interpolation and blurred, and the original of 8×8 pixels." alt.ko="손글씨 숫자 그림 세 개. 4×4 픽셀, 이것을 쌍선형 보간으로 8×8로 확대해 흐릿한 것, 그리고 원래의 8×8 픽셀입니다."
original = load_digits().images[3][None, :, :, None]
reduced = keras.layers.AveragePooling2D(2)(original)
enlarged = keras.layers.UpSampling2D(2, interpolation="bilinear")(reduced)
stages = {"input": reduced, "plain enlargement": enlarged, "label": original}
_, panels = plt.subplots(1, 3, figsize=(6, 2))
for panel, (title, picture) in zip(panels, stages.items(), strict=True):
    panel.imshow(picture[0, :, :, 0], cmap="gray_r")
    panel.set_title(title)
    panel.axis("off")
plt.show()

# %% [markdown] lang="en"
# *Style transfer* paints the content of one picture in the style of another. Content is which features a convolutional network finds, and *where*. Style is which features occur *together*, anywhere: the dot products of its feature maps, one for each pair (the *Gram matrix*). An optimizer then changes the pixels, not the weights, until both fit. The picture shows why this is style: shuffle all places, and the Gram matrix stays the same.

# %% [markdown] lang="ko"
# *스타일 전이*(style transfer)는 한 그림의 내용을 다른 그림의 화풍으로 그립니다. 내용은 합성곱 신경망이 어떤 특성을 *어디에서* 찾는가입니다. 스타일은 어디에서든 어떤 특성들이 *함께* 나타나는가이며, 특성 맵의 쌍마다 점곱을 구한 것(*그램 행렬*, Gram matrix)입니다. 그다음 옵티마이저가 가중치가 아니라 픽셀을 바꾸어 둘 다 맞춥니다. 왜 이것이 스타일인지는 그림에서 볼 수 있습니다. 모든 위치를 뒤섞어도 그램 행렬은 그대로입니다.

# %% alt.en="Two rows: three feature maps of the digit and their Gram matrix; below, the same maps with all places shuffled alike, and the same Gram matrix." alt.ko="두 줄의 그림. 윗줄은 숫자의 특성 맵 세 개와 그램 행렬, 아랫줄은 위치를 똑같이 뒤섞은 특성 맵과 똑같은 그램 행렬입니다."
digit = original[0, :, :, 0]
maps = np.stack([digit, *(abs(change) for change in np.gradient(digit))]).reshape(3, 64)
shuffled = maps[:, np.random.default_rng(1).permutation(64)]
_, panels = plt.subplots(2, 4, figsize=(6, 3))
for row_of_panels, features in zip(panels, (maps, shuffled), strict=True):
    for panel, feature in zip(row_of_panels, features, strict=False):
        panel.imshow(feature.reshape(8, 8), cmap="gray")
    row_of_panels[3].imshow(features @ features.T, cmap="Blues")
for panel, title in zip(
    panels[0], ("ink", "vertical change", "horizontal change", "Gram matrix"), strict=True
):
    panel.set_title(title, fontsize=8)
for panel in panels.flat:
    panel.axis("off")
plt.show()

# %% [markdown] lang="en"
# ## 10 · Save
#
# The whole network goes into one `.keras` file, and the positions with it, since they are part of the model. As always with text: keep the word index beside it.
#
# Has the network learned what is near and what is far? Then neighbouring positions would have vectors that are alike (cosine near 1). On IMDB they have hardly anything in common. That fits exercise 8: for this task order matters so little that the network makes next to nothing of positions.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 신경망 전체가 `.keras` 파일 하나에 들어갑니다. 위치도 모델의 일부이므로 함께 저장됩니다. 글을 다루는 모델이 늘 그렇듯 단어 인덱스도 곁에 보관하십시오.
#
# 신경망은 무엇이 가깝고 무엇이 먼지 배웠습니까? 그렇다면 이웃한 위치의 벡터가 서로 비슷할 것입니다(코사인이 1에 가깝습니다). IMDB에서는 거의 비슷하지 않습니다. 연습문제 8과 들어맞는 결과로, 이 과제에서는 순서가 별로 중요하지 않아 신경망이 위치를 거의 쓰지 않습니다.

# %% alt.en="Curve of how alike the learned vectors of positions are, against the distance of the positions: 1 at distance 0, and after IMDB close to 0 from distance 1 on." alt.ko="위치 사이의 거리에 따라, 학습된 위치 벡터가 얼마나 비슷한지를 나타낸 곡선. 거리 0에서 1이고, IMDB로 훈련하면 거리 1부터 0에 가깝습니다."
with tempfile.TemporaryDirectory() as folder:
    network.save(Path(folder) / "transformer.keras")
    restored = keras.models.load_model(Path(folder) / "transformer.keras")
print("same answers:", np.allclose(restored(x_test_padded[:20]), network(x_test_padded[:20]), atol=1e-6))
(position_vectors,) = [array for array in restored.get_weights() if array.shape == (max_length, 32)]
unit = position_vectors / np.linalg.norm(position_vectors, axis=1, keepdims=True)
alike = [np.mean(np.sum(unit[distance:] * unit[: max_length - distance], axis=1)) for distance in range(30)]
plt.figure(figsize=(5, 2.2))
plt.plot(alike, ".-", color=BLUE)
plt.xlabel("distance of two positions")
plt.ylabel("cosine of their vectors")
plt.show()

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **Softmax over the wrong axis.** The weights of each *query* add up to 1, so softmax goes over the keys.
# - **`keras.layers.Attention` taken for scaled attention.** It does not divide by $\sqrt{d}$.
# - **A hidden score of 0.** Softmax gives it weight all the same; take a very negative number.
# - **`Embedding(n, width)(keras.ops.arange(n))` in a functional model.** The layer stays outside and is never trained. Count the parameters: if a table is missing, so is the layer.
# - **A mask that gets lost.** `mask_zero=True` marks padding, but `+` and other operations don't hand the mark on. Pass the mask yourself, to the attention and to the mean.
# - **`key_dim` taken for the width of the words.** It is the depth of one head. Two heads for 32 numbers: `key_dim=16`.
# - **"Attention weights explain the decision."** They show where one layer looked.
# - **"A Transformer always beats an LSTM."** On small data and short texts it need not; compare, and name the cost.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **엉뚱한 축의 소프트맥스.** *쿼리*마다 가중치의 합이 1이어야 하므로 소프트맥스는 키에 대해 계산합니다.
# - **`keras.layers.Attention`을 스케일드 어텐션으로 알기.** 이 층은 $\sqrt{d}$로 나누지 않습니다.
# - **가린 점수를 0으로 두기.** 소프트맥스는 점수 0에도 가중치를 줍니다. 아주 작은 음수를 쓰십시오.
# - **함수형 API 모델에서 `Embedding(n, width)(keras.ops.arange(n))`.** 층이 모델 밖에 남아 훈련되지 않습니다. 파라미터를 세어 보십시오. 표 하나만큼 모자라면 그 층이 없는 것입니다.
# - **사라진 마스크.** `mask_zero=True`는 패딩을 표시하지만, `+` 같은 연산은 그 표시를 넘겨주지 않습니다. 어텐션과 평균에 마스크를 직접 넘기십시오.
# - **`key_dim`을 단어 벡터의 크기로 알기.** 헤드 하나의 깊이입니다. 수 32개에 헤드가 둘이면 `key_dim=16`입니다.
# - **"어텐션 가중치가 판단을 설명한다."** 층 하나가 어디를 보았는지 나타낼 뿐입니다.
# - **"트랜스포머는 언제나 LSTM보다 낫다."** 데이터가 적고 글이 짧으면 그렇지 않을 수 있습니다. 비교하고, 비용도 함께 적으십시오.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - saw the bottleneck between encoder and decoder, and how attention removes it,
# - calculated scaled dot-product attention, with heads and masks, to the same numbers as Keras,
# - gave words their positions, by waves and by an embedding that belongs to the model,
# - built a one-block Transformer, trained it, compared it with chapter 07's LSTM, and looked at its weights,
# - placed pre-training, fine-tuning, LLM, GPT, reinforcement learning, super-resolution and style transfer on a map.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. What are query, key and value, and where do they come from in self-attention?
# 2. `MultiHeadAttention(4, 16)` on words of 64 numbers: how many parameters?
# 3. The scores of three positions are 0, 0 and 0, and the third is padding. Which weights are right?
# 4. How many pairs does attention score for 300 words, and how many for 600?
# 5. Name the five words of reinforcement learning for a game of chess.

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 인코더와 디코더 사이의 병목과, 어텐션이 그것을 없애는 방법을 보았습니다.
# - 스케일드 점곱 어텐션을 헤드와 마스크까지 계산해 Keras와 같은 수를 얻었습니다.
# - 사인파로, 그리고 모델에 속한 임베딩으로 단어에 위치를 주었습니다.
# - 블록 하나짜리 트랜스포머를 만들어 훈련하고, 7장의 LSTM과 비교하고, 가중치를 들여다보았습니다.
# - 사전 훈련, 미세 조정, LLM, GPT, 강화 학습, 초해상도, 스타일 전이를 지도에 놓았습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. 쿼리, 키, 값은 무엇이며 셀프 어텐션에서는 어디에서 나옵니까?
# 2. 단어마다 수가 64개일 때 `MultiHeadAttention(4, 16)`의 파라미터는 몇 개입니까?
# 3. 위치 세 곳의 점수가 0, 0, 0이고 세 번째 위치는 패딩입니다. 올바른 가중치는 무엇입니까?
# 4. 어텐션은 300단어에서 몇 쌍의 점수를 매깁니까? 600단어에서는 몇 쌍입니까?
# 5. 체스 게임에서 강화 학습의 다섯 단어는 각각 무엇에 해당합니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - D. Bahdanau, K. Cho, Y. Bengio (2014): [Neural Machine Translation by Jointly Learning to Align and Translate](https://arxiv.org/abs/1409.0473). Where attention comes from.
# - A. Vaswani and others (2017): [Attention Is All You Need](https://arxiv.org/abs/1706.03762). The Transformer.
# - J. Devlin and others (2018): [BERT](https://arxiv.org/abs/1810.04805). Pre-training and fine-tuning.
# - S. Jain, B. C. Wallace (2019): [Attention is not Explanation](https://arxiv.org/abs/1902.10186).
# - R. S. Sutton, A. G. Barto (2018): [Reinforcement Learning: An Introduction](http://incompleteideas.net/book/the-book.html).
# - L. A. Gatys, A. S. Ecker, M. Bethge (2015): [A Neural Algorithm of Artistic Style](https://arxiv.org/abs/1508.06576).
#
# ## Recall answers
#
# 1. What is asked, what it is compared with, and what is handed over. In self-attention all three are made from the vectors of the same text, each by a matrix and a bias of its own.
# 2. Four times $64 \cdot 64 + 64$: 16,640.
# 3. 0.5, 0.5 and 0.
# 4. 90,000, and 360,000: twice the words, four times the pairs.
# 5. Agent: the player. Environment: board, rules and opponent. State: the position. Action: a move. Reward: win, draw or loss at the end.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - D. Bahdanau, K. Cho, Y. Bengio (2014): [Neural Machine Translation by Jointly Learning to Align and Translate](https://arxiv.org/abs/1409.0473). 어텐션이 처음 나온 논문입니다.
# - A. Vaswani 외 (2017): [Attention Is All You Need](https://arxiv.org/abs/1706.03762). 트랜스포머 논문입니다.
# - J. Devlin 외 (2018): [BERT](https://arxiv.org/abs/1810.04805). 사전 훈련과 미세 조정을 다룹니다.
# - S. Jain, B. C. Wallace (2019): [Attention is not Explanation](https://arxiv.org/abs/1902.10186).
# - R. S. Sutton, A. G. Barto (2018): [Reinforcement Learning: An Introduction](http://incompleteideas.net/book/the-book.html).
# - L. A. Gatys, A. S. Ecker, M. Bethge (2015): [A Neural Algorithm of Artistic Style](https://arxiv.org/abs/1508.06576).
#
# ## 질문의 답
#
# 1. 쿼리는 묻는 것, 키는 견주어 보는 것, 값은 건네주는 것입니다. 셀프 어텐션에서는 셋 다 같은 글의 벡터에 저마다의 가중치 행렬을 곱하고 편향을 더해 만듭니다.
# 2. $64 \cdot 64 + 64$의 네 배, 16,640개입니다.
# 3. 0.5, 0.5, 0입니다.
# 4. 90,000쌍과 360,000쌍입니다. 단어가 두 배이면 쌍은 네 배입니다.
# 5. 에이전트는 선수, 환경은 판과 규칙과 상대, 상태는 판의 형세, 행동은 한 수, 보상은 마지막의 승, 무, 패입니다.
