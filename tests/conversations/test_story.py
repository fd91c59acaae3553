from pathlib import Path
from typing import Literal

import pytest

from tests.conversations import (
    story,
    story_after,
    story_aside,
    story_asking,
    story_confidential,
    story_following,
    story_guests,
    story_melding,
    story_record,
    story_rights,
    story_zbo,
)
from tests.conversations.stage import staged

SCENES = (
    story_aside.a_note_is_kept,
    story_aside.advice_is_asked_and_read,
    story_aside.a_training_is_put_down,
    story.a_signal_is_raised,
    story.the_intern_begeleider_answers,
    story.an_answer_is_typed_in_the_thread,
    story.the_teacher_adds_and_answers,
    story_record.the_teacher_puts_something_right,
    story_record.the_teacher_describes_a_mark,
    story_record.the_record_is_kept_apart,
    story_asking.a_colleague_is_asked,
    story_asking.class_and_discussion_are_noted,
    story_asking.a_call_is_prepared,
    story_asking.the_parents_are_put_down,
    story_asking.somebody_stays_near,
    story.a_talk_and_an_advice_are_recorded,
    story_asking.the_talk_is_recorded,
    story_zbo.it_comes_on_the_agenda,
    story_zbo.the_chair_gets_the_agenda,
    story_zbo.the_meeting_is_written_down,
    story_melding.it_is_weighed_anew,
    story_melding.who_was_there_confirms_it,
    story_zbo.the_five_questions_are_answered,
    story_zbo.help_is_decided,
    story_zbo.agreements_are_made_and_kept,
    story_melding.help_is_arranged_and_works,
    story_melding.a_melding_is_prepared,
    story_melding.its_facts_name_nobody,
    story_melding.it_is_reported,
    story_after.care_goes_on,
    story_after.an_item_comes_off,
    story_following.a_rhythm_is_agreed,
    story_following.ignored_nudges_climb,
    story_following.those_above_read_only_what_they_may,
    story_following.looks_are_written_down,
    story_after.the_child_moves,
    story_following.it_is_closed,
    story_following.a_second_confirms_the_closing,
    story_after.the_teacher_says_what_she_thought,
    story_rights.it_is_held_and_let_go,
    story_rights.the_mother_asks_to_see_it,
    story_rights.erasing_is_called_off,
    story_following.it_is_opened_again,
    story_after.another_teacher_follows,
    story_after.it_is_handed_over,
    story_after.somebody_is_kept_out,
    story_guests.the_director_reads_along,
    story_confidential.something_is_confidential,
    story_confidential.the_director_opens_it_by_its_code,
    story_record.another_teacher_tells_of_the_child,
    story_record.somebody_is_looked_up,
)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_whole_story(tmp_path: Path, language: Literal["nl", "en"]) -> None:
    """From the first signal to its reopening, everybody sees exactly what they should see."""
    async with staged(tmp_path, language=language) as stage:
        for scene in SCENES:
            await scene(stage)
