import type { LeadFeatureName } from '../../../engines/lead-rating/index.ts';

/** The reasons of a rating as they are kept: the words, and what each is about. Early ones have the words alone. */
export interface KeptReasons {
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly features?: { readonly for: readonly string[]; readonly against: readonly string[] };
}

/** What these say is read off details that go where the contact goes. */
const aboutContact: ReadonlySet<string> = new Set<LeadFeatureName>([
  'titleSeniority',
  'lastName',
  'messageLength',
  'emailDomainKind',
  'domainFitsCompany',
]);

/**
 * The reasons that may be shown: while the contact is withheld, none that tells of it (LC-4, IN-6), and where it is not
 * known what a reason is about, none at all.
 */
export function shownReasons(
  kept: KeptReasons,
  isContactWithheld: boolean,
): { for: string[]; against: string[] } {
  const shown = (side: 'for' | 'against') =>
    kept[side].filter((_, at) => {
      if (!isContactWithheld) return true;
      const feature = kept.features?.[side][at];
      return feature !== undefined && !aboutContact.has(feature);
    });
  return { for: shown('for'), against: shown('against') };
}
