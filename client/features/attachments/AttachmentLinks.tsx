import { Icon } from '../../platform/ui/Icon';
import '../reports/reportLinks.css';

interface AttachmentLinksProps {
  readonly attachments: readonly {
    readonly id: string;
    readonly attachmentTitle: string;
    readonly address: string;
  }[];
}

/** The files of an item, each by its title. */
export function AttachmentLinks({ attachments }: AttachmentLinksProps) {
  return attachments.map(({ id, attachmentTitle, address }) => (
    <a key={id} className="report-link no-print" href={address} target="_blank" rel="noreferrer">
      <Icon name="file" size={0.75} label="Attachment:" /> {attachmentTitle}
    </a>
  ));
}
