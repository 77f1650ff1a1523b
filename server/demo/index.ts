export { demoPassword, demoPeople } from './cast.ts';
export { refuseOtherHosts, registerDemoPeople } from './demo.routes.ts';
export { describeDemo } from './describe.ts';
export { loadDemo } from './load.ts';
