/* all-data.c: every record of every kind, one table a kind
 *
 * The rows are not gathered: while the workbook is written, each is read, translated in place and passed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reports/ask.h"
#include "reports/list.h"

#include "kinds/kinds.h"
#include "model/words.h"

#define ID_WIDTH 18

/* How a value of the query becomes the value of a cell. */
typedef enum
{
  CELL_AS_IS,
  CELL_ID,     /* as text: a spreadsheet keeps 15 digits only */
  CELL_CHOICE, /* by its label */
  CELL_YES_NO,
} CellRule;

typedef struct
{
  CellRule    rule;
  GHashTable *labels; /* CHOICE: id to label, both static */
  char        text[24];
} Cell;

/* A kind's table, from query to cells. */
typedef struct
{
  SamsynStore       *store; /* kept by the book */
  SamsynQuery       *query;
  GArray            *cells; /* Cell, one a column */
  SamsynValue       *row;   /* borrowed values */
  const char        *yes;
  const char        *no;
  SamsynTableRowFunc next;
  gpointer           writer;
} Source;

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->labels, g_hash_table_unref);
}

static void
source_free (gpointer data)
{
  Source *source = data;

  samsyn_query_free (source->query);
  g_array_unref (source->cells);
  g_free (source->row);
  g_free (source);
}

static const char *
label_of (const Cell *cell,
          const char *choice)
{
  const char *label = g_hash_table_lookup (cell->labels, choice);

  return label != NULL ? label : choice;
}

static SamsynValue
borrowed (const char *text)
{
  return (SamsynValue) { .stored = SAMSYN_STORED_TEXT, .text = (char *) text };
}

/* The texts of the values belong to the query's row, to the catalogues or to the cell: nothing is copied. */
static SamsynValue
translate (const Source      *source,
           Cell              *cell,
           const SamsynValue *value)
{
  if (value->stored == SAMSYN_STORED_NULL || samsyn_value_is_bent (value))
    return *value;
  switch (cell->rule)
    {
    case CELL_ID:
      g_snprintf (cell->text, sizeof cell->text, "%" G_GINT64_FORMAT, value->integer);
      return borrowed (cell->text);
    case CELL_CHOICE:
      return borrowed (label_of (cell, value->text));
    case CELL_YES_NO:
      return borrowed (value->integer != 0 ? source->yes : source->no);
    default:
      return *value;
    }
}

static gboolean
pass_row (const SamsynValue *values,
          gpointer           data)
{
  Source *source = data;

  for (guint i = 0; i < source->cells->len; i++)
    source->row[i] = translate (source, &g_array_index (source->cells, Cell, i), &values[i]);
  return source->next (source->row, source->writer);
}

static gboolean
each_row (SamsynTableRowFunc row,
          gpointer           writer,
          gpointer           data,
          GError           **error)
{
  Source *source = data;

  source->next = row;
  source->writer = writer;
  return samsyn_store_each (source->store, source->query, pass_row, source, error);
}

static SamsynColumnType
column_type (const SamsynField *field)
{
  switch (field->type)
    {
    case SAMSYN_TYPE_DATE:
      return SAMSYN_COLUMN_DATE;
    case SAMSYN_TYPE_INTEGER:
      return SAMSYN_COLUMN_INTEGER;
    case SAMSYN_TYPE_NUMBER:
      return SAMSYN_COLUMN_NUMBER;
    case SAMSYN_TYPE_MONEY:
      return SAMSYN_COLUMN_MONEY;
    case SAMSYN_TYPE_TIME:
    case SAMSYN_TYPE_BOOLEAN:
    case SAMSYN_TYPE_CHOICE:
      return SAMSYN_COLUMN_STATE;
    default:
      return SAMSYN_COLUMN_TEXT;
    }
}

static GHashTable *
choice_labels (const SamsynKind  *kind,
               const SamsynField *field,
               const char        *language)
{
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (const SamsynChoice *choice = field->choices; choice->id != NULL; choice++)
    g_hash_table_insert (labels, (gpointer) choice->id, (gpointer) samsyn_choice_label (kind, field, choice->id, language));
  return labels;
}

static void
add_column (Source          *source,
            SamsynTable     *table,
            const char      *path,
            const char      *title,
            Cell             cell,
            SamsynColumnType type,
            int              width)
{
  samsyn_query_select (source->query, path);
  g_array_append_val (source->cells, cell);
  samsyn_table_add_column (table, title, type, width, 0);
}

/* A reference is told by the title of what it names; the id beside it is what programs go by. */
static void
add_reference (Source            *source,
               SamsynTable       *table,
               const SamsynField *field,
               const char        *language)
{
  const char *label = samsyn_field_label (field, language);
  g_autofree char *path = g_strconcat (field->id, ".@title", NULL);
  g_autofree char *id_title = g_strdup_printf (samsyn_words (language, "all-data", "%s (id)"), label);

  add_column (source, table, path, label, (Cell) { .rule = CELL_AS_IS }, SAMSYN_COLUMN_TEXT, samsyn_field_width (field));
  add_column (source, table, field->id, id_title, (Cell) { .rule = CELL_ID }, SAMSYN_COLUMN_STATE, ID_WIDTH);
}

static void
add_field (Source            *source,
           SamsynTable       *table,
           const SamsynField *field,
           const char        *language)
{
  Cell cell = { .rule = CELL_AS_IS };
  g_autofree char *path = g_strconcat (field->id, field->type == SAMSYN_TYPE_BODY ? ".@text" : NULL, NULL);

  if (field->type == SAMSYN_TYPE_REFERENCE)
    {
      add_reference (source, table, field, language);
      return;
    }
  if (field->type == SAMSYN_TYPE_CHOICE)
    cell = (Cell) { .rule = CELL_CHOICE, .labels = choice_labels (source->query->kind, field, language) };
  else if (field->type == SAMSYN_TYPE_BOOLEAN)
    cell.rule = CELL_YES_NO;
  add_column (source, table, path, samsyn_field_label (field, language), cell, column_type (field), samsyn_field_width (field));
}

static void
add_table (SamsynStore      *store,
           SamsynSheet      *sheet,
           const SamsynKind *kind,
           guint             n_records,
           const char       *language)
{
  SamsynTable *table = samsyn_sheet_add_table (sheet, NULL);
  Source *source = g_new0 (Source, 1);

  source->store = store;
  source->query = samsyn_ask (kind->id, language, NULL);
  source->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (source->cells, cell_clear);
  source->yes = samsyn_words (language, "all-data", "Yes");
  source->no = samsyn_words (language, "all-data", "No");
  samsyn_query_order (source->query, "@id", FALSE);
  add_column (source, table, "@id", samsyn_words (language, "all-data", "ID"), (Cell) { .rule = CELL_ID }, SAMSYN_COLUMN_STATE,
              ID_WIDTH);
  for (guint i = 0; i < kind->n_fields; i++)
    add_field (source, table, &kind->fields[i], language);
  source->row = g_new0 (SamsynValue, source->cells->len);
  samsyn_table_set_source (table, n_records, each_row, source, source_free);
}

static void
add_content (SamsynTable *contents,
             const char  *name,
             SamsynSheet *sheet,
             gint64       n_records)
{
  samsyn_table_add_row (contents);
  if (sheet != NULL)
    samsyn_table_link (contents, name, sheet);
  else
    samsyn_table_text (contents, name);
  samsyn_table_integer (contents, n_records);
}

/* The kinds without records are named below those that have a sheet. */
static gboolean
add_kinds (SamsynStore  *store,
           SamsynBook   *book,
           SamsynTable  *contents,
           const char   *language,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      gint64 n_records = samsyn_store_count (store, query, error);
      const char *name = samsyn_kind_plural (*kind, language);
      SamsynSheet *sheet;

      if (n_records < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n_records == 0)
        {
          g_ptr_array_add (empty, (gpointer) name);
          continue;
        }
      sheet = samsyn_book_add_sheet (book, name, name, samsyn_words (language, "empty", (*kind)->empty));
      add_table (store, sheet, *kind, (guint) n_records, language);
      add_content (contents, name, sheet, n_records);
    }
  for (guint i = 0; i < empty->len; i++)
    add_content (contents, g_ptr_array_index (empty, i), NULL, 0);
  return TRUE;
}

static gboolean
describe (SamsynStore                 *store,
          const SamsynReportArguments *arguments,
          SamsynBook                  *book,
          GCancellable                *cancellable,
          GError                     **error)
{
  const char *language = samsyn_book_get_language (book);
  const char *title = samsyn_words (language, "report", "All data");
  const char *purpose
    = samsyn_words (language, "all-data",
                    "Every record of the workspace, one sheet a kind. Kinds without records have no sheet.");
  SamsynSheet *readme = samsyn_book_add_sheet (book, samsyn_words (language, "pack", "Read me"), title, purpose);
  SamsynTable *contents = samsyn_sheet_add_table (readme, NULL);

  samsyn_book_set_properties (book, title, samsyn_words (language, "all-data", "Everything in the workspace"), "Samsyn");
  samsyn_table_add_column (contents, samsyn_words (language, "pack", "Sheet"), SAMSYN_COLUMN_TEXT, 44, SAMSYN_COLUMN_HEADER);
  samsyn_table_add_column (contents, samsyn_words (language, "all-data", "Records"), SAMSYN_COLUMN_INTEGER, 14,
                           SAMSYN_COLUMN_TOTAL);
  return add_kinds (store, book, contents, language, cancellable, error);
}

const SamsynReport samsyn_all_data_report = {
  .id = "all-data",
  .title = NC_ ("report", "All data"),
  .purpose = NC_ ("report", "Every record of every kind, one table a kind."),
  .takes = SAMSYN_REPORT_AS_OF,
  .needs = 0,
  .describe = describe,
};
