#!/bin/sh
# Finds the Chromium that the browser tests drive, or installs Debian's where we may.
# Without one it fails and says how to get one: the browser tests are never skipped in silence.
for name in "${POUCET_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium from Debian's packages for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core >/dev/null && exit 0
fi
echo "The browser tests need Chromium: install it (Debian, Ubuntu: sudo apt install chromium)" \
  "or give its path in POUCET_CHROMIUM, then run make test again." >&2
exit 1
