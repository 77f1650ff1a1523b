import { Button, Menu } from '@mantine/core';
import { IconBell, IconCheck, IconChevronDown, IconHome, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { SavedView } from '../../../../contract/leads/views.ts';
import { onViewsAsked } from '../../../lead-query/ask-for-views.ts';
import { deskQuery, viewsQuery } from '../../../lead-query/desk-data.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { groupViews, nameOfView } from '../../../lead-query/view-names.ts';
import { t } from './catalogue.ts';
import { useOpenView } from './use-open-view.ts';
import { useViewCommands } from './view-commands.ts';
import { type Asking, useViewDeeds, type ViewDeed } from './view-deeds.ts';
import { ViewDialogs } from './view-dialogs.tsx';
import classes from './views.module.css';

const iconProps = { size: 16, 'aria-hidden': true } as const;

/** The name of the view that is open; opens others, and offers what can be done with this one. */
export function ViewMenu({ control }: { control: ListControl }) {
  const { view, restoring } = control;
  const views = useQuery(viewsQuery);
  const { open, openAll } = useOpenView();
  const [asking, setAsking] = useState<Asking>();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onViewsAsked(() => setOpen(true)), []);
  const deeds = useViewDeeds(control, setAsking);
  useViewCommands({ deeds, onCreate: () => setAsking('create'), onAll: view && openAll });
  const { mine, shared } = groupViews(views.data ?? []);
  const name = view?.name ?? t('menu.all');
  return (
    <>
      <Menu position="bottom-start" width={300} shadow="md" opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-md"
            className={classes.target}
            rightSection={<IconChevronDown {...iconProps} />}
            aria-label={t('menu.label', { name })}
          >
            <bdi>{name}</bdi>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <ViewItem id="all" isOpen={view === undefined} onOpen={openAll}>
            {t('menu.all')}
          </ViewItem>
          {views.isError && <Menu.Label>{t('menu.failed')}</Menu.Label>}
          <ViewGroup label={t('menu.mine')} views={mine} current={view} onOpen={open} />
          <ViewGroup label={t('menu.shared')} views={shared} current={view} onOpen={open} />
          {deeds.length > 0 && <DeedItems deeds={deeds} />}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus {...iconProps} />} onClick={() => setAsking('create')}>
            {t('menu.saveAs')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {/* The focus stays where it is when another view opens: this says which. */}
      <span className="ll-visually-hidden" role="status">
        {restoring ? '' : t('menu.label', { name })}
      </span>
      <ViewDialogs asking={asking} control={control} onClose={() => setAsking(undefined)} />
    </>
  );
}

interface GroupProps {
  label: string;
  views: readonly SavedView[];
  current: SavedView | undefined;
  onOpen: (viewId: string) => void;
}

function ViewGroup({ label, views, current, onOpen }: GroupProps) {
  const first = useQuery(deskQuery).data?.defaultViewId;
  if (views.length === 0) return null;
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {views.map((view) => (
        <ViewItem
          key={view.id}
          id={view.id}
          isOpen={view.id === current?.id}
          onOpen={() => onOpen(view.id)}
          marks={
            <>
              {view.layer && <span className={classes.mark}>{t('menu.changed')}</span>}
              {view.id === first && <IconHome size={14} aria-label={t('menu.isDefault')} />}
              {view.followed && <IconBell size={14} aria-label={t('menu.followed')} />}
            </>
          }
        >
          {nameOfView(view)}
        </ViewItem>
      ))}
    </>
  );
}

interface ItemProps {
  id: string;
  isOpen: boolean;
  onOpen: () => void;
  marks?: ReactNode;
  children: string;
}

function ViewItem({ id, isOpen, onOpen, marks, children }: ItemProps) {
  return (
    <Menu.RadioItem
      value={id}
      checked={isOpen}
      checkIcon={<IconCheck {...iconProps} />}
      closeMenuOnClick
      rightSection={<span className={classes.marks}>{marks}</span>}
      // Also for the one that is open: that brings back what it shows.
      onClick={onOpen}
    >
      <bdi>{children}</bdi>
    </Menu.RadioItem>
  );
}

/** What can be done with the view that is open. */
function DeedItems({ deeds }: { deeds: readonly ViewDeed[] }) {
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('actions.label')}</Menu.Label>
      {deeds.map(({ id, label, icon: Icon, isDanger, run }) => (
        <Menu.Item
          key={id}
          className={isDanger && 'll-danger-item'}
          leftSection={<Icon {...iconProps} />}
          onClick={run}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
