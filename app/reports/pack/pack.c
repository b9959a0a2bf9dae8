/* pack.c: the steering pack, sheet by sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "reports/list.h"

/* In the order of the workbook, after the first sheet. */
static const SamsynPackSheet *const sheets[] = {
  &samsyn_sheet_overview,
  &samsyn_sheet_agenda,
  &samsyn_sheet_decisions,
  &samsyn_sheet_decision_follow_up,
  &samsyn_sheet_changes,
  &samsyn_sheet_subprojects,
  &samsyn_sheet_timeline,
  &samsyn_sheet_economy,
  &samsyn_sheet_risks,
  &samsyn_sheet_actions,
  &samsyn_sheet_goals,
  &samsyn_sheet_calendar,
  &samsyn_sheet_responsibility_map,
  &samsyn_sheet_responsibility_findings,
  &samsyn_sheet_staffing,
  &samsyn_sheet_agreements,
  &samsyn_sheet_consultations,
  &samsyn_sheet_deliverables,
  &samsyn_sheet_documents,
  &samsyn_sheet_meetings,
};

static const SamsynReportPart *
part (guint number)
{
  return number < G_N_ELEMENTS (sheets) ? &sheets[number]->part : NULL;
}

static gboolean
add_table (SamsynPack            *pack,
           const SamsynPackSheet *sheet,
           GError               **error)
{
  g_autoptr (SamsynRows) rows = sheet->read (pack, error);
  SamsynTable *table;

  if (rows == NULL || rows->n_rows == 0)
    return rows != NULL;
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, sheet), NULL, sheet->columns);
  for (guint i = 0; i < rows->n_rows; i++)
    sheet->row (pack, table, rows, i);
  return TRUE;
}

static gboolean
add_sheet (SamsynPack            *pack,
           const SamsynPackSheet *sheet,
           GError               **error)
{
  return sheet->add != NULL ? sheet->add (pack, sheet, error) : add_table (pack, sheet, error);
}

static gboolean
add_sheets (SamsynPack        *pack,
            const char *const *leave_out,
            SamsynPackContent *contents,
            GCancellable      *cancellable,
            GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gboolean left_out = leave_out != NULL && g_strv_contains (leave_out, sheets[i]->part.id);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || (!left_out && !add_sheet (pack, sheets[i], error)))
        return FALSE;
      contents[i]
          = (SamsynPackContent){ sheets[i], g_steal_pointer (&pack->sheet), left_out, g_steal_pointer (&pack->too_large) };
    }
  return TRUE;
}

enum
{
  MANAGER,
  HOME = MANAGER + SAMSYN_ASK_PERSON_COLUMNS
};

/* Who answers for the pack: the project's manager, at the project's home; where nobody is named, the program. */
static char *
author (SamsynPack *pack,
        GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("project", pack->language, SAMSYN_ASK_PERSON ("manager"), "home.name", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  g_autofree char *manager = NULL;
  const char *home;

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_EQUAL, pack->project);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->n_rows == 0)
    return g_strdup ("Samsyn");
  manager = samsyn_ask_person (rows, 0, MANAGER);
  home = samsyn_rows_text (rows, 0, HOME);
  if (*manager == '\0')
    return g_strdup (*home != '\0' ? home : "Samsyn");
  return *home == '\0' ? g_steal_pointer (&manager) : g_strconcat (manager, ", ", home, NULL);
}

static gboolean
set_properties (SamsynPack *pack,
                GError    **error)
{
  g_autofree char *meeting = samsyn_store_title (pack->store, pack->meeting, pack->language);
  g_autofree char *by = author (pack, error);
  g_autofree char *title = NULL;

  if (by == NULL)
    return FALSE;
  title = g_strdup_printf (samsyn_words (pack->language, "pack", "Steering pack: %s"),
                           *pack->project_title != '\0' ? pack->project_title : meeting);
  samsyn_book_set_properties (pack->book, title, meeting, by);
  return TRUE;
}

static gboolean
describe (SamsynStore                 *store,
          const SamsynReportArguments *arguments,
          SamsynBook                  *book,
          GCancellable                *cancellable,
          GError                     **error)
{
  g_autoptr (SamsynPack) pack = samsyn_pack_new (store, arguments->meeting, arguments->language, book, cancellable, error);
  SamsynPackContent contents[G_N_ELEMENTS (sheets)] = { 0 };
  SamsynSheet *readme;
  gboolean done;

  if (pack == NULL || !set_properties (pack, error))
    return FALSE;
  readme = samsyn_pack_open_readme (pack);
  done = add_sheets (pack, arguments->leave_out, contents, cancellable, error)
         && samsyn_pack_fill_readme (pack, readme, contents, G_N_ELEMENTS (contents), error);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    g_free (contents[i].too_large);
  return done;
}

const SamsynReport samsyn_steering_pack_report = {
  .id = "steering-pack",
  .title = NC_ ("report", "Steering pack"),
  .purpose = NC_ ("report", "What a steering group reads before a meeting: where the project stands, and what must be decided."),
  .takes = SAMSYN_REPORT_MEETING | SAMSYN_REPORT_AS_OF,
  .needs = SAMSYN_REPORT_MEETING,
  .part = part,
  .describe = describe,
};
