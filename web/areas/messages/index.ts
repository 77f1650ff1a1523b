/** What other areas of the app take from messages. */
export { WhoWasToldPanel } from './who-was-told/who-was-told-panel.tsx';
