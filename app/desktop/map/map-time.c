/* map-time.c: the date and the scenario that the map is of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-time.h"

#include "desktop/fields/calendar-button.h"
#include "desktop/fields/entry-date.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/id-choice.h"
#include "desktop/parts/template.h"
#include "kinds/kinds.h"
#include "model/words.h"

struct _SamsynMapTime
{
  AdwBin          parent_instance;
  SamsynMapState *state; /* the session's; NULL before the first update */
  GArray         *days;  /* int: the stops of the slider */
  gboolean        updating;
  gint64          step; /* what the scenarios were read after */

  GtkEntry             *date;
  SamsynCalendarButton *calendar;
  GtkButton            *today;
  GtkScale             *slider;
  GtkDropDown          *scenario;
  GtkButton            *record;
};

G_DEFINE_FINAL_TYPE (SamsynMapTime, samsyn_map_time, ADW_TYPE_BIN)

static guint changed_signal;

/* ---- The date -------------------------------------------------------------------------------------------------------------- */

static void
show_date (SamsynMapTime *self)
{
  g_autofree char *date = samsyn_day_date (samsyn_map_state_day (self->state));

  samsyn_entry_show_date (GTK_EDITABLE (self->date), date);
  gtk_widget_set_sensitive (GTK_WIDGET (self->today), self->state->day != 0);
}

static void
set_day (SamsynMapTime *self,
         int            day)
{
  int before = samsyn_map_state_day (self->state);

  self->state->day = day == samsyn_map_state_today (self->state) ? 0 : day;
  show_date (self);
  if (samsyn_map_state_day (self->state) != before)
    g_signal_emit (self, changed_signal, 0);
}

static void
on_date_typed (SamsynMapTime *self)
{
  g_autofree char *date = NULL;

  if (self->state == NULL || !samsyn_entry_read_date (GTK_EDITABLE (self->date), &date, NULL))
    return;
  set_day (self, samsyn_day (date, samsyn_map_state_today (self->state)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date), C_ ("map", "The day that the map shows"));
}

static void
on_today (SamsynMapTime *self)
{
  set_day (self, samsyn_map_state_today (self->state));
}

static void
on_calendar_shown (SamsynMapTime *self)
{
  g_autofree char *date = samsyn_day_date (samsyn_map_state_day (self->state));

  samsyn_calendar_button_set_date (self->calendar, date);
}

static void
on_picked (SamsynMapTime *self,
           const char    *date)
{
  set_day (self, samsyn_day (date, samsyn_map_state_today (self->state)));
}

static void
on_slid (SamsynMapTime *self)
{
  guint at = (guint) gtk_range_get_value (GTK_RANGE (self->slider));

  if (!self->updating && at < self->days->len)
    set_day (self, g_array_index (self->days, int, at));
}

/* The days on which something changes, today and the day that is looked at among them. */
static void
find_days (SamsynMapTime *self,
           SamsynFacts   *facts)
{
  const int wanted[] = { samsyn_map_state_today (self->state), samsyn_map_state_day (self->state) };

  g_clear_pointer (&self->days, g_array_unref);
  self->days = samsyn_facts_days (facts, self->state->scenario);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      guint at = 0;

      while (at < self->days->len && g_array_index (self->days, int, at) < wanted[i])
        at++;
      if (at == self->days->len || g_array_index (self->days, int, at) != wanted[i])
        g_array_insert_val (self->days, at, wanted[i]);
    }
}

static void
update_slider (SamsynMapTime *self)
{
  int day = samsyn_map_state_day (self->state), today = samsyn_map_state_today (self->state);

  gtk_scale_clear_marks (self->slider);
  gtk_range_set_range (GTK_RANGE (self->slider), 0, MAX (self->days->len - 1, 1));
  gtk_range_set_increments (GTK_RANGE (self->slider), 1, 5);
  for (guint i = 0; i < self->days->len; i++)
    {
      if (g_array_index (self->days, int, i) == today)
        gtk_scale_add_mark (self->slider, i, GTK_POS_BOTTOM, NULL);
      if (g_array_index (self->days, int, i) == day)
        gtk_range_set_value (GTK_RANGE (self->slider), i);
    }
}

/* ---- The scenario ---------------------------------------------------------------------------------------------------------- */

static void
on_scenario (SamsynMapTime *self)
{
  gint64 scenario = samsyn_id_choice_get (self->scenario);

  if (self->updating || self->state == NULL || scenario == self->state->scenario)
    return;
  self->state->scenario = scenario;
  g_signal_emit (self, changed_signal, 0);
}

/* The scenario's record, from which it is adopted, rejected or compared. */
static void
on_record (SamsynMapTime *self)
{
  if (self->state != NULL && self->state->scenario != 0)
    samsyn_session_show_record (self->state->session, self->state->scenario);
}

static void
update_scenarios (SamsynMapTime *self,
                  SamsynStore   *store)
{
  SamsynIdChoices *choices = samsyn_id_choices_new (C_ ("map", "In force"));

  samsyn_id_choices_add_kind (choices, store, "scenario");
  samsyn_id_choice_fill (self->scenario, choices, self->state->scenario, samsyn_kind_label (samsyn_kind_find ("scenario"), NULL));
  self->state->scenario = samsyn_id_choice_get (self->scenario);
}

void
samsyn_map_time_update (SamsynMapTime  *self,
                        SamsynMapState *state,
                        SamsynStore    *store,
                        SamsynFacts    *facts)
{
  self->state = state;
  self->updating = TRUE;
  if (self->step != state->step)
    update_scenarios (self, store);
  else
    samsyn_id_choice_set (self->scenario, state->scenario);
  self->step = state->step;
  gtk_widget_set_visible (GTK_WIDGET (self->record), state->scenario != 0);
  find_days (self, facts);
  update_slider (self);
  show_date (self);
  self->updating = FALSE;
}

void
samsyn_map_time_reset (SamsynMapTime *self)
{
  self->updating = TRUE;
  self->state->day = 0;
  self->state->scenario = 0;
  samsyn_id_choice_set (self->scenario, 0);
  self->updating = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_map_time_finalize (GObject *object)
{
  g_clear_pointer (&SAMSYN_MAP_TIME (object)->days, g_array_unref);
  G_OBJECT_CLASS (samsyn_map_time_parent_class)->finalize (object);
}

static void
samsyn_map_time_class_init (SamsynMapTimeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_CALENDAR_BUTTON);
  G_OBJECT_CLASS (class)->finalize = samsyn_map_time_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "map-time");
  gtk_widget_class_bind_template_child (widget_class, SamsynMapTime, date);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapTime, calendar);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapTime, today);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapTime, slider);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapTime, scenario);
  gtk_widget_class_bind_template_callback (widget_class, on_date_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
  gtk_widget_class_bind_template_callback (widget_class, on_slid);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapTime, record);
  gtk_widget_class_bind_template_callback (widget_class, on_scenario);
  gtk_widget_class_bind_template_callback (widget_class, on_record);
}

static void
samsyn_map_time_init (SamsynMapTime *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  self->step = -1; /* a new workspace is at its step 0 */
  samsyn_accessible_name (GTK_WIDGET (self->date), C_ ("map", "The day that the map shows"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date), C_ ("map", "The day that the map shows"));
  samsyn_calendar_button_set_purpose (self->calendar, C_ ("map", "the day that the map shows"));
  samsyn_accessible_name (GTK_WIDGET (self->slider), C_ ("map", "Days on which something changes"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->slider), C_ ("map", "Days on which something changes"));
  samsyn_accessible_name (GTK_WIDGET (self->scenario), samsyn_kind_label (samsyn_kind_find ("scenario"), NULL));
  samsyn_accessible_tidy (GTK_WIDGET (self), C_ ("map", "Date"));
}
