/* related-row.c: a record in the list of those that name another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "related-row.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/light.h"
#include "desktop/parts/value-text.h"
#include "model/format.h"

#define KEY "samsyn-record"

/* Between the parts of a title that is put together, and of what is said of a record. */
#define BETWEEN " · "

/* ---- What it is called ----------------------------------------------------------------------------------------------------- */

/* What a record says that its title does not: the first text that stands in lists, or the first of these that cannot be left out;
 * NULL if there is none. */
static char *
read_text (SamsynStore        *store,
           const SamsynRecord *record,
           gboolean            required)
{
  SamsynFieldFlags flags = SAMSYN_FIELD_IN_LIST | (required ? SAMSYN_FIELD_REQUIRED : 0);

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];

      if (field->type == SAMSYN_TYPE_LONG_TEXT && (field->flags & flags) == flags && !samsyn_value_is_null (&record->values[i])
          && !g_strv_contains (record->kind->title, field->id))
        return samsyn_value_text_short (store, record->kind, field, &record->values[i]);
    }
  return NULL;
}

/* A title without the name of the record that the whole list is of, and with what the record says: where its title says no more
 * than where it stands, and where that is what it is for, such as a place in a text. */
static char *
shorten (SamsynStore        *store,
         const SamsynRecord *record,
         const char         *title,
         const char         *owner)
{
  g_autofree char *first = g_strconcat (owner, BETWEEN, NULL), *last = g_strconcat (BETWEEN, owner, NULL);
  gboolean alone = g_str_equal (title, owner), within = alone || g_str_has_prefix (title, first);
  g_autofree char *text = record != NULL ? read_text (store, record, !within) : NULL, *rest = NULL;

  if (alone)
    return g_strdup (text != NULL ? text : title);
  if (within)
    rest = g_strdup (title + strlen (first));
  else
    rest = g_strndup (title, strlen (title) - (g_str_has_suffix (title, last) ? strlen (last) : 0));
  return text != NULL ? g_strconcat (rest, BETWEEN, text, NULL) : g_steal_pointer (&rest);
}

/* ---- How it stands --------------------------------------------------------------------------------------------------------- */

/* "Status: Ongoing" */
static void
add_standing (GString            *text,
              const SamsynRecord *record,
              guint               number,
              const char         *said[],
              gboolean            as_markup)
{
  const SamsynField *field = &record->kind->fields[number];
  const SamsynValue *value = &record->values[number];
  const char *light = samsyn_light_of (field, value), *label = samsyn_field_label (field, NULL);
  g_autofree char *word = samsyn_value_display (record->kind, field, NULL, value);
  g_autofree char *marked = light != NULL ? samsyn_light_markup (light, word) : g_markup_escape_text (word, -1);

  if (*word == '\0' || g_strv_contains (said, word))
    return;
  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? BETWEEN : "", label, as_markup ? marked : word);
}

/* "Status: Ongoing · Due on: 16 January 2017": first the choices, then the dates, as text or with what marks a light; without
 * what the title says. */
static char *
describe (const SamsynRecord *record,
          const char         *title,
          gboolean            as_markup)
{
  static const SamsynType order[] = { SAMSYN_TYPE_CHOICE, SAMSYN_TYPE_DATE };
  g_auto (GStrv) said = g_strsplit (title, BETWEEN, -1);
  GString *text = g_string_new (NULL);

  for (guint type = 0; record != NULL && type < G_N_ELEMENTS (order); type++)
    for (guint i = 0; i < record->kind->n_fields; i++)
      if (record->kind->fields[i].type == order[type] && (record->kind->fields[i].flags & SAMSYN_FIELD_IN_LIST) != 0)
        add_standing (text, record, i, (const char **) said, as_markup);
  return g_string_free (text, FALSE);
}

/* ---- The row --------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

static GtkWidget *
new_standing (const char *markup)
{
  GtkWidget *label = new_label (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "samsyn-standing");
  return label;
}

GtkWidget *
samsyn_related_row_new (SamsynStore *store,
                        gint64       id,
                        const char  *title,
                        const char  *owner)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (store, id, NULL);
  g_autofree char *text = shorten (store, record, title, owner);
  g_autofree char *said = describe (record, text, FALSE), *markup = describe (record, text, TRUE);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (text));
  if (*markup != '\0')
    gtk_box_append (GTK_BOX (box), new_standing (markup));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, title);
  samsyn_accessible_name (row, text);
  samsyn_accessible_describe (row, said);
  g_object_set_data_full (G_OBJECT (row), KEY, g_memdup2 (&id, sizeof id), g_free);
  return row;
}

gint64
samsyn_related_row_get_record (GtkWidget *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), KEY);
}
