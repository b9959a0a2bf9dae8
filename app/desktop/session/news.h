/* news.h: what others have written in a workspace that is open for reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Until where it is known. */
typedef struct
{
  gint64 data_version; /* of the file, when it was last looked at */
  gint64 last_step;    /* the newest step then */
} SamsynNews;

/* What the store has now is known. */
void samsyn_news_begin (SamsynNews  *news,
                        SamsynStore *store);

/* Tells each newer step with its changes (SamsynChange), the oldest first, until the function returns FALSE. */
typedef gboolean (*SamsynNewsFunc) (gint64     step,
                                    GPtrArray *changes,
                                    gpointer   data);
void samsyn_news_look (SamsynNews    *news,
                       SamsynStore   *store,
                       SamsynNewsFunc func,
                       gpointer       data);

G_END_DECLS
