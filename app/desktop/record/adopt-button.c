/* adopt-button.c: adopting a scenario: from which day on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "adopt-button.h"

#include "desktop/fields/entry-date.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/template.h"
#include "model/words.h"
#include "plans/map/scenario.h"

struct _SamsynAdoptButton
{
  AdwBin          parent_instance;
  SamsynSession  *session;
  gint64          scenario;
  SamsynAdoptFunc adopt;

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkEntry      *date;
  GtkLabel      *clashes;
  GtkLabel      *problem;
};

G_DEFINE_FINAL_TYPE (SamsynAdoptButton, samsyn_adopt_button, ADW_TYPE_BIN)

static void
explain (SamsynAdoptButton *self,
         const char        *text)
{
  samsyn_announce (self->problem, text);
}

/* Which other proposals are touched, and in how much. */
static void
show_clashes (SamsynAdoptButton *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autoptr (GArray) clashes = samsyn_scenario_clashes (store, self->scenario, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; clashes != NULL && i < clashes->len; i++)
    {
      const SamsynClash *clash = &g_array_index (clashes, SamsynClash, i);
      g_autofree char *title = samsyn_store_title (store, clash->other, NULL);

      if (g_hash_table_add (others, (gpointer) &clash->other))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", title);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), text->len > 0);
  if (text->len > 0)
    {
      g_autofree char *told = g_strdup_printf (_ ("Other proposals touch the same (places: %u): %s. What is adopted last holds."),
                                               clashes->len, text->str);

      gtk_label_set_text (self->clashes, told);
    }
}

static void
on_show (SamsynAdoptButton *self)
{
  g_autoptr (SamsynRecord) scenario = NULL;
  const char *date;

  samsyn_session_save_all (self->session);
  scenario = samsyn_store_get (samsyn_session_get_store (self->session), self->scenario, NULL);
  date = scenario != NULL ? samsyn_record_text (scenario, "effective_on") : NULL;
  samsyn_entry_show_date (GTK_EDITABLE (self->date), date);
  explain (self, NULL);
  show_clashes (self);
}

static void
on_adopt (SamsynAdoptButton *self)
{
  g_autofree char *date = NULL, *problem = NULL;
  g_autoptr (SamsynSession) session = g_object_ref (self->session);

  if (!samsyn_entry_read_date (GTK_EDITABLE (self->date), &date, &problem))
    explain (self, problem);
  else if (date == NULL)
    explain (self, _ ("Say from which day on the scenario holds."));
  if (date == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return;
    }
  gtk_popover_popdown (self->popover);
  self->adopt (session, self->scenario, date);
}

GtkWidget *
samsyn_adopt_button_new (SamsynSession  *session,
                         gint64          scenario,
                         SamsynAdoptFunc adopt)
{
  SamsynAdoptButton *self = g_object_new (SAMSYN_TYPE_ADOPT_BUTTON, NULL);

  self->session = g_object_ref (session);
  self->scenario = scenario;
  self->adopt = adopt;
  return GTK_WIDGET (self);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_adopt_button_dispose (GObject *object)
{
  g_clear_object (&SAMSYN_ADOPT_BUTTON (object)->session);
  G_OBJECT_CLASS (samsyn_adopt_button_parent_class)->dispose (object);
}

static void
samsyn_adopt_button_class_init (SamsynAdoptButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_adopt_button_dispose;
  samsyn_template_set (widget_class, "adopt-button");
  gtk_widget_class_bind_template_child (widget_class, SamsynAdoptButton, button);
  gtk_widget_class_bind_template_child (widget_class, SamsynAdoptButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SamsynAdoptButton, date);
  gtk_widget_class_bind_template_child (widget_class, SamsynAdoptButton, clashes);
  gtk_widget_class_bind_template_child (widget_class, SamsynAdoptButton, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_adopt);
}

static void
samsyn_adopt_button_init (SamsynAdoptButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->button), C_ ("action", "Adopt…"));
  samsyn_accessible_name (GTK_WIDGET (self->date), C_ ("action", "Holds from"));
  samsyn_accessible_tidy (GTK_WIDGET (self), C_ ("action", "Adopt…"));
}
