"""Excel workbooks (.xlsx, ECMA-376) as tab-separated text, sheet by sheet, which the reader of tables then reads.

A workbook is a zip, so it has no characters of its own; those of the receipt are the characters of that text.
"""

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time

_ZIP = b"PK\x03\x04"
INSIDE = "xl/workbook"  # .xml, or .bin in a binary workbook, which nobody reads
_LARGEST = 2_000_000_000  # bytes unpacked; a workbook of a million rows has less
_MISSING = "an Excel workbook; install papercat[xlsx], which brings openpyxl, to read it"


def is_workbook(data: bytes) -> bool:
    r"""Tell an Excel workbook from other bytes.

    >>> is_workbook(b"PK\x03\x04 and no more"), is_workbook(b"Title,Year")
    (False, False)
    """
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(INSIDE) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError):  # also a version or a place that there is not
        return False


def read_workbook(data: bytes) -> tuple[str, str, str]:
    """Write the sheets of a workbook as tab-separated text, a form feed between two.

    Returns:
        The text, and if it is empty why, and the issue code for that: openpyxl is missing, the workbook is broken or has no cells.
    """
    try:
        import openpyxl  # noqa: PLC0415  # pyright: ignore[reportMissingModuleSource]  an extra, and slow to import
    except ImportError:
        return "", _MISSING, "file-skipped"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                return "", "an Excel workbook that unpacks to more than 2 GB", "file-skipped"
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [_written(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    except Exception as error:  # noqa: BLE001  openpyxl raises whatever a broken part makes happen
        return "", f"an Excel workbook that cannot be read: {type(error).__name__}: {error}", "file-skipped"
    text = "\n\f\n".join(filter(None, sheets))
    return text, "" if text else "an Excel workbook in which nothing stands", "file-empty"


def _written(rows: Iterable[tuple[object, ...]]) -> str:
    """Write the rows of a sheet; the empty columns on its right are left out."""
    texts = [[_text(value) for value in row] for row in rows]
    width = max((place for row in texts for place, text in enumerate(row, 1) if text), default=0)
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(row[:width] for row in texts if any(row))
    return out.getvalue()


def _text(value: object) -> str:
    """Write a value as the sheet shows it; a date as ISO 8601 has it."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
