"""One check cell, judged outside the learner's process."""

import select
import socket
import time

from hiddenlayers.grading.judge import kernel_side
from hiddenlayers.grading.judge.judge import Verdict
from hiddenlayers.grading.judge.service import JudgeGone, Order, receive_verdict, send_order
from hiddenlayers.grading.kernel import GRACE_SECONDS, POLL_SECONDS
from hiddenlayers.grading.outputs import Outputs
from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.workplace import Workplace


def judge_cell(workplace: Workplace, outputs: Outputs, order: Order, deadline: float) -> None:
    """Let the judge run a check cell, with the learner's kernel answering it, and collect its outputs.

    When time is up the learner's code is interrupted; if there is still no verdict then, the judge is ended, and
    after it the kernel if that does not come back.
    """
    kernel, judge = workplace.kernel, workplace.judge()
    for_judge, for_learner = socket.socketpair()
    try:
        with for_judge, for_learner:
            workplace.border.settimeout(GRACE_SECONDS)  # a kernel that takes no connections fills the line
            socket.send_fds(workplace.border, [b"c"], [for_learner.fileno()])
            send_order(judge.channel, order, for_judge)
    except (JudgeGone, OSError):
        judge.process.kill()
    message_id = kernel.client.execute(kernel_side.SERVE, silent=True, store_history=False, allow_stdin=False)
    verdict: Verdict | None = None
    kill_at: float | None = None
    while verdict is None:
        ready, _, _ = select.select([judge.channel], [], [], POLL_SECONDS)
        try:
            if ready:
                verdict = receive_verdict(judge.channel)
            elif not judge.process.alive():
                raise JudgeGone
        except JudgeGone:
            judge.process.kill()
            outputs.add_error(outputs.limit_hit or Reason("judge-ended"))
            break
        now = time.monotonic()
        if not kernel.alive():
            kernel.dead = True  # the judge finds the line dead and gives its verdict
        if kernel.too_much_memory(now):
            outputs.limit_hit = kernel.memory_reason
            kernel.kill()
        if kill_at and now > kill_at:
            judge.process.kill()
        elif not kill_at and now > deadline:
            outputs.timed_out = True
            kill_at = now + GRACE_SECONDS
            kernel.process.interrupt()
    if verdict is not None:
        outputs.take(verdict.outputs)
    _wait_for_kernel(workplace, message_id)


def _wait_for_kernel(workplace: Workplace, message_id: str) -> None:
    """Wait until the kernel has noticed that the judge hung up; end a kernel that does not."""
    kernel = workplace.kernel
    give_up = time.monotonic() + GRACE_SECONDS
    while not kernel.dead:
        if kernel.client.shell_channel.socket.poll(POLL_SECONDS * 1000):
            if kernel.take_reply(message_id) is not None:
                return
        elif not kernel.alive():
            kernel.dead = True
        if time.monotonic() > give_up:
            kernel.kill()
