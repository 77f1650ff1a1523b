export { vocabulariesArea } from './area.ts';
export { listVocabularies } from './vocabularies.repo.ts';
export { findValue, type KeptValue, labelIn, type Values } from './vocabularies.rules.ts';
