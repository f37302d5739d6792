"""A school's day on its own server: a teacher and five pupils, from the accounts to the marks.

Run inside own_world.sh, as root of a machine that holds nobody else. It tells what each person saw,
as JSON; the tests judge. Two people work in their browsers; the others type nbgrader's commands.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
from assignments.paper import solved
from hub.people import HUB, Browser, as_account, environment_of
from jupyter_core.application import NoStart
from nbgrader.apps import NbGraderApp

SCHOOL, KIT = Path("/srv/school"), Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
EXCHANGE = SCHOOL / "exchange" / "poucet-fr"
COURSE = "/home/prof/cours"
facts: dict = {}
clock = time.monotonic()


def passed(stage):
    now = os.times()
    facts.setdefault("seconds", {})[stage] = [
        round(time.monotonic() - clock, 1),
        round(sum(now[:4]), 1),
    ]


def run(*command, **how):
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=300, **how
    )
    return [done.returncode, done.stdout, done.stderr]


def nbgrader(*typed):
    *typed, folder = typed
    os.chdir(folder)
    NbGraderApp.clear_instance()
    app = NbGraderApp.instance()
    with contextlib.suppress(NoStart):  # it has started another, and is done
        app.initialize(list(typed))
        app.start()
    return "done"


def answer(number, folder="A2"):
    """Write all answers in the notebook that was fetched, as this avatar."""
    path = Path(folder, "A2.ipynb")
    fetched = nbformat.read(path, as_version=4)
    path.write_text(nbformat.writes(solved("A2", "fr", number, fetched)), encoding="utf-8")


def begin(number):
    answer(number)
    path = Path("A2", "A2.ipynb")
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in ("q2", "q3"):
            cell.source = "raise NotImplementedError"
    path.write_text(nbformat.writes(notebook), encoding="utf-8")


def tried(path, how="read"):
    """Try to read a path, or to write beside it; tell what came of it."""
    path = Path(path)
    try:
        if how == "write":
            (path / "intruder").write_text("x")
        elif how == "list":
            list(path.iterdir())
        else:
            path.read_bytes()
    except OSError as error:
        return type(error).__name__
    return "done"


def cheat(neighbour):
    """Hand in by hand what nbgrader's command would not: links, and a neighbour's name."""
    inbound = EXCHANGE / "inbound"
    solution = "/home/prof/cours/source/fr/A2/A2.ipynb"
    for who, stamp in (("a05", "2099-01-01 00:00:00.000000 UTC"), (neighbour, "2099-01-02")):
        place = inbound / f"{who}+A2+{stamp}+x"
        place.mkdir()
        place.chmod(0o777)
        (place / "A2.ipynb").symlink_to(solution)
        (place / "submission_secret.txt").write_text("0")
        (place / "submission_secret.txt").chmod(0o644)
    (inbound / "a05+A2+nonsense").symlink_to("/home/prof")
    return "done"


def made():
    """The administrator writes the configuration and makes the accounts, twice."""
    facts["hub"] = run(PROGRAMS / "python", "-m", "poucet.cli", "hub", SCHOOL, "--lang", "fr")
    assert facts["hub"][0] == 0, facts["hub"]
    facts["create"] = [run(SCHOOL / "accounts.sh", "create", 5) for _ in range(2)]
    lines = (SCHOOL / "passwords.txt").read_text().splitlines()
    facts["modes"] = {
        str(path): oct(path.stat().st_mode & 0o7777)
        for path in [
            SCHOOL / "passwords.txt",
            *Path("/home").iterdir(),
            Path("/home/prof/cours"),
            KIT / "assignments",
        ]
    }
    return dict(line.split() for line in lines)


def known():
    for listed in ("passwd", "shadow", "group"):
        for line in Path("/etc", listed).read_text().splitlines():
            yield f"{listed} {line.split(':')[0]}"


def opened():
    said = (SCHOOL / "hub.log").open("w")
    started = subprocess.Popen(
        [PROGRAMS / "jupyterhub", "-f", SCHOOL / "jupyterhub_config.py"],
        stdout=said,
        stderr=said,
        cwd=SCHOOL,
    )
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{HUB}/hub/login")
            return started
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the Hub")


def day():
    before = set(known())
    passwords = made()
    passed("accounts made")
    hub = opened()
    passed("the Hub answers")
    facts["wrong password"] = Browser("a01", "guessed").signed_in
    people = {name: Browser(name, secret) for name, secret in passwords.items()}
    facts["login page"] = people["a01"].page
    facts["signed in"] = {name: who.signed_in for name, who in people.items()}
    prof, a01 = people["prof"], people["a01"]
    for who in (prof, a01):
        who.ask_for_server()
    facts["lab page"] = {who.name: who.wait_for_server() for who in (prof, a01)}
    passed("two servers ready")
    env = {who.name: environment_of(who.name) for who in (prof, a01)}
    for who in (prof, a01):
        facts.setdefault("home", {})[who.name] = [
            one["path"] for one in who.get("api/contents/lecons").json()["content"]
        ]

    def teach(*typed):
        return as_account("prof", nbgrader, *typed, COURSE, environment=env["prof"])

    def learn(name, *typed):
        return as_account(name, nbgrader, *typed, f"/home/{name}", environment=env["a01"])

    for step in ("generate_assignment", "release_assignment"):
        facts[step] = teach(step, "A2")
    passed("A2 given out")

    asked = {"course_id": "poucet-fr", "assignment_id": "A2"}
    facts["a01 fetched"] = a01.send("POST", "assignments/fetch", data=asked)
    notebook = a01.get("api/contents/A2/A2.ipynb").json()["content"]
    done = solved("A2", "fr", 1, nbformat.from_dict(notebook))
    a01.send("PUT", "api/contents/A2/A2.ipynb", json={"type": "notebook", "content": done})
    facts["a01 handed in"] = a01.send("POST", "assignments/submit", data=asked)
    for name in ("a02", "a03", "a04", "a05"):
        facts[f"{name} fetched"] = learn(name, "fetch_assignment", "A2")
    as_account("a02", answer, 2)
    as_account("a03", begin, 3)
    as_account("a04", answer, 2)  # the neighbour's number
    as_account("a05", answer, 5)
    for name in ("a02", "a03", "a04", "a05"):
        facts[f"{name} handed in"] = learn(name, "submit", "A2")
    facts["a05 cheats"] = as_account("a05", cheat, "a02")
    passed("five hand-ins")

    facts["collected"] = teach("collect", "A2", "--update")
    facts["submitted"] = sorted(
        str(path.relative_to(f"{COURSE}/submitted/fr"))
        for path in Path(COURSE, "submitted/fr").rglob("*")
        if path.is_file()
    )
    facts["solution handed in"] = any(
        "BEGIN HIDDEN" in path.read_text()
        for path in Path(COURSE).glob("submitted/fr/*/A2/*.ipynb")
    )
    passed("collected")
    grading = (
        *("setpriv", "--reuid=prof", "--regid=prof", "--init-groups", "--reset-env", "env"),
        *(f"{key}={env['prof'][key]}" for key in ("PATH", "POUCET_LANG", "JUPYTER_CONFIG_PATH")),
        *(PROGRAMS / "python", "-m", "poucet.cli"),
        *("grade", "A2", "submitted/fr", "--course", "."),
    )
    facts["grade"] = run(*grading, cwd=COURSE)
    if facts["grade"][0] == 2:  # no sandbox here: another test says so
        facts["grade"] = run(*grading, "--no-sandbox", cwd=COURSE)
    table = Path(COURSE, "grading/fr/A2/A2.csv")
    facts["marks"] = table.read_text(encoding="utf-8") if table.exists() else ""
    passed("graded")
    facts["released"] = teach("release_feedback", "A2")
    facts["a01 feedback"] = a01.send("POST", "assignments/fetch_feedback", data=asked)
    for name in ("a02", "a03", "a04", "a05"):
        learn(name, "fetch_feedback", "A2")
    for name in facts["signed in"]:
        pages = Path("/home", name).rglob("feedback/*/*.html")
        facts.setdefault("pages", {})[name] = [page.read_text(encoding="utf-8") for page in pages]
    passed("pages read")
    facts["formgrader"] = {
        who.name: [answer.status_code, answer.text, answer.headers.get("Content-Security-Policy")]
        for who in (prof, a01)
        for answer in [who.get("formgrader/gradebook/A2/A2" if who is prof else "formgrader")]
    }
    [listed, *_] = prof.get("formgrader/api/submitted_notebooks/A2/A2").json()
    facts["a hand-in to mark"] = prof.get(f"formgrader/submissions/{listed['id']}/").text
    one = next(EXCHANGE.glob("inbound/a01+A2+*"))
    doors = {
        "another's home": ("/home/a01", "list"),
        "another's notebook": ("/home/a01/A2/A2.ipynb", "read"),
        "the course": (COURSE, "list"),
        "a solution": (f"{COURSE}/source/fr/A2/A2.ipynb", "read"),
        "the gradebook": (f"{COURSE}/gradebook_fr.db", "read"),
        "the kit's solution": (KIT / "assignments" / "A2.py", "read"),
        "the kit's source": (KIT / "assignments" / "source" / "fr" / "A2" / "A2.ipynb", "read"),
        "the kit's history": (KIT / ".git" / "HEAD", "read"),
        "a teacher's lesson": (next((KIT / "lessons/fr/enseignant").glob("*.ipynb")), "read"),
        "a lesson's source": (next((KIT / "lessons").glob("02*.py")), "read"),
        "who handed in": (EXCHANGE / "inbound", "list"),
        "pages of all": (EXCHANGE / "feedback", "list"),
        "the Hub's state": (SCHOOL / "state", "list"),
        "the passwords": (SCHOOL / "passwords.txt", "read"),
        "the Hub's settings, changed": (SCHOOL, "write"),
        "what was given out, changed": (EXCHANGE / "outbound" / "A2", "write"),
    }
    facts["doors"] = {what: as_account("a02", tried, *door) for what, door in doors.items()}
    facts["open"] = as_account("a02", tried, KIT / "lessons" / "fr" / "02_suis-je-unique.ipynb")

    def away():
        try:
            one.rename(EXCHANGE / "inbound" / "gone")
        except OSError as error:
            return type(error).__name__
        return "done"

    facts["another's hand-in, taken away"] = as_account("a02", away)
    a02 = people["a02"]
    facts["another's server"] = a02.get("api/contents", of="a01").status_code
    facts["the teacher's server"] = a02.get("api/contents", of="prof").status_code
    facts["the Hub's list"] = a02.web.get(f"{HUB}/hub/api/users").status_code
    passed("doors tried")
    hub.terminate()
    hub.wait(60)
    passed("the Hub closed")
    facts["log"] = (SCHOOL / "hub.log").read_text()
    facts["would remove"] = run(SCHOOL / "accounts.sh", "remove")
    facts["remove"] = run(SCHOOL / "accounts.sh", "remove", "--yes")
    facts["left"] = [*(set(known()) - before), *map(str, Path("/home").iterdir())]
    passed("accounts gone")


if __name__ == "__main__":
    assert Path("/mnt/own_world").exists(), "run this through own_world.sh: it makes accounts"
    try:
        day()
    finally:
        facts["processor"] = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        if (SCHOOL / "hub.log").exists():
            facts["log"] = (SCHOOL / "hub.log").read_text()
        with os.fdopen(int(sys.argv[1]), "w") as told:
            json.dump(facts, told, default=str)
