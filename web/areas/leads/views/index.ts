export { ViewBanners } from './view-banners.tsx';
export { ViewMenu } from './view-menu.tsx';
