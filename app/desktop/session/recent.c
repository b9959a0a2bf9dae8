/* recent.c: the workspaces that were open lately, and how each was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recent.h"

#include <string.h>
#include <unistd.h>

#include "model/place.h"
#include "model/words.h"

#define MOST 10
#define ENDING ".samsyn"

void
samsyn_recent_free (SamsynRecent *recent)
{
  if (recent == NULL)
    return;
  g_free (recent->path);
  g_free (recent->page);
  g_free (recent);
}

/* ---- The file: a group for each, numbered from the newest ------------------------------------------------------------------ */

GPtrArray *
samsyn_recent_list (void)
{
  g_autofree char *path = samsyn_place_state ("recent.ini");
  g_autoptr (GKeyFile) file = samsyn_place_load (path);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_recent_free);

  for (guint i = 0; i < MOST; i++)
    {
      g_autofree char *group = g_strdup_printf ("%u", i + 1);
      char *workspace = g_key_file_get_string (file, group, "path", NULL);
      SamsynRecent *recent;

      if (workspace == NULL)
        continue;
      recent = g_new0 (SamsynRecent, 1);
      recent->path = workspace;
      recent->page = g_key_file_get_string (file, group, "page", NULL);
      recent->record = g_key_file_get_int64 (file, group, "record", NULL);
      g_ptr_array_add (list, recent);
    }
  return list;
}

static void
save (GPtrArray *list)
{
  g_autofree char *path = samsyn_place_state ("recent.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < MIN (list->len, MOST); i++)
    {
      const SamsynRecent *recent = g_ptr_array_index (list, i);
      g_autofree char *group = g_strdup_printf ("%u", i + 1);

      g_key_file_set_string (file, group, "path", recent->path);
      if (recent->page != NULL)
        g_key_file_set_string (file, group, "page", recent->page);
      if (recent->record != 0)
        g_key_file_set_int64 (file, group, "record", recent->record);
    }
  samsyn_place_save (path, file);
}

/* Takes a workspace out of the list; NULL if it isn't there. */
static SamsynRecent *
take (GPtrArray  *list,
      const char *path)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((SamsynRecent *) g_ptr_array_index (list, i))->path, path))
      return g_ptr_array_steal_index (list, i);
  return NULL;
}

SamsynRecent *
samsyn_recent_find (const char *path)
{
  g_autoptr (GPtrArray) list = samsyn_recent_list ();

  return take (list, path);
}

void
samsyn_recent_note (const char *path,
                    const char *page,
                    gint64      record)
{
  g_autoptr (GPtrArray) list = samsyn_recent_list ();
  SamsynRecent *recent = take (list, path);

  if (recent == NULL)
    {
      recent = g_new0 (SamsynRecent, 1);
      recent->path = g_strdup (path);
    }
  if (page != NULL)
    {
      g_free (recent->page);
      recent->page = g_strdup (page);
      recent->record = record;
    }
  g_ptr_array_insert (list, 0, recent);
  save (list);
}

void
samsyn_recent_forget (const char *path)
{
  g_autoptr (GPtrArray) list = samsyn_recent_list ();
  g_autoptr (SamsynRecent) recent = take (list, path);

  if (recent != NULL)
    save (list);
}

/* ---- As the user sees it --------------------------------------------------------------------------------------------------- */

const char *
samsyn_recent_problem (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return _ ("The folder is not there: is its disk or network connected?");
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return _ ("The file is not there any more: it was moved, renamed or removed");
  if (access (path, R_OK) != 0)
    return _ ("You may not read the file");
  return NULL;
}

char *
samsyn_recent_name (const char *path)
{
  char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return name;
}

char *
samsyn_recent_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (parent);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (strncmp (folder, home, length) == 0 && (folder[length] == '/' || folder[length] == '\0'))
    return g_strconcat ("~", folder + length, NULL);
  return g_steal_pointer (&folder);
}
