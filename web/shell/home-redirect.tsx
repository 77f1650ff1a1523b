import { Navigate } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';

/** The start page is the list a person works with: their leads, or the ones they sent. */
export function HomeRedirect() {
  const { permissions } = useMe();
  const to = !permissions.readLeads && permissions.createLeads ? '/sent' : '/leads';
  return <Navigate to={to} replace />;
}
