"""Read the source of a lesson as its readers do, so that a test can recompute what it says."""

import re
from pathlib import Path

from poucet.classroom.build_source import read_source

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = {"fr": "## Réponses attendues", "en": "## Expected answers"}


def plain(text, language):
    """Write numbers as Python reads them: no thousands separator, a decimal point."""
    if language == "en":
        return re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"(?<=\d)[\u202f\u00a0 ](?=\d{3}\b)", "", text)
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return re.sub(r"(?<=\d)[\u00a0\u202f ]%", "%", text)


def numbers(text):
    """Give every number of a plain text."""
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


def columns_in(text):
    """Give the names written as code."""
    return re.findall(r"`(\w+)`", text)


class LessonSource:
    """One lesson, by the name of its file."""

    def __init__(self, name):
        self.cells = read_source(ROOT / "lessons" / name, ROOT).cells

    def codes(self, language=None):
        """Give the code cells; with a language, those that its notebooks have."""
        return [
            cell.text
            for cell in self.cells
            if cell.kind == "code" and (language is None or cell.language in (None, "", language))
        ]

    def code_with(self, text, language=None):
        """Give the one code cell that holds this text."""
        (found,) = [code for code in self.codes(language) if text in code]
        return found

    def prose(self, language):
        """Give the texts of one language, their numbers made plain."""
        return [
            plain(cell.text, language)
            for cell in self.cells
            if cell.kind == "markdown" and cell.language == language
        ]

    def section(self, language, start):
        """Give the one text that starts so."""
        (found,) = [text for text in self.prose(language) if text.startswith(start)]
        return found

    def text_with(self, language, *words):
        """Give the one text that holds all these words."""
        (found,) = [text for text in self.prose(language) if all(word in text for word in words)]
        return found

    def answers(self, language):
        """Give the teacher's expected answers."""
        return self.section(language, ANSWERS[language])

    def table(self, language, rank):
        """Give the body rows of one Markdown table of the expected answers."""
        tables = re.findall(r"(?:^\|.*\|$\n?)+", self.answers(language), flags=re.MULTILINE)
        return [line.strip("| ").split(" | ") for line in tables[rank].splitlines()][2:]
