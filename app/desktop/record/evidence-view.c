/* evidence-view.c: what a record rests on, and what rests on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "evidence-view.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/box.h"
#include "desktop/session/widget-clock.h"
#include "findings/evidence/evidence.h"
#include "model/words.h"

#define MOST_ROWS 200

struct _SamsynEvidenceView
{
  SamsynRecordPart parent_instance;
  GtkBox          *box;
};

G_DEFINE_FINAL_TYPE (SamsynEvidenceView, samsyn_evidence_view, SAMSYN_TYPE_RECORD_PART)

static const char *const headings[SAMSYN_N_EVIDENCE] = {
  [SAMSYN_EVIDENCE_BASIS] = NC_ ("evidence", "Legal Basis"),
  [SAMSYN_EVIDENCE_PASSAGE] = NC_ ("evidence", "Passages That Support It"),
  [SAMSYN_EVIDENCE_RESTS] = NC_ ("evidence", "What Rests on It"),
};

static GtkWidget *
new_label (const char *text,
           const char *look)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (look != NULL)
    gtk_widget_add_css_class (label, look);
  return label;
}

/* A warning is a symbol and words, and only then a colour. */
GtkWidget *
samsyn_evidence_warning_new (const char *state)
{
  g_autofree char *text = g_strconcat ("⚠ ", state, NULL);

  return new_label (text, "warning");
}

static void
add_row (SamsynEvidenceView   *self,
         GtkListBox           *list,
         const SamsynEvidence *evidence)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_strdup_printf ("%s%s%s%s%s", evidence->text, *evidence->about != '\0' ? ". " : "", evidence->about,
                                           evidence->state != NULL ? ". " : "", evidence->state != NULL ? evidence->state : "");

  gtk_box_append (GTK_BOX (box), new_label (evidence->text, NULL));
  if (*evidence->about != '\0')
    gtk_box_append (GTK_BOX (box), new_label (evidence->about, "dim-label"));
  if (evidence->state != NULL)
    gtk_box_append (GTK_BOX (box), samsyn_evidence_warning_new (evidence->state));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  samsyn_accessible_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "samsyn-record", g_memdup2 (&evidence->record, sizeof evidence->record), g_free);
  gtk_list_box_append (list, row);
}

static void
on_row_activated (SamsynRecordPart *part,
                  GtkListBoxRow    *row)
{
  const gint64 *record = g_object_get_data (G_OBJECT (row), "samsyn-record");

  samsyn_session_show_record (samsyn_record_part_get_session (part), *record);
}

static void
add_list (SamsynEvidenceView *self,
          const GPtrArray    *all,
          SamsynEvidenceSort  sort)
{
  const char *words = samsyn_words (NULL, "evidence", headings[sort]);
  GtkWidget *list = gtk_list_box_new (), *heading;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const SamsynEvidence *evidence = g_ptr_array_index (all, i);

      if (evidence->sort == sort && n++ < MOST_ROWS)
        add_row (self, GTK_LIST_BOX (list), evidence);
    }
  if (n == 0)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      return;
    }
  text = g_strdup_printf ("%s (%u)", words, n);
  heading = new_label (text, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "samsyn-related");
  samsyn_accessible_name (list, words);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, list);
}

static void
fill (SamsynRecordPart *part)
{
  SamsynEvidenceView *self = SAMSYN_EVIDENCE_VIEW (part);
  SamsynStore *store = samsyn_record_part_get_store (part);
  g_autofree char *today = samsyn_widget_today (self);
  gint64 record = samsyn_record_part_get_record (part);
  g_autoptr (GPtrArray) all = store != NULL ? samsyn_evidence (store, record, today, NULL, NULL) : NULL;

  samsyn_box_empty (self->box);
  for (SamsynEvidenceSort sort = 0; all != NULL && sort < SAMSYN_N_EVIDENCE; sort++)
    add_list (self, all, sort);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_evidence_view_class_init (SamsynEvidenceViewClass *class)
{
  SAMSYN_RECORD_PART_CLASS (class)->fill = fill;
}

static void
samsyn_evidence_view_init (SamsynEvidenceView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
