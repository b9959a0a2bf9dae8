/* choice-rows.c: the rows of a list of words to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "choice-rows.h"

#include "accessible.h"
#include "light.h"
#include "narrow.h"

#define LIGHT "samsyn-light"

static const char *
word_of (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

/* The row around what was put in it takes the focus, and has no name of itself. */
static void
name_row (GtkListItem *item)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (row != NULL)
    samsyn_accessible_name (row, word_of (item));
}

/* ---- On one line ----------------------------------------------------------------------------------------------------------- */

static void
set_up_line (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
show_word (GtkLabel    *label,
           GtkListItem *item)
{
  const char *light = g_object_get_data (gtk_list_item_get_item (item), LIGHT);
  g_autofree char *markup = light != NULL ? samsyn_light_markup (light, word_of (item)) : NULL;

  if (markup != NULL)
    gtk_label_set_markup (label, markup);
  else
    gtk_label_set_text (label, word_of (item));
}

void
samsyn_choice_rows_set_light (GtkStringList *words,
                              guint          row,
                              const char    *light)
{
  g_autoptr (GObject) word = g_list_model_get_item (G_LIST_MODEL (words), row);

  g_object_set_data_full (word, LIGHT, g_strdup (light), g_free);
}

static void
bind_line (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  show_word (GTK_LABEL (label), item);
  gtk_widget_set_tooltip_text (label, word_of (item));
  name_row (item);
}

GtkListItemFactory *
samsyn_choice_rows_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_line), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line), NULL);
  return factory;
}

/* What is longer is cut off, and has a tooltip. */
#define MOST_CHARACTERS 34
#define SYMBOL_CHARACTERS 3 /* of a light, and what is beside it */

/* A list is as wide as what it offers, not as the button with what is chosen. */
static void
widen_line (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  gboolean fits = g_utf8_strlen (word_of (item), -1) <= MOST_CHARACTERS;
  const char *light = g_object_get_data (gtk_list_item_get_item (item), LIGHT);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_ellipsize (label, fits ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, fits ? -1 : MOST_CHARACTERS + (light != NULL ? SYMBOL_CHARACTERS : 0));
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), !fits);
}

void
samsyn_choice_rows_widen (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = samsyn_choice_rows_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (widen_line), NULL);
  gtk_drop_down_set_list_factory (drop_down, factory);
}

/* ---- On as many lines as a word needs -------------------------------------------------------------------------------------- */

static void
set_up_lines (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, line);
}

/* What is chosen has a mark, which keeps its room with the others. */
static void
mark (AdwComboRow *row,
      GParamSpec  *spec,
      GtkListItem *item)
{
  GtkWidget *line = gtk_list_item_get_child (item);

  if (line != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (line),
                            adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
bind_lines (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            gpointer                  row)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))), word_of (item));
  name_row (item);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (mark), item, 0);
  mark (row, NULL, item);
}

static void
unbind_lines (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  row)
{
  g_signal_handlers_disconnect_by_func (row, mark, item);
}

/* The row takes the focus, and has the name of its title alone. */
static void
describe_chosen (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);

  samsyn_accessible_describe (GTK_WIDGET (row), item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : "");
}

void
samsyn_choice_rows_set_list (AdwComboRow   *row,
                             GtkStringList *words)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_lines), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_lines), row, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_lines), row, 0);
  adw_combo_row_set_list_factory (row, factory);
  if (samsyn_narrow_is_text_large ())
    adw_combo_row_set_use_subtitle (row, TRUE);
  g_signal_handlers_disconnect_by_func (row, describe_chosen, NULL);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (describe_chosen), NULL);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  describe_chosen (row);
}

void
samsyn_choice_rows_set_words (AdwComboRow       *row,
                              const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  samsyn_choice_rows_set_list (row, list);
}
