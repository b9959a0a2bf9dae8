/* desk.c: a session with a workspace of its own and a window to put something in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk.h"

#include "fixture.h"
#include "stage.h"

Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->folder = samsyn_fixture_folder ();
  desk->session = samsyn_session_new (samsyn_fixture_store (desk->folder));
  desk->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (desk->window));
  return desk;
}

void
desk_free (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  stage_turn (3);
  samsyn_session_close (desk->session);
  g_object_unref (desk->session);
  samsyn_fixture_remove (desk->folder);
  g_free (desk->state);
  g_free (desk);
}

SamsynStore *
desk_store (Desk *desk)
{
  return samsyn_session_get_store (desk->session);
}

static void
on_state (Desk       *desk,
          const char *text,
          gboolean    trouble)
{
  g_free (desk->state);
  desk->state = g_strdup (text);
  desk->trouble = trouble;
}

static void
on_created (Desk  *desk,
            gint64 record)
{
  desk->created = record;
}

SamsynRecordForm *
desk_put (Desk             *desk,
          SamsynRecordForm *form)
{
  g_signal_connect_swapped (form, "state", G_CALLBACK (on_state), desk);
  g_signal_connect_swapped (form, "created", G_CALLBACK (on_created), desk);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (form));
  return form;
}

SamsynRecordForm *
desk_show (Desk  *desk,
             gint64 id)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (desk_store (desk), id, NULL);

  return desk_put (desk, samsyn_record_form_new (desk->session, record));
}

void
desk_type (SamsynFormField *field,
           const char      *text)
{
  g_signal_emit_by_name (field, "entered");
  gtk_editable_set_text (GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (field))), text);
}

gint64
desk_create (Desk       *desk,
               const char *kind,
               const char *title)
{
  return samsyn_fixture_create (desk_store (desk), kind, samsyn_kind_find (kind)->title[0], title);
}

char *
desk_stored_text (Desk       *desk,
             gint64      id,
             const char *field)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (desk_store (desk), id, NULL);

  return g_strdup (samsyn_record_text (record, field));
}

SamsynValue
desk_value (Desk              *desk,
         const SamsynField *field)
{
  switch (field->type)
    {
    case SAMSYN_TYPE_DATE:
      return samsyn_value_text ("2016-05-02");
    case SAMSYN_TYPE_TIME:
      return samsyn_value_text ("13:30");
    case SAMSYN_TYPE_INTEGER:
      return samsyn_value_integer (MAX (1, (gint64) field->minimum));
    case SAMSYN_TYPE_NUMBER:
      return samsyn_value_real (MAX (1.5, field->minimum));
    case SAMSYN_TYPE_MONEY:
      return samsyn_value_integer (125050);
    case SAMSYN_TYPE_BOOLEAN:
      return samsyn_value_integer (1);
    case SAMSYN_TYPE_CHOICE:
      return samsyn_value_text (field->choices[0].id);
    case SAMSYN_TYPE_REFERENCE:
      return samsyn_value_integer (desk_create (desk, "organisation", "Nämnden"));
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
    case SAMSYN_N_TYPES:
    default:
      return samsyn_value_text ("Å ena sidan");
    }
}

gint64
desk_create_in (Desk       *desk,
           const char *kind,
           const char *field,
           gint64      target)
{
  SamsynChange *change
      = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), samsyn_store_new_id (desk_store (desk)));
  gint64 record = change->record;

  for (guint i = 0; i < change->kind->n_fields; i++)
    if (change->kind->fields[i].flags & SAMSYN_FIELD_REQUIRED && change->kind->fields[i].type != SAMSYN_TYPE_REFERENCE)
      {
        SamsynValue none = SAMSYN_VALUE_NULL, value = desk_value (desk, &change->kind->fields[i]);

        samsyn_change_add (change, change->kind->fields[i].id, &none, &value);
      }
  samsyn_change_add_integer (change, field, target);
  g_assert_cmpint (samsyn_session_save (desk->session, 0, change, NULL, NULL), !=, 0);
  return record;
}
