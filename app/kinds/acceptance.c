/* acceptance.c: a finding that is accepted for a time, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  /* The finding's key, which begins with its rule. */
  { .id = "finding", .label = NC_ ("field", "Finding"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .known = KNOWN ({ "no-accountable", NC_ ("finding", "Nobody is accountable") },
                    { "many-accountable", NC_ ("finding", "More than one is accountable") },
                    { "no-performer", NC_ ("finding", "Nobody performs") },
                    { "several-performers", NC_ ("finding", "Several perform and nobody leads") },
                    { "ended-organisation", NC_ ("finding", "An organisation that is not there has a part") },
                    { "basis-not-in-force", NC_ ("finding", "The basis is not in force") },
                    { "gap", NC_ ("finding", "A gap in time") },
                    { "overlap", NC_ ("finding", "The same part twice") },
                    { "no-agreement", NC_ ("finding", "No agreement between the accountable and the one who performs") },
                    { "commitment-broken", NC_ ("finding", "Against a signed commitment") },
                    { "commitment-unsigned", NC_ ("finding", "A commitment that was not signed") },
                    { "disputed", NC_ ("finding", "Disputed") },
                    { "practice-against-formal", NC_ ("finding", "Practice against what is formally decided") },
                    { "several-claims", NC_ ("finding", "Claimed by several") },
                    { "odd-pair", NC_ ("finding", "Letters that do not go together") },
                    { "unconfirmed", NC_ ("finding", "Not confirmed for long") },
                    { "no-basis", NC_ ("finding", "No legal basis") },
                    { "many-consulted", NC_ ("finding", "Many are consulted") },
                    { "many-informed", NC_ ("finding", "Many are informed") },
                    { "nobody-consulted", NC_ ("finding", "Nobody is consulted or informed") },
                    { "support-without-performer", NC_ ("finding", "Support without anyone to support") },
                    { "many-accountabilities", NC_ ("finding", "Accountable for much") },
                    { "many-performances", NC_ ("finding", "Performs much") },
                    { "only-supporting", NC_ ("finding", "Neither accountable nor performing") },
                    { "every-row", NC_ ("finding", "A part in everything") }),
    .known_as = "finding",
    .width = 36 },
  { .id = "until", .label = NC_ ("field", "Until"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "who" },
  { .id = "reason", .label = NC_ ("field", "Reason"), .type = LONG_TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE,
    .group = "what" },
  { .id = "by", .label = NC_ ("field", "Accepted by"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "who" },
  NOTES_FIELD,
};

const SamsynKind samsyn_acceptance_kind = {
  .id = "acceptance",
  .label = NC_ ("kind", "Acceptance"),
  .plural = NC_ ("kinds", "Acceptances"),
  .empty = NC_ ("empty", "Acceptances say which findings of the map are accepted, until when and why."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who and when") }, NOTES_GROUP),
  .title = IDS ("finding"),
  .order = IDS ("until"),
};
