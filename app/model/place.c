/* place.c: small files of the user's own that the program keeps: how it was left, and what is preferred
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "place.h"

#include <glib/gstdio.h>

char *
samsyn_place_state (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "samsyn", name, NULL);
}

char *
samsyn_place_settings (const char *name)
{
  return g_build_filename (g_get_user_config_dir (), "samsyn", name, NULL);
}

GKeyFile *
samsyn_place_load (const char *path)
{
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

gboolean
samsyn_place_save (const char *path,
                   GKeyFile   *file)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_mkdir_with_parents (folder, 0700);
  text = g_key_file_to_data (file, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return TRUE;
  g_info ("%s", error->message);
  return FALSE;
}
