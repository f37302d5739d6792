"""What the standard accepts and refuses: each case changes one thing of a sound statement."""

import copy
import json

import pytest

from poucet.exports.formats.xapi_rules import statement_defect

UUID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"
AGENT = {"mbox": "mailto:lea@lycee-valmorne.example"}
ACCOUNT = {"homePage": "https://lycee-valmorne.example/", "name": "17"}
VERB = {"id": "https://lycee-valmorne.example/verbs/answered", "display": {"fr": "a répondu"}}
ACTIVITY = {"id": "https://lycee-valmorne.example/exercises/12"}
SHA2 = "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a"
WHOLE = {
    "id": UUID,
    "actor": {"objectType": "Agent", "name": "Léa", "account": ACCOUNT},
    "verb": VERB,
    "object": {
        "objectType": "Activity",
        "id": "https://lycee-valmorne.example/exercises/12",
        "definition": {
            "name": {"fr-FR": "Suites", "en": "Sequences"},
            "description": {"fr": "Une suite croît-elle ?"},
            "type": "https://lycee-valmorne.example/types/quiz",
            "moreInfo": "https://lycee-valmorne.example/about/12",
            "interactionType": "choice",
            "correctResponsesPattern": ["a"],
            "choices": [{"id": "a", "description": {"fr": "oui"}}, {"id": "b"}],
        },
    },
    "result": {
        "score": {"scaled": 0.5, "raw": 10, "min": 0, "max": 20},
        "success": True,
        "completion": False,
        "response": "a",
        "duration": "PT1M35.5S",
        "extensions": {"https://lycee-valmorne.example/x": None},
    },
    "context": {
        "registration": UUID,
        "instructor": AGENT,
        "team": {"objectType": "Group", "member": [AGENT]},
        "contextActivities": {"parent": ACTIVITY, "grouping": [ACTIVITY]},
        "revision": "2",
        "platform": "ENT",
        "language": "fr-FR",
        "statement": {"objectType": "StatementRef", "id": UUID},
        "extensions": {"https://lycee-valmorne.example/device": {"kind": ["phone", None]}},
    },
    "timestamp": "2026-09-07T08:02:11.25+02:00",
    "stored": "2026-09-07T06:02:12Z",
    "authority": {"objectType": "Group", "member": [AGENT, {"account": ACCOUNT}]},
    "version": "1.0.3",
    "attachments": [
        {
            "usageType": "https://lycee-valmorne.example/attachments/photo",
            "display": {"fr": "photo"},
            "contentType": "image/jpeg; quality=high",
            "length": 12,
            "sha2": SHA2,
            "fileUrl": "https://lycee-valmorne.example/files/1",
        }
    ],
}
GONE = object()


def changed(path, value):
    """Give the whole statement with one place changed, or gone."""
    statement = copy.deepcopy(WHOLE)
    *parents, last = path.split("/")
    place = statement
    for name in parents:
        place = place[int(name) if isinstance(place, list) else name]
    if value is GONE:
        del place[last]
    else:
        place[int(last) if isinstance(place, list) else last] = value
    return statement


def test_a_statement_that_uses_everything_is_sound():
    assert statement_defect(WHOLE) is None


SOUND = [
    ("id", GONE),
    ("actor", AGENT),
    ("actor", {"mbox_sha1sum": "cd9b00a5611f94eaa7b1661edab976068e364975"}),
    ("actor", {"openid": "https://lycee-valmorne.example/id/lea"}),
    ("actor", {"objectType": "Group", "member": [AGENT]}),
    ("actor", {"objectType": "Group", "mbox": "mailto:2de1@lycee-valmorne.example"}),
    ("verb/display", GONE),
    ("verb/display", {}),
    ("verb/id", "tag:lycee-valmorne.example,2026:vérifié"),
    ("object/definition", {}),
    ("object/objectType", GONE),
    ("object/definition/name", {"zh-Hant-TW": "序列", "x-prive": "…", "de-CH-1996": "Folgen"}),
    ("result/score", {"scaled": -1}),
    ("result/score", {"raw": 15.5}),
    ("result/duration", "P3Y6M4DT12H30M5S"),
    ("result/duration", "P4W"),
    ("result/duration", "PT0.25H"),
    ("result/extensions", {}),
    ("timestamp", "2026-09-07T08:02:11"),
    ("timestamp", "2028-02-29T08:02:11-0430"),
    ("timestamp", "2016-12-31T23:59:60Z"),
    ("version", "1.0"),
    ("attachments", []),
]


@pytest.mark.parametrize(("path", "value"), SOUND)
def test_other_sound_statements(path, value):
    assert statement_defect(changed(path, value)) is None


BROKEN = [
    ("actor", GONE),
    ("verb", GONE),
    ("object", GONE),
    ("result", None),
    ("Actor", AGENT),
    ("id", UUID[:-1]),
    ("id", UUID.replace("-4", "-9")),
    ("id", 12),
    ("actor", "lea"),
    ("actor", {}),
    ("actor", {"name": "Léa"}),
    ("actor", {**AGENT, "account": ACCOUNT}),
    ("actor", {"mbox": "lea@lycee-valmorne.example"}),
    ("actor", {"mbox": "mailto:lea"}),
    ("actor", {"mbox_sha1sum": "cd9b00a5611f94eaa7b1661edab976068e36497"}),
    ("actor", {"openid": "lea"}),
    ("actor", {"objectType": "agent", **AGENT}),
    ("actor", {"objectType": "Activity", **ACTIVITY}),
    ("actor", {"objectType": "Group"}),
    ("actor", {"objectType": "Group", "member": []}),
    ("actor", {"objectType": "Group", "member": AGENT}),
    ("actor", {"objectType": "Group", "member": [{"objectType": "Group", "member": [AGENT]}]}),
    ("actor", {**AGENT, "member": [AGENT]}),
    ("actor/account/name", GONE),
    ("actor/account/name", 17),
    ("actor/account/homePage", "lycee-valmorne"),
    ("actor/name", 12),
    ("verb/id", "answered"),
    ("verb/id", "https://lycee-valmorne.example/a b"),
    ("verb/display", "a répondu"),
    ("verb/display", {"français": "a répondu"}),
    ("verb/display", {"fr": 1}),
    ("object", []),
    ("object/objectType", "activity"),
    ("object/id", GONE),
    ("object/definition", "quiz"),
    ("object/definition/type", "quiz"),
    ("object/definition/interactionType", "Choice"),
    ("object/definition/interactionType", GONE),
    ("object/definition/interactionType", "likert"),
    ("object/definition/choices/1/id", "a"),
    ("object/definition/choices/1", {"description": {}}),
    ("object/definition/correctResponsesPattern", "a"),
    ("object/definition/extensions", {"device": 1}),
    ("result/score", 10),
    ("result/score/scaled", 1.01),
    ("result/score/scaled", "0.5"),
    ("result/score/raw", 21),
    ("result/score/raw", True),
    ("result/score/min", 20),
    ("result/success", "true"),
    ("result/completion", 1),
    ("result/response", 4),
    ("result/duration", "P"),
    ("result/duration", "PT"),
    ("result/duration", "P1.5DT2H"),
    ("result/duration", "35 s"),
    ("result/duration", "P1W2D"),
    ("context/registration", "inscription"),
    ("context/instructor", {"objectType": "Agent"}),
    ("context/team", AGENT),
    ("context/contextActivities", {"child": ACTIVITY}),
    ("context/contextActivities/grouping", [AGENT]),
    ("context/revision", 2),
    ("context/platform", 2),
    ("context/language", "français"),
    ("context/statement", {"id": UUID}),
    ("context/statement/id", "12"),
    ("context/extensions", None),
    ("timestamp", "07/09/2026"),
    ("timestamp", "2026-02-29T08:02:11Z"),
    ("timestamp", "2026-09-07T08:02:99Z"),
    ("timestamp", "2026-09-07T08:02:11-00:00"),
    ("timestamp", "2026-09-07"),
    ("stored", 12),
    ("authority", {"objectType": "Group", "member": [AGENT]}),
    ("authority", {"objectType": "Group", "member": [AGENT, AGENT, AGENT]}),
    ("authority/mbox", "mailto:2de1@lycee-valmorne.example"),
    ("version", "1.1.0"),
    ("version", 1.0),
    ("attachments", {}),
    ("attachments/0", "photo"),
    ("attachments/0/sha2", GONE),
    ("attachments/0/sha2", "abc"),
    ("attachments/0/length", -1),
    ("attachments/0/length", "12"),
    ("attachments/0/contentType", "photo"),
    ("attachments/0/fileUrl", "photo.jpg"),
    ("object", AGENT | {"objectType": "Agent"}),  # revision and platform speak of an activity
    ("verb/id", "http://adlnet.gov/expapi/verbs/voided"),
    ("pebble", 1),
]


@pytest.mark.parametrize(("path", "value"), BROKEN)
def test_what_the_standard_refuses(path, value):
    defect = statement_defect(changed(path, value))
    assert defect is not None and defect.endswith(".") and "\n" not in defect


def sub_statement(**changes):
    inner = {"objectType": "SubStatement", "actor": AGENT, "verb": VERB, "object": ACTIVITY}
    return {"actor": AGENT, "verb": VERB, "object": inner | changes}


def test_a_statement_about_a_statement():
    assert statement_defect(sub_statement()) is None
    for name in ("id", "stored", "version", "authority"):
        assert name in statement_defect(sub_statement(**{name: WHOLE[name]}))
    assert statement_defect(sub_statement(object=sub_statement()["object"])) is not None
    assert statement_defect(sub_statement(context={"platform": "ENT"})) is None
    assert statement_defect(
        sub_statement(
            context={"platform": "ENT"}, object={"objectType": "StatementRef", "id": UUID}
        )
    )


def test_statements_nested_without_end_are_refused_at_the_second():
    deep = "{}"
    for _ in range(300):
        deep = json.dumps(sub_statement(object=json.loads(deep))["object"])
    assert statement_defect({"actor": AGENT, "verb": VERB, "object": json.loads(deep)})


@pytest.mark.parametrize("other", [None, 3, "x", [], [WHOLE]])
def test_what_is_no_statement(other):
    assert statement_defect(other) is not None


def test_the_sentence_says_where_and_what():
    defect = statement_defect(changed("result/score/scaled", 3))
    assert "result.score.scaled" in defect and "3" in defect
