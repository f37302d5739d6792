"""The prose of lesson 6 says what the kit computes: the numbers a class reads are recomputed."""

import functools
import re
from contextlib import suppress

import numpy as np
import pytest
from lessons.lesson_source import LessonSource, columns_in, numbers

from poucet import PoucetError, School, auction, class_sizes, directory, price
from poucet.classroom import check
from poucet.i18n import in_language
from poucet.market import (
    FEES,
    CounterBudget,
    bid_request,
    child_rule,
    dollars,
    draw_bids,
    earnings,
    exchange,
    fields,
    prices,
    segments,
)

LESSON = LessonSource("06_what_are_you_worth.py")

MONEY = "€ \u00a0"
EVA, MANON = 30, 55
WORTH, PLACES = 1.50, 100_000


@pytest.fixture(scope="module")
def school_file(school):
    file = directory(school)
    file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
    return file


@pytest.fixture(scope="module")
def homes(school):
    return segments(directory(school))


def said(language, french, english):
    """Give the one cell in which a sentence of this language stands."""
    (text,) = [
        text for text in LESSON.prose(language) if {"fr": french, "en": english}[language] in text
    ]
    return text


def test_no_dollar_sign_can_be_taken_for_a_formula(language):
    assert not [text for text in LESSON.prose(language) if "$" in text]


# Parts 1 and 2: the message


def test_the_message_says_what_the_prose_says_of_eva(homes, school):
    eva = homes[EVA - 1]
    request = bid_request(eva)
    assert school.columns["given_name"][EVA - 1] == "Eva"
    assert school.columns["sex"][EVA - 1] == "F"
    assert school.columns["level"][EVA - 1] == "première"
    assert "téléphone" in school.columns["devices"][EVA - 1]
    assert request["tmax"] == 100  # milliseconds: a tenth of a second
    assert {98, 122, 63} <= set(eva.numbers)
    assert not {3, 49, 50} & set(eva.numbers)  # neither age nor sex
    (income,) = [shelf for shelf in eva.segments if shelf.number == 63]
    assert income.guess
    assert income.because == ("scholarship",)
    sent = fields(request)
    for name in ("Eva", school.columns["family_name"][EVA - 1]):
        assert name not in map(str, sent.values())


def test_as_many_avatars_are_of_age_as_said(language, homes):
    text = said(language, "ont déjà 18 ans", "are already 18")
    words = {"fr": "Vingt-huit avatars sur 1100", "en": "Twenty-eight avatars out of 1100"}
    assert words[language] in text
    assert sum(home.adult for home in homes) == 28
    assert all({3} <= set(home.numbers) for home in homes if home.adult)


def test_the_child_rule_leaves_the_shelves_and_takes_numbers_and_place(homes):
    for home in (homes[EVA - 1], homes[6]):
        sent, as_child = (fields(one) for one in (bid_request(home), child_rule(bid_request(home))))
        gone = set(sent) - set(as_child)
        assert {"device.ifa", "user.id", "device.geo.city", "device.geo.zip"} <= gone
        shelves = {name: value for name, value in sent.items() if ".segment[" in name}
        assert shelves
        assert shelves.items() <= as_child.items()


# Part 3: the broker


def test_the_first_bet_is_two_thousand(language):
    simple = price(["sex", "birth_date", "commune"]).amount
    answer = r"\*\*(?:Premier pari|First bet)\*\*\s?: (\d+)"
    assert float(re.search(answer, LESSON.answers(language))[1]) == pytest.approx(1 / simple)


def test_the_prices_of_the_records_are_computed(language):
    for columns, amount in LESSON.table(language, 0):
        assert price(columns_in(columns)).amount == pytest.approx(float(amount))


def test_the_broker_s_challenges_have_the_answers_given(language, school):
    offered = re.findall(r'`"(\w+)"`', said(language, "Vous pouvez écrire", "You can write"))
    start = ["sex", "birth_date", "commune"]
    simple, month = price(start).amount, price(["sex", "birth_month", "commune"]).amount
    assert month == simple
    times = {name: price([*start, name]).amount / simple for name in set(offered) - set(start)}
    in_the_file = set(directory(School(seed=2, pupils=40)).columns)
    dearest = {name for name, factor in times.items() if round(factor) == 520}
    assert dearest & in_the_file == {"accommodation"}
    assert price(["accommodation"]).amount == price([*start, "accommodation"]).amount
    for rank in (2, 3):
        (answer,) = re.findall(
            rf"^- \*\*(?:Défi|Challenge) {rank}\*\*.*$",
            LESSON.answers(language),
            flags=re.MULTILINE,
        )
        assert columns_in(answer) == ["accommodation"]


# Parts 4 and 5: the auctions


@functools.cache
def rivals(rule):
    return draw_bids(PLACES, 9, price=rule, seed=6)


@functools.cache
def left_with(rule, bid):
    sale = auction(np.column_stack([rivals(rule), np.full(PLACES, bid)]), price=rule)
    paid = sale.paid[sale.winner == 9]
    return len(paid), float((WORTH - paid).sum() / 1000)


def test_the_tries_of_the_advertiser_are_computed(language):
    for rule, bid, won, left in LESSON.table(language, 1):
        places, money_left = left_with(rule.strip("`"), float(bid))
        assert places == int(won)
        assert abs(money_left) == pytest.approx(float(left), abs=0.005)


def test_the_best_bids_are_those_given(language):
    grid = [round(0.1 * step, 2) for step in range(3, 31)]
    best = {
        rule: max(grid, key=lambda bid: left_with(rule, bid)[1]) for rule in ("second", "first")
    }
    assert best["second"] == WORTH
    (line,) = [
        line for line in LESSON.answers(language).splitlines() if "5**" in line and "0.9" in line
    ]
    assert f"{best['first']:.1f}" in line
    assert left_with("first", WORTH)[1] == pytest.approx(0, abs=1e-6)


def test_the_cell_that_plays_refuses_a_comma():
    names = {"auction": auction, "draw_bids": draw_bids, "np": np}
    exec(LESSON.code_with("def play("), names)
    for wrong in ((0, 80), "0,80", None, -1):
        with pytest.raises(PoucetError):
            names["play"](wrong, "second")
    assert names["play"](0.80, "second") == pytest.approx(
        (*left_with("second", 0.80)[:1], 3.42, left_with("second", 0.80)[1]), abs=0.01
    )


def test_the_two_worlds_are_as_said(language):
    blind, knowing = (exchange(1000, profile=profile, seed=6) for profile in (False, True))
    cheaper = round(100 * (knowing.sale.paid < blind.sale.paid).mean())
    answer = r"\*\*(?:Deuxième pari|Second bet)\*\*\s?: (\d+)%"
    assert float(re.search(answer, LESSON.answers(language))[1]) == cheaper
    twice = said(language, "rapporte deux fois plus", "brings in twice as much")
    assert twice
    assert 1.8 < knowing.sale.revenue / blind.sale.revenue < 2.5
    lowest = np.sort(knowing.sale.paid)[:100].mean()
    assert lowest < 0.1 * knowing.sale.paid.mean()  # “worth nothing any more”
    quarter = said(language, "un quart des écrans", "a quarter of the screens")
    assert quarter
    assert 20 <= cheaper <= 30


def test_the_fees_shown_are_the_kit_s_and_the_challenge_is_computed(language):
    names = {}
    exec(LESSON.code_with("fees = {"), names)
    assert names["fees"] == FEES
    with_all = exchange(PLACES, seed=6, fees=names["fees"]).money.parts["publisher"]
    none = dict.fromkeys(FEES, 0)
    bare = exchange(PLACES, profile=False, seed=6, fees=none).money.parts["publisher"]
    (line,) = re.findall(
        r"^- \*\*(?:Défi|Challenge) 6\*\*.*$", LESSON.answers(language), re.MULTILINE
    )
    assert numbers(line)[1:] == [bare / 100, with_all / 100]
    text = said(language, "> Défi 6", "> Challenge 6")
    amounts = numbers(re.search(r"(?:> Défi 6|> Challenge 6).*", text)[0])[1:]
    assert amounts == [round(bare / 100), round(with_all / 100)]


# Part 6: the mistake


def test_manon_is_neither_ill_nor_poor_and_is_sold_as_both(school, homes):
    columns, secret = school.columns, school.truth.loc[MANON]
    assert columns["given_name"][MANON - 1] == "Manon"
    assert columns["accommodation"][MANON - 1] == "tiers-temps, ordinateur"
    assert columns["scholarship"][MANON - 1]
    assert not secret["illness"]
    assert not secret["money_trouble"]
    assert 63 in homes[MANON - 1].numbers
    assert not homes[MANON - 1].adult


def test_the_health_list_is_as_wrong_as_said(language, school, school_file):
    listed = (school_file["accommodation"] != "").to_numpy()
    ill = school.truth["illness"].to_numpy()
    counts = [listed.sum(), (listed & ~ill).sum(), (ill & ~listed).sum(), ill.sum()]
    (line,) = [
        line
        for text in LESSON.prose(language)
        for line in text.splitlines()
        if re.search("élèves de la liste|pupils on the list, 28", line)
    ]
    assert numbers(line) == counts
    (bet,) = re.findall(r"\*\*(?:Troisième pari|Third bet)\*\*.*", LESSON.answers(language))
    assert numbers(bet)[-2:] == [counts[1], counts[0]]
    assert f"high={counts[0]}" in LESSON.code_with("wrongly_on_the_list")
    assert str(counts[0]) in said(language, "### Troisième pari", "### Third bet")


def test_the_counter_is_computed(language, school, school_file):
    listed = (school_file["accommodation"] != "").sum()
    wrong = ((school_file["accommodation"] != "") & ~school.truth["illness"].to_numpy()).sum()
    rows = LESSON.table(language, 2)
    for columns, alone, accused, money, _kept in rows:
        held = columns_in(columns)
        assert class_sizes(school_file, by=held).unique == int(alone)
        on_it = listed if "accommodation" in held else 0
        assert int(accused) == (wrong if on_it else 0)
        rest = price([name for name in held if name != "accommodation"]).amount
        total = on_it * price(held).amount + (school.size - on_it) * rest
        assert float(money.strip(MONEY)) == pytest.approx(total, abs=0.005)
    shown = {}
    exec(re.search(r"held = \[\n.*?\n\]", LESSON.code_with("held = ["), re.DOTALL)[0], shown)
    assert shown["held"] == [columns_in(row[0]) for row in rows]
    assert float(rows[0][3].strip(MONEY)) < 12
    assert said(language, "Moins de douze euros", "Less than twelve euros")


# Part 7: units and the budget


def test_the_three_traps_and_their_answers(language):
    table_of_prices = prices()
    true = {
        "a": table_of_prices["age_sex_place"].per("person"),
        "b": table_of_prices["profiled_impression"].per("impression"),
        "c": table_of_prices["facebook_us_canada_quarter"].per("person_year"),
    }
    names = {"prices": prices, "check": lambda *_given: None}
    exec(LESSON.code_with('check("A"'), names)
    for letter, factor in (("a", 100), ("b", 1000), ("c", 1 / 4)):
        assert names[letter] == pytest.approx(true[letter] * factor)  # only the unit is wrong
    text = LESSON.answers(language)
    found = re.search(r"A ([\d.]+) ?; B ([\d.]+) ?; C ([\d.]+\d)", text)
    assert [float(one) for one in found.groups()] == pytest.approx(list(true.values()))
    with pytest.raises(PoucetError):
        table_of_prices["health"].per("cpm")


def test_what_a_pupil_brings_in_is_computed(language, school):
    everything = [*directory(school).columns, "trail"]
    totals = [
        earnings(everything, uses=uses).total
        for uses in (["page_ads"], ["profiled_ads"], ["profiled_ads", "records"])
    ]
    line = re.search(
        r"(?:Un élève rapporte|A pupil brings in) (.*?)\.\s", LESSON.answers(language)
    )[1]
    assert numbers(line) == [round(total, 2) for total in totals]
    habits = earnings(everything, uses=["page_ads"]).habits
    text = said(language, "**Suppositions du kit**", "**The kit’s assumptions**")
    assert numbers(text) == [habits.ads_a_day, habits.days, round(100 * habits.publisher)]


def test_the_budget_without_selling_is_the_kit_s(language):
    names = {"say": lambda budget: names.update(budget=budget), "CounterBudget": CounterBudget}
    exec(LESSON.code_with("costs = {"), names)
    budget = names["budget"]
    assert budget == CounterBudget()
    assert budget.per_pupil == 1
    assert f"{budget.yardstick:.2f}" == "1.08"
    (line,) = [line for line in LESSON.answers(language).splitlines() if "909" in line]
    assert f"{CounterBudget(names['costs'], 1100).per_pupil:.2f}" in line


# Part 8: the exercises


def solved(names):
    for start in ("def winner(", "def paid(", "def revenue_of(", "def merge("):
        exec(LESSON.code_with(start), names)
    return names


def fresh():
    return {"check": check, "draw_bids": draw_bids, "auction": auction}


def test_the_solutions_pass(capsys):
    solved(fresh())
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 7


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("winner", "> bids[best]", ">= bids[best]"),
        ("winner", "> bids[best]", "< bids[best]"),
        ("winner", "return best", "return bids[best]"),
        ("paid", "max(max(others), floor)", "max(others)"),
        ("paid", "max(max(others), floor)", "max(bids)"),
        ("paid", "max(max(others), floor)", "min(max(others), floor)"),
        ("paid", "others = bids[:best] + bids[best + 1 :]", "bids.pop(best); others = bids"),
        ("paid", "others = bids[:best] + bids[best + 1 :]",
         "others = [bid for bid in bids if bid != bids[best]]"),
        ("paid", "if bids[best] < floor", "if False"),
        ("revenue_of", " / 1000", ""),
        ("revenue_of", "total + paid", "paid"),
        ("merge", "        merged.append(row)", "            merged.append(row)"),
    ],
)  # fmt: skip
def test_no_usual_mistake_passes(name, right, wrong, capsys):
    names = solved(fresh())
    capsys.readouterr()
    cell = LESSON.code_with(f"def {name}(")
    assert right in cell
    with suppress(ValueError):  # an emptied list: the hints have begun by then
        exec(cell.replace(right, wrong), names)
    assert "→" in capsys.readouterr().out


def test_the_merge_gives_the_revenue_of_the_counter(school_file, language, capsys):
    names = solved(fresh())
    names |= {
        "file": school_file, "price": price, "price_list": prices(), "dollars": dollars,
        "on_the_list": (school_file["accommodation"] != "").to_numpy(),
    }  # fmt: skip
    with in_language("en"):
        exec(LESSON.code_with("def worth_of("), names)
        shown = capsys.readouterr().out.splitlines()[-1]
        before, after = LESSON.table(language, 2)[1][3], LESSON.table(language, 2)[0][3]
        before, after = (f"${money.strip(MONEY)}" for money in (before, after))
        assert shown == f"{before} → {after}"
        # the symptom that the teacher's page gives of a row changed in place
        exec(LESSON.code_with("def merge(").replace("dict(pupil)", "pupil"), names)
        exec(LESSON.code_with("def worth_of("), names)
    assert capsys.readouterr().out.splitlines()[-1] == f"{after} → {after}"


# What must not be said


def test_the_published_numbers_are_those_of_their_sources(language):
    text = said(language, "### C’est arrivé", "### It has happened")
    known = {2022, 164, 49, 146, 2024, 750000, 237000, 2019, 2017}
    assert set(numbers(text)) == known
    assert 376 in numbers(said(language, "ICCL, 2022).", "ICCL, 2022)."))


def test_the_recruiter_s_price_is_never_given(language):
    text = said(language, "### Et les recruteurs", "### What about recruiters")
    assert {"fr": "aucun prix", "en": "no price"}[language] in text
    assert set(numbers(text)) <= {2017, 0, 100}


def test_the_middlemen_s_shares_are_called_an_assumption(language):
    text = said(language, "### Où va chaque centime", "### Where does each cent go")
    assert {"fr": "**hypothèse**", "en": "**assumption**"}[language] in text


def test_both_languages_quote_the_same_numbers():
    pairs = zip(LESSON.prose("fr"), LESSON.prose("en"), strict=True)
    for french, english in pairs:
        assert sorted(numbers(french)) == sorted(numbers(english)), french[:200]
