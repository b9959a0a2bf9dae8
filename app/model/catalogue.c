/* catalogue.c: a compiled message catalogue (.mo), read from memory
 *
 * The format is described in the manual of GNU gettext: a header of 32-bit numbers, then two tables of lengths and offsets, of
 * the originals and of their translations.  An original is "context\004msgid", and "one\0many" where it has a plural, of
 * which only the first part is looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalogue.h"

#include <string.h>

#define MAGIC 0x950412deu

enum
{
  HEADER_MAGIC = 0,
  HEADER_COUNT = 8,
  HEADER_ORIGINALS = 12,
  HEADER_TRANSLATIONS = 16,
  HEADER_SIZE = 28
};

struct _SamsynCatalogue
{
  GBytes     *bytes;
  GHashTable *entries; /* original (char *) → Text; both point into `bytes` or live as long */
};

typedef struct
{
  const char *start;
  gsize       length; /* without the final zero; plural forms are separated by zeros */
} Text;

typedef struct
{
  const guint8 *data;
  gsize         size;
  gboolean      swapped;
} Reader;

static gboolean
read_number (const Reader *reader,
             gsize         at,
             guint32      *number)
{
  if (at > reader->size || reader->size - at < sizeof *number)
    return FALSE;
  memcpy (number, reader->data + at, sizeof *number);
  if (reader->swapped)
    *number = GUINT32_SWAP_LE_BE (*number);
  return TRUE;
}

static gboolean
read_text (const Reader *reader,
           gsize         at,
           Text         *text)
{
  guint32 length, offset;

  if (!read_number (reader, at, &length) || !read_number (reader, at + 4, &offset) ||
      (guint64) offset + length >= reader->size || reader->data[offset + length] != '\0')
    return FALSE;
  text->start = (const char *) reader->data + offset;
  text->length = length;
  return TRUE;
}

static gboolean
read_entries (const Reader *reader,
              GHashTable   *entries)
{
  guint32 count, originals, translations;

  if (!read_number (reader, HEADER_COUNT, &count) || !read_number (reader, HEADER_ORIGINALS, &originals) ||
      !read_number (reader, HEADER_TRANSLATIONS, &translations))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    {
      Text original, translation;

      if (!read_text (reader, originals + 8 * (gsize) i, &original) ||
          !read_text (reader, translations + 8 * (gsize) i, &translation))
        return FALSE;
      g_hash_table_insert (entries, (gpointer) original.start, g_memdup2 (&translation, sizeof translation));
    }
  return TRUE;
}

SamsynCatalogue *
samsyn_catalogue_new (GBytes *bytes)
{
  g_autoptr (SamsynCatalogue) catalogue = g_new0 (SamsynCatalogue, 1);
  Reader reader = { 0 };
  guint32 magic;

  catalogue->bytes = g_bytes_ref (bytes);
  catalogue->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size < HEADER_SIZE || !read_number (&reader, HEADER_MAGIC, &magic))
    return NULL;
  reader.swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if ((magic != MAGIC && !reader.swapped) || !read_entries (&reader, catalogue->entries))
    return NULL;
  return g_steal_pointer (&catalogue);
}

void
samsyn_catalogue_free (SamsynCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;
  g_hash_table_unref (catalogue->entries);
  g_bytes_unref (catalogue->bytes);
  g_free (catalogue);
}

const char *
samsyn_catalogue_find (const SamsynCatalogue *catalogue,
                       const char            *context,
                       const char            *msgid,
                       guint                  form)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, "\004", msgid, NULL) : NULL;
  const Text *text = g_hash_table_lookup (catalogue->entries, key != NULL ? key : msgid);
  const char *start, *end;

  if (text == NULL)
    return NULL;
  start = text->start;
  end = start + text->length;
  for (; form > 0; form--)
    {
      start += strlen (start) + 1;
      if (start > end)
        return NULL;
    }
  return *start != '\0' ? start : NULL;
}
