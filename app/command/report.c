/* report.c: a workbook for a steering group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report-options.h"
#include "list-of-commands.h"
#include "model/words.h"
#include "scenario-option.h"

static char *output;
static char *language;
static char *meeting;
static char *project;
static char *organisation;
static char *as_of;
static char *scenario;
static char *since;
static char *since_scenario; /* the second half of --from */
static char *from;
static char *to;
static char **leave_out;
static gboolean force;

static const GOptionEntry options[] = {
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("the workbook to write (required)"), "OUT.xlsx" },
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("the workbook's language, whatever the program's is"), "sv|en" },
  { "meeting", 0, 0, G_OPTION_ARG_FILENAME, &meeting, N_ ("the meeting it is for"), "ID" },
  { "project", 0, 0, G_OPTION_ARG_FILENAME, &project, N_ ("the project it is about"), "ID" },
  { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation, N_ ("the organisation it is for"), "ID" },
  { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("the workspace as it was written at the end of that day"), "DATE" },
  { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &scenario, N_ ("the scenario to show"), "NAME" },
  { "since", 0, 0, G_OPTION_ARG_FILENAME, &since, N_ ("changes since the end of that day"), "DATE" },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("the day, and the scenario if any, to compare with; instead of --since"),
    "DATE[,SCENARIO]" },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to,
    N_ ("the day, and the scenario if any, that is compared; instead of --as-of and --scenario"), "DATE[,SCENARIO]" },
  { "leave-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &leave_out, N_ ("a sheet to leave out; may be said again"), "SHEET" },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("replace the file if there is one"), NULL },
  G_OPTION_ENTRY_NULL,
};

const SamsynReportOption samsyn_report_options[] = {
  { SAMSYN_REPORT_MEETING, "--meeting", "ID" },
  { SAMSYN_REPORT_PROJECT, "--project", "ID" },
  { SAMSYN_REPORT_ORGANISATION, "--organisation", "ID" },
  { SAMSYN_REPORT_AS_OF, "--as-of", "DATE" },
  { SAMSYN_REPORT_SCENARIO, "--scenario", "NAME" },
  { SAMSYN_REPORT_SINCE, "--since", "DATE" },
  { SAMSYN_REPORT_SINCE_SCENARIO, "--from", "DATE[,SCENARIO]" },
  { SAMSYN_REPORT_SINCE_SCENARIO, "--to", "DATE[,SCENARIO]" },
  { 0, NULL, NULL },
};

/* The option's values in the same order. */
static char **const values[] = { &meeting, &project, &organisation, &as_of, &scenario, &since, &from, &to };

static gboolean
usage (GError    **error,
       const char *format,
       const char *a,
       const char *b)
{
  g_autofree char *message = g_strdup_printf (format, a, b);

  g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, message);
  return FALSE;
}

/* Whether what was given is what the report takes. */
static gboolean
check_options (const SamsynReport *report,
               GError            **error)
{
  for (guint i = 0; samsyn_report_options[i].name != NULL; i++)
    {
      const SamsynReportOption *option = &samsyn_report_options[i];

      if (*values[i] != NULL && !(report->takes & option->flag))
        return usage (error, _ ("%s: the report “%s” does not take this."), option->name, report->id);
      if (*values[i] == NULL && (report->needs & option->flag))
        return usage (error, _ ("%s: the report “%s” needs this."), option->name, report->id);
    }
  return TRUE;
}

/* A side is said in one of two ways. */
static gboolean
read_sides (SamsynReportArguments *arguments,
            GError               **error)
{
  if (from != NULL && since != NULL)
    return usage (error, _ ("%s and %s say the same in two ways; leave one of them out."), "--from", "--since");
  if (to != NULL && (as_of != NULL || scenario != NULL))
    return usage (error, _ ("%s and %s say the same in two ways; leave one of them out."), "--to",
                  as_of != NULL ? "--as-of" : "--scenario");
  if ((from != NULL && !samsyn_side_option (from, "--from", &since, &since_scenario, error))
      || (to != NULL && !samsyn_side_option (to, "--to", &as_of, &scenario, error)))
    return FALSE;
  arguments->as_of = as_of;
  arguments->scenario = scenario;
  arguments->since = since;
  arguments->since_scenario = since_scenario;
  return TRUE;
}

static gboolean
read_arguments (SamsynReportArguments *arguments,
                GError               **error)
{
  const char *const *languages = samsyn_languages ();
  int chosen = samsyn_call_read_word (language != NULL ? language : samsyn_language (), "--language", languages, error);

  if (chosen < 0 || !samsyn_call_check_date (as_of, "--as-of", error) || !samsyn_call_check_date (since, "--since", error)
      || !samsyn_call_check_text (scenario, "--scenario", error)
      || !samsyn_call_read_id (meeting, "--meeting", &arguments->meeting, error)
      || !samsyn_call_read_id (project, "--project", &arguments->project, error)
      || !samsyn_call_read_id (organisation, "--organisation", &arguments->organisation, error))
    return FALSE;
  arguments->language = languages[chosen];
  arguments->leave_out = (const char *const *) leave_out;
  return read_sides (arguments, error);
}

static gboolean
write_report (SamsynCall                  *call,
              const SamsynReport          *report,
              const SamsynReportArguments *arguments,
              GError                     **error)
{
  GCancellable *cancellable = samsyn_call_cancellable ();
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  g_autoptr (SamsynBook) book = NULL;
  g_autofree char *name = g_filename_display_name (output);

  if (store != NULL)
    book = samsyn_report_make (report, store, arguments, cancellable, error);
  if (book == NULL)
    return FALSE;
  call->about = output;
  if (!samsyn_book_write (book, output, force, cancellable, NULL, NULL, error))
    return FALSE;
  samsyn_call_done (call, "%s", name);
  return TRUE;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  const SamsynReport *report = NULL;
  SamsynReportArguments arguments = { 0 };

  if (!samsyn_call_check_text (call->args[1], "REPORT", error))
    return FALSE;
  report = samsyn_report_find (call->args[1]);
  if (report == NULL)
    return usage (error, _ ("There is no report “%s”. “samsyn reports” tells which there are."), call->args[1], NULL);
  if (!check_options (report, error) || !read_arguments (&arguments, error))
    return FALSE;
  if (!samsyn_call_check_output (call, output, ".xlsx", force, error))
    return FALSE;
  return write_report (call, report, &arguments, error);
}

const SamsynCommand samsyn_command_report = {
  .name = "report",
  .usage = "FILE REPORT --output=OUT.xlsx [--language=sv|en] [--meeting=ID] [--project=ID] [--organisation=ID] [--as-of=DATE] "
           "[--scenario=NAME] [--since=DATE] [--from=DATE[,SCENARIO]] [--to=DATE[,SCENARIO]] [--leave-out=SHEET]… [--force]",
  .summary = N_ ("Make a workbook; “samsyn reports” tells which there are."),
  .min_args = 2,
  .max_args = 2,
  .alters = TRUE,
  .options = options,
  .run = run,
};
