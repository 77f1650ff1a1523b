export { LeadPresenceLine } from './presence-line.tsx';
