/* entry-date.c: a date that is typed in an entry of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "entry-date.h"

#include "kinds/kinds.h"
#include "model/date.h"
#include "model/format.h"

gboolean
samsyn_entry_read_date (GtkEditable *entry,
                        char       **date,
                        char       **problem)
{
  static const SamsynField field = { .id = "date", .label = "", .type = SAMSYN_TYPE_DATE };
  g_autofree char *today = samsyn_today ();
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  g_autoptr (GError) error = NULL;

  *date = NULL;
  if (samsyn_value_parse_typed (samsyn_kinds ()[0], &field, NULL, today, gtk_editable_get_text (entry), &value, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (entry), NULL);
      *date = g_strdup (samsyn_value_get_text (&value));
      return TRUE;
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error->message);
  if (problem != NULL)
    *problem = g_strdup (error->message);
  return FALSE;
}
