/* test-record-pane.c: the record beside the page: shown, left, made from another, deleted with what belongs to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desk.h"
#include "desktop/frame/application.h"
#include "desktop/parts/value-text.h"
#include "desktop/record/record-pane.h"
#include "desktop/record/related.h"
#include "desktop/session/beside.h"
#include "kinds/kinds.h"
#include "stage.h"

/* Nobody's edits are lost when something else is shown. */
static void
test_pane (void)
{
  Desk *desk = desk_new ();
  gint64 a = desk_create (desk, "organisation", "A"), b = desk_create (desk, "organisation", "B");
  SamsynRecordPane *pane = samsyn_record_pane_new (desk->session);
  g_autofree char *kept = NULL;
  SamsynFormField *field;

  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (pane));
  samsyn_session_show_record (desk->session, a);
  stage_turn (3);
  g_assert_true (samsyn_record_pane_is_open (pane));
  field = samsyn_record_form_get_field (SAMSYN_RECORD_FORM (stage_find (GTK_WIDGET (pane), SAMSYN_TYPE_RECORD_FORM)), "name");
  desk_type (field, "A2");
  samsyn_session_show_record (desk->session, b);
  stage_turn (3);
  kept = desk_stored_text (desk, a, "name");
  g_assert_cmpstr (kept, ==, "A2");
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
  gint64 a = desk_create (desk, "organisation", "A"), b = desk_create (desk, "organisation", "B"),
         c = desk_create (desk, "organisation", "C");

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

/* A new record stands where the one stands beside which it is made. */
static void
test_beside (void)
{
  Desk *desk = desk_new ();
  gint64 project = desk_create (desk, "project", "P"), sub = desk_create_in (desk, "project", "parent", project);
  gint64 group = desk_create_in (desk, "group", "project", sub), meeting = desk_create_in (desk, "meeting", "group", group);
  g_autoptr (SamsynRecord) sibling = samsyn_record_new (samsyn_kind_find ("project"), 0);
  g_autoptr (SamsynRecord) risk = samsyn_record_new (samsyn_kind_find ("risk"), 0);
  g_autoptr (SamsynRecord) decision = samsyn_record_new (samsyn_kind_find ("decision"), 0);
  g_autoptr (SamsynRecord) given = samsyn_record_new (samsyn_kind_find ("decision"), 0);
  SamsynValue value = samsyn_value_integer (project);

  samsyn_beside_fill (desk_store (desk), sibling, sub);
  g_assert_cmpint (samsyn_record_integer (sibling, "parent", 0), ==, project);
  samsyn_beside_fill (desk_store (desk), risk, sub);
  g_assert_cmpint (samsyn_record_integer (risk, "project", 0), ==, sub);
  g_assert_cmpint (samsyn_record_integer (risk, "owner", 0), ==, 0);
  /* Through the group of the meeting. */
  samsyn_beside_fill (desk_store (desk), decision, meeting);
  g_assert_cmpint (samsyn_record_integer (decision, "meeting", 0), ==, meeting);
  g_assert_cmpint (samsyn_record_integer (decision, "project", 0), ==, sub);
  /* What is given stands. */
  samsyn_record_set (given, "project", &value);
  samsyn_beside_fill (desk_store (desk), given, meeting);
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

static SamsynFormField *
shown_field (SamsynRecordPane *pane,
             const char       *id)
{
  return samsyn_record_form_get_field (SAMSYN_RECORD_FORM (stage_find (GTK_WIDGET (pane), SAMSYN_TYPE_RECORD_FORM)), id);
}

static const char *
shown_text (SamsynRecordPane *pane,
            const char       *id)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (samsyn_field_editor_get_control (samsyn_form_field_get_editor (shown_field (pane, id)))));
}

/* What can't be saved where it is left comes back: a new record by undoing, as long as nothing was written since; a wrong value
 * with its record. */
static void
test_left (void)
{
  Desk *desk = desk_new ();
  gint64 a = desk_create (desk, "project", "A"), b = desk_create (desk, "project", "B");
  SamsynRecordPane *pane = samsyn_record_pane_new (desk->session);
  g_autofree char *kept = NULL;

  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (pane));
  g_signal_connect_swapped (desk->session, "tell", G_CALLBACK (on_told), desk);
  g_assert_false (samsyn_record_pane_take_back (pane));
  samsyn_session_create_record (desk->session, samsyn_kind_find ("project"), NULL, 0);
  stage_turn (3);
  desk_type (shown_field (pane, "registration_number"), "Dnr 1");
  samsyn_session_show_record (desk->session, a);
  stage_turn (3);
  g_assert_cmpint (desk->created, ==, SAMSYN_TELL_LEFT);
  g_assert_false (samsyn_record_pane_is_new (pane));
  g_assert_true (samsyn_record_pane_take_back (pane));
  stage_turn (3);
  g_assert_true (samsyn_record_pane_is_new (pane));
  g_assert_cmpstr (shown_text (pane, "registration_number"), ==, "Dnr 1");
  desk_type (shown_field (pane, "name"), "C");
  samsyn_session_show_record (desk->session, 0);
  stage_turn (3);
  kept = desk_stored_text (desk, samsyn_session_get_left (desk->session), "registration_number");
  g_assert_cmpstr (kept, ==, "Dnr 1");

  samsyn_session_create_record (desk->session, samsyn_kind_find ("project"), NULL, 0);
  stage_turn (3);
  desk_type (shown_field (pane, "registration_number"), "Dnr 2");
  samsyn_session_show_record (desk->session, 0);
  desk_create (desk, "project", "D");
  g_assert_false (samsyn_record_pane_take_back (pane));

  samsyn_session_show_record (desk->session, a);
  stage_turn (3);
  desk_type (shown_field (pane, "starts_on"), "31/2");
  samsyn_session_show_record (desk->session, b);
  samsyn_session_show_record (desk->session, a);
  stage_turn (3);
  g_assert_cmpstr (shown_text (pane, "starts_on"), ==, "31/2");
  g_assert_nonnull (samsyn_form_field_get_reason (shown_field (pane, "starts_on")));
  samsyn_session_show_record (desk->session, b);
  samsyn_session_delete (desk->session, &a, 1);
  g_assert_false (samsyn_record_pane_take_back (pane));
  samsyn_session_show_record (desk->session, b);
  stage_turn (3);
  desk_type (shown_field (pane, "starts_on"), "31/2");
  samsyn_session_delete (desk->session, &b, 1);
  g_assert_false (samsyn_record_pane_is_open (pane));
  g_assert_false (samsyn_record_pane_take_back (pane)); /* undoing brings the record back */
  desk_free (desk);
}

/* What goes along with a deleted record is named. */
static void
test_delete (void)
{
  Desk *desk = desk_new ();
  gint64 project = desk_create (desk, "project", "Översynen"), risk;
  g_autofree char *risk_word = samsyn_label_lower (samsyn_kind_label (samsyn_kind_find ("risk"), NULL));
  g_autofree char *milestones = samsyn_label_lower (samsyn_kind_plural (samsyn_kind_find ("milestone"), NULL));

  desk_create_in (desk, "milestone", "project", project);
  risk = desk_create_in (desk, "risk", "project", project);
  desk_create_in (desk, "milestone", "project", project);
  g_signal_connect_swapped (desk->session, "tell", G_CALLBACK (on_told), desk);
  samsyn_session_delete (desk->session, &project, 1);
  g_assert_nonnull (strstr (desk->state, "Översynen"));
  g_assert_nonnull (strstr (desk->state, "3"));
  g_assert_nonnull (strstr (desk->state, risk_word));
  g_assert_nonnull (strstr (desk->state, milestones));
  g_assert_cmpint (desk->created, ==, samsyn_store_last_step (desk_store (desk)));
  g_assert_null (samsyn_store_kind_of (desk_store (desk), risk));
  samsyn_session_undo (desk->session);
  g_assert_nonnull (samsyn_store_kind_of (desk_store (desk), risk));
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
  g_test_add_func ("/record/pane", test_pane);
  g_test_add_func ("/record/delete", test_delete);
  g_test_add_func ("/record/left", test_left);
  g_test_add_func ("/record/back", test_back);
  g_test_add_func ("/record/beside", test_beside);
  g_test_add_func ("/record/belongs", test_belongs);
  return g_test_run ();
}
