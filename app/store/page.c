/* page.c: what pages of the file say, read as they lie on the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page.h"

#include <string.h>

#define LEAF_OF_TABLE 0x0d
#define LEAF_HEADER 8
#define N_COLUMNS 2

guint32
samsyn_page_integer (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static guint32
short_integer (const guint8 *bytes)
{
  return (guint32) bytes[0] << 8 | bytes[1];
}

guint32
samsyn_page_size (const guint8 *header)
{
  guint32 size = short_integer (header + SAMSYN_AT_PAGE_SIZE);

  if (size == 1)
    return SAMSYN_PAGE_LARGEST;
  return size >= SAMSYN_PAGE_SMALLEST && (size & (size - 1)) == 0 ? size : 0;
}

/* ---- A leaf ---------------------------------------------------------------------------------------------------------------- */

/* What is left of a page to be read; running out of it leaves NULL. */
typedef struct
{
  const guint8 *at, *end;
} Rest;

static guint64
take_varint (Rest *rest)
{
  guint64 number = 0;

  for (guint i = 0; i < 9 && rest->at != NULL; i++)
    {
      guint8 byte;

      if (rest->at >= rest->end)
        {
          rest->at = NULL;
          return 0;
        }
      byte = *rest->at++;
      if (i == 8)
        return number << 8 | byte;
      number = number << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        return number;
    }
  return number;
}

/* The length of a text of that serial type, -1 for anything else. */
static gint64
text_length (guint64 type)
{
  return type >= 13 && type % 2 == 1 && type < SAMSYN_PAGE_LARGEST * 2 ? (gint64) (type - 13) / 2 : -1;
}

static void
take_row (SamsynIdentity *identity,
          const char     *name,
          gsize           name_length,
          const char     *value,
          gsize           value_length)
{
  const struct
  {
    const char *name;
    char       *to;
  } rows[] = { { "file_id", identity->file_id }, { "mark", identity->mark }, { "mark_before", identity->mark_before } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strlen (rows[i].name) == name_length && memcmp (rows[i].name, name, name_length) == 0
        && value_length < sizeof identity->mark)
      {
        memcpy (rows[i].to, value, value_length);
        rows[i].to[value_length] = '\0';
      }
}

/* A row of two texts; anything else is passed over. */
static void
read_cell (Rest            cell,
           SamsynIdentity *identity)
{
  guint64 size = take_varint (&cell), header;
  gint64 lengths[N_COLUMNS];
  Rest types;

  take_varint (&cell); /* the row's id */
  if (cell.at == NULL || size > (guint64) (cell.end - cell.at))
    return;
  types = (Rest) { cell.at, cell.at + size };
  header = take_varint (&types);
  for (guint i = 0; i < N_COLUMNS; i++)
    lengths[i] = text_length (take_varint (&types));
  if (types.at == NULL || header > size || types.at != cell.at + header || lengths[0] < 0 || lengths[1] < 0
      || lengths[0] + lengths[1] > (gint64) (size - header))
    return;
  take_row (identity, (const char *) types.at, (gsize) lengths[0], (const char *) types.at + lengths[0], (gsize) lengths[1]);
}

gboolean
samsyn_page_identity (const guint8   *page,
                      guint32         size,
                      SamsynIdentity *identity)
{
  guint32 n_cells = short_integer (page + 3);

  memset (identity, 0, sizeof *identity);
  if (page[0] != LEAF_OF_TABLE || LEAF_HEADER + n_cells * 2 > size)
    return FALSE;
  for (guint32 i = 0; i < n_cells; i++)
    {
      guint32 offset = short_integer (page + LEAF_HEADER + i * 2);

      if (offset < size)
        read_cell ((Rest) { page + offset, page + size }, identity);
    }
  return identity->file_id[0] != '\0';
}

/* ---- The disk -------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_page_read (sqlite3_file *file,
                  guint32       number,
                  guint32       size,
                  guint8       *page)
{
  return file->pMethods->xRead (file, page, (int) size, (sqlite3_int64) (number - 1) * size) == SQLITE_OK;
}

sqlite3_file *
samsyn_page_file (sqlite3 *db)
{
  sqlite3_file *file = NULL;

  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL || file->pMethods == NULL)
    return NULL;
  return file;
}

gboolean
samsyn_page_identity_now (sqlite3        *db,
                          SamsynIdentity *identity)
{
  sqlite3_file *file = samsyn_page_file (db);
  guint8 header[SAMSYN_HEADER_SIZE];
  g_autofree guint8 *page = NULL;
  guint32 size;

  memset (identity, 0, sizeof *identity);
  if (file == NULL || !samsyn_page_read (file, 1, sizeof header, header) || (size = samsyn_page_size (header)) == 0)
    return FALSE;
  page = g_malloc (size);
  return samsyn_page_read (file, SAMSYN_PAGE_OF_IDENTITY, size, page) && samsyn_page_identity (page, size, identity);
}
