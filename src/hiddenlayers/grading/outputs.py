"""What one cell puts out, as a notebook holds it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode, v4

from hiddenlayers.grading.reasons import Reason

MAX_ERRORS = 20
MAX_MESSAGE = 2_000  # characters of an exception's text
MAX_TRACEBACK = 20_000
MAX_DISPLAY_ID = 200
MAX_LEVELS = 20  # of JSON in a display or in metadata
OVERHEAD = 200  # bytes that an output takes beside what it shows
FULL_CELLS = 20  # a notebook may put out what so many cells may


class NotebookOutputs:
    """What the outputs of one notebook share: the room that is left for them all, and its displays by id."""

    def __init__(self, cell_limit: int):
        self.limit = self.room = FULL_CELLS * cell_limit
        self.displays: dict[str, list[NotebookNode]] = {}


@dataclass
class Outputs:
    """Collects what one cell puts out, up to a number of bytes. Errors are always kept, cut to a length."""

    cell: NotebookNode
    notebook: NotebookOutputs
    limit: int
    language: str
    size: int = 0
    cut: Reason | None = None
    cut_result: NotebookNode | None = None
    timed_out: bool = False
    limit_hit: Reason | None = None
    clear_next: bool = False
    errors: int = field(default=0)

    def add(self, kind: str, content: dict) -> None:
        """Take one message of the kernel's."""
        if kind == "clear_output":
            self.clear_next = bool(content.get("wait"))
            if not self.clear_next:
                self.cell.outputs = []
        elif kind == "update_display_data":
            self._update(content)
        elif kind in ("stream", "display_data", "execute_result", "error"):
            if self.clear_next:
                self.cell.outputs, self.clear_next = [], False
            getattr(self, f"_{kind}")(content)

    def take(self, outputs: Iterable[dict]) -> None:
        """Take streams and errors that a judge gives."""
        for output in outputs:
            getattr(self, f"_{output['output_type']}")(output)

    def leave_out(self) -> None:
        """Say that there was more than can be shown."""
        self._fits(self.limit + 1)

    def add_error(self, reason: Reason) -> None:
        text = reason.text(self.language)
        self.cell.outputs.append(
            v4.new_output("error", ename="GradingError", evalue=text, traceback=[f"\x1b[0;31m{text}\x1b[0m"])
        )

    def replace_interrupt(self, reason: Reason) -> None:
        """Say which limit struck, in place of the KeyboardInterrupt by which it struck."""
        self.cell.outputs = [
            output for output in self.cell.outputs if output.get("ename") != "KeyboardInterrupt"
        ]
        self.add_error(reason)

    def complete_error(self, reply: dict) -> None:
        """Add a reply's error that no output shows: a cell can switch off tracebacks, not its failure."""
        if not any(output.get("ename") == reply.get("ename") for output in self.cell.outputs):
            self.errors = 0
            self._error(reply)

    @property
    def _room(self) -> int:
        return max(min(self.limit - self.size, self.notebook.room), 0)

    def _take_room(self, size: int) -> None:
        self.size += size
        self.notebook.room -= size

    def _fits(self, size: int) -> bool:
        if self.cut is None and size <= self._room:
            self._take_room(size)
            return True
        if self.cut is None:
            if size <= self.limit - self.size:
                self.cut = Reason("all-output-cut", {"kilobytes": self.notebook.limit / 1000})
            else:
                self.cut = Reason("output-cut", {"kilobytes": self.limit / 1000})
            self._append_text("stdout", f"\n[{self.cut.text(self.language)}]\n")
        return False

    def _continues(self, name: str) -> bool:
        last = self.cell.outputs[-1] if self.cell.outputs else None
        return last is not None and last.output_type == "stream" and last.name == name

    def _append_text(self, name: str, text: str) -> None:
        if self._continues(name):
            self.cell.outputs[-1].text += text
        else:
            self.cell.outputs.append(v4.new_output("stream", name=name, text=text))

    def _stream(self, content: dict) -> None:
        text, name = str(content["text"]), "stderr" if content["name"] == "stderr" else "stdout"
        overhead = 0 if self._continues(name) else OVERHEAD
        if self.cut is None and overhead < self._room < len(text) + overhead:
            self._append_text(name, text[: self._room - overhead])
        if self._fits(len(text) + overhead):
            self._append_text(name, text)

    def _display_data(self, content: dict) -> None:
        data, metadata, size = _bundle(content)
        if self._fits(size):
            output = v4.new_output("display_data", data=data, metadata=metadata)
            self.cell.outputs.append(output)
            self._remember(content, output)

    def _execute_result(self, content: dict) -> None:
        data, metadata, size = _bundle(content)
        fits = self._fits(size)
        if not fits:  # a check's result can be its score, so the beginning of the last one stays
            data, metadata = {"text/plain": data.get("text/plain", "")[:100]}, {}
            self.cell.outputs = [output for output in self.cell.outputs if output is not self.cut_result]
        count = content.get("execution_count")
        output = v4.new_output("execute_result", data=data, metadata=metadata, execution_count=count)
        self.cell.outputs.append(output)
        if fits:
            self._remember(content, output)
        else:
            self.cut_result = output

    def _error(self, content: dict) -> None:
        self.errors += 1
        if self.errors > (MAX_ERRORS if self.notebook.room > 0 else 1):
            return
        lines = content.get("traceback") if self.notebook.room > 0 else None
        traceback = "\n".join(map(str, lines)) if isinstance(lines, (list, tuple)) else ""
        self.notebook.room -= min(len(traceback), MAX_TRACEBACK) + OVERHEAD
        self.cell.outputs.append(
            v4.new_output(
                "error",
                ename=str(content.get("ename") or "Error")[:200],
                evalue=str(content.get("evalue") or "")[:MAX_MESSAGE],
                traceback=traceback[-MAX_TRACEBACK:].split("\n"),
            )
        )

    def _remember(self, content: dict, output: NotebookNode) -> None:
        display_id = (content.get("transient") or {}).get("display_id")
        if isinstance(display_id, str) and len(display_id) <= MAX_DISPLAY_ID:
            self.notebook.displays.setdefault(display_id, []).append(output)

    def _update(self, content: dict) -> None:
        data, metadata, size = _bundle(content)
        shown = self.notebook.displays.get((content.get("transient") or {}).get("display_id"), [])
        if shown and self._fits(size * len(shown)):
            for output in shown:
                fresh = v4.new_output(output.output_type, data=data, metadata=metadata)
                output["data"], output["metadata"] = fresh.data, fresh.metadata


def _bundle(content: dict) -> tuple[dict[str, Any], dict[str, Any], int]:
    """What a display shows, its metadata, and the bytes that both take; what is no text or flat JSON is left out."""
    data = {
        kind: value for kind, value in content["data"].items() if isinstance(value, str) or _is_flat(value)
    }
    metadata = content.get("metadata")
    if not (isinstance(metadata, dict) and _is_flat(metadata)):
        metadata = {}
    return data, metadata, len(json.dumps([data, metadata])) + OVERHEAD


def _is_flat(value: Any, levels: int = MAX_LEVELS) -> bool:
    """Whether JSON is nested no deeper than some levels: what reads it again goes down level by level."""
    if isinstance(value, (dict, list)):
        items = value.values() if isinstance(value, dict) else value
        return levels > 0 and all(_is_flat(item, levels - 1) for item in items)
    return True
