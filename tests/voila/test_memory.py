"""The memory that a server may take, in a container and without one."""

import psutil

from poucet.voila.memory import free_bytes

MEGABYTE = 2**20


def group(folder, limit, taken=0, given_back=0):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{taken}\n")
    (folder / "memory.stat").write_text(f"anon 7\ninactive_file {given_back}\n")


def test_the_narrowest_group_counts_less_what_it_holds(tmp_path):
    own = tmp_path / "own"
    own.write_text("4:memory:/old\n0::/school/boards\n")
    groups = tmp_path / "groups"
    group(groups / "school" / "boards", "max")
    assert free_bytes(groups, own) > 20 * MEGABYTE
    group(groups / "school", 50 * MEGABYTE, 40 * MEGABYTE, 10 * MEGABYTE)
    assert free_bytes(groups, own) == 20 * MEGABYTE
    group(groups, 30 * MEGABYTE, 25 * MEGABYTE)  # a container's own root
    assert free_bytes(groups, own) == 5 * MEGABYTE
    group(groups, 30 * MEGABYTE, 31 * MEGABYTE)
    assert free_bytes(groups, own) == 0


def test_without_groups_the_machine_counts(tmp_path):
    for text in (None, "", "0::/\n", "3:cpuset:/\n"):
        if text is not None:
            (tmp_path / "own").write_text(text)
        half = psutil.virtual_memory().total / 2
        free = free_bytes(tmp_path / "none", tmp_path / "own")
        assert abs(free - psutil.virtual_memory().available) < half
