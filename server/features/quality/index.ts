export { seniorityOf } from './model/title-seniority.ts';
export { qualityJobs, trainingSchedule } from './quality.jobs.ts';
export { registerQualityRoutes } from './quality.routes.ts';
export { RatingService } from './rating.service.ts';
export { type Train, TrainingService, trainFromDatabase } from './training.service.ts';
