/* fold.h: how text is sorted and matched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sort key of a text: compared byte by byte it gives the order of a Swedish word list (a … z < å < ä < ö, accents and
 * case of other letters without weight, digits by value, marks as spaces).  A fixed mapping of our own: it depends on no locale
 * and never goes stale in a file.  To be freed by the caller. */
char *samsyn_fold_key (const char *text);

/* The text in NFC, as it is stored: an accent that follows its letter, as macOS writes it, becomes a part of it.  To be freed by
 * the caller. */
char *samsyn_fold_compose (const char *text);

/* The text as the search index holds it: NFC, ligatures apart, and without what nobody sees, such as soft hyphens.  To be freed
 * by the caller. */
char *samsyn_fold_plain (const char *text);

/* The text as it is matched when filtering by typing: the same in lower case, every kind of space one.  To be freed by the
 * caller. */
char *samsyn_fold_match (const char *text);

/* Whether a character leaves no trace on paper, not even room: a soft hyphen, a zero-width space, a turn of direction. */
gboolean samsyn_fold_is_invisible (gunichar c);

G_END_DECLS
