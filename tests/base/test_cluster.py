"""A cluster of Dask builds the bytes of one machine, also if a worker is lost."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator

import pytest

from byeoru import rendering
from byeoru.base import cluster
from byeoru.base.cluster import Cluster
from byeoru.base.parallel import Workers
from byeoru.base.tasks import Batch, Died, ExecutorError, Work
from byeoru.cache import parsings
from site_test import SiteTest

distributed = pytest.importorskip("distributed", reason="needs byeoru[dask]")
cloudpickle = pytest.importorskip("cloudpickle")
dask = pytest.importorskip("dask")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore"), pytest.mark.timeout(120)]


@pytest.fixture
def address() -> Iterator[str]:
    """Start a cluster of two workers; return the address that a build is given."""
    # A task is given up after the first worker that it ends, and not after the fourth: workers take seconds to start.
    first = dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with first, distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as local:
        yield local.scheduler_address.replace("tcp://", cluster.PREFIX)


@pytest.fixture
def remote(site: SiteTest, address: str, monkeypatch: pytest.MonkeyPatch) -> SiteTest:
    """Return a site that the cluster builds in small batches, with a file that it cannot read."""
    monkeypatch.setattr(rendering, "POOL_WEIGHT", 0)
    monkeypatch.setattr(rendering, "BATCH_WEIGHT", 5)
    monkeypatch.setattr(parsings, "ALONE_BYTES", 0)
    monkeypatch.setattr(parsings, "BATCH_BYTES", 2_000)
    for number in range(60):
        site.write(
            f"content/posts/p{number}.md", f"---\ntitle: 글 {number}\ntags: [t{number % 7}]\n---\n" + "글\n\n" * 40
        )
    site.write("static/a.txt", "a")
    site.executor = address
    return site


def test_a_cluster_that_loses_a_worker_builds_the_same_bytes(
    remote: SiteTest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two workers is killed while pages are rendered; the site equals that of one process."""
    killed: list[int] = []
    plain = Cluster.map

    def killing(self: Cluster, work: Work, batches: Iterable[Batch]) -> Iterator[object]:
        for number, result in enumerate(plain(self, work, batches)):
            if number == 20:
                killed.append(next(iter(self._client.run(os.getpid).values())))
                os.kill(killed[-1], signal.SIGKILL)
            yield result

    monkeypatch.setattr(Cluster, "map", killing)
    remote.build().must_succeed()
    twin = remote.clean_twin(tmp_path_factory.mktemp("one") / "twin")
    twin.executor = ""

    assert len(killed) == 2  # while texts are parsed, and while pages are rendered
    twin.build().must_succeed()
    assert remote.files() == twin.files()


def test_a_worker_is_sent_the_site_once(remote: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each worker is sent the site once, however many batches it renders."""
    sent: list[str] = []
    run = distributed.Client.run

    def noting(client: object, function: object, *arguments: object, workers: list[str], on_error: str) -> object:
        if function is cluster._keep:
            sent.extend(workers)
        return run(client, function, *arguments, workers=workers, on_error=on_error)

    monkeypatch.setattr(distributed.Client, "run", noting)
    remote.build().must_succeed()

    assert len(sent) == len(set(sent))
    assert 1 <= len(sent) <= 2


def crash_on_7(_: object, items: Iterable[int]) -> list[int]:
    numbers = list(items)
    if 7 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return numbers


def test_an_item_that_ends_every_worker_is_returned(address: str) -> None:
    """A crash in a C library costs only the item that causes it, though it ends each worker that gets it."""
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    workers = Workers(executor=address)
    results = list(workers.map(crash_on_7, ([number, number + 1] for number in range(0, 12, 2))))
    workers.close()

    assert [result for result in results if isinstance(result, Died)] == [Died(7)]
    assert sorted(result for result in results if isinstance(result, int)) == [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11]


def test_a_cluster_that_does_not_answer_is_reported(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a scheduler at the address, the build stops with a message."""
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    monkeypatch.setattr(rendering, "POOL_WEIGHT", 0)
    site.write("content/posts/a.md", "# a\n")
    site.executor = "dask://127.0.0.1:9"

    with pytest.raises(ExecutorError) as problem:
        site.build()

    assert problem.value.code == "failed.no-cluster"
