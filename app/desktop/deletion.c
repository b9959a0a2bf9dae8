/* deletion.c: what went, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "deletion.h"

#include <string.h>

#include "kinds/kinds.h"
#include "model/words.h"

char *
samsyn_deletion_describe (SamsynStore  *store,
                          const gint64 *records,
                          gsize         n_records,
                          GPtrArray    *changes)
{
  g_autofree char *title = samsyn_store_title (store, records[0], NULL);
  g_autoptr (GString) kinds = g_string_new (NULL);
  g_autofree char *what = NULL;
  gsize n_deleted = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      const char *label = samsyn_kind_label (change->kind, NULL);

      if (change->type != SAMSYN_CHANGE_DELETE || n_deleted++ < n_records || strstr (kinds->str, label) != NULL)
        continue;
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", label);
    }
  if (n_records == 1)
    what = g_strdup_printf (_ ("“%s” was deleted"), title);
  else
    what = g_strdup_printf (samsyn_words_n (NULL, "%u record was deleted", "%u records were deleted", n_records), (guint) n_records);
  if (n_deleted <= n_records)
    return g_steal_pointer (&what);
  return g_strdup_printf (samsyn_words_n (NULL, "%s, with %u that depended on it (%s)", "%s, with %u that depended on it (%s)",
                                          n_deleted - n_records),
                          what, (guint) (n_deleted - n_records), kinds->str);
}
