import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the home page. */
export const t = textsOf(english);
