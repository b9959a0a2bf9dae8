/* undo-text.c: what taking a step back does, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "undo-text.h"

#include "model/words.h"

#define MOST_LETTERS 40

/* What the step is about: the first that it deleted, before what went along with that, or made, or changed.  An undo did all that
 * the other way round. */
static const SamsynChange *
main_change (GPtrArray *changes,
             gboolean   backwards)
{
  static const SamsynChangeType order[] = { SAMSYN_CHANGE_DELETE, SAMSYN_CHANGE_CREATE, SAMSYN_CHANGE_UPDATE };

  for (guint type = 0; type < G_N_ELEMENTS (order); type++)
    for (guint i = 0; i < changes->len; i++)
      {
        const SamsynChange *change = g_ptr_array_index (changes, backwards ? changes->len - 1 - i : i);

        if (change->type == order[type])
          return change;
      }
  return NULL;
}

/* To how many other records the same happened: what only led to one that is back leads there again, but is not back. */
static guint
count_others (GPtrArray          *changes,
              const SamsynChange *main)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (changes, i);

      if (change->type == main->type)
        g_hash_table_add (records, &change->record);
    }
  g_hash_table_remove (records, &main->record);
  return g_hash_table_size (records);
}

static char *
field_names (const SamsynChange *change)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              samsyn_field_label (&change->kind->fields[entry->field], NULL));
    }
  return g_string_free (names, FALSE);
}

static char *
describe_change (const SamsynChange *change,
                 const char         *title)
{
  g_autofree char *names = field_names (change);

  switch (change->type)
    {
    case SAMSYN_CHANGE_CREATE:
      return g_strdup_printf (_ ("“%s” is gone"), title);
    case SAMSYN_CHANGE_DELETE:
      return g_strdup_printf (_ ("“%s” is back"), title);
    default:
      /* TRANSLATORS: which fields have their earlier values again, and the record's title */
      return g_strdup_printf (_ ("%s of “%s”"), names, title);
    }
}

/* As much of a title as tells which record it is: messages are short. */
static char *
shorten (const char *title)
{
  g_autofree char *start = g_utf8_strlen (title, -1) > MOST_LETTERS ? g_utf8_substring (title, 0, MOST_LETTERS) : NULL;

  return start != NULL ? g_strconcat (g_strchomp (start), "…", NULL) : g_strdup (title);
}

char *
samsyn_undo_describe (SamsynStore *store,
                      gint64       step,
                      gboolean     is_undo)
{
  g_autoptr (GPtrArray) changes = step != 0 ? samsyn_store_changes (store, step, NULL) : NULL;
  const SamsynChange *main = changes != NULL ? main_change (changes, is_undo) : NULL;
  g_autofree char *title = main != NULL ? samsyn_store_title (store, main->record, NULL) : NULL;
  g_autofree char *name = title != NULL ? shorten (title) : NULL;
  g_autofree char *text = NULL;
  guint n_others;

  if (title == NULL || *title == '\0' || samsyn_store_kind_of (store, main->record) == NULL)
    return NULL;
  text = describe_change (main, name);
  n_others = count_others (changes, main);
  if (n_others == 0)
    return g_steal_pointer (&text);
  return g_strdup_printf (samsyn_words_n (NULL, "%s, and %u other record", "%s, and %u other records", n_others), text, n_others);
}
