/* ask.c: questions to the workspace that more than one sheet asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ask.h"

#include "kinds/kinds.h"
#include "model/fold.h"
#include "model/words.h"
#include "report.h"

#define DEEPEST 3 /* records between one and its project */

SamsynQuery *
samsyn_ask (const char *kind,
            const char *language,
            ...)
{
  SamsynQuery *query = samsyn_query_new (samsyn_kind_find (kind));
  const char *path;
  va_list paths;

  samsyn_query_set_language (query, language);
  va_start (paths, language);
  while ((path = va_arg (paths, const char *)) != NULL)
    samsyn_query_select (query, path);
  va_end (paths);
  return query;
}

void
samsyn_ask_among (SamsynQuery *query,
                  const char  *path,
                  GArray      *ids,
                  gboolean     or_empty)
{
  samsyn_query_begin_any (query);
  if (or_empty)
    samsyn_query_where (query, path, SAMSYN_QUERY_EMPTY, NULL);
  for (guint i = 0; i < ids->len; i++)
    samsyn_query_where_integer (query, path, SAMSYN_QUERY_EQUAL, g_array_index (ids, gint64, i));
  /* No record has the id 0: among no ids is nothing. */
  if (!or_empty && ids->len == 0)
    samsyn_query_where_integer (query, path, SAMSYN_QUERY_EQUAL, 0);
  samsyn_query_end_any (query);
}

gboolean
samsyn_ask_has (GArray *ids,
                gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

enum
{
  TREE_ID,
  TREE_PARENT
};

static void
add_below (const SamsynRows *rows,
           gint64            parent,
           GArray           *tree)
{
  for (guint i = 0; i < rows->n_rows; i++)
    {
      gint64 id = samsyn_rows_integer (rows, i, TREE_ID, 0);

      if (samsyn_rows_integer (rows, i, TREE_PARENT, 0) != parent || samsyn_ask_has (tree, id))
        continue;
      g_array_append_val (tree, id);
      add_below (rows, id, tree);
    }
}

GArray *
samsyn_ask_project_tree (SamsynStore *store,
                         gint64       root,
                         GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("project", NULL, "@id", "parent", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  GArray *tree;

  samsyn_query_order (query, "name", FALSE);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return NULL;
  tree = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (root != 0)
    g_array_append_val (tree, root);
  add_below (rows, root, tree);
  return tree;
}

static char *
path_to (const SamsynKind *kind,
         const SamsynKind *goal,
         guint             depth)
{
  if (kind == goal)
    return g_strdup ("@id");
  if (samsyn_kind_field (kind, goal->id) != NULL)
    return g_strdup (goal->id);
  for (guint i = 0; i < kind->n_fields && depth < DEEPEST; i++)
    {
      const SamsynField *field = &kind->fields[i];
      const SamsynKind *target = field->type == SAMSYN_TYPE_REFERENCE ? samsyn_field_target (field) : NULL;
      g_autofree char *rest = NULL;

      if (target == NULL || target == kind || !(field->flags & SAMSYN_FIELD_REQUIRED))
        continue;
      rest = path_to (target, goal, depth + 1);
      if (rest != NULL)
        return g_strconcat (field->id, ".", rest, NULL);
    }
  return NULL;
}

char *
samsyn_ask_project_path (const SamsynKind *kind)
{
  return path_to (kind, samsyn_kind_find ("project"), 0);
}

enum
{
  SCENARIO_ID,
  SCENARIO_NAME
};

gboolean
samsyn_ask_scenario (SamsynStore *store,
                     const char  *text,
                     gint64      *scenario,
                     GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("scenario", NULL, "@id", "name", NULL);
  g_autoptr (SamsynRows) rows = text != NULL ? samsyn_store_select (store, query, error) : NULL;
  g_autofree char *asked = samsyn_fold_key (text != NULL ? text : "");
  guint n_meant = 0;

  *scenario = 0;
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      gint64 id = samsyn_rows_integer (rows, i, SCENARIO_ID, 0);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *name = samsyn_fold_key (samsyn_rows_text (rows, i, SCENARIO_NAME));

      if (!g_str_equal (number, text) && !g_str_equal (name, asked))
        continue;
      *scenario = id;
      n_meant++;
    }
  if (text == NULL || n_meant == 1)
    return TRUE;
  if (rows != NULL)
    g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
                 n_meant == 0 ? _ ("The workspace holds no scenario “%s”. See “samsyn list FILE scenario” for those there are.")
                              : _ ("Several scenarios are called “%s”. Say the id of one of them; “samsyn list FILE scenario” "
                                   "tells them."),
                 text);
  return FALSE;
}

enum
{
  REPORT_ID,
  REPORT_PROJECT
};

static gint64 *
boxed (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

GHashTable *
samsyn_ask_status_reports (SamsynStore *store,
                           GArray      *projects,
                           const char  *date,
                           GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("status_report", NULL, "@id", "project", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  GHashTable *newest;

  samsyn_ask_among (query, "project", projects, FALSE);
  samsyn_query_where_text (query, "on", SAMSYN_QUERY_AT_MOST, date);
  samsyn_query_order (query, "on", FALSE);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return NULL;
  /* In the order of days, ids within a day: the last one stays. */
  newest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < rows->n_rows; i++)
    g_hash_table_insert (newest, boxed (samsyn_rows_integer (rows, i, REPORT_PROJECT, 0)),
                         boxed (samsyn_rows_integer (rows, i, REPORT_ID, 0)));
  return newest;
}

char *
samsyn_ask_person (const SamsynRows *rows,
                   guint             row,
                   guint             column)
{
  const char *title = samsyn_rows_text (rows, row, column);
  const char *name = samsyn_rows_text (rows, row, column + 1);
  const char *organisation = samsyn_rows_text (rows, row, column + 2);

  if (*title == '\0')
    return g_strdup (name);
  return *organisation == '\0' ? g_strdup (title) : g_strconcat (title, ", ", organisation, NULL);
}
