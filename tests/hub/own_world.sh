#!/bin/sh
# Gives one test its own machine: own files above /etc, /home, /srv and the kit, own processes, no
# network but itself. The accounts made inside are real, and nothing of them is left outside.
#   own_world.sh KIT PYTHON COMMAND…   (root only; started by conftest.py through unshare)
set -eu
[ $$ = 1 ] || { echo "start this through unshare --mount --pid --net --fork" >&2; exit 1; }
KIT=$1
PYTHON=$2
shift 2
mount --make-rprivate /
mount -t tmpfs -o mode=755 scratch /mnt
layer() { # over this folder, what is written goes nowhere
  mkdir -p "/mnt/$2/new" "/mnt/$2/work"
  mount -t overlay over -o "lowerdir=$1,upperdir=/mnt/$2/new,workdir=/mnt/$2/work" "$1"
}
layer /etc etc
layer "$KIT" kit
# Pupils must be able to reach the kit and Python, wherever a developer has them.
depth=0
for needed in "$KIT" "$PYTHON" "$(readlink -f "$PYTHON")" "$(readlink -f "$(command -v node)")"; do
  way=
  for step in $(dirname "$needed" | tr '/' ' '); do
    way="$way/$step"
    case $(stat -c %A "$way") in *x | *t) ;; *)
      depth=$((depth + 1))
      layer "$way" "way$depth"
      chmod o+x "$way"
      ;;
    esac
  done
done
for empty in /home /srv /var/log; do mount -t tmpfs -o mode=755 empty $empty; done
mount -t proc proc /proc
ip link set lo up
touch /mnt/own_world # what must not run elsewhere looks for it
exec "$@"
