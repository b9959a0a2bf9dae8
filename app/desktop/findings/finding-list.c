/* finding-list.c: findings as a list on the screen: headings, and what stands under them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "finding-list.h"

#include <string.h>

#include "model/fold.h"
#include "model/words.h"

struct _SamsynFindingItem
{
  GObject               parent_instance;
  const SamsynFindings *findings;
  const SamsynFinding  *finding; /* NULL: a heading */
  char                 *key;     /* the same item has the same from list to list */
  char                 *text;
  SamsynSeverity        severity;
  guint                 count;
  gboolean              open;
};

G_DEFINE_FINAL_TYPE (SamsynFindingItem, samsyn_finding_item, G_TYPE_OBJECT)

static guint changed_signal;

const SamsynFinding *
samsyn_finding_item_get (SamsynFindingItem *self)
{
  return self->finding;
}

const SamsynFindings *
samsyn_finding_item_get_findings (SamsynFindingItem *self)
{
  return self->findings;
}

const char *
samsyn_finding_item_text (SamsynFindingItem *self)
{
  return self->text;
}

SamsynSeverity
samsyn_finding_item_severity (SamsynFindingItem *self)
{
  return self->severity;
}

guint
samsyn_finding_item_count (SamsynFindingItem *self)
{
  return self->count;
}

gboolean
samsyn_finding_item_is_open (SamsynFindingItem *self)
{
  return self->open;
}

void
samsyn_finding_item_set_open (SamsynFindingItem *self,
                              gboolean           open)
{
  self->open = open;
  g_signal_emit (self, changed_signal, 0);
}

static void
samsyn_finding_item_finalize (GObject *object)
{
  g_free (SAMSYN_FINDING_ITEM (object)->key);
  g_free (SAMSYN_FINDING_ITEM (object)->text);
  G_OBJECT_CLASS (samsyn_finding_item_parent_class)->finalize (object);
}

static void
samsyn_finding_item_class_init (SamsynFindingItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = samsyn_finding_item_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
samsyn_finding_item_init (SamsynFindingItem *self)
{
}

/* ---- Making the list ------------------------------------------------------------------------------------------------------- */

/* Findings under one heading. */
typedef struct
{
  char      *key;
  char      *heading;
  GPtrArray *found; /* const SamsynFinding */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_free (group->heading);
  g_ptr_array_unref (group->found);
  g_free (group);
}

static void
add_to (GPtrArray           *groups,
        const char          *key,
        const char          *heading,
        const SamsynFinding *finding)
{
  Group *group = NULL;

  for (guint i = 0; i < groups->len && group == NULL; i++)
    if (g_str_equal (((Group *) g_ptr_array_index (groups, i))->key, key))
      group = g_ptr_array_index (groups, i);
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->key = g_strdup (key);
      group->heading = g_strdup (heading);
      group->found = g_ptr_array_new ();
      g_ptr_array_add (groups, group);
    }
  if (group->found->len == 0 || g_ptr_array_index (group->found, group->found->len - 1) != finding)
    g_ptr_array_add (group->found, (gpointer) finding);
}

static const SamsynOrganisation *
organisation_of (const SamsynFacts *facts,
                 gint64             id)
{
  int at = samsyn_facts_index (facts, id);

  if (at < 0 || (guint) at >= facts->organisations->len || SAMSYN_ORGANISATIONS (facts)[at].id != id)
    return NULL;
  return &SAMSYN_ORGANISATIONS (facts)[at];
}

/* Under each organisation that the finding names. */
static void
add_by_organisation (GPtrArray            *groups,
                     const SamsynFindings *findings,
                     const SamsynFinding  *finding)
{
  guint n, named = 0;
  const gint64 *records = samsyn_finding_records (findings, finding, &n);

  if (finding->organisation >= 0)
    {
      const SamsynOrganisation *about = &SAMSYN_ORGANISATIONS (findings->facts)[finding->organisation];
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, about->id);

      add_to (groups, key, about->name, finding);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const SamsynOrganisation *about = organisation_of (findings->facts, records[i]);
      g_autofree char *key = about != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, about->id) : NULL;

      if (about == NULL)
        continue;
      add_to (groups, key, about->name, finding);
      named++;
    }
  if (named == 0)
    add_to (groups, "", C_ ("finding", "Nobody in particular"), finding);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *left = *(Group *const *) a, *right = *(Group *const *) b;
  g_autofree char *left_key = samsyn_fold_key (left->heading), *right_key = samsyn_fold_key (right->heading);

  if (*left->key == '\0' || *right->key == '\0')
    return (*left->key == '\0') - (*right->key == '\0');
  return strcmp (left_key, right_key);
}

static gboolean
has_text (const char *text,
          const char *wanted)
{
  g_autofree char *match = samsyn_fold_match (text);

  return strstr (match, wanted) != NULL;
}

static SamsynFindingItem *
new_item (const SamsynFindings *findings,
          const Group          *group,
          const SamsynFinding  *finding)
{
  SamsynFindingItem *item = g_object_new (SAMSYN_TYPE_FINDING_ITEM, NULL);

  item->findings = findings;
  item->finding = finding;
  item->key = g_strconcat (group->key, "\n", finding != NULL ? finding->key : NULL, NULL);
  item->text = finding != NULL ? samsyn_finding_sentence (findings, finding, NULL) : g_strdup (group->heading);
  item->severity = finding != NULL ? finding->rule->severity : SAMSYN_SEVERITY_NOTE;
  return item;
}

static void
add_group (GPtrArray                 *items,
           const SamsynFindings      *findings,
           const SamsynFindingFilter *filter,
           const Group               *group)
{
  SamsynFindingItem *heading = new_item (findings, group, NULL);
  gboolean whole = filter->text == NULL || *filter->text == '\0' || has_text (group->heading, filter->text);

  g_ptr_array_add (items, heading);
  for (guint i = 0; i < group->found->len; i++)
    {
      SamsynFindingItem *item = new_item (findings, group, g_ptr_array_index (group->found, i));

      if (!whole && !has_text (item->text, filter->text))
        {
          g_object_unref (item);
          continue;
        }
      g_ptr_array_add (items, item);
      heading->count++;
      heading->severity = MAX (heading->severity, item->severity);
    }
  if (heading->count == 0)
    g_ptr_array_remove_index (items, items->len - 1);
}

GPtrArray *
samsyn_finding_list_make (const SamsynFindings      *findings,
                          const SamsynFindingFilter *filter)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings, i);

      if ((filter->severity >= 0 && finding->rule->severity != (SamsynSeverity) filter->severity)
          || (finding->state == SAMSYN_FINDING_ACCEPTED && !filter->accepted))
        continue;
      if (filter->by_organisation)
        add_by_organisation (groups, findings, finding);
      else
        add_to (groups, finding->rule->id, samsyn_rule_title (finding->rule, NULL), finding);
    }
  if (filter->by_organisation)
    g_ptr_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    add_group (items, findings, filter, g_ptr_array_index (groups, i));
  return items;
}

/* ---- Keeping it ------------------------------------------------------------------------------------------------------------ */

/* Takes over what another item of the same key says. */
static void
renew (SamsynFindingItem *self,
       SamsynFindingItem *from)
{
  char *text = self->text;

  self->findings = from->findings;
  self->finding = from->finding;
  self->severity = from->severity;
  self->count = from->count;
  self->text = from->text;
  from->text = text;
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
renew_at (GListStore *store,
          guint       position,
          gpointer    from)
{
  g_autoptr (SamsynFindingItem) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  if (!g_str_equal (item->key, SAMSYN_FINDING_ITEM (from)->key))
    return FALSE;
  renew (item, from);
  return TRUE;
}

void
samsyn_finding_list_update (GListStore *store,
                            GPtrArray  *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store)), first = 0, last = 0;

  while (first < n_old && first < items->len && renew_at (store, first, g_ptr_array_index (items, first)))
    first++;
  while (last < n_old - first && last < items->len - first
         && renew_at (store, n_old - last - 1, g_ptr_array_index (items, items->len - last - 1)))
    last++;
  if (n_old - first - last > 0 || items->len - first - last > 0)
    g_list_store_splice (store, first, n_old - first - last, items->pdata + first, items->len - first - last);
}
