/* paste-match.c: records by their whole titles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste-match.h"

#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"

struct _SamsynPasteMatch
{
  SamsynStore *store;
  GHashTable  *found; /* "kind title" → GArray of gint64 */
};

SamsynPasteMatch *
samsyn_paste_match_new (SamsynStore *store)
{
  SamsynPasteMatch *self = g_new0 (SamsynPasteMatch, 1);

  self->store = store;
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
samsyn_paste_match_free (SamsynPasteMatch *self)
{
  g_hash_table_unref (self->found);
  g_free (self);
}

static GArray *
find_of_kind (SamsynPasteMatch *self,
              const SamsynKind *kind,
              const char       *title)
{
  char *key = g_strdup_printf ("%s %s", kind->id, title);
  GArray *ids = g_hash_table_lookup (self->found, key);
  g_autoptr (SamsynQuery) query = NULL;

  if (ids != NULL)
    {
      g_free (key);
      return ids;
    }
  query = samsyn_query_new (kind);
  samsyn_query_where_text (query, "@title", SAMSYN_QUERY_EQUAL, title);
  ids = samsyn_store_ids (self->store, query, 0, 0, NULL);
  if (ids == NULL)
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (self->found, key, ids);
  return ids;
}

gboolean
samsyn_paste_match_find (SamsynPasteMatch  *self,
                         const SamsynField *field,
                         const char        *title,
                         SamsynValue       *value,
                         GError           **error)
{
  guint n_found = 0;

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (samsyn_field_targets (field, *kind))
      {
        GArray *ids = find_of_kind (self, *kind, title);

        n_found += ids->len;
        if (ids->len > 0)
          {
            g_auto (SamsynValue) found = samsyn_value_integer (g_array_index (ids, gint64, 0));

            samsyn_value_take (value, &found);
          }
      }
  if (n_found == 1)
    return TRUE;
  samsyn_value_clear (value);
  if (n_found == 0)
    g_set_error_literal (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_REFERENCE, _ ("is the title of no record"));
  else
    g_set_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_REFERENCE,
                 samsyn_words_n (NULL, "is the title of %u record",
                                 "is the title of %u records: which one is meant can't be told", n_found),
                 n_found);
  return FALSE;
}
