import { textsOf } from '../../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the count in the navigation: every page loads them. */
export const t = textsOf(english);
