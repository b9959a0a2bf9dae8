/* journal.c: whose is the journal beside a workspace?
 *
 * The format: https://www.sqlite.org/fileformat2.html#the_rollback_journal.  What is read here is what SQLite would read, and
 * anything that it would pass over in silence (a record that is torn, a page beyond the end) makes the journal a strange one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A header, at the beginning and wherever SQLite went on after it had written to the file; the sector is filled up. */
enum
{
  AT_COUNT = 8,
  AT_NONCE = 12,
  AT_INITIAL = 16,
  AT_SECTOR = 20,
  AT_PAGE_SIZE = 24,
  HEADER = 28,
};

#define SECTOR_SMALLEST 512u
#define COUNT_BY_SIZE 0xffffffffu /* as many as there are: of a program that does not wait for the disk */
#define CHECKSUM_STEP 200
#define LOCK_BYTE 0x40000000u

static const guint8 magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

typedef struct
{
  FILE         *stream;
  gint64        size; /* of the journal, bytes */
  sqlite3_file *file; /* the workspace */
  guint32       page_size, sector, initial;
  guint8       *page; /* the record read last */
  guint8       *one, *two; /* the workspace's first two pages as they are now */
  guint8       *one_before, *two_before; /* as the journal has them; NULL where it hasn't */
  guint32       first; /* the page of the first record, 0: none was read */
} Journal;

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

static gboolean
read_at (Journal *journal,
         gint64   offset,
         void    *bytes,
         gsize    length)
{
  return fseeko (journal->stream, offset, SEEK_SET) == 0 && fread (bytes, 1, length, journal->stream) == length;
}

static gint64
record_size (const Journal *journal)
{
  return (gint64) journal->page_size + 8;
}

static guint32
checksum (const Journal *journal,
          guint32        nonce)
{
  for (gint64 i = (gint64) journal->page_size - CHECKSUM_STEP; i > 0; i -= CHECKSUM_STEP)
    nonce += journal->page[i];
  return nonce;
}

/* The page number of the record at `offset`, whose page is then in `page`; 0 where it is torn or of no page that there was. */
static guint32
read_record (Journal *journal,
             gint64   offset,
             guint32  nonce)
{
  guint8 number[4], sum[4];
  guint32 page;

  if (!read_at (journal, offset, number, 4) || fread (journal->page, 1, journal->page_size, journal->stream) != journal->page_size
      || fread (sum, 1, 4, journal->stream) != 4)
    return 0;
  page = samsyn_page_integer (number);
  if (page == 0 || page > journal->initial || page == LOCK_BYTE / journal->page_size + 1
      || samsyn_page_integer (sum) != checksum (journal, nonce))
    return 0;
  return page;
}

static void
keep_record (Journal *journal,
             guint32  page)
{
  guint8 **kept = page == 1 ? &journal->one_before : page == SAMSYN_PAGE_OF_IDENTITY ? &journal->two_before : NULL;

  if (journal->first == 0)
    journal->first = page;
  if (kept != NULL && *kept == NULL)
    *kept = g_memdup2 (journal->page, journal->page_size);
}

/* All records that the header at `offset` counts; where they end, -1 if one of them is not as it was written. */
static gint64
read_records (Journal *journal,
              gint64   offset,
              guint32  count,
              guint32  nonce)
{
  for (offset += journal->sector; count > 0; count--, offset += record_size (journal))
    {
      guint32 page = read_record (journal, offset, nonce);

      if (page == 0)
        return -1;
      keep_record (journal, page);
    }
  return offset;
}

static gint64
next_sector (const Journal *journal,
             gint64         offset)
{
  return (offset + journal->sector - 1) / journal->sector * journal->sector;
}

/* All records, from header to header, as SQLite goes: where no header is, is the end. */
static gboolean
read_segments (Journal *journal)
{
  guint8 header[HEADER];
  gint64 offset = 0;

  while (offset + journal->sector <= journal->size && read_at (journal, offset, header, HEADER) && memcmp (header, magic, 8) == 0)
    {
      guint32 count = samsyn_page_integer (header + AT_COUNT);

      if (count == COUNT_BY_SIZE && offset > 0)
        return FALSE;
      if (count == COUNT_BY_SIZE)
        count = (guint32) ((journal->size - journal->sector) / record_size (journal));
      offset = read_records (journal, offset, count, samsyn_page_integer (header + AT_NONCE));
      if (offset < 0)
        return FALSE;
      offset = next_sector (journal, offset);
    }
  return TRUE;
}

/* ---- The workspace --------------------------------------------------------------------------------------------------------- */

static gboolean
read_workspace (Journal *journal)
{
  guint8 header[SAMSYN_HEADER_SIZE];

  if (!samsyn_page_read (journal->file, 1, sizeof header, header) || (journal->page_size = samsyn_page_size (header)) == 0)
    return FALSE;
  journal->page = g_malloc (journal->page_size);
  journal->one = g_malloc (journal->page_size);
  journal->two = g_malloc (journal->page_size);
  return samsyn_page_read (journal->file, 1, journal->page_size, journal->one)
         && samsyn_page_read (journal->file, SAMSYN_PAGE_OF_IDENTITY, journal->page_size, journal->two);
}

/* How many pages the first one says that there are; 0 where it doesn't know. */
static guint32
pages_told (const guint8 *one)
{
  if (memcmp (one + SAMSYN_AT_COUNTERS, one + SAMSYN_AT_VALID_FOR, 4) != 0)
    return 0;
  return samsyn_page_integer (one + SAMSYN_AT_N_PAGES);
}

/* The first page as it was before; one that isn't among the records has not been written. */
static const guint8 *
one_as_it_was (const Journal *journal)
{
  return journal->one_before != NULL ? journal->one_before : journal->one;
}

/* The file is cut to its initial size: never below what the first page said, and never beyond its end. */
static gboolean
size_is_possible (const Journal *journal)
{
  sqlite3_int64 bytes = 0;
  guint32 told = pages_told (one_as_it_was (journal));

  return journal->file->pMethods->xFileSize (journal->file, &bytes) == SQLITE_OK && journal->initial >= MAX (told, 1)
         && (sqlite3_int64) journal->initial * journal->page_size <= bytes;
}

/* What a transaction of before marks leaves of the first page, and what it counts there: itself, once. */
static gboolean
first_page_agrees (const Journal *journal)
{
  const guint8 *before = one_as_it_was (journal), *now = journal->one;

  return pages_told (before) == journal->initial
         && samsyn_page_integer (now + SAMSYN_AT_COUNTERS) - samsyn_page_integer (before + SAMSYN_AT_COUNTERS) <= 1
         && memcmp (before, now, SAMSYN_AT_COUNTERS) == 0
         && memcmp (before + SAMSYN_AFTER_COUNTERS, now + SAMSYN_AFTER_COUNTERS, SAMSYN_AT_VALID_FOR - SAMSYN_AFTER_COUNTERS) == 0
         && memcmp (before + SAMSYN_HEADER_SIZE, now + SAMSYN_HEADER_SIZE, journal->page_size - SAMSYN_HEADER_SIZE) == 0;
}

/* Is what is to be rolled back of this file, and of the transaction that was under way in it? */
static gboolean
is_of_workspace (const Journal *journal)
{
  SamsynIdentity now, before = { "", "", "" };

  if (!samsyn_page_identity (journal->two, journal->page_size, &now))
    return FALSE;
  if (journal->two_before != NULL
      && (!samsyn_page_identity (journal->two_before, journal->page_size, &before) || strcmp (before.file_id, now.file_id) != 0))
    return FALSE;
  if (before.mark[0] != '\0')
    return strcmp (before.mark, now.mark) == 0 || strcmp (before.mark, now.mark_before) == 0;
  /* Of a version without marks.  The migration that brings them begins with the page of the identity, and changes the first
   * one. */
  if (now.mark[0] != '\0')
    return journal->first == SAMSYN_PAGE_OF_IDENTITY && strcmp (now.mark_before, SAMSYN_NO_MARK_YET) == 0;
  return journal->first == SAMSYN_PAGE_OF_IDENTITY || first_page_agrees (journal);
}

/* ---- Judging --------------------------------------------------------------------------------------------------------------- */

/* A transaction over several files names the journal of all of them at the end, and SQLite deletes that file.  We never make
 * one. */
static gboolean
names_super_journal (Journal *journal)
{
  guint8 end[sizeof magic];

  return journal->size >= (gint64) sizeof end && read_at (journal, journal->size - (gint64) sizeof end, end, sizeof end)
         && memcmp (end, magic, sizeof magic) == 0;
}

static gboolean
take_header (Journal      *journal,
             const guint8 *header)
{
  journal->initial = samsyn_page_integer (header + AT_INITIAL);
  journal->sector = samsyn_page_integer (header + AT_SECTOR);
  return journal->sector >= SECTOR_SMALLEST && journal->sector <= SAMSYN_PAGE_LARGEST
         && (journal->sector & (journal->sector - 1)) == 0 && samsyn_page_integer (header + AT_PAGE_SIZE) == journal->page_size;
}

/* Until SQLite writes to the file, the header has neither its beginning nor a count, or only a part of them. */
static gboolean
has_no_beginning (const guint8 *header)
{
  guint n = 0;

  while (n < sizeof magic && header[n] == magic[n])
    n++;
  if (n == sizeof magic)
    return FALSE;
  while (n < AT_NONCE && header[n] == 0)
    n++;
  return n == AT_NONCE;
}

/* Then the page that was kept first is as it is. */
static gboolean
is_unwritten (Journal      *journal,
              const guint8 *header)
{
  g_autofree guint8 *now = g_malloc (journal->page_size);
  guint32 page;

  if (!has_no_beginning (header) || !size_is_possible (journal))
    return FALSE;
  if (journal->size < journal->sector + record_size (journal))
    return TRUE;
  page = read_record (journal, journal->sector, samsyn_page_integer (header + AT_NONCE));
  return page != 0 && samsyn_page_read (journal->file, page, journal->page_size, now)
         && memcmp (now, journal->page, journal->page_size) == 0;
}

static SamsynJournal
judge (Journal *journal)
{
  guint8 header[HEADER];

  if (!read_workspace (journal) || names_super_journal (journal) || !read_at (journal, 0, header, HEADER)
      || !take_header (journal, header))
    return SAMSYN_JOURNAL_STRANGE;
  if (is_unwritten (journal, header))
    return SAMSYN_JOURNAL_UNWRITTEN;
  if (read_segments (journal) && journal->first != 0 && size_is_possible (journal) && is_of_workspace (journal))
    return SAMSYN_JOURNAL_OURS;
  return SAMSYN_JOURNAL_STRANGE;
}

/* As the file that it must be; NULL with errno. */
static FILE *
open_journal (const char *path)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  FILE *stream = descriptor >= 0 ? fdopen (descriptor, "rb") : NULL;

  if (descriptor >= 0 && stream == NULL)
    close (descriptor);
  return stream;
}

SamsynJournal
samsyn_journal_judge (const char   *path,
                      sqlite3_file *file)
{
  Journal journal = { .file = file };
  SamsynJournal state;
  struct stat info;

  if (lstat (path, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0))
    return SAMSYN_JOURNAL_NONE;
  if (!S_ISREG (info.st_mode) || file == NULL)
    return SAMSYN_JOURNAL_STRANGE;
  journal.size = info.st_size;
  journal.stream = open_journal (path);
  if (journal.stream == NULL)
    return SAMSYN_JOURNAL_UNREADABLE;
  state = judge (&journal);
  fclose (journal.stream);
  g_free (journal.page);
  g_free (journal.one);
  g_free (journal.two);
  g_free (journal.one_before);
  g_free (journal.two_before);
  return state;
}

gboolean
samsyn_journal_is_there (const char *journal)
{
  struct stat info;

  return lstat (journal, &info) == 0 && (!S_ISREG (info.st_mode) || info.st_size > 0);
}
