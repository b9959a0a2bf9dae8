/* sheet-overview.c: the one-page summary: how the project stands, what was done, what comes, what is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"
#include "reports/lights.h"

#include "kinds/kinds.h"

/* More subprojects than these do not fit a page that can be read: then those that are as planned are left to their own sheet. */
#define MOST_SUBPROJECTS 12

static const SamsynPackColumn light_columns[] = {
  { NC_ ("pack", "Area"), SAMSYN_COLUMN_TEXT, 30, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_LIGHT, 26, 0 },
  { NC_ ("pack", "Last meeting"), SAMSYN_COLUMN_LIGHT, 26, 0 },
  { NC_ ("pack", "Trend"), SAMSYN_COLUMN_TREND, 14, 0 },
  { NC_ ("pack", "Cause"), SAMSYN_COLUMN_TEXT, 32, 0 },
  { NC_ ("pack", "Measure"), SAMSYN_COLUMN_TEXT, 32, 0 },
  { NC_ ("pack", "Responsible"), SAMSYN_COLUMN_TEXT, 22, 0 },
  { NC_ ("pack", "Green by"), SAMSYN_COLUMN_DATE, 16, 0 },
  { NULL },
};

static const SamsynPackColumn text_columns[] = {
  { NC_ ("pack", "Since last time"), SAMSYN_COLUMN_TEXT, 0, 0 },
  { NC_ ("pack", "Next"), SAMSYN_COLUMN_TEXT, 0, 0 },
  { NC_ ("pack", "We need from you"), SAMSYN_COLUMN_TEXT, 0, 0 },
  { NULL },
};

typedef struct
{
  SamsynPack            *pack;
  const SamsynPackSheet *self;
  GHashTable            *lights;
  GHashTable            *before; /* NULL: no pack before this one */
  SamsynTable           *table;  /* NULL until there is a row */
} Overview;

static SamsynSheet *
open_sheet (Overview *overview)
{
  if (overview->pack->sheet == NULL)
    samsyn_sheet_set_one_page (samsyn_pack_open_sheet (overview->pack, overview->self));
  return overview->pack->sheet;
}

static void
add_light (Overview   *overview,
           gint64      project,
           const char *dimension,
           const char *area)
{
  const SamsynLight *now = samsyn_lights_find (overview->lights, project, dimension);
  const SamsynLight *before = samsyn_lights_find (overview->before, project, dimension);
  g_autofree char *status = samsyn_lights_cell (now, FALSE), *status_before = samsyn_lights_cell (before, FALSE);
  g_autofree char *cause = now != NULL ? samsyn_lights_cause (now) : NULL;
  int trend;

  if (status == NULL)
    return;
  if (overview->table == NULL)
    overview->table = samsyn_pack_add_table (overview->pack, open_sheet (overview), NULL, light_columns);
  samsyn_table_add_row (overview->table);
  samsyn_table_text (overview->table, area);
  samsyn_table_text (overview->table, status);
  samsyn_table_text (overview->table, status_before);
  if (samsyn_lights_trend (before, now, &trend))
    samsyn_table_integer (overview->table, trend);
  else
    samsyn_table_empty (overview->table);
  samsyn_table_text (overview->table, cause);
  samsyn_table_text (overview->table, now->measure);
  samsyn_table_text (overview->table, now->owner);
  samsyn_table_text (overview->table, now->green_by);
}

static void
add_dimensions (Overview *overview)
{
  SamsynPack *pack = overview->pack;
  const SamsynField *dimension = samsyn_kind_field (samsyn_kind_find ("status_light"), "dimension");

  for (const SamsynChoice *choice = dimension->choices; choice->id != NULL; choice++)
    add_light (overview, pack->project, choice->id, samsyn_pack_choice (pack, "status_light", "dimension", choice->id));
}

static void
add_subprojects (Overview *overview)
{
  SamsynPack *pack = overview->pack;

  for (guint i = 0; i < pack->projects->len; i++)
    {
      gint64 project = g_array_index (pack->projects, gint64, i);
      const SamsynLight *light = samsyn_lights_find (overview->lights, project, "overall");
      g_autofree char *name = NULL;

      if (project == pack->project || light == NULL)
        continue;
      if (pack->projects->len > MOST_SUBPROJECTS && g_str_equal (light->light, "green"))
        continue;
      name = samsyn_store_title (pack->store, project, pack->language);
      add_light (overview, project, "overall", name);
    }
}

/* Three lists side by side, one row a line of each. */
enum
{
  DONE,
  NEXT,
  NEEDS,
  N_LISTS
};

static void
add_lines (GPtrArray  *list,
           const char *prefix,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0')
        g_ptr_array_add (list, prefix != NULL ? g_strdup_printf ("%s: %s", prefix, line) : g_strdup (line));
    }
}

/* Of the project all is told here; of its subprojects what they need, for the rest is on their own sheet. */
static gboolean
read_report (SamsynPack *pack,
             gint64      project,
             gint64      report,
             GPtrArray  *lists[N_LISTS],
             GError    **error)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (pack->store, report, error);
  static const char *const fields[N_LISTS] = { "done", "next", "needs" };
  g_autofree char *name = project != pack->project ? samsyn_store_title (pack->store, project, pack->language) : NULL;

  if (record == NULL)
    return FALSE;
  for (guint i = name != NULL ? NEEDS : DONE; i < N_LISTS; i++)
    {
      const char *text = samsyn_record_text (record, fields[i]);

      if (text != NULL)
        add_lines (lists[i], name, text);
    }
  return TRUE;
}

static gboolean
read_lists (SamsynPack *pack,
            GPtrArray  *lists[N_LISTS],
            GError    **error)
{
  g_autoptr (GHashTable) reports = samsyn_ask_status_reports (pack->store, pack->projects, pack->date, error);

  if (reports == NULL)
    return FALSE;
  for (guint i = 0; i < pack->projects->len; i++)
    {
      gint64 project = g_array_index (pack->projects, gint64, i);
      const gint64 *report = g_hash_table_lookup (reports, &project);

      if (report != NULL && !read_report (pack, project, *report, lists, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_lists (Overview  *overview,
           GPtrArray *lists[N_LISTS])
{
  guint n_rows = MAX (lists[DONE]->len, MAX (lists[NEXT]->len, lists[NEEDS]->len));
  const char *caption = overview->table != NULL ? samsyn_words (overview->pack->language, "pack", "In short") : NULL;
  SamsynTable *table;

  if (n_rows == 0)
    return;
  table = samsyn_pack_add_table (overview->pack, open_sheet (overview), caption, text_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      samsyn_table_add_row (table);
      for (guint i = 0; i < N_LISTS; i++)
        samsyn_table_text (table, row < lists[i]->len ? g_ptr_array_index (lists[i], row) : NULL);
    }
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (GHashTable) lights = samsyn_lights_read (pack->store, pack->projects, pack->date, pack->language, error);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *lists[N_LISTS] = { done, next, needs };
  Overview overview = { pack, self, lights, NULL, NULL };

  if (lights == NULL || !read_lists (pack, lists, error))
    return FALSE;
  if (pack->before != NULL)
    {
      before = samsyn_lights_read (pack->before, pack->projects, pack->before_date, pack->language, error);
      if (before == NULL)
        return FALSE;
      overview.before = before;
    }
  if (pack->project != 0)
    add_dimensions (&overview);
  add_subprojects (&overview);
  add_lists (&overview, lists);
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_overview = {
  .part = { "overview", NC_ ("pack", "Overview") },
  .title = NC_ ("pack", "Overview"),
  .purpose = NC_ ("pack", "How the project and its subprojects stand, and what is needed to go on as planned."),
  .add = add,
};
