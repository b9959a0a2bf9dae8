/* referrers.c: what refers to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "referrers.h"

#include "kinds/kinds.h"

enum
{
  ID,
  TITLE
};

static void
referrers_free (gpointer data)
{
  SamsynReferrers *referrers = data;

  samsyn_rows_free (referrers->rows);
  g_free (referrers);
}

/* Adds those that name the record in that field, if there are any. */
static gboolean
add_field (SamsynStore       *store,
           const SamsynKind  *kind,
           const SamsynField *field,
           gint64             record,
           guint              limit,
           const char        *language,
           GPtrArray         *all,
           GError           **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;
  SamsynReferrers *referrers;
  gint64 n_records;

  samsyn_query_set_language (query, language);
  samsyn_query_where_integer (query, field->id, SAMSYN_QUERY_EQUAL, record);
  n_records = samsyn_store_count (store, query, error);
  if (n_records <= 0)
    return n_records == 0;
  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_order_default (query);
  samsyn_query_limit (query, limit);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  referrers = g_new0 (SamsynReferrers, 1);
  *referrers = (SamsynReferrers) { .kind = kind, .field = field, .n_records = n_records, .rows = g_steal_pointer (&rows) };
  g_ptr_array_add (all, referrers);
  return TRUE;
}

GPtrArray *
samsyn_referrers (SamsynStore *store,
                  gint64       record,
                  guint        limit,
                  const char  *language,
                  GError     **error)
{
  const SamsynKind *target = samsyn_store_kind_of (store, record);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (referrers_free);

  for (const SamsynKind *const *kind = samsyn_kinds (); target != NULL && *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];

        if (field->type == SAMSYN_TYPE_REFERENCE && samsyn_field_targets (field, target)
            && !add_field (store, *kind, field, record, limit, language, all, error))
          return NULL;
      }
  return g_steal_pointer (&all);
}

gint64
samsyn_referrers_id (const SamsynReferrers *referrers,
                     guint                  row)
{
  return samsyn_rows_integer (referrers->rows, row, ID, 0);
}

const char *
samsyn_referrers_title (const SamsynReferrers *referrers,
                        guint                  row)
{
  return samsyn_rows_text (referrers->rows, row, TITLE);
}
