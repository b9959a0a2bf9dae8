/* paste.c: rows of a spreadsheet as new records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste.h"

#include <string.h>

#include "kinds/kinds.h"
#include "model/fold.h"
#include "model/format.h"
#include "model/words.h"
#include "paste-match.h"

/* ---- Columns ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_label (const char *text,
          const char *label)
{
  g_autofree char *a = samsyn_fold_match (text), *b = samsyn_fold_match (label);

  return g_str_equal (a, b);
}

/* The field with that label in either language. */
static const SamsynField *
find_field (const SamsynKind *kind,
            const char       *text)
{
  for (guint i = 0; i < kind->n_fields; i++)
    for (const char *const *language = samsyn_languages (); *language != NULL; language++)
      if (is_label (text, samsyn_field_label (&kind->fields[i], *language)))
        return &kind->fields[i];
  return NULL;
}

/* A value that follows from others is known, but nothing to paste. */
static gboolean
is_derived (const SamsynKind *kind,
            const char       *text)
{
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    for (const char *const *language = samsyn_languages (); *language != NULL; language++)
      if (is_label (text, samsyn_derived_label (derived, *language)))
        return TRUE;
  return FALSE;
}

static gboolean
is_header (const SamsynKind *kind,
           GPtrArray        *row)
{
  guint n_known = 0, n_given = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const char *text = g_ptr_array_index (row, i);

      n_given += *text != '\0';
      n_known += *text != '\0' && (find_field (kind, text) != NULL || is_derived (kind, text));
    }
  return n_known > 0 && 2 * n_known >= n_given;
}

static gboolean
is_taken (SamsynPastePlan   *plan,
          const SamsynField *field)
{
  for (guint i = 0; i < plan->columns->len; i++)
    if (g_array_index (plan->columns, SamsynPasteColumn, i).field == field)
      return TRUE;
  return FALSE;
}

static void
add_column (SamsynPastePlan   *plan,
            const SamsynField *field,
            const char        *label)
{
  SamsynPasteColumn column = { field != NULL && !is_taken (plan, field) ? field : NULL, NULL };

  column.label = g_strdup (field != NULL ? samsyn_field_label (field, NULL) : label);
  g_array_append_val (plan->columns, column);
}

static void
find_columns (SamsynPastePlan *plan,
              GPtrArray       *rows,
              GPtrArray       *positions)
{
  GPtrArray *first = g_ptr_array_index (rows, 0);
  guint n_columns = 0;

  plan->has_header = is_header (plan->kind, first);
  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *) g_ptr_array_index (rows, i))->len);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *label = plan->has_header && i < first->len ? g_ptr_array_index (first, i) : "";

      if (plan->has_header)
        add_column (plan, find_field (plan->kind, label), label);
      else
        add_column (plan, i < positions->len ? g_ptr_array_index (positions, i) : NULL, label);
    }
}

/* ---- Cells ------------------------------------------------------------------------------------------------------------------ */

static char *
show_value (SamsynStore       *store,
            const SamsynKind  *kind,
            const SamsynField *field,
            const SamsynValue *value)
{
  if (field->type == SAMSYN_TYPE_REFERENCE && !samsyn_value_is_null (value))
    return samsyn_store_title (store, value->integer, NULL);
  return samsyn_value_display (kind, field, NULL, value);
}

static gboolean
read_cell (const SamsynPastePlan *plan,
           SamsynPasteMatch      *match,
           const SamsynField     *field,
           const char            *today,
           SamsynPasteCell       *cell,
           GError               **error)
{
  if (field->type == SAMSYN_TYPE_REFERENCE && *cell->text != '\0')
    return samsyn_paste_match_find (match, field, cell->text, &cell->value, error);
  if (!samsyn_value_parse_typed (plan->kind, field, NULL, today, cell->text, &cell->value, error))
    return FALSE;
  return samsyn_value_check (field, &cell->value, error);
}

static void
plan_cell (SamsynPastePlan  *plan,
           SamsynPasteMatch *match,
           SamsynStore      *store,
           const char       *today,
           guint             column,
           SamsynPasteCell  *cell)
{
  const SamsynField *field = g_array_index (plan->columns, SamsynPasteColumn, column).field;
  g_autoptr (GError) error = NULL;

  if (field == NULL)
    {
      cell->shown = g_strdup ("");
      return;
    }
  if (read_cell (plan, match, field, today, cell, &error))
    cell->shown = show_value (store, plan->kind, field, &cell->value);
  else
    {
      samsyn_value_clear (&cell->value);
      cell->shown = g_strdup (cell->text);
      cell->problem = g_strdup (error->message);
    }
}

static void
plan_row (SamsynPastePlan  *plan,
          SamsynPasteMatch *match,
          SamsynStore      *store,
          const char       *today,
          GPtrArray        *texts,
          guint             row)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      SamsynPasteCell *cell = &plan->cells[row * plan->columns->len + i];

      cell->text = g_strdup (i < texts->len ? g_ptr_array_index (texts, i) : "");
      plan_cell (plan, match, store, today, i, cell);
    }
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------- */

static SamsynRecord *
record_of (const SamsynPastePlan *plan,
           guint                  row,
           gint64                 id)
{
  SamsynRecord *record = samsyn_record_new (plan->kind, id);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const SamsynField *field = g_array_index (plan->columns, SamsynPasteColumn, i).field;

      if (field != NULL)
        {
          g_auto (SamsynValue) value = samsyn_value_copy (&samsyn_paste_plan_cell (plan, row, i)->value);

          samsyn_record_set (record, field->id, &value);
        }
    }
  return record;
}

/* What is wrong with a row whose cells are right: a required field that has no column, or values that don't go together. */
static char *
row_problem (SamsynPastePlan *plan,
             guint            row)
{
  g_autoptr (SamsynRecord) record = record_of (plan, row, 1);
  g_autofree char *reason = NULL;
  const char *field;

  for (guint i = 0; i < plan->kind->n_fields; i++)
    if ((plan->kind->fields[i].flags & SAMSYN_FIELD_REQUIRED) && samsyn_value_is_null (&record->values[i])
        && !is_taken (plan, &plan->kind->fields[i]))
      return g_strdup_printf (_("The column “%s” is missing, and every row must have a value there."),
                              samsyn_field_label (&plan->kind->fields[i], NULL));
  field = plan->kind->check != NULL ? plan->kind->check (record, &reason) : NULL;
  if (field == NULL)
    return NULL;
  return g_strdup_printf ("%s: %s", samsyn_field_label (samsyn_kind_field (plan->kind, field), NULL), reason);
}

static void
check_rows (SamsynPastePlan *plan)
{
  for (guint i = 0; i < plan->n_rows; i++)
    {
      if (!samsyn_paste_plan_is_faulty (plan, i))
        plan->row_problems[i] = row_problem (plan, i);
      plan->n_faulty += samsyn_paste_plan_is_faulty (plan, i);
    }
}

gboolean
samsyn_paste_plan_is_faulty (const SamsynPastePlan *plan,
                             guint                  row)
{
  for (guint i = 0; i < plan->columns->len; i++)
    if (samsyn_paste_plan_cell (plan, row, i)->problem != NULL)
      return TRUE;
  return plan->row_problems[row] != NULL;
}

/* ---- The plan --------------------------------------------------------------------------------------------------------------- */

static void
clear_column (gpointer column)
{
  g_free (((SamsynPasteColumn *) column)->label);
}

static SamsynPastePlan *
refuse (const char *reason,
        GError    **error)
{
  g_set_error_literal (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_SYNTAX, reason);
  return NULL;
}

SamsynPastePlan *
samsyn_paste_plan_new (SamsynStore      *store,
                       const SamsynKind *kind,
                       GPtrArray        *positions,
                       const char       *today,
                       const char       *text,
                       GError          **error)
{
  g_autoptr (GPtrArray) rows = g_utf8_validate (text, -1, NULL) ? samsyn_paste_split (text) : NULL;
  g_autoptr (SamsynPasteMatch) match = samsyn_paste_match_new (store);
  g_autoptr (SamsynPastePlan) plan = g_new0 (SamsynPastePlan, 1);
  guint first;

  plan->kind = kind;
  plan->columns = g_array_new (FALSE, FALSE, sizeof (SamsynPasteColumn));
  g_array_set_clear_func (plan->columns, clear_column);
  if (rows == NULL || rows->len == 0)
    return refuse (_("There are no rows on the clipboard. Nothing was added; copy the rows in the spreadsheet first."), error);
  if (rows->len > SAMSYN_PASTE_LIMIT)
    return refuse (_("There are more than 10,000 rows on the clipboard. Nothing was added; paste them in smaller parts."), error);
  find_columns (plan, rows, positions);
  first = plan->has_header ? 1 : 0;
  plan->n_rows = rows->len - first;
  if (plan->n_rows == 0)
    return refuse (_("There is only a line of headings on the clipboard. Nothing was added; copy the rows below it too."), error);
  plan->cells = g_new0 (SamsynPasteCell, plan->n_rows * plan->columns->len);
  plan->row_problems = g_new0 (char *, plan->n_rows);
  for (guint i = 0; i < plan->n_rows; i++)
    plan_row (plan, match, store, today, g_ptr_array_index (rows, first + i), i);
  check_rows (plan);
  return g_steal_pointer (&plan);
}

void
samsyn_paste_plan_free (SamsynPastePlan *plan)
{
  for (guint i = 0; i < plan->n_rows * plan->columns->len && plan->cells != NULL; i++)
    {
      g_free (plan->cells[i].text);
      samsyn_value_clear (&plan->cells[i].value);
      g_free (plan->cells[i].shown);
      g_free (plan->cells[i].problem);
    }
  for (guint i = 0; i < plan->n_rows && plan->row_problems != NULL; i++)
    g_free (plan->row_problems[i]);
  g_free (plan->cells);
  g_free (plan->row_problems);
  g_array_unref (plan->columns);
  g_free (plan);
}

GPtrArray *
samsyn_paste_plan_problems (const SamsynPastePlan *plan)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->n_rows; i++)
    {
      for (guint j = 0; j < plan->columns->len; j++)
        if (samsyn_paste_plan_cell (plan, i, j)->problem != NULL)
          /* TRANSLATORS: where a pasted cell is wrong: "Row 3, Due on: is no date" */
          g_ptr_array_add (problems, g_strdup_printf (_("Row %u, %s: “%s” %s"), i + 1,
                                                      g_array_index (plan->columns, SamsynPasteColumn, j).label,
                                                      samsyn_paste_plan_cell (plan, i, j)->text,
                                                      samsyn_paste_plan_cell (plan, i, j)->problem));
      if (plan->row_problems[i] != NULL)
        g_ptr_array_add (problems, g_strdup_printf (_("Row %u: %s"), i + 1, plan->row_problems[i]));
    }
  return problems;
}

GPtrArray *
samsyn_paste_plan_changes (const SamsynPastePlan *plan,
                           SamsynStore           *store)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);

  for (guint i = 0; i < plan->n_rows; i++)
    if (!samsyn_paste_plan_is_faulty (plan, i))
      {
        g_autoptr (SamsynRecord) record = record_of (plan, i, samsyn_store_new_id (store));
        SamsynChange *change = samsyn_change_between (NULL, record);

        if (change != NULL)
          g_ptr_array_add (changes, change);
      }
  return changes;
}
