"""What the board has agreed: terms and rhythms, as data with a version."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Terms in school days unless said otherwise.

    `answer_promise` tells people "binnen N schooldagen"; it is None while the board has not
    confirmed it, and then no screen shows a promise (texts.md, "Promises"). `feedback_term` is in
    working days: within it Veilig Thuis tells what it does with a melding (domain.md row 101).
    `signs_confirmed`: the board has read the examples of signals and stands for them.
    `board_contact` (name and number), `inspector_phone` and `inspector_hours` ("08:00-17:00") are
    empty until they are known. `handle_with_care_days` is None where the school does not take part
    in Handle with Care, and else how long somebody is gentle with a child. A private note is kept
    for `notebook_weeks`; a question without a child, and its answer, `advice_days`.
    """

    version: str = "0"
    answer_promise: int | None = None
    answer_term: int = 1
    follow_rhythm: int = 10
    follow_second: int = 3
    follow_third: int = 5
    follow_last: int = 10
    snooze_longest: int = 10
    snooze_free: int = 3
    agenda_days: tuple[int, ...] = (3, 1)
    text_limit: int = 3000
    draft_hours: int = 24
    digests_a_week: int = 2
    feedback_term: int = 5
    signs_confirmed: bool = False
    board_contact: str = ""
    inspector_phone: str = ""
    inspector_hours: str = ""
    handle_with_care_days: int | None = None
    notebook_weeks: int = 4
    advice_days: int = 5
    thread_replies: bool = True
