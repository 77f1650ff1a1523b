import { roleWords } from '../../../contract/identity/role-words.ts';
import { sentencesOf } from '../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** What this folder says when it refuses something. */
export const sentence = sentencesOf('server/areas/identity', english);

/** The name of a role. */
export const roleName = sentencesOf('contract/identity/role-words', roleWords);
