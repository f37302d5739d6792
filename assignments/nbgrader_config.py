"""The nbgrader course of the kit. ``POUCET_LANG=fr`` (default) or ``en`` picks the language.

Run nbgrader's commands in this folder. One language has its own sources, releases, hand-ins, marks
and feedback, so a bilingual school can teach both without mixing two classes.
"""

from pathlib import Path

import nbgrader
from poucet.classroom.feedback import PupilFeedback, nbgrader_words, safe_html
from poucet.i18n import in_language, language

from nbgrader.preprocessors import GetGrades
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor

c = get_config()
LANGUAGE = language()
HERE = Path(__file__).resolve().parent

c.CourseDirectory.course_id = f"poucet-{LANGUAGE}"
c.CourseDirectory.root = str(HERE)
for step in ("source", "release", "submitted", "autograded", "feedback"):
    setattr(c.CourseDirectory, f"{step}_directory", f"{step}/{LANGUAGE}")
c.CourseDirectory.db_url = f"sqlite:///{HERE / f'gradebook_{LANGUAGE}.db'}"

# What the pupil finds instead of the solution. "###" marks stay nbgrader's own: its documentation
# and JupyterLab's assignment panel speak of "### BEGIN SOLUTION".
with in_language(LANGUAGE):
    said = nbgrader_words()
c.ClearSolutions.code_stub = {"python": said["code_stub"]}
c.ClearSolutions.text_stub = said["text_stub"]
c.Validator.type_changed_warning = said["type_changed"]
c.Validator.changed_warning = said["changed"]
c.Validator.failed_warning = said["failed"]
c.Validator.passed_warning = said["passed"]

# A whole solved assignment runs in three seconds: a cell that takes 30 is an endless loop.
c.Execute.timeout = 30
c.Execute.interrupt_on_timeout = True
c.Execute.error_on_timeout = {
    "ename": "CellTimeoutError",
    "evalue": said["timeout"],
    "traceback": [said["timeout"]],
}
c.LimitOutput.max_lines = 200

# The feedback page is the kit's: in the reader's language, without hidden tests, and with nothing to
# fetch from anywhere. Set under GenerateFeedback, for the formgrader has its own page.
c.GenerateFeedback.preprocessors = [GetGrades, PupilFeedback, CSSHTMLHeaderPreprocessor]
c.GenerateFeedback.HTMLExporter.template_name = "poucet_feedback"
c.GenerateFeedback.HTMLExporter.extra_template_basedirs = [str(HERE / "templates")]
c.GenerateFeedback.HTMLExporter.language_code = LANGUAGE
c.GenerateFeedback.HTMLExporter.sanitize_html = True

# The formgrader's page of a hand-in is nbgrader's own, without the address that it loads formulas
# from, and what a pupil wrote is shown as text: a script in a hand-in would run with your rights.
TEMPLATES = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
c.HTMLExporter.template_name = "poucet_formgrader"
c.HTMLExporter.extra_template_basedirs = [str(HERE / "templates"), str(TEMPLATES)]
c.HTMLExporter.extra_template_paths = [str(TEMPLATES)]
c.HTMLExporter.filters = {"markdown2html": safe_html}
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.language_code = LANGUAGE
