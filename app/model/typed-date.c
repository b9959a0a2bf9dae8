/* typed-date.c: dates and times as a person types them
 *
 * Words of both languages are read in either.  A day comes before its month in both, as everywhere in Europe: "2/5" is the
 * second of May; "5/13" is refused.  A day or week without a year is the one nearest to today.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "date.h"
#include "format-parts.h"
#include "words.h"

#define MONTH_OR_DAY "(?<name>\\p{L}{3,})\\.?"
#define DAY "(?<d>[0-9]{1,2})"
#define YEAR "(?<y>[0-9]{4})"

/* Forms of a date, by the names of what they contain: y, m, d, week, days, and `name`, of a month or, alone, of a weekday. */
static const char *const date_forms[] = {
  "^" YEAR "[-/](?<m>[0-9]{1,2})[-/]" DAY "$",
  "^" YEAR "(?<m>[0-9]{2})(?<d>[0-9]{2})$",
  "^" DAY "/(?<m>[0-9]{1,2})(?:[ /-]+" YEAR ")?$",
  "^(?:v|vecka|w|week)\\.? ?(?<week>[0-9]{1,2})(?:,? " YEAR ")?$",
  "^(?:den )?" DAY "\\.? ?" MONTH_OR_DAY "(?:,? " YEAR ")?$",
  "^" MONTH_OR_DAY " " DAY "(?:,? " YEAR ")?$",
  "^(?:på |on )?" MONTH_OR_DAY "$",
  "^(?<days>[+-][0-9]{1,5})$",
};

static const char *const time_forms[] = {
  "^(?:kl\\.? ?)?(?<h>[0-9]{1,2})(?:[.:](?<min>[0-9]{2}))?$",
  "^(?:kl\\.? ?)?(?<h>[0-9]{1,2})(?<min>[0-9]{2})$",
};

static const struct
{
  const char *word;
  int         days;
} relative_days[] = {
  { "idag", 0 },     { "i dag", 0 },      { "today", 0 },      { "imorgon", 1 },     { "i morgon", 1 },
  { "tomorrow", 1 }, { "igår", -1 },      { "i går", -1 },     { "yesterday", -1 },  { "övermorgon", 2 },
  { "i övermorgon", 2 },
};

/* English and Swedish, from January and from Monday; at least three letters of a name are enough. */
static const char *const months[] = {
  "january",  "february", "march", "april", "may", "june", "july", "august",  "september", "october", "november", "december",
  "januari",  "februari", "mars",  "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
};
static const char *const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  "måndag", "tisdag",  "onsdag",    "torsdag",  "fredag", "lördag",   "söndag",
};

/* ---- Reading forms --------------------------------------------------------------------------------------------------------- */

static gpointer
compile (gpointer data)
{
  GPtrArray *regexes = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    g_ptr_array_add (regexes, g_regex_new (date_forms[i], G_REGEX_DEFAULT, 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (time_forms); i++)
    g_ptr_array_add (regexes, g_regex_new (time_forms[i], G_REGEX_DEFAULT, 0, NULL));
  return regexes;
}

/* The match of the first of some forms that fits, to be freed; NULL if none does. */
static GMatchInfo *
match_forms (const char *text,
             guint       first,
             guint       n_forms)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *regexes = g_once (&once, compile, NULL);

  for (guint i = first; i < first + n_forms; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (g_ptr_array_index (regexes, i), text, 0, &match))
        return g_steal_pointer (&match);
    }
  return NULL;
}

/* The number of that name in the form, or `otherwise` if it is not there. */
static int
part (GMatchInfo *match,
      const char *name,
      int         otherwise)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL && *text != '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

/* The place, from 1, of the name that the text begins, in lists of `n` names in both languages; 0 if none or several. */
static int
find_name (const char *const *names,
           guint              n,
           const char        *text)
{
  int found = 0;

  for (guint i = 0; text != NULL && i < 2 * n; i++)
    if (g_str_has_prefix (names[i], text))
      {
        int place = (int) (i % n) + 1;

        if (found != 0 && found != place)
          return 0;
        found = place;
      }
  return found;
}

/* ---- Dates ----------------------------------------------------------------------------------------------------------------- */

/* Of some dates (NULL: none) the one nearest to today. */
static char *
nearest (const char *today,
         char      **candidates)
{
  const char *best = NULL;

  for (guint i = 0; i < 3; i++)
    if (candidates[i] != NULL &&
        (best == NULL || ABS (samsyn_date_days (today, candidates[i])) < ABS (samsyn_date_days (today, best))))
      best = candidates[i];
  return g_strdup (best);
}

static char *
real_date (int year,
           int month,
           int day)
{
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return samsyn_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

/* The day of a month (`week` 0), or the Monday of a week, in that year, or (`year` -1) nearest to today. */
static char *
in_year (const char *today,
         int         year,
         int         month,
         int         day,
         int         week)
{
  int this_year = (int) g_ascii_strtoll (today, NULL, 10);
  char *candidates[3] = { NULL };
  char *date;

  if (year >= 0)
    return week > 0 ? samsyn_date_of_week (year, week) : real_date (year, month, day);
  for (int i = 0; i < 3; i++)
    candidates[i] = week > 0 ? samsyn_date_of_week (this_year - 1 + i, week) : real_date (this_year - 1 + i, month, day);
  date = nearest (today, candidates);
  for (int i = 0; i < 3; i++)
    g_free (candidates[i]);
  return date;
}

static char *
next_weekday (const char *today,
              int         weekday)
{
  return samsyn_date_add_days (today, (weekday + 7 - samsyn_date_weekday (today)) % 7);
}

/* The date of a form that fits; NULL if there is no such day. */
static char *
date_of_form (GMatchInfo *match,
              const char *today)
{
  g_autofree char *name = g_match_info_fetch_named (match, "name");
  int day = part (match, "d", 0), year = part (match, "y", -1), week = part (match, "week", 0);
  int days = part (match, "days", G_MAXINT), month = part (match, "m", 0);

  if (days != G_MAXINT)
    return samsyn_date_add_days (today, days);
  if (name != NULL && *name != '\0' && day == 0)
    {
      int weekday = find_name (weekdays, 7, name);

      return weekday > 0 ? next_weekday (today, weekday) : NULL;
    }
  if (name != NULL && *name != '\0')
    month = find_name (months, 12, name);
  return in_year (today, year, month, day, week);
}

static char *
fail_date (const char *language,
           GError    **error,
           const char *message)
{
  samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, language, message);
  return NULL;
}

char *
samsyn_typed_date (const char *language,
                   const char *today,
                   const char *text,
                   GError    **error)
{
  g_autofree char *word = NULL, *date = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (samsyn_date_is_valid (today), NULL);
  if (samsyn_date_is_valid (text))
    return g_strdup (text);
  word = samsyn_typed_tidy (text);
  for (guint i = 0; i < G_N_ELEMENTS (relative_days); i++)
    if (g_str_equal (word, relative_days[i].word))
      return samsyn_date_add_days (today, relative_days[i].days);
  match = match_forms (word, 0, G_N_ELEMENTS (date_forms));
  if (match == NULL)
    return fail_date (language, error, N_ ("is not a date: write it as 2016-05-02, 2/5 (the second of May) or Friday"));
  date = date_of_form (match, today);
  if (date == NULL)
    return fail_date (language, error,
                      N_ ("is not a day that exists: write it as 2016-05-02, 2/5 (the second of May) or Friday"));
  return g_steal_pointer (&date);
}

/* ---- Times ----------------------------------------------------------------------------------------------------------------- */

char *
samsyn_typed_time (const char *language,
                   const char *text,
                   GError    **error)
{
  g_autofree char *word = samsyn_typed_tidy (text);
  g_autoptr (GMatchInfo) match = match_forms (word, G_N_ELEMENTS (date_forms), G_N_ELEMENTS (time_forms));
  int hour = match != NULL ? part (match, "h", 0) : 24, minute = match != NULL ? part (match, "min", 0) : 0;

  if (hour > 23 || minute > 59)
    return fail_date (language, error, N_ ("is not a time: write it as 13:00 or 9.30"));
  return g_strdup_printf ("%02d:%02d", hour, minute);
}
