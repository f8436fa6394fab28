import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { linesOf } from '../../platform/ui/useForm';
import { useItemForm } from '../../platform/ui/useItemForm';
import type { Post } from './bodies';
import { useOrganisationVerbs } from './organisation.operations';

interface PostDialogProps {
  readonly partnershipId: string;
  /** Whose post a new one is; null for one of no organisation. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** Null for a new one. */
  readonly post: Post | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const LABELS = { title: 'Title', aliases: 'Also written' };

const typedOf = (post: Post | null) => ({
  title: post?.title ?? '',
  aliases: (post?.aliases ?? []).join('\n'),
});

const fieldsOf = ({ title, aliases }: ReturnType<typeof typedOf>) => ({
  title: title.trim(),
  aliases: linesOf(aliases),
});

/** A new post, or what one is called. Who holds it is said by appointing. */
export function PostDialog({ partnershipId, organisation, post, onClose, onDone }: PostDialogProps) {
  const verbs = useOrganisationVerbs();
  const [form, conflict] = useItemForm(post, {
    typedOf: () => typedOf(post),
    fieldsOf,
    words: { item: post?.title ?? '', labels: LABELS },
    create: (id, fields) =>
      verbs.createPost({ id, partnershipId, organisationId: organisation?.id ?? null, ...fields }),
    update: verbs.updatePost,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  const { typed, type, errorAt } = form;
  return (
    <>
      <FormDialog
        {...form}
        title={post ? `Change ${post.title}` : 'Add a post'}
        {...(post
          ? {}
          : {
              lead: `An office${organisation ? ` of ${organisation.name}` : ''} that passes from holder to holder. You appoint to it next.`,
            })}
        verb={post ? 'Save' : 'Add the post'}
        onClose={onClose}
      >
        <TextField
          label="Title"
          isRequired
          autoFocus
          maxLength={300}
          value={typed.title}
          onChange={(title) => type({ title })}
          {...errorAt('title')}
        />
        <TextArea
          label="Also written"
          isOptional
          rows={2}
          description="As papers write the post, one a line: DPH, Director of PH. Imports recognise it by them."
          value={typed.aliases}
          onChange={(aliases) => type({ aliases })}
          {...errorAt('aliases')}
        />
      </FormDialog>
      {conflict}
    </>
  );
}
