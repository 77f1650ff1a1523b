/**
 * The closed lists and limits of business profiles (BP-11, BP-12).
 * No imports: the browser bundle uses these without the validation library.
 */

/** The steps of the editor, in their order (BP-11). */
export const profileSteps = ['partner', 'expertise', 'customers', 'locations', 'contact', 'review'] as const;
export type ProfileStep = (typeof profileSteps)[number];

/** What a profile says besides its locations; each is saved by itself (BP-13). */
export const profileFields = [
  'logo',
  'description',
  'website',
  'linkedIn',
  'languages',
  'industries',
  'products',
  'services',
  'solutions',
  'skills',
  'customerSizes',
  'optOutOfOtherSizes',
  'budgetFrom',
] as const;
export type ProfileField = (typeof profileFields)[number];

/** Fields whose values are codes of the vocabulary of the same name. */
export const taggedFields = ['industries', 'products', 'services', 'solutions', 'customerSizes'] as const;
export type TaggedField = (typeof taggedFields)[number];

/** The step in which a field is edited. */
export const stepOfField: Readonly<Record<ProfileField, ProfileStep>> = {
  logo: 'partner',
  description: 'partner',
  website: 'partner',
  linkedIn: 'partner',
  languages: 'partner',
  industries: 'expertise',
  products: 'expertise',
  services: 'expertise',
  solutions: 'expertise',
  skills: 'expertise',
  customerSizes: 'customers',
  optOutOfOtherSizes: 'customers',
  budgetFrom: 'customers',
};

/** `draft`: never published; `unpublished`: it was, and its pages are gone. */
export const profileStates = ['draft', 'published', 'unpublished'] as const;
export type ProfileState = (typeof profileStates)[number];

/** The most values of each list. */
export const mostValues = {
  languages: 10,
  industries: 14,
  products: 20,
  services: 10,
  solutions: 15,
  skills: 20,
  customerSizes: 8,
  locations: 5,
} as const;

/** The most characters of a description, in code points, and of its beginning on a card of the directory. */
export const [mostDescriptionCharacters, cardCharacters] = [2500, 160];
/** The fewest and most characters of a skill. */
export const [fewestSkillCharacters, mostSkillCharacters] = [2, 40];

/** Logos: the most bytes of a file, pixels across, and pixels in all; and the recommended side of a square one. */
export const logoLimits = {
  bytes: 2 * 1024 * 1024,
  width: 300,
  pixels: 40_000_000,
  recommendedSide: 216,
} as const;
/** The longest side of the two sizes in which a logo is kept, in pixels. */
export const logoSides = [216, 48] as const;
export type LogoSide = (typeof logoSides)[number];

/** How an address was found on the map of places: `near` is only proposed, until somebody confirms it. */
export const placeMatches = ['match', 'near', 'none'] as const;
export type PlaceMatch = (typeof placeMatches)[number];

/** The most days in a row that a profile can be unavailable (BP-17). */
export const mostDaysAway = 90;

/** An editor of a profile is shown to others for so long after their last word. */
export const editorSeconds = 30;
/** How long typing rests before a field is saved (BP-13). */
export const autosaveMilliseconds = 800;
