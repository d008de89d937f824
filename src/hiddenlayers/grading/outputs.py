"""What one cell puts out, as a notebook holds it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from nbformat import NotebookNode, v4

from hiddenlayers.grading.reasons import Reason

MAX_ERRORS = 20
MAX_MESSAGE = 2_000  # characters of an exception's text
MAX_TRACEBACK = 20_000


@dataclass
class Outputs:
    """Collects what one cell puts out, up to a number of bytes. Errors are always kept, cut to a length."""

    cell: NotebookNode
    displays: dict[str, list[NotebookNode]]  # of the whole notebook: display id to the outputs that show it
    limit: int
    language: str
    size: int = 0
    cut: Reason | None = None
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

    def _fits(self, size: int) -> bool:
        if self.cut is None and self.size + size <= self.limit:
            self.size += size
            return True
        if self.cut is None:
            self.cut = Reason("output-cut", {"kilobytes": self.limit / 1000})
            self._append_text("stdout", f"\n[{self.cut.text(self.language)}]\n")
        return False

    def _append_text(self, name: str, text: str) -> None:
        last = self.cell.outputs[-1] if self.cell.outputs else None
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        else:
            self.cell.outputs.append(v4.new_output("stream", name=name, text=text))

    def _stream(self, content: dict) -> None:
        text, name = str(content["text"]), "stderr" if content["name"] == "stderr" else "stdout"
        room = max(self.limit - self.size, 0)
        if self.cut is None and len(text) > room:
            self._append_text(name, text[:room])
            self.size = self.limit
        if self._fits(len(text)):
            self._append_text(name, text)

    def _display_data(self, content: dict) -> None:
        output = v4.new_output("display_data", data=content["data"], metadata=content.get("metadata", {}))
        if self._fits(len(json.dumps(content["data"]))):
            self.cell.outputs.append(output)
            self._remember(content, output)

    def _execute_result(self, content: dict) -> None:
        data = content["data"]
        if not self._fits(len(json.dumps(data))):
            # A check's result can be its score, so its beginning stays.
            data = {"text/plain": str(data.get("text/plain", ""))[:100]}
        output = v4.new_output(
            "execute_result",
            data=data,
            metadata=content.get("metadata", {}),
            execution_count=content.get("execution_count"),
        )
        self.cell.outputs.append(output)
        self._remember(content, output)

    def _error(self, content: dict) -> None:
        self.errors += 1
        if self.errors > MAX_ERRORS:
            return
        traceback = "\n".join(map(str, content.get("traceback") or []))
        self.cell.outputs.append(
            v4.new_output(
                "error",
                ename=str(content.get("ename") or "Error")[:200],
                evalue=str(content.get("evalue") or "")[:MAX_MESSAGE],
                traceback=traceback[-MAX_TRACEBACK:].split("\n"),
            )
        )

    def _remember(self, content: dict, output: NotebookNode) -> None:
        if display_id := (content.get("transient") or {}).get("display_id"):
            self.displays.setdefault(display_id, []).append(output)

    def _update(self, content: dict) -> None:
        data = content["data"]
        shown = self.displays.get((content.get("transient") or {}).get("display_id"), [])
        if shown and self._fits(len(json.dumps(data))):
            for output in shown:
                output["data"], output["metadata"] = NotebookNode(data), content.get("metadata", {})
