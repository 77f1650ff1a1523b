import { textsOf } from '../../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about the owner of a lead. */
export const t = textsOf(english);
