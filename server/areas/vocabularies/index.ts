export { vocabulariesArea } from './area.ts';
