/* scenario-actions.c: what can be done with a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario-actions.h"

#include "compare-state.h"
#include "desktop/map/map-state.h"
#include "desktop/record/adopt-button.h"
#include "model/words.h"
#include "plans/map/scenario.h"

static gboolean
is_open (const SamsynRecord *record)
{
  const char *status = samsyn_record_text (record, "status");

  return g_strcmp0 (status, "adopted") != 0 && g_strcmp0 (status, "rejected") != 0;
}

/* Writes what was planned as one step, and tells it, with the way to undo it; or what was in the way. */
static void
write_plan (SamsynSession *session,
            const char    *code,
            GPtrArray     *plan,
            const char    *told,
            GError        *failure)
{
  g_autoptr (GPtrArray) changes = plan;
  g_autoptr (GError) error = failure;
  gint64 step = changes != NULL && changes->len > 0 ? samsyn_session_apply (session, code, changes, NULL, &error) : 0;

  if (error != NULL)
    samsyn_session_tell (session, error->message, 0);
  else
    samsyn_session_tell (session, told, step);
}

static void
adopt (SamsynSession *session,
       gint64         scenario,
       const char    *date)
{
  g_autofree char *told = g_strdup_printf (C_ ("action", "The scenario was adopted on %s"), date);
  GError *error = NULL;
  GPtrArray *plan = samsyn_scenario_plan_adopt (samsyn_session_get_store (session), scenario, date, &error);

  write_plan (session, "adopt", plan, told, error);
}

static GtkWidget *
make_adopt (SamsynSession *session,
            gint64         scenario)
{
  return samsyn_adopt_button_new (session, scenario, adopt);
}

static void
reject (SamsynSession *session,
        gint64         scenario,
        GtkWidget     *origin)
{
  GError *error = NULL;
  GPtrArray *plan = samsyn_scenario_plan_reject (samsyn_session_get_store (session), scenario, &error);

  write_plan (session, "reject", plan, C_ ("action", "The scenario was rejected; it stays to be read"), error);
}

/* Of the project in which the scenario is decided. */
static gint64
project_of (SamsynStore *store,
            gint64       scenario)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (store, scenario, NULL);
  gint64 decision = record != NULL ? samsyn_record_integer (record, "decision", 0) : 0;
  g_autoptr (SamsynRecord) decided = decision != 0 ? samsyn_store_get (store, decision, NULL) : NULL;

  return decided != NULL ? samsyn_record_integer (decided, "project", 0) : 0;
}

static void
make_checkpoints (SamsynSession *session,
                  gint64         scenario,
                  GtkWidget     *origin)
{
  SamsynStore *store = samsyn_session_get_store (session);
  GError *error = NULL;
  GPtrArray *plan = samsyn_scenario_plan_checkpoints (store, scenario, project_of (store, scenario), NULL, &error);
  guint n = plan != NULL ? plan->len : 0;
  g_autofree char *told = n > 0 ? g_strdup_printf (samsyn_words_n (NULL, "%u checkpoint was made as an action",
                                                                   "%u checkpoints were made as actions", n), n)
                                : g_strdup (C_ ("action", "All checkpoints are there already"));

  write_plan (session, "create", plan, told, error);
}

static void
compare (SamsynSession *session,
         gint64         scenario,
         GtkWidget     *origin)
{
  SamsynCompared *sides = samsyn_compare_state (session);

  sides[SAMSYN_COMPARE_FROM].day = 0;
  sides[SAMSYN_COMPARE_FROM].scenario = 0;
  sides[SAMSYN_COMPARE_TO].day = samsyn_compared_effective (samsyn_session_get_store (session), scenario);
  sides[SAMSYN_COMPARE_TO].scenario = scenario;
  samsyn_session_show_page (session, "comparison");
}

static void
show_map (SamsynSession *session,
          gint64         scenario,
          GtkWidget     *origin)
{
  SamsynMapState *state = samsyn_map_state (session);

  state->scenario = scenario;
  state->day = samsyn_compared_effective (samsyn_session_get_store (session), scenario);
  samsyn_session_show_page (session, "map");
}

const SamsynRecordAction samsyn_scenario_actions[] = {
  { "scenario", NC_ ("action", "_Adopt…"), NC_ ("action", "Make what the scenario proposes hold from a date on"), TRUE, is_open,
    NULL, make_adopt },
  { "scenario", NC_ ("action", "_Reject"), NC_ ("action", "Close the scenario; what it proposed stays to be read"), TRUE, is_open,
    reject, NULL },
  { "scenario", NC_ ("action", "Make _Checkpoints"),
    NC_ ("action", "Create the actions that law and custom ask of a reorganisation: risk assessment, unions, decisions"), TRUE,
    is_open, make_checkpoints, NULL },
  { "scenario", NC_ ("action", "C_ompare with Today"), NC_ ("action", "See what the scenario changes in what is in force today"),
    FALSE, NULL, compare, NULL },
  { "scenario", NC_ ("action", "Show as _Map"), NC_ ("action", "See the responsibility map as the scenario proposes it"), FALSE,
    NULL, show_map, NULL },
  { NULL },
};
