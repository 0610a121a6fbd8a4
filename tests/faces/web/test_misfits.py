"""What is wrong with a field, in plain words instead of the program's."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import msgspec
import pytest
from msgspec import Meta, Struct

from groundrules.faces.web.misfits import in_plain_words


class Side(Enum):
    """What may stand in a field."""

    LEFT = "left"


class Form(Struct):
    """A form."""

    purpose: str


@pytest.mark.parametrize(
    ("sent", "kind", "says"),
    [
        ("0", Annotated[float, Meta(ge=1)], "it is to be a number of at least 1"),
        ("500", Annotated[int, Meta(le=240)], "it is to be a number of at most 240"),
        ("soon", float, "it is to be a number"),
        ("x", Annotated[int, Meta(ge=0)], "it is to be a number"),
        ("", Annotated[str, Meta(min_length=1)], "it needs at least 1 characters"),
        ("long", Annotated[str, Meta(max_length=3)], "it may have at most 3 characters"),
        ([], Annotated[list[str], Meta(min_length=2)], "it needs at least 2 entries"),
        (["a", "b"], Annotated[list[str], Meta(max_length=1)], "it may have at most 1 entries"),
        ("  ", Annotated[str, Meta(pattern=r"\S")], "it is blank"),
        ("secret", Annotated[str, Meta(pattern="^[0-9]+$")], "it is not what may stand there"),
        ("secret", Side, "it is none of the words that may stand there"),
        ({}, Form, "purpose is missing"),
    ],
)
def test_a_misfit_is_told_in_plain_words(sent, kind, says):
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(sent, kind, strict=False)
    assert says == in_plain_words(str(caught.value))
