"""Prepare: should I talk, and on which terms? One question at a time, then every way."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.talking.preparations import Opened, Preparations
from groundrules.desk.talking.prepare_talk import plan_of, rules_of
from groundrules.desk.talking.put_question import answer_from, every_answer, put_question, step_of
from groundrules.desk.talking.weigh_ways import weigh_ways
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, NotHere, Routes
from groundrules.faces.web.shaping import shaped
from groundrules.faces.web.sheets import Form, saved_sheet
from groundrules.reporters.advice_sheet import advice_sheet, rules_in_words
from groundrules.talk.preparing.flow import Step

routes = Routes("prepare")

Name = Annotated[str, Meta(max_length=100)]
Words = Annotated[str, Meta(max_length=20_000)]
_MOST_STEPS = 500


class Begun(Struct, frozen=True):
    """A preparation: what it is about, the day of its last answer, whether the vault keeps it."""

    id: str
    matter: str
    changed: str
    is_kept: bool


class BegunList(Struct, frozen=True):
    """What stands before the first question, and the preparations that were begun."""

    title: str
    opening: tuple[str, ...]
    begun: tuple[Begun, ...]


@routes.page("/prepare", template="prepare/begin.html", needs=Needs.READ)
def preparations(call: Call) -> BegunList:
    """What stands before the first question, and the preparations that were begun."""
    shelf = shelf_of(call)
    interview = shelf.interview()
    found = tuple(shaped(one, Begun) for one in shelf.all())
    return BegunList(interview.title, interview.opening, found)


class Preparation(Struct, frozen=True):
    """The id of a preparation."""

    preparation: str


@routes.act("/prepare", needs=Needs.READ, then="/prepare/{preparation}")
def begin(call: Call) -> Preparation:
    """Begin a preparation. It is in memory alone, until somebody asks for it to be kept."""
    return Preparation(shelf_of(call).begin())


class Option(Struct, frozen=True):
    """A choice: its key, and its words."""

    key: str
    words: str


class Put(Struct, frozen=True):
    """A question as it is put. `given` is the answer that was given, or the default, as texts."""

    at: int
    about: int
    name: str
    kind: str
    ask: str
    help: str
    item: str
    options: tuple[Option, ...]
    given: tuple[str, ...]
    is_answered: bool


class QuestionPage(Struct, frozen=True):
    """A question of a preparation; null where all are answered.

    Attributes:
        rules: by whose rules the words are read, where the outlet was named just before.
    """

    id: str
    is_kept: bool
    question: Put | None
    rules: str = ""


class Place(Struct, frozen=True):
    """Which question, counted from 1; 0 for the first without an answer."""

    at: Annotated[int, Meta(ge=0, le=_MOST_STEPS)] = 0


@routes.page("/prepare/{preparation}", template="prepare/question.html", needs=Needs.READ)
def question(call: Call, preparation: str, query: Place) -> QuestionPage:
    """One question, with the answer that was given before."""
    found = opened_at(call, preparation)
    put = put_question(found.preparation, query.at)
    if put is None and query.at:
        raise NotHere
    shown = shaped(put, Put) if put else None
    return QuestionPage(found.id, found.kept is not None, shown, _rules(call, found, shown))


class Answering(Struct, frozen=True):
    """An answer.

    Attributes:
        at: the question's place.
        question: its name.
        answer: a text, a number, `yes` or `no`, the key of a choice; several of those for a list.
    """

    at: Annotated[int, Meta(ge=1, le=_MOST_STEPS)]
    question: Name
    answer: tuple[Words, ...] = ()


class Answered(Struct, frozen=True):
    """Where to go on: at the next question without an answer, or at all the answers."""

    to: str


@routes.act(
    "/prepare/{preparation}/answer",
    needs=Needs.READ,
    then="{to}",
    form_at="/prepare/{preparation}?at={at}",
)
def answer(call: Call, preparation: str, form: Answering) -> Answered:
    """Give or change an answer. Answers that it makes moot are let go."""
    found = opened_at(call, preparation)
    step = step_of(found.preparation, form.at, form.question)
    asked = found.preparation.interview.question(step.question)
    after = shelf_of(call).answer(found, step, answer_from(asked, form.answer))
    is_done = put_question(after.preparation) is None
    return Answered(f"/prepare/{found.id}/{'answers' if is_done else ''}".rstrip("/"))


@routes.act("/prepare/{preparation}/rest", needs=Needs.READ, then="/prepare/{preparation}/ways")
def rest(call: Call, preparation: str) -> Preparation:
    """Answer every open question by default, and go to the ways."""
    shelf_of(call).answer_the_rest(opened_at(call, preparation))
    return Preparation(preparation)


class AnswerList(Struct, frozen=True):
    """Every question that is asked, with its answer."""

    id: str
    is_kept: bool
    answers: tuple[Put, ...]
    open: int


@routes.page("/prepare/{preparation}/answers", template="prepare/answers.html", needs=Needs.READ)
def answers(call: Call, preparation: str) -> AnswerList:
    """Every question that is asked, with its answer, to look through and change."""
    found = opened_at(call, preparation)
    told = tuple(shaped(one, Put) for one in every_answer(found.preparation))
    return AnswerList(
        found.id, found.kept is not None, told, sum(not one.is_answered for one in told)
    )


class Way(Struct, frozen=True):
    """One way to talk, or not to. `short` says in a word or two what `Ways.head` asks."""

    name: str
    level: str
    title: str
    short: tuple[str, ...]
    lets: tuple[str, ...]
    wrong: str
    printed: str
    asking: str
    differs: tuple[str, ...]
    is_chosen: bool


class Ways(Struct, frozen=True):
    """Every way to talk side by side, always all of them; the one we would choose, and why."""

    id: str
    is_kept: bool
    rules: str
    head: tuple[str, ...]
    ways: tuple[Way, ...]
    chosen: str
    reasons: tuple[str, ...]
    known: str
    flags: tuple[str, ...]
    decision: tuple[str, ...]
    unanswered: int
    policy: str


class Under(Struct, frozen=True):
    """The outlet's policy; "" for the one that is looked up by the outlet's name."""

    policy: Name = ""


@routes.page("/prepare/{preparation}/ways", template="prepare/ways.html", needs=Needs.READ)
def ways(call: Call, preparation: str, query: Under) -> Ways:
    """Every way to talk side by side; saying nothing is always one of them."""
    found = opened_at(call, preparation)
    told = weigh_ways(plan_of(found.preparation, call.settings, query.policy))
    kept = found.kept is not None
    return shaped(told, Ways, id=found.id, is_kept=kept, policy=query.policy)


class SavedWays(Under, frozen=True, kw_only=True):
    """The same, and the form in which the page is saved."""

    form: Form


@routes.data("/prepare/{preparation}/file", needs=Needs.READ)
def save(call: Call, preparation: str, query: SavedWays) -> File:
    """The ways as a file to print."""
    plan = plan_of(opened_at(call, preparation).preparation, call.settings, query.policy)
    return saved_sheet(advice_sheet(plan, _("What your answers lead to")), query.form, "ways")


@routes.act("/prepare/{preparation}/keep", needs=Needs.WRITE, then="/prepare/{id}")
def keep(call: Call, preparation: str) -> Begun:
    """Keep a preparation in the vault from now on. Nobody else can read it."""
    found = opened_at(call, preparation)
    ident = shelf_of(call).keep(found)
    call.note(_("The vault keeps your answers from now on. Only you can read them."))
    return Begun(ident, _matter(found), "", is_kept=True)


@routes.act("/prepare/{preparation}/forget", needs=Needs.WRITE, then="/prepare")
def forget(call: Call, preparation: str) -> Preparation:
    """Forget a preparation, here and in the vault, for good."""
    shelf_of(call).forget(opened_at(call, preparation))
    call.note(_("Your answers are forgotten."))
    return Preparation(preparation)


def shelf_of(call: Call) -> Preparations:
    """Return the preparations at this seat."""
    return Preparations(call.vault, call.settings, call.seat.keep("preparations", dict))


def opened_at(call: Call, preparation: str) -> Opened:
    """Return a preparation.

    Raises:
        NotHere: there is none of this id.
    """
    found = shelf_of(call).open(preparation)
    if found is None:
        raise NotHere
    return found


def _matter(found: Opened) -> str:
    return str(found.preparation.answers.get(Step("matter"), ""))


def _rules(call: Call, found: Opened, shown: Put | None) -> str:
    outlet = found.preparation.answers.get(Step("outlet"))
    if outlet is None or shown is None or shown.at != 2:  # noqa: PLR2004 - just behind the outlet
        return ""
    return rules_in_words(rules_of(str(outlet), call.settings), str(outlet))
