/* test-fold.c: how text is sorted and matched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "model/fold.h"

/* Each word sorts after the one before it. */
static const char *const ordered[] = {
  "",
  "0 brister",
  "§ 2",
  "3",
  "10",
  "10 a",
  "10 b",
  "123456789",
  "1234567890",
  "99999999999999999999",
  "abc",
  "Adam",
  "arbete",
  "Arbete 2",
  "Arbete 10",
  "arbetsmarknad",
  "bilaga 1.2",
  "bilaga 1.10",
  "en gång",
  "engång",
  "Ö",
};

static const char *const alphabet[] = { "Abel",  "beta", "Citrus", "dal",  "Ek",   "én fager", "Fal",  "gul",  "Hus",  "is",
                                        "Jul",   "kul",  "Lada",   "mur",  "Nora", "Oskar",    "pil",  "qu",   "Ros",  "sol",
                                        "tal",   "ugn",  "vad",    "Wad",  "Xyl",  "Über", "yla",      "zon",  "Åbo",  "åka",
                                        "Ängel", "ær",   "ärt",    "Öbo",  "øl",   "öra",      "αβγ",  "лес" };

static int
compare (const char *a,
         const char *b)
{
  g_autofree char *key_a = samsyn_fold_key (a), *key_b = samsyn_fold_key (b);

  g_assert_true (g_utf8_validate (key_a, -1, NULL));
  return strcmp (key_a, key_b);
}

static void
assert_ordered (const char *const *words,
                guint              n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        int order = compare (words[i], words[j]);

        if ((order > 0) - (order < 0) != (i > j) - (i < j))
          g_error ("\"%s\" and \"%s\" are in the wrong order", words[i], words[j]);
      }
}

static void
test_order (void)
{
  assert_ordered (ordered, G_N_ELEMENTS (ordered) - 1);
  assert_ordered (alphabet, G_N_ELEMENTS (alphabet));
  g_assert_cmpint (compare ("engång", "Ö"), <, 0);
}

static void
test_without_weight (void)
{
  static const char *const same[][2] = {
    { "ÅÄÖ", "åäö" },           { "A\u030a", "Å" },     { "o\u0308", "ö" },       { "Kafé", "KAFE" },
    { "à la carte", "A LA CARTE" },
    { "Müller", "myller" },     { "Æ", "ä" },           { "Ø", "ö" },             { "ǟ", "ä" },          { "e-post", "E post" },
    { "  a,  b; ", "a b" },     { "\u00a0x", "x" },     { "007", "7" },           { "m²", "M2" },        { "ﬁl", "fil" },
    { "so\u00adcial", "social" }, { "Straße", "STRASSE" }, { "Ǻ", "å" },           { "Łódź", "lodz" },    { "٣", "3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = samsyn_fold_key (same[i][0]), *b = samsyn_fold_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_any_text (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *key = NULL, *match = NULL, *again = NULL;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x250 : 0x20000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      key = samsyn_fold_key (text->str);
      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_false (g_str_has_suffix (key, " ") || g_str_has_prefix (key, " ") || strstr (key, "  ") != NULL);
      match = samsyn_fold_match (text->str);
      again = samsyn_fold_match (match);
      g_assert_cmpstr (match, ==, again);
    }
}

static void
test_match (void)
{
  g_autofree char *hidden = samsyn_fold_match ("1\u00a0000\u202f000 \ufb01N\u00adAL"), *upper = samsyn_fold_match ("FÅR I ÄNGEN"),
                  *composed = samsyn_fold_match ("A\u030aR"), *invalid = samsyn_fold_match ("\xff");

  g_assert_cmpstr (hidden, ==, "1 000 000 final");
  g_assert_cmpstr (upper, ==, "får i ängen");
  g_assert_cmpstr (composed, ==, "år");
  g_assert_true (g_utf8_validate (invalid, -1, NULL));
}

static void
test_plain (void)
{
  static const char *const same[][2] = {
    { "Miljo\u0308na\u0308mnden", "Miljönämnden" },
    { "Sam\u00adverkans\u200bavtal", "Samverkansavtal" },
    { "\ufb01nans e\ufb00ekt", "finans effekt" },
    { "12\u00a0345 §", "12\u00a0345 §" },
    { "m² ½ …", "m² ½ …" },
    { "o\u00ad\u0308", "ö" },
    { "\u0132sel", "IJsel" },
    { "A\u030aÅ\u212b", "ÅÅÅ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *plain = samsyn_fold_plain (same[i][0]), *again = samsyn_fold_plain (plain);

      g_assert_cmpstr (plain, ==, same[i][1]);
      g_assert_cmpstr (again, ==, plain);
    }
}

/* So many accents took hours where each was moved past the others. */
static void
test_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *composed = NULL, *again = NULL, *match = NULL, *key = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, i % 2 == 0 ? "\u0301" : "\u0323");
  composed = samsyn_fold_compose (text->str);
  again = samsyn_fold_compose (composed);
  match = samsyn_fold_match (text->str);
  key = samsyn_fold_key (text->str);
  g_assert_cmpint (g_utf8_strlen (composed, -1), <, g_utf8_strlen (text->str, -1));
  g_assert_true (g_utf8_validate (match, -1, NULL));
  g_assert_cmpstr (key, ==, "a");
  g_assert_cmpint (g_utf8_strlen (again, -1), ==, g_utf8_strlen (composed, -1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/order", test_order);
  g_test_add_func ("/fold/without-weight", test_without_weight);
  g_test_add_func ("/fold/any-text", test_any_text);
  g_test_add_func ("/fold/match", test_match);
  g_test_add_func ("/fold/plain", test_plain);
  g_test_add_func ("/fold/marks", test_marks);
  return g_test_run ();
}
