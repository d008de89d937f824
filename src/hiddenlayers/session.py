"""A learner's session in a kernel: language, profile, and what an exception looks like."""

import linecache
import os
import sys
from types import TracebackType

from hiddenlayers.course import LANGUAGES
from hiddenlayers.errors import HiddenLayersError

_language: str | None = None


def language() -> str:
    """The learner's language: what `start` was given, else HIDDENLAYERS_LANG, else "en"."""
    chosen = _language or os.environ.get("HIDDENLAYERS_LANG", "en")
    return chosen if chosen in LANGUAGES else "en"


def say(en: str, ko: str) -> str:
    """The text in the learner's language."""
    return ko if language() == "ko" else en


def grading() -> bool:
    """Whether the notebook runs to be graded: small data and one epoch in the narrative cells.

    True with HIDDENLAYERS_PROFILE=grading, and under nbgrader, which sets NBGRADER_EXECUTION.
    """
    profile = os.environ.get("HIDDENLAYERS_PROFILE", "")
    return profile == "grading" or (not profile and bool(os.environ.get("NBGRADER_EXECUTION")))


def epochs(full: int) -> int:
    """The number of epochs a narrative cell trains for: `full` for a learner, 1 while grading."""
    return 1 if grading() else full


def start(language: str) -> None:
    """Open a chapter: choose the language of messages and keep warnings off standard error.

    nbgrader takes anything on standard error for a failure, so Python's logs and warnings go to standard output
    instead. TensorFlow's C++ side tells there about the machine's graphics card and the like: that goes nowhere.

    Args:
        language: "en" or "ko".

    Raises:
        HiddenLayersError: for any other language.
    """
    global _language
    if language not in LANGUAGES:
        raise HiddenLayersError(f"start({language!r}): the course speaks {' and '.join(LANGUAGES)}.")
    _language = language
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # takes effect because TensorFlow is imported later
    shell = _kernel_shell()
    if shell is not None:
        sys.stderr = sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        shell.set_custom_exc((Exception,), _show_exception)


def _kernel_shell():
    """The IPython shell of a Jupyter kernel, or None in a terminal or a script."""
    if "ipykernel" not in sys.modules:
        return None
    from IPython import get_ipython

    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


def _show_exception(
    shell, kind: type, error: BaseException, trace: TracebackType, tb_offset=None
) -> list[str]:
    """Show an exception as IPython does, its message completed by where in the learner's answer it arose."""
    if hasattr(error, "_render_traceback_"):
        lines = error._render_traceback_()
    else:
        lines = shell.InteractiveTB.structured_traceback(kind, error, trace, tb_offset=tb_offset)
    text = explain(error, trace, shell.user_ns)
    if text != _text_of(error):
        lines = [*lines, f"→ {text}"]
    shell._showtraceback(kind, text, lines)
    return lines


def explain(error: BaseException, trace: TracebackType | None, namespace: dict) -> str:
    """An exception's message with the learner's function and line that raised it, if one did.

    Args:
        error: the exception; its own text is cut to 120 characters, and may fail to be made at all.
        trace: its traceback.
        namespace: the globals of the learner's cells, by which their functions are known.
    """
    message = _text_of(error)
    where = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if trace.tb_frame.f_globals is namespace and code.co_name != "<module>":
            line = linecache.getline(code.co_filename, trace.tb_lineno, namespace).strip()
            where = say(
                f"in {code.co_name}, line {trace.tb_lineno}: {line}",
                f"{code.co_name}의 {trace.tb_lineno}번째 줄: {line}",
            )
        trace = trace.tb_next
    if not where or type(error).__name__ == "CheckFailed":
        return message
    if isinstance(error, NotImplementedError) and not message:
        message = say("not answered yet", "아직 답을 쓰지 않았습니다")
    if len(message) > 120:
        message = message[:119] + "…"
    return f"{message}{say(' ', '')}({where})" if message else where


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException:  # an exception of the learner's own may fail even here
        return "(no text)"
