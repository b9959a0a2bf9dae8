/* session.c: an open workspace, as the window's parts share it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session.h"

#include "beside.h"
#include "deletion.h"
#include "desktop/parts/rest.h"
#include "examiner.h"
#include "model/preferences.h"
#include "model/words.h"
#include "news.h"
#include "trail.h"
#include "undo-text.h"

struct _SamsynSession
{
  GObject      parent_instance;
  SamsynStore *store;
  SamsynReader *reader;
  SamsynReader *finder;
  SamsynExaminer *examiner; /* NULL where nothing can be written */
  SamsynRest  *rest;
  gint64       record;
  gint64       left;
  SamsynTrail *trail;
  SamsynNews   news;
  GArray      *bent; /* gint64: records with bent values, as they were found; NULL: none */
  guint        next_bent; /* which of them is shown next */
};

G_DEFINE_FINAL_TYPE (SamsynSession, samsyn_session, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SHOW_RECORD,
  CREATE_RECORD,
  SHOW_PAGE,
  NARROW,
  TELL,
  BENT,
  DAMAGED,
  UNWRITABLE,
  PREFER,
  SAVE,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

SamsynStore *
samsyn_session_get_store (SamsynSession *self)
{
  return self->store;
}

void
samsyn_session_rest_soon (SamsynSession *self)
{
  if (self->rest != NULL)
    samsyn_rest_soon (self->rest);
}

SamsynReader *
samsyn_session_get_reader (SamsynSession *self)
{
  return self->reader;
}

SamsynReader *
samsyn_session_get_finder (SamsynSession *self)
{
  return self->finder;
}

gboolean
samsyn_session_is_read_only (SamsynSession *self)
{
  return self->store == NULL || samsyn_store_is_read_only (self->store);
}

gint64
samsyn_session_get_record (SamsynSession *self)
{
  return self->record;
}

/* ---- Asking the window ----------------------------------------------------------------------------------------------------- */

void
samsyn_session_browse (SamsynSession *self,
                       gint64         record)
{
  samsyn_trail_leave (self->trail, record);
  if (record != self->record)
    self->left = self->record;
  self->record = record;
  g_signal_emit (self, signals[SHOW_RECORD], 0, record);
}

void
samsyn_session_show_record (SamsynSession *self,
                            gint64         record)
{
  if (record == 0)
    samsyn_trail_clear (self->trail);
  else if (record != self->record)
    samsyn_trail_note (self->trail, self->record);
  samsyn_session_browse (self, record);
}

gint64
samsyn_session_get_previous (SamsynSession *self)
{
  gint64 record;

  while ((record = samsyn_trail_last (self->trail)) != 0 && self->store != NULL
         && samsyn_store_kind_of (self->store, record) == NULL)
    samsyn_trail_leave (self->trail, record);
  return record;
}

gint64
samsyn_session_get_left (SamsynSession *self)
{
  return self->left;
}

void
samsyn_session_go_back (SamsynSession *self)
{
  gint64 record = samsyn_session_get_previous (self);

  if (record != 0)
    samsyn_session_browse (self, record);
}

void
samsyn_session_create (SamsynSession *self,
                       SamsynRecord  *given)
{
  samsyn_beside_fill (self->store, given, self->record);
  samsyn_trail_note (self->trail, self->record);
  self->record = 0;
  g_signal_emit (self, signals[CREATE_RECORD], 0, given);
}

void
samsyn_session_create_record (SamsynSession    *self,
                              const SamsynKind *kind,
                              const char       *field,
                              gint64            value)
{
  g_autoptr (SamsynRecord) given = samsyn_record_new (kind, 0);
  SamsynValue owner = samsyn_value_integer (value);

  if (field != NULL)
    samsyn_record_set (given, field, &owner);
  samsyn_session_create (self, given);
}

void
samsyn_session_show_page (SamsynSession *self,
                          const char    *page)
{
  g_signal_emit (self, signals[SHOW_PAGE], 0, page);
}

void
samsyn_session_show_list (SamsynSession    *self,
                          const SamsynKind *kind,
                          const char       *field,
                          gint64            record)
{
  samsyn_session_show_page (self, kind->id);
  g_signal_emit (self, signals[NARROW], 0, kind, field, record);
}

void
samsyn_session_tell (SamsynSession *self,
                     const char    *text,
                     gint64         step)
{
  g_signal_emit (self, signals[TELL], 0, text, step);
}

void
samsyn_session_prefer (SamsynSession *self)
{
  g_signal_emit (self, signals[PREFER], 0);
}

void
samsyn_session_save_all (SamsynSession *self)
{
  if (self->store != NULL)
    g_signal_emit (self, signals[SAVE], 0);
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

static void
on_store_changed (SamsynStore *store,
                  gint64       step,
                  GPtrArray   *changes,
                  gpointer     self)
{
  g_signal_emit (self, signals[CHANGED], 0, step, changes);
}

static void
before_write (SamsynStore *store,
              gpointer     session)
{
  SamsynSession *self = session;

  samsyn_reader_pause (self->reader);
  samsyn_reader_pause (self->finder);
  samsyn_examiner_stop (self->examiner);
}

static void
tell_of_damage (gpointer      self,
                const GError *error)
{
  g_signal_emit (self, signals[DAMAGED], 0, error->message);
}

static void
tell_of_bent (gpointer data,
              GArray  *records)
{
  SamsynSession *self = data;
  g_autofree char *text
      = g_strdup_printf (samsyn_words_n (NULL, "%u record holds a value that is wrong in the file. It is shown with ⚠ and "
                                               "left out of sums; give another value in its place, or delete the record.",
                                         "%u records hold values that are wrong in the file. They are shown with ⚠ and "
                                         "left out of sums; give other values in their place, or delete the records.",
                                         records->len),
                         records->len);

  g_clear_pointer (&self->bent, g_array_unref);
  self->bent = g_array_ref (records);
  g_signal_emit (self, signals[BENT], 0, text);
}

void
samsyn_session_show_bent (SamsynSession *self)
{
  if (self->bent == NULL || self->bent->len == 0)
    return;
  self->next_bent %= self->bent->len;
  samsyn_session_show_record (self, g_array_index (self->bent, gint64, self->next_bent++));
}

/* The user's name as it is preferred now. */
static void
sign (SamsynSession *self)
{
  g_autofree char *author = samsyn_preference_get (SAMSYN_PREFERENCE_AUTHOR);

  samsyn_store_set_author (self->store, author);
}

/* That a workspace can't be written any more concerns more than what was being written; returns the step. */
static gint64
tell_unwritable (SamsynSession *self,
                 gint64         step,
                 GError       **error)
{
  if (step == 0 && error != NULL && g_error_matches (*error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY))
    g_signal_emit (self, signals[UNWRITABLE], 0, (*error)->message);
  return step;
}

gint64
samsyn_session_apply (SamsynSession *self,
                      const char    *code,
                      GPtrArray     *changes,
                      GPtrArray     *problems,
                      GError       **error)
{
  SamsynStepInfo info = { .code = code };

  sign (self);
  return tell_unwritable (self, samsyn_store_apply (self->store, &info, changes, problems, error), error);
}

gint64
samsyn_session_amend (SamsynSession *self,
                      const char    *code,
                      gint64         step,
                      GPtrArray     *changes,
                      GPtrArray     *problems,
                      GError       **error)
{
  SamsynStepInfo info = { .code = code };

  sign (self);
  return tell_unwritable (self, samsyn_store_amend (self->store, &info, step, changes, problems, error), error);
}

gint64
samsyn_session_save (SamsynSession *self,
                     gint64         step,
                     SamsynChange  *change,
                     GPtrArray     *problems,
                     GError       **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = change->type == SAMSYN_CHANGE_CREATE ? "create" : "edit" };

  sign (self);
  g_ptr_array_add (changes, change);
  return tell_unwritable (self, samsyn_store_amend (self->store, &info, step, changes, problems, error), error);
}

void
samsyn_session_delete (SamsynSession *self,
                       const gint64  *records,
                       gsize          n_records)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 step = 0;

  samsyn_session_save_all (self);
  changes = samsyn_store_plan_delete (self->store, records, n_records, &error);
  if (changes != NULL)
    {
      text = samsyn_deletion_describe (self->store, records, n_records, changes);
      step = samsyn_session_apply (self, "delete", changes, NULL, &error);
    }
  samsyn_session_tell (self, error != NULL ? error->message : text, step);
}

/* What it did is told with the names that records have as long as they are there: before it where it makes one, after it where it
 * brings one back. */
static void
take_back (SamsynSession *self,
           gint64 (*find) (SamsynStore *),
           gint64 (*func) (SamsynStore *, GError **),
           const char *format,
           const char *done)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL, *text = NULL;
  gint64 step;

  samsyn_session_save_all (self);
  sign (self);
  step = find (self->store);
  what = samsyn_undo_describe (self->store, step, func == samsyn_store_redo);
  if (func (self->store, &error) == 0)
    {
      samsyn_session_tell (self, error->message, 0);
      return;
    }
  if (what == NULL)
    what = samsyn_undo_describe (self->store, step, func == samsyn_store_redo);
  text = what != NULL ? g_strdup_printf (format, what) : g_strdup (done);
  samsyn_session_tell (self, text, 0);
}

void
samsyn_session_undo (SamsynSession *self)
{
  /* TRANSLATORS: %s is what that did: “Plan B” is gone */
  take_back (self, samsyn_store_undoable, samsyn_store_undo, _ ("Undone: %s"), _ ("Undone"));
}

void
samsyn_session_redo (SamsynSession *self)
{
  take_back (self, samsyn_store_redoable, samsyn_store_redo, _ ("Done again: %s"), _ ("Done again"));
}

/* ---- What others write ----------------------------------------------------------------------------------------------------- */

static gboolean
tell_news (gint64     step,
           GPtrArray *changes,
           gpointer   session)
{
  SamsynSession *self = session;

  g_signal_emit (self, signals[CHANGED], 0, step, changes);
  return self->store != NULL;
}

void
samsyn_session_look (SamsynSession *self)
{
  if (self->store != NULL)
    samsyn_news_look (&self->news, self->store, tell_news, self);
}

/* ---- The object ------------------------------------------------------------------------------------------------------------ */

SamsynSession *
samsyn_session_new (SamsynStore *store)
{
  SamsynSession *self = g_object_new (SAMSYN_TYPE_SESSION, NULL);

  self->store = store;
  samsyn_news_begin (&self->news, store);
  self->rest = samsyn_rest_new (store);
  self->reader = samsyn_reader_new (store, self->rest);
  self->finder = samsyn_reader_new (store, self->rest);
  samsyn_store_on_changed (store, on_store_changed, self);
  if (!samsyn_store_is_read_only (store))
    {
      self->examiner = samsyn_examiner_new (store, self->rest, tell_of_damage, tell_of_bent, self);
      samsyn_store_on_write (store, before_write, self);
    }
  return self;
}

void
samsyn_session_close (SamsynSession *self)
{
  if (self->store == NULL)
    return;
  samsyn_session_save_all (self);
  g_signal_emit (self, signals[CLOSE], 0);
  g_clear_pointer (&self->reader, samsyn_reader_free);
  g_clear_pointer (&self->finder, samsyn_reader_free);
  g_clear_pointer (&self->examiner, samsyn_examiner_free);
  g_clear_pointer (&self->rest, samsyn_rest_free);
  g_clear_pointer (&self->bent, g_array_unref);
  samsyn_store_on_changed (self->store, NULL, NULL);
  samsyn_store_on_write (self->store, NULL, NULL);
  g_clear_pointer (&self->store, samsyn_store_close);
}

static void
samsyn_session_dispose (GObject *object)
{
  samsyn_session_close (SAMSYN_SESSION (object));
  G_OBJECT_CLASS (samsyn_session_parent_class)->dispose (object);
}

static void
samsyn_session_finalize (GObject *object)
{
  samsyn_trail_free (SAMSYN_SESSION (object)->trail);
  G_OBJECT_CLASS (samsyn_session_parent_class)->finalize (object);
}

static void
samsyn_session_class_init (SamsynSessionClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_session_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_session_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                   G_TYPE_PTR_ARRAY);
  signals[SHOW_RECORD] = g_signal_new ("show-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CREATE_RECORD] = g_signal_new ("create-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_POINTER);
  signals[SHOW_PAGE] = g_signal_new ("show-page", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NARROW] = g_signal_new ("narrow", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER,
                                  G_TYPE_STRING, G_TYPE_INT64);
  signals[TELL]
      = g_signal_new ("tell", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[UNWRITABLE] = g_signal_new ("unwritable", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BENT] = g_signal_new ("bent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DAMAGED] = g_signal_new ("damaged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PREFER] = g_signal_new ("prefer", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSE] = g_signal_new ("close", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
samsyn_session_init (SamsynSession *self)
{
  self->trail = samsyn_trail_new ();
}
