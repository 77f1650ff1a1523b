import type { LeadFeatureName } from '../../../engines/lead-rating/index.ts';

/** The reasons of a rating as stored: the words, and what each is about. Early ones have only the words. */
export interface KeptReasons {
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly features?: { readonly for: readonly string[]; readonly against: readonly string[] };
}

/** These reasons rest on details that are shown only with the contact. */
const aboutContact: ReadonlySet<string> = new Set<LeadFeatureName>([
  'titleSeniority',
  'lastName',
  'messageLength',
  'emailDomainKind',
  'domainFitsCompany',
]);

/**
 * The reasons that may be shown: while the contact is withheld, none that reveals it (LC-4, IN-6), and if it is not
 * known what the reasons are about, none at all.
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
