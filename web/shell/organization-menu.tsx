import { Menu, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuilding, IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { explainError } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { switchOrganization } from '../api/session.ts';
import { t } from './catalogue.ts';
import { goHome } from './go-home.ts';
import classes from './shell.module.css';

/** Which organization you work in; a menu when you belong to several. */
export function OrganizationMenu() {
  const { organization, organizations } = useMe();
  const client = useQueryClient();
  const router = useRouter();
  const change = useMutation({
    mutationFn: async (id: string) => {
      if (await goHome(router)) await switchOrganization(client, id);
    },
    onError: (error) => notifications.show({ color: 'red', message: explainError(error) }),
  });

  if (organizations.length < 2) {
    return (
      <span className={classes.organization} data-plain title={t('organization.yours')}>
        <IconBuilding size={16} aria-hidden />
        <span className="ll-truncate">{organization.name}</span>
      </span>
    );
  }
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton
          className={classes.organization}
          aria-label={t('organization.change', { name: organization.name })}
        >
          <IconBuilding size={16} aria-hidden />
          <span className="ll-truncate">{organization.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={organization.id}
          onChange={(id) => id !== organization.id && change.mutate(id)}
        >
          <Menu.Label>{t('organization.workIn')}</Menu.Label>
          {organizations.map((one) => (
            <Menu.RadioItem key={one.id} value={one.id} closeMenuOnClick>
              {one.name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
