/* judgement.h: the lights of a project as they were set, beside what the data gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "suggest.h"

G_BEGIN_DECLS

/* One dimension. */
typedef struct
{
  const char      *set; /* the id of the light in the status report; NULL: nobody has set one.  Static */
  char            *reason; /* why it was set otherwise than computed; "" */
  SamsynSuggestion computed;
} SamsynJudgement;

/* Every dimension, by its place among the choices of the field, of a project on a day; `report` is the status report whose lights
 * are the set ones, 0: none.  The overall light is computed from the others: it is the worst of them, where one that was set
 * better than computed without a reason counts as computed.  Owned by the array. */
GArray *samsyn_judge (SamsynStore *store,
                      gint64       project,
                      gint64       report,
                      const char  *date,
                      const char  *language,
                      GError     **error);

/* The same again for the overall light, after one of the others became another. */
void samsyn_judge_overall (GArray     *judgements,
                           const char *language);

/* The dimension with that id, or NULL; the light that stands, as set or else computed, NULL: none. */
SamsynJudgement *samsyn_judgement_of    (GArray     *judgements,
                                         const char *dimension);
const char      *samsyn_judgement_light (const SamsynJudgement *judgement);

/* Whether a light was set otherwise than computed. */
gboolean samsyn_judgement_differs (const SamsynJudgement *judgement);

/* Whether it should be said why and is not: where something was computed, and grey says that nobody knows. */
gboolean samsyn_judgement_lacks_reason (const SamsynJudgement *judgement);

/* What is said beside the light: “(computed)”, “(computed red: REASON)”, “(computed red: reason missing)”, “(computed grey)”;
 * NULL: nothing.  `reason`: with the reason.  To be freed by the caller. */
char *samsyn_judgement_mark (const SamsynJudgement *judgement,
                             gboolean               reason,
                             const char            *language);

/* “Set green, computed red: REASON (what the computed one follows from)”; NULL where the two don't differ.  To be freed by the
 * caller. */
char *samsyn_judgement_tell (const SamsynJudgement *judgement,
                             const char            *language);

/* The word of a light inside a sentence: “green”. */
const char *samsyn_light_word (const char *light,
                               const char *language);

G_END_DECLS
