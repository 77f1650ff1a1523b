import type { SavedView } from '../../contract/leads/views.ts';
import { t } from './catalogue.ts';

/** The view's name; with its owner where others share it. */
export function nameOfView({ name, owner, mine }: Pick<SavedView, 'name' | 'owner' | 'mine'>): string {
  if (owner === null) return t('view.byFormer', { name });
  return mine ? name : t('view.by', { name, owner: owner.name });
}

/** The person's own views, and those that others share; each in the order they came in. */
export function groupViews(views: readonly SavedView[]): { mine: SavedView[]; shared: SavedView[] } {
  const isOwn = ({ owner, mine }: SavedView) => owner !== null && mine;
  return { mine: views.filter(isOwn), shared: views.filter((one) => !isOwn(one)) };
}
