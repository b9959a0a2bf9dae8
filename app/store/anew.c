/* anew.c: rules for what is typed or imported anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anew.h"

#include "db.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"
#include "rules.h"

struct _SamsynAnew
{
  SamsynStore *store;
  char        *today;
  GHashTable  *heights; /* SamsynField → what is known of those who follow each other by it */
  GHashTable  *lengths; /* id of a body → its characters, as a gint64 */
};

/* One look at one record. */
typedef struct
{
  SamsynAnew         *anew;
  const SamsynRecord *record;
  const SamsynChange *change;
  SamsynAnewFunc      tell;
  gpointer            data;
} Look;

SamsynAnew *
samsyn_anew_new (SamsynStore *store,
                 gint64       at)
{
  SamsynAnew *anew = g_new0 (SamsynAnew, 1);
  const SamsynClock *clock = samsyn_store_clock (store);

  anew->store = store;
  anew->today = samsyn_clock_date (clock, at != 0 ? at : samsyn_clock_now (clock));
  anew->heights = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  anew->lengths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return anew;
}

void
samsyn_anew_free (SamsynAnew *anew)
{
  if (anew == NULL)
    return;
  g_hash_table_unref (anew->heights);
  g_hash_table_unref (anew->lengths);
  g_free (anew->today);
  g_free (anew);
}

/* Takes what is said of the field. */
static void
say (const Look        *look,
     const SamsynField *field,
     char              *text)
{
  look->tell (field, text, FALSE, look->data);
}

static gboolean
is_asked (const Look *look,
          const char *field)
{
  return look->change == NULL || samsyn_change_find (look->change, field) != NULL;
}

/* ---- What has happened --------------------------------------------------------------------------------------------------- */

static void
check_happened (const Look        *look,
                const SamsynField *field,
                const SamsynValue *value)
{
  const char *date = samsyn_value_get_text (value), *today = look->anew->today;

  if ((field->flags & SAMSYN_FIELD_HAPPENED) && samsyn_date_is_valid (date) && strcmp (date, today) > 0)
    say (look, field, g_strdup_printf (_ ("can’t be after today (%s): leave it empty until it has happened"), today));
}

/* ---- Circles ------------------------------------------------------------------------------------------------------------- */

static gboolean
check_circle (const Look        *look,
              const SamsynField *field,
              const SamsynValue *value,
              GError           **error)
{
  GHashTable *heights = g_hash_table_lookup (look->anew->heights, field);
  guint height;

  if (!(field->flags & SAMSYN_FIELD_NO_CIRCLE) || samsyn_value_is_null (value))
    return TRUE;
  if (heights == NULL)
    {
      heights = samsyn_rules_heights_new ();
      g_hash_table_insert (look->anew->heights, (gpointer) field, heights);
    }
  if (!samsyn_rules_height (look->anew->store, look->record->kind, field->id, look->record->id, heights, &height, error))
    return FALSE;
  if (height == SAMSYN_HEIGHT_ROUND)
    say (look, field, g_strdup (_ ("leads round in a circle, back to where it began; choose another record")));
  else if (height == SAMSYN_HEIGHT_DEEP)
    say (look, field, g_strdup_printf (_ ("has more than %u records follow each other; choose another"), SAMSYN_DEEPEST_TREE));
  return TRUE;
}

/* ---- Places in a text ---------------------------------------------------------------------------------------------------- */

/* How many characters the text of a record has; 0 without text. */
static gboolean
read_length (SamsynAnew         *anew,
             const SamsynRecord *record,
             const char         *field,
             gint64             *length,
             GError            **error)
{
  gint64 body = samsyn_record_integer (record, field, 0);
  const gint64 *known = g_hash_table_lookup (anew->lengths, &body);
  g_autoptr (SamsynStatement) statement = NULL;
  int code;

  *length = known != NULL ? *known : 0;
  if (known != NULL || body == 0)
    return TRUE;
  statement = samsyn_db_prepare (anew->store, "SELECT length(\"text\") FROM \"body\" WHERE \"id\" = ?", error);
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, body);
  code = samsyn_db_step (anew->store, statement, error);
  if (code == SQLITE_ROW)
    *length = sqlite3_column_int64 (statement, 0);
  g_hash_table_insert (anew->lengths, g_memdup2 (&body, sizeof body), g_memdup2 (length, sizeof *length));
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
check_within (const Look        *look,
              const SamsynField *field,
              const SamsynValue *value,
              GError           **error)
{
  g_autoptr (SamsynRecord) whole = NULL;
  gint64 target, length;

  if (field->within == NULL || value->stored != SAMSYN_STORED_INTEGER)
    return TRUE;
  target = samsyn_record_integer (look->record, field->within[0], 0);
  whole = target != 0 ? samsyn_store_get (look->anew->store, target, NULL) : NULL;
  if (whole == NULL || samsyn_kind_field (whole->kind, field->within[1]) == NULL)
    return TRUE;
  if (!read_length (look->anew, whole, field->within[1], &length, error))
    return FALSE;
  if (value->integer > length)
    {
      g_autofree char *title = samsyn_store_title (look->anew->store, target, NULL);

      say (look, field, g_strdup_printf (_ ("lies beyond the text of “%s”, which has %lld characters; mark the place anew"),
                                         title, (long long) length));
    }
  return TRUE;
}

/* ---- What goes together -------------------------------------------------------------------------------------------------- */

/* The record as it was before the change. */
static SamsynRecord *
record_before (const Look *look)
{
  SamsynRecord *before = samsyn_record_copy (look->record);

  for (guint i = 0; i < look->change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (look->change->fields, SamsynFieldChange, i);

      samsyn_value_clear (&before->values[entry->field]);
      before->values[entry->field] = samsyn_value_copy (&entry->before);
    }
  return before;
}

static gboolean
was_so_before (const Look *look,
               const char *fault)
{
  g_autoptr (SamsynRecord) before = NULL;
  g_autofree char *reason = NULL;

  if (look->change == NULL || look->change->type != SAMSYN_CHANGE_UPDATE)
    return FALSE;
  before = record_before (look);
  return g_strcmp0 (before->kind->check_anew (before, &reason), fault) == 0;
}

static void
check_together (const Look *look)
{
  const SamsynKind *kind = look->record->kind;
  g_autofree char *reason = NULL;
  const char *fault = kind->check_anew != NULL ? kind->check_anew (look->record, &reason) : NULL;

  if (fault != NULL && !was_so_before (look, fault))
    look->tell (samsyn_kind_field (kind, fault), g_steal_pointer (&reason), TRUE, look->data);
}

gboolean
samsyn_anew_check (SamsynAnew         *anew,
                   const SamsynRecord *record,
                   const SamsynChange *change,
                   SamsynAnewFunc      tell,
                   gpointer            data,
                   GError            **error)
{
  const Look look = { anew, record, change, tell, data };

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];
      const SamsynValue *value = &record->values[i];

      if (is_asked (&look, field->id))
        {
          check_happened (&look, field, value);
          if (!check_circle (&look, field, value, error))
            return FALSE;
        }
      if ((is_asked (&look, field->id) || (field->within != NULL && is_asked (&look, field->within[0])))
          && !check_within (&look, field, value, error))
        return FALSE;
    }
  check_together (&look);
  return TRUE;
}
