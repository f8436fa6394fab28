import { useEditorContext } from '@graphiql/react';
import { examples } from './graphiql-examples.js';

const audiences = [...new Set(examples.map(({ audience }) => audience))];

/** Puts the chosen example into the editors of the open tab. */
export function ExamplesMenu() {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const show = (title: string) => {
    const example = examples.find((each) => each.title === title);
    if (!example) return;
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(JSON.stringify(example.variables, null, 2));
    queryEditor?.focus();
  };
  return (
    <select
      className="examples"
      aria-label="Examples"
      value=""
      onChange={(event) => show(event.target.value)}
    >
      <option value="">Examples…</option>
      {audiences.map((audience) => (
        <optgroup key={audience} label={audience}>
          {examples
            .filter((example) => example.audience === audience)
            .map(({ title }) => (
              <option key={title}>{title}</option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
