/* test-words.c: words in either language, whatever the process's locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "kinds/kinds.h"
#include "model/catalogue.h"
#include "model/words.h"

static void
test_both_languages (void)
{
  /* Not literals, so that the words of tests do not get into the catalogues. */
  const char *msgid = "must be given", *unknown = "no catalogue has this";

  g_assert_cmpstr (samsyn_words ("sv", NULL, msgid), ==, "måste anges");
  g_assert_cmpstr (samsyn_words ("en", NULL, msgid), ==, msgid);
  g_assert_cmpstr (samsyn_words ("sv", NULL, msgid), ==, "måste anges");
  g_assert_true (samsyn_words ("sv", NULL, unknown) == unknown);
  g_assert_cmpstr (samsyn_words ("sv", NULL, ""), ==, "");
}

static void
test_contexts (void)
{
  const char *yes = "Yes";

  g_assert_cmpstr (samsyn_words ("sv", "boolean", yes), ==, "Ja");
  g_assert_cmpstr (samsyn_words ("sv", NULL, yes), ==, "Yes");
  g_assert_cmpstr (samsyn_words ("sv", "no such context", yes), ==, "Yes");
}

/* Every label has a Swedish word in the catalogue: one that is missing would show as English. */
static void
test_kinds (void)
{
  g_autoptr (GPtrArray) same = g_ptr_array_new ();

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (g_str_equal (samsyn_kind_label (*kind, "sv"), (*kind)->label) &&
        g_str_equal (samsyn_kind_plural (*kind, "sv"), (*kind)->plural))
      g_ptr_array_add (same, (gpointer) (*kind)->id);
  for (guint i = 0; i < same->len; i++)
    g_test_message ("%s is called the same in Swedish", (const char *) same->pdata[i]);
  g_assert_cmpuint (same->len, ==, 0);
}

static void
test_plurals (void)
{
  const char *one = "%lu thing of this test", *many = "%lu things of this test";

  for (const char *const *language = samsyn_languages (); *language != NULL; language++)
    {
      g_assert_true (samsyn_words_n (*language, one, many, 1) == one);
      g_assert_true (samsyn_words_n (*language, one, many, 0) == many);
      g_assert_true (samsyn_words_n (*language, one, many, 2) == many);
    }
}

/* The text of adjacent quoted lines of a .po file. */
static char *
unquote (char *quoted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (quoted, "\n", -1);

  g_free (quoted);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) >= 2)
      g_string_append_len (text, lines[i] + 1, (gssize) strlen (lines[i]) - 2);
  return g_strcompress (text->str);
}

/* Every plural of the Swedish catalogue's source is found by its English words. */
static void
test_all_plurals (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SAMSYN_SOURCE"), "po", "sv.po", NULL);
  g_autofree char *source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("\nmsgid ((?:\".*\"\n)+)msgid_plural ((?:\".*\"\n)+)msgstr\\[0\\] ((?:\".*\"\n)+)"
                                          "msgstr\\[1\\] ((?:\".*\"\n)+)", G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_file_get_contents (path, &source, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, source, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *one = unquote (g_match_info_fetch (match, 1)), *many = unquote (g_match_info_fetch (match, 2));
      g_autofree char *en = unquote (g_match_info_fetch (match, 3)), *flera = unquote (g_match_info_fetch (match, 4));

      g_assert_cmpstr (samsyn_words_n ("sv", one, many, 1), ==, en);
      g_assert_cmpstr (samsyn_words_n ("sv", one, many, 0), ==, flera);
      g_assert_cmpstr (samsyn_words_n ("sv", one, many, 5), ==, flera);
      g_assert_cmpstr (samsyn_words_n ("en", one, many, 5), ==, many);
      g_test_message ("%s", flera);
    }
}

/* samsyn_words_n() takes the second form for all but 1: every catalogue must mean the same by its forms. */
static void
test_plural_forms (void)
{
  for (const char *const *language = samsyn_languages () + 1; *language != NULL; language++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/samsyn/Samsyn/%s.mo", *language);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autoptr (SamsynCatalogue) catalogue = NULL;
      const char *header;

      g_assert_no_error (error);
      catalogue = samsyn_catalogue_new (bytes);
      g_assert_nonnull (catalogue);
      header = samsyn_catalogue_find (catalogue, NULL, "", 0);
      g_assert_nonnull (strstr (header, "Plural-Forms: nplurals=2; plural=(n != 1);"));
    }
}

/* ---- A catalogue of either byte order ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *original;
  gsize       original_length;
  const char *translation;
  gsize       translation_length;
} Entry;

#define ENTRY(original, translation) { original, sizeof original - 1, translation, sizeof translation - 1 }

static const Entry entries[] = {
  ENTRY ("", "Plural-Forms: nplurals=2; plural=(n != 1);\n"),
  ENTRY ("%lu day\0%lu days", "%lu dag\0%lu dagar"),
  ENTRY ("Open", "Öppna"),
  ENTRY ("state\004Open", "Öppen"),
};

static void
put_number (GByteArray *bytes,
            guint32     number,
            gboolean    big)
{
  guint32 ordered = big ? GUINT32_TO_BE (number) : GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &ordered, sizeof ordered);
}

static GBytes *
make_catalogue (gboolean big)
{
  const guint n = G_N_ELEMENTS (entries);
  const guint32 header[] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n };
  GByteArray *bytes = g_byte_array_new ();
  guint32 offset = 28 + 16 * n;

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    put_number (bytes, header[i], big);
  for (guint i = 0; i < 2 * n; i++)
    {
      gsize length = i < n ? entries[i].original_length : entries[i - n].translation_length;

      put_number (bytes, (guint32) length, big);
      put_number (bytes, offset, big);
      offset += (guint32) length + 1;
    }
  for (guint i = 0; i < 2 * n; i++)
    g_byte_array_append (bytes, (const guint8 *) (i < n ? entries[i].original : entries[i - n].translation),
                         (guint) (i < n ? entries[i].original_length : entries[i - n].translation_length) + 1);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_byte_orders (void)
{
  for (int big = 0; big < 2; big++)
    {
      g_autoptr (GBytes) bytes = make_catalogue (big);
      g_autoptr (SamsynCatalogue) catalogue = samsyn_catalogue_new (bytes);

      g_assert_nonnull (catalogue);
      g_assert_cmpstr (samsyn_catalogue_find (catalogue, NULL, "Open", 0), ==, "Öppna");
      g_assert_cmpstr (samsyn_catalogue_find (catalogue, "state", "Open", 0), ==, "Öppen");
      g_assert_cmpstr (samsyn_catalogue_find (catalogue, NULL, "%lu day", 0), ==, "%lu dag");
      g_assert_cmpstr (samsyn_catalogue_find (catalogue, NULL, "%lu day", 1), ==, "%lu dagar");
      g_assert_null (samsyn_catalogue_find (catalogue, NULL, "%lu day", 2));
      g_assert_null (samsyn_catalogue_find (catalogue, NULL, "Closed", 0));
    }
}

/* A catalogue cut anywhere, or with any byte altered, is refused or read: nothing outside it is. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make_catalogue (FALSE);

  for (gsize length = 0; length < g_bytes_get_size (whole); length++)
    {
      g_autofree guint8 *part = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) bytes = g_bytes_new (part, length);
      g_autoptr (SamsynCatalogue) catalogue = samsyn_catalogue_new (bytes);

      g_assert_null (catalogue);
    }
  for (gsize at = 0; at < 28 + 16 * G_N_ELEMENTS (entries); at++)
    {
      g_autofree guint8 *altered = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SamsynCatalogue) catalogue = NULL;

      altered[at] ^= 0xff;
      bytes = g_bytes_new (altered, g_bytes_get_size (whole));
      catalogue = samsyn_catalogue_new (bytes);
      if (catalogue != NULL)
        samsyn_catalogue_find (catalogue, NULL, "%lu day", 3);
    }
}

/* ---- The process's language: asked of this program, started anew ----------------------------------------------------------- */

static char *
language_with (const char *const *environment)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_subprocess_launcher_unsetenv (launcher, names[i]);
  for (; environment[0] != NULL; environment += 2)
    g_subprocess_launcher_setenv (launcher, environment[0], environment[1], TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "/proc/self/exe", "--language", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static void
test_language (void)
{
  static const struct
  {
    const char *environment[9];
    const char *language;
  } cases[] = {
    { { NULL }, "en" },
    { { "LANG", "sv_SE.UTF-8", NULL }, "sv" },
    { { "LANG", "sv", NULL }, "sv" },
    { { "LANG", "svx_SE.UTF-8", NULL }, "en" },
    { { "LANG", "en_GB.UTF-8", NULL }, "en" },
    { { "LANG", "de_DE.UTF-8", NULL }, "en" },
    { { "LANG", "en_US.UTF-8", "LC_MESSAGES", "sv_FI@euro", NULL }, "sv" },
    { { "LANG", "sv_SE.UTF-8", "LC_MESSAGES", "en_US.UTF-8", NULL }, "en" },
    { { "LANG", "en_US.UTF-8", "LC_MESSAGES", "en_US.UTF-8", "LC_ALL", "sv_SE.UTF-8", NULL }, "sv" },
    { { "LANG", "sv_SE.UTF-8", "LC_ALL", "", NULL }, "sv" },
    { { "LANG", "en_US.UTF-8", "LANGUAGE", "sv", NULL }, "sv" },
    { { "LANG", "sv_SE.UTF-8", "LANGUAGE", "en_GB:en", NULL }, "en" },
    { { "LANG", "sv_SE.UTF-8", "LANGUAGE", "nb:sv:en", NULL }, "sv" },
    { { "LANG", "sv_SE.UTF-8", "LANGUAGE", "nb:da", NULL }, "en" },
    { { "LANG", "sv_SE.UTF-8", "LANGUAGE", "", NULL }, "sv" },
    { { "LANG", "sv_SE.UTF-8", "LC_ALL", "C", "LANGUAGE", "sv", NULL }, "en" },
    { { "LC_ALL", "POSIX", "LANGUAGE", "sv", NULL }, "en" },
    { { "LANGUAGE", "sv", NULL }, "en" },
    { { "LC_ALL", "C.UTF-8", "LANGUAGE", "sv", NULL }, "sv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *language = language_with (cases[i].environment);

      g_test_message ("case %u", i);
      g_assert_cmpstr (language, ==, cases[i].language);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], "--language"))
    {
      g_print ("%s", samsyn_language ());
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/both-languages", test_both_languages);
  g_test_add_func ("/words/contexts", test_contexts);
  g_test_add_func ("/words/kinds", test_kinds);
  g_test_add_func ("/words/plurals", test_plurals);
  g_test_add_func ("/words/all-plurals", test_all_plurals);
  g_test_add_func ("/words/plural-forms", test_plural_forms);
  g_test_add_func ("/words/byte-orders", test_byte_orders);
  g_test_add_func ("/words/damaged", test_damaged);
  g_test_add_func ("/words/language", test_language);
  return g_test_run ();
}
