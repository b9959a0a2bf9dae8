/* main.c: starts a headless command or the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "command/command.h"
#include "desktop/frame/application.h"

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  if (samsyn_command_is_asked (argc, argv))
    return samsyn_command_main (argc, argv);
  return samsyn_desktop_run (argc, argv);
}
