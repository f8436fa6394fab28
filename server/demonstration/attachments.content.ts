import type { Day, PersonKey } from './keys.types.js';

export interface AttachmentContent {
  key: string;
  /** What it goes with: an entry of the forward plan that stands on the agenda of a meeting. */
  meeting: string;
  entry: string;
  title: string;
  fileName: string;
  by: PersonKey;
  on: Day;
  /** `# ` begins a heading; the rest are paragraphs. */
  lines: readonly string[];
}

/** Files that go with papers, written here so that the demonstration needs no file beside its code. */
export const attachments: AttachmentContent[] = [
  {
    ...{ key: 'half-year-return', meeting: 'hwb-december', entry: 'pooled-fund' },
    ...{ title: 'Half-year return of the pooled fund', fileName: 'pooled-fund-half-year-return.pdf' },
    ...{ by: 'penhale', on: '2026-11-19' },
    lines: [
      '# What was planned and what was spent, April to September 2026',
      'Home support and reablement: planned £4.20 million, spent £4.35 million. More people came home with support, and for longer, than was planned.',
      'Equipment and adaptations: planned £1.10 million, spent £1.02 million. Two contracts began in June instead of April.',
      'Discharge teams: planned £2.60 million, spent £2.58 million.',
      'Support for carers: planned £0.75 million, spent £0.66 million. Breaks were booked later in the year than before.',
      'Together: planned £8.65 million, spent £8.61 million. The fund is in balance.',
      '# What is forecast for March 2027',
      'An overspend of £0.18 million on home support is met from equipment and from support for carers, if the winter variation is agreed.',
      '# National conditions',
      'Both conditions on spending and all conditions on planning are met. The section 75 agreement was signed on 30 September 2026.',
    ],
  },
];
