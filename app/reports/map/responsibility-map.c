/* responsibility-map.c: the report of the responsibility map on a date, in a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-report.h"
#include "model/words.h"
#include "reports/ask.h"
#include "reports/list.h"

static gboolean
has_tasks (const SamsynMapReport *report)
{
  return report->view.map->n_tasks > 0;
}

static gboolean
has_letters (const SamsynMapReport *report)
{
  return report->view.map->n_entries > 0;
}

static gboolean
has_findings (const SamsynMapReport *report)
{
  return samsyn_findings_count (report->findings) > 0;
}

static gboolean
add_whole_map (SamsynMapReport *report,
               const char      *name,
               const char      *purpose,
               GError         **error)
{
  return samsyn_map_report_add_map (report, report->view.map, SAMSYN_MAP_ALL, name, purpose, error);
}

static gboolean
add_findings (SamsynMapReport *report,
              SamsynSheet     *sheet,
              GError         **error)
{
  samsyn_map_add_findings (report->findings, sheet, report->view.language);
  return TRUE;
}

/* The tasks of the map by process, those of none first. */
static guint *
count_tasks (const SamsynMap *map,
             guint           *n_processes)
{
  guint *counts = g_new0 (guint, map->facts->processes->len + 1);

  *n_processes = 0;
  for (guint task = 0; task < map->facts->tasks->len; task++)
    if (map->has_task[task] && counts[SAMSYN_TASKS (map->facts)[task].process + 1]++ == 0)
      (*n_processes)++;
  return counts;
}

static gboolean
add_process_sheets (SamsynMapReport *report,
                    const char      *purpose,
                    const guint     *counts,
                    GError         **error)
{
  const SamsynMap *map = report->view.map;

  for (guint i = 0; i < map->facts->processes->len; i++)
    if (counts[i + 1] > 0
        && !samsyn_map_report_add_map (report, map, (int) i, g_array_index (map->facts->processes, SamsynProcess, i).name,
                                       purpose, error))
      return FALSE;
  return counts[0] == 0
         || samsyn_map_report_add_map (report, map, SAMSYN_MAP_NOWHERE,
                                       samsyn_words (report->view.language, "pack", "Tasks without a process"), purpose, error);
}

static gboolean
add_processes (SamsynMapReport *report,
               const char      *name,
               const char      *purpose,
               GError         **error)
{
  guint n_processes;
  g_autofree guint *counts = count_tasks (report->view.map, &n_processes);
  g_autofree char *text = NULL;

  if (n_processes <= SAMSYN_MAP_MOST_SHEETS)
    return add_process_sheets (report, purpose, counts, error);
  text = g_strdup_printf (samsyn_words (report->view.language, "pack", "Left out: %u processes are too many for a sheet each."),
                          n_processes);
  samsyn_map_report_tell_large (report, name, text);
  return TRUE;
}

static const SamsynMapSheet sheets[] = {
  { { "overview", NC_ ("pack", "At a glance") },
    NC_ ("pack", "How many tasks each process has, how many of them nobody answers for or performs, and what the rules find."),
    has_tasks,
    samsyn_map_report_add_overview },
  { { "map", NC_ ("pack", "Responsibility map") },
    NC_ ("pack", "Who has which part in each task. Basis and dates are in the letters' comments; units fold under their parent."),
    has_tasks,
    NULL,
    add_whole_map },
  { { "processes", NC_ ("pack", "A sheet for each process") },
    NC_ ("pack", "Who has which part in each task of the process; for paper."),
    has_tasks,
    NULL,
    add_processes },
  { { "tasks", NC_ ("pack", "Tasks") },
    NC_ ("pack", "The tasks of the map with their texts."),
    has_tasks,
    samsyn_map_report_add_tasks },
  { { "assignments", NC_ ("pack", "Assignments") },
    NC_ ("pack", "Every letter of the map with its basis and dates, to filter."),
    has_letters,
    samsyn_map_report_add_assignments },
  { { "findings", NC_ ("pack", "Unclear responsibilities") },
    NC_ ("pack", "What is wrong, unclear or worth a look in the map, the worst first."),
    has_findings,
    add_findings },
  { { "load", NC_ ("pack", "Load") },
    NC_ ("pack", "How many letters of each sort the organisations have, the most A and R first."),
    has_letters,
    samsyn_map_report_add_load },
};

static const SamsynReportPart *
part (guint number)
{
  return number < G_N_ELEMENTS (sheets) ? &sheets[number].part : NULL;
}

static gboolean
describe (SamsynStore                 *store,
          const SamsynReportArguments *arguments,
          SamsynBook                  *book,
          GCancellable                *cancellable,
          GError                     **error)
{
  g_autoptr (SamsynMap) map = NULL;
  g_autoptr (SamsynFindings) findings = NULL;
  g_autofree char *name = NULL, *day = NULL;
  g_auto (SamsynMapReport) report = { .book = book, .elsewhere = NC_ ("pack", "Every letter is in the sheet “Assignments”.") };
  gint64 scenario;

  if (!samsyn_ask_scenario (store, arguments->scenario, &scenario, error))
    return FALSE;
  map = samsyn_map_load (store, samsyn_book_get_status_date (book), scenario, error);
  if (map == NULL)
    return FALSE;
  findings = samsyn_findings_new (map);
  name = scenario != 0 ? samsyn_store_title (store, scenario, arguments->language) : NULL;
  report.view = (SamsynMapView) { store, map, arguments->language };
  report.findings = findings;
  report.scenario = name;
  day = samsyn_day_date (map->day);
  samsyn_map_report_open (&report, samsyn_words (arguments->language, "report", "Responsibility map"), day);
  samsyn_table_add_row (report.contents);
  samsyn_table_text (report.contents, samsyn_words (arguments->language, "pack", "Validity date"));
  samsyn_table_date (report.contents, day);
  samsyn_map_report_tell (&report, samsyn_words (arguments->language, "pack", "Scenario"),
                          name != NULL ? name
                                       : samsyn_words (arguments->language, "pack", "None: what is in force on that day."));
  return samsyn_map_report_add_sheets (&report, sheets, G_N_ELEMENTS (sheets), arguments->leave_out,
                                       NC_ ("pack", "Left out: no records."), cancellable, error);
}

const SamsynReport samsyn_responsibility_map_report = {
  .id = "responsibility-map",
  .title = NC_ ("report", "Responsibility map"),
  .purpose
  = NC_ ("report", "Who does what, by which right, on a date (when it holds, not when it was written) and in a scenario."),
  .takes = SAMSYN_REPORT_AS_OF | SAMSYN_REPORT_SCENARIO,
  .dates_validity = TRUE,
  .part = part,
  .describe = describe,
};
