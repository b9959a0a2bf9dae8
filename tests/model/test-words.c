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
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  for (const char *const *name = (const char *const[]) { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", NULL }; *name != NULL; name++)
    g_subprocess_launcher_unsetenv (launcher, *name);
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
  g_test_add_func ("/words/byte-orders", test_byte_orders);
  g_test_add_func ("/words/damaged", test_damaged);
  g_test_add_func ("/words/language", test_language);
  return g_test_run ();
}
