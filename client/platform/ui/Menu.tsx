import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import './overlays.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly note?: string;
  /** The keys that do the same, shown at the end. */
  readonly keys?: string;
  readonly href?: string;
  /** What is at the address is a file to keep, not a page. */
  readonly isDownload?: boolean;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction?: () => void;
}

export interface MenuGroup {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={classes('menu-item', entry.isDanger === true && 'menu-item-danger')}
      isDisabled={entry.isDisabled === true}
      {...(entry.href === undefined ? {} : { href: entry.href })}
      {...(entry.isDownload === true ? { download: '' } : {})}
      {...(entry.onAction === undefined ? {} : { onAction: entry.onAction })}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {entry.icon !== undefined && <Icon name={entry.icon} />}
          <span className="option-words">
            <Text slot="label">{entry.label}</Text>
            {entry.note !== undefined && (
              <Text slot="description" className="option-note">
                {entry.note}
              </Text>
            )}
          </span>
          {entry.keys !== undefined && <kbd className="menu-item-keys">{entry.keys}</kbd>}
          {selectionMode !== 'none' && (
            <span className="option-tick">{isSelected && <Icon name="check" />}</span>
          )}
        </>
      )}
    </MenuItem>
  );
}

interface MenuProps {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Given, one entry of the menu is the chosen one and has a tick. */
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
  readonly placement?: 'bottom start' | 'bottom end';
}

export function Menu({ trigger, label, groups, selected, onSelect, placement = 'bottom start' }: MenuProps) {
  const choice =
    selected === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [selected], disallowEmptySelection: true };
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu className="menu" aria-label={label} {...choice} onAction={(key) => onSelect?.(String(key))}>
          {groups.map((group, at) => (
            <MenuSection
              key={group.title ?? group.entries[0]?.id ?? 'empty'}
              aria-label={group.title ?? label}
            >
              {at > 0 && <Separator className="menu-rule" />}
              {group.title !== undefined && <Header className="option-header">{group.title}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
