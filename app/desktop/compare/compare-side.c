/* compare-side.c: choosing one side of a comparison: a date and a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-side.h"

#include "desktop/fields/calendar-button.h"
#include "desktop/fields/entry-date.h"
#include "desktop/map/map-state.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/id-choice.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "findings/facts/facts.h"
#include "model/words.h"

struct _SamsynCompareSideChoice
{
  AdwBin          parent_instance;
  SamsynCompared *compared; /* NULL before the first update */
  gboolean        updating;

  GtkLabel             *side;
  GtkEntry             *date;
  SamsynCalendarButton *calendar;
  GtkDropDown          *scenario;
};

G_DEFINE_FINAL_TYPE (SamsynCompareSideChoice, samsyn_compare_side, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NAME_OF_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
show_date (SamsynCompareSideChoice *self)
{
  g_autofree char *date = samsyn_day_date (samsyn_compared_day (self->compared));

  samsyn_entry_show_date (GTK_EDITABLE (self->date), date);
}

static void
set_date (SamsynCompareSideChoice *self,
          const char              *date)
{
  int before = samsyn_compared_day (self->compared), day = samsyn_day (date, samsyn_session_day (self->compared->session));

  self->compared->day = day == samsyn_session_day (self->compared->session) ? 0 : day;
  show_date (self);
  if (day != before)
    g_signal_emit (self, changed_signal, 0);
}

/* Nothing typed is today. */
static void
on_date_typed (SamsynCompareSideChoice *self)
{
  g_autofree char *date = NULL;

  if (self->compared != NULL && !self->updating && samsyn_entry_read_date (GTK_EDITABLE (self->date), &date, NULL))
    set_date (self, date);
}

static void
on_calendar_shown (SamsynCompareSideChoice *self)
{
  g_autofree char *date = samsyn_day_date (samsyn_compared_day (self->compared));

  samsyn_calendar_button_set_date (self->calendar, date);
}

static void
on_picked (SamsynCompareSideChoice *self,
           const char              *date)
{
  set_date (self, date);
}

static void
on_scenario (SamsynCompareSideChoice *self)
{
  gint64 scenario = samsyn_id_choice_get (self->scenario);

  if (self->updating || self->compared == NULL || scenario == self->compared->scenario)
    return;
  self->compared->scenario = scenario;
  g_signal_emit (self, changed_signal, 0);
}

void
samsyn_compare_side_update (SamsynCompareSideChoice *self,
                            SamsynCompared          *compared,
                            SamsynStore             *store)
{
  SamsynIdChoices *choices = samsyn_id_choices_new (C_ ("map", "In force"));
  g_autofree char *name = g_strdup_printf (C_ ("comparison", "%s: scenario"), gtk_label_get_text (self->side));

  self->compared = compared;
  self->updating = TRUE;
  samsyn_id_choices_add_kind (choices, store, "scenario");
  samsyn_id_choice_fill (self->scenario, choices, compared->scenario, name);
  compared->scenario = samsyn_id_choice_get (self->scenario);
  show_date (self);
  self->updating = FALSE;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_compare_side_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *spec)
{
  SamsynCompareSideChoice *self = SAMSYN_COMPARE_SIDE (object);
  g_autofree char *name = g_strdup_printf (C_ ("comparison", "%s: date"), g_value_get_string (value));

  gtk_label_set_text (self->side, g_value_get_string (value));
  samsyn_accessible_name (GTK_WIDGET (self->date), name);
  samsyn_calendar_button_set_purpose (self->calendar, name);
}

static void
samsyn_compare_side_class_init (SamsynCompareSideChoiceClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = samsyn_compare_side_set_property;
  properties[PROP_NAME_OF_SIDE] = g_param_spec_string ("name-of-side", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SAMSYN_TYPE_CALENDAR_BUTTON);
  samsyn_template_set (widget_class, "compare-side");
  gtk_widget_class_bind_template_child (widget_class, SamsynCompareSideChoice, side);
  gtk_widget_class_bind_template_child (widget_class, SamsynCompareSideChoice, date);
  gtk_widget_class_bind_template_child (widget_class, SamsynCompareSideChoice, calendar);
  gtk_widget_class_bind_template_child (widget_class, SamsynCompareSideChoice, scenario);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_date_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_scenario);
}

static void
samsyn_compare_side_init (SamsynCompareSideChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* With large text the two sides would fill a small screen; a date can be typed. */
  gtk_widget_set_visible (GTK_WIDGET (self->calendar), !samsyn_narrow_is_text_large ());
}
