/* sheet-timeline.c: the milestones, and how long the projects run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "model/date.h"

#include <string.h>

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

/* More years than these from the status date are not drawn: what is near would shrink to nothing. */
#define FAR_DAYS 3653
#define LEAST_DAYS 183 /* where nothing is near */

static const SamsynPackColumn bar_columns[] = {
  { NC_ ("pack", "Project"), SAMSYN_COLUMN_TEXT, 0, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Start"), SAMSYN_COLUMN_DATE, 0, 0 },
  { NC_ ("pack", "Days"), SAMSYN_COLUMN_INTEGER, 0, 0 },
  { NC_ ("pack", "End"), SAMSYN_COLUMN_DATE, 0, 0 },
  { NULL },
};

/* What is drawn, where something is too far away to be drawn whole. */
static const SamsynPackColumn cut_columns[] = {
  { NC_ ("pack", "Drawn from"), SAMSYN_COLUMN_DATE, 0, 0 },
  { NC_ ("pack", "Days drawn"), SAMSYN_COLUMN_INTEGER, 0, 0 },
  { NULL },
};

enum
{
  BAR_NAME,
  BAR_START,
  BAR_DAYS,
  BAR_END,
  BAR_CUT_START,
  BAR_CUT_DAYS
};

typedef struct
{
  char *name;
  char *start;
  char *end;
} Bar;

static void
bar_clear (gpointer data)
{
  Bar *bar = data;

  g_free (bar->name);
  g_free (bar->start);
  g_free (bar->end);
}

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

/* ---- Bars ------------------------------------------------------------------------------------------------------------------ */

/* A bar for each project with both its dates. */
static gboolean
read_bar (SamsynPack *pack,
          gint64      id,
          GArray     *bars,
          GError    **error)
{
  g_autoptr (SamsynRecord) project = samsyn_store_get (pack->store, id, error);
  const char *start;
  const char *end;
  Bar bar;

  if (project == NULL)
    return FALSE;
  start = samsyn_record_text (project, "starts_on");
  end = samsyn_record_text (project, "extended_until");
  if (end == NULL)
    end = samsyn_record_text (project, "ends_on");
  if (start == NULL || end == NULL)
    return TRUE;
  bar = (Bar) { g_strdup (samsyn_record_text (project, "name")), g_strdup (start), g_strdup (end) };
  g_array_append_val (bars, bar);
  return TRUE;
}

static gboolean
is_far (SamsynPack *pack,
        const char *date)
{
  return ABS (samsyn_date_days (pack->date, date)) > FAR_DAYS;
}

/* The first and the last day that are drawn: of those that are near. */
static gboolean
find_window (SamsynPack   *pack,
             const GArray *bars,
             char        **from,
             char        **to)
{
  const char *first = pack->date, *last = pack->date;
  gboolean cut = FALSE;

  for (guint i = 0; i < bars->len; i++)
    {
      const char *days[] = { g_array_index (bars, Bar, i).start, g_array_index (bars, Bar, i).end };

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        {
          cut = cut || is_far (pack, days[j]);
          if (is_far (pack, days[j]))
            continue;
          first = strcmp (days[j], first) < 0 ? days[j] : first;
          last = strcmp (days[j], last) > 0 ? days[j] : last;
        }
    }
  *from = samsyn_date_add_days (first, strcmp (first, last) == 0 ? -LEAST_DAYS : 0);
  *to = samsyn_date_add_days (last, strcmp (first, last) == 0 ? LEAST_DAYS : 0);
  return cut;
}

static const char *
clamp (const char *date,
       const char *from,
       const char *to)
{
  return strcmp (date, from) < 0 ? from : strcmp (date, to) > 0 ? to : date;
}

/* Its length in days, the first and the last day counted.  A bar that goes on beyond the chart is marked at its name. */
static void
add_bar (SamsynTable *table,
         const Bar   *bar,
         const char  *from, /* NULL: all are drawn whole */
         const char  *to)
{
  g_autofree char *name = g_strconcat (from != NULL && strcmp (bar->start, from) < 0 ? "◂ " : "", bar->name,
                                       from != NULL && strcmp (bar->end, to) > 0 ? " ▸" : "", NULL);

  samsyn_table_add_row (table);
  samsyn_table_text (table, name);
  samsyn_table_text (table, bar->start);
  samsyn_table_integer (table, samsyn_date_days (bar->start, bar->end) + 1);
  samsyn_table_text (table, bar->end);
  if (from == NULL)
    return;
  samsyn_table_text (table, clamp (bar->start, from, to));
  samsyn_table_integer (table, samsyn_date_days (clamp (bar->start, from, to), clamp (bar->end, from, to)) + 1);
}

static char *
bars_message (SamsynPack   *pack,
              const GArray *bars,
              const Delays *delays,
              gboolean      cut)
{
  g_autofree char *message
    = g_strdup_printf (samsyn_words (pack->language, "pack", "A bar for each of %u projects, from start to end. "
                                                             "Of %u milestones %u are late, at most %d days."),
                       bars->len, delays->n_milestones, delays->n_late, delays->worst);

  if (!cut)
    return g_steal_pointer (&message);
  return g_strconcat (message, " ", samsyn_words (pack->language, "pack", "Bars marked ◂ or ▸ go on beyond the chart."), NULL);
}

static gboolean
add_chart (SamsynPack   *pack,
           SamsynSheet  *sheet,
           const Delays *delays,
           GError      **error)
{
  static const guint whole[] = { BAR_START, BAR_DAYS }, drawn[] = { BAR_CUT_START, BAR_CUT_DAYS };
  const char *title = samsyn_words (pack->language, "pack", "When the projects run");
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_autofree char *message = NULL, *caption = NULL, *from = NULL, *to = NULL;
  gboolean cut;
  SamsynTable *table;

  g_array_set_clear_func (bars, bar_clear);
  for (guint i = 0; i < pack->projects->len; i++)
    if (!read_bar (pack, g_array_index (pack->projects, gint64, i), bars, error))
      return FALSE;
  if (bars->len == 0)
    return TRUE;
  cut = find_window (pack, bars, &from, &to);
  message = bars_message (pack, bars, delays, cut);
  if (cut)
    caption
        = g_strconcat (title, ". ", samsyn_words (pack->language, "pack", "Bars marked ◂ or ▸ go on beyond the chart."), NULL);
  table = samsyn_pack_add_table (pack, sheet, cut ? caption : title, bar_columns);
  if (cut)
    samsyn_columns_add (table, pack->language, cut_columns);
  for (guint i = 0; i < bars->len; i++)
    add_bar (table, &g_array_index (bars, Bar, i), cut ? from : NULL, to);
  samsyn_sheet_add_chart (sheet, SAMSYN_CHART_TIMELINE, title, message, table, BAR_NAME, cut ? drawn : whole,
                          G_N_ELEMENTS (whole));
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
