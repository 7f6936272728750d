"""Which rules run on what, how severely, and with which limits, as the bank's settings ask."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from exambank.check.plugins import rule_modules
from exambank.check.rule import Rule
from exambank.check.rules import RULES
from exambank.check.suppress import GUARDS
from exambank.finding import FieldPath, Severity, nearest, quoted
from exambank.model.check_settings import CheckSettings
from exambank.source.ignored import patterns

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ALL = "ALL"
FAMILIES = ("STR", "TXT", "STM", "OPT", "KEY", "BNK", "DUP", "ACC", "LNG", "SEC", "LIF", "SUP")
NAMES = {module.rpartition(".")[2].replace("_", "-"): code for code, module in RULES.items()}
CODES = {code: name for name, code in NAMES.items()}


def is_named(code: str, name: str, selectors: Iterable[str]) -> bool:
    """Whether one of the selectors stands for this rule: its name, its code, or the beginning of its code."""
    return any(one in {ALL, name} or (one != "" and code.startswith(one)) for one in selectors)


class Selection(Struct, frozen=True, dict=True):
    """The bank's settings, as questions about rules, findings and paths."""

    settings: CheckSettings = field(default_factory=CheckSettings)

    def is_on(self, rule: Rule) -> bool:
        """Whether the rule's findings are wanted at all; those that guard the keys always are."""
        return self.is_wanted(rule.code, rule.name, is_preview=rule.is_preview)

    def is_wanted(self, code: str, name: str, *, is_preview: bool) -> bool:
        """The same of a rule that is not imported."""
        if code in GUARDS:
            return True
        settings = self.settings
        if is_named(code, name, settings.ignored):
            return False
        asked = (*settings.select, *settings.extend_select)
        if is_preview:
            return settings.preview or code in asked or name in asked
        return not settings.select or is_named(code, name, asked)

    def check_of(self, rule: Rule) -> Callable[[Any], Iterable[Any]]:
        """The rule's check with the bank's limits."""
        return rule.with_limits(self.settings.limits.get(rule.name) or self.settings.limits.get(rule.code) or {})

    @cached_property
    def _paths(self) -> list[tuple["GitIgnoreSpec", tuple[str, ...], Mapping[str, Severity]]]:
        from pathspec import GitIgnoreSpec

        return [
            (GitIgnoreSpec(patterns(glob)), one.ignore, one.severity) for glob, one in self.settings.per_path.items()
        ]

    def is_ignored(self, code: str, name: str, path: str) -> bool:
        """Whether the settings for this path leave the rule out."""
        if not self.settings.per_path or code in GUARDS:
            return False
        return any(spec.match_file(path) and is_named(code, name, ignore) for spec, ignore, _ in self._paths)

    def severity(self, code: str, name: str, path: str) -> Severity | None:
        """The severity that the bank gives to the rule's findings, the path's before the bank's; None for its own."""
        if code in GUARDS:
            return None
        for spec, _, severity in self._paths if self.settings.per_path else ():
            if severity and spec.match_file(path) and (found := _of(severity, code, name)):
                return found
        return _of(self.settings.severity, code, name) if self.settings.severity else None


def _of(severities: Mapping[str, Severity], code: str, name: str) -> Severity | None:
    """What the nearest selector says: the name or the code, then longer beginnings before shorter ones."""
    named = [one for one in severities if is_named(code, name, [one])]
    exact = [one for one in named if one in {code, name}]
    best = exact or sorted((one for one in named if one != ALL), key=len, reverse=True) or named
    return severities[best[0]] if best else None


def setting_faults(settings: CheckSettings) -> Iterator[tuple[FieldPath, str, str]]:
    """Settings that would do nothing, or switch off what guards the keys: the field, what is wrong, and the mend."""
    for at, selector, is_off in _selectors(settings):
        if is_off and _is_guard(selector):
            yield at, f"check: {selector} guards the keys and cannot be ignored", "accept the keys instead"
        elif fault := _unknown(selector):
            yield at, *fault
    for glob in settings.per_path:
        if not any(pattern.include for pattern in patterns(glob)):
            yield (
                ("per_path", glob),
                f"check: {quoted(glob)} is no pattern of paths",
                "write one such as `items/old/**`",
            )
    for name in settings.limits:
        yield from _limit_faults(name, settings.limits[name])


def _selectors(settings: CheckSettings) -> Iterator[tuple[FieldPath, str, bool]]:
    lists = {"select": settings.select, "extend_select": settings.extend_select, "ignore": settings.ignored}
    for kind, selectors in lists.items():
        for number, one in enumerate(selectors):
            yield (kind, number), one, kind == "ignore"
    for name, level in settings.severity.items():
        yield ("severity", name), name, level is not Severity.ERROR
    for glob, path in settings.per_path.items():
        for number, one in enumerate(path.ignore):
            yield ("per_path", glob, "ignore", number), one, True
        for name, level in path.severity.items():
            yield ("per_path", glob, "severity", name), name, level is not Severity.ERROR


def _is_guard(selector: str) -> bool:
    return NAMES.get(selector, selector) in GUARDS


def is_family(selector: str) -> bool:
    """Whether it stands for several rules."""
    return selector == ALL or (selector not in RULES and any(code.startswith(selector) for code in RULES if selector))


def is_unknown(selector: str) -> bool:
    """Whether it stands for no rule, ours or another package's."""
    return not (selector in NAMES or selector in RULES or is_family(selector) or selector in _foreign())


@cache
def _foreign() -> frozenset[str]:
    """Codes and names of other packages' rules."""
    ours = set(RULES.values())
    rules = [import_module(name).RULE for name in rule_modules() if name not in ours]
    return frozenset(word for rule in rules for word in (rule.code, rule.name))


def close_selector(selector: str) -> str | None:
    """What may have been meant, in other capitals before other letters."""
    for one in (selector.upper(), selector.lower()):
        if not is_unknown(one):
            return one
    return nearest(selector, [*RULES, *NAMES, *FAMILIES])


def _unknown(selector: str) -> tuple[str, str] | None:
    if not is_unknown(selector):
        return None
    close = close_selector(selector)
    return f"check: there is no rule {selector}", f"write {close}" if close else "remove it; `exambank rule` lists all"


def _limit_faults(name: str, limits: Mapping[str, float]) -> Iterator[tuple[FieldPath, str, str]]:
    at: FieldPath = ("limits", name)
    if fault := _unknown(name):
        yield at, *fault
        return
    code = NAMES.get(name, name)
    if code not in RULES:
        return
    known: Mapping[str, float] = import_module(RULES[code]).RULE.limits
    for limit in limits:
        if limit not in known:
            close = nearest(limit, list(known))
            has = f"it has {', '.join(known)}" if known else "it has none"
            yield (
                (*at, limit),
                f"check: {name} has no limit `{limit}`",
                f"write {close}" if close else f"remove it; {has}",
            )
