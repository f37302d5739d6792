"""The directory is the whole file, and nothing of the truth."""

import pandas as pd

from poucet import School, directory
from poucet.school.school import COLUMNS


def test_a_full_export_holds_every_column_and_no_avatar():
    school = School(seed=3, pupils=120)
    sent = directory(school)
    assert isinstance(sent.index, pd.RangeIndex) and sent.index[0] == 0 and sent.index.name is None
    assert list(sent.columns) == list(COLUMNS)
    assert (sent.to_numpy() == school.pupils.to_numpy()).all()
    assert not set(school.truth.columns) & set(sent.columns)


def test_what_leaves_is_a_copy():
    school = School(seed=3, pupils=5)
    sent = directory(school)
    sent.loc[0, "given_name"] = "Personne"
    assert "Personne" not in school.pupils["given_name"].tolist()
    assert "Personne" not in school.columns["given_name"].tolist()
