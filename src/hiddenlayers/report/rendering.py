"""Parts of a notebook as HTML that can do nothing: no scripts, no forms, nothing fetched from anywhere."""

import base64
import functools
import html
import io
import re
from collections.abc import Iterable, Mapping

import bleach
from bleach.css_sanitizer import CSSSanitizer
from markupsafe import Markup
from matplotlib import mathtext
from matplotlib.font_manager import FontProperties
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from hiddenlayers.grading.score import without_hidden

TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "div", "span"),
    *("em", "strong", "b", "i", "u", "s", "del", "sub", "sup", "kbd", "small", "mark", "details", "summary"),
    *("ul", "ol", "li", "dl", "dt", "dd", "a", "img", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
IMAGE_URL = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*")
LINK_URL = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
STYLES = CSSSanitizer(allowed_css_properties=["text-align", "font-weight", "font-style", "vertical-align"])
CLASS = re.compile(r"math (inline|block)|tex|formula|highlight|[a-z]{1,2}[0-9]?")
# To the end where it is not closed, as browsers do
NOT_TEXT = re.compile(r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
IMAGES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")
MAX_SHOWN = 200_000  # characters of one cell, and of one output


def markdown_html(text: str, attachments: Mapping | None = None) -> Markup:
    """Markdown as safe HTML; formulas become small pictures."""
    attachments = attachments if isinstance(attachments, dict) else {}
    try:
        body = MarkdownWithMath(renderer=_Renderer(escape=False, attachments=attachments)).render(text)
    except Exception:  # a missing attachment, say: the text itself is better than no page
        return Markup("<pre>{}</pre>").format(text)
    return clean_html(body)


def code_html(source: str, language: str = "python") -> Markup:
    """Source code, highlighted."""
    return Markup(highlight(source, get_lexer_by_name(language), HtmlFormatter()))


@functools.cache
def code_css() -> Markup:
    """Colours of highlighted code for a light and a dark screen."""
    light = HtmlFormatter(style="friendly").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".highlight")
    return Markup(f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}")


def output_html(output: NotebookNode, hidden_lines: Iterable[str] = ()) -> Markup:
    """One output of a code cell as safe HTML, without lines of hidden checks; "" for what can't be shown."""
    if output.output_type == "stream":
        return _text(output.text, hidden_lines, "stderr" if output.name == "stderr" else "stdout")
    if output.output_type == "error":
        return _text("\n".join(output.traceback) or f"{output.ename}: {output.evalue}", hidden_lines, "error")
    data = output.get("data", {})
    for kind in IMAGES:
        if isinstance(data.get(kind), str):
            return _image(kind, data[kind])
    if isinstance(data.get("text/html"), str) and not _holds(data["text/html"], hidden_lines):
        shown = clean_html(data["text/html"][:MAX_SHOWN])
        if re.sub(r"<(?!img)[^>]*>|\s", "", shown):
            return Markup('<div class="html">{}</div>').format(shown)
    if isinstance(data.get("text/markdown"), str):
        return markdown_html(without_hidden(data["text/markdown"][:MAX_SHOWN], hidden_lines))
    if isinstance(data.get("text/plain"), str):
        return _text(data["text/plain"], hidden_lines, "result")
    return Markup("")


def clean_html(body: str) -> Markup:
    """HTML reduced to text, tables, links and pictures that are in the page itself."""
    body = NOT_TEXT.sub("", body)
    return Markup(bleach.clean(body, TAGS, _allowed, css_sanitizer=STYLES, strip=True, protocols=_PROTOCOLS))


_PROTOCOLS = {"http", "https", "mailto", "data"}  # which of them where, `_allowed` decides


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "src":
        return tag == "img" and IMAGE_URL.fullmatch(value) is not None
    if name == "href":
        return tag == "a" and LINK_URL.match(value) is not None
    if name in ("colspan", "rowspan", "width", "height"):
        return value.isdigit()
    if name == "class":  # ours and those of highlighted code; no other text may look like a mark
        return CLASS.fullmatch(value) is not None
    return name in ("alt", "title", "lang", "style", "start")


def _text(text: str, hidden_lines: Iterable[str], kind: str) -> Markup:
    text = without_hidden(text[:MAX_SHOWN], hidden_lines).rstrip("\n")
    return Markup('<pre class="{}">{}</pre>').format(kind, strip_ansi(text)) if text else Markup("")


def _image(kind: str, data: str) -> Markup:
    # A picture in an <img> runs no scripts and fetches nothing, whatever an SVG holds.
    if kind == "image/svg+xml":
        data = base64.b64encode(data.encode("utf-8", "replace")).decode()
    url = f"data:{kind};base64,{re.sub(r'[^A-Za-z0-9+/=]', '', data)}"
    return Markup('<img src="{}" alt="">').format(url)


def _holds(text: str, hidden_lines: Iterable[str]) -> bool:
    return any(hidden in form for hidden in hidden_lines for form in (text, html.unescape(text)))


class _Renderer(IPythonRenderer):
    """nbconvert's Markdown with formulas drawn by matplotlib: no MathJax, which would be fetched."""

    def inline_math(self, body: str) -> str:
        return _formula(body, "inline")

    def block_math(self, body: str) -> str:
        return f'<div class="formula">{_formula(body, "block")}</div>'

    def latex_environment(self, name: str, body: str) -> str:
        return self.block_math(f"\\begin{{{name}}}{body}\\end{{{name}}}")

    def heading(self, text: str, level: int, **attrs) -> str:
        level = min(level + 1, 6)  # below the page's own title
        return f"<h{level}>{text}</h{level}>\n"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        picture = super().image(text, url, title)
        source = re.search(r'src="([^"]*)"', picture)
        in_page = source is not None and IMAGE_URL.fullmatch(html.unescape(source[1]))
        return picture if in_page else f"[{html.escape(text)}]"


@functools.lru_cache(maxsize=4096)
def _formula(tex: str, kind: str) -> str:
    picture = io.BytesIO()
    font = FontProperties(size=15 if kind == "block" else 12)
    try:
        if not tex.isascii():
            raise ValueError("matplotlib's fonts lack Korean")
        depth = mathtext.math_to_image(f"${tex.strip()}$", picture, prop=font, dpi=72, format="svg")
    except Exception:  # what matplotlib's subset of TeX lacks stays TeX
        return f'<code class="tex">{html.escape(tex.strip())}</code>'
    url = f"data:image/svg+xml;base64,{base64.b64encode(picture.getvalue()).decode()}"
    style = f"vertical-align: {-depth:.1f}pt"
    return f'<img class="math {kind}" src="{url}" alt="{html.escape(tex.strip())}" style="{style}">'
