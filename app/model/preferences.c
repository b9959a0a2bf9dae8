/* preferences.c: what the user prefers, whatever the workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "preferences.h"

#include "place.h"
#include "words.h"

#define GROUP "preferences"

static const char *const names[SAMSYN_N_PREFERENCES] = {
  [SAMSYN_PREFERENCE_REPORT_LANGUAGE] = "report-language",
  [SAMSYN_PREFERENCE_AUTHOR] = "author",
  [SAMSYN_PREFERENCE_LETTERS] = "letters",
  [SAMSYN_PREFERENCE_BACKUPS] = "backup-folder",
};

/* Read again each time: it is a few lines, and another window of another program may have changed it. */
char *
samsyn_preference_get (SamsynPreference preference)
{
  g_autofree char *path = samsyn_place_settings ("preferences.ini");
  g_autoptr (GKeyFile) file = samsyn_place_load (path);
  char *value = g_key_file_get_string (file, GROUP, names[preference], NULL);

  return value != NULL ? value : g_strdup ("");
}

gboolean
samsyn_preference_set (SamsynPreference preference,
                       const char      *value)
{
  g_autofree char *path = samsyn_place_settings ("preferences.ini");
  g_autoptr (GKeyFile) file = samsyn_place_load (path);

  g_key_file_set_string (file, GROUP, names[preference], value);
  return samsyn_place_save (path, file);
}

const char *
samsyn_preferred_report_language (void)
{
  g_autofree char *preferred = samsyn_preference_get (SAMSYN_PREFERENCE_REPORT_LANGUAGE);

  for (guint i = 0; samsyn_languages ()[i] != NULL; i++)
    if (g_str_equal (samsyn_languages ()[i], preferred))
      return samsyn_languages ()[i];
  return samsyn_language ();
}

char *
samsyn_preferred_backup_folder (void)
{
  g_autofree char *preferred = samsyn_preference_get (SAMSYN_PREFERENCE_BACKUPS);

  return *preferred != '\0' ? g_steal_pointer (&preferred) : g_build_filename (g_get_user_data_dir (), "samsyn", "backups", NULL);
}
