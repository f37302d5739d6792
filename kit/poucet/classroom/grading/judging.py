"""The judge: the assignment's own tests, run outside the sandbox on what the pupil's cells left.

A test reads names; those that an answer gives come out of the sandbox, as plain values or as
functions that are called back inside. What a test puts in place for the next question goes in.
Success: the marks are those of a notebook where all cells share one interpreter, and no pupil's
code can touch, read or replace a test.
"""

from __future__ import annotations

import ast
import contextlib
import io
import symtable
import traceback
from collections.abc import Callable
from typing import Any

from poucet.classroom.grading.channel import Channel, Elsewhere, Gone, Slow
from poucet.classroom.grading.master import role
from poucet.classroom.grading.patience import GRACE, Deadline, Limit, alarms

_MISSING = object()


class Judge:
    """One hand-in's names, as the tests see them.

    Parameters
    ----------
    channel : Channel
        The way into the sandbox.
    answer_names : frozenset of str
        The names that the assignment's answers give.
    limit : Limit
        The time of one cell.
    used : callable
        Gives the seconds of processor that the sandbox has taken.
    """

    def __init__(
        self,
        channel: Channel,
        answer_names: frozenset[str],
        limit: Limit,
        used: Callable[[], float | None],
    ) -> None:
        self._channel, self._answers, self._limit, self._used = channel, answer_names, limit, used
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.cut = False

    def run(self, cell: Any) -> list[dict[str, Any]]:
        """Run a cell where it belongs, and give its outputs.

        Raises
        ------
        Gone
            If the sandbox has died, or did not stop in time.
        """
        kind = role(cell)
        outputs: list[dict[str, Any]] = []
        if kind != "test":
            self._start()
            answer = self._channel.ask({"do": "run", "code": cell.source})
            shown = answer.get("outputs")
            outputs = _checked(shown)
            self.cut = self.cut or bool(answer.get("cut"))
        if kind in ("test", "readonly"):
            self._start()
            # a monstrous answer may keep the test itself busy
            with alarms(self._limit.longer(GRACE + 5), {n: Slow(n) for n in Limit._fields}):
                judged = self._judge(cell.source, cell.metadata.nbgrader.grade_id)
            if kind == "test":
                outputs = judged
        return outputs

    def _start(self) -> None:
        self._channel.deadline = Deadline(self._limit, self._used)

    def _judge(self, source: str, title: str) -> list[dict[str, Any]]:
        tree = ast.parse(source)
        self._fetch(_mentioned(source, tree) & self._answers)
        before = {name: self.names.get(name, _MISSING) for name in self._answers}
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        value = None
        outputs: list[dict[str, Any]] = []
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(None):
                exec(compile(tree, f"<{title}>", "exec"), self.names)
                if isinstance(last, ast.Expr):
                    code = compile(ast.Expression(last.value), f"<{title}>", "eval")
                    value = eval(code, self.names)
        except Gone:
            raise
        except (Exception, SystemExit) as error:
            outputs = [_error(error, source, title)]
        if type(value) in (int, float):  # nbgrader's way of giving a part of the points
            outputs = [
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": repr(value)},
                    "metadata": {},
                    "execution_count": None,
                }
            ]
        for name, was in before.items():
            if self.names.get(name, _MISSING) is not was and name in self.names:
                told = self._channel.dumps(self.names[name])
                self._channel.ask({"do": "set", "name": name, "value": told})
        return outputs

    def _fetch(self, names: set[str]) -> None:
        for name in sorted(names):
            answer = self._channel.ask({"do": "get", "names": [name]})
            self.names.pop(name, None)
            if name in answer:
                self.names[name] = self._channel.loads(answer[name])


def _mentioned(source: str, tree: ast.AST) -> set[str]:
    """Find the names a test may read, also those it asks ``globals()`` for."""
    table = symtable.symtable(source, "test", "exec")
    found = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()}
    inner = table.get_children()
    while inner:
        block = inner.pop()
        inner += block.get_children()
        found |= {symbol.get_name() for symbol in block.get_symbols() if symbol.is_global()}
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return found | {text for text in texts if isinstance(text, str)}


def _error(error: BaseException, source: str, title: str) -> dict[str, Any]:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == f"<{title}>"]
    name = getattr(error, "name", "") if isinstance(error, Elsewhere) else type(error).__name__
    says = str(error)[:2000]
    if isinstance(error, KeyError) and error.args:
        says = str(error.args[0])[:2000]
    lines = source.splitlines()
    told = [
        f"{title}, {frame.lineno} : {lines[frame.lineno - 1].strip()}"
        for frame in frames
        if frame.lineno and frame.lineno <= len(lines)
    ]
    return {
        "output_type": "error",
        "ename": _text(str(name or "Exception")),
        "evalue": _text(says),
        "traceback": [*told, _text(f"{name}: {says}")],
    }


def stopped_error(name: str) -> list[dict[str, Any]]:
    """Give the outputs of a cell that was stopped from outside."""
    return [{"output_type": "error", "ename": name, "evalue": "", "traceback": []}]


def _checked(shown: Any) -> list[dict[str, Any]]:
    """Keep of the outputs what has the form of a notebook's: they come from the pupil's side."""
    kept: list[dict[str, Any]] = []
    for output in shown if isinstance(shown, list) else []:
        if not isinstance(output, dict):
            continue
        kind = output.get("output_type")
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            kept.append({"output_type": kind, "name": name, "text": _text(output.get("text"))})
        elif kind == "error":
            lines = output.get("traceback")
            kept.append(
                {
                    "output_type": kind,
                    "ename": _text(output.get("ename"))[:60],
                    "evalue": _text(output.get("evalue"))[:2000],
                    "traceback": [_text(line) for line in lines] if isinstance(lines, list) else [],
                }
            )
        elif kind in ("display_data", "execute_result") and isinstance(output.get("data"), dict):
            data = {_text(mime): _text(value) for mime, value in output["data"].items()}
            rich: dict[str, Any] = {"output_type": kind, "data": data, "metadata": {}}
            if kind == "execute_result":
                rich["execution_count"] = None
            kept.append(rich)
    return kept


def _text(value: Any) -> str:
    """Give a text that a file can hold: half a character is a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
