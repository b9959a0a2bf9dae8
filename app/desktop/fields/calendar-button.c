/* calendar-button.c: a button that opens a calendar, from which a day is picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "calendar-button.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "desktop/session/widget-clock.h"
#include "model/date.h"
#include "model/words.h"

struct _SamsynCalendarButton
{
  AdwBin   parent_instance;
  gboolean setting;

  GtkMenuButton *button;
  GtkCalendar   *calendar;
  GtkPopover    *popover;
};

G_DEFINE_FINAL_TYPE (SamsynCalendarButton, samsyn_calendar_button, ADW_TYPE_BIN)

static guint opening_signal, picked_signal, closed_signal;

void
samsyn_calendar_button_set_purpose (SamsynCalendarButton *self,
                                    const char           *purpose)
{
  g_autofree char *label = g_strdup_printf (_ ("Calendar for %s"), purpose);

  samsyn_accessible_name (GTK_WIDGET (self->button), label);
  samsyn_accessible_name (GTK_WIDGET (self->calendar), label);
}

void
samsyn_calendar_button_set_date (SamsynCalendarButton *self,
                                 const char           *date)
{
  g_autofree char *today = samsyn_widget_today (self);
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  if (sscanf (date != NULL && samsyn_date_is_valid (date) ? date : today, "%d-%d-%d", &year, &month, &number) == 3)
    day = g_date_time_new_utc (year, month, number, 12, 0, 0);
  self->setting = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->setting = FALSE;
}

static void
on_shown (SamsynCalendarButton *self)
{
  g_signal_emit (self, opening_signal, 0);
}

static void
on_day_selected (SamsynCalendarButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->setting)
    return;
  day = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (day, "%Y-%m-%d");
  if (samsyn_date_is_valid (date))
    g_signal_emit (self, picked_signal, 0, date);
}

static void
on_today (SamsynCalendarButton *self)
{
  g_autofree char *today = samsyn_widget_today (self);

  g_signal_emit (self, picked_signal, 0, today);
  gtk_popover_popdown (self->popover);
}

static void
on_closed (SamsynCalendarButton *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
samsyn_calendar_button_class_init (SamsynCalendarButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  opening_signal = g_signal_new ("opening", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  picked_signal = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  closed_signal = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "calendar-button");
  gtk_widget_class_bind_template_child (widget_class, SamsynCalendarButton, button);
  gtk_widget_class_bind_template_child (widget_class, SamsynCalendarButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, SamsynCalendarButton, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
}

static void
samsyn_calendar_button_init (SamsynCalendarButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Its lines of days and a week's number can't be broken. */
  if (samsyn_narrow_is_text_large ())
    gtk_widget_add_css_class (GTK_WIDGET (self->calendar), "samsyn-tight");
}
