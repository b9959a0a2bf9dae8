/* test-json.c: the strict reader of JSON, with good and evil documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <float.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "model/json.h"

static const char *const good[] = {
  "{}",
  "[]",
  "0",
  "-0",
  "\"\"",
  "true",
  "false",
  "null",
  " \t\r\n[ ] ",
  "[1,2,3]",
  "{\"a\":{\"a\":1}}",
  "[1.5,-0.25,1e3,1E+3,2e-2,0.0]",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e5\\ud83d\\ude00\"",
  "\"åäö\"",
  "9223372036854775807",
  "-9223372036854775808",
  "{\"a\":1,\"A\":2,\"\":3}",
  "\"\x7f\"",
  "1.7976931348623157e308",
  "{\"\\u00e5\":1,\"a\":2}",
  "5e-324",
};

static const struct
{
  const char     *text;
  SamsynJsonError code;
  const char     *place;
} evil[] = {
  { "", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "   ", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 4:" },
  { "{", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "[1,]", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 4:" },
  { "[1 2]", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 4:" },
  { "[,1]", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "{\"a\":1,}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 8:" },
  { "{a:1}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "{'a':1}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "{\"a\" 1}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 6:" },
  { "{\"a\":}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 6:" },
  { "[1]]", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 4:" },
  { "{} {}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 4:" },
  { "[1}", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { "010", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "-01", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "+1", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "-", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "1.", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { ".5", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "1e", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { "0x10", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "NaN", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "Infinity", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "nul", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "True", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "// x\n1", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 1:" },
  { "\"a", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { "\"a\nb\"", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { "\"\\x\"", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "\"\\u12g4\"", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "\"\\u12", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "\"\\", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { "\"\\u0000\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "\"\\ud83d\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "\"\\ud83d\\u0041\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "\"\\ud83dx\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "\"\\ude00\\ud83d\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "[\"å\",\n \"\xff\"]", SAMSYN_JSON_ERROR_ENCODING, "line 2, column 3:" },
  { "\"\xed\xa0\x80\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "\"\xc0\xaf\"", SAMSYN_JSON_ERROR_ENCODING, "line 1, column 2:" },
  { "\xEF\xBB\xBF{]", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 2:" },
  { "{}\xEF\xBB\xBF", SAMSYN_JSON_ERROR_SYNTAX, "line 1, column 3:" },
  { "\xFF\xFE{", SAMSYN_JSON_ERROR_ENCODING, "the document is UTF-16" },
  { "{\"a\":1,\"a\":2}", SAMSYN_JSON_ERROR_DOUBLED, "line 1, column 8:" },
  { "{\"a\":1,\"\\u0061\":2}", SAMSYN_JSON_ERROR_DOUBLED, "line 1, column 8:" },
  { "[{\"b\":{\"å\":1,\n\"å\":2}}]", SAMSYN_JSON_ERROR_DOUBLED, "line 2, column 1:" },
  { "{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\"j\":0,\"k\":0,\"l\":0,\"m\":0,\"n\":0,\"o\":0,"
    "\"p\":0,\"q\":0,"
    "\"c\":0}",
    SAMSYN_JSON_ERROR_DOUBLED, "line 1, column 104:" },
  { "9223372036854775808", SAMSYN_JSON_ERROR_NUMBER, "line 1, column 1:" },
  { "[-9223372036854775809]", SAMSYN_JSON_ERROR_NUMBER, "line 1, column 2:" },
  { "12345678901234567890123", SAMSYN_JSON_ERROR_NUMBER, "line 1, column 1:" },
  { "1e400", SAMSYN_JSON_ERROR_NUMBER, "line 1, column 1:" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      samsyn_json_check (good[i], strlen (good[i]), &error);
      if (error != NULL)
        g_error ("%s: %s", good[i], error->message);
    }
}

/* The buffer is exactly as long as the document, so that a checker of addresses sees a step too far. */
static void
test_evil (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (evil); i++)
    {
      gsize length = strlen (evil[i].text);
      g_autofree char *exact = g_memdup2 (evil[i].text, length);
      g_autoptr (GError) error = NULL;

      if (samsyn_json_check (exact != NULL ? exact : "", length, &error))
        g_error ("was read: %s", evil[i].text);
      if (!g_error_matches (error, SAMSYN_JSON_ERROR, (int) evil[i].code) || !g_str_has_prefix (error->message, evil[i].place))
        g_error ("%s: expected %s, got %d, %s", evil[i].text, evil[i].place, error->code, error->message);
    }
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (samsyn_json_check ("[1]\0", 4, &error));
  g_assert_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_ENCODING);
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append_c (text, '1');
  for (guint i = depth; i > 0; i--)
    g_string_append_c (text, i % 2 == 1 ? ']' : '}');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = nested (SAMSYN_JSON_DEPTH), *too_deep = nested (SAMSYN_JSON_DEPTH + 1), *abyss = nested (1000000);
  g_autoptr (GError) error = NULL;

  samsyn_json_check (deep, strlen (deep), &error);
  g_assert_no_error (error);
  g_assert_false (samsyn_json_check (too_deep, strlen (too_deep), &error));
  g_assert_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_DEPTH);
  g_clear_error (&error);
  g_assert_false (samsyn_json_check (abyss, strlen (abyss), &error));
  g_assert_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_DEPTH);
}

/* Every document cut at every byte is no document any more, or a shorter number. */
static void
test_cut (void)
{
  static const char document[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"å\\u00e5\", \"x\": -1.5e-3, \"y\": [true, null]}]}";

  for (gsize length = 0; length < sizeof document - 1; length++)
    {
      g_autofree char *cut = g_memdup2 (document, MAX (length, 1));

      g_assert_false (samsyn_json_check (cut, length, NULL));
    }
  g_assert_true (samsyn_json_check (document, sizeof document - 1, NULL));
}

/* Documents with a few bytes changed at random: whatever is read, the generous library reads too. */
static void
test_random (void)
{
  static const char document[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"å\\u00e5\", \"x\": -1.5e-3, \"y\": [true, null, "
                                 "10]}]}";
  static const char bytes[] = "{}[]:,\"\\ueE+-.0123456789 \n\tabntf\xc3\xa5\x01\xff";
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint n_read = 0;

  for (guint round = 0; round < 20000; round++)
    {
      char changed[sizeof document];

      memcpy (changed, document, sizeof document);
      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        changed[g_test_rand_int_range (0, sizeof document - 1)] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      if (!samsyn_json_check (changed, sizeof document - 1, NULL))
        continue;
      n_read++;
      if (!json_parser_load_from_data (parser, changed, -1, NULL))
        g_error ("only we read %s", changed);
    }
  g_assert_cmpuint (n_read, >, 100);
}

static void
test_read (void)
{
  static const char text[] = "{\"a\": [1, -2.5, \"\\u00e5\\ud83d\\ude00\\n\", true, null], \"\\u0062\": {\"c\": "
                             "9223372036854775807}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynJson) json = samsyn_json_read (bytes, &error);
  SamsynJsonNode node;
  g_autofree char *decoded = NULL, *name = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (samsyn_json_size (json, 0), ==, 2);
  node = samsyn_json_member (json, 0, "a");
  g_assert_cmpuint (samsyn_json_size (json, node), ==, 5);
  node = samsyn_json_first (json, node);
  g_assert_cmpint (samsyn_json_integer (json, node), ==, 1);
  node = samsyn_json_next (json, node);
  g_assert_cmpfloat (samsyn_json_real (json, node), ==, -2.5);
  node = samsyn_json_next (json, node);
  decoded = samsyn_json_text (json, node);
  g_assert_cmpstr (decoded, ==, "å😀\n");
  node = samsyn_json_next (json, samsyn_json_next (json, node));
  g_assert_cmpint (samsyn_json_type (json, node), ==, SAMSYN_JSON_NULL);
  g_assert_cmpuint (samsyn_json_next (json, node), ==, 0);
  node = samsyn_json_member (json, 0, "b");
  name = samsyn_json_name (json, node);
  g_assert_cmpstr (name, ==, "b");
  g_assert_cmpint (samsyn_json_integer (json, samsyn_json_member (json, node, "c")), ==, G_MAXINT64);
  g_assert_cmpuint (samsyn_json_member (json, node, "d"), ==, 0);
}

/* What is written reads back the same: every character of the first planes' corners, every kind of real. */
static void
test_write (void)
{
  static const double reals[] = { 0, 1, -1, 0.1, 1.0 / 3, 1e300, DBL_MAX, DBL_MIN, 5e-324, 123456789.123 };

  for (gunichar c = 1; c < 0x3000; c++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      char character[8] = { 0 };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SamsynJson) json = NULL;
      g_autofree char *back = NULL;

      g_unichar_to_utf8 (c, character);
      samsyn_json_append_text (out, character);
      bytes = g_bytes_new (out->str, out->len);
      json = samsyn_json_read (bytes, NULL);
      g_assert_nonnull (json);
      back = samsyn_json_text (json, 0);
      g_assert_cmpstr (back, ==, character);
    }
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      samsyn_json_append_real (out, reals[i]);
      g_assert_true (samsyn_json_check (out->str, out->len, NULL));
      g_assert_true (g_ascii_strtod (out->str, NULL) == reals[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/good", test_good);
  g_test_add_func ("/json/evil", test_evil);
  g_test_add_func ("/json/nul", test_nul);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/cut", test_cut);
  g_test_add_func ("/json/random", test_random);
  g_test_add_func ("/json/read", test_read);
  g_test_add_func ("/json/write", test_write);
  return g_test_run ();
}
