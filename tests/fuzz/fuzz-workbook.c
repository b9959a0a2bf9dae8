/* fuzz-workbook.c: random parts of a workbook, for the reader behind the zip
 *
 * An input is the parts of a workbook one after the other, each behind a line "== NAME".  They are packed here, so that checksums
 * and lengths are right and what is tried is the reading of the parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "exchange/xlsx/xlsx-read.h"
#include "fuzz.h"

#define MARK "== "
#define LARGEST (1 << 20)

static char *path;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  path = g_build_filename (fuzz_begin (), "book.xlsx", NULL);
  return 0;
}

static void
add_part (struct archive *zip,
          const char     *name,
          const char     *data,
          gsize           length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  if (archive_write_header (zip, entry) == ARCHIVE_OK)
    archive_write_data (zip, data, length);
  archive_entry_free (entry);
}

static const char *
find_mark (const char *from,
           const char *end)
{
  for (const char *at = from; at != NULL && at < end; at = memchr (at, '\n', (gsize) (end - at)), at = at != NULL ? at + 1 : NULL)
    if (end - at >= (gssize) strlen (MARK) && memcmp (at, MARK, strlen (MARK)) == 0)
      return at;
  return end;
}

static void
pack (const char *data,
      gsize       size)
{
  struct archive *zip = archive_write_new ();
  const char *end = data + size, *at = find_mark (data, end);

  archive_write_set_format_zip (zip);
  archive_write_set_format_option (zip, "zip", "compression", "store");
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  while (at < end)
    {
      const char *name = at + strlen (MARK), *line = memchr (name, '\n', (gsize) (end - name));
      const char *text = line != NULL ? line + 1 : end, *next = find_mark (text, end);
      g_autofree char *part = g_strndup (name, (gsize) ((line != NULL ? line : end) - name));

      if (*part != '\0')
        add_part (zip, part, text, (gsize) (next - text));
      at = next;
    }
  archive_write_close (zip);
  archive_write_free (zip);
}

static gboolean
each_cell (const SamsynXlsxCell *cell,
           gpointer              data,
           GError              **error)
{
  guint *n = data;

  g_assert_true (cell->text == NULL || g_utf8_validate (cell->text, -1, NULL));
  g_assert_true (cell->formula == NULL || g_utf8_validate (cell->formula, -1, NULL));
  return ++*n < 100000;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (SamsynXlsx) xlsx = NULL;
  g_autoptr (GError) error = NULL;

  if (size > LARGEST)
    return 0;
  pack ((const char *) data, size);
  xlsx = samsyn_xlsx_open (path, NULL, NULL, &error);
  g_assert_true ((xlsx == NULL) == (error != NULL));
  for (guint i = 0; xlsx != NULL && i < samsyn_xlsx_get_n_sheets (xlsx); i++)
    {
      g_autoptr (GError) reason = NULL;
      guint n = 0;

      g_assert_true (g_utf8_validate (samsyn_xlsx_get_sheet_name (xlsx, i), -1, NULL));
      if (!samsyn_xlsx_read_sheet (xlsx, i, each_cell, &n, NULL, &reason))
        g_assert_true (reason != NULL);
    }
  return 0;
}
