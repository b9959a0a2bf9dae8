/* overview-cards.h: what the overview says, card by card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "card.h"
#include "findings/map/finding.h"
#include "findings/standing/overview.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_CARD_STANDINGS,
  SAMSYN_CARD_MEETINGS,
  SAMSYN_CARD_DECISIONS,
  SAMSYN_CARD_LATE,
  SAMSYN_CARD_REPLIES,
  SAMSYN_CARD_FINDINGS,
  SAMSYN_CARD_RECENT,
  SAMSYN_N_CARDS
} SamsynCardId;

/* A card's heading, in the program's language. */
const char *samsyn_overview_card_title (SamsynCardId id);

/* Fills a card anew; the one of findings is filled by the other function.  A card that has nothing to say of this workspace is
 * hidden. */
void samsyn_overview_card_fill     (SamsynCard           *card,
                                    SamsynCardId          id,
                                    const SamsynOverview *overview,
                                    const char           *today,
                                    const SamsynClock    *clock);
void samsyn_overview_card_findings (SamsynCard           *card,
                                    const SamsynFindings *findings,
                                    guint                 limit);

G_END_DECLS
