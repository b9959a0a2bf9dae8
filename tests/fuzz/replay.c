/* replay.c: runs what a program that tries random input has found before, one subtest a file
 *
 * usage: PROGRAM FOLDER-OR-FILE…
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fuzz.h"

static void
replay (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  /* A block of just that size: reading past it is seen. */
  g_autofree uint8_t *bytes = g_memdup2 (data, length);
  LLVMFuzzerTestOneInput (bytes, length);
}

static int
by_name (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/", g_ptr_array_index (names, i), NULL);

      g_test_add_data_func_full (test, g_build_filename (path, g_ptr_array_index (names, i), NULL), replay, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
      add_folder (argv[i]);
    else
      g_test_add_data_func ("/file", argv[i], replay);
  return g_test_run ();
}
