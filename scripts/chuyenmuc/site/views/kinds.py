"""What templates print of the short kinds: ready-made HTML (`…_html`), and one line on the item for lists."""

from __future__ import annotations

import re
from typing import Any

from chuyenmuc.content.fields import VERDICT_LABELS
from chuyenmuc.content.items import (
    Exemplar,
    FactCheck,
    Item,
    KeyFigure,
    Lesson,
    Message,
    Question,
    QuizQuestion,
    Quote,
)
from chuyenmuc.site.views.slogans import slogan_html
from chuyenmuc.vietnamese.dates import iso, short
from chuyenmuc.vietnamese.unbroken import in_html

ADDRESS = re.compile(r"\(?(?P<url>https?://[^\s()]*[^\s().,;:])\)?")


def special(item: Item) -> dict[str, Any]:
    match item:
        case Quote():
            return {
                "quote": printed(item, "quote", "speaker", "role", "cited_from"),
                "fact_html": in_html(item.speaker),
            }
        case KeyFigure():
            as_of = {"iso": iso(item.as_of), "text": short(item.as_of)} if item.as_of else None
            return {"figure": printed(item, "value", "label") | {"as_of": as_of}}
        case Question():
            asked = {"is_title": item.question == item.title}
            return {"question": printed(item, "question", "answer") | asked}
        case Exemplar():
            return {"exemplar": printed(item, "honouree", "unit", "achievement"), "fact_html": in_html(item.honouree)}
        case FactCheck():
            return {"fact_check": fact_check(item), "fact_html": f"Kết luận: {VERDICT_LABELS[item.verdict]}"}
        case Lesson():
            told = ", ".join(part for part in (f"{len(item.steps)} bước", item.takes) if part)
            return {"lesson": printed(item, "takes") | lesson(item), "fact_html": in_html(told)}
        case Message():
            words = slogan_html(item.message)
            told = item.campaign if item.message == item.title else item.message
            return {"message": printed(item, "campaign") | {"message_html": words}, "fact_html": in_html(told)}
    return {}


def printed(item: Item, *fields: str) -> dict[str, Any]:
    return {f"{field}_html": in_html(getattr(item, field)) for field in fields}


def lesson(item: Lesson) -> dict[str, Any]:
    return {
        "steps_html": [in_html(step) for step in item.steps],
        "goals_html": [in_html(goal) for goal in item.goals],
        "quiz": [quiz_question(question, number) for number, question in enumerate(item.quiz, 1)],
        "link": item.link,
    }


def quiz_question(question: QuizQuestion, number: int) -> dict[str, Any]:
    letters = "ABCDEF"
    answers = [
        {"letter": letter, "text_html": in_html(answer), "right": place == question.right}
        for place, (letter, answer) in enumerate(zip(letters, question.answers, strict=False), 1)
    ]
    told = {"right_letter": letters[question.right - 1], "right_html": answers[question.right - 1]["text_html"]}
    about = {"question_html": in_html(question.question), "why_html": in_html(question.why)}
    return {"number": number, "answers": answers} | about | told


def fact_check(item: FactCheck) -> dict[str, Any]:
    verdict = {"verdict": item.verdict.value, "verdict_label": VERDICT_LABELS[item.verdict]}
    return printed(item, "claim", "truth") | verdict | {"evidence": [source(line) for line in item.evidence]}


def source(line: str) -> dict[str, str]:
    """A line of evidence; an address in it becomes the link of its words."""
    found = ADDRESS.search(line)
    if not found:
        return {"text_html": in_html(line), "url": ""}
    words = (line[: found.start()].rstrip(" :–-,") + line[found.end() :]).strip()
    return {"text_html": in_html(words if words.strip(".,;") else found["url"]), "url": found["url"]}
