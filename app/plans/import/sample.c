/* sample.c: workspaces to look around in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample.h"

#include <string.h>

#include "exchange/error.h"
#include "import.h"
#include "model/words.h"
#include "samsyn-core-resources.h"

#define FOLDER "/io/github/samsyn/Samsyn/samples/"
#define SUFFIX ".json"
#define MAX_FAULTS 20

char **
samsyn_samples (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (samsyn_core_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], SUFFIX))
      {
        g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (SUFFIX));

        g_strv_builder_add (names, name);
      }
  return g_strv_builder_end (names);
}

static SamsynJson *
read_sample (const char *name,
             GError    **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, SUFFIX, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (strchr (name, '/') == NULL)
    bytes = g_resource_lookup_data (samsyn_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_auto (GStrv) names = samsyn_samples ();
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no sample “%s”. There are: %s."), name, list);
      return NULL;
    }
  return samsyn_json_read (bytes, error);
}

/* When the step was, in UTC milliseconds; -1 where that is no moment. */
static gint64
step_time (const char *at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = at != NULL ? g_date_time_new_from_iso8601 (at, utc) : NULL;

  return moment != NULL ? g_date_time_to_unix (moment) * 1000 + g_date_time_get_microsecond (moment) / 1000 : -1;
}

/* The faults themselves are the message: whoever writes a sample must see them. */
static void
set_faults (GPtrArray *problems,
            GError   **error)
{
  g_autofree char *list = NULL;

  g_ptr_array_set_size (problems, (int) MIN (problems->len, MAX_FAULTS));
  g_ptr_array_add (problems, NULL);
  list = g_strjoinv ("\n", (char **) problems->pdata);
  g_clear_error (error);
  g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID, _ ("The sample has faults:\n%s"), list);
}

static gboolean
apply_step (SamsynStore      *store,
            const SamsynJson *json,
            SamsynJsonNode    step,
            guint             number,
            GHashTable       *keys,
            GError          **error)
{
  g_autofree char *at = samsyn_json_text (json, samsyn_json_member (json, step, "at"));
  g_autofree char *author = samsyn_json_text (json, samsyn_json_member (json, step, "author"));
  g_autofree char *code = samsyn_json_text (json, samsyn_json_member (json, step, "code"));
  g_autofree char *place = g_strdup_printf ("steps[%u].records", number);
  SamsynJsonNode records = samsyn_json_member (json, step, "records");
  SamsynStepInfo info = { .code = code != NULL ? code : "import", .author = author, .at = step_time (at) };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  SamsynImportResult result;

  if (info.at < 0 || records == 0 || samsyn_json_type (json, records) != SAMSYN_JSON_ARRAY)
    g_ptr_array_add (problems, g_strdup_printf ("steps[%u]", number));
  else if (samsyn_import_records (store, json, records, place, keys, &info, &result, problems, error))
    return TRUE;
  if (problems->len > 0)
    set_faults (problems, error);
  return FALSE;
}

gboolean
samsyn_sample_apply (SamsynStore *store,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (SamsynJson) json = read_sample (name, error);
  g_autoptr (GHashTable) keys = samsyn_import_keys_new ();
  SamsynJsonNode steps = json != NULL ? samsyn_json_member (json, 0, "steps") : 0;
  guint number = 0;

  if (json == NULL)
    return FALSE;
  if (samsyn_json_member (json, 0, "samsyn-sample") == 0 || steps == 0)
    {
      g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID, _ ("The sample has faults:\n%s"),
                   "samsyn-sample");
      return FALSE;
    }
  for (SamsynJsonNode step = samsyn_json_first (json, steps); step != 0; step = samsyn_json_next (json, step))
    if (!apply_step (store, json, step, number++, keys, error))
      return FALSE;
  return TRUE;
}
