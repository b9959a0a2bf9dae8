/* responsibility-map.c: the report of the responsibility map on a date, in a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ask.h"
#include "list.h"
#include "map-report.h"
#include "model/words.h"

typedef struct
{
  SamsynReportPart part;
  const char      *purpose; /* English, context "pack" */
  gboolean (*is_empty) (const SamsynMapReport *report);
  gboolean (*add) (SamsynMapReport *report,
                   SamsynSheet     *sheet,
                   GError         **error); /* NULL: a sheet for each process */
} MapSheet;

static gboolean
has_no_tasks (const SamsynMapReport *report)
{
  return report->view.map->n_tasks == 0;
}

static gboolean
has_no_letters (const SamsynMapReport *report)
{
  return report->view.map->n_entries == 0;
}

static gboolean
has_no_findings (const SamsynMapReport *report)
{
  return samsyn_findings_count (report->findings) == 0;
}

static gboolean
add_whole_map (SamsynMapReport *report,
               SamsynSheet     *sheet,
               GError         **error)
{
  if (!samsyn_map_add_table (&report->view, sheet, SAMSYN_MAP_ALL, error))
    return FALSE;
  samsyn_columns_add_letters (sheet, report->view.language);
  return TRUE;
}

static gboolean
add_findings (SamsynMapReport *report,
              SamsynSheet     *sheet,
              GError         **error)
{
  samsyn_map_add_findings (report->findings, sheet, report->view.language);
  return TRUE;
}

static const MapSheet sheets[] = {
  { { "overview", NC_ ("pack", "At a glance") },
    NC_ ("pack", "How many tasks each process has, how many of them nobody answers for or performs, and what the rules find."),
    has_no_tasks, samsyn_map_report_add_overview },
  { { "map", NC_ ("pack", "Responsibility map") },
    NC_ ("pack", "Who has which part in each task. Basis and dates are in the letters' comments; units fold under their parent."),
    has_no_tasks, add_whole_map },
  { { "processes", NC_ ("pack", "A sheet for each process") },
    NC_ ("pack", "Who has which part in each task of the process; for paper."), has_no_tasks, NULL },
  { { "tasks", NC_ ("pack", "Tasks") }, NC_ ("pack", "The tasks of the map with their texts."), has_no_tasks,
    samsyn_map_report_add_tasks },
  { { "assignments", NC_ ("pack", "Assignments") }, NC_ ("pack", "Every letter of the map with its basis and dates, to filter."),
    has_no_letters, samsyn_map_report_add_assignments },
  { { "findings", NC_ ("pack", "Unclear responsibilities") },
    NC_ ("pack", "What is wrong, unclear or worth a look in the map, the worst first."), has_no_findings, add_findings },
  { { "load", NC_ ("pack", "Load") }, NC_ ("pack", "How many letters of each sort the organisations have, the most A and R first."),
    has_no_letters, samsyn_map_report_add_load },
};

static const SamsynReportPart *
part (guint number)
{
  return number < G_N_ELEMENTS (sheets) ? &sheets[number].part : NULL;
}

char *
samsyn_map_report_title (const SamsynMapReport *report,
                         const char            *title)
{
  return g_strconcat (title, report->scenario != NULL ? " – " : "", report->scenario, NULL);
}

static SamsynSheet *
open_sheet (SamsynMapReport *report,
            SamsynTable     *contents,
            const char      *name,
            const char      *purpose)
{
  g_autofree char *title = samsyn_map_report_title (report, name);
  SamsynSheet *sheet = samsyn_book_add_sheet (report->book, name, title, purpose);

  samsyn_table_add_row (contents);
  samsyn_table_link (contents, samsyn_sheet_get_name (sheet), sheet);
  samsyn_table_text (contents, purpose);
  return sheet;
}

static void
add_content (SamsynTable *contents,
             const char  *name,
             const char  *text)
{
  samsyn_table_add_row (contents);
  samsyn_table_text (contents, name);
  samsyn_table_text (contents, text);
}

/* ---- Sheets ---------------------------------------------------------------------------------------------------------------- */

static gboolean
add_process (SamsynMapReport *report,
             SamsynTable     *contents,
             const MapSheet  *self,
             int              process,
             const char      *name,
             GError         **error)
{
  const char *purpose = samsyn_words (report->view.language, "pack", self->purpose);
  SamsynSheet *sheet;

  if (!samsyn_map_has_rows (report->view.map, process))
    return TRUE;
  sheet = open_sheet (report, contents, name, purpose);
  if (!samsyn_map_add_table (&report->view, sheet, process, error))
    return FALSE;
  samsyn_columns_add_letters (sheet, report->view.language);
  return TRUE;
}

static gboolean
add_processes (SamsynMapReport *report,
               SamsynTable     *contents,
               const MapSheet  *self,
               GError         **error)
{
  const SamsynFacts *facts = report->view.map->facts;

  for (guint i = 0; i < facts->processes->len; i++)
    if (!add_process (report, contents, self, (int) i, g_array_index (facts->processes, SamsynProcess, i).name, error))
      return FALSE;
  return add_process (report, contents, self, SAMSYN_MAP_NOWHERE,
                      samsyn_words (report->view.language, "pack", "Tasks without a process"), error);
}

static gboolean
add_sheet (SamsynMapReport *report,
           SamsynTable     *contents,
           const MapSheet  *self,
           gboolean         left_out,
           GError         **error)
{
  const char *language = report->view.language;
  const char *name = samsyn_words (language, "pack", self->part.name);

  if (left_out || self->is_empty (report))
    {
      add_content (contents, name, samsyn_words (language, "pack", left_out ? NC_ ("pack", "Left out, as was asked for.")
                                                                            : NC_ ("pack", "Left out: no records.")));
      return TRUE;
    }
  if (self->add == NULL)
    return add_processes (report, contents, self, error);
  return self->add (report, open_sheet (report, contents, name, samsyn_words (language, "pack", self->purpose)), error);
}

static const SamsynPackColumn readme_columns[] = {
  { NC_ ("pack", "Sheet"), SAMSYN_COLUMN_TEXT, 38, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Contents"), SAMSYN_COLUMN_TEXT, 100, 0 },
  { NULL },
};

static SamsynTable *
open_readme (SamsynMapReport *report)
{
  const char *language = report->view.language;
  g_autofree char *title = samsyn_map_report_title (report, samsyn_words (language, "report", "Responsibility map"));
  g_autofree char *day = samsyn_day_date (report->view.map->day);
  SamsynSheet *readme
    = samsyn_book_add_sheet (report->book, samsyn_words (language, "pack", "Read me"), title,
                             samsyn_words (language, "pack", "What the workbook is about, what it holds, and how its letters are read."));
  SamsynTable *contents = samsyn_columns_add_table (readme, language, NULL, readme_columns);

  samsyn_sheet_set_one_page (readme);
  samsyn_columns_add_letters (readme, language);
  samsyn_book_set_properties (report->book, title, day, "Samsyn");
  add_content (contents, samsyn_words (language, "pack", "Validity date"), day);
  add_content (contents, samsyn_words (language, "pack", "Scenario"),
               report->scenario != NULL ? report->scenario
                                        : samsyn_words (language, "pack", "None: what is in force on that day."));
  return contents;
}

static gboolean
describe_map (SamsynMapReport             *report,
              const SamsynReportArguments *arguments,
              GCancellable                *cancellable,
              GError                     **error)
{
  SamsynTable *contents = open_readme (report);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gboolean left_out = arguments->leave_out != NULL && g_strv_contains (arguments->leave_out, sheets[i].part.id);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_sheet (report, contents, &sheets[i], left_out, error))
        return FALSE;
    }
  return TRUE;
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
  g_autofree char *name = NULL;
  SamsynMapReport report = { .book = book };
  gint64 scenario;

  if (!samsyn_ask_scenario (store, arguments->scenario, &scenario, error))
    return FALSE;
  map = samsyn_map_load (store, samsyn_book_get_status_date (book), scenario, error);
  if (map == NULL)
    return FALSE;
  findings = samsyn_findings_new (map);
  name = scenario != 0 ? samsyn_store_title (store, scenario, arguments->language) : NULL;
  report.view = (SamsynMapView) { store, map, arguments->language, TRUE };
  report.findings = findings;
  report.scenario = name;
  return describe_map (&report, arguments, cancellable, error);
}

const SamsynReport samsyn_responsibility_map_report = {
  .id = "responsibility-map",
  .title = NC_ ("report", "Responsibility map"),
  .purpose = NC_ ("report", "Who does what, by which right, on a date (when it holds, not when it was written) and in a scenario."),
  .takes = SAMSYN_REPORT_AS_OF | SAMSYN_REPORT_SCENARIO,
  .dates_validity = TRUE,
  .part = part,
  .describe = describe,
};
