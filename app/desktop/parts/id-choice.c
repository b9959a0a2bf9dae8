/* id-choice.c: a choice among records, or other things with a number, in a drop-down with search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "id-choice.h"

#include "accessible.h"
#include "choice-rows.h"
#include "kinds/kinds.h"

#define DATA "samsyn-id-choices"
#define SEARCHED 12 /* with more choices than this they can be searched */

SamsynIdChoices *
samsyn_id_choices_new (const char *nothing)
{
  SamsynIdChoices *choices = g_new0 (SamsynIdChoices, 1);

  choices->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  choices->labels = g_ptr_array_new_null_terminated (16, g_free, TRUE);
  samsyn_id_choices_add (choices, 0, nothing);
  return choices;
}

void
samsyn_id_choices_add (SamsynIdChoices *choices,
                       gint64           id,
                       const char      *label)
{
  g_array_append_val (choices->ids, id);
  g_ptr_array_add (choices->labels, g_strdup (label));
}

void
samsyn_id_choices_free (SamsynIdChoices *choices)
{
  g_array_unref (choices->ids);
  g_ptr_array_unref (choices->labels);
  g_free (choices);
}

static gboolean
add_row (const SamsynValue *row,
         gpointer           choices)
{
  const char *title = samsyn_value_get_text (&row[1]);

  samsyn_id_choices_add (choices, samsyn_value_get_integer (&row[0], 0), title != NULL ? title : "");
  return TRUE;
}

void
samsyn_id_choices_add_kind (SamsynIdChoices *choices,
                            SamsynStore     *store,
                            const char      *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kind));

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_order_default (query);
  samsyn_store_each (store, query, add_row, choices, NULL);
}

/* ---- The drop-down --------------------------------------------------------------------------------------------------------- */

static void
name_button (GtkDropDown *down)
{
  const char *name = g_object_get_data (G_OBJECT (down), "samsyn-name");
  GtkStringObject *item = gtk_drop_down_get_selected_item (down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (down));
  g_autofree char *text = g_strdup_printf ("%s: %s", name, item != NULL ? gtk_string_object_get_string (item) : "");

  samsyn_accessible_name (GTK_WIDGET (down), text);
  if (button != NULL)
    samsyn_accessible_name (button, text);
}

static void
add_looks (GtkDropDown *down)
{
  g_autoptr (GtkListItemFactory) factory = samsyn_choice_rows_new ();
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_factory (down, factory);
  samsyn_choice_rows_widen (down);
  gtk_drop_down_set_expression (down, expression);
  g_signal_connect (down, "notify::selected", G_CALLBACK (name_button), NULL);
}

void
samsyn_id_choice_fill (GtkDropDown     *down,
                       SamsynIdChoices *choices,
                       gint64           id,
                       const char      *name)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) choices->labels->pdata);

  if (g_object_get_data (G_OBJECT (down), "samsyn-name") == NULL)
    {
      g_object_set_data_full (G_OBJECT (down), "samsyn-name", g_strdup (name), g_free);
      add_looks (down);
    }
  g_object_set_data_full (G_OBJECT (down), DATA, choices, (GDestroyNotify) samsyn_id_choices_free);
  gtk_drop_down_set_enable_search (down, choices->ids->len > SEARCHED);
  gtk_drop_down_set_model (down, G_LIST_MODEL (model));
  samsyn_id_choice_set (down, id);
  name_button (down);
}

gint64
samsyn_id_choice_get (GtkDropDown *down)
{
  const SamsynIdChoices *choices = g_object_get_data (G_OBJECT (down), DATA);
  guint selected = gtk_drop_down_get_selected (down);

  return choices != NULL && selected < choices->ids->len ? g_array_index (choices->ids, gint64, selected) : 0;
}

void
samsyn_id_choice_set (GtkDropDown *down,
                      gint64       id)
{
  const SamsynIdChoices *choices = g_object_get_data (G_OBJECT (down), DATA);
  guint at = 0;

  for (guint i = 0; choices != NULL && i < choices->ids->len; i++)
    if (g_array_index (choices->ids, gint64, i) == id)
      at = i;
  gtk_drop_down_set_selected (down, at);
}
