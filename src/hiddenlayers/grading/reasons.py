"""What can be the matter with a submission, in both languages."""

from dataclasses import dataclass, field

TEXTS = {
    # Nothing could be run
    "missing": (
        "No notebook was handed in: {name}.ipynb is missing.",
        "제출된 노트북이 없습니다. {name}.ipynb 파일이 있어야 합니다.",
    ),
    "ambiguous": (
        "{name}.ipynb is missing, and it is unclear which of the {count} other notebooks is meant.",
        "{name}.ipynb 파일이 없고, 다른 노트북 {count}개 중 어느 것인지 알 수 없습니다.",
    ),
    "no-chapter": (
        "The course has no assignment {name}: rename the folder, or move it away.",
        "강의에 {name} 과제가 없습니다. 폴더 이름을 고치거나 다른 곳으로 옮기십시오.",
    ),
    "unreadable": (
        "{name} is not a file that can be read.",
        "{name} 파일을 읽을 수 없습니다.",
    ),
    "empty": ("{name} is empty (0 bytes).", "{name} 파일이 비어 있습니다(0바이트)."),
    "too-large": (
        "{name} is {megabytes} MB, and {limit} MB is the most; clear its outputs and hand it in again.",
        "{name} 파일이 {megabytes} MB로, 최대 {limit} MB를 넘습니다. 출력을 지우고 다시 제출하십시오.",
    ),
    "not-json": (
        "The file is not JSON, so it is no notebook ({detail}).",
        "파일이 JSON이 아니므로 노트북이 아닙니다({detail}).",
    ),
    "not-a-notebook": (
        "The file is JSON but not a notebook ({detail}).",
        "파일이 JSON이지만 노트북이 아닙니다({detail}).",
    ),
    "too-many": (
        "The notebook has more than {count:,} JSON objects: clear its outputs and hand it in again.",
        "노트북에 JSON 객체가 {count:,}개보다 많습니다. 출력을 지우고 다시 제출하십시오.",
    ),
    "no-cells": ("The notebook has no cells.", "노트북에 셀이 없습니다."),
    "no-kernel": (
        "The notebook's kernel {name} is not installed where it is graded.",
        "채점하는 컴퓨터에 노트북의 커널 {name}이(가) 없습니다.",
    ),
    "kernel-start": ("The kernel did not start: {detail}.", "커널이 시작되지 않았습니다: {detail}."),
    "worker-died": (
        "The grading process died twice on this submission.",
        "이 제출물을 채점하던 프로세스가 두 번 종료되었습니다.",
    ),
    "grader-failed": (
        "The grader failed on this submission ({detail}).",
        "이 제출물을 채점하는 중에 채점기에 오류가 났습니다({detail}).",
    ),
    # Limits that struck while it ran
    "cell-time": (
        "A cell took longer than {seconds:g} s and was stopped.",
        "셀 하나가 {seconds:g}초가 넘게 걸려 중단되었습니다.",
    ),
    "total-time": (
        "The whole notebook took longer than {seconds:g} s: stopped here, and no further cell was run.",
        "노트북 전체가 {seconds:g}초가 넘게 걸려 여기서 중단되었고, 그 뒤의 셀은 실행되지 않았습니다.",
    ),
    "kernel-died": (
        "The kernel died: a cell ended it or ran out of memory.",
        "커널이 종료되었습니다. 셀이 커널을 끝냈거나 메모리가 모자랐습니다.",
    ),
    "memory": (
        "The notebook used more than {megabytes:g} MB of memory and was stopped.",
        "노트북이 메모리를 {megabytes:g} MB보다 많이 써서 중단되었습니다.",
    ),
    "judge-ended": (
        "The check came to no end with what the answer returned.",
        "답이 반환한 값으로는 검사를 끝낼 수 없었습니다.",
    ),
    "not-run": (
        "Not run: the kernel had ended in an earlier cell.",
        "실행되지 않았습니다. 앞의 셀에서 커널이 종료되었습니다.",
    ),
    "output-cut": (
        "Output cut: a cell may write {kilobytes:g} kB.",
        "출력이 잘렸습니다. 셀 하나는 {kilobytes:g} kB까지 출력할 수 있습니다.",
    ),
    "all-output-cut": (
        "Output cut: a notebook may write {kilobytes:g} kB in all.",
        "출력이 잘렸습니다. 노트북 하나는 모두 {kilobytes:g} kB까지 출력할 수 있습니다.",
    ),
    # Put right, or noticed, on the way
    "other-name": ("{found} was taken for {name}.ipynb.", "{found} 파일을 {name}.ipynb로 보았습니다."),
    "restored": (
        "Check cells put back as they were handed out: {cells}.",
        "바뀐 검사 셀을 배포한 그대로 되돌렸습니다: {cells}.",
    ),
    "answer-missing": (
        "Answer cells missing or renamed: {cells}.",
        "답을 쓰는 셀이 없거나 이름이 바뀌었습니다: {cells}.",
    ),
    "files-left-out": (
        "Other files left out (links, names that can't be used, or too many or too large together): {files}.",
        "다른 파일을 제외했습니다(링크이거나, 쓸 수 없는 이름이거나, 합해서 너무 많거나 큼): {files}.",
    ),
    "timestamp": (
        "timestamp.txt holds no date, so lateness is unknown.",
        "timestamp.txt에 날짜가 없어 지각 여부를 알 수 없습니다.",
    ),
    "regraded": (
        "Graded again after a person had marked it: the marks given by hand stand.",
        "사람이 채점한 뒤에 다시 채점했습니다. 사람이 준 점수는 그대로입니다.",
    ),
    "no-sandbox": (
        "Run outside the sandbox, where its kernel can't be: grade only people you trust like this.",
        "커널을 샌드박스에서 실행할 수 없어 밖에서 실행했습니다. 믿을 수 있는 사람만 이렇게 채점하십시오.",
    ),
    # Why a check has no points yet
    "waiting": ("Waiting for a person.", "사람의 채점을 기다립니다."),
    "answer-failed": ("The answer stopped with {error}", "답이 오류로 중단되었습니다. {error}"),
    "no-answer": ("No answer.", "답이 없습니다."),
    "hidden": (
        "A hidden check: only the course's own notebook holds it.",
        "숨은 검사입니다. 강의의 원본 노트북에만 있습니다.",
    ),
}
NOTES = {
    "other-name",
    "restored",
    "output-cut",
    "all-output-cut",
    "no-sandbox",
    "waiting",
    "no-answer",
    "hidden",
}
# Limits that cost cells: such a submission is graded again under other limits
STRUCK = frozenset({"cell-time", "total-time", "memory", "kernel-died"})
# What went wrong with the grader or its machine: such a submission is graded again by the next run
NOT_THE_STUDENTS = frozenset({"grader-failed", "worker-died", "kernel-start", "no-kernel"})


@dataclass(frozen=True)
class Reason:
    """One entry of TEXTS with its values filled in, like `Reason("empty", {"name": "a.ipynb"})`."""

    code: str
    values: dict = field(default_factory=dict, hash=False)

    def text(self, language: str = "en") -> str:
        english, korean = TEXTS[self.code]
        return (korean if language == "ko" else english).format(**self.values)

    @property
    def wants_a_look(self) -> bool:
        """Whether a person should look at the submission; a mere note does not ask for it."""
        return self.code not in NOTES


class Ungradable(Exception):  # noqa: N818 (a state of the submission, not a fault of the program)
    """A submission that cannot be run; `reason` says why."""

    def __init__(self, reason: Reason):
        super().__init__(reason)
        self.reason = reason
