import { useMantineColorScheme } from '@mantine/core';
import { IconBell, IconKeyboard, IconLayoutList, IconList, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { viewsQuery } from '../../lead-query/desk-data.ts';
import { useListName } from '../../lead-query/list-name.ts';
import { defaultListState, writeAddress } from '../../lead-query/list-state.ts';
import { listSections } from '../../settings/settings-sections.ts';
import { useAnnouncedCommands } from '../../ui/commands.ts';
import { appLanguage, customerLabel, formatNumber } from '../../ui/format.ts';
import { askForKeyboardHelp } from '../../ui/shortcuts.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { schemes } from '../schemes.ts';
import { searchOf, usePlaces } from '../use-places.ts';
import { t } from './catalogue.ts';
import { type Choice, placeOf } from './choices.ts';
import { type Hit, type LeadHits, leadChoiceId } from './lead-hits.ts';

/** Everything that can be chosen now, apart from leads: what is announced, and where the person may go. */
export function useOwnChoices(): Choice[] {
  const announced = useAnnouncedCommands().map(
    ({ of, ...command }): Choice => ({ ...command, id: `do:${command.id}`, group: of }),
  );
  return [
    ...announced,
    ...useViewChoices(),
    ...usePageChoices(),
    ...useSettingsChoices(),
    ...useAppChoices(),
  ];
}

function useViewChoices(): Choice[] {
  const navigate = useNavigate();
  const { readLeads } = useMe().permissions;
  const views = useQuery({ ...viewsQuery, enabled: readLeads }).data ?? [];
  return views.map(({ id, name, mine, owner }) => ({
    id: `view:${id}`,
    group: 'views',
    label: name,
    detail: mine || owner === null ? undefined : t('sharedBy', { name: owner.name }),
    icon: IconLayoutList,
    run: () => void navigate({ to: '/leads', search: { view: id } }),
  }));
}

function usePageChoices(): Choice[] {
  const navigate = useNavigate();
  const pages = usePlaces()
    .flatMap(({ entries }) => entries)
    // Sections of the settings have a group of their own.
    .filter(({ to }) => !to.startsWith('/settings/'))
    .map(
      ({ to, tab, label, icon }): Choice => ({
        id: `page:${to}${tab ? `?${tab}` : ''}`,
        group: 'pages',
        label: tab ? `${shared('title.leads')}: ${label}` : label,
        icon,
        run: () => void navigate({ to, search: searchOf({ tab }) }),
      }),
    );
  const center: Choice = {
    id: 'page:/actions',
    group: 'pages',
    label: shared('title.actionCenter'),
    icon: IconBell,
    run: () => void navigate({ to: '/actions' }),
  };
  return [...pages, center];
}

function useSettingsChoices(): Choice[] {
  const navigate = useNavigate();
  const { permissions } = useMe();
  return listSections(permissions).map(({ key }) => ({
    id: `settings:${key}`,
    group: 'settings',
    label: shared(`section.${key}`),
    icon: IconSettings,
    run: () => void navigate({ to: '/settings/$section', params: { section: key } }),
  }));
}

function useAppChoices(): Choice[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const looks = schemes
    .filter(({ scheme }) => scheme !== colorScheme)
    .map(
      ({ scheme, icon }): Choice => ({
        id: `do:scheme.${scheme}`,
        group: 'app',
        label: t(`scheme.${scheme}`),
        icon,
        run: () => setColorScheme(scheme),
      }),
    );
  const help: Choice = {
    id: 'do:help',
    group: 'app',
    label: shared('title.keyboardShortcuts'),
    icon: IconKeyboard,
    keys: '?',
    run: askForKeyboardHelp,
  };
  return [...looks, help];
}

/** Found leads as choices, by where they were found; after them, the whole list of each tab that has more. */
export function useLeadChoices(): (found: LeadHits['tabs'], term: string) => Choice[] {
  const navigate = useNavigate();
  const { tabs: names } = useListName();
  const toChoice = useHitChoice();
  return (found, term) => {
    const hits = found.flatMap((tab) => tab.hits.map(toChoice));
    const lists = found
      .filter(({ total }) => total > 0)
      .map(
        ({ tab, total }): Choice => ({
          id: `found:${tab}`,
          group: 'all',
          label: t('showAll', { count: total, shown: formatNumber(total, appLanguage), list: names[tab] }),
          icon: IconList,
          run: () =>
            void navigate({
              to: '/leads',
              // A private term stays out of the address: it carries a key to it (DP-2).
              search: writeAddress({ ...defaultListState, tab, search: term.trim() }),
            }),
        }),
      );
    return [...hits, ...lists];
  };
}

/** A lead as a choice that opens it. */
export function useHitChoice(): (hit: Hit) => Choice {
  const navigate = useNavigate();
  return (hit) => ({
    id: leadChoiceId(hit),
    group: placeOf(hit.lead),
    label: customerLabel(hit.lead),
    lead: hit.lead,
    run: () => void navigate({ to: '/leads/$leadId', params: { leadId: hit.lead.id }, search: {} }),
  });
}
