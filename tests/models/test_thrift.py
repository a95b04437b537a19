"""The guard against garbage collection while many models are built."""

import gc
import threading
from collections.abc import Iterator

import pytest

import papercat as pc
from papercat.models import building


class StopError(Exception):
    """Made by the tests alone."""


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@pytest.mark.parametrize("enabled", [True, False], ids=["on", "off"])
def test_it_leaves_the_collector_as_it_found_it(*, enabled: bool) -> None:
    if not enabled:
        gc.disable()
    with building():
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


@pytest.mark.parametrize("enabled", [True, False], ids=["on", "off"])
def test_an_exception_leaves_the_collector_as_it_was(*, enabled: bool) -> None:
    if not enabled:
        gc.disable()
    with pytest.raises(StopError), building():
        raise StopError
    assert gc.isenabled() is enabled


def test_nested_use_ends_with_the_outermost() -> None:
    with building():
        with pytest.raises(StopError), building(), building():
            raise StopError
        assert not gc.isenabled()
        with building():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_generator_that_is_left_half_way_frees_the_collector() -> None:
    def papers() -> Iterator[pc.Paper]:
        with building():
            yield pc.Paper(title="Sleeper Agents")
            yield pc.Paper(title="Constitutional AI")

    half = papers()
    next(half)
    assert not gc.isenabled()
    half.close()  # type: ignore[attr-defined]
    assert gc.isenabled()


def test_threads_share_one_guard() -> None:
    inside, leave, seen = threading.Barrier(5), threading.Event(), list[bool]()

    def work(number: int) -> None:
        with building():
            inside.wait(10)
            if number == 0:
                leave.wait(10)
            seen.append(gc.isenabled())

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    inside.wait(10)
    for thread in threads[1:]:
        thread.join(10)
    # three have left, one is still at work
    assert not gc.isenabled()
    leave.set()
    threads[0].join(10)
    assert seen == [False] * 4
    assert gc.isenabled()


def test_threads_that_come_and_go_leave_it_on() -> None:
    def work() -> None:
        for _ in range(200):
            with building():
                pass

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert gc.isenabled()


def test_reading_leaves_the_collector_on() -> None:
    pc.parse("Constitutional AI\nBai, Yuntao\nAs AI systems become more capable.")
    assert gc.isenabled()
    with pytest.raises(pc.UnknownFormatError):
        pc.parse("Constitutional AI", format="docx")
    assert gc.isenabled()
