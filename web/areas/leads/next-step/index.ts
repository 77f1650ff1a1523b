export { askForStep } from './ask-for-step.ts';
export { NextStepPanel } from './next-step-panel.tsx';
export { StepBriefly } from './step-line.tsx';
