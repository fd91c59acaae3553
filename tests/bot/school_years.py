"""Years at three schools: people act when they like, the clock ticks, and every nudge is judged."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random  # noqa: TID251 - seeded: the same in each run

from bot.calendars import calendar_of
from bot.reminders import BATCH, tick
from bot.service import changes
from bot.service.tools import Tools, Work
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Grounds, Trend, Urgency
from meldcode.commands import Command
from meldcode.duties import AT_ONCE, OWN_ENVELOPE, Kind
from meldcode.people import Role
from storage.keyfile import KeyFile
from storage.places import Places
from storage.records import Organisation, School, StaffMember
from storage.store import open_store
from tests.bot.house import House
from tests.school import CALENDAR
from tests.storage.builders import CountedBytes, member

REGIONS = {"s1": "noord", "s2": "midden", "s3": "zuid"}
ROLES = {
    "teacher": Role.TEACHER,
    "ib": Role.INTERN_BEGELEIDER,
    "deputy": Role.DEPUTY,
    "attention": Role.AANDACHTSFUNCTIONARIS,
    "director": Role.DIRECTOR,
}
LESSONS = ("08:30-12:00", "12:45-14:45")
LOOKS = tuple(
    time.fromisoformat(one)
    for one in ("08:00", "08:06", "08:19", "10:00", "15:15", "15:21", "16:00", "16:29")
)
LAST_LOOK = LOOKS[-1]
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
STEPS = (-DAY, DAY, timedelta(hours=-1), timedelta(hours=1))
ROW = "id, kind, person_id, key, case_id, urgent"
DUE = 'due.kind, due.key, "case".school_id, subject_id FROM due JOIN "case"'
KINDS = ("nudge", "call", "digest")


def board() -> Organisation:
    schools = tuple(
        School(one, f"School {one}", "Reception", "020", {"region": region, "lessons": LESSONS})
        for one, region in REGIONS.items()
    )
    people: tuple[StaffMember, ...] = tuple(
        member(f"{name}-{one}", role, school=one) for one in REGIONS for name, role in ROLES.items()
    )
    return Organisation(schools, people)


@dataclass
class Years:
    """`counts` says what happened; `wrong` is every nudge at a wrong time, doubled or missed."""

    house: House
    dice: Random
    cases: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    digests: Counter[tuple[str, int, int]] = field(default_factory=Counter)
    nudged: set[tuple[str, str, str]] = field(default_factory=set)
    seen: int = 0

    def at(self, day: date, moment: time) -> None:
        self.house.clock.now = datetime.combine(day, moment, CALENDAR.zone).astimezone(UTC)

    @property
    def local(self) -> datetime:
        return self.house.clock.now.astimezone(CALENDAR.zone)

    async def look(self) -> None:
        """What the clock does every quarter of a minute, until nothing more is due."""
        while await tick(self.house.tools) == BATCH:
            self.house.clock.later(seconds=15)
        self.counts["looks"] += 1
        self._judge()
        if self.dice.random() < 1 / 50:
            await self.restart()

    async def restart(self) -> None:
        """The process ends and another takes over."""
        old, house = self.house.tools.store, self.house
        await old.close()
        places, key = Places.of(f"sqlite:///{house.path}"), house.path.with_name("store.key")
        bytes_ = CountedBytes(f"restart {self.counts['restarts']}")
        store = open_store(places, KeyFile.load(key), random_bytes=bytes_)
        self.house = replace(house, tools=replace(house.tools, store=store))
        self.counts["restarts"] += 1

    async def step(self) -> None:
        """Somebody sets the clock wrong, it ticks, and it is set right."""
        by = self.dice.choice(STEPS)
        self.house.clock.now += by
        await self.look()
        self.house.clock.now -= by
        self.counts["clock steps"] += 1

    async def signal(self, urgency: Urgency = Urgency.UNKNOWN) -> None:
        school = self.dice.choice(list(REGIONS))

        def work(work: Work) -> object:
            person = work.unit.people.get(f"teacher-{school}", work.today)
            assert person
            return changes.raise_signal(work, person, school, commands.RaiseSignal("She.", urgency))

        case = await self.house.work(work)
        assert isinstance(case, Case)
        self.cases.append(case.id)

    async def act(self, case_id: str) -> None:
        """Somebody does something about a case; who may not is refused."""
        await self.house.work(partial(self._act, case_id=case_id))
        self.counts["acts"] += 1

    def _act(self, work: Work, case_id: str) -> None:
        case = work.unit.cases.fold(case_id)
        assert case
        person = work.unit.people.get(f"{self._who(case)}-{case.school}", work.today)
        assert person
        result = changes.carry_out(work, person, case_id, self._wish(case, work.today))
        if isinstance(result, Case) and result.ended:
            self.cases.remove(case_id)

    def _who(self, case: Case) -> str:
        return "ib" if case.holder is None or self.dice.random() < 2 / 3 else "teacher"

    def _wish(self, case: Case, today: date) -> Command:
        if case.holder is None:
            return commands.TakeCase()
        first = CALENDAR.add(today, self.dice.randint(1, 8))
        following = commands.AgreeFollowing(self.dice.randint(3, 15), first)
        if case.next_check is None:
            return following
        agreement = commands.MakeAgreement(
            f"a{case.version}", "Call.", f"teacher-{case.school}", first
        )
        closing = commands.CloseCase(Grounds.RESOLVED, "It goes well.")
        looked, words = commands.NoteFollowing(Trend.SAME), commands.Write("She ate.")
        kept = [commands.KeepAgreement(one.id) for one in case.agreements]
        wishes: list[Command] = [following, looked, looked, words, agreement, closing, *kept]
        return self.dice.choice(wishes)

    def _judge(self) -> None:
        fresh = self.house.rows(
            f"SELECT {ROW} FROM outbox WHERE id > {self.seen} ORDER BY id"  # noqa: S608 - our own names
        )
        for number, kind, person, key, case, urgent in fresh:
            self.seen = number
            if kind in KINDS:
                self._one(kind, person, key, case, urgent=bool(urgent))

    def _one(self, kind: str, person: str, key: str, case: str, *, urgent: bool) -> None:
        self.counts["urgent" if urgent else kind] += 1
        if not urgent and not self.in_slot(person.rpartition("-")[2]):
            self.wrong.append(f"{self.local} outside school hours: {key}")
        if kind == "digest":
            year, week, _ = self.local.isocalendar()
            self.digests[person, year, week] += 1
        elif (case, person, key) in self.nudged:
            self.wrong.append(f"{self.local} twice: {key}")
        self.nudged.add((case, person, key))

    def in_slot(self, school: str) -> bool:
        calendar = calendar_of(_school(school), CALENDAR.zone)
        moment, today = self.local.time(), self.local.date()
        return calendar.is_school_day(today) and any(one.holds(moment) for one in calendar.slots)

    def missed(self) -> None:
        """At the end of a school's last slot nothing waits that could have been said today."""
        now = self.house.clock.now.strftime("%Y-%m-%d %H:%M:%S")
        waiting = self.house.rows(
            f"SELECT {DUE} ON subject_id = id WHERE done_at IS NULL AND at <= '{now}'"
        )
        for kind, key, school, case in waiting:
            own = Kind(kind) in AT_ONCE | OWN_ENVELOPE
            if self.in_slot(school) and (own or not self._used_up(school)):
                self.wrong.append(f"{self.local} missed: {case} {key}")

    def _used_up(self, school: str) -> bool:
        """Whether somebody of this school has had the digests of this week."""
        year, week, _ = self.local.isocalendar()
        most = self.house.tools.policy.digests_a_week
        return any(self.digests[f"{name}-{school}", year, week] >= most for name in ROLES)


def _school(name: str) -> School:
    return next(one for one in board().schools if one.id == name)


def tools_of(house: House) -> Tools:
    return replace(house.tools, calendar_of=partial(calendar_of, zone=CALENDAR.zone))
