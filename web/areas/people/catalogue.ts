import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the settings about people. */
export const t = textsOf(english);
