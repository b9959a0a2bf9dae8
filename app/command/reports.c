/* reports.c: which reports there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report-options.h"
#include "json-out.h"
#include "list-of-commands.h"
#include "model/words.h"

static char *format;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("text to read, or JSON"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

static void
print_report (const SamsynReport *report)
{
  samsyn_call_printf ("%s: %s\n  %s\n ", report->id, C_ ("report", report->title), C_ ("report", report->purpose));
  for (const SamsynReportOption *option = samsyn_report_options; option->name != NULL; option++)
    if (report->takes & option->flag)
      samsyn_call_printf (report->needs & option->flag ? " %s=%s" : " [%s=%s]", option->name, option->value);
  samsyn_call_print ("\n");
  if (report->part == NULL)
    return;
  samsyn_call_print ("  [--leave-out=");
  for (guint i = 0; report->part (i) != NULL; i++)
    samsyn_call_printf ("%s%s", i > 0 ? "|" : "", report->part (i)->id);
  samsyn_call_print ("]…\n");
}

static void
print_text (void)
{
  for (guint i = 0; samsyn_reports ()[i] != NULL; i++)
    {
      samsyn_call_print (i > 0 ? "\n" : "");
      print_report (samsyn_reports ()[i]);
    }
}

static void
put_options (SamsynJsonOut    *out,
             const char       *name,
             SamsynReportTakes flags)
{
  samsyn_json_out_array (out, name);
  for (const SamsynReportOption *option = samsyn_report_options; option->name != NULL; option++)
    if (flags & option->flag)
      samsyn_json_out_text (out, NULL, option->name);
  samsyn_json_out_end (out);
}

static void
put_parts (SamsynJsonOut      *out,
           const SamsynReport *report)
{
  samsyn_json_out_array (out, "parts");
  for (guint i = 0; report->part != NULL && report->part (i) != NULL; i++)
    samsyn_json_out_text (out, NULL, report->part (i)->id);
  samsyn_json_out_end (out);
}

static void
print_json (void)
{
  SamsynJsonOut out;

  samsyn_json_out_start (&out);
  samsyn_json_out_array (&out, "reports");
  for (guint i = 0; samsyn_reports ()[i] != NULL; i++)
    {
      const SamsynReport *report = samsyn_reports ()[i];

      samsyn_json_out_object (&out, NULL);
      samsyn_json_out_text (&out, "id", report->id);
      samsyn_json_out_words (&out, "title", "report", report->title);
      samsyn_json_out_words (&out, "purpose", "report", report->purpose);
      put_options (&out, "takes", report->takes);
      put_options (&out, "needs", report->needs);
      put_parts (&out, report);
      samsyn_json_out_end (&out);
    }
  samsyn_json_out_finish (&out);
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error))
    return FALSE;
  (json ? print_json : print_text) ();
  return TRUE;
}

const SamsynCommand samsyn_command_reports = {
  .name = "reports",
  .usage = "[--format=text|json]",
  .summary = N_ ("Tell the reports and what each takes."),
  .min_args = 0,
  .max_args = 0,
  .options = options,
  .run = run,
};
