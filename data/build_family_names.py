"""Freezes the family names of Faker into ``data/family_names.csv``.

Why frozen: Faker's lists change from one version to the next, and a school drawn from a seed must
stay the same school. Run with the Faker version named in ``FAKER`` below, then commit the table::

    python data/build_family_names.py

Pools: the lists of Faker (MIT licence, see ``LICENSES.md``) whose names are common in France. The
share of each pool and the way a list is thinned are chosen by the authors, so that a class reads
like a class; they measure nothing. The table keeps a name and a weight: nowhere does the kit write
where a name, and so a pupil, would come from.

Spelling: French civil status knows only the marks of French (à â ä ç é è ê ë ï î ô ö ù û ü ÿ æ œ),
so every other mark is dropped, as on a real school's list: García becomes Garcia.
"""

from __future__ import annotations

import csv
import unicodedata
from importlib import import_module
from pathlib import Path

FAKER = "40.54.0"
FRENCH_LETTERS = frozenset("àâäçéèêëïîôöùûüÿæœ")
SPELLED_OUT = {"ı": "i", "ł": "l", "đ": "d", "Đ": "D", "ß": "ss", "Ł": "L", "ø": "o"}

# (Faker locale, its list, share of the pool in 10,000)
POOLS = [
    ("fr_FR", "last_names", 6000),
    ("fr_BE", "last_names", 1150),
    ("fr_DZ", "last_names", 900),
    ("pt_PT", "last_names", 480),
    ("it_IT", "last_names", 340),
    ("es_ES", "last_names", 340),
    ("de_DE", "last_names", 170),
    ("fr_CH", "last_names", 150),
    ("tr_TR", "last_names", 130),
    ("pl_PL", "male_last_names", 120),
    ("tw_GH", "last_names", 90),
    ("zh_CN", "last_romanized_names", 80),
    ("vi_VN", "last_names", 80),
    ("en_IN", "last_names", 50),
    ("ro_RO", "last_names", 50),
]
RANKED = {"fr_FR"}  # the only list that Faker gives in order of frequency
ONE_IN = {"fr_BE": 2, "fr_DZ": 2, "fr_CH": 3, "pl_PL": 4}  # long lists are thinned
PLAIN = {"vi_VN"}  # whose marks look French and are not: Bùi is written Bui
# Lists so long, or so full of celebrities, that the names a French class would hold are picked.
PICKED = {
    "it_IT": "Bianchi Bruno Caruso Conti Esposito Ferrara Ferrari "
    "Grassi Greco Leone Lombardi Lombardo Mancini "
    "Marino Martinelli Monti Moretti Pellegrini Ricci Rinaldi "
    "Rizzo Romano Rossetti Rossi Russo Santoro ",
    "es_ES": "Alonso Alvarez Benitez Blanco Cabrera Calvo Castillo Castro Cortes Cruz Delgado Diaz "
    "Dominguez Duran Flores Fuentes Gallardo Gallego Garrido Gil Gimenez Guerrero Gutierrez "
    "Herrera Iglesias Jimenez Leon Marin Mendez Mendoza Molina Montero Morales Munoz Nieto Ortega "
    "Ortiz Ramirez Reyes Rojas Romero Rubio Serrano Silva Soler Soto Suarez Torres Vazquez Vega",
    "de_DE": "Bachmann Becker Berger Fischer Hartmann Hess Hofmann "
    "Koch Kraus Meyer Schmidt Vogt Wagner Walter "
    "Weiss ",
    "zh_CN": "Chen Huang Li Lin Liu Sun Wang Wu Xu Yang Zhang Zhao Zheng Zhou Zhu",
    "tw_GH": "Acheampong Agyei Amoako Ampofo Appiah Asante Boateng Danso Darko Mensah Nkansah "
    "Obeng Ofori Opoku Osei Owusu",
    "tr_TR": "Akar Akdeniz Aksu Arslan Aslan Bilgin Demir Demirel Durmus Duran Karadeniz "
    "Sakarya Sener Sezer Sezgin Yaman Yildirim Yilmaz Yüksel Zengin",
    "en_IN": "Agarwal Bose Chopra Dutta Gupta Kapoor Krishnan Kumar Nair Patel Rajan "
    "Rao Reddy Sharma Singh Varma",
}  # fmt: skip
# Faker has no list for West Africa; these four stand in its French and Belgian ones.
RAISED = {"Diallo": 24, "Traore": 20, "Bah": 10, "Barry": 10}
# Names heard in the news, and names that a class would not let pass.
LEFT_OUT = {
    "Abbas", "Anjos", "Bacha", "Barbe", "Bey", "Bigot", "Boudiaf", "Cassart", "Chrétien", "Culot",
    "Decamps", "Dieu", "Gay", "Gros", "Gülen", "Jesus", "Legros", "Ma", "Mary", "Masse", "Merah",
    "Piette", "Pan", "Salah", "Seven", "Vilain", "Rouquin",
}  # fmt: skip


def in_french_letters(name: str, allowed: frozenset[str] = FRENCH_LETTERS) -> str:
    """Spell a name as French civil status does: no mark but those of French."""
    kept = []
    for letter in unicodedata.normalize("NFC", name.strip()):
        letter = SPELLED_OUT.get(letter, letter)
        if letter.lower() not in allowed:
            bare = unicodedata.normalize("NFD", letter)
            letter = "".join(mark for mark in bare if not unicodedata.combining(mark))
        kept.append(letter)
    return "".join(kept)


def is_usable(name: str) -> bool:
    """Tell whether a name is written in Latin letters, with capitals, and not left out."""
    plain = name.replace("-", "").replace(" ", "").replace("'", "")
    latin = plain.isalpha() and all(ord(letter) < 0x250 for letter in plain)
    return latin and len(plain) > 1 and name == name.title() and name not in LEFT_OUT


def pool(locale: str, attribute: str) -> list[str]:
    """Give the names kept of one of Faker's lists, spelled in French letters, in its order."""
    provider = import_module(f"faker.providers.person.{locale}").Provider
    allowed = frozenset[str]() if locale in PLAIN else FRENCH_LETTERS
    names = [in_french_letters(name, allowed) for name in getattr(provider, attribute)]
    if locale in PICKED:
        picked = PICKED[locale].split()
        names = [name for name in names if name in picked]
    return [name for name in dict.fromkeys(names) if is_usable(name)][:: ONE_IN.get(locale, 1)]


def weighted_names() -> dict[str, int]:
    """Gather every pool into one table: name to weight, in the pools' order."""
    weights: dict[str, int] = {}
    for locale, attribute, share in POOLS:
        fresh = [name for name in pool(locale, attribute) if name not in weights]
        zipf = [1 / (rank + 60) if locale in RANKED else 1.0 for rank in range(len(fresh))]
        for name, part in zip(fresh, zipf, strict=True):
            weights[name] = max(1, round(100 * share * part / sum(zipf)))
    for name, share in RAISED.items():
        weights[name] = 100 * share
    return weights


def main() -> None:
    """Write the table, most frequent names first."""
    import faker

    if faker.VERSION != FAKER:
        raise SystemExit(f"The table was frozen with Faker {FAKER}; this is {faker.VERSION}.")
    rows = sorted(weighted_names().items(), key=lambda row: (-row[1], row[0]))
    target = Path(__file__).with_name("family_names.csv")
    with target.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["name", "weight"])
        writer.writerows(rows)
    print(f"{len(rows)} names in {target.name}")


if __name__ == "__main__":
    main()
