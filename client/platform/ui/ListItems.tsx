import type { ReactNode } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import { Icon } from './Icon';
import './overlays.css';

/** One thing that can be chosen from a list. */
export interface Option {
  readonly id: string;
  /** Matched when typing, and read out. */
  readonly label: string;
  readonly note?: string | undefined;
  /** Drawn before the label: an avatar, a status block. */
  readonly mark?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface OptionSection {
  readonly title: string;
  readonly options: readonly Option[];
}

function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="option"
      isDisabled={option.isDisabled === true}
    >
      {({ isSelected }) => (
        <>
          {option.mark !== undefined && <span className="option-mark">{option.mark}</span>}
          <span className="option-words">
            <Text slot="label">{option.label}</Text>
            {option.note !== undefined && (
              <Text slot="description" className="option-note">
                {option.note}
              </Text>
            )}
          </span>
          <span className="option-tick">{isSelected && <Icon name="check" />}</span>
        </>
      )}
    </ListBoxItem>
  );
}

interface OptionListProps {
  readonly options?: readonly Option[];
  readonly sections?: readonly OptionSection[];
  readonly empty?: string;
}

/** The list inside a select or a combo box: flat, or under headings. */
export function OptionList({ options = [], sections = [], empty = 'Nothing matches' }: OptionListProps) {
  return (
    <ListBox className="option-list" renderEmptyState={() => <p className="option-empty">{empty}</p>}>
      {options.map((option) => (
        <OptionItem key={option.id} option={option} />
      ))}
      {sections.map((section) => (
        <ListBoxSection key={section.title} className="option-section" id={`section ${section.title}`}>
          <Header className="option-header">{section.title}</Header>
          {section.options.map((option) => (
            <OptionItem key={option.id} option={option} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
