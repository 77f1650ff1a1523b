import { z } from 'zod';
import {
  contactCheckActions,
  contactMarkKinds,
  contactMarkLists,
  contactMarkSources,
  contactWithheldReasons,
  emailBases,
  emailValidities,
  evidenceChecks,
  evidenceResults,
  phoneBases,
  phoneValidities,
} from './lists.ts';

export type { EvidenceCheck } from './lists.ts';

import { id, instant, text } from '../text.ts';

export const evidenceSchema = z
  .object({
    check: z.enum(evidenceChecks),
    result: z.enum(evidenceResults),
    code: z.string().describe('What was found, for programs, such as `null-mx` or `5.1.1`.'),
    detail: z.string().describe('What was found, in a plain sentence.'),
    at: z.iso.datetime().describe('When it was established.'),
    goodUntil: z.iso
      .datetime()
      .nullable()
      .describe('When it should be looked at again; null: it does not age.'),
  })
  .meta({ id: 'Evidence', description: 'One check of a contact, with its result (CV-3).' });
export type Evidence = z.infer<typeof evidenceSchema>;

export const emailVerdictSchema = z.object({
  validity: z.enum(emailValidities),
  evidence: z.array(evidenceSchema),
});

const checked = {
  evidence: z.array(evidenceSchema),
  checkedAt: instant,
  goodUntil: instant.nullable().describe('When the earliest of the findings should be looked at again'),
  retryAt: instant.nullable().describe('When the check is tried again by itself'),
};

/** What is known about a lead's contact, with all the evidence (CV-3). */
export const leadContactChecks = z
  .object({
    checking: z.boolean().describe('true while a check is waiting or running'),
    withheld: z
      .enum(contactWithheldReasons)
      .nullable()
      .describe('Set when the contact is not shown, nor its checks'),
    email: z
      .object({
        validity: z.enum(emailValidities),
        basis: z.enum(emailBases).nullable(),
        readAs: z
          .string()
          .nullable()
          .describe(
            'The address that was checked, where it differs from what was typed: without a name, a label, stray characters',
          ),
        ...checked,
      })
      .nullable()
      .describe('null: no address, or not checked yet'),
    phone: z
      .object({
        validity: z.enum(phoneValidities),
        basis: z.enum(phoneBases).nullable(),
        e164: z.string().nullable(),
        extension: z.string().nullable(),
        ...checked,
      })
      .nullable()
      .describe('null: no number, or not checked yet'),
    spamReport: z
      .object({ at: instant, by: z.string() })
      .nullable()
      .describe('This lead was reported as spam by the organization'),
    allowedActions: z.array(z.enum(contactCheckActions)),
  })
  .meta({ id: 'LeadContactChecks' });
export type LeadContactChecks = z.infer<typeof leadContactChecks>;

/** One entry of the operator's lists (CV-6). Allow beats block. */
export const contactMark = z
  .object({
    id,
    list: z.enum(contactMarkLists),
    kind: z.enum(contactMarkKinds),
    value: z.string().describe('An address, a domain (its subdomains count), or a number in E.164'),
    note: z.string().nullable(),
    source: z
      .enum(contactMarkSources)
      .describe('Who put it there: the operator, or enough reports of partners'),
    createdAt: instant,
    createdBy: z.string().nullable(),
  })
  .meta({ id: 'ContactMark' });
export type ContactMark = z.infer<typeof contactMark>;

export const newContactMark = z.strictObject({
  list: z.enum(contactMarkLists),
  kind: z.enum(contactMarkKinds),
  value: text(320),
  note: text(500).optional(),
});
export type NewContactMark = z.infer<typeof newContactMark>;

export const contactMarkQuery = z.strictObject({
  list: z.enum(contactMarkLists).optional(),
  search: text(320).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const contactMarkPage = z.object({ items: z.array(contactMark), nextCursor: z.string().nullable() });
