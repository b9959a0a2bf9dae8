/* comparison-sheets.c: what differs between two maps, as tables of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "comparison-sheets.h"

#include "model/words.h"

/* ---- Differences ----------------------------------------------------------------------------------------------------------- */

static const SamsynPackColumn difference_columns[] = {
  { NC_ ("pack", "Type"), SAMSYN_COLUMN_STATE, 24, 0 },
  { NC_ ("pack", "Process"), SAMSYN_COLUMN_TEXT, 22, 0 },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 36, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NC_ ("pack", "Before"), SAMSYN_COLUMN_TEXT, 24, 0 },
  { NC_ ("pack", "After"), SAMSYN_COLUMN_TEXT, 24, 0 },
  { NULL },
};

gboolean
samsyn_compare_has_differences (const SamsynMapReport *report)
{
  const SamsynComparison *comparison = report->comparison;

  return comparison->letters->len + comparison->ended->len + comparison->begun->len + comparison->orphaned->len
           + comparison->organisations_ended->len + comparison->organisations_begun->len + comparison->bases->len > 0;
}

static void
add_difference (const SamsynMapReport *report,
                SamsynTable           *table,
                const char            *type,
                int                    task,
                int                    organisation)
{
  const SamsynFacts *facts = report->comparison->after->facts;

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_words (report->view.language, "pack", type));
  samsyn_table_text (table, task >= 0 ? samsyn_map_process_name (facts, (guint) task) : NULL);
  samsyn_table_text (table, task >= 0 ? SAMSYN_TASKS (facts)[task].name : NULL);
  samsyn_table_text (table, organisation >= 0 ? SAMSYN_ORGANISATIONS (facts)[organisation].name : NULL);
}

/* Each cell is told once, with all it has on both sides: the letters of a task are neighbours. */
static void
add_letters (const SamsynMapReport *report,
             SamsynTable           *table)
{
  const SamsynComparison *comparison = report->comparison;
  g_autofree guint *told = g_new0 (guint, comparison->after->facts->organisations->len + 1); /* the last task, counted from 1 */

  for (guint i = 0; i < comparison->letters->len; i++)
    {
      const SamsynCompareLetter *letter = &g_array_index (comparison->letters, SamsynCompareLetter, i);
      const SamsynMap *sides[] = { comparison->before, comparison->after };

      if (told[letter->organisation] == letter->task + 1)
        continue;
      told[letter->organisation] = letter->task + 1;
      add_difference (report, table, NC_ ("pack", "Letter"), (int) letter->task, (int) letter->organisation);
      for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
        {
          g_autofree char *text = samsyn_map_letters_text (samsyn_map_letters (sides[side], letter->task, letter->organisation));
          const SamsynValue value = { .stored = *text != '\0' ? SAMSYN_STORED_TEXT : SAMSYN_STORED_NULL, .text = text };

          samsyn_table_typed (table, SAMSYN_COLUMN_LETTER, &value);
        }
    }
}

static void
add_tasks (const SamsynMapReport *report,
           SamsynTable           *table,
           const GArray          *tasks,
           const char            *type)
{
  for (guint i = 0; i < tasks->len; i++)
    add_difference (report, table, type, (int) g_array_index (tasks, guint, i), -1);
}

static void
add_organisations (const SamsynMapReport *report,
                   SamsynTable           *table,
                   const GArray          *organisations,
                   const char            *type)
{
  for (guint i = 0; i < organisations->len; i++)
    add_difference (report, table, type, -1, (int) g_array_index (organisations, guint, i));
}

static void
add_bases (const SamsynMapReport *report,
           SamsynTable           *table)
{
  const SamsynComparison *comparison = report->comparison;

  for (guint i = 0; i < comparison->bases->len; i++)
    {
      const SamsynCompareBasis *basis = &g_array_index (comparison->bases, SamsynCompareBasis, i);

      add_difference (report, table, NC_ ("pack", "Legal basis"), (int) basis->task, (int) basis->organisation);
      if (basis->side == SAMSYN_COMPARE_GAINED)
        samsyn_table_empty (table);
      samsyn_table_text (table, SAMSYN_DOCUMENTS (comparison->after->facts)[basis->document].title);
    }
}

gboolean
samsyn_compare_add_differences (SamsynMapReport *report,
                                SamsynSheet     *sheet,
                                GError         **error)
{
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, difference_columns);

  add_tasks (report, table, report->comparison->orphaned, NC_ ("pack", "Left without A and R"));
  add_tasks (report, table, report->comparison->ended, NC_ ("pack", "The task ends"));
  add_tasks (report, table, report->comparison->begun, NC_ ("pack", "The task is new"));
  add_organisations (report, table, report->comparison->organisations_ended, NC_ ("pack", "The organisation ends"));
  add_organisations (report, table, report->comparison->organisations_begun, NC_ ("pack", "The organisation is new"));
  add_letters (report, table);
  add_bases (report, table);
  return TRUE;
}

/* ---- Load, budget and staff ------------------------------------------------------------------------------------------------ */

static const SamsynRole load_order[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };

gboolean
samsyn_compare_has_load (const SamsynMapReport *report)
{
  return report->comparison->loads->len > 0;
}

gboolean
samsyn_compare_add_load (SamsynMapReport *report,
                         SamsynSheet     *sheet,
                         GError         **error)
{
  static const SamsynPackColumn columns[]
      = { { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 40, SAMSYN_COLUMN_HEADER }, { NULL } };
  const SamsynComparison *comparison = report->comparison;
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, columns);

  for (guint i = 0; i < G_N_ELEMENTS (load_order); i++)
    {
      const char *letter = samsyn_role_id (load_order[i]);
      g_autofree char *before = g_strdup_printf (samsyn_words (report->view.language, "pack", "%s before"), letter);
      g_autofree char *after = g_strdup_printf (samsyn_words (report->view.language, "pack", "%s after"), letter);

      samsyn_table_add_column (table, before, SAMSYN_COLUMN_INTEGER, 10, SAMSYN_COLUMN_TOTAL);
      samsyn_table_add_column (table, after, SAMSYN_COLUMN_INTEGER, 10, SAMSYN_COLUMN_TOTAL);
    }
  for (guint i = 0; i < comparison->loads->len; i++)
    {
      const SamsynCompareLoad *load = &g_array_index (comparison->loads, SamsynCompareLoad, i);

      samsyn_table_add_row (table);
      samsyn_table_text (table, SAMSYN_ORGANISATIONS (comparison->after->facts)[load->organisation].name);
      for (guint j = 0; j < G_N_ELEMENTS (load_order); j++)
        {
          samsyn_table_integer (table, load->before[load_order[j]]);
          samsyn_table_integer (table, load->after[load_order[j]]);
        }
    }
  return TRUE;
}

static const SamsynPackColumn budget_columns[] = {
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 50, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Year"), SAMSYN_COLUMN_INTEGER, 10, 0 },
  { NC_ ("pack", "Before"), SAMSYN_COLUMN_THOUSANDS, 16, 0 },
  { NC_ ("pack", "After"), SAMSYN_COLUMN_THOUSANDS, 16, 0 },
  { NULL },
};

gboolean
samsyn_compare_has_budget (const SamsynMapReport *report)
{
  return report->comparison->budgets->len > 0;
}

static const char *
organisation_name (const SamsynMapReport *report,
                   int                    organisation)
{
  return organisation >= 0 ? SAMSYN_ORGANISATIONS (report->comparison->after->facts)[organisation].name
                           : samsyn_words (report->view.language, "pack", "No organisation");
}

gboolean
samsyn_compare_add_budget (SamsynMapReport *report,
                           SamsynSheet     *sheet,
                           GError         **error)
{
  const SamsynComparison *comparison = report->comparison;
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, budget_columns);

  for (guint i = 0; i < comparison->budgets->len; i++)
    {
      const SamsynCompareBudget *budget = &g_array_index (comparison->budgets, SamsynCompareBudget, i);

      samsyn_table_add_row (table);
      samsyn_table_text (table, organisation_name (report, budget->organisation));
      samsyn_table_integer (table, budget->year);
      samsyn_table_integer (table, budget->before);
      samsyn_table_integer (table, budget->after);
    }
  return TRUE;
}

static const SamsynPackColumn staff_columns[] = {
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 50, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Before"), SAMSYN_COLUMN_PERCENT, 16, 0 },
  { NC_ ("pack", "After"), SAMSYN_COLUMN_PERCENT, 16, 0 },
  { NULL },
};

gboolean
samsyn_compare_has_staff (const SamsynMapReport *report)
{
  return report->comparison->staff->len > 0;
}

gboolean
samsyn_compare_add_staff (SamsynMapReport *report,
                          SamsynSheet     *sheet,
                          GError         **error)
{
  const SamsynComparison *comparison = report->comparison;
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, staff_columns);

  for (guint i = 0; i < comparison->staff->len; i++)
    {
      const SamsynCompareStaff *staff = &g_array_index (comparison->staff, SamsynCompareStaff, i);

      samsyn_table_add_row (table);
      samsyn_table_text (table, organisation_name (report, staff->organisation));
      samsyn_table_number (table, staff->before);
      samsyn_table_number (table, staff->after);
    }
  return TRUE;
}

/* ---- Findings -------------------------------------------------------------------------------------------------------------- */

static const SamsynPackColumn finding_columns[] = {
  { NC_ ("pack", "Change"), SAMSYN_COLUMN_STATE, 14, 0 },
  { NC_ ("pack", "Severity"), SAMSYN_COLUMN_SEVERITY, 14, 0 },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 40, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Finding"), SAMSYN_COLUMN_TEXT, 70, 0 },
  { NULL },
};

gboolean
samsyn_compare_has_findings (const SamsynMapReport *report)
{
  return report->comparison->appeared->len + report->comparison->vanished->len > 0;
}

static void
add_side (const SamsynMapReport *report,
          SamsynTable           *table,
          const SamsynFindings  *findings,
          const GPtrArray       *side,
          const char            *change)
{
  for (guint i = 0; i < side->len; i++)
    {
      const SamsynFinding *finding = g_ptr_array_index (side, i);
      g_autofree char *sentence = samsyn_finding_sentence (findings, finding, report->view.language);

      samsyn_table_add_row (table);
      samsyn_table_text (table, samsyn_words (report->view.language, "pack", change));
      samsyn_table_text (table, samsyn_severity_id (finding->rule->severity));
      samsyn_table_text (table, finding->task >= 0 ? SAMSYN_TASKS (findings->facts)[finding->task].name : NULL);
      samsyn_table_text (table, sentence);
    }
}

gboolean
samsyn_compare_add_findings (SamsynMapReport *report,
                             SamsynSheet     *sheet,
                             GError         **error)
{
  const SamsynComparison *comparison = report->comparison;
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, finding_columns);

  add_side (report, table, comparison->findings_after, comparison->appeared, NC_ ("pack", "Appears"));
  add_side (report, table, comparison->findings_before, comparison->vanished, NC_ ("pack", "Vanishes"));
  return TRUE;
}
