import type { ReactNode } from 'react';
import { attachmentAddress } from '../../../schema/attachment-words';
import type { TextBlock, TextRun } from '../../../schema/report-text';
import { DiagramPicture } from './DiagramPicture';
import { Sideways } from './Sideways';

/** A piece of a report to read, not to write: what is live, and how it stood. */
export function Blocks({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
    <Block key={at} block={block} />
  ));
}

function Block({ block }: { readonly block: TextBlock }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? (
        <h3>
          <Runs runs={block.runs} />
        </h3>
      ) : (
        <h4>
          <Runs runs={block.runs} />
        </h4>
      );
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
        <li key={at}>
          <Blocks blocks={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Rows rows={block.rows} />;
    case 'image':
      return (
        <img className="report-image" src={attachmentAddress(block.attachmentId, 'image')} alt={block.alt} />
      );
    case 'diagram':
      return <DiagramPicture diagram={block} />;
    case 'live':
      return <p className="quiet">What the plans showed here is settled when the report is published.</p>;
  }
}

const Runs = ({ runs }: { readonly runs: readonly TextRun[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
  runs.map((run, at) => <Run key={at} run={run} />);

function Run({ run: { text, strong, href } }: { readonly run: TextRun }): ReactNode {
  const words = href ? <a href={href}>{text}</a> : text;
  return strong ? <strong>{words}</strong> : words;
}

function Rows({ rows }: { readonly rows: Extract<TextBlock, { kind: 'table' }>['rows'] }) {
  return (
    <Sideways name="Table">
      <table>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
            <tr key={at}>
              {row.map((cell, column) =>
                cell.isHeader ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
                  <th key={column} scope="col">
                    <Blocks blocks={cell.blocks} />
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
                  <td key={column}>
                    <Blocks blocks={cell.blocks} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
