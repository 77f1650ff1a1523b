import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about who was notified of a lead. */
export const t = textsOf(english);
