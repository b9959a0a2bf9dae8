/* query.c: a question to the workspace, in terms of kinds and fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "query.h"

static void
column_clear (gpointer data)
{
  g_free (((SamsynQueryColumn *) data)->path);
}

static void
condition_clear (gpointer data)
{
  SamsynQueryCondition *condition = data;

  g_free (condition->path);
  samsyn_value_clear (&condition->value);
}

static void
order_clear (gpointer data)
{
  g_free (((SamsynQueryOrder *) data)->path);
}

static GArray *
owning_array (gsize          size,
              GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

SamsynQuery *
samsyn_query_new (const SamsynKind *kind)
{
  SamsynQuery *query = g_new0 (SamsynQuery, 1);

  query->kind = kind;
  query->columns = owning_array (sizeof (SamsynQueryColumn), column_clear);
  query->conditions = owning_array (sizeof (SamsynQueryCondition), condition_clear);
  query->order = owning_array (sizeof (SamsynQueryOrder), order_clear);
  query->groups = g_ptr_array_new_with_free_func (g_free);
  query->next_any = 1;
  return query;
}

void
samsyn_query_free (SamsynQuery *query)
{
  if (query == NULL)
    return;
  g_array_unref (query->columns);
  g_array_unref (query->conditions);
  g_array_unref (query->order);
  g_ptr_array_unref (query->groups);
  g_free (query);
}

void
samsyn_query_set_language (SamsynQuery *query,
                           const char  *language)
{
  query->language = language;
}

guint
samsyn_query_take (SamsynQuery    *query,
                   SamsynQueryTake take,
                   const char     *path)
{
  SamsynQueryColumn column = { .path = g_strdup (path), .take = take };

  g_array_append_val (query->columns, column);
  return query->columns->len - 1;
}

guint
samsyn_query_select (SamsynQuery *query,
                     const char  *path)
{
  return samsyn_query_take (query, SAMSYN_QUERY_VALUE, path);
}

void
samsyn_query_where (SamsynQuery       *query,
                    const char        *path,
                    SamsynQueryTest    test,
                    const SamsynValue *value)
{
  SamsynQueryCondition condition = {
    .path = g_strdup (path),
    .test = test,
    .value = value != NULL ? samsyn_value_copy (value) : SAMSYN_VALUE_NULL,
    .any = query->in_any ? query->next_any : 0,
  };

  g_array_append_val (query->conditions, condition);
}

void
samsyn_query_where_text (SamsynQuery    *query,
                         const char     *path,
                         SamsynQueryTest test,
                         const char     *text)
{
  g_auto (SamsynValue) value = samsyn_value_text (text);

  samsyn_query_where (query, path, test, &value);
}

void
samsyn_query_where_integer (SamsynQuery    *query,
                            const char     *path,
                            SamsynQueryTest test,
                            gint64          integer)
{
  SamsynValue value = samsyn_value_integer (integer);

  samsyn_query_where (query, path, test, &value);
}

void
samsyn_query_begin_any (SamsynQuery *query)
{
  g_return_if_fail (!query->in_any);
  query->in_any = TRUE;
}

void
samsyn_query_end_any (SamsynQuery *query)
{
  g_return_if_fail (query->in_any);
  query->in_any = FALSE;
  query->next_any++;
}

void
samsyn_query_order (SamsynQuery *query,
                    const char  *path,
                    gboolean     descending)
{
  SamsynQueryOrder order = { .path = g_strdup (path), .descending = descending };

  g_array_append_val (query->order, order);
}

void
samsyn_query_order_default (SamsynQuery *query)
{
  const char *const *ids = query->kind->order != NULL ? query->kind->order : query->kind->title;

  for (; *ids != NULL; ids++)
    samsyn_query_order (query, *ids, FALSE);
}

void
samsyn_query_group (SamsynQuery *query,
                    const char  *path)
{
  g_ptr_array_add (query->groups, g_strdup (path));
}

void
samsyn_query_limit (SamsynQuery *query,
                    guint        limit)
{
  query->limit = limit;
}
