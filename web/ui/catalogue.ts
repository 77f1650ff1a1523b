import { textsOf } from '../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the building blocks. */
export const t = textsOf(english);
