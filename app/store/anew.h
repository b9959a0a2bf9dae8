/* anew.h: rules for what is typed or imported anew
 *
 * Records that older versions took may break them: undo, redo and restore write those as they were, and a change is asked only
 * for what it alters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct _SamsynAnew SamsynAnew;

/* What becomes known while the records of one step, or of a whole file, are looked at, after all of them were written.  What has
 * happened has done so by the day of the moment `at` (0: now) of the store's clock. */
SamsynAnew *samsyn_anew_new  (SamsynStore *store,
                              gint64       at);
void        samsyn_anew_free (SamsynAnew *anew);

/* Called for each rule that is broken; takes the text: what is said of the field, or a whole sentence. */
typedef void (*SamsynAnewFunc) (const SamsynField *field,
                                char              *text,
                                gboolean           is_sentence,
                                gpointer           data);

/* Looks at a record as it is now, and at what a change (NULL: everything) has altered in it.  FALSE on error only. */
gboolean samsyn_anew_check (SamsynAnew         *anew,
                            const SamsynRecord *record,
                            const SamsynChange *change,
                            SamsynAnewFunc      tell,
                            gpointer            data,
                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynAnew, samsyn_anew_free)

G_END_DECLS
