/* slow-files.c: a disk on which nothing is found at once; loaded into a program before its libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <gio/gio.h>

#define DELAY 400 /* ms, many frames */

typedef void (*QueryInfo) (GFile *, const char *, GFileQueryInfoFlags, int, GCancellable *, GAsyncReadyCallback, gpointer);

typedef struct
{
  GFile              *file;
  char               *attributes;
  GFileQueryInfoFlags flags;
  int                 priority;
  GCancellable       *cancellable;
  GAsyncReadyCallback func;
  gpointer            data;
} Question;

static gboolean
ask (gpointer data)
{
  g_autofree Question *question = data;
  QueryInfo query = NULL;

  /* How POSIX wants a function's address taken from dlsym(). */
  *(void **) &query = dlsym (RTLD_NEXT, "g_file_query_info_async");
  query (question->file, question->attributes, question->flags, question->priority, question->cancellable, question->func,
         question->data);
  g_clear_object (&question->file);
  g_clear_object (&question->cancellable);
  g_free (question->attributes);
  return G_SOURCE_REMOVE;
}

/* In place of GIO's. */
G_MODULE_EXPORT void
g_file_query_info_async (GFile              *file,
                         const char         *attributes,
                         GFileQueryInfoFlags flags,
                         int                 priority,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback func,
                         gpointer            data)
{
  Question *question = g_new0 (Question, 1);

  *question = (Question) { g_object_ref (file), g_strdup (attributes), flags, priority,
                           cancellable != NULL ? g_object_ref (cancellable) : NULL, func, data };
  g_timeout_add (DELAY, ask, question);
}
