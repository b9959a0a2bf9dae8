/* ids.h: where the record with an id stands in its array
 *
 * A table that is filled once and then only read, by any number of threads; counted references.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsynIds SamsynIds;

/* A table with room for so many ids. */
SamsynIds *samsyn_ids_new   (guint n);
SamsynIds *samsyn_ids_ref   (SamsynIds *ids);
void       samsyn_ids_unref (SamsynIds *ids);

/* Ids are above 0; each is added once. */
void samsyn_ids_add (SamsynIds *ids,
                     gint64     id,
                     int        place);

/* Its place, -1 if it has none. */
int samsyn_ids_find (const SamsynIds *ids,
                     gint64           id);

G_END_DECLS
