import os
import re
import subprocess
import sys

import pandas as pd
import pytest

from hiddenlayers.datasets import reviews

both = pytest.mark.parametrize("language", reviews.LANGUAGES)


@both
def test_the_corpus_is_balanced_in_every_kind_and_part(language):
    table = reviews.load_data(language)
    assert list(table.columns) == ["text", "label", "kind", "part"]
    counts = table.groupby(["part", "kind"])["label"].agg(["size", "sum"])
    for (part, kind), row in counts.iterrows():
        assert row["size"] == reviews.PARTS[part] * reviews.KINDS[kind]
        assert row["sum"] * 2 == row["size"]
    assert len(table) == 3000


@both
def test_no_review_stands_there_twice_and_none_is_unfinished(language):
    texts = reviews.load_data(language)["text"]
    assert texts.is_unique
    for text in texts:
        assert not re.search(r"[{}()]|  |\[| [.,]", text), text
        assert text[0] == text[0].upper()
        assert text.endswith((".", "!!", "?", "라"))


@both
def test_the_corpus_is_the_same_every_time_and_the_callers_to_change(language):
    first = reviews.load_data(language)
    first["label"] = 0
    second = reviews.load_data(language)
    assert second["label"].mean() == 0.5
    reviews._compose.cache_clear()
    pd.testing.assert_frame_equal(reviews.load_data(language), second)


@both
def test_neither_kind_nor_label_can_be_told_from_the_order_of_the_rows(language):
    table = reviews.load_data(language)
    for part in reviews.PARTS:
        labels = table[table["part"] == part]["label"]
        assert 0.4 < labels[:200].mean() < 0.6
    assert set(table["kind"][:50]) == set(reviews.KINDS)


def test_korean_particles_fit_the_syllable_before_them():
    assert reviews._with_particle(re.match(r"(.)\((\S/\S)\)", "장(이/가)")) == "장이"
    assert reviews._with_particle(re.match(r"(.)\((\S/\S)\)", "기(이/가)")) == "기가"
    text = " ".join(reviews.load_data("ko")["text"])
    assert "연기가" in text
    assert "결말이" in text
    assert "연기이 " not in text
    assert "결말가" not in text


def test_english_articles_fit_the_word_after_them():
    text = " ".join(reviews.load_data("en")["text"]).lower()
    assert re.search(r"\ban excellent\b", text)
    assert not re.search(r"\ba [aeio]|\ban [^aeiou]", text)


# Korean endings tell much by themselves; its syllables are counted, as the chapter's network reads them.
@pytest.mark.parametrize(("language", "analyzer"), [("en", "word"), ("ko", "char")])
def test_counting_is_not_enough_for_negation_contrast_and_irony(language, analyzer):
    text = pytest.importorskip("sklearn.feature_extraction.text")
    linear_model = pytest.importorskip("sklearn.linear_model")
    table = reviews.load_data(language)
    train, test = (table[table["part"] == part] for part in ("train", "test"))
    vectorizer = text.CountVectorizer(binary=True, analyzer=analyzer)
    counted = linear_model.LogisticRegression(max_iter=1000).fit(
        vectorizer.fit_transform(train["text"]), train["label"]
    )
    right = counted.predict(vectorizer.transform(test["text"])) == test["label"]
    by_kind = right.groupby(test["kind"]).mean()
    assert by_kind["plain"] > 0.7
    for kind in ("negation", "contrast", "irony"):
        assert by_kind[kind] < 0.75


@both
def test_no_ironic_sentence_of_the_test_part_was_seen_in_training(language):
    """The words of an ironic phrase that no placeholder fills, in a row, are found in its own part only."""
    table = reviews.load_data(language)
    texts = {part: " ".join(table[table["part"] == part]["text"]).lower() for part in reviews.PARTS}
    told = {"en": ["lamps on the ceiling", "part where it was over"], "ko": ["천장의 전등", "저녁밥을"]}[
        language
    ]
    learned = {"en": ["paint dry", "stay at home"], "ko": ["페인트", "집에 계세요"]}[language]
    for phrase in told:
        assert phrase in texts["test"]
        assert phrase not in texts["train"]
    for phrase in learned:
        assert phrase in texts["train"]
        assert phrase not in texts["test"]


def test_the_corpus_is_made_without_tensorflow_and_scikit_learn():
    code = (
        "import sys\nfrom hiddenlayers.datasets import reviews\nreviews.load_data('ko')\n"
        "assert not {'tensorflow', 'keras', 'sklearn'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], env=dict(os.environ), check=True)
