export { periodsArea } from './area.ts';
