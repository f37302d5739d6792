"""``README.md`` beside the configuration: what to run, in which order, and what to know."""

from __future__ import annotations

from poucet.hub.place import TEACHER, Place
from poucet.i18n import gettext as _


def text(place: Place) -> str:
    """Give the page."""
    return "\n\n".join([_install(place), _class(place), _know(place)]) + "\n"


def _block(*lines: str) -> str:
    return "\n".join(["```sh", *lines, "```"])


def _install(place: Place) -> str:
    return "\n\n".join(
        [
            "# " + _("Le serveur de l’établissement"),
            _(
                "Il faut une machine Linux, le kit dans un dossier que tous peuvent lire "
                "({kit} ici), et node. Une fois :"
            ).format(kit=f"`{place.kit}`"),
            _block(
                f"cd {place.kit} && sudo make .venv/installed",
                "sudo .venv/bin/python -m pip install --no-build-isolation -e '.[hub]'",
                "sudo npm install -g configurable-http-proxy",
                f"sudo {place.folder}/accounts.sh create 35",
                f"sudo {place.programs}/jupyterhub -f {place.folder}/jupyterhub_config.py",
            ),
            _(
                "Puis ouvrez http://127.0.0.1:8000. Les mots de passe sont dans passwords.txt : "
                "imprimez-les, effacez-le. La liste des noms reste sur le papier du professeur. "
                "Avant d’ouvrir le serveur à d’autres postes, lisez ce que jupyterhub_config.py "
                "dit de l’adresse et du chiffrement. « accounts.sh create » se relance sans rien "
                "refaire."
            ),
            _(
                "« poucet hub » relancée ne remplace pas un fichier que vous avez changé : elle "
                "s’arrête et le dit."
            ),
        ]
    )


def _class(place: Place) -> str:
    return "\n\n".join(
        [
            "## " + _("Un devoir, du début à la fin"),
            _(
                "Le professeur se connecte ({teacher}), ouvre un terminal dans JupyterLab, et "
                "donne A2 :"
            ).format(teacher=f"`{TEACHER}`"),
            _block(
                f"cd ~/{place.course}",
                "nbgrader generate_assignment A2",
                "nbgrader release_assignment A2",
            ),
            _(
                "L’élève se connecte (a07 s’il est l’avatar 7) : les leçons sont dans {lessons}. "
                "Menu Nbgrader, Assignment List : il prend le devoir (Fetch), écrit 7 dans la "
                "première cellule, travaille, enregistre, rend (Submit). Ensuite :"
            ).format(lessons=f"`{place.lessons}`"),
            _block(
                "nbgrader collect A2 --update",
                f"poucet grade A2 submitted/{place.lang} --course .",
            ),
            _(
                "Les questions écrites se notent dans Formgrader, à ouvrir dans son propre onglet "
                "à la place de « poucet mark » (dans JupyterLab, le Hub interdit de l’afficher) : "
                "{address}. Puis relancez « poucet grade » et rendez les pages ; l’élève les "
                "trouve dans Assignment List (Fetch Feedback) :"
            ).format(address=f"`/user/{TEACHER}/formgrader`"),
            _block(
                f"poucet grade A2 submitted/{place.lang} --course .",
                "nbgrader release_feedback A2",
            ),
        ]
    )


def _know(place: Place) -> str:
    notes = [
        _(
            "Un élève ne lit ni les fichiers d’un autre, ni les solutions, ni le carnet de notes : "
            "les dossiers sont fermés (0700), l’échange se remplit sans se lire."
        ),
        _(
            "Les limites de mémoire portent sur chaque processus ; pour borner vraiment un élève, "
            "prenez les lignes « systemd » de jupyterhub_config.py. Le code d’un élève peut "
            "joindre le réseau : fermez-le au pare-feu s’il le faut."
        ),
        _(
            "Fin d’année : « poucet purge » supprime les copies et les notes du cours ; "
            "« accounts.sh remove --yes » supprime les comptes, leurs dossiers, l’échange et "
            "l’état du Hub. Les sauvegardes de la machine sont à purger à part."
        ),
        _(
            "Un serveur porte un seul cours, dans une seule langue, et un seul compte de "
            "professeur : qui a le mot de passe de {teacher} lit toutes les copies et toutes les "
            "notes. Plusieurs classes du même professeur : des numéros d’avatar qui se suivent (1 "
            "à 35, puis 36 à 70) et « accounts.sh create 70 ». Deux professeurs qui ne doivent pas "
            "lire les copies l’un de l’autre, ou deux langues : deux machines, virtuelles ou non, "
            "car sur une seule les comptes porteraient les mêmes noms."
        ).format(teacher=f"`{TEACHER}`"),
        _(
            "values.yaml est pour une académie (Kubernetes) : ses clés sont vérifiées contre le "
            "schéma de Zero to JupyterHub, sa taille est calculée sur le papier, il n’a jamais "
            "tourné."
        ),
    ]
    return "\n\n".join(["## " + _("À savoir"), "\n".join(f"- {note}" for note in notes)])
