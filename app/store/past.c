/* past.c: what records were called
 *
 * The changes of a record's title are read once, the newest first, beginning with what it is called now: what a change says of
 * before is what held until it.  So a history of n changes costs n, whatever it shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "past.h"

#include "log.h"
#include "title.h"

/* What the fields of a title held from a step on; nothing where the record was not there. */
typedef struct
{
  gint64       since;
  SamsynValue *values; /* SAMSYN_TITLE_FIELDS, or NULL */
} Version;

typedef struct
{
  const SamsynKind *kind;     /* NULL: nobody knows the record */
  GArray           *versions; /* Version, the newest first */
} Life;

struct _SamsynPast
{
  SamsynStore *store;
  GHashTable  *lives; /* gint64 * → Life */
  gint64       step;  /* that is asked about */
};

static SamsynValue *
copy_values (const SamsynValue *values)
{
  SamsynValue *copy = g_new0 (SamsynValue, SAMSYN_TITLE_FIELDS);

  for (guint i = 0; i < SAMSYN_TITLE_FIELDS; i++)
    copy[i] = samsyn_value_copy (&values[i]);
  return copy;
}

static void
clear_values (SamsynValue *values)
{
  for (guint i = 0; i < SAMSYN_TITLE_FIELDS; i++)
    samsyn_value_clear (&values[i]);
}

static void
version_clear (gpointer data)
{
  Version *version = data;

  if (version->values != NULL)
    clear_values (version->values);
  g_free (version->values);
}

static void
life_free (gpointer data)
{
  Life *life = data;

  g_array_unref (life->versions);
  g_free (life);
}

static void
add_version (Life              *life,
             gint64             since,
             const SamsynValue *values)
{
  Version version = { .since = since, .values = values != NULL ? copy_values (values) : NULL };

  g_array_append_val (life->versions, version);
}

/* Takes one change back.  Returns whether the title was another before. */
static gboolean
take_back (const SamsynChange *change,
           SamsynValue        *values)
{
  gboolean other = change->type != SAMSYN_CHANGE_UPDATE;

  if (change->type == SAMSYN_CHANGE_DELETE)
    clear_values (values);
  for (guint i = 0; i < SAMSYN_TITLE_FIELDS && change->kind->title[i] != NULL; i++)
    {
      const SamsynFieldChange *entry = samsyn_change_find (change, change->kind->title[i]);

      if (entry == NULL)
        continue;
      samsyn_value_clear (&values[i]);
      values[i] = samsyn_value_copy (&entry->before);
      other = TRUE;
    }
  return other;
}

static void
walk_back (SamsynPast *past,
           Life       *life,
           gint64      record)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (past->store, "SELECT step, kind, before, after FROM change WHERE record = ? ORDER BY id DESC", NULL);
  SamsynValue values[SAMSYN_TITLE_FIELDS] = { 0 };
  gboolean there;

  if (statement == NULL)
    return;
  life->kind = samsyn_store_kind_of (past->store, record);
  there = life->kind != NULL && samsyn_title_read (past->store, life->kind, record, values) > 0;
  samsyn_db_bind_integer (statement, 1, record);
  while (samsyn_db_step (past->store, statement, NULL) == SQLITE_ROW)
    {
      gint64 step = sqlite3_column_int64 (statement, 0);
      g_autoptr (SamsynChange) change = samsyn_log_parse (past->store, record, (const char *) sqlite3_column_text (statement, 1),
                                                          (const char *) sqlite3_column_text (statement, 2),
                                                          (const char *) sqlite3_column_text (statement, 3), NULL);
      g_autofree SamsynValue *after = NULL;

      if (change == NULL || (life->kind != NULL && change->kind != life->kind))
        break;
      life->kind = change->kind;
      after = copy_values (values);
      if (take_back (change, values))
        add_version (life, step, there ? after : NULL);
      clear_values (after);
      there = change->type != SAMSYN_CHANGE_CREATE;
    }
  if (there)
    add_version (life, 0, values);
  clear_values (values);
}

static const Life *
find_life (SamsynPast *past,
           gint64      record)
{
  Life *life = g_hash_table_lookup (past->lives, &record);

  if (life != NULL)
    return life;
  life = g_new0 (Life, 1);
  life->versions = g_array_new (FALSE, FALSE, sizeof (Version));
  g_array_set_clear_func (life->versions, version_clear);
  walk_back (past, life, record);
  g_hash_table_insert (past->lives, g_memdup2 (&record, sizeof record), life);
  return life;
}

static const SamsynKind *
kind_then (gpointer data,
           gint64   record)
{
  return find_life (data, record)->kind;
}

/* The newest version that is not newer than the step; before the first, and after the last, the nearest one there was. */
static guint
values_then (gpointer          data,
             const SamsynKind *kind,
             gint64            record,
             SamsynValue      *values)
{
  SamsynPast *past = data;
  const Life *life = find_life (past, record);
  guint low = 0, high = life->versions->len, n = 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (life->versions, Version, middle).since > past->step)
        low = middle + 1;
      else
        high = middle;
    }
  while (low < life->versions->len && g_array_index (life->versions, Version, low).values == NULL)
    low++;
  while (low > 0 && (low == life->versions->len || g_array_index (life->versions, Version, low).values == NULL))
    low--;
  if (low >= life->versions->len || g_array_index (life->versions, Version, low).values == NULL)
    return 0;
  for (; n < SAMSYN_TITLE_FIELDS && kind->title[n] != NULL; n++)
    values[n] = samsyn_value_copy (&g_array_index (life->versions, Version, low).values[n]);
  return n;
}

SamsynPast *
samsyn_past_new (SamsynStore *store)
{
  SamsynPast *past = g_new0 (SamsynPast, 1);

  past->store = store;
  past->lives = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, life_free);
  return past;
}

void
samsyn_past_free (SamsynPast *past)
{
  if (past == NULL)
    return;
  g_hash_table_unref (past->lives);
  g_free (past);
}

char *
samsyn_past_title (SamsynPast *past,
                   gint64      record,
                   gint64      step,
                   const char *language)
{
  const SamsynTitleSource source = { .kind_of = kind_then, .read = values_then, .data = past };
  char *title;

  past->step = step;
  title = samsyn_title_make_from (&source, record, language);
  return title != NULL ? title : g_strdup ("");
}
