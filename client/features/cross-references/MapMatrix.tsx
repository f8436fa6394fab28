import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { classes } from '../../platform/ui/classes';
import { Dialog } from '../../platform/ui/Dialog';
import type { MapGraph } from './mapGraph';
import { type MatrixCell, matrixOf } from './mapMatrix';
import { type Place, placeWords, shortWords } from './mapPlaces';
import { bundleWords, countWords, holdOf } from './mapWords';

interface MapMatrixProps {
  readonly shown: MapGraph;
  readonly onSelect: (id: string) => void;
}

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const within = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));

/** 'Workstream 2 depends on Workstream 5: 3, 1 strained'. */
function cellWords(row: Place, column: Place, cell: MatrixCell | undefined): string {
  const to = row === column ? 'itself' : placeWords(column);
  if (!cell) return `${placeWords(row)} does not depend on ${to}`;
  const state = countWords({ broken: cell.broken, strained: cell.strained });
  return `${placeWords(row)} depends on ${to}: ${cell.total}${state && `, ${state}`}`;
}

/** Who depends on whom, all at one glance: rows depend on columns. One stop for Tab; the arrow keys move in it. */
export function MapMatrix({ shown, onSelect }: MapMatrixProps) {
  const { places, cells, rowTotals, columnTotals, left } = useMemo(() => matrixOf(shown), [shown]);
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const body = useRef<HTMLTableSectionElement>(null);
  const current = [within(at[0], places.length), within(at[1], places.length)] as const;
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.metaKey) return;
    event.preventDefault();
    const to = [
      within(current[0] + step[0], places.length),
      within(current[1] + step[1], places.length),
    ] as const;
    setAt(to);
    body.current?.rows[to[0]]?.querySelectorAll('button')[to[1]]?.focus();
  };
  const [offered, setOffered] = useState<MatrixCell | null>(null);
  const open = (cell: MatrixCell): void => {
    const [only, other] = cell.bundles;
    if (other) setOffered(cell);
    else if (only) onSelect(only.id);
  };
  if (places.length === 0) return <p className="quiet">Nothing here depends on anything else.</p>;
  return (
    <>
      <p className="quiet map-matrix-note">
        Rows depend on columns. What waits for each other in a ring stands side by side. What only relates, or
        is the same work, is in the table.
        {left > 0 && ` These are the ${places.length} with most dependencies; ${left} more are in the table.`}
      </p>
      <div className="table-wrap map-matrix">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved among is a grid */}
        <table role="grid" aria-label="What depends on what: rows depend on columns" onKeyDown={move}>
          <thead>
            <tr>
              <td />
              {places.map((place) => (
                <th key={place.id} scope="col" title={placeWords(place)}>
                  <span>{shortWords(place)}</span>
                </th>
              ))}
              <th scope="col">
                <span>All it needs</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {places.map((row, down) => (
              <tr key={row.id}>
                <th scope="row" title={placeWords(row)}>
                  {placeWords(row)}
                </th>
                {places.map((column, across) => {
                  const cell = cells.get(row.id)?.get(column.id);
                  const isCurrent = down === current[0] && across === current[1];
                  return (
                    <td key={column.id} className={classes(row === column && 'is-diagonal')}>
                      <button
                        type="button"
                        tabIndex={isCurrent ? 0 : -1}
                        className={classes('map-cell', cell && `map-${holdOf(cell)}`)}
                        aria-label={cellWords(row, column, cell)}
                        aria-disabled={!cell}
                        onFocus={() => setAt([down, across])}
                        onClick={() => cell && open(cell)}
                      >
                        {cell?.total}
                        {cell && cell.strained + cell.broken > 0 && <sup>{cell.strained + cell.broken}</sup>}
                      </button>
                    </td>
                  );
                })}
                <td className="is-total">{rowTotals.get(row.id) ?? 0}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All that need it</th>
              {places.map(({ id }) => (
                <td key={id} className="is-total">
                  {columnTotals.get(id) ?? 0}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <Dialog
        isOpen={offered !== null}
        title="Which of them?"
        lead="Each of the two wrote some of these."
        onClose={() => setOffered(null)}
      >
        <ul className="map-changes">
          {offered?.bundles.map((bundle) => (
            <li key={bundle.id}>
              <Button
                onPress={() => {
                  setOffered(null);
                  onSelect(bundle.id);
                }}
              >
                {placeWords(bundle.from)} → {placeWords(bundle.to)}: {bundleWords(bundle)}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
