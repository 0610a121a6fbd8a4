"""What a request asks with: its path, its query, its form, its file. All of it stays in memory.

Everything is made into the types that a route names, and refused with the place where it is wrong.
A refusal never quotes what was sent.
"""

from __future__ import annotations

import base64
import binascii
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

import msgspec
from starlette.datastructures import QueryParams, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from groundrules.faces.web.misfits import in_plain_words
from groundrules.faces.web.routing import NotHere, Upload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from groundrules.faces.web.routing import Route

LARGEST = 32 * 1024 * 1024
"""Bytes that a body has at most."""

_FORM = "application/x-www-form-urlencoded"
_FILE = "multipart/form-data"
_JSON = "application/json"


class Unasked(Exception):  # noqa: N818 - it is what the request is
    """A request that does not say what its route needs.

    Attributes:
        status: of the answer that it gets.
        place: in the request, such as `form.purpose`.
        message: what is wrong there; nothing of what was sent.
    """

    def __init__(self, status: int, place: str, message: str) -> None:
        """Keep them."""
        super().__init__(f"{place}: {message}")
        self.status, self.place, self.message = status, place, message


class _InMemory(MultiPartParser):
    """Reads a form with files and never lets one of them reach a disk."""

    spool_max_size = LARGEST + 1


async def body_of(request: Request) -> bytes:
    """Return the body of a request.

    Raises:
        Unasked: it is longer than it may be.
    """
    told = request.headers.get("content-length", "0")
    if not told.isascii() or not told.isdigit() or int(told) > LARGEST:
        raise Unasked(413, "body", f"it has more than {LARGEST} bytes")
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > LARGEST:
            raise Unasked(413, "body", f"it has more than {LARGEST} bytes")
    return bytes(content)


async def arguments_of(
    request: Request, route: Route, sent: dict[str, list[str]], *, is_api: bool
) -> dict[str, Any]:
    """Return what the function of a route is called with, besides the call.

    Args:
        request: what is asked.
        route: which route answers.
        sent: gets the fields of a form as they came, also where they are refused.
        is_api: whether JSON is asked for.

    Raises:
        Unasked: something is missing, or is not what it should be.
        NotHere: a part of the path can be none.
    """
    found: dict[str, Any] = {}
    for name in route.in_path:
        found[name] = _path_part(request.path_params[name], route.takes[name])
    if "query" in route.takes:
        found["query"] = _converted(
            _fields(request.query_params, {}), route.takes["query"], "query"
        )
    if "form" in route.takes or "upload" in route.takes:
        found |= await _from_body(request, route, sent, is_api=is_api)
    return found


def _path_part(text: str, kind: Any) -> object:  # noqa: ANN401 - a type
    try:
        return msgspec.convert(text, kind, strict=False)
    except msgspec.ValidationError:
        raise NotHere from None


async def _from_body(
    request: Request, route: Route, sent: dict[str, list[str]], *, is_api: bool
) -> dict[str, Any]:
    content = await body_of(request)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == _JSON:
        return _from_json(content, route)
    if is_api:
        raise Unasked(415, "body", f"it is to be {_JSON}")
    if kind == _FILE:
        return await _from_parts(request, content, route, sent)
    if kind == _FORM or not content:
        return _arguments(route, _fields(_decoded(content), sent), None)
    raise Unasked(415, "body", f"it is to be {_FORM}, {_FILE} or {_JSON}")


def _from_json(content: bytes, route: Route) -> dict[str, Any]:
    try:
        document = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Unasked(400, "body", "it is no JSON") from None
    if not isinstance(document, dict):
        raise Unasked(400, "body", "it is no object")
    sent = document.pop("upload", None) if "upload" in route.takes else None
    upload = None
    if sent is not None:
        name, text = (sent.get("name"), sent.get("content")) if isinstance(sent, dict) else (0, 0)
        if not isinstance(name, str) or not isinstance(text, str):
            raise Unasked(400, "body.upload", "it needs a name, and its content in base64")
        try:
            upload = _upload(name, base64.b64decode(text, validate=True))
        except (binascii.Error, ValueError):
            raise Unasked(400, "body.upload", "its content is no base64") from None
    return _arguments(route, document, upload, strict=True)


async def _from_parts(
    request: Request, content: bytes, route: Route, sent: dict[str, list[str]]
) -> dict[str, Any]:
    async def again() -> Any:  # noqa: ANN401 - an asynchronous generator of bytes
        yield content

    parser = _InMemory(request.headers, again(), max_files=1, max_part_size=LARGEST)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError):
        raise Unasked(400, "body", "it is no form") from None
    try:
        upload = await _sent_file(form)
        return _arguments(route, _fields(form, sent), upload)
    finally:
        await form.close()


async def _sent_file(form: FormData) -> Upload | None:
    for sent in form.values():
        if isinstance(sent, UploadFile) and sent.filename:
            return _upload(sent.filename, await sent.read())
    return None


def _upload(name: str, content: bytes) -> Upload:
    last = PurePath(name.replace("\\", "/")).name
    return Upload("".join(one for one in last if one.isprintable())[:120] or "file", content)


def _decoded(content: bytes) -> Mapping[str, Any]:
    try:
        return QueryParams(content.decode("ascii"))
    except UnicodeDecodeError:
        raise Unasked(400, "body", "it is no form") from None


def _fields(form: Mapping[str, Any], sent: dict[str, list[str]]) -> dict[str, Any]:
    """Return a form's fields: each with its text, or with all where it stands several times.

    `sent` gets every text of each.
    """
    for name in form:
        texts = [one for one in form.getlist(name) if isinstance(one, str)]  # type: ignore[attr-defined]
        if texts:
            sent[name] = texts
    return {name: texts if len(texts) > 1 else texts[0] for name, texts in sent.items()}


def _arguments(
    route: Route, fields: dict[str, Any], upload: Upload | None, *, strict: bool = False
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "upload" in route.takes:
        if upload is None and not _may_be_none(route.takes["upload"]):
            raise Unasked(400, "upload", "a file is missing")
        found["upload"] = upload
    if "form" in route.takes:
        found["form"] = _converted(fields, route.takes["form"], "form", strict=strict)
    return found


def _may_be_none(kind: Any) -> bool:  # noqa: ANN401 - a type
    return type(None) in get_args(kind)


def _converted(fields: dict[str, Any], kind: Any, place: str, *, strict: bool = False) -> object:  # noqa: ANN401 - a type
    wanted = fields if strict else _as_lists(fields, kind)
    try:
        return msgspec.convert(wanted, kind, strict=strict)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `")
        inside = where.rstrip("`").removeprefix("$")
        raise Unasked(400, f"{place}{inside}", in_plain_words(message)) from None


def _as_lists(fields: dict[str, Any], kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a type
    """Return a form's fields: one that may be several is a list, also where it stands once.

    A field that was left empty counts as left out, where it need not be there.
    """
    found = {}
    for field in msgspec.structs.fields(kind):
        if field.encode_name not in fields:
            continue
        value = fields[field.encode_name]
        several = _is_several(field.type)
        if value == "" and not field.required:
            continue
        found[field.encode_name] = [value] if several and isinstance(value, str) else value
    return found


def _is_several(kind: Any) -> bool:  # noqa: ANN401 - a type
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return get_origin(bare) in {list, tuple}
