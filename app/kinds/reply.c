/* reply.c: what a body answers to a consultation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "consultation", .label = NC_ ("field", "Consultation"), .type = REFERENCE, .targets = IDS ("consultation"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "prepared_by", .label = NC_ ("field", "Prepared by"), .type = REFERENCE, .targets = IDS ("organisation"),
    .group = "what" },
  { .id = "answer_by", .label = NC_ ("field", "Answer by"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "when" },
  { .id = "board_on", .label = NC_ ("field", "To the board on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "when" },
  { .id = "decision", .label = NC_ ("field", "Decision"), .type = REFERENCE, .targets = IDS ("decision"), .group = "opinion" },
  { .id = "answered_on", .label = NC_ ("field", "Answered on"), .type = DATE, .flags = IN_LIST | HAPPENED, .group = "when" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "waiting", NC_ ("reply.status", "Waiting") },
                        { "extension", NC_ ("reply.status", "Extension") },
                        { "received", NC_ ("reply.status", "Received") },
                        { "none", NC_ ("reply.status", "No answer") }) },
  { .id = "position", .label = NC_ ("field", "Standpoint"), .type = CHOICE, .flags = IN_LIST, .group = "opinion", .width = 28,
    .choices = CHOICES ({ "supports", NC_ ("reply.position", "Supports") },
                        { "supports_with_remarks", NC_ ("reply.position", "Supports with remarks") },
                        { "partly", NC_ ("reply.position", "Supports in part") },
                        { "no_objection", NC_ ("reply.position", "No objection") },
                        { "neutral", NC_ ("reply.position", "Neutral") },
                        { "rejects", NC_ ("reply.position", "Rejects") },
                        { "abstains", NC_ ("reply.position", "Abstains") }) },
  { .id = "opinion", .label = NC_ ("field", "Opinion"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "opinion" },
  { .id = "conditions", .label = NC_ ("field", "Conditions"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "opinion" },
  NOTES_FIELD,
};

const SamsynKind samsyn_reply_kind = {
  .id = "reply",
  .label = NC_ ("kind", "Reply"),
  .plural = NC_ ("kinds", "Replies"),
  .empty = NC_ ("empty", "Replies are what each body answers to a consultation, and with which conditions."),
  .area = SAMSYN_AREA_AGREEMENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "when", NC_ ("group", "When") },
                    { "opinion", NC_ ("group", "Opinion") },
                    NOTES_GROUP),
  .title = IDS ("consultation", "organisation"),
  .order = IDS ("answer_by"),
  .settled = SETTLED ({ "status", "received" }, { "status", "none" }, { "answered_on", NULL }),
};
