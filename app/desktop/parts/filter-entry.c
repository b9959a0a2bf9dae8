/* filter-entry.c: the entry above a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "filter-entry.h"

#include "accessible.h"
#include "model/words.h"

void
samsyn_filter_entry_set_up (GtkSearchEntry *entry)
{
  /* TRANSLATORS: stands in an entry above a list, a short one; typing shows only the rows with that text */
  const char *words = C_ ("list", "Search here");

  g_object_set (entry, "placeholder-text", words, "width-chars", (int) g_utf8_strlen (words, -1), NULL);
  samsyn_accessible_name (GTK_WIDGET (entry), words);
}
