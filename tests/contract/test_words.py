import re

import pytest

from poucet import Contract, use_language
from poucet.contract import clauses
from poucet.contract.clauses import SubProcessor

OTHERS = {
    "fields": [(), ("class", "sex")],
    "identifier": clauses.IDENTIFIERS,
    "verbs": [(), ("opened",), clauses.VERBS],
    "time": clauses.TIMES,
    "ip": clauses.IPS,
    "purposes": [(), ("teaching",), clauses.PURPOSES],
    "hosting": ["FR", "US", "NZ"],
    "retention_months": [0, 1, 36],
    "trail_months": [0, 1, 12],
    "reply_days": [0, 1, 30],
    "security": [(), clauses.SECURITY],
    "anonymised_unless_personalising": [0, 1, 5],
    "subprocessors": [
        (),
        (SubProcessor("N", "FR", ("trail",), True),),
        (SubProcessor("N", "FR", ("trail",), False),),
        (SubProcessor("N", "FR", ("trail", "directory"), False),),
    ],
}
BOUND = [clause for clause in clauses.CLAUSES if clause not in clauses.NAMES]


@pytest.fixture(params=["fr", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("fr")


@pytest.mark.parametrize("clause", BOUND)
def test_what_a_clause_may_say_is_said_each_in_its_own_sentence(language, clause):
    contract = Contract.load("charte")
    values = OTHERS.get(clause, [True, False])
    said = [contract.replace(**{clause: value}).sentences()[clause] for value in values]
    assert len(set(said)) == len(values)
    for sentence in said:
        assert re.match(r"[A-ZÀÉN]", sentence) and sentence.endswith(".")
        assert "{" not in sentence and "_" not in sentence


def test_every_clause_has_its_sentence_and_in_each_language_another():
    contract = Contract.load("grand_public")
    french = contract.sentences()
    use_language("en")
    try:
        english = contract.sentences()
        assert contract.title == "Consumer terms"
    finally:
        use_language("fr")
    assert contract.title == "Conditions grand public"
    assert list(french) == list(english) == BOUND
    assert all(french[clause] != english[clause] for clause in BOUND)


def test_a_holding_says_who_holds_what_until_when():
    from poucet import School

    held = Contract.load("education").apply(School(seed=4, pupils=50), 1)
    lines = str(held).split("\n")
    assert len(lines) == 1 + len(held.copies)
    assert "le fournisseur (Irlande)" in lines[1] and "50 élèves" in " ".join(lines[1].split())
    assert "sans date de fin" in lines[-1]
