"""Near linkage by splink, as its documentation sets it up: the peer of `benchmarks/linkage.py`."""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
import pandas as pd


def pairs(left: pd.DataFrame, right: pd.DataFrame) -> np.ndarray:
    """Link two tables of names and birth dates, one to one, best matches first.

    Parameters
    ----------
    left, right : pandas.DataFrame
        Columns ``family_name``, ``given_name``, ``birth_date``.

    Returns
    -------
    numpy.ndarray of int64, shape (n, 2)
        Row numbers, left then right.
    """
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.disable(logging.WARNING)  # it tells of every step
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            comparisons.NameComparison("family_name"),
            comparisons.NameComparison("given_name"),
            comparisons.DateOfBirthComparison("birth_date", input_is_string=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("family_name", "given_name"),
            block_on("family_name", "birth_date"),
            block_on("given_name", "birth_date"),
            block_on("birth_date", "substr(family_name, 1, 2)"),
        ],
    )
    engine = DuckDBAPI()
    linker = Linker([engine.register(_as_splink_reads(each)) for each in (left, right)], settings)
    training = linker.training
    whole = block_on("family_name", "given_name", "birth_date")
    training.estimate_probability_two_random_records_match([whole], recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("family_name", "given_name"), block_on("birth_date")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    found: Any = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    logging.disable(logging.NOTSET)
    found = found.sort_values("match_weight", ascending=False)
    found = found.drop_duplicates("unique_id_l").drop_duplicates("unique_id_r")
    return found[["unique_id_l", "unique_id_r"]].to_numpy(np.int64)


def _as_splink_reads(table: pd.DataFrame) -> pd.DataFrame:
    """Write dates as texts and number the rows."""
    texts = table.astype({"family_name": object, "given_name": object})
    texts["birth_date"] = table["birth_date"].astype("datetime64[s]").dt.strftime("%Y-%m-%d")
    return texts.assign(unique_id=np.arange(len(table)))
