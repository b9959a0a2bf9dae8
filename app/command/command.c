/* command.c: the program without a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <stdio.h>

#include "list-of-commands.h"
#include "model/words.h"

enum
{
  STATUS_DONE,
  STATUS_FAILED,
  STATUS_USAGE,
};

static const SamsynCommand *const commands[] = {
  &samsyn_command_new,
  &samsyn_command_kinds,
  &samsyn_command_import,
  &samsyn_command_export,
  &samsyn_command_list,
  &samsyn_command_search,
  &samsyn_command_findings,
  &samsyn_command_compare,
  &samsyn_command_history,
  &samsyn_command_undo,
  &samsyn_command_redo,
  &samsyn_command_check,
  &samsyn_command_backup,
  &samsyn_command_restore,
  &samsyn_command_reports,
  &samsyn_command_report,
  NULL,
};

G_DEFINE_QUARK (samsyn-command-error-quark, samsyn_command_error)

const SamsynCommand *const *
samsyn_commands (void)
{
  return commands;
}

const SamsynCommand *
samsyn_command_find (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_strcmp0 (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

gboolean
samsyn_command_is_asked (int    argc,
                         char **argv)
{
  static const char *const others[] = { "help", "--help", "-h", "--version", NULL };

  return argc > 1 && (g_strv_contains (others, argv[1]) || samsyn_command_find (argv[1]) != NULL);
}

static void
print_error (const char   *about,
             const GError *error)
{
  g_autofree char *what = g_filename_display_name (about);

  samsyn_call_complain ("samsyn: %s: %s\n", what, error->message);
}

static int
end_usage (const SamsynCommand *command,
           const char          *about,
           const GError        *error)
{
  print_error (about, error);
  samsyn_call_complain (_ ("Usage: samsyn %s %s\n"), command->name, command->usage);
  return STATUS_USAGE;
}

/* The options' variables get their values; what is left are the arguments. */
static gboolean
parse (const SamsynCommand *command,
       char              ***argv,
       gboolean            *help,
       GError             **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry help_entry[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) local = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, help_entry, NULL);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, NULL);
  if (g_option_context_parse_strv (context, argv, &local))
    return TRUE;
  g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, local->message);
  return FALSE;
}

/* What follows "--" is no option; the mark itself is no argument either. */
static void
drop_mark (char **args)
{
  while (*args != NULL && !g_str_equal (*args, "--"))
    args++;
  if (*args == NULL)
    return;
  g_free (*args);
  for (; *args != NULL; args++)
    args[0] = args[1];
}

static gboolean
check_count (const SamsynCommand *command,
             guint                n_args,
             GError             **error)
{
  if (n_args >= command->min_args && n_args <= command->max_args)
    return TRUE;
  g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE,
                       n_args < command->min_args ? _ ("An argument is missing.") : _ ("There are too many arguments."));
  return FALSE;
}

/* The end of what only prints. */
static int
end_print (const char *about)
{
  g_autoptr (GError) error = NULL;
  int trouble = samsyn_call_flush ();

  if (trouble == 0)
    return STATUS_DONE;
  g_set_error (&error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_FAILED, _ ("The output could not be written: %s."),
               g_strerror (trouble));
  print_error (about, error);
  return STATUS_FAILED;
}

/* What is done is done, and to be told as that, although nobody hears it where it was to be said. */
static int
end_done (const SamsynCall *call)
{
  g_autoptr (GError) error = NULL;
  int trouble = samsyn_call_flush ();

  if (trouble == 0 || call->done == NULL)
    return end_print (call->about);
  g_set_error (&error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_FAILED,
               _ ("It is done, but this could not be printed (%s): %s"), g_strerror (trouble), call->done);
  print_error (call->about, error);
  return STATUS_DONE;
}

static int
end_failed (const SamsynCommand *command,
            const SamsynCall    *call,
            GError              *error)
{
  g_autoptr (GError) cancelled = NULL;

  if (g_error_matches (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE))
    return end_usage (command, command->name, error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (&cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                         _ ("It was cancelled. Nothing was changed, and nothing is left behind."));
  print_error (call->about, cancelled != NULL ? cancelled : error);
  return STATUS_FAILED;
}

static int
run (const SamsynCommand *command,
     char               **argv)
{
  g_auto (GStrv) rest = g_strdupv (argv);
  gboolean help = FALSE;
  g_autoptr (GError) error = NULL;
  SamsynCall call = { 0 };
  int status;

  if (!parse (command, &rest, &help, &error))
    return end_usage (command, command->name, error);
  if (help)
    {
      samsyn_help_print_command (command);
      return end_print (command->name);
    }
  drop_mark (rest);
  call.args = rest + 1;
  call.n_args = g_strv_length (call.args);
  call.about = call.n_args > 0 && command->min_args > 0 ? call.args[0] : command->name;
  if (!check_count (command, call.n_args, &error))
    return end_usage (command, command->name, error);
  status = command->run (&call, &error) ? end_done (&call) : end_failed (command, &call, error);
  g_free (call.done);
  return status;
}

static int
help (const char *topic)
{
  const SamsynCommand *command = samsyn_command_find (topic);

  if (topic != NULL && command == NULL)
    {
      samsyn_call_complain ("samsyn: %s: %s\n", topic, _ ("There is no such command. “samsyn --help” lists them."));
      return STATUS_USAGE;
    }
  if (command != NULL)
    samsyn_help_print_command (command);
  else
    samsyn_help_print ();
  return end_print ("help");
}

int
samsyn_command_main (int    argc,
                     char **argv)
{
  const SamsynCommand *command = samsyn_command_find (argv[1]);

  samsyn_signals_begin (command != NULL && command->alters);
  if (command != NULL)
    return run (command, argv + 1);
  if (g_str_equal (argv[1], "--version"))
    {
      samsyn_call_print ("samsyn " SAMSYN_VERSION "\n");
      return end_print ("--version");
    }
  return help (argc > 2 ? argv[2] : NULL);
}
