/* sheet-subprojects.c: every subproject in one row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"
#include "reports/lights.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Subproject"), SAMSYN_COLUMN_TEXT, 34, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Manager"), SAMSYN_COLUMN_TEXT, 24, 0 },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_LIGHT, 22, 0 },
  { NC_ ("pack", "Last meeting"), SAMSYN_COLUMN_LIGHT, 22, 0 },
  { NC_ ("pack", "Done"), SAMSYN_COLUMN_TEXT, 36, 0 },
  { NC_ ("pack", "Next"), SAMSYN_COLUMN_TEXT, 36, 0 },
  { NC_ ("pack", "Planned end"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Forecast end"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NULL },
};

typedef struct
{
  SamsynPack  *pack;
  GHashTable  *lights;
  GHashTable  *before; /* NULL: no pack before this one */
  GHashTable  *reports;
  SamsynTable *table;
} Subprojects;

enum
{
  FORECAST,
  PLANNED
};

/* The later of the end that was decided and the last milestone still to be reached. */
static gboolean
forecast_end (SamsynPack         *pack,
              const SamsynRecord *project,
              char              **end,
              GError            **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("milestone", NULL, "forecast_on", "planned_on", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  const char *decided = samsyn_record_text (project, "extended_until");
  const char *latest = decided != NULL ? decided : samsyn_record_text (project, "ends_on");

  samsyn_query_where_integer (query, "project", SAMSYN_QUERY_EQUAL, project->id);
  samsyn_query_where (query, "reached_on", SAMSYN_QUERY_EMPTY, NULL);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      const char *on = samsyn_rows_text (rows, i, FORECAST);

      if (*on == '\0')
        on = samsyn_rows_text (rows, i, PLANNED);
      if (g_strcmp0 (on, latest) > 0)
        latest = on;
    }
  *end = g_strdup (latest);
  return TRUE;
}

enum
{
  MANAGER
};

static char *
manager (SamsynPack *pack,
         gint64      project,
         GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("project", NULL, SAMSYN_ASK_PERSON ("manager"), NULL);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_EQUAL, project);
  rows = samsyn_store_select (pack->store, query, error);
  return rows != NULL ? samsyn_ask_person (rows, 0, MANAGER) : NULL;
}

static gboolean
read_status_report (Subprojects   *subprojects,
                    gint64         project,
                    SamsynRecord **report,
                    GError       **error)
{
  const gint64 *id = g_hash_table_lookup (subprojects->reports, &project);

  *report = id != NULL ? samsyn_store_get (subprojects->pack->store, *id, error) : NULL;
  return id == NULL || *report != NULL;
}

static gboolean
add_subproject (Subprojects *subprojects,
                gint64       id,
                GError     **error)
{
  SamsynTable *table = subprojects->table;
  g_autoptr (SamsynRecord) project = samsyn_store_get (subprojects->pack->store, id, error);
  g_autoptr (SamsynRecord) report = NULL;
  g_autofree char *leads = project != NULL ? manager (subprojects->pack, id, error) : NULL;
  g_autofree char *end = NULL;
  const SamsynLight *now = samsyn_lights_find (subprojects->lights, id, "overall");
  const SamsynLight *before = samsyn_lights_find (subprojects->before, id, "overall");
  g_autofree char *status = samsyn_lights_cell (now, TRUE), *status_before = samsyn_lights_cell (before, TRUE);

  if (leads == NULL || !read_status_report (subprojects, id, &report, error)
      || !forecast_end (subprojects->pack, project, &end, error))
    return FALSE;
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_record_text (project, "name"));
  samsyn_table_text (table, leads);
  samsyn_table_text (table, status != NULL ? status : "not_assessed");
  samsyn_table_text (table, status_before);
  samsyn_table_text (table, report != NULL ? samsyn_record_text (report, "done") : NULL);
  samsyn_table_text (table, report != NULL ? samsyn_record_text (report, "next") : NULL);
  samsyn_table_text (table, samsyn_record_text (project, "ends_on"));
  samsyn_table_text (table, end);
  return TRUE;
}

/* Those below the pack's project that were not cancelled, in the order of the tree. */
static GArray *
read_subprojects (SamsynPack *pack,
                  GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("project", NULL, "@id", NULL);
  g_autoptr (GArray) alive = NULL;
  GArray *subprojects;

  samsyn_query_where_text (query, "phase", SAMSYN_QUERY_NOT_EQUAL, "cancelled");
  alive = samsyn_store_ids (pack->store, query, 0, G_MAXINT, error);
  if (alive == NULL)
    return NULL;
  subprojects = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < pack->projects->len; i++)
    {
      gint64 project = g_array_index (pack->projects, gint64, i);

      if (project != pack->project && samsyn_ask_has (alive, project))
        g_array_append_val (subprojects, project);
    }
  return subprojects;
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (GArray) projects = read_subprojects (pack, error);
  g_autoptr (GHashTable) lights = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) reports = NULL;
  Subprojects subprojects;

  if (projects == NULL || projects->len == 0)
    return projects != NULL;
  lights = samsyn_lights_read (pack->store, pack->projects, pack->date, pack->language, error);
  reports = lights != NULL ? samsyn_ask_status_reports (pack->store, pack->projects, pack->date, error) : NULL;
  if (reports == NULL)
    return FALSE;
  if (pack->before != NULL)
    before = samsyn_lights_read (pack->before, pack->projects, pack->before_date, pack->language, error);
  if (pack->before != NULL && before == NULL)
    return FALSE;
  subprojects = (Subprojects) { pack, lights, before, reports, NULL };
  subprojects.table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  for (guint i = 0; i < projects->len; i++)
    if (!add_subproject (&subprojects, g_array_index (projects, gint64, i), error))
      return FALSE;
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_subprojects = {
  .part = { "subprojects", NC_ ("pack", "Subprojects") },
  .title = NC_ ("pack", "Subprojects"),
  .purpose = NC_ ("pack", "How each subproject stands, what it has done, what comes next, and when it is expected to end."),
  .add = add,
};
