import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { mailLanguages } from '../mail/lists.ts';
import { id, instant, maxNoteCharacters, requiredText } from '../text.ts';
import { replyFields, unknownFields } from './reply-fields.ts';

/** Texts that people begin a reply to a customer with (WS-17; decision 050). */

const templated = (mostCharacters: number) =>
  requiredText(mostCharacters)
    .refine((text) => unknownFields(text).length === 0, {
      message: said(fault('reply.unknownField', { fields: replyFields.join(', ') })),
    })
    .describe(`With fields in double braces: ${replyFields.map((name) => `{{${name}}}`).join(', ')}`);

const shared = z.boolean().describe('true: everyone who works on leads here uses it');

export const replyTemplate = z
  .object({
    id,
    name: z.string(),
    subject: z.string(),
    text: z.string(),
    shared: z.boolean(),
    starter: z
      .enum(mailLanguages)
      .nullable()
      .describe('The language of a template that comes with Leadlight; null: somebody wrote it'),
    owner: z.object({ id, name: z.string() }).nullable().describe('null for those that come with Leadlight'),
    mayChange: z.boolean(),
    version: z.number().int(),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'ReplyTemplate' });
export type ReplyTemplate = z.infer<typeof replyTemplate>;
export const replyTemplateList = z.object({ items: z.array(replyTemplate) });

export const replyTemplateCreate = z.strictObject({
  name: requiredText(100),
  subject: templated(200),
  text: templated(maxNoteCharacters),
  shared: shared.default(false),
});
export type ReplyTemplateCreate = z.infer<typeof replyTemplateCreate>;

/** Only the fields that are sent change. */
export const replyTemplateChange = z
  .strictObject({
    name: requiredText(100).optional(),
    subject: templated(200).optional(),
    text: templated(maxNoteCharacters).optional(),
    shared: shared.optional(),
  })
  .refine(
    (change) => Object.values(change).some((value) => value !== undefined),
    said(fault('lead.noChange')),
  );
export type ReplyTemplateChange = z.infer<typeof replyTemplateChange>;
