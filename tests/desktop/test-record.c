/* test-record.c: a record's form: every kind and type of field, saves, reasons, conflicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/application.h"
#include "desktop/beside.h"
#include "desktop/reading-view.h"
#include "desktop/record-form.h"
#include "desktop/record-pane.h"
#include "desktop/related.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "stage.h"

typedef struct
{
  char          *folder;
  SamsynSession *session;
  GtkWidget     *window;
  char          *state;
  gboolean       trouble;
  gint64         created;
} Desk;

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->folder = samsyn_fixture_folder ();
  desk->session = samsyn_session_new (samsyn_fixture_store (desk->folder));
  desk->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (desk->window));
  return desk;
}

static void
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

static SamsynStore *
store_of (Desk *desk)
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

static SamsynRecordForm *
put_form (Desk             *desk,
          SamsynRecordForm *form)
{
  g_signal_connect_swapped (form, "state", G_CALLBACK (on_state), desk);
  g_signal_connect_swapped (form, "created", G_CALLBACK (on_created), desk);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (form));
  return form;
}

static SamsynRecordForm *
show_record (Desk  *desk,
             gint64 id)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (store_of (desk), id, NULL);

  return put_form (desk, samsyn_record_form_new (desk->session, record));
}

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

/* Types into the control of a field of one line. */
static void
type_text (SamsynFormField *field,
           const char      *text)
{
  g_signal_emit_by_name (field, "entered");
  gtk_editable_set_text (GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (field))), text);
}

static void
give_text (SamsynFormField *field,
           const char      *text)
{
  g_auto (SamsynValue) value = samsyn_value_text (text);

  give (field, &value);
}

static gint64
create_titled (Desk       *desk,
               const char *kind,
               const char *title)
{
  return samsyn_fixture_create (store_of (desk), kind, samsyn_kind_find (kind)->title[0], title);
}

static char *
stored_text (Desk       *desk,
             gint64      id,
             const char *field)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (store_of (desk), id, NULL);

  return g_strdup (samsyn_record_text (record, field));
}

/* ---- Every kind ------------------------------------------------------------------------------------------------------------------ */

static void
test_form (gconstpointer kind)
{
  Desk *desk = desk_new ();
  SamsynRecordForm *form = put_form (desk, samsyn_record_form_new_for (desk->session, kind));

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

/* A value that fits the field. */
static SamsynValue
fitting (Desk              *desk,
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
      return samsyn_value_integer (create_titled (desk, "organisation", "Nämnden"));
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
    case SAMSYN_N_TYPES:
    default:
      return samsyn_value_text ("Å ena sidan");
    }
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
        g_auto (SamsynValue) value = fitting (desk, field), got = SAMSYN_VALUE_NULL, empty = SAMSYN_VALUE_NULL;
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

/* ---- Saving ---------------------------------------------------------------------------------------------------------------------- */

static void
test_new (void)
{
  Desk *desk = desk_new ();
  SamsynRecordForm *form = put_form (desk, samsyn_record_form_new_for (desk->session, samsyn_kind_find ("organisation")));
  g_autofree char *name = NULL;

  give_text (samsyn_record_form_get_field (form, "short_name"), "SOF");
  leave (samsyn_record_form_get_field (form, "short_name"));
  g_assert_cmpint (samsyn_record_form_get_record (form), ==, 0);
  g_assert_nonnull (strstr (desk->state, samsyn_field_label (samsyn_kind_field (samsyn_kind_find ("organisation"), "name"), NULL)));
  g_assert_cmpint (samsyn_store_last_step (store_of (desk)), ==, 0);

  give_text (samsyn_record_form_get_field (form, "name"), "Socialförvaltningen");
  leave (samsyn_record_form_get_field (form, "name"));
  g_assert_cmpint (desk->created, !=, 0);
  g_assert_cmpint (samsyn_record_form_get_record (form), ==, desk->created);
  name = stored_text (desk, desk->created, "short_name");
  g_assert_cmpstr (name, ==, "SOF");
  g_assert_cmpint (samsyn_store_last_step (store_of (desk)), ==, 1);
  desk_free (desk);
}

/* The saves of one visit are one step; the next visit's are another. */
static void
test_visits (void)
{
  Desk *desk = desk_new ();
  gint64 id = create_titled (desk, "organisation", "A"), before = samsyn_store_last_step (store_of (desk));
  SamsynRecordForm *form = show_record (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name"), *other = samsyn_record_form_get_field (form, "short_name");
  g_autofree char *now = NULL;

  type_text (name, "An");
  samsyn_session_save_all (desk->session);
  type_text (name, "Anna");
  samsyn_session_save_all (desk->session);
  leave (name);
  g_assert_cmpint (samsyn_store_last_step (store_of (desk)), ==, before + 1);
  type_text (other, "a");
  leave (other);
  type_text (name, "Annas");
  leave (name);
  g_assert_cmpint (samsyn_store_last_step (store_of (desk)), ==, before + 3);
  g_assert_false (desk->trouble);
  samsyn_session_undo (desk->session);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (name)))), ==,
                   "Anna");
  now = stored_text (desk, id, "name");
  g_assert_cmpstr (now, ==, "Anna");
  desk_free (desk);
}

static void
test_reasons (void)
{
  Desk *desk = desk_new ();
  gint64 id = create_titled (desk, "organisation", "A");
  SamsynRecordForm *form = show_record (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name");
  SamsynFormField *from = samsyn_record_form_get_field (form, "valid_from"), *to = samsyn_record_form_get_field (form, "valid_to");
  g_autofree char *kept = NULL, *stored_from = NULL, *stored_to = NULL;

  type_text (name, "");
  leave (name);
  g_assert_nonnull (samsyn_form_field_get_reason (name));
  g_assert_true (desk->trouble);
  kept = stored_text (desk, id, "name");
  g_assert_cmpstr (kept, ==, "A");
  type_text (name, "B");
  leave (name);
  g_assert_null (samsyn_form_field_get_reason (name));

  type_text (to, "32/13");
  leave (to);
  g_assert_nonnull (samsyn_form_field_get_reason (to));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (to)))), ==,
                   "32/13");
  type_text (to, "2016-05-02");
  leave (to);
  g_assert_null (samsyn_form_field_get_reason (to));

  /* A beginning after the end waits for another end. */
  type_text (from, "2017-01-01");
  leave (from);
  g_assert_nonnull (samsyn_form_field_get_reason (from));
  type_text (to, "2018-01-01");
  leave (to);
  g_assert_null (samsyn_form_field_get_reason (from));
  stored_from = stored_text (desk, id, "valid_from");
  stored_to = stored_text (desk, id, "valid_to");
  g_assert_cmpstr (stored_from, ==, "2017-01-01");
  g_assert_cmpstr (stored_to, ==, "2018-01-01");
  g_assert_false (desk->trouble);
  desk_free (desk);
}

static void
test_conflict (void)
{
  Desk *desk = desk_new ();
  gint64 id = create_titled (desk, "organisation", "A");
  SamsynRecordForm *form = show_record (desk, id);
  SamsynFormField *name = samsyn_record_form_get_field (form, "name");
  g_autofree char *theirs = NULL, *mine = NULL;

  type_text (name, "Mine");
  samsyn_fixture_edit (store_of (desk), id, "name", "Theirs", NULL);
  leave (name);
  g_assert_true (samsyn_form_field_in_conflict (name));
  g_assert_true (desk->trouble);
  theirs = stored_text (desk, id, "name");
  g_assert_cmpstr (theirs, ==, "Theirs");
  samsyn_form_field_keep_mine (name);
  g_assert_false (samsyn_form_field_in_conflict (name));
  mine = stored_text (desk, id, "name");
  g_assert_cmpstr (mine, ==, "Mine");
  g_assert_false (desk->trouble);

  type_text (name, "Mine again");
  samsyn_fixture_edit (store_of (desk), id, "name", "Theirs again", NULL);
  leave (name);
  samsyn_form_field_take_theirs (name);
  g_assert_false (samsyn_form_field_in_conflict (name));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (name)))), ==,
                   "Theirs again");
  desk_free (desk);
}

/* Nobody's edits are lost when something else is shown. */
static void
test_pane (void)
{
  Desk *desk = desk_new ();
  gint64 a = create_titled (desk, "organisation", "A"), b = create_titled (desk, "organisation", "B");
  SamsynRecordPane *pane = samsyn_record_pane_new (desk->session);

  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (pane));
  samsyn_session_show_record (desk->session, a);
  stage_turn (3);
  g_assert_true (samsyn_record_pane_is_open (pane));
  samsyn_session_show_record (desk->session, b);
  stage_turn (3);
  samsyn_session_delete (desk->session, &b, 1);
  stage_turn (3);
  g_assert_false (samsyn_record_pane_is_open (pane));
  samsyn_session_create_record (desk->session, samsyn_kind_find ("project"), NULL, 0);
  stage_turn (3);
  g_assert_true (samsyn_record_pane_is_new (pane));
  samsyn_session_show_record (desk->session, a);
  stage_turn (3);
  g_assert_false (samsyn_record_pane_is_new (pane));
  samsyn_session_show_record (desk->session, 0);
  g_assert_false (samsyn_record_pane_is_open (pane));
  desk_free (desk);
}

/* Back goes to what was shown before and is there still; from row to row of a list there is no way back. */
static void
test_back (void)
{
  Desk *desk = desk_new ();
  gint64 a = create_titled (desk, "organisation", "A"), b = create_titled (desk, "organisation", "B"),
         c = create_titled (desk, "organisation", "C");

  samsyn_session_show_record (desk->session, a);
  samsyn_session_browse (desk->session, b);
  g_assert_cmpint (samsyn_session_get_previous (desk->session), ==, 0);
  g_assert_cmpint (samsyn_session_get_left (desk->session), ==, a);
  samsyn_session_show_record (desk->session, c);
  samsyn_session_show_record (desk->session, a);
  g_assert_cmpint (samsyn_session_get_previous (desk->session), ==, c);
  samsyn_session_go_back (desk->session);
  g_assert_cmpint (samsyn_session_get_record (desk->session), ==, c);
  g_assert_cmpint (samsyn_session_get_left (desk->session), ==, a);
  samsyn_session_delete (desk->session, &b, 1);
  g_assert_cmpint (samsyn_session_get_previous (desk->session), ==, 0);
  samsyn_session_create_record (desk->session, samsyn_kind_find ("project"), NULL, 0);
  g_assert_cmpint (samsyn_session_get_previous (desk->session), ==, c);
  samsyn_session_show_record (desk->session, 0);
  g_assert_cmpint (samsyn_session_get_previous (desk->session), ==, 0);
  desk_free (desk);
}

static gint64
create_in (Desk       *desk,
           const char *kind,
           const char *field,
           gint64      target)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), samsyn_store_new_id (store_of (desk)));
  gint64 record = change->record;

  for (guint i = 0; i < change->kind->n_fields; i++)
    if (change->kind->fields[i].flags & SAMSYN_FIELD_REQUIRED && change->kind->fields[i].type != SAMSYN_TYPE_REFERENCE)
      {
        SamsynValue none = SAMSYN_VALUE_NULL, value = fitting (desk, &change->kind->fields[i]);

        samsyn_change_add (change, change->kind->fields[i].id, &none, &value);
      }
  samsyn_change_add_integer (change, field, target);
  g_assert_cmpint (samsyn_session_save (desk->session, 0, change, NULL, NULL), !=, 0);
  return record;
}

/* A new record stands where the one stands beside which it is made. */
static void
test_beside (void)
{
  Desk *desk = desk_new ();
  gint64 project = create_titled (desk, "project", "P"), sub = create_in (desk, "project", "parent", project);
  gint64 group = create_in (desk, "group", "project", sub), meeting = create_in (desk, "meeting", "group", group);
  g_autoptr (SamsynRecord) sibling = samsyn_record_new (samsyn_kind_find ("project"), 0);
  g_autoptr (SamsynRecord) risk = samsyn_record_new (samsyn_kind_find ("risk"), 0);
  g_autoptr (SamsynRecord) decision = samsyn_record_new (samsyn_kind_find ("decision"), 0);
  g_autoptr (SamsynRecord) given = samsyn_record_new (samsyn_kind_find ("decision"), 0);
  SamsynValue value = samsyn_value_integer (project);

  samsyn_beside_fill (store_of (desk), sibling, sub);
  g_assert_cmpint (samsyn_record_integer (sibling, "parent", 0), ==, project);
  samsyn_beside_fill (store_of (desk), risk, sub);
  g_assert_cmpint (samsyn_record_integer (risk, "project", 0), ==, sub);
  g_assert_cmpint (samsyn_record_integer (risk, "owner", 0), ==, 0);
  /* Through the group of the meeting. */
  samsyn_beside_fill (store_of (desk), decision, meeting);
  g_assert_cmpint (samsyn_record_integer (decision, "meeting", 0), ==, meeting);
  g_assert_cmpint (samsyn_record_integer (decision, "project", 0), ==, sub);
  /* What is given stands. */
  samsyn_record_set (given, "project", &value);
  samsyn_beside_fill (store_of (desk), given, meeting);
  g_assert_cmpint (samsyn_record_integer (given, "project", 0), ==, project);
  desk_free (desk);
}

static void
on_told (Desk       *desk,
         const char *text,
         gint64      step)
{
  g_free (desk->state);
  desk->state = g_strdup (text);
  desk->created = step;
}

/* What goes along with a deleted record is named. */
static void
test_delete (void)
{
  Desk *desk = desk_new ();
  gint64 project = create_titled (desk, "project", "Översynen"), risk;

  risk = create_in (desk, "risk", "project", project);
  create_in (desk, "milestone", "project", project);
  g_signal_connect_swapped (desk->session, "tell", G_CALLBACK (on_told), desk);
  samsyn_session_delete (desk->session, &project, 1);
  g_assert_nonnull (strstr (desk->state, "Översynen"));
  g_assert_nonnull (strstr (desk->state, "2"));
  g_assert_nonnull (strstr (desk->state, samsyn_kind_label (samsyn_kind_find ("risk"), NULL)));
  g_assert_nonnull (strstr (desk->state, samsyn_kind_label (samsyn_kind_find ("milestone"), NULL)));
  g_assert_cmpint (desk->created, ==, samsyn_store_last_step (store_of (desk)));
  g_assert_null (samsyn_store_kind_of (store_of (desk), risk));
  samsyn_session_undo (desk->session);
  g_assert_nonnull (samsyn_store_kind_of (store_of (desk), risk));
  desk_free (desk);
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------------- */

static void
test_mark (void)
{
  static const char text[] = "Först. Nämnden för ärenden svarar. Sist.";
  Desk *desk = desk_new ();
  gint64 document = create_titled (desk, "document", "Lagen"), task = create_titled (desk, "task", "Uppgiften"), id;
  SamsynReadingView *view = g_object_new (SAMSYN_TYPE_READING_VIEW, NULL);
  g_autoptr (SamsynRecord) passage = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (view));
  samsyn_reading_view_show (view, desk->session, document, text);
  g_assert_cmpint (samsyn_reading_view_mark (view, "gap", 0), ==, 0);
  buffer = gtk_text_view_get_buffer (samsyn_reading_view_get_text (view));
  /* With the spaces around it, which are no part of the quote. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 6);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 35);
  gtk_text_buffer_select_range (buffer, &start, &end);
  id = samsyn_reading_view_mark (view, "responsibility", task);
  g_assert_cmpint (id, !=, 0);
  passage = samsyn_store_get (store_of (desk), id, NULL);
  g_assert_cmpstr (samsyn_record_text (passage, "quote"), ==, "Nämnden för ärenden svarar.");
  g_assert_cmpint (samsyn_record_integer (passage, "starts_at_character", -1), ==, 7);
  g_assert_cmpint (samsyn_record_integer (passage, "ends_at_character", -1), ==, 34);
  g_assert_cmpint (samsyn_record_integer (passage, "about", 0), ==, task);
  g_assert_cmpstr (samsyn_record_text (passage, "tag"), ==, "responsibility");
  stage_turn (3);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 10);
  g_assert_true (gtk_text_iter_has_tag (&start, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "responsibility")));
  desk_free (desk);
}

/* Of every kind the records that belong to it can be begun from it. */
static void
test_belongs (void)
{
  const SamsynKind *project = samsyn_kind_find ("project"), *meeting = samsyn_kind_find ("meeting");

  g_assert_cmpstr (samsyn_related_belongs (samsyn_kind_find ("milestone"), project)->id, ==, "project");
  g_assert_cmpstr (samsyn_related_belongs (samsyn_kind_find ("agenda_item"), meeting)->id, ==, "meeting");
  g_assert_cmpstr (samsyn_related_belongs (project, project)->id, ==, "parent");
  g_assert_cmpstr (samsyn_related_belongs (samsyn_kind_find ("link"), meeting)->id, ==, "from");
  g_assert_cmpstr (samsyn_related_belongs (samsyn_kind_find ("decision"), meeting)->id, ==, "meeting");
  g_assert_null (samsyn_related_belongs (samsyn_kind_find ("person"), meeting));
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
  g_test_add_func ("/record/reasons", test_reasons);
  g_test_add_func ("/record/conflict", test_conflict);
  g_test_add_func ("/record/pane", test_pane);
  g_test_add_func ("/record/delete", test_delete);
  g_test_add_func ("/record/back", test_back);
  g_test_add_func ("/record/beside", test_beside);
  g_test_add_func ("/record/mark", test_mark);
  g_test_add_func ("/record/belongs", test_belongs);
  return g_test_run ();
}
