"""Tasks that take longer than an answer may: each runs on, and its page asks how far it is."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from groundrules.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.errors import Fault

    Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Task:
    """One task.

    Attributes:
        id: by which its page asks for it.
        title: what it does, for people.
        then: where to go when it is done.
        done: how many of its steps are.
        of: how many there are; 0 while it is not known.
        ended: whether it is over.
        faults: what kept it from its end.
        says: what came of it, in a sentence.
    """

    id: str
    title: str
    then: str
    done: int = 0
    of: int = 0
    ended: bool = False
    faults: tuple[Fault, ...] = ()
    says: str = ""
    _thread: threading.Thread | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        """Show how far it is."""
        return f"Task({self.done} of {self.of})"


class Tasks:
    """The tasks of a server."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_id: dict[str, Task] = {}

    def begin(self, title: str, then: str, do: Callable[[Progress], str]) -> Task:
        """Begin a task, and return it.

        Args:
            title: what it does, for people.
            then: where to go when it is done.
            do: does it, tells its progress, and returns what came of it.
        """
        task = Task(secrets.token_hex(16), title, then)

        def run() -> None:
            def progress(done: int, of: int) -> None:
                task.done, task.of = done, of

            try:
                task.says = do(progress)
            except BadInput as error:
                task.faults = error.faults
            except Exception as error:  # noqa: BLE001 - a task that ends without a word would hang
                from groundrules.errors import Fault  # noqa: PLC0415 - only where it fails

                message = f"an error of the program ({type(error).__name__})"
                task.faults = (Fault(title, message, "try again, and report it if it stays"),)
            finally:
                task.ended = True

        self._by_id[task.id] = task
        task._thread = threading.Thread(target=run, daemon=True)  # noqa: SLF001 - its own
        task._thread.start()  # noqa: SLF001 - likewise
        return task

    def of(self, task_id: str) -> Task | None:
        """Return the task of an id; None where there is none."""
        return self._by_id.get(task_id)

    def drop(self) -> None:
        """Forget every task that has ended."""
        self._by_id = {key: one for key, one in self._by_id.items() if not one.ended}
