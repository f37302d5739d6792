"""``accounts.sh``: makes the Unix accounts of a class, and takes them away at the year's end."""

from __future__ import annotations

import shlex

from poucet.hub.comments import comment
from poucet.hub.place import PUPILS, TEACHER, TEACHERS, Place
from poucet.i18n import gettext as _

# What a pupil may not read in the kit's folder: it holds the solutions, and their history.
CLOSED = (".git", "assignments", "tests", "benchmarks", "lessons/*.py")
TWINS = ("lessons/fr/enseignant", "lessons/en/teacher")


def text(place: Place) -> str:
    """Give the script."""
    closed = " ".join(f'"$KIT"/{name}' for name in (*CLOSED, *TWINS))
    said, told = _said(), _told()
    return f"""#!/bin/sh
{told["class"]}
set -eu
umask 077
HUB={shlex.quote(str(place.folder))}
KIT={shlex.quote(str(place.kit))}
PYTHON={shlex.quote(str(place.programs / "python"))}
COURSE={shlex.quote(place.course_id)}
TEACHER={TEACHER} TEACHERS={TEACHERS} PUPILS={PUPILS}
PASSWORDS="$HUB/passwords.txt"

[ "$(id -u)" = 0 ] || {{ echo {said["root"]} >&2; exit 1; }}

members() {{ getent group "$1" | cut -d: -f4 | tr ',' ' '; }}

{told["account"]}
account() {{ # NAME GROUP SHELL
  if id "$1" >/dev/null 2>&1; then
    case " $(members "$2") " in *" $1 "*) return ;; esac
    echo {said["taken"]} "$1" >&2
    exit 1
  fi
  useradd --create-home --user-group --groups "$2" --shell "$3" "$1"
  chmod 700 "$(getent passwd "$1" | cut -d: -f6)"
  password=$(LC_ALL=C tr -dc 'a-hjkmnp-z2-9' </dev/urandom | head -c 10)
  printf '%s:%s\\n' "$1" "$password" | chpasswd
  printf '%s  %s\\n' "$1" "$password" >>"$PASSWORDS"
}}

create() {{
  groupadd -f "$PUPILS"
  groupadd -f "$TEACHERS"
  touch "$PASSWORDS"
  account "$TEACHER" "$TEACHERS" /bin/bash
  number=1
  while [ "$number" -le "$1" ]; do
    account "$(printf 'a%02d' "$number")" "$PUPILS" /usr/sbin/nologin
    number=$((number + 1))
  done

{told["closed"]}
  for closed in {closed}; do
    if [ -e "$closed" ]; then chmod go-rwx "$closed"; fi
  done

{told["course"]}
  home=$(getent passwd "$TEACHER" | cut -d: -f6)
  if [ ! -e "$home/{place.course}" ]; then
    mkdir "$home/{place.course}"
    for part in nbgrader_config.py source templates; do
      cp -R "$KIT/assignments/$part" "$home/{place.course}/"
    done
    chown -R "$TEACHER:" "$home/{place.course}"
  fi

{told["exchange"]}
  install -d -m 1777 "$HUB/exchange"
  install -d -m 755 -o "$TEACHER" -g "$TEACHER" "$HUB/exchange/$COURSE"
  install -d -m 755 -o "$TEACHER" -g "$TEACHER" "$HUB/exchange/$COURSE/outbound"
  install -d -m 3733 -o "$TEACHER" -g "$TEACHER" "$HUB/exchange/$COURSE/inbound"
  install -d -m 711 -o "$TEACHER" -g "$TEACHER" "$HUB/exchange/$COURSE/feedback"

  runuser -u a01 -- "$PYTHON" -c 'import poucet.hub.desk' 2>/dev/null || {{
    echo {said["blind"]} "$PYTHON" >&2
    exit 1
  }}
  echo {said["made"]} "$PASSWORDS"
}}

{told["end"]}
remove() {{
  names="$(members "$PUPILS") $(members "$TEACHERS")"
  if [ "${{1:-}}" != --yes ]; then
    echo {said["would"]} $names
    exit
  fi
  for name in $names; do
    case "$name" in
    a[0-9][0-9] | a[0-9][0-9][0-9] | a[0-9][0-9][0-9][0-9] | "$TEACHER") ;;
    *) continue ;;
    esac
    pkill -KILL -U "$(id -u "$name")" || true
    userdel --remove "$name" 2>/dev/null || userdel --force --remove "$name"
  done
  groupdel "$PUPILS"
  groupdel "$TEACHERS"
  rm -rf "$HUB/exchange" "$HUB/state" "$PASSWORDS"
  echo {said["gone"]}
}}

case "${{1:-}}" in
create)
  case "${{2:-}}" in '' | *[!0-9]* | 0*) echo {said["usage"]} >&2; exit 2 ;; esac
  create "$2"
  ;;
remove) remove "${{2:-}}" ;;
*) echo {said["usage"]} >&2; exit 2 ;;
esac
"""


def _said() -> dict[str, str]:
    """Give what the script tells, quoted for the shell."""
    return {
        name: shlex.quote(sentence)
        for name, sentence in {
            "usage": _("Usage : accounts.sh create NOMBRE | accounts.sh remove [--yes]"),
            "root": _("Lancez ce script en root : sudo ./accounts.sh …"),
            "taken": _("Le compte existe déjà et n’est pas du kit, rien n’est changé :"),
            "blind": _(
                "Les élèves ne peuvent pas exécuter ce Python : installez le kit dans un dossier "
                "que tous peuvent lire, /opt/poucet par exemple, et non dans /root :"
            ),
            "made": _("Comptes prêts. Mots de passe à distribuer puis à effacer :"),
            "would": _("Avec --yes, seraient supprimés, avec leurs dossiers :"),
            "gone": _("Supprimés : les comptes, leurs dossiers, l’échange, l’état du Hub."),
        }.items()
    }


def _told() -> dict[str, str]:
    """Give the script's comments."""
    return {
        "class": comment(
            _("Les comptes d’une classe : un par avatar, a01, a02…, sans nom, et un professeur.")
        ),
        "account": comment(
            _("Un compte, son dossier fermé aux autres, un mot de passe tiré au sort.")
        ),
        "closed": comment(
            _("Un élève lit le kit et les leçons, ni les solutions ni les corrigés."), "  "
        ),
        "course": comment(
            _("Le cours : une copie que le professeur seul ouvre ; jamais remplacée."), "  "
        ),
        "exchange": comment(
            _(
                "L’échange. Chacun y dépose sans voir ce que les autres déposent, et sans pouvoir "
                "l’ôter ; les pages rendues n’y ont pas de nom qu’on devine."
            ),
            "  ",
        ),
        "end": comment(
            _(
                "La fin de l’année : arrêtez d’abord le Hub. Ne touche que les comptes des deux "
                "groupes du kit."
            )
        ),
    }
