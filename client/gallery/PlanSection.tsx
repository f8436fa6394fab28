import { useMemo, useState } from 'react';
import { formatCount } from '../platform/format/counts';
import { Button } from '../platform/ui/Button';
import { Drawer } from '../platform/ui/Drawer';
import { EditInPlaceText } from '../platform/ui/EditInPlaceText';
import { KeyValueList } from '../platform/ui/KeyValueList';
import { PresenceStack } from '../platform/ui/PresenceStack';
import { StatusBar } from '../platform/ui/StatusBar';
import { StatusPill } from '../platform/ui/StatusPill';
import { SearchField } from '../platform/ui/TextField';
import { TreeGrid } from '../platform/ui/TreeGrid';
import { flattenTree } from '../platform/ui/treeRows';
import { PLAN_COLUMNS } from './planColumns';
import { SAMPLE_PLAN } from './sample';

export function PlanSection() {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(['WS1 A', 'WS1 A1']));
  const [openId, setOpenId] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      flattenTree({
        roots: SAMPLE_PLAN,
        idOf: (action) => action.id,
        childrenOf: (action) => action.children,
        isExpanded: (id) => expanded.has(id),
      }),
    [expanded],
  );
  const toggle = (id: string, isExpanded: boolean): void =>
    setExpanded((before) => {
      const next = new Set(before);
      if (isExpanded) next.add(id);
      else next.delete(id);
      return next;
    });
  const expandAll = (): void =>
    setExpanded(new Set(SAMPLE_PLAN.flatMap((top) => [top.id, ...top.children.map((child) => child.id)])));
  const open = rows.find((row) => row.id === openId)?.item;
  return (
    <>
      <StatusBar
        label="Actions of this plan"
        counts={{ RED: 11, AMBER: 14, GREEN: 62, BLUE: 38, NOT_YET_RATED: 15 }}
      />
      <div className="gallery-section">
        <div className="gallery-tree-bar">
          <h2>Actions</h2>
          <div className="gallery-row">
            <PresenceStack
              people={[
                { id: '1', name: 'Jon Hughes' },
                { id: '2', name: 'Meera Patel' },
              ]}
            />
            <SearchField label="Find an action" placeholder="Find an action" />
            <Button onPress={expandAll}>Expand all</Button>
            <span className="quiet">{formatCount(rows.length, 'row')}</span>
          </div>
        </div>
        <div className="gallery-tree">
          <TreeGrid
            label="Actions"
            rows={rows}
            columns={PLAN_COLUMNS}
            onToggle={toggle}
            onOpen={(row) => setOpenId(row.id)}
            openId={openId ?? 'WS1 A1.2'}
          />
        </div>
      </div>
      <Drawer
        isOpen={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open?.title ?? ''}
        lead={open && `${open.reference}, led by ${open.lead}`}
        actions={
          <>
            <Button>Ask for a new date</Button>
            <Button look="primary">Report progress</Button>
          </>
        }
      >
        {open && (
          <>
            <PresenceStack people={[{ id: '1', name: 'Aisha Khan' }]} />
            <KeyValueList
              items={[
                { name: 'Status', value: <StatusPill status={open.status} /> },
                { name: 'Due', value: open.due },
                { name: 'Lead', value: open.lead },
                {
                  name: 'Outcome',
                  value: (
                    <EditInPlaceText
                      label="Expected outcome"
                      value="One list that every partner works from"
                      isMultiline
                      onSave={async () => undefined}
                    />
                  ),
                },
                { name: 'Signed off', value: null },
              ]}
            />
            <p className="narrative">
              Detailed review of the Cumbria Digital Roadmap undertaken collectively by all partner
              organisations and progress assessment completed. Previous organisational level digital maturity
              assessments have been undertaken, and therefore it has been concluded that further assessment is
              not required at this time.
            </p>
          </>
        )}
      </Drawer>
    </>
  );
}
