/* person.c: somebody with a part in the work, by name or by function
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE | PERSONAL,
    .group = "who", .width = 32 },
  { .id = "title", .label = NC_ ("field", "Job title"), .type = TEXT, .flags = IN_LIST | SEARCHABLE | PERSONAL, .group = "who" },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = IN_LIST | PERSONAL | CONTEXT, .group = "who" },
  { .id = "email", .label = NC_ ("field", "E-mail"), .type = TEXT, .flags = IN_LIST | SEARCHABLE | PERSONAL, .group = "contact" },
  { .id = "phone", .label = NC_ ("field", "Telephone"), .type = TEXT, .flags = IN_LIST | SEARCHABLE | PERSONAL,
    .group = "contact", .width = 16 },
  { .id = "notes", .label = NC_ ("field", "Notes"), .type = LONG_TEXT, .flags = SEARCHABLE | PERSONAL, .group = "notes" },
};

const SamsynKind samsyn_person_kind = {
  .id = "person",
  .label = NC_ ("kind", "Person"),
  .plural = NC_ ("kinds", "Persons"),
  .empty = NC_ ("empty", "Persons are those who lead, own, decide or report; a function will do instead of a name."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "who", NC_ ("group", "Who") }, { "contact", NC_ ("group", "Contact") }, NOTES_GROUP),
  .title = IDS ("name"),
};
