"""Every assignment's declaration, and the avatars for whom all of them are proved."""

from importlib import import_module

from poucet.classroom.handout import ASSIGNMENTS

# Some of a class and their neighbours; 7 is the avatar of the model answers.
AVATARS = (1, 2, 7, 8, 9, 26, 31, 120, 377, 4096)
PROOFS = {name: import_module(f"assignments.{name.lower()}").PROOF for name in ASSIGNMENTS}
# What the real nbgrader grades in each language: A2 twice, the others once. The fast proofs do all
# of them in both, and so does the kit's own grading.
CYCLES = {"fr": ("A1", "A2", "A3", "A5"), "en": ("A2", "A4", "A6")}
