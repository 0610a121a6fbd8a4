"""Many conversations as JSON: the rail of each, without a word of the talk."""

from __future__ import annotations

import json
from operator import itemgetter
from typing import TYPE_CHECKING

from groundrules.reporters.lines import plain
from groundrules.reporters.picture.rail import rail
from groundrules.reporters.picture.rail_marks import open_points
from groundrules.reporters.picture.timeline_page import began
from groundrules.reporters.talk import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.standing import OpenPoint, Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Place
    from groundrules.reporters.lines import Line
    from groundrules.reporters.picture.rail import Stretch
    from groundrules.reporters.picture.rail_marks import Marked


def lines(timelines: Iterable[Timeline]) -> Iterator[Line]:
    """Return a list of conversations, in the order of their dates, as lines."""
    found = [(began(timeline.conversation), as_object(timeline)) for timeline in timelines]
    found.sort(key=itemgetter(0))
    objects = [one for _, one in found]
    return map(plain, json.dumps(objects, ensure_ascii=False, indent=2).split("\n"))


def as_object(timeline: Timeline) -> dict[str, object]:
    """Return the rail of one conversation as what JSON can hold."""
    conversation = timeline.conversation
    drawn = rail(timeline)
    statuses = [standing.status for standing in timeline.standings]
    return {
        "conversation": conversation.id,
        "date": conversation.date.isoformat() if conversation.date else None,
        "policy": timeline.policy.id,
        "turns": len(conversation.turns),
        "scale": drawn.scale.value,
        "length": drawn.length,
        "statements": {one: statuses.count(one) for one in LETTERS if one in statuses},
        "stretches": [_stretch(stretch) for stretch in drawn.stretches],
        "marks": [_mark(marked) for marked in drawn.marks],
        "open": [_point(*entry) for entry in open_points(timeline).items()],
    }


def _stretch(stretch: Stretch) -> dict[str, object]:
    return {
        "status": stretch.status,
        "letter": LETTERS[stretch.status],
        "first": _place(stretch.first),
        "last": _place(stretch.last),
        "begin": stretch.begin,
        "end": stretch.end,
    }


def _mark(marked: Marked) -> dict[str, object]:
    return {
        "mark": marked.mark.name.lower(),
        "place": _place(marked.place),
        "begin": marked.at,
        "facts": list(marked.facts),
    }


def _point(point: OpenPoint, about: list[Standing]) -> dict[str, object]:
    return {
        "doubt": point.doubt.value,
        "facts": list(point.facts),
        "message": point.message,
        "statements": [standing.statement.id for standing in about],
    }


def _place(place: Place) -> dict[str, int]:
    return {"turn": place.turn, "part": place.part}
