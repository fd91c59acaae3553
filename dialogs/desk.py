"""What a conversation may look at when it makes a screen: gathered by the process, read here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dialogs.fields import Option, Raw
from dialogs.looked import LookLine
from dialogs.trained import TrainingLine
from meldcode.access import Relation
from meldcode.case import Case
from meldcode.choices import Link
from meldcode.duties import Kind
from meldcode.people import Person, Role
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar
from meldcode.suppression import Band


@dataclass(frozen=True, slots=True)
class School:
    """The school in words, with whom to call when the app cannot help."""

    id: str
    name: str
    contact_name: str
    contact_phone: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A ZBO meeting: `at` is its instant, `chair` a person id or None, `members` person ids."""

    id: str
    at: datetime
    chair: str | None
    members: tuple[str, ...] = ()

    @property
    def expected(self) -> tuple[str, ...]:
        """Who is there for every item, the chair first."""
        seats = (self.chair, *self.members) if self.chair else self.members
        return tuple(dict.fromkeys(seats))


@dataclass(frozen=True, slots=True)
class Room:
    """Who looks, when, at which school; what all screens need.

    `elsewhere` are those in the care teams of the board's other schools, with the name of their
    school; only the care team of this one knows them.
    `barred` are the ids of who is kept out of the case that is looked at.
    """

    viewer: Person
    now: datetime
    policy: Policy
    calendar: SchoolCalendar
    school: School
    staff: tuple[Person, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()
    elsewhere: tuple[tuple[Person, str], ...] = ()
    barred: frozenset[str] = frozenset()

    @property
    def choices(self) -> tuple[Person, ...]:
        """Who can be given a part in the case: not who is kept out, nor only an administrator."""
        able = (one for one in self.staff if one.works_at(self.school.id))
        return tuple(one for one in able if one.id not in self.barred)

    @property
    def today(self) -> date:
        return self.calendar.today(self.now)

    def name_of(self, person: str) -> str:
        """The name of somebody here or elsewhere; an empty string if they have left."""
        known = (*self.staff, *(one for one, _ in self.elsewhere))
        return next((one.name for one in known if one.id == person), "")

    def roles_of(self, person: Person) -> frozenset[Role]:
        return person.roles.get(self.school.id, frozenset())


@dataclass(frozen=True, slots=True)
class Beside:
    """Another case that the viewer may read: linked as `kind`, None if only its name is alike."""

    id: str
    code: str
    handle: str
    kind: Link | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """One case on the table: `relation` says which of the viewer's relations the screen is for.

    `handle` is the viewer's reference to the case; `handles` maps the parts of the case that have
    a button of their own (item and agreement ids) to theirs; `part` is the one now looked at.
    `typed` holds the chat messages (their source) that are still in the chat; `typing` what the
    form on the screen held when the button was pressed. `beside` are the care team's alone.
    `expected` are the ids of who would be there for the agenda item that is looked at; `looks` the
    access log, the newest first, for the care team that asks for it. `others` are the cases
    that are joined with this one as the same child, where they are looked at together.
    """

    room: Room
    case: Case
    relation: Relation
    handle: str
    handles: Mapping[str, str]
    part: str = ""
    typed: frozenset[str] = frozenset()
    typing: Raw = field(default_factory=dict)
    beside: tuple[Beside, ...] = ()
    expected: tuple[str, ...] = ()
    looks: tuple[LookLine, ...] = ()
    others: tuple["Desk", ...] = ()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list: no content, only what a queue needs.

    `status` is a `Stage`; `mine` is True for the one who told; `asked` while the teacher's answer
    is awaited; `missed` if nobody holds it any more.
    """

    code: str
    handle: str
    status: str
    since: datetime
    next_check: date | None = None
    mine: bool = False
    holder: str | None = None
    asked: bool = False
    missed: bool = False


@dataclass(frozen=True, slots=True)
class PartLine:
    """A case of which the viewer sees only a part: `relation` says which."""

    code: str
    handle: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class AsideLine:
    """Something that waits for somebody in a case that is not theirs: the day, and a way in."""

    handle: str
    on: date


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """An agreement on an agenda: `owner` is a role, None if they have left; `due` is its day."""

    what: str
    owner: Role | None
    due: date
    kept: bool = False


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An agenda item as its chair may see it: no names of a child or of the teacher.

    `bringer` is the role that brings it in, `age` its age in school days, `earlier` are the
    agreements made before, what is open first. `place` says how soon it comes up (the lower, the
    sooner), and an `acute` item does not wait for the meeting. `guests` are the roles that are
    asked to join. How often it was put off is `put_off`, since the meeting of `first_on`.
    `parents_informed` is None if that was not asked; `not_informed` is for who leads the meeting.
    """

    code: str
    handle: str
    question: str
    bringer: Role
    parents_invited: bool
    parents_reason: str | None
    minutes: int
    age: int
    handled: bool
    earlier: tuple[AgreedLine, ...] = ()
    evaluation: bool = False
    place: int = 0
    acute: bool = False
    guests: tuple[Role, ...] = ()
    parents_informed: bool | None = None
    not_informed: str | None = None
    put_off: int = 0
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingDesk:
    """A meeting with its agenda, for the chair and the members."""

    room: Room
    meeting: MeetingLine
    handle: str
    items: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class HomeDesk:
    """What a person's Home shows, by role (texts.md 3.7).

    `counts` are bands for the director by status and `practised` how many people practised;
    `median_days` is the median number of school days to the first answer, None while there are too
    few; `bottlenecks` says in how many closed cases each got in the way; `deputies` are the choices
    for the absence switch, `deputy_on` the one who stands in now, up to and with `away_until` if
    that is known; `parts` are the cases of which the viewer sees only a part; `understood` says
    whether the viewer has read how this is used, `questions` how many of colleagues without a child
    wait for the viewer; `linked` whether the bot may remove the viewer's own messages, None where
    that cannot be; `trainings` are the viewer's own; `undelivered` counts for an administrator the
    messages of the whole board that were given up.
    """

    room: Room
    cases: tuple[CaseLine, ...] = ()
    meetings: tuple[tuple[MeetingLine, str, int], ...] = ()
    counts: Mapping[str, Band] | None = None
    asides: tuple[AsideLine, ...] = ()
    practised: int = 0
    overdue: int = 0
    median_days: float | None = None
    bottlenecks: Mapping[str, Band] = field(default_factory=dict)
    parts: tuple[PartLine, ...] = ()
    deputies: tuple[Person, ...] = ()
    deputy_on: str | None = None
    away_until: date | None = None
    understood: bool = True
    questions: int = 0
    linked: bool | None = None
    trainings: tuple[TrainingLine, ...] = ()
    undelivered: int = 0


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something that is open for somebody: what for, and the case if they may open it."""

    kind: Kind
    code: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class TodayDesk:
    """All that is open for the viewer, the same lines that a digest is about."""

    room: Room
    due: tuple[DueLine, ...]


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A slip of paper that belongs to no case: what stands on it, by whom and until when."""

    handle: str
    body: Mapping[str, str]
    until: date
    who: str = ""
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class SlipDesk:
    """The viewer's own slips, and those of others that wait for the viewer.

    `schools` are those at which the viewer can ask something; `typing` as in Desk.
    """

    room: Room
    mine: tuple[SlipLine, ...] = ()
    others: tuple[SlipLine, ...] = ()
    schools: tuple[School, ...] = ()
    typing: Raw = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JoinedDesk:
    """Cases of one child on one table, the one that was opened first, each as the viewer sees it.

    `siblings` only have a way in: nothing of theirs is shown here.
    """

    desks: tuple[Desk, ...]
    siblings: tuple[Beside, ...] = ()


Options = Mapping[str, tuple[Option, ...]]
