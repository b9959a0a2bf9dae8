/* compare-list.c: what differs between two maps, as a list on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-list.h"

#include <string.h>

#include "desktop/map/map-letter.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"

struct _SamsynCompareItem
{
  GObject            parent_instance;
  SamsynCompareLevel level;
  char              *mark;
  char              *text;
  gint64             record;
};

G_DEFINE_FINAL_TYPE (SamsynCompareItem, samsyn_compare_item, G_TYPE_OBJECT)

SamsynCompareLevel
samsyn_compare_item_level (SamsynCompareItem *self)
{
  return self->level;
}

const char *
samsyn_compare_item_mark (SamsynCompareItem *self)
{
  return self->mark;
}

const char *
samsyn_compare_item_text (SamsynCompareItem *self)
{
  return self->text;
}

gint64
samsyn_compare_item_record (SamsynCompareItem *self)
{
  return self->record;
}

static void
samsyn_compare_item_finalize (GObject *object)
{
  g_free (SAMSYN_COMPARE_ITEM (object)->mark);
  g_free (SAMSYN_COMPARE_ITEM (object)->text);
  G_OBJECT_CLASS (samsyn_compare_item_parent_class)->finalize (object);
}

static void
samsyn_compare_item_class_init (SamsynCompareItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = samsyn_compare_item_finalize;
}

static void
samsyn_compare_item_init (SamsynCompareItem *self)
{
}

/* ---- Lines ----------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SamsynComparison *comparison;
  const SamsynFacts      *facts;
  gboolean                huki;
  GPtrArray              *items;
} Telling;

static void
add (Telling           *telling,
     SamsynCompareLevel level,
     const char        *mark,
     const char        *text,
     gint64             record)
{
  SamsynCompareItem *item = g_object_new (SAMSYN_TYPE_COMPARE_ITEM, NULL);

  item->level = level;
  item->mark = g_strdup (mark);
  item->text = g_strdup (text);
  item->record = record;
  g_ptr_array_add (telling->items, item);
}

/* Nothing is said of what there is none of. */
static void
add_heading (Telling    *telling,
             const char *heading,
             guint       n)
{
  g_autofree char *text = g_strdup_printf ("%s (%u)", heading, n);

  if (n > 0)
    add (telling, SAMSYN_COMPARE_HEADING, "", text, 0);
}

static void
add_about (Telling *telling,
           int      organisation)
{
  if (organisation < 0)
    add (telling, SAMSYN_COMPARE_ABOUT, "", C_ ("pack", "No organisation"), 0);
  else
    add (telling, SAMSYN_COMPARE_ABOUT, "", SAMSYN_ORGANISATIONS (telling->facts)[organisation].name,
         SAMSYN_ORGANISATIONS (telling->facts)[organisation].id);
}

static void
add_tasks (Telling      *telling,
           const char   *heading,
           const GArray *tasks)
{
  add_heading (telling, heading, tasks->len);
  for (guint i = 0; i < tasks->len; i++)
    {
      const SamsynTask *task = &SAMSYN_TASKS (telling->facts)[g_array_index (tasks, guint, i)];

      add (telling, SAMSYN_COMPARE_LINE, "", task->name, task->id);
    }
}

static void
add_organisations (Telling      *telling,
                   const char   *heading,
                   const GArray *organisations)
{
  add_heading (telling, heading, organisations->len);
  for (guint i = 0; i < organisations->len; i++)
    {
      const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (telling->facts)[g_array_index (organisations, guint, i)];

      add (telling, SAMSYN_COMPARE_LINE, "", organisation->name, organisation->id);
    }
}

/* ---- Letters --------------------------------------------------------------------------------------------------------------- */

static int
compare_letters (gconstpointer a,
                 gconstpointer b)
{
  const SamsynCompareLetter *left = a, *right = b;

  if (left->organisation != right->organisation)
    return left->organisation < right->organisation ? -1 : 1;
  return (left->task > right->task) - (left->task < right->task);
}

/* “C → A/R”, with a dash for none. */
static char *
change_of_cell (const Telling             *telling,
                const SamsynCompareLetter *letter)
{
  const SamsynMap *sides[] = { telling->comparison->before, telling->comparison->after };
  char *texts[2], *change;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      guint letters = samsyn_map_letters (sides[i], letter->task, letter->organisation);

      texts[i] = letters != 0 ? samsyn_letters_text (letters, telling->huki) : g_strdup ("–");
    }
  change = g_strdup_printf ("%s → %s", texts[0], texts[1]);
  g_free (texts[0]);
  g_free (texts[1]);
  return change;
}

/* By organisation, each cell once. */
static void
add_letters (Telling *telling)
{
  g_autoptr (GArray) letters = g_array_copy (telling->comparison->letters);

  g_array_sort (letters, compare_letters);
  add_heading (telling, C_ ("comparison", "Letters"), letters->len);
  for (guint i = 0; i < letters->len; i++)
    {
      const SamsynCompareLetter *letter = &g_array_index (letters, SamsynCompareLetter, i);
      const SamsynTask *task = &SAMSYN_TASKS (telling->facts)[letter->task];
      g_autofree char *change = NULL;

      if (i == 0 || letter[-1].organisation != letter->organisation)
        add_about (telling, (int) letter->organisation);
      else if (letter[-1].task == letter->task)
        continue;
      change = change_of_cell (telling, letter);
      add (telling, SAMSYN_COMPARE_LINE, change, task->name, task->id);
    }
}

/* ---- The rest -------------------------------------------------------------------------------------------------------------- */

static void
add_bases (Telling *telling)
{
  const GArray *bases = telling->comparison->bases;

  add_heading (telling, C_ ("comparison", "Legal basis"), bases->len);
  for (guint i = 0; i < bases->len; i++)
    {
      const SamsynCompareBasis *basis = &g_array_index (bases, SamsynCompareBasis, i);
      const SamsynDocument *document = &SAMSYN_DOCUMENTS (telling->facts)[basis->document];
      g_autofree char *text
          = g_strdup_printf ("%s – %s: %s", document->title, SAMSYN_ORGANISATIONS (telling->facts)[basis->organisation].name,
                             SAMSYN_TASKS (telling->facts)[basis->task].name);

      add (telling, SAMSYN_COMPARE_LINE,
           basis->side == SAMSYN_COMPARE_LOST ? C_ ("comparison", "Lost") : C_ ("comparison", "New"), text, document->id);
    }
}

/* “A 3 → 5 · R 2 → 1”: the letters whose numbers change. */
static char *
change_of_load (const Telling           *telling,
                const SamsynCompareLoad *load)
{
  static const SamsynRole order[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (load->before[order[i]] != load->after[order[i]])
      g_string_append_printf (text, "%s%s %u → %u", text->len > 0 ? " · " : "", samsyn_letter (order[i], telling->huki),
                              load->before[order[i]], load->after[order[i]]);
  return g_string_free (text, FALSE);
}

static gboolean
load_moves (const SamsynCompareLoad *load)
{
  return memcmp (load->before, load->after, sizeof load->before) != 0;
}

static void
add_loads (Telling *telling)
{
  const GArray *loads = telling->comparison->loads;
  guint n = 0;

  for (guint i = 0; i < loads->len; i++)
    n += load_moves (&g_array_index (loads, SamsynCompareLoad, i));
  add_heading (telling, C_ ("comparison", "Load: tasks by letter"), n);
  for (guint i = 0; i < loads->len; i++)
    {
      const SamsynCompareLoad *load = &g_array_index (loads, SamsynCompareLoad, i);
      const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (telling->facts)[load->organisation];
      g_autofree char *change = change_of_load (telling, load);
      g_autofree char *text = g_strdup_printf ("%s: %s", organisation->name, change);

      if (load_moves (load))
        add (telling, SAMSYN_COMPARE_LINE, "", text, organisation->id);
    }
}

/* “Nämnden, 2017: 0 kr → 3 200 000 kr” */
static void
add_amounts (Telling    *telling,
             const char *kind_id,
             const char *field,
             int         organisation,
             const char *when,
             SamsynValue before,
             SamsynValue after)
{
  const SamsynKind *kind = samsyn_kind_find (kind_id);
  g_autofree char *first = samsyn_value_display (kind, samsyn_kind_field (kind, field), NULL, &before);
  g_autofree char *last = samsyn_value_display (kind, samsyn_kind_field (kind, field), NULL, &after);
  const SamsynOrganisation *about = organisation >= 0 ? &SAMSYN_ORGANISATIONS (telling->facts)[organisation] : NULL;
  g_autofree char *text
      = g_strdup_printf ("%s%s: %s → %s", about != NULL ? about->name : C_ ("pack", "No organisation"), when, first, last);

  add (telling, SAMSYN_COMPARE_LINE, "", text, about != NULL ? about->id : 0);
}

static void
add_budgets (Telling *telling)
{
  const GArray *budgets = telling->comparison->budgets;

  add_heading (telling, C_ ("comparison", "Budget"), budgets->len);
  for (guint i = 0; i < budgets->len; i++)
    {
      const SamsynCompareBudget *budget = &g_array_index (budgets, SamsynCompareBudget, i);
      g_autofree char *when = g_strdup_printf (", %d", budget->year);

      add_amounts (telling, "budget_line", "budget", budget->organisation, when, samsyn_value_integer (budget->before),
                   samsyn_value_integer (budget->after));
    }
}

static void
add_staff (Telling *telling)
{
  const GArray *staff = telling->comparison->staff;

  add_heading (telling, C_ ("comparison", "Staff: shares of full time, in percent"), staff->len);
  for (guint i = 0; i < staff->len; i++)
    {
      const SamsynCompareStaff *share = &g_array_index (staff, SamsynCompareStaff, i);

      add_amounts (telling, "membership", "share_percent", share->organisation, "", samsyn_value_real (share->before),
                   samsyn_value_real (share->after));
    }
}

static void
add_findings (Telling              *telling,
              const char           *heading,
              const SamsynFindings *findings,
              const GPtrArray      *some)
{
  add_heading (telling, heading, some->len);
  for (guint i = 0; i < some->len; i++)
    {
      const SamsynFinding *finding = g_ptr_array_index (some, i);
      g_autofree char *sentence = samsyn_finding_sentence (findings, finding, NULL);
      g_autofree char *mark = g_strdup_printf ("%s %s", samsyn_severity_symbol (finding->rule->severity),
                                               samsyn_severity_label (finding->rule->severity, NULL));
      guint n;
      const gint64 *records = samsyn_finding_records (findings, finding, &n);

      add (telling, SAMSYN_COMPARE_LINE, mark, sentence, n > 0 ? records[0] : 0);
    }
}

GPtrArray *
samsyn_compare_list_make (const SamsynComparison *comparison,
                          gboolean                huki)
{
  Telling telling = { comparison, comparison->before->facts, huki, g_ptr_array_new_with_free_func (g_object_unref) };

  add_tasks (&telling, C_ ("comparison", "Tasks left without anyone"), comparison->orphaned);
  add_tasks (&telling, C_ ("comparison", "New tasks"), comparison->begun);
  add_tasks (&telling, C_ ("comparison", "Tasks that have ended"), comparison->ended);
  add_organisations (&telling, C_ ("comparison", "New organisations"), comparison->organisations_begun);
  add_organisations (&telling, C_ ("comparison", "Organisations that have ended"), comparison->organisations_ended);
  add_letters (&telling);
  add_bases (&telling);
  add_loads (&telling);
  add_budgets (&telling);
  add_staff (&telling);
  add_findings (&telling, C_ ("comparison", "Findings that appear"), comparison->findings_after, comparison->appeared);
  add_findings (&telling, C_ ("comparison", "Findings that vanish"), comparison->findings_before, comparison->vanished);
  return telling.items;
}
