/* suggest.h: the light that the data itself would give
 *
 * A suggestion follows from late milestones, forecasts against budgets, open risks and goals.  People set the lights; a
 * suggestion stands in where nobody has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *light; /* "green", "amber", "red", "not_assessed": something is missing; NULL: there is nothing to judge by */
  char       *cause; /* what it follows from, in the language asked for */
} SamsynSuggestion;

/* The suggestion for a dimension of a project's light as of a day (validity, not log time).  The thresholds are records of kind
 * setting: "lights.time.amber" and "lights.time.red" (days late, 1 and 30), "lights.cost.…" (per cent above budget, 2 and 10),
 * "lights.risk.…" (probability × impact, 10 and 15); one for a single project is named with its id after it
 * ("lights.time.red.1234").  Clear with samsyn_suggestion_clear(). */
gboolean samsyn_suggest_light (SamsynStore      *store,
                               gint64            project,
                               const char       *dimension,
                               const char       *date,
                               const char       *language,
                               SamsynSuggestion *suggestion,
                               GError          **error);

/* Frees the cause and makes the suggestion empty. */
void samsyn_suggestion_clear (SamsynSuggestion *suggestion);

/* How bad a light is: 0 not assessed or none, 1 green, 2 amber, 3 red. */
int samsyn_light_rank (const char *light);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynSuggestion, samsyn_suggestion_clear)

G_END_DECLS
