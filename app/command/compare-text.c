/* compare-text.c: what a comparison tells, as tables to read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-out.h"

#include <string.h>

#include "command.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"
#include "text-table.h"

static const char *
side_label (SamsynCompareSide side)
{
  return side == SAMSYN_COMPARE_LOST ? C_ ("comparison", "Loses") : C_ ("comparison", "Gains");
}

static void
end_table (const char      *heading,
           SamsynTextTable *table,
           guint            n)
{
  if (n > 0)
    {
      samsyn_call_printf ("%s\n", heading);
      samsyn_text_table_print (table);
      samsyn_call_print ("\n");
    }
  samsyn_text_table_free (table);
}

static void
print_letters (const SamsynComparison *comparison)
{
  SamsynTextTable *table = samsyn_text_table_new ();

  samsyn_text_table_column (table, C_ ("field", "Organisation"), FALSE);
  samsyn_text_table_column (table, C_ ("column", "Change"), FALSE);
  samsyn_text_table_column (table, C_ ("field", "Role"), FALSE);
  samsyn_text_table_column (table, C_ ("field", "Task"), FALSE);
  for (guint i = 0; i < comparison->letters->len; i++)
    {
      const SamsynCompareLetter *letter = &g_array_index (comparison->letters, SamsynCompareLetter, i);

      samsyn_text_table_cell (table, samsyn_compare_organisation (comparison, (int) letter->organisation));
      samsyn_text_table_cell (table, side_label (letter->side));
      samsyn_text_table_cell (table, samsyn_role_id (letter->role));
      samsyn_text_table_cell (table, samsyn_compare_task (comparison, (int) letter->task));
    }
  end_table (C_ ("comparison", "Letters"), table, comparison->letters->len);
}

static void
print_names (const SamsynComparison *comparison,
             const char             *heading,
             const GArray           *numbers,
             SamsynCompareName       name)
{
  if (numbers->len > 0)
    samsyn_call_printf ("%s\n", heading);
  for (guint i = 0; i < numbers->len; i++)
    samsyn_call_printf ("  %s\n", name (comparison, (int) g_array_index (numbers, guint, i)));
  if (numbers->len > 0)
    samsyn_call_print ("\n");
}

static void
print_bases (const SamsynComparison *comparison)
{
  SamsynTextTable *table = samsyn_text_table_new ();

  samsyn_text_table_column (table, C_ ("field", "Organisation"), FALSE);
  samsyn_text_table_column (table, C_ ("column", "Change"), FALSE);
  samsyn_text_table_column (table, C_ ("field", "Basis"), FALSE);
  samsyn_text_table_column (table, C_ ("field", "Task"), FALSE);
  for (guint i = 0; i < comparison->bases->len; i++)
    {
      const SamsynCompareBasis *basis = &g_array_index (comparison->bases, SamsynCompareBasis, i);

      samsyn_text_table_cell (table, samsyn_compare_organisation (comparison, (int) basis->organisation));
      samsyn_text_table_cell (table, side_label (basis->side));
      samsyn_text_table_cell (table, SAMSYN_DOCUMENTS (comparison->before->facts)[basis->document].title);
      samsyn_text_table_cell (table, samsyn_compare_task (comparison, (int) basis->task));
    }
  end_table (C_ ("comparison", "Legal basis"), table, comparison->bases->len);
}

/* Only organisations whose load changes. */
static void
print_loads (const SamsynComparison *comparison)
{
  SamsynTextTable *table = samsyn_text_table_new ();
  guint n = 0;

  samsyn_text_table_column (table, C_ ("field", "Organisation"), FALSE);
  for (SamsynRole role = SAMSYN_ROLE_R; role < SAMSYN_N_ROLES; role++)
    samsyn_text_table_column (table, samsyn_role_id (role), TRUE);
  for (guint i = 0; i < comparison->loads->len; i++)
    {
      const SamsynCompareLoad *load = &g_array_index (comparison->loads, SamsynCompareLoad, i);

      if (memcmp (load->before, load->after, sizeof load->before) == 0)
        continue;
      n++;
      samsyn_text_table_cell (table, samsyn_compare_organisation (comparison, (int) load->organisation));
      for (SamsynRole role = SAMSYN_ROLE_R; role < SAMSYN_N_ROLES; role++)
        {
          g_autofree char *text = load->before[role] == load->after[role]
                                    ? g_strdup_printf ("%u", load->after[role])
                                    : g_strdup_printf ("%u → %u", load->before[role], load->after[role]);

          samsyn_text_table_cell (table, text);
        }
    }
  end_table (C_ ("comparison", "Load: tasks by letter"), table, n);
}

static void
print_budgets (const SamsynComparison *comparison)
{
  SamsynTextTable *table = samsyn_text_table_new ();

  samsyn_text_table_column (table, C_ ("field", "Organisation"), FALSE);
  samsyn_text_table_column (table, C_ ("field", "Year"), TRUE);
  samsyn_text_table_column (table, C_ ("column", "Before"), TRUE);
  samsyn_text_table_column (table, C_ ("column", "After"), TRUE);
  for (guint i = 0; i < comparison->budgets->len; i++)
    {
      const SamsynCompareBudget *budget = &g_array_index (comparison->budgets, SamsynCompareBudget, i);
      g_autofree char *year = g_strdup_printf ("%d", budget->year), *before = samsyn_money_format (budget->before);
      g_autofree char *after = samsyn_money_format (budget->after);

      samsyn_text_table_cell (table, samsyn_compare_organisation (comparison, budget->organisation));
      samsyn_text_table_cell (table, year);
      samsyn_text_table_cell (table, before);
      samsyn_text_table_cell (table, after);
    }
  end_table (C_ ("comparison", "Budget"), table, comparison->budgets->len);
}

static void
share_cell (SamsynTextTable *table,
            double           share)
{
  const SamsynKind *kind = samsyn_kind_find ("membership");
  const SamsynValue value = samsyn_value_real (share);
  g_autofree char *text = samsyn_value_format (samsyn_kind_field (kind, "share_percent"), &value);

  samsyn_text_table_cell (table, text);
}

static void
print_staff (const SamsynComparison *comparison)
{
  SamsynTextTable *table = samsyn_text_table_new ();

  samsyn_text_table_column (table, C_ ("field", "Organisation"), FALSE);
  samsyn_text_table_column (table, C_ ("column", "Before"), TRUE);
  samsyn_text_table_column (table, C_ ("column", "After"), TRUE);
  for (guint i = 0; i < comparison->staff->len; i++)
    {
      const SamsynCompareStaff *staff = &g_array_index (comparison->staff, SamsynCompareStaff, i);

      samsyn_text_table_cell (table, samsyn_compare_organisation (comparison, staff->organisation));
      share_cell (table, staff->before);
      share_cell (table, staff->after);
    }
  end_table (C_ ("comparison", "Staff: shares of full time, in percent"), table, comparison->staff->len);
}

static void
print_findings (const char           *heading,
                const SamsynFindings *findings,
                const GPtrArray      *some)
{
  if (some->len > 0)
    samsyn_call_printf ("%s\n", heading);
  for (guint i = 0; i < some->len; i++)
    {
      const SamsynFinding *finding = g_ptr_array_index (some, i);
      g_autofree char *sentence = samsyn_finding_sentence (findings, finding, NULL);

      samsyn_call_printf ("  %s: %s\n", samsyn_severity_label (finding->rule->severity, NULL), sentence);
    }
  if (some->len > 0)
    samsyn_call_print ("\n");
}

void
samsyn_compare_print_text (const SamsynComparison *comparison)
{
  g_autofree char *before = samsyn_day_date (comparison->before->day), *after = samsyn_day_date (comparison->after->day);

  samsyn_call_printf (_ ("From %s to %s: letters gained or lost: %u, findings that appear: %u, that vanish: %u."), before, after,
                      comparison->letters->len, comparison->appeared->len, comparison->vanished->len);
  samsyn_call_print ("\n\n");
  print_names (comparison, C_ ("comparison", "Tasks left without anyone"), comparison->orphaned, samsyn_compare_task);
  print_names (comparison, C_ ("comparison", "New tasks"), comparison->begun, samsyn_compare_task);
  print_names (comparison, C_ ("comparison", "Tasks that have ended"), comparison->ended, samsyn_compare_task);
  print_names (comparison, C_ ("comparison", "New organisations"), comparison->organisations_begun, samsyn_compare_organisation);
  print_names (comparison, C_ ("comparison", "Organisations that have ended"), comparison->organisations_ended,
               samsyn_compare_organisation);
  print_letters (comparison);
  print_bases (comparison);
  print_loads (comparison);
  print_budgets (comparison);
  print_staff (comparison);
  print_findings (C_ ("comparison", "Findings that appear"), comparison->findings_after, comparison->appeared);
  print_findings (C_ ("comparison", "Findings that vanish"), comparison->findings_before, comparison->vanished);
}
