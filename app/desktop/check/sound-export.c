/* sound-export.c: what is sound of a workspace with bent values, to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sound-export.h"

#include "exchange/json/export-json.h"
#include "model/target.h"
#include "model/words.h"

static char *
tell (guint       n_left,
      const char *list)
{
  g_autofree char *name = g_filename_display_name (list);

  return g_strdup_printf (samsyn_words_n (NULL, "What is sound is exported. %u thing is left out: it is told in “%s”.",
                                          "What is sound is exported. %u things are left out: they are told in “%s”.", n_left),
                          n_left, name);
}

/* What there is to tell, or NULL. */
static char *
export (const char   *from,
        const char   *to,
        GCancellable *cancellable,
        GError      **error)
{
  g_autoptr (SamsynStore) store = samsyn_store_open (from, SAMSYN_OPEN_READ, error);
  g_autoptr (SamsynStore) copy = store != NULL ? samsyn_store_snapshot (store, -1, cancellable, error) : NULL;
  g_autoptr (SamsynSalvage) salvage = copy != NULL ? samsyn_salvage_new (copy, TRUE, cancellable, error) : NULL;
  g_autofree char *list = NULL;

  if (salvage == NULL)
    return NULL;
  if (samsyn_salvage_get_left (salvage)->len == 0)
    return samsyn_export_json (copy, to, TRUE, cancellable, error) ? g_strdup (_ ("All is sound, and exported.")) : NULL;
  if (!samsyn_export_salvage (salvage, to, TRUE, &list, cancellable, error))
    return NULL;
  return tell (samsyn_salvage_get_left (salvage)->len, list);
}

static void
export_on_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  char **paths = data;
  GError *error = NULL;
  /* Said before the work; the writer refuses too. */
  char *told = samsyn_target_check (paths[1], TRUE, &error) ? export (paths[0], paths[1], cancellable, &error) : NULL;

  if (told != NULL)
    g_task_return_pointer (task, told, g_free);
  else
    g_task_return_error (task, error);
}

void
samsyn_sound_export_start (const char         *from,
                           const char         *to,
                           GObject            *source,
                           GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);
  const char *const paths[] = { from, to, NULL };

  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, export_on_thread);
}

char *
samsyn_sound_export_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
