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
# # Film reviews: good or bad?
#
# **150 minutes · 20 points**
#
# You will build a network that reads a film review word by word, from both ends, and says whether its writer liked the film. Trained on 20,000 reviews from IMDB, it is right on more than 86 of 100 reviews that it has never seen. Then you will carry it over to Korean, where even the question what a word is has another answer.
#
# After this chapter you can
#
# - turn text into numbers: clean it, cut it into tokens, count them in a bag of words, or number them in a sequence,
# - deal with words that a vocabulary does not know, and decode a review from IMDB,
# - bring sequences of different lengths into one batch by padding, truncation and masking,
# - build a classifier out of `Embedding`, bidirectional LSTM and sigmoid, and train it with early stopping and checkpoints,
# - judge it beside a simple baseline, and say what it does with negation, contrast and irony,
# - say what changes when the language is Korean.
#
# **Before you start:** Python strings, lists and dictionaries; from chapters 00 and 01 sigmoid, binary cross-entropy, overfitting and early stopping; from chapter 05 the LSTM.

# %% [markdown] lang="ko"
# # 영화평 감성 분석: 좋았을까, 나빴을까
#
# **150분 · 20점**
#
# 이 장에서는 영화평을 앞에서부터, 그리고 뒤에서부터 한 단어씩 읽고 글쓴이가 영화를 좋게 보았는지 답하는 신경망을 만듭니다. IMDB 영화평 20,000개로 훈련한 이 신경망은 처음 보는 영화평 100개 가운데 86개 넘게 맞힙니다. 그다음에는 같은 방법을 한국어로 옮깁니다. 한국어에서는 무엇을 단어로 볼지부터 다시 생각해야 합니다.
#
# 이 장을 마치면 다음을 할 수 있습니다.
#
# - 텍스트를 수로 바꿉니다. 정제하고, 토큰으로 나누고, BoW로 세거나 번호를 매겨 시퀀스로 만듭니다.
# - 어휘 사전에 없는 단어를 처리하고, IMDB 영화평을 다시 글로 옮깁니다.
# - 길이가 서로 다른 시퀀스를 패딩, 잘라 내기, 마스킹으로 한 배치에 담습니다.
# - `Embedding`, 양방향 LSTM, 시그모이드로 분류 모델을 만들고, 조기 종료와 체크포인트를 써서 훈련합니다.
# - 간단한 기준 모델과 견주어 평가하고, 부정, 대조, 반어를 어떻게 처리하는지 설명합니다.
# - 한국어에서는 무엇이 달라지는지 설명합니다.
#
# **미리 알아 둘 것:** 파이썬의 문자열, 리스트, 딕셔너리, 그리고 0장과 1장에서 배운 시그모이드, 이진 교차 엔트로피, 과대적합, 조기 종료와 5장에서 배운 LSTM입니다.

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
import json
import re
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from hiddenlayers import datasets
from hiddenlayers.pictures import BLUE, GREEN, ORANGE, STYLE
from hiddenlayers.pictures.text import draw_bidirectional, draw_chain

keras.utils.set_random_seed(1)
plt.rcParams.update(STYLE)

# %% [markdown] lang="en"
# ## 1 · Frame the problem
#
# You ask a loudspeaker for the weather and it answers. Between your voice and its voice lies a chain: *speech recognition* turns sound into text, *natural language understanding* finds out what the text means, the application decides what to answer, *natural language generation* puts the answer into words, and *speech synthesis* speaks them. Everything between the two ends is *natural language processing*.
#
# This chapter works in one link of the chain. *Sentiment analysis* is a small piece of understanding: given a text, is its writer pleased or not?

# %% [markdown] lang="ko"
# ## 1 · 문제 정의하기
#
# 스피커에 날씨를 물으면 스피커가 대답합니다. 여러분의 목소리와 스피커의 목소리 사이에는 여러 단계가 이어져 있습니다. *음성 인식*(speech recognition)이 소리를 텍스트로 바꾸고, *자연어 이해*(natural language understanding)가 텍스트의 뜻을 알아내고, 응용 프로그램이 무엇을 답할지 정하고, *자연어 생성*(natural language generation)이 답을 문장으로 만들고, *음성 합성*(speech synthesis)이 그 문장을 소리로 읽습니다. 양 끝 사이의 일을 통틀어 *자연어 처리*(natural language processing)라고 합니다.
#
# 이 장에서는 그 가운데 한 단계를 다룹니다. *감성 분석*(sentiment analysis)은 자연어 이해의 작은 갈래로, 글쓴이가 만족했는지 아닌지를 글에서 알아내는 일입니다.

# %% alt.en="Five boxes in a row, joined by arrows: speech recognition, natural language understanding, the application decides, natural language generation, speech synthesis. Below the second one: sentiment analysis." alt.ko="화살표로 이어진 상자 다섯 개. 음성 인식, 자연어 이해, 응용 프로그램의 결정, 자연어 생성, 음성 합성이 차례로 놓여 있고, 두 번째 상자 아래에 감성 분석이 있습니다."
draw_chain()
plt.show()

# %% [markdown] lang="en"
# Four questions again, before the first layer is built.
#
# - **What goes in?** A film review, a few words or a few hundred.
# - **What comes out?** One probability that the review is positive: *binary classification*.
# - **Who knows the right answer?** The writers gave stars beside their words. In IMDB, 7 or more out of 10 count as positive, 4 or fewer as negative; those in between were left out.
# - **When is it good?** Half of the reviews are positive, so guessing gives an accuracy of 0.5. We shall also set up a simple baseline that ignores the order of the words, and ask what reading in order adds.
#
# The data is IMDB, 50,000 reviews in English collected by Maas and others in 2011. Without a network connection a small corpus of our own takes its place, composed from phrases; the output says which one you have. With it your results differ from what the text says about IMDB.

# %% [markdown] lang="ko"
# 층을 만들기 전에 이번에도 네 가지 질문에 답해 봅시다.
#
# - **무엇이 들어옵니까?** 영화평입니다. 몇 단어일 수도 있고 몇백 단어일 수도 있습니다.
# - **무엇이 나갑니까?** 긍정적인 영화평일 확률 하나입니다. *이진 분류*(binary classification) 문제입니다.
# - **정답은 누가 압니까?** 글쓴이가 글과 함께 별점을 남겼습니다. IMDB 데이터에서는 10점 만점에 7점 이상이면 긍정, 4점 이하이면 부정이며, 그 사이의 영화평은 뺐습니다.
# - **어떤 모델이 좋은 모델입니까?** 영화평의 절반이 긍정이므로 찍으면 정확도가 0.5입니다. 단어의 순서를 보지 않는 간단한 기준 모델도 함께 만들어, 순서대로 읽으면 무엇이 나아지는지 살펴봅니다.
#
# 데이터는 Maas 등이 2011년에 모은 영어 영화평 50,000개, IMDB입니다. 네트워크에 연결되어 있지 않으면 여러 표현을 조합해 직접 만든 작은 말뭉치를 대신 씁니다. 어느 쪽을 쓰는지는 출력에 나옵니다. 작은 말뭉치를 쓰면 본문에 적힌 IMDB의 결과와는 다르게 나옵니다.

# %%
num_words = 20_000
(x_train, y_train), (x_test, y_test) = datasets.imdb.load_data(num_words)
print(f"share of positive reviews: {y_train.mean():.2f} training, {y_test.mean():.2f} test")
print("the first review begins with", x_train[0][:12])

# %% [markdown] lang="en"
# ## 2 · Look at the data
#
# A review comes as a list of whole numbers, one a word. The *word index* is the dictionary behind them: it gives each word its *rank* by frequency, 1 for the most frequent. Here are the first words of the first review, looked up in two ways.

# %% [markdown] lang="ko"
# ## 2 · 데이터 살펴보기
#
# 영화평은 단어마다 정수 하나씩, 정수의 리스트로 되어 있습니다. 이 정수의 바탕이 되는 사전이 *단어 인덱스*(word index)입니다. 단어마다 자주 나오는 *순위*를 매긴 것으로, 가장 자주 나오는 단어가 1입니다. 첫 영화평의 첫머리를 두 가지 방법으로 찾아봅시다.

# %%
word_index = datasets.imdb.get_word_index()
by_rank = {rank: word for word, rank in word_index.items()}
first = x_train[0][1:11]
readings = {
    "number": first,
    "number as rank": [by_rank.get(n, "?") for n in first],
    "number minus 3": [by_rank[n - 3] for n in first],
}
pd.DataFrame(readings).T

# %% [markdown] lang="en"
# The second row is nonsense, the third makes sense: the numbers are ranks **shifted by 3**. Keras keeps the small numbers for other purposes.
#
# | number | stands for |
# |---|---|
# | 0 | padding: no word at all |
# | 1 | the start of a review |
# | 2 | a word that the vocabulary does not hold |
# | 3 | nothing; it is not used |
# | $r + 3$ | the word of rank $r$ |
#
# > **Common mistake.** Looking numbers up in the word index as they are. Every word comes out as another one, and because frequent words turn into frequent words the text looks almost like a text.

# %% [markdown] lang="ko"
# 둘째 줄은 말이 되지 않고 셋째 줄은 말이 됩니다. 이 정수는 순위에 **3을 더한** 값입니다. Keras가 작은 수를 다른 용도로 쓰기 때문입니다.
#
# | 수 | 뜻 |
# |---|---|
# | 0 | 패딩. 아무 단어도 아님 |
# | 1 | 영화평의 시작 |
# | 2 | 어휘 사전에 없는 단어 |
# | 3 | 쓰지 않음 |
# | $r + 3$ | 순위가 $r$인 단어 |
#
# > **흔한 실수.** 수를 단어 인덱스에서 그대로 찾는 것입니다. 모든 단어가 다른 단어로 바뀌는데, 자주 나오는 단어는 자주 나오는 다른 단어로 바뀌므로 얼핏 보면 글처럼 보입니다.

# %% [markdown] lang="en"
# Two facts decide how we prepare the data: how long the reviews are, and how many different words we need. In IMDB half of the reviews have fewer than 180 words, and a few have more than 1,000. And a few words do most of the work: in IMDB the 100 most frequent ones make up about half of all text.

# %% [markdown] lang="ko"
# 데이터를 어떻게 준비할지는 두 가지 사실에 달려 있습니다. 영화평이 얼마나 긴지, 서로 다른 단어가 몇 개나 필요한지입니다. IMDB 영화평의 절반은 180단어보다 짧지만 1,000단어가 넘는 것도 몇 개 있습니다. 그리고 적은 수의 단어가 글의 대부분을 차지합니다. IMDB에서는 가장 자주 나오는 단어 100개가 전체 글의 절반쯤을 이룹니다.

# %%
lengths = np.array([len(review) - 1 for review in x_train])  # without the start
often = np.sort(np.bincount(np.concatenate(x_train), minlength=num_words)[4:])[::-1]
print(f"median {np.median(lengths):.0f}, longest {lengths.max()}; up to 300: {np.mean(lengths <= 300):.0%}")
print(f"the 100 most frequent words: {often[:100].sum() / lengths.sum():.0%} of all text")

# %% alt.en="Left: histogram of review lengths, many short ones and a long tail to the right. Right: the share of all text that the most frequent words cover, rising from near 0 to near 1 on a logarithmic axis." alt.ko="왼쪽: 영화평 길이의 히스토그램. 짧은 것이 많고 오른쪽으로 긴 꼬리가 있습니다. 오른쪽: 자주 나오는 단어가 전체 글에서 차지하는 비율. 로그 축에서 0 근처에서 1 근처까지 올라갑니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.6), layout="constrained")
left.hist(lengths, bins=40, color=BLUE)
left.set(xlabel="words in a review", ylabel="reviews")
right.semilogx(np.arange(1, len(often) + 1), np.cumsum(often) / lengths.sum(), color=ORANGE)
right.set(xlabel="most frequent words", ylabel="share of all text", ylim=(0, 1.05))
plt.show()

# %% [markdown] lang="en"
# ## 3 · Prepare the data
#
# IMDB has been turned into numbers for us. Your own texts have not, so let us take every step once by hand. *Cleaning* comes first: remove what carries no meaning for the task, and make equal what should be equal. Then the text is cut into *tokens*, most often words. This is *tokenization*.

# %% [markdown] lang="ko"
# ## 3 · 데이터 준비하기
#
# IMDB는 이미 수로 바뀌어 있습니다. 하지만 여러분이 가진 글은 그렇지 않으므로 각 단계를 한 번씩 직접 해 봅시다. 먼저 *정제*(cleaning)입니다. 하려는 일에 쓸모없는 것은 없애고, 같아야 할 것은 같게 만듭니다. 그다음 글을 *토큰*(token)으로 나눕니다. 대개는 단어가 토큰입니다. 이 일을 *토큰화*(tokenization)라고 합니다.

# %%
raw = "What a film!!<br />NOT boring; the music, the cast :) ... I loved it. Loved it!"
spaced = "".join(c if c.isalnum() else " " for c in raw.replace("<br />", " "))
lowered = spaced.lower()
print("only letters and digits:", " ".join(spaced.split()))
print("lower case:             ", " ".join(lowered.split()))
print("tokens:                 ", lowered.split())

# %% [markdown] lang="en"
# Tags and special characters become *spaces*, not nothing: otherwise `film!!<br />NOT` would end up as one word. Lower case makes `NOT` and `not` one token. Something is lost each time. The smiley is gone, and whoever wrote `NOT` in capitals meant to shout.
#
# Very frequent words such as *the*, *a*, *it* say little about what a text is about. Such *stop words* are often left out, above all in search engines. Which words they are depends on the task.
#
# > **Caution.** Ready-made stop word lists contain *not*, *no* and *but*. Read a list before you use it.

# %% [markdown] lang="ko"
# 태그와 특수 문자는 그냥 지우지 않고 *공백*으로 바꿉니다. 지우면 `film!!<br />NOT`이 한 단어로 붙어 버립니다. 소문자로 바꾸면 `NOT`과 `not`이 같은 토큰이 됩니다. 그때마다 잃는 것도 있습니다. 웃는 얼굴이 사라졌고, 대문자로 쓴 `NOT`에 담긴 힘도 사라졌습니다.
#
# *the*, *a*, *it*처럼 아주 자주 나오는 단어는 글의 내용을 거의 알려 주지 않습니다. 이런 단어를 *불용어*(stop word)라고 하며, 특히 검색에서는 흔히 빼고 처리합니다. 어떤 단어가 불용어인지는 하려는 일에 따라 다릅니다.
#
# > **주의.** 미리 만들어진 불용어 목록에는 *not*, *no*, *but*이 들어 있습니다. 목록을 쓰기 전에 먼저 읽어 보십시오.

# %% [markdown] lang="en"
# ### Exercise 1 · Clean a text (2 points)
#
# Write `clean_text(text, stop_words)`, for texts in English and Korean:
#
# - `text` is a string; it may be empty. `stop_words` is a set of words; the English ones are in lower case.
# - Tags: everything from a `<` to the next `>`, such as `<br />`, becomes a space. Each `<` in the text has its `>`.
# - Letters become lower case.
# - Then each character that is neither a letter, nor a digit, nor an apostrophe `'` becomes a space. Korean letters are letters; the underscore `_` is none. The apostrophe occurs only inside words such as `don't`, and stays.
# - Split the rest at spaces (line breaks and tabs are spaces too), and leave out every token that is in `stop_words`.
# - Return the tokens in their order, as a list of strings. It may be empty.

# %% [markdown] lang="ko"
# ### 연습문제 1 · 텍스트 정제하기(2점)
#
# 영어와 한국어 텍스트를 모두 처리하는 함수 `clean_text(text, stop_words)`를 작성하십시오.
#
# - `text`는 문자열이며 빈 문자열일 수도 있습니다. `stop_words`는 단어의 집합(`set`)이며, 영어 단어는 모두 소문자입니다.
# - 태그: `<br />`처럼 `<`부터 바로 다음 `>`까지는 통째로 공백 하나가 됩니다. 글에 나오는 `<`에는 모두 짝이 되는 `>`가 있습니다.
# - 글자를 소문자로 바꿉니다.
# - 그런 다음 글자도 숫자도 아포스트로피 `'`도 아닌 문자를 모두 공백으로 바꿉니다. 한글도 글자입니다. 밑줄 `_`은 글자가 아닙니다. 아포스트로피는 `don't`처럼 단어 안에만 나오며 그대로 둡니다.
# - 남은 글을 공백에서 나누고(줄바꿈과 탭도 공백입니다), `stop_words`에 있는 토큰을 뺍니다.
# - 토큰을 원래 순서대로 담은 문자열의 리스트를 반환합니다. 빈 리스트일 수도 있습니다.


# %% nbgrader={"grade": false, "grade_id": "clean-text", "locked": false, "schema_version": 3, "solution": true, "task": false}
def clean_text(text, stop_words):
    """Clean a text and cut it into tokens.

    Args:
        text: str, in English or Korean; may be empty.
        stop_words: set of str in lower case, the tokens to leave out.

    Returns:
        list of str: the remaining tokens in their order.
    """
    ### BEGIN SOLUTION
    import re

    without_tags = re.sub(r"<[^>]*>", " ", text).lower()
    tokens = re.findall(r"(?:[^\W_]|')+", without_tags)
    return [token for token in tokens if token not in stop_words]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "clean-text-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

check.equal(
    clean_text("GREAT film!<br />Don't miss it ...", {"it", "a"}),
    ["great", "film", "don't", "miss"],
    "clean_text(\"GREAT film!<br />Don't miss it ...\", {'it', 'a'})",
    en="Tags and special characters become spaces, letters become lower case, an apostrophe inside a word stays, "
    "and stop words are left out. Return a list of strings.",
    ko="태그와 특수 문자는 공백이 되고, 글자는 소문자가 되고, 단어 안의 아포스트로피는 남고, 불용어는 빠져야 합니다. "
    "문자열의 리스트를 반환하십시오.",
)
check.equal(
    clean_text("정말 재미있다!! 10점 만점에 10점", {"정말"}),
    ["재미있다", "10점", "만점에", "10점"],
    "clean_text('정말 재미있다!! 10점 만점에 10점', {'정말'})",
    en="Korean letters and digits are letters and digits too: [a-z] alone would lose them.",
    ko="한글과 숫자도 남아야 합니다. [a-z]만 남기면 사라집니다.",
)
check.equal(clean_text("", {"a"}), [], "clean_text('', {'a'})")
check.passed("English", "Korean", "empty text")

# %% nbgrader={"grade": true, "grade_id": "clean-text-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from hiddenlayers import check

rng = check.rng("clean-text")
cleaned = [
    "film",
    "art",
    "party",
    "don't",
    "not",
    "2nd",
    "part",
    "is",
    "this",
    "영화",
    "영화가",
    "재미없다",
    "1점",
    "웃음",
    "an",
    "and",
    "hand",
    "it's",
]
between = [" ", "  ", ", ", "...", "_", "<br />", "<i>", "\n", "\t", "!?", "; ", " - ", '"', "</b> "]
for _ in range(4):
    drawn = [str(word) for word in rng.permutation(cleaned)]  # every word, and every separator
    gaps = rng.permutation([*between, *rng.choice(between, size=len(drawn) - len(between))])
    left_out = {"art", "is", "an", "영화", *(str(word) for word in rng.choice(cleaned, size=2))}
    written = ""
    for word, gap in zip(drawn, gaps, strict=True):
        form = (word, word.upper(), word.capitalize())[int(rng.integers(3))]
        written += form + str(gap)
    check.equal(
        clean_text(written, set(left_out)),
        [word for word in drawn if word not in left_out],
        f"clean_text({written!r}, {sorted(left_out)})",
        en="Each special character becomes a space (so good,bad are two tokens), the underscore too, "
        "and a stop word is left out only as a whole token.",
        ko="특수 문자는 모두 공백이 됩니다(good,bad는 토큰 두 개). 밑줄도 마찬가지입니다. "
        "불용어는 토큰 전체가 같을 때만 뺍니다.",
    )
check.equal(
    clean_text("<p> ... !!! </p>", {"p"}),
    [],
    "clean_text('<p> ... !!! </p>', {'p'})",
    en="Nothing is left of this text: an empty list.",
    ko="남는 토큰이 없으므로 빈 리스트입니다.",
)
check.passed("4 drawn texts", "nothing left")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Bag of words
#
# The simplest way from tokens to numbers is to count them: one column for each word of the *vocabulary*, one row for each text. The words fall into a bag, and their order is lost.
#
# Look at the last two rows.

# %% [markdown] lang="ko"
# ### BoW
#
# 토큰을 수로 바꾸는 가장 간단한 방법은 세는 것입니다. *어휘 사전*(vocabulary)의 단어마다 열 하나, 글마다 행 하나를 두고 단어가 몇 번 나오는지 적습니다. 단어를 주머니에 쏟아 넣는 셈이어서 BoW(bag of words)라고 하며, 단어의 순서는 사라집니다.
#
# 마지막 두 행을 비교해 보십시오.

# %% alt.en="Table of word counts as a heat map: four short texts in rows, words in columns. The last two rows are equal." alt.ko="단어 등장 횟수 표를 히트맵으로 그린 그림. 행은 짧은 글 네 개, 열은 단어입니다. 마지막 두 행이 똑같습니다."
texts = ["good film", "bad film bad cast", "good , not bad", "bad , not good"]
bags = pd.DataFrame([Counter(text.replace(",", "").split()) for text in texts], index=texts)
bags = bags.fillna(0).astype(int)
plt.figure(figsize=(4.6, 2.2))
plt.imshow(bags, cmap="Blues", vmax=3)
for (row, column), count in np.ndenumerate(bags.to_numpy()):
    plt.text(column, row, count, ha="center", va="center")
plt.xticks(range(bags.shape[1]), bags.columns)
plt.yticks(range(len(texts)), texts)
plt.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
plt.show()

# %% [markdown] lang="en"
# ### Exercise 2 · A bag of words (2 points)
#
# The cell above took its columns from the texts themselves. A network needs the same columns every time. Write `bag_of_words(documents, vocabulary)`:
#
# - `documents` is a list of one or more documents, each a list of tokens; a document may be empty.
# - `vocabulary` is a list of different words. Word number `j` of it belongs to column `j`.
# - Return an integer array of shape `(number of documents, number of words)`: row `i`, column `j` says how many tokens of document `i` are exactly word `j`.
# - Tokens that are not in the vocabulary are ignored.

# %% [markdown] lang="ko"
# ### 연습문제 2 · BoW 만들기(2점)
#
# 위의 셀은 주어진 글에 나온 단어로 열을 정했습니다. 신경망에는 언제나 똑같은 열이 필요합니다. 함수 `bag_of_words(documents, vocabulary)`를 작성하십시오.
#
# - `documents`는 문서가 하나 이상 든 리스트이며, 문서는 토큰의 리스트입니다. 빈 문서가 있을 수도 있습니다.
# - `vocabulary`는 서로 다른 단어의 리스트입니다. `j`번째 단어가 `j`열에 해당합니다(0부터 셉니다).
# - 형상이 `(문서의 개수, 단어의 개수)`인 정수 배열을 반환합니다. `i`행 `j`열은 `i`번째 문서에 `j`번째 단어와 똑같은 토큰이 몇 번 나오는지입니다.
# - 어휘 사전에 없는 토큰은 무시합니다.


# %% nbgrader={"grade": false, "grade_id": "bag-of-words", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bag_of_words(documents, vocabulary):
    """Count the words of a vocabulary in each document.

    Args:
        documents: list of lists of str, the tokens of each document.
        vocabulary: list of different str, the word of each column.

    Returns:
        int array of shape (number of documents, number of words).
    """
    ### BEGIN SOLUTION
    counts = np.zeros((len(documents), len(vocabulary)), dtype=int)
    column_of = {word: column for column, word in enumerate(vocabulary)}
    for row, tokens in enumerate(documents):
        for token in tokens:
            if token in column_of:
                counts[row, column_of[token]] += 1
    return counts
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "bag-of-words-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

shelf = ["bad", "film", "good", "not"]
counted = bag_of_words([["good", "good", "film"], ["not", "bad", "at", "all"], []], shelf)
what = "bag_of_words([['good', 'good', 'film'], ['not', 'bad', 'at', 'all'], []], ['bad', 'film', 'good', 'not'])"
check.array(
    counted,
    what,
    shape=(3, 4),
    en="One row for each document, one column for each word of the vocabulary, as a NumPy array.",
    ko="문서마다 행 하나, 어휘 사전의 단어마다 열 하나인 NumPy 배열이어야 합니다.",
)
check.array(counted, what, dtype="int", en="Counts are whole numbers.", ko="횟수는 정수입니다.")
check.close(
    counted,
    [[0, 1, 2, 0], [1, 0, 0, 1], [0, 0, 0, 0]],
    what,
    en="Count every occurrence, in the column of its word; ignore tokens that are not in the vocabulary.",
    ko="나올 때마다 그 단어의 열에 세고, 어휘 사전에 없는 토큰은 무시하십시오.",
)
check.passed("shape", "integers", "counts")

# %% nbgrader={"grade": true, "grade_id": "bag-of-words-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("bag-of-words")
for _ in range(3):
    pool = rng.permutation(
        ["art", "part", "party", "a", "film", "films", "plot", "good", "영화", "영화가", "no", "not"]
    )
    known, unknown = [str(word) for word in pool[:7]], [str(word) for word in pool[7:]]
    planned = rng.integers(0, 4, size=(int(rng.integers(3, 7)), 7))
    planned[0, 0] = 3
    planned[int(rng.integers(1, len(planned)))] = 0
    written = []
    for row in planned:
        tokens = [word for word, count in zip(known, row, strict=True) for _ in range(count)]
        tokens += [str(word) for word in rng.choice(unknown, size=2)]
        written.append([tokens[i] for i in rng.permutation(len(tokens))])
    table = bag_of_words([list(tokens) for tokens in written], list(known))
    call = f"bag_of_words({len(written)} documents, {known})"
    check.array(table, call, shape=planned.shape, dtype="int")
    check.close(
        table,
        planned,
        call,
        en="Columns are in the order of the vocabulary, counts are of whole tokens (art is not in party).",
        ko="열은 어휘 사전의 순서를 따르고, 토큰 전체가 같을 때만 셉니다(art는 party에 들어 있지 않습니다).",
    )
check.passed("3 drawn sets of documents")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Sequences of numbers
#
# To keep the order, we number the words of the vocabulary and write each text as a sequence of these numbers. That is what IMDB gives us. But no vocabulary holds every word: names, typing errors and rare words are *out of vocabulary*. All of these share one number. The cap on the vocabulary is our choice, here 20,000 numbers; what is rarer than that becomes 2.

# %% [markdown] lang="ko"
# ### 수의 시퀀스
#
# 순서를 지키려면 어휘 사전의 단어에 번호를 매기고 글을 번호의 시퀀스로 적습니다. IMDB가 바로 이렇게 되어 있습니다. 하지만 모든 단어를 담은 어휘 사전은 없습니다. 이름, 오타, 드문 단어는 *어휘 사전에 없는 단어*(out of vocabulary)입니다. 이런 단어는 모두 번호 하나를 함께 씁니다. 어휘 사전의 크기는 우리가 정합니다. 여기서는 번호를 20,000개까지만 쓰고, 그보다 드문 단어는 2가 됩니다.

# %%
sizes = [100, 1_000, 5_000, 20_000]
share = [1 - often[:size].sum() / lengths.sum() for size in sizes]
pd.DataFrame({"words in the vocabulary": sizes, "share out of vocabulary": share}).round(3)

# %% [markdown] lang="en"
# ### Exercise 3 · Encode with out-of-vocabulary words (3 points)
#
# IMDB has its own numbering. The layer `TextVectorization` of Keras uses another one, and you write it here: 0 is kept for padding, 1 stands for every word out of vocabulary, and the words follow from 2 on.
# Write `encode_tokens(tokens, vocabulary, size)`:
#
# - `tokens` is a list of strings; it may be empty.
# - `vocabulary` is a list of different words, the most frequent first. The word at position 0 gets the number 2, the word at position 1 the number 3, and so on.
# - All numbers stay **below** `size`, a whole number of at least 3. A word whose number would be `size` or more counts as out of vocabulary.
# - Return a list of whole numbers (`int`), one for each token, in order. A tuple or an array of integers is fine too.

# %% [markdown] lang="ko"
# ### 연습문제 3 · 사전에 없는 단어까지 번호로 바꾸기(3점)
#
# IMDB는 자기만의 번호 체계를 씁니다. Keras의 `TextVectorization` 층은 다른 체계를 쓰며, 여기서는 그것을 직접 작성합니다. 0은 패딩용으로 비워 두고, 어휘 사전에 없는 단어는 모두 1이며, 단어의 번호는 2부터 시작합니다.
# 함수 `encode_tokens(tokens, vocabulary, size)`를 작성하십시오.
#
# - `tokens`는 문자열의 리스트이며 비어 있을 수도 있습니다.
# - `vocabulary`는 서로 다른 단어의 리스트로, 자주 나오는 단어가 앞에 있습니다. 0번 위치의 단어는 2, 1번 위치의 단어는 3과 같이 번호를 매깁니다.
# - 번호는 모두 `size`보다 **작아야** 합니다. `size`는 3 이상의 정수입니다. 번호가 `size` 이상이 될 단어는 어휘 사전에 없는 단어로 봅니다.
# - 토큰마다 정수(`int`) 하나씩, 순서대로 담은 리스트를 반환합니다. 튜플이나 정수 배열도 괜찮습니다.


# %% nbgrader={"grade": false, "grade_id": "encode-tokens", "locked": false, "schema_version": 3, "solution": true, "task": false}
def encode_tokens(tokens, vocabulary, size):
    """Turn tokens into numbers: 1 out of vocabulary, words from 2 on.

    Args:
        tokens: list of str; may be empty.
        vocabulary: list of different str, the most frequent first.
        size: int, at least 3; all numbers stay below it.

    Returns:
        list of int, one for each token.
    """
    ### BEGIN SOLUTION
    number_of = {word: place + 2 for place, word in enumerate(vocabulary[: size - 2])}
    return [number_of.get(token, 1) for token in tokens]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "encode-tokens-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

ranked = ["the", "film", "is", "good"]
check.equal(
    encode_tokens(["the", "film", "is", "wunderbar"], ranked, 10),
    [2, 3, 4, 1],
    "encode_tokens(['the', 'film', 'is', 'wunderbar'], ['the', 'film', 'is', 'good'], 10)",
    en="Words are numbered from 2 on in the order of the vocabulary; a word that is not in it becomes 1, it is not left out.",
    ko="단어의 번호는 어휘 사전의 순서대로 2부터입니다. 사전에 없는 단어는 빼지 않고 1로 바꿉니다.",
)
check.equal(
    encode_tokens(["good", "is", "good"], ranked, 5),
    [1, 4, 1],
    "encode_tokens(['good', 'is', 'good'], ['the', 'film', 'is', 'good'], 5)",
    en="Numbers stay below size: good would be 5, so it counts as out of vocabulary.",
    ko="번호는 size보다 작아야 합니다. good은 5가 될 것이므로 사전에 없는 단어로 봅니다.",
)
check.passed("numbers from 2", "out of vocabulary: 1", "all below size")

# %% nbgrader={"grade": true, "grade_id": "encode-tokens-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
from hiddenlayers import check

rng = check.rng("encode-tokens")
letters = list("abcdefghijklmnopqrstuvwxyz")
for case in range(4):
    pool = []
    while len(pool) < 30:
        word = "".join(rng.choice(letters, size=int(rng.integers(2, 6))))
        if word not in pool:
            pool.append(word)
    ranked, strangers = pool[:22], pool[22:]
    size = (3, 24, 40, int(rng.integers(8, 20)))[
        case
    ]  # one word, exactly all words, room to spare, some words
    places = [0, size - 4, size - 3, size - 2, 21, *rng.integers(0, 22, size=5).tolist()]
    places = [place for place in places if 0 <= place < 22]
    tokens = [ranked[place] for place in places] + strangers[:3]
    numbers = [place + 2 if place + 2 < size else 1 for place in places] + [1, 1, 1]
    order = rng.permutation(len(tokens))
    check.equal(
        encode_tokens([tokens[i] for i in order], list(ranked), size),
        [numbers[i] for i in order],
        f"encode_tokens({[tokens[i] for i in order]}, {ranked[:3]} ..., {size})",
        en="The word at position p has the number p + 2 if that is below size, and 1 otherwise.",
        ko="p번 위치의 단어는 번호 p + 2가 size보다 작으면 그 번호, 아니면 1입니다.",
    )
check.equal(encode_tokens([], ["a"], 3), [], "encode_tokens([], ['a'], 3)")
check.passed("4 drawn vocabularies", "no tokens")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Exercise 4 · Decode an IMDB review (2 points)
#
# And back again, in IMDB's own numbering. Write `decode_review(numbers, word_index)`:
#
# - `numbers` is a review as `load_data` gives it, a list or an array of whole numbers; padding may stand in it anywhere.
# - `word_index` is a dictionary that gives each word its rank, 1 for the most frequent; its entries come in any order. A word of rank $r$ has the number $r + 3$.
# - Padding (0) and the start (1) are left out. A word out of vocabulary (2) becomes `?`. The number 3 does not occur, and every larger number has its word.
# - Return one string, the words in order with one space between them.

# %% [markdown] lang="ko"
# ### 연습문제 4 · IMDB 영화평을 글로 되돌리기(2점)
#
# 이번에는 거꾸로, IMDB의 번호를 글로 되돌립니다. 함수 `decode_review(numbers, word_index)`를 작성하십시오.
#
# - `numbers`는 `load_data`가 주는 것과 같은 영화평으로, 정수의 리스트나 배열입니다. 어디에나 패딩이 들어 있을 수 있습니다.
# - `word_index`는 단어마다 순위를 알려 주는 딕셔너리이며, 가장 자주 나오는 단어가 1입니다. 항목의 순서는 정해져 있지 않습니다. 순위가 $r$인 단어의 번호는 $r + 3$입니다.
# - 패딩(0)과 시작(1)은 뺍니다. 어휘 사전에 없는 단어(2)는 `?`로 적습니다. 3은 나오지 않으며, 그보다 큰 수에는 모두 해당하는 단어가 있습니다.
# - 단어를 순서대로 공백 하나씩 사이에 두고 이은 문자열 하나를 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "decode-review", "locked": false, "schema_version": 3, "solution": true, "task": false}
def decode_review(numbers, word_index):
    """Turn the numbers of an IMDB review back into words.

    Args:
        numbers: list or array of int: 0 padding, 1 start, 2 out of vocabulary, r + 3 the word of rank r.
        word_index: dict from word to rank, in any order.

    Returns:
        str: the words with one space between them.
    """
    ### BEGIN SOLUTION
    word_of = {rank + 3: word for word, rank in word_index.items()} | {2: "?"}
    return " ".join(word_of[int(number)] for number in numbers if number >= 2)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "decode-review-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

small_index = {"the": 1, "film": 2, "was": 3, "not": 4, "bad": 5}
check.equal(
    decode_review([1, 4, 5, 6, 7, 2, 8], small_index),
    "the film was not ? bad",
    "decode_review([1, 4, 5, 6, 7, 2, 8], {'the': 1, 'film': 2, 'was': 3, 'not': 4, 'bad': 5})",
    en="Subtract 3 to get the rank: 4 is the word of rank 1. The start 1 is left out, 2 becomes a question mark.",
    ko="3을 빼면 순위가 됩니다. 4는 순위가 1인 단어입니다. 시작을 뜻하는 1은 빼고, 2는 물음표로 적습니다.",
)
check.equal(
    decode_review([0, 0, 1, 5], small_index),
    "film",
    "decode_review([0, 0, 1, 5], ...)",
    en="Padding is left out, without extra spaces.",
    ko="패딩은 공백도 남기지 않고 뺍니다.",
)
check.passed("offset 3", "start and padding left out", "out of vocabulary: ?")

# %% nbgrader={"grade": true, "grade_id": "decode-review-hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("decode-review")
for as_array in (True, False):
    count = int(rng.integers(15, 25))
    ranked = [f"w{int(n)}" for n in rng.choice(900, size=count, replace=False)]
    shuffled_index = {ranked[i]: int(i) + 1 for i in rng.permutation(count)}
    ranks = rng.integers(1, count + 1, size=12)
    drawn = (
        [1] + [int(rank) + 3 for rank in ranks[:6]] + [2] + [int(rank) + 3 for rank in ranks[6:]] + [2, 0, 0]
    )
    words = [ranked[rank - 1] for rank in ranks]
    review = np.array([0, 0, 0, *drawn], dtype="int32") if as_array else list(drawn)
    check.equal(
        decode_review(review, shuffled_index),
        " ".join([*words[:6], "?", *words[6:], "?"]),
        f"decode_review({drawn}, word_index)",
        en="Go by the rank that word_index gives, not by the order of its entries; padding may stand at either end.",
        ko="항목의 순서가 아니라 word_index에 적힌 순위를 따르십시오. 패딩은 앞뒤 어디에나 있을 수 있습니다.",
    )
check.passed("a drawn array", "a drawn list")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### Padding and truncation
#
# The reviews of a batch lie in one array, so they need one length. Longer ones are cut (*truncation*), shorter ones are filled up with 0 (*padding*), each at the front (`"pre"`) or at the end (`"post"`). The picture shows four short sequences at length 8; white is padding.

# %% [markdown] lang="ko"
# ### 패딩과 잘라 내기
#
# 한 배치의 영화평은 배열 하나에 들어가므로 길이가 같아야 합니다. 긴 것은 자르고(*잘라 내기*, truncation) 짧은 것은 0으로 채웁니다(*패딩*, padding). 둘 다 앞쪽(`"pre"`)에서 할 수도 있고 뒤쪽(`"post"`)에서 할 수도 있습니다. 그림은 짧은 시퀀스 네 개를 길이 8로 맞춘 것이며, 흰 칸이 패딩입니다.

# %% alt.en="Two tables of four rows and eight columns. Left, padding and truncation in front: the zeros stand on the left and of the long row the last eight numbers are kept. Right, at the end: zeros on the right, the first eight numbers are kept." alt.ko="4행 8열의 표 두 개. 왼쪽은 앞쪽에서 채우고 자른 것으로 0이 왼쪽에 있고 긴 행은 뒤의 여덟 개가 남습니다. 오른쪽은 뒤쪽에서 한 것으로 0이 오른쪽에 있고 앞의 여덟 개가 남습니다."
ragged = [[1, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [1], [1, 2, 3, 4, 5, 6]]
_, panels = plt.subplots(1, 2, figsize=(8, 1.9), layout="constrained")
for panel, side in zip(panels, ("pre", "post"), strict=True):
    block = keras.utils.pad_sequences(ragged, maxlen=8, padding=side, truncating=side)
    panel.imshow(np.ma.masked_equal(block, 0), cmap="Blues", vmin=-4, vmax=16)
    for (row, column), number in np.ndenumerate(block):
        panel.text(column, row, number, ha="center", va="center", color="0.6" if number == 0 else "black")
    panel.set(title=f'padding and truncating "{side}"', xticks=[], yticks=[])
plt.show()

# %% [markdown] lang="en"
# Keras pads and cuts in front by default. For reviews that is a good choice: whoever writes a long review often sums up at the end. We keep the last 300 numbers of each IMDB review; the reviews of the small corpus are shorter, so there the longest one sets the length.
#
# The loader has shuffled the reviews, so the last fifth of the training reviews can serve as the validation set.

# %% [markdown] lang="ko"
# Keras는 기본으로 앞쪽에서 채우고 앞쪽을 자릅니다. 긴 영화평은 끝에서 결론을 내리는 경우가 많으므로 좋은 선택입니다. IMDB에서는 영화평마다 마지막 번호 300개를 남깁니다. 작은 말뭉치의 영화평은 이보다 짧으므로 가장 긴 것의 길이에 맞춥니다.
#
# 영화평은 불러오면서 이미 섞었으므로 훈련 영화평의 마지막 5분의 1을 검증 세트로 씁니다.

# %%
max_length = min(300, lengths.max() + 1)
padded = keras.utils.pad_sequences(x_train, maxlen=max_length)
x_test_padded = keras.utils.pad_sequences(x_test, maxlen=max_length)
num_val = len(padded) // 5
x_fit, y_fit = padded[:-num_val], y_train[:-num_val]
x_val, y_val = padded[-num_val:], y_train[-num_val:]
print("to learn from", x_fit.shape, "to validate", x_val.shape, "to test", x_test_padded.shape)

# %% [markdown] lang="en"
# ### Exercise 5 · Keep the head and the tail (3 points)
#
# Some reviews give their verdict in the first sentence, others in the last. So cut out the middle. Write `pad_reviews(sequences, length, head)`:
#
# - `sequences` is a list of one or more lists of whole numbers (`int`), all above 0; a list may be empty. `length` is at least 1, and `head` runs from 0 to `length`, both included.
# - A sequence of more than `length` numbers is cut to its **first** `head` numbers, followed by its **last** `length - head` numbers.
# - A sequence of fewer than `length` numbers gets zeros in **front**, until there are `length`. One of exactly `length` numbers stays as it is.
# - Return an integer array of shape `(number of sequences, length)`.

# %% [markdown] lang="ko"
# ### 연습문제 5 · 머리와 꼬리 남기기(3점)
#
# 첫 문장에서 결론을 말하는 영화평도 있고 마지막 문장에서 말하는 영화평도 있습니다. 그래서 가운데를 잘라 냅니다. 함수 `pad_reviews(sequences, length, head)`를 작성하십시오.
#
# - `sequences`는 리스트가 하나 이상 든 리스트입니다. 안쪽 리스트에는 0보다 큰 정수(`int`)가 들어 있으며, 비어 있을 수도 있습니다. `length`는 1 이상이고, `head`는 0 이상 `length` 이하입니다.
# - 수가 `length`개보다 많은 시퀀스는 **처음** `head`개와 **마지막** `length - head`개만 이어서 남깁니다.
# - 수가 `length`개보다 적은 시퀀스는 `length`개가 될 때까지 **앞쪽**을 0으로 채웁니다. 꼭 `length`개인 시퀀스는 그대로 둡니다.
# - 형상이 `(시퀀스의 개수, length)`인 정수 배열을 반환합니다.


# %% nbgrader={"grade": false, "grade_id": "pad-reviews", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pad_reviews(sequences, length, head):
    """Bring sequences to one length: zeros in front of short ones, the middle cut out of long ones.

    Args:
        sequences: list of lists of int above 0.
        length: int, the length to reach.
        head: int from 0 to length: how many numbers a long sequence keeps of its beginning.

    Returns:
        int array of shape (number of sequences, length).
    """
    ### BEGIN SOLUTION
    rows = np.zeros((len(sequences), length), dtype=int)
    for row, sequence in zip(rows, sequences, strict=True):
        if len(sequence) > length:
            sequence = sequence[:head] + sequence[len(sequence) - (length - head) :]
        row[length - len(sequence) :] = sequence
    return rows
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "pad-reviews-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
from hiddenlayers import check

what = "pad_reviews([[5, 6], [1, 2, 3, 4, 5, 6, 7], [9, 8, 7, 6]], 4, 1)"
rectangle = pad_reviews([[5, 6], [1, 2, 3, 4, 5, 6, 7], [9, 8, 7, 6]], 4, 1)
check.array(
    rectangle,
    what,
    shape=(3, 4),
    dtype="int",
    en="One NumPy array of whole numbers, one row for each sequence.",
    ko="시퀀스마다 행이 하나인 정수 NumPy 배열 하나를 반환하십시오.",
)
check.close(
    rectangle,
    [[0, 0, 5, 6], [1, 5, 6, 7], [9, 8, 7, 6]],
    what,
    en="Short sequences get zeros in front. A long one keeps its first head and its last length - head numbers, here 1 and 3.",
    ko="짧은 시퀀스는 앞쪽을 0으로 채웁니다. 긴 시퀀스는 처음 head개와 마지막 length - head개, 여기서는 1개와 3개를 남깁니다.",
)
check.passed("shape", "integers", "zeros in front", "head and tail")

# %% nbgrader={"grade": true, "grade_id": "pad-reviews-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check

rng = check.rng("pad-reviews")
length = int(rng.integers(6, 12))
for head in (0, length, int(rng.integers(2, length - 1))):
    sizes = [0, 1, length - 1, length, length + 1, 2 * length + 3, int(rng.integers(13, 30))]
    drawn = [rng.integers(1, 20_000, size=size).tolist() for size in rng.permutation(sizes)]
    expected = np.zeros((len(drawn), length), dtype=int)
    for i, sequence in enumerate(drawn):
        size = len(sequence)
        for j in range(length):
            k = j - (length - size) if size <= length or j >= head else j
            if k >= 0:
                expected[i, j] = sequence[k]
    result = pad_reviews([list(sequence) for sequence in drawn], length, head)
    call = f"pad_reviews(sequences of {[len(sequence) for sequence in drawn]} numbers, {length}, {head})"
    check.array(result, call, shape=expected.shape, dtype="int")
    check.close(
        result,
        expected,
        call,
        rtol=0,
        atol=0.1,
        en="head may be 0 or equal to length (sequence[-0:] is the whole sequence), a sequence may be empty, "
        "and numbers run up to 20,000.",
        ko="head는 0이거나 length와 같을 수도 있고(sequence[-0:]은 시퀀스 전체입니다), 빈 시퀀스도 있으며, "
        "수는 20,000까지 나옵니다.",
    )
check.passed("3 drawn batches")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 4 · Build the network
#
# ### Why not one-hot?
#
# The numbers are only names: word 20 is not twice word 10, so a network must not calculate with them. One-hot rows would be honest, one place for each word, but they are long, nearly empty, and every word is equally far from every other.

# %% [markdown] lang="ko"
# ## 4 · 신경망 만들기
#
# ### 왜 원-핫이 아닌가
#
# 번호는 이름일 뿐입니다. 20번 단어가 10번 단어의 두 배인 것은 아니므로 번호로 계산해서는 안 됩니다. 단어마다 자리를 하나씩 두는 원-핫 행이라면 그런 문제는 없습니다. 하지만 행이 길고 거의 비어 있으며, 어떤 두 단어든 서로 똑같이 멉니다.

# %%
values = len(x_fit) * max_length * num_words
print(f"one-hot:    {4 * values / 1e9:,.0f} GB for the training reviews")
print(f"as numbers: {4 * len(x_fit) * max_length / 1e9:.4f} GB")

# %% [markdown] lang="en"
# ### Embedding
#
# An *embedding* gives each word a short row of numbers, here 32, in place of a long row of zeros: a dense vector. The rows begin at random and are learned like any other weights. Words that do the same work in reviews end up with similar rows, and what the network learns of one holds for the other.
#
# Looking up row 4 is the same as multiplying a one-hot row by the table. The `Embedding` layer only looks the row up, which is far quicker. The picture shows a small table of 8 words and 5 numbers each.

# %% [markdown] lang="ko"
# ### 임베딩
#
# *임베딩*(embedding)은 단어마다 0으로 가득한 긴 행 대신 짧은 수의 행, 곧 밀집 벡터(dense vector)를 줍니다. 여기서는 수가 32개입니다. 행은 난수로 시작해 다른 가중치처럼 학습됩니다. 영화평에서 같은 역할을 하는 단어는 비슷한 행을 갖게 되고, 한 단어에서 배운 것이 다른 단어에도 통합니다.
#
# 표에서 4번 행을 찾는 것은 원-핫 행에 표를 곱하는 것과 같습니다. `Embedding` 층은 곱하지 않고 찾기만 하므로 훨씬 빠릅니다. 그림은 단어 8개에 수를 5개씩 준 작은 표입니다.

# %% alt.en="Left, a one-hot row of 8 cells with cell 4 filled. Middle, a table of 8 rows and 5 columns of colours with row 4 framed. Right, the 5 colours of that row alone." alt.ko="왼쪽: 8칸 가운데 4번 칸만 채워진 원-핫 행. 가운데: 8행 5열의 색칠된 표로, 4번 행에 테두리가 있습니다. 오른쪽: 그 행의 다섯 칸만 따로 그린 것."
small = keras.layers.Embedding(8, 5)
looked_up = np.asarray(small(np.array([[4]])))[0]
table, hot = small.get_weights()[0], np.eye(8)[[4]]
print("one-hot times table equals look-up:", np.allclose(hot @ table, looked_up))
_, panels = plt.subplots(1, 3, figsize=(8, 2.2), width_ratios=[8, 5, 5], layout="constrained")
for panel, block, title in zip(panels, (hot, table, looked_up), ("one-hot", "table", "row 4"), strict=True):
    limit = 1 if block is hot else abs(table).max()
    panel.imshow(block, cmap="RdBu", vmin=-limit, vmax=limit)
    panel.set(title=title, xticks=[], yticks=range(8) if block is table else [])
panels[1].add_patch(plt.Rectangle((-0.5, 3.5), 5, 1, fill=False, linewidth=2))
plt.show()

# %% [markdown] lang="en"
# ### Reading from both ends
#
# An LSTM reads from left to right. When it comes to *boring* it has seen the *not* before it, but not the *but clever* after it. A *bidirectional* layer holds two LSTMs with weights of their own: one reads forwards, the other backwards. The last state of each, put side by side, goes on to the output layer: a single unit with *sigmoid*, which gives the probability that the review is positive.

# %% [markdown] lang="ko"
# ### 양쪽 끝에서 읽기
#
# LSTM은 왼쪽에서 오른쪽으로 읽습니다. *boring*에 이르렀을 때 그 앞의 *not*은 보았지만 그 뒤의 *but clever*는 아직 보지 못했습니다. *양방향*(bidirectional) 층에는 저마다 가중치를 따로 가진 LSTM이 두 개 있어, 하나는 앞으로 읽고 다른 하나는 거꾸로 읽습니다. 두 LSTM의 마지막 상태를 나란히 이어 출력층으로 보냅니다. 출력층은 *시그모이드*(sigmoid)를 쓰는 유닛 하나이며, 영화평이 긍정일 확률을 내놓습니다.

# %% alt.en="Four words, not boring but clever, each going through an embedding into two chains of LSTM cells, one with arrows to the right, one with arrows to the left. The last cell of each chain leads to a sigmoid." alt.ko="네 단어 not, boring, but, clever가 저마다 임베딩을 거쳐 두 줄의 LSTM으로 들어갑니다. 한 줄의 화살표는 오른쪽으로, 다른 줄의 화살표는 왼쪽으로 향합니다. 각 줄의 마지막 LSTM이 시그모이드로 이어집니다."
draw_bidirectional(["not", "boring", "but", "clever"])
plt.show()

# %% [markdown] lang="en"
# ### Masking
#
# With `mask_zero=True` the embedding tells the layers after it which positions are padding, and the LSTM skips them: its state stays as it is. Then a review has the same answer whether ten zeros stand in front of it or two hundred.
#
# `SpatialDropout1D(0.3)` drops whole columns of the embedding, the same ones for all words of a review; `Dropout(0.5)` drops half of what the two LSTMs have found. Both make it harder for the network to learn single reviews by heart, and do nothing when it predicts.
#
# > **Common mistake.** `Embedding(…, input_length=300)` is from older versions; Keras 3 warns about it. `keras.Input(shape=(None,))` takes sequences of any length.

# %% [markdown] lang="ko"
# ### 마스킹
#
# `mask_zero=True`로 두면 임베딩이 어느 위치가 패딩인지 뒤의 층에 알려 줍니다. 이것이 마스킹(masking)입니다. LSTM은 그 위치를 건너뛰고 상태를 그대로 둡니다. 그래서 영화평 앞에 0이 열 개 있든 이백 개 있든 답이 같습니다.
#
# `SpatialDropout1D(0.3)`은 임베딩의 열을 통째로, 한 영화평의 모든 단어에서 똑같이 0으로 만듭니다. `Dropout(0.5)`는 두 LSTM이 찾아낸 것의 절반을 0으로 만듭니다. 둘 다 신경망이 영화평을 통째로 외우기 어렵게 하며, 예측할 때는 아무 일도 하지 않습니다.
#
# > **흔한 실수.** `Embedding(…, input_length=300)`은 예전 방식이며 Keras 3에서는 경고가 나옵니다. `keras.Input(shape=(None,))`은 길이가 얼마이든 받습니다.

# %%
keras.utils.set_random_seed(1)
network = keras.Sequential(
    [
        keras.Input(shape=(None,)),
        keras.layers.Embedding(num_words, 32, mask_zero=True),
        keras.layers.SpatialDropout1D(0.3),
        keras.layers.Bidirectional(keras.layers.LSTM(32)),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
network.summary()

# %% [markdown] lang="en"
# Nearly all parameters are in the embedding: 32 for each of 20,000 words. Each LSTM has four sets of weights (chapter 05) for 32 inputs and 32 units, and there are two of them. The output unit has a weight for each of the 64 states, and a bias.

# %% [markdown] lang="ko"
# 파라미터는 거의 모두 임베딩에 있습니다. 단어 20,000개에 32개씩입니다. LSTM에는 입력 32개와 유닛 32개에 대한 가중치가 네 벌 있고(5장), 그런 LSTM이 둘입니다. 출력 유닛에는 상태 64개에 대한 가중치와 편향 하나가 있습니다.

# %%
embedding_parameters = 20_000 * 32
lstm_parameters = 2 * 4 * ((32 + 32) * 32 + 32)
total = embedding_parameters + lstm_parameters + 64 + 1
print(
    f"{embedding_parameters:,} + {lstm_parameters:,} + 65 = {total:,}; Keras counts {network.count_params():,}"
)

# %% [markdown] lang="en"
# ### Exercise 6 · Stack bidirectional layers (3 points)
#
# The network above has one bidirectional layer. Write a function that stacks one or more of them: `build_reviewer(num_words, embedding_size, units)`.
#
# - The input is a batch of sequences of any length: begin with `keras.Input(shape=(None,))`.
# - First an `Embedding` of `num_words` words with `embedding_size` numbers each, that masks zeros.
# - `units` is a list of one or more whole numbers. For each of them, in that order, a `Bidirectional` layer around an `LSTM` with that many units in each direction, everything else as Keras sets it. All but the last return sequences.
# - Then one `Dropout` layer with rate 0.4, and one unit with sigmoid. There is no other dropout.
# - Build the model with the Sequential or the Functional API and return it. It need not be compiled.
#
# The checks build small networks and calculate their output again from their weights.

# %% [markdown] lang="ko"
# ### 연습문제 6 · 양방향 층 쌓기(3점)
#
# 위의 신경망에는 양방향 층이 하나 있습니다. 이번에는 양방향 층을 하나 이상 쌓는 함수 `build_reviewer(num_words, embedding_size, units)`를 작성하십시오.
#
# - 입력은 길이가 얼마이든 되는 시퀀스의 배치입니다. `keras.Input(shape=(None,))`으로 시작합니다.
# - 먼저 단어 `num_words`개에 수를 `embedding_size`개씩 주고 0을 마스킹하는 `Embedding`을 놓습니다.
# - `units`는 정수가 하나 이상 든 리스트입니다. 그 수마다 차례로, 방향마다 유닛이 그만큼 있는 `LSTM`을 `Bidirectional`로 감싼 층을 놓습니다. 나머지 설정은 Keras의 기본값 그대로입니다. 마지막 층을 뺀 모든 층은 시퀀스를 반환합니다.
# - 그다음에 비율이 0.4인 `Dropout` 층 하나와, 시그모이드를 쓰는 유닛 하나를 놓습니다. 다른 드롭아웃은 없습니다.
# - Sequential API나 함수형 API로 모델을 만들어 반환합니다. 컴파일하지 않아도 됩니다.
#
# 검사에서는 이 함수로 작은 신경망을 만들고, 그 가중치로 출력을 다시 계산해 비교합니다.


# %% nbgrader={"grade": false, "grade_id": "build-reviewer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_reviewer(num_words, embedding_size, units):
    """Build a classifier of texts out of bidirectional LSTM layers.

    Args:
        num_words: int, the number of different numbers in the sequences.
        embedding_size: int, the length of the vector of each word.
        units: list of one or more int, the units in each direction of each bidirectional layer.

    Returns:
        A Keras model: sequences of shape (batch, any length) in, probabilities (batch, 1) out.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=(None,))])
    model.add(keras.layers.Embedding(num_words, embedding_size, mask_zero=True))
    for place, number in enumerate(units, start=1):
        recurrent = keras.layers.LSTM(number, return_sequences=place < len(units))
        model.add(keras.layers.Bidirectional(recurrent))
    model.add(keras.layers.Dropout(0.4))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "build-reviewer-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from hiddenlayers import check


def sigmoid_of(x):
    return 1 / (1 + np.exp(-x))


def lstm_states(x, kernel, recurrent, bias):
    """The states of an LSTM that reads x, of shape (time, features), one row a time step."""
    h = c = np.zeros(len(recurrent))
    states = []
    for row in x:
        i, f, g, o = np.split(row @ kernel + h @ recurrent + bias, 4)
        c = sigmoid_of(f) * c + sigmoid_of(i) * np.tanh(g)
        h = sigmoid_of(o) * np.tanh(c)
        states.append(h)
    return np.array(states)


built = check.model(build_reviewer(50, 6, [5, 3]), "build_reviewer(50, 6, [5, 3])")
facts = check.describe(built)
check.equal(
    facts.input_shape,
    (None, None),
    "model.input_shape",
    en="keras.Input(shape=(None,)): any number of sequences of any length.",
    ko="keras.Input(shape=(None,)): 시퀀스의 개수와 길이가 정해져 있지 않습니다.",
)
check.equal(
    facts.output_shape,
    (None, 1),
    "model.output_shape",
    en="One probability for each sequence: the last bidirectional layer returns only its last state, the last layer has one unit.",
    ko="시퀀스마다 확률 하나입니다. 마지막 양방향 층은 마지막 상태만 반환하고, 마지막 층의 유닛은 하나입니다.",
)
check.equal(
    [layer.output_shape for layer in facts.of_kind("Bidirectional")],
    [(None, None, 10), (None, 6)],
    "Bidirectional.output.shape",
    en="Two Bidirectional layers with 5 and 3 units in each direction; all but the last return sequences.",
    ko="방향마다 유닛이 5개, 3개인 Bidirectional 층 두 개여야 합니다. 마지막을 뺀 층은 시퀀스를 반환합니다.",
)
check.equal(
    facts.parameters,
    50 * 6 + 2 * 4 * ((6 + 5) * 5 + 5) + 2 * 4 * ((10 + 3) * 3 + 3) + 7,
    "model.count_params()",
    en="Embedding of 50 words and 6 numbers, LSTMs of 5 and 3 units in both directions, one output unit, all with biases.",
    ko="단어 50개와 수 6개의 Embedding, 방향마다 유닛 5개와 3개인 LSTM, 출력 유닛 하나이며 모두 편향이 있습니다.",
)
dropouts = [layer for layer in facts.layers if layer.kind in ("Dropout", "SpatialDropout1D")]
check.equal(
    [(layer.kind, layer.output_shape) for layer in dropouts],
    [("Dropout", (None, 6))],
    "Dropout.output.shape",
    en="One Dropout layer, after the last bidirectional layer.",
    ko="Dropout 층은 마지막 양방향 층 뒤에 하나만 있어야 합니다.",
)
check.close([dropouts[0].config["rate"]], [0.4], "Dropout.rate")
settings = ("activation", "recurrent_activation", "dropout", "recurrent_dropout")
for layer in facts.of_kind("Bidirectional"):
    inner = layer.config["layer"]["config"]
    check.equal(
        [inner.get(setting) for setting in settings],
        ["tanh", "sigmoid", 0.0, 0.0],
        f"LSTM: {', '.join(settings)}",
        en="Give the LSTM its units and return_sequences only: Keras sets the rest, and it has no dropout of its own.",
        ko="LSTM에는 유닛 수와 return_sequences만 주십시오. 나머지는 Keras의 기본값이며, LSTM 자체의 드롭아웃은 없습니다.",
    )
arrays = check.weights(built)
sequence = [7, 3, 49, 12]
states = arrays[0][sequence]
for k in (1, 7):
    ahead = lstm_states(states, *arrays[k : k + 3])
    back = lstm_states(states[::-1], *arrays[k + 3 : k + 6])[::-1]
    states = np.hstack([ahead, back])
answer = sigmoid_of(np.concatenate([ahead[-1], back[0]]) @ arrays[13] + arrays[14])
check.close(
    check.predict(built, np.array([sequence])),
    [answer],
    "model([[7, 3, 49, 12]])",
    rtol=0,
    atol=1e-5,
    en="Embedding, bidirectional LSTMs as Keras sets them, and sigmoid on the last unit.",
    ko="Embedding, Keras 기본 설정의 양방향 LSTM, 마지막 유닛의 시그모이드를 확인하십시오.",
)
check.close(
    check.predict(built, np.array([[0] * 10 + sequence, sequence + [0] * 10])),
    [answer, answer],
    "model([[0, ..., 0, 7, 3, 49, 12], [7, 3, 49, 12, 0, ..., 0]])",
    rtol=0,
    atol=1e-5,
    en="Padding must not change the answer: the Embedding has to mask zeros.",
    ko="패딩이 있어도 답이 같아야 합니다. Embedding이 0을 마스킹해야 합니다.",
)
check.passed("shapes", f"{facts.parameters:,} parameters", "Dropout 0.4", "output", "zeros masked")

# %% nbgrader={"grade": true, "grade_id": "build-reviewer-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import numpy as np
from hiddenlayers import check


def squashed(x):
    return 1 / (1 + np.exp(-x))


def read_by_lstm(x, kernel, recurrent, bias):
    """The states of an LSTM that reads x, of shape (time, features), one row a time step."""
    h = c = np.zeros(len(recurrent))
    states = []
    for row in x:
        i, f, g, o = np.split(row @ kernel + h @ recurrent + bias, 4)
        c = squashed(f) * c + squashed(i) * np.tanh(g)
        h = squashed(o) * np.tanh(c)
        states.append(h)
    return np.array(states)


rng = check.rng("build-reviewer")
for depth in (1, 3):
    words, size = int(rng.integers(20, 60)), int(rng.integers(4, 9))
    units = [int(number) for number in rng.choice(np.arange(2, 7), size=depth, replace=False)]
    call = f"build_reviewer({words}, {size}, {units})"
    drawn = check.model(build_reviewer(words, size, list(units)), call)
    found = check.describe(drawn)
    check.equal(found.input_shape, (None, None), f"{call}.input_shape")
    check.equal(found.output_shape, (None, 1), f"{call}.output_shape")
    check.equal(
        [layer.output_shape for layer in found.of_kind("Bidirectional")],
        [*((None, None, 2 * number) for number in units[:-1]), (None, 2 * units[-1])],
        f"{call}: Bidirectional.output.shape",
        en="One Bidirectional layer for each entry of units, however many there are; all but the last return sequences.",
        ko="units의 항목마다 Bidirectional 층이 하나씩 있어야 하고, 마지막을 뺀 층은 시퀀스를 반환합니다.",
    )
    inputs = [size, *(2 * number for number in units)]
    check.equal(
        found.parameters,
        words * size
        + sum(
            8 * ((before + number) * number + number) for before, number in zip(inputs, units, strict=False)
        )
        + inputs[-1]
        + 1,
        f"{call}.count_params()",
    )
    check.equal(
        [
            (layer.kind, layer.output_shape)
            for layer in found.layers
            if layer.kind in ("Dropout", "SpatialDropout1D")
        ],
        [("Dropout", (None, 2 * units[-1]))],
        f"{call}: Dropout.output.shape",
        en="One Dropout layer, after the last bidirectional layer.",
        ko="Dropout 층은 마지막 양방향 층 뒤에 하나만 있어야 합니다.",
    )
    check.close([found.of_kind("Dropout")[0].config["rate"]], [0.4], f"{call}: Dropout.rate")
    for wrapper in found.of_kind("Bidirectional"):
        lstm = wrapper.config["layer"]["config"]
        check.equal(
            {key: lstm.get(key) for key in ("activation", "recurrent_activation")},
            {"activation": "tanh", "recurrent_activation": "sigmoid"},
            f"{call}: LSTM",
        )
        check.close([lstm.get("dropout"), lstm.get("recurrent_dropout")], [0, 0], f"{call}: LSTM dropout")
    matrices = check.weights(drawn)
    text = rng.integers(1, words, size=5)
    sequences = matrices[0][text]
    for layer in range(depth):
        own = matrices[1 + 6 * layer : 7 + 6 * layer]
        forwards = read_by_lstm(sequences, *own[:3])
        backwards = read_by_lstm(sequences[::-1], *own[3:])[::-1]
        sequences = np.hstack([forwards, backwards])
    score = np.concatenate([forwards[-1], backwards[0]]) @ matrices[-2] + matrices[-1]
    both = check.predict(drawn, np.array([[*[0] * 10, *text], [*text, *[0] * 10]]))
    check.close(
        both,
        [squashed(score)] * 2,
        f"{call}(padded sequences)",
        rtol=0,
        atol=1e-5,
        en="Embedding that masks zeros, bidirectional LSTMs as Keras sets them, sigmoid on the last unit.",
        ko="0을 마스킹하는 Embedding, Keras 기본 설정의 양방향 LSTM, 마지막 유닛의 시그모이드를 확인하십시오.",
    )
check.passed("2 drawn networks")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 5 · Compile
#
# There are two answers, so the loss is *binary cross-entropy*. With $p$ the probability of "positive" and $y$ the label,
#
# $$L = -y \ln p - (1 - y) \ln (1 - p)$$
#
# For a positive review only the first term counts, for a negative one only the second. To be sure and wrong is expensive on both sides. An untrained network answers nearly 0.5 to everything, so its loss is close to $\ln 2 = 0.69$.

# %% [markdown] lang="ko"
# ## 5 · 컴파일하기
#
# 답이 둘뿐이므로 손실은 *이진 교차 엔트로피*(binary cross-entropy)입니다. $p$가 긍정일 확률이고 $y$가 레이블이면 다음과 같습니다.
#
# $$L = -y \ln p - (1 - y) \ln (1 - p)$$
#
# 긍정적인 영화평에서는 앞의 항만, 부정적인 영화평에서는 뒤의 항만 남습니다. 어느 쪽이든 확신하고 틀리면 손실이 커집니다. 훈련하지 않은 신경망은 무엇에든 0.5에 가까운 답을 하므로 손실이 $\ln 2 = 0.69$에 가깝습니다.

# %% alt.en="Two curves of the loss against the probability p: for a positive review it falls to 0 at p = 1, for a negative one it rises from 0 at p = 0. They cross at p = 0.5 with loss 0.69." alt.ko="확률 p에 따른 손실 곡선 두 개. 긍정적인 영화평에서는 p = 1로 갈수록 0으로 내려가고, 부정적인 영화평에서는 p = 0의 0에서 올라갑니다. 둘은 p = 0.5에서 손실 0.69로 만납니다."
p = np.linspace(0.01, 0.99, 99)
plt.figure(figsize=(5, 2.4))
plt.plot(p, -np.log(p), color=BLUE, label="positive review")
plt.plot(p, -np.log(1 - p), "--", color=ORANGE, label="negative review")
plt.plot(0.5, np.log(2), "o", color="black")
plt.xlabel("probability of positive")
plt.ylabel("loss")
plt.legend(frameon=False)
plt.show()

# %%
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
untrained_loss, untrained_accuracy = network.evaluate(x_val, y_val, verbose=0)
print(f"loss {untrained_loss:.2f}, accuracy {untrained_accuracy:.2f}")

# %% [markdown] lang="en"
# ## 6 · Train
#
# Two callbacks from chapter 01 keep watch over the validation loss. `EarlyStopping` ends the training when it has not fallen for two epochs (six on the small corpus, on which the network needs a while before it begins to learn). `ModelCheckpoint` writes the network to a file each time the loss is the lowest so far, so that the best epoch is kept even if training goes on too long, or the power fails.
#
# > **Common mistake.** Giving these callbacks the **test** set to watch. Then the test set has chosen the epoch, and is no test any more. And the file's name ends in `.keras`; older forms such as `.hdf5` raise an error.

# %% [markdown] lang="ko"
# ## 6 · 훈련하기
#
# 1장에서 배운 콜백 두 개가 검증 손실을 지켜봅니다. `EarlyStopping`은 검증 손실이 두 에포크 동안 내려가지 않으면 훈련을 끝냅니다(작은 말뭉치에서는 신경망이 배우기 시작할 때까지 시간이 걸리므로 여섯 에포크). `ModelCheckpoint`는 검증 손실이 지금까지 가운데 가장 낮을 때마다 신경망을 파일로 저장합니다. 훈련이 너무 길어지거나 전원이 꺼져도 가장 좋은 에포크가 남습니다.
#
# > **흔한 실수.** 이 콜백에 **테스트** 세트를 지켜보게 하는 것입니다. 그러면 테스트 세트가 에포크를 고른 셈이어서 더는 테스트가 아닙니다. 그리고 파일 이름은 `.keras`로 끝나야 합니다. `.hdf5` 같은 예전 형식은 오류를 냅니다.

# %%
folder = tempfile.TemporaryDirectory()
best_file = Path(folder.name) / "best.keras"
watch = [
    keras.callbacks.EarlyStopping(patience=2 if len(x_fit) > 10_000 else 6),
    keras.callbacks.ModelCheckpoint(best_file, save_best_only=True),
]

# %% [markdown] lang="en"
# IMDB takes batches of 128 reviews and stops after four epochs or so, a few minutes in all. The small corpus has about a tenth of the reviews, so its batches are smaller as well: otherwise the network would take too few steps.

# %% [markdown] lang="ko"
# IMDB는 영화평 128개를 한 배치로 하며, 네 에포크쯤에서 멈춥니다. 모두 몇 분 걸립니다. 작은 말뭉치는 영화평이 10분의 1쯤이므로 배치도 작게 합니다. 그러지 않으면 단계 수가 너무 적습니다.

# %%
batch_size = 128 if len(x_fit) > 10_000 else 32
start = time.perf_counter()
history = network.fit(
    x_fit,
    y_fit,
    batch_size=batch_size,
    epochs=hiddenlayers.epochs(20),
    validation_data=(x_val, y_val),
    callbacks=watch,
    verbose=0,
)
num_steps = int(np.ceil(len(x_fit) / batch_size))
minutes = (time.perf_counter() - start) / 60
curves = pd.DataFrame(history.history, index=pd.RangeIndex(1, len(history.epoch) + 1, name="epoch"))
best_epoch = curves["val_loss"].idxmin()
print(f"{len(history.epoch)} epochs of {num_steps} steps in {minutes:.1f} minutes")

# %% [markdown] lang="en"
# The training loss keeps falling, for the network has enough parameters to remember every review. The validation loss turns up after a few epochs: from there on the network learns by heart. The circle marks the epoch that the checkpoint has kept; that one we load.

# %% [markdown] lang="ko"
# 신경망에는 모든 영화평을 외울 만큼 파라미터가 많으므로 훈련 손실은 계속 내려갑니다. 검증 손실은 몇 에포크 뒤에 다시 올라갑니다. 거기서부터는 외우는 것입니다. 동그라미는 체크포인트가 남긴 에포크이며, 이것을 불러와 씁니다.

# %% alt.en="Two plots against the epoch. Left: the training loss falls all the way, the validation loss falls and then turns up, its lowest point is circled. Right: both accuracies rise, training above validation at the end." alt.ko="에포크에 따른 그래프 두 개. 왼쪽에서는 훈련 손실이 계속 내려가고 검증 손실은 내려가다 올라가며, 가장 낮은 곳에 동그라미가 있습니다. 오른쪽에서는 두 정확도가 올라가고 끝에서는 훈련 정확도가 더 높습니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 2.6))
curves[["loss", "val_loss"]].plot(ax=left, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4)
left.plot(best_epoch, curves["val_loss"].min(), "o", color="black", fillstyle="none", markersize=12)
curves[["accuracy", "val_accuracy"]].plot(ax=right, style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4)
plt.show()

# %%
network = keras.models.load_model(best_file)
print(f"epoch {best_epoch} is kept, validation loss {curves['val_loss'].min():.4f}")

# %% [markdown] lang="en"
# ### Exercise 7 · Train with a validation split of your own (3 points)
#
# The files of IMDB come sorted, the negative reviews first. `validation_split` takes the *last* rows as they are, and would validate on positive reviews alone. So draw the rows yourself. Write `train_with_own_split(model, x, y, epochs, seed)`:
#
# - `model` is compiled already; don't compile it again. `x` and `y` are arrays with the same number of rows, which can be divided by 5. The rows may be sorted by label.
# - Draw **one fifth** of the rows by chance for validation. Which rows they are depends only on `seed`, a whole number, and on how many rows there are, never on the labels: the same seed draws the same rows again, another seed draws others.
# - Train this very model on all other rows, and on none of those drawn, for exactly `epochs` epochs in one call of `fit`, with the rows drawn as validation data. Leave the batch size at 32, which `fit` takes by itself, and use no callbacks.
# - Return a tuple `(history, rows)`: the `History` object, and an integer array of shape `(number of rows // 5,)` with the positions of the rows drawn, in any order.
#
# The checks bring a tiny problem of their own: two clouds of points, 100 to 200 rows, a model of one sigmoid unit, 3 to 6 epochs. They train twice with the same seed; the second time the labels of the rows drawn are wrong, and the model has to come out the same.

# %% [markdown] lang="ko"
# ### 연습문제 7 · 검증 세트를 직접 뽑아 훈련하기(3점)
#
# IMDB의 파일은 부정적인 영화평이 먼저 오도록 정렬되어 있습니다. `validation_split`은 *마지막* 행을 그대로 떼어 내므로 긍정적인 영화평만으로 검증하게 됩니다. 그래서 행을 직접 뽑습니다. 함수 `train_with_own_split(model, x, y, epochs, seed)`를 작성하십시오.
#
# - `model`은 이미 컴파일한 모델이며 다시 컴파일하지 않습니다. `x`와 `y`는 행의 개수가 같은 배열이며, 행의 개수는 5로 나누어떨어집니다. 행이 레이블 순서로 정렬되어 있을 수 있습니다.
# - 행의 **5분의 1**을 무작위로 뽑아 검증에 씁니다. 어떤 행이 뽑히는지는 정수 `seed`와 행의 개수로만 정해지며 레이블과는 관계가 없습니다. 시드가 같으면 같은 행을, 시드가 다르면 다른 행을 뽑습니다.
# - 나머지 행 전부로, 뽑힌 행은 하나도 쓰지 않고, `fit`을 한 번 호출해 바로 이 모델을 정확히 `epochs`번의 에포크 동안 훈련합니다. 뽑힌 행은 검증 데이터로 줍니다. 배치 크기는 `fit`의 기본값인 32로 두고, 콜백은 쓰지 않습니다.
# - 튜플 `(history, rows)`를 반환합니다. `history`는 `History` 객체이고, `rows`는 뽑힌 행의 위치를 담은 형상 `(행의 개수 // 5,)`의 정수 배열입니다. 순서는 상관없습니다.
#
# 검사는 아주 작은 문제를 씁니다. 두 무리로 모인 점 100~200개로, 시그모이드 유닛 하나로 된 모델을 3~6 에포크 동안 훈련합니다. 같은 시드로 두 번 훈련하는데, 두 번째에는 뽑힌 행의 레이블을 틀리게 바꿉니다. 그래도 훈련된 모델은 똑같아야 합니다.


# %% nbgrader={"grade": false, "grade_id": "train-with-own-split", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_with_own_split(model, x, y, epochs, seed):
    """Train a compiled model, validating on a fifth of the rows, drawn by chance.

    Args:
        model: a compiled Keras model. It is trained in place.
        x: array of inputs, one row an example; the number of rows can be divided by 5.
        y: array of labels, one a row of x; the rows may be sorted by them.
        epochs: int, the number of epochs.
        seed: int, decides together with the number of rows which rows are drawn.

    Returns:
        A tuple of the History and an int array with the positions of the rows drawn.
    """
    ### BEGIN SOLUTION
    order = np.random.default_rng(seed).permutation(len(x))
    rows, others = order[: len(x) // 5], order[len(x) // 5 :]
    history = model.fit(x[others], y[others], epochs=epochs, validation_data=(x[rows], y[rows]), verbose=0)
    return history, rows
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train-with-own-split-check", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
import keras
import numpy as np
from hiddenlayers import check

sorted_labels = np.repeat([0, 1], [60, 40])
cloud = np.where(sorted_labels == 1, 2.0, -2.0)[:, None] + np.random.default_rng(3).normal(size=(100, 2))
cloud = cloud.astype("float32")
answers, drawn_rows = [], []
for given in (sorted_labels, None):
    if given is None:  # the second time, the labels of the rows that were drawn are wrong
        given = sorted_labels.copy()
        given[drawn_rows[0]] = 1 - given[drawn_rows[0]]
    unit = keras.Sequential(
        [keras.Input(shape=(2,)), keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")]
    )
    unit.compile(keras.optimizers.SGD(0.5), "binary_crossentropy", run_eagerly=True)
    check.seed(5)
    returned = train_with_own_split(unit, cloud, given, 3, 8)
    check.that(
        type(returned) in (tuple, list) and len(returned) == 2,
        "train_with_own_split(...): expected a tuple of two, the History and the rows drawn.",
        "train_with_own_split(...): 튜플 (history, rows)를 반환해야 합니다.",
    )
    check.history(
        returned[0],
        3,
        "train_with_own_split(model, x, y, epochs=3, seed=8)[0]",
        en="Call model.fit once, with epochs=epochs, and return its History first.",
        ko="model.fit을 epochs=epochs로 한 번 호출하고, 그 History를 먼저 반환하십시오.",
    )
    check.that(
        "val_loss" in returned[0].history,
        "The History has no val_loss: give fit the rows drawn as validation_data.",
        "History에 val_loss가 없습니다. 뽑힌 행을 fit에 validation_data로 주십시오.",
    )
    rows = check.array(
        returned[1],
        "rows",
        shape=(20,),
        dtype="int",
        en="The positions of the rows drawn, one fifth of 100.",
        ko="뽑힌 행의 위치이며, 100의 5분의 1입니다.",
    )
    check.that(
        len(np.unique(rows)) == 20 and rows.min() >= 0 and rows.max() < 100,
        "rows: expected 20 different positions from 0 to 99.",
        "rows: 0부터 99까지의 서로 다른 위치 20개여야 합니다.",
    )
    check.that(
        0 < sorted_labels[rows].sum() < 20,
        "rows: all rows drawn have the same label. The rows are sorted: draw by chance from all of them.",
        "rows: 뽑힌 행의 레이블이 모두 같습니다. 행이 정렬되어 있으므로 전체에서 무작위로 뽑으십시오.",
    )
    drawn_rows.append(np.sort(rows))
    answers.append(check.predict(unit, np.array([[-2, -2], [2, 2]], dtype="float32"))[:, 0])
check.equal(
    drawn_rows[1],
    drawn_rows[0],
    "rows of the second call (sorted)",
    en="The same seed has to draw the same rows, whatever the labels are.",
    ko="시드가 같으면 레이블이 무엇이든 같은 행을 뽑아야 합니다.",
)
check.at_least(
    answers[0][1] - answers[0][0],
    0.8,
    "model([[2, 2]]) - model([[-2, -2]])",
    en="The model that was given has not learned enough: train it, not a copy, on the other rows, as it is compiled.",
    ko="주어진 모델이 충분히 학습되지 않았습니다. 복사본이 아니라 바로 그 모델을, 다시 컴파일하지 말고, 나머지 행으로 훈련하십시오.",
)
check.close(
    answers[1],
    answers[0],
    "model(points) after training with wrong labels in the rows drawn",
    rtol=0,
    atol=5e-3,
    en="The model has learned from rows that were drawn for validation.",
    ko="모델이 검증용으로 뽑힌 행에서 배웠습니다.",
)
check.passed("History of 3 epochs", "20 rows", "model has learned", "not from the rows drawn")

# %% nbgrader={"grade": true, "grade_id": "train-with-own-split-hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden checks: more arguments, drawn when it is graded · 숨은 검사: 채점할 때 뽑는 다른 인수
### BEGIN HIDDEN TESTS
import keras
import numpy as np
from hiddenlayers import check

rng = check.rng("train-with-own-split")
count, epochs = int(rng.choice([120, 150, 200])), int(rng.integers(4, 7))
features, seeds = int(rng.integers(2, 5)), [int(seed) for seed in rng.choice(1000, size=2, replace=False)]
labels = np.arange(count) // (count // 2)
centre = rng.choice([-2.0, 2.0], size=features)
points = np.where(labels == 1, 1, -1)[:, None] * centre + rng.normal(scale=0.7, size=(count, features))
points = points.astype("float32")
number = int(rng.integers(1000))
results = []
for seed, flipped in ((seeds[0], False), (seeds[0], True), (seeds[1], False)):
    targets = labels.copy()
    if flipped:
        targets[results[0][0]] = 1 - targets[results[0][0]]
    single = keras.Sequential(
        [
            keras.Input(shape=(features,)),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"),
        ]
    )
    single.compile(keras.optimizers.SGD(0.5), "binary_crossentropy", run_eagerly=True)
    check.seed(number)
    call = f"train_with_own_split(model, x, y, {epochs}, {seed}), {count} rows"
    pair = train_with_own_split(single, points, targets, epochs, seed)
    check.that(
        type(pair) in (tuple, list) and len(pair) == 2,
        f"{call}: expected a tuple of two.",
        f"{call}: 항목이 둘인 튜플이어야 합니다.",
    )
    check.history(pair[0], epochs, call)
    check.that(
        "val_loss" in pair[0].history,
        f"{call}: the History has no val_loss.",
        f"{call}: History에 val_loss가 없습니다.",
    )
    positions = np.sort(check.array(pair[1], f"{call}: rows", shape=(count // 5,), dtype="int"))
    check.that(
        len(np.unique(positions)) == count // 5 and positions[0] >= 0 and positions[-1] < count,
        f"{call}: the rows are not different positions from 0 to {count - 1}.",
        f"{call}: rows가 0부터 {count - 1}까지의 서로 다른 위치가 아닙니다.",
    )
    check.that(
        0 < labels[positions].sum() < count // 5,
        f"{call}: all rows drawn have the same label.",
        f"{call}: 뽑힌 행의 레이블이 모두 같습니다.",
    )
    ends = np.array([-centre, centre], dtype="float32")
    results.append((positions, check.predict(single, ends)[:, 0]))
check.that(
    np.array_equal(results[0][0], results[1][0]),
    "The same seed has to draw the same rows, whatever the labels are.",
    "시드가 같으면 레이블이 무엇이든 같은 행을 뽑아야 합니다.",
)
check.that(
    not np.array_equal(results[0][0], results[2][0]),
    "Another seed has to draw other rows.",
    "시드가 다르면 다른 행을 뽑아야 합니다.",
)
check.at_least(
    results[0][1][1] - results[0][1][0],
    0.8,
    "model(middle of cloud 1) - model(middle of cloud 0)",
    en="The given model has to learn from the rows that were not drawn.",
    ko="주어진 모델이 뽑히지 않은 행에서 배워야 합니다.",
)
check.close(
    results[1][1],
    results[0][1],
    "model(points) after training with wrong labels in the rows drawn",
    rtol=0,
    atol=5e-3,
    en="The model has learned from rows that were drawn for validation.",
    ko="모델이 검증용으로 뽑힌 행에서 배웠습니다.",
)
check.passed(f"{count} rows", f"{epochs} epochs", "2 seeds", "validation rows kept apart")
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## 7 · Evaluate
#
# Now the test set. Beside the network we put a baseline that has never heard of word order: a bag of words for each review, 1 for each number that occurs in it, and *logistic regression*, which is one sigmoid unit. It takes seconds.

# %% [markdown] lang="ko"
# ## 7 · 평가하기
#
# 이제 테스트 세트를 씁니다. 신경망 옆에 단어의 순서를 전혀 모르는 기준 모델을 둡니다. 영화평마다 나온 번호를 1로 표시하는 BoW에 *로지스틱 회귀*(logistic regression)를 씁니다. 로지스틱 회귀는 시그모이드 유닛 하나와 같습니다. 훈련에 몇 초면 됩니다.

# %%
vectorizer = CountVectorizer(analyzer=set)
bag_fit = vectorizer.fit_transform(x_train[:-num_val])
baseline = LogisticRegression(C=0.05, max_iter=300).fit(bag_fit, y_fit)
baseline_accuracy = baseline.score(vectorizer.transform(x_test), y_test)
test_loss, test_accuracy = network.evaluate(x_test_padded, y_test, batch_size=500, verbose=0)
print(f"bag of words {baseline_accuracy:.4f}, network {test_accuracy:.4f}")

# %% alt.en="Horizontal bars of accuracy: always the same answer and the untrained network near 0.5, the bag of words and the network on the test set well above." alt.ko="정확도를 나타낸 가로 막대그래프. 늘 같은 답과 훈련 전 신경망은 0.5 근처이고, 테스트 세트에서 BoW와 신경망은 그보다 훨씬 높습니다."
accuracies = pd.Series(
    {
        "network, test": test_accuracy,
        "network, validation": curves["val_accuracy"].loc[best_epoch],
        "bag of words, test": baseline_accuracy,
        "untrained network": untrained_accuracy,
        "always the same": max(y_test.mean(), 1 - y_test.mean()),
    }
)
colors = [ORANGE, BLUE, GREEN, "0.7", "0.7"]
bars = accuracies[::-1].plot.barh(figsize=(7, 2.2), color=colors[::-1], xlim=(0, 1.1))
bars.bar_label(bars.containers[0], fmt="%.3f", padding=3)
plt.show()

# %% [markdown] lang="en"
# On IMDB the baseline is about as good as the network. That is no accident, and worth knowing before anyone spends an hour on training: a review of 200 words holds so many words of praise or blame that counting them is enough for nearly nine of ten reviews. On the small corpus, where a review is a sentence or two, counting fails more often.
#
# So what does reading in order bring? An accuracy over all reviews can't say. Our small corpus can, for each of its reviews carries a mark that says how it is made:
#
# - *plain*: "The plot is clever."
# - *negation*: "The plot is never boring."
# - *contrast*: "Although the plot is dull, the cast is superb."
# - *irony*, the hard ones: "I loved the part where it was over."
#
# None of the ironic phrases in the test part occurs in its training part.

# %% [markdown] lang="ko"
# IMDB에서는 기준 모델이 신경망과 비슷합니다. 우연이 아닙니다. 훈련에 한 시간을 쓰기 전에 알아 두면 좋은 사실입니다. 200단어짜리 영화평에는 칭찬이나 비난의 단어가 워낙 많아서, 세기만 해도 열에 아홉 가까이 맞힙니다. 영화평이 한두 문장뿐인 작은 말뭉치에서는 세는 방법이 더 자주 틀립니다.
#
# 그렇다면 순서대로 읽으면 무엇이 나아집니까? 전체 정확도만으로는 알 수 없습니다. 우리가 만든 작은 말뭉치로는 알 수 있습니다. 영화평마다 어떻게 만들었는지 표시해 두었기 때문입니다.
#
# - *plain*(평범): "The plot is clever."
# - *negation*(부정): "The plot is never boring."
# - *contrast*(대조): "Although the plot is dull, the cast is superb."
# - *irony*(반어), 어려운 것: "I loved the part where it was over."
#
# 이 말뭉치의 테스트 부분에 나오는 반어 표현은 훈련 부분에 하나도 나오지 않습니다.


# %%
def numbers_of(text):
    """The numbers of an English text, as IMDB numbers its words."""
    letters = "".join(c if c.isalnum() or c == "'" else " " for c in text.replace("<br />", " "))
    numbers = [word_index.get(word, num_words) + 3 for word in letters.lower().split()]
    return [1, *(number if number < num_words else 2 for number in numbers)]


def positive_probability(texts):
    """The network's probability that each text is positive."""
    rows = keras.utils.pad_sequences([numbers_of(text) for text in texts], maxlen=max_length)
    return network.predict(rows, verbose=0)[:, 0]


# %%
corpus = datasets.reviews.load_data("en")
own = corpus[corpus["part"] == "test"].set_index("kind")
counted = baseline.predict(vectorizer.transform([numbers_of(text) for text in own["text"]]))
read = positive_probability(own["text"]) > 0.5
right = pd.DataFrame({"bag of words": counted == own["label"], "network": read == own["label"]})
by_kind = right.groupby(level="kind").mean().loc[["plain", "negation", "contrast", "irony"]]
by_kind.round(2).T

# %% alt.en="Grouped bars of accuracy for plain, negation, contrast and irony, bag of words beside network, with a line at 0.5. Plain is high for both; on the others the bag of words falls far, and the network trained on IMDB falls with it." alt.ko="평범, 부정, 대조, 반어별 정확도를 BoW와 신경망으로 나란히 그린 막대그래프. 0.5에 가로선이 있습니다. 평범한 영화평은 둘 다 높고, 나머지에서는 BoW가 크게 떨어지며 IMDB로 훈련한 신경망도 함께 떨어집니다."
by_kind.plot.bar(figsize=(7, 2.6), rot=0, color=[GREEN, ORANGE], ylabel="accuracy", ylim=(0, 1))
plt.axhline(0.5, color="0.6", linewidth=1)
plt.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
plt.show()

# %% [markdown] lang="en"
# On plain reviews both are nearly always right. On the others the network that learned from IMDB does hardly better than the bag of words. For both, *never boring* is *boring*: of the negations they get about four out of five wrong. Irony, whose words say the opposite of what is meant, fools both nearly as often, and with contrast both only guess. Nothing in IMDB made the network read more closely, for among 200 words one *not* weighs little.
#
# Its layers could do better. Without a network connection this notebook trains the very same network on the 2,400 training reviews of the small corpus, where the order decides. There it is right on nearly all negations and contrasts, while a bag of words trained on the same reviews stays at 0.29 and 0.49. On irony both only guess: its phrases are new, and what gives it away is knowledge of the world. So what a network learns depends on its data as much as on its layers; being able to read in order is not yet a reason to do so.

# %% [markdown] lang="ko"
# 평범한 영화평은 둘 다 거의 다 맞힙니다. 나머지에서는 IMDB로 훈련한 신경망도 BoW보다 별로 나을 것이 없습니다. 둘 다 *never boring*을 *boring*으로 받아들여, 부정 표현이 든 영화평은 다섯 가운데 넷쯤을 틀립니다. 뜻과 반대되는 말을 쓰는 반어에도 둘 다 거의 그만큼 속고, 대조에서는 찍는 것과 다름없습니다. 단어가 200개나 되면 *not* 하나가 차지하는 몫이 작으므로, IMDB에서는 신경망이 더 꼼꼼히 읽을 이유가 없었습니다.
#
# 그렇다고 이 신경망의 층이 그것을 배우지 못하는 것은 아닙니다. 네트워크에 연결되어 있지 않으면 이 노트북은 똑같은 신경망을 작은 말뭉치의 훈련용 영화평 2,400개로 훈련하는데, 이 말뭉치에서는 단어의 순서가 답을 결정합니다. 그러면 신경망은 부정과 대조를 거의 다 맞히고, 같은 영화평으로 훈련한 BoW는 0.29와 0.49에 머뭅니다. 반어에서는 둘 다 찍는 것과 다름없습니다. 처음 보는 표현인 데다, 세상에 대한 지식이 있어야 알아차릴 수 있기 때문입니다. 이처럼 신경망이 무엇을 배우는지는 층만이 아니라 데이터에도 달려 있습니다. 순서대로 읽을 수 있다고 해서 저절로 그렇게 읽는 것은 아닙니다.

# %% [markdown] lang="en"
# ## 8 · Predict
#
# `predict` returns a probability, not an answer; above 0.5 we read it as "positive". Most probabilities lie near 0 or 1. The picture also shows where the mistakes are. Of the few reviews in the middle, where the network is unsure, about half are wrong. At the ends, where it is sure, only a few in a hundred are wrong, but so many reviews lie there that these mistakes add up as well.

# %% [markdown] lang="ko"
# ## 8 · 예측하기
#
# `predict`는 답이 아니라 확률을 반환합니다. 0.5보다 크면 긍정으로 봅니다. 확률은 대부분 0이나 1에 가깝습니다. 그림에는 어디에서 틀렸는지도 나와 있습니다. 신경망이 확신하지 못하는 가운데에는 영화평이 얼마 없지만 그 가운데 절반쯤이 틀렸습니다. 확신하는 양 끝에서는 100개 가운데 몇 개만 틀리지만, 그곳에 영화평이 워낙 많아서 틀린 것도 모으면 적지 않습니다.

# %% alt.en="Histogram of the probabilities of the test reviews, right answers and wrong answers stacked: high at both ends; the wrong ones are spread over the whole range, about half of the few in the middle." alt.ko="테스트 영화평의 확률 히스토그램. 맞힌 것과 틀린 것을 쌓아 그렸습니다. 양 끝이 높습니다. 틀린 것은 전체에 퍼져 있고, 얼마 안 되는 가운데에서는 절반쯤입니다."
probabilities = network.predict(x_test_padded, batch_size=500, verbose=0)[:, 0]
hit = (probabilities > 0.5) == y_test
plt.figure(figsize=(6, 2.5))
plt.hist(
    [probabilities[hit], probabilities[~hit]],
    bins=20,
    stacked=True,
    color=[BLUE, ORANGE],
    label=["right", "wrong"],
)
plt.xlabel("probability of positive")
plt.ylabel("reviews")
plt.legend(frameon=False)
plt.show()

# %% [markdown] lang="en"
# ### Word by word
#
# How does the network come to its answer? We show it the beginning of a sentence, then one word more, and so on, and ask after each word. Watch what the single words do, and whether *although* changes anything. On IMDB each word of praise or blame moves the line by itself, and *although* leaves hardly a trace: one more sign that this network counts more than it reads.

# %% [markdown] lang="ko"
# ### 한 단어씩
#
# 신경망은 어떻게 그런 답을 내놓습니까? 문장의 첫머리만 보여 주고, 한 단어씩 더 보여 주면서 단어마다 물어봅시다. 단어 하나하나가 답을 어떻게 바꾸는지, *although*가 무엇을 바꾸기는 하는지 보십시오. IMDB로 훈련하면 칭찬이나 비난의 단어가 나올 때마다 선이 움직이고 *although*는 거의 흔적을 남기지 않습니다. 이 신경망이 글을 읽는다기보다 단어를 센다는 또 하나의 증거입니다.

# %% alt.en="Two lines over the words of two sentences: the probability of positive after each word. The line moves with the words of praise and blame." alt.ko="두 문장의 단어를 따라 그린 선 두 개. 단어마다 그때까지의 긍정 확률이며, 칭찬과 비난의 단어에서 움직입니다."
sentences = [
    "although the story is dull the music is wonderful and the ending is great",
    "although the story is great the music is dull and the ending is terrible",
]
_, panels = plt.subplots(2, 1, figsize=(8, 4), layout="constrained")
for panel, sentence in zip(panels, sentences, strict=True):
    words = sentence.split()
    beginnings = [" ".join(words[: count + 1]) for count in range(len(words))]
    panel.plot(positive_probability(beginnings), "o-", color=BLUE)
    panel.set(ylim=(0, 1), ylabel="positive")
    panel.set_xticks(range(len(words)), words, fontsize=9)
    panel.axhline(0.5, color="0.7", linewidth=1)
plt.show()

# %% [markdown] lang="en"
# ### What the embedding has learned
#
# Each word has become a row of 32 numbers. PCA (chapter 08 says more about it) finds the two directions in which a few of these rows differ most. Nobody told the network which words praise and which blame; it had only the labels of whole reviews.

# %% [markdown] lang="ko"
# ### 임베딩은 무엇을 배웠는가
#
# 이제 단어마다 수 32개로 된 행이 있습니다. PCA(8장에서 더 다룹니다)로 몇몇 단어의 행이 가장 크게 달라지는 두 방향을 찾아봅시다. 어느 단어가 칭찬이고 어느 단어가 비난인지 신경망에 알려 준 적은 없습니다. 영화평 전체의 레이블만 주었을 뿐입니다.

# %% alt.en="Seventeen words as points in a plane; words of praise lie on one side, words of blame on the other." alt.ko="평면에 점으로 찍은 단어 열일곱 개. 칭찬하는 단어는 한쪽에, 비난하는 단어는 다른 쪽에 모여 있습니다."
praise = ["wonderful", "moving", "brilliant", "charming", "excellent", "great", "touching", "funny"]
blame = ["boring", "awful", "terrible", "weak", "dull", "poor", "predictable", "bad", "annoying"]
vectors = network.layers[0].get_weights()[0][[word_index[word] + 3 for word in praise + blame]]
places = PCA(2).fit_transform(vectors)
plt.figure(figsize=(8, 4.2))
for (across, up), word in zip(places, praise + blame, strict=True):
    plt.plot(across, up, "o" if word in praise else "x", color=BLUE if word in praise else ORANGE)
    plt.annotate(word, (across, up), xytext=(4, 3), textcoords="offset points", fontsize=8)
plt.xlabel("first direction")
plt.ylabel("second direction")
plt.show()

# %% [markdown] lang="en"
# ### Exercise 8 · Stop words (2 points, marked by a person)
#
# A classmate wants to improve the classifier and removes all words of a ready-made stop word list from the reviews before training. The list contains *the*, *it*, *is*, *but*, *not*, *no*.
#
# Take the two reviews "it is not good, it is bad" and "it is not bad, it is good". Say for (a) the bag of words and (b) the bidirectional LSTM whether it can tell the two apart, first with all words and then without those of the list. What do you advise your classmate? Six sentences are enough.

# %% [markdown] lang="ko"
# ### 연습문제 8 · 불용어(2점, 사람이 채점)
#
# 한 친구가 분류 모델을 개선하겠다며, 훈련하기 전에 미리 만들어진 불용어 목록의 단어를 영화평에서 모두 뺍니다. 목록에는 *the*, *it*, *is*, *but*, *not*, *no*가 들어 있습니다.
#
# 두 영화평 "it is not good, it is bad"와 "it is not bad, it is good"을 생각해 봅시다. (a) BoW와 (b) 양방향 LSTM이 이 둘을 구별할 수 있는지, 단어를 모두 둘 때와 목록의 단어를 뺄 때로 나누어 설명하십시오. 친구에게 무엇을 권하겠습니까? 여섯 문장이면 충분합니다.

# %% [markdown] nbgrader={"grade": true, "grade_id": "stop-words", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# **Model answer.** (a) With all words, both reviews have the same bag: *it* and *is* twice, *not*, *good* and *bad* once each. Equal inputs give equal outputs, so no model on a bag of words can tell them apart; without the stop words both bags are *good, bad*, equal again, and even the *not* that announced a difficulty is gone.
# (b) The LSTM is given the words in order, and "not good … bad" is another sequence than "not bad … good", so it can learn to tell them apart. Without the stop words it still gets two different sequences, "good bad" and "bad good", but what told it which word was negated is gone: it can only guess from the order, and "not good" alone becomes "good".
# Advice: don't use the list as it is. Keep negations and words of contrast (*not*, *no*, *but*), drop only words that carry no opinion, if any, and let the validation set decide whether it helps.
#
# *Rubric.* 1 point: says that the two bags are equal with and without the list, so that no model on them can tell the reviews apart, and that the LSTM is given different sequences (half a point for one of the two). 1 point: says that removing *not* (or *but*) takes away what the meaning hangs on, so that the LSTM loses it too, and gives advice that follows from this (half a point for advice without the reason).
#
# **모범 답안.** (a) 단어를 모두 두면 두 영화평의 BoW가 똑같습니다. *it*과 *is*가 두 번, *not*, *good*, *bad*가 한 번씩입니다. 입력이 같으면 출력도 같으므로 BoW를 쓰는 어떤 모델도 둘을 구별하지 못합니다. 불용어를 빼면 둘 다 *good, bad*로 역시 같고, 까다로운 문장이라는 신호였던 *not*마저 사라집니다.
# (b) LSTM은 단어를 순서대로 받으므로 "not good … bad"와 "not bad … good"은 서로 다른 시퀀스이며, 구별하도록 배울 수 있습니다. 불용어를 빼도 "good bad"와 "bad good"으로 다르기는 하지만, 어느 단어가 부정되었는지 알려 주는 것이 사라졌습니다. 순서만 보고 추측할 수밖에 없고, "not good"은 그냥 "good"이 됩니다.
# 조언: 목록을 그대로 쓰지 않습니다. 부정과 대조를 나타내는 단어(*not*, *no*, *but*)는 남기고, 뺀다면 의견이 담기지 않은 단어만 뺍니다. 도움이 되는지는 검증 세트로 판단합니다.
#
# *채점 기준.* 1점: 목록을 쓰든 안 쓰든 두 BoW가 같아 어떤 모델도 구별하지 못하고, LSTM에는 서로 다른 시퀀스가 들어간다고 설명함(둘 중 하나만 설명하면 0.5점). 1점: *not*(또는 *but*)을 빼면 뜻을 결정하는 것이 사라져 LSTM도 이를 알 수 없음을 설명하고, 그에 맞게 조언함(이유 없이 조언만 하면 0.5점).

# %% [markdown] lang="en"
# ## 9 · Improve
#
# ### A larger network, and what it costs
#
# An obvious idea is to make everything larger: 128 numbers a word, one bidirectional LSTM of 256 units a direction, a second one of 128 on top. This is a network that you may meet in other courses. Before training it, ask what it costs. Training goes forwards through the network once and backwards once, and the way back is about twice the work, so a training step takes about three times as long as a prediction. We let the new network predict 128 reviews, untrained, and multiply up to one epoch. Of our own network we know from section 6 what an epoch takes.

# %% [markdown] lang="ko"
# ## 9 · 개선하기
#
# ### 더 큰 신경망과 그 비용
#
# 모두 크게 만들면 되지 않겠느냐는 생각이 먼저 듭니다. 단어마다 수 128개, 방향마다 유닛 256개인 양방향 LSTM, 그 위에 방향마다 유닛 128개인 양방향 LSTM을 하나 더 얹습니다. 다른 강의에서 이런 신경망을 만날 수도 있습니다. 훈련하기 전에 비용부터 따져 봅시다. 훈련에서는 신경망을 앞으로 한 번, 뒤로 한 번 지나가며, 뒤로 가는 계산량이 두 배쯤 됩니다. 그러므로 훈련 한 단계는 예측보다 세 배쯤 오래 걸립니다. 훈련하지 않은 큰 신경망으로 영화평 128개를 예측해 보고 한 에포크에 걸릴 시간을 어림합니다. 이 장의 신경망이 한 에포크에 얼마나 걸리는지는 6절에서 이미 보았습니다.

# %%
larger = keras.Sequential(
    [
        keras.Input(shape=(None,)),
        keras.layers.Embedding(num_words, 128),
        keras.layers.Bidirectional(keras.layers.LSTM(256, return_sequences=True)),
        keras.layers.Bidirectional(keras.layers.LSTM(128)),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
larger.predict(x_fit[:64], batch_size=64, verbose=0)  # builds the graph
start = time.perf_counter()
larger.predict(x_fit[:128], batch_size=64, verbose=0)
larger_minutes = 3 * (time.perf_counter() - start) / 60 * len(x_fit) / 128

# %% alt.en="Two pairs of horizontal bars. Left, parameters in millions: the larger network has about six times as many. Right, minutes per epoch: the larger network needs many times as long." alt.ko="가로 막대 두 쌍. 왼쪽은 파라미터(백만 개)로 큰 신경망이 여섯 배쯤 됩니다. 오른쪽은 에포크당 시간(분)으로 큰 신경망이 몇 배나 더 걸립니다."
costs = {
    "million parameters": [network.count_params() / 1e6, larger.count_params() / 1e6],
    "minutes per epoch (larger: estimated)": [minutes / len(history.epoch), larger_minutes],
}
_, panels = plt.subplots(1, 2, figsize=(8, 1.6), layout="constrained", sharey=True)
for panel, (title, pair) in zip(panels, costs.items(), strict=True):
    bars = panel.barh(["this chapter's", "the larger one"], pair, color=[BLUE, ORANGE])
    panel.bar_label(bars, fmt="%.2f", padding=3)
    panel.set(title=title, xlim=(0, 1.2 * max(pair)))
plt.show()
print(f"{larger.count_params():,} parameters against {network.count_params():,}")

# %% [markdown] lang="en"
# The larger network has six times as many parameters and takes many times as long for an epoch. The estimate is rough, for it rests on one short measurement that other programs on the machine disturb: three runs on two busy processor cores gave 8, 11 and 23 times as long. What would it buy? Our small network already begins to learn by heart after two epochs, and a bag of words keeps up with it, so parameters are not what it lacks. Begin small, and make a network larger only while it can't even learn its training data.

# %% [markdown] lang="ko"
# 큰 신경망은 파라미터가 여섯 배이고 한 에포크에 걸리는 시간은 그보다 훨씬 더 늘어납니다. 짧게 한 번 재어 어림한 값이라 다른 프로그램이 함께 돌면 크게 달라집니다. 바쁜 프로세서 코어 두 개에서 세 번 재었더니 8배, 11배, 23배였습니다. 그만한 값을 하겠습니까? 작은 신경망도 두 에포크가 지나면 벌써 외우기 시작하고, BoW가 그 신경망과 비깁니다. 부족한 것은 파라미터가 아닙니다. 작게 시작하고, 훈련 데이터조차 제대로 배우지 못할 때만 신경망을 키우십시오.

# %% [markdown] lang="en"
# ### Korean: what is a word?
#
# What changes in another language? NSMC holds 200,000 short film reviews in Korean from Naver. We take 40,000 of them to train on and 10,000 to test. Let us cut them at the spaces, as we did in English, and see which words begin with `영화`, *film*.

# %% [markdown] lang="ko"
# ### 한국어: 무엇이 단어인가
#
# 언어가 바뀌면 무엇이 달라집니까? NSMC는 네이버 영화의 짧은 한국어 영화평 200,000개입니다. 그 가운데 40,000개로 훈련하고 10,000개로 테스트합니다. 영어에서처럼 공백에서 나누어, `영화`로 시작하는 단어를 살펴봅시다.

# %%
(ko_train, ko_labels), (ko_test, ko_test_labels) = datasets.nsmc.load_data()
ko_train, ko_labels = ko_train[:40_000], ko_labels[:40_000]
ko_test, ko_test_labels = ko_test[:10_000], ko_test_labels[:10_000]
forms = Counter(word for text in ko_train for word in re.findall(r"\b영화\w*", text))
print(f"{len(forms):,} different words begin with 영화")
pd.DataFrame(forms.most_common(10), columns=["word", "count"]).set_index("word").T

# %% [markdown] lang="en"
# Korean glues *particles* such as `가`, `는`, `를` and endings to its nouns and verbs, so one noun comes in dozens of forms. People also leave spaces out, above all on a phone, and that makes hundreds of them. Cut at the spaces, each form is a word of its own, with a row of its own to learn, and many forms of the test reviews have never been seen.
#
# There are other pieces to cut a text into. A Korean *syllable* is one character, and there are not many of them. Compare how much of the test text was never seen in training, and how many pieces the vocabulary needs.

# %% [markdown] lang="ko"
# 한국어에서는 `가`, `는`, `를` 같은 *조사*(particle)와 어미가 앞말에 붙으므로 명사 하나가 수십 가지 꼴로 나타납니다. 휴대 전화로 쓸 때처럼 띄어쓰기를 하지 않는 경우도 많아, 꼴이 수백 가지로 늘어납니다. 공백에서 나누면 꼴마다 서로 다른 단어가 되어 저마다 행을 따로 배워야 하고, 테스트 영화평에는 처음 보는 꼴이 많습니다.
#
# 글을 다른 조각으로 나눌 수도 있습니다. 한국어의 *음절*(syllable)은 글자 하나이며 가짓수가 많지 않습니다. 테스트 글 가운데 훈련에서 한 번도 보지 못한 것이 얼마나 되는지, 어휘 사전에 조각이 몇 개나 필요한지 비교해 봅시다.

# %%
vocabularies, unseen = {}, {}
letters_only = re.compile(r"\w+").findall
for name, cut in {"words": letters_only, "syllables": list}.items():
    known = {piece for text in ko_train for piece in cut(text)}
    vocabularies[name] = len(known)
    unseen[name] = np.mean([piece not in known for text in ko_test for piece in cut(text)])
print(
    " · ".join(f"{name}: {count:,} pieces, {unseen[name]:.2%} unseen" for name, count in vocabularies.items())
)

# %% alt.en="Two panels of horizontal bars for words and syllables. Left, pieces in the vocabulary: many words, few syllables. Right, share of the test text never seen: large for words, next to nothing for syllables." alt.ko="단어와 음절에 대한 가로 막대그래프 두 개. 왼쪽은 어휘 사전의 조각 수로 단어가 훨씬 많습니다. 오른쪽은 테스트 글에서 처음 보는 비율로 단어는 크고 음절은 거의 없습니다."
_, (left, right) = plt.subplots(1, 2, figsize=(8, 1.6), layout="constrained", sharey=True)
left.bar_label(left.barh(list(vocabularies), vocabularies.values(), color=BLUE), fmt="{:,.0f}", padding=3)
right.bar_label(right.barh(list(unseen), unseen.values(), color=ORANGE), fmt="{:.2%}", padding=3)
left.set(title="pieces in the vocabulary", xlim=(0, 1.25 * max(vocabularies.values())), xticks=[])
right.set(title="share of the test text never seen", xlim=(0, 1.25 * max(unseen.values())), xticks=[])
plt.show()

# %% [markdown] lang="en"
# Between the two lie *subwords*: begin with syllables, find the pair of neighbours that occurs most often, join it into one piece, and begin again. This is *byte pair encoding*. Frequent words end up whole, rare ones in parts, and particles come off by themselves. Large language models cut their text in much the same way.

# %% [markdown] lang="ko"
# 둘 사이에 *서브워드*(subword)가 있습니다. 음절에서 시작해, 이웃한 두 조각의 쌍 가운데 가장 자주 나오는 것을 찾아 한 조각으로 합치고, 이를 되풀이합니다. 이 방법이 *바이트 쌍 인코딩*(byte pair encoding)입니다. 자주 나오는 단어는 통째로 남고 드문 단어는 조각나며, 조사는 저절로 떨어집니다. 대규모 언어 모델도 이런 식으로 글을 나눕니다.


# %%
def join_pair(pieces, pair):
    """Join neighbouring pieces that equal `pair` into one."""
    joined = []
    for piece in pieces:
        if joined and (joined[-1], piece) == pair:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


# %%
counts = Counter(word for text in ko_train[:2000] for word in letters_only(text))
in_pieces = {word: list(word) for word in counts}
for _ in range(100):
    pairs = Counter()
    for word, pieces in in_pieces.items():
        for neighbours in pairwise(pieces):
            pairs[neighbours] += counts[word]
    commonest = pairs.most_common(1)[0][0]
    in_pieces = {word: join_pair(pieces, commonest) for word, pieces in in_pieces.items()}
cut_words = [word for word, _ in counts.most_common(300) if len(in_pieces[word]) == 2 and len(word) > 2]
print(" · ".join("|".join(in_pieces[word]) for word in cut_words[:12]))

# %% [markdown] lang="en"
# For our small network syllables are enough. The layer `TextVectorization` learns the vocabulary, here 2,000 numbers, and turns texts into sequences: 0 is padding, 1 is out of vocabulary. The rest is the network of section 4 with fewer rows in its embedding and less dropout behind it, on up to 60 syllables. These reviews come shuffled, so `validation_split` will do, and `EarlyStopping` puts the best weights back itself this time.

# %% [markdown] lang="ko"
# 우리의 작은 신경망에는 음절이면 충분합니다. `TextVectorization` 층이 어휘 사전(여기서는 번호 2,000개)을 배우고 글을 시퀀스로 바꿉니다. 0은 패딩이고 1은 어휘 사전에 없는 음절입니다. 나머지는 4절의 신경망에서 임베딩의 행 수와 그 뒤의 드롭아웃 비율을 줄인 것이며, 음절을 60개까지 읽습니다. 이 영화평은 이미 섞여 있으므로 `validation_split`을 써도 됩니다. 이번에는 `EarlyStopping`이 가장 좋은 가중치를 직접 되돌려 놓습니다.

# %%
syllables = keras.layers.TextVectorization(
    max_tokens=2000, standardize=None, split="character", output_sequence_length=60
)
syllables.adapt(ko_train)
ko_numbers = np.asarray(syllables(ko_train))
print("commonest:", " ".join(syllables.get_vocabulary()[3:15]))
print(ko_train[0][:12], "→", ko_numbers[0][:12])

# %%
keras.utils.set_random_seed(1)
ko_network = keras.Sequential(
    [
        keras.Input(shape=(None,)),
        keras.layers.Embedding(2000, 32, mask_zero=True),
        keras.layers.SpatialDropout1D(0.1),
        keras.layers.Bidirectional(keras.layers.LSTM(32)),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
ko_network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
print(f"{ko_network.count_params():,} parameters")

# %%
stopping = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
ko_history = ko_network.fit(
    ko_numbers,
    ko_labels,
    validation_split=0.2,
    batch_size=128 if len(ko_numbers) > 10_000 else 32,
    epochs=hiddenlayers.epochs(15),
    callbacks=[stopping],
    verbose=0,
)
ko_accuracy = ko_network.evaluate(np.asarray(syllables(ko_test)), ko_test_labels, verbose=0)[1]
print(f"{len(ko_history.epoch)} epochs, test accuracy {ko_accuracy:.4f}")

# %% alt.en="Training and validation accuracy of the Korean network against the epoch: both rise, training goes on rising." alt.ko="한국어 신경망의 훈련 정확도와 검증 정확도를 에포크에 따라 그린 그래프. 둘 다 올라가고 훈련 정확도는 계속 올라갑니다."
ko_curves = pd.DataFrame(ko_history.history, index=pd.RangeIndex(1, len(ko_history.epoch) + 1, name="epoch"))
ko_curves[["accuracy", "val_accuracy"]].plot(
    style=["o-", "s--"], color=[BLUE, ORANGE], markersize=4, figsize=(5, 2.4), ylabel="accuracy"
)
plt.show()

# %% [markdown] lang="en"
# With 40,000 reviews from NSMC, 80,705 parameters and batches of 128 the network is right on about 79 of 100 test reviews. That is less than on IMDB, and no wonder: a review is one line here, often half a sentence, and there is little to go by. Ask it about a few short reviews. One syllable makes *interesting* (`재미있다`) into *boring* (`재미없다`), and it has learned that from the labels alone. Negation is harder: in `지루하지 않다` (*not boring*) the turn comes at the very end. And the last review, *I liked the ending best*, may be meant as irony.

# %% [markdown] lang="ko"
# NSMC 영화평 40,000개, 파라미터 80,705개, 배치 128로 훈련한 신경망은 테스트 영화평 100개 가운데 79개쯤을 맞힙니다. IMDB보다 낮지만 놀랄 일은 아닙니다. 영화평이 한 줄뿐이고 문장이 끝나지 않은 것도 많아서 실마리가 적습니다. 짧은 영화평 몇 개를 물어봅시다. `재미있다`와 `재미없다`는 한 음절만 다른데, 신경망은 레이블만 보고 이 차이를 배웠습니다. 부정은 더 어렵습니다. `지루하지 않다`는 맨 끝에 가서야 뜻이 뒤집힙니다. 마지막 영화평 `끝나는 장면이 제일 좋았다`는 반어일 수도 있습니다.

# %%
korean = [
    "재미있다",
    "재미없다",
    "지루하다",
    "지루하지 않다",
    "시간이 아깝다",
    "돈이 아깝지 않다",
    "끝나는 장면이 제일 좋았다",
]
answers = ko_network(syllables(np.array(korean)))[:, 0]
pd.DataFrame({"review": korean, "positive": np.round(answers, 2)}).set_index("review").T

# %% [markdown] lang="en"
# ## 10 · Save
#
# The checkpoint has saved the network already, in a temporary folder. But without the word index nobody can use it: the numbers would mean nothing, or worse, other words. So save the two together, and always with the same rules for cleaning and numbering. Put reviews of your own into the list. The two with *not* show again what section 7 found.

# %% [markdown] lang="ko"
# ## 10 · 저장하기
#
# 신경망은 체크포인트가 이미 임시 폴더에 저장해 두었습니다. 하지만 단어 인덱스가 없으면 아무도 쓸 수 없습니다. 번호에 아무 뜻이 없거나, 더 나쁘게는 다른 단어를 뜻하게 됩니다. 그러므로 둘을 함께 저장하고, 정제와 번호 매기기도 늘 같은 규칙으로 합니다. 목록에 여러분이 쓴 영화평도 넣어 보십시오. *not*이 든 두 영화평에서는 7절에서 본 것이 다시 나타납니다.

# %% alt.en="Horizontal bars: the restored network's probability of positive for four short reviews, coloured by side of 0.5." alt.ko="가로 막대그래프. 다시 불러온 신경망이 짧은 영화평 네 개에 준 긍정 확률이며, 0.5를 기준으로 색을 나누었습니다."
index_file = Path(folder.name) / "word_index.json"
index_file.write_text(json.dumps(word_index), encoding="utf-8")
restored = keras.models.load_model(best_file)
mine = ["a wonderful film with a great cast", "boring and predictable", "not good", "it is not bad at all"]
rows = keras.utils.pad_sequences([numbers_of(text) for text in mine], maxlen=max_length)
answers = np.asarray(restored(rows))[:, 0]
print("same answers:", np.allclose(answers, positive_probability(mine), atol=1e-5))
plt.figure(figsize=(6, 1.8))
plt.barh(mine[::-1], answers[::-1], color=np.where(answers > 0.5, BLUE, ORANGE)[::-1])
plt.axvline(0.5, color="0.6", linewidth=1)
plt.xlabel("probability of positive")
plt.xlim(0, 1)
plt.show()
folder.cleanup()

# %% [markdown] lang="en"
# ## Common mistakes
#
# - **IMDB's numbers as ranks.** They are shifted by 3; 0, 1 and 2 have meanings of their own.
# - **A vocabulary made from the test set too.** It belongs to the training data, like a scaler. IMDB's word index was made for us; when you make your own, leave the test set out.
# - **`Embedding(…, input_length=300)`** is deprecated: `keras.Input(shape=(None,))`.
# - **Padding at the end without a mask.** The LSTM then reads zeros last and forgets what it has read. Pad in front, or mask, or do both.
# - **`predict` gives probabilities, not classes,** and `predict_classes` is gone. With one sigmoid unit the class is `predict(x)[:, 0] > 0.5`; argmax of one column is always 0.
# - **A checkpoint file called `.hdf5`** raises an error in Keras 3. Write `.keras` for the whole model, `.weights.h5` for the weights alone.
# - **The test set watched by `EarlyStopping` or `ModelCheckpoint`** is no test any more.
# - **`validation_split` on sorted rows** validates on one class only.
# - **A recurrent network is not a convolutional one.** The notes of some courses call it "a CNN that remembers". A convolution looks through a window; a recurrent layer carries a state along.
# - **No baseline.** A network that a bag of words can match has not shown that it reads.

# %% [markdown] lang="ko"
# ## 흔한 실수
#
# - **IMDB의 번호를 순위로 보기.** 번호는 순위에 3을 더한 값이며 0, 1, 2는 따로 뜻이 있습니다.
# - **테스트 세트까지 넣어 어휘 사전 만들기.** 어휘 사전은 스케일러처럼 훈련 데이터로만 만듭니다. IMDB의 단어 인덱스는 이미 만들어져 있지만, 사전을 직접 만들 때는 테스트 세트를 빼야 합니다.
# - **`Embedding(…, input_length=300)`** 방식은 더는 쓰지 않습니다. `keras.Input(shape=(None,))`으로 시작합니다.
# - **마스크 없이 뒤쪽에 패딩하기.** LSTM이 마지막에 0을 줄줄이 읽으며 앞에서 읽은 것을 잊습니다. 앞쪽에 패딩하거나 마스킹하십시오. 둘 다 해도 됩니다.
# - **`predict`가 반환하는 것은 클래스가 아니라 확률이며,** `predict_classes`는 없어졌습니다. 시그모이드 유닛이 하나이면 클래스는 `predict(x)[:, 0] > 0.5`입니다. 열이 하나뿐인 배열의 argmax는 늘 0입니다.
# - **`.hdf5`라는 체크포인트 파일**은 Keras 3에서 오류를 냅니다. 모델 전체는 `.keras`, 가중치만은 `.weights.h5`로 저장합니다.
# - **`EarlyStopping`이나 `ModelCheckpoint`가 지켜본 테스트 세트**는 더는 테스트가 아닙니다.
# - **정렬된 행에 `validation_split` 쓰기.** 한쪽 클래스만으로 검증하게 됩니다.
# - **순환 신경망은 합성곱 신경망이 아닙니다.** "기억하는 CNN"이라고 설명한 자료도 있습니다. 합성곱은 창을 통해 일부를 보고, 순환층은 상태를 이어 갑니다.
# - **기준 모델 없이 결론 내리기.** BoW와 비기는 신경망은 글을 읽는다는 것을 아직 보여 주지 못했습니다.

# %% [markdown] lang="en"
# ## In this chapter you
#
# - turned text into tokens, bags of words and sequences of numbers,
# - met words that a vocabulary does not know, and decoded a review from IMDB with its offset of 3,
# - brought reviews to one length by padding, truncation and masking,
# - built, trained and saved a network out of an embedding, a bidirectional LSTM and sigmoid, with early stopping and a checkpoint,
# - set it beside a bag of words, and saw what each makes of negation, contrast and irony,
# - carried it over to Korean, from words to syllables and subwords.
#
# ## Five questions to recall
#
# Answer them without looking; the answers are at the very end.
#
# 1. A review in IMDB contains the number 13. What is the rank of that word?
# 2. An embedding of 5,000 words with 16 numbers each, then a bidirectional LSTM of 8 units in each direction: how many parameters do the two layers have?
# 3. Which shape does `Bidirectional(LSTM(32))` return for a batch of 10 reviews of 300 words, and which with `return_sequences=True`?
# 4. Why does it matter at which end a review is cut?
# 5. Why do words cut at spaces fit Korean badly, and what are the alternatives?

# %% [markdown] lang="ko"
# ## 이 장에서 한 일
#
# - 글을 토큰, BoW, 수의 시퀀스로 바꾸었습니다.
# - 어휘 사전에 없는 단어를 처리하고, 3만큼 밀린 IMDB의 번호를 글로 되돌렸습니다.
# - 패딩, 잘라 내기, 마스킹으로 영화평의 길이를 맞추었습니다.
# - 임베딩, 양방향 LSTM, 시그모이드로 신경망을 만들고 조기 종료와 체크포인트를 써서 훈련하고 저장했습니다.
# - BoW와 견주어 보고, 부정, 대조, 반어를 저마다 어떻게 처리하는지 보았습니다.
# - 단어에서 음절과 서브워드로 나아가 한국어에 적용했습니다.
#
# ## 복습 질문 다섯 가지
#
# 본문을 보지 않고 답해 보십시오. 답은 맨 끝에 있습니다.
#
# 1. IMDB 영화평에 13이라는 수가 있습니다. 순위가 몇인 단어입니까?
# 2. 단어 5,000개에 수를 16개씩 주는 임베딩과, 그 뒤에 방향마다 유닛이 8개인 양방향 LSTM이 있습니다. 두 층의 파라미터는 모두 몇 개입니까?
# 3. 300단어짜리 영화평 10개로 된 배치에 `Bidirectional(LSTM(32))`를 적용하면 출력의 형상은 무엇입니까? `return_sequences=True`이면 무엇입니까?
# 4. 영화평의 어느 쪽 끝을 자르는지가 왜 중요합니까?
# 5. 공백에서 나눈 단어가 한국어에 잘 맞지 않는 이유는 무엇이며, 다른 방법에는 무엇이 있습니까?

# %% [markdown] lang="en"
# ## Further reading
#
# - A. L. Maas and others (2011): [Learning Word Vectors for Sentiment Analysis](https://aclanthology.org/P11-1015/). Where IMDB comes from.
# - L. Park: [Naver sentiment movie corpus](https://github.com/e9t/nsmc). NSMC, under CC0.
# - M. Schuster, K. K. Paliwal (1997): [Bidirectional Recurrent Neural Networks](https://doi.org/10.1109/78.650093).
# - R. Sennrich, B. Haddow, A. Birch (2016): [Neural Machine Translation of Rare Words with Subword Units](https://aclanthology.org/P16-1162/). Byte pair encoding for words.
# - D. Jurafsky, J. H. Martin: [Speech and Language Processing](https://web.stanford.edu/~jurafsky/slp3/), on tokens, counting words, sentiment and much more.
# - Keras: [Masking and padding](https://keras.io/guides/understanding_masking_and_padding/).
#
# ## Recall answers
#
# 1. Rank 10: the numbers are shifted by 3.
# 2. $5{,}000 \cdot 16 = 80{,}000$ and $2 \cdot 4 \cdot ((16 + 8) \cdot 8 + 8) = 1{,}600$: 81,600.
# 3. $(10, 64)$: the last states of both directions. With sequences $(10, 300, 64)$.
# 4. What is cut off is never read. Many reviews sum up at the end, so cutting in front loses less.
# 5. Particles and endings are glued to the words and spaces are left out, so there are very many forms, and new texts are full of unseen ones. Syllables and subwords avoid that.

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - A. L. Maas 외 (2011): [Learning Word Vectors for Sentiment Analysis](https://aclanthology.org/P11-1015/). IMDB 데이터가 나온 논문입니다.
# - L. Park: [Naver sentiment movie corpus](https://github.com/e9t/nsmc). NSMC이며 CC0으로 공개되어 있습니다.
# - M. Schuster, K. K. Paliwal (1997): [Bidirectional Recurrent Neural Networks](https://doi.org/10.1109/78.650093).
# - R. Sennrich, B. Haddow, A. Birch (2016): [Neural Machine Translation of Rare Words with Subword Units](https://aclanthology.org/P16-1162/). 단어를 위한 바이트 쌍 인코딩입니다.
# - D. Jurafsky, J. H. Martin: [Speech and Language Processing](https://web.stanford.edu/~jurafsky/slp3/). 토큰, 단어를 세는 방법, 감성 분석 등을 폭넓게 다룹니다.
# - Keras: [Masking and padding](https://keras.io/guides/understanding_masking_and_padding/).
#
# ## 질문의 답
#
# 1. 10위입니다. 번호는 순위에 3을 더한 값입니다.
# 2. $5{,}000 \cdot 16 = 80{,}000$과 $2 \cdot 4 \cdot ((16 + 8) \cdot 8 + 8) = 1{,}600$을 더해 81,600개입니다.
# 3. 두 방향의 마지막 상태인 $(10, 64)$입니다. 시퀀스를 반환하면 $(10, 300, 64)$입니다.
# 4. 잘린 부분은 읽지 못하기 때문입니다. 많은 영화평이 끝에서 결론을 내리므로 앞쪽을 자르면 덜 잃습니다.
# 5. 조사와 어미가 앞말에 붙고 띄어쓰기를 하지 않는 경우도 많아 꼴이 아주 많고, 새로운 글에는 처음 보는 꼴이 가득합니다. 음절이나 서브워드로 나누면 이를 피할 수 있습니다.
