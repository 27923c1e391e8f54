"""The import contracts of ``pyproject.toml`` hold, and each of them bites."""

from __future__ import annotations

import copy

import grimp
import pytest
from importlinter.api import read_configuration
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.domain.contract import Contract

from tests.house import ROOT

DESK = "dialogue_desk"
TYPES: dict[str, type[Contract]] = {"layers": LayersContract, "forbidden": ForbiddenContract}
LINTER = read_configuration(str(ROOT / "pyproject.toml"))
CONTRACTS: dict[str, Contract] = {
    options["name"]: TYPES[options["type"]](options["name"], LINTER["session_options"], options)
    for options in LINTER["contracts_options"]
}

BREAKS = {
    "Each layer knows only those beneath it": [
        ("domain", "ui"),
        ("words", "storage"),
        ("storage", "exchange"),
        ("exchange", "reports"),
        ("reports", "desk"),
        ("desk", "ui"),
        ("ui", "app"),
    ],
    "Only the window knows Qt": [("desk", "PySide6"), ("words", "PySide6")],
    "Only storage knows SQLite": [("exchange", "sqlite3"), ("ui", "sqlite_utils")],
    "Only reports know reportlab, typst and docx": [
        ("domain", "reportlab"),
        ("desk", "docx"),
        ("ui", "typst"),
    ],
    "Only the exchange knows DuckDB": [("reports", "duckdb"), ("desk", "duckdb"), ("ui", "duckdb")],
    "Only the exchange knows pypdf": [("reports", "pypdf"), ("desk", "pypdf"), ("ui", "pypdf")],
    "The exchange and the reports take and give values, and leave the database alone": [
        ("exchange", "storage"),
        ("reports", "storage"),
    ],
    "What ships knows nothing of the tools beside it": [("desk", "tools"), ("ui", "tools")],
    "Nothing opens a network connection": [("ui", "socket"), ("exchange", "http"), ("desk", "urllib")],
}
"""For each contract, imports that it must not let pass."""


def kept(contract: Contract, graph: grimp.ImportGraph) -> bool:
    return contract.check(copy.deepcopy(graph), verbose=False).kept


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """The imports of the app as it stands, with the layers that nobody has begun yet."""
    graph = grimp.build_graph(DESK, include_external_packages=True, cache_dir=None)
    for layer in LINTER["contracts_options"][0]["layers"]:
        for module in layer.split(" | "):
            graph.add_module(f"{DESK}.{module}")
    return graph


def test_every_contract_is_shown_to_bite() -> None:
    assert set(BREAKS) == set(CONTRACTS)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_contract_holds(name: str, graph: grimp.ImportGraph) -> None:
    assert kept(CONTRACTS[name], graph)


@pytest.mark.parametrize(
    ("name", "importer", "imported"), [(name, *pair) for name, pairs in BREAKS.items() for pair in pairs]
)
def test_the_contract_bites(name: str, importer: str, imported: str, graph: grimp.ImportGraph) -> None:
    broken = copy.deepcopy(graph)
    inside = f"{DESK}.{imported}" in graph.modules
    if not inside:
        broken.add_module(imported, is_squashed=True)
    broken.add_module(f"{DESK}.{importer}.newcomer")
    broken.add_import(
        importer=f"{DESK}.{importer}.newcomer", imported=f"{DESK}.{imported}" if inside else imported
    )
    assert not kept(CONTRACTS[name], broken)


def test_a_new_package_is_refused_until_it_has_a_layer(graph: grimp.ImportGraph) -> None:
    grown = copy.deepcopy(graph)
    grown.add_module(f"{DESK}.cloud")
    assert not kept(CONTRACTS["Each layer knows only those beneath it"], grown)
