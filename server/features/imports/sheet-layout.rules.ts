import { filled, type Grid, type GridRow, rowText, widthAt } from './grid.js';
import {
  type Role,
  readLetteredAction,
  readSection,
  readSponsorLine,
  readWorkstreamLine,
  type Section,
  type WorkstreamName,
} from './headings.rules.js';
import type { ActionDraft, PlanBuilder, WorkstreamDraft } from './plan-builder.js';
import { columnsOf, type Table } from './table.rules.js';
import {
  type Above,
  addToAction,
  continuesAbove,
  groupOf,
  nameOfGroup,
  readActionRow,
  readRiskRow,
  sourceOf,
} from './table-rows.rules.js';
import { checkWork } from './work-budget.js';
import { readWorkstreamRow } from './workstream-row.rules.js';

/** Reads one sheet from top to bottom, knowing at each row what the headings above it were. */
export class SheetReader {
  private table: Table | null = null;
  private section: Section | null = null;
  private updateHeading = '';
  private above: Above = new Map();
  private last: { workstream: WorkstreamDraft; draft: ActionDraft } | null = null;
  private current: WorkstreamDraft | null = null;
  private waiting: { heading: string; text: string; row: GridRow }[] = [];

  constructor(
    private readonly grid: Grid,
    private readonly headers: readonly (Table | null)[],
    private readonly builder: PlanBuilder,
    private readonly gridCount: number,
  ) {}

  read(): void {
    this.grid.rows.forEach((row, index) => {
      checkWork();
      const [first, ...rest] = filled(row);
      if (first === undefined) return;
      const header = this.headers[index] ?? null;
      if (header !== null) this.begin(header);
      else if (rest.length === 0 && this.readLine(first.cell.text, first.column, row)) return;
      else if (this.readLettered(row)) return;
      else if (this.table !== null) this.readTableRow(row, this.table);
      else if (this.section === 'NARRATIVE' || this.section === 'UPDATE') this.readNarrative(row);
      else this.readPreamble(row);
    });
    for (const { heading, text, row } of this.waiting) {
      this.builder.skip(
        sourceOf(row, this.grid),
        'stands in the sheet without an action or risk',
        `${heading}: ${text}`,
      );
    }
  }

  private begin(header: Table): void {
    this.table = header;
    this.section = null;
    this.above = new Map();
    this.last = null;
    const lost = columnsOf(header, 'IGNORED').map(({ heading }) => heading);
    if (lost.length > 0)
      this.builder.note(`'${this.grid.name}': columns not taken over: ${lost.join(', ')}.`);
    const unknown = columnsOf(header, 'OTHER').map(({ heading }) => heading);
    if (unknown.length === 0) return;
    const kept = header.kind === 'ACTIONS' ? 'kept as narrative' : 'not taken over';
    if (header.kind === 'ACTIONS' || header.kind === 'RISKS') {
      this.builder.note(
        `'${this.grid.name}': columns without a known heading, ${kept}: ${unknown.join(', ')}.`,
      );
    }
  }

  /** A row with one cell: a heading, a workstream, a sponsor; false when it is an ordinary row. */
  private readLine(text: string, column: number, row: GridRow): boolean {
    const section = readSection(text);
    if (section !== null) {
      this.table = null;
      this.section = section === 'TASKS' ? null : section;
      this.updateHeading = text;
      return true;
    }
    if (this.table === null && this.section === null && text === this.builder.title) return true;
    const isBanner =
      this.table === null || widthAt(this.grid, row.number, column) > 2 || !this.holds(column, 'TITLE');
    const name = isBanner && this.section === null ? readWorkstreamLine(text) : null;
    if (name !== null) {
      this.current = this.builder.workstream(name, sourceOf(row, this.grid));
      this.last = null;
      return true;
    }
    const sponsor = readSponsorLine(text);
    if (sponsor !== null && sponsor !== '' && this.table === null && this.section === null) {
      this.builder.addSponsors(this.workstream(row), sponsor, sourceOf(row, this.grid));
      return true;
    }
    if (this.table === null || this.holds(column, 'TITLE', 'RISK', 'MEASURE')) return false;
    this.builder.skip(sourceOf(row, this.grid), 'a line by itself inside the table', text);
    return true;
  }

  private holds(column: number, ...roles: Role[]): boolean {
    return this.table !== null && columnsOf(this.table, ...roles).some((held) => held.column === column);
  }

  private readLettered(row: GridRow): boolean {
    if (this.table !== null || this.section !== null) return false;
    const [first, second] = filled(row);
    const lettered = first === undefined ? null : readLetteredAction(first.cell.text);
    const title = lettered?.title || second?.cell.text;
    if (lettered === null || title === undefined) return false;
    this.builder.addAction(this.workstream(row), {
      lettered: true,
      reference: lettered.letter,
      title,
      expectedOutcome: null,
      ownersAsWritten: null,
      timingAsWritten: null,
      timingDate: null,
      status: null,
      narratives: [],
      source: sourceOf(row, this.grid),
    });
    return true;
  }

  private readTableRow(row: GridRow, table: Table): void {
    if (table.kind === 'ACTIONS') this.readAction(row, table);
    else if (table.kind === 'RISKS') this.readRisk(row, table);
    else if (table.kind === 'WORKSTREAMS') readWorkstreamRow(row, table, this.grid, this.builder);
    else this.skipMeasure(row, rowText(row));
  }

  private readAction(row: GridRow, table: Table): void {
    const { last } = this;
    if (last !== null && continuesAbove(row, table, this.grid)) {
      addToAction(last.draft, row, table, this.grid);
      return;
    }
    const read = readActionRow(row, table, this.grid, this.above);
    if (read.measure !== null) this.skipMeasure(row, read.measure);
    if (read.draft === null) {
      if (read.measure === null)
        this.builder.skip(sourceOf(row, this.grid), 'no action is named in this row', rowText(row));
      return;
    }
    if (read.unreadStatus !== null && read.draft.status === null) {
      this.builder.note(
        `'${this.grid.name}': the status '${read.unreadStatus.slice(0, 60)}' is not a colour. It was kept as words.`,
      );
    }
    const workstream = this.workstream(row, read.group === null ? null : nameOfGroup(read.group, table));
    this.builder.addAction(workstream, read.draft);
    const draft = workstream.actions.at(-1);
    this.last = draft === undefined ? null : { workstream, draft };
  }

  private readRisk(row: GridRow, table: Table): void {
    const risk = readRiskRow(row, table, this.grid);
    if (risk === null) {
      this.builder.skip(sourceOf(row, this.grid), 'no risk is named in this row', rowText(row));
      return;
    }
    const group = groupOf(row, table, this.grid, this.above);
    this.builder.addRisk(this.workstream(row, group === null ? null : nameOfGroup(group, table)), risk);
  }

  private skipMeasure(row: GridRow, text: string): void {
    this.builder.skip(
      sourceOf(row, this.grid),
      'measure: measures are not taken over with the actions',
      text,
    );
  }

  /** 'Additional Narrative' is label and text; 'Update on Action Plan' is text alone. */
  private readNarrative(row: GridRow): void {
    const [first, ...rest] = filled(row);
    if (first === undefined) return;
    const text = rest.map(({ cell }) => cell.text).join('\n');
    const isLabelAlone = rest.length === 0 && this.section === 'NARRATIVE';
    // A label with nothing beside it is a question nobody answered.
    if (isLabelAlone) return;
    const narrative =
      rest.length === 0
        ? { heading: this.updateHeading, text: first.cell.text }
        : { heading: first.cell.text, text };
    this.builder.addNarrative(this.workstream(row), narrative, sourceOf(row, this.grid));
  }

  private readPreamble(row: GridRow): void {
    const [first, ...rest] = filled(row);
    if (first === undefined) return;
    const value = rest.map(({ cell }) => cell.text).join(' ');
    const inline = /^([^:]{2,40}):\s+([\s\S]+)$/.exec(first.cell.text);
    if (rest.length > 0 && readSponsorLine(first.cell.text) === '') {
      this.builder.addSponsors(this.workstream(row), value, sourceOf(row, this.grid));
    } else if (rest.length > 0 && first.cell.text.length <= 60) {
      this.waitOrAdd(first.cell.text, value, row);
    } else if (inline !== null) {
      this.waitOrAdd(inline[1] ?? '', inline[2] ?? '', row);
    } else {
      this.builder.skip(
        sourceOf(row, this.grid),
        'stands outside every table and was not recognised',
        rowText(row),
      );
    }
  }

  /** Words above a table belong to the sheet's workstream, once it is known that there is one. */
  private waitOrAdd(label: string, text: string, row: GridRow): void {
    const heading = label.replace(/\s*:$/, '');
    if (this.current === null) this.waiting.push({ heading, text, row });
    else this.builder.addNarrative(this.current, { heading, text }, sourceOf(row, this.grid));
  }

  private workstream(row: GridRow, named: WorkstreamName | null = null): WorkstreamDraft {
    if (named !== null) return this.builder.workstream(named, sourceOf(row, this.grid));
    this.current ??= this.builder.workstream(this.ownName(), sourceOf(row, this.grid));
    for (const { heading, text, row: at } of this.waiting.splice(0)) {
      this.builder.addNarrative(this.current, { heading, text }, sourceOf(at, this.grid));
    }
    return this.current;
  }

  /** Without a line that says so, the sheet's own name; a lone or nameless sheet is the plan itself. */
  private ownName(): WorkstreamName {
    const { name } = this.grid;
    const line = readWorkstreamLine(name);
    if (line !== null) return line;
    if (!this.grid.blankMeansAsAbove) {
      return { kind: 'file', number: null, title: name.replace(/\.\w{1,4}$/, ''), keyedBy: 'file' };
    }
    const nameless = this.gridCount === 1 || /^(?:sheet|table) ?\d*$/i.test(name);
    const title = (nameless ? this.builder.title : null) ?? name;
    return { kind: 'workstream', number: null, title, keyedBy: name };
  }
}
