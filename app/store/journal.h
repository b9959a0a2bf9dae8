/* journal.h: whose is the journal beside a workspace?
 *
 * SQLite rolls a journal back into whatever has the file's name, deletes the file that it names as its super-journal, and cuts
 * the workspace to the size that it tells.  So nothing is rolled back here that is not known to be of this very file: each
 * transaction begins by writing the page on which the workspace's identity and mark stand, so that the journal's first record is
 * that page as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/* The mark before a file's first one. */
#define SAMSYN_NO_MARK_YET "00000000000000000000000000000000"

typedef enum
{
  SAMSYN_JOURNAL_NONE,      /* there is none, or an empty one */
  SAMSYN_JOURNAL_UNWRITTEN, /* begun in this file, before anything of the file was written: it says nothing */
  SAMSYN_JOURNAL_OURS,      /* of this file, which is to be rolled back */
  SAMSYN_JOURNAL_STRANGE,   /* anything else: a stranger's, another file's, torn */
  SAMSYN_JOURNAL_UNREADABLE /* it may not be read */
} SamsynJournal;

/* Looks at the journal at that path without changing anything; `file` is the workspace, open in SQLite. */
SamsynJournal samsyn_journal_judge (const char   *journal,
                                    sqlite3_file *file);

/* Whether there is a journal at the path that has anything in it, or something that is no file at all. */
gboolean samsyn_journal_is_there (const char *journal);

G_END_DECLS
