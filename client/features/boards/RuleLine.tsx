import type { ReactNode } from 'react';
import type { BoardRules, RuleName, RuleSet } from './boardRules';
import { RULE_WORD, ruleInWords } from './ruleWords';

interface RuleLineProps {
  readonly rule: RuleName;
  readonly rules: BoardRules;
  readonly tools: ReactNode;
}

/** One rule: what it says, what the profile says where the board adjusted it, and where it comes from. */
export function RuleLine({ rule, rules, tools }: RuleLineProps) {
  const { adjusted, template } = rules;
  const source = template.sources.find((one) => one.rule === rule);
  const theirs = ruleInWords(rule, template);
  return (
    <div className="rule-line">
      <dt>{RULE_WORD[rule]}</dt>
      <dd>
        <p>{ruleInWords(rule, rules)}.</p>
        {adjusted.includes(rule) && (
          <p className="rule-adjusted">
            {theirs === ruleInWords(rule, rules)
              ? 'Adjusted from the profile in its wording.'
              : `Adjusted from the profile, which says: ${theirs}.`}
          </p>
        )}
        {rule === 'EXEMPTIONS' && <Grounds rules={rules} />}
        {source && (
          <details className="rule-source">
            <summary>
              Where this comes from<span className="visually-hidden">: {RULE_WORD[rule]}</span>
            </summary>
            <p>{source.text}.</p>
          </details>
        )}
      </dd>
      <dd className="rule-tools">{tools}</dd>
    </div>
  );
}

/** On which grounds press and public are excluded, and in what words. */
export function Grounds({ rules: { exemptions, exclusionWording } }: { readonly rules: RuleSet }) {
  return (
    <details className="rule-source">
      <summary>The grounds, and the resolution</summary>
      <ul className="grounds">
        {exemptions.map(({ paragraph, wording, source }) => (
          <li key={paragraph}>
            <strong>{paragraph}</strong> {wording} <span className="quiet">{source}.</span>
          </li>
        ))}
      </ul>
      <blockquote className="resolution">{exclusionWording.replace('{paragraphs}', '…')}</blockquote>
    </details>
  );
}
