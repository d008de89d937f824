"""The judge against real learners' processes, each with code of its own."""

import os
import signal
import zlib

import numpy as np
import pytest

from hiddenlayers.grading.judge.border import Border
from hiddenlayers.grading.judge.judge import Judge
from hiddenlayers.grading.judge.wire import encode

from .conftest import Court, failure, printed
from .learner_process import SECONDS

ADD = "def add(a, b):\n    return a + b\n"


def test_a_right_answer_passes_and_prints_what_the_check_prints(court):
    verdict = court(ADD).run("check.equal(add(2, b=3), 5, 'add(2, b=3)')\ncheck.passed('5')", "add")
    assert verdict.passed
    assert verdict.outputs == ({"output_type": "stream", "name": "stdout", "text": "✓ 5\n"},)


def test_a_wrong_answer_fails_with_the_checks_message_and_none_of_its_code(court):
    for hidden in (True, False):
        verdict = court(ADD).run("check.equal(add(2, 3), 6, 'add(2, 3)')", "add", hidden=hidden)
        assert failure(verdict) == "CheckFailed: add(2, 3): expected int 6, found int 5."
        assert verdict.outputs[-1]["traceback"] == ["✗ add(2, 3): expected int 6, found int 5."]


def test_messages_speak_the_learners_language(court):
    message = failure(court("f = lambda: len", language="ko").run("check.equal(f(), 1, 'f()')", "f"))
    assert "기대한 값은 int 1, 나온 값은 builtin_function_or_method 객체" in message


def test_a_check_sees_the_names_of_its_exercise_and_nothing_else(court):
    opened = court(ADD + "other = 1\n__name__ = 'x'\n")
    assert failure(opened.run("other", "add")) == "NameError: name 'other' is not defined"
    assert failure(opened.run("missing()", "missing")) == "NameError: name 'missing' is not defined"
    assert opened.run("check.equal(other, 1, 'other')", "other").passed


def test_each_check_begins_in_a_fresh_namespace(court):
    opened = court(ADD)
    assert opened.run("left = 1", "add").passed
    assert failure(opened.run("left", "add")) == "NameError: name 'left' is not defined"


def test_the_courses_seed_draws_the_arguments(court):
    verdict = court(ADD).run("print(check.rng('add').integers(10**9))", "add")
    expected = np.random.default_rng([7, zlib.crc32(b"add")]).integers(10**9)
    assert printed(verdict) == f"{expected}\n"


def test_an_interpreters_error_in_a_visible_check_shows_its_line_and_a_hidden_one_does_not(court):
    shown = court(ADD).run("add(1, 2)\nadd(1, 2)[0]", "add")
    assert shown.outputs[-1]["traceback"] == [
        "line 4: add(1, 2)[0]",
        "TypeError: 'int' object is not subscriptable",
    ]
    dropped = court(ADD).run("secret = add(1, 2)[0]", "add", hidden=True)
    assert dropped.outputs[-1]["traceback"] == ["TypeError: 'int' object is not subscriptable"]


RAISES = """
class Own(KeyError):
    def __str__(self):
        raise SystemExit

def fail(kind):
    if kind == "own":
        raise Own("x")
    if kind == "exit":
        exit(3)
    if kind == "interrupt":
        raise KeyboardInterrupt
    if kind == "long":
        raise ValueError("x" * 1000)
    if kind == "unicode":
        b"\\xff".decode()
    if kind == "group":
        raise ExceptionGroup("several", [ValueError(1)])
    if kind == "todo":
        raise NotImplementedError
    if kind == "base":
        raise BaseException("base")
    if kind == "check":
        from hiddenlayers.check import CheckFailed
        raise CheckFailed("mine")
    raise ValueError("no\\ud800 kind")
"""


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("own", "Own: (no text)"),
        ("exit", "SystemExit: 3 (in fail, line 10: exit(3))"),
        ("interrupt", "KeyboardInterrupt: in fail, line 12: raise KeyboardInterrupt"),
        ("long", f'ValueError: {"x" * 119}… (in fail, line 14: raise ValueError("x" * 1000))'),
        ("group", "ExceptionGroup: several (1 sub-exception) (in fail, line 18: raise ExceptionGroup("),
        ("todo", "NotImplementedError: not answered yet (in fail, line 20: raise NotImplementedError)"),
        ("base", "BaseException: base (in fail, line 22: raise BaseException("),
        ("check", "CheckFailed: mine"),
        ("other", "ValueError: no? kind (in fail, line 26: raise ValueError("),
    ],
)
def test_an_exception_shows_its_type_its_text_and_where_it_arose(court, kind, message):
    opened = court(RAISES)
    for hidden in (True, False):
        assert failure(opened.run(f"fail({kind!r})", "fail", hidden=hidden)).startswith(message)
    assert opened.run("print(1)", "fail").passed


def test_exceptions_arrive_as_their_nearest_built_in_class(court):
    opened = court(RAISES)
    assert opened.run("with check.raises(KeyError, 'own'):\n    fail('own')", "fail").passed
    assert opened.run("with check.raises(UnicodeDecodeError, 'u'):\n    fail('unicode')", "fail").passed
    expected = "CheckFailed: f: expected TypeError, found Own."
    assert failure(opened.run("with check.raises(TypeError, 'f'):\n    fail('own')", "fail")) == expected
    assert failure(opened.run("with check.raises(RuntimeError, 'f'):\n    fail('todo')", "fail")).startswith(
        "NotImpl"
    )


def test_what_a_call_prints_is_shown_in_a_visible_check_only(court):
    opened = court(
        "import sys\ndef f():\n    print('mine')\n    print('wrong', file=sys.stderr)\n    return 1\n"
    )
    check = "print('before')\nf()\nprint('after')"
    assert printed(opened.run(check, "f")) == "before\nmine\nwrong\nafter\n"
    assert printed(opened.run(check, "f", hidden=True)) == "before\nafter\n"


def test_a_flood_of_output_is_cut(court):
    opened = court("def f():\n    for _ in range(5000):\n        print('x' * 1000)\n    return 1\n")
    verdict = opened.run("check.equal(f(), 1, 'f()')", "f")
    assert verdict.passed
    assert len(printed(verdict)) == 20_000


CHANGES = """
def double(x):
    x *= 2
    return x

def keep(x):
    return x * 2

def extend(x):
    x.append(True)
    return x

def retype(x):
    x[0] = float(x[0])
"""


def test_arguments_changed_in_place_are_noticed_and_stay_as_they_were_here(court):
    opened = court(CHANGES)
    names = ("double", "keep", "extend", "retype")
    check = (
        "x = np.arange(3)\nwith check.unchanged(x=x):\n    found = {}(x)\ncheck.equal(found, [0, 2, 4], 'y')"
    )
    assert opened.run(check.format("keep"), *names).passed
    assert "Your code changes its argument x" in failure(opened.run(check.format("double"), *names))
    part = "x = np.arange(6)\nwith check.unchanged(x=x):\n    double(x[::2])"
    assert "changes its argument x" in failure(opened.run(part, *names))
    other = (
        "x, y = np.eye(1), np.eye(1)\nwith check.unchanged(y=y):\n    double(x)\ncheck.equal(x, [[1.0]], 'x')"
    )
    assert opened.run(other, *names).passed
    earlier = "x = np.arange(3)\ndouble(x)\nwith check.unchanged(x=x):\n    keep(x)"
    assert opened.run(earlier, *names).passed
    for name in ("extend", "retype"):
        assert "changes its argument x" in failure(
            opened.run(f"x = [1]\nwith check.unchanged(x=x):\n    {name}(x)", *names)
        )


def test_the_answer_can_read_an_array_and_not_reach_the_checks_copy(court):
    verdict = court(CHANGES).run(
        "x = np.arange(3)\nr = double(x)\ncheck.that(r is not x, '', '')\ncheck.equal(x[2], 2, 'x')", "double"
    )
    assert verdict.passed


LIARS = """
import numpy as np
class Liar:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return True
    def __array__(self, *a, **k): return np.array([1, 2])
    def __len__(self): return 2
    def __iter__(self): return iter((1, 2))
class Text(str): __eq__ = lambda a, b: True; __hash__ = str.__hash__
class Whole(int): __eq__ = lambda a, b: True; __hash__ = int.__hash__
class Table(dict): __eq__ = lambda a, b: True
class Numbers(np.ndarray): __eq__ = lambda a, b: np.True_
class Meta(type):
    __eq__ = lambda a, b: True
    __hash__ = lambda a: hash(list)
    def __instancecheck__(cls, other): return True
class Chameleon(metaclass=Meta):
    __class__ = list
    __eq__ = lambda a, b: True
answers = {"liar": Liar(), "text": Text("b"), "whole": Whole(2), "table": Table(), "chameleon": Chameleon(),
           "numbers": np.zeros(2).view(Numbers), "nested": [Liar(), Liar()]}
def f(which):
    return answers[which]
"""


@pytest.mark.parametrize("which", ["liar", "text", "whole", "table", "numbers", "chameleon", "nested"])
@pytest.mark.parametrize(
    "check",
    [
        "check.equal(f({}), 1, 'f')",
        "check.equal(f({}), 'a', 'f')",
        "check.equal(f({}), {{'a': 1}}, 'f')",
        "check.equal(f({}), {{1, 2}}, 'f')",
        "check.equal(f({}), [1, 2], 'f')",
        "check.equal(f({}), np.array([1, 2]), 'f')",
        "check.close(f({}), [1, 2], 'f')",
        "check.array(f({}), 'f', shape=(2,))",
        "check.that(f({}) == 1, '', '')",
        "check.at_least(f({}), 0, 'f')",
        "assert f({}) == 1",
        "assert np.array_equal(f({}), [1, 2])",
        "np.testing.assert_allclose(f({}), [1, 2])",
        "check.model(f({}), 'f')",
        "check.history(f({}), 2, 'f')",
    ],
)
def test_liars_pass_nothing(liars, check, which):
    assert not liars.run(check.format(repr(which)), "f").passed


@pytest.fixture(scope="module")
def liars(fork_server_of_its_own, processes, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HIDDENLAYERS_SEED", "HIDDENLAYERS_LANG", "HIDDENLAYERS_PROFILE"):
            patch.setenv(name, "")
        opened = Court(processes, LIARS, tmp_path_factory.mktemp("work"), "en")
        yield opened
        opened.close()


BOMBS = """
import numpy as np
def cyclic():
    value = []
    value.append(value)
    return value
def deep():
    value = []
    for _ in range(100_000):
        value = [value]
    return value
def huge():
    return np.broadcast_to(0.0, 10**10)
def odd_keys():
    return {object(): 1}
def recursion():
    return recursion()
def forever():
    while True:
        pass
def fine():
    return 1
"""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cyclic", "nested too deep"),
        ("deep", "nested too deep"),
        ("huge", "too large"),
        ("odd_keys", "keys or items that can't be judged"),
        ("recursion", "RecursionError: maximum recursion depth exceeded"),
        ("forever", f"TimeoutError: still running after {SECONDS} s (in forever, line "),
    ],
)
def test_results_that_can_not_be_judged_are_refused_and_the_next_check_goes_on(court, name, message):
    opened = court(BOMBS)
    assert message in failure(opened.run(f"check.equal({name}(), 1, 'f')", name))
    assert opened.run("check.equal(fine(), 1, 'fine()')", "fine").passed


def test_a_refusal_is_none_of_the_exceptions_that_a_task_asks_for(court):
    check = "with check.raises((Exception, AssertionError), 'f'):\n    cyclic()"
    assert "NotJudgedError: The result is nested too deep" in failure(court(BOMBS).run(check, "cyclic"))


def test_an_interrupt_ends_the_call_and_not_the_conversation(court):
    opened = court(
        "import os, signal\ndef f():\n    os.kill(os.getpid(), signal.SIGINT)\n    while True: pass\n" + ADD
    )
    assert failure(opened.run("f()", "f")).startswith("KeyboardInterrupt: in f, line")
    opened.interrupt()
    for _ in range(50):
        assert opened.run("check.equal(add(1, 1), 2, 'add')", "add").passed


def test_a_process_that_ends_costs_the_checks_that_need_it(court):
    opened = court("import os\ndef f():\n    os._exit(0)\n")
    assert "process has ended" in failure(opened.run("with check.raises(Exception, 'f'):\n    f()", "f"))
    assert not opened.judge.connected
    assert "process has ended" in failure(opened.run("print(1)", "f"))


def test_an_argument_that_can_not_cross_is_the_checks_fault(court):
    assert "function" in failure(court(ADD).run("add(len, lambda: 1)", "add"))


def test_seeds_are_replayed_before_the_next_call(court):
    opened = court(
        "import random\nimport numpy as np\ndef f():\n    return [random.random(), np.random.rand()]\n"
    )
    check = "import random\ncheck.seed(3)\nwant = [random.random(), np.random.rand()]\n{}check.equal(f(), want, 'f')"
    assert opened.run(check.format("check.seed(3)\n"), "f").passed
    assert opened.run(check.format("check.seed(3)\n"), "f").passed
    assert not opened.run(check.format("f(); "), "f").passed


def test_a_folder_arrives_as_a_folder(court):
    opened = court(
        "def names(folder):\n    return sorted((p.name, p.read_bytes()) for p in folder.rglob('*') if p.is_file())\n"
    )
    check = """
import pathlib, tempfile
with tempfile.TemporaryDirectory() as made:
    folder = pathlib.Path(made)
    (folder / "a").mkdir()
    (folder / "a" / "x.png").write_bytes(b"1")
    (folder / "y.png").write_bytes(b"")
    for _ in range(2):
        check.equal(names(folder), [("x.png", b"1"), ("y.png", b"")], "names(folder)")
"""
    assert opened.run(check, "names").passed
    assert opened.run(check, "names").passed


PLAIN = ("5", '""', '["list"]', '["list"]')  # result, printed, changed arguments, models


def forged(outcome, *parts, offset="0"):
    """Code that answers the request that waits, or one after it, with this outcome and these parts."""
    return f"answer(number + {offset}, {('[' + ', '.join((outcome, *parts)) + ']').encode()!r})"


FORGED = {
    "random bytes": "c.sendall(bytes(range(256)) * 40)",
    "a promise of 500 MB": "c.sendall(struct.pack('<4sIIQ', b'HLJ1', number, 2, 500 << 20))",
    "no JSON": "answer(number, b'[')",
    "no answer": "answer(number, b'[1]')",
    "an answer of other parts": forged('"value"', "5", "5", "5", "5"),
    "an argument that was not sent": forged('"value"', "5", '""', '["list", 99]', '["list"]'),
    "a model that was not given": forged('"value"', '["reference", ["tuple", "judge", 0]]', *PLAIN[1:]),
    "a model of no number": forged(
        '"value"', '["reference", ["tuple", "learner", ["list"], "Model", true]]', *PLAIN[1:]
    ),
    "weights of nothing": forged('"value"', *PLAIN[:3], '["list", ["tuple", 0, ["list"], ["list"]]]'),
    "an update that is none": forged('"value"', *PLAIN[:3], '["list", 1]'),
    "an exception that is none": forged('"error"', *PLAIN),
    "an exception of a class of their own": forged(
        '"error"',
        '["dict", "type", "X", "base", "Liar", "message", "", "explanation", ""]',
        *PLAIN[1:],
    ),
    "an outcome of their own": forged('"passed"', *PLAIN),
    "answers to nothing": f"[{forged(chr(34) + 'value' + chr(34), *PLAIN, offset='1 + n')} for n in range(9)]",
    "the end": "c.close()",
}
FORGER = """
import os, struct, sys
c = judge_connection
def answer(number, structure):
    c.sendall(struct.pack('<4sIIQ', b'HLJ1', number % 2**32, len(structure), 0) + structure)
def f():
    frame = sys._getframe()
    while frame.f_code.co_name != "serve":
        frame = frame.f_back
    number = frame.f_locals["number"]
    WAY
    os._exit(0)
"""


@pytest.mark.parametrize("way", FORGED)
def test_forged_answers_end_in_a_failed_check(court, way):
    opened = court(FORGER.replace("WAY", FORGED[way]))
    assert failure(opened.run("check.equal(f(), 6, 'f()')", "f")).startswith("NotJudgedError: ")


def test_a_forged_right_answer_is_only_an_answer(court):
    """Whoever writes to the socket can say what a function returned, and nothing else: it still has to be right."""
    opened = court(FORGER.replace("WAY", forged('"value"', *PLAIN)))
    assert (
        failure(opened.run("check.equal(f(), 6, 'f()')", "f"))
        == "CheckFailed: f(): expected int 6, found int 5."
    )


def test_the_learners_own_check_module_changes_nothing(court):
    code = (
        "from hiddenlayers import check\n"
        "for name in ('equal', 'close', 'that'):\n    setattr(check, name, lambda *a, **k: None)\n" + ADD
    )
    assert "expected int 6" in failure(court(code).run("check.equal(add(2, 3), 6, 'add')", "add"))


def test_hidden_checks_never_enter_the_learners_process(court):
    code = """
import gc, sys
def f():
    return 1
def look():
    frames, frame = [], sys._getframe()
    while frame:
        frames.append(frame.f_code.co_filename)
        frame = frame.f_back
    secret = "-".join(["very", "secret"])
    texts = [text for item in gc.get_objects() if type(item) in (list, dict, tuple) for text in item]
    return any(secret in text for text in [*texts, *frames] if type(text) is str)
"""
    opened = court(code)
    assert opened.run("secret = 'very-secret'; f()", "f", hidden=True).passed
    assert opened.run("check.equal(look(), False, 'look()')", "look").passed


def test_a_judge_that_takes_over_skips_what_the_one_before_it_asked_for(court):
    opened = court(ADD)
    before = Border(opened.connection)
    before._channel.send(5, encode(["call", ["list"], "add", [], 1, 1]))  # and this judge dies here
    opened.judge = Judge(opened.connection)
    assert opened.run("check.equal(add(2, 3), 5, 'add')", "add").passed


def test_a_dead_learner_is_not_waited_for(court):
    opened = court(ADD)
    os.kill(opened.process.pid, signal.SIGKILL)
    assert "process has ended" in failure(opened.run("add(1, 1)", "add"))
