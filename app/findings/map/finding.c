/* finding.c: running the rules, and telling what they find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "finding.h"

#include <string.h>

#include "accept.h"
#include "model/date.h"
#include "rules.h"

#define MOST_OF_KEY 64 /* of a rule's id; two ids of records follow it at most */

/* ---- Telling --------------------------------------------------------------------------------------------------------------- */

/* Facts are summed, so that their order does not matter: an organisation that changes its name changes places in the map. */
static guint32
mixed (gint64 fact)
{
  guint64 x = (guint64) fact + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) (x ^ (x >> 31));
}

void
samsyn_finding_begin (SamsynFindingRun *run)
{
  run->finding = (SamsynFinding){ .rule = run->rule,
                                  .sentence = run->rule->sentence,
                                  .first_record = run->findings->records->len,
                                  .task = -1,
                                  .organisation = -1,
                                  .document = -1,
                                  .commitment = -1 };
  run->finding.mend = (SamsynMend) { .label = run->rule->ask, .task = -1, .organisation = -1, .assignment = -1 };
  run->key_length = (guint) g_strlcpy (run->key, run->rule->id, MOST_OF_KEY);
}

void
samsyn_finding_record (SamsynFindingRun *run,
                       gint64            id)
{
  g_array_append_val (run->findings->records, id);
  run->finding.cause += mixed (id);
}

void
samsyn_finding_key (SamsynFindingRun *run,
                    gint64            id)
{
  char digits[24];
  guint n = 0;

  /* By hand: thousands of keys are written in a run. */
  for (guint64 rest = (guint64) id; rest > 0 || n == 0; rest /= 10)
    digits[n++] = (char) ('0' + rest % 10);
  run->key[run->key_length++] = ':';
  while (n > 0)
    run->key[run->key_length++] = digits[--n];
  run->key[run->key_length] = '\0';
  samsyn_finding_record (run, id);
}

void
samsyn_finding_fact (SamsynFindingRun *run,
                     gint64            fact)
{
  run->finding.cause += mixed (~fact);
}

void
samsyn_finding_holders (SamsynFindingRun *run,
                        SamsynRole        role)
{
  int last = -1;

  for (guint i = 0; i < run->n_entries; i++)
    {
      const SamsynAssignment *entry = samsyn_run_entry (run, i);

      if (entry->role != role || (int) entry->organisation == last)
        continue;
      last = (int) entry->organisation;
      samsyn_finding_record (run, run->organisations[last].id);
    }
}

void
samsyn_finding_end (SamsynFindingRun *run)
{
  run->finding.n_records = run->findings->records->len - run->finding.first_record;
  run->finding.key = g_string_chunk_insert_len (run->findings->keys, run->key, run->key_length);
  g_array_append_val (run->findings->list, run->finding);
}

void
samsyn_finding_of_task (SamsynFindingRun *run,
                        guint             task)
{
  samsyn_finding_begin (run);
  samsyn_finding_key (run, run->tasks[task].id);
  run->finding.task = (int) task;
}

void
samsyn_finding_of_organisation (SamsynFindingRun *run,
                                guint             organisation)
{
  samsyn_finding_begin (run);
  samsyn_finding_key (run, run->organisations[organisation].id);
  run->finding.organisation = (int) organisation;
}

void
samsyn_finding_of_assignment (SamsynFindingRun *run,
                              guint             assignment)
{
  const SamsynAssignment *about = &run->assignments[assignment];

  samsyn_finding_begin (run);
  samsyn_finding_key (run, about->id);
  samsyn_finding_record (run, run->tasks[about->task].id);
  samsyn_finding_record (run, run->organisations[about->organisation].id);
  samsyn_finding_fact (run, (gint64) about->role);
  run->finding.task = (int) about->task;
  run->finding.organisation = (int) about->organisation;
}

/* ---- Running --------------------------------------------------------------------------------------------------------------- */

/* In how many cells of a row or column each letter is; assignments of the same cell lie together. */
static void
look_at (SamsynFindingRun *run,
         const guint      *entries,
         guint             n)
{
  run->entries = entries;
  run->n_entries = n;
  memset (run->counts, 0, sizeof run->counts);
  for (guint i = 0; i < n; i++)
    {
      const SamsynAssignment *entry = samsyn_run_entry (run, i), *last = i > 0 ? samsyn_run_entry (run, i - 1) : NULL;

      run->counts[entry->role]
        += last == NULL || last->role != entry->role || last->organisation != entry->organisation || last->task != entry->task;
    }
}

static void
run_over_tasks (SamsynFindingRun *run,
                const SamsynRule *rules,
                guint             n)
{
  const SamsynMap *map = run->map;

  for (guint task = 0; task < run->facts->tasks->len; task++)
    {
      if (!map->has_task[task])
        continue;
      look_at (run, map->entries + map->rows[task], map->rows[task + 1] - map->rows[task]);
      for (run->rule = rules; run->rule < rules + n; run->rule++)
        if (run->rule->task != NULL)
          run->rule->task (run, task);
        else if (run->rule->assignment != NULL)
          for (guint i = 0; i < run->n_entries; i++)
            run->rule->assignment (run, run->entries[i]);
    }
}

static void
run_over_organisations (SamsynFindingRun *run,
                        const SamsynRule *rules,
                        guint             n)
{
  const SamsynMap *map = run->map;

  for (guint organisation = 0; organisation < run->facts->organisations->len; organisation++)
    {
      look_at (run, map->column_entries + map->columns[organisation],
               map->columns[organisation + 1] - map->columns[organisation]);
      for (run->rule = rules; run->rule < rules + n; run->rule++)
        if (run->rule->organisation != NULL && run->n_entries > 0)
          run->rule->organisation (run, organisation);
    }
}

/* Counted, then dealt out in the order in which they were found. */
static void
order_by_rule (SamsynFindings   *findings,
               const SamsynRule *rules,
               guint             n_rules)
{
  guint n = findings->list->len;
  g_autofree guint *next = g_new0 (guint, n_rules + 1);
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (SamsynFinding), n);
  SamsynFinding *places = (SamsynFinding *) (gpointer) g_array_set_size (ordered, n)->data;

  for (guint i = 0; i < n; i++)
    next[samsyn_findings_get (findings, i)->rule - rules + 1]++;
  for (guint i = 0; i < n_rules; i++)
    next[i + 1] += next[i];
  for (guint i = 0; i < n; i++)
    places[next[samsyn_findings_get (findings, i)->rule - rules]++] = *samsyn_findings_get (findings, i);
  g_array_unref (findings->list);
  findings->list = ordered;
}

/* Which tasks and assignments a routine or an agreement that is in force settles. */
static void
settle (SamsynFindingRun *run)
{
  for (guint i = 0; i < run->facts->ties->len; i++)
    {
      const SamsynTie *tie = &g_array_index (run->facts->ties, SamsynTie, i);
      const SamsynDocument *document = tie->document >= 0 ? &SAMSYN_DOCUMENTS (run->facts)[tie->document] : NULL;

      if (!(document != NULL && document->settles && samsyn_period_holds (&document->valid, run->map->day))
          && !samsyn_run_in_force (run, tie->agreement))
        continue;
      if (tie->task >= 0)
        run->settled_tasks[tie->task] = TRUE;
      if (tie->assignment >= 0)
        run->settled_assignments[tie->assignment] = TRUE;
    }
}

static int
doubtful_before (const SamsynMap *map)
{
  g_autofree char *date = samsyn_day_date (map->day);
  g_autofree char *before = samsyn_date_add_months (date, -map->facts->settings[SAMSYN_SETTING_CONFIRMED_MONTHS]);

  return samsyn_day (before, 0);
}

SamsynFindings *
samsyn_findings_new (const SamsynMap *map)
{
  SamsynFindings *findings = g_new0 (SamsynFindings, 1);
  SamsynFindingRun run = { .map = map, .facts = map->facts, .findings = findings, .doubtful = doubtful_before (map) };
  g_autofree guint8 *settled_tasks = g_new0 (guint8, map->facts->tasks->len);
  g_autofree guint8 *settled_assignments = g_new0 (guint8, map->facts->assignments->len);
  guint n;
  const SamsynRule *rules = samsyn_rules (&n);

  findings->facts = samsyn_facts_ref (map->facts);
  findings->day = map->day;
  findings->scenario = map->scenario;
  findings->list = g_array_new (FALSE, FALSE, sizeof (SamsynFinding));
  findings->records = g_array_new (FALSE, FALSE, sizeof (gint64));
  findings->keys = g_string_chunk_new (65536);
  run.tasks = SAMSYN_TASKS (map->facts);
  run.organisations = SAMSYN_ORGANISATIONS (map->facts);
  run.assignments = SAMSYN_ASSIGNMENTS (map->facts);
  run.settled_tasks = settled_tasks;
  run.settled_assignments = settled_assignments;
  settle (&run);
  run_over_tasks (&run, rules, n);
  run_over_organisations (&run, rules, n);
  for (run.rule = rules; run.rule < rules + n; run.rule++)
    if (run.rule->whole != NULL)
      run.rule->whole (&run);
  order_by_rule (findings, rules, n);
  samsyn_accept_findings (findings);
  return findings;
}

void
samsyn_findings_free (SamsynFindings *findings)
{
  if (findings == NULL)
    return;
  g_string_chunk_free (findings->keys);
  g_array_unref (findings->list);
  g_array_unref (findings->records);
  samsyn_facts_unref (findings->facts);
  g_free (findings);
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

const SamsynFinding *
samsyn_findings_find (const SamsynFindings *findings,
                      const char           *key)
{
  for (guint i = 0; i < findings->list->len; i++)
    if (g_str_equal (samsyn_findings_get (findings, i)->key, key))
      return samsyn_findings_get (findings, i);
  return NULL;
}

const gint64 *
samsyn_finding_records (const SamsynFindings *findings,
                        const SamsynFinding  *finding,
                        guint                *n)
{
  *n = finding->n_records;
  return &g_array_index (findings->records, gint64, finding->first_record);
}

void
samsyn_findings_tally (const SamsynFindings *findings,
                       guint                 counts[SAMSYN_N_SEVERITIES])
{
  memset (counts, 0, SAMSYN_N_SEVERITIES * sizeof *counts);
  for (guint i = 0; i < findings->list->len; i++)
    counts[samsyn_findings_get (findings, i)->rule->severity]
      += samsyn_findings_get (findings, i)->state != SAMSYN_FINDING_ACCEPTED;
}
