/* passage.c: a marked place in a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "document", .label = NC_ ("field", "Document"), .type = REFERENCE, .targets = IDS ("document"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "quote", .label = NC_ ("field", "Quote"), .type = LONG_TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE,
    .group = "what" },
  { .id = "place", .label = NC_ ("field", "Place"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "place", .width = 18 },
  { .id = "tag", .label = NC_ ("field", "Tag"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "responsibility", NC_ ("passage.tag", "Responsibility") },
                        { "gap", NC_ ("passage.tag", "Gap") },
                        { "overlap", NC_ ("passage.tag", "Overlap") },
                        { "challenge", NC_ ("passage.tag", "Challenge") },
                        { "improvement", NC_ ("passage.tag", "Improvement") },
                        { "contradiction", NC_ ("passage.tag", "Contradiction") },
                        { "fact", NC_ ("passage.tag", "Fact") },
                        { "question", NC_ ("passage.tag", "Question") }) },
  { .id = "about", .label = NC_ ("field", "About"), .type = REFERENCE, .flags = IN_LIST, .group = "what" },
  /* Offsets into the document's text, in characters. */
  { .id = "starts_at_character", .label = NC_ ("field", "Starts at character"), .type = INTEGER, .group = "place", .minimum = 0,
    .maximum = 1000000000, .within = IDS ("document", "body") },
  { .id = "ends_at_character", .label = NC_ ("field", "Ends at character"), .type = INTEGER, .group = "place", .minimum = 0,
    .maximum = 1000000000, .within = IDS ("document", "body") },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_range (record, "starts_at_character", "ends_at_character", reason);
}

const SamsynKind samsyn_passage_kind = {
  .id = "passage",
  .label = NC_ ("kind", "Passage"),
  .plural = NC_ ("kinds", "Passages"),
  .empty = NC_ ("empty", "Passages are places marked in documents, tied to what they say something about."),
  .area = SAMSYN_AREA_SOURCES,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "place", NC_ ("group", "Place in the text") }, NOTES_GROUP),
  .title = IDS ("document", "place"),
  .order = IDS ("starts_at_character", "place"),
  .check = check,
};
