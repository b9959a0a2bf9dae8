/* import.c: records from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "care.h"
#include "list-of-commands.h"
#include "model/far.h"
#include "model/words.h"
#include "plans/import/import.h"

#define MOST_PROBLEMS 100

static gboolean create;
static gboolean dry_run;

static const GOptionEntry options[] = {
  { "create", 0, 0, G_OPTION_ARG_NONE, &create,
    N_ ("create the records whose ids the workspace does not know, also where it has others"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only tell what the import would do, and what is wrong with the file"),
    NULL },
  G_OPTION_ENTRY_NULL,
};

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
                       _ ("This version imports JSON only, no workbooks and no CSV. Nothing was imported."));
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
          samsyn_call_complain ("samsyn: %s: %s: %s: %s\n", name, title, samsyn_field_label (field, NULL), question);
          n_shown++;
        }
    }
}

static gboolean
import_into (SamsynCall  *call,
             SamsynStore *store,
             GBytes      *bytes,
             GError     **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  SamsynImportResult result;

  if (!samsyn_import_json (store, bytes, create ? SAMSYN_IMPORT_CREATE : 0, NULL, NULL, &result, problems, error))
    {
      print_problems (call->about, problems);
      return FALSE;
    }
  samsyn_call_done (call,
                    dry_run ? _ ("Would create %u and change %u records. Nothing was written.")
                            : _ ("Created %u and changed %u records."),
                    result.created, result.updated);
  print_questions (store, result.step, call->about);
  return TRUE;
}

/* The store alone knows all its rules: what the import would do is tried on a copy. */
static SamsynStore *
open_store (SamsynCall *call,
            GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, dry_run ? SAMSYN_OPEN_READ : SAMSYN_OPEN_WRITE, error);

  if (store == NULL || !dry_run)
    return g_steal_pointer (&store);
  return samsyn_store_trial (store, samsyn_call_cancellable (), error);
}

/* The file is read before the workspace is opened: who writes into a pipe may take an hour, and nobody else could edit. */
static gboolean
run (SamsynCall *call,
     GError    **error)
{
  const char *path = call->args[1];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SamsynStore) store = NULL;

  call->about = path;
  bytes = samsyn_call_read_file (path, SAMSYN_JSON_SIZE, error);
  if (bytes == NULL || !check_format (path, bytes, error))
    return FALSE;
  store = open_store (call, error);
  if (store == NULL)
    return FALSE;
  call->about = path;
  if (!dry_run && !samsyn_care_back_up_before (store, error))
    return FALSE;
  return import_into (call, store, bytes, error);
}

const SamsynCommand samsyn_command_import = {
  .name = "import",
  .usage = "FILE IN.json [--create] [--dry-run]",
  .summary = N_ ("Bring in the records of a JSON file, all of them or none."),
  .details = N_ ("The file is {\"samsyn\": 1, \"records\": [{\"kind\": …, \"key\": …, …}, …]}. A key creates a record; the id of "
                 "a record\n"
                 "changes the fields named. An id that the workspace does not know creates a record in a workspace without "
                 "records,\n"
                 "otherwise only with --create. “samsyn kinds” tells the kinds and fields."),
  .min_args = 2,
  .max_args = 2,
  .alters = TRUE,
  .options = options,
  .run = run,
};
