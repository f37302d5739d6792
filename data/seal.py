"""Write the size and the SHA-256 of every table into ``datapackage.json``.

Run after rebuilding a table, from the root of the checkout::

    python data/seal.py

What a table means (its title, licence, source and columns) is written there by hand.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = HERE / "datapackage.json"


def main() -> None:
    """Bring the seals up to date."""
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (HERE / resource["path"]).read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = "sha256:" + hashlib.sha256(content).hexdigest()
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    PACKAGE.write_text(text, encoding="utf-8")
    print(f"{len(package['resources'])} tables sealed")


if __name__ == "__main__":
    main()
