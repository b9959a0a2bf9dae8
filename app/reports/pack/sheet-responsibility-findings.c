/* sheet-responsibility-findings.c: where it is unclear who does what, on the status date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"
#include "reports/map/map-parts.h"

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynMap) map = samsyn_map_load (pack->store, pack->date, 0, error);
  g_autoptr (SamsynFindings) findings = map != NULL ? samsyn_findings_new (map) : NULL;

  if (findings == NULL)
    return FALSE;
  if (samsyn_findings_count (findings) > 0)
    samsyn_map_add_findings (findings, samsyn_pack_open_sheet (pack, self), pack->language);
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_responsibility_findings = {
  .part = { "responsibility-findings", NC_ ("pack", "Unclear responsibilities") },
  .title = NC_ ("pack", "Appendix: Unclear responsibilities"),
  .purpose
  = NC_ ("pack", "What is wrong, unclear or worth a look in the responsibility map on the status date, the worst first."),
  .add = add,
};
