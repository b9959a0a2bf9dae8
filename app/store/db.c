/* db.c: SQLite, for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "model/door.h"
#include "model/words.h"

G_DEFINE_QUARK (samsyn-store-error-quark, samsyn_store_error)

/* ---- Errors --------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_db_is_out_of_room (sqlite3 *db,
                          int      code)
{
  int reason;

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR || db == NULL)
    return FALSE;
  reason = sqlite3_system_errno (db);
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

static const struct
{
  int              code; /* SQLite's, an extended one before the one that it is a case of */
  SamsynStoreError error;
  const char      *message; /* %s: the file */
} meanings[] = {
  { SQLITE_BUSY, SAMSYN_STORE_ERROR_BUSY, N_ ("Another program is using “%s”. Nothing was changed; try again when it is done.") },
  { SQLITE_LOCKED, SAMSYN_STORE_ERROR_BUSY,
    N_ ("Another program is using “%s”. Nothing was changed; try again when it is done.") },
  { SQLITE_READONLY_DBMOVED, SAMSYN_STORE_ERROR_READ_ONLY,
    N_ ("“%s” isn’t where it was: it has been moved, renamed or deleted. Nothing was changed; save a copy, or put it back and "
        "try again.") },
  { SQLITE_READONLY, SAMSYN_STORE_ERROR_READ_ONLY,
    N_ ("“%s” can’t be written. Nothing was changed; save a copy in a folder of your own.") },
  { SQLITE_PERM, SAMSYN_STORE_ERROR_READ_ONLY,
    N_ ("“%s” can’t be written. Nothing was changed; save a copy in a folder of your own.") },
  { SQLITE_CANTOPEN, SAMSYN_STORE_ERROR_READ_ONLY,
    N_ ("“%s” or its folder can’t be opened for writing. Nothing was changed; check the permissions of the folder.") },
  { SQLITE_CORRUPT, SAMSYN_STORE_ERROR_DAMAGED, N_ ("“%s” is damaged. It was not changed; restore the latest backup.") },
  { SQLITE_NOTADB, SAMSYN_STORE_ERROR_FOREIGN, N_ ("“%s” is not a Samsyn workspace. It was not changed; choose another file.") },
  { SQLITE_CONSTRAINT_DATATYPE, SAMSYN_STORE_ERROR_INVALID,
    N_ ("A record of “%s” holds a value of another type in a field that must be given, and can’t be written while it does. "
        "Nothing was "
        "changed; replace that value too, or delete the record.") },
  { SQLITE_CONSTRAINT, SAMSYN_STORE_ERROR_INVALID,
    N_ ("The change breaks a rule of “%s”: a record is missing, or there is one too many. Nothing was changed.") },
  { SQLITE_IOERR, SAMSYN_STORE_ERROR_DAMAGED,
    N_ ("The disk could not read or write “%s”. Nothing was changed; check the disk and make a backup.") },
};

static char *
name_of (SamsynStore *store)
{
  return store->path != NULL ? g_path_get_basename (store->path) : g_strdup (_ ("a private copy"));
}

/* Where SQLite puts what has no name: https://www.sqlite.org/tempfiles.html */
static const char *
temporary_folder (void)
{
  const char *folders[] = { g_getenv ("SQLITE_TMPDIR"), g_getenv ("TMPDIR"), "/var/tmp", "/usr/tmp", "/tmp" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (folders[i] != NULL && g_file_test (folders[i], G_FILE_TEST_IS_DIR) && access (folders[i], W_OK | X_OK) == 0)
      return folders[i];
  return ".";
}

static void
set_full (SamsynStore *store,
          const char  *name,
          GError     **error)
{
  g_autofree char *folder = store->path != NULL ? g_path_get_dirname (store->path) : NULL;

  if (folder != NULL)
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL,
                 _ ("The disk with the folder “%s” is full, so “%s” was left as it was. Make room on it and try again."), folder,
                 name);
  else
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL,
                 _ ("The disk with the folder for temporary files, “%s”, is full. Nothing was changed; make room on it and try "
                    "again."),
                 temporary_folder ());
}

void
samsyn_db_set_error (SamsynStore *store,
                     int          code,
                     GError     **error)
{
  g_autofree char *name = name_of (store);

  if (samsyn_db_is_out_of_room (store->db, code))
    {
      set_full (store, name, error);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (code == meanings[i].code || (code & 0xff) == meanings[i].code)
      {
        g_set_error (error, SAMSYN_STORE_ERROR, (int) meanings[i].error, samsyn_words (NULL, NULL, meanings[i].message), name);
        return;
      }
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               _ ("“%s” could not be read (%s). It was not changed."), name,
               store->db != NULL ? sqlite3_errmsg (store->db) : sqlite3_errstr (code));
}

/* ---- Statements ------------------------------------------------------------------------------------------------------------ */

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

SamsynStore *
samsyn_db_wrap (sqlite3    *db,
                const char *path)
{
  SamsynStore *store = g_new0 (SamsynStore, 1);

  store->db = db;
  store->path = g_strdup (path);
  store->lock = -1;
  store->clock = samsyn_clock_new (NULL, 0);
  store->clock_version = -1;
  store->inserts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  store->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  return store;
}

SamsynStatement *
samsyn_db_prepare (SamsynStore *store,
                   const char  *sql,
                   GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (store->statements, sql);
  int code;

  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }
  code = sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      if ((code & 0xff) == SQLITE_ERROR)
        g_critical ("%s: %s", sqlite3_errmsg (store->db), sql);
      samsyn_db_set_error (store, code, error);
      return NULL;
    }
  g_hash_table_insert (store->statements, g_strdup (sql), statement);
  return statement;
}

void
samsyn_db_release (SamsynStatement *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static void
bind_bent (SamsynStatement  *statement,
           int               index,
           const SamsynBent *bent)
{
  switch (bent->raw)
    {
    case SAMSYN_RAW_INTEGER:
      sqlite3_bind_int64 (statement, index, bent->integer);
      break;
    case SAMSYN_RAW_REAL:
      sqlite3_bind_double (statement, index, bent->real);
      break;
    case SAMSYN_RAW_TEXT:
      sqlite3_bind_text64 (statement, index, bent->bytes, bent->length, SQLITE_STATIC, SQLITE_UTF8);
      break;
    case SAMSYN_RAW_BLOB:
      sqlite3_bind_blob64 (statement, index, bent->bytes, bent->length, SQLITE_STATIC);
      break;
    case SAMSYN_RAW_NULL:
    case SAMSYN_N_RAWS:
    default:
      sqlite3_bind_null (statement, index);
      break;
    }
}

void
samsyn_db_bind (SamsynStatement   *statement,
                int                index,
                const SamsynValue *value)
{
  switch (value->stored)
    {
    case SAMSYN_STORED_NULL:
      sqlite3_bind_null (statement, index);
      break;
    case SAMSYN_STORED_INTEGER:
      sqlite3_bind_int64 (statement, index, value->integer);
      break;
    case SAMSYN_STORED_REAL:
      sqlite3_bind_double (statement, index, value->real);
      break;
    case SAMSYN_STORED_TEXT:
      sqlite3_bind_text (statement, index, value->text, -1, SQLITE_STATIC);
      break;
    case SAMSYN_STORED_BENT:
      bind_bent (statement, index, value->bent);
      break;
    }
}

void
samsyn_db_bind_text (SamsynStatement *statement,
                     int              index,
                     const char      *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

void
samsyn_db_bind_integer (SamsynStatement *statement,
                        int              index,
                        gint64           integer)
{
  sqlite3_bind_int64 (statement, index, integer);
}

int
samsyn_db_step (SamsynStore     *store,
                SamsynStatement *statement,
                GError         **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    samsyn_db_set_error (store, sqlite3_extended_errcode (store->db), error);
  return code;
}

gboolean
samsyn_db_run (SamsynStore     *store,
               SamsynStatement *statement,
               GError         **error)
{
  int code = samsyn_db_step (store, statement, error);

  samsyn_db_release (statement);
  return code == SQLITE_DONE || code == SQLITE_ROW;
}

gboolean
samsyn_db_exec (SamsynStore *store,
                const char  *sql,
                GError     **error)
{
  int code = sqlite3_exec (store->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  samsyn_db_set_error (store, sqlite3_extended_errcode (store->db), error);
  return FALSE;
}

gint64
samsyn_db_integer (SamsynStore *store,
                   const char  *sql,
                   gint64       otherwise)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, sql, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW || sqlite3_column_type (statement, 0) == SQLITE_NULL)
    return otherwise;
  return sqlite3_column_int64 (statement, 0);
}

static SamsynValue
column_text (SamsynStatement   *statement,
             int                column,
             const SamsynField *field,
             gboolean           borrow)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  gsize length = (gsize) sqlite3_column_bytes (statement, column);
  SamsynBentReason reason = SAMSYN_BENT_TYPE;

  if (text == NULL)
    return SAMSYN_VALUE_NULL;
  if (!samsyn_door_text (field, text, length, &reason) || (field != NULL && field->type == SAMSYN_TYPE_BODY))
    return samsyn_value_bent (SAMSYN_RAW_TEXT, reason, 0, 0, text, length);
  return borrow ? (SamsynValue) { .stored = SAMSYN_STORED_TEXT, .text = (char *) text } : samsyn_value_text (text);
}

static SamsynValue
column_number (SamsynStatement   *statement,
               int                column,
               const SamsynField *field)
{
  SamsynBentReason reason;

  if (sqlite3_column_type (statement, column) == SQLITE_INTEGER)
    {
      gint64 integer = sqlite3_column_int64 (statement, column);

      return samsyn_door_integer (field, integer, &reason) ? samsyn_value_integer (integer)
                                                           : samsyn_value_bent (SAMSYN_RAW_INTEGER, reason, integer, 0, NULL, 0);
    }
  else
    {
      double real = sqlite3_column_double (statement, column);

      return samsyn_door_real (field, real, &reason) ? samsyn_value_real (real)
                                                     : samsyn_value_bent (SAMSYN_RAW_REAL, reason, 0, real, NULL, 0);
    }
}

SamsynValue
samsyn_db_column (SamsynStatement   *statement,
                  int                column,
                  const SamsynField *field,
                  gboolean           required,
                  gboolean           borrow)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return column_number (statement, column, field);
    case SQLITE_TEXT:
      return column_text (statement, column, field, borrow);
    case SQLITE_BLOB:
      return samsyn_value_bent (SAMSYN_RAW_BLOB, SAMSYN_BENT_TYPE, 0, 0, sqlite3_column_blob (statement, column),
                                (gsize) sqlite3_column_bytes (statement, column));
    default:
      return required ? samsyn_value_bent (SAMSYN_RAW_NULL, SAMSYN_BENT_MISSING, 0, 0, NULL, 0) : SAMSYN_VALUE_NULL;
    }
}

char *
samsyn_db_shown (SamsynStatement *statement,
                 int              column)
{
  g_auto (SamsynValue) value = samsyn_db_column (statement, column, NULL, FALSE, FALSE);
  const char *text = samsyn_value_get_text (&value);

  if (text != NULL || samsyn_value_is_null (&value))
    return g_strdup (text != NULL ? text : "");
  samsyn_value_bend (&value, SAMSYN_BENT_TYPE);
  return samsyn_bent_describe (value.bent, NULL);
}

const char *
samsyn_db_text (SamsynStatement *statement,
                int              column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  SamsynBentReason reason;

  if (sqlite3_column_type (statement, column) != SQLITE_TEXT || text == NULL)
    return NULL;
  return samsyn_door_text (NULL, text, (gsize) sqlite3_column_bytes (statement, column), &reason) ? text : NULL;
}

/* ---- Hardening ------------------------------------------------------------------------------------------------------------- */

/* What a hostile file could misuse is off; what remains is bounded.  https://www.sqlite.org/security.html */
gboolean
samsyn_db_harden (SamsynStore *store,
                  GError     **error)
{
  static const struct
  {
    int option, value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },   { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 }, { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },     { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };
  static const struct
  {
    int limit, value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024 }, { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
    { SQLITE_LIMIT_ATTACHED, 0 },               { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },          { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (store->db, options[i].option, options[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (store->db, limits[i].limit, limits[i].value);
  sqlite3_extended_result_codes (store->db, 1);
  sqlite3_busy_timeout (store->db, 5000);
  if (!samsyn_db_exec (store, "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON", error))
    return FALSE;
  return samsyn_functions_register (store, error);
}
