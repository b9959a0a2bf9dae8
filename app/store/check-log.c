/* check-log.c: is the history as it was written, and does it lead to what is there?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chain.h"
#include "check.h"
#include "kinds/kinds.h"
#include "log.h"
#include "model/words.h"

/* ---- Steps ----------------------------------------------------------------------------------------------------------------- */

/* Where the walk along the steps stands. */
typedef struct
{
  SamsynCheck *check;
  gint64       id;     /* of the step before, 0 before the first */
  char        *digest; /* as that step has it, NULL before the first */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_free (walk->digest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static void
check_undoes (SamsynCheck      *check,
              const SamsynStep *step)
{
  if (step->undoes < 0 || step->undoes >= step->id)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "step", step->id, "undoes",
                       _ ("Step %lld of the history takes back step %lld, which does not come before it."), (long long) step->id,
                       (long long) step->undoes);
}

/* The digest says nothing after a hole: what it was built on is gone. */
static void
check_digest (Walk             *walk,
              const SamsynStep *step)
{
  g_autofree char *expected = samsyn_chain_digest (walk->check->store, step->id, walk->digest, NULL);

  if (step->id == walk->id + 1 && g_strcmp0 (expected, step->digest) != 0)
    samsyn_check_tell (walk->check, SAMSYN_CHECK_FAULT, "step", step->id, "digest",
                       _ ("Step %lld of the history is not as it was written."), (long long) step->id);
}

static void
check_place (Walk             *walk,
             const SamsynStep *step)
{
  if (step->id <= 0)
    samsyn_check_tell (walk->check, SAMSYN_CHECK_FAULT, "step", step->id, NULL,
                       _ ("Step %lld of the history has no number that a step has."), (long long) step->id);
  else if (step->id == walk->id + 2)
    samsyn_check_tell (walk->check, SAMSYN_CHECK_FAULT, "step", walk->id + 1, NULL, _ ("Step %lld of the history is missing."),
                       (long long) walk->id + 1);
  else if (step->id != walk->id + 1)
    samsyn_check_tell (walk->check, SAMSYN_CHECK_FAULT, "step", walk->id + 1, NULL,
                       _ ("Steps %lld to %lld of the history are missing."), (long long) walk->id + 1, (long long) step->id - 1);
}

static gboolean
check_step (Walk    *walk,
            gint64   id,
            GError **error)
{
  SamsynStep step;

  if (!samsyn_log_step (walk->check->store, id, &step, error))
    return FALSE;
  check_place (walk, &step);
  check_undoes (walk->check, &step);
  check_digest (walk, &step);
  walk->id = MAX (step.id, 0);
  g_free (walk->digest);
  walk->digest = g_steal_pointer (&step.digest);
  samsyn_step_clear (&step);
  return TRUE;
}

/* A clock that was wrong: the step is what it is, but later ones will seem older. */
static void
check_moment (SamsynCheck *check)
{
  gint64 at = samsyn_db_integer (check->store, "SELECT at FROM step ORDER BY id DESC LIMIT 1", 0);
  gint64 last = samsyn_store_last_step (check->store);
  const SamsynClock *clock = samsyn_store_clock (check->store);
  g_autofree char *moment = samsyn_clock_date_time (clock, at);

  if (at > samsyn_clock_now (clock))
    samsyn_check_tell (check, SAMSYN_CHECK_REMARK, "step", last, "at",
                       _ ("Step %lld of the history was written at a moment that is yet to come, %s."), (long long) last, moment);
}

static gboolean
check_steps (SamsynCheck *check,
             GError     **error)
{
  g_autoptr (SamsynStatement) ids = samsyn_db_prepare (check->store, "SELECT id FROM step ORDER BY id", error);
  g_auto (Walk) walk = { .check = check };
  int code = SQLITE_ERROR;

  while (ids != NULL && (code = samsyn_db_step (check->store, ids, error)) == SQLITE_ROW)
    if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
        || !check_step (&walk, sqlite3_column_int64 (ids, 0), error))
      return FALSE;
  check_moment (check);
  return code == SQLITE_DONE;
}

/* ---- The changes replayed -------------------------------------------------------------------------------------------------- */

/* What the log makes of the record whose changes are being read. */
typedef struct
{
  SamsynCheck  *check;
  gint64        id;      /* 0: none yet */
  SamsynRecord *record;  /* NULL: not made yet, or deleted */
  gboolean      unsound; /* what the changes lead to can't be said, and was told */
} Replay;

static void
replay_clear (Replay *replay)
{
  g_clear_pointer (&replay->record, samsyn_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replay, replay_clear)

/* Whether the change can follow upon what the ones before it have made. */
static gboolean
follows (const Replay       *replay,
         const SamsynChange *change)
{
  if (change->type == SAMSYN_CHANGE_CREATE)
    return replay->record == NULL;
  return replay->record != NULL && replay->record->kind == change->kind;
}

static void
replay_change (Replay             *replay,
               const SamsynChange *change)
{
  if (change->type == SAMSYN_CHANGE_CREATE)
    replay->record = samsyn_record_new (change->kind, change->record);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      SamsynValue after = samsyn_value_copy (&entry->after);

      samsyn_value_take (&replay->record->values[entry->field], &after);
    }
  if (change->type == SAMSYN_CHANGE_DELETE)
    g_clear_pointer (&replay->record, samsyn_record_free);
}

static void
compare_fields (SamsynCheck        *check,
                const SamsynRecord *there,
                const SamsynRecord *logged)
{
  g_autoptr (SamsynChange) difference = samsyn_change_between (there, logged);

  for (guint i = 0; difference != NULL && i < difference->fields->len; i++)
    {
      const char *field = there->kind->fields[g_array_index (difference->fields, SamsynFieldChange, i).field].id;

      if (samsyn_check_is_told (check, there->kind->id, there->id, field))
        continue;
      samsyn_check_tell (check, SAMSYN_CHECK_FAULT, there->kind->id, there->id, field,
                         _ ("The history of record %lld does not lead to its present value of %s.%s."), (long long) there->id,
                         there->kind->id, field);
    }
}

/* The changes of a record are all read: do they lead to what is there? */
static void
end_record (Replay *replay)
{
  g_autoptr (SamsynRecord) there
      = replay->id != 0 && !replay->unsound ? samsyn_store_get (replay->check->store, replay->id, NULL) : NULL;

  if (replay->id != 0 && !replay->unsound && (there != NULL || replay->record != NULL))
    {
      if (there == NULL || replay->record == NULL || there->kind != replay->record->kind)
        samsyn_check_tell (replay->check, SAMSYN_CHECK_FAULT, "record", replay->id, NULL,
                           _ ("The history of record %lld does not lead to what is there now."), (long long) replay->id);
      else
        compare_fields (replay->check, there, replay->record);
    }
  replay_clear (replay);
}

static void
begin_record (Replay *replay,
              gint64  id)
{
  end_record (replay);
  replay->id = id;
  replay->unsound = FALSE;
}

static void
read_change (Replay          *replay,
             SamsynStatement *row)
{
  g_autoptr (SamsynChange) change
      = samsyn_log_parse (replay->check->store, replay->id, samsyn_db_text (row, 2),
                          samsyn_log_side (row, 3), samsyn_log_side (row, 4), NULL);

  if (change != NULL && follows (replay, change))
    {
      replay_change (replay, change);
      return;
    }
  samsyn_check_tell (replay->check, SAMSYN_CHECK_FAULT, "change", sqlite3_column_int64 (row, 0), NULL,
                     change == NULL ? _ ("The history of record %lld can’t be read.")
                                    : _ ("The history of record %lld holds a change that does not follow upon those before it."),
                     (long long) replay->id);
  replay->unsound = TRUE;
}

/* Each record's changes stand together, in order, by the index: one walk for all of them. */
static gboolean
check_changes (SamsynCheck *check,
               GError     **error)
{
  g_autoptr (SamsynStatement) row
      = samsyn_db_prepare (check->store, "SELECT id, record, kind, before, after FROM change ORDER BY record, id", error);
  g_auto (Replay) replay = { .check = check };
  int code = SQLITE_ERROR;

  while (row != NULL && (code = samsyn_db_step (check->store, row, error)) == SQLITE_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      if (sqlite3_column_int64 (row, 1) != replay.id)
        begin_record (&replay, sqlite3_column_int64 (row, 1));
      if (!replay.unsound)
        read_change (&replay, row);
    }
  end_record (&replay);
  return code == SQLITE_DONE;
}

static gboolean
unlogged_row (SamsynCheck     *check,
              SamsynStatement *row,
              GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "record", id, NULL,
                     _ ("The history of record %lld does not lead to what is there now."), (long long) id);
  return TRUE;
}

gboolean
samsyn_check_log (SamsynCheck *check,
                  GError     **error)
{
  return check_steps (check, error) && check_changes (check, error)
         && samsyn_check_each (check, "SELECT id FROM record WHERE id NOT IN (SELECT record FROM change)", unlogged_row, error);
}
