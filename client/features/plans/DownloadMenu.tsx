import { Button } from '../../platform/ui/Button';
import { Menu, type MenuEntry } from '../../platform/ui/Menu';

const FILES = [
  {
    file: 'plan.xlsx',
    label: 'The plan as a workbook',
    note: 'Actions, risks and cross-references, for Excel',
  },
  { file: 'actions.csv', label: 'Actions as CSV' },
  { file: 'risks.csv', label: 'Risks as CSV' },
  { file: 'cross-references.csv', label: 'Cross-references as CSV' },
] as const;

/** The plan as files to keep: what is in them is what the reader sees. */
export function DownloadMenu({ planId }: { readonly planId: string }) {
  const entries: MenuEntry[] = FILES.map(({ file, ...words }) => ({
    ...words,
    id: file,
    href: `/exports/plans/${planId}/${file}`,
    isDownload: true,
  }));
  return (
    <Menu
      label="Download the plan"
      placement="bottom end"
      trigger={<Button icon="arrow-down">Download</Button>}
      groups={[{ entries }]}
    />
  );
}
