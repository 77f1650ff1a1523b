import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { formatRelative, readNow } from '../index.ts';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './forms.module.css';
import type { DraftControl } from './use-draft.ts';

/** Says that a draft was restored, and offers to discard it. */
export function DraftBanner({ draft, onDiscard }: { draft: DraftControl; onDiscard?: () => void }) {
  if (draft.restored === null) return null;
  const { at, moved } = draft.restored;
  const discard = () => {
    draft.discard();
    onDiscard?.();
  };
  return (
    <div className={classes.draft} role="status">
      <IconPencil size={17} stroke={1.8} aria-hidden />
      <span className={classes.draftText}>
        {t(moved.length > 0 ? 'draft.isBackOnOthers' : 'draft.isBack', { when: wordTyped(at) })}
      </span>
      <Button size="compact-sm" variant="default" onClick={discard}>
        {shared('action.discard')}
      </Button>
    </div>
  );
}

/** Drafts are dated by the browser's clock; a demo's clock may be ahead of it. */
function wordTyped(at: number): string {
  const ago = Math.max(0, Date.now() - at);
  return ago < 60_000
    ? t('draft.aMomentAgo')
    : formatRelative(new Date(readNow() - ago).toISOString(), readNow());
}
