import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about the checks of a contact. */
export const t = textsOf(english);
