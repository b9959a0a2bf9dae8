/* paste.c: rows of a spreadsheet as new records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste.h"

#include "model/format.h"
#include "model/words.h"
#include "paste-columns.h"
#include "paste-match.h"

/* ---- Cells ----------------------------------------------------------------------------------------------------------------- */

static char *
show_value (SamsynStore       *store,
            const SamsynKind  *kind,
            const SamsynField *field,
            const SamsynValue *value)
{
  if (field->type == SAMSYN_TYPE_REFERENCE && value->stored == SAMSYN_STORED_INTEGER)
    return samsyn_store_title (store, value->integer, NULL);
  return samsyn_value_display (kind, field, NULL, value);
}

static gboolean
read_cell (SamsynPastePlan   *plan,
           const SamsynField *field,
           SamsynPasteCell   *cell,
           GError           **error)
{
  if (field->type == SAMSYN_TYPE_REFERENCE && *cell->text != '\0')
    return samsyn_paste_match_find (plan->match, field, cell->text, &cell->value, error);
  if (!samsyn_value_parse_typed (plan->kind, field, NULL, plan->today, cell->text, &cell->value, error))
    return FALSE;
  return samsyn_value_check (field, &cell->value, error) && samsyn_value_check_new (field, &cell->value, error);
}

static void
clear_cell (SamsynPasteCell *cell)
{
  samsyn_value_clear (&cell->value);
  g_clear_pointer (&cell->shown, g_free);
  g_clear_pointer (&cell->problem, g_free);
}

/* What is left out is shown as it was pasted: by that its field can be chosen. */
static void
plan_cell (SamsynPastePlan *plan,
           guint            row,
           guint            column)
{
  const SamsynField *field = g_array_index (plan->columns, SamsynPasteColumn, column).field;
  SamsynPasteCell *cell = &plan->cells[row * plan->columns->len + column];
  g_autoptr (GError) error = NULL;

  clear_cell (cell);
  if (field == NULL)
    {
      cell->shown = g_strdup (cell->text);
      return;
    }
  if (read_cell (plan, field, cell, &error))
    cell->shown = show_value (plan->store, plan->kind, field, &cell->value);
  else
    {
      samsyn_value_clear (&cell->value);
      cell->shown = g_strdup (cell->text);
      cell->problem = g_strdup (error->message);
    }
}

static void
plan_column (SamsynPastePlan *plan,
             guint            column)
{
  for (guint i = 0; i < plan->n_rows; i++)
    plan_cell (plan, i, column);
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

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

/* The first field that every record must have and that gets no value, or NULL. */
static const SamsynField *
find_missing (const SamsynPastePlan *plan)
{
  g_autoptr (SamsynRecord) record = samsyn_record_new (plan->kind, 1);

  for (guint i = 0; i < plan->kind->n_fields; i++)
    {
      const SamsynField *field = &plan->kind->fields[i];

      if ((field->flags & SAMSYN_FIELD_REQUIRED) && samsyn_value_is_null (&record->values[i])
          && !samsyn_paste_plan_has_field (plan, field))
        return field;
    }
  return NULL;
}

/* What is wrong with a row whose cells are right: values that don't go together. */
static char *
row_problem (const SamsynPastePlan *plan,
             guint                  row)
{
  g_autoptr (SamsynRecord) record = record_of (plan, row, 1);
  g_autofree char *reason = NULL;
  const char *field = plan->kind->check != NULL ? plan->kind->check (record, &reason) : NULL;

  if (field == NULL)
    return NULL;
  return g_strdup_printf ("%s: %s", samsyn_field_label (samsyn_kind_field (plan->kind, field), NULL), reason);
}

static void
check_rows (SamsynPastePlan *plan)
{
  plan->n_faulty = 0;
  plan->missing = find_missing (plan);
  for (guint i = 0; i < plan->n_rows; i++)
    {
      g_clear_pointer (&plan->row_problems[i], g_free);
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
  return plan->missing != NULL || plan->row_problems[row] != NULL;
}

static void
drop_rows (SamsynPastePlan *plan)
{
  for (guint i = 0; i < plan->n_rows * plan->columns->len; i++)
    clear_cell (&plan->cells[i]);
  for (guint i = 0; i < plan->n_rows; i++)
    g_free (plan->row_problems[i]);
  g_clear_pointer (&plan->cells, g_free);
  g_clear_pointer (&plan->row_problems, g_free);
  plan->n_rows = 0;
}

static void
plan_rows (SamsynPastePlan *plan)
{
  guint n_columns = plan->columns->len, first = plan->has_header ? 1 : 0;

  drop_rows (plan);
  plan->n_rows = plan->lines->len - first;
  plan->cells = g_new0 (SamsynPasteCell, plan->n_rows * n_columns);
  plan->row_problems = g_new0 (char *, plan->n_rows);
  for (guint i = 0; i < plan->n_rows; i++)
    {
      GPtrArray *line = g_ptr_array_index (plan->lines, first + i);

      for (guint j = 0; j < n_columns; j++)
        plan->cells[i * n_columns + j].text = j < line->len ? g_ptr_array_index (line, j) : "";
    }
  for (guint i = 0; i < n_columns; i++)
    plan_column (plan, i);
  check_rows (plan);
}

/* ---- The plan -------------------------------------------------------------------------------------------------------------- */

static void
clear_column (gpointer column)
{
  g_free (((SamsynPasteColumn *) column)->heading);
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
  g_autoptr (GPtrArray) lines = g_utf8_validate (text, -1, NULL) ? samsyn_paste_split (text) : NULL;
  SamsynPastePlan *plan;
  gboolean has_header;

  if (lines == NULL || lines->len == 0)
    return refuse (_ ("There are no rows on the clipboard. Nothing was added; copy the rows in the spreadsheet first."), error);
  if (lines->len > SAMSYN_PASTE_LIMIT)
    return refuse (_ ("There are more than 10,000 rows on the clipboard. Nothing was added; paste them in smaller parts."),
                   error);
  has_header = samsyn_paste_is_header (kind, g_ptr_array_index (lines, 0));
  if (has_header && lines->len == 1)
    return refuse (_ ("There is only a line of headings on the clipboard. Nothing was added; copy the rows below it too."),
                   error);
  plan = g_new0 (SamsynPastePlan, 1);
  *plan = (SamsynPastePlan){ .kind = kind,
                             .store = store,
                             .today = g_strdup (today),
                             .positions = g_ptr_array_ref (positions),
                             .lines = g_steal_pointer (&lines),
                             .has_header = has_header,
                             .match = samsyn_paste_match_new (store) };
  plan->columns = g_array_new (FALSE, FALSE, sizeof (SamsynPasteColumn));
  g_array_set_clear_func (plan->columns, clear_column);
  samsyn_paste_columns_find (plan);
  plan_rows (plan);
  return plan;
}

void
samsyn_paste_plan_set_field (SamsynPastePlan   *plan,
                             guint              column,
                             const SamsynField *field)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      SamsynPasteColumn *each = &g_array_index (plan->columns, SamsynPasteColumn, i);

      if (i != column && (field == NULL || each->field != field))
        continue;
      each->field = i == column ? field : NULL;
      each->reason = i == column ? SAMSYN_PASTE_LEFT_OUT : SAMSYN_PASTE_TAKEN;
      plan_column (plan, i);
    }
  check_rows (plan);
}

void
samsyn_paste_plan_set_header (SamsynPastePlan *plan,
                              gboolean         has_header)
{
  if (has_header == plan->has_header || plan->lines->len == 1)
    return;
  plan->has_header = has_header;
  samsyn_paste_columns_name (plan);
  for (guint i = 0; i < plan->columns->len; i++)
    g_array_index (plan->columns, SamsynPasteColumn, i).reason = SAMSYN_PASTE_LEFT_OUT;
  plan_rows (plan);
}

void
samsyn_paste_plan_free (SamsynPastePlan *plan)
{
  drop_rows (plan);
  g_array_unref (plan->columns);
  g_ptr_array_unref (plan->lines);
  g_ptr_array_unref (plan->positions);
  samsyn_paste_match_free (plan->match);
  g_free (plan->today);
  g_free (plan);
}

GPtrArray *
samsyn_paste_plan_changes (const SamsynPastePlan *plan)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);

  for (guint i = 0; i < plan->n_rows; i++)
    if (!samsyn_paste_plan_is_faulty (plan, i))
      {
        g_autoptr (SamsynRecord) record = record_of (plan, i, samsyn_store_new_id (plan->store));
        SamsynChange *change = samsyn_change_between (NULL, record);

        if (change != NULL)
          g_ptr_array_add (changes, change);
      }
  return changes;
}
