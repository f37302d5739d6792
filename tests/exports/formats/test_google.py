"""Google Workspace's list: 28 columns, and nothing in them that could reach anybody."""

import csv
import re

from poucet import School, export

HEADER = (
    "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],"
    "Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],"
    "New Primary Email [UPLOAD ONLY],Recovery Email,Home Secondary Email,Work Secondary Email,"
    "Recovery Phone [MUST BE IN THE E.164 FORMAT],Work Phone,Home Phone,Mobile Phone,Work Address,"
    "Home Address,Employee ID,Employee Type,Employee Title,Manager Email,Department,Cost Center,"
    "Building ID,Floor Name,Floor Section,Change Password at Next Sign-In,"
    "New Status [UPLOAD ONLY],Advanced Protection Program enrollment"
)
NOBODY = re.compile(r"\+33(19900|26191|35301|46571|53649|63998)\d{4}")


def test_the_list_is_what_the_service_takes(tmp_path):
    export(School(seed=3, pupils=400), "google", tmp_path / "google")
    with (tmp_path / "google" / "users.csv").open(encoding="utf-8", newline="") as file:
        assert file.readline() == HEADER + "\r\n"
        file.seek(0)
        users = list(csv.DictReader(file))
    assert len(HEADER.split(",")) == 28
    required = [name for name in HEADER.split(",") if name.endswith("[Required]")]
    assert len(required) == 5
    for user in users:
        assert all(user[name] for name in required)
        assert user["Email Address [Required]"].endswith(".example")
        assert len(user["Password [Required]"]) >= 8
        assert user["Employee ID"].endswith("Q")
        assert user["Org Unit Path [Required]"].endswith("/" + user["Department"])
        assert NOBODY.fullmatch(user["Recovery Phone [MUST BE IN THE E.164 FORMAT]"])
        assert not user["Home Phone"] or NOBODY.fullmatch(user["Home Phone"])
    assert len({user["Password [Required]"] for user in users}) == 1
