/* search-row.c: one thing that was found by typing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-row.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/narrow.h"

/* A title is there whole; of the text around what was found, one line. */
static void
add_label (GtkWidget  *box,
           const char *markup,
           const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, class);
    }
  else
    samsyn_narrow_wrap (label);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
samsyn_search_row_new (const SamsynSearchResult *result)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = NULL, *detail = NULL, *name = NULL;

  add_label (box, result->markup, NULL);
  pango_parse_markup (result->markup, -1, 0, NULL, &title, NULL, NULL);
  if (result->detail != NULL)
    {
      add_label (box, result->detail, "samsyn-card-detail");
      pango_parse_markup (result->detail, -1, 0, NULL, &detail, NULL, NULL);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  name = g_strdup_printf ("%s, %s%s%s", title, result->group, detail != NULL ? ", " : "", detail != NULL ? detail : "");
  samsyn_accessible_name (row, name);
  return row;
}
