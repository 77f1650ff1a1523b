import { Skeleton } from '@mantine/core';
import type { AddressParams } from '../../../lead-query/list-state.ts';
import { Columns, Stack } from '../../../ui/content/index.ts';
import { Page, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './lead-details.module.css';
import { BackToList } from './lead-header.tsx';

const lines = (count: number) => Array.from({ length: count }, (_, index) => 45 + ((index * 23) % 40));

/** The page while its lead is loading, in its final size. */
export function LeadDetailsSkeleton({ params }: { params: AddressParams }) {
  return (
    <Page
      title={shared('title.lead')}
      heading={
        <>
          <span className="ll-visually-hidden">{t('page.loading')}</span>
          <Skeleton component="span" className={classes.skeletonTitle} height={24} width="16rem" my={2} />
        </>
      }
      up={<BackToList params={params} />}
      description={
        <Skeleton
          component="span"
          className={classes.skeletonTitle}
          height={20}
          mt={6}
          width="22rem"
          maw="100%"
        />
      }
    >
      <Stack aria-hidden>
        <Skeleton height={92} radius="md" />
        <Columns>
          <Stack>
            <PanelSkeleton rows={6} />
            <PanelSkeleton rows={4} />
          </Stack>
          <Stack>
            <PanelSkeleton rows={6} />
            <PanelSkeleton rows={3} />
          </Stack>
        </Columns>
      </Stack>
    </Page>
  );
}

function PanelSkeleton({ rows }: { rows: number }) {
  return (
    <Panel>
      <Skeleton height={16} width="9rem" mb={18} />
      {lines(rows).map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={index} height={14} width={`${width}%`} mb={12} />
      ))}
    </Panel>
  );
}
