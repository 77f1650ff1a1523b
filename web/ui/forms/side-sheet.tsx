import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../return-focus.ts';
import { shared } from '../words/catalogue.ts';
import classes from './side-sheet.module.css';

interface SideSheetProps {
  title: ReactNode;
  /** Below the title: what the sheet is about. */
  about?: string | undefined;
  /** Its width, on screens that are wider. */
  size?: string;
  closeOnClickOutside?: boolean;
  classNames?: { body?: string | undefined; title?: string | undefined };
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog at the side of the page, open as long as it is rendered; what it is about stays in view. The focus returns as
 * with every dialog.
 */
export function SideSheet({ title, about, size = '36rem', classNames, children, ...root }: SideSheetProps) {
  useReturnFocus();
  return (
    <Drawer.Root
      opened
      position="right"
      size={size}
      transitionProps={{ duration: 120 }}
      returnFocus={false}
      classNames={{ content: classes.sheet }}
      {...root}
    >
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        {/* A header inside of a dialog would count as a second banner of the page. */}
        <Drawer.Header role="presentation">
          <Drawer.Title className={classNames?.title}>
            {title}
            {about && <bdi className={classes.about}>{about}</bdi>}
          </Drawer.Title>
          <Drawer.CloseButton aria-label={shared('action.close')} />
        </Drawer.Header>
        <Drawer.Body className={`${classes.body} ${classNames?.body ?? ''}`}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
