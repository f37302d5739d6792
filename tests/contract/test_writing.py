import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import Contract, PoucetError
from poucet.contract import clauses
from poucet.contract.clauses import SubProcessor
from poucet.contract.countries import CODES
from poucet.contract.reading import PRESETS
from poucet.contract.writing import written


def some(words):
    return st.lists(st.sampled_from(words)).map(tuple)


TEXT = st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable())
COUNTRY = st.sampled_from(sorted(CODES))
VALUES = {
    "name": TEXT,
    "title_fr": TEXT,
    "title_en": TEXT,
    "fields": some(clauses.FIELDS),
    "identifier": st.sampled_from(clauses.IDENTIFIERS),
    "verbs": some(clauses.VERBS),
    "time": st.sampled_from(clauses.TIMES),
    "ip": st.sampled_from(clauses.IPS),
    "purposes": some(clauses.PURPOSES),
    "hosting": COUNTRY,
    "retention_months": st.integers(0, 600),
    "trail_months": st.integers(0, 600),
    "reply_days": st.integers(0, 3650),
    "security": some(clauses.SECURITY),
    "anonymised_unless_personalising": st.integers(0, 100),
    "subprocessors": st.lists(
        st.builds(SubProcessor, TEXT, COUNTRY, some(clauses.RECEIVES).filter(bool), st.booleans()),
        max_size=3,
    ),
}
CONTRACTS = st.builds(
    Contract,
    **{f.name: VALUES.get(f.name, st.booleans()) for f in dataclasses.fields(Contract)},
)


@given(CONTRACTS)
def test_what_is_written_reads_the_same(tmp_path_factory, contract):
    path = tmp_path_factory.mktemp("contract") / "own.toml"
    contract.save(path)
    assert Contract.load(path) == contract


@pytest.mark.parametrize("name", PRESETS)
def test_each_clause_is_written_with_the_comment_of_the_models(name):
    text = written(Contract.load(name))
    for clause in clauses.CLAUSES:
        block = next(b for b in text.split("\n\n") if f"\n{clause}" in b or f"[[{clause}" in b)
        assert block.startswith("# ")
    assert max(len(line) for line in text.splitlines() if line[:1] != "#") <= 100


def test_a_file_already_there_is_left_alone(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text("mine")
    with pytest.raises(PoucetError, match="existe déjà"):
        Contract.load("charte").save(path)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(("name", "told"), [("a.txt", ".toml"), ("none/a.toml", "le dossier")])
def test_a_file_that_cannot_be(tmp_path, name, told):
    with pytest.raises(PoucetError, match=told):
        Contract.load("charte").save(tmp_path / name)
