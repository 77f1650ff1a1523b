import { z } from 'zod';
import { money } from '../money.ts';
import { calendarDay, id, instant, text, typedText } from '../text.ts';
import { logoSides, placeMatches, profileStates, profileSteps } from './lists.ts';

/** Business profiles: the draft that people edit beside what is published (BP-10 to BP-17). */

const country = z.string().describe('ISO 3166-1 alpha-2');

// A draft takes what people type, right or wrong, so that nothing typed is lost; publishing looks at every limit.
const draftText = (mostCharacters: number) => typedText(mostCharacters);
const draftList = (mostCharacters: number) => z.array(typedText(mostCharacters)).max(200);

const contactDraft = z.strictObject({
  name: draftText(400).default(''),
  email: draftText(500).default(''),
  phone: draftText(100).default(''),
});

/** A location as it is typed. */
export const locationDraft = z.strictObject({
  name: draftText(400).default('').describe('What the location is called on its page'),
  street: draftText(1000).default('').describe('The lines of the address above the city'),
  city: draftText(400).default(''),
  state: draftText(400).default(''),
  postalCode: draftText(100).default(''),
  country: draftText(2).default('').describe('ISO 3166-1 alpha-2'),
  phone: draftText(100).default(''),
  keepAddress: z
    .boolean()
    .default(false)
    .describe('The address stands as typed although the places that Leadlight knows have none like it'),
  leadsTo: id
    .nullable()
    .default(null)
    .describe(
      'The location of your organization that gets the leads of this page; null: one is made with it',
    ),
  contact: contactDraft.prefault({}).describe('Who gets the leads of this page (NT-1)'),
});
export type LocationDraft = z.infer<typeof locationDraft>;

/** What a draft holds for each field. */
export const profileDraft = z.strictObject({
  logo: id.nullable().describe('A logo that was uploaded for this profile'),
  description: draftText(20_000),
  website: draftText(2000),
  linkedIn: draftText(2000),
  languages: draftList(40).describe('Languages spoken, BCP 47'),
  industries: draftList(100),
  products: draftList(100),
  services: draftList(100),
  solutions: draftList(100),
  skills: draftList(400).describe('In the partner’s own words'),
  customerSizes: draftList(100).describe('None: all sizes'),
  optOutOfOtherSizes: z
    .boolean()
    .describe('Requests of customers of other sizes are not for this partner (RT-2)'),
  budgetFrom: money.nullable().describe('Shown as “projects from …”'),
});
export type ProfileDraft = z.infer<typeof profileDraft>;

const place = z
  .object({
    match: z.enum(placeMatches),
    proposed: z
      .object({ city: z.string(), region: z.string().nullable(), country })
      .nullable()
      .describe('The place that was found, or may be meant'),
  })
  .describe('Whether the address is on the map of places that comes with Leadlight');

const location = locationDraft.extend({
  id,
  address: z.string().nullable().describe('The path of its page; null: it was never published'),
  addressFixed: z
    .boolean()
    .describe('Customers know the page with this address: it is changed by removing and adding the location'),
  place,
  contactConfirmed: z
    .boolean()
    .describe('A member of the organization, or confirmed by a link that was emailed there'),
});
export type ProfileLocation = z.infer<typeof location>;

const fieldChange = z.object({
  field: z.string().describe('A field, or `locations.` and the id of one'),
  revision: z.number().int(),
  by: z.string().describe('The name of who changed it'),
  at: instant,
});
export type FieldChange = z.infer<typeof fieldChange>;

const problem = z.object({
  step: z.enum(profileSteps),
  field: z.string().describe('Where it is: `description`, `skills.3`, `locations.<id>.city`'),
  message: z.string().describe('What is wrong with it, or what would make it better'),
});
export type ProfileProblem = z.infer<typeof problem>;

const editor = z.object({ id, name: z.string(), step: z.enum(profileSteps) });
export type ProfileEditor = z.infer<typeof editor>;

export const businessProfile = z
  .object({
    id,
    organizationId: id,
    companyName: z.string().describe('The name of the organization'),
    country,
    state: z.enum(profileStates),
    revision: z.number().int().describe('Counts every change of the draft: send it as `basedOn`'),
    publishedAt: instant.nullable().describe('When it was last published'),
    hasChanges: z.boolean().describe('The draft says something else than what is published'),
    unavailableUntil: calendarDay
      .nullable()
      .describe('The last day on which the partner takes no requests; null: it does (BP-17)'),
    draft: profileDraft,
    locations: z.array(location).describe('Of the draft'),
    logo: z
      .object({ id, width: z.number().int(), height: z.number().int(), tall: z.boolean() })
      .nullable()
      .describe('Of the draft; tall: cards show it small, because it is higher than wide'),
    ownLocations: z
      .array(z.object({ id, name: z.string() }))
      .describe('The locations of your organization, which leads can go to'),
    members: z
      .array(z.object({ id, name: z.string(), email: z.string() }))
      .describe('Who can be a contact without confirming the address'),
    published: profileDraft.nullable().describe('null: nothing is published'),
    lastChanges: z.array(fieldChange).describe('Who last changed each field of the draft'),
    problems: z.array(problem).describe('What must be mended before it can be published (BP-14)'),
    hints: z.array(problem).describe('What would make it better, each concrete (BP-16)'),
    editors: z.array(editor).describe('Colleagues who have it open now'),
    mayDelete: z.boolean(),
  })
  .meta({ id: 'BusinessProfile' });
export type BusinessProfile = z.infer<typeof businessProfile>;

const listed = businessProfile
  .pick({
    id: true,
    country: true,
    state: true,
    publishedAt: true,
    hasChanges: true,
    unavailableUntil: true,
  })
  .extend({
    pages: z.array(z.object({ name: z.string(), address: z.string() })).describe('Pages that customers see'),
    problemCount: z.number().int(),
  });
export type ListedProfile = z.infer<typeof listed>;
export const businessProfileList = z
  .object({ companyName: z.string(), items: z.array(listed) })
  .meta({ id: 'BusinessProfileList' });
export type BusinessProfileList = z.infer<typeof businessProfileList>;

export const newProfile = z.strictObject({ country: text(2).describe('ISO 3166-1 alpha-2') });

export const profileChange = z.strictObject({
  basedOn: z
    .number()
    .int()
    .min(0)
    .describe(
      'The revision that these changes were typed on; fields that somebody changed since are refused',
    ),
  fields: z.strictObject(profileDraft.partial().shape).prefault({}).describe('Only what is sent changes'),
  locations: z
    .record(id, locationDraft.nullable())
    .default({})
    .describe('By id, which you choose for a new one; null removes it'),
});
export type ProfileChange = z.infer<typeof profileChange>;

export const profileRevision = z.strictObject({
  basedOn: z.number().int().min(0).describe('The revision that you saw'),
});

export const profileDeletion = z.strictObject({
  companyName: text(400).describe('The name of the organization, typed to confirm'),
});

export const profilePresence = z.strictObject({ step: z.enum(profileSteps) });
export const profileStanding = z
  .object({ revision: z.number().int(), editors: z.array(editor) })
  .meta({ id: 'BusinessProfileStanding' });
export type ProfileStanding = z.infer<typeof profileStanding>;

export const availability = z.strictObject({
  unavailableUntil: calendarDay
    .nullable()
    .describe('The last day away, at most 90 days ahead; null: available'),
});

export const contactConfirmation = z.strictObject({ locationId: id.describe('A location of the draft') });

export const byLogo = z.object({
  id,
  logoId: id,
  side: z.coerce.number().refine((side) => logoSides.some((one) => one === side)),
});
