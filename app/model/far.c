/* far.c: dates so far away that they are questioned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "far.h"

#include "date.h"
#include "words.h"

#define FAR_YEARS 100

static int
year_of (const char *date)
{
  return (int) g_ascii_strtoll (date, NULL, 10);
}

char *
samsyn_far_question (const SamsynField *field,
                     const SamsynValue *value,
                     const char        *today,
                     const char        *language)
{
  const char *date = field->type == SAMSYN_TYPE_DATE ? samsyn_value_get_text (value) : NULL;
  int years;

  if (date == NULL || !samsyn_date_is_valid (date) || !samsyn_date_is_valid (today))
    return NULL;
  years = ABS (year_of (date) - year_of (today));
  if (years < FAR_YEARS)
    return NULL;
  return g_strdup_printf (samsyn_words_n (language, "%s is %d year away. Is it right?", "%s is %d years away. Is it right?",
                                          (gulong) years), date, years);
}
