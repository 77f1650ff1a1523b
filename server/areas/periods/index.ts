export { periodsArea } from './area.ts';
export { defaultPolicy } from './periods.rules.ts';
