import type { ReactNode } from 'react';
import './blocks.css';

export interface KeyValue {
  readonly name: string;
  /** What is not known is said ('Not set'), never left blank. */
  readonly value: ReactNode;
}

export function KeyValueList({ items }: { readonly items: readonly KeyValue[] }) {
  return (
    <dl className="key-values">
      {items.map((item) => (
        <div className="key-value" key={item.name}>
          <dt>{item.name}</dt>
          <dd>{item.value ?? <span className="quiet">Not set</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
