/* passages.h: the passages that are marked in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _SamsynPassages SamsynPassages;

/* Passages to be shown in the buffer, which must live as long. */
SamsynPassages *samsyn_passages_new  (GtkTextBuffer *buffer);
void            samsyn_passages_free (SamsynPassages *passages);

/* The kind of record that a passage is. */
const SamsynKind *samsyn_passages_kind (void);

/* Shows those of a document, each in the colour of its tag. */
void samsyn_passages_show (SamsynPassages *passages,
                           SamsynStore    *store,
                           gint64          document);

/* The passage at a place, the shortest of several, 0 if there is none; and where a passage is, or of another record the passage
 * that was last tied to it, FALSE if it isn't in the text. */
gint64   samsyn_passages_at    (SamsynPassages    *passages,
                                const GtkTextIter *place);
gboolean samsyn_passages_where (SamsynPassages *passages,
                                gint64          record,
                                GtkTextIter    *start,
                                GtkTextIter    *end);

G_END_DECLS
