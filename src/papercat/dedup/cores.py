"""Work on several cores, where that is safe, with the results of one."""

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")


def cores() -> int:
    """Give the number of processes that can work at once here; 1 where a process cannot be forked safely.

    Workers are forked: they have what their parent has, without a copy, and never run the caller's script again, as spawned ones do
    where it has no `if __name__ == "__main__"`. To fork is unsafe beside other threads (a notebook has some) and on macOS, and a
    daemon may have no children.
    """
    if sys.platform != "linux" or _threads() > 1 or current_process().daemon:
        return 1
    return len(os.sched_getaffinity(0))


def _threads() -> int:
    """Count the threads of this process, also those that Python knows nothing of: a library's own."""
    try:
        return len([*Path("/proc/self/task").iterdir()])
    except OSError:  # not mounted; take the worse for granted
        return 2


def spread(job: Callable[[int], Result], count: int, processes: int) -> Generator[tuple[int, Result], None, None]:
    """Give the number and the result of each of so many jobs, in any order; what a worker leaves undone is done here.

    Workers end with the iterator, whatever ends it.

    >>> sorted(spread(lambda number: number**2, 3, processes=2))
    [(0, 0), (1, 1), (2, 4)]
    """
    left = dict.fromkeys(range(count))
    if min(processes, count, cores()) > 1:
        with _workers(job, count, min(processes, count)) as pipes:
            for number, result in _received(pipes):
                del left[number]
                yield number, result
    for number in left:
        yield number, job(number)


def _received(pipes: list[Connection]) -> Iterator[tuple[int, Any]]:
    while pipes:
        ready = wait(pipes)
        for pipe in [pipe for pipe in pipes if pipe in ready]:
            try:
                found = pipe.recv()
            except (EOFError, OSError):
                pipes.remove(pipe)
            else:
                yield found


@contextmanager
def _workers(job: Callable[[int], Result], count: int, processes: int) -> Iterator[list[Connection]]:
    context = get_context("fork")
    started, pipes = [], []
    try:
        for first in range(processes):
            ours, theirs = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(job, range(first, count, processes), theirs), daemon=True)
            try:
                worker.start()
            except OSError:  # no process or no memory is left: the parent does it
                break
            started.append(worker)
            pipes.append(ours)
            theirs.close()
        yield list(pipes)
    finally:
        for worker in started:
            worker.terminate()
        for worker in started:
            worker.join()
        for pipe in pipes:
            pipe.close()


def _work(job: Callable[[int], Result], numbers: range, pipe: Connection) -> None:
    # Ctrl-C reaches all of them; the parent ends its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for number in numbers:
            pipe.send((number, job(number)))
        pipe.close()
    finally:
        os._exit(0)  # nothing of the parent's is to be flushed or torn down twice
