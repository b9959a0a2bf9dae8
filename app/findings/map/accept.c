/* accept.c: findings that somebody has accepted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accept.h"

#include <string.h>

#define CAUSE_MARK '#'

char *
samsyn_finding_acceptance_key (const SamsynFinding *finding)
{
  return g_strdup_printf ("%s%c%08x", finding->key, CAUSE_MARK, finding->cause);
}

/* An acceptance that has run out says more than none; one of another cause more than that; one that holds most. */
static SamsynFindingState
state_by (const SamsynAcceptance *acceptance,
          const SamsynFinding    *finding,
          int                     day)
{
  const char *cause = strchr (acceptance->finding, CAUSE_MARK);
  g_autofree char *whole = cause != NULL ? samsyn_finding_acceptance_key (finding) : NULL;

  if (whole != NULL && !g_str_equal (whole, acceptance->finding))
    return SAMSYN_FINDING_CHANGED;
  return day <= acceptance->until ? SAMSYN_FINDING_ACCEPTED : SAMSYN_FINDING_EXPIRED;
}

static guint
weight (SamsynFindingState state)
{
  static const guint weights[SAMSYN_N_FINDING_STATES] = {
    [SAMSYN_FINDING_OPEN] = 0,
    [SAMSYN_FINDING_EXPIRED] = 1,
    [SAMSYN_FINDING_CHANGED] = 2,
    [SAMSYN_FINDING_ACCEPTED] = 3,
  };

  return weights[state];
}

static void
judge (SamsynFinding   *finding,
       const GPtrArray *acceptances,
       int              day)
{
  for (guint i = 0; i < acceptances->len; i++)
    {
      const SamsynAcceptance *acceptance = g_ptr_array_index (acceptances, i);
      SamsynFindingState state = state_by (acceptance, finding, day);

      if (weight (state) <= weight (finding->state))
        continue;
      finding->state = state;
      finding->acceptance = acceptance->id;
    }
}

void
samsyn_accept_findings (SamsynFindings *findings)
{
  g_autoptr (GHashTable) by_key
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  const GArray *all = findings->facts->acceptances;

  for (guint i = 0; i < all->len; i++)
    {
      const SamsynAcceptance *acceptance = &g_array_index (all, SamsynAcceptance, i);
      g_autofree char *key = g_strndup (acceptance->finding, strcspn (acceptance->finding, "#"));
      GPtrArray *same = g_hash_table_lookup (by_key, key);

      if (same == NULL)
        g_hash_table_insert (by_key, g_steal_pointer (&key), same = g_ptr_array_new ());
      g_ptr_array_add (same, (gpointer) acceptance);
    }
  for (guint i = 0; i < findings->list->len && all->len > 0; i++)
    {
      SamsynFinding *finding = &g_array_index (findings->list, SamsynFinding, i);
      const GPtrArray *acceptances = g_hash_table_lookup (by_key, finding->key);

      if (acceptances != NULL)
        judge (finding, acceptances, findings->day);
    }
}
