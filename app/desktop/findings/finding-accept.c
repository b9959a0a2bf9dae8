/* finding-accept.c: accepting a finding: until when, why, by whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "finding-accept.h"

#include "desktop/fields/entry-date.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/id-choice.h"
#include "desktop/parts/template.h"
#include "desktop/session/widget-clock.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/format.h"
#include "model/words.h"

#define USUAL_MONTHS 6

struct _SamsynFindingAcceptButton
{
  AdwBin       parent_instance;
  SamsynStore *store;

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkEntry      *until;
  GtkEntry      *reason;
  GtkDropDown   *by;
  GtkLabel      *problem;
  GtkButton     *accept;
};

G_DEFINE_FINAL_TYPE (SamsynFindingAcceptButton, samsyn_finding_accept_button, ADW_TYPE_BIN)

static guint accepted_signal;

static void
on_show (SamsynFindingAcceptButton *self)
{
  g_autofree char *today = samsyn_widget_today (self);
  g_autofree char *until = samsyn_date_add_months (today, USUAL_MONTHS);
  SamsynIdChoices *persons = samsyn_id_choices_new (C_ ("finding", "Nobody named"));

  samsyn_id_choices_add_kind (persons, self->store, "person");
  samsyn_id_choice_fill (self->by, persons, 0, C_ ("finding", "Accepted by"));
  samsyn_entry_show_date (GTK_EDITABLE (self->until), until);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  samsyn_announce (self->problem, NULL);
}

static void
explain (SamsynFindingAcceptButton *self,
         GtkEntry                  *entry,
         const char                *text)
{
  samsyn_announce (self->problem, text);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static void
on_accept (SamsynFindingAcceptButton *self)
{
  const SamsynKind *kind = samsyn_kind_find ("acceptance");
  g_autofree char *today = samsyn_widget_today (self);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  g_auto (SamsynValue) until = SAMSYN_VALUE_NULL;
  g_autoptr (GError) error = NULL;
  gint64 by = samsyn_id_choice_get (self->by);

  if (!samsyn_value_parse_typed (kind, samsyn_kind_field (kind, "until"), NULL, today,
                                 gtk_editable_get_text (GTK_EDITABLE (self->until)), &until, &error))
    {
      explain (self, self->until, error->message);
      return;
    }
  if (*reason == '\0')
    {
      explain (self, self->reason, C_ ("finding", "Say why it is accepted; who reads it later must understand."));
      return;
    }
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, accepted_signal, 0, samsyn_value_get_text (&until), reason, by);
}

GtkWidget *
samsyn_finding_accept_button_new (SamsynStore *store)
{
  SamsynFindingAcceptButton *self = g_object_new (SAMSYN_TYPE_FINDING_ACCEPT_BUTTON, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

static void
samsyn_finding_accept_button_class_init (SamsynFindingAcceptButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  accepted_signal = g_signal_new ("accepted", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT64);
  samsyn_template_set (widget_class, "finding-accept");
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, button);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, until);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, reason);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, by);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingAcceptButton, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
}

static void
samsyn_finding_accept_button_init (SamsynFindingAcceptButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->button), C_ ("finding", "Accept…"));
  samsyn_accessible_name (GTK_WIDGET (self->until), C_ ("finding", "Accept until (empty: for good)"));
  samsyn_accessible_name (GTK_WIDGET (self->reason), C_ ("finding", "Because"));
  samsyn_accessible_name (GTK_WIDGET (self->by), C_ ("finding", "Accepted by"));
  samsyn_accessible_tidy (GTK_WIDGET (self), C_ ("finding", "Accept…"));
}
