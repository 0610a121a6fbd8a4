"""The call of an operation: found by its name, given its arguments as the types that it names."""

from __future__ import annotations

import collections.abc
import inspect
import typing
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.shapes import Misshapen, Plain, plain, rebuilt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    Opener = Callable[[str, bytes], AbstractContextManager[object]]

ON_PROGRESS = "on_progress"
"""The name of the argument of operations that tell how far they are."""


def function_at(place: str) -> Callable[..., object]:
    """Return the function at `module:function`."""
    module, _, name = place.partition(":")
    found: Callable[..., object] = getattr(import_module(module), name)
    return found


def opener_at(place: str) -> Opener:
    """Return the function at `module:function` that opens a vault."""
    found: Opener = function_at(place)  # type: ignore[assignment]
    return found


def function_called(name: str, operations: str) -> tuple[Callable[..., object], tuple[str, ...]]:
    """Return the function of an operation, and the modules with the types of its arguments.

    Args:
        name: as the table has it.
        operations: the module with the table.

    Raises:
        BadInput: the table has none of that name.
    """
    found = import_module(operations)
    if name not in found.OPERATIONS:
        message = "the keeper of the vault knows no such operation"
        raise BadInput(Fault("vault", message, "lock the vault and unlock it again"))
    return function_at(found.OPERATIONS[name]), found.ANSWERS


def called(
    function: Callable[..., object],
    vault: object,
    arguments: Mapping[str, Plain],
    on_progress: Callable[[int, int], None],
    answers: tuple[str, ...] = (),
) -> Plain:
    """Call an operation and return its answer as JSON has it.

    Args:
        function: the operation; its first argument is the vault.
        vault: what it works on.
        arguments: the others, by name.
        on_progress: given to an operation that has an argument of this name.
        answers: modules in which types are looked for that the operation's own does not load.

    Raises:
        BadInput: an argument is missing, unknown or of another type; or what the operation raises.
    """
    kinds = kinds_of(function, answers)
    wanted = {name: kind for name, kind in kinds.items() if name != ON_PROGRESS}
    if arguments.keys() - wanted.keys():
        raise _unfit(function)
    try:
        given = {name: rebuilt(wanted[name], value) for name, value in arguments.items()}
        if ON_PROGRESS in kinds:
            given[ON_PROGRESS] = on_progress
        inspect.signature(function).bind(vault, **given)
    except TypeError:
        raise _unfit(function) from None
    return plain(function(vault, **given))


@cache
def kinds_of(function: Callable[..., object], answers: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the type of every argument of an operation but the first.

    Types that are imported for type checkers alone are looked for among the abstract collections
    and in the modules named `answers`.

    Raises:
        Misshapen: a type is to be found nowhere.
    """
    names = _names(function, answers)
    found = {}
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        kind = parameter.annotation
        if parameter.name == ON_PROGRESS:
            found[parameter.name] = Any
            continue
        try:
            found[parameter.name] = eval(kind, names) if isinstance(kind, str) else kind  # noqa: S307 - a type that this program's own source names
        except NameError as error:
            raise Misshapen(f"{function.__name__}: no type {error.name}") from None
    return found


def _names(function: Callable[..., object], answers: tuple[str, ...]) -> dict[str, object]:
    names = {**vars(collections.abc), **vars(typing)}
    for module in answers:
        names |= vars(import_module(module))
    return names | vars(inspect.getmodule(function))


def _unfit(function: Callable[..., object]) -> BadInput:
    message = f"{function.__name__} was not asked as it is to be asked"
    return BadInput(Fault("vault", message, "this is a fault of the program; please report it"))
