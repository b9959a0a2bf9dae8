/* functions.c: our own functions in SQL
 *
 * Only the program's own statements may call them: a schema, which could come from a hostile file, can't.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "db.h"
#include "kinds/kinds.h"
#include "model/door.h"
#include "model/fold.h"
#include "rank.h"
#include "title.h"

/* Titles that one statement has made before. */
#define MAX_REMEMBERED 10000

/* ---- samsyn_title (id, language) ------------------------------------------------------------------------------------------- */

/* What was made is remembered beside the language, a constant of the statement, and so forgotten with the statement's run. */
static GHashTable *
remembered (sqlite3_context *context)
{
  GHashTable *titles = sqlite3_get_auxdata (context, 1);

  if (titles == NULL)
    {
      titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      sqlite3_set_auxdata (context, 1, titles, (GDestroyNotify) g_hash_table_unref);
      titles = sqlite3_get_auxdata (context, 1);
    }
  if (titles != NULL && g_hash_table_size (titles) >= MAX_REMEMBERED)
    g_hash_table_remove_all (titles);
  return titles;
}

static void
title_function (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  SamsynStore *store = sqlite3_user_data (context);
  GHashTable *titles;
  gint64 id;
  char *title = NULL;

  if (sqlite3_value_type (values[0]) == SQLITE_NULL)
    return;
  id = sqlite3_value_int64 (values[0]);
  titles = remembered (context);
  if (titles == NULL || !g_hash_table_lookup_extended (titles, &id, NULL, (gpointer *) &title))
    {
      title = samsyn_title_make (store, NULL, id, (const char *) sqlite3_value_text (values[1]));
      if (titles != NULL)
        g_hash_table_insert (titles, g_memdup2 (&id, sizeof id), g_strdup (title));
      sqlite3_result_text (context, title, -1, g_free);
    }
  else
    sqlite3_result_text (context, title, -1, SQLITE_TRANSIENT);
}

/* ---- samsyn_key (text) ----------------------------------------------------------------------------------------------------- */

static void
key_function (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, samsyn_fold_key (text), -1, g_free);
}

/* ---- samsyn_plain (text) --------------------------------------------------------------------------------------------------- */

static void
plain_function (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, samsyn_fold_plain (text), -1, g_free);
}

/* ---- samsyn_match (text, needle) ------------------------------------------------------------------------------------------- */

/* Whether a character of two bytes stands for itself: no space (U+00A0), soft hyphen (U+00AD) or ligature (U+0132), and below
 * U+0300. */
static gboolean
stands_for_itself (const guchar *at)
{
  return at[0] >= 0xc2 && at[0] < 0xcc && at[0] != 0xc4 && (at[1] & 0xc0) == 0x80
         && (at[0] != 0xc2 || (at[1] != 0xa0 && at[1] != 0xad));
}

/* Most texts of a list are short and in letters that stand for themselves: they are folded without memory of their own. */
static gboolean
fold_latin (const char *text,
            char       *folded,
            gsize       size)
{
  const guchar *at = (const guchar *) text;
  gsize n = 0;

  while (*at != '\0')
    {
      if (n + 7 > size)
        return FALSE;
      if (*at < 0x80)
        folded[n++] = g_ascii_tolower ((char) *at++);
      else if (stands_for_itself (at))
        {
          n += (gsize) g_unichar_to_utf8 (g_unichar_tolower ((gunichar) ((at[0] & 0x1f) << 6 | (at[1] & 0x3f))), folded + n);
          at += 2;
        }
      else
        return FALSE;
    }
  folded[n] = '\0';
  return TRUE;
}

static void
match_function (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *needle = (const char *) sqlite3_value_text (values[1]);
  char plain[256];

  if (text == NULL || needle == NULL)
    sqlite3_result_int (context, FALSE);
  else if (fold_latin (text, plain, sizeof plain))
    sqlite3_result_int (context, strstr (plain, needle) != NULL);
  else
    {
      g_autofree char *folded = samsyn_fold_match (text);

      sqlite3_result_int (context, strstr (folded, needle) != NULL);
    }
}

/* ---- samsyn_sound (value, 'kind.field') ------------------------------------------------------------------------------------ */

/* The field that a constant of the statement names is found once. */
static const SamsynField *
field_of (sqlite3_context *context,
          sqlite3_value   *name)
{
  const SamsynField *field = sqlite3_get_auxdata (context, 1);
  g_auto (GStrv) parts = NULL;
  const SamsynKind *kind;

  if (field != NULL)
    return field;
  parts = g_strsplit ((const char *) sqlite3_value_text (name), ".", 2);
  kind = parts[0] != NULL ? samsyn_kind_find (parts[0]) : NULL;
  field = kind != NULL ? samsyn_kind_field (kind, parts[1]) : NULL;
  if (field != NULL)
    sqlite3_set_auxdata (context, 1, (gpointer) field, NULL);
  return field;
}

/* Whether the value is one of the field, by the same door as what is read; nothing is. */
static void
sound_function (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  const SamsynField *field = field_of (context, values[1]);
  SamsynBentReason reason;
  gboolean sound = FALSE;

  switch (sqlite3_value_type (values[0]))
    {
    case SQLITE_NULL:
      sound = TRUE;
      break;
    case SQLITE_INTEGER:
      sound = samsyn_door_integer (field, sqlite3_value_int64 (values[0]), &reason);
      break;
    case SQLITE_FLOAT:
      sound = samsyn_door_real (field, sqlite3_value_double (values[0]), &reason);
      break;
    case SQLITE_TEXT:
      sound = field != NULL && field->type != SAMSYN_TYPE_BODY
              && samsyn_door_text (field, (const char *) sqlite3_value_text (values[0]), (gsize) sqlite3_value_bytes (values[0]),
                                   &reason);
      break;
    default:
      break;
    }
  sqlite3_result_int (context, sound);
}

/* ---- samsyn_sum (value) ---------------------------------------------------------------------------------------------------- */

/* SQLite gives memory for it that is aligned to eight bytes only. */
typedef __int128 Whole __attribute__ ((aligned (8)));

/* SQLite's own sum() fails where it grows out of 64 bits. */
typedef struct
{
  Whole    whole;
  double   real;
  gboolean any;
  gboolean is_real;
} Sum;

static void
sum_step (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  Sum *sum = sqlite3_aggregate_context (context, sizeof *sum);

  if (sum == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }
  if (sqlite3_value_type (values[0]) == SQLITE_INTEGER)
    sum->whole += sqlite3_value_int64 (values[0]);
  else if (sqlite3_value_type (values[0]) == SQLITE_FLOAT)
    {
      sum->real += sqlite3_value_double (values[0]);
      sum->is_real = TRUE;
    }
  else
    return;
  sum->any = TRUE;
}

/* Null of nothing; a real where reals were among them, or where it is too large for an integer. */
static void
sum_final (sqlite3_context *context)
{
  const Sum *sum = sqlite3_aggregate_context (context, 0);

  if (sum == NULL || !sum->any)
    sqlite3_result_null (context);
  else if (sum->is_real || sum->whole > G_MAXINT64 || sum->whole < G_MININT64)
    sqlite3_result_double (context, (double) sum->whole + sum->real);
  else
    sqlite3_result_int64 (context, (gint64) sum->whole);
}

/* ---- Registering ----------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_functions_register (SamsynStore *store,
                           GError     **error)
{
  static const struct
  {
    const char *name;
    int         n_values;
    int         flags;
    void (*function) (sqlite3_context *,
                      int,
                      sqlite3_value **);
  } functions[] = {
    { "samsyn_title", 2, 0, title_function },
    { "samsyn_key", 1, SQLITE_DETERMINISTIC, key_function },
    { "samsyn_plain", 1, SQLITE_DETERMINISTIC, plain_function },
    { "samsyn_match", 2, SQLITE_DETERMINISTIC, match_function },
    { "samsyn_sound", 2, SQLITE_DETERMINISTIC, sound_function },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int code = sqlite3_create_function_v2 (store->db, functions[i].name, functions[i].n_values,
                                             SQLITE_UTF8 | SQLITE_DIRECTONLY | functions[i].flags, store, functions[i].function,
                                             NULL, NULL, NULL);

      if (code != SQLITE_OK)
        {
          samsyn_db_set_error (store, code, error);
          return FALSE;
        }
    }
  if (sqlite3_create_function_v2 (store->db, "samsyn_sum", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, store, NULL, sum_step, sum_final,
                                  NULL)
      != SQLITE_OK)
    {
      samsyn_db_set_error (store, sqlite3_errcode (store->db), error);
      return FALSE;
    }
  return samsyn_rank_register (store, error);
}
