"""Reads a workbook's tables back, as plain values.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime

import openpyxl
from openpyxl.utils import range_boundaries


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return round(float(value), 6)
    return "" if value is None else str(value)


class Table:
    def __init__(self, sheet, table):
        left, top, right, bottom = range_boundaries(table.ref)
        rows = [[plain(sheet.cell(row, column).value) for column in range(left, right + 1)] for row in range(top, bottom + 1)]
        self.top = top
        self.columns = [str(title) for title in rows[0]]
        self.rows = rows[1:-1] if table.totalsRowCount else rows[1:]
        self.caption = plain(sheet.cell(top - 1, left).value)


def read(path):
    """The sheets in order: name → its tables from the top."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: sorted((Table(sheet, table) for table in sheet.tables.values()), key=lambda table: table.top)
            for sheet in book.worksheets}
