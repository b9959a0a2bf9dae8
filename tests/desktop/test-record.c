/* test-record.c: a record's form: every kind and type of field, saves, reasons, conflicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desk.h"
#include "desktop/frame/application.h"
#include "desktop/parts/value-text.h"
#include "desktop/record/record-form.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "stage.h"

/* As the user types into a field, or picks. */
static void
give (SamsynFormField   *field,
      const SamsynValue *value)
{
  g_signal_emit_by_name (field, "entered");
  samsyn_field_editor_set_value (samsyn_form_field_get_editor (field), value);
  samsyn_field_editor_edited (samsyn_form_field_get_editor (field));
}

static void
leave (SamsynFormField *field)
{
  g_signal_emit_by_name (field, "left");
}

static const char *
shown_text (SamsynFormField *field)
{
  return gtk_editable_get_text (GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (field))));
}

static void
give_text (SamsynFormField *field,
           const char      *text)
{
  g_auto (SamsynValue) value = samsyn_value_text (text);

  give (field, &value);
}

/* ---- Every kind ------------------------------------------------------------------------------------------------------------ */

static void
test_form (gconstpointer kind)
{
  Desk *desk = desk_new ();
  SamsynRecordForm *form = desk_put (desk, samsyn_record_form_new_for (desk->session, kind));

  stage_turn (3);
  for (guint i = 0; i < ((const SamsynKind *) kind)->n_fields; i++)
    {
      SamsynFormField *field = samsyn_record_form_get_field (form, ((const SamsynKind *) kind)->fields[i].id);

      g_assert_nonnull (field);
      /* In a group of the form, so that the user sees it. */
      g_assert_nonnull (gtk_widget_get_parent (GTK_WIDGET (field)));
      g_assert_nonnull (samsyn_field_editor_get_control (samsyn_form_field_get_editor (field)));
    }
  desk_free (desk);
}

/* What is set is what is got; what is shown, read again, is the same value. */
static void
test_editors (void)
{
  Desk *desk = desk_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];
        SamsynFieldEditor *editor = g_object_ref_sink (samsyn_field_editor_new (desk->session, *kind, field));
        g_auto (SamsynValue) value = desk_value (desk, field), got = SAMSYN_VALUE_NULL, empty = SAMSYN_VALUE_NULL;
        g_autoptr (GError) error = NULL;

        samsyn_field_editor_set_value (editor, &value);
        g_assert_true (samsyn_field_editor_get_value (editor, &got, &error));
        g_assert_true (samsyn_value_equal (&value, &got));
        samsyn_field_editor_set_value (editor, &SAMSYN_VALUE_NULL);
        g_assert_true (samsyn_field_editor_get_value (editor, &empty, &error));
        g_assert_true (samsyn_value_is_null (&empty));
        samsyn_field_editor_set_read_only (editor, TRUE);
        g_object_unref (editor);
      }
  desk_free (desk);
}

/* ---- Saving ---------------------------------------------------------------------------------------------------------------- */

static void
test_new (void)
{
  Desk *desk = desk_new ();
  SamsynRecordForm *form = desk_put (desk, samsyn_record_form_new_for (desk->session, samsyn_kind_find ("organisation")));
  g_autofree char *name = NULL;

  give_text (samsyn_record_form_get_field (form, "short_name"), "SOF");
  leave (samsyn_record_form_get_field (form, "short_name"));
  g_assert_cmpint (samsyn_record_form_get_record (form), ==, 0);
  g_assert_nonnull (
      strstr (desk->state, samsyn_field_label (samsyn_kind_field (samsyn_kind_find ("organisation"), "name"), NULL)));
  g_assert_cmpint (samsyn_store_last_step (desk_store (desk)), ==, 0);

  give_text (samsyn_record_form_get_field (form, "name"), "Socialförvaltningen");
  leave (samsyn_record_form_get_field (form, "name"));
  g_assert_cmpint (desk->created, !=, 0);
  g_assert_cmpint (samsyn_record_form_get_record (form), ==, desk->created);
  name = desk_stored_text (desk, desk->created, "short_name");
  g_assert_cmpstr (name, ==, "SOF");
  g_assert_cmpint (samsyn_store_last_step (desk_store (desk)), ==, 1);
  desk_free (desk);
}

/* The saves of one visit are one step; the next visit's are another. */
static void
test_visits (void)
{
  Desk *desk = desk_new ();
  gint64 id = desk_create (desk, "organisation", "A"), before = samsyn_store_last_step (desk_store (desk));
  SamsynRecordForm *form = desk_show (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name"), *other = samsyn_record_form_get_field (form, "short_name");
  g_autofree char *now = NULL;

  desk_type (name, "An");
  samsyn_session_save_all (desk->session);
  desk_type (name, "Anna");
  samsyn_session_save_all (desk->session);
  leave (name);
  g_assert_cmpint (samsyn_store_last_step (desk_store (desk)), ==, before + 1);
  desk_type (other, "a");
  leave (other);
  desk_type (name, "Annas");
  leave (name);
  g_assert_cmpint (samsyn_store_last_step (desk_store (desk)), ==, before + 3);
  g_assert_false (desk->trouble);
  samsyn_session_undo (desk->session);
  g_assert_cmpstr (shown_text (name), ==, "Anna");
  now = desk_stored_text (desk, id, "name");
  g_assert_cmpstr (now, ==, "Anna");
  desk_free (desk);
}

/* What was typed short is written out when the field is left, whenever it was saved, and not before. */
static void
test_written_out (void)
{
  Desk *desk = desk_new ();
  SamsynRecordForm *form = desk_show (desk, desk_create (desk, "organisation", "A"));
  SamsynFormField *from = samsyn_record_form_get_field (form, "valid_from");
  g_autofree char *saved = NULL;

  stage_turn (3);
  gtk_widget_grab_focus (GTK_WIDGET (from));
  desk_type (from, "1/2 2016");
  samsyn_session_save_all (desk->session);
  g_assert_false (samsyn_form_field_is_edited (from));
  g_assert_cmpstr (shown_text (from), ==, "1/2 2016");
  saved = desk_stored_text (desk, samsyn_record_form_get_record (form), "valid_from");
  g_assert_cmpstr (saved, ==, "2016-02-01");
  leave (from);
  g_assert_cmpstr (shown_text (from), ==, "1 February 2016");
  desk_free (desk);
}

/* What is too long, or can't be seen, is told under its field; what is there already may stay while others are edited. */
static void
test_new_texts (void)
{
  Desk *desk = desk_new ();
  gint64 id = desk_create (desk, "organisation", "A");
  SamsynRecordForm *form = desk_show (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name");
  g_autofree char *longest = g_strnfill (1000, 'x'), *longer = g_strnfill (1001, 'x');
  const char *const refused[] = { longer, "\u00a0", "\u200b\u00ad" };
  g_autofree char *kept = NULL, *taken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      desk_type (name, refused[i]);
      leave (name);
      g_assert_nonnull (samsyn_form_field_get_reason (name));
    }
  kept = desk_stored_text (desk, id, "name");
  g_assert_cmpstr (kept, ==, "A");
  desk_type (name, longest);
  leave (name);
  g_assert_null (samsyn_form_field_get_reason (name));
  taken = desk_stored_text (desk, id, "name");
  g_assert_cmpstr (taken, ==, longest);
  desk_free (desk);
}

static void
test_reasons (void)
{
  Desk *desk = desk_new ();
  gint64 id = desk_create (desk, "organisation", "A");
  SamsynRecordForm *form = desk_show (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name");
  SamsynFormField *from = samsyn_record_form_get_field (form, "valid_from"), *to = samsyn_record_form_get_field (form, "valid_"
                                                                                                                       "to");
  g_autofree char *kept = NULL, *stored_from = NULL, *stored_to = NULL;

  desk_type (name, "");
  leave (name);
  g_assert_nonnull (samsyn_form_field_get_reason (name));
  g_assert_true (desk->trouble);
  kept = desk_stored_text (desk, id, "name");
  g_assert_cmpstr (kept, ==, "A");
  desk_type (name, "B");
  leave (name);
  g_assert_null (samsyn_form_field_get_reason (name));

  desk_type (to, "32/13");
  leave (to);
  g_assert_nonnull (samsyn_form_field_get_reason (to));
  g_assert_cmpstr (shown_text (to), ==, "32/13");
  desk_type (to, "2016-05-02");
  leave (to);
  g_assert_null (samsyn_form_field_get_reason (to));

  /* A beginning after the end waits for another end. */
  desk_type (from, "2017-01-01");
  leave (from);
  g_assert_nonnull (samsyn_form_field_get_reason (from));
  desk_type (to, "2018-01-01");
  leave (to);
  g_assert_null (samsyn_form_field_get_reason (from));
  stored_from = desk_stored_text (desk, id, "valid_from");
  stored_to = desk_stored_text (desk, id, "valid_to");
  g_assert_cmpstr (stored_from, ==, "2017-01-01");
  g_assert_cmpstr (stored_to, ==, "2018-01-01");
  g_assert_false (desk->trouble);
  desk_free (desk);
}

/* What is wrong is said once, as a sentence, and under the field that it is about. */
static void
test_sentences (void)
{
  Desk *desk = desk_new ();
  gint64 group = desk_create (desk, "group", "Styrgruppen");
  SamsynRecordForm *form = desk_put (desk, samsyn_record_form_new_for (desk->session, samsyn_kind_find ("meeting")));
  SamsynFormField *of_group = samsyn_record_form_get_field (form, "group"), *on = samsyn_record_form_get_field (form, "starts_"
                                                                                                                      "on");
  g_auto (SamsynValue) value = samsyn_value_integer (group);

  give (of_group, &value);
  leave (of_group);
  desk_type (on, "abc");
  leave (on);
  g_assert_nonnull (samsyn_form_field_get_reason (on));
  g_assert_null (samsyn_form_field_get_reason (of_group));
  g_assert_nonnull (strstr (desk->state, samsyn_form_field_get_reason (on)));
  desk_type (on, "2016-11-22");
  leave (on);
  g_assert_cmpint (samsyn_record_form_get_record (form), !=, 0);

  form = desk_show (desk, desk_create (desk, "organisation", "A"));
  desk_type (samsyn_record_form_get_field (form, "valid_from"), "2016-02-10");
  leave (samsyn_record_form_get_field (form, "valid_from"));
  desk_type (samsyn_record_form_get_field (form, "valid_to"), "2015-02-01");
  leave (samsyn_record_form_get_field (form, "valid_to"));
  g_assert_cmpstr (samsyn_form_field_get_reason (samsyn_record_form_get_field (form, "valid_to")), ==,
                   "“Valid to” can't be before “Valid from”.");
  g_assert_cmpstr (desk->state, ==, "Not saved: Organisation: “Valid to” can't be before “Valid from”. Nothing was changed.");
  desk_free (desk);
}

/* What can't be saved is taken back before anything is undone: one text at a time, the last field's first. */
static void
test_take_back (void)
{
  Desk *desk = desk_new ();
  gint64 id = desk_create (desk, "organisation", "A"), before = samsyn_store_last_step (desk_store (desk));
  SamsynRecordForm *form = desk_show (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name");
  SamsynFormField *from = samsyn_record_form_get_field (form, "valid_from"), *to = samsyn_record_form_get_field (form, "valid_"
                                                                                                                       "to");

  g_assert_false (samsyn_record_form_take_back (form));
  desk_type (from, "33/13");
  leave (from);
  desk_type (to, "32/13");
  leave (to);
  desk_type (name, "");
  /* Not left yet: whether it can be saved is found first. */
  g_assert_true (samsyn_record_form_take_back (form));
  g_assert_cmpstr (shown_text (name), ==, "A");
  g_assert_cmpstr (shown_text (to), ==, "32/13");
  g_assert_true (desk->trouble);
  g_assert_true (samsyn_record_form_take_back (form));
  g_assert_true (samsyn_record_form_take_back (form));
  g_assert_cmpstr (shown_text (from), ==, "");
  g_assert_cmpstr (shown_text (to), ==, "");
  g_assert_null (samsyn_form_field_get_reason (from));
  g_assert_null (samsyn_form_field_get_reason (to));
  g_assert_false (desk->trouble);
  g_assert_false (samsyn_record_form_take_back (form));
  /* What can be saved is a step. */
  desk_type (name, "B");
  g_assert_false (samsyn_record_form_take_back (form));
  g_assert_cmpint (samsyn_store_last_step (desk_store (desk)), ==, before + 1);
  desk_free (desk);
}

/* What was typed in a new record that lacks something isn't written, and is the last that was done. */
static void
test_take_back_new (void)
{
  Desk *desk = desk_new ();
  gint64 before = samsyn_store_last_step (desk_store (desk));
  SamsynRecordForm *form = desk_put (desk, samsyn_record_form_new_for (desk->session, samsyn_kind_find ("organisation")));
  SamsynFormField *short_name = samsyn_record_form_get_field (form, "short_name");

  g_assert_false (samsyn_record_form_take_back (form));
  desk_type (short_name, "SF");
  leave (short_name);
  g_assert_true (samsyn_record_form_take_back (form));
  g_assert_cmpstr (shown_text (short_name), ==, "");
  g_assert_false (samsyn_record_form_take_back (form));
  g_assert_cmpint (samsyn_store_last_step (desk_store (desk)), ==, before);
  desk_free (desk);
}

static void
test_conflict (void)
{
  Desk *desk = desk_new ();
  gint64 id = desk_create (desk, "organisation", "A");
  SamsynRecordForm *form = desk_show (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name");
  g_autofree char *theirs = NULL, *mine = NULL;

  desk_type (name, "Mine");
  samsyn_fixture_edit (desk_store (desk), id, "name", "Theirs", NULL);
  leave (name);
  g_assert_true (samsyn_form_field_in_conflict (name));
  g_assert_true (desk->trouble);
  theirs = desk_stored_text (desk, id, "name");
  g_assert_cmpstr (theirs, ==, "Theirs");
  samsyn_form_field_keep_mine (name);
  g_assert_false (samsyn_form_field_in_conflict (name));
  mine = desk_stored_text (desk, id, "name");
  g_assert_cmpstr (mine, ==, "Mine");
  g_assert_false (desk->trouble);

  desk_type (name, "Mine again");
  samsyn_fixture_edit (desk_store (desk), id, "name", "Theirs again", NULL);
  leave (name);
  samsyn_form_field_take_theirs (name);
  g_assert_false (samsyn_form_field_in_conflict (name));
  g_assert_cmpstr (shown_text (name), ==, "Theirs again");
  desk_free (desk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  samsyn_desktop_prepare ();
  adw_init ();
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *path = g_strconcat ("/record/form/", (*kind)->id, NULL);

      g_test_add_data_func (path, *kind, test_form);
    }
  g_test_add_func ("/record/editors", test_editors);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/visits", test_visits);
  g_test_add_func ("/record/written-out", test_written_out);
  g_test_add_func ("/record/new-texts", test_new_texts);
  g_test_add_func ("/record/reasons", test_reasons);
  g_test_add_func ("/record/sentences", test_sentences);
  g_test_add_func ("/record/take-back", test_take_back);
  g_test_add_func ("/record/take-back/new", test_take_back_new);
  g_test_add_func ("/record/conflict", test_conflict);
  return g_test_run ();
}
