/* findings.c: what is wrong or unclear in the responsibility map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "findings/map/finding.h"
#include "json-out.h"
#include "list-of-commands.h"
#include "model/words.h"
#include "scenario-option.h"
#include "text-table.h"

static char *format;
static char *as_of;
static char *scenario;

static const GOptionEntry options[] = {
  { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of,
    N_ ("the day the map is read for: what holds on it, as written now; today if nothing is said"), "DATE" },
  { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &scenario, N_ ("the map as this scenario proposes it; a name or an id"), "NAME" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("a table to read, or JSON"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

static void
print_tally (const SamsynFindings *findings)
{
  guint counts[SAMSYN_N_SEVERITIES], all = samsyn_findings_count (findings);

  samsyn_findings_tally (findings, counts);
  samsyn_call_print ("\n");
  samsyn_call_printf (_ ("Errors: %u, warnings: %u, notes: %u; accepted: %u."), counts[SAMSYN_SEVERITY_ERROR],
                      counts[SAMSYN_SEVERITY_WARNING], counts[SAMSYN_SEVERITY_NOTE],
                      all - counts[SAMSYN_SEVERITY_ERROR] - counts[SAMSYN_SEVERITY_WARNING] - counts[SAMSYN_SEVERITY_NOTE]);
  samsyn_call_print ("\n");
}

/* Sentences are whole lines: a table would cut them. */
static void
print_text (SamsynStore          *store,
            const SamsynFindings *findings)
{
  const SamsynRule *rule = NULL;

  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings, i);
      g_autofree char *sentence = samsyn_finding_sentence (findings, finding, NULL);

      if (finding->rule != rule)
        samsyn_call_printf ("%s%s: %s (%s)\n", rule != NULL ? "\n" : "", samsyn_severity_label (finding->rule->severity, NULL),
                            samsyn_rule_title (finding->rule, NULL), finding->rule->id);
      rule = finding->rule;
      samsyn_call_printf ("  %s", sentence);
      if (finding->state != SAMSYN_FINDING_OPEN)
        samsyn_call_printf (" [%s]", samsyn_finding_state_label (finding->state, NULL));
      samsyn_call_print ("\n");
    }
  if (rule != NULL)
    print_tally (findings);
  else
    samsyn_call_printf ("%s\n", _ ("Nothing was found."));
}

static void
print_records (SamsynJsonOut        *out,
               SamsynStore          *store,
               const SamsynFindings *findings,
               const SamsynFinding  *finding)
{
  guint n;
  const gint64 *records = samsyn_finding_records (findings, finding, &n);

  samsyn_json_out_array (out, "records");
  for (guint i = 0; i < n; i++)
    {
      const SamsynKind *kind = samsyn_store_kind_of (store, records[i]);
      g_autofree char *title = samsyn_store_title (store, records[i], NULL);

      samsyn_json_out_object (out, NULL);
      samsyn_json_out_integer (out, "id", records[i]);
      samsyn_json_out_text (out, "kind", kind != NULL ? kind->id : NULL);
      samsyn_json_out_text (out, "title", title);
      samsyn_json_out_end (out);
    }
  samsyn_json_out_end (out);
}

static void
print_finding (SamsynJsonOut        *out,
               SamsynStore          *store,
               const SamsynFindings *findings,
               const SamsynFinding  *finding)
{
  g_autofree char *sentence = samsyn_finding_sentence (findings, finding, NULL),
                  *mend = samsyn_finding_mend (findings, finding, NULL);
  g_autofree char *acceptance = samsyn_finding_acceptance_key (finding);

  samsyn_json_out_object (out, NULL);
  samsyn_json_out_text (out, "key", finding->key);
  samsyn_json_out_text (out, "acceptance", acceptance);
  samsyn_json_out_text (out, "rule", finding->rule->id);
  samsyn_json_out_text (out, "severity", samsyn_severity_id (finding->rule->severity));
  samsyn_json_out_text (out, "state", samsyn_finding_state_id (finding->state));
  samsyn_json_out_text (out, "title", samsyn_rule_title (finding->rule, NULL));
  samsyn_json_out_text (out, "sentence", sentence);
  samsyn_json_out_text (out, "why", samsyn_rule_why (finding->rule, NULL));
  samsyn_json_out_text (out, "source", samsyn_rule_source (finding->rule, NULL));
  samsyn_json_out_text (out, "mend", mend);
  print_records (out, store, findings, finding);
  samsyn_json_out_end (out);
}

static void
print_json (SamsynStore          *store,
            const SamsynFindings *findings)
{
  g_autofree char *date = samsyn_day_date (findings->day);
  SamsynJsonOut out;

  samsyn_json_out_start (&out);
  samsyn_json_out_text (&out, "date", date);
  if (findings->scenario != 0)
    samsyn_json_out_integer (&out, "scenario", findings->scenario);
  samsyn_json_out_array (&out, "findings");
  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    print_finding (&out, store, findings, samsyn_findings_get (findings, i));
  samsyn_json_out_finish (&out);
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (SamsynMap) map = NULL;
  g_autoptr (SamsynFindings) findings = NULL;
  gint64 id;
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error) || !samsyn_call_check_date (as_of, "--as-of", error)
      || !samsyn_call_check_text (scenario, "--scenario", error))
    return FALSE;
  store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  if (store == NULL || !samsyn_scenario_option (store, scenario, "--scenario", &id, error))
    return FALSE;
  map = samsyn_map_load (store, as_of, id, error);
  if (map == NULL)
    return FALSE;
  findings = samsyn_findings_new (map);
  (json ? print_json : print_text) (store, findings);
  return TRUE;
}

const SamsynCommand samsyn_command_findings = {
  .name = "findings",
  .usage = "FILE [--as-of=DATE] [--scenario=NAME] [--format=text|json]",
  .summary = N_ ("What is wrong, unclear or worth a look in the responsibility map."),
  .details = N_ ("The date is about validity, when something holds in the world, and not about when it was written."),
  .min_args = 1,
  .max_args = 1,
  .options = options,
  .run = run,
};
