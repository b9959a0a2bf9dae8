/* record-list.c: the records that a query finds, as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-list.h"

#include "desktop/parts/packed-ids.h"

/* What fills every screen, and by how much each further slice is larger than all before it: few slices, so that skipping what is
 * there already (OFFSET) costs little. */
#define FIRST_SLICE 200u
#define GROWTH 4u
/* But none so large that the window would be held up while it is read. */
#define LARGEST_SLICE 100000u
/* Where no index gives the order, each slice takes as long as all of them at once: then there is only one more (microseconds). */
#define SLOW 25000

struct _SamsynRecordRow
{
  GObject           parent_instance;
  SamsynRecordList *list; /* not owned; NULL when the list is gone */
  gint64            id;
};

struct _SamsynRecordList
{
  GObject            parent_instance;
  SamsynStore       *store; /* not owned; NULL when closed */
  SamsynQuery       *query;
  SamsynLookup      *lookup;
  SamsynQuery       *group_query; /* NULL: not grouped */
  SamsynRows        *groups;
  guint              n_loaded; /* records among the ids */
  guint              n_headed; /* groups whose headings are among the ids */
  guint              next_group; /* at how many records the next group begins */
  SamsynPackedIds   *ids;  /* of records, and of headings −1 − the number of the group */
  GHashTable        *rows; /* &id → SamsynRecordRow, neither owned: those that somebody holds */
  gint64             looked_up; /* whose values `values` are; 0: none */
  const SamsynValue *values;
  guint              idle;
  gboolean           slow; /* to look for the first ids meant to look at all records */
};

static void samsyn_record_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE (SamsynRecordRow, samsyn_record_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (SamsynRecordList, samsyn_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, samsyn_record_list_model_init))

static guint row_changed;

/* ---- Rows ----------------------------------------------------------------------------------------------------------------- */

static void
samsyn_record_row_finalize (GObject *object)
{
  SamsynRecordRow *self = SAMSYN_RECORD_ROW (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->rows, &self->id);
  G_OBJECT_CLASS (samsyn_record_row_parent_class)->finalize (object);
}

static void
samsyn_record_row_class_init (SamsynRecordRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = samsyn_record_row_finalize;
  row_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
samsyn_record_row_init (SamsynRecordRow *self)
{
}

gint64
samsyn_record_row_get_id (SamsynRecordRow *row)
{
  return MAX (row->id, 0);
}

const SamsynValue *
samsyn_record_row_get_group (SamsynRecordRow *row)
{
  gint64 number = -1 - row->id;

  if (row->id >= 0 || row->list == NULL || row->list->groups == NULL || number >= row->list->groups->n_rows)
    return NULL;
  return samsyn_rows_get (row->list->groups, (guint) number, 0);
}

/* A view binds one cell after another of the same row: they are served by one look-up. */
const SamsynValue *
samsyn_record_row_get_values (SamsynRecordRow *row)
{
  SamsynRecordList *list = row->list;

  if (list == NULL || list->lookup == NULL || row->id < 0)
    return NULL;
  if (list->looked_up != row->id)
    {
      list->values = samsyn_lookup_row (list->lookup, row->id);
      list->looked_up = row->id;
    }
  return list->values;
}

static SamsynRecordRow *
row_of (SamsynRecordList *self,
        gint64            id)
{
  SamsynRecordRow *row = g_hash_table_lookup (self->rows, &id);

  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (SAMSYN_TYPE_RECORD_ROW, NULL);
  row->list = self;
  row->id = id;
  g_hash_table_insert (self->rows, &row->id, row);
  return row;
}

static void
leave_rows (SamsynRecordList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    SAMSYN_RECORD_ROW (row)->list = NULL;
  g_hash_table_remove_all (self->rows);
}

/* Whoever is told may let go of other rows: all are held while they are told. */
static void
tell_rows (SamsynRecordList *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  self->looked_up = 0;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  for (guint i = 0; i < rows->len; i++)
    g_signal_emit (g_ptr_array_index (rows, i), row_changed, 0);
}

/* ---- The model ------------------------------------------------------------------------------------------------------------ */

static GType
get_item_type (GListModel *model)
{
  return SAMSYN_TYPE_RECORD_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return samsyn_packed_ids_length (SAMSYN_RECORD_LIST (model)->ids);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  SamsynRecordList *self = SAMSYN_RECORD_LIST (model);

  return position < samsyn_packed_ids_length (self->ids) ? row_of (self, samsyn_packed_ids_get (self->ids, position)) : NULL;
}

static void
samsyn_record_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
forget_question (SamsynRecordList *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->lookup, samsyn_lookup_free);
  g_clear_pointer (&self->query, samsyn_query_free);
  g_clear_pointer (&self->group_query, samsyn_query_free);
  g_clear_pointer (&self->groups, samsyn_rows_free);
  self->looked_up = 0;
}

static void
samsyn_record_list_dispose (GObject *object)
{
  SamsynRecordList *self = SAMSYN_RECORD_LIST (object);

  leave_rows (self);
  forget_question (self);
  self->store = NULL;
  G_OBJECT_CLASS (samsyn_record_list_parent_class)->dispose (object);
}

static void
samsyn_record_list_finalize (GObject *object)
{
  SamsynRecordList *self = SAMSYN_RECORD_LIST (object);

  samsyn_packed_ids_free (self->ids);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (samsyn_record_list_parent_class)->finalize (object);
}

static void
samsyn_record_list_class_init (SamsynRecordListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = samsyn_record_list_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_record_list_finalize;
}

static void
samsyn_record_list_init (SamsynRecordList *self)
{
  self->ids = samsyn_packed_ids_new ();
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
}

SamsynRecordList *
samsyn_record_list_new (SamsynStore *store)
{
  SamsynRecordList *self = g_object_new (SAMSYN_TYPE_RECORD_LIST, NULL);

  self->store = store;
  return self;
}

void
samsyn_record_list_close (SamsynRecordList *self)
{
  guint n_ids = samsyn_packed_ids_length (self->ids);

  leave_rows (self);
  forget_question (self);
  self->store = NULL;
  self->n_loaded = 0;
  samsyn_packed_ids_free (self->ids);
  self->ids = samsyn_packed_ids_new ();
  if (n_ids > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_ids, 0);
}

/* ---- Loading -------------------------------------------------------------------------------------------------------------- */

/* Takes the new ids, which it owns then, over the old ones; what is alike at both ends stays as it was. */
static void
replace_ids (SamsynRecordList *self,
             SamsynPackedIds  *ids)
{
  guint n_before = samsyn_packed_ids_length (self->ids), n_after = samsyn_packed_ids_length (ids), start, end;

  samsyn_packed_ids_compare (self->ids, ids, &start, &end);
  samsyn_packed_ids_free (self->ids);
  self->ids = ids;
  if (n_before - start - end > 0 || n_after - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start - end, n_after - start - end);
}

/* Appends records to `ids`, each group's heading before its first. */
static void
append_records (SamsynRecordList *self,
                SamsynPackedIds  *ids,
                GArray           *records)
{
  guint done = 0;

  while (self->groups != NULL && self->n_headed < self->groups->n_rows && self->next_group < self->n_loaded + records->len)
    {
      guint before = self->next_group - self->n_loaded;
      gint64 heading = -1 - (gint64) self->n_headed;

      samsyn_packed_ids_append (ids, &g_array_index (records, gint64, done), before - done);
      samsyn_packed_ids_append (ids, &heading, 1);
      done = before;
      self->next_group += (guint) samsyn_rows_integer (self->groups, self->n_headed, 1, 0);
      self->n_headed++;
    }
  if (records->len > done)
    samsyn_packed_ids_append (ids, &g_array_index (records, gint64, done), records->len - done);
  self->n_loaded += records->len;
}

static gboolean
load_slice (gpointer data)
{
  SamsynRecordList *self = data;
  guint wanted = self->slow ? 0 : MIN (self->n_loaded * GROWTH, LARGEST_SLICE);
  guint n_before = samsyn_packed_ids_length (self->ids), n_after;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = samsyn_store_ids (self->store, self->query, self->n_loaded, wanted, &error);

  if (ids == NULL)
    g_warning ("The rest of the list could not be read: %s", error->message);
  else
    append_records (self, self->ids, ids);
  if (ids == NULL || wanted == 0 || ids->len < wanted)
    self->idle = 0;
  n_after = samsyn_packed_ids_length (self->ids);
  if (n_after > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_after - n_before);
  return self->idle != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
load_groups (SamsynRecordList *self,
             GError          **error)
{
  SamsynRows *groups = NULL;

  if (self->group_query != NULL)
    {
      groups = samsyn_store_select (self->store, self->group_query, error);
      if (groups == NULL)
        return FALSE;
    }
  g_clear_pointer (&self->groups, samsyn_rows_free);
  self->groups = groups;
  return TRUE;
}

/* Asks anew for as many ids as are there, and for the rest later. */
static gboolean
load (SamsynRecordList *self,
      guint             wanted,
      GError          **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) records = samsyn_store_ids (self->store, self->query, 0, wanted, error);
  SamsynPackedIds *ids;

  if (records == NULL)
    return FALSE;
  self->slow = wanted == FIRST_SLICE && g_get_monotonic_time () - start > SLOW;
  if (!load_groups (self, error))
    return FALSE;
  g_clear_handle_id (&self->idle, g_source_remove);
  if (records->len == wanted)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, load_slice, self, NULL);
  self->n_loaded = self->n_headed = self->next_group = 0;
  ids = samsyn_packed_ids_new ();
  append_records (self, ids, records);
  replace_ids (self, ids);
  return TRUE;
}

gboolean
samsyn_record_list_set_grouped_query (SamsynRecordList *self,
                                      SamsynQuery      *query,
                                      SamsynQuery      *groups,
                                      GError          **error)
{
  SamsynLookup *lookup;

  g_return_val_if_fail (self->store != NULL, FALSE);
  lookup = samsyn_lookup_new (self->store, query, error);
  if (lookup == NULL)
    {
      samsyn_query_free (query);
      g_clear_pointer (&groups, samsyn_query_free);
      return FALSE;
    }
  forget_question (self);
  self->lookup = lookup;
  self->query = query;
  self->group_query = groups;
  if (!load (self, FIRST_SLICE, error))
    return FALSE;
  tell_rows (self);
  return TRUE;
}

gboolean
samsyn_record_list_set_query (SamsynRecordList *self,
                              SamsynQuery      *query,
                              GError          **error)
{
  return samsyn_record_list_set_grouped_query (self, query, NULL, error);
}

gboolean
samsyn_record_list_refresh (SamsynRecordList *self,
                            GError          **error)
{
  if (self->query == NULL)
    return TRUE;
  self->looked_up = 0;
  if (!load (self, MAX (FIRST_SLICE, self->n_loaded + 1), error))
    return FALSE;
  tell_rows (self);
  return TRUE;
}

gboolean
samsyn_record_list_is_complete (SamsynRecordList *self)
{
  return self->idle == 0;
}

gboolean
samsyn_record_list_has_groups (SamsynRecordList *self)
{
  return self->groups != NULL;
}

gint64
samsyn_record_list_get_id (SamsynRecordList *self,
                           guint             position)
{
  return position < samsyn_packed_ids_length (self->ids) ? MAX (samsyn_packed_ids_get (self->ids, position), 0) : 0;
}

guint
samsyn_record_list_find (SamsynRecordList *self,
                         gint64            id)
{
  for (guint i = 0; i < samsyn_packed_ids_length (self->ids); i++)
    if (samsyn_packed_ids_get (self->ids, i) == id)
      return i;
  return G_MAXUINT;
}
