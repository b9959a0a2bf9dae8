/* words.c: words in the user's or the report's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words.h"

#include <string.h>

#include "catalogue.h"
#include "samsyn-core-resources.h"

static const char *const languages[] = { "en", "sv", NULL };
#define ENGLISH languages[0]

const char *const *
samsyn_languages (void)
{
  return languages;
}

/* ---- The process's language ----------------------------------------------------------------------------------------------- */

/* The language of a locale's name ("sv_SE.UTF-8"), NULL if there is no catalogue for it. */
static const char *
language_of_locale (const char *locale)
{
  gsize length = strcspn (locale, "_.@");

  for (guint i = 0; languages[i] != NULL; i++)
    if (strlen (languages[i]) == length && g_ascii_strncasecmp (languages[i], locale, length) == 0)
      return languages[i];
  return NULL;
}

static const char *
locale_of_messages (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return "C";
}

static const char *
language_of_process (void)
{
  const char *locale = locale_of_messages ();
  const char *wanted = g_getenv ("LANGUAGE");
  const char *language;

  /* As in gettext: in the C locale programs talk to programs, whatever a person prefers. */
  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return ENGLISH;
  if (wanted != NULL && *wanted != '\0')
    {
      g_auto (GStrv) list = g_strsplit (wanted, ":", -1);

      for (guint i = 0; list[i] != NULL; i++)
        if ((language = language_of_locale (list[i])) != NULL)
          return language;
      return ENGLISH;
    }
  language = language_of_locale (locale);
  return language != NULL ? language : ENGLISH;
}

const char *
samsyn_language (void)
{
  static gsize language = 0;

  if (g_once_init_enter (&language))
    g_once_init_leave (&language, (gsize) language_of_process ());
  return (const char *) language;
}

/* ---- Catalogues ------------------------------------------------------------------------------------------------------------ */

/* Loads every language's catalogue once; they are kept as long as the process runs. */
static gpointer
load_catalogues (gpointer data)
{
  SamsynCatalogue **catalogues = g_new0 (SamsynCatalogue *, G_N_ELEMENTS (languages));
  GResource *resource = samsyn_core_get_resource ();

  for (guint i = 1; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/samsyn/Samsyn/%s.mo", languages[i]);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        catalogues[i] = samsyn_catalogue_new (bytes);
      if (catalogues[i] == NULL)
        g_error ("The program's own catalogue %s is missing or damaged", path);
    }
  return catalogues;
}

/* The catalogue of a language, NULL for the source language and unknown ones. */
static const SamsynCatalogue *
find_catalogue (const char *language)
{
  static GOnce once = G_ONCE_INIT;
  SamsynCatalogue **catalogues = g_once (&once, load_catalogues, NULL);

  if (language == NULL)
    language = samsyn_language ();
  for (guint i = 1; languages[i] != NULL; i++)
    if (g_str_equal (languages[i], language))
      return catalogues[i];
  return NULL;
}

const char *
samsyn_words (const char *language,
              const char *context,
              const char *msgid)
{
  const SamsynCatalogue *catalogue = find_catalogue (language);
  const char *found;

  if (catalogue == NULL || *msgid == '\0')
    return msgid;
  found = samsyn_catalogue_find (catalogue, context, msgid, 0);
  return found != NULL ? found : msgid;
}

const char *
samsyn_words_n (const char *language,
                const char *one,
                const char *many,
                gulong      n)
{
  /* English and Swedish count alike; tests/model/test-words.c sees that every catalogue says so of itself. */
  guint form = n == 1 ? 0 : 1;
  const SamsynCatalogue *catalogue = find_catalogue (language);
  const char *found = catalogue != NULL ? samsyn_catalogue_find (catalogue, NULL, one, form) : NULL;

  if (found != NULL)
    return found;
  return n == 1 ? one : many;
}
