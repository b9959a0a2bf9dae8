/* paste-tell.c: what a plan of pasted rows tells of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste.h"

#include "model/far.h"
#include "model/words.h"

const char *
samsyn_paste_column_label (const SamsynPasteColumn *column)
{
  return column->field != NULL ? samsyn_field_label (column->field, NULL) : column->heading;
}

/* ---- Problems -------------------------------------------------------------------------------------------------------------- */

static void
add_row (GPtrArray             *problems,
         const SamsynPastePlan *plan,
         guint                  row)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const SamsynPasteCell *cell = samsyn_paste_plan_cell (plan, row, i);

      if (cell->problem != NULL)
        /* TRANSLATORS: where a pasted cell is wrong: "Row 3, Due on: is no date" */
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("Row %u, %s: “%s” %s"), row + 1,
                                          samsyn_paste_column_label (&g_array_index (plan->columns, SamsynPasteColumn, i)),
                                          cell->text, cell->problem));
    }
  if (plan->row_problems[row] != NULL)
    g_ptr_array_add (problems, g_strdup_printf (_ ("Row %u: %s"), row + 1, plan->row_problems[row]));
}

GPtrArray *
samsyn_paste_plan_problems (const SamsynPastePlan *plan)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  if (plan->missing != NULL)
    g_ptr_array_add (problems, g_strdup_printf (_ ("No column goes to “%s”, and every record must have a value there. Choose it "
                                                   "above the "
                                                   "column that holds it."),
                                                samsyn_field_label (plan->missing, NULL)));
  for (guint i = 0; i < plan->n_rows; i++)
    add_row (problems, plan, i);
  return problems;
}

/* ---- Notes ----------------------------------------------------------------------------------------------------------------- */

/* Why columns are left out; %s is their headings. */
static const char *const reasons[] = {
  [SAMSYN_PASTE_LEFT_OUT] = N_ ("Left out: %s."),
  [SAMSYN_PASTE_UNKNOWN] = N_ ("Left out, because no field is called that: %s."),
  [SAMSYN_PASTE_TAKEN] = N_ ("Left out, because another column goes to its field: %s."),
  [SAMSYN_PASTE_OWN] = N_ ("Left out, because the program itself writes it: %s."),
};

static void
add_left_out (GPtrArray             *notes,
              const SamsynPastePlan *plan,
              SamsynPasteReason      reason)
{
  g_autoptr (GString) headings = g_string_new (NULL);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const SamsynPasteColumn *column = &g_array_index (plan->columns, SamsynPasteColumn, i);

      if (column->field == NULL && column->reason == reason)
        g_string_append_printf (headings, headings->len > 0 ? ", %s" : "%s", column->heading);
    }
  if (headings->len > 0)
    g_ptr_array_add (notes, g_strdup_printf (_(reasons[reason]), headings->str));
}

/* What is probably a missed key, and can be meant. */
static void
add_questions (GPtrArray             *notes,
               const SamsynPastePlan *plan,
               guint                  row)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const SamsynPasteColumn *column = &g_array_index (plan->columns, SamsynPasteColumn, i);
      const SamsynPasteCell *cell = samsyn_paste_plan_cell (plan, row, i);
      g_autofree char *question
          = column->field != NULL ? samsyn_far_question (column->field, &cell->value, plan->today, NULL) : NULL;

      if (question != NULL)
        /* TRANSLATORS: what is to be looked at in a pasted cell: "Row 3, Due on: 2116-05-02 is 100 years away. Is it right?" */
        g_ptr_array_add (notes, g_strdup_printf (_ ("Row %u, %s: %s"), row + 1, samsyn_paste_column_label (column), question));
    }
}

GPtrArray *
samsyn_paste_plan_notes (const SamsynPastePlan *plan)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < plan->n_rows; i++)
    add_questions (notes, plan, i);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    add_left_out (notes, plan, i);
  for (guint i = 0; i < plan->positions->len; i++)
    {
      const SamsynField *field = g_ptr_array_index (plan->positions, i);

      if (field != NULL && field != plan->missing && !samsyn_paste_plan_has_field (plan, field))
        g_string_append_printf (fields, fields->len > 0 ? ", %s" : "%s", samsyn_field_label (field, NULL));
    }
  if (fields->len > 0)
    /* TRANSLATORS: %s is the labels of the fields that no pasted column goes to */
    g_ptr_array_add (notes, g_strdup_printf (_ ("Left empty, because no column goes there: %s."), fields->str));
  return notes;
}
