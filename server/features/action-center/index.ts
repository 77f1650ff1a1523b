export { registerActionCenterRoutes } from './action-center.routes.ts';
export { ActionCenterService } from './action-center.service.ts';
export { AnnouncementsService } from './announcements.service.ts';
export { insertNotifications, type NewNotification } from './notifications.repo.ts';
