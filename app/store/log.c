/* log.c: the change log, from which history, undo and the past come
 *
 * A row of the log holds the fields that changed, before and after, as two flat JSON objects.  They are written here, and checked
 * by the steps' digests; a file that says otherwise is damaged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "log.h"

#include <string.h>

#include "chain.h"
#include "kinds/kinds.h"
#include "migrate.h"
#include "model/bent-json.h"
#include "model/door.h"
#include "model/json.h"

/* ---- JSON ------------------------------------------------------------------------------------------------------------------ */

static void
append_value (GString           *json,
              const SamsynValue *value)
{
  switch (value->stored)
    {
    case SAMSYN_STORED_NULL:
      g_string_append (json, "null");
      break;
    case SAMSYN_STORED_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
      break;
    case SAMSYN_STORED_REAL:
      samsyn_json_append_real (json, value->real);
      break;
    case SAMSYN_STORED_TEXT:
      samsyn_json_append_text (json, value->text);
      break;
    case SAMSYN_STORED_BENT:
      samsyn_bent_append_json (json, value->bent);
      break;
    }
}

/* One side of a change; NULL where there is none (before a creation, after a deletion). */
static char *
side_json (const SamsynChange *change,
           gboolean            after)
{
  g_autoptr (GString) json = NULL;

  if (change->type == (after ? SAMSYN_CHANGE_DELETE : SAMSYN_CHANGE_CREATE))
    return NULL;
  json = g_string_new ("{");
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      if (i > 0)
        g_string_append_c (json, ',');
      samsyn_json_append_text (json, change->kind->fields[entry->field].id);
      g_string_append_c (json, ':');
      append_value (json, after ? &entry->after : &entry->before);
    }
  g_string_append_c (json, '}');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

static SamsynValue
value_of_node (const SamsynJson *json,
               SamsynJsonNode    node)
{
  g_autofree char *text = samsyn_json_text (json, node);
  SamsynValue bent = SAMSYN_VALUE_NULL;

  switch (samsyn_json_type (json, node))
    {
    case SAMSYN_JSON_TEXT:
      return samsyn_value_text (text);
    case SAMSYN_JSON_INTEGER:
      return samsyn_value_integer (samsyn_json_integer (json, node));
    case SAMSYN_JSON_REAL:
      return samsyn_value_real (samsyn_json_real (json, node));
    case SAMSYN_JSON_OBJECT:
      samsyn_bent_from_json (json, node, &bent);
      return bent;
    default:
      return SAMSYN_VALUE_NULL;
    }
}

/* The members of one side, by field; NULL sides are empty. */
static gboolean
read_side (SamsynStore      *store,
           const SamsynKind *kind,
           const char       *text,
           SamsynValue      *values,
           gboolean         *given,
           GError          **error)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr (SamsynJson) json = bytes != NULL ? samsyn_json_read (bytes, NULL) : NULL;

  if (text == NULL)
    return TRUE;
  for (SamsynJsonNode node = json != NULL ? samsyn_json_first (json, 0) : 0; node != 0; node = samsyn_json_next (json, node))
    {
      g_autofree char *name = samsyn_json_name (json, node);
      int index = samsyn_kind_field_index (kind, name);

      if (index < 0)
        {
          samsyn_db_set_error (store, SQLITE_CORRUPT, error);
          return FALSE;
        }
      values[index] = value_of_node (json, node);
      if (values[index].stored == SAMSYN_STORED_INTEGER && samsyn_type_stored (kind->fields[index].type) == SAMSYN_STORED_REAL)
        values[index] = samsyn_value_real ((double) values[index].integer);
      samsyn_door_pass (&kind->fields[index], FALSE, &values[index]);
      given[index] = TRUE;
    }
  if (json == NULL)
    samsyn_db_set_error (store, SQLITE_CORRUPT, error);
  return json != NULL;
}

const char *
samsyn_log_side (SamsynStatement *row,
                 int              column)
{
  const char *text = samsyn_db_text (row, column);

  return text != NULL || sqlite3_column_type (row, column) == SQLITE_NULL ? text : "";
}

SamsynChange *
samsyn_log_parse (SamsynStore *store,
                  gint64       record,
                  const char  *kind_id,
                  const char  *before,
                  const char  *after,
                  GError     **error)
{
  const SamsynKind *kind = samsyn_kind_find (kind_id);
  g_autoptr (SamsynChange) change = NULL;
  g_autofree SamsynValue *values = NULL;
  g_autofree gboolean *given = NULL;
  gboolean read;

  if (kind == NULL || (before == NULL && after == NULL))
    {
      samsyn_db_set_error (store, SQLITE_CORRUPT, error);
      return NULL;
    }
  change = samsyn_change_new (before == NULL  ? SAMSYN_CHANGE_CREATE
                              : after == NULL ? SAMSYN_CHANGE_DELETE
                                              : SAMSYN_CHANGE_UPDATE,
                              kind, record);
  values = g_new0 (SamsynValue, 2 * kind->n_fields);
  given = g_new0 (gboolean, kind->n_fields);
  read = read_side (store, kind, before, values, given, error)
         && read_side (store, kind, after, values + kind->n_fields, given, error);
  for (guint i = 0; i < kind->n_fields; i++)
    if (given[i])
      samsyn_change_add (change, kind->fields[i].id, &values[i], &values[kind->n_fields + i]);
  return read ? g_steal_pointer (&change) : NULL;
}

/* ---- Steps ----------------------------------------------------------------------------------------------------------------- */

void
samsyn_step_clear (SamsynStep *step)
{
  g_clear_pointer (&step->author, g_free);
  g_clear_pointer (&step->code, g_free);
  g_clear_pointer (&step->digest, g_free);
}

gboolean
samsyn_log_step (SamsynStore *store,
                 gint64       id,
                 SamsynStep  *step,
                 GError     **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT at, author, code, ifnull(undoes, 0), digest, version FROM step WHERE id = ?", error);

  *step = (SamsynStep) { .id = id };
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, id);
  switch (samsyn_db_step (store, statement, error))
    {
    case SQLITE_ROW:
      step->at = sqlite3_column_int64 (statement, 0);
      step->author = samsyn_db_shown (statement, 1);
      step->code = samsyn_db_shown (statement, 2);
      step->undoes = sqlite3_column_int64 (statement, 3);
      step->digest = g_strdup (samsyn_db_text (statement, 4));
      step->version = (guint) sqlite3_column_int64 (statement, 5);
      return TRUE;
    case SQLITE_DONE:
      samsyn_db_set_error (store, SQLITE_CORRUPT, error);
      return FALSE;
    default:
      return FALSE;
    }
}

/* ---- Appending ------------------------------------------------------------------------------------------------------------- */

static gboolean
append_change (SamsynStore        *store,
               gint64              step,
               const SamsynChange *change,
               GError            **error)
{
  g_autofree char *before = side_json (change, FALSE);
  g_autofree char *after = side_json (change, TRUE);
  SamsynStatement *statement = samsyn_db_prepare (store,
                                                  "INSERT INTO change (step, record, kind, before, before_salt, after, "
                                                  "after_salt) VALUES (?1, ?2, ?3, ?4, "
                                                  "iif (?4 IS NULL, NULL, randomblob (16)), ?5, iif (?5 IS NULL, NULL, "
                                                  "randomblob (16)))",
                                                  error);

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, step);
  samsyn_db_bind_integer (statement, 2, change->record);
  samsyn_db_bind_text (statement, 3, change->kind->id);
  samsyn_db_bind_text (statement, 4, before);
  samsyn_db_bind_text (statement, 5, after);
  return samsyn_db_run (store, statement, error);
}

const char *
samsyn_log_author (SamsynStore          *store,
                   const SamsynStepInfo *info)
{
  const char *names[] = { info->author, store->author, g_getenv ("SAMSYN_AUTHOR") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && *names[i] != '\0' && g_utf8_validate (names[i], -1, NULL))
      return names[i];
  return g_get_user_name ();
}

gboolean
samsyn_log_write (SamsynStore *store,
                  gint64       step,
                  GPtrArray   *changes,
                  GError     **error)
{
  for (guint i = 0; i < changes->len; i++)
    if (!append_change (store, step, g_ptr_array_index (changes, i), error))
      return FALSE;
  return samsyn_chain_write (store, step, error);
}

gint64
samsyn_log_append (SamsynStore          *store,
                   const SamsynStepInfo *info,
                   gint64                undoes,
                   GPtrArray            *changes,
                   GError              **error)
{
  gint64 id = samsyn_store_last_step (store) + 1;
  SamsynStatement *statement
      = samsyn_db_prepare (store, "INSERT INTO step (id, at, author, author_salt, code, undoes, version, digest) "
                                  "VALUES (?, ?, ?, randomblob (16), ?, nullif (?, 0), ?, '')", error);

  if (statement == NULL)
    return 0;
  samsyn_db_bind_integer (statement, 1, id);
  samsyn_db_bind_integer (statement, 2, info->at != 0 ? info->at : samsyn_clock_now (samsyn_store_clock (store)));
  samsyn_db_bind_text (statement, 3, samsyn_log_author (store, info));
  samsyn_db_bind_text (statement, 4, info->code);
  samsyn_db_bind_integer (statement, 5, undoes);
  samsyn_db_bind_integer (statement, 6, samsyn_migrate_newest ());
  if (!samsyn_db_run (store, statement, error))
    return 0;
  return samsyn_log_write (store, id, changes, error) ? id : 0;
}

gint64
samsyn_store_last_step (SamsynStore *store)
{
  return samsyn_db_integer (store, "SELECT max(id) FROM step", 0);
}

gint64
samsyn_store_step_at (SamsynStore *store,
                      gint64       moment)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT id FROM step WHERE at <= ? ORDER BY id DESC LIMIT 1", NULL);

  if (statement == NULL)
    return 0;
  samsyn_db_bind_integer (statement, 1, moment);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

GPtrArray *
samsyn_log_read (SamsynStore *store,
                 gint64       step,
                 gint64       record,
                 GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store,
                                                             record == 0 ? "SELECT record, kind, before, after FROM change WHERE "
                                                                           "step = ? ORDER BY id"
                                                                         : "SELECT record, kind, before, after FROM change WHERE "
                                                                           "+step = ? AND record = ? ORDER BY id",
                                                             error);
  int code;

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, step);
  if (record != 0)
    samsyn_db_bind_integer (statement, 2, record);
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      SamsynChange *change = samsyn_log_parse (store, sqlite3_column_int64 (statement, 0),
                                               samsyn_db_text (statement, 1), samsyn_log_side (statement, 2),
                                               samsyn_log_side (statement, 3), error);

      if (change == NULL)
        return NULL;
      g_ptr_array_add (changes, change);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&changes) : NULL;
}
