/* compare-json.c: what a comparison tells, as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-out.h"

#include "json-out.h"
#include "model/format.h"

static const char *const sides[] = { [SAMSYN_COMPARE_LOST] = "lost", [SAMSYN_COMPARE_GAINED] = "gained" };

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
          int                     task)
{
  put_record (out, name, SAMSYN_TASKS (comparison->before->facts)[task].id, samsyn_compare_task (comparison, task));
}

static void
put_organisation (const SamsynComparison *comparison,
                  SamsynJsonOut          *out,
                  const char             *name,
                  int                     organisation)
{
  if (organisation >= 0)
    put_record (out, name, SAMSYN_ORGANISATIONS (comparison->before->facts)[organisation].id,
                samsyn_compare_organisation (comparison, organisation));
}

static void
put_all (const SamsynComparison *comparison,
         SamsynJsonOut          *out,
         const char             *name,
         const GArray           *numbers,
         void (*put) (const SamsynComparison *, SamsynJsonOut *, const char *, int))
{
  samsyn_json_out_array (out, name);
  for (guint i = 0; i < numbers->len; i++)
    put (comparison, out, NULL, (int) g_array_index (numbers, guint, i));
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
      put_task (comparison, out, "task", (int) letter->task);
      put_organisation (comparison, out, "organisation", (int) letter->organisation);
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
      put_task (comparison, out, "task", (int) basis->task);
      put_organisation (comparison, out, "organisation", (int) basis->organisation);
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
      put_organisation (comparison, out, "organisation", (int) load->organisation);
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
      put_organisation (comparison, out, "organisation", budget->organisation);
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
      put_organisation (comparison, out, "organisation", staff->organisation);
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

void
samsyn_compare_print_json (const SamsynComparison *comparison)
{
  SamsynJsonOut out;

  samsyn_json_out_start (&out);
  put_side (&out, "from", comparison->before);
  put_side (&out, "to", comparison->after);
  put_all (comparison, &out, "orphaned", comparison->orphaned, put_task);
  put_all (comparison, &out, "begun", comparison->begun, put_task);
  put_all (comparison, &out, "ended", comparison->ended, put_task);
  put_all (comparison, &out, "organisations_begun", comparison->organisations_begun, put_organisation);
  put_all (comparison, &out, "organisations_ended", comparison->organisations_ended, put_organisation);
  put_letters (comparison, &out);
  put_bases (comparison, &out);
  put_loads (comparison, &out);
  put_budgets (comparison, &out);
  put_staff (comparison, &out);
  put_findings (&out, "appeared", comparison->findings_after, comparison->appeared);
  put_findings (&out, "vanished", comparison->findings_before, comparison->vanished);
  samsyn_json_out_finish (&out);
}
