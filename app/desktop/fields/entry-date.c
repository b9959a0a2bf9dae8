/* entry-date.c: a date that is typed in an entry of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "entry-date.h"

#include "desktop/parts/day-text.h"
#include "desktop/session/widget-clock.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"

/* How long dates can be: 2016-09-22, 22 September 2016. */
#define DIGIT_CHARACTERS 11
#define MONTH_CHARACTERS 17

gboolean
samsyn_entry_read_date (GtkEditable *entry,
                        char       **date,
                        char       **problem)
{
  static const SamsynField field = { .id = "date", .label = "", .type = SAMSYN_TYPE_DATE };
  g_autofree char *today = samsyn_widget_today (entry);
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  *date = NULL;
  if (samsyn_value_parse_typed (samsyn_kinds ()[0], &field, NULL, today, gtk_editable_get_text (entry), &value, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (entry), NULL);
      *date = g_strdup (samsyn_value_get_text (&value));
      return TRUE;
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  /* TRANSLATORS: what was typed, and why it is no date */
  text = g_strdup_printf (_ ("“%s” %s."), gtk_editable_get_text (entry), error->message);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), text);
  if (problem != NULL)
    *problem = g_strdup (text);
  return FALSE;
}

void
samsyn_entry_show_date (GtkEditable *entry,
                        const char  *date)
{
  g_autofree char *text = date != NULL ? samsyn_day_text (date) : NULL;

  gtk_editable_set_text (entry, text != NULL ? text : "");
  if (text != NULL && gtk_editable_get_max_width_chars (entry) < MONTH_CHARACTERS)
    gtk_editable_set_max_width_chars (entry, strlen (text) > DIGIT_CHARACTERS ? MONTH_CHARACTERS : DIGIT_CHARACTERS);
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), NULL);
}
