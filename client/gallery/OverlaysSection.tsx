import { useState } from 'react';
import { Button, IconButton } from '../platform/ui/Button';
import { ConflictDialog } from '../platform/ui/ConflictDialog';
import { ConfirmDialog, Dialog } from '../platform/ui/Dialog';
import { Menu } from '../platform/ui/Menu';
import { Popover } from '../platform/ui/Popover';
import { StatusPill } from '../platform/ui/StatusPill';
import { Tabs } from '../platform/ui/Tabs';
import { TextArea } from '../platform/ui/TextField';
import { showToast } from '../platform/ui/toasts';

type Open = 'dialog' | 'confirm' | 'conflict' | null;

function Modals() {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
      <Button onPress={() => setOpen('confirm')}>Open a confirmation</Button>
      <Button onPress={() => setOpen('conflict')}>Open a conflict</Button>
      <Dialog
        isOpen={open === 'dialog'}
        title="Ask for a new date"
        lead="WS2 B12, now due in September 2018"
        onClose={close}
        actions={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button look="primary" onPress={close}>
              Ask the sponsor
            </Button>
          </>
        }
      >
        <TextArea label="Why" description="The sponsor and the board see this" />
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        title="Archive this action?"
        confirm="Archive the action"
        isDanger
        onConfirm={close}
        onClose={close}
      >
        <p>It can be restored. Three other actions depend on it and their owners will be told.</p>
      </ConfirmDialog>
      <ConflictDialog
        isOpen={open === 'conflict'}
        item="WS2 B12"
        theirsBy="J. Hughes, Eden District Council, 2 minutes ago"
        fields={[
          {
            name: 'title',
            label: 'Title',
            base: 'Recruitment hub',
            theirs: 'Recruitment hub for the whole system',
            yours: 'Recruitment hub for north and south, with one website and one point of contact',
          },
          {
            name: 'status',
            label: 'Status',
            base: <StatusPill status="GREEN" />,
            theirs: <StatusPill status="AMBER" />,
            yours: <StatusPill status="RED" />,
          },
        ]}
        onResolve={close}
        onBack={close}
      />
    </>
  );
}

export function OverlaysSection() {
  return (
    <section className="gallery-section">
      <h2>Overlays</h2>
      <div className="gallery-row">
        <Modals />
        <Menu
          label="Action"
          trigger={<Button icon="more">Menu</Button>}
          groups={[
            {
              entries: [
                { id: 'edit', label: 'Edit', icon: 'edit', keys: 'E' },
                { id: 'link', label: 'Cross-reference', icon: 'link', note: 'To an action, risk or measure' },
              ],
            },
            { entries: [{ id: 'archive', label: 'Archive', icon: 'archive', isDanger: true }] },
          ]}
        />
        <Popover label="What Amber means" trigger={<IconButton icon="info" label="What Amber means" />}>
          <p>Planned but not begun, or barriers identified.</p>
        </Popover>
        <Button
          onPress={() =>
            showToast({
              tone: 'success',
              message: 'WS2 B12 is archived',
              action: { label: 'Undo', run: () => showToast({ message: 'WS2 B12 is back' }) },
            })
          }
        >
          Show a toast
        </Button>
        <Button
          onPress={() =>
            showToast({ tone: 'danger', message: 'The date could not be saved. It is still in the form.' })
          }
        >
          Show an error toast
        </Button>
      </div>
      <Tabs
        label="Parts of the action"
        tabs={[
          {
            id: 'progress',
            label: 'Progress',
            count: 4,
            panel: <p>Four updates from three organisations.</p>,
          },
          { id: 'links', label: 'Cross-references', count: 12, panel: <p>Twelve cross-references.</p> },
          { id: 'history', label: 'History', panel: <p>Everything that was ever changed.</p> },
        ]}
      />
    </section>
  );
}
