/* contract.c: the ids that files, commands and other programs rely on
 *
 * Written down apart from the kinds' own tables, so that a changed id is seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "contract.h"

const ContractKind samsyn_contract[] = {
  { "organisation",
    "name*, short_name, sort[council executive board district_board department district unit company municipality region "
    "authority association coordination partnership international collective other], parent→organisation, "
    "board→organisation, succeeds→organisation, valid_from, valid_to, scenario→scenario" },
  { "person",
    "name*, title, organisation→organisation, email, phone" },
  { "target_group",
    "name*, definition, coverage[in_depth overview excluded], coverage_reason, legal_basis→document" },
  { "process",
    "name*, parent→process, position, purpose, target_group→target_group" },
  { "task",
    "name*, process→process, position, description, target_group→target_group, deadline, accountability[single joint "
    "by_area], valid_from, valid_to, scenario→scenario" },
  { "scenario",
    "name*, description, effective_on, status[draft proposed adopted rejected], decision→decision" },
  { "assignment",
    "task*→task, organisation*→organisation, role*[R A S C I none], standing[formal practice claimed disputed], "
    "valid_from, valid_to, scenario→scenario, basis→document, basis_place, commitment→commitment, confirmed_on, "
    "confirmed_by→person" },
  { "acceptance",
    "finding*, until, reason*, by→person" },
  { "document",
    "title*, sort[law ordinance regulation agreement guideline budget_assignment government_assignment decision memorandum "
    "directive plan report minutes consultation opinion application interview statistics routine other], "
    "level[international national regional local], designation, version, issued_by→organisation, issued_on, valid_from, "
    "valid_to, url, body" },
  { "passage",
    "document*→document, quote*, place, tag[responsibility gap overlap challenge improvement contradiction fact question], "
    "about→any" },
  { "mandate",
    "title*, text, document→document, given_by→organisation, given_to→organisation, project→project, due_on, reported_on, "
    "status[given ongoing reported approved withdrawn]" },
  { "project",
    "name*, parent→project, registration_number, client→organisation, manager→person, home→organisation, description, "
    "authority, delimitations, prerequisites, result_audience, target_group→target_group, handover_to, starts_on, ends_on, "
    "extended_until, phase[idea planning execution closing closed paused cancelled]" },
  { "revision",
    "project*→project, number*, on*, presented_to→any, summary, document→document" },
  { "goal",
    "text*, project→project, parent→goal, sort[effect sub project], measured_by, fulfilment[not_assessed not_met "
    "partly_met met], assessment" },
  { "indicator",
    "name*, definition, project→project, goal→goal, agreement→agreement, unit, better[higher lower], baseline, target, "
    "target_on, source→document" },
  { "measurement",
    "indicator*→indicator, from_on, on*, value, value_to, missing_reason, sort[outcome forecast assigned agreed], "
    "breakdown, counted_by→organisation, source→document" },
  { "milestone",
    "title*, project*→project, planned_on*, forecast_on, reached_on, owner→person, gate" },
  { "action",
    "title*, project→project, organisation→organisation, owner→person, due_on, done_on, status[planned ongoing done "
    "cancelled], priority[low normal high], origin→any, description, outcome" },
  { "development_area",
    "title*, project→project, description, boundary[internal external], responsible→organisation, status[identified "
    "assigned in_progress resolved dropped], priority[low normal high]" },
  { "risk",
    "title*, project*→project, sort[risk issue opportunity], cause, consequence, probability, impact, response, "
    "residual_probability, residual_impact, owner→person, status[open watched occurred closed], review_on" },
  { "group",
    "name*, sort[steering operative_steering project_team reference working political network union_consultation], "
    "project→project, purpose, appointed_by→organisation, chair→person, interval_months" },
  { "membership",
    "group*→group, person→person, function, represents→organisation, role[chair member deputy secretary rapporteur "
    "co_opted], share_percent, from, to" },
  { "meeting",
    "group*→group, starts_on*, starts_at, place, status[planned held cancelled], minutes" },
  { "agenda_item",
    "meeting*→meeting, position, title*, sort[information discussion decision], presenter→person, decision→decision" },
  { "attendance",
    "meeting*→meeting, membership*→membership, presence[present absent deputy]" },
  { "decision",
    "title*, number, project→project, meeting→meeting, body→any, background, question, alternatives, consequences, "
    "proposal, consequence_if_not, needed_by, decided, reason, decided_on, registration_number, status[needed decided "
    "approved noted postponed referred_back rejected withdrawn], prepares→decision, responsible→any, effected_on, follow_up" },
  { "status_report",
    "project*→project, on*, meeting→meeting, summary, done, next, needs, goals_forecast[yes partly no], "
    "goals_forecast_reason" },
  { "status_light",
    "status_report*→status_report, dimension*[overall time cost scope quality resources risk benefit], light*[green amber "
    "red not_assessed], cause, measure, owner→person, green_by, reason" },
  { "publication",
    "report*, meeting→meeting, published_on*, language*, digest" },
  { "agreement",
    "title*, parent→agreement, registration_number, purpose, document→document, valid_from, valid_to, "
    "until_further_notice, notice_months, review_on, status[draft consultation signed paused ended]" },
  { "party",
    "agreement*→agreement, organisation*→organisation, status[invited decided signed declined left], signed_on" },
  { "commitment",
    "agreement*→agreement, number*, text*" },
  { "follow_up",
    "commitment*→commitment, organisation*→organisation, on, status[not_started partly fulfilled not_applicable], evidence" },
  { "consultation",
    "title*, parent→consultation, registration_number, originator→organisation, sender→organisation, document→document, "
    "sent_on, answer_by, summary, status[open closed]" },
  { "reply",
    "consultation*→consultation, organisation*→organisation, prepared_by→organisation, answer_by, board_on, "
    "decision→decision, answered_on, status[waiting extension received none], position[supports supports_with_remarks "
    "partly no_objection neutral rejects abstains], opinion, conditions" },
  { "funding",
    "name*, project*→project, funder→organisation, scheme, sort[own grant state_compensation], period_from, period_to, "
    "applied, granted, received, repaid, report_by, status[planned applied granted rejected reported received], conditions" },
  { "funding_report",
    "funding*→funding, sort[partial final], due_on*, sent_on, document→document" },
  { "budget_line",
    "heading*, project*→project, year*, sort[cost revenue], organisation→organisation, funding→funding, scenario→scenario, "
    "budget, outcome, outcome_on, forecast" },
  { "deliverable",
    "title*, project*→project, parent→deliverable, sort[routine collaboration_model method_support process_map checklist "
    "training network event information report other], theme, status[planned in_progress launched implemented handed_over "
    "not_achieved dropped], launched_on, receiver→organisation, where_to_find, continues, continued_by→organisation" },
  { "assessment",
    "about*→any, sort[child gender_equality economic accessibility privacy staff other], text*, on, responsible→person, "
    "consulted" },
  { "setting",
    "name*, value" },
  { "link",
    "from*→any, to*→any, sort[covers_in_depth covers_overview excludes consults steers depends_on borders_on supersedes "
    "annex_of other]" },
};

const guint samsyn_contract_size = G_N_ELEMENTS (samsyn_contract);
