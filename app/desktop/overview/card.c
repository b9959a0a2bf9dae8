/* card.c: a heading over lines that lead to records and pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "card.h"

#include "desktop/page/pages.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "desktop/parts/wrapped-label.h"

struct _SamsynCard
{
  AdwBin         parent_instance;
  SamsynSession *session;
  const char    *page; /* of "more" */

  GtkLabel   *empty;
  GtkListBox *list;
  GtkButton  *more;
  GtkLabel   *title;
};

G_DEFINE_FINAL_TYPE (SamsynCard, samsyn_card, ADW_TYPE_BIN)

/* Where a line leads. */
typedef struct
{
  gint64      record;
  const char *page;
} Target;

#define ROW_TARGET "samsyn-target"

static void
on_row_activated (SamsynCard    *self,
                  GtkListBoxRow *row)
{
  const Target target = *(Target *) g_object_get_data (G_OBJECT (row), ROW_TARGET);
  g_autoptr (SamsynSession) session = g_object_ref (self->session);

  /* A page that is shown instead of this one takes the card with it. */
  if (target.page != NULL)
    samsyn_session_show_page (session, target.page);
  if (target.record != 0)
    samsyn_session_show_record (session, target.record);
}

static void
on_more (SamsynCard *self)
{
  g_autoptr (SamsynSession) session = g_object_ref (self->session);

  samsyn_session_show_page (session, self->page);
}

/* ---- Lines ----------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_texts (const char *title,
           const char *markup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *label = samsyn_filling_label_new (title, FALSE);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_vexpand (box, FALSE);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (markup != NULL)
    {
      gtk_label_set_yalign (GTK_LABEL (label), 1);
      label = samsyn_filling_label_new (NULL, FALSE);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_widget_set_vexpand (label, TRUE);
      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_widget_add_css_class (label, "samsyn-card-detail");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* What is shown as markup, in words for screen readers. */
static void
name_row (GtkWidget  *row,
          const char *title,
          const char *markup)
{
  g_autofree char *plain = NULL, *name = NULL;

  if (markup != NULL)
    pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL);
  name = plain != NULL ? g_strdup_printf ("%s, %s", title, plain) : g_strdup (title);
  samsyn_accessible_name (row, name);
}

GtkWidget *
samsyn_card_add (SamsynCard *self,
                 const char *title,
                 const char *markup,
                 GtkWidget  *end,
                 gint64      record,
                 const char *page)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_grid_new ();
  Target *target = g_new0 (Target, 1);

  *target = (Target) { record, page != NULL ? g_intern_string (page) : NULL };
  g_object_set_data_full (G_OBJECT (row), ROW_TARGET, target, g_free);
  gtk_grid_set_column_spacing (GTK_GRID (box), 12);
  gtk_grid_set_row_spacing (GTK_GRID (box), 6);
  gtk_grid_attach (GTK_GRID (box), new_texts (title, markup), 0, 0, 1, 1);
  if (end != NULL)
    {
      gboolean below = samsyn_narrow_is_text_large ();

      gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
      gtk_widget_set_halign (end, below ? GTK_ALIGN_START : GTK_ALIGN_FILL);
      gtk_grid_attach (GTK_GRID (box), end, below ? 0 : 1, below ? 1 : 0, 1, 1);
    }
  gtk_widget_add_css_class (box, "samsyn-card-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_row (row, title, markup);
  gtk_list_box_append (self->list, row);
  return box;
}

void
samsyn_card_clear (SamsynCard *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  samsyn_card_set_more (self, NULL, NULL);
}

void
samsyn_card_set_empty (SamsynCard *self,
                       const char *text)
{
  gtk_label_set_text (self->empty, text);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

void
samsyn_card_set_more (SamsynCard *self,
                      const char *label,
                      const char *page)
{
  gboolean shown = label != NULL && page != NULL && samsyn_page_find (page) != NULL;

  self->page = shown ? g_intern_string (page) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->more), shown);
  if (shown)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (self->title), label);

      gtk_button_set_label (self->more, label);
      samsyn_accessible_name (GTK_WIDGET (self->more), name);
    }
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

SamsynCard *
samsyn_card_new (SamsynSession *session,
                 const char    *title)
{
  SamsynCard *self = g_object_new (SAMSYN_TYPE_CARD, NULL);

  self->session = g_object_ref (session);
  gtk_label_set_text (self->title, title);
  samsyn_accessible_name (GTK_WIDGET (self->list), title);
  return self;
}

static void
samsyn_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_CARD);
  g_clear_object (&SAMSYN_CARD (object)->session);
  G_OBJECT_CLASS (samsyn_card_parent_class)->dispose (object);
}

static void
samsyn_card_class_init (SamsynCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_card_dispose;
  samsyn_template_set (widget_class, "card");
  gtk_widget_class_bind_template_child (widget_class, SamsynCard, empty);
  gtk_widget_class_bind_template_child (widget_class, SamsynCard, list);
  gtk_widget_class_bind_template_child (widget_class, SamsynCard, more);
  gtk_widget_class_bind_template_child (widget_class, SamsynCard, title);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
samsyn_card_init (SamsynCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
