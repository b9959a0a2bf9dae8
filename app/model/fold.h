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

/* The text as it is matched when filtering by typing: lower case, NFC.  To be freed by the caller. */
char *samsyn_fold_match (const char *text);

G_END_DECLS
