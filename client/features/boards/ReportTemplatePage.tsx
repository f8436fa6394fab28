import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatList } from '../../platform/format/counts';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { useBodiesLive } from '../organisations/bodies.live';
import { kindWord } from '../reports/reportWords';
import { ReportTemplateDialog } from './ReportTemplateDialog';
import { reportTemplateQuery } from './reportTemplate.queries';
import './boardRules.css';

const kindInSentence = (kind: string) => kindWord(kind).toLowerCase();

/** What the new reports of a board look like before a word is written, and the way to change it. */
export function ReportTemplatePage() {
  const { id = '' } = useParams();
  const { partnership: here, person } = useHere();
  const [{ data, error, fetching }, ask] = useQuery({
    query: reportTemplateQuery,
    variables: { id, partnershipId: here?.id ?? '' },
    pause: !here,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const [isChanging, setChanging] = useState(false);
  const { board, partnership } = data ?? {};
  useBodiesLive({
    ...{ within: partnership?.id, cursor: partnership?.changesCursor, refresh },
    viewerId: person?.id ?? null,
  });
  if (!board)
    return (
      <Page title={fetching ? 'What its reports follow' : 'Not found'}>
        {fetching && <LoadingState what="the template" shape="text" />}
        {!fetching && error && <ErrorState onRetry={refresh}>{refusalOf(error)?.message}</ErrorState>}
        {!fetching && !error && <ForbiddenState />}
      </Page>
    );
  const template = board.reportTemplate;
  return (
    <Page
      title="What its reports follow"
      lead={`New reports to ${board.name} begin with these sections. Reports that have begun keep the ones they began with.`}
      trail={[
        { label: 'Boards & ABUs', to: '/boards' },
        { label: board.name, to: `/boards/${board.id}` },
      ]}
      {...(template.viewerCan.update
        ? {
            actions: (
              <Button icon="edit" onPress={() => setChanging(true)}>
                Change it
              </Button>
            ),
          }
        : {})}
    >
      <article className="template-preview" aria-labelledby="template-title">
        <h2 id="template-title">{template.title}</h2>
        <p className="quiet">
          {template.isAdjusted ? 'Laid out by the board itself.' : 'As it is laid out for all boards.'}
        </p>
        {template.requiredClearances.length > 0 && (
          <p>
            To be cleared for {formatList(template.requiredClearances.map(kindInSentence))} before they go
            out.
          </p>
        )}
        {template.sections.map(({ key, title, guidance, isRequired }) => (
          <section key={key} aria-labelledby={`template-${key}`}>
            <h3 id={`template-${key}`}>
              {title} {!isRequired && <Badge>May stay empty</Badge>}
            </h3>
            {guidance && <p className="quiet">{guidance}</p>}
          </section>
        ))}
      </article>
      {isChanging && (
        <ReportTemplateDialog
          board={board}
          template={template}
          onClose={() => setChanging(false)}
          onDone={refresh}
        />
      )}
    </Page>
  );
}
