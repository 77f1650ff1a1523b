import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../lead-query/remembered.ts';
import classes from '../../../ui/notice.module.css';
import { Notice } from '../../../ui/notice.tsx';

/** What to keep in mind with leads of people nobody has met; shown until the person has read it once. */
export function Considerations() {
  const key = personalKey(useMe(), 'considerations');
  const [isRead, setRead] = useState(() => recall(key) === true);
  if (isRead) return null;
  return (
    <Notice tone="quiet" icon={<IconShieldCheck size={20} stroke={1.8} />} title="Before you get in touch">
      <div className={classes.action}>
        <span>
          Nobody has verified who this customer is, and passing on their lead isn’t an endorsement. Checks and
          ratings are only hints. Watch out for fraud before you share data, send goods or money, or open
          links.
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            remember(key, true);
            setRead(true);
          }}
        >
          Got it
        </Button>
      </div>
    </Notice>
  );
}
