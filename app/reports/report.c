/* report.c: the reports there are, and how one is made
 *
 * A report is described from a private copy of the workspace, so that nobody changes what it reads.  Its id follows from the
 * file, the last step in it and what the arguments mean: the same question to the same data has the same id, however it is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report.h"

#include "ask.h"
#include "list.h"
#include "model/date.h"
#include "model/words.h"

#include <string.h>

#define ID_LENGTH 12

G_DEFINE_QUARK (samsyn-report-error-quark, samsyn_report_error)

static const SamsynReport *const reports[] = {
  &samsyn_steering_pack_report,
  &samsyn_responsibility_map_report,
  &samsyn_comparison_report,
  &samsyn_all_data_report,
  NULL,
};

const SamsynReport *const *
samsyn_reports (void)
{
  return reports;
}

const SamsynReport *
samsyn_report_find (const char *id)
{
  for (guint i = 0; reports[i] != NULL; i++)
    if (g_strcmp0 (reports[i]->id, id) == 0)
      return reports[i];
  return NULL;
}

/* One row an argument: how it is written, and whether it was given. */
typedef struct
{
  SamsynReportTakes takes;
  const char       *option;
  gboolean          given;
} Given;

#define N_ARGUMENTS 7

static void
list_arguments (const SamsynReportArguments *arguments,
                Given                        given[N_ARGUMENTS])
{
  given[0] = (Given) { SAMSYN_REPORT_MEETING, "--meeting=ID", arguments->meeting != 0 };
  given[1] = (Given) { SAMSYN_REPORT_PROJECT, "--project=ID", arguments->project != 0 };
  given[2] = (Given) { SAMSYN_REPORT_ORGANISATION, "--organisation=ID", arguments->organisation != 0 };
  given[3] = (Given) { SAMSYN_REPORT_AS_OF, "--as-of=DATE", arguments->as_of != NULL };
  given[4] = (Given) { SAMSYN_REPORT_SCENARIO, "--scenario=NAME", arguments->scenario != NULL };
  given[5] = (Given) { SAMSYN_REPORT_SINCE, "--since=DATE", arguments->since != NULL };
  given[6] = (Given) { SAMSYN_REPORT_SINCE_SCENARIO, "--from=DATE,SCENARIO", arguments->since_scenario != NULL };
}

static gboolean
check_given (const SamsynReport          *report,
             const SamsynReportArguments *arguments,
             GError                     **error)
{
  Given given[N_ARGUMENTS];

  list_arguments (arguments, given);
  for (guint i = 0; i < N_ARGUMENTS; i++)
    {
      if (given[i].given && !(report->takes & given[i].takes))
        {
          g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
                       _ ("The report “%s” takes no %s. Leave it out and make the report again."), report->id, given[i].option);
          return FALSE;
        }
      if (!given[i].given && (report->needs & given[i].takes))
        {
          g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
                       _ ("The report “%s” needs %s. Say it and make the report again."), report->id, given[i].option);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_date (const char *date,
            const char *option,
            GError    **error)
{
  if (date == NULL || samsyn_date_is_valid (date))
    return TRUE;
  g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
               _ ("“%s” is no date. Write %s as YYYY-MM-DD."), date, option);
  return FALSE;
}

static gboolean
check_language (const char *language,
                GError    **error)
{
  if (language != NULL && g_strv_contains (samsyn_languages (), language))
    return TRUE;
  g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
               _ ("There are no reports in the language “%s”. Choose sv or en."), language != NULL ? language : "");
  return FALSE;
}

/* Whether that record of that kind is in the copy; if it is in the workspace as it is now, the day of the copy is too early. */
static gboolean
check_record (SamsynStore *copy,
              SamsynStore *now,
              const char  *as_of,
              gint64       id,
              const char  *kind_id,
              GError     **error)
{
  const SamsynKind *kind = id != 0 ? samsyn_store_kind_of (copy, id) : NULL;
  const SamsynKind *kind_now = id != 0 ? samsyn_store_kind_of (now, id) : NULL;
  g_autofree char *number = NULL;

  if (id == 0 || (kind != NULL && g_str_equal (kind->id, kind_id)))
    return TRUE;
  if (as_of != NULL && kind_now != NULL && g_str_equal (kind_now->id, kind_id))
    {
      g_autofree char *title = samsyn_store_title (now, id, NULL);

      g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
                   _ ("“%s” was not in the workspace as it was on %s. Choose another day."), title, as_of);
      return FALSE;
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
               _ ("The workspace holds no record of kind %s with the id %s. See “samsyn list FILE %s” for those there are."),
               kind_id, number, kind_id);
  return FALSE;
}

static gboolean
check_parts (const SamsynReport          *report,
             const SamsynReportArguments *arguments,
             GError                     **error)
{
  for (const char *const *id = arguments->leave_out; id != NULL && *id != NULL; id++)
    {
      guint number = 0;

      while (report->part != NULL && report->part (number) != NULL && !g_str_equal (report->part (number)->id, *id))
        number++;
      if (report->part != NULL && report->part (number) != NULL)
        continue;
      g_set_error (error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT,
                   _ ("The report “%s” has no part “%s” that could be left out. “samsyn reports” tells which it has."),
                   report->id, *id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_arguments (const SamsynReport          *report,
                 const SamsynReportArguments *arguments,
                 GError                     **error)
{
  return check_given (report, arguments, error) && check_language (arguments->language, error)
         && check_date (arguments->as_of, "--as-of", error) && check_date (arguments->since, "--since", error)
         && check_parts (report, arguments, error);
}

/* The records are looked for in the copy: with --as-of they must have been there then. */
static gboolean
check_records (SamsynStore                 *copy,
               SamsynStore                 *now,
               const SamsynReportArguments *arguments,
               GError                     **error)
{
  return check_record (copy, now, arguments->as_of, arguments->meeting, "meeting", error)
         && check_record (copy, now, arguments->as_of, arguments->project, "project", error)
         && check_record (copy, now, arguments->as_of, arguments->organisation, "organisation", error);
}

static void
digest_text (GChecksum  *checksum,
             const char *text)
{
  /* The closing zero byte keeps “a”, “bc” and “ab”, “c” apart. */
  g_checksum_update (checksum, (const guchar *) (text != NULL ? text : ""), text != NULL ? (gssize) strlen (text) : 0);
  g_checksum_update (checksum, (const guchar *) "", 1);
}

static void
digest_number (GChecksum *checksum,
               gint64     number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  digest_text (checksum, text);
}

/* The parts in their own order, each once. */
static void
digest_parts (GChecksum                   *checksum,
              const SamsynReport          *report,
              const SamsynReportArguments *arguments)
{
  for (guint i = 0; arguments->leave_out != NULL && report->part != NULL && report->part (i) != NULL; i++)
    if (g_strv_contains (arguments->leave_out, report->part (i)->id))
      digest_text (checksum, report->part (i)->id);
}

/* A scenario by its id, whether it was said by name or id. */
static gboolean
digest_scenario (GChecksum   *checksum,
                 SamsynStore *store,
                 const char  *text,
                 GError     **error)
{
  gint64 scenario;

  if (!samsyn_ask_scenario (store, text, &scenario, error))
    return FALSE;
  digest_number (checksum, scenario);
  return TRUE;
}

/* The day asked for is in the status date and the last step; what is compared with is the same day unless another is said. */
static char *
report_id (const SamsynReport          *report,
           SamsynStore                 *store,
           const SamsynReportArguments *arguments,
           const char                  *date,
           GError                     **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_text (checksum, report->id);
  digest_text (checksum, samsyn_store_get_file_id (store));
  digest_number (checksum, samsyn_store_last_step (store));
  digest_text (checksum, arguments->language);
  digest_number (checksum, arguments->meeting);
  digest_number (checksum, arguments->project);
  digest_number (checksum, arguments->organisation);
  digest_text (checksum, date);
  digest_text (checksum, arguments->since != NULL ? arguments->since : date);
  if (!digest_scenario (checksum, store, arguments->scenario, error)
      || !digest_scenario (checksum, store, arguments->since_scenario, error))
    return NULL;
  digest_parts (checksum, report, arguments);
  return g_strndup (g_checksum_get_string (checksum), ID_LENGTH);
}

/* The day that the report is about: the meeting's, or that of the data. */
static char *
status_date (SamsynStore                 *copy,
             const SamsynReportArguments *arguments,
             GError                     **error)
{
  g_autoptr (SamsynRecord) meeting = NULL;

  if (arguments->meeting == 0)
    return arguments->as_of != NULL ? g_strdup (arguments->as_of) : samsyn_clock_today (samsyn_store_clock (copy));
  meeting = samsyn_store_get (copy, arguments->meeting, error);
  if (meeting == NULL)
    return NULL;
  if (samsyn_record_text (meeting, "starts_on") == NULL)
    g_set_error_literal (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
                         _ ("The meeting’s date is wrong in the file, so no report can be made for it. Nothing was written; give "
                            "the "
                            "meeting a date."));
  return g_strdup (samsyn_record_text (meeting, "starts_on"));
}

static void
close_copy (gpointer copy)
{
  samsyn_store_close (copy);
}

SamsynBook *
samsyn_report_make (const SamsynReport          *report,
                    SamsynStore                 *store,
                    const SamsynReportArguments *arguments,
                    GCancellable                *cancellable,
                    GError                     **error)
{
  g_autoptr (SamsynBook) book = NULL;
  g_autofree char *id = NULL;
  g_autofree char *date = NULL;
  SamsynStore *copy;

  if (!check_arguments (report, arguments, error))
    return NULL;
  copy = samsyn_store_snapshot (store,
                                arguments->as_of != NULL && !report->dates_validity
                                    ? samsyn_clock_day_end (samsyn_store_clock (store), arguments->as_of)
                                    : -1,
                                cancellable, error);
  if (copy == NULL)
    return NULL;
  if (!check_records (copy, store, arguments, error) || (date = status_date (copy, arguments, error)) == NULL
      || (id = report_id (report, copy, arguments, date, error)) == NULL)
    {
      samsyn_store_close (copy);
      return NULL;
    }
  book = samsyn_book_new (arguments->language, date, id);
  /* Tables may read rows while the book is written, so the copy lives as long as the book. */
  samsyn_book_keep (book, copy, close_copy);
  if (!report->describe (copy, arguments, book, cancellable, error))
    return NULL;
  return g_steal_pointer (&book);
}
