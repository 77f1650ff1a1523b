import { Button } from '@mantine/core';
import { IconWorldUpload } from '@tabler/icons-react';
import { Remark } from '../../../ui/content/index.ts';
import { useControlKeys, withControl } from '../../../ui/control-keys.ts';
import { Buttons } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import classes from '../editor.module.css';
import { PageLinks } from '../profile-card.tsx';
import { nameLocation } from '../profile-words.ts';
import { usePublishing } from '../use-deeds.ts';
import { FindingList } from './finding-list.tsx';
import { MoreMenu } from './more-menu.tsx';
import { ReviewSummary } from './review-summary.tsx';

const publishKeys = withControl('Enter');

/** What customers will see, what is to be mended, and publishing (BP-14). */
export function ReviewStep() {
  const { profile, conflicts, locations } = useEditing();
  const { publish } = usePublishing();
  const { state, hasChanges, problems, hints } = profile;
  const isUpToDate = state === 'published' && !hasChanges;
  const mayPublish = problems.length === 0 && conflicts.length === 0 && !isUpToDate && !publish.isPending;
  useControlKeys(publishKeys, () => {
    if (mayPublish) publish.mutate();
  });
  const pages = locations.flatMap((location) =>
    location.address === null ? [] : [{ name: nameLocation(location), address: location.address }],
  );
  return (
    <>
      <div className="ll-apart">
        <Buttons>
          <Button
            leftSection={<IconWorldUpload size={17} aria-hidden />}
            loading={publish.isPending}
            disabled={!mayPublish && !publish.isPending}
            aria-keyshortcuts={publishKeys.aria}
            title={publishKeys.shown}
            onClick={() => publish.mutate()}
          >
            {state === 'published' ? t('review.publishChanges') : t('review.publish')}
          </Button>
          <MoreMenu />
        </Buttons>
      </div>
      <p role="status" className={classes.standing}>
        {wordStanding(problems.length, conflicts.length, isUpToDate)}
      </p>
      {state === 'published' && pages.length > 0 && (
        <section aria-label={t('list.pages')}>
          <h3 className="ll-subtitle">{t('list.pages')}</h3>
          <PageLinks pages={pages} />
        </section>
      )}
      {profile.unavailableUntil !== null && <Remark tone="attention">{t('review.away')}</Remark>}
      <FindingList title={t('review.problems')} findings={problems} tone="problem" />
      <FindingList title={t('review.hints')} findings={hints} tone="hint" />
      <ReviewSummary />
    </>
  );
}

function wordStanding(problems: number, conflicts: number, isUpToDate: boolean): string {
  if (conflicts > 0) return t('review.choose');
  if (isUpToDate) return t('review.upToDate');
  return t(problems === 0 ? 'review.ready' : 'review.notReady');
}
