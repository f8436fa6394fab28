import { useQuery } from 'urql';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { Select } from '../../platform/ui/Select';
import { useForm } from '../../platform/ui/useForm';
import { useBoardVerbs } from './board.operations';
import type { BoardRules } from './boardRules';
import { ruleProfilesQuery } from './boardRules.queries';
import type { BoardDetail } from './boards.queries';

interface AdoptProfileProps {
  readonly board: BoardDetail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Chooses the law or custom a board works under. */
export function AdoptProfile({ board, onClose, onDone }: AdoptProfileProps) {
  const verbs = useBoardVerbs();
  const { rules } = board;
  const [{ data }] = useQuery({ query: ruleProfilesQuery });
  const form = useForm(
    { profile: rules.profile, expectedVersion: rules.version },
    (typed) => verbs.adoptRuleProfile({ boardId: board.id, ...typed }),
    () => {
      onDone();
      onClose();
    },
  );
  const { typed, type, errorAt } = form;
  const profiles = data?.ruleProfiles ?? [];
  const chosen = profiles.find(({ profile }) => profile === typed.profile);
  return (
    <FormDialog
      {...form}
      title="Choose the rules of this board"
      lead="The board gets its own copy, which it can adjust."
      verb="Take these rules"
      onClose={onClose}
    >
      <Select
        label="What kind of board it is"
        options={profiles.map(({ profile, name }) => ({ id: profile, label: name }))}
        value={typed.profile}
        onChange={(profile) => profile && type({ profile: profile as BoardRules['profile'] })}
        {...errorAt('profile')}
      />
      {chosen && <p>{chosen.description}</p>}
      {rules.adjusted.length > 0 && (
        <Banner tone="warning">What the board has adjusted gives way to the rules chosen here.</Banner>
      )}
    </FormDialog>
  );
}
