/* functions.c: our own functions in SQL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"

gboolean
samsyn_functions_register (SamsynStore *store,
                           GError     **error)
{
  return TRUE;
}
