import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { id, instant, nameText } from '../text.ts';
import { cellNames } from './lead-fields.ts';
import { leadQuery, leadSort } from './lead-list.ts';
import { columnWidths, deskDensities, deskLayouts, listWidths, maxViewBytes, pageSizes } from './lists.ts';

/** Saved views of the list of leads, and what a person chose outside them (WS-2, WS-3; decision 042). */

const column = z.strictObject({
  id: z.enum(cellNames),
  width: z
    .number()
    .min(columnWidths.least)
    .max(columnWidths.most)
    .optional()
    .describe('In rem; missing: the usual width'),
  pinned: z.boolean().optional().describe('Stays in view when the others scroll sideways'),
});

/** How the list looks. */
export const deskLook = z.strictObject({
  layout: z.enum(deskLayouts),
  density: z.enum(deskDensities),
  limit: z.literal(pageSizes).describe('Leads a page'),
  columns: z
    .array(column)
    .max(cellNames.length)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, said(fault('list.namesTwice')))
    .nullable()
    .describe('The columns that are shown, in their order; null: the usual ones'),
  listWidth: z
    .number()
    .min(listWidths.least)
    .max(listWidths.most)
    .optional()
    .describe('Of the list next to an open lead, in rem; missing: the usual width'),
});
export type DeskLook = z.infer<typeof deskLook>;

/** Which leads, in which order. */
export const orderedLeadQuery = leadQuery.safeExtend({ sort: leadSort });

const bytesOf = (all: unknown) => new TextEncoder().encode(JSON.stringify(all)).length;
const isSmall = (all: unknown) => bytesOf(all) <= maxViewBytes;
const tooLarge = said(fault('list.viewTooLarge', { most: maxViewBytes / 1024 }));

/** All that a view holds. */
export const viewDefinition = z
  .strictObject({ query: orderedLeadQuery, look: deskLook })
  .refine(isSmall, tooLarge)
  .describe(`At most ${maxViewBytes / 1024} KB of JSON`);
export type ViewDefinition = z.infer<typeof viewDefinition>;
/** A definition as a request sends it. */
export type SentDefinition = z.input<typeof viewDefinition>;

/**
 * A definition as it was saved. A parameter, value or column in it may no longer exist: whoever opens the view leaves it
 * out, and says so.
 */
export const savedDefinition = z.object({
  query: z.record(
    z.string(),
    z.union([z.string(), z.array(z.string()), z.boolean(), z.number(), z.array(z.number())]),
  ),
  look: z.object({
    layout: z.string(),
    density: z.string(),
    limit: z.number(),
    columns: z
      .array(z.object({ id: z.string(), width: z.number().optional(), pinned: z.boolean().optional() }))
      .nullable(),
    listWidth: z.number().optional(),
  }),
});
export type SavedDefinition = z.infer<typeof savedDefinition>;

export const savedView = z
  .object({
    id,
    name: z.string(),
    shared: z
      .boolean()
      .describe(
        'Everyone in the organization who works with leads sees the view; it holds no search and no customers',
      ),
    owner: z
      .object({ id, name: z.string() })
      .nullable()
      .describe('null: the owner no longer works with leads here; whoever may manage views takes it over'),
    mine: z.boolean().describe('Whether you may change the view'),
    definition: savedDefinition,
    layer: savedDefinition.nullable().describe('Your own version of the view, until you reset it'),
    followed: z.boolean().describe('Whether you are told about new leads in the view'),
    version: z.number().int().describe('Grows by one with each change of the view; its ETag'),
    updatedAt: instant,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;
export const savedViewList = z.object({ items: z.array(savedView).describe('By name') });

const viewName = nameText();
export const savedViewCreate = z.strictObject({
  name: viewName,
  shared: z.boolean().default(false),
  definition: viewDefinition,
});
export type SavedViewCreate = z.infer<typeof savedViewCreate>;

export const savedViewChange = z.strictObject({
  name: viewName.optional(),
  shared: z.boolean().optional(),
  definition: viewDefinition.optional(),
});
export type SavedViewChange = z.infer<typeof savedViewChange>;

/** What a person chose outside views; it follows them to every device. */
export const desk = z
  .object({
    look: savedDefinition.shape.look.nullable().describe('null: the usual look'),
    lastQuery: savedDefinition.shape.query.nullable().describe('What the list last showed outside views'),
    defaultViewId: id.nullable().describe('The view that opens first; null: what the list last showed'),
  })
  .meta({ id: 'Desk' });
export type Desk = z.infer<typeof desk>;

export const deskChange = z.strictObject({
  look: deskLook.nullable().optional(),
  lastQuery: orderedLeadQuery
    .refine(({ search }) => search === undefined, said(fault('list.noSearch')))
    .refine(isSmall, tooLarge)
    .nullable()
    .optional(),
  defaultViewId: id.nullable().optional(),
});
export type DeskChange = z.infer<typeof deskChange>;
