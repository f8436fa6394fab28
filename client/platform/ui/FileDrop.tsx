import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { Button } from './Button';
import { Icon } from './Icon';
import './fields.css';

interface FileDropProps {
  readonly label: string;
  readonly note?: string;
  /** Endings or media types, as an <input type="file"> takes them: ['.xlsx', '.csv']. */
  readonly accept: readonly string[];
  readonly allowsMultiple?: boolean;
  readonly isDisabled?: boolean;
  /** What was chosen, however it was chosen; refusing a wrong kind with words is the caller's. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Drop, paste or choose: the button does all that the dropping does. */
export function FileDrop({
  label,
  note,
  accept,
  allowsMultiple = false,
  isDisabled = false,
  onFiles,
}: FileDropProps) {
  const report = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(allowsMultiple ? files : files.slice(0, 1));
  };
  return (
    <DropZone
      className="file-drop"
      isDisabled={isDisabled}
      onDrop={(event) => {
        const dropped = event.items.filter(isFileDropItem).map((item) => item.getFile());
        void Promise.all(dropped).then(report);
      }}
    >
      <Icon name="file" size={1.5} />
      <Text slot="label">{label}</Text>
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={allowsMultiple}
        onSelect={(chosen) => report(chosen ? [...chosen] : [])}
      >
        <Button isDisabled={isDisabled}>Choose {allowsMultiple ? 'files' : 'a file'}</Button>
      </FileTrigger>
      {note !== undefined && <span className="field-note">{note}</span>}
    </DropZone>
  );
}
