"""Everything that an installation brings along may be passed on freely."""

import importlib.metadata
import re

from packaging.requirements import Requirement

PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|PSF|Python Software Foundation|ISC|0BSD|HPND|MIT-CMU|Unlicense|CC0)\b", re.IGNORECASE
)
RECIPROCAL = re.compile(r"\b(A?L?GPL|GNU|MPL|EUPL|SSPL|BUSL)", re.IGNORECASE)


def _installed_with(name: str, seen: set[str]) -> set[str]:
    if name in seen:
        return seen
    seen.add(name)
    for line in importlib.metadata.requires(name) or []:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            _installed_with(wanted.name, seen)
    return seen


def _licence(name: str) -> str:
    said = importlib.metadata.metadata(name).json
    classifiers = [line for line in said.get("classifier", []) if line.startswith("License")]
    return " / ".join([str(said.get("license_expression") or said.get("license", ""))[:80], *classifiers])


def test_every_dependency_is_permissively_licensed() -> None:
    """Each package of the default installation names a permissive licence and no reciprocal one."""
    licences = {name: _licence(name) for name in sorted(_installed_with("signboard", set()))}

    assert len(licences) > 1
    assert {
        name: said for name, said in licences.items() if not PERMISSIVE.search(said) or RECIPROCAL.search(said)
    } == {}
