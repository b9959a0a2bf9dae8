/* document.c: a source, with its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Document title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE,
    .group = "what", .width = 44 },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "law", NC_ ("document.sort", "Law") },
                        { "ordinance", NC_ ("document.sort", "Ordinance") },
                        { "regulation", NC_ ("document.sort", "Regulation") },
                        { "agreement", NC_ ("document.sort", "Agreement") },
                        { "guideline", NC_ ("document.sort", "Guideline") },
                        { "budget_assignment", NC_ ("document.sort", "Budget assignment") },
                        { "government_assignment", NC_ ("document.sort", "Government assignment") },
                        { "decision", NC_ ("document.sort", "Decision") },
                        { "memorandum", NC_ ("document.sort", "Memorandum") },
                        { "directive", NC_ ("document.sort", "Project directive") },
                        { "plan", NC_ ("document.sort", "Project plan") },
                        { "report", NC_ ("document.sort", "Report") },
                        { "minutes", NC_ ("document.sort", "Minutes") },
                        { "consultation", NC_ ("document.sort", "Consultation") },
                        { "opinion", NC_ ("document.sort", "Opinion") },
                        { "application", NC_ ("document.sort", "Application") },
                        { "interview", NC_ ("document.sort", "Interview") },
                        { "statistics", NC_ ("document.sort", "Statistics") },
                        { "routine", NC_ ("document.sort", "Routine") },
                        { "other", NC_ ("document.sort", "Other") }) },
  { .id = "level", .label = NC_ ("field", "Level"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "international", NC_ ("document.level", "International") },
                        { "national", NC_ ("document.level", "National") },
                        { "regional", NC_ ("document.level", "Regional") },
                        { "local", NC_ ("document.level", "Local") }) },
  { .id = "designation", .label = NC_ ("field", "Designation"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what",
    .width = 18 },
  { .id = "version", .label = NC_ ("field", "Version"), .type = TEXT, .flags = SEARCHABLE, .group = "origin", .width = 12 },
  { .id = "issued_by", .label = NC_ ("field", "Issued by"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "origin" },
  { .id = "issued_on", .label = NC_ ("field", "Issued on"), .type = DATE, .flags = IN_LIST, .group = "origin" },
  { .id = "valid_from", .label = NC_ ("field", "Valid from"), .type = DATE, .flags = IN_LIST, .group = "validity" },
  { .id = "valid_to", .label = NC_ ("field", "Valid to"), .type = DATE, .group = "validity" },
  { .id = "url", .label = NC_ ("field", "Address on the web"), .type = TEXT, .group = "origin", .width = 40 },
  { .id = "body", .label = NC_ ("field", "Text"), .type = BODY, .flags = SEARCHABLE, .group = "text" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_order (record, "valid_from", "valid_to", reason);
}

const SamsynKind samsyn_document_kind = {
  .id = "document",
  .label = NC_ ("kind", "Document"),
  .plural = NC_ ("kinds", "Documents"),
  .empty = NC_ ("empty", "Documents are the laws, agreements, board papers and notes that say who does what."),
  .area = SAMSYN_AREA_SOURCES,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "origin", NC_ ("group", "Origin") },
                    { "validity", NC_ ("group", "Validity") },
                    { "text", NC_ ("group", "Text") },
                    NOTES_GROUP),
  .title = IDS ("title"),
  .check = check,
};
