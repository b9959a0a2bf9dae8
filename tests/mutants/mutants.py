"""Mistakes that somebody could make, and the tests that must notice each.

(what it is, file, the text that is there once, the text in its place, tests by their meson names)

SPDX-License-Identifier: GPL-3.0-or-later
"""

STORE = "app/store/"

MUTANTS = [
    ("a new record's last field is dropped", STORE + "rows.c",
     "  for (guint i = 0; i < kind->n_fields; i++)\n    index = bind_field (",
     "  for (guint i = 0; i + 1 < kind->n_fields; i++)\n    index = bind_field (", ["store-random"]),
    ("an edit writes the value that was there", STORE + "rows.c",
     "&kind->fields[entry->field], &entry->after)", "&kind->fields[entry->field], &entry->before)", ["store-apply"]),
    ("a row of the log is skipped", STORE + "log.c",
     "  for (guint i = 0; i < changes->len; i++)\n    if (!append_change (",
     "  for (guint i = 1; i < changes->len; i++)\n    if (!append_change (", ["store-apply"]),
    ("an edit's row of the search index is skipped", STORE + "rows.c",
     "return !reindex ||", "return reindex ||", ["store-fields"]),
    ("a deleted record's words stay in the search index", STORE + "rows.c",
     ', "DELETE FROM search WHERE rowid = ?" };', " };", ["store-apply"]),
    ("a quotation mark goes into JSON as it is", "app/model/json.c",
     "|| *at == '\"' || *at == '\\\\' ?", "|| *at == '\\\\' ?", ["store-random"]),
    ("only whole words are searched for", STORE + "search.c",
     r'\"%s\"*"', r'\"%s\""', ["store-fields"]),
    ("a quotation mark in CSV is not doubled", "app/exchange/csv.c",
     "if (*text == '\"')", "if (*text == '\\0')", ["command-commands"]),
    ("what cannot be without the deleted record is left", "app/model/field.c",
     "? SAMSYN_ON_DELETE_DELETE : SAMSYN_ON_DELETE_CLEAR", "? SAMSYN_ON_DELETE_CLEAR : SAMSYN_ON_DELETE_CLEAR", ["store-apply"]),
    ("a deletion does not follow the last field", STORE + "depend.c",
     "for (guint i = 0; i < (*kind)->n_fields; i++)", "for (guint i = 2; i < (*kind)->n_fields; i++)", ["store-random"]),
    ("undo forgets the order", STORE + "undo.c",
     "g_ptr_array_index (changes, i - 1)", "g_ptr_array_index (changes, changes->len - i)", ["store-log"]),
    ("conflicts are not looked for", STORE + "apply.c",
     "  if (differing->len == 0)\n    return TRUE;", "  if (TRUE)\n    return TRUE;", ["store-apply"]),
    ("the past is one step too far back", STORE + "history.c", "WHERE at > ?", "WHERE at >= ?", ["store-random"]),
    ("a step's digest does not hold the one before", STORE + "log.c",
     "digest_text (checksum, previous);", "digest_text (checksum, NULL);", ["store-log"]),
    ("a title repeats its first field", STORE + "title.c",
     "kind->title[i]), &values[i],", "kind->title[i]), &values[0],", ["store-select", "store-rows", "command-commands"]),
    ("amounts lose their cents", "app/model/format-strict.c",
     "(int) (magnitude % 100));", "0);", ["model-strict"]),
    ("a filter is turned round", STORE + "compile.c", '"%s IS NOT NULL"', '"%s IS NULL"', ["store-select"]),
    ("a delay has the wrong sign", "app/model/record.c",
     "samsyn_date_days (from, to)", "samsyn_date_days (to, from)", ["model-record"]),
    ("a deviation has the wrong sign", "app/model/record.c",
     "samsyn_value_integer (a->integer - b->integer)", "samsyn_value_integer (b->integer - a->integer)", ["model-record"]),
    ("two columns of a sheet are swapped", "app/reports/sheet-timeline.c",
     "samsyn_table_text (table, samsyn_rows_text (rows, row, PLANNED));",
     "samsyn_table_text (table, samsyn_rows_text (rows, row, REACHED));", ["reports-pack"]),
    ("the calendar leaves what falls due on its first day", "app/reports/sheet-calendar.c",
     "field->id, SAMSYN_QUERY_AT_LEAST, pack->date", "field->id, SAMSYN_QUERY_GREATER, pack->date", ["reports-pack"]),
    ("an organisation may be above itself", STORE + "rules.c",
     "if (g_strcmp0 (kind->parent, field->id) == 0 &&", "if (FALSE &&", ["store-apply"]),
]
