import dataclasses

import pytest
from babel import Locale

from poucet import Contract, PoucetError
from poucet.contract import SubProcessor
from poucet.contract.clauses import CLAUSES
from poucet.contract.countries import CODES, EUROPE

CHARTE = Contract.load("charte")


def test_a_contract_has_the_clauses_that_are_checked_and_no_other():
    assert [field.name for field in dataclasses.fields(Contract)] == list(CLAUSES)


@pytest.mark.parametrize(
    ("clause", "value", "told"),
    [
        ("ip", "partial", ["« ip »", '"partial"', '"whole", "cut", "none"']),
        ("time", True, ["« time »", "true", '"second"']),
        ("verbs", "opened", ["« verbs »", '"opened"', "une liste", '["signed-in", "signed-out"]']),
        ("verbs", ["opend"], ["« verbs »", '"opend"', '"opened", peut-être']),
        ("fields", ["religion"], ["« fields »", '"religion"', '"family_name"']),
        ("purposes", [1], ["« purposes »", "1", '"teaching"']),
        ("security", 3, ["« security »", "3", "une liste"]),
        ("exclusive", "oui", ["« exclusive »", '"oui"', "true (oui) ou false (non)"]),
        ("exclusive", 1, ["« exclusive »", "1", "true (oui)"]),
        ("retention_months", -1, ["« retention_months »", "-1", "de 0 à 600"]),
        ("retention_months", True, ["true", "un nombre entier"]),
        ("reply_days", 2.5, ["« reply_days »", "2.5", "de 0 à 3650"]),
        ("anonymised_unless_personalising", 101, ["101", "de 0 à 100"]),
        ("hosting", "EU", ["« hosting »", '"EU"', "deux majuscules"]),
        ("hosting", "fr", ["« hosting »", '"fr"']),
        ("title_fr", " ", ["« title_fr »", "un texte d’une ligne"]),
        ("subprocessors", ["Nuage"], ["« subprocessors »", "[[subprocessors]]"]),
        ("subprocessors", "Nuage", ["« subprocessors »", "[[subprocessors]]"]),
        ("ips", "none", ["« ips » n’existe pas", "« ip », peut-être"]),
        ("zzz", 0, ["« zzz » n’existe pas", "clauses possibles", "hosting"]),
    ],
)
def test_a_wrong_clause_is_told_in_one_sentence(clause, value, told):
    with pytest.raises(PoucetError) as caught:
        CHARTE.replace(**{clause: value})
    sentence = " ".join(str(caught.value).split())  # no-break spaces as plain ones
    for words in told:
        assert words in sentence
    assert sentence[0] == "L" and sentence.endswith(".") and "\n" not in sentence


def test_a_subprocessor_is_checked_too():
    with pytest.raises(PoucetError, match="receives"):
        SubProcessor("Nuage", "FR", (), True)
    with pytest.raises(PoucetError, match="declared"):
        CHARTE.replace(subprocessors=[{"name": "N", "country": "FR", "receives": ["trail"]}])
    made = CHARTE.replace(
        subprocessors=[
            {"name": "N", "country": "FR", "receives": ["trail", "directory"], "declared": True}
        ]
    )
    assert made.subprocessors == (SubProcessor("N", "FR", ("directory", "trail"), True),)


def test_the_order_in_which_words_are_listed_says_nothing():
    one = CHARTE.replace(verbs=["submitted", "opened", "opened"])
    assert one == CHARTE.replace(verbs=("opened", "submitted"))
    assert hash(one) == hash(CHARTE.replace(verbs=("opened", "submitted")))


def test_the_identifier_is_always_handed_over_and_never_twice():
    contract = CHARTE.replace(identifier="email", fields=["email", "class"])
    assert contract.columns == ("email", "class")
    assert CHARTE.replace(fields=[]).columns == ("opaque_id",)
    assert CHARTE.replace(identifier="ine", fields=["opaque_id"]).columns == ("ine", "opaque_id")


def test_countries_exist_for_babel_too():
    known = {code for code in Locale("fr").territories if len(code) == 2}
    not_countries = {"EU", "EZ", "UN", "XA", "XB", "XK", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA",
                     "IC", "TA"}  # fmt: skip
    assert known - not_countries == CODES
    assert len(EUROPE) == 30 and EUROPE <= CODES
