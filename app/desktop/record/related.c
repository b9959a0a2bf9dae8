/* related.c: what belongs to a record, and what refers to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "related.h"

#include "desktop/parts/shade.h"
#include "desktop/parts/template.h"
#include "findings/evidence/evidence.h"
#include "findings/evidence/referrers.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "related-list.h"

struct _SamsynRelated
{
  AdwBin            parent_instance;
  SamsynSession    *session;
  const SamsynKind *kind;
  gint64            record;
  guint             refresh; /* source, or 0 */

  GtkMenuButton *add;
  GtkBox        *belonging;
  GtkBox        *referring;
  GtkLabel      *referring_heading;
};

G_DEFINE_FINAL_TYPE (SamsynRelated, samsyn_related, ADW_TYPE_BIN)

const SamsynField *
samsyn_related_belongs (const SamsynKind *kind,
                        const SamsynKind *owner)
{
  const SamsynField *context = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];

      if (field->type != SAMSYN_TYPE_REFERENCE || !samsyn_field_targets (field, owner))
        continue;
      if (field->flags & SAMSYN_FIELD_REQUIRED)
        return field;
      if (context == NULL && (field->flags & SAMSYN_FIELD_CONTEXT))
        context = field;
    }
  return context;
}

/* ---- The lists ------------------------------------------------------------------------------------------------------------- */

static void
empty (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

static void
fill (SamsynRelated *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autoptr (GPtrArray) all = samsyn_referrers (store, self->record, SAMSYN_RELATED_FIRST, NULL, NULL);

  empty (self->belonging);
  empty (self->referring);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SamsynReferrers *referrers = g_ptr_array_index (all, i);
      gboolean belongs = samsyn_related_belongs (referrers->kind, self->kind) == referrers->field;

      if (!belongs && samsyn_evidence_tells (referrers->field))
        continue; /* with its place, among the evidence */
      gtk_box_append (belongs ? self->belonging : self->referring,
                      GTK_WIDGET (samsyn_related_list_new (self->session, self->record, referrers, belongs, !belongs)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->belonging), gtk_widget_get_first_child (GTK_WIDGET (self->belonging)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->referring), gtk_widget_get_first_child (GTK_WIDGET (self->referring)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->referring_heading), gtk_widget_get_visible (GTK_WIDGET (self->referring)));
}

static gboolean
on_idle (gpointer data)
{
  SamsynRelated *self = data;

  self->refresh = 0;
  if (samsyn_session_get_store (self->session) != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (gpointer data)
{
  SamsynRelated *self = data;

  if (self->refresh == 0)
    self->refresh = g_idle_add (on_idle, self);
}

/* The record's own fields are not shown here. */
static void
on_changed (SamsynRelated *self,
            gint64         step,
            GPtrArray     *changes)
{
  gboolean others = FALSE;

  for (guint i = 0; i < changes->len; i++)
    others = others || ((SamsynChange *) g_ptr_array_index (changes, i))->record != self->record;
  if (others)
    refresh_soon (self);
}

/* ---- Adding ---------------------------------------------------------------------------------------------------------------- */

static void
action_add (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SamsynRelated *self = SAMSYN_RELATED (widget);
  const SamsynKind *kind = samsyn_kind_find (g_variant_get_string (parameter, NULL));

  samsyn_session_create_record (self->session, kind, samsyn_related_belongs (kind, self->kind)->id, self->record);
}

static void
set_up_menu (SamsynRelated *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (samsyn_related_belongs (*kind, self->kind) != NULL)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (samsyn_kind_label (*kind, NULL), NULL);

        g_menu_item_set_action_and_target (item, "related.add", "s", (*kind)->id);
        g_menu_append_item (menu, item);
      }
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->add), !samsyn_session_is_read_only (self->session));
}

SamsynRelated *
samsyn_related_new (SamsynSession *session,
                    gint64         record)
{
  SamsynRelated *self = g_object_new (SAMSYN_TYPE_RELATED, NULL);

  self->session = g_object_ref (session);
  self->record = record;
  self->kind = samsyn_store_kind_of (samsyn_session_get_store (session), record);
  set_up_menu (self);
  fill (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  /* Lights are coloured as the rows are made. */
  samsyn_shade_watch (self, refresh_soon);
  return self;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_related_dispose (GObject *object)
{
  SamsynRelated *self = SAMSYN_RELATED (object);

  if (self->refresh != 0)
    g_source_remove (self->refresh);
  self->refresh = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_RELATED);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_related_parent_class)->dispose (object);
}

static void
samsyn_related_class_init (SamsynRelatedClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_related_dispose;
  samsyn_template_set (widget_class, "related");
  gtk_widget_class_bind_template_child (widget_class, SamsynRelated, add);
  gtk_widget_class_bind_template_child (widget_class, SamsynRelated, belonging);
  gtk_widget_class_bind_template_child (widget_class, SamsynRelated, referring);
  gtk_widget_class_bind_template_child (widget_class, SamsynRelated, referring_heading);
  gtk_widget_class_install_action (widget_class, "related.add", "s", action_add);
}

static void
samsyn_related_init (SamsynRelated *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
