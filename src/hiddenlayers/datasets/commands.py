"""`hiddenlayers data`: which data sets there are, fetch them, verify them."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from hiddenlayers.datasets.download import DownloadError
from hiddenlayers.datasets.manifest import DataSet, select
from hiddenlayers.datasets.store import copies, fetch, places

app = typer.Typer(no_args_is_help=True, help="The real data sets: list, fetch, verify.")

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]...", help="Data sets; all of them without a name.")
]


@app.command("list")
def list_data_sets() -> None:
    """Show every data set of the course, and where on this machine it is."""
    table = Table(
        "name",
        "what it is",
        "size",
        "licence",
        Column("here", overflow="fold"),
        box=None,
        header_style="bold",
    )
    for data_set in select():
        table.add_row(data_set.name, data_set.what, _size(data_set), data_set.licence, _where(data_set))
    console = Console(highlight=False)
    console.print(table)
    console.print(
        "\nLooked for in " + ", ".join(f"{place.label} ({place.folder})" for place in places()),
        soft_wrap=True,
    )


@app.command("fetch")
def fetch_data_sets(names: Names = None) -> None:
    """Download what is not here yet. Exit code 1 if something could not be fetched."""
    table = Table("data set", "part", "result", box=None, header_style="bold")
    complete = True
    for data_set in select(names):
        for part in data_set.parts:
            copy = next((copy for copy in copies(data_set, part) if not copy.fault), None)
            result = f"here already, {copy.label}" if copy else ""
            if not copy:
                try:
                    result = f"fetched, {fetch(data_set, part).label}"
                except DownloadError as error:
                    complete = False
                    result = f"[red]not fetched[/red]: {escape(str(error))}"
            table.add_row(data_set.name, part, result)
    _finish(table, complete)


@app.command("verify")
def verify_data_sets(names: Names = None) -> None:
    """Compare every copy on this machine with the manifest. Exit code 1 if a file is missing or broken."""
    table = Table(
        "data set", "part", Column("file", overflow="fold"), "result", box=None, header_style="bold"
    )
    complete = True
    for data_set in select(names):
        for part in data_set.parts:
            found = list(copies(data_set, part))
            for copy in found:
                result = f"[red]broken[/red]: {escape(copy.fault)}" if copy.fault else "ok"
                table.add_row(data_set.name, part, copy.label, result)
            if not found:
                table.add_row(data_set.name, part, data_set.variants(part)[0].name, "[red]missing[/red]")
            complete = complete and bool(found) and not any(copy.fault for copy in found)
    _finish(table, complete)


def _finish(table: Table, complete: bool) -> None:
    """Show the results; exit code 1 unless all is well."""
    Console(highlight=False).print(table)
    if not complete:
        raise typer.Exit(1)


def _size(data_set: DataSet) -> str:
    """What a fetch of the whole data set brings, in MB."""
    size = sum(data_set.variants(part)[0].size for part in data_set.parts)
    return f"{size / 1e6:.1f} MB" if size else "varies"


def _where(data_set: DataSet) -> str:
    """The folders that hold the data set's good files, and what is wrong where it is not complete."""
    every = [copy for part in data_set.parts for copy in copies(data_set, part)]
    folders = dict.fromkeys(copy.label.rpartition("/")[0] for copy in every if not copy.fault)
    parts = {copy.part for copy in every if not copy.fault}
    notes = [f"broken: {copy.label}" for copy in every if copy.fault]
    if parts and len(parts) < len(data_set.parts):
        notes.append(f"{len(parts)} of {len(data_set.parts)} parts")
    return "; ".join([*folders, *notes]) or "not here"
