import { useState } from 'react';
import { Button, IconButton, LinkButton } from '../platform/ui/Button';
import { Checkbox, Switch } from '../platform/ui/Checkbox';
import { EditInPlaceSelect } from '../platform/ui/EditInPlaceSelect';
import { EditInPlaceText } from '../platform/ui/EditInPlaceText';
import { FileDrop } from '../platform/ui/FileDrop';
import { ComboBox, Select } from '../platform/ui/Select';
import { StatusPill } from '../platform/ui/StatusPill';
import { SearchField, TextArea, TextField } from '../platform/ui/TextField';
import { showToast } from '../platform/ui/toasts';
import { STATUS_OPTIONS } from './planColumns';

const ORGANISATIONS = [
  { id: 'ccc', label: 'Cumbria County Council', note: 'CCC' },
  { id: 'ncuh', label: 'North Cumbria University Hospitals', note: 'NCUHT' },
  { id: 'eden', label: 'Eden District Council' },
  { id: 'pcc', label: 'Police and Crime Commissioner', isDisabled: true },
];

const refuse = async (): Promise<void> => {
  throw new Error('Only the lead organisation can rename this action');
};

function Buttons() {
  return (
    <div className="gallery-row">
      <Button look="primary">Adopt the plan</Button>
      <Button>Cancel</Button>
      <Button look="quiet" icon="filter">
        Filter
      </Button>
      <Button look="danger" icon="archive">
        Archive
      </Button>
      <Button look="primary" isPending>
        Saving
      </Button>
      <Button look="primary" isDisabled>
        Not yet
      </Button>
      <Button isDisabled>Not yet</Button>
      <Button size="sm">Small</Button>
      <LinkButton href="/plans" icon="plan">
        A link
      </LinkButton>
      <IconButton icon="edit" label="Edit" />
      <IconButton icon="more" label="More" look="secondary" />
      <IconButton icon="history" label="History" isDisabled />
    </div>
  );
}

function Fields() {
  const [organisation, setOrganisation] = useState<string | null>('ccc');
  const [lead, setLead] = useState<string | null>('eden');
  return (
    <div className="gallery-grid">
      <TextField label="Title" defaultValue="Recruitment hub" description="As it reads in the plan" />
      <TextField
        label="Reference"
        error="Another action of this workstream is already B4"
        defaultValue="B4"
      />
      <TextField label="Adopted on" isDisabled defaultValue="30 Apr 2018" />
      <TextField label="Purpose" isOptional placeholder="What it is for" />
      <Select label="Organisation" options={ORGANISATIONS} value={organisation} onChange={setOrganisation} />
      <Select
        label="Status"
        options={STATUS_OPTIONS}
        value={null}
        onChange={() => undefined}
        error="Choose a status"
      />
      <ComboBox
        label="Lead"
        options={ORGANISATIONS}
        value={lead}
        onChange={setLead}
        placeholder="Type a name"
      />
      <SearchField label="Search the plan" isLabelHidden={false} defaultValue="WS2 B12" />
      <TextArea
        label="Progress this month"
        description="Others read this under your organisation’s name"
        defaultValue="Workshop took place on 5 October with all partners present."
      />
      <div className="field">
        <Checkbox defaultSelected>Show completed actions</Checkbox>
        <Checkbox>Show archived</Checkbox>
        <Checkbox isIndeterminate>Some of them</Checkbox>
        <Checkbox isDisabled>Not available</Checkbox>
        <Switch defaultSelected>Announce live changes</Switch>
        <Switch>Pause live changes</Switch>
        <Switch isDisabled>Not available</Switch>
      </div>
      <FileDrop
        label="Drop a workbook here"
        note="Excel or CSV, up to 10 MB"
        accept={['.xlsx', '.csv']}
        onFiles={(files) => showToast({ message: `Read ${files.map((file) => file.name).join(', ')}` })}
      />
    </div>
  );
}

function InPlace() {
  const [title, setTitle] = useState('Recruitment hub for the whole system');
  const [status, setStatus] = useState('AMBER');
  return (
    <div className="gallery-grid">
      <EditInPlaceText label="Title" value={title} onSave={async (next) => setTitle(next)} />
      <EditInPlaceText label="Title that is refused" value="Refuses to be renamed" onSave={refuse} />
      <EditInPlaceText label="Outcome" value="" onSave={async () => undefined} />
      <EditInPlaceText label="Fixed" value="Cannot be edited" canEdit={false} onSave={refuse} />
      <EditInPlaceSelect
        label="Status"
        options={STATUS_OPTIONS}
        value={status}
        onSave={async (id) => setStatus(id)}
      >
        <StatusPill status={status === 'RED' ? 'RED' : status === 'GREEN' ? 'GREEN' : 'AMBER'} />
      </EditInPlaceSelect>
    </div>
  );
}

export function ControlsSection() {
  return (
    <section className="gallery-section">
      <h2>Controls</h2>
      <Buttons />
      <Fields />
      <h2>Editing in place</h2>
      <InPlace />
    </section>
  );
}
