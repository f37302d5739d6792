"""The boards for the projector: one ipywidgets page a lesson, and the home page that lists them."""

from poucet.apps.run import run, wait

__all__ = ["run", "wait"]
