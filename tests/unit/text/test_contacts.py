"""contacts: numbers and addresses that cannot be reached."""

import pytest

from signboard.text.contacts import contact_remarks


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, what it is about, proposal."""
    return [(remark.code, text[remark.start : remark.end], remark.proposal) for remark in contact_remarks(text)]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Gọi 0912 345 678", ("phone", "0912 345 678", "")),
        ("Gọi +84 912 345 678", ("phone", "+84 912 345 678", "")),
        ("ĐT: 0204.3555.888", ("phone", "0204.3555.888", "")),
        ("Hotline 1900 6868", ("phone", "1900 6868", "")),
        ("Gọi 0168 1234567", ("phone_old", "0168 1234567", "0381234567")),
        ("ĐT 04.3825.1234", ("phone_old", "04.3825.1234", "02438251234")),
        ("Gọi 091234567", ("phone_length", "091234567", "")),
        ("Tổng đài 1900 123 456 789", ("phone_length", "1900 123 456 789", "")),
        ("xem sokhcn.bacgiang.gov.vn", ("address", "sokhcn.bacgiang.gov.vn", "")),
        ("https://example.vn/a", ("address", "https://example.vn/a", "")),
        ("thư: so@bacgiang.gov.vn", ("email", "so@bacgiang.gov.vn", "")),
        ("xem bacgiang. gov.vn", ("address_broken", "bacgiang. gov.vn", "bacgiang.gov.vn")),
        ("htpp://example.vn", ("address_broken", "htpp://example.vn", "")),
        ("http:/example.vn", ("address_broken", "http:/example.vn", "")),
        ("wwww.example.vn", ("address_broken", "wwww.example.vn", "")),
    ],
)
def test_numbers_and_addresses(text: str, remark: tuple[str, str, str]) -> None:
    """One remark each, at its place."""
    assert told(text) == [remark]


@pytest.mark.parametrize(
    "text",
    [
        "Gọi Tổng đài 111, 113, 115",
        "(02/9/1945 – 02/9/2023)",
        "(02.09.1945 – 02.09.2022)",
        "25/11/2018; 8/3; 20-10",
        "Luật 02/2016, 1883/QĐ-BKHĐT, ISO 9001:2015",
        "giảm 0,5%, 100.000.000 đồng",
        "Sống khỏe. Vn nhé",
    ],
)
def test_other_numbers_are_no_telephones(text: str) -> None:
    """Short numbers, days, laws, amounts."""
    assert told(text) == []


def test_a_beginning_that_no_number_has() -> None:
    """Its length is right, so the sentence tells of its beginning."""
    (remark,) = contact_remarks("Gọi 0123456789")
    assert (remark.code, remark.fields["prefix"]) == ("phone_length", "01")
    assert "begins with" in remark.template


def test_an_e_mail_address_is_for_a_look() -> None:
    """It often comes from the sender, not from the slogan."""
    (found,) = contact_remarks("Góp ý về cb0@phuong.gov.vn nhé")

    assert found.code == "email"


def test_numbers_of_police_and_army_can_be_reached() -> None:
    """They begin with 069 and have ten digits."""
    (remark,) = contact_remarks("Tố giác tội phạm: gọi 069.2928.328")

    assert remark.code == "phone"
