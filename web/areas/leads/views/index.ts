export { ViewMenu } from './view-menu.tsx';
export { ViewNotices } from './view-notices.tsx';
