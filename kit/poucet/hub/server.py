"""``jupyterhub_config.py``: who signs in, what starts for them, within which limits."""

from __future__ import annotations

from poucet.hub.comments import comment, settings
from poucet.hub.place import PUPILS, TEACHER, TEACHERS, Place
from poucet.i18n import gettext as _
from poucet.lab import QUIET, UNUSED

# nbgrader's panel of assignments stays, and its button that tries a notebook: it is how pupils
# fetch, hand in and read their page
STAYS = (".assignment_list", ".validate_assignment")
LEFT_OUT = tuple(name for name in UNUSED if not name.endswith(STAYS))
FORMGRADER = "nbgrader.server_extensions.formgrader"
MARKING = "poucet.hub.marking"  # the kit's own pages of it


def text(place: Place) -> str:
    """Give the Hub's configuration."""
    return "\n".join(
        [
            comment(
                _(
                    "Serveur d’un établissement : JupyterHub 6, avec l’échange de devoirs de "
                    "nbgrader. Écrit par « poucet hub ». À lancer en root : sudo {hub} -f "
                    "{folder}/jupyterhub_config.py"
                ).format(hub=place.programs / "jupyterhub", folder=place.folder)
            ),
            "",
            "import os",
            "from pathlib import Path",
            "",
            "c = get_config()",
            f"HUB = Path({str(place.folder)!r})",
            f"KIT = Path({str(place.kit)!r})",
            f"PROGRAMS = Path({str(place.programs)!r})",
            f"TEACHER = {TEACHER!r}",
            'STATE = HUB / "state"',
            "",
            settings([*_door(), *_accounts(), *_servers(place), *_limits(), *_idle()]),
        ]
    )


def _door() -> list[tuple[str, str]]:
    return [
        (
            _(
                "L’adresse. 127.0.0.1 : personne d’autre que cette machine. Pour l’ouvrir à "
                "l’établissement, jamais sans chiffrement, car les mots de passe passeraient en "
                "clair : l’une des deux façons qui suivent, et dans les deux cas la ligne "
                "cookie_options, sans laquelle un navigateur enverrait aussi en clair ce qui "
                "prouve qu’il est connecté."
            ),
            """
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
# c.JupyterHub.tornado_settings = {"cookie_options": {"secure": True}}
""",
        ),
        (
            _(
                "Soit un serveur qui chiffre, devant celui-ci (nginx, Apache) : il transmet les "
                "websockets et les en-têtes Host et X-Forwarded-Proto ; l’adresse ci-dessus reste."
            ),
            "",
        ),
        (
            _(
                "Soit un certificat ici, à la place de la première ligne : l’adresse de la machine "
                "sur le réseau, le certificat d’une autorité que les navigateurs connaissent, sa "
                "clé que root seul lit ; la dernière renvoie vers https qui tape l’adresse sans y "
                "penser."
            ),
            """
# c.JupyterHub.bind_url = "https://10.0.0.5:443"
# c.JupyterHub.ssl_cert = "/etc/ssl/poucet/fullchain.pem"
# c.JupyterHub.ssl_key = "/etc/ssl/poucet/privkey.pem"
# c.ConfigurableHTTPProxy.command = [
#     "configurable-http-proxy",
#     "--redirect-port=80",
#     "--redirect-to=443",
# ]
""",
        ),
        (
            _("Ce que le Hub retient : qui est connecté, son secret. Fermé à tous sauf root."),
            """
STATE.mkdir(mode=0o700, exist_ok=True)
c.JupyterHub.db_url = f"sqlite:///{STATE / 'jupyterhub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(STATE / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(STATE / "proxy.pid")
""",
        ),
    ]


def _accounts() -> list[tuple[str, str]]:
    announced = _("Votre compte : a, puis votre numéro d’avatar (a07).")
    return [
        (
            _(
                "Les comptes. Ce sont des comptes Unix de cette machine, sans nom : a07 est "
                "l’avatar 7 (accounts.sh les crée). L’échange de nbgrader reconnaît les élèves à "
                "ce compte. Personne n’administre le Hub par le web, pas même le professeur : il "
                "n’entre pas dans les dossiers des élèves."
            ),
            f"""
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {{{PUPILS!r}, {TEACHERS!r}}}
c.PAMAuthenticator.open_sessions = False
c.Authenticator.admin_users = set()
c.JupyterHub.admin_access = False
""",
        ),
        (
            _("Se déconnecter arrête tout : le poste sert à l’élève suivant."),
            "c.JupyterHub.shutdown_on_logout = True",
        ),
        (
            _("Ce qui s’affiche sur la page de connexion."),
            f"""
c.JupyterHub.template_vars = {{
    "announcement_login": {announced!r}
}}
""",
        ),
    ]


def _servers(place: Place) -> list[tuple[str, str]]:
    quiet = "".join(f"    {option!r},\n" for option in QUIET)
    left_out = "".join(
        f'    "--ServerApp.jpserver_extensions={name}=False",\n'
        for name in LEFT_OUT
        if name != FORMGRADER
    )
    return [
        (
            _(
                "Ce qui démarre pour chacun : d’abord poucet.hub.desk, avec les droits de "
                "l’élève, qui copie les leçons absentes de son dossier (rien n’est écrasé), pose "
                "les limites, puis devient JupyterLab."
            ),
            f"""
DESK = [str(PROGRAMS / "python"), "-P", "-m", "poucet.hub.desk"]
LESSONS = [f"--lessons={{KIT / 'lessons' / {place.lang!r}}}", "--folder={place.lessons}"]
c.Spawner.default_url = "/lab"
c.Spawner.environment = {{
    "POUCET_LANG": {place.lang!r},
    "PATH": f"{{PROGRAMS}}:/usr/local/bin:/usr/bin:/bin",
    "OPENBLAS_NUM_THREADS": "2",
    "OMP_NUM_THREADS": "2",
}}
""",
        ),
        (
            _(
                "Aucune requête vers un tiers : ni nouvelles de Jupyter, ni recherche de mises à "
                "jour, ni catalogue d’extensions. Les noyaux se parlent par des fichiers, non par "
                "le réseau de la machine que tous partagent. Un noyau oublié s’arrête après une "
                "demi-heure."
            ),
            f"""
QUIET = [
{quiet}{left_out}    "--KernelManager.transport=ipc",
    "--MappingKernelManager.cull_idle_timeout=1800",
    "--MappingKernelManager.cull_interval=120",
]
""",
        ),
        (
            _(
                "Les réglages qu’un élève cacherait dans son dossier ne comptent pas. L’outil de "
                "correction de nbgrader n’est chargé que pour le professeur. Le Hub interdit "
                "d’afficher une page dans une autre, et il a raison : dans JupyterLab, Formgrader "
                "serait blanc. Le professeur l’ouvre dans son propre onglet : "
                "/user/{teacher}/formgrader"
            ).format(teacher=TEACHER),
            f"""
c.Spawner.disable_user_config = True


def settle(spawner):
    teaches = spawner.user.name == TEACHER
    room = HUB / ("teacher" if teaches else "everyone")
    limits = [] if teaches else LIMITS
    places = [room, HUB / "everyone"] if teaches else [room]
    spawner.environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(map(str, places))
    spawner.cmd = [*DESK, *LESSONS, *limits]
    spawner.args = [*QUIET, f"--LabApp.app_settings_dir={{room / 'lab'}}"]
    extension = {MARKING!r} if teaches else {FORMGRADER!r}
    spawner.args.append(f"--ServerApp.jpserver_extensions={{extension}}={{teaches}}")


c.Spawner.pre_spawn_hook = settle
""",
        ),
    ]


def _limits() -> list[tuple[str, str]]:
    return [
        (
            _(
                "Les limites d’un élève. Sans systemd, elles portent sur chaque processus (4 Go "
                "d’adresses, dont un noyau de leçon n’occupe que 125 à 250 Mo), sur le nombre de "
                "processus d’un compte et sur la taille d’un fichier. Ce qu’elles ne savent pas "
                "faire : borner la mémoire totale d’un élève, partager le processeur, borner son "
                "dossier (pour cela, des quotas de disque)."
            ),
            """
LIMITS = ["--memory=4000000000", "--processes=512", "--file=500000000"]
""",
        ),
        (
            _(
                "Sur une machine à systemd, ces lignes bornent vraiment chaque élève, après "
                "« pip install jupyterhub-systemdspawner »."
            ),
            """
# c.JupyterHub.spawner_class = "systemd"
# c.SystemdSpawner.mem_limit = "1G"
# c.SystemdSpawner.cpu_limit = 1.0
# c.SystemdSpawner.isolate_tmp = True
# c.SystemdSpawner.disable_user_sudo = True
""",
        ),
        (
            _(
                "Combien d’élèves à la fois : ce que la mémoire de la machine permet, à 0,5 Go "
                "chacun (155 Mo de serveur, jusqu’à 250 Mo de noyau), 2 Go gardés pour le reste. "
                "Le suivant lit une phrase au lieu de figer toute la classe."
            ),
            """
MEMORY = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
c.JupyterHub.active_server_limit = max(2, int((MEMORY - 2e9) / 0.5e9))
c.JupyterHub.concurrent_spawn_limit = 4 * (os.cpu_count() or 1)
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120
""",
        ),
    ]


def _idle() -> list[tuple[str, str]]:
    return [
        (
            _("Un serveur où rien ne bouge depuis une heure s’arrête ; les fichiers restent."),
            """
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": [
            "list:users",
            "read:users:activity",
            "read:servers",
            "delete:servers",
        ],
        "services": ["idle-culler"],
    }
]
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [str(PROGRAMS / "python"), "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    }
]
""",
        ),
    ]
