/* import.c: records from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "care.h"
#include "exchange/import.h"
#include "list-of-commands.h"
#include "model/far.h"
#include "model/words.h"

#define MOST_PROBLEMS 100

static gboolean dry_run;

static const GOptionEntry options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only tell what the import would do, and what is wrong with the file"), NULL },
  G_OPTION_ENTRY_NULL,
};

static GBytes *
read_file (const char *path,
           GError    **error)
{
  char *content;
  gsize length;
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_size > 0 && (guint64) status.st_size > SAMSYN_JSON_SIZE)
    {
      g_set_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_SIZE, _("the document is too large: at most %u megabytes are read"),
                   (guint) (SAMSYN_JSON_SIZE >> 20));
      return NULL;
    }
  if (!g_file_get_contents (path, &content, &length, error))
    return NULL;
  return g_bytes_new_take (content, length);
}

/* Workbooks are packed (PK) or compound files; a table of text has its suffix. */
static gboolean
check_format (const char *path,
              GBytes     *bytes,
              GError    **error)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  gboolean packed = length >= 4 && (memcmp (content, "PK\3\4", 4) == 0 || memcmp (content, "\xD0\xCF\x11\xE0", 4) == 0);

  if (!packed && !g_str_has_suffix (path, ".csv") && !g_str_has_suffix (path, ".xlsx"))
    return TRUE;
  g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_FAILED,
                       _("This version imports JSON only, no workbooks and no CSV. Nothing was imported."));
  return FALSE;
}

static void
print_problems (const char      *path,
                const GPtrArray *problems)
{
  guint shown = MIN (problems->len, MOST_PROBLEMS);
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; i < shown; i++)
    samsyn_call_complain ("samsyn: %s: %s\n", name, (const char *) g_ptr_array_index (problems, i));
  if (shown < problems->len)
    samsyn_call_complain (samsyn_words_n (NULL, "… and %u problem more\n", "… and %u problems more\n", problems->len - shown),
                          problems->len - shown);
}

/* What was imported, but may be a mistake. */
static void
print_questions (SamsynStore *store,
                 gint64       step,
                 const char  *path)
{
  g_autoptr (GPtrArray) changes = step != 0 ? samsyn_store_changes (store, step, NULL) : NULL;
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));
  g_autofree char *name = g_filename_display_name (path);
  guint n_shown = 0;

  for (guint i = 0; changes != NULL && i < changes->len && n_shown < MOST_PROBLEMS; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);

      for (guint j = 0; j < change->fields->len && n_shown < MOST_PROBLEMS; j++)
        {
          const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, j);
          const SamsynField *field = &change->kind->fields[entry->field];
          g_autofree char *question = samsyn_far_question (field, &entry->after, today, NULL);
          g_autofree char *title = question != NULL ? samsyn_store_title (store, change->record, NULL) : NULL;

          if (question == NULL)
            continue;
          fprintf (stderr, "samsyn: %s: %s: %s: %s\n", name, title, samsyn_field_label (field, NULL), question);
          n_shown++;
        }
    }
}

static gboolean
import_into (SamsynStore *store,
             GBytes      *bytes,
             const char  *path,
             GError     **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  SamsynImportResult result;

  if (!samsyn_import_json (store, bytes, NULL, NULL, &result, problems, error))
    {
      print_problems (path, problems);
      return FALSE;
    }
  samsyn_call_printf (dry_run ? _("Would create %u and change %u records. Nothing was written.\n") : _("Created %u and changed %u records.\n"),
                      result.created, result.updated);
  print_questions (store, result.step, path);
  return TRUE;
}

/* The store alone knows all its rules: what the import would do is tried on a copy. */
static gboolean
try_import (SamsynStore *store,
            GBytes      *bytes,
            const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("samsyn-XXXXXX", error);
  g_autofree char *to = folder != NULL ? g_build_filename (folder, "copy.samsyn", NULL) : NULL;
  g_autoptr (SamsynStore) copy = NULL;
  gboolean done = FALSE;

  if (folder == NULL)
    return FALSE;
  if (samsyn_store_backup (store, to, NULL, error))
    copy = samsyn_store_open (to, SAMSYN_OPEN_WRITE, error);
  if (copy != NULL)
    done = import_into (copy, bytes, path, error);
  g_clear_pointer (&copy, samsyn_store_close);
  g_unlink (to);
  g_rmdir (folder);
  return done;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  const char *path = call->args[1];
  g_autoptr (SamsynStore) store = samsyn_call_open (call, dry_run ? SAMSYN_OPEN_READ : SAMSYN_OPEN_WRITE, error);
  g_autoptr (GBytes) bytes = NULL;

  if (store == NULL)
    return FALSE;
  call->about = path;
  bytes = read_file (path, error);
  if (bytes == NULL || !check_format (path, bytes, error))
    return FALSE;
  if (!dry_run && !samsyn_care_back_up_before (store, error))
    return FALSE;
  return (dry_run ? try_import : import_into) (store, bytes, path, error);
}

const SamsynCommand samsyn_command_import = {
  .name = "import",
  .usage = "FILE IN.json [--dry-run]",
  .summary = N_ ("Bring in the records of a JSON file, all of them or none."),
  .details = N_ ("The file is {\"samsyn\": 1, \"records\": [{\"kind\": …, \"key\": …, …}, …]}. A key creates a record; the id of a record\n"
                 "changes the fields named. “samsyn kinds” tells the kinds and fields."),
  .min_args = 2,
  .max_args = 2,
  .options = options,
  .run = run,
};
