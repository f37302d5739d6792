"""A4 sheets for a black-and-white printer: fonts, headings, tables, the footer of every page."""

from __future__ import annotations

import datetime
import gc
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont
from fpdf.prefs import ViewerPreferences

from poucet.classroom.pebbles import handful
from poucet.exports.formats.atomic import said_in_a_sentence
from poucet.i18n import gettext as _
from poucet.i18n import language

MARGIN = 15.0
WIDTH = 180.0  # of A4, in millimetres, between the margins
_FONT = "DejaVu"
_GREYS = (70, 120, 165, 205, 240)
# Any day, so long as it never moves: the same cards must be the same bytes.
_CREATED = datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)


class Sheet(FPDF):
    """A document of A4 pages, in the language in use, with its title in its metadata.

    Parameters
    ----------
    title : str
        Name of the game or worksheet, repeated at the foot of each page.
    """

    def __init__(self, title: str) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        import matplotlib

        fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
        self.add_font(_FONT, "", fonts / "DejaVuSans.ttf")
        self.add_font(_FONT, "B", fonts / "DejaVuSans-Bold.ttf")
        self.title_of_sheet = title
        self.set_title(title)
        self.set_author("poucet")
        self.set_creator("poucet")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_lang({"fr": "fr-FR", "en": "en-GB"}[language()])
        self.set_creation_date(_CREATED)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=18)

    def put_away(self) -> None:
        """Close the font files of a document that will not be written out."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def save(self, file: Path) -> None:
        """Write the document, once; an earlier one of the same name is replaced.

        Parameters
        ----------
        file : pathlib.Path
            The PDF file; its folder is made if need be.

        Raises
        ------
        poucet.errors.PoucetError
            If the file cannot be written.
        """
        document = self.output()  # which closes the font files, whatever the disk says next
        self.fonts.clear()
        gc.collect()  # a font's tables hold one another: megabytes, kept until Python next looks
        with said_in_a_sentence(file.parent):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(document)

    def footer(self) -> None:
        """Say on every page what it belongs to, and that nobody on it exists."""
        self.set_y(-12)
        self.set_font(_FONT, "", 8)
        about = _("{title} · personnages fictifs · poucet, CC BY-SA 4.0").format(
            title=self.title_of_sheet
        )
        self.cell(WIDTH - 20, 5, about)
        self.cell(20, 5, str(self.page_no()), align="R")

    def write_font(self, size: float, bold: bool = False) -> None:
        """Choose the size of what is written next, in points."""
        self.set_font(_FONT, "B" if bold else "", size)

    def fit(
        self, width: float, text: str, size: float, *, height: float, bold: bool = False
    ) -> None:
        """Write one line from where the pen stands, smaller if it would not hold in the width."""
        self.write_font(size, bold)
        while self.get_string_width(text) > width - 2 and size > 6:
            size -= 0.5
            self.write_font(size, bold)
        self.cell(width, height, text)

    def heading(self, text: str, size: float = 13) -> None:
        """Write a heading on its own line, with some air above it."""
        self.ln(2.5)
        self.write_font(size, bold=True)
        self.multi_cell(WIDTH, size * 0.5, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1)

    def paragraph(self, text: str, size: float = 10.5) -> None:
        """Write a paragraph; ``**…**`` is bold."""
        self.write_font(size)
        self.multi_cell(
            WIDTH, size * 0.5, text, align="L", markdown=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )
        self.ln(1)

    def bullets(self, items: list[str], size: float = 10.5) -> None:
        """Write a list."""
        for item in items:
            self.write_font(size)
            self.cell(5, size * 0.5, "•")
            self.multi_cell(
                WIDTH - 5,
                size * 0.5,
                item,
                align="L",
                markdown=True,
                new_x=XPos.LMARGIN,
                new_y=YPos.NEXT,
            )
            self.ln(0.8)

    def boxed(self, text: str, size: float = 10.5) -> None:
        """Write what must not be missed, in a frame."""
        self.ln(1)
        self.write_font(size)
        self.multi_cell(
            WIDTH,
            size * 0.52,
            text,
            border=1,
            align="L",
            markdown=True,
            padding=3,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )
        self.ln(1)

    def grid(
        self,
        rows: list[list[str]],
        widths: tuple[int, ...],
        size: float = 10,
        line_height: float | None = None,
    ) -> None:
        """Write a table whose first row is its header; widths are shares of the page's."""
        self.write_font(size)
        with self.table(
            rows,
            col_widths=widths,
            text_align="LEFT",
            markdown=True,
            line_height=line_height or size * 0.5,
            padding=1,
            width=int(WIDTH),
        ):
            pass
        self.ln(1)

    def pebbles(self, number: int, x: float, y: float, side: float) -> None:
        """Draw an avatar's handful of pebbles in greys, in a square whose corner is (x, y)."""
        scale = side / 100
        self.set_draw_color(40)
        for stone in handful(number):
            centre = x + stone.x * scale, y + stone.y * scale
            self.set_fill_color(_GREYS[stone.shade])
            with self.rotation(-stone.turn, *centre):
                self.ellipse(
                    centre[0] - stone.long * scale,
                    centre[1] - stone.short * scale,
                    2 * stone.long * scale,
                    2 * stone.short * scale,
                    style="DF",
                )
        self.set_draw_color(0)
        self.set_fill_color(255)

    def cut_line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw where scissors go."""
        self.set_dash_pattern(dash=2, gap=1.5)
        self.line(x1, y1, x2, y2)
        self.set_dash_pattern()
