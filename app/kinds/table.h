/* table.h: shorthands for writing a kind's table of fields; included only by the files of this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kinds.h"
#include "model/record.h"
#include "model/words.h"

#define TEXT SAMSYN_TYPE_TEXT
#define LONG_TEXT SAMSYN_TYPE_LONG_TEXT
#define BODY SAMSYN_TYPE_BODY
#define DATE SAMSYN_TYPE_DATE
#define TIME SAMSYN_TYPE_TIME
#define INTEGER SAMSYN_TYPE_INTEGER
#define NUMBER SAMSYN_TYPE_NUMBER
#define MONEY SAMSYN_TYPE_MONEY
#define BOOLEAN SAMSYN_TYPE_BOOLEAN
#define CHOICE SAMSYN_TYPE_CHOICE
#define REFERENCE SAMSYN_TYPE_REFERENCE

#define REQUIRED SAMSYN_FIELD_REQUIRED
#define IN_LIST SAMSYN_FIELD_IN_LIST
#define SEARCHABLE SAMSYN_FIELD_SEARCHABLE
#define DEADLINE SAMSYN_FIELD_DEADLINE
#define PERSONAL SAMSYN_FIELD_PERSONAL
#define CONTEXT SAMSYN_FIELD_CONTEXT
#define LIGHT SAMSYN_FIELD_LIGHT
#define HAPPENED SAMSYN_FIELD_HAPPENED
#define NO_CIRCLE SAMSYN_FIELD_NO_CIRCLE

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define CHOICES(...) ((const SamsynChoice[]) { __VA_ARGS__, { NULL, NULL } })
#define KNOWN(...) ((const SamsynKnown[]) { __VA_ARGS__, { NULL, NULL } })
#define GROUPS(...) ((const SamsynGroup[]) { __VA_ARGS__, { NULL, NULL } })

#define UNIQUES(...) ((const char *const *[]) { __VA_ARGS__, NULL })
#define SETTLED(...) ((const SamsynSettled[]) { __VA_ARGS__, { NULL, NULL } })

/* The last field of every kind. */
#define NOTES_FIELD \
  { .id = "notes", .label = NC_ ("field", "Notes"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "notes" }
#define NOTES_GROUP { "notes", NC_ ("group", "Notes") }
