/* compare.c: the responsibility map on one date and in one scenario, against another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "findings/compare.h"

#include <string.h>

#include "json-out.h"
#include "kinds/kinds.h"
#include "list-of-commands.h"
#include "model/format.h"
#include "model/words.h"
#include "scenario-option.h"
#include "text-table.h"

static char *format;
static char *from;
static char *to;

static const GOptionEntry options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("the day, and the scenario if any, to compare with (required)"), "DATE[,SCENARIO]" },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("the day, and the scenario if any, that is compared (required)"), "DATE[,SCENARIO]" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("tables to read, or JSON"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

static const char *const formats[] = { "text", "json", NULL };
static const char *const sides[] = { [SAMSYN_COMPARE_LOST] = "lost", [SAMSYN_COMPARE_GAINED] = "gained" };

static const char *
task_name (const SamsynComparison *comparison,
           guint                   task)
{
  return SAMSYN_TASKS (comparison->before->facts)[task].name;
}

static const char *
organisation_name (const SamsynComparison *comparison,
                   int                     organisation)
{
  return organisation >= 0 ? SAMSYN_ORGANISATIONS (comparison->before->facts)[organisation].name : "";
}

static const char *
side_label (SamsynCompareSide side)
{
  return side == SAMSYN_COMPARE_LOST ? C_ ("comparison", "Loses") : C_ ("comparison", "Gains");
}

/* ---- Text ------------------------------------------------------------------------------------------------------------------ */

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

      samsyn_text_table_cell (table, organisation_name (comparison, (int) letter->organisation));
      samsyn_text_table_cell (table, side_label (letter->side));
      samsyn_text_table_cell (table, samsyn_role_id (letter->role));
      samsyn_text_table_cell (table, task_name (comparison, letter->task));
    }
  end_table (C_ ("comparison", "Letters"), table, comparison->letters->len);
}

static void
print_tasks (const SamsynComparison *comparison,
             const char             *heading,
             const GArray           *tasks)
{
  if (tasks->len > 0)
    samsyn_call_printf ("%s\n", heading);
  for (guint i = 0; i < tasks->len; i++)
    samsyn_call_printf ("  %s\n", task_name (comparison, g_array_index (tasks, guint, i)));
  if (tasks->len > 0)
    samsyn_call_print ("\n");
}

static void
print_organisations (const SamsynComparison *comparison,
                     const char             *heading,
                     const GArray           *organisations)
{
  if (organisations->len > 0)
    samsyn_call_printf ("%s\n", heading);
  for (guint i = 0; i < organisations->len; i++)
    samsyn_call_printf ("  %s\n", organisation_name (comparison, (int) g_array_index (organisations, guint, i)));
  if (organisations->len > 0)
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

      samsyn_text_table_cell (table, organisation_name (comparison, (int) basis->organisation));
      samsyn_text_table_cell (table, side_label (basis->side));
      samsyn_text_table_cell (table, SAMSYN_DOCUMENTS (comparison->before->facts)[basis->document].title);
      samsyn_text_table_cell (table, task_name (comparison, basis->task));
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
      samsyn_text_table_cell (table, organisation_name (comparison, (int) load->organisation));
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

      samsyn_text_table_cell (table, organisation_name (comparison, budget->organisation));
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

      samsyn_text_table_cell (table, organisation_name (comparison, staff->organisation));
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

static void
print_text (const SamsynComparison *comparison)
{
  g_autofree char *before = samsyn_day_date (comparison->before->day), *after = samsyn_day_date (comparison->after->day);

  samsyn_call_printf (_("From %s to %s: letters gained or lost: %u, findings that appear: %u, that vanish: %u."), before, after,
                      comparison->letters->len, comparison->appeared->len, comparison->vanished->len);
  samsyn_call_print ("\n\n");
  print_tasks (comparison, C_ ("comparison", "Tasks left without anyone"), comparison->orphaned);
  print_tasks (comparison, C_ ("comparison", "New tasks"), comparison->begun);
  print_tasks (comparison, C_ ("comparison", "Tasks that have ended"), comparison->ended);
  print_organisations (comparison, C_ ("comparison", "New organisations"), comparison->organisations_begun);
  print_organisations (comparison, C_ ("comparison", "Organisations that have ended"), comparison->organisations_ended);
  print_letters (comparison);
  print_bases (comparison);
  print_loads (comparison);
  print_budgets (comparison);
  print_staff (comparison);
  print_findings (C_ ("comparison", "Findings that appear"), comparison->findings_after, comparison->appeared);
  print_findings (C_ ("comparison", "Findings that vanish"), comparison->findings_before, comparison->vanished);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------ */

static void
put_record (SamsynJsonOut *out,
            const char    *name,
            gint64         id,
            const char    *title)
{
  samsyn_json_out_object (out, name);
  samsyn_json_out_integer (out, "id", id);
  samsyn_json_out_text (out, "title", title);
  samsyn_json_out_end (out);
}

static void
put_task (const SamsynComparison *comparison,
          SamsynJsonOut          *out,
          const char             *name,
          guint                   task)
{
  put_record (out, name, SAMSYN_TASKS (comparison->before->facts)[task].id, task_name (comparison, task));
}

static void
put_organisation (const SamsynComparison *comparison,
                  SamsynJsonOut          *out,
                  int                     organisation)
{
  if (organisation >= 0)
    put_record (out, "organisation", SAMSYN_ORGANISATIONS (comparison->before->facts)[organisation].id,
                organisation_name (comparison, organisation));
}

static void
put_tasks (const SamsynComparison *comparison,
           SamsynJsonOut          *out,
           const char             *name,
           const GArray           *tasks)
{
  samsyn_json_out_array (out, name);
  for (guint i = 0; i < tasks->len; i++)
    put_task (comparison, out, NULL, g_array_index (tasks, guint, i));
  samsyn_json_out_end (out);
}

static void
put_organisations (const SamsynComparison *comparison,
                   SamsynJsonOut          *out,
                   const char             *name,
                   const GArray           *organisations)
{
  samsyn_json_out_array (out, name);
  for (guint i = 0; i < organisations->len; i++)
    {
      guint organisation = g_array_index (organisations, guint, i);

      put_record (out, NULL, SAMSYN_ORGANISATIONS (comparison->before->facts)[organisation].id,
                  organisation_name (comparison, (int) organisation));
    }
  samsyn_json_out_end (out);
}

static void
put_letters (const SamsynComparison *comparison,
             SamsynJsonOut          *out)
{
  samsyn_json_out_array (out, "letters");
  for (guint i = 0; i < comparison->letters->len; i++)
    {
      const SamsynCompareLetter *letter = &g_array_index (comparison->letters, SamsynCompareLetter, i);

      samsyn_json_out_object (out, NULL);
      put_task (comparison, out, "task", letter->task);
      put_organisation (comparison, out, (int) letter->organisation);
      samsyn_json_out_text (out, "role", samsyn_role_id (letter->role));
      samsyn_json_out_text (out, "change", sides[letter->side]);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_bases (const SamsynComparison *comparison,
           SamsynJsonOut          *out)
{
  samsyn_json_out_array (out, "bases");
  for (guint i = 0; i < comparison->bases->len; i++)
    {
      const SamsynCompareBasis *basis = &g_array_index (comparison->bases, SamsynCompareBasis, i);
      const SamsynDocument *document = &SAMSYN_DOCUMENTS (comparison->before->facts)[basis->document];

      samsyn_json_out_object (out, NULL);
      put_task (comparison, out, "task", basis->task);
      put_organisation (comparison, out, (int) basis->organisation);
      put_record (out, "basis", document->id, document->title);
      samsyn_json_out_text (out, "change", sides[basis->side]);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_counts (SamsynJsonOut *out,
            const char    *name,
            const guint    counts[SAMSYN_N_ROLES])
{
  samsyn_json_out_object (out, name);
  for (SamsynRole role = SAMSYN_ROLE_R; role < SAMSYN_N_ROLES; role++)
    samsyn_json_out_integer (out, samsyn_role_id (role), counts[role]);
  samsyn_json_out_end (out);
}

static void
put_loads (const SamsynComparison *comparison,
           SamsynJsonOut          *out)
{
  samsyn_json_out_array (out, "load");
  for (guint i = 0; i < comparison->loads->len; i++)
    {
      const SamsynCompareLoad *load = &g_array_index (comparison->loads, SamsynCompareLoad, i);

      samsyn_json_out_object (out, NULL);
      put_organisation (comparison, out, (int) load->organisation);
      put_counts (out, "before", load->before);
      put_counts (out, "after", load->after);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_budgets (const SamsynComparison *comparison,
             SamsynJsonOut          *out)
{
  samsyn_json_out_array (out, "budget");
  for (guint i = 0; i < comparison->budgets->len; i++)
    {
      const SamsynCompareBudget *budget = &g_array_index (comparison->budgets, SamsynCompareBudget, i);
      g_autofree char *before = samsyn_money_format (budget->before), *after = samsyn_money_format (budget->after);

      samsyn_json_out_object (out, NULL);
      put_organisation (comparison, out, budget->organisation);
      samsyn_json_out_integer (out, "year", budget->year);
      samsyn_json_out_text (out, "before", before);
      samsyn_json_out_text (out, "after", after);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_staff (const SamsynComparison *comparison,
           SamsynJsonOut          *out)
{
  samsyn_json_out_array (out, "staff");
  for (guint i = 0; i < comparison->staff->len; i++)
    {
      const SamsynCompareStaff *staff = &g_array_index (comparison->staff, SamsynCompareStaff, i);

      samsyn_json_out_object (out, NULL);
      put_organisation (comparison, out, staff->organisation);
      samsyn_json_out_real (out, "before", staff->before);
      samsyn_json_out_real (out, "after", staff->after);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_findings (SamsynJsonOut        *out,
              const char           *name,
              const SamsynFindings *findings,
              const GPtrArray      *some)
{
  samsyn_json_out_array (out, name);
  for (guint i = 0; i < some->len; i++)
    {
      const SamsynFinding *finding = g_ptr_array_index (some, i);
      g_autofree char *sentence = samsyn_finding_sentence (findings, finding, NULL);

      samsyn_json_out_object (out, NULL);
      samsyn_json_out_text (out, "key", finding->key);
      samsyn_json_out_text (out, "severity", samsyn_severity_id (finding->rule->severity));
      samsyn_json_out_text (out, "sentence", sentence);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
put_side (SamsynJsonOut   *out,
          const char      *name,
          const SamsynMap *map)
{
  g_autofree char *date = samsyn_day_date (map->day);

  samsyn_json_out_object (out, name);
  samsyn_json_out_text (out, "date", date);
  if (map->scenario != 0)
    samsyn_json_out_integer (out, "scenario", map->scenario);
  samsyn_json_out_end (out);
}

static void
print_json (const SamsynComparison *comparison)
{
  SamsynJsonOut out;

  samsyn_json_out_start (&out);
  put_side (&out, "from", comparison->before);
  put_side (&out, "to", comparison->after);
  put_tasks (comparison, &out, "orphaned", comparison->orphaned);
  put_tasks (comparison, &out, "begun", comparison->begun);
  put_tasks (comparison, &out, "ended", comparison->ended);
  put_organisations (comparison, &out, "organisations_begun", comparison->organisations_begun);
  put_organisations (comparison, &out, "organisations_ended", comparison->organisations_ended);
  put_letters (comparison, &out);
  put_bases (comparison, &out);
  put_loads (comparison, &out);
  put_budgets (comparison, &out);
  put_staff (comparison, &out);
  put_findings (&out, "appeared", comparison->findings_after, comparison->appeared);
  put_findings (&out, "vanished", comparison->findings_before, comparison->vanished);
  samsyn_json_out_finish (&out);
}

/* ---- Running --------------------------------------------------------------------------------------------------------------- */

static SamsynMap *
read_side (SamsynStore *store,
           SamsynFacts *facts,
           const char  *text,
           const char  *option,
           GError     **error)
{
  g_autofree char *date = NULL, *name = NULL;
  gint64 scenario;

  if (!samsyn_side_option (text, option, &date, &name, error) || !samsyn_scenario_option (store, name, option, &scenario, error))
    return NULL;
  return samsyn_map_new (facts, samsyn_day (date, 0), scenario);
}

static gboolean
check_side (const char *text,
            const char *option,
            GError    **error)
{
  if (text != NULL)
    return samsyn_call_check_text (text, option, error);
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _("%s is required."), option);
  return FALSE;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  int word = samsyn_call_read_word (format, "--format", formats, error);
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (SamsynFacts) facts = NULL;
  g_autoptr (SamsynMap) before = NULL, after = NULL;
  g_autoptr (SamsynFindings) findings_before = NULL, findings_after = NULL;
  g_autoptr (SamsynComparison) comparison = NULL;

  if (word < 0 || !check_side (from, "--from", error) || !check_side (to, "--to", error))
    return FALSE;
  store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  if (store != NULL)
    facts = samsyn_facts_load (store, error);
  if (facts != NULL)
    before = read_side (store, facts, from, "--from", error);
  if (before != NULL)
    after = read_side (store, facts, to, "--to", error);
  if (after == NULL)
    return FALSE;
  findings_before = samsyn_findings_new (before);
  findings_after = samsyn_findings_new (after);
  comparison = samsyn_comparison_new (store, before, findings_before, after, findings_after, error);
  if (comparison == NULL)
    return FALSE;
  (word == 0 ? print_text : print_json) (comparison);
  return TRUE;
}

const SamsynCommand samsyn_command_compare = {
  .name = "compare",
  .usage = "FILE --from=DATE[,SCENARIO] --to=DATE[,SCENARIO] [--format=text|json]",
  .summary = N_ ("What differs between two days, or between a scenario and what is in force."),
  .details = N_ ("The dates are about validity, when something holds in the world, and not about when it was written."),
  .min_args = 1,
  .max_args = 1,
  .options = options,
  .run = run,
};
