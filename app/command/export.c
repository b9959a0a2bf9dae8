/* export.c: all records to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/json/export-json.h"
#include "list-of-commands.h"
#include "model/words.h"

static char *output;
static gboolean force;
static gboolean salvage;

static const GOptionEntry options[] = {
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file to write (required); - is standard output"), "OUT.json" },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("replace the file if there is one"), NULL },
  { "salvage", 0, 0, G_OPTION_ARG_NONE, &salvage,
    N_ ("where values are damaged: write what is sound, and a list of the rest beside it, OUT.json.left-out.txt"), NULL },
  G_OPTION_ENTRY_NULL,
};

#define MOST_PRINTED 100

/* ---- What is not sound ----------------------------------------------------------------------------------------------------- */

static void
print_left (const GPtrArray *left)
{
  guint shown = MIN (left->len, MOST_PRINTED);

  for (guint i = 0; i < shown; i++)
    samsyn_call_complain ("%s\n", (const char *) g_ptr_array_index (left, i));
  if (shown < left->len)
    samsyn_call_complain (samsyn_words_n (NULL, "… and %u more\n", "… and %u more\n", left->len - shown), left->len - shown);
}

static gboolean
refuse (const GPtrArray *left,
        GError         **error)
{
  print_left (left);
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               samsyn_words_n (NULL,
                               "%u value or record is damaged, so no import could read the export. Nothing was written. Mend it "
                               "in the "
                               "window, or take --salvage, which writes what is sound.",
                               "%u values and records are damaged, so no import could read the export. Nothing was written. Mend "
                               "them in the "
                               "window, or take --salvage, which writes what is sound.",
                               left->len),
               left->len);
  return FALSE;
}

static gboolean
write_sound (SamsynSalvage *sound,
             GError       **error)
{
  const GPtrArray *left = samsyn_salvage_get_left (sound);
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;

  if (!samsyn_export_salvage (sound, output, force, &list, samsyn_call_cancellable (), error))
    return FALSE;
  print_left (left);
  name = g_filename_display_name (list);
  samsyn_call_complain (samsyn_words_n (NULL, "What is sound is exported; %u thing is left out, see “%s”.\n",
                                   "What is sound is exported; %u things are left out, see “%s”.\n", left->len),
           left->len, name);
  return TRUE;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (SamsynSalvage) sound = NULL;

  if (!samsyn_call_check_output (call, output, NULL, force, error))
    return FALSE;
  if (salvage && g_str_equal (output, "-"))
    {
      g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE,
                           _ ("--salvage needs a file, beside which the list lies."));
      return FALSE;
    }
  store = samsyn_call_open_copy (call, NULL, error);
  if (store == NULL)
    return FALSE;
  sound = samsyn_salvage_new (store, salvage, samsyn_call_cancellable (), error);
  if (sound == NULL)
    return FALSE;
  if (samsyn_salvage_get_left (sound)->len > 0 && !salvage)
    return refuse (samsyn_salvage_get_left (sound), error);
  if (!g_str_equal (output, "-"))
    call->about = output;
  if (samsyn_salvage_get_left (sound)->len > 0)
    return write_sound (sound, error);
  return samsyn_export_json (store, output, force, samsyn_call_cancellable (), error);
}

const SamsynCommand samsyn_command_export = {
  .name = "export",
  .usage = "FILE --output=OUT.json [--force] [--salvage]",
  .summary = N_ ("Write every record to a JSON file, without loss; not the history."),
  .min_args = 1,
  .max_args = 1,
  .options = options,
  .run = run,
};
