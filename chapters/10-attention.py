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
# # Attention

# %% [markdown] lang="ko"
# # 어텐션

# %% lang="en"
# Once, in a new environment: %pip install hiddenlayers-*.whl (the wheel is in the course kit)
import hiddenlayers

hiddenlayers.start("en")

# %% lang="ko"
# 새 환경에서 한 번만 실행합니다: %pip install hiddenlayers-*.whl (휠 파일은 강의 자료 묶음에 있습니다)
import hiddenlayers

hiddenlayers.start("ko")

# %%
import keras
import numpy as np

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
    batch, num_queries, num_keys, depth = (int(number) for number in rng.permutation([3, 4, 5, 7]))
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
    batch, num_queries, num_keys, heads, depth = (int(number) for number in rng.permutation([2, 3, 4, 5, 6]))
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
    batch, n, width, heads, depth = (int(number) for number in rng.permutation([2, 3, 4, 5, 6]))
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
for _ in range(3):
    length, width = int(rng.integers(2, 60)), 2 * int(rng.integers(1, 12))
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
check.passed("3 drawn tables")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 6 · Build a Transformer (3 points)
#
# The text built one block for two answers. Write a function that stacks blocks, for any number of classes: `build_transformer(num_words, length, width, num_heads, hidden_units, num_classes)`.
#
# - The input is a batch of sequences of exactly `length` word numbers from 0 to `num_words - 1`; begin with `keras.Input(shape=(length,), dtype="int32")`. 0 is padding, and each sequence holds at least one word. Padding may stand anywhere in it.
# - An embedding of `num_words` words and a learned embedding of the `length` positions, each with `width` numbers, are added.
# - `hidden_units` is a list of one or more whole numbers. For each, in that order, one block: `MultiHeadAttention` with `num_heads` heads and `key_dim=width // num_heads` (no remainder), in which all words look at all words but nobody looks at padding; its result is added to what came in, then `LayerNormalization`; then a `Dense` layer with that many units and ReLU, and one with `width` units and no activation, whose result is added to what came out of the first normalization; then `LayerNormalization` again.
# - The mean over the positions that hold a word; padding does not count. Last, `Dense(num_classes)` with softmax.
# - There is no dropout, and all settings not named here stay as Keras has them. Return the model, Functional or subclassed, with its weights built. It need not be compiled.
#
# The checks build small models, count their parameters, and calculate the output of one block again from its weights.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 트랜스포머 만들기(3점)
#
# 본문에서는 블록 하나로 두 가지 답을 구분했습니다. 이번에는 블록을 여러 개 쌓고 클래스의 개수도 정할 수 있는 함수 `build_transformer(num_words, length, width, num_heads, hidden_units, num_classes)`를 작성하십시오.
#
# - 입력은 정확히 `length`개의 단어 번호로 된 시퀀스의 배치입니다. 번호는 0부터 `num_words - 1`까지입니다. `keras.Input(shape=(length,), dtype="int32")`로 시작하십시오. 0은 패딩이고, 시퀀스마다 단어가 하나 이상 있습니다. 패딩은 시퀀스의 어디에나 있을 수 있습니다.
# - 단어 `num_words`개의 임베딩과 위치 `length`개의 학습되는 임베딩을 더합니다. 둘 다 크기는 `width`입니다.
# - `hidden_units`는 하나 이상의 정수로 된 리스트입니다. 수마다 차례로 블록을 하나씩 놓습니다. 먼저 `MultiHeadAttention`을 헤드 `num_heads`개, `key_dim=width // num_heads`(나누어떨어집니다)로 놓습니다. 모든 단어가 모든 단어를 보지만 패딩은 아무도 보지 않습니다. 그 결과를 블록에 들어온 것에 더하고 `LayerNormalization`을 적용합니다. 그다음 유닛이 그 수만큼 있고 활성화 함수가 ReLU인 `Dense` 층과, 유닛이 `width`개이고 활성화 함수가 없는 `Dense` 층을 놓고, 그 결과를 첫 번째 정규화에서 나온 것에 더한 뒤 다시 `LayerNormalization`을 적용합니다.
# - 단어가 있는 위치에 대해서만 평균을 구합니다. 패딩은 세지 않습니다. 마지막은 소프트맥스를 쓰는 `Dense(num_classes)`입니다.
# - 드롭아웃은 없으며, 여기에 적지 않은 설정은 Keras의 기본값 그대로 둡니다. 함수형 API나 서브클래스로 만든, 가중치가 있는 모델을 반환합니다. 컴파일하지 않아도 됩니다.
#
# 검사에서는 작은 모델을 만들어 파라미터를 세고, 블록이 하나인 모델의 출력을 가중치로 다시 계산해 비교합니다.


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
attention, norms = 4 * (8 * 8 + 8), 2 * 16
blocks = [attention + norms + 8 * units + units + units * 8 + 8 for units in (12, 16)]
check.equal(
    check.describe(small).parameters,
    30 * 8 + 9 * 8 + sum(blocks) + 8 * 3 + 3,
    f"{call}.count_params()",
    en="72 too few: the position embedding was called on plain numbers and is no part of the model; make its input "
    "depend on the model's input. Otherwise: two blocks, each with attention, two Dense layers and two normalizations.",
    ko="72개가 모자라면 위치 임베딩을 그냥 수에 대해 호출해서 모델의 일부가 되지 못한 것입니다. 그 입력이 모델의 입력에서 나오게 하십시오. "
    "그렇지 않으면 블록이 두 개인지, 블록마다 어텐션, Dense 층 두 개, 정규화 두 개가 있는지 확인하십시오.",
)
sentence = np.array(
    [[5, 17, 8, 0, 0, 0, 0, 0, 0], [8, 17, 5, 0, 0, 0, 0, 0, 0], [5, 17, 8, 2, 2, 2, 2, 2, 2]]
)
chances = check.predict(small, sentence)
check.array(chances, f"{call}(words)", shape=(3, 3))
check.close(
    chances.sum(axis=1),
    np.ones(3),
    f"{call}(words).sum(axis=1)",
    rtol=1e-4,
    en="The last layer is softmax.",
    ko="마지막 층은 소프트맥스입니다.",
)
check.that(
    float(np.abs(chances[0] - chances[1]).max()) > 1e-5,
    f"{call}: the words 5, 17, 8 and 8, 17, 5 give the same answer. Add the position embedding to the words.",
    f"{call}: 단어 5, 17, 8과 8, 17, 5의 답이 같습니다. 단어 임베딩에 위치 임베딩을 더하십시오.",
)
check.passed("2 blocks", "softmax", "order matters")

# %% nbgrader={"grade": true, "grade_id": "build-transformer-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("build-transformer")
heads, depth = int(rng.integers(2, 4)), int(rng.integers(3, 5))
width, units = heads * depth, int(rng.integers(15, 20))
num_words, length, classes = int(rng.integers(24, 40)), int(rng.integers(6, 9)), int(rng.integers(3, 6))
length += length == width  # every kernel has a shape of its own
call = f"build_transformer({num_words}, {length}, {width}, {heads}, [{units}], {classes})"
check.seed(int(rng.integers(1000)))
built = check.model(build_transformer(num_words, length, width, heads, [units], classes), call)
parameters = (num_words + length) * width + 4 * (width**2 + width) + 4 * width
parameters += 2 * width * units + units + width + (width + 1) * classes
check.equal(check.describe(built).parameters, parameters, f"{call}.count_params()")

arrays = check.weights(built)


def kernels(*shape):
    """The model's weights of one shape; biases are 0 and normalizations 1 before training."""
    return [array for array in arrays if array.shape == shape]


parts = {
    "words": kernels(num_words, width),
    "positions": kernels(length, width),
    "query, key, value": kernels(width, heads, depth),
    "output": kernels(heads, depth, width),
    "hidden": kernels(width, units),
    "back": kernels(units, width),
    "classes": kernels(width, classes),
}
check.equal(
    {name: len(found) for name, found in parts.items()},
    {name: 3 if "query" in name else 1 for name in parts},
    f"{call}: weights",
    en="Take keras.layers.MultiHeadAttention with num_heads heads of width // num_heads numbers.",
    ko="keras.layers.MultiHeadAttention에 헤드 num_heads개, 크기 width // num_heads를 쓰십시오.",
)


def normalized(rows):
    centred = rows - rows.mean(axis=-1, keepdims=True)
    return centred / np.sqrt(rows.var(axis=-1, keepdims=True) + 1e-3)


ids = rng.integers(1, num_words, size=(6, length))
for row in range(1, 6):
    ids[row, rng.permutation(length)[: int(rng.integers(1, length))]] = 0
real = ids != 0
rows = parts["words"][0][ids] + parts["positions"][0]
query, key, value = (np.einsum("bnw,whd->bhnd", rows, kernel) for kernel in parts["query, key, value"])
scores = np.where(real[:, None, None], query @ np.swapaxes(key, 2, 3) / depth**0.5, -1e9)
powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
heard = powers / powers.sum(axis=-1, keepdims=True) @ value
rows = normalized(rows + np.einsum("bhnd,hdw->bnw", heard, parts["output"][0]))
rows = normalized(rows + np.maximum(rows @ parts["hidden"][0], 0) @ parts["back"][0])
mean = (rows * real[..., None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
powers = np.exp(mean @ parts["classes"][0])
check.close(
    check.predict(built, ids),
    powers / powers.sum(axis=1, keepdims=True),
    f"{call}(words)",
    rtol=0,
    atol=1e-4,
    en="Nobody looks at padding, and the mean leaves it out; each half of a block adds to what came in and normalizes afterwards.",
    ko="패딩은 아무도 보지 않고 평균에서도 빠집니다. 블록의 앞뒤 절반은 저마다 들어온 것에 결과를 더한 다음 정규화합니다.",
)

drawn_units = [int(number) for number in rng.choice(np.arange(5, 30), size=3, replace=False)]
call = f"build_transformer({num_words}, {length}, {width}, {heads}, {drawn_units}, {classes})"
stacked = check.model(build_transformer(num_words, length, width, heads, list(drawn_units), classes), call)
parameters = (num_words + length) * width + (width + 1) * classes
parameters += sum(4 * (width**2 + width) + 5 * width + (2 * width + 1) * number for number in drawn_units)
check.equal(
    check.describe(stacked).parameters,
    parameters,
    f"{call}.count_params()",
    en="One block with layers of its own for each entry of hidden_units.",
    ko="hidden_units의 항목마다 자기 층을 가진 블록이 하나씩 있어야 합니다.",
)
check.passed("1 block from its weights", "3 blocks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 7 · Train on reviews of any length (2 points)
#
# Reviews come as lists of different lengths, a model takes rows of one length. Write `train_reviews(model, reviews, labels, epochs)`, which does the whole of it:
#
# - `model` is not compiled. It takes word numbers of shape `(batch, length)`, you find `length` as `model.input_shape[1]`, and it ends in one sigmoid unit. It learns its positions.
# - `reviews` is a list of lists of whole numbers from 1 on; each has at least one. `labels` is an integer array of zeros and ones, shape `(number of reviews,)`.
# - Bring every review to `length` numbers: a longer one keeps its **first** `length` words, a shorter one gets zeros **behind** its words.
# - Compile the model with Adam at a learning rate of 0.01, binary cross-entropy, and the accuracy metric (`"accuracy"`), all by Keras.
# - Train this very model for exactly `epochs` epochs in one call of `fit`, with a batch size of 32, the reviews shuffled (as `fit` does by itself), without validation and callbacks. Return the `History`.
#
# The checks bring small problems: 200 reviews whose first word decides, 10 positions, a small attention network, 8 to 10 epochs. On new reviews the accuracy has to be at least 0.9; a right answer is close to 1.

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
# 검사는 작은 문제를 씁니다. 첫 단어로 답이 정해지는 영화평 200개를 위치가 10개인 작은 어텐션 신경망으로 8~10 에포크 동안 훈련합니다. 새 영화평에서 정확도가 0.9 이상이어야 합니다. 바르게 작성했다면 1에 가깝습니다.


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
record = train_reviews(reader, texts[:200], opinions[:200], 8)
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
unseen = np.array([text + [0] * (10 - len(text)) for text in texts[200:]])
accuracy = float(((check.predict(reader, unseen)[:, 0] > 0.5) == opinions[200:]).mean())
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
result = train_reviews(reader, [list(text) for text in drawn[:200]], drawn_labels[:200], epochs)
check.history(result, epochs, call)
found = check.describe(reader)
check.equal(
    (found.optimizer, found.loss, found.metrics),
    ("adam", "binary_crossentropy", ("accuracy",)),
    f"{call}: compile",
)
first_ten = np.array([text[:10] for text in drawn[200:]])
check.at_least(
    float(((check.predict(reader, first_ten)[:, 0] > 0.5) == drawn_labels[200:]).mean()),
    0.9,
    f"{call}: accuracy on new reviews",
    en="A review that is too long keeps its first words, not its last.",
    ko="너무 긴 영화평은 마지막이 아니라 앞의 단어를 남겨야 합니다.",
)
check.passed(f"History of {epochs} epochs", "model has learned")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 8 · Without positions (2 points, marked by a person)
#
# A classmate leaves the position embedding out of this chapter's network: fewer parameters, and on IMDB the accuracy stays nearly the same. Take the two reviews "it is not good, it is bad" and "it is not bad, it is good".
#
# Can the classmate's network tell them apart? Go through it part by part (embedding, attention, normalization and dense layers, mean) and say what swapping two words does to each. Why does a bidirectional LSTM need no position embedding? And why may the accuracy stay nearly the same all the same? Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 위치가 없다면(2점, 사람이 채점)
#
# 한 친구가 이 장의 신경망에서 위치 임베딩을 뺐습니다. 파라미터가 줄었고 IMDB의 정확도는 거의 그대로입니다. 두 영화평 "it is not good, it is bad"와 "it is not bad, it is good"를 생각해 봅시다.
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
