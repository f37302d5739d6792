"""What a pupil reads after grading: marks and reasons, without the tests that were hidden.

The pupil opens one page at home. Success: each lost point has its sentence, the page speaks the
pupil's language, and it holds no hidden test, no traceback, and no address to fetch.
"""

from __future__ import annotations

import re
from typing import Any

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import Preprocessor
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests
from traitlets import Bool

from poucet.classroom.handout import ASSIGNMENTS, room
from poucet.i18n import LANGUAGES, in_language, number
from poucet.i18n import gettext as _

NO_RESPONSE = "No response."  # nbgrader's own comment on an answer nobody changed


def nbgrader_words() -> dict[str, str]:
    """Give the sentences that nbgrader shows a pupil, in the language in use."""
    return {
        "code_stub": _("# À vous d’écrire ici."),
        "text_stub": _("*Écrivez votre réponse ici, à la place de cette ligne.*"),
        "type_changed": _(
            "{num_changed} cellule(s) ont changé de type : la correction ne les reconnaîtra pas. "
            "Repartez du devoir distribué."
        ),
        "changed": _(
            "{num_changed} cellule(s) de test ont été modifiées : la correction se servira des "
            "tests d’origine."
        ),
        "failed": _(
            "{num_failed} test(s) ne passent pas encore : relisez les indices de check au-dessus."
        ),
        "passed": _("{num_passed} test(s) passent."),
        "timeout": _("Arrêté après 30 secondes : une boucle ne finit sans doute jamais."),
    }


def _page_words() -> dict[str, str]:
    return {
        "answer": _("Votre réponse"),
        "avatar": _("avatar"),
        "comment": _("Commentaire de votre professeur"),
        "late": _("Retard"),
        "mark": _("Note"),
        "marks": _("Vos points"),
        "question": _("Question"),
        "reason": _("Ce qu’en dit la correction"),
        "test": _("Test"),
        "title": _("Devoir {name} corrigé"),
    }


def points(score: float | None, best: float) -> str:
    """Write a mark; points that nobody has given yet show as dots.

    Examples
    --------
    >>> points(1.5, 2), points(None, 4)
    ('1,5 / 2', '… / 4')
    """
    texts = [
        "…" if value is None else number(value, 0 if value == int(value) else 1)
        for value in (score, best)
    ]
    return " / ".join(texts)


def question(grade_id: str) -> str:
    """Give the question's number from the name of its cell.

    Examples
    --------
    >>> question("q1b_premiere")
    '1b'
    """
    found = re.match(r"q(\d+[a-z]?)(_|$)", grade_id)
    return found[1] if found else grade_id


def _known_sentences(assignment: str) -> dict[str, str]:
    """Give the sentences of failed tests, in each language, and what the page then writes."""
    if assignment not in ASSIGNMENTS:
        return {}
    known = {}
    for message in room(assignment, "hints").MISSED.values():
        for code in LANGUAGES:
            with in_language(code):
                said = _(message)
            known[said] = _(message)
    return known


def verdict(cell: Any, known: dict[str, str]) -> str:
    """Say in one sentence how a test ended.

    Only the kit's own sentences are repeated: a pupil's code could raise an error that tells what
    the hidden test gave it.
    """
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if not errors:
        return _("Réussi.")
    name, value = errors[0].ename, errors[0].evalue
    if name == "AssertionError":
        return known.get(value, _("Le test affiché ne passe pas avec votre réponse."))
    if name == "CellTimeoutError":
        return nbgrader_words()["timeout"]
    if name == "CellWaitError":
        return _("Arrêté après une minute et demie : votre code attendait, sans rien calculer.")
    if re.fullmatch(r"\w{1,40}", name):
        return _("Votre code s’est arrêté pendant le test, sur {error}.").format(error=name)
    return _("Votre code s’est arrêté pendant le test.")


def safe_html(text: str) -> str:
    """Give a Markdown text as HTML, with whatever HTML a hand-in holds shown as plain text.

    Examples
    --------
    >>> safe_html("**oui** <script>")
    '<p><strong>oui</strong> &lt;script&gt;</p>'
    """
    html = MarkdownWithMath(renderer=IPythonRenderer(escape=True)).render(text)
    html = re.sub(r'href="(?!https?://|#)[^"]*"', 'href="#"', html)
    # a picture would be fetched from wherever it is: its words stay, as in a page without pictures
    return re.sub(r'<img src="[^"]*"(?: alt="([^"]*)")?[^>]*>', r"\1", html).strip()


class PupilFeedback(Preprocessor):
    """Turn a graded notebook into what its pupil may read."""

    enabled = Bool(True).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Drop hidden tests and tracebacks, and give the template its words.

        Parameters
        ----------
        nb : nbformat.NotebookNode
            The autograded notebook, its marks already in its metadata (nbgrader's `GetGrades`).
        resources : dict
            nbconvert's; ``resources["poucet"]`` is added: the page's words and the table of marks.
        """
        graded = resources["nbgrader"]
        known = _known_sentences(graded["assignment"])
        marks = []
        for cell in nb.cells:
            about = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "markdown":
                cell.metadata["html"] = safe_html(cell.source)
            for output in cell.get("outputs", ()):
                if output.output_type == "error" and len(output.traceback) > 1:
                    # the last line is what helps; the others show the kit's insides
                    output.traceback = [f"{output.ename}: {output.evalue}"]
            if about.get("comment") == NO_RESPONSE:
                about["reason"] = _("Pas de réponse.")
            elif about.get("comment"):
                about["comment_html"] = safe_html(about["comment"])
            if not about.get("grade"):
                continue
            if about.get("solution"):
                waits, reason = self._by_hand(about["grade_id"], graded)
            else:
                waits, reason = False, verdict(cell, known)
                ClearHiddenTests()._remove_hidden_test_region(cell)
                cell.source = cell.source.strip("\n")
                cell.outputs = []
            about["mark"] = points(None if waits else about["score"], about["points"])
            about["reason"], about["question"] = reason, question(about["grade_id"])
            marks.append(about)
        words = _page_words()
        resources["poucet"] = {
            "late": points(graded["late_penalty"], graded["max_score"]),
            "marks": marks,
            "title": words["title"].format(name=graded["assignment"]),
            "total": points(graded["score"], graded["max_score"]),
            "words": words,
        }
        return nb, resources

    def _by_hand(self, grade_id: str, graded: dict[str, Any]) -> tuple[bool, str]:
        """Tell whether a written answer still waits for the teacher, and say where it stands."""
        with Gradebook(graded["db_url"]) as marks:
            grade = marks.find_grade(
                grade_id, graded["notebook"], graded["assignment"], graded["student"]
            )
            if grade.needs_manual_grade:
                return True, _("Votre professeur n’a pas encore noté cette réponse.")
            if grade.manual_score is None:
                return False, _("Pas de réponse.")
            return False, _("Noté par votre professeur.")
