/* list.c: the records of a kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/csv/csv.h"
#include "exchange/json/export-json.h"
#include "filter.h"
#include "kinds/kinds.h"
#include "list-of-commands.h"
#include "model/format.h"
#include "model/words.h"
#include "text-table.h"

static char *format;
static char *as_of;
static char **filters;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format,
    N_ ("a table to read; or every field as CSV, or as the JSON that import reads"), "text|csv|json" },
  { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("the records as they were written at the end of that day"), "DATE" },
  { "filter", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filters,
    N_ ("only records whose field has the value; a path (owner.organisation) leads through references; may be repeated"),
    "FIELD=VALUE" },
  G_OPTION_ENTRY_NULL,
};

static const char *const formats[] = { "text", "csv", "json", NULL };

typedef struct
{
  const SamsynKind *kind;
  SamsynTextTable  *table;
  GString          *line;
  gboolean          first;
} List;

/* ---- Text ------------------------------------------------------------------------------------------------------------------ */

static void
select_text (SamsynQuery *query,
             List        *list)
{
  list->table = samsyn_text_table_new ();
  samsyn_query_select (query, "@id");
  samsyn_text_table_column (list->table, C_ ("column", "Id"), TRUE);
  for (guint i = 0; i < query->kind->n_fields; i++)
    {
      const SamsynField *field = &query->kind->fields[i];
      g_autofree char *path = g_strconcat (field->id, field->type == SAMSYN_TYPE_REFERENCE ? ".@title" : NULL, NULL);

      if (!(field->flags & SAMSYN_FIELD_IN_LIST))
        continue;
      samsyn_query_select (query, path);
      samsyn_text_table_column (list->table, samsyn_field_label (field, NULL),
                                samsyn_type_stored (field->type) != SAMSYN_STORED_TEXT && field->type != SAMSYN_TYPE_REFERENCE
                                  && field->type != SAMSYN_TYPE_BOOLEAN);
    }
}

static gboolean
add_text (const SamsynValue *row,
          gpointer           data)
{
  List *list = data;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row[0].integer);

  samsyn_text_table_cell (list->table, id);
  for (guint i = 0, column = 1; i < list->kind->n_fields; i++)
    {
      const SamsynField *field = &list->kind->fields[i];
      g_autofree char *text = NULL;

      if (!(field->flags & SAMSYN_FIELD_IN_LIST))
        continue;
      if (field->type == SAMSYN_TYPE_REFERENCE)
        text = g_strdup (samsyn_value_get_text (&row[column]));
      else if (field->type == SAMSYN_TYPE_DATE)
        text = samsyn_value_format (field, &row[column]);
      else
        text = samsyn_value_display (list->kind, field, NULL, &row[column]);
      samsyn_text_table_cell (list->table, text);
      column++;
    }
  return TRUE;
}

static void
end_text (List *list)
{
  samsyn_text_table_print (list->table);
  samsyn_text_table_free (list->table);
}

/* ---- CSV: every field as files write it ------------------------------------------------------------------------------------ */

static void
select_csv (SamsynQuery *query,
            List        *list)
{
  samsyn_export_select_record (query);
  list->line = g_string_new (NULL);
  samsyn_csv_append_cell (list->line, "id");
  for (guint i = 0; i < query->kind->n_fields; i++)
    samsyn_csv_append_cell (list->line, query->kind->fields[i].id);
  samsyn_csv_end_row (list->line);
  samsyn_call_print (list->line->str);
}

static gboolean
add_csv (const SamsynValue *row,
         gpointer           data)
{
  List *list = data;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row[0].integer);

  g_string_truncate (list->line, 0);
  samsyn_csv_append_cell (list->line, id);
  for (guint i = 0; i < list->kind->n_fields; i++)
    {
      const SamsynValue *value = &row[i + 1];
      g_autofree char *text = value->stored == SAMSYN_STORED_TEXT ? NULL : samsyn_value_format (&list->kind->fields[i], value);

      samsyn_csv_append_cell (list->line, text != NULL ? text : value->text);
    }
  samsyn_csv_end_row (list->line);
  samsyn_call_print (list->line->str);
  return TRUE;
}

static void
end_csv (List *list)
{
  g_string_free (list->line, TRUE);
}

/* ---- JSON: the same as an export of these records -------------------------------------------------------------------------- */

static void
select_json (SamsynQuery *query,
             List        *list)
{
  samsyn_export_select_record (query);
  list->line = g_string_new (NULL);
  list->first = TRUE;
  samsyn_call_print (SAMSYN_EXPORT_HEAD);
}

static gboolean
add_json (const SamsynValue *row,
          gpointer           data)
{
  List *list = data;

  g_string_assign (list->line, list->first ? "\n" : ",\n");
  list->first = FALSE;
  samsyn_export_append_record (list->line, list->kind, row);
  samsyn_call_print (list->line->str);
  return TRUE;
}

static void
end_json (List *list)
{
  samsyn_call_print (SAMSYN_EXPORT_TAIL);
  g_string_free (list->line, TRUE);
}

/* In the order of `formats`. */
static const struct
{
  void (*select) (SamsynQuery *query,
                  List        *list);
  SamsynRowFunc add;
  void (*end) (List *list);
} forms[] = {
  { select_text, add_text, end_text },
  { select_csv, add_csv, end_csv },
  { select_json, add_json, end_json },
};

static SamsynQuery *
make_query (const SamsynKind *kind,
            SamsynStore      *store,
            GError          **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);

  for (guint i = 0; filters != NULL && filters[i] != NULL; i++)
    if (!samsyn_filter_add (query, samsyn_store_clock (store), filters[i], error))
      return NULL;
  samsyn_query_order_default (query);
  return g_steal_pointer (&query);
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  int form = samsyn_call_read_word (format, "--format", formats, error);
  const SamsynKind *kind;
  g_autoptr (SamsynQuery) query = NULL;
  g_autoptr (SamsynStore) store = NULL;
  List list = { 0 };
  gboolean done;

  if (form < 0 || !samsyn_call_check_date (as_of, "--as-of", error) || !samsyn_call_check_text (call->args[1], "KIND", error))
    return FALSE;
  kind = samsyn_kind_find (call->args[1]);
  if (kind == NULL)
    {
      g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE,
                   _ ("There is no kind “%s”. “samsyn kinds” tells which there are."), call->args[1]);
      return FALSE;
    }
  store = as_of != NULL ? samsyn_call_open_copy (call, as_of, error) : samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  query = store != NULL ? make_query (kind, store, error) : NULL;
  if (query == NULL)
    return FALSE;
  list.kind = query->kind;
  forms[form].select (query, &list);
  done = samsyn_store_each (store, query, forms[form].add, &list, error);
  forms[form].end (&list);
  return done;
}

const SamsynCommand samsyn_command_list = {
  .name = "list",
  .usage = "FILE KIND [--format=text|csv|json] [--as-of=DATE] [--filter=FIELD=VALUE]…",
  .summary = N_ ("List the records of a kind."),
  .details = N_ ("CSV is UTF-8 with the fields' ids as headings and values as JSON has them; nothing is altered, so a cell that "
                 "begins\n"
                 "with = may be taken for a formula by a spreadsheet: make workbooks with “samsyn report”."),
  .min_args = 2,
  .max_args = 2,
  .options = options,
  .run = run,
};
