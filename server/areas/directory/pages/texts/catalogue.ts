import { type Texts, textsIn } from '../../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Reads the texts of the search in one language. */
export type DirectoryTexts = Texts<typeof english>;

/** The texts of the search in each language. */
export const directoryTexts = textsIn('server/areas/directory/pages/texts', english);
