/** What other areas of the app use from messages. */
export { WhoWasToldPanel } from './who-was-told/who-was-told-panel.tsx';
