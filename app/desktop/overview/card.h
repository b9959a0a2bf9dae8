/* card.h: a heading over lines that lead to records and pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_CARD (samsyn_card_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCard, samsyn_card, SAMSYN, CARD, AdwBin)

/* A card without lines. */
SamsynCard *samsyn_card_new (SamsynSession *session,
                             const char    *title);

/* Takes all lines away; shows a text in place of lines. */
void samsyn_card_clear     (SamsynCard *card);
void samsyn_card_set_empty (SamsynCard *card,
                            const char *text);

/* The button beside the heading, which leads to a page; none where that page doesn't exist.  `label` (may be NULL: none) says how
 * many there are. */
void samsyn_card_set_more (SamsynCard *card,
                           const char *label,
                           const char *page);

/* Adds a line: a title, below it a dimmed text (Pango markup; may be NULL), at its end a widget (may be NULL), which it takes.
 * It leads to the record (0: none) on the page (NULL: none).  Returns the box that holds what the line shows; owned by the
 * card. */
GtkWidget *samsyn_card_add (SamsynCard *card,
                            const char *title,
                            const char *markup,
                            GtkWidget  *end,
                            gint64      record,
                            const char *page);

G_END_DECLS
