"""The size of a cluster, worked out by hand."""

import pytest
import yaml

from poucet.hub import academy
from poucet.hub.place import Place


@pytest.mark.parametrize(
    ("pupils", "memory", "nodes"),
    [
        # 28 GiB of a node hold 56 pods of half a gibibyte; one node more than needed
        (1, 1, 2),
        (35, 18, 2),
        (56, 28, 2),
        (57, 29, 3),
        (1_000, 500, 19),
    ],
)
def test_pods_and_nodes(pupils, memory, nodes):
    assert academy.size(pupils) == academy.Size(pupils, memory, nodes)


def test_a_pod_is_guaranteed_the_heaviest_lesson(tmp_path):
    text = academy.text(Place(tmp_path, tmp_path, tmp_path, "fr", "lecons", "cours"))
    memory = yaml.safe_load(text)["singleuser"]["memory"]
    assert memory["guarantee"] == "512M" and memory["limit"] == "1024M"  # mebibytes, as Kubespawner
    assert academy.SERVER + max(academy.KERNEL) < 512 * 2**20 / 10**6
