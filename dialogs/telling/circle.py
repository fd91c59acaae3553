"""Who was kept out of a case, as a story."""

from dialogs.telling.teller import Tell
from meldcode import events

TELL: Tell = {
    events.PersonExcluded: lambda tell, event: tell.quote(
        event.reason, "chr.excluded", to=tell.name(event.person)
    ),
    events.ExclusionEnded: lambda tell, event: tell.quote(
        event.reason, "chr.admitted", to=tell.name(event.person)
    ),
}
