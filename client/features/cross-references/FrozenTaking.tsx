import { announce } from '../../platform/ui/Announcer';
import { Button } from '../../platform/ui/Button';
import type { Picture } from './mapPicture';
import { copySvg, savePng, saveSvg } from './mapTaking';

const copyAddress = async (): Promise<void> => {
  await navigator.clipboard.writeText(window.location.href);
  announce('The address was copied');
};

/** The picture for a paper, and where it can be found again. */
export function FrozenTaking({ picture }: { readonly picture: Picture }) {
  return (
    <div className="frozen-taking no-print">
      <Button icon="print" onPress={() => window.print()}>
        Print on one page
      </Button>
      <Button onPress={() => saveSvg(picture)}>Save as SVG</Button>
      <Button onPress={() => savePng(picture)}>Save as PNG</Button>
      <Button onPress={() => void copySvg(picture)}>Copy as SVG</Button>
      <Button icon="link" onPress={() => void copyAddress()}>
        Copy the address
      </Button>
    </div>
  );
}
