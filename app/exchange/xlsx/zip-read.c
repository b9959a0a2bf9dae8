/* zip-read.c: the parts of a zip file that somebody else made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "zip-read.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "exchange/error.h"
#include "model/words.h"

#define MOST_PARTS 20000
#define BLOCK_SIZE (1 << 16)
#define SLACK (1 << 20) /* small parts may be as dense as they like */

struct _SamsynZip
{
  char           *path;
  SamsynZipLimits limits;
  GHashTable     *names;
  GHashTable     *counted; /* parts already counted */
  guint64         inflated;
};

static gboolean
fail (GError            **error,
      SamsynExchangeError code,
      const char         *message)
{
  g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, SAMSYN_EXCHANGE_ERROR_INVALID,
               _ ("The file is no workbook (.xlsx), or it is damaged. Nothing was read; open it in a spreadsheet program and "
                  "save "
                  "it anew."));
}

static gboolean
fail_hostile (GError **error)
{
  return fail (error, SAMSYN_EXCHANGE_ERROR_HOSTILE,
               _ ("The file holds far more than it seems to, or points outside itself, as files made to do harm do. Nothing was "
                 "read; ask who sent it."));
}

static gboolean
fail_protected (GError **error)
{
  return fail (error, SAMSYN_EXCHANGE_ERROR_PROTECTED,
               _ ("The file is protected by a password, or in the old format .xls. Nothing was read; open it in a spreadsheet "
                 "program and save it as .xlsx without a password."));
}

/* ---- Names ----------------------------------------------------------------------------------------------------------------- */

/* Names lead downwards only, and those of the package itself are ASCII or UTF-8. */
static gboolean
is_good_name (const char *name)
{
  g_auto (GStrv) steps = NULL;

  if (name == NULL || *name == '\0' || *name == '/' || strchr (name, '\\') || strchr (name, ':') ||
      !g_utf8_validate (name, -1, NULL))
    return FALSE;
  steps = g_strsplit (name, "/", -1);
  for (guint i = 0; steps[i]; i++)
    if (strcmp (steps[i], "..") == 0 || strcmp (steps[i], ".") == 0 || (*steps[i] == '\0' && steps[i + 1]))
      return FALSE;
  return TRUE;
}

static gboolean
add_name (SamsynZip            *zip,
          struct archive_entry *entry,
          GError              **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (archive_entry_is_encrypted (entry))
    return fail_protected (error);
  if (!is_good_name (name) || g_hash_table_size (zip->names) >= MOST_PARTS)
    return fail_hostile (error);
  if (g_str_has_suffix (name, "/"))
    return TRUE;
  if (archive_entry_filetype (entry) != AE_IFREG || !g_hash_table_add (zip->names, g_strdup (name)))
    return fail_hostile (error);
  return TRUE;
}

static struct archive *
begin (SamsynZip *zip,
       GError   **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, zip->path, BLOCK_SIZE) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  fail_damaged (error);
  return NULL;
}

static gboolean
read_names (SamsynZip *zip,
            GError   **error)
{
  struct archive *archive = begin (zip, error);
  struct archive_entry *entry;
  gboolean good = archive != NULL;
  int result = ARCHIVE_EOF;

  while (good && (result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    good = add_name (zip, entry, error);
  if (good && result != ARCHIVE_EOF)
    good = fail_damaged (error);
  g_clear_pointer (&archive, archive_read_free);
  return good;
}

/* Workbooks with a password and those of before 2007 are no zip files, but begin with the same eight bytes both. */
static gboolean
check_magic (const char *path,
             GError    **error)
{
  static const guchar compound[] = { 0xD0, 0xCF, 0x11, 0xE0 };
  guchar magic[4] = { 0 };
  FILE *file = g_fopen (path, "rb");
  gsize length;

  if (file == NULL)
    {
      g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID,
                   _ ("The file %s cannot be opened. Nothing was read; see that it is there and that you may read it."), path);
      return FALSE;
    }
  length = fread (magic, 1, sizeof magic, file);
  fclose (file);
  if (length == sizeof magic && memcmp (magic, compound, sizeof magic) == 0)
    return fail_protected (error);
  return (length == sizeof magic && memcmp (magic, "PK", 2) == 0) || fail_damaged (error);
}

SamsynZip *
samsyn_zip_open (const char            *path,
                 const SamsynZipLimits *limits,
                 GError               **error)
{
  g_autoptr (SamsynZip) zip = g_new0 (SamsynZip, 1);

  if (limits)
    zip->limits = *limits;
  if (zip->limits.part == 0)
    zip->limits.part = 64 << 20;
  if (zip->limits.whole == 0)
    zip->limits.whole = 256 << 20;
  if (zip->limits.ratio == 0)
    zip->limits.ratio = 200;
  zip->path = g_strdup (path);
  zip->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  zip->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!check_magic (path, error) || !read_names (zip, error))
    return NULL;
  return g_steal_pointer (&zip);
}

void
samsyn_zip_free (SamsynZip *zip)
{
  if (zip == NULL)
    return;
  g_clear_pointer (&zip->names, g_hash_table_unref);
  g_clear_pointer (&zip->counted, g_hash_table_unref);
  g_free (zip->path);
  g_free (zip);
}

gboolean
samsyn_zip_has (SamsynZip  *zip,
                const char *name)
{
  return g_hash_table_contains (zip->names, name);
}

/* ---- Parts ----------------------------------------------------------------------------------------------------------------- */

static gboolean
inflate_part (SamsynZip      *zip,
              struct archive *archive,
              gboolean        counted,
              SamsynZipFunc   piece,
              gpointer        user_data,
              GError        **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gint64 stored = archive_filter_bytes (archive, -1);
  guint64 inflated = 0;

  for (;;)
    {
      la_ssize_t length = archive_read_data (archive, block, BLOCK_SIZE);
      guint64 consumed;

      if (length < 0)
        return fail_damaged (error);
      if (length == 0)
        return TRUE;
      inflated += length;
      zip->inflated += counted ? 0 : length;
      consumed = MAX (archive_filter_bytes (archive, -1) - stored, 0);
      if (inflated > zip->limits.part || zip->inflated > zip->limits.whole ||
          inflated > SLACK + zip->limits.ratio * (consumed + BLOCK_SIZE / 16))
        return fail_hostile (error);
      if (!piece (block, length, user_data, error))
        return FALSE;
    }
}

gboolean
samsyn_zip_read (SamsynZip    *zip,
                 const char   *name,
                 SamsynZipFunc piece,
                 gpointer      user_data,
                 GError      **error)
{
  struct archive *archive;
  struct archive_entry *entry;
  gboolean good = FALSE, found = FALSE;

  if (!samsyn_zip_has (zip, name))
    return fail_damaged (error);
  archive = begin (zip, error);
  if (archive == NULL)
    return FALSE;
  while (!found && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      const char *here = archive_entry_pathname_utf8 (entry);
      found = g_strcmp0 (here ? here : archive_entry_pathname (entry), name) == 0;
    }
  if (found)
    good = inflate_part (zip, archive, !g_hash_table_add (zip->counted, g_strdup (name)), piece, user_data, error);
  else
    fail_damaged (error);
  archive_read_free (archive);
  return good;
}
