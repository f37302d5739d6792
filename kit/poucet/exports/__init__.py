"""What leaves the school: the tables that a service receives."""

from __future__ import annotations

from poucet.exports.directory import directory

__all__ = ["directory"]
