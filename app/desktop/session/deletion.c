/* deletion.c: what went, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "deletion.h"

#include "desktop/parts/value-text.h"
#include "kinds/kinds.h"
#include "model/words.h"

/* "agenda items, decision": of which kinds what went along is. */
static char *
kinds_of (GPtrArray *changes,
          gsize      n_records,
          gsize     *n_along)
{
  GString *text = g_string_new (NULL);

  *n_along = 0;
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *label = NULL;
      gsize n_deleted = 0, n_of_kind = 0;

      for (guint i = 0; i < changes->len; i++)
        {
          const SamsynChange *change = g_ptr_array_index (changes, i);

          /* First those that were to be deleted. */
          if (change->type == SAMSYN_CHANGE_DELETE && n_deleted++ >= n_records)
            n_of_kind += change->kind == *kind;
        }
      if (n_of_kind == 0)
        continue;
      label = samsyn_label_lower (n_of_kind == 1 ? samsyn_kind_label (*kind, NULL) : samsyn_kind_plural (*kind, NULL));
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", label);
      *n_along += n_of_kind;
    }
  return g_string_free (text, FALSE);
}

char *
samsyn_deletion_describe (SamsynStore  *store,
                          const gint64 *records,
                          gsize         n_records,
                          GPtrArray    *changes)
{
  gsize n_along;
  g_autofree char *title = samsyn_store_title (store, records[0], NULL);
  g_autofree char *kinds = kinds_of (changes, n_records, &n_along);
  g_autofree char *what = NULL;

  if (n_records == 1)
    what = g_strdup_printf (_ ("“%s” was deleted"), title);
  else
    what = g_strdup_printf (samsyn_words_n (NULL, "%u record was deleted", "%u records were deleted", n_records),
                            (guint) n_records);
  if (n_along == 0)
    return g_steal_pointer (&what);
  return g_strdup_printf (
      samsyn_words_n (NULL, "%s, with %u that depended on it (%s)", "%s, with %u that depended on it (%s)", n_along), what,
      (guint) n_along, kinds);
}
