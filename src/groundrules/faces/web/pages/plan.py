"""Plan: the page that one takes into the talk, and the talk begun with it under the light."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.light.beginning import begin_at_the_light
from groundrules.desk.talking.prepare_talk import plan_of
from groundrules.desk.talking.quick_plan import Sketch, answers_of
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.prepare import Begun, Option, Preparation, opened_at, shelf_of
from groundrules.faces.web.routing import File, Routes
from groundrules.faces.web.shaping import shaped
from groundrules.faces.web.sheets import Form, ShownSheet, saved_sheet, shown_sheet
from groundrules.reporters.plan_sheet import plan_sheet
from groundrules.talk.planning.plan import Plan
from groundrules.talk.planning.record_head import record_head

routes = Routes("plan")

Name = Annotated[str, Meta(max_length=100)]
Line = Annotated[str, Meta(max_length=300)]
Lines = Annotated[str, Meta(max_length=20_000)]


class PlanList(Struct, frozen=True):
    """The preparations that a plan can be made of, and how one may talk."""

    begun: tuple[Begun, ...]
    channels: tuple[Option, ...]


@routes.page("/plan", template="plan/form.html", needs=Needs.READ)
def plans(call: Call) -> PlanList:
    """What a plan needs, and the preparations that one can be made of."""
    shelf = shelf_of(call)
    channels = shelf.interview().question("channel").choices
    return PlanList(
        tuple(shaped(one, Begun) for one in shelf.all()),
        tuple(Option(*one) for one in channels.items()),
    )


class Sketched(Struct, frozen=True):
    """What somebody knows of a talk to come. Of what is a list, each line is one."""

    outlet: Line = ""
    reporter: Line = ""
    matter: Line = ""
    channel: Name = ""
    points: Lines = ""
    unsaid: Lines = ""
    descriptions: Lines = ""
    topics: Lines = ""
    expected: Lines = ""
    told: Lines = ""


@routes.act("/plan", needs=Needs.READ, then="/plan/{preparation}")
def sketch(call: Call, form: Sketched) -> Preparation:
    """Make a plan. It is in memory alone, until somebody asks for it to be kept."""
    shelf = shelf_of(call)
    known = Sketch(*(getattr(form, name) for name in Sketch._fields))
    return Preparation(shelf.begin(answers_of(known, shelf.interview())))


class Under(Struct, frozen=True):
    """The outlet's policy; "" for the one that is looked up by the outlet's name."""

    policy: Name = ""


class SavedPlan(Under, frozen=True, kw_only=True):
    """The same, and the form in which the plan is saved."""

    form: Form


class PlanPage(Struct, frozen=True):
    """The plan: what to say on which terms, what not to say, what to do in which order."""

    id: str
    is_kept: bool
    policy: str
    sheet: ShownSheet


@routes.page("/plan/{preparation}", template="plan/plan.html", needs=Needs.READ)
def plan(call: Call, preparation: str, query: Under) -> PlanPage:
    """The page for the talk, to be printed and taken along."""
    found = opened_at(call, preparation)
    sheet = plan_sheet(plan_of(found.preparation, call.settings, query.policy))
    return PlanPage(found.id, found.kept is not None, query.policy, shown_sheet(sheet))


@routes.data("/plan/{preparation}/file", needs=Needs.READ)
def save(call: Call, preparation: str, query: SavedPlan) -> File:
    """The plan as a file to print."""
    return saved_sheet(plan_sheet(_plan(call, preparation, query)), query.form, "plan")


@routes.data("/plan/{preparation}/record", needs=Needs.READ)
def head(call: Call, preparation: str, query: Under) -> File:
    """The head of the record under which the talk is written down."""
    text = record_head(_plan(call, preparation, query))
    return File(text.encode(), "text/plain", "talk.record")


class Begins(Struct, frozen=True):
    """The stream of the conversation that was begun."""

    talk: str


@routes.act("/plan/{preparation}/light", needs=Needs.WRITE, then="/light/{talk}")
def light(call: Call, preparation: str, form: Under) -> Begins:
    """Begin the talk of a plan under the light."""
    found = _plan(call, preparation, form)
    policy = form.policy or found.rules.policy.id
    name = begin_at_the_light(call.vault, call.settings, outlet=found.outlet, policy=policy)
    return Begins(call.stream_of(name))


def _plan(call: Call, preparation: str, under: Under) -> Plan:
    return plan_of(opened_at(call, preparation).preparation, call.settings, under.policy)
