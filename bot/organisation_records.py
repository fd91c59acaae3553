"""From the blocks of a checked organisation file to the records that the store keeps."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.organisation_file import FileBlock, MeetingBlock, PersonBlock, SchoolBlock
from storage.records import Meeting, Organisation, Post, School, StaffMember

CALENDAR = {"region", "lessons", "lessons_on", "closed", "opened"}


def organisation_of(file: FileBlock, zone: ZoneInfo) -> Organisation:
    return Organisation(
        schools=tuple(map(school_of, file.schools)),
        people=tuple(map(_member, file.people)),
        meetings=tuple(_meeting(meeting, zone) for meeting in file.meetings),
    )


def school_of(block: SchoolBlock) -> School:
    """`calendar` is what `bot.calendars.calendar_of` reads; JSON, for it goes into the store."""
    calendar = block.model_dump(mode="json", include=CALENDAR)
    return School(block.id, block.name, block.contact.name, block.contact.phone, calendar)


def _member(block: PersonBlock) -> StaffMember:
    posts = (Post(school, role) for school, roles in block.roles.items() for role in roles)
    return StaffMember(block.id, block.name, block.email, tuple(dict.fromkeys(posts)))


def _meeting(block: MeetingBlock, zone: ZoneInfo) -> Meeting:
    at = datetime.combine(block.on, block.at, zone)
    return Meeting(block.id, block.school, at, block.chair, tuple(sorted({*block.members})))
