import { Button, Menu } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconHome,
  IconHomeOff,
  IconLayoutList,
  IconPencil,
  IconPlus,
  IconRotate,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { SavedView } from '../../../../contract/leads/views.ts';
import { writeDefinition } from '../../../lead-query/definitions.ts';
import { deskQuery, viewsQuery } from '../../../lead-query/desk-data.ts';
import { defaultListState, writeAddress } from '../../../lead-query/list-state.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { useCommands } from '../../../ui/commands.ts';
import { t } from './catalogue.ts';
import { useViewActions, useViewHabits } from './use-view-actions.ts';
import classes from './views.module.css';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }));
const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.tsx')).RemoveDialog }));

type Asking = 'create' | 'rename' | 'remove';
const iconProps = { size: 16, 'aria-hidden': true } as const;

/** The name of the view that is open; opens others, and offers what can be done with this one. */
export function ViewMenu({ control }: { control: ListControl }) {
  const { view, state, look, isChanged } = control;
  const views = useQuery(viewsQuery);
  const navigate = useNavigate({ from: '/leads' });
  const actions = useViewActions(control);
  const [asking, setAsking] = useState<Asking>();
  useCommands([
    {
      id: 'list.save-view',
      of: 'list',
      label: t('menu.saveAs'),
      icon: IconPlus,
      run: () => setAsking('create'),
    },
  ]);
  const open = (viewId: string) => void navigate({ search: { view: viewId } });
  const openAll = () => void navigate({ search: writeAddress(defaultListState) });
  const mine = views.data?.filter((one) => one.owner !== null && one.mine) ?? [];
  const shared = views.data?.filter((one) => !mine.includes(one)) ?? [];
  const name = view?.name ?? t('menu.all');
  return (
    <>
      <Menu position="bottom-start" width={300} shadow="md">
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
          <ViewItem isOpen={view === undefined} onOpen={openAll}>
            {t('menu.all')}
          </ViewItem>
          {views.isError && <Menu.Label>{t('menu.failed')}</Menu.Label>}
          <ViewGroup label={t('menu.mine')} views={mine} current={view} onOpen={open} />
          <ViewGroup label={t('menu.shared')} views={shared} current={view} onOpen={open} />
          {view && (
            <ViewItems
              view={view}
              isChanged={isChanged}
              onSave={() => void actions.save(view)}
              onReset={() => void actions.reset(view, () => open(view.id))}
              onAsk={setAsking}
            />
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus {...iconProps} />} onClick={() => setAsking('create')}>
            {t('menu.saveAs')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {asking === 'create' && (
          <ViewDialog
            view={undefined}
            definition={writeDefinition(state, look)}
            onSaved={(saved) => {
              actions.adoptNew(saved);
              open(saved.id);
            }}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking === 'rename' && view && (
          <ViewDialog
            view={view}
            definition={writeDefinition(state, look)}
            onSaved={actions.adopt}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking === 'remove' && view && (
          <RemoveDialog
            view={view}
            onRemove={async () => {
              if (await actions.remove(view)) openAll();
            }}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Suspense>
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
          {nameOf(view)}
        </ViewItem>
      ))}
    </>
  );
}

/** The view's name; with its owner where others share it. */
function nameOf({ name, owner, mine }: SavedView): string {
  if (owner === null) return t('menu.byFormer', { name });
  return mine ? name : t('menu.by', { name, owner: owner.name });
}

interface ItemProps {
  isOpen: boolean;
  onOpen: () => void;
  marks?: ReactNode;
  children: string;
}

function ViewItem({ isOpen, onOpen, marks, children }: ItemProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={isOpen}
      leftSection={isOpen ? <IconCheck {...iconProps} /> : <IconLayoutList {...iconProps} />}
      rightSection={<span className={classes.marks}>{marks}</span>}
      onClick={onOpen}
    >
      <bdi>{children}</bdi>
    </Menu.Item>
  );
}

interface ActionsProps {
  view: SavedView;
  isChanged: boolean;
  onSave: () => void;
  onReset: () => void;
  onAsk: (asking: Asking) => void;
}

/** What can be done with the view that is open. */
function ViewItems({ view, isChanged, onSave, onReset, onAsk }: ActionsProps) {
  const habits = useViewHabits();
  const isFirst = useQuery(deskQuery).data?.defaultViewId === view.id;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('actions.label')}</Menu.Label>
      {isChanged && view.mine && (
        <Menu.Item leftSection={<IconDeviceFloppy {...iconProps} />} onClick={onSave}>
          {t('actions.save')}
        </Menu.Item>
      )}
      {isChanged && (
        <Menu.Item leftSection={<IconRotate {...iconProps} />} onClick={onReset}>
          {t('actions.reset')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={isFirst ? <IconHomeOff {...iconProps} /> : <IconHome {...iconProps} />}
        onClick={() => void habits.openFirst(isFirst ? null : view)}
      >
        {isFirst ? t('actions.noDefault') : t('actions.makeDefault')}
      </Menu.Item>
      <Menu.Item
        leftSection={view.followed ? <IconBellOff {...iconProps} /> : <IconBell {...iconProps} />}
        onClick={() => void habits.follow(view, !view.followed)}
      >
        {view.followed ? t('actions.unfollow') : t('actions.follow')}
      </Menu.Item>
      {view.mine && (
        <>
          <Menu.Item leftSection={<IconPencil {...iconProps} />} onClick={() => onAsk('rename')}>
            {t('actions.rename')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash {...iconProps} />} onClick={() => onAsk('remove')}>
            {t('actions.remove')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
