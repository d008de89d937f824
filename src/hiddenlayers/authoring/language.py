"""The step of nbgrader's generate_assignment that keeps one language of a chapter."""

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum

from hiddenlayers.course import LANGUAGES


class ChooseLanguage(NbGraderPreprocessor):
    """Drop the cells of the other language, and keep the alternative texts of this one.

    A cell belongs to the language in its metadata's `lang`; a cell without `lang` to both.
    """

    language = Enum(LANGUAGES, default_value="en", help="The language to keep.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        nb.cells = [cell for cell in nb.cells if cell.metadata.get("lang", self.language) == self.language]
        for cell in nb.cells:
            cell.metadata.pop("lang", None)
            alternatives = {language: cell.metadata.pop(f"alt.{language}", None) for language in LANGUAGES}
            if alternatives[self.language]:
                cell.metadata["alt"] = alternatives[self.language]
        nb.metadata["hiddenlayers"] = {"language": self.language}
        return nb, resources
