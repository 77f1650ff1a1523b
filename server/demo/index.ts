export { demoPassword, demoPeople } from './cast.ts';
export { describeDemo } from './describe.ts';
export { loadDemo } from './load.ts';
