import { Link } from '@tanstack/react-router';
import { shared } from '../../ui/words/catalogue.ts';

/** The link back to all profiles. */
export function UpToProfiles() {
  return (
    <Link to="/presence/profiles" className="ll-link">
      {shared('title.businessProfiles')}
    </Link>
  );
}
