import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the list of shortcuts. */
export const t = textsOf(english);
