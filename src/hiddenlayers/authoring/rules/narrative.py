"""Whether the narrative's code opens as it should, is short, and describes its pictures."""

import ast
from collections.abc import Iterator

from nbformat import NotebookNode

from hiddenlayers.authoring.leaks import parse
from hiddenlayers.authoring.rules.prose import HANGUL, LATIN
from hiddenlayers.authoring.rules.subject import Chapter, Finding
from hiddenlayers.course import LANGUAGES

LONGEST_CELL = 16  # lines of code, blank ones left out
CANVASES = {"plt", "sns", "ax", "axes", "axs"}
METHODS = {"plot", "hist", "imshow", "plot_model"}  # of whatever object
SETTINGS = {"rcParams", "style", "rc", "close", "colormaps", "cm"}
SETTINGS |= {"set_theme", "set_style", "set_context", "set_palette", "color_palette", "load_dataset"}
# They may show a picture or something else: a description is welcome, not wanted
DISPLAYS = {"display", "Image", "HTML", "SVG", "interact", "interactive", "show"}


def chapter_starts(chapter: Chapter) -> Iterator[Finding]:
    """The first code cells are a pair that opens the session, alike but for the language."""
    code = [cell for cell in chapter.cells if cell.cell_type == "code"]
    opening = code[: len(LANGUAGES)]
    starts = [_started_language(cell) for cell in opening]
    tagged = [cell.metadata.get("lang") for cell in opening]
    if starts != list(LANGUAGES) or tagged != list(LANGUAGES):
        yield chapter.finding(
            code[0] if code else None,
            "the first code cells are not the pair that starts the session",
            'write lang="en" with hiddenlayers.start("en"), then lang="ko" with hiddenlayers.start("ko")',
        )
        return
    first, second = opening
    if chapter.index(second) != chapter.index(first) + 1:
        yield chapter.finding(
            second, "the two start cells stand apart", "put it directly below the English one"
        )
    if _other_code(first, "en") != _other_code(second, "ko"):
        yield chapter.finding(
            second, "the start cells differ in more than the language", "let them run the same code"
        )


def cells_are_short(chapter: Chapter) -> Iterator[Finding]:
    """A narrative cell shows one idea, in no more lines than a reader takes in at once."""
    for cell in chapter.narrative:
        count = sum(bool(line.strip()) for line in cell.source.split("\n"))
        if count > LONGEST_CELL:
            yield chapter.finding(
                cell, f"{count} lines of code", f"split it, {LONGEST_CELL} lines are the most"
            )


def pictures_are_described(chapter: Chapter) -> Iterator[Finding]:
    """A narrative cell that draws says in both languages what there is to see; no other cell does."""
    drawing = _drawing_functions(chapter)
    for cell in chapter.cells:
        texts = {language: cell.metadata.get(f"alt.{language}") for language in LANGUAGES}
        narrative = any(cell is one for one in chapter.narrative)
        tree = parse(cell.source) if narrative else ast.Module(body=[], type_ignores=[])
        draws = _draws(tree, drawing)
        if draws and not all(texts.values()):
            yield chapter.finding(
                cell, "a picture without a description", "say what it shows in alt.en and alt.ko"
            )
        elif any(texts.values()) and not draws and not _may_display(tree):
            yield chapter.finding(cell, "a description without a picture", "drop alt.en and alt.ko")
        elif any(texts.values()) and not _fits_languages(texts):
            yield chapter.finding(
                cell,
                "a description missing or in the wrong language",
                "write alt.en in English, alt.ko in Korean",
            )


def _started_language(cell: NotebookNode) -> str | None:
    """The language that a cell starts the session in."""
    for node in ast.walk(parse(cell.source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "hiddenlayers.start" and node.args:
            return getattr(node.args[0], "value", None)
    return None


def _other_code(cell: NotebookNode, language: str) -> str:
    return ast.unparse(parse(cell.source)).replace(f"start('{language}')", "start()")


def _drawing_functions(chapter: Chapter) -> dict[str, bool]:
    """The narrative's own functions, and whether calling one draws."""
    functions = {
        node.name: node
        for cell in chapter.narrative
        for node in parse(cell.source).body
        if isinstance(node, ast.FunctionDef)
    }
    drawing = dict.fromkeys(functions, False)
    for _ in functions:  # as far as functions that call each other can carry it
        drawing = {name: _draws(node, drawing) for name, node in functions.items()}
    return drawing


def _draws(code: ast.AST, drawing: dict[str, bool]) -> bool:
    """Whether code draws when it runs; functions that it only defines do not."""
    return any(_is_drawing(node, drawing) for node in _run(code) if isinstance(node, ast.Call))


def _is_drawing(call: ast.Call, drawing: dict[str, bool]) -> bool:
    if isinstance(call.func, ast.Name):
        name = call.func.id
        return drawing.get(name, name.startswith(("plot_", "show_", "draw_")))
    path = _path(call.func)
    if not path or SETTINGS & set(path):
        return False
    return path[0] in CANVASES or bool(METHODS & set(path[1:]))


def _may_display(code: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Call) and DISPLAYS & set(_path(node.func)[-1:]) for node in ast.walk(code)
    )


def _path(node: ast.expr) -> list[str]:
    """The names along an expression: ["axes", "plot"] for `axes[0].plot`; "" for a start that is no name."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [*_path(node.value), node.attr]
    if isinstance(node, (ast.Subscript, ast.Call)):
        return _path(node.value if isinstance(node, ast.Subscript) else node.func)
    return [""]


def _run(code: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when code does: all but the bodies of the functions and classes it defines."""
    for child in ast.iter_child_nodes(code):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield child
            yield from _run(child)


def _fits_languages(texts: dict[str, str | None]) -> bool:
    english, korean = texts["en"] or "", texts["ko"] or ""
    return bool(LATIN.search(english) and not HANGUL.search(english) and HANGUL.search(korean))
