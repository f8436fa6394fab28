import { type SectionText, wordsOf } from '../../../schema/report-text.js';
import type { Row } from '../../platform/db/base.js';
import type { Batch, FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { Template } from './report-template.content.js';
import { type Templated, templateOf } from './report-template.rules.js';
import type { KeptReport } from './report-version.service.js';

export const titlesOf = ({ sections }: Template) => new Map(sections.map(({ key, title }) => [key, title]));

/** Sections as they are answered: with their titles, their words and their blocks. */
export const shown = (sections: readonly SectionText[], titles: ReadonlyMap<string, string>): Row[] =>
  sections.map(({ key, blocks }) => ({
    ...{ id: key, key, title: titles.get(key) ?? key },
    ...{ text: wordsOf(blocks), blocks: JSON.stringify(blocks) },
  }));

async function contentsOf(reader: Reader, rows: readonly Row[]): Promise<Map<string, KeptReport>> {
  const found = await reader.query<{ id: string; document: string }>(
    `select id, document from report_version_contents where id = any ($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  return new Map(found.map(({ id, document }) => [id, JSON.parse(document) as KeptReport]));
}

const sections: FieldRead = {
  needs: ['id', 'reportId'],
  read: async ({ rows, reader, give, into }: Batch) => {
    const contents = await contentsOf(reader, rows);
    const templates = await reader.query<Templated & { id: string }>(
      `select id, template, template_version as "templateVersion", own_template as "ownTemplate" from reports where id = any ($1::uuid[])`,
      [rows.map((row) => row['reportId'])],
    );
    const titles = new Map(templates.map((report) => [report.id, titlesOf(templateOf(report))]));
    for (const row of rows) {
      const kept = contents.get(row.id)?.sections ?? [];
      const found = shown(kept, titles.get(row['reportId'] as string) ?? new Map());
      await into('ReportSection', found);
      give(row, found);
    }
  },
};

const recommended: FieldRead = {
  needs: ['id'],
  read: async ({ rows, reader, give }: Batch) => {
    const contents = await contentsOf(reader, rows);
    for (const row of rows)
      give(
        row,
        (contents.get(row.id)?.recommended ?? []).map(({ verb, text }) =>
          verb ? `To ${verb.toLowerCase()} ${text}` : text,
        ),
      );
  },
};

export const readContents = { sections, recommended };
