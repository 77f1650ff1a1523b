import type { Translated } from './catalogue.ts';
import { roleWords } from './identity/role-words.ts';
import { fieldWords } from './leads/field-words.ts';
import type { LeadFilterName } from './leads/lead-filters.ts';
import type { ContactMarkKind, MendedField } from './leads/lists.ts';
import { english } from './words/catalogue.en.ts';

/** The catalogues that words come from, in one language. */
interface WordCatalogues {
  readonly own: Translated<typeof english>;
  readonly field: Translated<typeof fieldWords>;
  readonly role: Translated<typeof roleWords>;
}

/** The words a reader sees for each closed list, in the language of the catalogues. */
export function wordsOf({ own, field, role }: WordCatalogues) {
  return {
    ...own,
    /** What the fields of a lead and of its deal are called. */
    field,
    role,
    contactMarkKind: {
      address: field.email,
      domain: own.contactMarkKind.domain,
      phone: field.phone,
    } satisfies Record<ContactMarkKind, string>,
    mendedField: {
      firstName: field.firstName,
      lastName: field.lastName,
      title: field.jobTitle,
      email: field.email,
      phone: field.phone,
      customerName: field.company,
      country: field.country,
      leadSource: field.leadSource,
      actionCode: own.mendedField.actionCode,
      offerTitle: own.mendedField.offerTitle,
      message: field.message,
      consent: field.consent,
      payload: own.mendedField.payload,
    } satisfies Record<MendedField, string>,
    filter: {
      callToAction: field.callToAction,
      country: field.country,
      customerName: own.filter.customerName,
      leadSource: field.leadSource,
      leadType: own.filter.leadType,
      leadQuality: field.leadQuality,
      status: field.status,
      emailValidity: field.emailValidity,
      phoneValidity: field.phoneValidity,
      location: field.location,
      assignedTo: field.owner,
      offer: field.offer,
      created: field.createdOn,
      expiresWithinHours: own.filter.expiresWithinHours,
      withoutAnswer: own.filter.withoutAnswer,
      hot: own.filter.hot,
      dealValue: own.filter.dealValue,
      estimatedPurchase: field.estimatedPurchase,
      nextStep: field.nextStep,
      stage: field.stage,
      closed: own.filter.closed,
      campaign: own.filter.campaign,
      referralProgram: field.referralProgram,
      test: own.filter.test,
    } satisfies Record<LeadFilterName, string>,
  } as const;
}

/** Words in one language, for each value of each closed list. */
export type Words = ReturnType<typeof wordsOf>;

/**
 * The words of the app: in the language that it was built for. On the server they are English, which the API and
 * exports promise; what people read is in `wordsIn` (`server/platform/texts.ts`).
 */
export const words: Words = wordsOf({ own: english, field: fieldWords, role: roleWords });
