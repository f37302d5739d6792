"""``values.yaml``: Zero to JupyterHub on Kubernetes for an académie, its size worked out on paper.

Whoever holds a cluster wants to know how many machines a thousand pupils at once need. The memory
of one pupil was measured on one machine; the rest is arithmetic, and says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from poucet.hub.comments import comment, settings
from poucet.hub.place import Place
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.lab import QUIET, UNUSED

# Megabytes, measured on a machine of two cores: JupyterLab's server for one pupil, and a kernel
# after a lesson's last cell (the lightest lesson, the heaviest).
SERVER, KERNEL = 155, (125, 250)
GUARANTEED, LIMIT = 512, 1024  # mebibytes of a pod: a server and its kernel; a second kernel, peaks
NODE, SYSTEM = 32, 4  # gibibytes of a node; what its system and the cluster's own pods take
MOST_PODS = 110  # Kubernetes' usual limit a node; ten are the cluster's own
CLASSES = (35, 350, 1_000, 3_500)
HOME = "/home/jovyan"  # where the chart puts a pupil's disk


@dataclass(frozen=True)
class Size:
    """What pupils connected at the same time ask of a cluster."""

    pupils: int
    memory: int
    nodes: int


def size(pupils: int) -> Size:
    """Work out the memory and the nodes for pupils connected at the same time.

    Parameters
    ----------
    pupils : int
        At the same time, not on the roll: one pod each.

    Returns
    -------
    Size
        Memory in gibibytes, rounded up; nodes of 32 GiB, with one more to lose.

    Examples
    --------
    >>> size(350)  # 350 × 0.5 GiB; 28 GiB a node hold 56 pods: 7 nodes, and one more
    Size(pupils=350, memory=175, nodes=8)
    """
    a_node = min((NODE - SYSTEM) * 1024 // GUARANTEED, MOST_PODS - 10)
    return Size(pupils, math.ceil(pupils * GUARANTEED / 1024), math.ceil(pupils / a_node) + 1)


def text(place: Place) -> str:
    """Give the values of the Helm chart."""
    lines = [
        _("{pupils} élèves : {pods} pods, {memory} Go garantis, {nodes} nœuds").format(
            pupils=number(one.pupils),
            pods=number(one.pupils),
            memory=number(one.memory),
            nodes=one.nodes,
        )
        for one in map(size, CLASSES)
    ]
    return "\n".join(
        [
            comment(
                _(
                    "Zero to JupyterHub (Kubernetes), pour une académie. CALCULÉ SUR LE PAPIER : "
                    "ce fichier n’a jamais tourné sur une grappe. Essayez-le avec une classe avant "
                    "d’y croire."
                )
            ),
            "#",
            comment(
                _(
                    "Ce qui est vérifié : chaque clé, contre le schéma du chart (série 3, commit "
                    "02dd73d de jupyterhub/zero-to-jupyterhub-k8s ; d’après son journal, aucune "
                    "n’a disparu jusqu’à la version 4.4) ; les options de connexion, contre "
                    "oauthenticator 17.4 ; celles des pods, contre KubeSpawner 7.1. Les chaînes "
                    "vides sont à remplir."
                )
            ),
            "#",
            comment(
                _(
                    "D’où vient la taille : un serveur de JupyterLab occupe {server} Mo et un "
                    "noyau {low} à {high} Mo après la dernière cellule d’une leçon (mesuré sur une "
                    "machine à deux cœurs) ; d’où {guaranteed} Mo garantis par élève et {limit} Mo "
                    "au plus. Des nœuds de {node} Go dont {system} pour le système, et un nœud "
                    "d’avance. Élèves connectés en même temps :"
                ).format(
                    server=SERVER,
                    low=KERNEL[0],
                    high=KERNEL[1],
                    guaranteed=GUARANTEED,
                    limit=LIMIT,
                    node=NODE,
                    system=SYSTEM,
                )
            ),
            *(comment(line, "") for line in lines),
            "#",
            comment(
                _(
                    "Ce qui n’existe pas ici : l’échange de devoirs. nbgrader reconnaît un élève à "
                    "son compte Unix, et tous les pods ont le même. Les copies passent par l’ENT : "
                    "« poucet grade » prend l’archive qu’il donne."
                )
            ),
            "",
            _hub(),
            _pods(place),
            _cluster(),
        ]
    )


def _hub() -> str:
    return "hub:\n" + settings(
        [
            (
                _(
                    "Qui entre : à brancher sur l’annuaire de l’académie (OpenID Connect). Le nom "
                    "d’utilisateur doit être un pseudonyme, jamais un nom ni une adresse : "
                    "choisissez la revendication (username_claim) en conséquence. allow_all laisse "
                    "entrer tous ceux que l’annuaire reconnaît : réservez-y l’application aux "
                    "élèves et aux professeurs. Une fois client_secret écrit, ce fichier est un "
                    "secret."
                ),
                """
config:
  JupyterHub:
    authenticator_class: generic-oauth
    admin_access: false
  GenericOAuthenticator:
    scope:
      - openid
    client_id: ""
    client_secret: ""
    authorize_url: ""
    token_url: ""
    userdata_url: ""
    oauth_callback_url: ""
    username_claim: ""
    allow_all: true
""",
            ),
            (
                _("Se déconnecter arrête tout : le poste sert à l’élève suivant."),
                "shutdownOnLogout: true",
            ),
            (
                _(
                    "Au-delà, une phrase au lieu d’un serveur qui ne vient pas ; à relever avec le "
                    "nombre de nœuds."
                ),
                f"activeServerLimit: {CLASSES[1]}\nconcurrentSpawnLimit: 64",
            ),
        ],
        "  ",
    )


def _pods(place: Place) -> str:
    options = [
        f"--ServerApp.root_dir={HOME}",
        f"--LabApp.app_settings_dir=/opt/poucet/kit/poucet/lab/{place.lang}",
        *QUIET,
        *(f"--ServerApp.jpserver_extensions={name}=False" for name in UNUSED),
        "--MappingKernelManager.cull_idle_timeout=1800",
    ]
    listed = "\n".join(f"  - {option}" for option in options)
    return "singleuser:\n" + settings(
        [
            (
                _(
                    "L’image : celle que vous construisez du kit (binder/requirements.txt, puis le "
                    "kit dans /opt/poucet, et la version de JupyterHub de votre chart), posée dans "
                    "votre propre registre. N’y mettez ni assignments, ni tests, ni lessons/*.py, "
                    "ni les carnets du professeur, ni .git : elle se lit en entier."
                ),
                'image:\n  name: ""\n  tag: ""',
            ),
            (
                _("Les leçons absentes du dossier de l’élève y sont copiées, rien n’est écrasé."),
                f"""
cmd:
  - python
  - -P
  - -m
  - poucet.hub.desk
  - --lessons=/opt/poucet/lessons/{place.lang}
  - --folder={place.lessons}
{listed}
defaultUrl: /lab
extraEnv:
  HOME: {HOME}
  POUCET_LANG: {place.lang}
  OPENBLAS_NUM_THREADS: "2"
  OMP_NUM_THREADS: "2"
""",
            ),
            (
                _(
                    "M vaut ici un mébioctet : KubeSpawner compte en puissances de deux. Le disque "
                    "de l’élève est son dossier personnel ; il survit au pod."
                ),
                f"""
memory:
  guarantee: {GUARANTEED}M
  limit: {LIMIT}M
cpu:
  guarantee: 0.1
  limit: 1
storage:
  capacity: 1Gi
  homeMountPath: {HOME}
""",
            ),
            (
                _(
                    "Le code d’un élève ne sort pas de la grappe : ni Internet, ni réseau privé, "
                    "ni métadonnées de l’hébergeur ; les noms de machines se résolvent encore. "
                    "Cela demande une grappe qui applique les NetworkPolicy (Calico, Cilium…) : "
                    "vérifiez-le. blockWithIptables ajoute à chaque pod un conteneur privilégié "
                    "qui ferme les métadonnées même sans cela ; si la grappe l’interdit, mettez "
                    "false."
                ),
                """
cloudMetadata:
  blockWithIptables: true
networkPolicy:
  enabled: true
  egressAllowRules:
    cloudMetadataServer: false
    dnsPortsCloudMetadataServer: false
    dnsPortsKubeSystemNamespace: true
    dnsPortsPrivateIPs: true
    nonPrivateIPs: false
    privateIPs: false
""",
            ),
        ],
        "  ",
    )


def _cluster() -> str:
    return settings(
        [
            (
                _(
                    "Une classe arrive d’un coup : ces places vides gardent un nœud chaud pour "
                    "elle, si la grappe ajoute ses nœuds d’elle-même ; sinon, retirez cette partie."
                ),
                f"""
scheduling:
  userScheduler:
    enabled: true
  podPriority:
    enabled: true
  userPlaceholder:
    enabled: true
    replicas: {CLASSES[0]}
""",
            ),
            (
                _("Un serveur où rien ne bouge depuis une heure s’arrête ; les fichiers restent."),
                """
cull:
  enabled: true
  timeout: 3600
  every: 300
""",
            ),
            (
                _(
                    "Jamais sans chiffrement : donnez le nom d’un secret TLS de la grappe (kubectl "
                    "create secret tls), qui porte le certificat du service et sa clé. Si un "
                    "répartiteur chiffre déjà devant la grappe : type: offload."
                ),
                """
proxy:
  https:
    enabled: true
    type: secret
    secret:
      name: ""
""",
            ),
        ]
    )
