/* opening.h: opening a workspace without holding up the window
 *
 * Another program may hold the file, and an older one is migrated first: both may take seconds, so it is done on a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_OPENING_EXISTING,
  SAMSYN_OPENING_NEW,    /* makes the file, which must not exist */
  SAMSYN_OPENING_SAMPLE, /* the sample at that path, made from its description the first time */
} SamsynOpening;

/* Where the user's sample is kept; to be freed by the caller. */
char *samsyn_opening_sample_path (void);

/* Starts; `callback` is called on the main thread, and calls samsyn_opening_finish(). */
void samsyn_opening_start (SamsynOpening       what,
                           const char         *path,
                           GObject            *source,
                           GAsyncReadyCallback callback,
                           gpointer            data);

/* The store, or NULL.  A workspace that can't be written is opened for reading, and `notice` says why (otherwise NULL); to be
 * freed by the caller. */
SamsynStore *samsyn_opening_finish (GAsyncResult *result,
                                    char        **notice,
                                    GError      **error);

G_END_DECLS
