/* store.h: the workspace file
 *
 * Everything a project leader keeps is in one SQLite file.  This is the only door to it: there is one way to write, apply; one
 * way to ask, a SamsynQuery.  A store is used by one thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/clock.h"
#include "model/query.h"
#include "model/record.h"

G_BEGIN_DECLS

#define SAMSYN_STORE_ERROR (samsyn_store_error_quark ())
GQuark samsyn_store_error_quark (void);

/* Messages are whole translated sentences for the user: what happened, what it means, what to do. */
typedef enum
{
  SAMSYN_STORE_ERROR_BUSY,      /* another program holds the workspace; named in the message */
  SAMSYN_STORE_ERROR_CONFLICT,  /* the record is no longer as the change was made from */
  SAMSYN_STORE_ERROR_FULL,      /* no room on the disk */
  SAMSYN_STORE_ERROR_READ_ONLY, /* the file or its folder can't be written */
  SAMSYN_STORE_ERROR_DAMAGED,   /* pages, schema or content are not what they must be */
  SAMSYN_STORE_ERROR_FOREIGN,   /* not a Samsyn workspace */
  SAMSYN_STORE_ERROR_NEWER,     /* written by a newer Samsyn */
  SAMSYN_STORE_ERROR_INVALID,   /* a change breaks a rule; nothing to undo; no such record */
} SamsynStoreError;

typedef struct _SamsynStore SamsynStore;

typedef enum
{
  SAMSYN_OPEN_WRITE = 0,     /* holds the lock until closed, waits 5 s for it */
  SAMSYN_OPEN_READ = 1 << 0, /* never changes the file */
} SamsynOpenFlags;

/* ---- The file (open.c) -------------------------------------------------------------------------------------------------- */

/* Makes a new, empty workspace; refuses an existing file (G_IO_ERROR_EXISTS).  Private to the user (0600). */
SamsynStore *samsyn_store_create (const char *path,
                                  GError    **error);

/* Opens a workspace, migrating an older one (a verified backup is made first).  A file that is refused is unchanged. */
SamsynStore *samsyn_store_open (const char     *path,
                                SamsynOpenFlags flags,
                                GError        **error);

/* What had to be put aside when the store was opened, made or copied, or that its newest step is of a moment yet to come where it
 * was opened for writing, as whole sentences for the user; told once, then and where there was nothing NULL.  To be freed by the
 * caller. */
char *samsyn_store_take_notice (SamsynStore *store);

/* Gives a workspace that was written under a temporary name, and is closed, the name that is free.  What lies there as if it were
 * its journal is put aside first, which `notice` tells (NULL: nothing); to be freed by the caller. */
gboolean samsyn_store_publish (const char *temporary,
                               const char *path,
                               char      **notice,
                               GError    **error);

/* Whether the file that was opened is still the one at its path: it may have been moved or deleted, or another one be there. */
gboolean samsyn_store_is_home (SamsynStore *store);

/* Closes and frees; NULL is ignored. */
void samsyn_store_close (SamsynStore *store);

/* The absolute path of the file, owned by the store, and whether it was opened for reading only. */
const char *samsyn_store_get_path (SamsynStore *store);
gboolean    samsyn_store_is_read_only (SamsynStore *store);

/* A number that differs as soon as another connection, of this program or another, has changed the file; 0 where it can't be
 * read. */
gint64 samsyn_store_data_version (SamsynStore *store);

/* Whom steps are told of that name no author; NULL or "": the user of the process. */
void samsyn_store_set_author (SamsynStore *store,
                              const char  *author);

/* The random identity of the workspace, made when it was created; owned by the store. */
const char *samsyn_store_get_file_id (SamsynStore *store);

/* What time it is in the workspace, by the zone that its setting SAMSYN_CLOCK_SETTING names; read anew when the file has changed.
 * Owned by the store, as long as it is open.  A private copy goes by the clock of the store that it was made from, whatever day
 * it is of. */
const SamsynClock *samsyn_store_clock (SamsynStore *store);

/* ---- Writing (apply.c, depend.c, undo.c) ---------------------------------------------------------------------------------- */

/* What is told of a step: `code` is an action code ("edit", "create", "delete", "import", "undo", …), not a sentence;
 * `author` NULL means the store's, see samsyn_store_set_author(); `at` 0 means now (UTC milliseconds). */
typedef struct
{
  const char *code;
  const char *author;
  gint64      at;
} SamsynStepInfo;

/* A rule that a change breaks. */
typedef struct
{
  guint       change; /* index among the changes given to apply */
  const char *field;  /* id, static; NULL: the record as a whole */
  char       *text;   /* translated: what is said of the field ("must be given"), or a whole sentence */
  gboolean    is_sentence;
} SamsynProblem;

void samsyn_problem_free (SamsynProblem *problem);

/* The problem as a whole sentence; `kind` is that of the changed record.  To be freed by the caller. */
char *samsyn_problem_describe (const SamsynProblem *problem,
                               const SamsynKind    *kind);

/* A fresh id for a record to be created: greater than any in the file. */
gint64 samsyn_store_new_id (SamsynStore *store);

/* Writes all changes with index and log in one transaction, or nothing.  `changes` holds SamsynChange and is not altered.
 * Deletions must name what depends on them: see samsyn_store_plan_delete().  A value of type body may be given as text.
 * Returns the id of the step, or 0.  On INVALID `problems` (may be NULL), an array made with samsyn_problem_free(), gets every
 * broken rule; the error names the first. */
gint64 samsyn_store_apply (SamsynStore          *store,
                           const SamsynStepInfo *info,
                           GPtrArray            *changes,
                           GPtrArray            *problems,
                           GError              **error);

/* The same as a part of `step`, where that is still the newest one, of the same author, and can be undone: the saves of one visit
 * to a field are one step.
 * Otherwise, or with step 0, as a step of its own.  What comes to nothing in the end is kept as a step without changes. */
gint64 samsyn_store_amend (SamsynStore          *store,
                           const SamsynStepInfo *info,
                           gint64                step,
                           GPtrArray            *changes,
                           GPtrArray            *problems,
                           GError              **error);

/* The changes that delete the records, with all that depends on them deleted or cleared as their fields declare. */
GPtrArray *samsyn_store_plan_delete (SamsynStore  *store,
                                     const gint64 *records,
                                     gsize         n_records,
                                     GError      **error);

/* Undoes the newest step that is not undone; redoes the newest undone one.  Returns the new step, 0 on error (INVALID: nothing
 * to undo, or a lasting step rests on it). */
gint64 samsyn_store_undo (SamsynStore *store,
                          GError     **error);
gint64 samsyn_store_redo (SamsynStore *store,
                          GError     **error);

/* Takes back a lasting step that can be ended (a publication).  Returns the new step, 0 on error. */
gint64 samsyn_store_withdraw (SamsynStore *store,
                              gint64       step,
                              GError     **error);

/* The steps that undo and redo would take back, 0 if none. */
gint64 samsyn_store_undoable (SamsynStore *store);
gint64 samsyn_store_redoable (SamsynStore *store);

/* Called on the thread that applies, after each commit. */
typedef void (*SamsynChangedFunc) (SamsynStore *store,
                                   gint64       step,
                                   GPtrArray   *changes,
                                   gpointer     data);
void samsyn_store_on_changed (SamsynStore      *store,
                              SamsynChangedFunc func,
                              gpointer          data);

/* Called on the thread that applies, before it begins: whoever reads the file through another connection has to let go of it, or
 * the step can't be written. */
typedef void (*SamsynWriteFunc) (SamsynStore *store,
                                 gpointer     data);
void samsyn_store_on_write (SamsynStore    *store,
                            SamsynWriteFunc func,
                            gpointer        data);

/* ---- Reading (read.c, select.c, title.c, search.c) ------------------------------------------------------------------------ */

/* The record, or NULL if there is none with that id (no error is set then). */
SamsynRecord *samsyn_store_get (SamsynStore *store,
                                gint64       id,
                                GError     **error);

/* The kind of the record, or NULL. */
const SamsynKind *samsyn_store_kind_of (SamsynStore *store,
                                        gint64       id);

/* The record's title in a language (NULL: the process's), "" if there is none; to be freed by the caller. */
char *samsyn_store_title (SamsynStore *store,
                          gint64       id,
                          const char  *language);

/* The text of a body by the id that a record holds; to be freed by the caller. */
char *samsyn_store_body (SamsynStore *store,
                         gint64       body);

/* Calls `func` with the values of the query's columns, row by row; they are valid during the call.  `func` returns FALSE to
 * stop.  Returns FALSE on error only. */
typedef gboolean (*SamsynRowFunc) (const SamsynValue *row,
                                   gpointer           data);
gboolean samsyn_store_each (SamsynStore       *store,
                            const SamsynQuery *query,
                            SamsynRowFunc      func,
                            gpointer           data,
                            GError           **error);

/* All rows at once. */
typedef struct
{
  guint        n_rows;
  guint        n_columns;
  SamsynValue *values; /* row by row */
} SamsynRows;

SamsynRows *samsyn_store_select (SamsynStore       *store,
                                 const SamsynQuery *query,
                                 GError           **error);
void        samsyn_rows_free    (SamsynRows *rows);

static inline const SamsynValue *
samsyn_rows_get (const SamsynRows *rows,
                 guint             row,
                 guint             column)
{
  return &rows->values[row * rows->n_columns + column];
}

/* The text, "" where empty; the integer, `otherwise` where empty. */
const char *samsyn_rows_text    (const SamsynRows *rows,
                                 guint             row,
                                 guint             column);
gint64      samsyn_rows_integer (const SamsynRows *rows,
                                 guint             row,
                                 guint             column,
                                 gint64            otherwise);

/* How many records the query finds, -1 on error. */
gint64 samsyn_store_count (SamsynStore       *store,
                           const SamsynQuery *query,
                           GError           **error);

/* The ids that the query finds, in order: gint64.  For lists: ids once, rows by lookup. */
GArray *samsyn_store_ids (SamsynStore       *store,
                          const SamsynQuery *query,
                          guint              offset,
                          guint              limit,
                          GError           **error);

/* A prepared lookup of the query's columns for one id (its conditions and order do not count). */
typedef struct _SamsynLookup SamsynLookup;
SamsynLookup      *samsyn_lookup_new  (SamsynStore       *store,
                                       const SamsynQuery *query,
                                       GError           **error);
const SamsynValue *samsyn_lookup_row  (SamsynLookup *lookup,
                                       gint64        id); /* NULL: no such record; valid until the next call */
void               samsyn_lookup_free (SamsynLookup *lookup);

typedef struct
{
  gint64            id;
  const SamsynKind *kind;
  char             *title;
  char             *excerpt; /* the words around the hit, hits between U+2068 and U+2069 */
} SamsynHit;

/* How many records a search gives where no other limit is given. */
#define SAMSYN_SEARCH_LIMIT 200

/* The records in which every word, or a word that begins so, occurs; best first.  Where the words are a date, as it is stored or
 * as the language types it, then also those that are due on that day.  `limit` of each, 0: 200.  An array of SamsynHit that owns
 * them. */
GPtrArray *samsyn_store_search (SamsynStore *store,
                                const char  *words,
                                guint        limit,
                                const char  *language,
                                GError     **error);

/* Adds to `hits` the records in whose titles, as others, dates or choices give them, every word occurs, and those that have the
 * date in a field that is no deadline: no index has these, so all records are looked through, which takes as long as it takes.
 * Of each kind at most `limit`, 0: 200.  On error some may have been added. */
gboolean samsyn_store_search_further (SamsynStore *store,
                                      const char  *words,
                                      guint        limit,
                                      const char  *language,
                                      GPtrArray   *hits,
                                      GError     **error);

/* The value of a record of kind setting with that name, or `otherwise`; to be freed by the caller. */
char *samsyn_store_setting (SamsynStore *store,
                            const char  *name,
                            const char  *otherwise);

/* ---- History (codes.c, history.c, recent.c) -------------------------------------------------------------------------------- */

typedef enum
{
  SAMSYN_STEP_UNDOABLE = 1 << 0, /* undo and redo take it back; they pass over all others */
  SAMSYN_STEP_LASTING = 1 << 1,  /* what it rests on can't be undone while it stands */
} SamsynStepFlags;

/* What there is to know about the code of a step. */
typedef struct
{
  const char     *id;    /* NULL: a code that this version does not know, which counts as an edit */
  const char     *label; /* what was done; English, context "step" */
  SamsynStepFlags flags;
  const char     *ended_by; /* the code of a step that names this one in `undoes`, and after which it stands no longer; or NULL */
  const char     *way_out;  /* of a lasting one: what to do instead of undoing what it rests on; a sentence, English */
} SamsynStepCode;

const SamsynStepCode *samsyn_step_code (const char *id);

/* The label in the language of the process. */
const char *samsyn_step_words (const char *id);

typedef struct
{
  gint64 id;
  gint64 at; /* UTC milliseconds, as the clock had it: it may be before that of the step before */
  char  *author;
  char  *code;
  gint64 undoes; /* a step, or 0 */
  guint  version; /* of the file when it was written */
  char  *digest; /* of the step and all before it: SHA-256, hexadecimal */
} SamsynStep;

/* Steps from the newest, each with its changes (SamsynChange), of one record or (0) of all.  `func` returns FALSE to stop. */
typedef gboolean (*SamsynStepFunc) (const SamsynStep *step,
                                    GPtrArray        *changes,
                                    gpointer          data);
gboolean samsyn_store_history (SamsynStore   *store,
                               gint64         record,
                               SamsynStepFunc func,
                               gpointer       data,
                               GError       **error);

/* What a step changed, in order: an array of SamsynChange that owns them; NULL on error. */
GPtrArray *samsyn_store_changes (SamsynStore *store,
                                 gint64       step,
                                 GError     **error);

/* A step in brief, without its values. */
typedef struct
{
  gint64            id;
  gint64            at; /* UTC milliseconds */
  char             *author;
  char             *code;
  gint64            n_changes; /* of a deletion: of records that were deleted */
  gint64            record; /* the first one changed, of a deletion the first deleted; 0: it is gone */
  const SamsynKind *kind;   /* of that one; NULL: nothing was changed */
} SamsynRecentStep;

/* The newest steps, at most `limit`, newest first; an array of SamsynRecentStep that owns them. */
GPtrArray *samsyn_store_recent (SamsynStore *store,
                                guint        limit,
                                GError     **error);

/* The newest step's id, 0 if there is none. */
gint64 samsyn_store_last_step (SamsynStore *store);

/* The step that the workspace stood at at a moment in UTC milliseconds: the one with the highest number among those that had been
 * written by then, 0 before the first.  Steps are in the order of their numbers; where a clock was wrong, their moments are
 * not. */
gint64 samsyn_store_step_at (SamsynStore *store,
                             gint64       moment);

/* From now on reading gives up at that moment of the monotonic time (0: never) and where the cancellable is cancelled (NULL:
 * never).  What is read then fails, or lacks something. */
void samsyn_store_limit (SamsynStore  *store,
                         gint64        until,
                         GCancellable *cancellable);

/* From now on reading takes as long as it takes.  FALSE if it gave up meanwhile: nothing that was read is to be used. */
gboolean samsyn_store_end_limit (SamsynStore *store);

/* Whether the file's pages are sound; looked at once.  A store does this before its first step, which waits for it; another one
 * of the same file can do it on a thread before, and the first one be told. */
gboolean samsyn_store_examine       (SamsynStore *store,
                                     GError     **error);
void     samsyn_store_note_examined (SamsynStore *store);

/* The ids (gint64) of the records that hold values which are none of their fields (model/bent.h), by kind; NULL on error.  Looks
 * at all of the file.  From then on such values are sorted last in every list, also where an index gives the order; another store
 * of the same file is told. */
GArray *samsyn_store_bent_records (SamsynStore *store,
                                   GError     **error);
void    samsyn_store_note_bent    (SamsynStore *store);

/* Gives back what the store keeps in memory of the file. */
void samsyn_store_release_memory (SamsynStore *store);

/* A private copy of the workspace, as it is, or (at >= 0) as it was at that moment in UTC milliseconds.  For reading; the copy
 * is removed when it is closed. */
SamsynStore *samsyn_store_snapshot (SamsynStore  *store,
                                    gint64        at,
                                    GCancellable *cancellable,
                                    GError      **error);

/* A private copy that may be written: what would a change do?  It is gone when it is closed. */
SamsynStore *samsyn_store_trial (SamsynStore  *store,
                                 GCancellable *cancellable,
                                 GError      **error);

/* ---- Care (backup.c, check.c, repair.c) ------------------------------------------------------------------------------------ */

/* A copy, of which it is certain that its pages are sound and that it is what was copied; refuses an existing target
 * (G_IO_ERROR_EXISTS); leaves nothing behind on failure. */
gboolean samsyn_store_backup (SamsynStore  *store,
                              const char   *to,
                              GCancellable *cancellable,
                              GError      **error);

/* Something that a check found. */
typedef struct
{
  char    *place;      /* a table, an id in it, a column: "task/1464775200000001.name", "step/12", "file" */
  char    *text;       /* a translated sentence */
  gboolean repairable; /* it is rebuilt from what is sound: the search index, sort keys */
} SamsynFault;

/* What a check found: the first hundred of each, and how many there are. */
typedef struct
{
  GPtrArray *faults;  /* SamsynFault: what no version of Samsyn writes */
  GPtrArray *remarks; /* SamsynFault: what an older version took, or a wrong clock made, and this version would not write */
  guint      n_faults;
  guint      n_repairable; /* of the faults */
  guint      n_remarks;
  gboolean   damaged; /* the pages aren't sound: nothing else could be looked at */
} SamsynCheckup;

void samsyn_checkup_free (SamsynCheckup *checkup);

/* Examines, on a private copy, pages, schema, records, references, search index, sort keys, the log replayed to the present rows,
 * and the steps' digests.  NULL only if it could not examine. */
SamsynCheckup *samsyn_store_check (SamsynStore  *store,
                                   GCancellable *cancellable,
                                   GError      **error);

/* A copy as samsyn_store_backup() makes it, which is then examined as a whole: that takes seconds where there are very many
 * records.  What is faulty is kept nevertheless, under another name if one is given (not NULL).  What was found, or NULL where
 * there is no backup. */
SamsynCheckup *samsyn_store_back_up (SamsynStore  *store,
                                     const char   *to,
                                     const char   *if_faulty,
                                     GCancellable *cancellable,
                                     GError      **error);

/* Makes search index and sort keys anew, in one transaction.  Records and history are not touched, and it is no step. */
gboolean samsyn_store_repair (SamsynStore *store,
                              GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynStore, samsyn_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynCheckup, samsyn_checkup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynRows, samsyn_rows_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynLookup, samsyn_lookup_free)

G_END_DECLS
