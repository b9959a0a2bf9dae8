/* list.h: the kinds, each defined in the file of its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/kind.h"

extern const SamsynKind samsyn_organisation_kind;
extern const SamsynKind samsyn_person_kind;
extern const SamsynKind samsyn_target_group_kind;
extern const SamsynKind samsyn_process_kind;
extern const SamsynKind samsyn_task_kind;
extern const SamsynKind samsyn_scenario_kind;
extern const SamsynKind samsyn_assignment_kind;
extern const SamsynKind samsyn_ending_kind;
extern const SamsynKind samsyn_acceptance_kind;
extern const SamsynKind samsyn_document_kind;
extern const SamsynKind samsyn_passage_kind;
extern const SamsynKind samsyn_mandate_kind;
extern const SamsynKind samsyn_project_kind;
extern const SamsynKind samsyn_revision_kind;
extern const SamsynKind samsyn_goal_kind;
extern const SamsynKind samsyn_indicator_kind;
extern const SamsynKind samsyn_measurement_kind;
extern const SamsynKind samsyn_milestone_kind;
extern const SamsynKind samsyn_action_kind;
extern const SamsynKind samsyn_development_area_kind;
extern const SamsynKind samsyn_risk_kind;
extern const SamsynKind samsyn_group_kind;
extern const SamsynKind samsyn_membership_kind;
extern const SamsynKind samsyn_meeting_kind;
extern const SamsynKind samsyn_agenda_item_kind;
extern const SamsynKind samsyn_attendance_kind;
extern const SamsynKind samsyn_decision_kind;
extern const SamsynKind samsyn_status_report_kind;
extern const SamsynKind samsyn_status_light_kind;
extern const SamsynKind samsyn_publication_kind;
extern const SamsynKind samsyn_agreement_kind;
extern const SamsynKind samsyn_party_kind;
extern const SamsynKind samsyn_commitment_kind;
extern const SamsynKind samsyn_follow_up_kind;
extern const SamsynKind samsyn_consultation_kind;
extern const SamsynKind samsyn_reply_kind;
extern const SamsynKind samsyn_funding_kind;
extern const SamsynKind samsyn_funding_report_kind;
extern const SamsynKind samsyn_budget_line_kind;
extern const SamsynKind samsyn_deliverable_kind;
extern const SamsynKind samsyn_assessment_kind;
extern const SamsynKind samsyn_setting_kind;
extern const SamsynKind samsyn_link_kind;
