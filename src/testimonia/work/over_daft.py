"""The lanes over Daft: a batch class over a column of jobs. Kept apart, so that a build that does not use Daft does not load it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from typing import Any

import daft
import daft.exceptions

from testimonia.base.errors import UsageError
from testimonia.base.outcomes import Outcome
from testimonia.base.settings import Settings
from testimonia.work.supervise import Factory, Supervised

BATCH = 8  # jobs handed over at a time: small, so that one slow document does not hold back many


def use(engine: str) -> None:
    """Set Daft's runner, once in the life of a process."""
    if daft.get_or_infer_runner_type() == engine:
        return
    try:
        daft.set_runner_ray() if engine == "ray" else daft.set_runner_native()
    except daft.exceptions.DaftCoreException as error:
        raise UsageError(
            f"This process already runs on another engine than {engine}.", "Start the program again for another runner."
        ) from error


def over_daft(jobs: Sequence[Any], factory: Factory, settings: Settings, workers: int, *, ray: bool) -> Iterator[Outcome[Any]]:
    """The lanes as a Daft batch class over a column of jobs; rows stream back as they are done."""
    use("ray" if ray else "native")

    @daft.cls(max_concurrency=workers, use_process=False)
    class Lanes:
        """One supervised worker for each instance."""

        def __init__(self) -> None:
            self.lane = Supervised(factory, settings)

        @daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=BATCH)
        def read(self, packed: daft.Series) -> list[bytes]:
            """The outcomes of a batch of jobs."""
            return [self.one(job) for job in packed.to_pylist()]

        def one(self, packed: bytes) -> bytes:
            """The outcome of one job."""
            self.lane.send(pickle.loads(packed))
            return pickle.dumps(self.lane.receive())

    frame = daft.from_pydict({"job": [pickle.dumps(job) for job in jobs]}).into_batches(BATCH)
    lanes: Any = Lanes()
    frame = frame.select(lanes.read(daft.col("job")).alias("outcome"))
    for row in frame.iter_rows(results_buffer_size=workers * 2):
        yield pickle.loads(row["outcome"])
