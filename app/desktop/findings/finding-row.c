/* finding-row.c: a finding, or a heading above findings, in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "finding-row.h"

#include "desktop/map/map-letter.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/box.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "finding-accept.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "plans/map/mend.h"

#define MANY_RECORDS 12
#define DETAILS_START 100

struct _SamsynFindingRow
{
  AdwBin             parent_instance;
  SamsynSession     *session;
  SamsynFindingItem *item; /* NULL: none */

  GtkLabel   *severity;
  GtkLabel   *text;
  GtkLabel   *state;
  GtkBox     *details;
  GtkLabel   *why;
  GtkLabel   *source;
  GtkBox     *records;
  AdwBin     *mend;
  GtkBox     *actions;
};

G_DEFINE_FINAL_TYPE (SamsynFindingRow, samsyn_finding_row, ADW_TYPE_BIN)

/* What a finding can be turned into. */
static const struct
{
  const char *kind;
  const char *label; /* English, context "finding" */
} turns[] = {
  { "development_area", NC_ ("finding", "Make a Development Area") },
  { "action", NC_ ("finding", "Make an Action") },
  { "decision", NC_ ("finding", "Ask for a Decision") },
};

/* ---- What is done about it ------------------------------------------------------------------------------------------------- */

/* Writes what was planned, and shows the record of the kind that was created, if any. */
static void
write_changes (SamsynFindingRow *self,
               GPtrArray        *changes,
               const char       *kind,
               const char       *told,
               GError           *error)
{
  g_autoptr (SamsynSession) session = g_object_ref (self->session);
  g_autoptr (GPtrArray) planned = changes;
  g_autoptr (GError) failure = error;
  gint64 step = 0, record = 0;

  for (guint i = 0; planned != NULL && i < planned->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (planned, i);

      if (kind != NULL && change->type == SAMSYN_CHANGE_CREATE && g_str_equal (change->kind->id, kind))
        record = change->record;
    }
  if (planned != NULL && planned->len > 0)
    step = samsyn_session_apply (session, kind != NULL ? "create" : "edit", planned, NULL, &failure);
  if (failure != NULL)
    samsyn_session_tell (session, failure->message, 0);
  else if (step != 0)
    samsyn_session_tell (session, told, step);
  if (step != 0 && record != 0)
    samsyn_session_show_record (session, record);
}

static void
on_mend (SamsynFindingRow *self)
{
  GError *error = NULL;
  const SamsynFinding *finding = samsyn_finding_item_get (self->item);
  GPtrArray *changes = samsyn_finding_plan_mend (samsyn_session_get_store (self->session),
                                                 samsyn_finding_item_get_findings (self->item), finding, NULL, &error);

  write_changes (self, changes, finding->mend.type == SAMSYN_MEND_ACTION ? "action" : NULL, C_ ("finding", "Mended"), error);
}

static void
on_turn (SamsynFindingRow *self,
         GtkButton        *button)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "samsyn-kind");
  GError *error = NULL;
  GPtrArray *changes = samsyn_finding_plan_record (samsyn_session_get_store (self->session),
                                                   samsyn_finding_item_get_findings (self->item),
                                                   samsyn_finding_item_get (self->item), kind, NULL, &error);
  g_autofree char *told = g_strdup_printf (C_ ("finding", "%s was created"), samsyn_kind_label (samsyn_kind_find (kind), NULL));

  write_changes (self, changes, kind, told, error);
}

static void
on_accepted (SamsynFindingRow *self,
             const char       *until,
             const char       *reason,
             gint64            by)
{
  GPtrArray *changes = samsyn_finding_plan_acceptance (samsyn_session_get_store (self->session),
                                                       samsyn_finding_item_get (self->item), until, reason, by);

  write_changes (self, changes, NULL, C_ ("finding", "The finding was accepted"), NULL);
}

static void
on_taken_back (SamsynFindingRow *self)
{
  gint64 acceptance = samsyn_finding_item_get (self->item)->acceptance;

  samsyn_session_delete (self->session, &acceptance, 1);
}

static void
on_record (SamsynFindingRow *self,
           GtkButton        *button)
{
  samsyn_session_show_record (self->session, *(const gint64 *) g_object_get_data (G_OBJECT (button), "samsyn-record"));
}

/* ---- The buttons ----------------------------------------------------------------------------------------------------------- */

static void
add (GtkBox     *box,
     GtkWidget  *button,
     const char *name)
{
  gtk_box_append (box, button);
  samsyn_accessible_name (button, name);
}

static GtkWidget *
new_button (SamsynFindingRow *self,
            const char       *label,
            GCallback         handler)
{
  GtkWidget *button = gtk_button_new (), *text = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", handler, self);
  return button;
}

/* The names of records may be cut off; what is proposed must be read before it is done. */
static void
show_all_of (GtkWidget *text)
{
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 90);
}

static void
add_records (SamsynFindingRow *self)
{
  guint n;
  const gint64 *records
      = samsyn_finding_records (samsyn_finding_item_get_findings (self->item), samsyn_finding_item_get (self->item), &n);
  SamsynStore *store = samsyn_session_get_store (self->session);

  for (guint i = 0; i < MIN (n, MANY_RECORDS) && store != NULL; i++)
    {
      g_autofree char *title = samsyn_store_title (store, records[i], NULL);
      const SamsynKind *kind = samsyn_store_kind_of (store, records[i]);
      g_autofree char *label = kind != NULL ? g_strdup_printf ("%s: %s", samsyn_kind_label (kind, NULL), title) : NULL;
      GtkWidget *button;

      if (kind == NULL)
        continue;
      button = new_button (self, label, G_CALLBACK (on_record));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "samsyn-finding-record");
      g_object_set_data_full (G_OBJECT (button), "samsyn-record", g_memdup2 (&records[i], sizeof records[i]), g_free);
      add (self->records, button, label);
    }
}

static void
add_actions (SamsynFindingRow *self)
{
  const SamsynFinding *finding = samsyn_finding_item_get (self->item);
  g_autofree char *mend = samsyn_finding_mend (samsyn_finding_item_get_findings (self->item), finding, NULL);
  GtkWidget *button;

  if (mend != NULL && *mend != '\0')
    {
      button = new_button (self, mend, G_CALLBACK (on_mend));
      show_all_of (gtk_button_get_child (GTK_BUTTON (button)));
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_widget_set_tooltip_text (button, mend);
      samsyn_accessible_name (button, mend);
      adw_bin_set_child (self->mend, button);
    }
  if (finding->state == SAMSYN_FINDING_ACCEPTED)
    {
      button = new_button (self, C_ ("finding", "Take Back the Acceptance"), G_CALLBACK (on_taken_back));
      add (self->actions, button, C_ ("finding", "Take Back the Acceptance"));
    }
  else
    {
      button = samsyn_finding_accept_button_new (samsyn_session_get_store (self->session));
      g_signal_connect_swapped (button, "accepted", G_CALLBACK (on_accepted), self);
      add (self->actions, button, C_ ("finding", "Accept…"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      const char *label = samsyn_words (NULL, "finding", turns[i].label);

      if (i == 1 && finding->mend.type == SAMSYN_MEND_ACTION)
        continue;
      button = new_button (self, label, G_CALLBACK (on_turn));
      g_object_set_data (G_OBJECT (button), "samsyn-kind", (gpointer) turns[i].kind);
      add (self->actions, button, label);
    }
}

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

static void
show_details (SamsynFindingRow *self)
{
  const SamsynFinding *finding = samsyn_finding_item_get (self->item);
  gboolean open = finding != NULL && samsyn_finding_item_is_open (self->item);

  adw_bin_set_child (self->mend, NULL);
  samsyn_box_empty (self->records);
  samsyn_box_empty (self->actions);
  gtk_widget_set_visible (GTK_WIDGET (self->details), open);
  if (!open)
    return;
  gtk_label_set_text (self->why, samsyn_rule_why (finding->rule, NULL));
  gtk_label_set_text (self->source, samsyn_rule_source (finding->rule, NULL));
  add_records (self);
  if (!samsyn_session_is_read_only (self->session))
    add_actions (self);
}

static void
show_severity (gpointer data)
{
  SamsynFindingRow *self = data;
  SamsynSeverity severity;
  g_autofree char *markup = NULL;

  if (self->item == NULL)
    return;
  severity = samsyn_finding_item_severity (self->item);
  markup = samsyn_severity_markup (severity, samsyn_severity_label (severity, NULL), TRUE);
  gtk_label_set_markup (self->severity, markup);
}

static void
name_row (SamsynFindingRow *self,
          const char       *state)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *severity = samsyn_severity_label (samsyn_finding_item_severity (self->item), NULL);
  g_autofree char *name = *state != '\0' ? g_strdup_printf ("%s: %s (%s)", severity, samsyn_finding_item_text (self->item), state)
                                         : g_strdup_printf ("%s: %s", severity, samsyn_finding_item_text (self->item));

  if (cell != NULL)
    samsyn_accessible_name (cell, name);
}

static void
show_item (SamsynFindingRow *self)
{
  const SamsynFinding *finding = samsyn_finding_item_get (self->item);
  g_autofree char *state = NULL;

  if (finding == NULL)
    state = g_strdup_printf ("%u", samsyn_finding_item_count (self->item));
  else
    state = g_strdup (finding->state != SAMSYN_FINDING_OPEN ? samsyn_finding_state_label (finding->state, NULL) : "");
  show_severity (self);
  gtk_label_set_text (self->text, samsyn_finding_item_text (self->item));
  gtk_label_set_text (self->state, state);
  samsyn_style_mark (GTK_WIDGET (self), "samsyn-finding-heading", finding == NULL);
  name_row (self, state);
  show_details (self);
}

void
samsyn_finding_row_set_item (SamsynFindingRow  *self,
                             SamsynFindingItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}

GtkWidget *
samsyn_finding_row_new (SamsynSession *session)
{
  SamsynFindingRow *self = g_object_new (SAMSYN_TYPE_FINDING_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_finding_row_dispose (GObject *object)
{
  SamsynFindingRow *self = SAMSYN_FINDING_ROW (object);

  samsyn_finding_row_set_item (self, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_finding_row_parent_class)->dispose (object);
}

static void
samsyn_finding_row_class_init (SamsynFindingRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_finding_row_dispose;
  samsyn_template_set (widget_class, "finding-row");
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, severity);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, text);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, state);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, details);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, why);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, source);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, records);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, mend);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingRow, actions);
}

static void
samsyn_finding_row_init (SamsynFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_shade_watch (self, show_severity);
  /* Below the text, where that stands beside the severity. */
  gtk_widget_set_margin_start (GTK_WIDGET (self->details), samsyn_narrow_is_text_large () ? 0 : DETAILS_START);
  samsyn_accessible_name (GTK_WIDGET (self->records), C_ ("finding", "Records"));
  samsyn_accessible_name (GTK_WIDGET (self->actions), C_ ("finding", "What can be done"));
}
