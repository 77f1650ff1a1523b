import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '../../contract/identity/identity.ts';
import { roleWords } from '../../contract/identity/role-words.ts';
import { appLanguage, type Language, ownNameOf } from '../../contract/languages/languages.ts';
import { languages } from '../../contract/languages/lists.ts';
import { adoptAnswer } from '../api/adopt-answer.ts';
import { explainError, request } from '../api/client.ts';
import { drafts } from '../api/drafts.ts';
import { changeLanguage, localeIn } from '../api/language.ts';
import { useMe } from '../api/me.ts';
import { queryKeys } from '../api/queries.ts';
import { signOut } from '../api/session.ts';
import { ownSectionIcons } from '../settings/own-section-icons.ts';
import { listSections } from '../settings/settings-sections.ts';
import { useCommands } from '../ui/commands.ts';
import { useLoadWhenIdle } from '../ui/late-code.ts';
import { later } from '../ui/later.tsx';
import { shared } from '../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { schemes } from './schemes.ts';
import classes from './shell.module.css';

const DraftsQuestion = later(() => import('./drafts-question.tsx'), 'DraftsQuestion');

/** "Referrals admin (Berlin), Seller": the roles of the signed-in person. */
export function describeRoles(me: Me): string {
  const roles = me.grants.map((grant) =>
    grant.locationName
      ? t('account.role', { role: roleWords[grant.role], location: grant.locationName })
      : roleWords[grant.role],
  );
  return [...new Set(roles)].join(', ') || t('account.noRole');
}

/** The menu of the signed-in person; signing out asks about drafts first. */
export function AccountMenu() {
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const leave = useSignOut();
  useLoadWhenIdle(DraftsQuestion.load);
  const signOut = () => {
    if (drafts.list(me.person.id).length > 0) setAsking(true);
    else leave.mutate(false);
  };
  useCommands([
    { id: 'sign-out', of: 'app', label: shared('action.signOut'), icon: IconLogout, run: signOut },
  ]);
  return (
    <>
      <PersonMenu onSignOut={signOut} />
      {asking && (
        <DraftsQuestion
          count={drafts.list(me.person.id).length}
          pending={leave.isPending}
          onAnswer={(keepDrafts) => leave.mutate(keepDrafts)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keepDrafts: boolean) => signOut(client, { keepDrafts }),
    onError: (error) => notifications.show({ color: 'red', message: explainError(error) }),
  });
}

function PersonMenu({ onSignOut }: { onSignOut: () => void }) {
  const me = useMe();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('account.menu', { name: me.person.name })}>
          <IconUserCircle size={20} stroke={1.7} aria-hidden />
          <span className={`${classes.accountName} ll-truncate`}>{me.person.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.accountHead}>
          <strong>{me.person.name}</strong>
          <span className="ll-muted">{me.person.email}</span>
          <span>{describeRoles(me)}</span>
          <span className="ll-muted">{me.organization.name}</span>
        </Menu.Label>
        <Menu.Divider />
        <OwnSettings />
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          {shared('action.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is set for oneself, apart from the settings of the organization. */
function OwnSettings() {
  return listSections(useMe().permissions).flatMap((section) => {
    if (section.of !== 'person') return [];
    const { key } = section;
    const SectionIcon = ownSectionIcons[key];
    return (
      <Menu.Item
        key={key}
        component={Link}
        to={`/settings/${key}`}
        leftSection={<SectionIcon size={16} aria-hidden />}
      >
        {key === 'profile' ? t('account.profile') : shared(`section.${key}`)}
      </Menu.Item>
    );
  });
}

/** The language of the app, which is that of the person's profile: emails come in it as well. */
function LanguageItems() {
  const { person } = useMe();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: async (language: Language) => {
      const body = { locale: localeIn(language, person.locale) };
      await adoptAnswer(client, queryKeys.me, await request('PATCH /api/v1/me', { body }));
      changeLanguage(language);
    },
    onError: (error) => notifications.show({ color: 'red', message: explainError(error) }),
  });
  return (
    <Menu.RadioGroup value={appLanguage} onChange={(value) => change.mutate(value as Language)}>
      <Menu.Label>{shared('language')}</Menu.Label>
      {languages.map((language) => (
        <Menu.RadioItem key={language} value={language} lang={language}>
          {ownNameOf(language)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
      <Menu.Label>{t('account.appearance')}</Menu.Label>
      {schemes.map(({ scheme, icon: SchemeIcon }) => (
        <Menu.RadioItem key={scheme} value={scheme} rightSection={<SchemeIcon size={16} aria-hidden />}>
          {t(`account.${scheme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
