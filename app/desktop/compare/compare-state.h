/* compare-state.h: what of the responsibility map is compared with what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/session.h"

G_BEGIN_DECLS

enum
{
  SAMSYN_COMPARE_FROM,
  SAMSYN_COMPARE_TO,
  SAMSYN_N_COMPARED
};

typedef struct
{
  int    day;      /* 0: today */
  gint64 scenario; /* 0: what is in force */

  SamsynSession *session; /* whose it is */
} SamsynCompared;

/* The session's two sides (an array), owned by it, as they were left.  At first a proposal, on the day on which it is to take
 * effect, with what is in force then; without any proposal both are today. */
SamsynCompared *samsyn_compare_state (SamsynSession *session);

/* The day of a side; and the day on which a scenario is to take effect, 0 where it does not say. */
int samsyn_compared_day       (const SamsynCompared *compared);
int samsyn_compared_effective (SamsynStore *store,
                               gint64       scenario);

G_END_DECLS
