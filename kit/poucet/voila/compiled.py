"""Compiles the templates of a page once for all visitors.

Voilà makes a new exporter for each visit, which reads and compiles some twenty templates again: on
a slow machine a second of work a visitor, one after the other.
"""

from __future__ import annotations

from types import CodeType

import voila.notebook_renderer
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from voila.exporter import VoilaExporter


class Compiled(BytecodeCache):
    """The templates that this server has compiled; one whose file changed is compiled again."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, if its source is still the same."""
        checksum, code = self.kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if bucket.code is not None:
            self.kept[bucket.key] = (bucket.checksum, bucket.code)


class Exporter(VoilaExporter):
    """Voilà's exporter, whose templates are compiled once."""

    compiled = Compiled()

    def _create_environment(self) -> Environment:
        environment = super()._create_environment()
        environment.bytecode_cache = self.compiled
        return environment


def install() -> None:
    """Make Voilà draw its pages with `Exporter`."""
    voila.notebook_renderer.VoilaExporter = Exporter
