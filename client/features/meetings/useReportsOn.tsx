import { type ReactNode, useState } from 'react';
import type { MenuEntry } from '../../platform/ui/Menu';
import { type ReportsOn, ReportsOnDialog } from './ReportsOnDialog';

/** “Reports on…”, for a menu; and the dialog it opens. */
export function useReportsOn(about: ReportsOn): readonly [MenuEntry, ReactNode] {
  const [isOpen, setOpen] = useState(false);
  return [
    { id: 'reports-on', label: 'Reports on…', icon: 'target', onAction: () => setOpen(true) },
    isOpen && <ReportsOnDialog {...about} onClose={() => setOpen(false)} />,
  ];
}
