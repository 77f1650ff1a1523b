export { refreshActivities } from './activities-data.ts';
export { ActivitiesPanel } from './activities-panel.tsx';
export { askForActivity } from './ask-for-activity.ts';
