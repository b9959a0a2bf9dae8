/* related-list.c: the records of one kind that name a record in one of their fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "related-list.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/template.h"
#include "model/words.h"
#include "related-row.h"

/* A list that is longer is looked through on the kind's own page, which may be narrowed to it. */
#define MAX_ROWS 500

struct _SamsynRelatedList
{
  AdwBin             parent_instance;
  SamsynSession     *session;
  const SamsynKind  *kind;
  const SamsynField *field;
  gint64             record;
  gint64             n_records;

  GtkButton  *add;
  GtkButton  *all;
  GtkLabel   *heading;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SamsynRelatedList, samsyn_related_list, ADW_TYPE_BIN)

static void
fill (SamsynRelatedList *self,
      const SamsynRows  *rows)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autofree char *owner = samsyn_store_title (store, self->record, NULL);

  for (guint i = 0; i < rows->n_rows; i++)
    gtk_list_box_append (
        self->list, samsyn_related_row_new (store, samsyn_rows_integer (rows, i, 0, 0), samsyn_rows_text (rows, i, 1), owner));
}

static void
on_row_activated (SamsynRelatedList *self,
                  GtkListBoxRow     *row)
{
  samsyn_session_show_record (self->session, samsyn_related_row_get_record (GTK_WIDGET (row)));
}

static void
on_add (SamsynRelatedList *self)
{
  samsyn_session_create_record (self->session, self->kind, self->field->id, self->record);
}

static void
on_all (SamsynRelatedList *self)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (self->kind);
  g_autoptr (SamsynRows) rows = NULL;
  GtkWidget *row;

  if (self->n_records > MAX_ROWS)
    {
      samsyn_session_show_list (self->session, self->kind, self->field->id, self->record);
      return;
    }
  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_where_integer (query, self->field->id, SAMSYN_QUERY_EQUAL, self->record);
  samsyn_query_order_default (query);
  rows = samsyn_store_select (samsyn_session_get_store (self->session), query, NULL);
  if (rows == NULL)
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  fill (self, rows);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, SAMSYN_RELATED_FIRST));
  if (row != NULL)
    gtk_widget_grab_focus (row);
  gtk_widget_set_visible (GTK_WIDGET (self->all), FALSE);
}

static void
name_parts (SamsynRelatedList *self,
            gint64             n_records,
            gboolean           with_field)
{
  const char *field = samsyn_field_label (self->field, NULL);
  const char *plural = self->field->parts != NULL ? samsyn_words (NULL, "parts", self->field->parts)
                                                  : samsyn_kind_plural (self->kind, NULL);
  g_autofree char *what = with_field ? g_strdup_printf ("%s · %s", plural, field) : g_strdup (plural);
  g_autofree char *heading = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", what, n_records);
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), samsyn_kind_label (self->kind, NULL));
  g_autofree char *all
      = g_strdup_printf (n_records > MAX_ROWS ? _ ("Show all %ld in their list") : _ ("Show all %ld"), (long) n_records);

  gtk_label_set_text (self->heading, heading);
  samsyn_accessible_name (GTK_WIDGET (self->list), what);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), add);
  samsyn_accessible_name (GTK_WIDGET (self->add), add);
  gtk_button_set_label (self->all, all);
  samsyn_accessible_name (GTK_WIDGET (self->all), all);
}

SamsynRelatedList *
samsyn_related_list_new (SamsynSession         *session,
                         gint64                 record,
                         const SamsynReferrers *referrers,
                         gboolean               can_add,
                         gboolean               with_field)
{
  SamsynRelatedList *self = g_object_new (SAMSYN_TYPE_RELATED_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = referrers->kind;
  self->field = referrers->field;
  self->record = record;
  self->n_records = referrers->n_records;
  name_parts (self, referrers->n_records, with_field);
  fill (self, referrers->rows);
  gtk_widget_set_visible (GTK_WIDGET (self->add), can_add && !samsyn_session_is_read_only (session));
  gtk_widget_set_visible (GTK_WIDGET (self->all), referrers->n_records > (gint64) referrers->rows->n_rows);
  return self;
}

static void
samsyn_related_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_RELATED_LIST);
  g_clear_object (&SAMSYN_RELATED_LIST (object)->session);
  G_OBJECT_CLASS (samsyn_related_list_parent_class)->dispose (object);
}

static void
samsyn_related_list_class_init (SamsynRelatedListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_related_list_dispose;
  samsyn_template_set (widget_class, "related-list");
  gtk_widget_class_bind_template_child (widget_class, SamsynRelatedList, add);
  gtk_widget_class_bind_template_child (widget_class, SamsynRelatedList, all);
  gtk_widget_class_bind_template_child (widget_class, SamsynRelatedList, heading);
  gtk_widget_class_bind_template_child (widget_class, SamsynRelatedList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
}

static void
samsyn_related_list_init (SamsynRelatedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
