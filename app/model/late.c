/* late.c: which records are late, as conditions of a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "late.h"

gboolean
samsyn_kind_has_deadlines (const SamsynKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SAMSYN_FIELD_DEADLINE)
      return TRUE;
  return FALSE;
}

static gboolean
is_settled (const SamsynKind  *kind,
            const SamsynValue *settled)
{
  for (guint i = 0; kind->settled != NULL && kind->settled[i].field != NULL; i++)
    if (kind->settled[i].choice == NULL ? !samsyn_value_is_null (&settled[i])
                                        : g_strcmp0 (samsyn_value_get_text (&settled[i]), kind->settled[i].choice) == 0)
      return TRUE;
  return FALSE;
}

gboolean
samsyn_value_is_late (const SamsynKind  *kind,
                      const SamsynField *field,
                      const SamsynValue *value,
                      const SamsynValue *settled,
                      const char        *today)
{
  return (field->flags & SAMSYN_FIELD_DEADLINE) && !samsyn_value_is_null (value)
         && g_strcmp0 (samsyn_value_get_text (value), today) < 0 && !is_settled (kind, settled);
}

void
samsyn_query_where_unsettled (SamsynQuery *query)
{
  for (const SamsynSettled *settled = query->kind->settled; settled != NULL && settled->field != NULL; settled++)
    if (settled->choice != NULL)
      samsyn_query_where_text (query, settled->field, SAMSYN_QUERY_NOT_EQUAL, settled->choice);
    else
      samsyn_query_where (query, settled->field, SAMSYN_QUERY_EMPTY, NULL);
}

void
samsyn_query_where_late (SamsynQuery *query,
                         const char  *today)
{
  if (!samsyn_kind_has_deadlines (query->kind))
    {
      samsyn_query_where (query, "@id", SAMSYN_QUERY_EMPTY, NULL);
      return;
    }
  samsyn_query_where_unsettled (query);
  samsyn_query_begin_any (query);
  for (guint i = 0; i < query->kind->n_fields; i++)
    if (query->kind->fields[i].flags & SAMSYN_FIELD_DEADLINE)
      samsyn_query_where_text (query, query->kind->fields[i].id, SAMSYN_QUERY_LESS, today);
  samsyn_query_end_any (query);
}
