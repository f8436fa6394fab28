import { CONFLICTS, RECOMMENDATIONS } from '../../../schema/report-words';
import { Button } from '../../platform/ui/Button';
import { Checkbox } from '../../platform/ui/Checkbox';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { useItemForm } from '../../platform/ui/useItemForm';
import { KINDS, kindWord } from '../reports/reportWords';
import { useBoardVerbs } from './board.operations';
import { atTheWhole, RowsField } from './RowsField';
import type { ReportTemplate, TemplateSection } from './reportTemplate.queries';

interface ReportTemplateDialogProps {
  readonly board: { readonly id: string; readonly name: string };
  readonly template: ReportTemplate;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type ClearanceKind = ReportTemplate['requiredClearances'][number];
type TypedSection = Omit<TemplateSection, 'key'> & { readonly key: string | null };
interface Typed {
  readonly title: string;
  readonly sections: readonly TypedSection[];
  readonly requiredClearances: readonly ClearanceKind[];
}
type Sent = { title: string; sections: TypedSection[]; requiredClearances: ClearanceKind[] };

const BLANK: TypedSection = { key: null, title: '', guidance: '', isRequired: true };
const KEPT: readonly (string | null)[] = [RECOMMENDATIONS, CONFLICTS];

const typedOf = ({
  title,
  sections,
  requiredClearances,
}: Omit<Typed, 'sections'> & Pick<ReportTemplate, 'sections'>): Typed => ({
  ...{ title, requiredClearances },
  sections: sections.map(({ key, title: name, guidance, isRequired }) => ({
    ...{ key, title: name, guidance, isRequired },
  })),
});
const titles = (value: unknown) => (value as readonly TypedSection[]).map(({ title }) => title).join(', ');

const kinds = (value: unknown) => (value as readonly string[]).map(kindWord).join(', ') || 'Nothing';

/** The sections that a board’s new reports begin with: their titles, what to write in them, and their order. */
export function ReportTemplateDialog({ board, template, onClose, onDone }: ReportTemplateDialogProps) {
  const verbs = useBoardVerbs();
  const [form, conflict] = useItemForm<Typed, Sent>(template, {
    typedOf: () => typedOf(template),
    fieldsOf: ({ title, sections, requiredClearances }) => ({
      title: title.trim(),
      sections: [...sections],
      requiredClearances: [...requiredClearances],
    }),
    words: {
      item: `What reports to ${board.name} follow`,
      labels: {
        ...{ title: 'What such a report is called', sections: 'Sections' },
        requiredClearances: 'What they have to be cleared for',
      },
      reads: { sections: titles, requiredClearances: kinds },
    },
    update: async ({ id: _, ...changes }) =>
      atTheWhole(await verbs.updateReportTemplate({ boardId: board.id, ...changes })),
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        isWide
        title="Change what reports follow"
        lead="For reports that begin from now on. The sections for recommendations and for interests may be renamed and moved, and stay."
        verb="Save"
        onClose={onClose}
      >
        <TextField
          label="What such a report is called"
          isRequired
          maxLength={120}
          value={typed.title}
          onChange={(title) => type({ title })}
          {...errorAt('title')}
        />
        <CheckboxList
          label="What they have to be cleared for"
          description="Before they go out, whoever clears them. A report that nobody was asked to clear is not ready then."
          options={KINDS}
          value={typed.requiredClearances}
          onChange={(ids) => type({ requiredClearances: ids as ClearanceKind[] })}
          empty=""
          {...errorAt('requiredClearances')}
        />
        <RowsField
          label="Sections"
          what="section"
          rows={typed.sections}
          onChange={(sections) => type({ sections })}
          blank={BLANK}
          isKept={({ key }) => KEPT.includes(key)}
          {...errorAt('sections')}
        >
          {(section, change) => (
            <>
              <TextField
                label="Title"
                isRequired
                maxLength={120}
                value={section.title}
                onChange={(title) => change({ title })}
              />
              <TextArea
                label="What to write in it"
                isOptional
                rows={2}
                maxLength={1000}
                value={section.guidance}
                onChange={(guidance) => change({ guidance })}
              />
              <Checkbox isSelected={section.isRequired} onChange={(isRequired) => change({ isRequired })}>
                Something has to stand in it before dispatch
              </Checkbox>
            </>
          )}
        </RowsField>
        {template.isAdjusted && (
          <div className="profile-says">
            <p className="quiet">Or lay reports out as they are for all boards.</p>
            <Button size="sm" onPress={() => type(typedOf(template.shipped))}>
              Use the usual sections
            </Button>
          </div>
        )}
      </FormDialog>
      {conflict}
    </>
  );
}
