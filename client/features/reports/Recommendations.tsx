import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button, IconButton } from '../../platform/ui/Button';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useReportVerbs } from './report.operations';
import type { Recommendation, Report } from './report.queries';
import { VERBS } from './reportWords';

type Verb = (typeof VERBS)[number]['id'];

/** What the board is asked to do: a line each, since a decision comes of each. */
export function Recommendations({ report }: { readonly report: Report }) {
  const verbs = useReportVerbs();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [verb, setVerb] = useState<string | null>('NOTE');
  const [text, setText] = useState('');
  const all = report.recommendations;
  const canWrite = report.viewerCan.write;
  const add = async (): Promise<void> => {
    const refused = await verbs.addRecommendation({
      reportId: report.id,
      verb: verb as Verb,
      text: text.trim(),
    });
    setRefusal(refused);
    if (!refused) setText('');
  };
  const up = async (one: Recommendation, at: number): Promise<void> =>
    setRefusal(
      await verbs.move({ id: one.id, expectedVersion: one.version, afterId: all[at - 2]?.id ?? null }),
    );
  return (
    <div className="report-recommendations">
      {refusal && (
        <Banner tone="danger" isLive onDismiss={() => setRefusal(null)}>
          {refusalWords(refusal)}
        </Banner>
      )}
      {all.length === 0 && <p className="quiet">The board is asked for nothing yet.</p>}
      <ol>
        {all.map((one, at) => (
          <li key={one.id}>
            <span>
              <strong>{VERBS.find(({ id }) => id === one.verb)?.label ?? 'No verb yet:'}</strong> {one.text}
            </span>
            {canWrite && (
              <span className="report-row-actions">
                <IconButton
                  icon="arrow-up"
                  size="sm"
                  label={`Move up: ${one.text}`}
                  isDisabled={at === 0}
                  onPress={() => void up(one, at)}
                />
                <IconButton
                  icon="close"
                  size="sm"
                  label={`Take out: ${one.text}`}
                  onPress={() =>
                    void verbs.drop({ id: one.id, expectedVersion: one.version }).then(setRefusal)
                  }
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {canWrite && (
        <form
          className="report-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Select label="The board is asked" options={VERBS} value={verb} onChange={setVerb} />
          <TextField
            label="What"
            value={text}
            onChange={setText}
            placeholder="the progress made since April"
          />
          <Button type="submit" isDisabled={text.trim() === ''}>
            Add
          </Button>
        </form>
      )}
    </div>
  );
}
