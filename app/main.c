/* main.c: starts a headless command or the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdio.h>

#include "command/command.h"
#include "model/words.h"

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  if (samsyn_command_is_asked (argc, argv))
    return samsyn_command_main (argc, argv);
  fprintf (stderr, "samsyn: %s: %s\n", argc > 1 ? argv[1] : "window",
           _("This build has no window. “samsyn --help” lists the commands, which need none."));
  return 1;
}
