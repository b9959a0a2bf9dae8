/* link.c: how two records of any kinds belong together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "from", .label = NC_ ("field", "From record"), .type = REFERENCE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "to", .label = NC_ ("field", "To record"), .type = REFERENCE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "covers_in_depth", NC_ ("link.sort", "Covers in depth") },
                        { "covers_overview", NC_ ("link.sort", "Covers in overview") },
                        { "excludes", NC_ ("link.sort", "Excludes") },
                        { "consults", NC_ ("link.sort", "Consults") },
                        { "steers", NC_ ("link.sort", "Steers") },
                        { "depends_on", NC_ ("link.sort", "Depends on") },
                        { "borders_on", NC_ ("link.sort", "Borders on") },
                        { "supersedes", NC_ ("link.sort", "Supersedes") },
                        { "annex_of", NC_ ("link.sort", "Annex of") },
                        { "other", NC_ ("link.sort", "Other") }) },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  if (!samsyn_value_is_null (samsyn_record_get (record, "from"))
      && samsyn_value_equal (samsyn_record_get (record, "from"), samsyn_record_get (record, "to")))
    {
      *reason = g_strdup (_ ("A record can't be linked to itself; choose another record."));
      return "to";
    }
  return NULL;
}

const SamsynKind samsyn_link_kind = {
  .id = "link",
  .label = NC_ ("kind", "Link"),
  .plural = NC_ ("kinds", "Links"),
  .empty = NC_ ("empty", "Links say how two records belong together where no field does."),
  .area = SAMSYN_AREA_WORKSPACE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("from", "sort", "to"),
  .order = IDS ("sort"),
  .check = check,
};
