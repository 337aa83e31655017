"""Answers of people go on record, whoever asked for them: `check` or `setup`."""

from collections.abc import Sequence

from signboard.app import store_path
from signboard.cli.envelope import talk
from signboard.cli.people import actor_named
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.health.answers import Given, add_answer, check_answer, question_of
from signboard.locale import _
from signboard.store.database import Store

__all__ = ["put_on_record"]


def put_on_record(
    answers: Sequence[tuple[str, str]], actor: str | None, *, site_id: str, board_id: str, with_cures: bool = False
) -> None:
    """Keep answers in the audit chain; all are looked at before the first is kept.

    Args:
        answers: (question, answer) pairs.
        actor: who gave them; None: the account.
        site_id: as in the settings.
        board_id: as in the settings.
        with_cures: say what to do where an answer is not good.

    Raises:
        UsageError: `no_such_question`, `no_such_answer`, `empty_answer`.
        SignboardError: `store_failed`, `disk_full`.
    """
    for name, answer in answers:
        check_answer(name, answer)
    if not answers:
        return
    who, now_at = actor_named(actor), SystemClock().now()
    with Store(store_path()) as store:
        for name, answer in answers:
            add_answer(store, Given(name, answer, who, now_at), site_id=site_id, board_id=board_id)
    talk(N_("{count} answers of {who} were put on record."), count=len(answers), who=who)
    for name, answer in answers if with_cures else ():
        choice = question_of(name).choices.get(answer)
        if choice and choice.cure:
            talk("{cure}", cure=_(choice.cure))
