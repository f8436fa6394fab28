import { isInTable } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { ToggleButton, Toolbar } from 'react-aria-components';
import { ImageDialog } from './ImageDialog';
import { LinkDialog } from './LinkDialog';
import { LiveBlockDialog } from './LiveBlockDialog';
import type { Report } from './report.queries';
import {
  COMMANDS,
  imageAt,
  linkTo,
  type SectionCommand,
  showImage,
  showLive,
  TABLE_COMMANDS,
} from './sectionCommands';

interface SectionToolbarProps {
  readonly view: EditorView;
  readonly label: string;
  readonly report: Report;
}

/** What can be done to the words of a section, by button as by key. */
export function SectionToolbar({ view, label, report }: SectionToolbarProps) {
  const [asking, setAsking] = useState<'link' | 'live' | 'image' | null>(null);
  const offered = isInTable(view.state) ? [...COMMANDS, ...TABLE_COMMANDS] : COMMANDS;
  const run = ({ run: command }: Pick<SectionCommand, 'run'>): void => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const close = (): void => {
    setAsking(null);
    view.focus();
  };
  return (
    <>
      <Toolbar className="report-toolbar" aria-label={`Form of ${label}`}>
        {offered.map((command) => (
          <ToggleButton
            key={command.label}
            className="report-tool"
            isSelected={command.isOn(view.state)}
            isDisabled={!command.run(view.state)}
            onChange={() => run(command)}
          >
            {command.label}
          </ToggleButton>
        ))}
        <ToggleButton className="report-tool" isSelected={false} onChange={() => setAsking('link')}>
          Link
        </ToggleButton>
        <ToggleButton
          className="report-tool"
          isSelected={imageAt(view.state) !== null}
          onChange={() => setAsking('image')}
        >
          Image
        </ToggleButton>
        <ToggleButton className="report-tool" isSelected={false} onChange={() => setAsking('live')}>
          From the plans
        </ToggleButton>
      </Toolbar>
      {asking === 'link' && (
        <LinkDialog
          onClose={close}
          onChoose={(href) => {
            linkTo(href)(view.state, view.dispatch);
            close();
          }}
        />
      )}
      {asking === 'image' && (
        <ImageDialog
          report={report}
          image={imageAt(view.state)}
          onClose={close}
          onChoose={(image) => {
            showImage(image)(view.state, view.dispatch);
            close();
          }}
        />
      )}
      {asking === 'live' && (
        <LiveBlockDialog
          onClose={close}
          onChoose={(shows, itemId) => {
            showLive(shows, itemId)(view.state, view.dispatch);
            close();
          }}
        />
      )}
    </>
  );
}
