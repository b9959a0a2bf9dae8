/* sheet-timeline.c: the milestones, and how long the projects run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "model/date.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Subproject"), SAMSYN_COLUMN_TEXT, 34, 0 },
  { NC_ ("pack", "Milestone"), SAMSYN_COLUMN_TEXT, 44, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Gate"), SAMSYN_COLUMN_STATE, 8, 0 },
  { NC_ ("pack", "Plan"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Last forecast"), SAMSYN_COLUMN_DATE, 17, 0 },
  { NC_ ("pack", "Forecast"), SAMSYN_COLUMN_DUE, 13, 0 },
  { NC_ ("pack", "Outcome"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Deviation (days)"), SAMSYN_COLUMN_INTEGER, 12, 0 },
  { NC_ ("pack", "Responsible"), SAMSYN_COLUMN_TEXT, 26, 0 },
  { NULL },
};

static const SamsynPackColumn bar_columns[] = {
  { NC_ ("pack", "Project"), SAMSYN_COLUMN_TEXT, 0, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Start"), SAMSYN_COLUMN_DATE, 0, 0 },
  { NC_ ("pack", "Days"), SAMSYN_COLUMN_INTEGER, 0, 0 },
  { NC_ ("pack", "End"), SAMSYN_COLUMN_DATE, 0, 0 },
  { NULL },
};

enum
{
  BAR_NAME,
  BAR_START,
  BAR_DAYS,
};

enum
{
  ID,
  PROJECT,
  TITLE,
  GATE,
  PLANNED,
  FORECAST,
  REACHED,
  DELAY,
  OWNER
};

typedef struct
{
  guint n_milestones;
  guint n_late;
  int   worst; /* days */
} Delays;

static void
add_milestone (SamsynPack       *pack,
               SamsynTable      *table,
               SamsynLookup     *before,
               const SamsynRows *rows,
               guint             row,
               Delays           *delays)
{
  gboolean reached = *samsyn_rows_text (rows, row, REACHED) != '\0';
  const SamsynValue *forecast_before = samsyn_pack_before (before, samsyn_rows_integer (rows, row, ID, 0));
  g_autofree char *owner = samsyn_ask_person (rows, row, OWNER);
  int delay = (int) samsyn_rows_integer (rows, row, DELAY, 0);

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, PROJECT));
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_rows_integer (rows, row, GATE, 0) != 0 ? samsyn_words (pack->language, "pack", "Gate") : NULL);
  samsyn_table_text (table, samsyn_rows_text (rows, row, PLANNED));
  samsyn_table_text (table, forecast_before != NULL ? samsyn_value_get_text (forecast_before) : NULL);
  samsyn_table_text (table, samsyn_rows_text (rows, row, FORECAST));
  samsyn_table_text (table, samsyn_rows_text (rows, row, REACHED));
  samsyn_table_value (table, samsyn_rows_get (rows, row, DELAY));
  samsyn_table_text (table, owner);
  if (reached)
    samsyn_table_settled (table);
  delays->n_milestones++;
  delays->n_late += delay > 0 && !reached;
  delays->worst = MAX (delays->worst, reached ? 0 : delay);
}

/* In the order of the projects, each by plan. */
static SamsynRows *
read_milestones (SamsynPack *pack,
                 gint64      project,
                 GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("milestone", pack->language, "@id", "project.name", "title", "gate", "planned_on", "forecast_on", "reached_on",
                  "delay", SAMSYN_ASK_PERSON ("owner"), NULL);

  samsyn_query_where_integer (query, "project", SAMSYN_QUERY_EQUAL, project);
  samsyn_query_order (query, "planned_on", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* A bar for each project with both its dates; its length in days, the first and the last day counted. */
static gboolean
add_bar (SamsynPack   *pack,
         SamsynSheet  *sheet,
         gint64        id,
         SamsynTable **bars,
         GError      **error)
{
  g_autoptr (SamsynRecord) project = samsyn_store_get (pack->store, id, error);
  const char *start;
  const char *end;

  if (project == NULL)
    return FALSE;
  start = samsyn_record_text (project, "starts_on");
  end = samsyn_record_text (project, "extended_until");
  if (end == NULL)
    end = samsyn_record_text (project, "ends_on");
  if (start == NULL || end == NULL)
    return TRUE;
  if (*bars == NULL)
    *bars = samsyn_pack_add_table (pack, sheet, samsyn_words (pack->language, "pack", "When the projects run"), bar_columns);
  samsyn_table_add_row (*bars);
  samsyn_table_text (*bars, samsyn_record_text (project, "name"));
  samsyn_table_text (*bars, start);
  samsyn_table_integer (*bars, samsyn_date_days (start, end) + 1);
  samsyn_table_text (*bars, end);
  return TRUE;
}

static gboolean
add_chart (SamsynPack   *pack,
           SamsynSheet  *sheet,
           const Delays *delays,
           GError      **error)
{
  static const guint series[] = { BAR_START, BAR_DAYS };
  g_autofree char *message = NULL;
  SamsynTable *bars = NULL;

  for (guint i = 0; i < pack->projects->len; i++)
    if (!add_bar (pack, sheet, g_array_index (pack->projects, gint64, i), &bars, error))
      return FALSE;
  if (bars == NULL)
    return TRUE;
  message = g_strdup_printf (samsyn_words (pack->language, "pack",
                                           "A bar for each of %u projects, from start to end. "
                                           "Of %u milestones %u are late, at most %d days."),
                             samsyn_table_get_n_rows (bars), delays->n_milestones, delays->n_late, delays->worst);
  samsyn_sheet_add_chart (sheet, SAMSYN_CHART_TIMELINE, samsyn_words (pack->language, "pack", "When the projects run"), message,
                          bars, BAR_NAME, series, G_N_ELEMENTS (series));
  return TRUE;
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynLookup) before = NULL;
  Delays delays = { 0, 0, 0 };
  SamsynTable *table = NULL;

  if (!samsyn_pack_look_before (pack, &before, error, "milestone", "forecast_on", NULL))
    return FALSE;
  for (guint i = 0; i < pack->projects->len; i++)
    {
      g_autoptr (SamsynRows) rows = read_milestones (pack, g_array_index (pack->projects, gint64, i), error);

      if (rows == NULL)
        return FALSE;
      if (table == NULL && rows->n_rows > 0)
        table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
      for (guint row = 0; row < rows->n_rows; row++)
        add_milestone (pack, table, before, rows, row, &delays);
    }
  return table == NULL || add_chart (pack, pack->sheet, &delays, error);
}

const SamsynPackSheet samsyn_sheet_timeline = {
  .part = { "timeline", NC_ ("pack", "Timetable") },
  .title = NC_ ("pack", "Timetable"),
  .purpose = NC_ ("pack", "Milestones and decision gates against the plan; the deviation is in days, late above zero."),
  .add = add,
};
