import { announce } from '../../platform/ui/Announcer';
import { Button } from '../../platform/ui/Button';
import { copyText } from '../../platform/ui/copyText';
import { showToast } from '../../platform/ui/toasts';
import type { Picture } from './mapPicture';
import { useTaking } from './useTaking';

const copyAddress = (): Promise<unknown> =>
  copyText(window.location.href).then(
    () => announce('The address was copied'),
    () =>
      showToast({
        tone: 'danger',
        message: 'This browser let nothing be copied: take the address from its address bar.',
      }),
  );

/** The picture for a paper, and where it can be found again. */
export function FrozenTaking({ picture }: { readonly picture: Picture }) {
  const { copyImage, copySvg, saveSvg, savePng, dialog } = useTaking(() => picture);
  return (
    <div className="frozen-taking no-print">
      <Button icon="print" onPress={() => window.print()}>
        Print on one page
      </Button>
      <Button onPress={copyImage}>Copy as an image</Button>
      <Button onPress={saveSvg}>Save as SVG</Button>
      <Button onPress={savePng}>Save as PNG</Button>
      <Button onPress={copySvg}>Copy as SVG</Button>
      <Button icon="link" onPress={() => void copyAddress()}>
        Copy the address
      </Button>
      {dialog}
    </div>
  );
}
