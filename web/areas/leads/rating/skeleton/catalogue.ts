import { textsOf } from '../../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The titles of the model card's first panels. */
export const titles = textsOf(english);
