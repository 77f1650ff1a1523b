import { textsOf } from '../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** What several folders say in the same words. Names of fields are in the words of the contract. */
export const shared = textsOf(english);
