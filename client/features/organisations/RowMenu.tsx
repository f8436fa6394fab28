import { IconButton } from '../../platform/ui/Button';
import { Menu, type MenuEntry } from '../../platform/ui/Menu';

interface RowMenuProps {
  /** Names the row too, since a page has many: 'What to do with Director of Homes'. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** What can be done with one row, out of the way until it is wanted. */
export function RowMenu({ label, entries }: RowMenuProps) {
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={<IconButton icon="more" size="sm" label={label} />}
      groups={[{ entries }]}
    />
  );
}
