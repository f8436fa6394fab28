import { type FormEvent, useState } from 'react';
import { BragStatus } from '../../../schema/vocabulary';
import { formatMonth, londonDay } from '../../platform/format/dates';
import { statusWords } from '../../platform/format/status';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Select } from '../../platform/ui/Select';
import { StatusBlock, StatusPill } from '../../platform/ui/StatusPill';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { usePlanContext } from '../plans/planContext';
import { useActionVerbs } from './action.operations';
import type { PartProps } from './actionPanel.queries';
import { keepDraft, readDraft } from './drafts';
import { ReferenceOffers } from './ReferenceOffers';
import { reportableMonths } from './updates';

interface ReportFormProps extends PartProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

const RATINGS = [BragStatus.GREEN, BragStatus.AMBER, BragStatus.RED, BragStatus.NOT_YET_RATED] as const;

/** What one organisation reports for one month; reporting again for the month rewords it. */
export function ReportForm({ action, name, organisations, onClose }: ReportFormProps) {
  const { meaning, save } = usePlanContext();
  const verbs = useActionVerbs();
  const [months] = useState(() => reportableMonths(londonDay(new Date())));
  const [period, setPeriod] = useState(months[0] ?? '');
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? '');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const draft = `${action.id}.${organisationId}.${period}`;
  const existing = action.updates.find(
    (one) => one.period === period && one.organisation?.id === organisationId && !one.archivedAt,
  );
  // What is typed belongs to its month and organisation: going to another and back finds it again.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [begun, setBegun] = useState<Readonly<Record<string, number>>>({});
  const narrative = typed[draft] ?? readDraft(draft) ?? existing?.narrative ?? '';
  const rated = existing?.rating ?? action.status;
  const [chosen, setStatus] = useState<BragStatus | null>(null);
  const status = chosen ?? RATINGS.find((one) => one === rated) ?? BragStatus.GREEN;

  const type = (text: string): void => {
    setTyped((before) => ({ ...before, [draft]: text }));
    if (existing && begun[draft] === undefined)
      setBegun((before) => ({ ...before, [draft]: existing.version }));
    keepDraft(draft, text);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    setError(null);
    try {
      await save({
        item: `${name}, ${formatMonth(period)}`,
        version: begun[draft] ?? existing?.version ?? 0,
        label: (field) => (field === 'status' ? 'Status' : 'Narrative'),
        show: (field, value) =>
          field === 'status' ? (
            <StatusPill status={value as BragStatus} />
          ) : (
            <span className="narrative">{String(value)}</span>
          ),
        send: (expectedVersion) =>
          verbs.report({
            actionId: action.id,
            organisationId,
            period,
            narrative: narrative.trim(),
            status,
            ...(expectedVersion > 0 ? { expectedVersion } : {}),
          }),
      });
      keepDraft(draft, '');
      showToast({ tone: 'success', message: `Reported on ${name} for ${formatMonth(period)}` });
      onClose();
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : 'This could not be sent');
    } finally {
      setPending(false);
    }
  };
  return (
    <form className="report stack" aria-label={`Report on ${name}`} onSubmit={(event) => void send(event)}>
      {error !== null && (
        <Banner tone="danger" isLive>
          {error}
        </Banner>
      )}
      <div className="report-choices">
        <Select
          label="Month"
          options={months.map((id) => ({ id, label: formatMonth(id) }))}
          value={period}
          onChange={(id) => setPeriod(id ?? period)}
        />
        {organisations.length > 1 && (
          <Select
            label="For"
            options={organisations.map(({ id, name: label }) => ({ id, label }))}
            value={organisationId}
            onChange={(id) => setOrganisation(id ?? organisationId)}
          />
        )}
        <Select
          label="How it stands"
          options={RATINGS.map((id) => ({
            id,
            label: statusWords(id).label,
            note: meaning(id),
            mark: <StatusBlock status={id} isDecorative />,
          }))}
          value={status}
          onChange={(id) => setStatus(RATINGS.find((one) => one === id) ?? null)}
        />
      </div>
      <TextArea
        label="Progress"
        description={`Others read this under the name of ${organisations.find((one) => one.id === organisationId)?.name ?? 'your organisation'}. Kept on this device until it is sent.`}
        rows={6}
        autoFocus
        value={narrative}
        onChange={type}
      />
      <ReferenceOffers action={action} text={narrative} />
      <div className="form-foot">
        <Button onPress={onClose}>Not now</Button>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={narrative.trim() === ''}>
          {existing ? 'Change the report' : 'Report'} for {formatMonth(period)}
        </Button>
      </div>
    </form>
  );
}
