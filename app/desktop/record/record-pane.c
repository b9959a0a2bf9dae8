/* record-pane.c: a record beside the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-pane.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "evidence-view.h"
#include "kept-form.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "record-actions.h"
#include "record-form.h"
#include "record-history.h"
#include "related.h"

struct _SamsynRecordPane
{
  AdwBin            parent_instance;
  SamsynSession    *session;
  SamsynRecordForm *form; /* NULL: nothing is shown */
  SamsynKeptForm    kept;
  gboolean          returning; /* to what is kept */
  gboolean          alone;
  gboolean          focus_when_shown;

  GtkButton         *back;
  AdwBin            *actions;
  GtkBox            *below;
  GtkButton         *close;
  AdwBin            *form_bin;
  GtkLabel          *heading;
  GtkMenuButton     *menu_button;
  GtkScrolledWindow *scroller;
  GtkLabel          *state;
  GtkLabel          *title;
  GtkButton         *to_list;
};

G_DEFINE_FINAL_TYPE (SamsynRecordPane, samsyn_record_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ALONE,
  N_PROPS
};

enum
{
  SHOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

gboolean
samsyn_record_pane_is_open (SamsynRecordPane *self)
{
  return self->form != NULL;
}

gboolean
samsyn_record_pane_is_new (SamsynRecordPane *self)
{
  return self->form != NULL && samsyn_record_form_get_record (self->form) == 0;
}

void
samsyn_record_pane_focus (SamsynRecordPane *self)
{
  if (self->form != NULL && samsyn_has_focus_within (GTK_WIDGET (self->form)))
    return; /* a step on would leave the first field */
  /* What is not on the screen yet can't take the focus. */
  self->focus_when_shown = self->form != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self->form));
  if (self->form != NULL && !self->focus_when_shown)
    samsyn_record_form_focus (self->form);
}

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

/* The way back says where it leads. */
static void
update_back (SamsynRecordPane *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  gint64 previous = store != NULL && self->form != NULL ? samsyn_session_get_previous (self->session) : 0;
  g_autofree char *title = previous != 0 ? samsyn_store_title (store, previous, NULL) : NULL;
  g_autofree char *label = title != NULL ? g_strdup_printf (_ ("Back to “%s”"), title) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->back), previous != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->close), previous != 0 || !self->alone);
  gtk_widget_set_visible (GTK_WIDGET (self->to_list), previous == 0 && self->alone);
  if (label == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back), label);
  samsyn_accessible_name (GTK_WIDGET (self->back), label);
}

static void
update_title (SamsynRecordPane *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  gint64 record = self->form != NULL ? samsyn_record_form_get_record (self->form) : 0;
  g_autofree char *title = NULL;

  if (self->form == NULL || store == NULL)
    return;
  title = record != 0
              ? samsyn_store_title (store, record, NULL)
              : g_strdup_printf (C_ ("record", "New: %s"), samsyn_kind_label (samsyn_record_form_get_kind (self->form), NULL));
  gtk_label_set_text (self->title, title);
  update_back (self);
  gtk_label_set_text (self->heading, samsyn_kind_label (samsyn_record_form_get_kind (self->form), NULL));
  samsyn_accessible_name (GTK_WIDGET (self), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", record != 0 && !samsyn_session_is_read_only (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.copy-link", record != 0);
}

static void
on_state (SamsynRecordPane *self,
          const char       *text,
          gboolean          trouble)
{
  samsyn_announce (self->state, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), *text != '\0' ? text : NULL);
  samsyn_style_mark (GTK_WIDGET (self->state), "error", trouble);
}

static void
close_pane (SamsynRecordPane *self)
{
  samsyn_session_show_record (self->session, 0);
}

/* What is known of a record only when it is written. */
static void
show_below (SamsynRecordPane *self)
{
  gint64 record = self->form != NULL ? samsyn_record_form_get_record (self->form) : 0;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->below))) != NULL;)
    gtk_box_remove (self->below, child);
  adw_bin_set_child (self->actions,
                     record != 0 ? samsyn_record_part_new (SAMSYN_TYPE_RECORD_ACTIONS, self->session, record) : NULL);
  if (record == 0)
    return;
  gtk_box_append (self->below, samsyn_record_part_new (SAMSYN_TYPE_EVIDENCE_VIEW, self->session, record));
  gtk_box_append (self->below, GTK_WIDGET (samsyn_related_new (self->session, record)));
  gtk_box_append (self->below, GTK_WIDGET (samsyn_record_history_new (self->session, record)));
  samsyn_accessible_tidy (GTK_WIDGET (self->below), NULL);
}

static void
on_created (SamsynRecordPane *self,
            gint64            record)
{
  update_title (self);
  show_below (self);
  samsyn_session_show_record (self->session, record);
}

/* Shows the form, which it takes; NULL shows nothing. */
static void
show_form (SamsynRecordPane *self,
           SamsynRecordForm *form)
{
  gboolean had_focus = samsyn_has_focus_within (GTK_WIDGET (self));

  self->form = form;
  on_state (self, "", FALSE);
  if (form != NULL)
    {
      g_signal_connect_object (form, "state", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (form, "created", G_CALLBACK (on_created), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (form, "gone", G_CALLBACK (close_pane), self, G_CONNECT_SWAPPED);
      if (samsyn_session_is_read_only (self->session))
        on_state (self, _ ("Open for reading only"), FALSE);
    }
  adw_bin_set_child (self->form_bin, GTK_WIDGET (form));
  if (form != NULL)
    samsyn_accessible_tidy (GTK_WIDGET (self->scroller), samsyn_kind_label (samsyn_record_form_get_kind (form), NULL));
  show_below (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_title (self);
  g_signal_emit (self, signals[SHOWN], 0);
  /* It went with the form that had it. */
  if (had_focus && form != NULL)
    samsyn_record_pane_focus (self);
}

static void
save_form (SamsynRecordPane *self)
{
  if (self->form != NULL && samsyn_session_get_store (self->session) != NULL)
    samsyn_record_form_save (self->form);
}

/* First what stands in the form and can't be saved; then that such a form was left. */
gboolean
samsyn_record_pane_take_back (SamsynRecordPane *self)
{
  gint64 record;

  if (self->form != NULL && samsyn_session_get_store (self->session) != NULL && samsyn_record_form_take_back (self->form))
    return TRUE;
  if (!samsyn_kept_form_is_last (&self->kept, self->session))
    return FALSE;
  record = samsyn_record_form_get_record (self->kept.form);
  self->returning = TRUE;
  if (record != 0)
    samsyn_session_show_record (self->session, record);
  else
    samsyn_session_create_record (self->session, samsyn_record_form_get_kind (self->kept.form), NULL, 0);
  self->returning = FALSE;
  return TRUE;
}

char *
samsyn_record_pane_describe_lost (SamsynRecordPane *self)
{
  save_form (self);
  return self->form != NULL && samsyn_session_get_store (self->session) != NULL ? samsyn_record_form_describe_lost (self->form)
                                                                                : NULL;
}

/* What was typed and can't be saved is neither passed over in silence nor lost. */
static void
keep_unsaved (SamsynRecordPane *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autofree char *text = self->form != NULL ? samsyn_record_form_describe_lost (self->form) : NULL;
  gint64 record = self->form != NULL ? samsyn_record_form_get_record (self->form) : 0;

  if (text == NULL || store == NULL)
    return;
  /* Of a record that was deleted there is nothing to go back to but by undoing that. */
  if (record != 0 && samsyn_store_kind_of (store, record) == NULL)
    {
      samsyn_session_tell (self->session, text, 0);
      return;
    }
  g_signal_handlers_disconnect_by_data (self->form, self);
  samsyn_kept_form_set (&self->kept, self->session, self->form);
  samsyn_session_tell (self->session, text, SAMSYN_TELL_LEFT);
}

static void
on_show_record (SamsynRecordPane *self,
                gint64            id)
{
  g_autoptr (SamsynRecord) record = NULL;
  g_autoptr (SamsynRecordForm) kept = NULL;
  SamsynRecordForm *shown = self->form;

  if (shown != NULL && id != 0 && samsyn_record_form_get_record (shown) == id)
    return;
  save_form (self);
  /* Saving what was new shows it: that was what was left. */
  if (samsyn_session_get_record (self->session) != id)
    {
      samsyn_session_browse (self->session, id);
      return;
    }
  kept = id != 0 ? samsyn_kept_form_take (&self->kept, id) : NULL;
  keep_unsaved (self);
  record = id != 0 ? samsyn_store_get (samsyn_session_get_store (self->session), id, NULL) : NULL;
  show_form (self, record == NULL ? NULL : kept != NULL ? kept : samsyn_record_form_new (self->session, record));
  if (kept != NULL && record != NULL)
    samsyn_record_form_save (kept);
}

/* A new record that was left comes back when it is asked for by undoing. */
static void
on_create_record (SamsynRecordPane *self,
                  SamsynRecord     *given)
{
  g_autoptr (SamsynRecordForm) kept = NULL;
  SamsynRecordForm *form;

  if (samsyn_session_is_read_only (self->session))
    return;
  save_form (self);
  kept = self->returning ? samsyn_kept_form_take (&self->kept, 0) : NULL;
  keep_unsaved (self);
  form = kept != NULL ? kept : samsyn_record_form_new_for (self->session, given->kind);
  if (kept == NULL)
    samsyn_record_form_preset (form, given);
  show_form (self, form);
  samsyn_record_form_save (form);
  samsyn_record_pane_focus (self);
}

/* ---- Actions --------------------------------------------------------------------------------------------------------------- */

static void
action_close (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  close_pane (SAMSYN_RECORD_PANE (widget));
}

static void
action_back (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  samsyn_session_go_back (SAMSYN_RECORD_PANE (widget)->session);
}

static void
action_delete (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SamsynRecordPane *self = SAMSYN_RECORD_PANE (widget);
  gint64 record = self->form != NULL ? samsyn_record_form_get_record (self->form) : 0;

  if (record != 0)
    samsyn_session_delete (self->session, &record, 1);
}

static void
action_copy_link (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SamsynRecordPane *self = SAMSYN_RECORD_PANE (widget);
  gint64 record = self->form != NULL ? samsyn_record_form_get_record (self->form) : 0;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, record);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  samsyn_session_tell (self->session, _ ("The record's number was copied"), 0);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

/* What was typed is safe before the user looks at something else. */
static void
on_active_changed (GObject    *window,
                   GParamSpec *spec,
                   gpointer    self)
{
  if (!gtk_window_is_active (GTK_WINDOW (window)))
    save_form (self);
}

static void
samsyn_record_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (samsyn_record_pane_parent_class)->map (widget);
  if (SAMSYN_RECORD_PANE (widget)->focus_when_shown)
    samsyn_record_pane_focus (SAMSYN_RECORD_PANE (widget));
}

static void
samsyn_record_pane_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (samsyn_record_pane_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (on_active_changed), widget, 0);
}

static void
samsyn_record_pane_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_active_changed, widget);
  GTK_WIDGET_CLASS (samsyn_record_pane_parent_class)->unroot (widget);
}

SamsynRecordPane *
samsyn_record_pane_new (SamsynSession *session)
{
  SamsynRecordPane *self = g_object_new (SAMSYN_TYPE_RECORD_PANE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "show-record", G_CALLBACK (on_show_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "create-record", G_CALLBACK (on_create_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

static void
samsyn_record_pane_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *spec)
{
  if (id == PROP_ALONE)
    g_value_set_boolean (value, SAMSYN_RECORD_PANE (object)->alone);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_record_pane_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *spec)
{
  if (id == PROP_ALONE)
    {
      SAMSYN_RECORD_PANE (object)->alone = g_value_get_boolean (value);
      update_back (SAMSYN_RECORD_PANE (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_record_pane_dispose (GObject *object)
{
  SamsynRecordPane *self = SAMSYN_RECORD_PANE (object);

  self->form = NULL;
  samsyn_kept_form_clear (&self->kept);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_RECORD_PANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_record_pane_parent_class)->dispose (object);
}

static void
samsyn_record_pane_class_init (SamsynRecordPaneClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = samsyn_record_pane_get_property;
  object_class->set_property = samsyn_record_pane_set_property;
  object_class->dispose = samsyn_record_pane_dispose;
  widget_class->map = samsyn_record_pane_map;
  widget_class->root = samsyn_record_pane_root;
  widget_class->unroot = samsyn_record_pane_unroot;
  properties[PROP_ALONE] = g_param_spec_boolean ("alone", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  samsyn_template_set (widget_class, "record-pane");
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, back);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, actions);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, below);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, close);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, form_bin);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, heading);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, state);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, title);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordPane, to_list);
  gtk_widget_class_install_action (widget_class, "record.close", NULL, action_close);
  gtk_widget_class_install_action (widget_class, "record.back", NULL, action_back);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, action_delete);
  gtk_widget_class_install_action (widget_class, "record.copy-link", NULL, action_copy_link);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "record.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "record.delete", NULL);
}

static void
samsyn_record_pane_init (SamsynRecordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self), NULL);
  samsyn_accessible_name (GTK_WIDGET (self->menu_button), _ ("Menu of the Record"));
  samsyn_accessible_lists (GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button)), _ ("Menu of the Record"));
}
