import { useState } from 'react';
import { formatInstant } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { useReportVerbs } from './report.operations';
import type { Report } from './report.queries';
import { SignOffDialog } from './SignOffDialog';

/** Whether the sponsor has signed this very text. */
export function SignOff({ report }: { readonly report: Report }) {
  const verbs = useReportVerbs();
  const [seenHash, setSeen] = useState<string | null>(null);
  const { id, isSignedOff, signedOffAt, signedOffBy, signedOffDespite } = report;
  const { sponsor, leadOrganisation, viewerCan } = report;
  const who = sponsor?.name ?? `a lead of ${leadOrganisation?.name ?? 'its lead organisation'}`;
  return (
    <section className="report-side" aria-labelledby="sign-off">
      <h2 id="sign-off">Sign-off</h2>
      {signedOffAt ? (
        <p>
          <Badge look={isSignedOff ? 'accent' : 'warning'}>
            {isSignedOff ? 'Signed off' : 'Signed off an earlier text'}
          </Badge>{' '}
          {signedOffBy?.name}, {formatInstant(signedOffAt)}
        </p>
      ) : (
        <p>To be signed off by {who}.</p>
      )}
      {signedOffDespite && (
        <>
          <p>Something was left to put right. It was signed off all the same:</p>
          <p className="report-note">{signedOffDespite}</p>
        </>
      )}
      {viewerCan.signOff && !isSignedOff && (
        <Button size="sm" onPress={() => void verbs.asRead(id).then(setSeen)}>
          Sign it off
        </Button>
      )}
      {seenHash !== null && (
        <SignOffDialog report={report} seenHash={seenHash} onClose={() => setSeen(null)} />
      )}
    </section>
  );
}
