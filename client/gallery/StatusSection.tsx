import { STATUSES_BY_CONCERN } from '../platform/format/status';
import { OrganisationMark, PersonMark } from '../platform/ui/Avatar';
import { Badge, Direction } from '../platform/ui/Badge';
import { ConnectionIndicator } from '../platform/ui/ConnectionIndicator';
import { KeyValueList } from '../platform/ui/KeyValueList';
import { PresenceStack } from '../platform/ui/PresenceStack';
import { Progress } from '../platform/ui/Progress';
import { StatusBar } from '../platform/ui/StatusBar';
import { StatusBlock, StatusPill } from '../platform/ui/StatusPill';
import { Hint } from '../platform/ui/Tooltip';

const ORGANISATIONS = [
  'Cumbria County Council',
  'North Cumbria University Hospitals',
  'Eden District Council',
  'Healthwatch Cumbria',
  'Cumbria Partnership NHS Foundation Trust',
  'Office of the Police and Crime Commissioner',
];
const AS_OF = new Date('2018-10-05T09:42:00Z');

export function StatusSection() {
  return (
    <section className="gallery-section">
      <h2>Status and people</h2>
      <div className="gallery-row">
        {STATUSES_BY_CONCERN.map((status) => (
          <StatusPill key={status} status={status} />
        ))}
        {STATUSES_BY_CONCERN.map((status) => (
          <StatusBlock key={status} status={status} />
        ))}
      </div>
      <div className="gallery-grid">
        <StatusBar label="Workstream 2" look="bar" counts={{ RED: 3, AMBER: 2, GREEN: 15, BLUE: 8 }} />
        <StatusBar
          label="Workstream 4"
          look="thin"
          counts={{ RED: 4, GREEN: 2, BLUE: 1, NOT_YET_RATED: 3 }}
        />
        <StatusBar label="Workstream 7" counts={{}} look="bar" />
      </div>
      <div className="gallery-row">
        <Badge>Draft</Badge>
        <Badge look="accent">Key decision</Badge>
        <Badge look="warning" icon="lock">
          Restricted
        </Badge>
        <Badge look="danger" icon="clock">
          Overdue
        </Badge>
        <Direction direction="IMPROVING" />
        <Direction direction="STEADY" />
        <Direction direction="WORSENING" />
        <span>
          Rated <Hint text="Planned but not begun, or barriers identified">Amber</Hint> in October
        </span>
      </div>
      <div className="gallery-row">
        {ORGANISATIONS.map((name) => (
          <OrganisationMark key={name} name={name} />
        ))}
        <OrganisationMark name="Cumbria County Council" size="lg" />
        <OrganisationMark name="Cumbria County Council" size="sm" />
        <PersonMark name="Aisha Khan" />
        <PersonMark name="Cllr Jon Hughes" size="lg" />
        <PresenceStack people={[{ id: '1', name: 'Aisha Khan' }]} />
        <PresenceStack people={[{ id: '1', name: 'Aisha Khan', isEditing: true }]} />
        <PresenceStack
          people={['Aisha Khan', 'Jon Hughes', 'Meera Patel', 'Tom Reay'].map((name) => ({ id: name, name }))}
        />
      </div>
      <div className="gallery-row">
        <ConnectionIndicator connection={{ state: 'live' }} />
        <ConnectionIndicator connection={{ state: 'reconnecting' }} />
        <ConnectionIndicator connection={{ state: 'offline', asOf: AS_OF }} />
        <ConnectionIndicator connection={{ state: 'paused', asOf: AS_OF }} />
      </div>
      <div className="gallery-grid">
        <Progress label="Reading the workbook" words="340 of 1,000 rows" done={340} of={1000} />
        <Progress label="Waiting for the server" />
        <KeyValueList
          items={[
            { name: 'Sponsor', value: 'Katherine Fairclough' },
            { name: 'Due', value: 'was September 2018, now March 2019' },
            { name: 'Signed off', value: null },
          ]}
        />
      </div>
    </section>
  );
}
