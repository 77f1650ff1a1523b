export { WhoWasToldPanel } from './who-was-told-panel.tsx';
