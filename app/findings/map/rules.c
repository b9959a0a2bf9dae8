/* rules.c: every rule, what it says, why, and by whose authority
 *
 * Placeholders in the sentences: {task}, {organisation}, {organisations} (the others that the finding speaks of), {document},
 * {agreement}, {number} (of a commitment), {date}, {count}, {limit} (of the rule's setting).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules.h"

#include "model/words.h"

#define RACI NC_ ("finding", "Usual practice for responsibility matrices (RACI), as in the PMBOK Guide.")
#define PM2 NC_ ("finding", "The PM² guide of the European Commission: one who performs (R) for each activity.")
#define LOCAL_GOVERNMENT_ACT \
  NC_ ("finding", "The Local Government Act (kommunallagen): each board is responsible for its own field; what it decides must " \
                  "rest on law or the council's rules of procedure.")
#define LEGALITY                                                                                                                 \
  NC_ ("finding", "The principle of legality in the Instrument of Government and the Administrative Procedure Act: public "      \
                  "power "                                                                                                       \
                  "rests on law.")
#define COLLABORATION \
  NC_ ("finding", "Administrative Procedure Act, the duty of authorities to collaborate; usual practice for agreements between " \
                  "authorities.")
#define GOOD_PRACTICE                                                                                                            \
  NC_ ("finding", "Usual practice when a responsibility matrix is maintained; the limit is a setting of the workspace.")

static const SamsynRule rules[] = {
  { .id = "no-accountable",
    .severity = SAMSYN_SEVERITY_ERROR,
    .task = samsyn_rule_no_accountable,
    .title = NC_ ("finding", "Nobody is accountable"),
    .sentence = NC_ ("finding", "Nobody is accountable (A) for “{task}”."),
    .why = NC_ ("finding",
                "What nobody answers for in the end is done late, differently, or not at all, and nobody can decide about it."),
    .source = RACI,
    .ask = NC_ ("finding", "Agree who is accountable for “{task}”") },
  { .id = "many-accountable",
    .severity = SAMSYN_SEVERITY_ERROR,
    .task = samsyn_rule_many_accountable,
    .title = NC_ ("finding", "More than one is accountable"),
    .sentence = NC_ ("finding", "More than one is accountable (A) for “{task}”: {organisations}."),
    .why
    = NC_ ("finding", "Where several answer in the end each can wait for the other, and those concerned get different answers."),
    .source = RACI,
    .ask = NC_ ("finding", "Agree on one accountable for “{task}”") },
  { .id = "no-performer",
    .severity = SAMSYN_SEVERITY_ERROR,
    .task = samsyn_rule_no_performer,
    .title = NC_ ("finding", "Nobody performs"),
    .sentence = NC_ ("finding", "Nobody performs (R) “{task}”."),
    .why = NC_ ("finding", "A task that nobody has been given is not done, or by whoever happens to be near."),
    .source = RACI,
    .ask = NC_ ("finding", "Agree who performs “{task}”") },

  { .id = "several-performers",
    .severity = SAMSYN_SEVERITY_WARNING,
    .task = samsyn_rule_several_performers,
    .title = NC_ ("finding", "Several perform and nobody leads"),
    .sentence = NC_ ("finding", "Several perform (R) “{task}” and none of them leads: {organisations}."),
    .why = NC_ ("finding",
                "Several who do the same without a lead do it twice or in different ways; if one is accountable too, that one "
                "leads."),
    .source = PM2,
    .ask = NC_ ("finding", "Agree who leads “{task}”") },
  { .id = "ended-organisation",
    .severity = SAMSYN_SEVERITY_WARNING,
    .assignment = samsyn_rule_ended_organisation,
    .title = NC_ ("finding", "An organisation that is not there has a part"),
    .sentence = NC_ ("finding", "{organisation} still has a part in “{task}” but ended on {date}."),
    .why = NC_ ("finding", "The task went somewhere when the organisation ended; the map does not say where."),
    .source = LOCAL_GOVERNMENT_ACT,
    .ask = NC_ ("finding", "Find out who has taken over “{task}” from {organisation}") },
  { .id = "basis-not-in-force",
    .severity = SAMSYN_SEVERITY_WARNING,
    .assignment = samsyn_rule_basis_not_in_force,
    .title = NC_ ("finding", "The basis is not in force"),
    .sentence = NC_ ("finding", "{organisation}'s part in “{task}” rests on “{document}”, which is no longer in force."),
    .why = NC_ ("finding", "A part that rests on a rule that has been repealed, or does not hold yet, can be questioned."),
    .source = LEGALITY,
    .ask = NC_ ("finding", "Find the basis in force for {organisation}'s part in “{task}”") },
  { .id = "gap",
    .severity = SAMSYN_SEVERITY_WARNING,
    .whole = samsyn_rule_gap,
    .title = NC_ ("finding", "A gap in time"),
    .sentence = NC_ ("finding", "{organisation}'s part in “{task}” has a gap that begins on {date}."),
    .why = NC_ ("finding", "Between the end of one assignment and the beginning of the next nobody has the part."),
    .source = RACI,
    .ask = NC_ ("finding", "Find out who has {organisation}'s part in “{task}” meanwhile") },
  { .id = "overlap",
    .severity = SAMSYN_SEVERITY_WARNING,
    .whole = samsyn_rule_overlap,
    .title = NC_ ("finding", "The same part twice"),
    .sentence = NC_ ("finding", "{organisation} has the same part in “{task}” twice at the same time, from {date}."),
    .why = NC_ ("finding", "Two assignments with the same content hide which of them holds, with which basis and until when."),
    .source = RACI,
    .ask = NC_ ("finding", "Find out which of {organisation}'s assignments in “{task}” holds") },
  { .id = "no-agreement",
    .severity = SAMSYN_SEVERITY_WARNING,
    .task = samsyn_rule_no_agreement,
    .title = NC_ ("finding", "No agreement between the accountable and the one who performs"),
    .sentence
    = NC_ ("finding", "{organisation} performs (R) “{task}” for {organisations}, but no agreement or routine says how."),
    .why = NC_ ("finding",
                "Where one actor answers for what another does, tasks fall between them at every hand-over that is not "
                "written down. A board and its administration are one actor."),
    .source = COLLABORATION,
    .ask = NC_ ("finding", "Ask for a routine between {organisation} and {organisations} for “{task}”") },
  { .id = "commitment-broken",
    .severity = SAMSYN_SEVERITY_WARNING,
    .whole = samsyn_rule_commitment_broken,
    .title = NC_ ("finding", "Against a signed commitment"),
    .sentence
    = NC_ ("finding", "{organisation} has signed commitment {number} of “{agreement}” but no longer has its part in “{task}”."),
    .why = NC_ ("finding", "A commitment binds those who signed it until the agreement is changed or ended."),
    .source = COLLABORATION,
    .ask = NC_ ("finding", "Bring “{task}” and commitment {number} of “{agreement}” into line") },
  { .id = "commitment-unsigned",
    .severity = SAMSYN_SEVERITY_WARNING,
    .assignment = samsyn_rule_commitment_unsigned,
    .title = NC_ ("finding", "A commitment that was not signed"),
    .sentence = NC_ ("finding",
                     "{organisation}'s part in “{task}” rests on commitment {number} of “{agreement}”, which it has not signed."),
    .why = NC_ ("finding", "What others have agreed does not bind an organisation that is no party."),
    .source = COLLABORATION,
    .ask = NC_ ("finding", "Ask {organisation} to sign “{agreement}”") },
  { .id = "disputed",
    .severity = SAMSYN_SEVERITY_WARNING,
    .assignment = samsyn_rule_disputed,
    .title = NC_ ("finding", "Disputed"),
    .sentence = NC_ ("finding", "{organisation}'s part in “{task}” is disputed."),
    .why = NC_ ("finding", "As long as the parties see it differently, those concerned can be sent from one to the other."),
    .source = COLLABORATION,
    .ask = NC_ ("finding", "Settle {organisation}'s part in “{task}”") },
  { .id = "practice-against-formal",
    .severity = SAMSYN_SEVERITY_WARNING,
    .assignment = samsyn_rule_practice_against_formal,
    .title = NC_ ("finding", "Practice against what is formally decided"),
    .sentence = NC_ ("finding", "{organisation} has a part in “{task}” by practice that is formally that of {organisations}."),
    .why = NC_ ("finding", "What is done and what has been decided differ: either the practice or the decision has to change."),
    .source = LOCAL_GOVERNMENT_ACT,
    .ask = NC_ ("finding", "Decide whether practice or the formal division holds for “{task}”") },
  { .id = "several-claims",
    .severity = SAMSYN_SEVERITY_WARNING,
    .task = samsyn_rule_several_claims,
    .title = NC_ ("finding", "Claimed by several"),
    .sentence = NC_ ("finding", "The same part in “{task}” is claimed beside others: {organisations}."),
    .why = NC_ ("finding", "Several who each see themselves as responsible work side by side, and none is asked by the others."),
    .source = RACI,
    .ask = NC_ ("finding", "Agree whose part it is: “{task}”") },
  { .id = "odd-pair",
    .severity = SAMSYN_SEVERITY_WARNING,
    .task = samsyn_rule_odd_pair,
    .title = NC_ ("finding", "Letters that do not go together"),
    .sentence = NC_ ("finding", "{organisation} has letters in “{task}” that do not go together; only A and R do."),
    .why = NC_ ("finding",
                "Who performs or answers for a task need not be consulted or informed about it: one of the letters says "
                "nothing."),
    .source = RACI,
    .ask = NC_ ("finding", "Choose one letter for {organisation} in “{task}”") },
  { .id = "unconfirmed",
    .severity = SAMSYN_SEVERITY_WARNING,
    .organisation = samsyn_rule_unconfirmed,
    .title = NC_ ("finding", "Not confirmed for long"),
    .sentence = NC_ ("finding", "Not confirmed for {limit} months: {count} of the letters of {organisation}."),
    .why = NC_ ("finding", "A map that nobody confirms grows old without a sign."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Ask {organisation} to confirm its parts in the map") },

  { .id = "no-basis",
    .severity = SAMSYN_SEVERITY_NOTE,
    .task = samsyn_rule_no_basis,
    .title = NC_ ("finding", "No legal basis"),
    .sentence = NC_ ("finding", "The map names neither basis nor commitment for A or R in “{task}”: {organisations}."),
    .why = NC_ ("finding", "Without a basis nobody can say why it is so, nor see what a new law or decision changes."),
    .source = LEGALITY,
    .ask = NC_ ("finding", "Find the basis for A and R in “{task}”") },
  { .id = "many-consulted",
    .severity = SAMSYN_SEVERITY_NOTE,
    .task = samsyn_rule_many_consulted,
    .title = NC_ ("finding", "Many are consulted"),
    .sentence = NC_ ("finding", "{count} are to be consulted (C) about “{task}”."),
    .why = NC_ ("finding", "Every consultation takes time; perhaps some need only be informed."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Go through who must be consulted about “{task}”") },
  { .id = "many-informed",
    .severity = SAMSYN_SEVERITY_NOTE,
    .task = samsyn_rule_many_informed,
    .title = NC_ ("finding", "Many are informed"),
    .sentence = NC_ ("finding", "{count} are to be informed (I) about “{task}”."),
    .why = NC_ ("finding", "Those who are informed of everything read nothing."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Go through who must be informed about “{task}”") },
  { .id = "nobody-consulted",
    .severity = SAMSYN_SEVERITY_NOTE,
    .task = samsyn_rule_nobody_consulted,
    .title = NC_ ("finding", "Nobody is consulted or informed"),
    .sentence = NC_ ("finding", "Nobody is consulted (C) or informed (I) about “{task}”."),
    .why = NC_ ("finding", "Few tasks concern nobody else; perhaps somebody has been forgotten."),
    .source = RACI,
    .ask = NC_ ("finding", "Find out whom “{task}” concerns") },
  { .id = "support-without-performer",
    .severity = SAMSYN_SEVERITY_NOTE,
    .task = samsyn_rule_support_without_performer,
    .title = NC_ ("finding", "Support without anyone to support"),
    .sentence = NC_ ("finding", "“{task}” is supported (S) by {organisations}, but nobody performs it (R)."),
    .why = NC_ ("finding", "Perhaps those who support are those who perform."),
    .source = RACI,
    .ask = NC_ ("finding", "Find out who performs “{task}”") },
  { .id = "many-accountabilities",
    .severity = SAMSYN_SEVERITY_NOTE,
    .organisation = samsyn_rule_many_accountabilities,
    .title = NC_ ("finding", "Accountable for much"),
    .sentence = NC_ ("finding", "{organisation} is accountable (A) for {count} tasks."),
    .why = NC_ ("finding", "One that answers for much may be a bottleneck, or stand for others that should be named."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Go through what {organisation} is accountable for") },
  { .id = "many-performances",
    .severity = SAMSYN_SEVERITY_NOTE,
    .organisation = samsyn_rule_many_performances,
    .title = NC_ ("finding", "Performs much"),
    .sentence = NC_ ("finding", "{organisation} performs (R) {count} tasks."),
    .why = NC_ ("finding", "One that does much may be a bottleneck, or stand for units that should be named."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Go through what {organisation} performs") },
  { .id = "only-supporting",
    .severity = SAMSYN_SEVERITY_NOTE,
    .organisation = samsyn_rule_only_supporting,
    .title = NC_ ("finding", "Neither accountable nor performing"),
    .sentence = NC_ ("finding", "{organisation} has letters in the map, but neither A nor R anywhere."),
    .why = NC_ ("finding", "Either its own tasks are missing in the map, or it need not take part in as much."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Ask {organisation} which tasks of its own are missing in the map") },
  { .id = "every-row",
    .severity = SAMSYN_SEVERITY_NOTE,
    .organisation = samsyn_rule_every_row,
    .title = NC_ ("finding", "A part in everything"),
    .sentence = NC_ ("finding", "{organisation} has a letter in every row of the map."),
    .why = NC_ ("finding", "Who takes part in everything slows everything; some letters may be habit."),
    .source = GOOD_PRACTICE,
    .ask = NC_ ("finding", "Go through where {organisation} must take part") },
};

const SamsynRule *
samsyn_rules (guint *n)
{
  *n = G_N_ELEMENTS (rules);
  return rules;
}

const SamsynRule *
samsyn_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}
