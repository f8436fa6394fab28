import { useEffect, useId, useRef, useState } from 'react';
import { formatDay } from '../../platform/format/dates';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import type { PutInAddress } from './mapAddress';
import { monthEnds, stopOf } from './mapMonths';

/** So long a stop is held before the map is asked for: who slides past it does not want it. */
const SETTLE_MS = 250;

interface MapTimeProps {
  /** The day the plan was begun here, and today. */
  readonly begun: string;
  readonly today: string;
  readonly day: string | null;
  /** The day it is compared with. */
  readonly since: string | null;
  readonly put: PutInAddress;
}

/** How it stood at each month end, and on any other day. */
export function MapTime({ begun, today, day, since, put }: MapTimeProps) {
  const ends = monthEnds(begun, today);
  const id = useId();
  const earlier = [...monthEnds(begun, day ?? today)].reverse();
  const onDay = (asOf: string | null): void => put({ asOf, since: null });
  const asked = stopOf(ends, day);
  const [held, setHeld] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = held ?? asked;
  const words = (at: number): string => {
    const end = ends[at];
    return end === undefined ? 'Now' : formatDay(held === null && day ? day : end);
  };
  const slide = (to: number): void => {
    setHeld(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setHeld(null);
      onDay(ends[to] ?? null);
    }, SETTLE_MS);
  };
  return (
    <div className="map-time">
      {ends.length > 0 && (
        <div className="field map-slider">
          <label className="field-label" htmlFor={id}>
            Month by month
          </label>
          <input
            id={id}
            type="range"
            min={0}
            max={ends.length}
            value={stop}
            aria-valuetext={words(stop)}
            onChange={(event) => slide(event.target.valueAsNumber)}
          />
          <output className="quiet" htmlFor={id}>
            {words(stop)}
          </output>
        </div>
      )}
      <TextField
        label="As it stood on"
        type="date"
        value={day ?? ''}
        onChange={(value) => onDay(value || null)}
      />
      {earlier.length > 0 && (
        <Select
          label="What changed since"
          options={[
            { id: '', label: 'Not shown' },
            ...earlier.map((end) => ({ id: end, label: formatDay(end) })),
          ]}
          value={earlier.find((end) => end === since) ?? ''}
          onChange={(end) => put({ since: end })}
        />
      )}
    </div>
  );
}
