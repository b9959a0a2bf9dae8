/* care.c: what the commands share that look after a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "care.h"

#include "model/json.h"
#include "model/preferences.h"
#include "model/words.h"
#include "store/backups.h"

/* ---- What was found -------------------------------------------------------------------------------------------------------- */

void
samsyn_care_print (const SamsynCheckup *checkup)
{
  guint more_faults = checkup->n_faults - checkup->faults->len, more_remarks = checkup->n_remarks - checkup->remarks->len;

  for (guint i = 0; i < checkup->faults->len; i++)
    samsyn_call_printf ("%s\n", ((const SamsynFault *) g_ptr_array_index (checkup->faults, i))->text);
  if (more_faults > 0)
    samsyn_call_printf (samsyn_words_n (NULL, "… and %u fault more\n", "… and %u faults more\n", more_faults), more_faults);
  for (guint i = 0; i < checkup->remarks->len; i++)
    /* TRANSLATORS: something that a check found, and that is no fault */
    samsyn_call_printf (_ ("Remark: %s\n"), ((const SamsynFault *) g_ptr_array_index (checkup->remarks, i))->text);
  if (more_remarks > 0)
    samsyn_call_printf (samsyn_words_n (NULL, "… and %u remark more\n", "… and %u remarks more\n", more_remarks), more_remarks);
}

static void
append_list (GString         *json,
             const char      *name,
             const GPtrArray *faults)
{
  g_string_append_printf (json, "\"%s\": [", name);
  for (guint i = 0; i < faults->len; i++)
    {
      const SamsynFault *fault = g_ptr_array_index (faults, i);

      g_string_append (json, i > 0 ? ",\n  {\"place\": " : "\n  {\"place\": ");
      samsyn_json_append_text (json, fault->place);
      g_string_append (json, ", \"text\": ");
      samsyn_json_append_text (json, fault->text);
      g_string_append_printf (json, ", \"repairable\": %s}", fault->repairable ? "true" : "false");
    }
  g_string_append (json, "]");
}

void
samsyn_care_print_json (const SamsynCheckup *checkup)
{
  g_autoptr (GString) json = g_string_new ("{");

  append_list (json, "faults", checkup->faults);
  g_string_append (json, ", ");
  append_list (json, "remarks", checkup->remarks);
  g_string_append (json, "}\n");
  samsyn_call_print (json->str);
}

gboolean
samsyn_care_judge (const SamsynCheckup *checkup,
                   GError             **error)
{
  g_autofree char *repair = NULL;

  if (checkup->n_faults == 0)
    return TRUE;
  if (checkup->n_repairable > 0)
    repair = g_strdup_printf (
        samsyn_words_n (NULL, " --repair mends %u of them.", " --repair mends %u of them.", checkup->n_repairable),
        checkup->n_repairable);
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               samsyn_words_n (NULL, "The workspace has %u fault. It was not changed; restore a backup.%s",
                               "The workspace has %u faults. It was not changed; restore a backup.%s", checkup->n_faults),
               checkup->n_faults, repair != NULL ? repair : "");
  return FALSE;
}

/* ---- Before ---------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_care_back_up_before (SamsynStore *store,
                            GError     **error)
{
  g_autofree char *folder = samsyn_preferred_backup_folder ();
  gboolean done = samsyn_backups_make_before (store, folder, samsyn_call_cancellable (), error);

  samsyn_call_tell (folder, samsyn_store_take_notice (store));
  return done;
}
