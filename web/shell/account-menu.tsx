import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconChevronDown,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '../../contract/identity.ts';
import { words } from '../../contract/words.ts';
import { explainError } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { signOut } from '../api/session.ts';
import classes from './shell.module.css';

const schemes: { value: MantineColorScheme; label: string; icon: typeof IconSun }[] = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
];

/** "Referrals admin (Berlin), Seller": the roles of the signed-in person. */
export function describeRoles(me: Me): string {
  const roles = me.grants.map((grant) =>
    grant.locationName ? `${words.role[grant.role]} (${grant.locationName})` : words.role[grant.role],
  );
  return [...new Set(roles)].join(', ') || 'No role';
}

export function AccountMenu() {
  const me = useMe();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={`Account of ${me.person.name}`}>
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
        <Menu.Item
          component={Link}
          to="/settings/profile"
          leftSection={<IconUserCircle size={16} aria-hidden />}
        >
          Your profile
        </Menu.Item>
        <SchemeItems />
        <Menu.Divider />
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
      <Menu.Label>Appearance</Menu.Label>
      {schemes.map(({ value, label, icon: SchemeIcon }) => (
        <Menu.RadioItem key={value} value={value} rightSection={<SchemeIcon size={16} aria-hidden />}>
          {label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function SignOutItem() {
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => signOut(client),
    onError: (error) => notifications.show({ color: 'red', message: explainError(error) }),
  });
  return (
    <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
      Sign out
    </Menu.Item>
  );
}
