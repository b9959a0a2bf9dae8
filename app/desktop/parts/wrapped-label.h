/* wrapped-label.h: words that go on in further lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A label whose text begins at its left edge and is broken where its room ends, within a word if need be; text may be NULL.
 *
 * Put it in a grid or a vertical box.  A horizontal box, and any alignment other than fill, ask it again and again how wide it
 * would be at this height and that, and for each answer it breaks its lines anew: a page of such rows takes a second. */
GtkWidget *samsyn_wrapped_label_new (const char *text);

/* The same, for where there are many: its text is broken once instead of four times.  It takes the width that it is given; if it
 * would like to stand in one line, that is asked for, and otherwise no more than the least. */
GtkWidget *samsyn_filling_label_new (const char *text,
                                     gboolean    likes_line);

G_END_DECLS
