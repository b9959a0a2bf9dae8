/* marking.c: what is made of a passage that is selected in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marking.h"

#include "kinds/kinds.h"
#include "model/words.h"
#include "passages.h"

#define MAX_TITLE 200 /* characters of a passage that name the record made of it */

/* ---- The passage ----------------------------------------------------------------------------------------------------------- */

SamsynChange *
samsyn_marking_passage (GtkTextBuffer *buffer,
                        SamsynSession *session,
                        gint64         document)
{
  g_autofree char *quote = NULL;
  GtkTextIter start, end;
  SamsynChange *change;
  gint64 passage;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  while (gtk_text_iter_compare (&start, &end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  for (GtkTextIter last = end; gtk_text_iter_compare (&start, &end) < 0 && gtk_text_iter_backward_char (&last)
                               && g_unichar_isspace (gtk_text_iter_get_char (&last));)
    end = last;
  quote = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (*quote == '\0')
    return NULL;
  passage = samsyn_store_new_id (samsyn_session_get_store (session));
  change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_passages_kind (), passage);
  samsyn_change_add_integer (change, "document", document);
  samsyn_change_add_text (change, "quote", quote);
  samsyn_change_add_integer (change, "starts_at_character", gtk_text_iter_get_offset (&start));
  samsyn_change_add_integer (change, "ends_at_character", gtk_text_iter_get_offset (&end));
  return change;
}

/* Writes the changes, which it takes, as one step; the last of them is the passage. */
static gint64
write_changes (SamsynSession *session,
               SamsynChange  *first,
               SamsynChange  *passage)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GError) error = NULL;
  gint64 record = passage->record, step;

  if (first != NULL)
    g_ptr_array_add (changes, first);
  g_ptr_array_add (changes, passage);
  step = samsyn_session_apply (session, "create", changes, NULL, &error);
  samsyn_session_tell (session, step != 0 ? _ ("The passage is marked") : error->message, step);
  return step != 0 ? record : 0;
}

gint64
samsyn_marking_write (SamsynSession *session,
                      SamsynChange  *passage)
{
  return write_changes (session, NULL, passage);
}

/* ---- A record of it -------------------------------------------------------------------------------------------------------- */

/* Whether the title alone makes a record. */
static gboolean
needs_title_only (const SamsynKind *kind)
{
  if (kind->title[0] == NULL || kind->title[1] != NULL || samsyn_kind_field (kind, kind->title[0])->type != SAMSYN_TYPE_TEXT)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SAMSYN_FIELD_REQUIRED) && !g_str_equal (kind->fields[i].id, kind->title[0]))
      return FALSE;
  return TRUE;
}

GMenuModel *
samsyn_marking_menu (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (needs_title_only (*kind))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (samsyn_kind_label (*kind, NULL), NULL);

        g_menu_item_set_action_and_target (item, action, "s", (*kind)->id);
        g_menu_append_item (menu, item);
      }
  return G_MENU_MODEL (menu);
}

gint64
samsyn_marking_make (SamsynSession    *session,
                     SamsynChange     *passage,
                     const SamsynKind *kind)
{
  gint64 record = samsyn_store_new_id (samsyn_session_get_store (session));
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, kind, record);
  const char *quote = samsyn_value_get_text (&samsyn_change_find (passage, "quote")->after);
  g_autofree char *title = g_utf8_substring (quote, 0, MIN (MAX_TITLE, g_utf8_strlen (quote, -1)));

  g_strdelimit (title, "\n\r\t", ' ');
  samsyn_change_add_text (change, kind->title[0], title);
  samsyn_change_add_integer (passage, "about", record);
  return write_changes (session, change, passage) != 0 ? record : 0;
}
