import { Navigate } from '@tanstack/react-router';
import type { Me } from '../../contract/identity/identity.ts';
import { useMe } from '../api/me.ts';

/** The page that a person works with most, according to their roles; for people who work on leads, the list. */
export function findHome({ permissions }: Pick<Me, 'permissions'>): string {
  if (permissions.readLeads) return '/leads';
  if (permissions.createLeads) return '/sent';
  if (permissions.managePeople) return '/settings/people';
  return '/leads';
}

/** Redirects from the root to the first page that the person may see. */
export function HomeRedirect() {
  return <Navigate to={findHome(useMe())} replace />;
}
