/* help.c: what the commands are and take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <string.h>

#include "model/words.h"

#define INDENT 2
#define GAP 2

static void
print_pair (const char *left,
            const char *right,
            gsize       width)
{
  samsyn_call_printf ("%*s%s%*s%s\n", INDENT, "", left, (int) (width - strlen (left)) + GAP, "", right);
}

void
samsyn_help_print (void)
{
  const SamsynCommand *const *commands = samsyn_commands ();
  gsize width = 0;

  samsyn_call_printf ("%s\n\n", _ ("Samsyn: who is responsible for what, and how the project stands."));
  samsyn_call_printf ("%s\n", _ ("Usage:"));
  samsyn_call_printf ("  samsyn [FILE]\n  samsyn %s\n  samsyn --version\n\n", _ ("COMMAND [ARGUMENT]…"));
  samsyn_call_printf ("%s\n", _ ("Commands:"));
  for (guint i = 0; commands[i] != NULL; i++)
    width = MAX (width, strlen (commands[i]->name));
  for (guint i = 0; commands[i] != NULL; i++)
    print_pair (commands[i]->name, _(commands[i]->summary), width);
  samsyn_call_printf ("\n%s\n", _ ("“samsyn COMMAND --help” tells more. Without a command the window opens. "
                                  "Exit status: 0 done, 1 failed, 2 wrong usage."));
}

static char *
option_name (const GOptionEntry *option)
{
  if (option->arg_description == NULL)
    return g_strconcat ("--", option->long_name, NULL);
  return g_strconcat ("--", option->long_name, "=", option->arg_description, NULL);
}

static void
print_options (const GOptionEntry *options)
{
  gsize width = strlen ("--help");

  samsyn_call_printf ("\n%s\n", _ ("Options:"));
  for (const GOptionEntry *option = options; option != NULL && option->long_name != NULL; option++)
    {
      g_autofree char *name = option_name (option);

      width = MAX (width, strlen (name));
    }
  for (const GOptionEntry *option = options; option != NULL && option->long_name != NULL; option++)
    {
      g_autofree char *name = option_name (option);

      print_pair (name, _(option->description), width);
    }
  print_pair ("--help", _ ("show this help"), width);
}

void
samsyn_help_print_command (const SamsynCommand *command)
{
  samsyn_call_printf (_ ("Usage: samsyn %s %s\n"), command->name, command->usage);
  samsyn_call_printf ("\n%s\n", _(command->summary));
  if (command->details != NULL)
    samsyn_call_printf ("%s\n", _(command->details));
  print_options (command->options);
}
