"""Grading on a Dask cluster, for a class that outgrows one machine."""

import contextlib
import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import hiddenlayers
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.limits import Isolation
from hiddenlayers.grading.workplace import probe

ANSWER_SECONDS = 10


@dataclass(frozen=True)
class Cluster:
    """The workers of a scheduler.

    Attributes:
        executor: hands them work.
        jobs: how many submissions they grade at a time.
        without_sandbox: by a worker's address, why it can't run the sandbox.
    """

    executor: Executor
    jobs: int
    without_sandbox: dict[str, str]


@contextlib.contextmanager
def cluster(address: str, isolation: Isolation) -> Iterator[Cluster]:
    """The workers that the scheduler at `address` (like tcp://HOST:8786) knows now.

    Nothing has to be shared with them: submissions and graded notebooks travel as data. A submission whose worker
    dies is given to another one.

    Raises:
        HiddenLayersError: Dask is not installed, nobody answers, there are no workers, one has another version of
            this package or none, or the sandbox is required and one can't run it.
    """
    try:
        from distributed import Client
    except ImportError:
        raise HiddenLayersError("--scheduler needs Dask: pip install 'hiddenlayers[cluster]'.") from None
    for name in ("distributed", "distributed.client"):  # what matters is said in our own words
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise HiddenLayersError(
            f"No Dask scheduler answers at {address} ({reason}): start one with `dask scheduler` and name its address, "
            "like tcp://HOST:8786."
        ) from None
    with client:
        threads = client.nthreads()
        if not threads:
            raise HiddenLayersError(
                f"The scheduler at {address} has no workers: start some with `dask worker {address} --nthreads 1`."
            )
        ready = _ask(client, isolation)
        yield Cluster(
            # Not pure: the same submission asked for again is graded again
            executor=client.get_executor(pure=False),
            jobs=sum(threads.values()),
            without_sandbox={worker: missing for worker, (_, missing) in ready.items() if missing},
        )


def _ask(client, isolation: Isolation) -> dict[str, tuple[str, str | None]]:
    """What each worker says about itself."""
    try:
        answers = client.run(_introduce, isolation)
    except HiddenLayersError:
        raise
    except Exception as error:  # whatever a worker without this package makes of the question
        raise HiddenLayersError(
            f"The workers can't grade ({type(error).__name__}: {str(error)[:120]}): "
            f"install hiddenlayers[grade,cluster] {hiddenlayers.__version__} there."
        ) from None
    for worker, (version, _) in answers.items():
        if version != hiddenlayers.__version__:
            raise HiddenLayersError(
                f"The worker {worker} has hiddenlayers {version}, here it is {hiddenlayers.__version__}: "
                "install the same there."
            )
    return answers


def _introduce(isolation: Isolation) -> tuple[str, str | None]:
    """Run on a worker: its version of this package, and why it has no sandbox."""
    return hiddenlayers.__version__, probe(isolation)
