/* standing.c: how projects stand by their newest status reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "standing.h"

#include "judgement.h"
#include "kinds/kinds.h"
#include "model/late.h"

typedef struct
{
  GPtrArray  *found; /* SamsynProjectStanding of the projects that have a report */
  GHashTable *by_project;
} Standings;

static void
standing_free (gpointer data)
{
  SamsynProjectStanding *standing = data;

  g_free (standing->name);
  g_free (standing->date);
  g_clear_pointer (&standing->judgements, g_array_unref);
  g_free (standing);
}

/* ---- The newest report of each project ------------------------------------------------------------------------------------- */

enum
{
  REPORT_ID,
  REPORT_PROJECT,
  REPORT_DATE
};

static gboolean
read_reports (SamsynStore *store,
              const char  *today,
              GHashTable  *by_project,
              GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("status_report"));
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "project");
  samsyn_query_select (query, "on");
  samsyn_query_where_text (query, "on", SAMSYN_QUERY_AT_MOST, today);
  samsyn_query_order (query, "on", FALSE);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  /* In the order of days, and of ids within a day: the last one stays. */
  for (guint i = 0; i < rows->n_rows; i++)
    {
      gint64 project = samsyn_rows_integer (rows, i, REPORT_PROJECT, 0);
      SamsynProjectStanding *standing = g_hash_table_lookup (by_project, &project);

      if (standing == NULL)
        {
          standing = g_new0 (SamsynProjectStanding, 1);
          standing->project = project;
          g_hash_table_insert (by_project, &standing->project, standing);
        }
      standing->report = samsyn_rows_integer (rows, i, REPORT_ID, 0);
      g_free (standing->date);
      standing->date = g_strdup (samsyn_rows_text (rows, i, REPORT_DATE));
    }
  return TRUE;
}

/* ---- The projects, each above its parts ------------------------------------------------------------------------------------ */

enum
{
  PROJECT_ID,
  PROJECT_PARENT,
  PROJECT_NAME
};

static SamsynRows *
read_projects (SamsynStore *store,
               const char  *language,
               GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("project"));

  samsyn_query_set_language (query, language);
  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "parent");
  samsyn_query_select (query, "@title");
  samsyn_query_where_unsettled (query);
  samsyn_query_order (query, "name", FALSE);
  return samsyn_store_select (store, query, error);
}

/* The children of each project that is not settled, as rows in order; those whose parent is not among them stand at the top,
 * 0. */
static GHashTable *
children_of (const SamsynRows *rows)
{
  GHashTable *children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < rows->n_rows; i++)
    {
      gint64 id = samsyn_rows_integer (rows, i, PROJECT_ID, 0);

      g_hash_table_add (open, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < rows->n_rows; i++)
    {
      gint64 parent = samsyn_rows_integer (rows, i, PROJECT_PARENT, 0);
      GArray *list;

      if (!g_hash_table_contains (open, &parent))
        parent = 0;
      list = g_hash_table_lookup (children, &parent);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (children, g_memdup2 (&parent, sizeof parent), list);
        }
      g_array_append_val (list, i);
    }
  return children;
}

static void
add_below (Standings        *standings,
           const SamsynRows *rows,
           GHashTable       *children,
           gint64            parent,
           guint             depth)
{
  GArray *list = g_hash_table_lookup (children, &parent);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint row = g_array_index (list, guint, i);
      gint64 project = samsyn_rows_integer (rows, row, PROJECT_ID, 0);
      SamsynProjectStanding *standing = g_hash_table_lookup (standings->by_project, &project);

      if (standing != NULL)
        {
          g_hash_table_steal (standings->by_project, &project);
          standing->name = g_strdup (samsyn_rows_text (rows, row, PROJECT_NAME));
          standing->depth = depth;
          g_ptr_array_add (standings->found, standing);
        }
      add_below (standings, rows, children, project, standing != NULL ? depth + 1 : depth);
    }
}

/* ---- The lights ------------------------------------------------------------------------------------------------------------ */

static gboolean
read_lights (SamsynStore *store,
             GPtrArray   *standings,
             const char  *today,
             const char  *language,
             GError     **error)
{
  for (guint i = 0; i < standings->len; i++)
    {
      SamsynProjectStanding *standing = g_ptr_array_index (standings, i);

      standing->judgements = samsyn_judge (store, standing->project, standing->report, today, language, error);
      if (standing->judgements == NULL)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
samsyn_standings_new (SamsynStore *store,
                      const char  *today,
                      guint        limit,
                      const char  *language,
                      gint64      *n_unreported,
                      GError     **error)
{
  g_autoptr (GHashTable) by_project = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, standing_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (standing_free);
  g_autoptr (SamsynRows) projects = read_projects (store, language, error);
  g_autoptr (GHashTable) children = NULL;
  Standings standings = { found, by_project };

  if (projects == NULL || !read_reports (store, today, by_project, error))
    return NULL;
  children = children_of (projects);
  add_below (&standings, projects, children, 0, 0);
  *n_unreported = projects->n_rows - found->len;
  if (limit > 0 && found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return read_lights (store, found, today, language, error) ? g_steal_pointer (&found) : NULL;
}
