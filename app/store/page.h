/* page.h: what pages of the file say, read as they lie on the disk
 *
 * Whose a journal is, and whether the file is still the one that was opened, is found out before SQLite does anything, or beside
 * what it remembers.  The file format: https://www.sqlite.org/fileformat2.html
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define SAMSYN_HEADER_SIZE 100
#define SAMSYN_PAGE_SMALLEST 512u
#define SAMSYN_PAGE_LARGEST 65536u

/* The root of the table "workspace", the first one that was ever made. */
#define SAMSYN_PAGE_OF_IDENTITY 2u

/* Bytes of the database header. */
enum
{
  SAMSYN_AT_PAGE_SIZE = 16,
  SAMSYN_AT_WRITE_VERSION = 18,
  SAMSYN_AT_READ_VERSION = 19,
  SAMSYN_AT_RESERVED = 20,
  SAMSYN_AT_COUNTERS = 24, /* change counter, pages, freelist (2) */
  SAMSYN_AT_N_PAGES = 28,
  SAMSYN_AFTER_COUNTERS = 40,
  SAMSYN_AT_USER_VERSION = 60,
  SAMSYN_AT_APPLICATION_ID = 68,
  SAMSYN_AT_VALID_FOR = 92, /* the change counter for which the number of pages holds, and who wrote it */
};

/* What makes a workspace this one, and this state of it; "" where it isn't there. */
typedef struct
{
  char file_id[64];
  char mark[64];
  char mark_before[64];
} SamsynIdentity;

guint32 samsyn_page_integer (const guint8 *bytes); /* big-endian */

/* The size of pages by a database header; 0 where it says none that there is. */
guint32 samsyn_page_size (const guint8 *header);

/* Reads the rows of "workspace" off its root, which is a leaf; FALSE, and all "", where it is anything else. */
gboolean samsyn_page_identity (const guint8   *page,
                               guint32         size,
                               SamsynIdentity *identity);

/* A page of the file (from 1), read through SQLite's own descriptor: to open and close the file by other means would drop its
 * locks.  FALSE where there is no such page. */
gboolean samsyn_page_read (sqlite3_file *file,
                           guint32       number,
                           guint32       size,
                           guint8       *page);

/* SQLite's file of a connection; NULL where there is none. */
sqlite3_file *samsyn_page_file (sqlite3 *db);

/* The identity as it is on the disk at this moment, whatever the connection remembers. */
gboolean samsyn_page_identity_now (sqlite3        *db,
                                   SamsynIdentity *identity);

G_END_DECLS
