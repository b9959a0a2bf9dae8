/* comparison.c: the report that compares the responsibility map with itself, on another date or in a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "comparison-sheets.h"
#include "model/words.h"
#include "reports/ask.h"
#include "reports/list.h"

static gboolean
add_before (SamsynMapReport *report,
            const char      *name,
            const char      *purpose,
            GError         **error)
{
  return samsyn_map_report_add_map (report, report->comparison->before, SAMSYN_MAP_ALL, name, purpose, error);
}

static gboolean
add_after (SamsynMapReport *report,
           const char      *name,
           const char      *purpose,
           GError         **error)
{
  return samsyn_map_report_add_map (report, report->comparison->after, SAMSYN_MAP_ALL, name, purpose, error);
}

static gboolean
has_before (const SamsynMapReport *report)
{
  return report->comparison->before->n_tasks > 0;
}

static gboolean
has_after (const SamsynMapReport *report)
{
  return report->comparison->after->n_tasks > 0;
}

static const SamsynMapSheet sheets[] = {
  { { "differences", NC_ ("pack", "Differences") },
    NC_ ("pack",
         "Which letters, tasks, organisations and legal bases are gained and lost, and which tasks are left without anyone."),
    samsyn_compare_has_differences,
    samsyn_compare_add_differences },
  { { "before", NC_ ("pack", "Map before") },
    NC_ ("pack", "The responsibility map that is compared with."),
    has_before,
    NULL,
    add_before },
  { { "after", NC_ ("pack", "Map after") },
    NC_ ("pack", "The responsibility map that is compared."),
    has_after,
    NULL,
    add_after },
  { { "load", NC_ ("pack", "Load") },
    NC_ ("pack", "How many letters of each sort the organisations have before and after."),
    samsyn_compare_has_load,
    samsyn_compare_add_load },
  { { "budget", NC_ ("pack", "Budget") },
    NC_ ("pack", "What the organisations' budget lines come to before and after, in kSEK."),
    samsyn_compare_has_budget,
    samsyn_compare_add_budget },
  { { "staff", NC_ ("pack", "Staff") },
    NC_ ("pack", "How much of full time the seats that represent the organisations come to before and after, in percent."),
    samsyn_compare_has_staff,
    samsyn_compare_add_staff },
  { { "findings", NC_ ("pack", "Unclear responsibilities") },
    NC_ ("pack", "What the rules find that they did not find before, and what they no longer find."),
    samsyn_compare_has_findings,
    samsyn_compare_add_findings },
};

static const SamsynReportPart *
part (guint number)
{
  return number < G_N_ELEMENTS (sheets) ? &sheets[number].part : NULL;
}

/* ---- The first sheet ------------------------------------------------------------------------------------------------------- */

/* “In force on 2016-11-22”, “Proposal A, 2016-11-22” */
static char *
side_in_words (const SamsynMapReport *report,
               const SamsynMap       *map)
{
  g_autofree char *day = samsyn_day_date (map->day);
  g_autofree char *scenario
      = map->scenario != 0 ? samsyn_store_title (report->view.store, map->scenario, report->view.language) : NULL;

  return scenario != NULL ? g_strdup_printf ("%s, %s", scenario, day)
                          : g_strdup_printf (samsyn_words (report->view.language, "pack", "In force on %s"), day);
}

static void
open_readme (SamsynMapReport *report)
{
  const char *language = report->view.language;
  g_autofree char *before = side_in_words (report, report->comparison->before);
  g_autofree char *after = side_in_words (report, report->comparison->after);
  g_autofree char *subject = g_strconcat (before, " → ", after, NULL);

  samsyn_map_report_open (report, samsyn_words (language, "report", "Comparison"), subject);
  samsyn_map_report_tell (report, samsyn_words (language, "pack", "Before"), before);
  samsyn_map_report_tell (report, samsyn_words (language, "pack", "After"), after);
}

static gboolean
refuse_nothing (GError **error)
{
  g_set_error_literal (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
                       _ ("A comparison needs something to compare with: say --since=DATE, --scenario=NAME or both, or "
                          "--from=DATE[,SCENARIO] and --to=DATE[,SCENARIO]."));
  return FALSE;
}

static gboolean
is_about_nothing (const SamsynReportArguments *arguments,
                  const char                  *today)
{
  const char *after = arguments->as_of != NULL ? arguments->as_of : today;

  return g_strcmp0 (arguments->scenario, arguments->since_scenario) == 0
         && (arguments->since == NULL || g_str_equal (arguments->since, after));
}

/* Before is the day of --since, or else the same day, in a scenario of its own; after is the day asked for, in the scenario. */
static gboolean
describe (SamsynStore                 *store,
          const SamsynReportArguments *arguments,
          SamsynBook                  *book,
          GCancellable                *cancellable,
          GError                     **error)
{
  const char *date = samsyn_book_get_status_date (book);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));
  g_autoptr (SamsynFacts) facts = NULL;
  g_autoptr (SamsynMap) before = NULL;
  g_autoptr (SamsynMap) after = NULL;
  g_autoptr (SamsynFindings) findings_before = NULL;
  g_autoptr (SamsynFindings) findings_after = NULL;
  g_autoptr (SamsynComparison) comparison = NULL;
  g_auto (SamsynMapReport) report
    = { .book = book, .elsewhere = NC_ ("pack", "The report “Responsibility map” of that day has every letter.") };
  gint64 scenario, since_scenario;

  if (is_about_nothing (arguments, today))
    return refuse_nothing (error);
  if (!samsyn_ask_scenario (store, arguments->scenario, &scenario, error)
      || !samsyn_ask_scenario (store, arguments->since_scenario, &since_scenario, error))
    return FALSE;
  /* Name and id may have been said of the same scenario. */
  if (scenario == since_scenario && (arguments->since == NULL || g_str_equal (arguments->since, date)))
    return refuse_nothing (error);
  facts = samsyn_facts_load (store, error);
  if (facts == NULL)
    return FALSE;
  before = samsyn_map_new (facts, samsyn_day (arguments->since != NULL ? arguments->since : date, 0), since_scenario);
  after = samsyn_map_new (facts, samsyn_day (date, 0), scenario);
  findings_before = samsyn_findings_new (before);
  findings_after = samsyn_findings_new (after);
  comparison = samsyn_comparison_new (store, before, findings_before, after, findings_after, error);
  if (comparison == NULL)
    return FALSE;
  report.view = (SamsynMapView) { store, after, arguments->language };
  report.findings = findings_after;
  report.comparison = comparison;
  open_readme (&report);
  return samsyn_map_report_add_sheets (&report, sheets, G_N_ELEMENTS (sheets), arguments->leave_out,
                                       NC_ ("pack", "Left out: nothing differs."), cancellable, error);
}

const SamsynReport samsyn_comparison_report = {
  .id = "comparison",
  .title = NC_ ("report", "Comparison"),
  .purpose = NC_ ("report",
                  "The responsibility map on a date, in force or in a scenario, compared with that of another date or scenario."),
  .takes = SAMSYN_REPORT_AS_OF | SAMSYN_REPORT_SCENARIO | SAMSYN_REPORT_SINCE | SAMSYN_REPORT_SINCE_SCENARIO,
  .dates_validity = TRUE,
  .is_about_nothing = is_about_nothing,
  .part = part,
  .describe = describe,
};
