/* kinds.c: all kinds of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds.h"
#include "list.h"

static const SamsynKind *const kinds[] = {
  &samsyn_organisation_kind,
  &samsyn_person_kind,
  &samsyn_target_group_kind,
  &samsyn_process_kind,
  &samsyn_task_kind,
  &samsyn_scenario_kind,
  &samsyn_assignment_kind,
  &samsyn_ending_kind,
  &samsyn_acceptance_kind,
  &samsyn_document_kind,
  &samsyn_passage_kind,
  &samsyn_mandate_kind,
  &samsyn_project_kind,
  &samsyn_revision_kind,
  &samsyn_goal_kind,
  &samsyn_indicator_kind,
  &samsyn_measurement_kind,
  &samsyn_milestone_kind,
  &samsyn_action_kind,
  &samsyn_development_area_kind,
  &samsyn_risk_kind,
  &samsyn_group_kind,
  &samsyn_membership_kind,
  &samsyn_meeting_kind,
  &samsyn_agenda_item_kind,
  &samsyn_attendance_kind,
  &samsyn_decision_kind,
  &samsyn_status_report_kind,
  &samsyn_status_light_kind,
  &samsyn_publication_kind,
  &samsyn_agreement_kind,
  &samsyn_party_kind,
  &samsyn_commitment_kind,
  &samsyn_follow_up_kind,
  &samsyn_consultation_kind,
  &samsyn_reply_kind,
  &samsyn_funding_kind,
  &samsyn_funding_report_kind,
  &samsyn_budget_line_kind,
  &samsyn_deliverable_kind,
  &samsyn_assessment_kind,
  &samsyn_setting_kind,
  &samsyn_link_kind,
  NULL,
};

const SamsynKind *const *
samsyn_kinds (void)
{
  return kinds;
}

const SamsynKind *
samsyn_kind_find (const char *id)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i]->id, id) == 0)
      return kinds[i];
  return NULL;
}

const SamsynKind *
samsyn_field_target (const SamsynField *field)
{
  if (field->targets == NULL || field->targets[0] == NULL || field->targets[1] != NULL)
    return NULL;
  return samsyn_kind_find (field->targets[0]);
}

gboolean
samsyn_field_targets (const SamsynField *field,
                      const SamsynKind  *kind)
{
  if (field->type != SAMSYN_TYPE_REFERENCE)
    return FALSE;
  return field->targets == NULL || g_strv_contains (field->targets, kind->id);
}
