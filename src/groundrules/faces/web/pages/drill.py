"""Drill: a scene is played turn by turn, and each answer shows what would be printable now."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.talking.play_drill import Scene as SceneToPlay
from groundrules.desk.talking.play_drill import scene_of
from groundrules.desk.talking.practise_drill import (
    Practice,
    answer_scene,
    begin_scene,
    forget_practice,
    keep_practice,
    open_practice,
)
from groundrules.desk.talking.run_drill import every_scenario
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.faces.web.shaping import shaped

routes = Routes("drill")


class SceneLine(Struct, frozen=True):
    """A scene in the list.

    Attributes:
        side: `source` or `reporter`: on which side of the table one practises.
        plays: how often one came to an end of it.
        best: `tried`, `lawful`, `full`; "" where it was never played.
        is_begun: a play of it waits for an answer.
    """

    name: str
    title: str
    side: str
    difficulty: str
    plays: int
    best: str
    is_begun: bool


class SceneList(Struct, frozen=True):
    """Every scene, with what one has done. `is_kept` tells whether the vault keeps that."""

    scenes: tuple[SceneLine, ...]
    is_kept: bool
    next: str


@routes.page("/drill", template="drill/list.html", needs=Needs.READ)
def scenes(call: Call) -> SceneList:
    """Every scene to practise, with what one has done so far."""
    practice = _practice(call)
    found = tuple(_line(one, practice) for one in _scenes(call).values())
    fresh = next((one.name for one in found if not one.plays), "")
    return SceneList(found, practice.kept is not None, fresh)


class Scene(Struct, frozen=True):
    """What one must know before the first answer. `stakes` are the points that may be told."""

    name: str
    title: str
    side: str
    difficulty: str
    outlet: str
    policy: str
    situation: tuple[str, ...]
    stakes: tuple[str, ...]


class Spoken(Struct, frozen=True):
    """Something that was said. `status` is the level on which it stands; "" for a reporter's."""

    by: str
    words: str
    is_you: bool
    status: str


class Verdict(Struct, frozen=True):
    """How one point stands that was told: whether that will do, and which law decides."""

    about: str
    stands: str
    status: str
    is_kept: bool
    law: int
    law_title: str
    why: str


class Brought(Struct, frozen=True):
    """What an answer has brought; `better` are answers that would have left more open."""

    understood: str
    verdicts: tuple[Verdict, ...]
    next: str
    next_status: str
    better: tuple[str, ...]


class Broken(Struct, frozen=True):
    """A law that decided against the one who practises."""

    law: int
    title: str
    text: str


class Result(Struct, frozen=True):
    """How a play ended. `goal` is `out`, `spoilt`, `inside` or `none`."""

    text: str
    told: int
    kept: int
    goal: str
    is_full: bool
    broken: tuple[Broken, ...]


class Stage(Struct, frozen=True):
    """A play as it stands: what was said, what can be answered, what the last answer brought."""

    talk: tuple[Spoken, ...]
    scene: str
    step: str
    choices: tuple[str, ...]
    brought: Brought | None
    result: Result | None


class ScenePage(Struct, frozen=True):
    """A scene, and the play of it; no play where it was not begun. `next` is another scene."""

    scene: Scene
    stage: Stage | None
    next: str


@routes.page("/drill/{name}", template="drill/scene.html", needs=Needs.READ)
def scene(call: Call, name: str) -> ScenePage:
    """A scene, and the play of it as it stands."""
    return _shown(call, name)


@routes.act("/drill/{name}/begin", needs=Needs.READ, then="/drill/{name}")
def begin(call: Call, name: str) -> ScenePage:
    """Begin a scene, or begin it anew."""
    begin_scene(_practice(call), _known(call, name).name, call.settings)
    return _shown(call, name)


class Answer(Struct, frozen=True):
    """An answer: the number of a choice, counted from 1, or words of one's own.

    Attributes:
        step: which is answered; an answer to another than the play is at changes nothing.
        given: the answer.
    """

    step: Annotated[str, Meta(max_length=100)]
    given: Annotated[str, Meta(min_length=1, max_length=500)]


@routes.act("/drill/{name}/answer", needs=Needs.READ, then="/drill/{name}")
def give(call: Call, name: str, form: Answer) -> ScenePage:
    """Answer in a play, and see what is printable then."""
    _known(call, name)
    answer_scene(_practice(call), call.vault, name, form.step, form.given)
    return _shown(call, name)


class Kept(Struct, frozen=True):
    """Whether the vault keeps what one has done."""

    is_kept: bool


@routes.act("/drill/keep", needs=Needs.WRITE, then="/drill")
def keep(call: Call) -> Kept:
    """Keep what one has done in the vault, for oneself alone."""
    keep_practice(_practice(call), call.vault)
    call.note(_("From now on the vault keeps what you have done. Only you can read it."))
    return Kept(is_kept=True)


@routes.act("/drill/forget", needs=Needs.WRITE, then="/drill")
def forget(call: Call) -> Kept:
    """Forget what one has done, here and in the vault."""
    forget_practice(_practice(call), call.vault)
    call.note(_("What you have done is forgotten."))
    return Kept(is_kept=False)


def _practice(call: Call) -> Practice:
    return call.seat.keep("practice", lambda: open_practice(call.vault))


def _scenes(call: Call) -> dict[str, SceneToPlay]:
    def every() -> dict[str, SceneToPlay]:
        return {one.name: scene_of(one) for one in every_scenario(call.settings)}

    return call.seat.keep("scenes", every)


def _known(call: Call, name: str) -> SceneToPlay:
    found = _scenes(call).get(name)
    if found is None:
        raise NotHere
    return found


def _line(one: SceneToPlay, practice: Practice) -> SceneLine:
    done, playing = practice.done.get(one.name), practice.playing.get(one.name)
    is_begun = playing is not None and playing.play.step is not None
    plays, best = done or (0, "")
    return SceneLine(one.name, one.title, one.side, one.difficulty, plays, best, is_begun)


def _shown(call: Call, name: str) -> ScenePage:
    scene, practice = _known(call, name), _practice(call)
    playing = practice.playing.get(name)
    others = (one for one in _scenes(call).values() if one.side == scene.side)
    fresh = (one.name for one in others if one.name not in practice.done and one.name != name)
    stage = shaped(playing.stage, Stage) if playing else None
    return ScenePage(shaped(scene, Scene), stage, next(fresh, ""))
