/* db.h: SQLite, for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "page.h"
#include "store.h"

G_BEGIN_DECLS

struct _SamsynStore
{
  sqlite3          *db;
  char             *path; /* absolute; NULL for a private copy */
  char             *file_id;
  char             *author; /* of steps that name none, or NULL */
  gboolean          read_only;
  gboolean          write_ahead; /* the file is in WAL mode, which is not ours */
  gboolean          examined;   /* quick_check has passed: the first write may come */
  GHashTable       *statements; /* SQL text → sqlite3_stmt, both owned */
  char             *registered; /* what it is called among the open files of the process, or NULL */
  SamsynIdentity    known;      /* of the file, as this store left it */
  char              next_mark[64]; /* what `known.mark` becomes with the transaction */
  char             *notice;     /* what was done with what lay beside the file, or NULL */
  GHashTable       *inserts;    /* SamsynKind → text of its INSERT, owned */
  int               lock;       /* descriptor of the lock file, -1 without */
  gint64            last_id;    /* the newest id given out, 0 before the first */
  SamsynChangedFunc changed;
  gpointer          changed_data;
  SamsynWriteFunc   before_write;
  gpointer          before_write_data;
  gint64            until; /* reading is given up then, in monotonic time; 0: never */
  GCancellable     *cancellable; /* or when this is cancelled; NULL: never */
  gboolean          gave_up;
  gboolean          bent; /* values were found that are none of their fields: they are sorted last */
  gboolean          in_bracket; /* a view of the file is being begun or ended: no limit holds meanwhile */
  SamsynClock      *clock;
  gboolean          clock_fixed;   /* that of the store of which this is a copy */
  gint64            clock_version; /* of the file when the clock was read, by others and by this connection; -1: never */
  gint64            clock_changes;
};

/* A statement borrowed from the store's cache; it must be released (reset), at the latest before control goes back to the main
 * loop: an open read statement keeps others from committing. */
typedef sqlite3_stmt SamsynStatement;

/* The compiled statement for a text, from the cache.  The same text must not be borrowed twice at a time. */
SamsynStatement *samsyn_db_prepare (SamsynStore *store,
                                    const char  *sql,
                                    GError     **error);

/* Resets the statement and clears its bindings; NULL is ignored. */
void samsyn_db_release (SamsynStatement *statement);

/* A sentence where the newest step is of a moment that is yet to come (clock.c), otherwise NULL; to be freed by the caller. */
char *samsyn_store_doubt_clock (SamsynStore *store);

/* Binds a value; texts and blobs are borrowed until the statement is released. */
void samsyn_db_bind         (SamsynStatement   *statement,
                             int                index,
                             const SamsynValue *value);
void samsyn_db_bind_text    (SamsynStatement *statement,
                             int              index,
                             const char      *text);
void samsyn_db_bind_integer (SamsynStatement *statement,
                             int              index,
                             gint64           integer);

/* Steps.  SQLITE_ROW or SQLITE_DONE; anything else has set the error. */
int samsyn_db_step (SamsynStore     *store,
                    SamsynStatement *statement,
                    GError         **error);

/* Steps a statement that gives no rows. */
gboolean samsyn_db_run (SamsynStore     *store,
                        SamsynStatement *statement,
                        GError         **error);

/* Runs SQL text without parameters or results. */
gboolean samsyn_db_exec (SamsynStore *store,
                         const char  *sql,
                         GError     **error);

/* The first column of the first row as an integer; `otherwise` where there is no row, NULL, or an error. */
gint64 samsyn_db_integer (SamsynStore *store,
                          const char  *sql,
                          gint64       otherwise);

/* A result column through the door (model/door.h): what is no value of `field` is bent, and NULL is where it is `required`.
 * `field` NULL: any sound text or number.  A sound text is copied, or (`borrow`) stays SQLite's until the statement goes on. */
SamsynValue samsyn_db_column (SamsynStatement   *statement,
                              int                column,
                              const SamsynField *field,
                              gboolean           required,
                              gboolean           borrow);

/* A result column as a sound text, NULL where it is none; SQLite's until the statement goes on. */
const char *samsyn_db_text (SamsynStatement *statement,
                            int              column);

/* A result column for people to read, whatever it holds: "" for nothing, what is no text described with a mark; to be freed by
 * the caller. */
char *samsyn_db_shown (SamsynStatement *statement,
                       int              column);

/* Whether a result code of that connection means that its disk is full. */
gboolean samsyn_db_is_out_of_room (sqlite3 *db,
                                   int      code);

/* Says in the user's words what a result code of SQLite means for the store's file. */
void samsyn_db_set_error (SamsynStore *store,
                          int          code,
                          GError     **error);

/* Passes a failure on that came while a new file was written; a disk that is full is that of its target.  Takes the failure;
 * FALSE. */
gboolean samsyn_db_blame_target (const char *target,
                                 GError     *failure,
                                 GError    **error);

/* Makes a connection as safe as SQLite allows (a file may be hostile) and registers our functions; `store->db` must be open. */
gboolean samsyn_db_harden (SamsynStore *store,
                           GError     **error);

/* A store around a connection that is not hardened yet; frees connection and statements with samsyn_store_close(). */
SamsynStore *samsyn_db_wrap (sqlite3    *db,
                             const char *path);

/* The absolute path, with its folder's links resolved (SQLite is told to follow none); to be freed by the caller. */
char *samsyn_path_resolve (const char *path);

/* Copies all pages from a store to an open, empty connection, in steps between which it can be cancelled. */
gboolean samsyn_db_copy (SamsynStore  *from,
                         sqlite3      *to,
                         GCancellable *cancellable,
                         GError      **error);

/* Opens a copy of a workspace, of any version, for reading and without locks, and looks at its header and schema, not at its
 * pages. */
SamsynStore *samsyn_store_open_copy (const char *path,
                                     GError    **error);

/* Our SQL functions (functions.c): samsyn_title(id, language), samsyn_key(text), samsyn_match(text, needle). */
gboolean samsyn_functions_register (SamsynStore *store,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynStatement, samsyn_db_release)

G_END_DECLS
