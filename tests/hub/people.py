"""People of the played day: each in a browser of its own, or at a command line, never as root."""

from __future__ import annotations

import json
import os
import pwd
import sys
import time
import traceback
from pathlib import Path

import requests

HUB = "http://127.0.0.1:8000"


class Browser:
    """Somebody signed in to the Hub over HTTP."""

    def __init__(self, name, password):
        self.name, self.web = name, requests.Session()
        self.page = self.web.get(f"{HUB}/hub/login").content.decode()  # it says no charset
        answer = self.web.post(
            f"{HUB}/hub/login",
            data={"username": name, "password": password, "_xsrf": self._token("/hub/")},
            allow_redirects=False,
        )
        self.signed_in = answer.status_code == 302

    def _token(self, path):
        return next((c.value for c in self.web.cookies if (c.name, c.path) == ("_xsrf", path)), "")

    def ask_for_server(self):
        self.web.get(f"{HUB}/hub/spawn", allow_redirects=False)

    def wait_for_server(self, until=300):
        end = time.monotonic() + until
        while time.monotonic() < end:
            answer = self.web.get(f"{HUB}/hub/spawn-pending/{self.name}")
            if f"/user/{self.name}/" in answer.url and answer.status_code in (200, 404):
                assert answer.status_code != 404, answer.url  # waiting would not bring the page
                return answer.text
            time.sleep(0.2)
        raise TimeoutError(self.name)

    def get(self, path, of=None):
        return self.web.get(f"{HUB}/user/{of or self.name}/{path}")

    def send(self, method, path, **asked):
        headers = {"X-XSRFToken": self._token(f"/user/{self.name}/")}
        answer = self.web.request(
            method, f"{HUB}/user/{self.name}/{path}", headers=headers, **asked
        )
        answer.raise_for_status()
        return answer.json()


def as_account(name, task, *arguments, environment=()):
    """Run a Python function in a process of an account; give what it returned, or its error."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        with os.fdopen(reading) as stream:
            told = stream.read()
        os.waitpid(child, 0)
        return json.loads(told)
    try:
        account = pwd.getpwnam(name)
        os.initgroups(name, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)
        os.umask(0o077)
        os.environ.clear()
        os.environ.update(
            dict(environment) | {"HOME": account.pw_dir, "USER": name, "LOGNAME": name}
        )
        os.chdir(account.pw_dir)
        told = task(*arguments)
    except BaseException as error:
        told = f"{type(error).__name__}: {error}"
        traceback.print_exc()
    os.write(writing, json.dumps(told).encode())
    sys.stdout.flush()
    os._exit(0)


def environment_of(name):
    """Give what the Hub put in the environment of somebody's server."""
    uid = pwd.getpwnam(name).pw_uid
    for process in Path("/proc").glob("[0-9]*"):
        if process.stat().st_uid == uid and b"singleuser" in (process / "cmdline").read_bytes():
            pairs = (process / "environ").read_bytes().decode().split("\0")
            return dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    raise LookupError(name)
