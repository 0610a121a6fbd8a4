"""One part of a Word document, with the place of every character in its XML.

Read is what somebody sees who accepts all changes: runs wherever they stand, in links, controls,
fields, formulas and boxes of text, and in what was inserted with changes tracked. What was deleted
or moved away is no word, and neither are hidden text and the codes of fields; each is named in
`left_out`, and so is what is seen and cannot be read, such as pictures.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from groundrules.readers.word.word_fields import Enclosure, Fields
from groundrules.readers.word.word_paragraphs import Telling
from groundrules.readers.word.word_places import Node, Run, Text
from groundrules.readers.word.word_properties import Properties
from groundrules.readers.word.word_vocabulary import (
    CHARACTERS,
    COUNTED,
    HOLDERS,
    LINKS,
    PROPERTIES,
    REFERENCES,
    SILENT,
    known,
    symbol,
)
from groundrules.readers.word.word_xml import Listener

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.readers.word.word_styles import Styles

_SPACE = "http://www.w3.org/XML/1998/namespace space"
_LONGEST_NUMBER = 10


class WordPart(Listener):
    """What one part of a document says.

    Attributes:
        left_out: what is not read, by its name, in the order in which it was met.
        references: the reference to each note by its kind and id, in order.
        root: the name of the outermost element.
        last_comment: the highest number of a comment in it; -1 for none.
        telling: its paragraphs.
    """

    def __init__(self, styles: Styles) -> None:
        """Begin with nothing."""
        self.left_out: dict[str, None] = {}
        self.references: dict[tuple[str, str], Node] = {}
        self.root = ""
        self.last_comment = -1
        self.telling = Telling()
        self._fields = Fields(self.left_out)
        self._properties = Properties(styles, self.telling)
        self._names: dict[str, str] = {}
        self._waiting: list[Callable[[int], None]] = []
        self._open: list[tuple[str, Node | None]] = []
        self._silent = 0
        self._text: Text | None = None
        self._control: Enclosure | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        at = self._settle()
        local = self._local(name)
        self.root = self.root or local or name
        if self._silent or (local in SILENT and not self._properties.has_mark(local)):
            self._silent += 1
            if self._silent == 1 and SILENT[local]:
                self.left_out[SILENT[local]] = None
            return
        if local in COUNTED:
            self.left_out[COUNTED[local]] = None
        if local.startswith("comment"):
            self.last_comment = max(self.last_comment, number_of(attributes))
        self._open.append((local, self._begun(local, attributes, at)))

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        at = self._settle()
        if self._silent:
            self._silent -= 1
            return
        local, node = self._open.pop()
        if node is not None:
            self._waiting.append(partial(setattr, node, "after"))
        ending = self._endings.get(local)
        if local in PROPERTIES:
            self._end_properties(node)
        elif not self._properties.depth and ending is not None:
            ending(self, node, at)
        if node is not None and node is self.telling.context.group:
            self.telling.context.group = None

    def text(self, words: str) -> None:
        """Take characters: words where they stand in a text that is shown."""
        at = self._settle()
        if self._silent:
            return
        if self._open[-1][0] == "instrText":
            self._fields.code(words)
        elif self._text is not None:
            # A line end within a text is white space to Word.
            self._add(words.replace("\n", " ").replace("\r", " "), at, self._text)

    def unparsed(self) -> None:
        """Take the beginning of a CDATA section, within which no element can begin."""
        if self._text is not None:
            self._text.sealed = True

    def _begun(self, local: str, attributes: dict[str, str], at: int) -> Node | None:
        if local in PROPERTIES:
            self._properties.depth += 1
            is_run = local == "rPr" and self._properties.depth == 1 and self.telling.context.runs
            return Node(at) if is_run else None
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if self._properties.depth:
            self._properties.take(local, values, [one for one, _ in self._open[-2:]])
            return None
        if local in {"t", "text of a formula"}:
            return self._begin_text(attributes.get(_SPACE), at)
        if local in CHARACTERS:
            return self._begin_character(CHARACTERS[local], at)
        context = self.telling.context
        if local in HOLDERS and context.runs and context.depth == len(self._open):
            context.holder = self._node(at)
            return context.holder
        beginning = self._beginnings.get(local)
        return beginning(self, local, values, at) if beginning is not None else None

    # What begins

    def _begin_paragraph(self, _local: str, _values: dict[str, str], _at: int) -> None:
        self.telling.begin_paragraph()

    def _begin_run(self, _local: str, _values: dict[str, str], at: int) -> Run:
        context = self.telling.context
        run = Run(at)
        self._properties.hidden = False
        if not context.runs:
            context.depth = len(self._open) + 1
        context.runs.append(run)
        self._waiting.append(partial(setattr, run, "content"))
        return run

    def _begin_text(self, space: str | None, at: int) -> Text:
        self._text = Text(at, self.telling.context.run, preserved=space == "preserve")
        self._text.sealed = space not in {None, "preserve"}
        return self._text

    def _begin_character(self, character: str, at: int) -> Node | None:
        if not self.telling.context.runs:
            return None  # a place on the ruler
        node = self._node(at)
        self._add(character, at, node)
        return node

    def _begin_symbol(self, _local: str, values: dict[str, str], at: int) -> Node | None:
        character = symbol(values.get("char", ""))
        if not character:
            self.left_out["symbols of special fonts"] = None
        return self._begin_character(character, at)

    def _begin_group(self, _local: str, _values: dict[str, str], at: int) -> Node | None:
        context = self.telling.context
        if context.group is not None:
            return None
        context.group = self._node(at)
        context.group.is_group = True
        return context.group

    def _begin_box(self, _local: str, _values: dict[str, str], _at: int) -> None:
        self.telling.begin_box()

    def _begin_reference(self, local: str, values: dict[str, str], at: int) -> Node:
        node = self._node(at)
        self.references[REFERENCES[local], values.get("id", "")] = node
        return node

    def _begin_note(self, _local: str, values: dict[str, str], _at: int) -> None:
        is_drawn = values.get("type", "normal") != "normal"  # a line above the notes
        self.telling.note = "" if is_drawn else values.get("id", "")

    def _begin_table(self, _local: str, _values: dict[str, str], _at: int) -> None:
        self.telling.begin_table()

    def _begin_row(self, _local: str, _values: dict[str, str], _at: int) -> None:
        if self.telling.context.tables:
            self.telling.context.tables[-1] += 1

    def _begin_link(self, _local: str, values: dict[str, str], _at: int) -> None:
        if "id" in values:
            self.left_out[LINKS] = None

    def _begin_control(self, _local: str, _values: dict[str, str], at: int) -> Node | None:
        if self.telling.context.paragraph is None or self._control is not None:
            return None
        self._control = Enclosure(at)
        return Node(at)

    def _begin_control_content(self, _local: str, _values: dict[str, str], _at: int) -> None:
        if self.telling.context.paragraph is None:
            self.telling.opens_control = True

    def _begin_field(self, local: str, values: dict[str, str], at: int) -> Node | None:
        if local == "fldChar":
            self._fields.take(local, values, self.telling.context.run, at)
            return None
        self._fields.take(local, values, None, at)
        return Node(at)

    def _begin_picture(self, _local: str, values: dict[str, str], at: int) -> None:
        self.telling.describe(values.get("descr") or values.get("alt") or "", at)

    # What ends

    def _end_properties(self, node: Node | None) -> None:
        self._properties.depth -= 1
        runs = self.telling.context.runs
        if node is not None and runs:
            self._waiting.append(partial(runs[-1].look, node.start))

    def _end_run(self, node: Node | None, at: int) -> None:
        context = self.telling.context
        if isinstance(node, Run):
            node.finish = at
            context.runs.pop()
        self._properties.hidden = False
        if not context.runs:
            context.holder = None

    def _end_text(self, _node: Node | None, _at: int) -> None:
        self._text = None

    def _end_paragraph(self, _node: Node | None, _at: int) -> None:
        self.telling.end_paragraph()

    def _end_box(self, _node: Node | None, _at: int) -> None:
        self.telling.end_box()

    def _end_table(self, _node: Node | None, _at: int) -> None:
        self.telling.context.tables.pop()

    def _end_control(self, node: Node | None, _at: int) -> None:
        if node is not None and self._control is not None:
            self._control.end, self._control = node, None

    def _end_field(self, node: Node | None, at: int) -> None:
        self._fields.take("end of fldSimple", {}, node, at)

    # What is common to them

    def _settle(self) -> int:
        at = self.where()
        for place in self._waiting:
            place(at)
        self._waiting.clear()
        return at

    def _local(self, name: str) -> str:
        local = self._names.get(name)
        if local is None:
            local = self._names[name] = known(name)
        return local

    def _node(self, at: int) -> Node:
        return Node(at, self.telling.context.run)

    def _add(self, words: str, at: int, node: Node) -> None:
        if self._properties.hides:
            self.left_out["hidden text"] = None
        elif self._fields.shown:
            field, control = self._fields.outermost, self._control
            within = min(filter(None, (field, control)), key=_start_of, default=None)
            self.telling.add(words, at, node, within)

    _beginnings: ClassVar[dict[str, Callable[..., Node | None]]] = {
        "p": _begin_paragraph,
        "r": _begin_run,
        "sym": _begin_symbol,
        "ruby": _begin_group,
        "oMath": _begin_group,
        "txbxContent": _begin_box,
        "footnoteReference": _begin_reference,
        "endnoteReference": _begin_reference,
        "footnote": _begin_note,
        "endnote": _begin_note,
        "tbl": _begin_table,
        "tr": _begin_row,
        "hyperlink": _begin_link,
        "sdt": _begin_control,
        "sdtContent": _begin_control_content,
        "fldChar": _begin_field,
        "fldSimple": _begin_field,
        "drawn docPr": _begin_picture,
        "drawn shape": _begin_picture,
    }
    _endings: ClassVar[dict[str, Callable[..., None]]] = {
        "r": _end_run,
        "t": _end_text,
        "text of a formula": _end_text,
        "p": _end_paragraph,
        "txbxContent": _end_box,
        "tbl": _end_table,
        "sdt": _end_control,
        "fldSimple": _end_field,
    }


def number_of(attributes: dict[str, str]) -> int:
    """Return the number that an element has for its id; -1 where it has none."""
    value = next((attributes[key] for key in attributes if key.endswith(" id")), "")
    is_number = value.isascii() and value.isdigit() and len(value) < _LONGEST_NUMBER
    return int(value) if is_number else -1


def _start_of(one: Enclosure) -> int:
    return one.start
