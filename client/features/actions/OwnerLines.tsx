import { Button, IconButton } from '../../platform/ui/Button';
import { ComboBox, Select } from '../../platform/ui/Select';
import type { Bodies } from './actionPanel.queries';
import { choices, type Line } from './assigning';
import { ROLE_WORDS } from './owners';

interface OwnerLinesProps {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
  readonly bodies: Bodies;
  /** In what ways they answer; the first is that of the first. With one way there is nothing to choose. */
  readonly roles: readonly [Line['role'], ...Line['role'][]];
}

/** Who answers for something, one a line: organisations, people, posts, ABUs or boards of the partnership. */
export function OwnerLines({ lines, onChange, bodies, roles }: OwnerLinesProps) {
  const [first, next = first] = roles;
  const change = (key: string, patch: Partial<Line>): void =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...patch } : line)));
  const add = (): void =>
    onChange([
      ...lines,
      { key: crypto.randomUUID(), who: null, role: lines.length === 0 ? first : next, was: null },
    ]);
  return (
    <>
      {lines.map((line, at) => (
        <div className={roles.length > 1 ? 'assign-line' : 'assign-line assign-line-short'} key={line.key}>
          <ComboBox
            label={`Who, ${at + 1}`}
            sections={choices(bodies, line.was)}
            value={line.who}
            onChange={(who) => change(line.key, { who })}
            placeholder="Type a name"
          />
          {roles.length > 1 && (
            <Select
              label={`How, ${at + 1}`}
              options={roles.map((id) => ({ id, label: ROLE_WORDS[id] }))}
              value={line.role}
              onChange={(id) => change(line.key, { role: roles.find((role) => role === id) ?? next })}
            />
          )}
          <IconButton
            icon="close"
            label={`Take away ${at + 1}`}
            onPress={() => onChange(lines.filter((one) => one.key !== line.key))}
          />
        </div>
      ))}
      <Button icon="plus" onPress={add}>
        Add somebody
      </Button>
    </>
  );
}
