/* test-bent.c: the door by which what a file holds becomes values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kinds/kinds.h"
#include "model/bent-json.h"
#include "model/door.h"
#include "model/format.h"
#include "random.h"

static const SamsynField *
field (const char *kind,
       const char *id)
{
  const SamsynField *found = samsyn_kind_field (samsyn_kind_find (kind), id);

  g_assert_nonnull (found);
  return found;
}

/* ---- Texts ----------------------------------------------------------------------------------------------------------------- */

static void
test_texts (void)
{
  static const struct
  {
    const char *kind, *field, *bytes;
    gsize       length; /* 0: to the NUL */
    int         reason; /* -1: sound */
  } cases[] = {
    { "task", "name", "Boka möte – 2 kap. 7 § \xf0\x9f\x99\x82", 0, -1 },
    { "task", "name", "ab\xff", 0, SAMSYN_BENT_ENCODING },
    { "task", "name", "abc\xe2\x82", 0, SAMSYN_BENT_ENCODING },
    { "task", "name", "\xc0\xaf", 0, SAMSYN_BENT_ENCODING },
    { "task", "name", "\xed\xa0\x80", 0, SAMSYN_BENT_ENCODING },
    { "task", "name", "\xf4\x90\x80\x80", 0, SAMSYN_BENT_ENCODING },
    { "task", "name", "ab\0cd", 5, SAMSYN_BENT_ENCODING },
    { "task", "name", "\x1b[31mred", 0, SAMSYN_BENT_CONTROL },
    { "task", "name", "\xc2\x9b" "31m", 0, SAMSYN_BENT_CONTROL },
    { "task", "name", "two\nlines", 0, SAMSYN_BENT_CONTROL },
    { "task", "description", "two\nlines\tand more", 0, -1 },
    { "organisation", "sort", "board", 0, -1 },
    { "organisation", "sort", "boards", 0, SAMSYN_BENT_CHOICE },
    { "organisation", "sort", "boar", 0, SAMSYN_BENT_CHOICE },
    { "organisation", "valid_from", "2016-02-29", 0, -1 },
    { "organisation", "valid_from", "2016-13-45", 0, SAMSYN_BENT_DATE },
    { "organisation", "valid_from", "2015-02-29", 0, SAMSYN_BENT_DATE },
    { "organisation", "valid_from", "2016-02-29 ", 0, SAMSYN_BENT_DATE },
    { "organisation", "parent", "12", 0, SAMSYN_BENT_TYPE },
  };
  SamsynBentReason reason;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = cases[i].length > 0 ? cases[i].length : strlen (cases[i].bytes);
      gboolean sound = samsyn_door_text (field (cases[i].kind, cases[i].field), cases[i].bytes, length, &reason);

      g_test_message ("%u", i);
      g_assert_cmpint (sound ? -1 : (int) reason, ==, cases[i].reason);
    }
  g_assert_false (samsyn_door_text (field ("task", "name"), "", 0, &reason));
  g_assert_cmpint (reason, ==, SAMSYN_BENT_EMPTY);
}

/* Whatever GLib takes for UTF-8 without a NUL, and nothing else. */
static void
test_every_encoding (void)
{
  for (guint a = 0x80; a < 0x100; a++)
    for (guint b = 0; b < 0x100; b++)
      for (guint c = 0x70; c < 0xd0; c += 0x10)
        {
          const char bytes[] = { (char) a, (char) b, (char) c, (char) 0x80 };
          SamsynBentReason reason = SAMSYN_BENT_CONTROL;
          gboolean sound = samsyn_door_text (NULL, bytes, sizeof bytes, &reason);

          g_assert_cmpint (sound || reason != SAMSYN_BENT_ENCODING, ==, g_utf8_validate (bytes, sizeof bytes, NULL));
        }
}

static void
test_long_texts (void)
{
  g_autofree char *text = g_strnfill (20000000, 'x');
  SamsynBentReason reason;

  g_assert_false (samsyn_door_text (field ("task", "name"), text, 20000000, &reason));
  g_assert_cmpint (reason, ==, SAMSYN_BENT_LENGTH);
  g_assert_true (samsyn_door_text (field ("task", "name"), text, 2000, &reason)); /* what was once accepted */
  g_assert_true (samsyn_door_text (NULL, text, 20000000, &reason));
}

/* ---- Numbers --------------------------------------------------------------------------------------------------------------- */

static void
test_numbers (void)
{
  SamsynBentReason reason;

  g_assert_true (samsyn_door_integer (field ("task", "process"), 1, &reason));
  for (guint i = 0; i < 3; i++)
    g_assert_false (samsyn_door_integer (field ("task", "process"), ((const gint64[]) { 0, -7, SAMSYN_ID_END })[i], &reason));
  g_assert_false (samsyn_door_integer (field ("risk", "probability"), 6, &reason));
  g_assert_cmpint (reason, ==, SAMSYN_BENT_RANGE);
  g_assert_true (samsyn_door_integer (field ("budget_line", "budget"), G_MAXINT64, &reason)); /* as older versions took it */
  g_assert_true (samsyn_door_integer (field ("budget_line", "budget"), G_MININT64, &reason));
  g_assert_false (samsyn_door_real (field ("budget_line", "budget"), 2.5, &reason));
  g_assert_false (samsyn_door_real (NULL, 1.0 / 0.0, &reason));
  g_assert_cmpint (reason, ==, SAMSYN_BENT_RANGE);
}

/* ---- Bent values ----------------------------------------------------------------------------------------------------------- */

static void
test_is_itself (void)
{
  g_auto (SamsynValue) text = samsyn_value_bent (SAMSYN_RAW_TEXT, SAMSYN_BENT_ENCODING, 0, 0, "ab\0c", 4);
  g_auto (SamsynValue) again = samsyn_value_bent (SAMSYN_RAW_TEXT, SAMSYN_BENT_LENGTH, 0, 0, "ab\0c", 4);
  g_auto (SamsynValue) blob = samsyn_value_bent (SAMSYN_RAW_BLOB, SAMSYN_BENT_TYPE, 0, 0, "ab\0c", 4);
  g_auto (SamsynValue) shorter = samsyn_value_bent (SAMSYN_RAW_TEXT, SAMSYN_BENT_ENCODING, 0, 0, "ab", 2);
  g_auto (SamsynValue) sound = samsyn_value_text ("ab"), copy = samsyn_value_copy (&text);
  g_auto (SamsynValue) none = SAMSYN_VALUE_NULL;
  g_autofree char *shown = samsyn_bent_describe (text.bent, "en");

  g_assert_true (samsyn_value_equal (&text, &again) && samsyn_value_equal (&text, &copy));
  g_assert_false (samsyn_value_equal (&text, &blob) || samsyn_value_equal (&text, &shorter));
  g_assert_false (samsyn_value_equal (&shorter, &sound) || samsyn_value_equal (&none, &text));
  g_assert_true (samsyn_value_same_raw (&shorter, &sound));
  g_assert_false (samsyn_value_is_null (&text));
  g_assert_null (samsyn_value_get_text (&text));
  g_assert_cmpint (samsyn_value_get_integer (&text, -3), ==, -3);
  g_assert_cmpstr (shown, ==, SAMSYN_BENT_MARK " “ab\\x00c” is not UTF-8 text");
  g_assert_cmpint (samsyn_value_compare (field ("task", "name"), &text, &sound), >, 0);
  g_assert_false (samsyn_value_check (field ("task", "name"), &text, NULL));
}

static void
test_log (void)
{
  SamsynValue values[] = {
    samsyn_value_bent (SAMSYN_RAW_NULL, SAMSYN_BENT_MISSING, 0, 0, NULL, 0),
    samsyn_value_bent (SAMSYN_RAW_INTEGER, SAMSYN_BENT_DANGLING, G_MININT64, 0, NULL, 0),
    samsyn_value_bent (SAMSYN_RAW_REAL, SAMSYN_BENT_RANGE, 0, -1e308, NULL, 0),
    samsyn_value_bent (SAMSYN_RAW_TEXT, SAMSYN_BENT_ENCODING, 0, 0, "\xff\0\"", 3),
    samsyn_value_bent (SAMSYN_RAW_BLOB, SAMSYN_BENT_TYPE, 0, 0, "", 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SamsynJson) json = NULL;
      g_auto (SamsynValue) read = SAMSYN_VALUE_NULL;

      samsyn_bent_append_json (text, values[i].bent);
      bytes = g_bytes_new (text->str, text->len);
      json = samsyn_json_read (bytes, NULL);
      g_assert_nonnull (json);
      g_assert_true (samsyn_bent_from_json (json, 0, &read));
      g_assert_true (samsyn_value_equal (&read, &values[i]));
      g_assert_cmpint (read.bent->reason, ==, values[i].bent->reason);
      samsyn_value_clear (&values[i]);
    }
}

/* ---- Putting back ---------------------------------------------------------------------------------------------------------- */

static void
test_unbend (void)
{
  const SamsynKind *kind = samsyn_kind_find ("assignment");
  g_autoptr (SamsynChange) update = samsyn_change_new (SAMSYN_CHANGE_UPDATE, kind, 1);
  g_autoptr (SamsynChange) create = samsyn_change_new (SAMSYN_CHANGE_CREATE, kind, 1);
  const char *const ids[] = { "task", "role", "standing" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      SamsynValue before = samsyn_value_integer (5), nothing = SAMSYN_VALUE_NULL;
      SamsynValue bent = samsyn_value_bent (SAMSYN_RAW_BLOB, SAMSYN_BENT_TYPE, 0, 0, "x", 1), other = samsyn_value_copy (&bent);

      samsyn_change_add (update, ids[i], &before, &bent);
      if (i > 0)
        samsyn_change_add (create, ids[i], &nothing, &other);
      samsyn_value_clear (&other);
    }
  /* a row of texts keeps no blob, and what is sound is none of its business */
  g_assert_true (samsyn_change_unbend (update, TRUE));
  g_assert_cmpuint (update->fields->len, ==, 1); /* what must be given stays as it is now */
  g_assert_true (samsyn_value_is_null (&samsyn_change_find (update, "standing")->after));
  g_assert_true (samsyn_change_unbend (create, FALSE));
  g_assert_cmpstr (samsyn_value_get_text (&samsyn_change_find (create, "role")->after), ==, "R");
  g_assert_true (samsyn_value_is_null (&samsyn_change_find (create, "standing")->after));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bent/texts", test_texts);
  g_test_add_func ("/bent/every-encoding", test_every_encoding);
  g_test_add_func ("/bent/long-texts", test_long_texts);
  g_test_add_func ("/bent/numbers", test_numbers);
  g_test_add_func ("/bent/is-itself", test_is_itself);
  g_test_add_func ("/bent/log", test_log);
  g_test_add_func ("/bent/unbend", test_unbend);
  return g_test_run ();
}
