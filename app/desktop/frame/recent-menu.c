/* recent-menu.c: the recent workspaces in a menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recent-menu.h"

#include <string.h>

#include "desktop/session/recent.h"
#include "model/words.h"

/* An action that nobody has: its item is greyed. */
#define NO_ACTION "win.no-such-file"

/* Menus take an underline for the key that chooses the item. */
static char *
without_mnemonic (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu      *menu,
        const char *path)
{
  g_autofree char *name = samsyn_recent_name (path);
  g_autofree char *plain = without_mnemonic (name);
  const char *problem = samsyn_recent_problem (path);
  g_autofree char *label = problem != NULL ? g_strdup_printf ("%s (%s)", plain, problem) : g_strdup (plain);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (problem != NULL)
    g_menu_item_set_action_and_target (item, NO_ACTION, NULL);
  else
    g_menu_item_set_action_and_target (item, "win.open-recent", "s", path);
  g_menu_append_item (menu, item);
}

static void
fill (GMenu *menu)
{
  g_autoptr (GPtrArray) list = samsyn_recent_list ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < list->len; i++)
    append (menu, ((SamsynRecent *) g_ptr_array_index (list, i))->path);
  if (list->len == 0)
    g_menu_append (menu, _ ("None yet"), NO_ACTION);
}

void
samsyn_recent_menu_attach (GtkMenuButton *button,
                           GMenu         *menu)
{
  fill (menu);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (fill), menu, G_CONNECT_SWAPPED);
}
