export { vocabulariesArea } from './area.ts';
export { type KeptVocabularies, listVocabularies } from './vocabularies.repo.ts';
export {
  findValue,
  type KeptValue,
  labelIn,
  labelOfCode,
  stateOf,
  type Values,
} from './vocabularies.rules.ts';
