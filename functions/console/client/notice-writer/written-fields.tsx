/** Fields of the texts of a notice: under each the findings in it, and the text with every place marked. */
import type { ComponentChildren } from 'preact';
import { FindingLine, isPlace, MarkedText } from '../notice/marked-text.tsx';
import { useText } from '../ui/app-context.ts';
import { TextArea, TextField } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { useErrorAt, useFindingsAt, useWriter } from './writer-context.ts';

interface WrittenProps {
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  optional?: boolean;
  lang?: string;
}

/** What is wrong stands at the field as an error; what a releaser has to look at, as a hint. */
function useSaid(
  path: string,
  hint: string | undefined,
): { error: ComponentChildren; hint: ComponentChildren } {
  const error = useErrorAt(path);
  const findings = useFindingsAt(path);
  const linesOf = (level: 'refused' | 'look') =>
    findings.flatMap((finding, index) =>
      finding.level === level
        ? [<FindingLine key={`${index}-${finding.code}`} finding={finding} number={index + 1} />]
        : [],
    );
  const refused = linesOf('refused');
  const look = linesOf('look');
  return {
    error:
      error || refused.length > 0 ? (
        <>
          {error}
          {refused}
        </>
      ) : undefined,
    hint:
      hint || look.length > 0 ? (
        <>
          {hint}
          {look}
        </>
      ) : undefined,
  };
}

function Marks({ path, label, lang }: Pick<WrittenProps, 'path' | 'label' | 'lang'>) {
  const { notices } = useText();
  const { checked } = useWriter();
  const findings = useFindingsAt(path);
  if (!findings.some(isPlace)) return null;
  return (
    <MarkedText
      label={notices.markedText(label)}
      text={checked.textAt(path)}
      findings={findings}
      {...(lang ? { lang } : {})}
    />
  );
}

/** One line of text. */
export function Line({ path, label, value, onChange, hint, optional = false, lang }: WrittenProps) {
  const said = useSaid(path, hint);
  return (
    <Spot path={path}>
      <TextField
        label={label}
        {...said}
        value={value}
        optional={optional}
        {...(lang ? { lang } : {})}
        onChange={onChange}
      />
      <Marks path={path} label={label} {...(lang ? { lang } : {})} />
    </Spot>
  );
}

/** Several lines; `code` is for HTML. */
export function Lines({
  path,
  label,
  value,
  onChange,
  hint,
  optional = false,
  lang,
  rows,
  code = false,
}: WrittenProps & { rows: number; code?: boolean }) {
  const said = useSaid(path, hint);
  return (
    <Spot path={path}>
      <TextArea
        label={label}
        {...said}
        value={value}
        optional={optional}
        rows={rows}
        code={code}
        {...(lang && !code ? { lang } : {})}
        onChange={onChange}
      />
      <Marks path={path} label={label} {...(lang && !code ? { lang } : {})} />
    </Spot>
  );
}
