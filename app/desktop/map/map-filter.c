/* map-filter.c: which rows and columns of the map are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-filter.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/id-choice.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "kinds/kinds.h"
#include "map-letter.h"
#include "model/words.h"

enum
{
  PROCESS,
  TARGET_GROUP,
  ORGANISATION,
  LETTER,
  N_CHOICES
};

static const char *const kinds[N_CHOICES] = { "process", "target_group", "organisation", NULL };

struct _SamsynMapFilterBox
{
  AdwBin          parent_instance;
  SamsynMapState *state;
  SamsynStore    *store;
  gboolean        updating;
  GtkDropDown    *choices[N_CHOICES];

  GtkGrid        *grid;
  GtkButton      *all;
  GtkCheckButton *findings;
  GtkCheckButton *everybody;
};

G_DEFINE_FINAL_TYPE (SamsynMapFilterBox, samsyn_map_filter_box, ADW_TYPE_BIN)

static guint changed_signal;

static const char *
label_of (guint choice)
{
  return kinds[choice] != NULL ? samsyn_kind_label (samsyn_kind_find (kinds[choice]), NULL) : C_ ("map", "Letter");
}

guint
samsyn_map_filter_count (const SamsynMapState *state)
{
  const SamsynMapFilter *filter = &state->filter;

  return (filter->process != 0) + (filter->organisation != 0) + (filter->tasks != NULL) + (filter->role >= 0)
         + (filter->findings != FALSE);
}

static void
on_changed (SamsynMapFilterBox *self)
{
  gint64 target_group;

  if (self->updating || self->state == NULL)
    return;
  self->state->filter.process = samsyn_id_choice_get (self->choices[PROCESS]);
  self->state->filter.organisation = samsyn_id_choice_get (self->choices[ORGANISATION]);
  self->state->filter.role = (int) samsyn_id_choice_get (self->choices[LETTER]) - 1;
  self->state->filter.findings = gtk_check_button_get_active (self->findings);
  self->state->filter.everybody = gtk_check_button_get_active (self->everybody);
  target_group = samsyn_id_choice_get (self->choices[TARGET_GROUP]);
  if (target_group != self->state->target_group)
    samsyn_map_state_set_target_group (self->state, self->store, target_group);
  g_signal_emit (self, changed_signal, 0);
}

static void
show_state (SamsynMapFilterBox *self)
{
  const SamsynMapFilter *filter = &self->state->filter;
  const gint64 chosen[N_CHOICES] = { filter->process, self->state->target_group, filter->organisation, filter->role + 1 };

  for (guint i = 0; i < N_CHOICES; i++)
    samsyn_id_choice_set (self->choices[i], chosen[i]);
  gtk_check_button_set_active (self->findings, filter->findings);
  gtk_check_button_set_active (self->everybody, filter->everybody);
}

static void
on_all (SamsynMapFilterBox *self)
{
  samsyn_map_state_clear_filter (self->state);
  self->updating = TRUE;
  show_state (self);
  self->updating = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

static SamsynIdChoices *
letters (gboolean huki)
{
  SamsynIdChoices *choices = samsyn_id_choices_new (C_ ("map", "Any"));

  for (SamsynRole role = 0; role < SAMSYN_N_ROLES; role++)
    {
      g_autofree char *label = g_strdup_printf ("%s  %s", samsyn_letter (role, huki), samsyn_letter_meaning (role));

      samsyn_id_choices_add (choices, role + 1, label);
    }
  return choices;
}

void
samsyn_map_filter_box_update (SamsynMapFilterBox *self,
                              SamsynMapState     *state,
                              SamsynStore        *store,
                              gboolean            huki)
{
  self->state = state;
  self->store = store;
  self->updating = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    {
      SamsynIdChoices *choices = kinds[i] != NULL ? samsyn_id_choices_new (C_ ("map", "Any")) : letters (huki);

      if (kinds[i] != NULL)
        samsyn_id_choices_add_kind (choices, store, kinds[i]);
      samsyn_id_choice_fill (self->choices[i], choices, 0, label_of (i));
    }
  show_state (self);
  self->updating = FALSE;
}

static void
samsyn_map_filter_box_class_init (SamsynMapFilterBoxClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "map-filter");
  gtk_widget_class_bind_template_child (widget_class, SamsynMapFilterBox, grid);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapFilterBox, all);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapFilterBox, findings);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapFilterBox, everybody);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
}

static void
samsyn_map_filter_box_init (SamsynMapFilterBox *self)
{
  gboolean above = samsyn_narrow_is_text_large ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_CHOICES; i++)
    {
      GtkWidget *label = gtk_label_new (label_of (i));

      self->choices[i] = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
      gtk_widget_set_hexpand (GTK_WIDGET (self->choices[i]), TRUE);
      gtk_widget_set_size_request (GTK_WIDGET (self->choices[i]), 220, -1);
      gtk_label_set_xalign (GTK_LABEL (label), above ? 0 : 1);
      gtk_widget_add_css_class (label, "dim-label");
      samsyn_accessible_name (GTK_WIDGET (self->choices[i]), label_of (i));
      gtk_grid_attach (self->grid, label, 0, 2 * (int) i, above ? 2 : 1, 1);
      gtk_grid_attach (self->grid, GTK_WIDGET (self->choices[i]), above ? 0 : 1, 2 * (int) i + above, above ? 2 : 1, 1);
      /* The focus goes from the top down. */
      gtk_widget_insert_before (GTK_WIDGET (self->choices[i]), GTK_WIDGET (self->grid), GTK_WIDGET (self->findings));
      g_signal_connect_swapped (self->choices[i], "notify::selected", G_CALLBACK (on_changed), self);
    }
  samsyn_narrow_wrap (GTK_WIDGET (self->findings));
  samsyn_narrow_wrap (GTK_WIDGET (self->everybody));
  samsyn_accessible_tidy (GTK_WIDGET (self), C_ ("map", "Filter"));
}
