"""Importing the kit is instant and pulls in nothing heavy."""

import subprocess
import sys

HEAVY = ("pandas", "matplotlib", "IPython", "ipywidgets", "faker", "narwhals", "jupyter_core")


def modules_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sorted(m for m in sys.modules if '.' not in m))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(shown.stdout.split())


def test_importing_the_kit_pulls_in_nothing_heavy():
    assert modules_after("import poucet").isdisjoint(HEAVY)


def test_the_names_of_the_kit_all_resolve():
    import poucet

    for name in poucet.__all__:
        assert getattr(poucet, name).__module__.startswith("poucet")


def test_a_misspelt_name_is_an_attribute_error():
    import poucet

    try:
        poucet.klass_sizes  # noqa: B018
    except AttributeError as trouble:
        assert "klass_sizes" in str(trouble)
    else:
        raise AssertionError("a name that does not exist was found")


def test_the_public_names_stay_few():
    import poucet

    assert len(poucet.__all__) < 30
