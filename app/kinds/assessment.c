/* assessment.c: what a proposal means for children, equality, economy, privacy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "about", .label = NC_ ("field", "About"), .type = REFERENCE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "child", NC_ ("assessment.sort", "Children") },
                        { "gender_equality", NC_ ("assessment.sort", "Gender equality") },
                        { "economic", NC_ ("assessment.sort", "Economy") },
                        { "accessibility", NC_ ("assessment.sort", "Accessibility") },
                        { "privacy", NC_ ("assessment.sort", "Privacy") },
                        { "staff", NC_ ("assessment.sort", "Staff") },
                        { "other", NC_ ("assessment.sort", "Other") }) },
  { .id = "text", .label = NC_ ("field", "Assessment"), .type = LONG_TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE,
    .group = "what" },
  { .id = "on", .label = NC_ ("field", "Date"), .type = DATE, .flags = IN_LIST, .group = "who" },
  { .id = "responsible", .label = NC_ ("field", "Responsible"), .type = REFERENCE, .targets = IDS ("person"),
    .flags = IN_LIST | PERSONAL, .group = "who" },
  { .id = "consulted", .label = NC_ ("field", "Consulted"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "who" },
  NOTES_FIELD,
};

const SamsynKind samsyn_assessment_kind = {
  .id = "assessment",
  .label = NC_ ("kind", "Impact assessment"),
  .plural = NC_ ("kinds", "Impact assessments"),
  .empty = NC_ ("empty", "Impact assessments say what a proposal means for children, equality, economy, privacy and more."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who and when") }, NOTES_GROUP),
  .title = IDS ("sort", "about"),
  .order = IDS ("on"),
};
