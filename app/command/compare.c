/* compare.c: the responsibility map on one date and in one scenario, against another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-out.h"
#include "list-of-commands.h"
#include "model/words.h"
#include "scenario-option.h"

static char *format;
static char *from;
static char *to;

static const GOptionEntry options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("the day, and the scenario if any, to compare with (required)"),
    "DATE[,SCENARIO]" },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("the day, and the scenario if any, that is compared (required)"),
    "DATE[,SCENARIO]" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("tables to read, or JSON"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

const char *
samsyn_compare_task (const SamsynComparison *comparison,
                     int                     task)
{
  return SAMSYN_TASKS (comparison->before->facts)[task].name;
}

const char *
samsyn_compare_organisation (const SamsynComparison *comparison,
                             int                     organisation)
{
  return organisation >= 0 ? SAMSYN_ORGANISATIONS (comparison->before->facts)[organisation].name : "";
}

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
  g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _ ("%s is required."), option);
  return FALSE;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (SamsynFacts) facts = NULL;
  g_autoptr (SamsynMap) before = NULL, after = NULL;
  g_autoptr (SamsynFindings) findings_before = NULL, findings_after = NULL;
  g_autoptr (SamsynComparison) comparison = NULL;
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error) || !check_side (from, "--from", error) || !check_side (to, "--to", error))
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
  (json ? samsyn_compare_print_json : samsyn_compare_print_text) (comparison);
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
