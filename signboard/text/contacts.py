"""Telephone numbers and addresses: those that cannot be reached, and a note on the others.

Mobile numbers have ten digits (03, 05, 07, 08, 09), fixed ones eleven (02), service numbers begin with 1800 or 1900;
short numbers (111, 113 …) are known to everybody and told of nowhere. Mobile numbers of eleven digits ended on
14/11/2018, when the parallel time of the change of 15/9/2018 was over.

Source of the change: Ministry of Information and Communications, announcement of 29/5/2018; the table below is its own.
"""

import re
from collections.abc import Iterator

from signboard.errors import N_
from signboard.text.remark import Remark

__all__ = ["contact_remarks"]

_NEW_PREFIX = {
    **{f"016{last}": f"03{last}" for last in "23456789"},  # Viettel
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",  # MobiFone
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",  # VinaPhone
    "0186": "056",
    "0188": "058",
    "0199": "059",  # Vietnamobile, Gmobile
}
_OLD_HANOI, _HANOI = "04", "024"  # since 17/6/2017

_NUMBER = re.compile(r"(?<![\w/.,-])(?:\(\+?84\)|\+84|0)(?:[ .()-]{0,2}\d){5,12}(?![\d/])")
_DATE = re.compile(r"\d{1,2}[ ./-]+\d{1,2}[ ./-]+(?:19|20)\d\d")
_SERVICE = re.compile(r"(?<![\w/.,-])1[89]00(?:[ .-]?\d){2,12}(?![\d/])")
_CALL = re.compile(
    r"(?:đt|sđt|điện thoại|di động|hotline|đường dây nóng|tổng đài|gọi|liên hệ|số máy|zalo|tel)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_SERVICE_DIGITS = range(8, 11)
_FULL_LENGTHS = (10, 11)
_POLICE_AND_ARMY = "069"
"""Numbers of their own net, ten digits as well."""

# Words are looked at from their beginning alone: a line without blanks would be gone through once for each letter.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s,;]+|(?<![\w.+-])[\w.+-]+@[\w.-]+\w"
    r"|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:gov\.vn|edu\.vn|com|vn)\b"
)
_BROKEN = re.compile(
    r"(?:htt?p?s?|htpps?)(?::/(?=[^/\s])|//|;//|:\\\\)\S+|htpps?://\S+|w{4,}\.\S+|\bwww,\S+"
    r"|(?<![\w-])[\w-]+(?: ?\. ?(?:gov|edu|com|org|net))+ ?\. ?vn\b"
    r"|(?:(?<!\S)|(?<=vn))\S+@(?=\s|$)|(?:(?<!\S)|(?<=vn))\S+ @ ?\S+"
)
_IN_ADDRESSES = re.compile(r"[./\\@]|www")
"""No address is without one of these, whole or broken, and most slogans are."""


def contact_remarks(text: str) -> Iterator[Remark]:
    """Every remark on numbers and addresses.

    Args:
        text: one line.
    """
    for found in _NUMBER.finditer(text):
        if not _DATE.search(found[0]):
            yield from _number(text, found)
    for found in _SERVICE.finditer(text):
        yield _judged(found, len(_digits(found[0])) in _SERVICE_DIGITS)
    if _IN_ADDRESSES.search(text):
        yield from _addresses(text)


def _digits(number: str) -> str:
    bare = re.sub(r"\D", "", number)
    return f"0{bare[2:].removeprefix('0')}" if "84" in number[:4] and bare.startswith("84") else bare


def _number(text: str, found: re.Match[str]) -> Iterator[Remark]:
    digits = _digits(found[0])
    if len(digits) not in _FULL_LENGTHS and not _CALL.search(text[: found.start()]):
        return
    renewed = _renewed(digits)
    if renewed:
        yield Remark(
            "phone_old",
            found.start(),
            found.end(),
            N_("The number {number} has had another beginning since 2018; it is probably {proposal} now."),
            {"number": found[0], "proposal": renewed},
            renewed,
        )
        return
    mobile = len(digits) == min(_FULL_LENGTHS) and (digits[1] in "35789" or digits.startswith(_POLICE_AND_ARMY))
    yield _judged(found, mobile or (len(digits) == max(_FULL_LENGTHS) and digits[1] == "2"))


def _renewed(digits: str) -> str:
    if len(digits) == max(_FULL_LENGTHS) and digits[:4] in _NEW_PREFIX:
        return _NEW_PREFIX[digits[:4]] + digits[4:]
    if len(digits) == min(_FULL_LENGTHS) and digits.startswith(_OLD_HANOI):
        return _HANOI + digits[2:]
    return ""


def _judged(found: re.Match[str], reachable: bool) -> Remark:
    if reachable:
        template = N_("It names the number {number}; call it once before it goes up.")
        return Remark("phone", found.start(), found.end(), template, {"number": found[0]})
    digits = _digits(found[0])
    if len(digits) == min(_FULL_LENGTHS) and digits.startswith("0"):
        template = N_("The number {number} begins with {prefix}, as no number does; look it up again.")
        fields = {"number": found[0], "prefix": digits[:2]}
        return Remark("phone_length", found.start(), found.end(), template, fields)
    return Remark(
        "phone_length",
        found.start(),
        found.end(),
        N_("The number {number} has {digits} digits, which no number of this kind has; look it up again."),
        {"number": found[0], "digits": len(digits)},
    )


def _addresses(text: str) -> Iterator[Remark]:
    told: list[range] = []
    for found in _BROKEN.finditer(text):
        if re.search(r"[ ,;\\]|htpp|w{4}|:/(?!/)|@$|(?<!:)//", found[0]):
            proposal = re.sub(r" ?([.@]) ?", r"\1", found[0]) if " " in found[0] else ""
            told.append(range(*found.span()))
            yield Remark(
                "address_broken",
                found.start(),
                found.end(),
                N_("The address '{address}' cannot be opened as it is written; look it up again."),
                {"address": found[0]},
                proposal,
            )
    for found in _ADDRESS.finditer(text):
        if not any(found.start() in place for place in told):
            if "@" in found[0]:
                template = N_("It names the e-mail address {address}; see whether it belongs to the slogan.")
                yield Remark("email", found.start(), found.end(), template, {"address": found[0]})
                continue
            template = N_("It names the address {address}; open it once before it goes up.")
            yield Remark("address", found.start(), found.end(), template, {"address": found[0]})
