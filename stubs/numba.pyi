from collections.abc import Callable
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])

def njit(
    signature: str | list[str], *, cache: bool, nogil: bool
) -> Callable[[_Function], _Function]: ...
